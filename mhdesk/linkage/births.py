"""Compare one birth with all others at once: a table of every day there is, then one look-up for each person.

What people get wrong in dates is known: day and month turned round (12-05 for 05-12), the year next to it or
ten years off, 1 January for "some day that year" (the convention of population registers for unknown days), one
figure misread. Each of them is a kind of agreement with a weight of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from mhdesk.domain.dates import Birth

_FIRST_YEAR: Final = 1800
_YEARS: Final = 400
_MONTHS: Final = 13  # 0: not known
_DAYS: Final = 32  # 0: not known
_CODES: Final = _YEARS * _MONTHS * _DAYS
NO_BIRTH: Final = 0
# As wide as the guesses of ages are wrong (years), and which kind that is.
_GUESSES: Final = ((6, "FAR_GUESS"), (3, "FAIR_GUESS"), (1, "GOOD_GUESS"))


class Agreement(IntEnum):
    """How two births agree."""

    UNKNOWN = 0
    OTHER = 1
    YEAR = 2
    MONTH_AND_DAY = 3
    YEAR_AND_DAY = 4
    YEAR_AND_MONTH = 5
    JANUARY = 6
    NEAR_YEAR = 7
    TURNED = 8
    SAME = 9
    PART_OTHER = 10
    PART_YEAR = 11
    PART_MONTH = 12
    FAR_GUESS = 13
    FAIR_GUESS = 14
    GOOD_GUESS = 15


def code(birth: Birth | None) -> int:
    """Return a number for what is known of a birth; ``NO_BIRTH`` for nothing, or a year out of all reason."""
    if birth is None:
        return NO_BIRTH
    year, month, day = (*(int(part) for part in birth.on.split("-")), 0, 0)[:3]
    if not _FIRST_YEAR < year < _FIRST_YEAR + _YEARS:
        return NO_BIRTH
    if birth.estimated:
        return _CODES + year - _FIRST_YEAR
    return ((year - _FIRST_YEAR) * _MONTHS + month) * _DAYS + day


def parts(number: int) -> tuple[int, int, int, bool]:
    """Return year, month and day (0: not known) of a :func:`code`, and whether the year is a guess."""
    if number >= _CODES:
        return number - _CODES + _FIRST_YEAR, 0, 0, True
    rest, day = divmod(number, _DAYS)
    year, month = divmod(rest, _MONTHS)
    return year + _FIRST_YEAR, month, day, False


@lru_cache(maxsize=16)
def agreements(number: int) -> NDArray[np.uint8]:
    """Return for each code how a birth with that code agrees with this one: ``agreements(a)[b]``."""
    table = np.full(_CODES + _YEARS, Agreement.OTHER, np.uint8)
    if number == NO_BIRTH:
        table[:] = Agreement.UNKNOWN
        return table
    year, month, day, guessed = parts(number)
    days = table[:_CODES].reshape(_YEARS, _MONTHS, _DAYS)
    guesses = table[_CODES:]
    at = year - _FIRST_YEAR
    _mark_guesses(guesses, at)
    if guessed:
        _mark_guesses(days, at)
    elif day:
        _mark_whole(days, at, month, day)
    else:
        _mark_part(days, at, month)
    table[NO_BIRTH] = Agreement.UNKNOWN
    return table


def _mark_guesses(table: NDArray[np.uint8], at: int) -> None:
    for years, kind in _GUESSES:
        table[max(at - years, 0) : at + years + 1] = Agreement[kind]


def _mark_whole(days: NDArray[np.uint8], at: int, month: int, day: int) -> None:
    """Mark from the weakest agreement to the strongest: the last one counts."""
    days[:, 0, 0] = days[:, 1:, 0] = Agreement.PART_OTHER
    days[at, 0, 0] = Agreement.PART_YEAR
    days[at, month, 0] = Agreement.PART_MONTH
    days[at, 1:, 1:] = Agreement.YEAR
    days[:, month, day] = Agreement.MONTH_AND_DAY
    days[at, 1:, day] = Agreement.YEAR_AND_DAY
    days[at, month, 1:] = Agreement.YEAR_AND_MONTH
    days[at, 1, 1] = Agreement.JANUARY
    if (month, day) == (1, 1):
        days[at, 1:, 1:] = Agreement.JANUARY
    for near in (at - 10, at - 1, at + 1, at + 10):
        if 0 < near < _YEARS:
            days[near, month, day] = Agreement.NEAR_YEAR
    if day < _MONTHS:
        days[at, day, month] = Agreement.TURNED
    days[at, month, day] = Agreement.SAME


def _mark_part(days: NDArray[np.uint8], at: int, month: int) -> None:
    days[:] = Agreement.PART_OTHER
    if month:
        days[at, 0, 0] = Agreement.PART_YEAR
        days[at, month, :] = Agreement.PART_MONTH
    else:
        days[at] = Agreement.PART_YEAR


# Births of living people lie within about so many years.
_LIVING_YEARS: Final = 60
# How many whole dates agree so with one date.
_REACH: Final = {
    Agreement.YEAR: 300.0,
    Agreement.MONTH_AND_DAY: 55.0,
    Agreement.YEAR_AND_DAY: 11.0,
    Agreement.YEAR_AND_MONTH: 30.0,
    Agreement.JANUARY: 1.0,
    Agreement.NEAR_YEAR: 4.0,
    Agreement.TURNED: 1.0,
    Agreement.SAME: 1.0,
}
# How often two strangers agree so when only a part or a guess is known.
_STRANGERS: Final = {
    Agreement.PART_YEAR: 1 / _LIVING_YEARS,
    Agreement.PART_MONTH: 1 / (12 * _LIVING_YEARS),
    Agreement.GOOD_GUESS: 3 / _LIVING_YEARS,
    Agreement.FAIR_GUESS: 4 / _LIVING_YEARS,
    Agreement.FAR_GUESS: 6 / _LIVING_YEARS,
}


def weigh(number: int, rates: Sequence[float]) -> NDArray[np.float32]:
    """Return in bits what each agreement with the birth ``number`` says for being the same person.

    ``rates[agreement]`` is how often records of one person agree so. A weight is
    log2(chance of this birth given that person / chance of this birth of anybody), the chance spread evenly over
    all births that agree so; 1 January is the birth of anybody more often than other days, so it says less.
    """
    of_anybody = 1 / 365 / _LIVING_YEARS
    if parts(number)[1:3] == (1, 1):
        of_anybody += rates[Agreement.JANUARY] / _LIVING_YEARS
    by_chance = {kind: reach * of_anybody for kind, reach in _REACH.items()} | _STRANGERS
    return np.log2([rates[kind] / by_chance.get(kind, 1.0) for kind in Agreement]).astype(np.float32)
