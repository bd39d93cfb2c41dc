"""The list of cases: ids by filter and order, and the lines of some of them."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Row,
    Select,
    bindparam,
    func,
    select,
    text,
    true,
)

from mhdesk.domain import cases
from mhdesk.domain.case_list import CaseFilter, CaseRow, Next
from mhdesk.domain.references import Reference
from mhdesk.domain.trajectories import GOING_ON
from mhdesk.store import case_search
from mhdesk.store.involvements import full_name
from mhdesk.store.schema import agreement, case_file, involvement, person, trajectory, user
from mhdesk.store.values import numbers, to_day

_Waits = dict[int, tuple[str, Next]]


def ids(connection: Connection, wanted: CaseFilter) -> array[int]:
    """Return the ids of the cases that the filter lets through: open ones first, then the newest.

    Without a risk or words the covering index of the list answers alone.
    """
    values: dict[str, str] = {}
    question: Select[int] = select(case_file.c.id).where(_condition(wanted))
    if wanted.search.strip():
        found = case_search.matches(wanted.search)
        if found is None:
            return array("q")
        sql, values = found
        question = question.where(text(f"case_file.id IN ({sql})"))
    newest = (case_file.c.status.desc(), case_file.c.opened_on.desc(), case_file.c.id.desc())
    return numbers(connection.execute(question.order_by(*newest), values))


def _condition(wanted: CaseFilter) -> ColumnElement[bool]:
    condition: ColumnElement[bool] = true()
    if wanted.status:
        condition &= case_file.c.status == wanted.status
    if wanted.coordinator_id is not None:
        condition &= case_file.c.coordinator_id == wanted.coordinator_id
    if wanted.risk:
        condition &= case_file.c.risk == wanted.risk
    return condition


def rows(connection: Connection, case_ids: Sequence[int]) -> list[CaseRow]:
    """Return the lines of some cases in the given order; ids that no longer exist are left out."""
    key = {"ids": list(case_ids)}
    found = connection.execute(
        select(case_file, person.c.first_names, person.c.last_name, user.c.name)
        .join_from(case_file, person)
        .join(user, case_file.c.coordinator_id == user.c.id)
        .where(case_file.c.id.in_(bindparam("ids", expanding=True))),
        key,
    ).all()
    waits, running = _waits(connection, key), _running(connection, key)
    lines = {row.id: _row(row, waits, running) for row in found}
    return [lines[number] for number in case_ids if number in lines]


def _row(row: Row[Any], waits: _Waits, running: dict[int, int]) -> CaseRow:
    day, kind = waits.get(row.id, (None, None))
    is_open = row.status == cases.CaseStatus.OPEN
    return CaseRow(
        id=row.id,
        person_id=row.person_id,
        reference=str(Reference(cases.PREFIX, row.number_year, row.number)),
        name=full_name(row.first_names, row.last_name),
        status=row.status,
        opened_on=date.fromisoformat(row.opened_on),
        closed_on=to_day(row.closed_on),
        coordinator=row.name,
        risk=row.risk,
        next_on=to_day(day) if is_open else None,
        next_kind=kind if is_open else None,
        running=running.get(row.id, 0),
    )


def _waits(connection: Connection, key: dict[str, list[int]]) -> _Waits:
    """Return by case the first day on which something waits: an agreement, a last day, somebody to inform."""
    first: _Waits = {}
    for kind, question in _QUESTIONS:
        for row in connection.execute(question, key):
            day = (row.first, kind)
            first[row.case_id] = min(first.get(row.case_id, day), day)
    return first


_AMONG: BindParameter[Any] = bindparam("ids", expanding=True)
_GOES_ON = trajectory.c.state.in_(sorted(GOING_ON))
_QUESTIONS: tuple[tuple[Next, Select[Any]], ...] = (
    (
        Next.AGREEMENT,
        select(
            agreement.c.case_id,
            func.min(func.coalesce(agreement.c.snoozed_to, agreement.c.due_on)).label("first"),
        )
        .where(agreement.c.case_id.in_(_AMONG), agreement.c.done_on.is_(None))
        .group_by(agreement.c.case_id),
    ),
    (
        Next.TRAJECTORY,
        select(trajectory.c.case_id, func.min(trajectory.c.until_on).label("first"))
        .where(trajectory.c.case_id.in_(_AMONG), _GOES_ON, trajectory.c.until_on.is_not(None))
        .group_by(trajectory.c.case_id),
    ),
    (
        Next.INFORMING,
        select(case_file.c.id.label("case_id"), func.min(involvement.c.duty_on).label("first"))
        .join_from(case_file, involvement, case_file.c.person_id == involvement.c.person_id)
        .where(case_file.c.id.in_(_AMONG), involvement.c.duty_on.is_not(None))
        .group_by(case_file.c.id),
    ),
)


def _running(connection: Connection, key: dict[str, list[int]]) -> dict[int, int]:
    counted = connection.execute(
        select(trajectory.c.case_id, func.count().label("number"))
        .where(trajectory.c.case_id.in_(_AMONG), _GOES_ON)
        .group_by(trajectory.c.case_id),
        key,
    )
    return {row.case_id: row.number for row in counted}
