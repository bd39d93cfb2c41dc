"""Work with a last day: what waits, and how long it may be put off."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from mhdesk.domain import dates
from mhdesk.domain.problems import Problem, length_problems
from mhdesk.domain.text import LONGEST_LINE, LONGEST_TEXT, clean

_LONGEST_WHEN_LATE: Final = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class TaskView:
    """One piece of work. ``kind`` is a term of the work; ``done_on`` is None while it waits.

    ``snoozed_to`` is the day until which Today leaves it out, with the reason.
    """

    id: int
    signal_id: int
    kind: str
    due_on: date
    begun_on: date
    done_on: date | None
    done_by: str
    done_how: str
    snoozed_to: date | None
    snooze_reason: str


@dataclass(frozen=True, slots=True)
class TriageView:
    """One triage as it was held."""

    id: int
    held_on: date
    disciplines: tuple[str, ...]
    direct_safety: str
    structural_safety: str
    children: str
    severity: str
    outcome: str
    reasoning: str
    recorded_at: datetime
    recorded_by: str


def done_problems(how: str) -> list[Problem]:
    """Return what must be mended before a task is done: what was done stays readable."""
    problems = length_problems("how", how, LONGEST_TEXT)
    return problems if clean(how) else [Problem("how", "task.how_missing")]


def snooze_problems(until: str, reason: str, due_on: date, today: date) -> list[Problem]:
    """Return what must be mended before a task is put off.

    Never past its last day, so that it is seen before it is late; a late one for a week at most.
    """
    problems = length_problems("reason", reason, LONGEST_LINE)
    if not clean(reason):
        problems.append(Problem("reason", "task.reason_missing"))
    day = dates.parse_day(until)
    last = due_on if due_on > today else today + _LONGEST_WHEN_LATE
    if day is None:
        problems.append(Problem("until", "task.until_missing"))
    elif not today < day <= last:
        problems.append(Problem("until", "task.until_outside", {"last": dates.display_day(last)}))
    return problems
