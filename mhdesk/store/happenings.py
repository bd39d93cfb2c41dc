"""What was done about signals and people, as figures count it: each thing once, on its own day.

Nobody counts twice under one code of what was done: five decisions of one kind are about five people.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Connection, FromClause, Select, case, func, null, select

from mhdesk.domain.periods import Period
from mhdesk.store.counts import COUNTED_KINDS, first_triages, undated_ids
from mhdesk.store.headcounts import within
from mhdesk.store.past import NOW, Past
from mhdesk.store.schema import inform_decision, involvement, person, signal
from mhdesk.store.values import to_day


@dataclass(frozen=True, slots=True)
class CountedTriage:
    """The first triage of a signal; ``received_on`` is None where nobody knows when it came in."""

    day: date
    outcome: str
    received_on: date | None


@dataclass(frozen=True, slots=True)
class CountedDecision:
    """The first decision of one choice about informing somebody; ``received_on`` as above."""

    day: date
    choice: str
    ground: str
    role: str
    received_on: date | None


def triages_in(connection: Connection, period: Period, past: Past = NOW) -> tuple[CountedTriage, ...]:
    """Return the first triage of each signal, on the day on which it was held: it does not change any more."""
    told, first = past.of(signal), first_triages(past)
    rows = connection.execute(
        select(first.c.held_on, first.c.outcome, received(past))
        .join_from(first, told, told.c.id == first.c.signal_id)
        .where(counted(past), within(first.c.held_on, period))
    )
    return tuple(
        CountedTriage(date.fromisoformat(day), outcome, to_day(since)) for day, outcome, since in rows
    )


def decisions_in(connection: Connection, period: Period, past: Past = NOW) -> tuple[CountedDecision, ...]:
    """Return the decisions about informing on the day on which they were taken, of each person the first of a choice.

    A decision without a day, out of a spreadsheet, counts in no period.
    """
    involved, decided = past.of(involvement), inform_decision
    her = past.of(person).alias("her")
    place = func.row_number().over(
        partition_by=(*whoever(her, involved), decided.c.choice),
        order_by=(decided.c.decided_on, decided.c.id),
    )
    ranked = _ranked_decisions(past, her, place).subquery()
    said = [ranked.c[name] for name in ("decided_on", "choice", "ground", "role", "received_on")]
    rows = connection.execute(select(*said).where(ranked.c.place == 1, within(ranked.c.decided_on, period)))
    return tuple(
        CountedDecision(date.fromisoformat(day), choice, ground, role, to_day(since))
        for day, choice, ground, role, since in rows
    )


def _ranked_decisions(past: Past, her: FromClause, place: ColumnElement[int]) -> Select[tuple[object, ...]]:
    told, involved, decided = past.of(signal), past.of(involvement), inform_decision
    return (
        select(decided.c.decided_on, decided.c.choice, decided.c.ground, involved.c.role)
        .add_columns(received(past).label("received_on"), place.label("place"))
        .join_from(decided, involved, decided.c.involvement_id == involved.c.id)
        .join(told, told.c.id == involved.c.signal_id)
        .outerjoin(her, her.c.id == involved.c.person_id)
        .where(counted(past), past.recorded(decided), decided.c.decided_on.is_not(None))
    )


def counted(past: Past) -> ColumnElement[bool]:
    """Say of a signal whether what happened to it counts."""
    told = past.of(signal)
    return told.c.kind.in_(COUNTED_KINDS) & past.recorded(told)


def received(past: Past) -> ColumnElement[str | None]:
    """Return the day on which a signal came in, NULL where nobody knows."""
    told = past.of(signal)
    return case((told.c.id.in_(undated_ids(past)), null()), else_=told.c.received_on)


def whoever(her: FromClause, *rows: FromClause) -> Sequence[ColumnElement[int]]:
    """Return what tells somebody from everybody else: the person that she goes on as, or a row about nobody known.

    ``rows`` may be absent from a join: the first that is there tells.
    """
    known = func.coalesce(her.c.merged_into, her.c.id)
    columns: list[ColumnElement[int]] = [known]
    for row in rows:
        before = func.coalesce(*columns) if len(columns) > 1 else known
        columns.append(case((before.is_(None), row.c.id)))
    return columns
