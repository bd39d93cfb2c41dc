"""Chance that repeats itself: everything comes from one stream of ``Random.random``."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate
from random import Random
from typing import Generic, TypeVar

T = TypeVar("T")


class Shares(Generic[T]):
    """Values with the share that each has among all."""

    def __init__(self, shares: Mapping[T, float]) -> None:
        self.values = tuple(shares)
        self.limits = tuple(accumulate(shares.values()))


class Dice:
    """Throw the same in the same order for the same seed, on every machine and version of Python.

    Only ``random()`` is drawn from: its numbers are promised to stay, those of ``choice`` are not.
    """

    def __init__(self, seed: int) -> None:
        self._random = Random(seed).random  # noqa: S311 - it must repeat itself; no secret comes from it

    def fraction(self) -> float:
        """Return a number from 0 up to, not including, 1."""
        return self._random()

    def happens(self, share: float) -> bool:
        """Say yes in ``share`` of all throws."""
        return self._random() < share

    def between(self, least: int, most: int) -> int:
        """Return a whole number, both ends included."""
        return least + int(self._random() * (most - least + 1))

    def pick(self, values: Sequence[T]) -> T:
        """Return one of the values."""
        return values[int(self._random() * len(values))]

    def draw(self, shares: Shares[T]) -> T:
        """Return one of the values, each as often as its share says."""
        return shares.values[bisect_right(shares.limits, self._random() * shares.limits[-1])]

    def some(self, values: Sequence[T], count: int) -> list[T]:
        """Return ``count`` different ones of the values, or all of them when there are fewer, in any order."""
        left = list(values)
        return [left.pop(int(self._random() * len(left))) for _ in range(min(count, len(left)))]
