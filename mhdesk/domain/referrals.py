"""Referring somebody to an organisation, and the answer that comes back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from mhdesk.domain import dates
from mhdesk.domain.problems import Problem, length_problems
from mhdesk.domain.signals import day_problems
from mhdesk.domain.text import LONGEST_LINE, LONGEST_TEXT, clean
from mhdesk.domain.vocabulary import vocabulary


class ReferralState(StrEnum):
    """Where a referral stands."""

    SENT = "sent"
    WAITING_LIST = "waiting_list"
    ACCEPTED = "accepted"
    DECLINED = "declined"


# Bases that rest on no consent need a sentence that says why (AVG 6(1) and 9(2)).
BASES_TO_EXPLAIN: Final = frozenset({"legal_ground", "not_asked"})


@dataclass(slots=True)
class ReferralDraft:
    """A referral as typed. Name the organisation by id, or by ``organisation_name`` when it is new.

    ``historic`` marks what a spreadsheet said: purpose and basis may then be unknown.
    """

    signal_id: int = 0
    involvement_id: int | None = None
    organisation_id: int | None = None
    organisation_name: str = ""
    purpose: str = ""
    basis: str = ""
    basis_note: str = ""
    referred_on: str = ""
    note: str = ""
    historic: bool = False

    def validate(self, today: date) -> list[Problem]:
        """Return what must be mended before somebody may be referred."""
        problems = day_problems("referred_on", self.referred_on, today)
        problems += length_problems("organisation_name", self.organisation_name, LONGEST_LINE)
        problems += length_problems("basis_note", self.basis_note, LONGEST_TEXT)
        problems += length_problems("note", self.note, LONGEST_TEXT)
        if self.organisation_id is None and not clean(self.organisation_name):
            problems.append(Problem("organisation_id", "referral.organisation_missing"))
        if self.historic:
            return problems + self._problems_of_codes()
        if not clean(self.referred_on):
            problems.append(Problem("referred_on", "referral.day_missing"))
        if self.purpose not in vocabulary("referral_purposes"):
            problems.append(Problem("purpose", "referral.purpose_missing"))
        if self.basis not in vocabulary("referral_bases"):
            problems.append(Problem("basis", "referral.basis_missing"))
        if self.basis in BASES_TO_EXPLAIN and not clean(self.basis_note):
            problems.append(Problem("basis_note", "referral.basis_note_missing"))
        return problems

    def _problems_of_codes(self) -> list[Problem]:
        """Return a problem for a purpose or basis that may be left out and is none."""
        chosen = {"purpose": (self.purpose, "referral_purposes"), "basis": (self.basis, "referral_bases")}
        return [
            Problem(name, "draft.choice_unknown")
            for name, (code, words) in chosen.items()
            if code and code not in vocabulary(words)
        ]


@dataclass(slots=True)
class AnswerDraft:
    """What the organisation answered, as typed."""

    referral_id: int = 0
    state: str = ""
    answered_on: str = ""
    answer: str = ""

    def validate(self, today: date, referred_on: date | None) -> list[Problem]:
        """Return what must be mended before the answer can be kept."""
        problems = day_problems("answered_on", self.answered_on, today)
        problems += length_problems("answer", self.answer, LONGEST_TEXT)
        if self.state not in set(ReferralState) - {ReferralState.SENT}:
            problems.append(Problem("state", "referral.state_missing"))
        if not clean(self.answered_on):
            problems.append(Problem("answered_on", "referral.answer_day_missing"))
        answered = dates.parse_day(self.answered_on)
        if answered and referred_on and answered < referred_on:
            problems.append(Problem("answered_on", "referral.answer_before_referral"))
        if self.state == ReferralState.DECLINED and not clean(self.answer):
            problems.append(Problem("answer", "referral.declined_without_reason"))
        return problems
