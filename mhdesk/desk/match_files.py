"""Compare the persons of two files: the linkage engine without a registry."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from mhdesk.domain import phones
from mhdesk.domain.dates import Birth, parse_birth
from mhdesk.exchange import people
from mhdesk.exchange.people import ListedPerson
from mhdesk.linkage import Candidate, Index, Person

# An age says nothing without the day on which somebody had it: such a birth is left out.
_NO_DAY: Final = date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class Matched:
    """What came out: the candidates of each query in the order of the file, and how long it took."""

    index: Index[str]
    index_seconds: float
    query_seconds: tuple[float, ...]
    candidates: tuple[tuple[Candidate[str], ...], ...]

    def median_ms(self) -> float:
        """Return how long half of the queries took at most, in milliseconds."""
        return statistics.median(self.query_seconds or (0.0,)) * 1000

    def p95_ms(self) -> float:
        """Return how long 95 in 100 of the queries took at most, in milliseconds."""
        times = sorted(self.query_seconds or (0.0,))
        return times[max(-(-len(times) * 95 // 100) - 1, 0)] * 1000


def match(persons: Path, queries: Path, progress: Callable[[int, int], None] = lambda *_: None) -> Matched:
    """Return who of ``persons`` may be who of ``queries``. Raises InputError when a file cannot be read.

    The time of the index counts the reading of births and telephone numbers, that of a query too.
    ``progress`` is told how many of how many persons are in the index.
    """
    asked = people.read(queries, with_ids=False)
    index, index_seconds = _indexed(people.read(persons, with_ids=True), progress)
    answers = [_timed(index, listed) for listed in asked]
    took, found = tuple(seconds for seconds, _ in answers), tuple(candidates for _, candidates in answers)
    return Matched(index, index_seconds, took, found)


def _indexed(known: Sequence[ListedPerson], progress: Callable[[int, int], None]) -> tuple[Index[str], float]:
    index: Index[str] = Index()
    begun = time.perf_counter()
    for done in index.fill(_described(known)):
        progress(done, len(known))
    return index, time.perf_counter() - begun


def _described(listed: Sequence[ListedPerson]) -> Iterator[tuple[str, Person]]:
    return ((person.id, as_person(person)) for person in listed)


def _timed(index: Index[str], listed: ListedPerson) -> tuple[float, tuple[Candidate[str], ...]]:
    begun = time.perf_counter()
    found = index.candidates(as_person(listed))
    return time.perf_counter() - begun, found


def as_person(listed: ListedPerson) -> Person:
    """Return a row as the engine compares it: what cannot be read as a birth or a number is not known."""
    return Person(
        listed.first_names, listed.last_name, _birth(listed.birth_date), phones.normalise(listed.phone)
    )


def _birth(typed: str) -> Birth | None:
    born = parse_birth(typed, _NO_DAY) if typed else None
    return None if born is None or born.estimated else born
