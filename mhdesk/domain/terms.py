"""Terms of the work: how long a step may take, in working days or in all days. Pure functions over days.

Every term is configuration (``resources/vocabulary/work_terms.toml``) with its source, never a constant here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from typing import Final

from mhdesk.domain.vocabulary import vocabulary

_DAY: Final = timedelta(days=1)
_SATURDAY: Final = 6


class WorkTerm(StrEnum):
    """The steps that have a term."""

    SAFETY_ASSESSMENT = "safety_assessment"
    INVESTIGATION = "investigation"
    CONDITIONS = "conditions"
    REPORTER_FEEDBACK = "reporter_feedback"
    DELETE_ORIGINAL = "delete_original"
    SECOND_LOOK = "second_look"
    COMENSHA = "comensha"


@dataclass(frozen=True, slots=True)
class Length:
    """How long a term is: some working days, and then some days of any kind."""

    working_days: int = 0
    days: int = 0

    def due(self, start: date) -> date:
        """Return the last day; the day on which it begins does not count (EEC 1182/71 art. 3).

        A last day on a weekend or holiday is not put off: being early harms nobody.
        """
        return add_working_days(start, self.working_days) + timedelta(days=self.days)


def length_of(term: str) -> Length:
    """Return the length of a term of the work. Raises KeyError for a term that there is not."""
    words = vocabulary("work_terms")[term]
    days = int(words.get("days", "0")) + 7 * int(words.get("weeks", "0"))
    return Length(working_days=int(words.get("working_days", "0")), days=days)


def due(term: str, start: date) -> date:
    """Return the last day of a term of the work that begins on ``start``."""
    return length_of(term).due(start)


def add_working_days(start: date, count: int) -> date:
    """Return the ``count``-th working day after ``start``, or ``start`` itself for none."""
    day = start
    while count > 0:
        day += _DAY
        count -= is_working_day(day)
    return day


def is_working_day(day: date) -> bool:
    """Say whether Dutch offices work on ``day``: no weekend, no day of the Algemene termijnenwet art. 3."""
    return day.isoweekday() < _SATURDAY and day not in _free_days(day.year)


@cache
def _free_days(year: int) -> frozenset[date]:
    """Return the public holidays of a year with Good Friday and every 5 May, which the act counts as well."""
    import holidays  # takes a tenth of a second that only a term in working days need spend

    return frozenset(holidays.country_holidays("NL", years=year, categories=("public", "optional")))
