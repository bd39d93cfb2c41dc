"""What a reader must not be able to answer: the rules, turned into sums of cells."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

import numpy as np

from mhdesk.disclosure.layout import IntArray, Line, Published
from mhdesk.disclosure.reader import Reader
from mhdesk.disclosure.rules import Rules


class Kind(StrEnum):
    """Name the rule behind a question."""

    CELL = "frequency"
    REMAINDER = "remainder"
    COMBINATION = "combination"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Question:
    """Ask for the sum of disjoint ``cells`` (positions in the layout).

    Width kinds: highest minus lowest must be at least ``need``. Group kind: the highest must be; ``group`` holds the
    cell of the group, ``cells`` all of its categories but one.
    """

    kind: Kind
    cells: tuple[int, ...]
    need: int
    group: tuple[int, ...] = ()


def questions(published: Published, rules: Rules, truth: IntArray | None = None) -> list[Question]:
    """Return every question that these figures raise, the remainders first.

    ``truth``: the true value of every cell; then only sums that really are small are asked for.
    """
    asked: list[Question] = []
    if "remainder" in rules.rules:
        asked += _remainders(published, rules, truth)
    if "frequency" in rules.rules:
        asked += _cells(published, rules, truth)
    if "group" in rules.rules:
        asked += _groups(published, rules)
    return asked


def _cells(published: Published, rules: Rules, truth: IntArray | None) -> Iterator[Question]:
    for i, value in enumerate(published.values):
        if value is None and (truth is None or rules.is_small(int(truth[i]))):
            yield Question(Kind.CELL, (i,), rules.width)


def _positions(published: Published, line: Line) -> tuple[int, list[int]]:
    index = published.layout.index
    return index[line.total], [index[part] for part in line.parts]


def _remainders(published: Published, rules: Rules, truth: IntArray | None) -> Iterator[Question]:
    """Yield the sum of the withheld cells of each line, where it is neither a single cell nor the whole line."""
    seen: set[tuple[int, ...]] = set()
    for line in published.layout.lines:
        total, parts = _positions(published, line)
        hidden = tuple(part for part in parts if published.values[part] is None)
        if not 1 < len(hidden) < len(parts) or hidden in seen:
            continue
        seen.add(hidden)
        rest = _rest(published, total, parts)
        if truth is not None:
            rest = int(truth[list(hidden)].sum())
        if rest is None or rules.is_small(rest):
            yield Question(Kind.REMAINDER, hidden, rules.width)


def _rest(published: Published, total: int, parts: Sequence[int]) -> int | None:
    """Return what the published cells of a line leave over, None when its total is withheld."""
    value = published.values[total]
    return None if value is None else value - sum(published.values[part] or 0 for part in parts)


def _groups(published: Published, rules: Rules) -> Iterator[Question]:
    for line in published.layout.lines:
        total, parts = _positions(published, line)
        value = published.values[total]
        known_harmless = value is not None and not 0 < value < rules.group_below
        if not line.sensitive or len(parts) < 2 or known_harmless:
            continue
        for category in parts:
            others = tuple(part for part in parts if part != category)
            yield Question(Kind.GROUP, others, rules.group_others, (total,))


_LARGEST_COMBINATION = 4
_ALL_COMBINATIONS_UP_TO = 10
_MAX_CHOICES = 200_000


def combinations(reader: Reader, rules: Rules, settled: set[tuple[int, ...]]) -> Iterator[tuple[int, ...]]:
    """Yield withheld cells of one line whose sum is small and the same in every witness so far.

    Every choice of two or more cells of a line with up to ten withheld ones; above that two, three, four at a time
    (counts from 1 to 4 have at most four non-zero parts) as long as there are no more than 200,000 choices. The
    caller puts what it has looked into in ``settled``; a new witness may make the rest of the answer stale.
    """
    if "remainder" not in rules.rules:
        return
    for line in reader.layout.lines:
        hidden = [i for part in line.parts if reader.values[i := reader.layout.index[part]] is None]
        columns = reader.columns(tuple(hidden))
        least = columns.min(axis=0, initial=1 << 40)
        hidden = [cell for cell, low in zip(hidden, least, strict=True) if low < rules.minimum]
        largest = len(hidden) if len(hidden) <= _ALL_COMBINATIONS_UP_TO else _LARGEST_COMBINATION
        for size in range(2, largest + 1):
            if math.comb(len(hidden), size) > _MAX_CHOICES:
                break
            for cells in _constant(reader, tuple(hidden), size, rules):
                if cells not in settled:
                    yield cells


def _constant(reader: Reader, hidden: tuple[int, ...], size: int, rules: Rules) -> Iterator[tuple[int, ...]]:
    chosen = _choices(len(hidden), size)
    columns = reader.columns(hidden)
    first = columns[0][chosen].sum(axis=1)
    chosen = chosen[(first >= 1) & (first < rules.minimum)]
    # A sum is constant if its deviations from the first witness vanish; a random mixture shows that at once.
    mixture = np.random.default_rng(0).integers(1, 1 << 30, size=len(columns)) @ (columns - columns[0])
    for row in chosen[mixture[chosen].sum(axis=1) == 0]:
        yield tuple(hidden[k] for k in row)


@lru_cache(maxsize=256)
def _choices(count: int, size: int) -> IntArray:
    return np.array(list(itertools.combinations(range(count), size)), dtype=np.int64).reshape(-1, size)
