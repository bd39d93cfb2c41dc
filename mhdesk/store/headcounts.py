"""Whom figures count: each person once, and each person for whom help was not found once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import ColumnElement, Connection, Integer, Select, case, func, select

from mhdesk.domain.periods import Period
from mhdesk.domain.signals import VICTIM
from mhdesk.store.counts import COUNTED_KINDS, undated_ids
from mhdesk.store.past import NOW, Past
from mhdesk.store.schema import involvement, person, signal, unmet_need


@dataclass(frozen=True, slots=True)
class CountedPerson:
    """Somebody as figures know her: the day and the role in which she counts; nothing says who she is."""

    day: date
    role: str
    sex: str
    birth_on: str
    nationality: str


@dataclass(frozen=True, slots=True)
class CountedNeed:
    """The first help that was not found for somebody, and the day on which that was recorded."""

    day: date
    purpose: str
    reason: str
    municipality: str


_DAY: Final = len("2026-03-31")


def persons_in(connection: Connection, period: Period, past: Past = NOW) -> tuple[CountedPerson, ...]:
    """Return the persons who count in ``period``.

    Everybody counts once, ever: as a possible victim on the day of the first signal in which she is one, else on the
    day of the first signal and in the role of that signal. Somebody of whom nothing is known counts with each signal.
    """
    ranked = _ranked(past).subquery()
    said = [ranked.c[name] for name in ("received_on", "role", "sex", "birth_on", "nationality")]
    rows = connection.execute(select(*said).where(ranked.c.place == 1, within(ranked.c.received_on, period)))
    return tuple(CountedPerson(date.fromisoformat(row[0]), *row[1:]) for row in rows)


def _ranked(past: Past) -> Select[tuple[object, ...]]:
    involved, told = past.of(involvement), past.of(signal)
    her, kept = past.of(person).alias("her"), past.of(person).alias("kept")
    who = func.coalesce(kept.c.id, -involved.c.id, type_=Integer)
    first = (case((involved.c.role == VICTIM, 0), else_=1), told.c.received_on, told.c.id)
    place = func.row_number().over(partition_by=who, order_by=(*first, involved.c.id))
    columns = [func.coalesce(kept.c[name], "").label(name) for name in ("sex", "birth_on", "nationality")]
    return (
        select(told.c.received_on, involved.c.role, *columns, place.label("place"))
        .join_from(involved, told, involved.c.signal_id == told.c.id)
        .outerjoin(her, her.c.id == involved.c.person_id)
        .outerjoin(kept, kept.c.id == func.coalesce(her.c.merged_into, her.c.id))
        .where(told.c.kind.in_(COUNTED_KINDS), past.recorded(told))
        .where(told.c.id.not_in(undated_ids(past)))
    )


def needs_in(connection: Connection, period: Period, past: Past = NOW) -> tuple[CountedNeed, ...]:
    """Return for whom help was not found, each person once: with what was recorded first, on that day (UTC).

    What is about nobody of the registry counts by itself. The day of recording is taken because nothing can be
    recorded on it later: a published count stays what it was.
    """
    need, her = past.of(unmet_need), past.of(person).alias("her")
    who = func.coalesce(her.c.merged_into, her.c.id, -need.c.id, type_=Integer)
    place = func.row_number().over(partition_by=who, order_by=(need.c.recorded_at, need.c.id))
    ranked = (
        select(
            func.substr(need.c.recorded_at, 1, _DAY).label("day"),
            need.c.purpose,
            need.c.reason,
            need.c.municipality,
            place.label("place"),
        )
        .join_from(need, her, her.c.id == need.c.person_id, isouter=True)
        .where(past.recorded(need))
        .subquery()
    )
    said = (ranked.c.day, ranked.c.purpose, ranked.c.reason, ranked.c.municipality)
    rows = connection.execute(select(*said).where(ranked.c.place == 1, within(ranked.c.day, period)))
    return tuple(CountedNeed(date.fromisoformat(row[0]), *row[1:]) for row in rows)


def within(day: ColumnElement[str], period: Period) -> ColumnElement[bool]:
    """Say whether a day lies in a period."""
    return day.between(period.first.isoformat(), period.last.isoformat())
