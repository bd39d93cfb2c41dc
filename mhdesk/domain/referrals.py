"""Referring somebody to an organisation: to whom, what for, how soon, on what basis, and what of it is told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Final

from mhdesk.domain import dates
from mhdesk.domain.problems import Problem, length_problems
from mhdesk.domain.referral_steps import (
    NEXT,
    OPEN,
    UNANSWERED,
    AnswerDraft,
    ReferralState,
    Standing,
    until_problems,
)
from mhdesk.domain.relations import CONSENTS_ALONE, GUARDIAN_CONSENT, Party, is_protected
from mhdesk.domain.shared_fields import Side
from mhdesk.domain.signals import day_problems
from mhdesk.domain.terms import Length
from mhdesk.domain.text import LONGEST_LINE, LONGEST_TEXT, clean
from mhdesk.domain.vocabulary import vocabulary
from mhdesk.wording import say

if TYPE_CHECKING:
    from mhdesk.domain.network import CovenantView

__all__ = [
    "BASES_TO_EXPLAIN",
    "CONSENTS",
    "NEXT",
    "OPEN",
    "UNANSWERED",
    "URGENCIES",
    "AnswerDraft",
    "Receiver",
    "ReferralDraft",
    "ReferralState",
    "Standing",
    "consent_age_problems",
    "covenant_warning",
    "proposed_answer_by",
]

# Bases that rest on no consent need a sentence that says why (AVG 6(1) and 9(2)).
BASES_TO_EXPLAIN: Final = frozenset({"legal_ground", "not_asked"})
CONSENTS: Final = frozenset({"consent_written", "consent_oral", GUARDIAN_CONSENT})
URGENCIES: Final = "referral_urgencies"


@dataclass(frozen=True, slots=True)
class Receiver:
    """What matters of an organisation before anything is shared with it; ``covenants`` also those that ended."""

    side: Side = Side.NEITHER
    covenants: tuple[CovenantView, ...] = ()


@dataclass(slots=True)
class ReferralDraft:
    """A referral as typed. Name the organisation by id, or by ``organisation_name`` when it is new.

    ``historic`` marks what a spreadsheet said: purpose and basis may then be unknown. A ``proposed`` one tells nobody
    anything yet, and its basis may still be asked for. ``shared`` are the codes of what is told; ``wall_reason`` says
    why somebody on both sides gets a part that only one may have, ``covenant_reason`` why one goes on without a
    covenant. ``referral_id`` and ``version`` are those of a proposal that is sent now.
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
    proposed: bool = False
    urgency: str = ""
    answer_by: str = ""
    consent_on: str = ""
    shared: list[str] = field(default_factory=list)
    wall_reason: str = ""
    covenant_reason: str = ""
    referral_id: int | None = None
    version: int = 0

    def validate(self, today: date) -> list[Problem]:
        """Return what must be mended before somebody may be referred."""
        problems = day_problems("referred_on", self.referred_on, today)
        problems += length_problems("organisation_name", self.organisation_name, LONGEST_LINE)
        for name in ("basis_note", "note", "wall_reason", "covenant_reason"):
            problems += length_problems(name, getattr(self, name), LONGEST_TEXT)
        if self.organisation_id is None and not clean(self.organisation_name):
            problems.append(Problem("organisation_id", "referral.organisation_missing"))
        if self.historic:
            return problems + self._problems_of_codes()
        if not clean(self.referred_on):
            problems.append(Problem("referred_on", "referral.day_missing"))
        if self.purpose not in vocabulary("referral_purposes"):
            problems.append(Problem("purpose", "referral.purpose_missing"))
        if self.urgency and self.urgency not in vocabulary(URGENCIES):
            problems.append(Problem("urgency", "draft.choice_unknown"))
        start = dates.parse_day(self.referred_on) or today
        problems += until_problems("answer_by", self.answer_by, start)
        return problems + self._problems_of_basis(today)

    def _problems_of_basis(self, today: date) -> list[Problem]:
        """Return what is wrong with the basis: what is only proposed may wait for it."""
        problems = []
        if self.basis not in vocabulary("referral_bases") and (self.basis or not self.proposed):
            problems.append(Problem("basis", "referral.basis_missing"))
        if self.basis in BASES_TO_EXPLAIN and not clean(self.basis_note):
            problems.append(Problem("basis_note", "referral.basis_note_missing"))
        if self.basis in CONSENTS:
            problems += day_problems("consent_on", self.consent_on, today)
        return problems

    def _problems_of_codes(self) -> list[Problem]:
        """Return a problem for a purpose or basis that may be left out and is none."""
        chosen = {"purpose": (self.purpose, "referral_purposes"), "basis": (self.basis, "referral_bases")}
        return [
            Problem(name, "draft.choice_unknown")
            for name, (code, words) in chosen.items()
            if code and code not in vocabulary(words)
        ]

    def state(self) -> ReferralState:
        """Return where the referral stands once it is recorded."""
        return ReferralState.PROPOSED if self.proposed else ReferralState.SENT


def consent_age_problems(basis: str, told_of: Iterable[Party]) -> list[Problem]:
    """Return a problem where a parent or guardian consents for somebody who is known to be 16 or older."""
    if basis != GUARDIAN_CONSENT:
        return []
    old = any(is_protected(one) and one.age is not None and one.age >= CONSENTS_ALONE for one in told_of)
    return [Problem("basis", "referral.guardian_too_old")] if old else []


def proposed_answer_by(urgency: str, day: date) -> date | None:
    """Return until when an answer is waited for, for a referral of this urgency made on a day; None for no urgency."""
    if urgency not in vocabulary(URGENCIES):
        return None
    term = vocabulary(URGENCIES)[urgency]
    length = Length(working_days=int(term.get("working_days", "0")), days=int(term.get("days", "0")))
    return length.due(day)


def covenant_warning(covenants: Sequence[CovenantView], purpose: str, day: date) -> str:
    """Return in a sentence what is wrong with sharing under the covenants of an organisation; "" where one covers it.

    A warning and no refusal: the law may allow what no covenant speaks of.
    """
    in_force = [one for one in covenants if one.is_in_force(day)]
    if any(one.is_for(purpose) for one in in_force):
        return ""
    if in_force:
        return say("referral.covenant_other_purpose", title=in_force[0].title)
    ended = [(one.ends_on, one.title) for one in covenants if one.ends_on is not None and one.ends_on < day]
    if ended:
        last, title = max(ended)
        return say("referral.covenant_ended", title=title, day=dates.display_day(last))
    if covenants:
        first = min(covenants, key=lambda one: one.starts_on)
        return say("referral.covenant_later", title=first.title, day=dates.display_day(first.starts_on))
    return say("referral.covenant_none")
