"""Work with a last day, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, and_, func, or_, select, text, update

from mhdesk.domain.load import Wait
from mhdesk.domain.tasks import TaskView
from mhdesk.domain.terms import WorkTerm
from mhdesk.store import ids, users
from mhdesk.store.schema import task
from mhdesk.store.values import to_day, to_moment, to_text


def begin(connection: Connection, values: Mapping[str, Any]) -> int:
    """Add a task and return the id."""
    return ids.add(connection, task, values)


def finish(connection: Connection, task_id: int, *, done_on: date, done_by: int, how: str) -> None:
    """Note that a task was done, and how."""
    values = {"done_on": done_on.isoformat(), "done_by": done_by, "done_how": how}
    connection.execute(update(task).where(task.c.id == task_id).values(**values))


def reopen(connection: Connection, task_id: int) -> None:
    """Let a task that was ended wait again, with the last day that it had."""
    values = {"done_on": None, "done_by": None, "done_how": ""}
    connection.execute(update(task).where(task.c.id == task_id).values(**values))


def snooze(connection: Connection, task_id: int, until: date, reason: str) -> None:
    """Leave a task out of Today until a day."""
    values = {"snoozed_to": to_text(until), "snooze_reason": reason}
    connection.execute(update(task).where(task.c.id == task_id).values(**values))


def get(connection: Connection, task_id: int) -> TaskView | None:
    """Return one task, or None when there is none."""
    row = connection.execute(select(task).where(task.c.id == task_id)).one_or_none()
    return _view(row, users.names(connection)) if row else None


def of_signal(connection: Connection, signal_id: int) -> tuple[TaskView, ...]:
    """Return the tasks of a signal, the oldest first."""
    people = users.names(connection)
    rows = connection.execute(select(task).where(task.c.signal_id == signal_id).order_by(task.c.id))
    return tuple(_view(row, people) for row in rows)


def open_of(connection: Connection, signal_id: int, kind: str) -> tuple[TaskView, ...]:
    """Return the tasks of one kind that wait."""
    found = of_signal(connection, signal_id)
    return tuple(one for one in found if one.kind == kind and one.done_on is None)


def waiting(connection: Connection, today: date, most: int) -> list[TaskView]:
    """Return what waits and is not put off, the longest overdue first."""
    people = users.names(connection)
    rows = connection.execute(
        select(task)
        .where(text("task.done_on IS NULL"), func.coalesce(task.c.snoozed_to, "") <= today.isoformat())
        .order_by(task.c.due_on, task.c.id)
        .limit(most)
    )
    return [_view(row, people) for row in rows]


def count_waiting(connection: Connection, today: date) -> int:
    """Return how many tasks wait and are not put off."""
    question = (
        select(func.count())
        .select_from(task)
        .where(text("task.done_on IS NULL"), func.coalesce(task.c.snoozed_to, "") <= today.isoformat())
    )
    return int(connection.execute(question).scalar_one())


def triage_waits(connection: Connection, since: date, besides: Iterable[str]) -> list[Wait]:
    """Return what waits for a triage and what waited for one until after ``since``.

    ``besides`` are the words of a term that ended without a triage.
    """
    question = select(task.c.begun_at, task.c.done_on).where(
        task.c.kind == WorkTerm.SAFETY_ASSESSMENT,
        or_(
            text("task.done_on IS NULL"),
            and_(task.c.done_on > since.isoformat(), task.c.done_how.not_in(list(besides))),
        ),
    )
    return [Wait(to_moment(row.begun_at).date(), to_day(row.done_on)) for row in connection.execute(question)]


def _view(row: Row[Any], people: Mapping[int, str]) -> TaskView:
    begun, due = to_moment(row.begun_at), date.fromisoformat(row.due_on)
    return TaskView(
        id=row.id,
        signal_id=row.signal_id,
        kind=row.kind,
        due_on=due,
        begun_on=begun.date(),
        done_on=to_day(row.done_on),
        done_by=people.get(row.done_by, "") if row.done_by else "",
        done_how=row.done_how,
        snoozed_to=to_day(row.snoozed_to),
        snooze_reason=row.snooze_reason,
    )
