"""The way of a referral: which step may follow which, and what each of them has to say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from mhdesk.domain import dates
from mhdesk.domain.problems import Problem, length_problems
from mhdesk.domain.signals import day_problems
from mhdesk.domain.text import LONGEST_LINE, LONGEST_TEXT, clean
from mhdesk.domain.vocabulary import vocabulary

OUTCOMES: Final = "referral_outcomes"


class ReferralState(StrEnum):
    """Where a referral stands."""

    PROPOSED = "proposed"
    SENT = "sent"
    RECEIVED = "received"
    WAITING_LIST = "waiting_list"
    ACCEPTED = "accepted"
    STARTED = "started"
    ENDED = "ended"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


UNANSWERED: Final = frozenset({ReferralState.SENT, ReferralState.RECEIVED})
OPEN: Final = UNANSWERED | {ReferralState.PROPOSED, ReferralState.WAITING_LIST}
"""What somebody still waits for."""
_REASON_MISSING: Final = {
    ReferralState.DECLINED.value: "referral.declined_without_reason",
    ReferralState.WITHDRAWN.value: "referral.withdrawn_without_reason",
}
_ANSWERS: Final = frozenset(
    {ReferralState.WAITING_LIST, ReferralState.ACCEPTED, ReferralState.STARTED, ReferralState.DECLINED}
)
NEXT: Final[Mapping[ReferralState, frozenset[ReferralState]]] = {
    ReferralState.PROPOSED: frozenset({ReferralState.SENT, ReferralState.WITHDRAWN}),
    ReferralState.SENT: _ANSWERS | {ReferralState.RECEIVED, ReferralState.WITHDRAWN},
    ReferralState.RECEIVED: _ANSWERS | {ReferralState.RECEIVED, ReferralState.WITHDRAWN},
    ReferralState.WAITING_LIST: _ANSWERS | {ReferralState.WITHDRAWN},
    ReferralState.ACCEPTED: _ANSWERS | {ReferralState.ENDED, ReferralState.WITHDRAWN},
    ReferralState.STARTED: frozenset({ReferralState.ENDED}),
    ReferralState.ENDED: frozenset({ReferralState.STARTED}),
    ReferralState.DECLINED: _ANSWERS,
    ReferralState.WITHDRAWN: frozenset(),
}
"""Which step may follow which. Nobody answers what was not sent; an answer may be given anew, help that ended may begin
again. What was withdrawn is over: whoever is told after that is told by another referral."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a referral stands before a step."""

    state: str = ReferralState.SENT
    referred_on: date | None = None
    started_on: date | None = None


def next_steps(state: str) -> tuple[ReferralState, ...]:
    """Return what may follow by an answer, in the order of the states; sending is a referral and no answer."""
    follow = NEXT[ReferralState(state)] if state in set(ReferralState) else frozenset()
    return tuple(one for one in ReferralState if one in follow and one is not ReferralState.SENT)


@dataclass(slots=True)
class AnswerDraft:
    """What the organisation answered, or what became of a referral, as typed.

    ``answer`` is the remark or the reason, ``place`` where somebody stands on a waiting list, ``outcome`` how help
    ended; ``answer_by`` is until when one waits from now on, "" for no other day than before. ``version`` is that of
    the referral when it began, 0 for whichever there is.
    """

    referral_id: int = 0
    state: str = ""
    answered_on: str = ""
    answer: str = ""
    place: str = ""
    outcome: str = ""
    answer_by: str = ""
    version: int = 0

    def validate(self, today: date, before: Standing) -> list[Problem]:
        """Return what must be mended before the step can be kept."""
        problems = day_problems("answered_on", self.answered_on, today)
        problems += length_problems("answer", self.answer, LONGEST_TEXT)
        problems += length_problems("place", self.place, LONGEST_LINE)
        if self.state not in next_steps(before.state):
            problems.append(Problem("state", "referral.state_missing"))
        if not clean(self.answered_on):
            problems.append(Problem("answered_on", "referral.answer_day_missing"))
        return [*problems, *self._problems_of_order(before), *self._problems_of_words(today)]

    def _problems_of_order(self, before: Standing) -> list[Problem]:
        day = dates.parse_day(self.answered_on)
        if day and before.referred_on and day < before.referred_on:
            return [Problem("answered_on", "referral.answer_before_referral")]
        if self.state == ReferralState.ENDED and day and before.started_on and day < before.started_on:
            return [Problem("answered_on", "referral.ended_before_start")]
        return []

    def _problems_of_words(self, today: date) -> list[Problem]:
        problems = []
        if self.state in _REASON_MISSING and not clean(self.answer):
            problems.append(Problem("answer", _REASON_MISSING[self.state]))
        if self.state == ReferralState.ENDED and self.outcome not in vocabulary(OUTCOMES):
            problems.append(Problem("outcome", "referral.outcome_missing"))
        if self.waits():
            problems += until_problems("answer_by", self.answer_by, today)
        return problems

    def waits(self) -> bool:
        """Say whether something is still waited for after this step."""
        return self.state in OPEN


def until_problems(name: str, typed: str, start: date) -> list[Problem]:
    """Return what is wrong with a day until which one waits: it may be left out, and does not lie before ``start``."""
    day = dates.parse_day(typed)
    past = [Problem(name, "referral.answer_by_past")] if day and day < start else []
    return [*day_problems(name, typed, start, future=True), *past]
