from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mhdesk.domain.network import CovenantView
from mhdesk.domain.referral_steps import next_steps
from mhdesk.domain.referrals import (
    BASES_TO_EXPLAIN,
    NEXT,
    AnswerDraft,
    Receiver,
    ReferralDraft,
    ReferralState,
    Standing,
    consent_age_problems,
    covenant_warning,
    proposed_answer_by,
)
from mhdesk.domain.relations import Party
from mhdesk.domain.text import LONGEST_TEXT
from mhdesk.domain.vocabulary import vocabulary

TODAY = date(2026, 3, 31)
TEXT = st.text(max_size=15)


def referral(**known: object) -> ReferralDraft:
    made = ReferralDraft(organisation_id=3, purpose="shelter", basis="consent_oral", referred_on="31-03-2026")
    for name, value in known.items():
        setattr(made, name, value)
    return made


def answer(**known: str) -> AnswerDraft:
    made = AnswerDraft(referral_id=1, state="accepted", answered_on="31-03-2026")
    for name, value in known.items():
        setattr(made, name, value)
    return made


def problems(made: ReferralDraft) -> list[tuple[str, str]]:
    return [(problem.field, problem.code.removeprefix("referral.")) for problem in made.validate(TODAY)]


def test_a_referral_with_consent_stands() -> None:
    assert problems(referral()) == []
    assert problems(referral(organisation_id=None, organisation_name="Stichting Nergens")) == []


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("organisation_id", None, "organisation_missing"),
        ("purpose", "", "purpose_missing"),
        ("basis", "", "basis_missing"),
        ("basis", "legal_ground", "basis_note_missing"),
        ("basis", "not_asked", "basis_note_missing"),
        ("referred_on", "", "day_missing"),
        ("referred_on", "01-04-2026", "draft.day_in_future"),
        ("referred_on", "31-12-1899", "draft.day_too_early"),
        ("note", "x" * (LONGEST_TEXT + 1), "draft.too_long"),
    ],
)
def test_a_referral_cannot_stand_without(field: str, value: object, code: str) -> None:
    at = "basis_note" if code == "basis_note_missing" else field
    assert problems(referral(**{field: value})) == [(at, code)]


def test_sharing_without_consent_stands_when_it_is_explained() -> None:
    for basis in BASES_TO_EXPLAIN:
        assert problems(referral(basis=basis, basis_note="meldplicht")) == []
        assert basis in vocabulary("referral_bases")


def test_history_may_lack_purpose_basis_and_day_but_not_the_organisation() -> None:
    assert problems(ReferralDraft(organisation_name="GGZ", historic=True)) == []
    assert problems(ReferralDraft(historic=True)) == [("organisation_id", "organisation_missing")]


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ({}, []),
        ({"state": "waiting_list"}, []),
        ({"state": "declined", "answer": "geen plek"}, []),
        ({"state": "declined"}, [("answer", "referral.declined_without_reason")]),
        ({"state": "sent"}, [("state", "referral.state_missing")]),
        ({"state": "weg"}, [("state", "referral.state_missing")]),
        ({"answered_on": ""}, [("answered_on", "referral.answer_day_missing")]),
        ({"state": "withdrawn"}, [("answer", "referral.withdrawn_without_reason")]),
        ({"state": "started"}, []),
        ({"state": "ended", "outcome": "reached"}, [("state", "referral.state_missing")]),
        ({"state": "received", "answer_by": "01-04-2026"}, []),
        ({"state": "received", "answer_by": "30-03-2026"}, [("answer_by", "referral.answer_by_past")]),
        ({"state": "received", "answer_by": "volgende week"}, [("answer_by", "draft.day_unreadable")]),
        ({"answered_on": "29-03-2026"}, [("answered_on", "referral.answer_before_referral")]),
        ({"answered_on": "01-04-2026"}, [("answered_on", "draft.day_in_future")]),
    ],
)
def test_an_answer_says_what_and_when(known: dict[str, str], expected: list[tuple[str, str]]) -> None:
    found = answer(**known).validate(TODAY, Standing(referred_on=date(2026, 3, 30)))
    assert [(problem.field, problem.code) for problem in found] == expected


def test_an_answer_to_a_referral_of_an_unknown_day_stands() -> None:
    assert answer(answered_on="01-01-2020").validate(TODAY, Standing()) == []


@given(
    st.builds(
        ReferralDraft,
        organisation_name=TEXT,
        purpose=TEXT,
        basis=TEXT,
        basis_note=TEXT,
        referred_on=TEXT,
        note=TEXT,
        urgency=TEXT,
        answer_by=TEXT,
        consent_on=TEXT,
        proposed=st.booleans(),
    ),
    st.builds(
        AnswerDraft,
        state=st.one_of(TEXT, st.sampled_from(ReferralState)),
        answered_on=TEXT,
        answer=TEXT,
        place=TEXT,
        outcome=TEXT,
        answer_by=TEXT,
    ),
)
def test_whatever_is_typed_gets_problems_with_sentences(made: ReferralDraft, said: AnswerDraft) -> None:
    found = [*made.validate(TODAY), *said.validate(TODAY, Standing(referred_on=TODAY))]
    assert all(problem.sentence() for problem in found)


def test_help_that_ended_says_how_and_not_before_it_began() -> None:
    running = Standing("started", date(2026, 3, 1), date(2026, 3, 20))
    ended = answer(state="ended", answered_on="19-03-2026")
    assert [(one.field, one.code) for one in ended.validate(TODAY, running)] == [
        ("answered_on", "referral.ended_before_start"),
        ("outcome", "referral.outcome_missing"),
    ]
    assert answer(state="ended", outcome="reached").validate(TODAY, running) == []


class TestAnyWay:
    """However the steps follow each other."""

    def test_every_state_says_what_may_follow_and_leads_somewhere_known(self) -> None:
        assert set(NEXT) == set(ReferralState)
        assert {one for follow in NEXT.values() for one in follow} == set(ReferralState) - {"proposed"}

    @given(st.lists(st.sampled_from(ReferralState), max_size=8))
    def test_nothing_is_answered_that_was_not_told_and_nothing_comes_back_once_withdrawn(
        self, wanted: list[ReferralState]
    ) -> None:
        state, told, withdrawn = ReferralState.PROPOSED, False, False
        for step in wanted:
            if step not in NEXT[state]:
                continue
            assert not withdrawn
            assert told or step in {"sent", "withdrawn"}
            told |= step == ReferralState.SENT
            withdrawn |= step == ReferralState.WITHDRAWN
            state = step

    @given(st.text(max_size=12))
    def test_a_state_of_a_newer_version_lets_nothing_follow(self, state: str) -> None:
        assert state in set(ReferralState) or next_steps(state) == ()

    @given(st.sampled_from(ReferralState), st.sampled_from(ReferralState), st.sampled_from(["", "geen plek"]))
    def test_a_step_stands_only_where_the_table_lets_it(
        self, before: ReferralState, step: ReferralState, why: str
    ) -> None:
        found = answer(state=step, answer=why, outcome="reached").validate(TODAY, Standing(before))
        allowed = step in NEXT[before] and step is not ReferralState.SENT
        needs = step in {"declined", "withdrawn"} and not why
        assert (found == []) == (allowed and not needs)


def test_a_proposal_may_wait_for_its_basis_and_nothing_else() -> None:
    assert problems(referral(proposed=True, basis="")) == []
    assert problems(referral(proposed=True, basis="weg")) == [("basis", "basis_missing")]
    assert problems(referral(proposed=True, purpose="")) == [("purpose", "purpose_missing")]


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ({"urgency": "today", "answer_by": "31-03-2026", "consent_on": "30-03-2026"}, []),
        ({"urgency": "gisteren"}, [("urgency", "draft.choice_unknown")]),
        ({"answer_by": "30-03-2026"}, [("answer_by", "answer_by_past")]),
        ({"consent_on": "01-04-2026"}, [("consent_on", "draft.day_in_future")]),
    ],
)
def test_days_of_a_referral_lie_where_they_can(
    known: dict[str, str], expected: list[tuple[str, str]]
) -> None:
    assert problems(referral(**known)) == expected


@pytest.mark.parametrize(
    ("urgency", "expected"),
    [
        ("today", date(2026, 3, 31)),
        ("this_week", date(2026, 4, 9)),  # Good Friday and Easter Monday lie between
        ("normal", date(2026, 4, 16)),
        ("", None),
    ],
)
def test_an_urgency_proposes_until_when_one_waits(urgency: str, expected: date | None) -> None:
    assert proposed_answer_by(urgency, TODAY) == expected


@pytest.mark.parametrize(
    ("age", "role", "refused"),
    [
        (15, "possible_victim", False),
        (16, "possible_victim", True),
        (None, "child", False),
        (40, "aggressor", False),
    ],
)
def test_from_16_on_nobody_else_consents(age: int | None, role: str, *, refused: bool) -> None:
    found = consent_age_problems("consent_guardian", [Party(1, 1, role, age)])
    assert bool(found) == refused
    assert consent_age_problems("consent_oral", [Party(1, 1, role, age)]) == []


def covenant(starts: date, ends: date | None, *purposes: str) -> CovenantView:
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    return CovenantView(1, 1, 1, "covenant", "Verzonnen", purposes, "", starts, ends, "", moment, "Noor")


@pytest.mark.parametrize(
    ("covenants", "word"),
    [
        ([], "geen convenant"),
        ([covenant(date(2026, 1, 1), None)], ""),
        ([covenant(date(2026, 1, 1), None, "shelter")], ""),
        ([covenant(date(2026, 1, 1), None, "legal")], "niet voor dit doel"),
        ([covenant(date(2024, 1, 1), date(2026, 3, 30))], "30-03-2026"),
        ([covenant(date(2026, 5, 1), None)], "01-05-2026"),
        ([covenant(date(2024, 1, 1), date(2025, 1, 1)), covenant(date(2026, 1, 1), None)], ""),
    ],
)
def test_a_covenant_is_looked_at_before_anything_is_shared(covenants: list[CovenantView], word: str) -> None:
    warning = covenant_warning(covenants, "shelter", TODAY)
    assert word in warning
    assert bool(word) == bool(warning)


def test_of_a_receiver_nothing_is_known_until_somebody_says_so() -> None:
    assert Receiver().side == "neither"
