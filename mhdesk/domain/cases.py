"""The case: the file that follows one client over many signals, and what happens in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from mhdesk.domain import dates
from mhdesk.domain.agreements import CaseAgreement
from mhdesk.domain.change import Change
from mhdesk.domain.problems import Problem, length_problems
from mhdesk.domain.references import CASE_PREFIX
from mhdesk.domain.revisions import RevisionView
from mhdesk.domain.signals import day_problems
from mhdesk.domain.text import LONGEST_TEXT, clean
from mhdesk.domain.trajectories import TrajectoryView
from mhdesk.domain.vocabulary import UNKNOWN, vocabulary

PREFIX: Final = CASE_PREFIX


class CaseStatus(StrEnum):
    """Whether anybody works on a case."""

    OPEN = "open"
    CLOSED = "closed"


class EntryKind(StrEnum):
    """What happened in a case."""

    OPENED = "opened"
    CONTACT = "contact"
    PROGRESS = "progress"
    RISK = "risk"
    INFORMATION = "information"
    COORDINATOR = "coordinator"
    CLOSED = "closed"
    REOPENED = "reopened"
    AGREEMENT_PUT_OFF = "agreement_put_off"
    AGREEMENT_CORRECTED = "agreement_corrected"


# What is written in a case by hand, with the words of its codes; None where it has none.
WRITTEN: Final[dict[EntryKind, str | None]] = {
    EntryKind.CONTACT: "contact_means",
    EntryKind.PROGRESS: None,
    EntryKind.RISK: "risk_levels",
    EntryKind.INFORMATION: "information_topics",
}
# Before these somebody reads how the client may be reached without harm.
NEEDS_SAFE_CONTACT: Final = frozenset({EntryKind.CONTACT, EntryKind.INFORMATION})


class GoalState(StrEnum):
    """What became of a goal."""

    OPEN = "open"
    REACHED = "reached"
    PARTLY = "partly"
    DROPPED = "dropped"


@dataclass(slots=True)
class CaseDraft:
    """A case to be opened, as typed. Without ``coordinator_id`` whoever opens it is the coordinator."""

    person_id: int = 0
    coordinator_id: int | None = None
    opened_on: str = ""
    risk: str = UNKNOWN
    reasoning: str = ""

    def validate(self, today: date) -> list[Problem]:
        """Return what must be mended before the case can be opened."""
        problems = _day_wanted("opened_on", self.opened_on, today)
        problems += length_problems("reasoning", self.reasoning, LONGEST_TEXT)
        return problems + _risk_problems("risk", self.risk, "reasoning", self.reasoning)


@dataclass(slots=True)
class GoalDraft:
    """A goal as typed: what shall be different for the client.

    A correction names its goal and the ``version`` with which it began; 0 and 0 for a new goal.
    """

    case_id: int = 0
    text: str = ""
    goal_id: int = 0
    version: int = 0

    def validate(self) -> list[Problem]:
        """Return what must be mended before the goal can stand."""
        return _text_wanted("text", self.text, "case.goal_missing")


@dataclass(slots=True)
class GoalEndDraft:
    """What became of a goal, as typed. ``state`` open takes an end back."""

    goal_id: int = 0
    state: str = ""
    ended_on: str = ""
    result: str = ""

    def validate(self, today: date) -> list[Problem]:
        """Return what must be mended before this can stand."""
        problems = _day_wanted("ended_on", self.ended_on, today)
        if self.state not in set(GoalState) - {GoalState.OPEN}:
            problems.append(Problem("state", "case.goal_state_missing"))
        return problems + _text_wanted("result", self.result, "case.goal_result_missing")


@dataclass(slots=True)
class EntryDraft:
    """What happened, as typed: a contact, progress, the risk, or what the client was told and given.

    ``codes`` belong to the kind: the means of a contact, the level of a risk (one each), what the client was told.
    """

    case_id: int = 0
    kind: str = ""
    happened_on: str = ""
    codes: list[str] = field(default_factory=list)
    text: str = ""

    def validate(self, today: date) -> list[Problem]:
        """Return what must be mended before this can be kept; afterwards it is never edited."""
        if self.kind not in set(WRITTEN):
            return [Problem("kind", "draft.choice_unknown")]
        problems = _day_wanted("happened_on", self.happened_on, today)
        problems += self._problems_of_codes(EntryKind(self.kind))
        return problems + _text_wanted("text", self.text, f"case.{self.kind}_text_missing")

    def _problems_of_codes(self, kind: EntryKind) -> list[Problem]:
        words = WRITTEN[kind]
        if words is None:
            return [Problem("codes", "draft.choice_unknown")] if self.codes else []
        if not self.codes:
            return [Problem("codes", f"case.{kind}_code_missing")]
        most = len(vocabulary(words).terms) if kind == EntryKind.INFORMATION else 1
        known = all(code in vocabulary(words) for code in self.codes)
        return [] if known and len(self.codes) <= most else [Problem("codes", "draft.choice_unknown")]


@dataclass(slots=True)
class CloseDraft:
    """Why a case is closed and what the help came to, as typed."""

    case_id: int = 0
    closed_on: str = ""
    reason: str = ""
    outcome: str = ""
    text: str = ""

    def validate(self, today: date, opened_on: date) -> list[Problem]:
        """Return what must be mended before the case can be closed."""
        problems = _day_wanted("closed_on", self.closed_on, today)
        closed = dates.parse_day(self.closed_on)
        if closed and closed < opened_on:
            problems.append(Problem("closed_on", "case.closed_before_opened"))
        if self.reason not in vocabulary("case_closing_reasons"):
            problems.append(Problem("reason", "case.closing_reason_missing"))
        if self.outcome not in vocabulary("case_outcomes"):
            problems.append(Problem("outcome", "case.outcome_missing"))
        return problems + _text_wanted("text", self.text, "case.closing_text_missing")


@dataclass(slots=True)
class ReopenDraft:
    """Why a closed case is opened again, as typed."""

    case_id: int = 0
    opened_on: str = ""
    text: str = ""

    def validate(self, today: date) -> list[Problem]:
        """Return what must be mended before the case can be opened again."""
        problems = _day_wanted("opened_on", self.opened_on, today)
        return problems + _text_wanted("text", self.text, "case.reopening_text_missing")


def _day_wanted(name: str, text: str, today: date) -> list[Problem]:
    return day_problems(name, text, today) if clean(text) else [Problem(name, "case.day_missing")]


def _text_wanted(name: str, text: str, code: str) -> list[Problem]:
    return length_problems(name, text, LONGEST_TEXT) if clean(text) else [Problem(name, code)]


def _risk_problems(name: str, risk: str, because: str, reasoning: str) -> list[Problem]:
    """Return what is wrong with a level: one that is known has a reason."""
    if risk not in vocabulary("risk_levels"):
        return [Problem(name, "draft.choice_unknown")]
    return [Problem(because, "case.risk_text_missing")] if risk != UNKNOWN and not clean(reasoning) else []


@dataclass(frozen=True, slots=True)
class GoalView:
    """One goal; ``ended_on`` is None while it is worked on. ``history``: what it said before, newest first."""

    id: int
    version: int
    text: str
    state: str
    result: str
    ended_on: date | None
    recorded_at: datetime
    recorded_by: str
    history: tuple[RevisionView, ...] = ()


@dataclass(frozen=True, slots=True)
class EntryView:
    """One thing that happened in a case. ``codes`` as in the drafts; a closing has its reason and its outcome."""

    id: int
    kind: str
    happened_on: date
    codes: tuple[str, ...]
    text: str
    recorded_at: datetime
    recorded_by: str


@dataclass(frozen=True, slots=True)
class CaseHead:
    """What a line about a case says. ``version`` counts what changed of the case itself."""

    id: int
    person_id: int
    reference: str
    status: str
    opened_on: date
    risk: str
    coordinator_id: int
    coordinator: str
    closed_on: date | None
    closing_reason: str
    outcome: str
    version: int

    def is_open(self) -> bool:
        """Say whether it is worked on."""
        return self.status == CaseStatus.OPEN


@dataclass(frozen=True, slots=True)
class CaseView:
    """A case with everything in it; entries newest first."""

    head: CaseHead
    goals: tuple[GoalView, ...]
    trajectories: tuple[TrajectoryView, ...]
    agreements: tuple[CaseAgreement, ...]
    entries: tuple[EntryView, ...]

    def still_open(self) -> tuple[int, int]:
        """Return how many agreements and how many trajectories stand open: they are ended before a case is closed."""
        waiting = sum(one.done_on is None for one in self.agreements)
        return waiting, sum(one.goes_on() for one in self.trajectories)


@dataclass(frozen=True, slots=True)
class TakenOver:
    """What was taken over, so that it can be handed back: cases with a new coordinator, and agreements."""

    change: Change
    from_user_id: int
    to_user_id: int
    case_ids: tuple[int, ...]
    agreement_ids: tuple[int, ...]
