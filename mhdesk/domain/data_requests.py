"""What somebody asks about data of his or her own: the term, who may ask, and the grounds for refusing.

AVG art. 12 lid 3 and 15 to 18 and 21; Wmo 2015 art. 5.3.2 (below 12 not, below 16 through the legal representative) and
5.3.5 (destroyed within three months). Lengths and grounds are in ``data_request_*.toml`` with their sources. A parent,
guardian or representative who is the aggressor gets nothing, and the request of that person can only be refused.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from mhdesk.domain import dates
from mhdesk.domain.clocks import add_months
from mhdesk.domain.problems import Problem, length_problems
from mhdesk.domain.revisions import RevisionView
from mhdesk.domain.signals import day_problems
from mhdesk.domain.text import LONGEST_LINE, LONGEST_TEXT, clean, plain
from mhdesk.domain.vocabulary import vocabulary

KINDS: Final = "data_request_kinds"
STATES: Final = "data_request_states"
DECISIONS: Final = "data_request_decisions"
GROUNDS: Final = "data_request_grounds"
ASKERS: Final = "data_request_askers"
SELF: Final = "self"
RESTRICTION: Final = "restriction"
_OWN_VOICE: Final = 12
_ASKS_ALONE: Final = 16
"""Below these ages nobody asks without a representative; Wmo 2015 art. 5.3.2, UAVG art. 5."""


class RequestState(StrEnum):
    """How far a request is."""

    OPEN = "open"
    DECIDED = "decided"
    ANSWERED = "answered"


class Decision(StrEnum):
    """What was decided."""

    GRANTED = "granted"
    PARTLY = "partly"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class RequestView:
    """A request as it stands; ``due_on`` is the last day for what comes next. ``history``: newest change first."""

    id: int
    version: int
    person_id: int
    kind: str
    asked_on: date
    asked_by: str
    identity: str
    due_on: date
    extension_reason: str
    state: RequestState
    decision: str
    ground: str
    reasoning: str
    answered_on: date | None
    recorded_at: datetime
    recorded_by: str
    history: tuple[RevisionView, ...] = ()

    def decided_on(self) -> date | None:
        """Return the day of the decision that stands; None before any."""
        made = (one.changed_at.astimezone().date() for one in self.history if "decision" in one.earlier)
        known = self.answered_on or self.recorded_at.astimezone().date()
        return next(made, known) if self.decision else None


@dataclass(frozen=True, slots=True)
class About:
    """What the rules ask of whom a request is about: the age, and the aggressors who could speak in that place.

    ``unsafe_names`` are what those are called; ``unasked`` says that of some aggressor nobody wrote down whether he
    or she is a parent or representative, where that must be known.
    """

    age: int | None = None
    unsafe: bool = False
    unsafe_names: tuple[str, ...] = ()
    unasked: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """The requests of somebody, newest first, and what the rules ask of that person."""

    person_id: int
    requests: tuple[RequestView, ...]
    about: About


@dataclass(slots=True)
class RequestDraft:
    """A request as typed. ``identity`` says who asks, and how that was established."""

    person_id: int = 0
    kind: str = ""
    asked_on: str = ""
    asked_by: str = ""
    identity: str = ""

    def validate(self, today: date) -> list[Problem]:
        """Return what must be mended before the request is recorded: any request is, also one to be refused."""
        problems = day_problems("asked_on", self.asked_on, today)
        problems += length_problems("identity", self.identity, LONGEST_LINE)
        if self.kind not in vocabulary(KINDS):
            problems.append(Problem("kind", "data_request.kind_missing"))
        if not clean(self.asked_on):
            problems.append(Problem("asked_on", "data_request.day_missing"))
        if self.asked_by not in vocabulary(ASKERS):
            problems.append(Problem("asked_by", "data_request.asker_missing"))
        if not clean(self.identity):
            problems.append(Problem("identity", "data_request.identity_missing"))
        return problems


@dataclass(slots=True)
class DecisionDraft:
    """What was decided on a request, as typed."""

    request_id: int = 0
    version: int = 0
    decision: str = ""
    ground: str = ""
    reasoning: str = ""

    def validate(self, request: RequestView | RequestDraft, about: About) -> list[Problem]:
        """Return what must be mended before the decision can stand."""
        problems = length_problems("reasoning", self.reasoning, LONGEST_TEXT)
        if self.decision not in set(Decision):
            return [*problems, Problem("decision", "data_request.decision_missing")]
        if self.decision != Decision.REFUSED and (why := only_refusal(request, about)):
            problems.append(Problem("decision", why))
        if self.decision != Decision.GRANTED:
            if self.ground not in grounds_for(request.kind):
                problems.append(Problem("ground", "data_request.ground_missing"))
            if not clean(self.reasoning):
                problems.append(Problem("reasoning", "data_request.reasoning_missing"))
        return problems


def restricted_since(requests: Iterable[RequestView]) -> date | None:
    """Return since when the data of somebody may only be kept (AVG art. 18), as far as that was granted; else None."""
    granted = {Decision.GRANTED, Decision.PARTLY}
    days = (one.decided_on() for one in requests if one.kind == RESTRICTION and one.decision in granted)
    return min((day for day in days if day), default=None)


def due(kind: str, asked_on: date) -> date:
    """Return the last day on which a request is answered in time."""
    return add_months(asked_on, _months(kind, "months"))


def extended(kind: str, asked_on: date) -> date:
    """Return the last day of a request that was put off once."""
    return add_months(asked_on, _months(kind, "months") + _months(kind, "more_months"))


def done_by(kind: str, asked_on: date, due_on: date) -> date:
    """Return the last day for what was granted: that of the answer, or a later one where the law gives more."""
    months = _months(kind, "done_months")
    return max(due_on, add_months(asked_on, months)) if months else due_on


def _months(kind: str, name: str) -> int:
    return int(vocabulary(KINDS)[kind].get(name, "0"))


def extension_problems(request: RequestView, reason: str, today: date) -> list[Problem]:
    """Return what must be mended before an answer may come later: once, in time, before a decision, with a reason."""
    problems = length_problems("reason", reason, LONGEST_TEXT)
    if request.state != RequestState.OPEN or request.extension_reason:
        problems.append(Problem("reason", "data_request.extended_already"))
    elif today > request.due_on:
        problems.append(Problem("reason", "data_request.too_late_to_extend"))
    return (
        problems if clean(reason) else [*problems, Problem("reason", "data_request.extension_reason_missing")]
    )


def answer_problems(request: RequestView, answered_on: str, today: date) -> list[Problem]:
    """Return what must be mended before a request counts as answered."""
    problems = day_problems("answered_on", answered_on, today)
    if request.state != RequestState.DECIDED:
        problems.append(Problem("answered_on", "data_request.not_decided"))
    day = dates.parse_day(answered_on)
    if not clean(answered_on):
        problems.append(Problem("answered_on", "data_request.answer_day_missing"))
    if day and day < request.asked_on:
        problems.append(Problem("answered_on", "data_request.answer_before"))
    return problems


def only_refusal(request: RequestView | RequestDraft, about: About) -> str:
    """Return why a request of whoever asks can only be refused, "" where it can be granted.

    Whoever speaks for somebody and is an aggressor gets nothing, under whatever title; below 12 nobody asks alone,
    below 16 only where no representative is safe; from 16 on no parent or guardian asks.
    """
    if request.asked_by == SELF:
        return _alone(about)
    if request.asked_by not in vocabulary(ASKERS):
        return "data_request.asker_missing"
    asker = vocabulary(ASKERS)[request.asked_by]
    if (about.unsafe and asker.get("represents")) or _is_named(request.identity, about.unsafe_names):
        return "data_request.unsafe_asker"
    if about.unasked and asker.get("represents"):
        return "data_request.relation_unknown"
    if asker.get("for_child") and about.age is not None and about.age >= _ASKS_ALONE:
        return "data_request.asks_alone"
    return ""


def _alone(about: About) -> str:
    if about.age is not None and about.age < _OWN_VOICE:
        return "data_request.under_age"
    young = about.age is not None and about.age < _ASKS_ALONE
    return "data_request.through_representative" if young and not about.unsafe else ""


def _is_named(identity: str, names: Collection[str]) -> bool:
    """Say whether one of these names stands in what was written of whoever asks."""
    told = f" {plain(identity)} "
    return any(plain(name) and f" {plain(name)} " in told for name in names)


def grounds_for(kind: str) -> tuple[str, ...]:
    """Return the grounds on which a request of this kind can be refused."""
    terms = vocabulary(GROUNDS)
    return tuple(term.code for term in terms if not term.get("kinds") or kind in term.get("kinds").split())
