"""Signs that some rows of a published table are the sum of others, though nobody said so.

Whoever attacks such a table as if all its rows were categories beside each other may find nothing where a reader
finds somebody. So a table that looks like it has groups is not attacked before they are named.
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mhdesk.desk.count_columns import TOTAL
from mhdesk.desk.published_files import Labels, PublishedFile

_NAMED_SO: Final = re.compile(r"tota+l|waarvan|of which")
_MOST_LINES: Final = 300
_ALL_SUBSETS_UP_TO: Final = 11
_MOST_LABELS: Final = 150
_BITS: Final = 6.0
"""How much better than by chance a sum must fit: one in 64 for the whole column."""


def is_named_as_sum(label: str) -> bool:
    """Say whether a label calls itself the sum, or a part, of others; "Totaal" alone is no category at all."""
    return _NAMED_SO.search(label.casefold()) is not None


def adds_up(file: PublishedFile, by: str) -> bool:
    """Say whether one row of a column is the sum of others wherever that can be seen, more often than by chance."""
    labels, lines = file.labels(by), _lines(file, by)
    if not 3 <= len(labels) <= _MOST_LABELS or len(lines) < 2:
        return False
    table = np.array([[_value(file, by, line, label) for line in lines] for label in (*labels, TOTAL)])
    shown, sums = table[:-1] >= 0, np.where(table[:-1] >= 0, table[:-1], 0)
    settled = shown.all(axis=0) & (sums.sum(axis=0) == table[-1])  # there all rows are categories
    return any(_is_sum(k, sums, shown) for k in range(len(labels)) if not ((sums[k] > 0) & settled).any())


def _lines(file: PublishedFile, by: str) -> list[Labels]:
    place = file.by.index(by)
    found = dict.fromkeys((*labels[:place], *labels[place + 1 :]) for labels in file.values)
    return list(itertools.islice(found, _MOST_LINES))


def _value(file: PublishedFile, by: str, line: Labels, label: str) -> int:
    """Return a count of a line, -1 where it is withheld or not listed."""
    place = file.by.index(by)
    value = file.values.get((*line[:place], label, *line[place:]))
    return -1 if value is None else value


def _is_sum(k: int, sums: NDArray[np.int64], shown: NDArray[np.bool_]) -> bool:
    others = [i for i in range(len(sums)) if i != k and (sums[i] > 0).any()]
    subsets = _subsets(others, len(sums))
    if not len(subsets):
        return False
    seen = (subsets @ ~shown == 0) & shown[k]
    fits = (~seen | (subsets @ sums == sums[k])).all(axis=1)
    bits = (seen * np.log2(1.0 + sums[k])).sum(axis=1)
    by_chance = math.log2(len(sums) * len(subsets))
    return bool((fits & (bits > by_chance + _BITS)).any())


def _subsets(others: Sequence[int], size: int) -> NDArray[np.int64]:
    """Return sets of two or more rows, as 0 and 1: all where there are few, else those that follow each other."""
    if len(others) <= _ALL_SUBSETS_UP_TO:
        numbers = np.arange(1 << len(others))[:, None] >> np.arange(len(others)) & 1
        chosen = numbers[numbers.sum(axis=1) >= 2]
    else:
        runs = itertools.combinations(range(len(others) + 1), 2)
        spots = np.arange(len(others))
        chosen = np.array([(spots >= a) & (spots < b) for a, b in runs if b - a >= 2], dtype=np.int64)
    subsets = np.zeros((len(chosen), size), dtype=np.int64)
    subsets[:, list(others)] = chosen
    return subsets
