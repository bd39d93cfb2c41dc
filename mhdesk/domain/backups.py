"""When a backup is due, which backups are kept, and what is told about them. Pure."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import pairwise
from pathlib import Path
from typing import Final

from mhdesk.wording import count, say

DAILY: Final = 7
WEEKLY: Final = 5
MONTHLY: Final = 2
LONGEST: Final = timedelta(days=92)
"""How long any backup is kept: what was destroyed is then gone from all of them, too, within about three months."""
LEAP: Final = timedelta(days=31)
"""A longer time between two days with a backup may be a clock that ran ahead instead of a pause."""
BELIEVED_AFTER: Final = 3
"""Days with a backup after a leap from which on the clock is believed; or leaps, for whoever works seldom."""
OLD_AFTER: Final = timedelta(days=7)
"""After how long the last backup is called old: a holiday week is no alarm, a month is."""
HEAD_SHOWN: Final = 16


class Key(StrEnum):
    """Which key opens a backup: that of the registry, one that it had before, or none that is known here."""

    PRESENT = "present"
    OLD = "old"
    NONE = "none"


class Origin(StrEnum):
    """Why a backup is there."""

    WORK = "work"
    UPGRADE = "upgrade"
    """From before a newer mhdesk changed the tables; the newest of these stays for its time."""
    REPLACED = "replaced"
    """The registry that a restore put aside."""


@dataclass(frozen=True, slots=True)
class Holdings:
    """What a registry or a backup holds: counts, days of its signals, and the end of its log.

    ``first`` and ``last`` are the days on which the first and the last of its signals came in; ``worked_at`` is the
    moment of the last event of the log, ``made_at`` that of the backup, None for a registry in use.
    """

    signals: int
    persons: int
    events: int
    head: str
    first: date | None
    last: date | None
    worked_at: datetime | None
    schema: int
    made_at: datetime | None = None

    @property
    def head_short(self) -> str:
        """Return as much of the head as people compare."""
        return self.head[:HEAD_SHOWN]


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup as it lies somewhere; ``holds`` is None when it cannot be read here (see ``key``)."""

    folder: Path
    made_on: date
    origin: Origin
    key: Key
    holds: Holdings | None

    @property
    def name(self) -> str:
        """Return the name of its folder."""
        return self.folder.name

    @property
    def readable(self) -> bool:
        """Say whether its content could be read; a restore proves far more."""
        return self.holds is not None


class PlaceKind(StrEnum):
    """Which of the places a backup lies in."""

    OWN = "own"
    """Inside the folder of the registry."""
    SECOND = "second"
    """Where the user chose: a stick, another disk."""


@dataclass(frozen=True, slots=True)
class BackupPlace:
    """A place for backups with what lies there, newest first.

    ``here``: it can be reached now; a stick that is not in cannot. ``free`` and ``needed`` are bytes. ``same_disk``:
    it is lost together with the registry.
    """

    kind: PlaceKind
    folder: Path
    here: bool
    same_disk: bool
    free: int
    needed: int
    backups: tuple[Backup, ...]


@dataclass(frozen=True, slots=True)
class Loss:
    """What a restore would lose: what the present registry has and the backup has not.

    ``known`` is False when the present registry cannot be read, and ``code`` says why. ``same_history`` is False when
    the backup is not an earlier state of the present registry, but of one that went another way after an earlier
    restore. ``colleagues`` who came since the backup must be added again.
    """

    known: bool
    code: str = ""
    signals: int = 0
    events: int = 0
    colleagues: int = 0
    others: int = 0
    """Notes, drafts, decisions and corrections: no signals, and lost all the same."""
    same_history: bool = True

    def sentence(self) -> str:
        """Return it in words."""
        if not self.known:
            return say(self.code)
        code = "backups.loss" if self.same_history else "backups.loss_other_history"
        sentence = say(code, signals=count("signal", self.signals), events=count("log_line", self.events))
        others = say("backups.loss_others", others=count("other", self.others))
        return f"{sentence} {others}" if self.others else sentence


# --- when ------------------------------------------------------------------------------------------


def backup_is_due(last_on: date | None, today: date, *, worked: bool) -> bool:
    """Say whether a backup should be made: once a day, and only after work. Pure.

    A last day that lies in the future was noted by a wrong clock and does not count.
    """
    return worked and last_on != today


def days_since(day: date, today: date) -> int:
    """Return how many days ago that was; 0 for a day in the future, which a wrong clock noted."""
    return max((today - day).days, 0)


# --- which are kept ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Kept:
    """A good backup as the rotation sees it: when it was made, and how long the log was then."""

    name: str
    made_at: datetime
    events: int = 0

    @property
    def day(self) -> date:
        """Return the day on which it was made, where it was made."""
        return self.made_at.date()


def superfluous(
    good: Iterable[Kept], newest: str, today: date, elsewhere: Iterable[date] = ()
) -> frozenset[str]:
    """Return the names of the backups that are no longer kept, after ``newest`` was made and proven. Pure.

    Kept are the newest of each of the last seven days, five weeks and two earlier months that have one, nothing older
    than :data:`LONGEST`, and ``newest`` always. What says that it was made after today was made while the clock was
    wrong: it goes once seven days of later work (by the log, which no clock turns back) have a backup. Nothing goes
    that lies before a leap of the clock which may be an error (:func:`is_held`; ``elsewhere``: days with a backup in
    another place).
    """
    others = [one for one in good if one.name != newest]
    ahead = [one for one in others if one.day > today]
    past = [one for one in others if one.day <= today]
    seen = {today, *(one.day for one in past), *(day for day in elsewhere if day <= today)}
    held = {one.name for one in past if is_held(one.day, seen)}
    young = sorted(
        (one for one in past if today - one.day <= LONGEST and one.name not in held),
        key=lambda one: (one.made_at, one.name),
    )
    kept = _newest_of_each(young, lambda one: one.day, DAILY, beside=today)
    kept |= _newest_of_each(young, _week, WEEKLY, beside=_week_of(today))
    kept |= _newest_of_each([one for one in young if _month(one) != _month_of(today)], _month, MONTHLY)
    kept |= {one.name for one in ahead if _days_of_later_work(past, one) < DAILY}
    return frozenset(one.name for one in others if one.name not in kept | held)


def is_held(day: date, seen: Iterable[date]) -> bool:
    """Say whether a backup of ``day`` stays although it is old, because only a leap of the clock may say so. Pure.

    ``seen`` are the days with a proven backup, none later than today. There is a leap when more than a month lies
    between two of them; it is believed once three days after it have a backup. Whoever works that seldom has a leap
    each time: there the third leap after ``day`` is believed, or what was destroyed would stay for ever.
    """
    days = [day, *sorted(one for one in set(seen) if one > day)]
    steps = [after - before > LEAP for before, after in pairwise(days)]
    return any(steps[1 - BELIEVED_AFTER :]) and sum(steps) < BELIEVED_AFTER


def _newest_of_each(
    good: Sequence[Kept], period: Callable[[Kept], Hashable], most: int, *, beside: Hashable = None
) -> set[str]:
    """Return the newest of each of the last ``most`` periods; the period ``beside`` has its newest already."""
    newest = {period(one): one.name for one in good}
    newest.pop(beside, None)
    return set(list(newest.values())[-(most - (beside is not None)) :])


def _week(one: Kept) -> Hashable:
    return _week_of(one.day)


def _week_of(day: date) -> Hashable:
    return day.isocalendar()[:2]


def _month(one: Kept) -> Hashable:
    return _month_of(one.day)


def _month_of(day: date) -> Hashable:
    return day.year, day.month


def _days_of_later_work(past: Iterable[Kept], one: Kept) -> int:
    return len({other.day for other in past if other.events > one.events})
