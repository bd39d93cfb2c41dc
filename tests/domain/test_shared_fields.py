"""The wall between care and safety: what one side may never have cannot be chosen, preselected or carried along."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mhdesk.domain import shared_fields
from mhdesk.domain.shared_fields import FIELDS, REPORTER, SIDES, Side, side_of
from mhdesk.domain.vocabulary import vocabulary

SIDE = st.sampled_from(list(Side))
PURPOSE = st.sampled_from(vocabulary("referral_purposes").codes())
CHOSEN = st.sets(st.sampled_from(vocabulary(FIELDS).codes()))
ONLY = {
    side: {term.code for term in vocabulary(FIELDS) if term.get("side") == side}
    for side in (Side.CARE, Side.SAFETY)
}


def codes(chosen: set[str], side: Side, reason: str = "", *, named: bool = False) -> set[tuple[str, str]]:
    found = shared_fields.problems(chosen, side, reason, reporter_named=named)
    assert all(one.sentence() for one in found)
    return {(one.field, one.code) for one in found}


def test_the_lists_name_only_what_exists() -> None:
    assert set(vocabulary(SIDES).codes()) == set(Side)
    groups = [group for term in vocabulary(SIDES) for group in term.get("groups").split()]
    assert sorted(groups) == sorted(vocabulary("organisation_groups").codes())
    for term in vocabulary(FIELDS):
        assert term.get("side") in {Side.BOTH, Side.CARE, Side.SAFETY}
        assert term.get("kind") in {"record", "text"}
        assert set(term.get("minimum").split()) <= set(vocabulary("referral_purposes").codes())
        assert term.get("along", term.code) in vocabulary(FIELDS)


@pytest.mark.parametrize(
    ("side", "group", "expected"),
    [
        ("", "legal", Side.SAFETY),
        ("", "shelter", Side.CARE),
        ("", "municipal", Side.NEITHER),
        ("", "of_a_newer_version", Side.NEITHER),
        ("care", "legal", Side.CARE),
        ("both", "municipal", Side.BOTH),
        ("of_a_newer_version", "care", Side.NEITHER),
    ],
)
def test_a_side_is_what_was_said_or_what_the_group_has_or_neither(
    side: str, group: str, expected: Side
) -> None:
    assert side_of(side, group) == expected


@given(chosen=CHOSEN, side=SIDE, reason=st.sampled_from(["", "  ", "zorgplan"]), named=st.booleans())
def test_no_choice_that_stands_carries_anything_over_the_wall(
    chosen: set[str], side: Side, reason: str, named: bool
) -> None:
    if codes(chosen, side, reason, named=named):
        return
    if side != Side.BOTH:
        assert not chosen & (ONLY[Side.CARE] | ONLY[Side.SAFETY]) - ONLY.get(side, set())
    elif chosen & (ONLY[Side.CARE] | ONLY[Side.SAFETY]):
        assert reason.strip()
    assert named or REPORTER not in chosen


@given(purpose=PURPOSE, side=SIDE)
def test_what_is_preselected_stands_without_another_word(purpose: str, side: Side) -> None:
    assert codes(set(shared_fields.minimum(purpose, side)), side) == set()


@given(chosen=CHOSEN, side=SIDE, named=st.booleans())
def test_a_field_is_refused_with_a_reason_or_can_be_chosen(chosen: set[str], side: Side, named: bool) -> None:
    open_to = shared_fields.allowed(side, reporter_named=named)
    for code in chosen:
        assert bool(shared_fields.refusal(code, side, reporter_named=named)) == (code not in open_to)


def test_a_phone_number_never_goes_without_the_rules_for_safe_contact() -> None:
    assert codes({"phone"}, Side.CARE) == {("shared", "shared.companion_missing")}
    assert set(shared_fields.with_companions({"phone"})) == {"phone", "safe_contact"}


def test_a_purpose_that_nobody_chose_preselects_nothing() -> None:
    assert shared_fields.minimum("", Side.CARE) == shared_fields.minimum("unknown", Side.CARE) == ()


@pytest.mark.parametrize(
    ("text", "side", "expected"),
    [
        ("Zij deed aangifte.", Side.CARE, ("police",)),
        ("Zij deed aangifte.", Side.SAFETY, ()),
        ("Sinds mei bij een psychiater", Side.SAFETY, ("health",)),
        ("Wacht op antwoord van Bobbeldijk", Side.CARE, ("aggressor",)),
        ("Wacht op antwoord van Bobbeldijk", Side.BOTH, ()),
        ("De aangifte en de behandeling", Side.NEITHER, ("health", "police")),
        ("Graag een bed vanaf maandag", Side.CARE, ()),
    ],
)
def test_a_text_that_speaks_of_the_other_side_is_noticed(
    text: str, side: Side, expected: tuple[str, ...]
) -> None:
    assert shared_fields.speaks_of(text, side, ["Roman Bobbeldijk"]) == expected
