"""Referring: whose data went out, whose term that ends, and what was answered, each time."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert, select, update

from mhdesk.desk import informing, referring, relating, signals
from mhdesk.domain import dates
from mhdesk.domain.informing import InformDraft
from mhdesk.domain.problems import ProblemsError
from mhdesk.domain.referrals import AnswerDraft, ReferralDraft
from mhdesk.domain.relations import RelationDraft
from mhdesk.domain.signals import PersonDraft
from mhdesk.errors import ConflictError
from mhdesk.store.schema import audit_event, audit_subject, covenant, organisation
from tests.desk.drafts import a_notification

if TYPE_CHECKING:
    from mhdesk.desk.desk import Desk
    from tests.registry_fixtures import StoppedClock

RECORDED = date(2026, 11, 23)
TERM = date(2026, 12, 23)
NAMES = ("Lina", "Mai", "Bas", "Roman")


def register(desk: Desk, *people: PersonDraft) -> list[int]:
    """Register a notification and return its involvements."""
    made = signals.register(desk, a_notification(persons=list(people)))
    assert made.created is not None
    return [one.id for one in signals.details(desk, made.created).involvements]


def person(name: str, role: str = "possible_victim", phone: str = "") -> PersonDraft:
    return PersonDraft(role=role, first_names=name, last_name="Voorbeeld", phone=phone)


def refer(desk: Desk, about: int | None, day: date = RECORDED, signal_id: int = 1) -> int:
    draft = ReferralDraft(
        signal_id, about, 1, purpose="care", basis="consent_oral", referred_on=dates.display_day(day)
    )
    number = referring.refer(desk, draft).created
    assert number is not None
    return number


def due(desk: Desk) -> list[date | None]:
    return [one.inform_due for one in signals.details(desk, 1).involvements]


def lines(desk: Desk, verb: str) -> list[tuple[str, int, int | None]]:
    """Return the lines of the last event of a verb."""
    last = (
        select(audit_event.c.seq)
        .where(audit_event.c.verb == verb)
        .order_by(audit_event.c.seq.desc())
        .limit(1)
    )
    rows = desk.database.connection.execute(
        select(audit_subject)
        .where(audit_subject.c.seq == last.scalar_subquery())
        .order_by(audit_subject.c.line)
    )
    return [(row.record, row.record_id, row.person_id) for row in rows]


def test_referring_one_person_ends_the_term_of_that_person_only(desk: Desk) -> None:
    lina, _ = register(desk, person("Lina"), person("Bas", "aggressor"))
    refer(desk, lina)
    assert due(desk) == [RECORDED, TERM]


def test_the_same_person_in_another_role_is_told_of_as_well(desk: Desk) -> None:
    both = [person("Lina", role, "0612344202") for role in ("possible_victim", "aggressor")]
    lina, *_ = register(desk, *both, person("Bas", "aggressor"))
    refer(desk, lina)
    assert due(desk) == [RECORDED, RECORDED, TERM]


def test_whoever_tells_of_the_aggressor_ends_his_term_as_well(desk: Desk) -> None:
    lina, _, _ = register(desk, person("Lina"), person("Bas", "aggressor"), person("Mai", "witness"))
    with desk.database.writing() as connection:
        connection.execute(update(organisation).where(organisation.c.id == 1).values(side="safety"))
    referring.refer(desk, sending(0, lina, purpose="investigation", shared=["name", "aggressor"]))
    assert due(desk)[:2] == [RECORDED, RECORDED]
    assert ("referral", 1, 2) in lines(desk, "referral.made")


def test_two_people_of_whom_nothing_is_known_are_not_the_same() -> None:
    assert not referring.is_told_of(1, None, 2, None)
    assert referring.is_told_of(1, None, 1, None)


def test_a_decision_to_wait_keeps_its_own_date(desk: Desk) -> None:
    lina, _ = register(desk, person("Lina"), person("Bas", "aggressor"))
    informing.decide(
        desk,
        InformDraft(
            lina,
            "not_yet",
            ground="safety_victim",
            legal_ground="uavg_41_1_i",
            weighing={"risks": "Later weer."},
            reasoning="Gevaar.",
            decided_by="Noor",
            decided_on="23-11-2026",
            review_on="07-12-2026",
        ),
    )
    refer(desk, None)
    assert due(desk) == [TERM, RECORDED]
    assert signals.details(desk, 1).involvements[0].duty_on == date(2026, 12, 7)


class TestAnyReferrals:
    """However they follow each other: each term ends at the first disclosure of that person's data."""

    @settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
    @given(
        people=st.integers(1, 4),
        made=st.lists(st.tuples(st.integers(-1, 3), st.integers(-3, 20)), max_size=5),
    )
    def test_end_the_terms_of_those_they_tell_of(
        self, desk: Desk, clock: StoppedClock, people: int, made: list[tuple[int, int]]
    ) -> None:
        clock.moment = clock.moment.replace(month=11, day=23)
        number = signals.register(
            desk, a_notification(persons=[person(name) for name in NAMES[:people]])
        ).created
        assert number is not None
        concerned = [one.id for one in signals.details(desk, number).involvements]
        clock.go_on(days=25)
        wanted = dict.fromkeys(concerned, TERM)
        for whom, days in made:
            about = concerned[whom % people] if whom >= 0 else None
            day = RECORDED + timedelta(days=days)
            refer(desk, about, day, number)
            for one in concerned if about is None else [about]:
                wanted[one] = min(wanted[one], max(RECORDED, day))
        shown = signals.details(desk, number).involvements
        assert {one.id: one.inform_due for one in shown} == wanted
        assert all(one.duty_on == one.inform_due for one in shown)


def test_the_log_names_everybody_whose_data_went_out(desk: Desk) -> None:
    lina, _ = register(desk, person("Lina"), person("Bas", "aggressor"))
    refer(desk, None)
    assert lines(desk, "referral.made") == [("signal", 1, None), ("referral", 1, 1), ("referral", 1, 2)]
    change = referring.refer(
        desk, ReferralDraft(1, lina, 1, purpose="care", basis="consent_oral", referred_on="23-11-2026")
    )
    assert lines(desk, "referral.made") == [("signal", 1, None), ("referral", 2, 1)]
    assert change.persons == {1}


def test_closing_and_looking_through_name_everybody_in_the_signal(desk: Desk) -> None:
    register(desk, person("Lina"), person("Bas", "aggressor"))
    everybody = [("signal", 1, None), ("involvement", 1, 1), ("involvement", 2, 2)]
    signals.change_status(desk, 1, "closed", "Klaar.")
    assert lines(desk, "signal.status_changed") == everybody
    signals.reviewed(desk, 1)
    assert lines(desk, "signal.reviewed") == everybody


def test_a_second_answer_leaves_the_first_one_to_be_read(desk: Desk, clock: StoppedClock) -> None:
    lina, _ = register(desk, person("Lina"), person("Bas", "aggressor"))
    number = refer(desk, lina)
    referring.answer(desk, AnswerDraft(number, "waiting_list", "23-11-2026", "Over drie weken."))
    clock.go_on(days=2)
    referring.answer(desk, AnswerDraft(number, "declined", "25-11-2026", "Toch geen plaats."))
    (shown,) = signals.details(desk, 1).referrals
    assert (shown.state, shown.answered_on, shown.answer) == (
        "declined",
        date(2026, 11, 25),
        "Toch geen plaats.",
    )
    assert [(one.state, one.answer, one.recorded_by) for one in shown.answers] == [
        ("declined", "Toch geen plaats.", "Noor Denkbeeld"),
        ("waiting_list", "Over drie weken.", "Noor Denkbeeld"),
        ("sent", "", "Noor Denkbeeld"),
    ]


@pytest.mark.parametrize("times", [0, 1, 4])
def test_every_answer_is_kept(desk: Desk, times: int) -> None:
    register(desk, person("Lina"))
    number = refer(desk, None)
    for time in range(times):
        referring.answer(desk, AnswerDraft(number, "accepted", "23-11-2026", f"Antwoord {time}"))
    (shown,) = signals.details(desk, 1).referrals
    kept = [f"Antwoord {time}" for time in reversed(range(times))]
    assert [one.answer for one in shown.answers] == [*kept, ""]


def proposal(about: int, **known: object) -> ReferralDraft:
    draft = ReferralDraft(1, about, 1, purpose="care", referred_on="23-11-2026", proposed=True)
    for name, value in known.items():
        setattr(draft, name, value)
    return draft


def sending(number: int, about: int, **known: object) -> ReferralDraft:
    told = {"proposed": False, "basis": "consent_oral", "referral_id": number or None, **known}
    return proposal(about, **told)


class TestAProposal:
    """It tells nobody anything until it is sent."""

    def test_leaves_every_term_until_it_is_sent(self, desk: Desk, clock: StoppedClock) -> None:
        lina, _ = register(desk, person("Lina"), person("Bas", "aggressor"))
        number = referring.refer(desk, proposal(lina)).created
        assert number is not None
        assert due(desk) == [TERM, TERM]
        clock.go_on(days=2)
        referring.send(desk, sending(number, lina, referred_on="25-11-2026", urgency="normal"))
        assert due(desk) == [date(2026, 11, 25), TERM]
        (shown,) = signals.details(desk, 1).referrals
        assert (shown.state, shown.referred_on, shown.urgency) == ("sent", date(2026, 11, 25), "normal")
        assert [(one.state, one.answered_on) for one in shown.answers] == [
            ("sent", date(2026, 11, 25)),
            ("proposed", RECORDED),
        ]
        assert lines(desk, "referral.sent") == [("signal", 1, None), ("referral", 1, 1)]

    def test_that_is_withdrawn_starts_no_clock_when_the_signal_becomes_a_notification(
        self, desk: Desk
    ) -> None:
        lina, _ = register(desk, person("Lina"), person("Bas", "aggressor"))
        number = referring.refer(desk, proposal(lina)).created
        assert number is not None
        assert not signals.details(desk, 1).referrals[0].was_sent()
        referring.answer(desk, AnswerDraft(number, "withdrawn", "23-11-2026", "Lina wil het niet."))
        assert not signals.details(desk, 1).referrals[0].was_sent()

    def test_cannot_be_answered_nor_sent_twice(self, desk: Desk) -> None:
        lina, _ = register(desk, person("Lina"), person("Bas", "aggressor"))
        number = referring.refer(desk, proposal(lina)).created
        assert number is not None
        with pytest.raises(ProblemsError):
            referring.answer(desk, AnswerDraft(number, "accepted", "23-11-2026"))
        referring.send(desk, sending(number, lina))
        with pytest.raises(ConflictError):
            referring.send(desk, sending(number, lina))

    def test_is_not_sent_over_what_a_colleague_made_of_it(self, desk: Desk) -> None:
        lina, _ = register(desk, person("Lina"), person("Bas", "aggressor"))
        number = referring.refer(desk, proposal(lina)).created
        assert number is not None
        with pytest.raises(ConflictError):
            referring.send(desk, sending(number, lina, version=7))


class TestTheWall:
    """What one side may never have does not get into a referral to it."""

    def shared(self, desk: Desk, chosen: list[str], side: str, reason: str = "") -> set[str]:
        lina, _ = register(desk, person("Lina"), person("Bas", "aggressor"))
        desk.database.connection.execute(update(organisation).values(side=side))
        draft = sending(0, lina, shared=chosen, wall_reason=reason)
        try:
            referring.refer(desk, draft)
        except ProblemsError as error:
            return {one.code for one in error.problems}
        return set()

    @pytest.mark.parametrize(
        ("side", "chosen", "expected"),
        [
            ("care", ["name", "health"], set()),
            ("care", ["name", "police"], {"shared.other_side"}),
            ("safety", ["name", "health"], {"shared.other_side"}),
            ("neither", ["aggressor"], {"shared.other_side"}),
            ("both", ["health", "police"], {"shared.reason_missing"}),
            ("care", ["reporter"], {"shared.reporter_secret"}),
        ],
    )
    def test_refuses(self, desk: Desk, side: str, chosen: list[str], expected: set[str]) -> None:
        assert self.shared(desk, chosen, side) == expected

    def test_opens_for_somebody_on_both_sides_for_a_reason_that_stays(self, desk: Desk) -> None:
        assert self.shared(desk, ["health", "police"], "both", "Casusoverleg met plan.") == set()
        (shown,) = signals.details(desk, 1).referrals
        assert shown.shared == ("health", "police")
        assert "Casusoverleg met plan." in shown.answers[0].answer


class TestACovenant:
    """Before anything is shared one looks whether there is one, and what one found stays to be read."""

    def remark(self, desk: Desk, **known: object) -> str:
        lina, _ = register(desk, person("Lina"), person("Bas", "aggressor"))
        referring.refer(desk, sending(0, lina, **known))
        return signals.details(desk, 1).referrals[0].answers[0].answer

    def test_that_is_not_there_is_warned_about_with_why_one_went_on(self, desk: Desk) -> None:
        told = self.remark(desk, shared=["name"], covenant_reason="Met spoed.")
        assert "geen convenant" in told
        assert "Met spoed." in told

    def test_is_not_spoken_of_where_nothing_is_shared(self, desk: Desk) -> None:
        assert self.remark(desk) == ""

    def test_that_holds_needs_no_word(self, desk: Desk) -> None:
        desk.database.connection.execute(
            insert(covenant).values(
                organisation_id=1,
                kind="covenant",
                title="Verzonnen",
                starts_on="2026-01-01",
                recorded_at="2026-01-01T00:00:00+00:00",
                recorded_by=1,
            )
        )
        assert referring.all_receivers(desk)[1].covenants[0].title == "Verzonnen"
        assert self.remark(desk, shared=["name"]) == ""


def test_every_step_of_help_stays_to_be_read(desk: Desk, clock: StoppedClock) -> None:
    register(desk, person("Lina"))
    number = refer(desk, None)
    wait = AnswerDraft(number, "waiting_list", "23-11-2026", place="Locatie Noord", answer_by="30-11-2026")
    referring.answer(desk, wait)
    clock.go_on(days=3)
    referring.answer(desk, AnswerDraft(number, "waiting_list", "26-11-2026", place="Locatie Zuid"))
    (shown,) = signals.details(desk, 1).referrals
    assert (shown.waiting_place, shown.waiting_since, shown.answer_by) == ("Locatie Zuid", RECORDED, None)
    referring.answer(desk, AnswerDraft(number, "started", "26-11-2026"))
    referring.answer(desk, AnswerDraft(number, "ended", "26-11-2026", outcome="partly"))
    (shown,) = signals.details(desk, 1).referrals
    assert (shown.started_on, shown.ended_on, shown.outcome) == (date(2026, 11, 26),) * 2 + ("partly",)
    assert [(one.state, one.place, one.outcome) for one in shown.answers] == [
        ("ended", "", "partly"),
        ("started", "", ""),
        ("waiting_list", "Locatie Zuid", ""),
        ("waiting_list", "Locatie Noord", ""),
        ("sent", "", ""),
    ]


def test_a_step_does_not_go_over_one_of_a_colleague(desk: Desk) -> None:
    register(desk, person("Lina"))
    number = refer(desk, None)
    referring.answer(desk, AnswerDraft(number, "received", "23-11-2026", version=1))
    with pytest.raises(ConflictError):
        referring.answer(desk, AnswerDraft(number, "accepted", "23-11-2026", version=1))


def test_nobody_of_16_or_older_is_consented_for(desk: Desk) -> None:
    lina, _ = register(
        desk,
        PersonDraft(role="possible_victim", first_names="Lina", birth="2005"),
        person("Bas", "aggressor"),
    )
    with pytest.raises(ProblemsError) as refused:
        referring.refer(desk, sending(0, lina, basis="consent_guardian"))
    assert [one.code for one in refused.value.problems] == ["referral.guardian_too_old"]


def test_nobody_consents_who_is_the_aggressor_in_another_signal(desk: Desk) -> None:
    kim = PersonDraft(
        role="child", first_names="Kim", last_name="Voorbeeld", phone="0612344202", birth="2016"
    )
    bas = person("Bas", "witness", "0612344207")
    about, father, _ = register(desk, kim, bas, person("Lina"))
    relating.relate(desk, 1, RelationDraft(father, "parent_of", about))
    referring.refer(desk, sending(0, about, basis="consent_guardian"))
    signals.register(desk, a_notification(persons=[person("Mai"), person("Bas", "aggressor", "0612344207")]))
    with pytest.raises(ProblemsError) as refused:
        referring.refer(desk, sending(0, about, basis="consent_guardian"))
    assert [one.code for one in refused.value.problems] == ["referral.guardian_unsafe"]
