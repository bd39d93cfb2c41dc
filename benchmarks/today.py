"""Today where thousands of things wait: what is asked when the page opens, and the load at its foot."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final

from sqlalchemy import text

from benchmarks import lists, registries
from benchmarks.measuring import Line, compare
from mhdesk.desk import today
from mhdesk.desk.desk import Desk

OPEN: Final = 5_000
_SHOWN: Final = 200
_DAY: Final = "date('2026-10-01', '+' || (id % 120) || ' days')"
# Half of what waits are decisions, a tenth answers, the rest tasks; as many as there are.
_ARRANGED: Final = (
    "UPDATE involvement SET duty_on = NULL",
    f"""UPDATE involvement SET duty_on = {_DAY}, inform_due = {_DAY}, inform_state = 'undecided'
        WHERE id IN (SELECT id FROM involvement WHERE role IN ('possible_victim', 'aggressor') LIMIT 2500)""",
    "UPDATE referral SET state = 'accepted' WHERE state IN ('sent', 'waiting_list')",
    "UPDATE referral SET state = 'sent', historic = 0 WHERE id IN (SELECT id FROM referral LIMIT 500)",
    "UPDATE task SET done_on = '2026-11-01', done_by = 1 WHERE done_on IS NULL",
)
_TASKS: Final = f"""INSERT INTO task (signal_id, kind, due_on, begun_at, begun_by)
    SELECT id, 'reporter_feedback', {_DAY}, '2026-09-20T10:00:00+00:00', 1 FROM signal LIMIT :most"""
_COUNT: Final = """SELECT (SELECT count(*) FROM involvement WHERE duty_on IS NOT NULL)
    + (SELECT count(*) FROM referral WHERE state IN ('sent', 'waiting_list') AND historic = 0)
    + (SELECT count(*) FROM task WHERE done_on IS NULL)"""
_PLAIN: Final = (
    f"""SELECT * FROM involvement JOIN signal ON signal.id = signal_id LEFT JOIN person ON person.id = person_id
        WHERE duty_on IS NOT NULL ORDER BY duty_on, involvement.id LIMIT {_SHOWN}""",
    f"""SELECT * FROM task JOIN signal ON signal.id = signal_id
        WHERE done_on IS NULL ORDER BY due_on, task.id LIMIT {_SHOWN}""",
    f"""SELECT * FROM referral JOIN signal ON signal.id = signal_id
        JOIN organisation ON organisation.id = organisation_id WHERE state IN ('sent', 'waiting_list') AND historic = 0
        ORDER BY referred_on, referral.id LIMIT {_SHOWN}""",
    _COUNT,
)
_WAITED: Final = """SELECT begun_at, done_on FROM task WHERE kind = 'safety_assessment'
    AND (done_on IS NULL OR done_on > '2026-08-25')"""


def measure(size: int, times: int) -> Iterator[Line]:
    """Yield a line for Today, its foot, and the list with as much open, beside the same questions to plain SQLite."""
    unlocked = registries.unlock(registries.working_copy(size))
    desk = registries.open_desk(unlocked)
    waiting = arrange(desk)
    desk.close()
    path = registries.plain_copy(unlocked)
    desk, plain = registries.open_desk(unlocked), sqlite3.connect(path)
    ask = partial(_all, plain)
    named = f"{waiting:,} things wait"
    try:
        yield compare(f"Today, {named}", size, partial(_open, desk), partial(ask, _PLAIN), times)
        yield compare(
            "Today: waiting times at its foot",
            size,
            partial(today.load, desk),
            partial(ask, [_WAITED]),
            times,
        )
        yield compare(
            f"list, {named}",
            size,
            partial(lists.listed, desk, lists.EVERYTHING),
            partial(lists.listed_plain, plain, lists.FIRST_IDS),
            times,
        )
    finally:
        desk.close()
        plain.close()


def arrange(desk: Desk) -> int:
    """Let about 5,000 things wait in the registry of a desk, and return how many do."""
    with desk.database.writing() as connection:
        for statement in _ARRANGED:
            connection.execute(text(statement))
        while (waiting := int(connection.execute(text(_COUNT)).scalar_one())) < OPEN:
            connection.execute(text(_TASKS), {"most": OPEN - waiting})
    return waiting


def _open(desk: Desk) -> None:
    """Ask what the page asks: what waits, and how much of it there is."""
    today.items(desk)
    today.count_open(desk)


def _all(plain: sqlite3.Connection, questions: Sequence[str]) -> None:
    for question in questions:
        plain.execute(question).fetchall()
