"""Leaving keeps what is typed, closes the desk and, after a lock, replaces the process."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import time
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mhdesk.desk import backups, demo, drafts, signals
from mhdesk.desk.desk import Desk
from mhdesk.errors import DamageError
from mhdesk.gui.entry.locked import Locked
from mhdesk.gui.entry.opening import Opened
from mhdesk.gui.look.theme import Scheme, Theme
from mhdesk.gui.preferences import Preferences
from mhdesk.gui.runner import Failed, InlineRunner, ThreadRunner
from mhdesk.gui.shell.context import KeepsDraft
from mhdesk.gui.shell.leaving import Leaving, command
from mhdesk.gui.shell.main_window import MainWindow
from mhdesk.gui.shell.unkept_decision import UnkeptDecision
from mhdesk.gui.shell.view_menu import ViewMenu
from mhdesk.gui.signals.form_page import SignalFormPage
from mhdesk.gui.widgets.editors import LongTextEditor
from tests.desk.drafts import a_notification
from tests.gui.reach import nameless
from tests.gui.widgets.screen import CONTROL, Screen, click, press, type_in
from tests.registry_fixtures import ReadyRegistry, StoppedClock

T = TypeVar("T")
STORY = "Gezien bij het vakantiepark."


class FullDisk(InlineRunner):
    """A desk on a disk that can be filled up: whoever is told of failures hears that nothing was kept."""

    full = False

    def ask(
        self,
        work: Callable[[Desk], T],
        then: Callable[[T], None],
        failed: Failed | None = None,
        *,
        owner: QObject | None = None,
    ) -> None:
        if self.full and failed is not None:
            failed(DamageError("common.disk_full"))
        else:
            super().ask(work, then, failed, owner=owner)


@pytest.fixture
def disk(desk: Desk) -> FullDisk:
    return FullDisk(desk)


@pytest.fixture
def window(
    disk: FullDisk, opened: Opened, preferences: Preferences, dutch: QApplication, screen: Screen
) -> MainWindow:
    menu = ViewMenu(Theme(dutch, Scheme.LIGHT), preferences, opened.user.name)
    made = MainWindow(disk, opened, menu)
    made.resize(1366, 768)
    screen.open(made)
    return made


def story_of(form: SignalFormPage) -> LongTextEditor:
    return form.findChildren(LongTextEditor)[0]


def typed_into_a_form(window: MainWindow) -> SignalFormPage:
    window.new_signal()
    form = window.pages.page
    assert isinstance(form, SignalFormPage)
    type_in(story_of(form), STORY)
    assert form.has_unkept()
    return form


def kept(registry: ReadyRegistry, clock: StoppedClock) -> list[str]:
    """Return what the drafts in a registry hold, once nobody else has it open."""
    desk = registry.open(clock)
    found = [draft.payload for draft in drafts.mine(desk)]
    desk.close()
    return found


def test_locking_keeps_what_is_typed_and_closes_the_desk(
    window: MainWindow, registry: ReadyRegistry, clock: StoppedClock, qtbot: QtBot
) -> None:
    typed_into_a_form(window)
    with qtbot.waitSignal(window.locked) as told:
        press(window, Qt.Key.Key_L, CONTROL)
    assert told.args == [True]
    assert not window.pages.isVisible()
    (payload,) = kept(registry, clock)
    assert STORY in payload


def last_verb(registry: ReadyRegistry, clock: StoppedClock) -> str:
    """Return what the log says last, once nobody else has the registry open."""
    desk = registry.open(clock)
    found = desk.database.connection.exec_driver_sql("SELECT verb FROM audit_event ORDER BY seq DESC LIMIT 1")
    verb = str(found.scalar_one())
    desk.close()
    return verb


def test_the_log_says_that_it_was_closed(
    window: MainWindow, registry: ReadyRegistry, clock: StoppedClock, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(window.closed):
        window.leave()
    assert last_verb(registry, clock) == "registry.closed"


def test_the_log_says_that_it_was_locked(
    window: MainWindow, registry: ReadyRegistry, clock: StoppedClock, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(window.locked):
        press(window, Qt.Key.Key_L, CONTROL)
    assert last_verb(registry, clock) == "registry.locked"


def test_locking_without_anything_typed_says_so(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.locked) as told:
        click(window.navigation.lock)
    assert told.args == [False]


def test_an_open_dialog_does_not_stop_the_lock(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    number = signals.register(desk, a_notification()).created
    assert number is not None
    window.pages.open_signal(number)
    decision = UnkeptDecision(window)
    decision.open()
    qtbot.waitUntil(decision.isActiveWindow)
    with qtbot.waitSignal(window.locked):
        press(decision, Qt.Key.Key_L, CONTROL)


def test_what_cannot_be_kept_stops_the_lock_and_is_asked_about(
    window: MainWindow, disk: FullDisk, qtbot: QtBot
) -> None:
    form = typed_into_a_form(window)
    disk.full = True
    with qtbot.assertNotEmitted(window.locked):
        window.lock()
    (question,) = window.findChildren(UnkeptDecision)
    assert question.isVisible()
    assert nameless(question) == []
    assert window.pages.isVisible()
    assert story_of(form).text() == STORY
    question.cancel.click()
    disk.full = False
    with qtbot.waitSignal(window.locked) as told:
        window.lock()
    assert told.args == [True]


def test_somebody_who_must_go_can_leave_without_it(window: MainWindow, disk: FullDisk, qtbot: QtBot) -> None:
    typed_into_a_form(window)
    disk.full = True
    window.lock()
    (question,) = window.findChildren(UnkeptDecision)
    with qtbot.waitSignal(window.locked) as told:
        question.primary.click()
    assert told.args == [False]


def test_going_to_another_page_keeps_the_draft(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    typed_into_a_form(window)
    window.pages.open_today()
    assert STORY in drafts.mine(desk)[0].payload
    qtbot.waitUntil(lambda: not window.findChildren(SignalFormPage))


def test_a_form_that_cannot_be_kept_comes_back(window: MainWindow, disk: FullDisk) -> None:
    form = typed_into_a_form(window)
    disk.full = True
    window.pages.open_today()
    assert window.pages.page is form
    assert story_of(form).text() == STORY
    disk.full = False


def test_leaving_for_good_keeps_what_is_typed_too(
    window: MainWindow, registry: ReadyRegistry, clock: StoppedClock, qtbot: QtBot
) -> None:
    typed_into_a_form(window)
    with qtbot.waitSignal(window.closed):
        window.leave()
    assert len(kept(registry, clock)) == 1


def test_the_next_process_gets_folder_looks_and_time_and_nothing_else() -> None:
    folder = Path("/registers/voorbeeld")
    arguments = command(folder, "dark", Locked(time(2, 8), draft_kept=True))
    assert arguments == [
        *(sys.executable, "-m", "mhdesk", str(folder)),
        *("--lang", "nl", "--theme", "dark", "--locked-at", "02:08+draft"),
    ]


BECOME = """
import os, sys
from mhdesk.gui.shell.leaving import replace_process
print(os.getpid(), flush=True)
replace_process([sys.executable, "-c", "import os; print(os.getpid())"])
"""


def test_the_process_really_becomes_another_program() -> None:
    run = subprocess.run([sys.executable, "-c", BECOME], check=True, capture_output=True, text=True)
    before, after = run.stdout.split()
    assert (before == after) == (os.name == "posix")


# --- the backup at the end of a day --------------------------------------------------------------------


def made(registry: ReadyRegistry) -> int:
    return len(list((registry.folder / "backups").glob("mhdesk-*")))


def test_leaving_after_work_makes_the_backup_of_the_day_once(
    window: MainWindow, desk: Desk, registry: ReadyRegistry, clock: StoppedClock, qtbot: QtBot
) -> None:
    signals.register(desk, a_notification())
    with qtbot.waitSignal(window.closed):
        window.leave()
    assert made(registry) == 1
    again = registry.open(clock)
    assert not backups.due(again)
    again.close()


def test_locking_after_work_makes_it_as_well(
    window: MainWindow, desk: Desk, registry: ReadyRegistry, qtbot: QtBot
) -> None:
    signals.register(desk, a_notification())
    with qtbot.waitSignal(window.locked):
        press(window, Qt.Key.Key_L, CONTROL)
    assert made(registry) == 1


def test_leaving_without_work_makes_none(window: MainWindow, registry: ReadyRegistry, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.closed):
        window.leave()
    assert made(registry) <= 1  # the making of the registry itself may count as work


def test_a_backup_that_fails_keeps_nobody_from_closing(
    window: MainWindow, desk: Desk, registry: ReadyRegistry, clock: StoppedClock, qtbot: QtBot
) -> None:
    signals.register(desk, a_notification())
    place = registry.folder / "backups"
    shutil.rmtree(place)
    place.write_text("in the way", encoding="utf-8")
    with qtbot.waitSignal(window.closed):
        window.leave()
    place.unlink()
    again = registry.open(clock)
    assert next(found.code for found in backups.warnings(again, again.today())) in {
        "backups.never",
        "backups.last_failed",
    }
    again.close()


def test_the_backup_at_closing_can_be_skipped(
    window: MainWindow, desk: Desk, registry: ReadyRegistry, qtbot: QtBot
) -> None:
    demo.fill(desk, 1500, 1)  # a few slices of pages
    window.departure._leaving.backing_up.connect(window.cover.skip_wanted)
    with qtbot.waitSignal(window.closed):
        window.leave()
    assert made(registry) == 0


class NoPages:
    """Nobody types anywhere."""

    def drafts(self) -> list[KeepsDraft]:
        return []

    def draft_left(self) -> int | None:
        return None


def opened_in_a_thread(registry: ReadyRegistry, clock: StoppedClock, qtbot: QtBot) -> ThreadRunner:
    runner = ThreadRunner()
    with qtbot.waitCallback() as opened:
        runner.open_desk(lambda: (registry.open(clock), True), opened)
    return runner


def test_a_lock_does_not_wait_for_the_backup_that_a_closing_began(
    registry: ReadyRegistry, clock: StoppedClock, qtbot: QtBot
) -> None:
    runner = opened_in_a_thread(registry, clock, qtbot)
    with qtbot.waitCallback() as filled:
        runner.ask(lambda desk: demo.fill(desk, 3000, 1), filled)
    leaving = Leaving(runner, NoPages())
    leaving.backing_up.connect(lambda: leaving.begin(locking=True))
    with qtbot.waitSignal(leaving.left, timeout=5000):
        leaving.begin(locking=False)
    assert made(registry) == 0
    runner.close()


def test_a_registry_that_was_put_back_is_left_without_a_word_about_bugs(
    registry: ReadyRegistry, clock: StoppedClock, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    runner = opened_in_a_thread(registry, clock, qtbot)
    with qtbot.waitCallback() as closed:
        runner.ask(lambda desk: desk.close(), lambda _: closed())
    leaving = Leaving(runner, NoPages())
    with qtbot.waitSignal(leaving.left, timeout=5000):
        leaving.begin(locking=True)
    assert "bug" not in caplog.text
    runner.close()
