"""When invented things happened: more of late than long ago, always before today, always in working hours."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from mhdesk.fiction.dice import Dice

YEARS: Final = 3
_SPAN: Final = YEARS * 365
# Above 1: the reporting point became known, so every month brings a little more than the one before.
_GROWTH: Final = 1.5
# UTC. Recording ends before anything that follows on the same day begins.
_OPENS: Final = time(7)
_HOURS: Final = timedelta(hours=8)
_FOLLOWS: Final = time(15, 30)


def recordings(dice: Dice, count: int, today: date) -> Iterator[datetime]:
    """Yield ``count`` moments in the order of time, from three years ago up to yesterday."""
    for number in range(count):
        elapsed = (number + dice.fraction()) / count
        age = 1 + (_SPAN - 1) * (1 - elapsed) ** _GROWTH
        whole = int(age)
        opens = datetime.combine(today - timedelta(days=whole), _OPENS, UTC)
        yield opens + _HOURS * (whole + 1 - age)


def afterwards(day: date, order: int) -> datetime:
    """Return the moment of the ``order``-th thing that followed, on ``day``."""
    return datetime.combine(day, _FOLLOWS, UTC) + timedelta(minutes=order)


def spelled(day: date) -> str:
    """Return a day as somebody types it."""
    return f"{day.day:02d}-{day.month:02d}-{day.year}"
