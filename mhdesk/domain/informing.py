"""The decision whether to inform somebody: inform, not yet, not. Never edited, only followed."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from mhdesk.domain import dates, four_eyes, weighing
from mhdesk.domain.problems import Problem, length_problems
from mhdesk.domain.signals import day_problems
from mhdesk.domain.text import LONGEST_LINE, LONGEST_TEXT, clean
from mhdesk.domain.vocabulary import UNKNOWN, vocabulary
from mhdesk.errors import Param

# A "not" that no colleague agreed with here is looked at again within a year; a default of mhdesk.
LONGEST_NOT_DAYS: Final = 366


class Choice(StrEnum):
    """What can be decided (domain: informatiebesluit)."""

    INFORM = "inform"
    NOT_YET = "not_yet"
    NOT = "not"


class State(StrEnum):
    """Where informing one person stands."""

    NONE_NEEDED = "none_needed"
    UNDECIDED = "undecided"
    TO_INFORM = "to_inform"
    INFORMED = "informed"
    NOT_YET = "not_yet"
    NOT = "not"


@dataclass(slots=True)
class InformDraft:
    """A decision as typed, about one person in one signal.

    ``weighing`` holds what was weighed by point (UAVG art. 41 lid 2). ``contact_read`` says that whoever decides
    to inform looked at the rule for safe contact. ``historic`` marks what a spreadsheet said: such a decision may
    lack what nobody wrote down then, and starts no clock.
    """

    involvement_id: int = 0
    choice: str = ""
    ground: str = ""
    legal_ground: str = ""
    reasoning: str = ""
    decided_by: str = ""
    decided_on: str = ""
    agreed_by: str = ""
    review_on: str = ""
    informed_on: str = ""
    informed_how: str = ""
    historic: bool = False
    consulted: str = ""
    weighing: dict[str, str] = field(default_factory=dict)
    informed_by: str = ""
    told: str = ""
    contact_read: bool = False

    def validate(self, today: date, colleagues: Collection[str] = ()) -> list[Problem]:
        """Return what must be mended before this decision can stand.

        ``colleagues`` are the others at this registry who may decide: one of them agrees with a "not".
        """
        if self.choice not in set(Choice):
            return [Problem("choice", "inform.choice_missing")]
        problems = [*self._problems_of_text(today)]
        if self.historic:
            return problems + self._problems_of_codes()
        if not clean(self.decided_on):
            problems.append(Problem("decided_on", "inform.decided_on_missing"))
        if not clean(self.decided_by):
            problems.append(Problem("decided_by", "inform.decided_by_missing"))
        if self.choice == Choice.INFORM:
            return problems + self._problems_of_codes() + self._problems_of_informing()
        problems += self._problems_of_waiting() + weighing.problems(self.weighing, self.legal_ground)
        if self.choice == Choice.NOT:
            problems += four_eyes.problems(self.agreed_by, self.decided_by, colleagues)
        return problems + self._problems_of_review(today, colleagues)

    def _problems_of_text(self, today: date) -> list[Problem]:
        problems = length_problems("reasoning", self.reasoning, LONGEST_TEXT)
        problems += length_problems("decided_by", self.decided_by, LONGEST_LINE)
        problems += length_problems("agreed_by", self.agreed_by, LONGEST_LINE)
        problems += length_problems("informed_how", self.informed_how, LONGEST_TEXT)
        problems += length_problems("consulted", self.consulted, LONGEST_LINE)
        problems += length_problems("informed_by", self.informed_by, LONGEST_LINE)
        problems += length_problems("told", self.told, LONGEST_TEXT)
        problems += day_problems("decided_on", self.decided_on, today)
        problems += day_problems("informed_on", self.informed_on, today)
        return problems + day_problems("review_on", self.review_on, today, future=True)

    def _problems_of_codes(self) -> list[Problem]:
        """Return a problem for a ground that may be left out and is none."""
        chosen = {
            "ground": (self.ground, "inform_grounds"),
            "legal_ground": (self.legal_ground, "legal_grounds"),
        }
        return [
            Problem(name, "draft.choice_unknown")
            for name, (code, words) in chosen.items()
            if code and code not in vocabulary(words)
        ]

    def _problems_of_informing(self) -> list[Problem]:
        if clean(self.informed_on) and not clean(self.informed_how):
            return [Problem("informed_how", "inform.how_missing")]
        return []

    def _problems_of_waiting(self) -> list[Problem]:
        problems = []
        if self.ground not in vocabulary("inform_grounds"):
            problems.append(Problem("ground", "inform.ground_missing"))
        if self.legal_ground not in vocabulary("legal_grounds") or self.legal_ground == UNKNOWN:
            problems.append(Problem("legal_ground", "inform.legal_ground_missing"))
        if not clean(self.reasoning):
            problems.append(Problem("reasoning", "inform.reasoning_missing"))
        return problems

    def waits_for_colleague(self, colleagues: Collection[str]) -> bool:
        """Say whether this stands only until one of ``colleagues`` agreed or disagreed."""
        alone = four_eyes.is_alone(self.decided_by, colleagues)
        return self.choice == Choice.NOT and not clean(self.agreed_by) and not alone

    def _problems_of_review(self, today: date, colleagues: Collection[str]) -> list[Problem]:
        review, decided = dates.parse_day(self.review_on), dates.parse_day(self.decided_on)
        if not clean(self.review_on):
            if self.waits_for_colleague(colleagues):
                return []
            alone = (
                "inform.review_missing_outside" if clean(self.agreed_by) else "inform.review_missing_alone"
            )
            return [Problem("review_on", "inform.review_missing" if self.choice == Choice.NOT_YET else alone)]
        if review is None or decided is None:
            return []
        if review <= decided or review < today:
            return [Problem("review_on", "inform.review_in_past")]
        last = self.latest_review()
        if last and review > last:
            told: dict[str, Param] = {"days": (last - decided).days, "last": dates.display_day(last)}
            return [Problem("review_on", "inform.review_too_late", told)]
        return []

    def latest_review(self) -> date | None:
        """Return the last day on which this may be looked at again; None while nothing sets one."""
        decided = dates.parse_day(self.decided_on)
        if decided is None or self.choice not in {Choice.NOT_YET, Choice.NOT}:
            return None
        longest = longest_wait(self.legal_ground) if self.choice == Choice.NOT_YET else LONGEST_NOT_DAYS
        return decided + timedelta(days=longest) if longest else None


def contact_problems(draft: InformDraft, safe_contact: str) -> list[Problem]:
    """Return a problem when somebody is to be informed whose rule for safe contact nobody looked at."""
    unread = draft.choice == Choice.INFORM and clean(safe_contact) and not draft.contact_read
    return [Problem("contact_read", "inform.contact_not_read")] if unread else []


def longest_wait(legal_ground: str) -> int:
    """Return how many days "not yet" may last on this ground before it is decided anew; 0 means no limit."""
    grounds = vocabulary("legal_grounds")
    return int(grounds[legal_ground].get("longest_wait_days", "0")) if legal_ground in grounds else 0


def state_after(decision: InformDraft) -> State:
    """Return where informing stands after this decision.

    A spreadsheet's "ja" tells that somebody was informed, though not when.
    """
    if decision.choice == Choice.INFORM:
        told = decision.historic or bool(clean(decision.informed_on))
        return State.INFORMED if told else State.TO_INFORM
    return State.NOT_YET if decision.choice == Choice.NOT_YET else State.NOT


def next_duty(state: State, due: date | None, review_on: date | None) -> date | None:
    """Return the day on which somebody must look at this again, or None when nothing waits.

    While nothing was decided, or informing was decided and not done, the legal term counts; afterwards
    the review date does. A "not yet" without a review date keeps the legal term, so that it is not forgotten.
    """
    if state in {State.UNDECIDED, State.TO_INFORM}:
        return due
    if state == State.NOT_YET:
        return review_on or due
    if state == State.NOT:
        return review_on
    return None
