"""Trajectories: lines of help in a case, with a beginning and, where there is one, a last day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from mhdesk.domain import dates
from mhdesk.domain.clocks import add_months
from mhdesk.domain.problems import Problem, length_problems
from mhdesk.domain.revisions import RevisionView
from mhdesk.domain.signals import day_problems
from mhdesk.domain.text import LONGEST_LINE, LONGEST_TEXT, clean
from mhdesk.domain.vocabulary import vocabulary

WARNED_BEFORE: Final = timedelta(days=14)
"""How long before its last day a trajectory stands on Today."""


class TrajectoryState(StrEnum):
    """Where a trajectory stands."""

    PLANNED = "planned"
    RUNNING = "running"
    DONE = "done"
    STOPPED = "stopped"


GOING_ON: Final = frozenset({TrajectoryState.PLANNED, TrajectoryState.RUNNING})


@dataclass(slots=True)
class TrajectoryDraft:
    """A trajectory as typed: planned or running. Name who gives it by id, or by name when it is new, or not at all."""

    case_id: int = 0
    kind: str = ""
    state: str = TrajectoryState.RUNNING
    organisation_id: int | None = None
    organisation_name: str = ""
    started_on: str = ""
    until_on: str = ""
    note: str = ""

    def validate(self, today: date) -> list[Problem]:
        """Return what must be mended before the trajectory can stand."""
        problems = [
            *length_problems("organisation_name", self.organisation_name, LONGEST_LINE),
            *length_problems("note", self.note, LONGEST_TEXT),
        ]
        if self.kind not in vocabulary("trajectory_kinds"):
            problems.append(Problem("kind", "trajectory.kind_missing"))
        if self.state not in GOING_ON:
            problems.append(Problem("state", "trajectory.state_missing"))
        return problems + self._problems_of_days(today)

    def _problems_of_days(self, today: date) -> list[Problem]:
        planned = self.state == TrajectoryState.PLANNED
        problems = day_problems("started_on", self.started_on, today, future=planned)
        problems += day_problems("until_on", self.until_on, today, future=True)
        if not planned and not clean(self.started_on):
            problems.append(Problem("started_on", "trajectory.start_missing"))
        start, until = dates.parse_day(self.started_on), dates.parse_day(self.until_on)
        if start and until and until < start:
            problems.append(Problem("until_on", "trajectory.until_before_start"))
        return problems


@dataclass(slots=True)
class TrajectoryEndDraft:
    """How a trajectory ended, as typed: done or stopped, and what came of it."""

    trajectory_id: int = 0
    state: str = ""
    ended_on: str = ""
    result: str = ""

    def validate(self, today: date, started_on: date | None) -> list[Problem]:
        """Return what must be mended before it can be ended."""
        problems = day_problems("ended_on", self.ended_on, today)
        problems += length_problems("result", self.result, LONGEST_TEXT)
        if not clean(self.ended_on):
            problems.append(Problem("ended_on", "trajectory.end_missing"))
        if self.state not in set(TrajectoryState) - GOING_ON:
            problems.append(Problem("state", "trajectory.end_state_missing"))
        if not clean(self.result):
            problems.append(Problem("result", "trajectory.result_missing"))
        ended = dates.parse_day(self.ended_on)
        if ended and started_on and ended < started_on:
            problems.append(Problem("ended_on", "trajectory.end_before_start"))
        return problems


def last_day(kind: str, started_on: date) -> date | None:
    """Return the last day that the law gives a trajectory which begins on ``started_on``; None where it gives none.

    Three months of time to consider for a possible victim: Vreemdelingencirculaire B8/3.
    """
    words = vocabulary("trajectory_kinds")
    months = int(words[kind].get("months", "0")) if kind in words else 0
    return add_months(started_on, months) if months else None


@dataclass(frozen=True, slots=True)
class TrajectoryView:
    """One trajectory; ``until_on`` is the last day that it has, ``ended_on`` when it ended.

    ``history``: what it said before, newest first; who gave it by name, as ``organisation``.
    """

    id: int
    case_id: int
    version: int
    kind: str
    state: str
    organisation_id: int | None
    organisation: str
    started_on: date | None
    until_on: date | None
    ended_on: date | None
    note: str
    result: str
    recorded_at: datetime
    recorded_by: str
    history: tuple[RevisionView, ...] = ()

    def goes_on(self) -> bool:
        """Say whether it is planned or running."""
        return self.state in GOING_ON


def typed(one: TrajectoryView) -> TrajectoryDraft:
    """Return a trajectory as somebody would type it: where a correction begins."""
    days = {
        name: dates.display_day(day) if day else ""
        for name, day in (("started_on", one.started_on), ("until_on", one.until_on))
    }
    return TrajectoryDraft(
        case_id=one.case_id,
        kind=one.kind,
        state=one.state,
        organisation_id=one.organisation_id,
        note=one.note,
        **days,
    )
