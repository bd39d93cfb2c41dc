"""What searching everywhere finds: lines of every kind, each group cut short and counted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final, Generic, TypeVar

from mhdesk.domain import phones
from mhdesk.domain.dates import Birth
from mhdesk.domain.text import clean, fold
from mhdesk.domain.views import SignalRow

SHORTEST: Final = 2
"""Characters from which on anything is looked for: one letter finds half the registry."""
LONGEST: Final = 300
"""Characters that are looked at: a page that was pasted is no question."""
FEW: Final = 5
"""Lines of a group that are shown."""
MANY: Final = 50
"""Lines of the one group that is shown at length."""
MOST_COUNTED: Final = 200
"""More than these are not counted while somebody types."""

_NUMBER: Final = re.compile(r"[+0(][\d ()./-]+|\d{4,}")
_DIGITS: Final = re.compile(r"\D+")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Few(Generic[T]):
    """The first lines of a group, and how many there are; ``more`` where there are more than were counted."""

    lines: tuple[T, ...] = ()
    count: int = 0
    more: bool = False


def few(lines: Sequence[T], count: int | None = None, *, more: bool = False, most: int = FEW) -> Few[T]:
    """Return the first of some lines, of ``count`` or of as many as there are."""
    return Few(tuple(lines[:most]), len(lines) if count is None else count, more)


class Part(StrEnum):
    """A group that can be shown at length. Of signals there is a list of its own."""

    PEOPLE = "people"
    CASES = "cases"
    ORGANISATIONS = "organisations"
    CONTACTS = "contacts"
    MEETINGS = "meetings"
    QUESTIONS = "questions"


class Why(StrEnum):
    """Why somebody comes up whose name is not what was typed."""

    NAME = ""
    PHONE = "phone"
    SPELLING = "spelling"
    MERGED = "merged"


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """Somebody, with the signals in which he or she may be found, newest first; ``case`` is a reference or ""."""

    person_id: int
    name: str
    birth: Birth | None
    why: Why
    signals: tuple[str, ...]
    case: str = ""


@dataclass(frozen=True, slots=True)
class FoundCase:
    """A case, opened by its person."""

    person_id: int
    reference: str
    name: str
    status: str


@dataclass(frozen=True, slots=True)
class FoundOrganisation:
    """An organisation of the network."""

    organisation_id: int
    name: str
    group: str
    phone: str
    ended: bool


@dataclass(frozen=True, slots=True)
class FoundContact:
    """Somebody who works at an organisation."""

    organisation_id: int
    name: str
    function: str
    phone: str
    organisation: str


@dataclass(frozen=True, slots=True)
class FoundMeeting:
    """A meeting, planned or held."""

    meeting_id: int
    kind: str
    held_on: date
    place: str


@dataclass(frozen=True, slots=True)
class FoundQuestion:
    """A question of a professional; what was asked stays on its page."""

    question_id: int
    asked_on: date
    discipline: str
    topic: str


@dataclass(frozen=True, slots=True)
class Found:
    """Everything that was found for one question; not ``complete`` while not everybody was read yet."""

    people: Few[FoundPerson] = field(default_factory=Few)
    cases: Few[FoundCase] = field(default_factory=Few)
    signals: Few[SignalRow] = field(default_factory=Few)
    organisations: Few[FoundOrganisation] = field(default_factory=Few)
    contacts: Few[FoundContact] = field(default_factory=Few)
    meetings: Few[FoundMeeting] = field(default_factory=Few)
    questions: Few[FoundQuestion] = field(default_factory=Few)
    complete: bool = True

    def count(self) -> int:
        """Return how many lines were found, of every kind."""
        counts = (
            self.people.count,
            self.cases.count,
            self.signals.count,
            self.organisations.count,
            self.contacts.count,
            self.meetings.count,
            self.questions.count,
        )
        return sum(counts)


@dataclass(frozen=True, slots=True)
class Sought:
    """What was typed, as it is compared: folded words, or the digits of what can only be a number."""

    typed: str
    words: tuple[str, ...]
    digits: str

    def fits(self, *told: str) -> bool:
        """Say whether all words, or the number, stand in some texts, as parts of words too."""
        if self.digits:
            return self.digits in " ".join(number_forms(one) for one in told)
        folded = fold(" ".join(told))
        return all(word in folded for word in self.words)


def sought(typed: str) -> Sought | None:
    """Return what is looked for, None for what is too short to look for."""
    kept = clean(typed)[:LONGEST]
    if _NUMBER.fullmatch(kept):
        known = phones.normalise(kept)
        digits = _DIGITS.sub("", phones.search_forms(known)[-1] if known else kept)
        return Sought(kept, (), digits) if len(digits) > SHORTEST else None
    words = tuple(re.findall(r"\w+", fold(kept).replace("_", " ")))
    return Sought(kept, words, "") if len("".join(words)) >= SHORTEST else None


def number_forms(told: str) -> str:
    """Return the digits of a text, and of the telephone number that it is, if it is one, with and without its code."""
    known = phones.normalise(told) if any(map(str.isdigit, told)) else None
    return " ".join((_DIGITS.sub("", told), *(phones.search_forms(known) if known else ())))
