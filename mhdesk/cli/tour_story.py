"""One invented client of the tour: from the first call to a case, help and papers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Final

from mhdesk.desk import (
    agreements,
    case_papers,
    cases,
    informing,
    referral_letters,
    referring,
    signals,
    trajectories,
)
from mhdesk.desk.desk import Desk
from mhdesk.domain import shared_fields
from mhdesk.domain.agreements import AgreementDraft
from mhdesk.domain.cases import CaseDraft, GoalDraft
from mhdesk.domain.change import Change
from mhdesk.domain.dates import display_day
from mhdesk.domain.informing import InformDraft
from mhdesk.domain.referral_letter import ReferralLetterDraft
from mhdesk.domain.referrals import AnswerDraft, ReferralDraft
from mhdesk.domain.shared_fields import Side
from mhdesk.domain.signals import AGGRESSOR, Kind, PersonDraft, SignalDraft
from mhdesk.domain.trajectories import TrajectoryDraft
from mhdesk.domain.views import InvolvementView
from mhdesk.wording import say

_HELP: Final = "shelter"
_PHONE: Final = "06 00 00 00 35"


@dataclass(frozen=True, slots=True)
class Told:
    """The numbers of the signal and the case, and the papers that were made."""

    signal: str
    case: str
    papers: tuple[Path, ...]


def tell(desk: Desk, out: Path) -> Told:
    """Record a notification, decide about both persons, open a case, refer with a letter, and put the case on paper."""
    made = signals.register(desk, _call(desk))
    number = made.created or 0
    victim, aggressor = signals.details(desk, number).involvements
    _decide(desk, victim, aggressor)
    opened = _follow(desk, victim)
    letter = _refer(desk, number, victim, out / "doorverwijzing.pdf")
    paper = out / "casus.pdf"
    case_papers.save_case(desk, opened.created or 0, paper)
    return Told(made.reference or "", opened.reference or "", (letter, paper))


def _call(desk: Desk) -> SignalDraft:
    victim = PersonDraft(
        first_names="Lina",
        last_name="Voorbeeld",
        birth="ca. 19 jr",
        phone="06 00 00 00 12",
        safe_contact=say("cli.tour_safe_contact"),
    )
    return SignalDraft(
        kind=Kind.NOTIFICATION,
        received_on=display_day(desk.today()),
        discipline="neighbourhood_team",
        municipality="GM0402",
        form="sexual_exploitation",
        narrative=say("cli.tour_narrative"),
        persons=[victim, PersonDraft(role=AGGRESSOR, first_names="Roman", last_name="Fictief")],
    )


def _decide(desk: Desk, victim: InvolvementView, aggressor: InvolvementView) -> None:
    today = display_day(desk.today())
    told_her = InformDraft(
        victim.id,
        "inform",
        informed_on=today,
        informed_how=say("cli.tour_how"),
        contact_read=True,
    )
    not_yet = InformDraft(
        aggressor.id,
        "not_yet",
        ground="safety_victim",
        legal_ground="uavg_41_1_i",
        reasoning=say("cli.tour_reasoning"),
        weighing={"risks": say("cli.tour_weighing")},
        review_on=display_day(desk.today() + timedelta(weeks=2)),
    )
    for decision in (told_her, not_yet):
        decision.decided_by, decision.decided_on = desk.user.name, today
        informing.decide(desk, decision)


def _follow(desk: Desk, victim: InvolvementView) -> Change:
    """Open a case with a goal, a line of help and an agreement."""
    today = desk.today()
    opened = cases.open_for(
        desk,
        CaseDraft(
            victim.person_id or 0,
            opened_on=display_day(today),
            risk="high",
            reasoning=say("cli.tour_reasoning"),
        ),
    )
    number = opened.created or 0
    cases.add_goal(desk, GoalDraft(number, say("cli.tour_goal")))
    shelter = TrajectoryDraft(number, _HELP, started_on=display_day(today))
    trajectories.add(desk, shelter)
    in_a_week = display_day(today + timedelta(weeks=1))
    agreements.add(desk, AgreementDraft(number, say("cli.tour_agreement"), desk.user.name, due_on=in_a_week))
    return opened


def _refer(desk: Desk, signal_id: int, victim: InvolvementView, out: Path) -> Path:
    """Refer with no more than the purpose needs, keep the answer, and write the letter to ``out``."""
    today = display_day(desk.today())
    chosen = shared_fields.with_companions(shared_fields.minimum(_HELP, Side.CARE))
    draft = ReferralDraft(
        signal_id,
        victim.id,
        organisation_name="Moviera",
        purpose=_HELP,
        basis="consent_oral",
        consent_on=today,
        referred_on=today,
        shared=list(chosen),
    )
    number = referring.refer(desk, draft).created or 0
    typed = {
        "language": say("cli.tour_language"),
        "danger": say("cli.tour_danger"),
        "children": say("cli.tour_children"),
        "needs": say("cli.tour_needs"),
    }
    told = ReferralLetterDraft(number, typed, caller=desk.user.name, phone=_PHONE)
    letter = referral_letters.make(desk, told)
    referral_letters.save(desk, letter.created or 0, out)
    referring.answer(desk, AnswerDraft(number, "accepted", today, say("cli.tour_answer")))
    return out
