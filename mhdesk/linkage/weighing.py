"""Weigh one possible pair: what each field says, in bits, and in words that a person can check.

The model is that of Fellegi and Sunter (JASA 64, 1969): the score of a pair is the sum over its fields of
log2(m/u), how much likelier it is that the fields agree so when both records are of one person than when they are of
two. Following Newcombe and others (Science 130, 1959) u depends on the value: a common name says less than a rare one.
For names both come from a model of what goes wrong in writing (a noisy channel; Kernighan, Church and Gale, COLING
1990): m is the chance that this name was meant and that one written, u the chance that this was written of anybody,
counted in the registry itself.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mhdesk.linkage.births import Agreement
from mhdesk.linkage.rules import NameRates
from mhdesk.linkage.spelling import Name, Word
from mhdesk.linkage.vocabulary import FIRST, KINDS, LAST, Likeness, Likes

FIELD_NAMES: Final = ("first_names", "last_name")

# As many persons as stand behind what is thought of a name that the registry does not hold.
_IMAGINED: Final = 200
# How many names sound the same, and with how many letters a slip can hit.
_SOUNDS_ALIKE_BITS: Final = 3.0
_BEGINS_ALIKE_BITS: Final = 1.0
_LETTERS: Final = 52

_NEARNESS: Final = (1.0, 0.95, 0.85, 0.7, 0.55, 0.6)
_HOW: Final = ("same", "sound", "close", "close", "close", "begin")
BIRTH_HOW: Final = {
    Agreement.OTHER: ("other", 0.0),
    Agreement.PART_OTHER: ("other", 0.0),
    Agreement.YEAR: ("year", 0.3),
    Agreement.MONTH_AND_DAY: ("month_and_day", 0.4),
    Agreement.YEAR_AND_DAY: ("close", 0.6),
    Agreement.YEAR_AND_MONTH: ("close", 0.7),
    Agreement.JANUARY: ("january", 0.6),
    Agreement.NEAR_YEAR: ("near_year", 0.8),
    Agreement.TURNED: ("turned", 0.85),
    Agreement.SAME: ("same", 1.0),
    Agreement.PART_YEAR: ("part", 0.5),
    Agreement.PART_MONTH: ("part", 0.7),
    Agreement.FAR_GUESS: ("age", 0.2),
    Agreement.FAIR_GUESS: ("age", 0.35),
    Agreement.GOOD_GUESS: ("age", 0.5),
}

PHONE_NEARNESS: Final = {"same": 1.0, "close": 0.8, "other": 0.0}


@dataclass(frozen=True, slots=True)
class FieldMatch:
    """What one field says: ``how`` is a code, ``nearness`` 0 (another) to 1 (the same), ``weight`` in bits."""

    field: str
    how: str
    nearness: float
    weight: float


@dataclass(frozen=True, slots=True)
class Sought:
    """One word of the new record: which words of the registry are like it, and what each likeness says."""

    likes: Likes
    straight: tuple[float, ...]
    moved: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class SoughtName:
    """The words of one field of the new record, and all of them written as one."""

    words: tuple[Sought, ...] = ()
    joined: Sought | None = None


@dataclass(frozen=True, slots=True)
class HeldName:
    """The words of one field of a person in the registry, by number; ``joined`` is -1 for a single word."""

    words: tuple[int, ...]
    joined: int


def weights(
    field: int, word: Word, likes: Likes, counts: NDArray[np.int32], persons: Sequence[int], rates: NameRates
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Return in bits what each :class:`Likeness` to ``word`` says: in its own field, and in the other one.

    ``counts[field]`` is how many persons have each word of the registry in a field, ``persons[field]`` how many
    have any. That words stand in the wrong field is part of how they come to be written of anybody.
    """
    length = len(word.plain)
    chances = [rate * 2.0**-bits for rate, bits in zip(rates.like, _spread(length), strict=True)]
    shares = [
        np.bincount(likes.kinds[likes.numbers], counts[side, likes.numbers], len(Likeness))[: len(KINDS)]
        @ chances
        / (persons[side] + _IMAGINED)
        for side in (field, 1 - field)
    ]
    unseen = _IMAGINED * 2.0 ** -(6 + 1.1 * length) / (persons[field] + _IMAGINED)
    of_anybody = float(shares[0] + rates.moved * shares[1] + unseen)
    straight = tuple(math.log2(rates.other + chance / of_anybody) for chance in chances)
    moved = tuple(math.log2(rates.other + rates.moved * chance / of_anybody) for chance in chances)
    return straight, moved


def _spread(length: int) -> tuple[float, ...]:
    """Return over how many spellings, in bits, each likeness to a word of ``length`` letters is spread."""
    slip = math.log2(_LETTERS * (length + 1))
    return (0.0, _SOUNDS_ALIKE_BITS, slip, 2 * slip - 1, 3 * slip - math.log2(6), _BEGINS_ALIKE_BITS)


@dataclass(slots=True)
class _Pairing:
    """Which words were taken for which: by word of the new record, its likeness and whether it had moved."""

    found: list[tuple[Likeness, bool, float] | None]
    held_left: tuple[set[int], set[int]]


def weigh_names(
    sought: Sequence[SoughtName], held: Sequence[HeldName], rates: NameRates, persons: Sequence[int]
) -> list[FieldMatch]:
    """Return what first names and last name say; nothing about a field that one of the records lacks.

    The words of a name go together (Thị Lan; Jansen-de Vries): read as one they say how rare the whole name is, and
    all of them together never say more than that nobody else of ``persons[field]`` is called so.
    """
    pairings = _pair(sought, held)
    found = []
    for field in (FIRST, LAST):
        match = _judge(field, pairings[field], rates)
        joined = _as_one(field, sought[field], held[field])
        if joined and (match is None or joined.how == "same" or joined.weight > match.weight):
            match = joined
        if match:
            most = math.log2(persons[field] + _IMAGINED)
            found.append(FieldMatch(match.field, match.how, match.nearness, min(match.weight, most)))
    return found


def _pair(sought: Sequence[SoughtName], held: Sequence[HeldName]) -> tuple[_Pairing, _Pairing]:
    """Take words for each other, the pair that says most first, each word once."""
    options = []
    for field in (FIRST, LAST):
        for place, word in enumerate(sought[field].words):
            for side in (FIRST, LAST):
                said = word.straight if side == field else word.moved
                for other, number in enumerate(held[side].words):
                    kind = int(word.likes.kinds[number])
                    if kind < Likeness.NONE:
                        options.append((-said[kind], side != field, field, place, side, other, kind))
    options.sort()
    left = (set(range(len(held[FIRST].words))), set(range(len(held[LAST].words))))
    pairings = tuple(_Pairing([None] * len(name.words), left) for name in sought)
    for negative, moved, field, place, side, other, kind in options:
        if pairings[field].found[place] is None and other in left[side]:
            left[side].discard(other)
            pairings[field].found[place] = (Likeness(kind), moved, -negative)
    return pairings[FIRST], pairings[LAST]


def _judge(field: int, pairing: _Pairing, rates: NameRates) -> FieldMatch | None:
    """Return what the words of one field say together."""
    matched = [pair for pair in pairing.found if pair]
    lone, left = len(pairing.found) - len(matched), len(pairing.held_left[field])
    if not pairing.found or not (matched or left):
        return None  # the new record says nothing here, or the other one has nothing to hold against it
    against = min(lone, left)
    other = max(rates.other, rates.added * rates.dropped) if matched else rates.other
    weight = sum(said for _, _, said in matched)
    weight += against * math.log2(other) + (lone - against) * math.log2(rates.added)
    weight += (left - against) * math.log2(rates.dropped)
    near = sum(_NEARNESS[kind] for kind, _, _ in matched) / (len(pairing.found) + left - against)
    return FieldMatch(FIELD_NAMES[field], _how(matched, lone + left), near, weight)


def _how(matched: Sequence[tuple[Likeness, bool, float]], unmatched: int) -> str:
    if not matched:
        return "other"
    if any(moved for _, moved, _ in matched):
        return "moved"
    return "partly" if unmatched else _HOW[max(kind for kind, _, _ in matched)]


def _as_one(field: int, sought: SoughtName, held: HeldName) -> FieldMatch | None:
    """Return what a name says when it is read as one word: Vandenberg is van den Berg."""
    word = sought.joined or (sought.words[0] if len(sought.words) == 1 else None)
    number = held.joined if held.joined >= 0 else held.words[0] if len(held.words) == 1 else -1
    if word is None or number < 0 or (sought.joined is None and held.joined < 0):
        return None
    kind = int(word.likes.kinds[number])
    if kind >= Likeness.BEGIN:
        return None
    return FieldMatch(FIELD_NAMES[field], _HOW[kind], _NEARNESS[kind], word.straight[kind])


def name_words(name: Name) -> list[Word]:
    """Return all words under which a name can be found."""
    return [*name.words, *([name.joined] if name.joined else [])]
