"""Deciding on informing: who, by when, and that nobody is forgotten."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from mhdesk.desk import informing, referring, signals, today
from mhdesk.domain.informing import InformDraft, State
from mhdesk.domain.problems import ProblemsError
from mhdesk.domain.referrals import AnswerDraft, ReferralDraft
from mhdesk.domain.signals import PersonDraft, SignalDraft
from mhdesk.domain.views import InvolvementView, TodayKind
from mhdesk.errors import InputError
from tests.desk.drafts import a_notification

if TYPE_CHECKING:
    from mhdesk.desk.desk import Desk
    from tests.registry_fixtures import StoppedClock


def registered(desk: Desk, draft: SignalDraft | None = None) -> int:
    """Register a notification and return its id."""
    number = signals.register(desk, draft or a_notification()).created
    assert number is not None
    return number


def concerned(desk: Desk, number: int) -> tuple[InvolvementView, ...]:
    """Return those concerned in a signal."""
    return signals.details(desk, number).involvements


def not_yet(involvement_id: int, **changes: object) -> InformDraft:
    """Return a decision not to inform yet, as somebody would type it."""
    draft = InformDraft(
        involvement_id=involvement_id,
        choice="not_yet",
        ground="safety_victim",
        legal_ground="uavg_41_1_i",
        reasoning="Zij loopt gevaar als hij het nu hoort.",
        decided_by="Noor Denkbeeld",
        decided_on="23-11-2026",
        review_on="07-12-2026",
        weighing={"risks": "Hij kan nu niets laten verbeteren."},
    )
    for name, value in changes.items():
        setattr(draft, name, value)
    return draft


def test_a_notification_asks_a_decision_for_each_victim_and_aggressor(desk: Desk) -> None:
    number = registered(desk)
    assert [(one.inform_state, one.inform_due) for one in concerned(desk, number)] == [
        (State.UNDECIDED, date(2026, 12, 23)),
        (State.UNDECIDED, date(2026, 12, 23)),
    ]
    kinds = [item.kind for item in today.items(desk)]
    assert kinds.count(TodayKind.DECIDE) == 2


def test_a_witness_and_a_signal_start_no_clock(desk: Desk) -> None:
    registered(desk, a_notification(kind="signal"))
    witness = PersonDraft(role="witness", first_names="Ilse", last_name="Verzonnen")
    number = registered(desk, a_notification(persons=[*a_notification().persons, witness]))
    assert concerned(desk, number)[2].inform_state == State.NONE_NEEDED
    assert sum(item.kind is TodayKind.DECIDE for item in today.items(desk)) == 2


def test_not_yet_comes_back_on_its_review_date(desk: Desk) -> None:
    victim, aggressor = concerned(desk, registered(desk))
    informing.decide(desk, not_yet(aggressor.id))
    items = {item.involvement_id: item for item in today.items(desk)}
    assert items[aggressor.id].kind == TodayKind.REVIEW
    assert items[aggressor.id].due == date(2026, 12, 7)
    assert items[victim.id].kind == TodayKind.DECIDE


def test_a_decision_stays_and_a_new_one_follows_it(desk: Desk, clock: StoppedClock) -> None:
    number = registered(desk)
    aggressor = concerned(desk, number)[1]
    informing.decide(desk, not_yet(aggressor.id))
    clock.go_on(days=14)
    told = InformDraft(
        involvement_id=aggressor.id,
        choice="inform",
        decided_by="Noor Denkbeeld",
        decided_on="07-12-2026",
        informed_on="07-12-2026",
        informed_how="In een gesprek op kantoor.",
    )
    informing.decide(desk, told)
    shown = concerned(desk, number)[1]
    assert [decision.choice for decision in shown.decisions] == ["inform", "not_yet"]
    assert shown.inform_state == State.INFORMED
    assert shown.duty_on is None


def test_deciding_to_inform_without_doing_it_stays_open(desk: Desk) -> None:
    victim = concerned(desk, registered(desk))[0]
    choice = InformDraft(
        involvement_id=victim.id, choice="inform", decided_by="Noor", decided_on="23-11-2026"
    )
    informing.decide(desk, choice)
    item = next(item for item in today.items(desk) if item.involvement_id == victim.id)
    assert (item.kind, item.due) == (TodayKind.INFORM, date(2026, 12, 23))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("review_on", ""),
        ("review_on", "22-11-2026"),
        ("review_on", "22-12-2026"),
        ("reasoning", " "),
        ("ground", ""),
    ],
)
def test_not_yet_without_what_makes_it_safe_is_refused(field: str, value: str, desk: Desk) -> None:
    victim = concerned(desk, registered(desk))[0]
    with pytest.raises(ProblemsError) as refused:
        informing.decide(desk, not_yet(victim.id, **{field: value}))
    assert [problem.field for problem in refused.value.problems] == [field]
    assert concerned(desk, 1)[0].decisions == ()


def test_nobody_is_informed_past_a_rule_for_safe_contact_that_was_not_read(desk: Desk) -> None:
    lina = PersonDraft(first_names="Lina", safe_contact="Alleen appen, nooit bellen.")
    number = concerned(desk, registered(desk, a_notification(persons=[lina])))[0].id
    telling = {"choice": "inform", "ground": "", "legal_ground": "", "review_on": "", "weighing": {}}
    with pytest.raises(ProblemsError) as refused:
        informing.decide(desk, not_yet(number, **telling))
    assert [problem.code for problem in refused.value.problems] == ["inform.contact_not_read"]
    informing.decide(desk, not_yet(number, contact_read=True, **telling))


def test_nobody_decides_about_informing_a_witness(desk: Desk) -> None:
    witness = PersonDraft(role="witness", first_names="Ilse", last_name="Verzonnen")
    number = registered(desk, a_notification(persons=[*a_notification().persons, witness]))
    with pytest.raises(InputError, match=r"inform\.not_for_this_role"):
        informing.decide(desk, not_yet(concerned(desk, number)[2].id))


def test_a_referral_brings_the_term_forward_to_the_first_disclosure(desk: Desk) -> None:
    number = registered(desk)
    referral = ReferralDraft(
        signal_id=number, organisation_id=1, purpose="shelter", basis="consent_oral", referred_on="23-11-2026"
    )
    referring.refer(desk, referral)
    assert [one.inform_due for one in concerned(desk, number)] == [date(2026, 11, 23), date(2026, 11, 23)]


def test_an_answer_comes_back_to_its_referral(desk: Desk) -> None:
    number = registered(desk)
    referral = ReferralDraft(
        signal_id=number,
        organisation_name="Stichting Proefhuis",
        purpose="shelter",
        basis="not_asked",
        basis_note="Zij was niet bereikbaar.",
        referred_on="23-11-2026",
    )
    made = referring.refer(desk, referral).created
    assert made is not None
    assert TodayKind.ANSWER in {item.kind for item in today.items(desk)}
    answer = AnswerDraft(referral_id=made, state="accepted", answered_on="23-11-2026", answer="Er is plaats.")
    referring.answer(desk, answer)
    shown = signals.details(desk, number).referrals[0]
    assert (shown.organisation, shown.state, shown.answer) == (
        "Stichting Proefhuis",
        "accepted",
        "Er is plaats.",
    )
    assert TodayKind.ANSWER not in {item.kind for item in today.items(desk)}


def test_a_referral_names_a_person_of_the_same_signal_only(desk: Desk) -> None:
    first, second = registered(desk), registered(desk)
    stranger = concerned(desk, second)[0].id
    referral = ReferralDraft(
        signal_id=first,
        involvement_id=stranger,
        organisation_id=1,
        purpose="care",
        basis="consent_oral",
        referred_on="23-11-2026",
    )
    with pytest.raises(InputError, match=r"desk\.no_such_signal"):
        referring.refer(desk, referral)


@pytest.mark.parametrize(
    ("agreed_by", "review_on", "field"),
    [
        ("Noor  denkbeeld", "31-12-2026", "agreed_by"),
        ("Een teamleider", "", "review_on"),
        ("", "", "review_on"),
        ("", "31-12-2030", "review_on"),
        ("", "31-12-9999", "review_on"),
    ],
)
def test_not_informing_is_never_for_ever_on_one_persons_word(
    agreed_by: str, review_on: str, field: str, desk: Desk
) -> None:
    victim = concerned(desk, registered(desk))[0]
    draft = not_yet(victim.id, choice="not", agreed_by=agreed_by, review_on=review_on)
    with pytest.raises(ProblemsError) as refused:
        informing.decide(desk, draft)
    assert [problem.field for problem in refused.value.problems] == [field]


def test_only_a_spreadsheet_tells_history(desk: Desk) -> None:
    victim = concerned(desk, registered(desk))[0]
    draft = not_yet(victim.id)
    draft.historic = True
    with pytest.raises(ValueError, match="history"):
        informing.decide(desk, draft)
