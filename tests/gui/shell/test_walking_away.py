"""Whoever walks away leaves nothing on the screen: it locks by itself, and can be hidden with one key."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import TypeVar

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mhdesk.desk.desk import Desk
from mhdesk.errors import DamageError
from mhdesk.gui.app import AppWindow
from mhdesk.gui.entry.opening import Opened
from mhdesk.gui.look.theme import Scheme, Theme
from mhdesk.gui.preferences import Preferences
from mhdesk.gui.runner import Failed, InlineRunner, ThreadRunner
from mhdesk.gui.shell.main_window import MainWindow
from mhdesk.gui.shell.unkept_decision import UnkeptDecision
from mhdesk.gui.shell.view_menu import ViewMenu
from tests.gui.reach import nameless
from tests.gui.shell.test_idle import Hands, hit
from tests.gui.shell.test_leaving import FullDisk, kept, typed_into_a_form
from tests.gui.widgets.screen import CONTROL, Screen, press
from tests.registry_fixtures import ReadyRegistry, StoppedClock

T = TypeVar("T")
HIDE = CONTROL | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def disk(desk: Desk) -> FullDisk:
    return FullDisk(desk)


@pytest.fixture
def theme(dutch: QApplication) -> Theme:
    return Theme(dutch, Scheme.LIGHT)


@pytest.fixture
def menu(theme: Theme, preferences: Preferences, opened: Opened) -> ViewMenu:
    return ViewMenu(theme, preferences, opened.user.name)


@pytest.fixture
def window(disk: FullDisk, opened: Opened, menu: ViewMenu, hands: Hands, screen: Screen) -> MainWindow:
    made = MainWindow(disk, opened, menu, clocks=hands.clocks())
    made.resize(1366, 768)
    screen.open(made)
    return made


def content(window: MainWindow) -> list[QWidget]:
    return [one for one in (window.navigation, window.top, window.pages, window.keys) if one.isVisible()]


def choose(menu: ViewMenu, words: str) -> None:
    (action,) = [one for one in menu.idle.actions() if one.text() == words]
    action.trigger()


def test_nobody_there_for_five_minutes_locks_with_the_draft_kept(
    window: MainWindow, hands: Hands, registry: ReadyRegistry, clock: StoppedClock, qtbot: QtBot
) -> None:
    typed_into_a_form(window)
    hands.go_on(300)
    with qtbot.waitSignal(window.locked) as told:
        window.idle.look()
    assert told.args == [True]
    assert len(kept(registry, clock)) == 1


def test_half_a_minute_before_it_is_said_and_a_key_takes_it_back(window: MainWindow, hands: Hands) -> None:
    before = window.keys.status()
    hands.go_on(275)
    window.idle.look()
    assert window.keys.status() == "Vergrendelt over 30 seconden. Druk op een toets om door te gaan."
    hit(window, Qt.Key.Key_Shift)
    assert window.keys.status() == before


def test_an_open_dialog_does_not_stop_it(window: MainWindow, hands: Hands, qtbot: QtBot) -> None:
    dialog = UnkeptDecision(window)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    hands.go_on(300)
    with qtbot.waitSignal(window.locked):
        window.idle.look()
    assert not dialog.isVisible()


def test_the_time_is_chosen_in_the_menu_and_remembered(
    window: MainWindow, menu: ViewMenu, hands: Hands, preferences: Preferences, qtbot: QtBot
) -> None:
    choose(menu, "1 minuut")
    assert preferences.values.idle_minutes == 1
    hands.go_on(60)
    with qtbot.waitSignal(window.locked):
        window.idle.look()


@pytest.mark.parametrize(("written", "holds"), [(0, 1), (7, 7), (600, 30)])
def test_a_time_written_into_the_file_by_hand_stays_within_bounds(
    theme: Theme, preferences: Preferences, written: int, holds: int
) -> None:
    preferences.change(idle_minutes=written)
    menu = ViewMenu(theme, preferences, "Noor Denkbeeld")
    assert menu.idle_minutes() == holds
    assert [one.text() for one in menu.idle.actions() if one.isChecked()] == [
        "1 minuut" if holds == 1 else f"{holds} minuten"
    ]


def test_what_cannot_be_kept_is_asked_about_without_showing_anything(
    window: MainWindow, disk: FullDisk, hands: Hands, qtbot: QtBot
) -> None:
    typed_into_a_form(window)
    disk.full = True
    hands.go_on(300)
    window.idle.look()
    (question,) = window.findChildren(UnkeptDecision)
    assert question.isVisible()
    assert content(window) == []
    press(question, Qt.Key.Key_H, HIDE)
    assert content(window) == []
    disk.full = False
    with qtbot.waitSignal(window.locked):
        window.lock()


def test_what_could_not_be_kept_is_tried_again_while_nobody_answers(
    window: MainWindow, disk: FullDisk, hands: Hands, qtbot: QtBot
) -> None:
    typed_into_a_form(window)
    disk.full = True
    for _ in range(2):
        hands.go_on(300)
        window.idle.look()
    (question,) = window.findChildren(UnkeptDecision)
    assert question.isVisible()
    disk.full = False
    hands.go_on(300)
    with qtbot.waitSignal(window.locked) as told:
        window.idle.look()
    assert told.args == [True]


def test_work_that_is_almost_done_is_finished_behind_a_cover_before_it_locks(
    thread_runner: ThreadRunner,
    registry: ReadyRegistry,
    clock: StoppedClock,
    theme: Theme,
    preferences: Preferences,
    screen: Screen,
    qtbot: QtBot,
) -> None:
    def open_it() -> tuple[Desk, Opened]:
        desk = registry.open(clock)
        return desk, Opened(desk.folder, desk.info(), desk.user, recovery_proven=True)

    found: list[Opened] = []
    thread_runner.open_desk(open_it, found.append)
    qtbot.waitUntil(lambda: bool(found))
    window = MainWindow(thread_runner, found[0], ViewMenu(theme, preferences, "Noor Denkbeeld"))
    screen.open(window)
    go_on, done = Event(), list[bool]()
    thread_runner.ask(lambda _desk: go_on.wait(5), done.append, owner=window)
    window.lock_unattended()
    with qtbot.assertNotEmitted(window.locked, wait=100):
        assert content(window) == []
        assert window.cover.isVisible()
        press(window, Qt.Key.Key_H, HIDE)
        assert content(window) == []
    with qtbot.waitSignal(window.locked):
        go_on.set()
    assert done == [True]


def test_one_key_takes_everything_off_the_screen_and_another_press_brings_it_back(
    window: MainWindow, qtbot: QtBot
) -> None:
    dialog = UnkeptDecision(window)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    with qtbot.assertNotEmitted(window.locked):
        press(dialog, Qt.Key.Key_H, HIDE)
    assert window.isMinimized()
    assert content(window) == []
    assert not dialog.isVisible()
    window.showNormal()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert content(window) == []
    assert nameless(window) == []
    press(window, Qt.Key.Key_H, HIDE)
    assert len(content(window)) == 4
    assert dialog.isVisible()


def test_what_is_hidden_comes_back_by_its_button_and_no_other_key_works_before(window: MainWindow) -> None:
    page = window.pages.page
    press(window, Qt.Key.Key_H, HIDE)
    window.showNormal()
    window.activateWindow()
    press(window, Qt.Key.Key_N, CONTROL)
    assert window.pages.page is page
    (button,) = [one for one in window.cover.findChildren(QWidget) if one.isVisible() and one.hasFocus()]
    press(button, Qt.Key.Key_Space)
    assert len(content(window)) == 4
    press(window, Qt.Key.Key_N, CONTROL)
    assert window.pages.page is not page


def test_what_is_hidden_still_locks(window: MainWindow, hands: Hands, qtbot: QtBot) -> None:
    press(window, Qt.Key.Key_H, HIDE)
    hands.go_on(300)
    with qtbot.waitSignal(window.locked):
        window.idle.look()


def test_the_key_that_hides_is_in_the_list_of_keys_and_has_one_meaning(window: MainWindow) -> None:
    keys = [hint.keys for hint in window.key_hints()]
    assert keys.count("Ctrl+Shift+H") == 1
    assert len(keys) == len(set(keys))


def test_locking_takes_copies_off_the_clipboard(
    runner: InlineRunner, preferences: Preferences, theme: Theme, opened: Opened, screen: Screen
) -> None:
    window = AppWindow(runner, preferences, theme)
    window.begin(None)
    screen.open(window)
    window.entry.opened.emit(opened)
    assert isinstance(window.main, MainWindow)
    board = QApplication.clipboard()
    window.clipboard.owned = lambda _mode: True  # the platform of the tests does not know
    board.setText("Roman Fictief")
    window.main.lock()
    assert board.text() == ""


class BrokenDesk(InlineRunner):
    """A desk that answers no question any more."""

    broken = False

    def ask(
        self,
        work: Callable[[Desk], T],
        then: Callable[[T], None],
        failed: Failed | None = None,
        *,
        owner: QObject | None = None,
    ) -> None:
        if not self.broken:
            super().ask(work, then, failed, owner=owner)
        elif failed is not None:
            failed(DamageError("common.disk_full"))


def test_a_broken_desk_does_not_stop_the_lock(
    desk: Desk, opened: Opened, menu: ViewMenu, screen: Screen, qtbot: QtBot
) -> None:
    runner = BrokenDesk(desk)
    window = MainWindow(runner, opened, menu)
    screen.open(window)
    runner.broken = True
    with qtbot.waitSignal(window.locked) as told:
        window.lock_unattended()
    assert told.args == [False]
