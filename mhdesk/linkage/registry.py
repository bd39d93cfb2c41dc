"""Look for persons who stand in a registry twice: everybody against everybody, in slices, with progress."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final, Generic

from mhdesk.linkage.index import SLICE_SECONDS, Id, Index
from mhdesk.linkage.weighing import FieldMatch

# As many as one person is likely to stand there beside the first time.
_MOST_DOUBLES: Final = 5


@dataclass(frozen=True, slots=True)
class Pair(Generic[Id]):
    """Two persons who may be one, the smaller id first; ``score`` and ``fields`` as those of a candidate."""

    one: Id
    other: Id
    score: float
    fields: tuple[FieldMatch, ...]


@dataclass(frozen=True, slots=True)
class Progress(Generic[Id]):
    """How far the check is, and the pairs found since it was told last."""

    done: int
    total: int
    found: tuple[Pair[Id], ...]


def whole_registry(
    index: Index[Id],
    not_same: Collection[tuple[Id, Id]] = (),
    least: float | None = None,
    slice_seconds: float = SLICE_SECONDS,
) -> Iterator[Progress[Id]]:
    """Yield after each slice of about ``slice_seconds`` what was found: pairs that score ``least`` or more.

    ``least`` is the threshold of "probable" unless given. ``not_same`` are the pairs of which somebody decided that
    they are two persons, in either order. The index may change between slices: whoever came in since is left to
    the check at intake. The last progress has ``done == total``.
    """
    least = index.rules.thresholds.probable if least is None else least
    told = {_ordered(*pair) for pair in not_same}
    order = index.alike_first()
    found: list[Pair[Id]] = []
    ends = time.perf_counter() + slice_seconds
    for done, person_id in enumerate(order, start=1):
        found += _new_pairs(index, person_id, least, told)
        if time.perf_counter() >= ends or done == len(order):
            yield Progress(done, len(order), tuple(found))
            found, ends = [], time.perf_counter() + slice_seconds
    if not order:
        yield Progress(0, 0, ())


def _new_pairs(index: Index[Id], person_id: Id, least: float, told: set[tuple[Id, Id]]) -> list[Pair[Id]]:
    """Return the pairs of one person that were not told yet, and note them as told."""
    if person_id not in index:
        return []
    pairs = []
    for candidate in index.same_as(person_id, _MOST_DOUBLES):
        ids = _ordered(person_id, candidate.id)
        if candidate.score >= least and ids not in told:
            told.add(ids)
            pairs.append(Pair(*ids, candidate.score, candidate.fields))
    return pairs


def _ordered(one: Id, other: Id) -> tuple[Id, Id]:
    return (one, other) if one <= other else (other, one)
