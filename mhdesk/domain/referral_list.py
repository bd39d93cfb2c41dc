"""The list of referrals: which are shown, and what a line of it says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Shown(StrEnum):
    """Which referrals a list shows, by where they stand."""

    OPEN = "open"
    OVERDUE = "overdue"
    WAITING = "waiting"
    RUNNING = "running"
    ENDED = "ended"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class ReferralFilter:
    """Which referrals a list shows; empty means no restriction."""

    shown: Shown = Shown.OPEN
    organisation_id: int | None = None
    purpose: str = ""


@dataclass(frozen=True, slots=True)
class ReferralRow:
    """One line: ``name`` is of the one person, "" for a signal as a whole; ``since`` is from when one waits."""

    id: int
    signal_id: int
    reference: str
    name: str
    organisation: str
    purpose: str
    state: str
    historic: bool
    since: date | None
    answer_by: date | None
