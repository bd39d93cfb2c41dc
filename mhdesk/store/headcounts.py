"""Whom figures count: each person once, and each person for whom help was not found once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import ColumnElement, Connection, Integer, Select, case, func, select

from mhdesk.domain.periods import Period
from mhdesk.domain.signals import VICTIM
from mhdesk.store.counts import COUNTED_KINDS, UNDATED
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


_HER: Final = person.alias("her")
_KEPT: Final = person.alias("kept")
_DAY: Final = len("2026-03-31")


def persons_in(connection: Connection, period: Period) -> tuple[CountedPerson, ...]:
    """Return the persons who count in ``period``.

    Everybody counts once, ever: as a possible victim on the day of the first signal in which she is one, else on the
    day of the first signal and in the role of that signal. Somebody of whom nothing is known counts with each signal.
    """
    ranked = _ranked().subquery()
    said = [ranked.c[name] for name in ("received_on", "role", "sex", "birth_on", "nationality")]
    rows = connection.execute(select(*said).where(ranked.c.place == 1, _within(ranked.c.received_on, period)))
    return tuple(CountedPerson(date.fromisoformat(row[0]), *row[1:]) for row in rows)


def _ranked() -> Select[tuple[object, ...]]:
    who = func.coalesce(_KEPT.c.id, -involvement.c.id, type_=Integer)
    first = (case((involvement.c.role == VICTIM, 0), else_=1), signal.c.received_on, signal.c.id)
    place = func.row_number().over(partition_by=who, order_by=(*first, involvement.c.id))
    told = [func.coalesce(_KEPT.c[name], "").label(name) for name in ("sex", "birth_on", "nationality")]
    return (
        select(signal.c.received_on, involvement.c.role, *told, place.label("place"))
        .join_from(involvement, signal, involvement.c.signal_id == signal.c.id)
        .outerjoin(_HER, _HER.c.id == involvement.c.person_id)
        .outerjoin(_KEPT, _KEPT.c.id == func.coalesce(_HER.c.merged_into, _HER.c.id))
        .where(signal.c.kind.in_(COUNTED_KINDS))
        .where(signal.c.id.not_in(UNDATED))
    )


def needs_in(connection: Connection, period: Period) -> tuple[CountedNeed, ...]:
    """Return for whom help was not found, each person once: with what was recorded first, on that day (UTC).

    What is about nobody of the registry counts by itself. The day of recording is taken because nothing can be
    recorded on it later: a published count stays what it was.
    """
    day = func.substr(unmet_need.c.recorded_at, 1, _DAY)
    who = func.coalesce(_HER.c.merged_into, _HER.c.id, -unmet_need.c.id, type_=Integer)
    place = func.row_number().over(partition_by=who, order_by=(unmet_need.c.recorded_at, unmet_need.c.id))
    ranked = (
        select(
            day.label("day"),
            unmet_need.c.purpose,
            unmet_need.c.reason,
            unmet_need.c.municipality,
            place.label("place"),
        )
        .join_from(unmet_need, _HER, _HER.c.id == unmet_need.c.person_id, isouter=True)
        .subquery()
    )
    said = (ranked.c.day, ranked.c.purpose, ranked.c.reason, ranked.c.municipality)
    rows = connection.execute(select(*said).where(ranked.c.place == 1, _within(ranked.c.day, period)))
    return tuple(CountedNeed(date.fromisoformat(row[0]), *row[1:]) for row in rows)


def _within(day: ColumnElement[str], period: Period) -> ColumnElement[bool]:
    return day.between(period.first.isoformat(), period.last.isoformat())
