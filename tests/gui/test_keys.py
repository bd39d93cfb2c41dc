"""No key works that the list of all keys does not name."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from mhdesk.desk import signals
from mhdesk.desk.desk import Desk
from mhdesk.gui.entry.opening import Opened
from mhdesk.gui.look.theme import Scheme, Theme
from mhdesk.gui.manage.page import ManagePage
from mhdesk.gui.preferences import Preferences
from mhdesk.gui.runner import InlineRunner
from mhdesk.gui.shell.keys_panel import KeysPanel
from mhdesk.gui.shell.main_window import MainWindow
from mhdesk.gui.shell.view_menu import ViewMenu
from mhdesk.gui.widgets.buttons import keys_text
from tests.desk.drafts import a_notification
from tests.gui.widgets.screen import Screen


@pytest.fixture
def window(
    runner: InlineRunner, opened: Opened, preferences: Preferences, dutch: QApplication, screen: Screen
) -> MainWindow:
    menu = ViewMenu(Theme(dutch, Scheme.LIGHT), preferences, opened.user.name)
    made = MainWindow(runner, opened, menu)
    made.resize(1366, 768)
    screen.open(made)
    return made


def working(window: QWidget) -> set[str]:
    """Return the keys that do something now, as people read them."""
    shortcuts = [one for one in window.findChildren(QShortcut) if one.isEnabled()]
    sequences = [
        one.key()
        for one in shortcuts
        if isinstance(owner := one.parent(), QWidget) and (owner.isVisible() or owner is window)
    ]
    sequences += [
        one.shortcut() for one in window.findChildren(QAction) if one.isEnabled() and one.shortcut().count()
    ]
    portable = (one.toString(QKeySequence.SequenceFormat.PortableText) for one in sequences)
    return {keys_text(keys) for keys in portable}


def listed(window: MainWindow) -> set[str]:
    window.show_keys()
    (panel,) = [one for one in window.findChildren(KeysPanel) if one.isVisible()]
    found = {label.text() for label in panel.findChildren(QLabel)}
    panel.close()
    return found


def to_signal(window: MainWindow, desk: Desk) -> None:
    number = signals.register(desk, a_notification()).created
    assert number is not None
    window.pages.open_signal(number)


PAGES: list[Callable[[MainWindow, Desk], object]] = [
    lambda window, _: window.pages.open_today(),
    lambda window, _: window.pages.show_signals(),
    lambda window, _: window.pages.open_figures(),
    lambda window, _: window.pages.import_sheet(),
    lambda window, _: window.pages.new_signal(),
    to_signal,
]


@pytest.mark.parametrize("go", PAGES)
def test_every_key_of_a_page_is_listed(
    go: Callable[[MainWindow, Desk], object], window: MainWindow, desk: Desk
) -> None:
    go(window, desk)
    QApplication.processEvents()
    assert working(window)
    assert working(window) <= listed(window)


def test_every_key_of_every_section_of_management_is_listed(window: MainWindow) -> None:
    window.pages.go("manage")
    page = window.pages.page
    assert isinstance(page, ManagePage)
    for key in page._kinds:
        page.open_section(key)
        QApplication.processEvents()
        assert working(window) <= listed(window), key


def test_no_key_is_listed_twice(window: MainWindow, desk: Desk) -> None:
    to_signal(window, desk)
    page = window.pages.page
    assert page is not None
    keys = [keys_text(one.keys) or one.keys for one in page.all_keyhints()]
    assert len(keys) == len(set(keys))
