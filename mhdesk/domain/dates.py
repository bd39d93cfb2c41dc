"""Dates as people type them: whole, only a month or year, or an age."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Final

_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            ("jan", "januari", "january"),
            ("feb", "febr", "februari", "february"),
            ("mrt", "maart", "mar", "march"),
            ("apr", "april"),
            ("mei", "may"),
            ("jun", "juni", "june"),
            ("jul", "juli", "july"),
            ("aug", "augustus", "august"),
            ("sep", "sept", "september"),
            ("okt", "oktober", "oct", "october"),
            ("nov", "november"),
            ("dec", "december"),
        ),
        start=1,
    )
    for name in names
}
_NUMERIC: Final = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})", re.ASCII)
_NAMED: Final = re.compile(r"(\d{1,2})[- ]?([a-z]+)\.?[- ]?(\d{4})", re.ASCII)
_ISO: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[t ]00:00(?::00)?)?", re.ASCII)
_WITHOUT_YEAR: Final = re.compile(r"(\d{1,2})(?:[-/. ](\d{1,2})|[-/. ]?([a-z]+))", re.ASCII)
_AWAY: Final = {
    name: days
    for days, names in {
        -2: ("eergisteren",),
        -1: ("gisteren", "gister", "yesterday"),
        0: ("vandaag", "nu", "today", "now"),
        1: ("morgen", "tomorrow"),
        2: ("overmorgen",),
    }.items()
    for name in names
}
_WEEKDAYS: Final = {
    name: number
    for number, names in enumerate(
        (
            ("ma", "maandag", "mon", "monday"),
            ("di", "dinsdag", "tue", "tuesday"),
            ("wo", "woensdag", "wed", "wednesday"),
            ("do", "donderdag", "thu", "thursday"),
            ("vr", "vrijdag", "fri", "friday"),
            ("za", "zaterdag", "sat", "saturday"),
            ("zo", "zondag", "sun", "sunday"),
        )
    )
    for name in names
}
_MONTH_YEAR: Final = re.compile(r"(?:([a-z]+)\.?|(\d{1,2})[-/])\s*(\d{4})", re.ASCII)
_YEAR: Final = re.compile(r"(\d{4})", re.ASCII)
_ABOUT: Final = r"(?:ca\.?|circa|ongeveer|plusminus|±|about|approx\.?)"
_ABOUT_YEAR: Final = re.compile(_ABOUT + r"\s*(\d{4})", re.ASCII)
_AGE: Final = re.compile(
    _ABOUT + r"?\s*(\d{1,3})\s*(?:jr|jaar|j|years?|y)?\.?"
    r"(?:\s+oud)?",
    re.ASCII,
)
EARLIEST_YEAR: Final = 1900
LATEST_YEAR: Final = 2199
_FIRST_OF_LAST_CENTURY: Final = 40
OLDEST_AGE: Final = 120
_MIDDLE_OF_YEAR: Final = (7, 1)
_WEEK: Final = 7
_A_YEAR: Final = 366
# A day so near on the wrong side is a slip, which its field tells; a year away it would go unseen.
_SLIP: Final = 31


@dataclass(frozen=True, slots=True)
class Birth:
    """Hold what is known of somebody's birth.

    ``on`` is ISO 8601, as far as known: ``2004-05-12``, ``2004-05`` or ``2004``.
    ``estimated`` is true when it was worked out from an age that somebody guessed.
    """

    on: str
    estimated: bool = False

    def age_on(self, day: date) -> int:
        """Return the age in whole years on ``day``; without a month, as if born on 1 July."""
        year, *known = (int(part) for part in self.on.split("-"))
        birthday = (*known, *_MIDDLE_OF_YEAR[len(known) :])
        return day.year - year - ((day.month, day.day) < birthday)


def parse_day(text: str) -> date | None:
    """Return the whole date that ``text`` names in any usual Dutch spelling, else None.

    Read: ``31-03-2026``, ``31/3/26``, ``31 mrt 2026``, ``2026-03-31``. Two-digit years up to
    39 are of this century: ``26`` is 2026, ``85`` is 1985.
    """
    lowered = " ".join(text.strip().casefold().split())
    if match := _ISO.fullmatch(lowered):
        year, month, day = (int(part) for part in match.groups())
    elif match := _NUMERIC.fullmatch(lowered):
        day, month = int(match[1]), int(match[2])
        year = _whole_year(match[3])
    elif (match := _NAMED.fullmatch(lowered)) and match[2] in _MONTHS:
        day, month, year = int(match[1]), _MONTHS[match[2]], int(match[3])
    else:
        return None
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found if found.year <= LATEST_YEAR else None


def parse_near_day(text: str, today: date, *, ahead: bool = False) -> date | None:
    """Return the day that ``text`` names, for whoever types it on ``today``, else None.

    What :func:`parse_day` reads, and besides ``gisteren``, a day of the week (``ma``) and a day without its year
    (``25-11``, ``30 nov``): the last one up to today, or with ``ahead`` the first one from today, unless one within a
    month lies on the other side. A day of the week ``ahead`` is never today itself. A day that is not within a year of
    today (29 February) is not guessed.
    """
    whole = parse_day(text)
    if whole is not None:
        return whole
    lowered = " ".join(text.strip().casefold().split()).rstrip(".")
    if lowered in _AWAY:
        return today + timedelta(days=_AWAY[lowered])
    if lowered in _WEEKDAYS:
        back = (today.weekday() - _WEEKDAYS[lowered]) % _WEEK
        return today + timedelta(days=_WEEK - back if ahead else -back)
    match = _WITHOUT_YEAR.fullmatch(lowered)
    return _in_nearest_year(match, today, ahead=ahead) if match else None


def _in_nearest_year(match: re.Match[str], today: date, *, ahead: bool) -> date | None:
    month = int(match[2]) if match[2] else _MONTHS.get(match[3], 0)
    found = [day for year in (-1, 0, 1) if (day := _day_of(today.year + year, month, int(match[1])))]
    slip = (day for day in found if abs((day - today).days) <= _SLIP)
    wanted = (day for day in found if 0 <= (day - today).days * (1 if ahead else -1) <= _A_YEAR)
    return next(slip, None) or next(wanted, None)


def _day_of(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _whole_year(text: str) -> int:
    if len(text) == len("2026"):
        return int(text)
    return int(text) + (2000 if int(text) < _FIRST_OF_LAST_CENTURY else 1900)


def looks_like_a_day(text: str) -> bool:
    """Say whether ``text`` has the shape of a whole date, even one that does not exist."""
    lowered = " ".join(text.strip().casefold().split())
    named = _NAMED.fullmatch(lowered)
    return bool(_ISO.fullmatch(lowered) or _NUMERIC.fullmatch(lowered) or (named and named[2] in _MONTHS))


def parse_birth(text: str, seen_on: date) -> Birth | None:
    """Return the birth that ``text`` names, else None.

    Read: a whole date, ``mei 2004``, ``05-2004``, ``2004``, ``ca. 2004``, or an age such as ``24``, ``ca. 24 jr``,
    counted back from ``seen_on``, the day on which somebody guessed it: on that day :meth:`Birth.age_on` is that age.
    """
    whole = parse_day(text)
    if whole:
        return Birth(whole.isoformat())
    if looks_like_a_day(text):
        return None
    lowered = " ".join(text.strip().casefold().split())
    if match := _YEAR.fullmatch(lowered):
        return Birth(match[1])
    if match := _ABOUT_YEAR.fullmatch(lowered):
        return Birth(match[1], estimated=True)
    if match := _MONTH_YEAR.fullmatch(lowered):
        month = _MONTHS.get(match[1], 0) if match[1] else int(match[2])
        return Birth(f"{match[3]}-{month:02d}") if 1 <= month <= 12 else None
    if (match := _AGE.fullmatch(lowered)) and int(match[1]) <= OLDEST_AGE:
        before_middle = (seen_on.month, seen_on.day) < _MIDDLE_OF_YEAR
        return Birth(f"{seen_on.year - int(match[1]) - before_middle:04d}", estimated=True)
    return None


def parse_time(text: str) -> time | None:
    """Return the time of day that ``text`` names (``02:08``, ``2.08``, ``0208``, ``14u30``), else None."""
    match = re.fullmatch(r"(\d{1,2})\s*[:.u]?\s*(\d{2})?\s*(?:u|uur)?", text.strip().casefold())
    if not match:
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    return time(hour, minute) if hour <= 23 and minute <= 59 else None


def display_day(day: date) -> str:
    """Return ``day`` as Dutch people write it: 31-03-2026."""
    return f"{day:%d-%m-%Y}"


def display_birth(birth: Birth) -> str:
    """Return a birth as people write it: whole date, month and year, or year; "ca." when guessed."""
    shown = "-".join(reversed(birth.on.split("-")))
    return f"ca. {shown}" if birth.estimated else shown
