"""Agreements of a case: what waits, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, Select, func, select, text, update

from mhdesk.domain.agreements import CaseAgreement
from mhdesk.store import ids, users
from mhdesk.store.schema import agreement
from mhdesk.store.values import to_day, to_moment, to_text


def add(connection: Connection, values: Mapping[str, Any]) -> int:
    """Add an agreement and return the id."""
    return ids.add(connection, agreement, values)


def get(connection: Connection, agreement_id: int) -> CaseAgreement | None:
    """Return one agreement, or None when there is none."""
    return next(iter(_views(connection, select(agreement).where(agreement.c.id == agreement_id))), None)


def of_case(connection: Connection, case_id: int) -> tuple[CaseAgreement, ...]:
    """Return the agreements of a case: what waits by its last day, then what was done, the last first."""
    found = _views(connection, select(agreement).where(agreement.c.case_id == case_id))
    waiting = sorted((one for one in found if one.done_on is None), key=lambda one: (one.due_on, one.id))
    done = sorted((one for one in found if one.done_on), key=lambda one: (one.done_on, one.id), reverse=True)
    return (*waiting, *done)


def of_items(connection: Connection, item_ids: Sequence[int]) -> tuple[CaseAgreement, ...]:
    """Return the agreements that were made about some cases on an agenda, in the order in which they were made."""
    wanted = agreement.c.meeting_item_id.in_(list(item_ids))
    return _views(connection, select(agreement).where(wanted).order_by(agreement.c.id))


def finish(connection: Connection, agreement_id: int, *, done_on: date, done_by: int, how: str) -> None:
    """Note that it was done, and how."""
    _change(connection, agreement_id, {"done_on": to_text(done_on), "done_by": done_by, "done_how": how})


def reopen(connection: Connection, agreement_id: int) -> None:
    """Let it wait again, with the last day that it had."""
    _change(connection, agreement_id, {"done_on": None, "done_by": None, "done_how": ""})


def snooze(connection: Connection, agreement_id: int, until: date | None, reason: str) -> None:
    """Leave it out of Today until a day, or no longer."""
    _change(connection, agreement_id, {"snoozed_to": to_text(until), "snooze_reason": reason})


def amend(connection: Connection, agreement_id: int, values: Mapping[str, Any]) -> None:
    """Let it say something else; the caller keeps what it said."""
    _change(connection, agreement_id, values)


def _change(connection: Connection, agreement_id: int, values: Mapping[str, Any]) -> None:
    connection.execute(update(agreement).where(agreement.c.id == agreement_id).values(**values))


def hand_over(
    connection: Connection, agreement_ids: Iterable[int], from_user: int, to_user: int
) -> tuple[CaseAgreement, ...]:
    """Let what waits of one colleague, among some agreements, be another one's; return those agreements."""
    mine = (
        agreement.c.id.in_(list(agreement_ids))
        & (agreement.c.user_id == from_user)
        & text("agreement.done_on IS NULL")
    )
    found = _views(connection, select(agreement).where(mine).order_by(agreement.c.id))
    if found:
        these = agreement.c.id.in_([one.id for one in found])
        connection.execute(update(agreement).where(these).values(user_id=to_user))
    return found


def waiting_of(connection: Connection, user_id: int) -> list[int]:
    """Return the ids of what waits of a colleague."""
    mine = select(agreement.c.id).where(agreement.c.user_id == user_id, text("agreement.done_on IS NULL"))
    return list(connection.execute(mine.order_by(agreement.c.id)).scalars())


def cases_of(connection: Connection, user_id: int) -> list[int]:
    """Return the cases in which something that a colleague agreed to waits."""
    waiting = select(agreement.c.case_id).where(
        agreement.c.user_id == user_id, text("agreement.done_on IS NULL")
    )
    return list(connection.execute(waiting.distinct().order_by(agreement.c.case_id)).scalars())


def waiting(connection: Connection, today: date, most: int) -> tuple[CaseAgreement, ...]:
    """Return what waits and is not put off, the longest overdue first."""
    question = _waiting(select(agreement), today).order_by(agreement.c.due_on, agreement.c.id).limit(most)
    return _views(connection, question)


def count_waiting(connection: Connection, today: date) -> int:
    """Return how many agreements wait and are not put off."""
    question = _waiting(select(func.count()).select_from(agreement), today)
    return int(connection.execute(question).scalar_one())


def _waiting(question: Select[Any], today: date) -> Select[Any]:
    return question.where(
        text("agreement.done_on IS NULL"), func.coalesce(agreement.c.snoozed_to, "") <= today.isoformat()
    )


def _views(connection: Connection, question: Select[Any]) -> tuple[CaseAgreement, ...]:
    rows = connection.execute(question).all()
    people = users.names(connection) if rows else {}
    return tuple(_view(row, people) for row in rows)


def _view(row: Row[Any], people: Mapping[int, str]) -> CaseAgreement:
    return CaseAgreement(
        id=row.id,
        case_id=row.case_id,
        meeting_item_id=row.meeting_item_id,
        what=row.what,
        who=people.get(row.user_id, "") if row.user_id else row.who,
        user_id=row.user_id,
        due_on=date.fromisoformat(row.due_on),
        done_on=to_day(row.done_on),
        done_by=people.get(row.done_by, "") if row.done_by else "",
        done_how=row.done_how,
        snoozed_to=to_day(row.snoozed_to),
        snooze_reason=row.snooze_reason,
        recorded_at=to_moment(row.recorded_at),
        recorded_by=people.get(row.recorded_by, ""),
    )
