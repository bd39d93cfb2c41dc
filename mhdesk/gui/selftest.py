"""Whether a window can be opened on this computer, with its type, its icons and its Dutch."""

from __future__ import annotations

from PySide6.QtWidgets import QDialogButtonBox

from mhdesk.gui import i18n, offscreen
from mhdesk.gui.entry.welcome_page import WelcomePage
from mhdesk.gui.look import fonts, icons
from mhdesk.gui.look.roles import Role
from mhdesk.gui.look.theme import Scheme, Theme


def check() -> str:
    """Paint the welcome page off the screen and name the platform. Raises AssertionError when a part is missing."""
    app = offscreen.application()
    dress = Theme(app, Scheme.LIGHT)
    i18n.speak(app, "nl")
    fonts.load()
    if icons.pixmap("lock", Role.TEXT).isNull():
        raise AssertionError("an icon cannot be drawn")
    page = WelcomePage()
    page.resize(1366, 768)
    shot = page.grab()
    if shot.isNull() or not _speaks_dutch():
        raise AssertionError("the window has no picture or no Dutch")
    del dress
    return str(app.platformName())


def _speaks_dutch() -> bool:
    """Say whether Qt's own words are translated: a box of its buttons shows them."""
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    return box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "") == "Annuleren"
