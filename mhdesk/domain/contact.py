"""How the organisation can be reached, and whom its region calls in danger: what letters and crisis cards say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from mhdesk.domain.problems import Problem, length_problems
from mhdesk.domain.text import LONGEST_LINE, clean
from mhdesk.domain.vocabulary import vocabulary

EMERGENCY: Final = "112"
MOST_NUMBERS: Final = 8
_LONGEST_LABEL: Final = 60
_NUMBER: Final = re.compile(r"\+?\d[\d ()/-]{1,18}\d", re.ASCII)


@dataclass(frozen=True, slots=True)
class CrisisNumber:
    """Whom to call, and the number as people say it."""

    name: str
    number: str


@dataclass(frozen=True, slots=True)
class Contact:
    """What a team says of itself, as typed; blank is what nobody filled in yet.

    ``officer`` is the data protection officer (functionaris gegevensbescherming) and how to reach them.
    ``crisis_numbers`` has one number a line, ``name: number``; blank means those that mhdesk ships with.
    """

    address: str = ""
    phone: str = ""
    mail: str = ""
    officer: str = ""
    crisis_numbers: str = ""

    def validate(self) -> list[Problem]:
        """Return what must be mended before this can be kept."""
        problems: list[Problem] = []
        for name in ("address", "phone", "mail", "officer"):
            problems += length_problems(name, getattr(self, name), LONGEST_LINE)
        if clean(self.mail) and "@" not in self.mail:
            problems.append(Problem("mail", "contact.mail_unreadable"))
        return problems + _number_problems(self.crisis_numbers)

    def missing(self) -> tuple[str, ...]:
        """Return what a letter needs and nobody filled in, by field."""
        return tuple(name for name in ("address", "phone", "officer") if not clean(getattr(self, name)))

    def numbers(self) -> tuple[CrisisNumber, ...]:
        """Return whom to call, most urgent first."""
        return read_numbers(self.crisis_numbers) or shipped_numbers()


def shipped_numbers() -> tuple[CrisisNumber, ...]:
    """Return the numbers that mhdesk ships with, in the language in use."""
    return tuple(CrisisNumber(term.label(), term.get("number")) for term in vocabulary("crisis_numbers"))


def read_numbers(text: str) -> tuple[CrisisNumber, ...]:
    """Return the numbers of a checked text in their order."""
    return tuple(CrisisNumber(*_halves(line)) for line in _lines(text))


def write_numbers(numbers: tuple[CrisisNumber, ...]) -> str:
    """Return numbers as somebody would type them."""
    return "\n".join(f"{one.name}: {one.number}" for one in numbers)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in clean(text).split("\n") if line.strip()]


def _halves(line: str) -> tuple[str, str]:
    name, _, number = line.rpartition(":")
    return name.strip(), number.strip()


def _number_problems(text: str) -> list[Problem]:
    lines = _lines(text)
    for place, line in enumerate(lines, 1):
        name, number = _halves(line)
        if not name or len(name) > _LONGEST_LABEL or not _NUMBER.fullmatch(number):
            return [Problem("crisis_numbers", "contact.number_unreadable", {"line": place})]
    if len(lines) > MOST_NUMBERS:
        return [Problem("crisis_numbers", "contact.numbers_too_many", {"most": MOST_NUMBERS})]
    if lines and EMERGENCY not in [_halves(line)[1] for line in lines]:
        return [Problem("crisis_numbers", "contact.emergency_missing")]
    return []
