from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mhdesk.domain.referrals import BASES_TO_EXPLAIN, AnswerDraft, ReferralDraft
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
        ({"answered_on": "29-03-2026"}, [("answered_on", "referral.answer_before_referral")]),
        ({"answered_on": "01-04-2026"}, [("answered_on", "draft.day_in_future")]),
    ],
)
def test_an_answer_says_what_and_when(known: dict[str, str], expected: list[tuple[str, str]]) -> None:
    found = answer(**known).validate(TODAY, date(2026, 3, 30))
    assert [(problem.field, problem.code) for problem in found] == expected


def test_an_answer_to_a_referral_of_an_unknown_day_stands() -> None:
    assert answer(answered_on="01-01-2020").validate(TODAY, None) == []


@given(
    st.builds(
        ReferralDraft,
        organisation_name=TEXT,
        purpose=TEXT,
        basis=TEXT,
        basis_note=TEXT,
        referred_on=TEXT,
        note=TEXT,
    ),
    st.builds(AnswerDraft, state=TEXT, answered_on=TEXT, answer=TEXT),
)
def test_whatever_is_typed_gets_problems_with_sentences(made: ReferralDraft, said: AnswerDraft) -> None:
    found = [*made.validate(TODAY), *said.validate(TODAY, TODAY)]
    assert all(problem.sentence() for problem in found)
