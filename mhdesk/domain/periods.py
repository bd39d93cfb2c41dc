"""Periods over which is counted: a year, half-year, quarter, month, or two days."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from mhdesk.domain.dates import EARLIEST_YEAR, LATEST_YEAR, display_day
from mhdesk.errors import InputError
from mhdesk.wording import say

_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """All days from ``first`` up to and including ``last``."""

    first: date
    last: date

    def overlaps(self, other: Period) -> bool:
        """Say whether the two periods share at least one day."""
        return self.first <= other.last and other.first <= self.last

    def before(self, number: int) -> tuple[Period, ...]:
        """Return that many periods of the same kind that end where this one begins, oldest first.

        A whole year, half-year, quarter or month has whole ones before it; two days have as many days before them.
        """
        found = [self]
        months = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1
        whole = ".." not in self.code()
        for _ in range(number):
            last = found[0].first - _DAY
            first = _month(found[0].first, -months) if whole else last - (self.last - self.first)
            found.insert(0, Period(first, last))
        return tuple(found[:-1])

    def parts(self, months: int) -> tuple[Period, ...]:
        """Return the calendar parts of so many months (1: months, 3: quarters) that lie in this period, cut to it."""
        start = date(self.first.year, (self.first.month - 1) // months * months + 1, 1)
        found = []
        while start <= self.last:
            following = _month(start, months)
            found.append(Period(max(start, self.first), min(following - _DAY, self.last)))
            start = following
        return tuple(found)

    def until(self, day: date) -> Period | None:
        """Return the part of this period up to and including ``day``, None when it had not begun."""
        return None if self.first > day else Period(self.first, min(self.last, day))

    def code(self) -> str:
        """Return the shortest spelling that :func:`parse_period` reads back, such as 2025-Q1."""
        year, month = self.first.year, self.first.month
        for months, spell in (
            (12, "{0:04d}"),
            (6, "{0:04d}-H{2}"),
            (3, "{0:04d}-Q{3}"),
            (1, "{0:04d}-{1:02d}"),
        ):
            starts = self.first.day == 1 and (month - 1) % months == 0
            if starts and self.last == _last_day(year, month + months - 1):
                return spell.format(year, month, (month + 5) // 6, (month + 2) // 3)
        return f"{self.first}..{self.last}"

    def title(self) -> str:
        """Return the period in words, for people."""
        code = self.code()
        if ".." in code:
            return say("period.between", first=display_day(self.first), last=display_day(self.last))
        if match := re.fullmatch(r"(\d{4})-([HQ])(\d)", code):
            name = "period.half" if match[2] == "H" else "period.quarter"
            return say(name, number=match[3], year=match[1])
        if match := re.fullmatch(r"(\d{4})-(\d\d)", code):
            return say(f"period.month_{match[2]}", year=match[1])
        return code


def _month(day: date, months: int) -> date:
    """Return the first day of the month that lies so many months after the month of ``day``."""
    place = day.year * 12 + day.month - 1 + months
    return date(place // 12, place % 12 + 1, 1)


def parse_period(text: str) -> Period:
    """Return the period that ``text`` names: 2025, 2025-H1, 2025-Q1, 2025-03, 2025-01-01..2025-06-30.

    Raises InputError for anything else, for days that do not exist, for an end before the start and for years
    in which no signal can have been received.
    """
    period = _parse(text)
    if not EARLIEST_YEAR <= period.first.year <= period.last.year <= LATEST_YEAR:
        raise InputError("period.too_far", typed=text[:60], first=EARLIEST_YEAR, last=LATEST_YEAR)
    return period


def _parse(text: str) -> Period:
    tidy = text.strip().upper().replace(" ", "")
    if match := re.fullmatch(r"(\d{4})(?:-(?:(H[12])|(Q[1-4])|(0[1-9]|1[0-2])))?", tidy):
        return _whole(int(match[1]), match[2], match[3], match[4])
    if match := re.fullmatch(r"(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)", tidy):
        try:
            first, last = date.fromisoformat(match[1]), date.fromisoformat(match[2])
        except ValueError:
            raise InputError("period.day_does_not_exist", typed=text[:60]) from None
        if last < first:
            raise InputError("period.ends_before_it_begins", typed=text[:60])
        return Period(first, last)
    raise InputError("period.unreadable", typed=text[:60])


def _whole(year: int, half: str | None, quarter: str | None, month: str | None) -> Period:
    if year < 1:
        raise InputError("period.unreadable", typed=str(year))
    begin, length = 1, 12
    if half:
        begin, length = (int(half[1]) - 1) * 6 + 1, 6
    elif quarter:
        begin, length = (int(quarter[1]) - 1) * 3 + 1, 3
    elif month:
        begin, length = int(month), 1
    return Period(date(year, begin, 1), _last_day(year, begin + length - 1))


def _last_day(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])
