"""Terms: from when, how long, and on whose authority. Pure functions over days.

Every term is configuration (``resources/vocabulary/inform_terms.toml`` and the legal grounds), never a
constant here: the law texts behind the defaults were read in versions of 2019.
"""

from __future__ import annotations

import calendar
import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from mhdesk import resources


@dataclass(frozen=True, slots=True)
class InformTerm:
    """How long an organisation may take to inform a person concerned.

    ``weeks`` or ``months`` run from the day of recording. With ``ends_at_disclosure`` the term ends
    at the latest on the day of the first referral or hand-over (AVG 14(3)(c)).
    """

    code: str
    organisation_types: tuple[str, ...]
    weeks: int
    months: int
    ends_at_disclosure: bool
    source: str

    def due(self, recorded_on: date, first_disclosed_on: date | None = None) -> date:
        """Return the last day on which the decision is in time."""
        end = add_months(recorded_on + timedelta(weeks=self.weeks), self.months)
        if self.ends_at_disclosure and first_disclosed_on is not None:
            return min(end, max(recorded_on, first_disclosed_on))
        return end


@cache
def _terms() -> tuple[InformTerm, ...]:
    text = resources.path("vocabulary", "inform_terms.toml").read_text(encoding="utf-8")
    return tuple(
        InformTerm(
            code=row["code"],
            organisation_types=tuple(row.get("organisation_types", ())),
            weeks=row.get("weeks", 0),
            months=row.get("months", 0),
            ends_at_disclosure=row.get("ends_at_disclosure", False),
            source=row["source"],
        )
        for row in tomllib.loads(text)["term"]
    )


def inform_term(organisation_type: str) -> InformTerm:
    """Return the term that binds this type of organisation; the last rule binds all others."""
    fitting = (term for term in _terms() if organisation_type in term.organisation_types)
    return next(fitting, _terms()[-1])


def term_source(code: str) -> str:
    """Return the legal source of a term that was once set, or nothing for a code of another version."""
    return next((term.source for term in _terms() if term.code == code), "")


def add_months(day: date, months: int) -> date:
    """Return the same day ``months`` later, or the last day of a shorter month (EEC 1182/71 art. 3)."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
