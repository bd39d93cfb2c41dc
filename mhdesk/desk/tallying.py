"""Tally what a unit of count counts into the finest cells of its tables."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from mhdesk.desk.count_codes import READINGS, Told
from mhdesk.domain.figures import MUNICIPALITY, OUTSIDE, Unit
from mhdesk.domain.periods import Period
from mhdesk.domain.vocabulary import vocabulary
from mhdesk.store import counts, past
from mhdesk.store.database import Connection
from mhdesk.store.past import Past

Tally = Iterable[tuple[tuple[str, ...], int]]


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
    told = READINGS[unit](connection, Period(slices[0].first, slices[-1].last), then)
    return _sliced(told, names, slices, municipalities).items()


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
    told: Told, names: Sequence[str], slices: Sequence[Period], municipalities: Sequence[str]
) -> Counter[tuple[str, ...]]:
    begins = [part.first for part in slices]
    found: Counter[tuple[str, ...]] = Counter()
    for day, said in told:
        part = slices[bisect_right(begins, day) - 1]
        if day > part.last:
            continue
        codes = dict(said)
        if MUNICIPALITY in codes:
            codes[MUNICIPALITY] = _at_home(codes[MUNICIPALITY], Period(day, day), municipalities)
        found[*(codes[name] for name in names), part.code()] += 1
    return found


def _at_home(municipality: str, period: Period, shown: Sequence[str]) -> str:
    return municipality if municipality in shown and existed(municipality, period) else OUTSIDE


def existed(code: str, period: Period) -> bool:
    """Say whether a municipality existed on at least one day of ``period``."""
    term = vocabulary("municipalities")[code]
    begun = term.valid_from or date.min
    return begun <= period.last and (term.valid_to is None or period.first < term.valid_to)
