"""Every word of a name that the registry holds, once, and which words are like a given one.

Persons are many, names are few: a hundred thousand persons share some twenty thousand words, so a new word is
compared with words, not with persons. A filter that loses nothing goes first: one slip of the finger brings at most
one new letter into a word and takes at most one away, and sets of letters are compared thousands at a time as bits
of a number. What passes gets its real distance from rapidfuzz (optimal string alignment: insert, delete, replace, swap
two neighbours; Damerau, CACM 7(3), 1964).
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

from mhdesk.linkage.spelling import Word

FIRST: Final = 0
LAST: Final = 1
FIELDS: Final = (FIRST, LAST)
_SHORTEST_BEGIN: Final = 3
_BITS_OF_A_LETTER: Final = 21
_AFTER_FIRST: Final = np.uint64(_BITS_OF_A_LETTER * (_SHORTEST_BEGIN - 1))
_ROOM: Final = 1024
_NO_LENGTH: Final = 200


class Likeness(IntEnum):
    """How alike two words are, the most alike first."""

    SAME = 0
    SOUND = 1
    ONE_SLIP = 2
    TWO_SLIPS = 3
    THREE_SLIPS = 4
    BEGIN = 5
    NONE = 6


KINDS: Final = tuple(Likeness)[: Likeness.NONE]


@dataclass(frozen=True, slots=True)
class Likes:
    """Which words are like a given one: ``kinds[number]`` is a :class:`Likeness`, ``numbers`` those with any."""

    kinds: NDArray[np.uint8]
    numbers: NDArray[np.intp]

    def of_kind(self, kind: int) -> NDArray[np.intp]:
        """Return the numbers of the words that are alike in this way."""
        alike: NDArray[np.intp] = self.numbers[self.kinds[self.numbers] == kind]
        return alike


def most_slips(length: int) -> int:
    """Return how many slips a word of ``length`` letters may hold before it is another word."""
    return 1 if length < 3 else 2 if length < 7 else 3


def letters(word: str) -> int:
    """Return the set of letters as bits; letters that share a bit make words look more alike, never less."""
    found = 0
    for letter in word:
        found |= 1 << (ord(letter) & 63)
    return found


def _begin(word: str) -> int:
    """Return the first letters as a number."""
    found = 0
    for letter in word[:_SHORTEST_BEGIN].ljust(_SHORTEST_BEGIN, "\0"):
        found = found << _BITS_OF_A_LETTER | ord(letter)
    return found


class _Spellings:
    """One spelling of each word, by number, with what a quick comparison needs."""

    def __init__(self) -> None:
        self._size = 0
        self.texts = np.full(_ROOM, "", object)
        self._letters = np.zeros(_ROOM, np.uint64)
        self._lengths = np.full(_ROOM, _NO_LENGTH, np.int16)
        self._begins = np.zeros(_ROOM, np.uint64)

    def set(self, number: int, text: str) -> None:
        """Put a spelling in its place; "" for a place that stands empty."""
        if number == len(self.texts):
            self.texts = np.concatenate([self.texts, np.full_like(self.texts, "")])
            self._letters = np.concatenate([self._letters, np.zeros_like(self._letters)])
            self._lengths = np.concatenate([self._lengths, np.full_like(self._lengths, _NO_LENGTH)])
            self._begins = np.concatenate([self._begins, np.zeros_like(self._begins)])
        self._size = max(self._size, number + 1)
        self.texts[number] = text
        self._letters[number] = letters(text)
        self._lengths[number] = len(text) or _NO_LENGTH
        self._begins[number] = _begin(text)

    def near(self, word: str, most: int) -> tuple[NDArray[np.intp], NDArray[np.uint8]]:
        """Return the numbers of the words within ``most`` slips of ``word``, and how many slips each."""
        mine, sets = np.uint64(letters(word)), self._letters[: self._size]
        close = np.abs(self._lengths[: self._size] - len(word)) <= most
        close &= np.bitwise_count(sets & ~mine) <= most
        close &= np.bitwise_count(~sets & mine) <= most
        maybe = np.flatnonzero(close)
        if not len(maybe):
            return maybe, np.zeros(0, np.uint8)
        chosen = self.texts[maybe].tolist()
        slips = process.cdist([word], chosen, scorer=OSA.distance, score_cutoff=most, dtype=np.uint8)[0]
        kept = slips <= most
        return maybe[kept], slips[kept]

    def beginning(self, word: str) -> list[int]:
        """Return the numbers of the words that begin with ``word`` or begin it: initials, names cut short."""
        mine, initial = np.uint64(_begin(word)), np.uint64(_begin(word[0]))
        begins = self._begins[: self._size]
        if len(word) == 1:
            alike = begins >> _AFTER_FIRST == initial >> _AFTER_FIRST
        elif len(word) >= _SHORTEST_BEGIN:
            alike = (begins == mine) | (begins == initial)
        else:
            alike = begins == initial
        maybe = np.flatnonzero(alike)
        return [
            number
            for number, text in zip(maybe.tolist(), self.texts[maybe].tolist(), strict=True)
            if text.startswith(word) or word.startswith(text)
        ]


class Vocabulary:
    """Words with who has them, by field (``FIRST``, ``LAST``); persons are rows of a table, plain numbers."""

    def __init__(self) -> None:
        self.words: list[Word] = []
        self._plain, self._sound = _Spellings(), _Spellings()
        self._number: dict[Word, int] = {}
        self._free: list[int] = []
        self._holders: tuple[list[array[int]], list[array[int]]] = ([], [])
        self.counts = np.zeros((2, _ROOM), np.int32)

    def __len__(self) -> int:
        """Return how many different words there are."""
        return len(self._number)

    def add(self, word: Word, field: int, row: int) -> int:
        """Note that the person in ``row`` has ``word`` and return the number of the word."""
        number = self._number.get(word)
        if number is None:
            number = self._new(word)
        self._holders[field][number].append(row)
        self.counts[field, number] += 1
        return number

    def remove(self, number: int, field: int, row: int) -> None:
        """Forget that the person in ``row`` has a word; the word of nobody leaves the memory."""
        self._holders[field][number].remove(row)
        self.counts[field, number] -= 1
        if not self.counts[:, number].any():
            del self._number[self.words[number]]
            self._set(number, Word("", ""))
            self._free.append(number)

    def _new(self, word: Word) -> int:
        if self._free:
            number = self._free.pop()
        else:
            number = len(self.words)
            self.words.append(word)
            for field in FIELDS:
                self._holders[field].append(array("i"))
            if number == self.counts.shape[1]:
                self.counts = np.concatenate([self.counts, np.zeros_like(self.counts)], axis=1)
        self._set(number, word)
        self._number[word] = number
        return number

    def _set(self, number: int, word: Word) -> None:
        self.words[number] = word
        self._plain.set(number, word.plain)
        self._sound.set(number, word.sound)

    def like(self, word: Word) -> Likes:
        """Return which words are like ``word``, and how."""
        kinds = np.full(self.counts.shape[1], Likeness.NONE, np.uint8)
        kinds[self._plain.beginning(word.plain)] = Likeness.BEGIN
        most = most_slips(len(word.plain))
        near, slips = self._plain.near(word.plain, most)
        kinds[near] = Likeness.ONE_SLIP - 1 + slips
        sounding, apart = self._sound.near(word.sound, most - 1)
        # Sounds drop differences: one slip between them is worth two between spellings.
        heard = np.where(apart == 0, Likeness.SOUND, Likeness.ONE_SLIP + apart).astype(np.uint8)
        kinds[sounding] = np.minimum(kinds[sounding], heard)
        kinds[near[slips == 0]] = Likeness.SAME
        return Likes(kinds, np.flatnonzero(kinds != Likeness.NONE))

    def rows(self, field: int, numbers: NDArray[np.intp]) -> NDArray[np.int32]:
        """Return the rows of all who have one of these words in ``field``."""
        held = self._holders[field]
        parts = [held[number] for number in numbers[self.counts[field, numbers] > 0].tolist()]
        return np.concatenate(parts, dtype=np.int32) if parts else np.zeros(0, np.int32)
