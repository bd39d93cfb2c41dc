"""Tally what a unit of count counts into the finest cells of its tables."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from mhdesk.domain.dates import Birth
from mhdesk.domain.figures import (
    AGE,
    FORM,
    KIND,
    MUNICIPALITY,
    NATIONALITY,
    OUTSIDE,
    REASON,
    ROLE,
    SEVERITY,
    SEX,
    TRIAGE,
    WAIT,
    Unit,
    days_band,
    nationality_group,
)
from mhdesk.domain.periods import Period
from mhdesk.domain.unmet import age_band
from mhdesk.domain.vocabulary import UNKNOWN, vocabulary
from mhdesk.store import counts, happenings, headcounts, past
from mhdesk.store.database import Connection
from mhdesk.store.happenings import CountedTriage
from mhdesk.store.headcounts import CountedNeed, CountedPerson
from mhdesk.store.past import Past

Tally = Iterable[tuple[tuple[str, ...], int]]
_Told = Iterable[tuple[date, Mapping[str, str]]]
"""What counts: the day of each thing, and its code in every dimension of its unit."""


def tally(
    connection: Connection,
    unit: Unit,
    names: Sequence[str],
    slices: Sequence[Period],
    municipalities: Sequence[str],
    *,
    as_of: str | None = None,
) -> Tally:
    """Return how many there are under each combination of codes of ``names`` and, last, code of the slice of time.

    ``slices`` are in order and do not overlap; ``municipalities`` are those that tables show. ``as_of`` is a moment
    of recording (UTC, ISO): only what the registry said then counts, except for what was destroyed since.
    """
    then = past.at(connection, as_of)
    if unit is Unit.SIGNALS:
        return list(_signals(connection, names, slices, municipalities, then))
    span = Period(slices[0].first, slices[-1].last)
    return _sliced(_told(connection, unit, span, municipalities, then), names, slices).items()


def _told(
    connection: Connection, unit: Unit, span: Period, municipalities: Sequence[str], then: Past
) -> _Told:
    match unit:
        case Unit.PERSONS:
            return ((one.day, _person(one)) for one in headcounts.persons_in(connection, span, then))
        case Unit.TRIAGES:
            triages = happenings.triages_in(connection, span, then)
            return ((one.day, _triage(one, municipalities)) for one in triages)
        case _:
            needs = headcounts.needs_in(connection, span, then)
            return ((one.day, _need(one, municipalities)) for one in needs)


def _signals(
    connection: Connection,
    names: Sequence[str],
    slices: Sequence[Period],
    municipalities: Sequence[str],
    then: Past,
) -> Iterator[tuple[tuple[str, ...], int]]:
    for part in slices:
        for codes, number in counts.signals_by(connection, part, names, then).items():
            said = dict(zip(names, codes, strict=True))
            if MUNICIPALITY in said:
                said[MUNICIPALITY] = _at_home(said[MUNICIPALITY], part, municipalities)
            yield (*said.values(), part.code()), number


def _sliced(
    said: Iterable[tuple[date, Mapping[str, str]]], names: Sequence[str], slices: Sequence[Period]
) -> Counter[tuple[str, ...]]:
    begins = [part.first for part in slices]
    found: Counter[tuple[str, ...]] = Counter()
    for day, codes in said:
        part = slices[bisect_right(begins, day) - 1]
        if day <= part.last:
            found[*(codes[name] for name in names), part.code()] += 1
    return found


def _person(one: CountedPerson) -> dict[str, str]:
    age = Birth(one.birth_on).age_on(one.day) if one.birth_on else None
    return {
        ROLE: one.role,
        SEX: one.sex or UNKNOWN,
        AGE: age_band(age),
        NATIONALITY: nationality_group(one.nationality),
    }


def _triage(one: CountedTriage, municipalities: Sequence[str]) -> dict[str, str]:
    return {
        SEVERITY: one.severity,
        TRIAGE: one.outcome,
        WAIT: days_band((one.day - one.received_on).days if one.received_on else None),
        FORM: one.form,
        MUNICIPALITY: _at_home(one.municipality, Period(one.day, one.day), municipalities),
    }


def _need(one: CountedNeed, municipalities: Sequence[str]) -> dict[str, str]:
    day = Period(one.day, one.day)
    return {
        KIND: one.purpose,
        REASON: one.reason,
        MUNICIPALITY: _at_home(one.municipality or UNKNOWN, day, municipalities),
    }


def _at_home(municipality: str, period: Period, shown: Sequence[str]) -> str:
    return municipality if municipality in shown and existed(municipality, period) else OUTSIDE


def existed(code: str, period: Period) -> bool:
    """Say whether a municipality existed on at least one day of ``period``."""
    term = vocabulary("municipalities")[code]
    begun = term.valid_from or date.min
    return begun <= period.last and (term.valid_to is None or period.first < term.valid_to)
