"""Destroying what may not be kept any longer: on what ground, and who decided it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from mhdesk.domain.clocks import add_months
from mhdesk.domain.problems import Problem, length_problems
from mhdesk.domain.references import parse_reference
from mhdesk.domain.text import LONGEST_LINE, clean
from mhdesk.domain.vocabulary import vocabulary

RETENTION: Final = "retention_expired"


@dataclass(slots=True)
class DestroyDraft:
    """Why signals are destroyed and who decided that, as typed."""

    ground: str = ""
    decided_by: str = ""

    def validate(self, received: Iterable[date], kept_years: int, today: date) -> list[Problem]:
        """Return what must be mended before signals received on these days may be destroyed."""
        problems = length_problems("decided_by", self.decided_by, LONGEST_LINE)
        if self.ground not in vocabulary("destruction_grounds"):
            problems.append(Problem("ground", "destroy.ground_missing"))
        if not clean(self.decided_by):
            problems.append(Problem("decided_by", "destroy.decided_by_missing"))
        before = kept_until(kept_years, today)
        if self.ground == RETENTION and any(day >= before for day in received):
            problems.append(Problem("ground", "destroy.not_due", {"years": kept_years}))
        return problems


@dataclass(frozen=True, slots=True)
class Declaration:
    """What a declaration of destruction tells (Archiefbesluit art. 8): never what was destroyed itself.

    ``kinds`` counts signals by kind; ``oldest`` and ``newest`` are days of receipt.
    """

    number: str
    ground: str
    decided_by: str
    executed_by: str
    destroyed_on: date
    kinds: Mapping[str, int]
    persons: int
    oldest: date
    newest: date

    @property
    def signals(self) -> int:
        """Return how many signals were destroyed."""
        return sum(self.kinds.values())


def kept_until(years: int, today: date) -> date:
    """Return the day before which what was received is kept no longer: its term is over."""
    return add_months(today, -12 * years)


def confirmation_problems(typed: str, reference: str) -> list[Problem]:
    """Return a problem unless the number of what is to be destroyed was typed."""
    wanted = parse_reference(reference)
    same = wanted is not None and parse_reference(clean(typed)) == wanted
    return [] if same else [Problem("reference", "destroy.reference_differs", {"reference": reference})]
