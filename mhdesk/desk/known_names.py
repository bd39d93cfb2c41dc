"""The names and numbers of everybody who may come up, as they are searched: in memory, for as long as the desk is open.

A hundred thousand of them are looked through in a millisecond, which reading them from the registry would not be.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from mhdesk.domain import phones
from mhdesk.domain.finding import Sought
from mhdesk.domain.text import fold

_MOST_RANKED: Final = 2_000
_END: Final = "\n"
"""Stands in no name and in nothing that is searched."""


class _Lines:
    """One line of text for each person, searched as one text: that is made anew after a change, when it is needed."""

    def __init__(self) -> None:
        self._lines: dict[int, str] = {}
        self._whole: str | None = None
        self._ids: list[int] = []
        self._starts: list[int] = []

    def put(self, person_id: int, line: str) -> None:
        if self._lines.get(person_id) != line:
            self.remove(person_id)
            self._lines[person_id] = line
            self._whole = None

    def remove(self, person_id: int) -> None:
        if self._lines.pop(person_id, None) is not None:
            self._whole = None

    def with_part(self, part: str) -> Iterator[tuple[int, str]]:
        """Yield everybody in whose line a part stands, with the line."""
        whole = self._whole if self._whole is not None else self._join()
        place = whole.find(part)
        while place >= 0:
            row = bisect_right(self._starts, place) - 1
            person_id = self._ids[row]
            yield person_id, self._lines[person_id]
            place = whole.find(part, self._starts[row + 1])

    def _join(self) -> str:
        whole = self._whole = _END.join((*self._lines.values(), ""))
        self._ids, self._starts, place = list(self._lines), [0], 0
        for line in self._lines.values():
            place += len(line) + len(_END)
            self._starts.append(place)
        return whole


class KnownNames:
    """Who is called how, by id."""

    def __init__(self) -> None:
        self._names = _Lines()
        self._numbers = _Lines()

    def put(self, person_id: int, name: str, phone: str) -> None:
        """Add somebody, or change what is known; ``phone`` is E.164 or ""."""
        self._names.put(person_id, f" {fold(name).replace(_END, ' ')} ")
        if phone:
            self._numbers.put(person_id, " ".join(phones.search_forms(phone)))
        else:
            self._numbers.remove(person_id)

    def remove(self, person_id: int) -> None:
        """Forget somebody."""
        self._names.remove(person_id)
        self._numbers.remove(person_id)

    def with_number(self, digits: str) -> list[int]:
        """Return who has a number with these digits in it, newest first."""
        return sorted((person_id for person_id, _ in self._numbers.with_part(digits)), reverse=True)

    def called(self, asked: Sought) -> list[int]:
        """Return in whose name all words stand: whole words first, then beginnings, then parts; newest first."""
        longest = max(asked.words, key=len)
        others = [word for word in asked.words if word != longest]
        found = self._names.with_part(longest)
        left = [(one, name) for one, name in found if all(word in name for word in others)]
        if len(left) > _MOST_RANKED:
            begun = f" {longest}"
            left.sort(key=lambda one: begun in one[1])
            return [number for number, _ in reversed(left)]
        ranked = sorted((_rank(name, asked.words), -number) for number, name in left)
        return [-number for _, number in ranked]


def _rank(name: str, words: tuple[str, ...]) -> int:
    whole = sum(f" {word} " in name for word in words)
    begun = sum(f" {word}" in name for word in words)
    return -(2 * whole + begun)
