"""The desk is asked in one thread and answers in the window's; nothing that goes wrong gets lost."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from mhdesk.desk.desk import Desk
from mhdesk.errors import InputError, KnownError
from mhdesk.gui.runner import InlineRunner, ThreadRunner
from mhdesk.store import settings
from tests.conftest import ExpectedLogs
from tests.registry_fixtures import ReadyRegistry, StoppedClock

SECRET = "Roman Fictief"


@pytest.fixture
def at_the_desk(
    thread_runner: ThreadRunner, registry: ReadyRegistry, clock: StoppedClock, qtbot: QtBot
) -> ThreadRunner:
    """Return a runner whose thread has opened a registry."""
    answers: list[str] = []
    thread_runner.open_desk(lambda: (registry.open(clock), "open"), answers.append)
    qtbot.waitUntil(lambda: answers == ["open"])
    return thread_runner


def count_from(number: int, desk: Desk) -> int:
    return desk.info().signals + number


def test_answers_come_in_the_order_of_the_questions_in_the_windows_thread(
    at_the_desk: ThreadRunner, qtbot: QtBot
) -> None:
    answers: list[int] = []
    threads: set[int] = set()

    def take(answer: int) -> None:
        answers.append(answer)
        threads.add(threading.get_ident())

    for number in range(50):
        at_the_desk.ask(partial(count_from, number), take)
    qtbot.waitUntil(lambda: len(answers) == 50)
    assert answers == list(range(50))
    assert threads == {threading.get_ident()}


def test_all_questions_meet_the_desk_in_one_thread_that_is_not_the_windows(
    at_the_desk: ThreadRunner, qtbot: QtBot
) -> None:
    seen: list[int] = []
    for _ in range(5):
        at_the_desk.ask(lambda _desk: threading.get_ident(), seen.append)
    at_the_desk.run(threading.get_ident, seen.append)
    qtbot.waitUntil(lambda: len(seen) == 6)
    assert len(set(seen)) == 1
    assert threading.get_ident() not in seen


def never(_answer: object) -> None:
    pytest.fail("an answer that should not come")


def refuse(_desk: Desk) -> None:
    raise InputError("desk.no_such_signal")


def stumble(_desk: Desk) -> None:
    raise ZeroDivisionError(f"while reading {SECRET}")


def test_a_known_error_goes_to_who_asked(at_the_desk: ThreadRunner, qtbot: QtBot) -> None:
    errors: list[KnownError] = []
    at_the_desk.ask(refuse, never, errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert errors[0].code == "desk.no_such_signal"


def test_a_known_error_that_nobody_catches_reaches_the_window(
    at_the_desk: ThreadRunner, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(at_the_desk.failed) as told:
        at_the_desk.ask(refuse, never)
    assert told.args is not None
    assert told.args[0].code == "desk.no_such_signal"


def test_a_bug_is_told_by_a_number_and_logged_without_its_words(
    at_the_desk: ThreadRunner, qtbot: QtBot, expected_logs: ExpectedLogs, caplog: pytest.LogCaptureFixture
) -> None:
    expected_logs(r"bug [0-9a-f]{8}: ZeroDivisionError at .*stumble")
    errors: list[KnownError] = []
    at_the_desk.ask(stumble, never, errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert errors[0].code == "common.bug"
    assert str(errors[0].params["number"]) in caplog.text
    assert SECRET not in caplog.text


class Reader(QLabel):
    """A widget that waits for an answer."""

    def __init__(self, seen: list[object]) -> None:
        super().__init__()
        self._seen = seen

    @Slot(object)
    def on_answer(self, answer: object) -> None:
        self._seen.append(answer)


def test_an_answer_for_a_widget_that_is_gone_is_dropped(at_the_desk: ThreadRunner, qtbot: QtBot) -> None:
    seen: list[object] = []
    gone, also_gone = Reader(seen), Reader(seen)
    hold = threading.Event()
    at_the_desk.run(hold.wait, lambda _: None)
    at_the_desk.ask(Desk.today, gone.on_answer)
    at_the_desk.ask(Desk.today, partial(also_gone.on_answer))
    at_the_desk.ask(Desk.today, seen.append, owner=gone)
    for reader in (gone, also_gone):
        reader.deleteLater()
    qtbot.waitUntil(lambda: not isValid(gone) and not isValid(also_gone))
    hold.set()
    last: list[object] = []
    at_the_desk.ask(Desk.today, last.append)
    qtbot.waitUntil(lambda: bool(last))
    assert seen == []


def test_a_bug_for_a_widget_that_is_gone_is_still_logged(
    at_the_desk: ThreadRunner, qtbot: QtBot, expected_logs: ExpectedLogs
) -> None:
    expected_logs("bug .*ZeroDivisionError")
    gone = QObject()
    hold = threading.Event()
    at_the_desk.run(hold.wait, lambda _: None)
    at_the_desk.ask(stumble, never, owner=gone)
    gone.deleteLater()
    qtbot.waitUntil(lambda: not isValid(gone))
    hold.set()
    last: list[object] = []
    at_the_desk.ask(Desk.today, last.append)
    qtbot.waitUntil(lambda: bool(last))


def test_closing_does_what_was_asked_and_then_closes_the_desk(
    at_the_desk: ThreadRunner, registry: ReadyRegistry, clock: StoppedClock
) -> None:
    done: list[str] = []
    at_the_desk.ask(lambda desk: done.append(desk.info().name), lambda _: None)
    at_the_desk.close()
    assert done == ["Voorbeeldregio"]
    registry.open(clock).close()  # would be refused as "in use" if the desk were still open


ENDLESS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"


def one_long_statement(desk: Desk) -> None:
    desk.database.connection.exec_driver_sql(ENDLESS).fetchall()


def many_short_statements(desk: Desk) -> None:
    while True:
        desk.info()


@pytest.mark.parametrize("work", [one_long_statement, many_short_statements])
def test_long_work_that_nobody_wants_any_more_is_broken_off(
    work: Callable[[Desk], None], at_the_desk: ThreadRunner, qtbot: QtBot
) -> None:
    errors: list[KnownError] = []
    names: list[str] = []
    at_the_desk.ask(work, never, errors.append)
    at_the_desk.ask(lambda desk: desk.info().name, never, errors.append)
    at_the_desk.hurry()
    at_the_desk.ask(lambda desk: desk.info().name, names.append)
    qtbot.waitUntil(lambda: bool(names), timeout=10_000)
    assert [error.code for error in errors] == ["common.interrupted"] * 2
    assert not at_the_desk.is_stuck()


def test_what_is_written_meanwhile_is_there_as_a_whole_or_not_at_all(
    at_the_desk: ThreadRunner, qtbot: QtBot
) -> None:
    errors: list[KnownError] = []
    begun = threading.Event()

    def write(desk: Desk) -> None:
        with desk.database.writing() as connection:
            settings.put(connection, {"name": "Half"})
            begun.set()
            connection.exec_driver_sql(ENDLESS).fetchall()

    at_the_desk.ask(write, never, errors.append)
    assert begun.wait(10)
    at_the_desk.hurry()
    names: list[str] = []
    qtbot.waitUntil(lambda: bool(errors), timeout=10_000)
    at_the_desk.ask(lambda desk: desk.info().name, names.append)
    qtbot.waitUntil(lambda: bool(names))
    assert names == ["Voorbeeldregio"]


def test_short_work_is_done_although_nobody_waits_for_it(at_the_desk: ThreadRunner, qtbot: QtBot) -> None:
    names: list[str] = []
    for _ in range(5):
        at_the_desk.ask(lambda desk: desk.info().name, names.append)
    at_the_desk.hurry()
    qtbot.waitUntil(lambda: len(names) == 5)


def test_closing_does_not_wait_for_long_work(
    at_the_desk: ThreadRunner, registry: ReadyRegistry, clock: StoppedClock
) -> None:
    at_the_desk.ask(one_long_statement, never)
    at_the_desk.close()
    registry.open(clock).close()


def test_work_that_never_looks_at_the_desk_is_known_to_be_stuck(
    at_the_desk: ThreadRunner, qtbot: QtBot
) -> None:
    hold = threading.Event()
    at_the_desk.ask(lambda _desk: hold.wait(10), lambda _: None)
    assert not at_the_desk.is_stuck()
    at_the_desk.hurry()
    qtbot.waitUntil(at_the_desk.is_stuck)
    hold.set()
    qtbot.waitUntil(lambda: not at_the_desk.is_stuck())


def test_nothing_asked_after_closing_is_answered(at_the_desk: ThreadRunner, qtbot: QtBot) -> None:
    at_the_desk.close()
    at_the_desk.close()
    at_the_desk.ask(Desk.today, never)
    qtbot.wait(20)


def test_opening_a_second_registry_closes_the_first(
    at_the_desk: ThreadRunner, registry: ReadyRegistry, clock: StoppedClock, qtbot: QtBot
) -> None:
    other = registry.at(registry.folder.with_name("other"))
    names: list[str] = []
    at_the_desk.open_desk(lambda: (other.open(clock), None), lambda _: None)
    at_the_desk.ask(lambda desk: desk.folder.name, names.append)
    qtbot.waitUntil(lambda: names == ["other"])
    registry.open(clock).close()


def test_a_question_before_a_desk_is_open_is_a_bug(
    thread_runner: ThreadRunner, qtbot: QtBot, expected_logs: ExpectedLogs
) -> None:
    expected_logs("bug .*RuntimeError")
    with qtbot.waitSignal(thread_runner.failed):
        thread_runner.ask(Desk.today, never)


def test_the_inline_runner_answers_at_once_and_hides_no_bug(runner: InlineRunner) -> None:
    answers: list[str] = []
    errors: list[KnownError] = []
    runner.ask(lambda desk: desk.info().name, answers.append)
    runner.ask(refuse, never, errors.append)
    assert answers == ["Voorbeeldregio"]
    assert [error.code for error in errors] == ["desk.no_such_signal"]
    with pytest.raises(ZeroDivisionError):
        runner.ask(stumble, never, errors.append)
