"""The list of ids: it holds no rows, asks for what is painted, and follows Qt's rules."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from typing import TypeVar

import pytest
from PySide6.QtCore import QObject
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from mhdesk.desk.desk import Desk
from mhdesk.domain.people import Role, User
from mhdesk.domain.signals import Status
from mhdesk.errors import KnownError
from mhdesk.gui.fetched_model import KEPT_LINES, MOST_PAGES, PAGE
from mhdesk.gui.runner import Failed, InlineRunner, ThreadRunner
from mhdesk.gui.signals.table_model import SignalTableModel
from mhdesk.gui.widgets.long_list import LongListView
from mhdesk.gui.widgets.rows import LINE, ROW_ID, SPOKEN, Line
from tests.gui.signals.conftest import Register
from tests.gui.widgets.screen import Screen
from tests.registry_fixtures import ReadyRegistry, StoppedClock

T = TypeVar("T")


class CountingRunner(InlineRunner):
    """A runner that answers at once and notes how often it was asked."""

    asked = 0

    def ask(
        self,
        work: Callable[[Desk], T],
        then: Callable[[T], None],
        failed: Failed | None = None,
        *,
        owner: QObject | None = None,
    ) -> None:
        self.asked += 1
        super().ask(work, then, failed, owner=owner)


def unexpected(error: KnownError) -> None:
    raise AssertionError(error.code)


def line(model: SignalTableModel, row: int) -> Line | None:
    shown = model.data(model.index(row), LINE)
    assert shown is None or isinstance(shown, Line)
    return shown


def test_the_model_keeps_qts_rules(runner: InlineRunner, register: Register, qtbot: QtBot) -> None:
    model = SignalTableModel(runner, unexpected)
    watched = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.set_ids(array("q", [register(), register(), register()]))
    qtbot.waitUntil(lambda: line(model, 2) is not None)
    model.forget()
    assert watched.model() is model


def test_the_model_keeps_qts_rules_while_answers_are_under_way(
    thread_runner: ThreadRunner,
    registry: ReadyRegistry,
    clock: StoppedClock,
    qtbot: QtBot,
) -> None:
    opened: list[None] = []
    thread_runner.open_desk(lambda: (registry.open(clock), None), opened.append)
    qtbot.waitUntil(lambda: bool(opened))
    model = SignalTableModel(thread_runner, unexpected)
    model.set_ids(array("q", range(1, 500)))
    watched = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    qtbot.waitUntil(lambda: line(model, 0) is not None)
    model.set_ids(array("q", range(1, 3)))
    assert watched.model() is model


def test_a_line_arrives_after_it_was_asked_for(
    runner: InlineRunner, register: Register, qtbot: QtBot
) -> None:
    number = register()
    model = SignalTableModel(runner, unexpected)
    model.set_ids(array("q", [number]))
    assert line(model, 0) is None
    with qtbot.waitSignal(model.dataChanged):
        assert model.data(model.index(0), SPOKEN) == ""
    shown = line(model, 0)
    assert shown is not None
    assert shown.title == "GV-2026-0001 · Lina Voorbeeld, Bas Verzonnen"
    assert shown.reason == "Melding · arbeidsuitbuiting · Hilversum · ontvangen vr 20-11"
    assert (shown.clock, shown.day) == ("nog 30 dagen", "uiterlijk wo 23-12")
    assert model.data(model.index(0), ROW_ID) == number


def test_the_next_paint_of_lines_that_are_here_asks_nothing(
    desk: Desk, register: Register, qtbot: QtBot
) -> None:
    runner = CountingRunner(desk)
    model = SignalTableModel(runner, unexpected)
    model.set_ids(array("q", [register(), register()]))
    for _ in range(3):
        line(model, 0)
        line(model, 1)
    qtbot.waitUntil(lambda: line(model, 0) is not None)
    line(model, 1)
    assert runner.asked == 1


def test_a_drag_through_everything_asks_only_for_what_is_in_sight(desk: Desk, qtbot: QtBot) -> None:
    runner = CountingRunner(desk)
    model = SignalTableModel(runner, unexpected)
    model.set_ids(array("q", range(1, 100_001)))
    for row in range(0, 100_000, 1_000):
        line(model, row)
    qtbot.waitUntil(lambda: runner.asked == 1)
    assert line(model, 99_000) is not None
    assert line(model, 0) is None


def test_few_lines_are_kept_however_many_there_are(desk: Desk, qtbot: QtBot) -> None:
    runner = CountingRunner(desk)
    model = SignalTableModel(runner, unexpected)
    model.set_ids(array("q", range(1, 100_001)))
    for page in range(20):
        first = page * PAGE
        with qtbot.waitSignal(model.dataChanged):
            line(model, first)
    here = sum(line(model, row) is not None for row in range(20 * PAGE))
    assert here <= KEPT_LINES + MOST_PAGES * PAGE


def test_a_hundred_thousand_signals_open_at_once(runner: InlineRunner, screen: Screen, qtbot: QtBot) -> None:
    model = SignalTableModel(runner, unexpected)
    view = LongListView(name="Signalen")
    view.setModel(model)
    screen.show(view)
    with qtbot.waitSignal(model.dataChanged, timeout=2_000):
        model.set_ids(array("q", range(1, 100_001)))
    assert line(model, 50_000) is None


def test_a_signal_that_is_gone_says_so(runner: InlineRunner, qtbot: QtBot) -> None:
    model = SignalTableModel(runner, unexpected)
    model.set_ids(array("q", [77]))
    qtbot.waitUntil(lambda: line(model, 0) is not None)
    shown = line(model, 0)
    assert shown is not None
    assert "77" not in shown.title


def test_only_what_was_touched_is_fetched_again(desk: Desk, register: Register, qtbot: QtBot) -> None:
    from mhdesk.desk import signals

    runner = CountingRunner(desk)
    first, second = register(), register()
    model = SignalTableModel(runner, unexpected)
    model.set_ids(array("q", [first, second]))
    qtbot.waitUntil(lambda: line(model, 1) is not None)
    signals.change_status(desk, first, Status.CLOSED, "Afgerond in het overleg.")
    model.forget([first])
    assert line(model, 1) is not None
    qtbot.waitUntil(lambda: line(model, 0) is not None)
    shown = line(model, 0)
    assert shown is not None
    assert shown.reason.endswith("afgesloten")


def test_the_same_ids_are_no_other_list(runner: InlineRunner) -> None:
    model = SignalTableModel(runner, unexpected)
    assert model.set_ids(array("q", [3, 1]))
    assert not model.set_ids(array("q", [3, 1]))
    assert model.row_of(1) == 1
    assert model.row_of(9) == -1


def test_a_failure_is_told_and_asked_again_only_when_painted_again(
    desk: Desk, register: Register, qtbot: QtBot
) -> None:
    told: list[str] = []
    number = register()
    model = SignalTableModel(InlineRunner(desk), lambda error: told.append(error.code))
    model.set_ids(array("q", [number]))
    desk.user = User(desk.user.id, desk.user.name, Role.ADMINISTRATOR)
    line(model, 0)
    qtbot.waitUntil(lambda: told == ["desk.not_allowed"])
    qtbot.wait(20)
    assert len(told) == 1
    line(model, 0)
    qtbot.waitUntil(lambda: len(told) == 2)


@pytest.fixture(autouse=True)
def _in_dutch(dutch: object) -> None:
    """Say everything in Dutch."""
