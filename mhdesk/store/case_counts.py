"""Cases and registrations with CoMensha as figures count them: each person once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import CTE, Connection, and_, func, select

from mhdesk.domain.cases import EntryKind
from mhdesk.domain.comensha import ComenshaState
from mhdesk.domain.periods import Period
from mhdesk.store.headcounts import within
from mhdesk.store.past import NOW, Past
from mhdesk.store.schema import case_entry, case_file, comensha, person
from mhdesk.store.values import from_codes


@dataclass(frozen=True, slots=True)
class CountedCase:
    """A case that was opened, and the risk that was told then, "" for none."""

    day: date
    risk: str


@dataclass(frozen=True, slots=True)
class CountedClosing:
    """The first time that a case was closed: why, and how it stood."""

    day: date
    reason: str
    outcome: str


@dataclass(frozen=True, slots=True)
class CountedRegistration:
    """Somebody who was registered with CoMensha, as what and on whose word."""

    day: date
    dossier: str
    consent: str


def cases_in(connection: Connection, period: Period, past: Past = NOW) -> tuple[CountedCase, ...]:
    """Return whose case was opened in ``period``, with the risk that was noted along with it."""
    first, risk = _entries(past, EntryKind.OPENED), case_entry.alias("risk")
    along = (
        select(risk.c.code)
        .where(risk.c.case_id == first.c.case_id, risk.c.recorded_at == first.c.recorded_at)
        .where(risk.c.kind == EntryKind.RISK)
        .order_by(risk.c.id)
        .limit(1)
        .scalar_subquery()
    )
    asked = select(first.c.happened_on, func.coalesce(along, "")).where(first.c.place == 1)
    rows = connection.execute(asked.where(within(first.c.happened_on, period)))
    return tuple(CountedCase(date.fromisoformat(row[0]), row[1]) for row in rows)


def closings_in(connection: Connection, period: Period, past: Past = NOW) -> tuple[CountedClosing, ...]:
    """Return whose case was closed for the first time in ``period``."""
    first = _entries(past, EntryKind.CLOSED)
    asked = select(first.c.happened_on, first.c.code).where(first.c.place == 1)
    rows = connection.execute(asked.where(within(first.c.happened_on, period)))
    found = [(date.fromisoformat(day), (*from_codes(codes), "", "")) for day, codes in rows]
    return tuple(CountedClosing(day, codes[0], codes[1]) for day, codes in found)


def _entries(past: Past, kind: EntryKind) -> CTE:
    """Return what happened of one kind, ranked: the first about each person comes first."""
    case, her, entry = past.of(case_file), past.of(person).alias("her"), case_entry
    place = func.row_number().over(
        partition_by=func.coalesce(her.c.merged_into, her.c.id), order_by=(entry.c.happened_on, entry.c.id)
    )
    return (
        select(entry, place.label("place"))
        .join_from(entry, case, case.c.id == entry.c.case_id)
        .join(her, her.c.id == case.c.person_id)
        .where(entry.c.kind == kind, past.recorded(entry))
        .cte("entries")
    )


def registrations_in(
    connection: Connection, period: Period, past: Past = NOW
) -> tuple[CountedRegistration, ...]:
    """Return who was registered with CoMensha in ``period``, as the last step says it; what was taken back is gone."""
    step = _registering(past)
    order = (step.c.current.desc(), step.c.id.desc())
    place = func.row_number().over(partition_by=step.c.who, order_by=order)
    last = select(step, place.label("place")).where(past.recorded(step)).subquery()
    stands = and_(last.c.place == 1, last.c.stands, last.c.state == ComenshaState.REGISTERED)
    asked = select(last.c.registered_on, last.c.dossier_type, last.c.consent).where(stands)
    rows = connection.execute(asked.where(within(last.c.registered_on, period)))
    return tuple(CountedRegistration(date.fromisoformat(row[0]), *row[1:]) for row in rows)


def _registering(past: Past) -> CTE:
    """Return every step of registering, whose it is, and whether any step of hers stands today."""
    step, her = past.of(comensha), past.of(person).alias("her")
    who = func.coalesce(her.c.merged_into, her.c.id)
    stands = func.max(step.c.current).over(partition_by=who)
    asked = select(step, who.label("who"), stands.label("stands"))
    return asked.join_from(step, her, her.c.id == step.c.person_id).cte("registering")
