"""How long notifications wait for their triage: the load of a team, in days. Pure."""

from __future__ import annotations

import statistics
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

MEASURED: Final = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Wait:
    """One wait for a triage; ``ended`` is None while it lasts."""

    begun: date
    ended: date | None


@dataclass(frozen=True, slots=True)
class Load:
    """How long triage took lately and what waits now. Unit: days of any kind; None where nothing was measured.

    ``triaged`` counts the notifications triaged within the last 90 days; ``median`` and ``longest`` are of those.
    ``waiting`` counts what waits now, ``longest_now`` is how long the oldest of it does.
    """

    triaged: int
    median: float | None
    longest: int | None
    waiting: int
    longest_now: int | None


def load_of(waits: Iterable[Wait], today: date) -> Load:
    """Return the load at the end of ``today``; a triage held before its notification was recorded took no days."""
    told = list(waits)
    lately = today - MEASURED
    took = [_days(one.begun, one.ended) for one in told if one.ended and lately < one.ended <= today]
    now = [_days(one.begun, today) for one in told if one.ended is None]
    return Load(
        triaged=len(took),
        median=statistics.median(took) if took else None,
        longest=max(took, default=None),
        waiting=len(now),
        longest_now=max(now, default=None),
    )


def _days(begun: date, ended: date) -> int:
    return max(0, (ended - begun).days)
