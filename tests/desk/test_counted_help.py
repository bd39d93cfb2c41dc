"""Decisions, referrals, answers, registrations and cases as figures count them: five of a kind are five people."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import update

from mhdesk import wording
from mhdesk.desk import cases, comensha, figures, informing, referring
from mhdesk.domain.cases import CaseDraft, CloseDraft, EntryDraft, ReopenDraft
from mhdesk.domain.comensha import RegisterDraft
from mhdesk.domain.figures import PLAIN, SHOWN, VOCABULARIES, Unit
from mhdesk.domain.informing import InformDraft
from mhdesk.domain.periods import parse_period
from mhdesk.domain.referrals import AnswerDraft, ReferralDraft
from mhdesk.domain.signals import PersonDraft
from mhdesk.domain.splits import GROUPINGS, default_by
from mhdesk.domain.vocabulary import vocabulary
from mhdesk.store.schema import inform_decision, signal
from tests.desk.tallies import a_signal, involved, somebody, told

if TYPE_CHECKING:
    from mhdesk.desk.desk import Desk
    from tests.registry_fixtures import StoppedClock


def now(desk: Desk) -> str:
    """Return the moment at the desk as records keep it."""
    return desk.now().astimezone(UTC).isoformat(timespec="milliseconds")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_unit_and_dimension_has_its_words(language: str) -> None:
    wording.use_language(language)
    try:
        for unit in Unit:
            for word in ("unit", "title", "rule"):
                assert wording.say(f"figures.{word}_{unit}", by="x")
        for name in {name for names in VOCABULARIES.values() for name in names} | {*GROUPINGS}:
            assert all(wording.say(f"figures.{word}_{name}") for word in ("by", "dimension", "file"))
    finally:
        wording.use_language("nl")


def test_every_dimension_belongs_to_a_vocabulary_and_every_grouping_divides_one() -> None:
    known = {name for names in VOCABULARIES.values() for name in names}
    assert known >= PLAIN
    for unit, names in VOCABULARIES.items():
        assert {GROUPINGS[name][0] if name in GROUPINGS else name for name in SHOWN[unit]} <= set(names)
        assert all(len(vocabulary(words).codes()) > 1 for words in names.values())
    members = [code for term in vocabulary("choice_groups") for code in term.get("members").split()]
    assert members == list(vocabulary("decision_grounds").codes())
    grounds = {f"not_yet_{code}" for code in vocabulary("inform_grounds").codes()}
    assert grounds < set(members)


# --- decisions ------------------------------------------------------------------------------------------


def decide(desk: Desk, involvement_id: int, choice: str, day: str, ground: str = "safety_victim") -> None:
    draft = InformDraft(
        involvement_id=involvement_id, choice=choice, decided_by="Noor Denkbeeld", decided_on=day
    )
    if choice != "inform":
        draft.ground, draft.legal_ground, draft.reasoning = ground, "uavg_41_1_i", "Gevaar."
        draft.review_on, draft.weighing = "27-11-2026", {"risks": "Hij kan nu niets laten verbeteren."}
    informing.decide(desk, draft)


def test_a_decision_counts_with_its_ground_role_and_wait(desk: Desk) -> None:
    first = a_signal(
        desk, "02-11-2026", somebody("Lina"), somebody("Bas", role="aggressor"), kind="notification"
    )
    victim, aggressor = (involved(desk, first, place)[0] for place in (0, 1))
    decide(desk, victim, "inform", "02-11-2026")
    decide(desk, aggressor, "not_yet", "20-11-2026", "police_investigation")
    assert told(desk, Unit.DECISIONS, "ground", "role", "wait") == {
        ("inform", "possible_victim", "same_day"): 1,
        ("not_yet_police_investigation", "aggressor", "days_15_28"): 1,
    }
    shown = figures.preview(desk, parse_period("2026"), default_by(Unit.DECISIONS))
    assert [cell.count for cell in shown.tables[0].cells] == [1, 1, 0, 2]


def test_five_decisions_of_a_kind_about_one_person_are_not_five_people(desk: Desk) -> None:
    first = a_signal(desk, "02-11-2026", somebody("Bas", role="aggressor"), kind="notification")
    number, person = involved(desk, first)
    for day in ("03-11-2026", "04-11-2026", "05-11-2026"):
        decide(desk, number, "not_yet", day)
    again = a_signal(desk, "03-11-2026", PersonDraft(person_id=person, role="aggressor"), kind="notification")
    decide(desk, involved(desk, again)[0], "not_yet", "06-11-2026")
    decide(desk, number, "inform", "20-11-2026")
    assert told(desk, Unit.DECISIONS, "ground", "wait") == {
        ("not_yet_safety_victim", "days_1_2"): 1,
        ("inform", "days_15_28"): 1,
    }


def test_a_decision_without_a_day_and_one_about_an_advice_count_nowhere(desk: Desk) -> None:
    for kind in ("signal", "notification"):
        number = a_signal(desk, "02-11-2026", somebody(kind), kind=kind)
        decide(desk, involved(desk, number)[0], "inform", "03-11-2026")
    assert told(desk, Unit.DECISIONS, "role") == {("possible_victim",): 2}
    desk.database.connection.execute(update(signal).where(signal.c.id == 1).values(kind="advice"))
    assert told(desk, Unit.DECISIONS, "role") == {("possible_victim",): 1}
    desk.database.connection.execute(update(inform_decision).values(decided_on=None))
    assert told(desk, Unit.DECISIONS, "role") == {}


# --- referrals ------------------------------------------------------------------------------------------


def refer(
    desk: Desk, signal_id: int, involvement_id: int | None, purpose: str, day: str, **said: object
) -> int:
    draft = ReferralDraft(
        signal_id=signal_id,
        involvement_id=involvement_id,
        organisation_name=f"Bedacht {purpose}",
        purpose=purpose,
        basis="consent_oral",
        referred_on=day,
    )
    for name, value in said.items():
        setattr(draft, name, value)
    number = referring.refer(desk, draft).created
    assert number is not None
    return number


def test_a_referral_counts_where_it_stood_six_weeks_later(desk: Desk, clock: StoppedClock) -> None:
    number = a_signal(desk, "02-09-2026", *(somebody(name) for name in ("Lina", "Lena", "Lona", "Luna")))
    people = [involved(desk, number, place)[0] for place in range(4)]
    made = [refer(desk, number, one, "shelter", "02-09-2026") for one in people]
    proposed = refer(desk, number, people[0], "legal", "02-09-2026", proposed=True)
    referring.answer(desk, AnswerDraft(made[0], "waiting_list", "05-09-2026", "Vol."))
    referring.answer(desk, AnswerDraft(made[0], "accepted", "14-10-2026"))
    referring.answer(desk, AnswerDraft(made[1], "waiting_list", "05-09-2026", "Vol."))
    referring.answer(desk, AnswerDraft(made[1], "accepted", "15-10-2026"))
    referring.answer(desk, AnswerDraft(made[2], "declined", "03-09-2026", "Geen plaats."))
    answered = {("own", "shelter", answer): 1 for answer in ("accepted", "waiting_list", "declined", "none")}
    assert told(desk, Unit.REFERRALS, "receiver", "purpose", "answer") == answered
    assert told(desk, Unit.ANSWERS, "answer", "wait") == {
        ("waiting_list", "days_3_7"): 2,
        ("declined", "days_1_2"): 1,
    }
    then = now(desk)
    clock.go_on(minutes=1)
    draft = ReferralDraft(
        signal_id=number,
        involvement_id=people[0],
        organisation_name="Bedacht legal",
        purpose="legal",
        basis="consent_oral",
        referred_on="20-11-2026",
        referral_id=proposed,
    )
    referring.send(desk, draft)
    referring.answer(desk, AnswerDraft(made[0], "started", "16-10-2026"))
    referring.answer(desk, AnswerDraft(made[0], "ended", "20-11-2026", outcome="partly"))
    assert told(desk, Unit.REFERRALS, "purpose", period="2026-11") == {("legal",): 1}
    assert told(desk, Unit.OUTCOMES, "outcome", "purpose", period="2026-11") == {("partly", "shelter"): 1}
    assert told(desk, Unit.OUTCOMES, "outcome", as_of=then) == {}
    assert told(desk, Unit.REFERRALS, "receiver", "purpose", "answer", as_of=then) == answered


def test_five_shelters_for_one_person_are_one_referral(desk: Desk) -> None:
    number = a_signal(desk, "02-11-2026", somebody("Lina"))
    one, _ = involved(desk, number)
    for name in "ABCDE":
        made = refer(desk, number, one, "shelter", "03-11-2026", organisation_name=f"Opvang {name}")
        referring.answer(desk, AnswerDraft(made, "declined", "03-11-2026", "Vol."))
    refer(desk, number, one, "legal", "04-11-2026")
    refer(desk, number, None, "shelter", "04-11-2026")
    refer(desk, number, None, "shelter", "05-11-2026")
    assert told(desk, Unit.REFERRALS, "purpose") == {("shelter",): 3, ("legal",): 1}
    assert told(desk, Unit.ANSWERS, "answer") == {("declined",): 1}


# --- registrations and cases ------------------------------------------------------------------------------


def test_a_registration_counts_as_its_last_step_says_until_it_is_taken_back(
    desk: Desk, clock: StoppedClock
) -> None:
    _, person = involved(desk, a_signal(desk, "02-11-2026", somebody("Lina", birth="01-01-1990")))
    first = RegisterDraft(person, "registration", "victim", "20-11-2026", "", "20-11-2026")
    comensha.register(desk, first)
    then = now(desk)
    clock.go_on(minutes=1)
    first.dossier_type = "registration_shelter"
    step = comensha.register(desk, first).created
    assert step is not None
    assert told(desk, Unit.COMENSHA, "dossier", "consent") == {("registration_shelter", "victim"): 1}
    assert told(desk, Unit.COMENSHA, "dossier", as_of=then) == {("registration",): 1}
    comensha.refuse(desk, person, "Zij wil het toch niet.")
    assert told(desk, Unit.COMENSHA, "dossier") == {}


def test_a_case_counts_once_with_the_risk_of_its_opening_and_its_first_closing(desk: Desk) -> None:
    _, person = involved(desk, a_signal(desk, "02-11-2026", somebody("Lina")))
    opened = cases.open_for(desk, CaseDraft(person, None, "03-11-2026", "high", "Hij weet waar zij woont."))
    number = opened.created
    assert number is not None
    cases.add_entry(desk, EntryDraft(number, "risk", "04-11-2026", ["low"], "Hij is weg."))
    cases.close(desk, CloseDraft(number, "10-11-2026", "no_contact", "unknown", "Uit beeld."))
    cases.reopen(desk, ReopenDraft(number, "12-11-2026", "Zij belde."))
    cases.close(desk, CloseDraft(number, "20-11-2026", "goals_reached", "improved", "Klaar."))
    assert told(desk, Unit.CASES, "risk") == {("high",): 1}
    assert told(desk, Unit.CLOSINGS, "reason", "outcome") == {("no_contact", "unknown"): 1}
