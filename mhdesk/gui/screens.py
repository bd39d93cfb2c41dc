"""Every page and dialog on invented data as a picture, without a screen.

The pictures are of the real window over a real registry, led along as a user would lead it: what they show is
what people see. They stand in the manual, and whoever changes a page looks at them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QBuffer, QByteArray, QPoint, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from mhdesk import files, resources
from mhdesk.domain.periods import parse_period
from mhdesk.domain.quick_notes import QuickNote
from mhdesk.domain.signals import Status
from mhdesk.domain.views import InvolvementView, SignalFilter
from mhdesk.errors import UnlockError
from mhdesk.gui import i18n, offscreen
from mhdesk.gui.app import AppWindow
from mhdesk.gui.entry.new_registry import NewRegistry
from mhdesk.gui.entry.opening import Demo, Invitation, Opened
from mhdesk.gui.figures.page import FiguresPage
from mhdesk.gui.imports.page import ImportPage
from mhdesk.gui.look.theme import Scheme, Theme
from mhdesk.gui.preferences import Preferences
from mhdesk.gui.runner import InlineRunner
from mhdesk.gui.screens_cases import CASE_SCENES
from mhdesk.gui.screens_clients import CLIENT_SCENES
from mhdesk.gui.screens_correcting import CORRECTING_SCENES
from mhdesk.gui.screens_finding import FINDING_SCENES
from mhdesk.gui.screens_form import FORM_SCENES, TOLD
from mhdesk.gui.screens_informing import INFORMING_SCENES
from mhdesk.gui.screens_mail import MAIL_SCENES
from mhdesk.gui.screens_manage import MANAGE_SCENES
from mhdesk.gui.screens_meetings import MEETING_SCENES
from mhdesk.gui.screens_merging import MERGING_SCENES
from mhdesk.gui.screens_network import NETWORK_SCENES
from mhdesk.gui.screens_papers import PAPER_SCENES
from mhdesk.gui.screens_persons import PERSON_SCENES
from mhdesk.gui.screens_referrals import REFERRAL_SCENES
from mhdesk.gui.screens_signs import SIGN_SCENES
from mhdesk.gui.screens_viewer import VIEWER_SCENES
from mhdesk.gui.shell.main_window import MainWindow
from mhdesk.gui.shell.view_menu import ViewMenu
from mhdesk.gui.signals.actions import SignalActions
from mhdesk.gui.signals.loading import Loaded, load
from mhdesk.gui.signals.signal_page import SignalPage

if TYPE_CHECKING:  # see runner.py
    from mhdesk.desk.desk import Desk

Window = TypeVar("Window", bound=QWidget)
_GROUPS: Final = ("4F7QK", "0M2TX", "9ZC3H", "A8YR5", "KW6DN", "1J4VB", "E3GSP", "7HQ0M")
_INVITED: Final = "Samira Verzonnen"


@dataclass(frozen=True, slots=True)
class Studio:
    """What the pictures are taken of: an open desk over invented data, dressed, at one size."""

    app: QApplication
    theme: Theme
    preferences: Preferences
    desk: Desk
    size: QSize

    def entry(self) -> AppWindow:
        """Return the window before a registry is open."""
        return self.shown(AppWindow(InlineRunner(self.desk), self.preferences, self.theme))

    def main(self) -> MainWindow:
        """Return the window over the open registry."""
        menu = ViewMenu(self.theme, self.preferences, self.desk.user.name)
        window = MainWindow(InlineRunner(self.desk), self.opened(), menu)
        menu.setParent(window, menu.windowFlags())
        return self.shown(window)

    def at_signal(self, number: int) -> tuple[MainWindow, SignalPage, Loaded]:
        """Return the window with the page of a signal, and what that page shows."""
        window = self.main()
        window.pages.show_signals()
        window.pages.open_signal(number)
        self.settle()
        page = window.pages.page
        if not isinstance(page, SignalPage):
            raise TypeError("the signal did not open")
        return window, page, load(number, self.desk)

    def opened(self) -> Opened:
        """Return what the window knows of the registry."""
        return Opened(self.desk.folder, self.desk.info(), self.desk.user, recovery_proven=True, made_up=True)

    def shown(self, window: Window) -> Window:
        """Show a window at the size of the pictures, whatever the screen that is not there would hold."""
        window.setWindowState(Qt.WindowState.WindowNoState)
        window.setFixedSize(self.size)
        window.show()
        self.settle()
        return window

    def settle(self) -> None:
        """Let everything lay itself out and paint."""
        for _ in range(5):
            self.app.processEvents()

    def someone(self, *states: str) -> tuple[int, InvolvementView]:
        """Return a signal with somebody in one of these states, and that person: the one with most to show."""
        from mhdesk.desk import signals

        found = []
        for number in signals.ids(self.desk, SignalFilter(kind="notification")):
            details = signals.details(self.desk, number)
            told = len(details.referrals) + sum(bool(one.safe_contact) for one in details.involvements)
            people = [one for one in details.involvements if one.inform_state in states and one.name]
            found += [(told + len(one.decisions), number, one) for one in people]
        _, number, one = max(found, key=lambda line: line[:2])
        return number, one


Scene = Callable[[Studio], QWidget]


def _welcome(studio: Studio) -> QWidget:
    window = studio.entry()
    window.begin(None)
    return window


def _unlock(studio: Studio) -> QWidget:
    window = studio.entry()
    window.begin(studio.desk.folder)
    return window


def _in_use(studio: Studio) -> QWidget:
    window = studio.entry()
    window.begin(studio.desk.folder)
    window.entry.unlock.tell_refusal(UnlockError("vault.in_use"))
    return window


def _quick_note(studio: Studio) -> QWidget:
    from mhdesk.gui.entry.quick_note_page import QuickNotePage
    from mhdesk.vault import Pen

    window = studio.entry()
    window.begin(studio.desk.folder)
    window.entry.unlock.fill_in(Demo(studio.desk.user.name, ""))
    window.entry.unlock.note_wanted.emit(Pen(studio.desk.folder, "", "", ()))
    page = window.entry.currentWidget()
    if isinstance(page, QuickNotePage):
        page.fill_in(QuickNote("Wijkagent Verzonnen", "06 00 00 00 12", story=TOLD))
    return window


def _return(studio: Studio) -> QWidget:
    from mhdesk.gui.shell.return_dialog import ReturnDialog

    window = studio.main()
    window.cover.hide_for_question()
    ReturnDialog(InlineRunner(studio.desk), window).open()
    return window


def _recover(studio: Studio) -> QWidget:
    window = studio.entry()
    window.begin(studio.desk.folder)
    window.entry.unlock.fill_in(Demo(studio.desk.user.name, ""))
    window.entry.unlock.recover.click()
    return window


def _invitation(studio: Studio) -> QWidget:
    window = studio.entry()
    window.begin(studio.desk.folder)
    window.entry.unlock.invited.emit(Invitation(studio.desk.folder, _INVITED, ""))
    return window


def _wizard(step: int, studio: Studio) -> QWidget:
    wizard = studio.shown(NewRegistry(InlineRunner(studio.desk)))
    wizard.entered()
    wizard.sheet.show_key(_GROUPS)
    wizard.go_to((wizard.registry, wizard.person, wizard.sheet, wizard.prove)[step])
    return wizard


def _today(studio: Studio) -> QWidget:
    return studio.main()


def _signals(studio: Studio) -> QWidget:
    window = studio.main()
    window.pages.show_signals()
    return window


def _nothing_found(studio: Studio) -> QWidget:
    window = studio.main()
    window.pages.show_signals(SignalFilter(search="06 00 00 99 99"))
    return window


def _signal(studio: Studio) -> QWidget:
    return _signal_window(studio, "not_yet")[0]


def _signal_window(studio: Studio, *states: str) -> tuple[MainWindow, SignalActions, Loaded, InvolvementView]:
    number, one = studio.someone(*states)
    window, page, loaded = studio.at_signal(number)
    return window, page.acts, loaded, one


def _decide(studio: Studio) -> QWidget:
    window, acts, loaded, one = _signal_window(studio, "undecided", "not_yet")
    acts.decide(loaded, one.id)
    return window


def _triage(studio: Studio) -> QWidget:
    window, acts, loaded, _ = _signal_window(studio, "undecided", "not_yet")
    acts.triage(loaded)
    return window


def _route(studio: Studio) -> QWidget:
    window, acts, loaded, _ = _signal_window(studio, "undecided", "not_yet")
    acts.route.choose(loaded)
    return window


def _refer(studio: Studio) -> QWidget:
    window, acts, loaded, _ = _signal_window(studio, "undecided", "not_yet")
    acts.refer(loaded)
    return window


def _close(studio: Studio) -> QWidget:
    window, acts, loaded, _ = _signal_window(studio, "undecided", "not_yet")
    acts.change_status(loaded, Status.CLOSED)
    return window


def _import(studio: Studio) -> QWidget:
    window = studio.main()
    window.pages.import_sheet()
    return window


def _import_looked(studio: Studio) -> QWidget:
    window = studio.main()
    window.pages.import_sheet()
    if isinstance(window.pages.page, ImportPage):
        window.pages.page.look_at(resources.path("demo", "signalen-2019.csv"))
    return window


def _figures(studio: Studio) -> QWidget:
    window = studio.main()
    window.pages.open_figures()
    page = window.pages.page
    if isinstance(page, FiguresPage):
        page.show_period(parse_period(str(studio.desk.today().year)))
    return window


def _figures_of_persons(studio: Studio) -> QWidget:
    window = _figures(studio)
    if isinstance(window, MainWindow) and isinstance(page := window.pages.page, FiguresPage):
        page.units.setCurrentIndex(1)
    return window


def _publish(studio: Studio) -> QWidget:
    window = _figures(studio)
    if isinstance(window, MainWindow) and isinstance(page := window.pages.page, FiguresPage):
        page.checks.publish.click()
    return window


def _crisis(studio: Studio) -> QWidget:
    window = studio.main()
    window.show_crisis()
    return window


def _keys(studio: Studio) -> QWidget:
    window = studio.main()
    window.show_keys()
    return window


# In the order in which somebody meets them; the names are those of the files.
SCENES: Final[dict[str, Scene]] = {
    "welkom": _welcome,
    "nieuw-register": partial(_wizard, 0),
    "nieuw-register-jij": partial(_wizard, 1),
    "herstelblad": partial(_wizard, 2),
    "herstelblad-overtypen": partial(_wizard, 3),
    "ontgrendelen": _unlock,
    "in-gebruik": _in_use,
    "snel-noteren": _quick_note,
    "terugkomen": _return,
    "herstellen": _recover,
    "uitnodiging": _invitation,
    "vandaag": _today,
    "signalen": _signals,
    "signalen-niets-gevonden": _nothing_found,
    **MERGING_SCENES,
    "signaal": _signal,
    **FORM_SCENES,
    **MAIL_SCENES,
    **NETWORK_SCENES,
    **VIEWER_SCENES,
    **FINDING_SCENES,
    "besluit": _decide,
    **SIGN_SCENES,
    **PERSON_SCENES,
    **CASE_SCENES,
    **REFERRAL_SCENES,
    **CLIENT_SCENES,
    "triage": _triage,
    "route": _route,
    "doorverwijzen": _refer,
    "afsluiten": _close,
    "innemen": _import,
    "innemen-bekeken": _import_looked,
    "cijfers": _figures,
    "cijfers-personen": _figures_of_persons,
    "cijfers-publiceren": _publish,
    "direct-gevaar": _crisis,
    "toetsen": _keys,
    **PAPER_SCENES,
    **CORRECTING_SCENES,
    **INFORMING_SCENES,
    **MEETING_SCENES,
    **MANAGE_SCENES,
}


def take(
    desk: Desk, out: Path, names: Iterable[str], *, language: str, theme: str, width: int, height: int
) -> list[Path]:
    """Write a picture of each named scene into ``out`` and return the files, in that order.

    Needs no display. ``desk`` is open over invented data; one scene keeps a draft in it.
    """
    app = offscreen.application()
    dress = Theme(app, Scheme(theme))
    i18n.speak(app, language)
    with files.temporary_folder() as folder:
        studio = Studio(app, dress, Preferences(folder / "preferences.json"), desk, QSize(width, height))
        return [_picture(studio, SCENES[name], out / f"{name}.png") for name in names]


def _picture(studio: Studio, scene: Scene, out: Path) -> Path:
    window = scene(studio)
    studio.settle()
    shot = window.grab()
    for dialog in (*window.findChildren(QDialog), *window.findChildren(QMenu)):
        if dialog.isVisible():
            _lay_over(shot, dialog, window)
            dialog.close()
    files.write_bytes(out, _png(shot))
    window.hide()
    window.deleteLater()
    studio.settle()
    return out


def _lay_over(shot: QPixmap, dialog: QWidget, window: QWidget) -> None:
    """Paint a dialog over the middle of its window, a menu where it opened.

    Without a screen Qt pushes dialogs into one of its own that is smaller than the window.
    """
    place = window.rect().center() - dialog.rect().center()
    if isinstance(dialog, QMenu):
        place = window.mapFromGlobal(dialog.mapToGlobal(QPoint(0, 0)))
    painter = QPainter(shot)
    painter.drawPixmap(place, dialog.grab())
    painter.end()


def _png(shot: QPixmap) -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    shot.save(buffer, "PNG")  # opens the buffer itself
    return bytes(content.data())
