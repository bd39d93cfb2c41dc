"""Whom nobody may be reached through, of whom it must be asked, and who is victim and aggressor at once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mhdesk.domain.relations import (
    FORCED_MARRIAGE,
    Party,
    RelationDraft,
    consent_problems,
    in_both_roles,
    is_protected,
    is_same,
    represents,
    unasked,
    unsafe_for,
)
from mhdesk.domain.signals import AGGRESSOR, VICTIM
from mhdesk.domain.vocabulary import vocabulary

LINA = Party(1, 1, VICTIM, 15)
BAS = Party(2, 2, AGGRESSOR, 40)
AUNT = Party(3, 3, "witness", 38)
EVERYBODY = (LINA, BAS, AUNT)
KINDS = vocabulary("relation_kinds").codes()

PARTIES = st.lists(
    st.tuples(
        st.none() | st.integers(1, 4),
        st.sampled_from(vocabulary("involvement_roles").codes()),
        st.none() | st.integers(0, 60),
    ),
    min_size=1,
    max_size=6,
).map(lambda rows: [Party(number, *row) for number, row in enumerate(rows, 1)])
RELATIONS = st.lists(
    st.builds(RelationDraft, st.integers(1, 7), st.sampled_from(KINDS), st.integers(1, 7)), max_size=6
)


def is_of(first: Party, kind: str, second: Party) -> RelationDraft:
    return RelationDraft(first.id, kind, second.id)


def test_an_aggressor_who_could_act_for_a_victim_is_no_way_to_reach_her() -> None:
    for kind in ("parent_of", "guardian_of", "representative_of"):
        assert unsafe_for(LINA, EVERYBODY, [is_of(BAS, kind, LINA)]) == (BAS,)
    assert unsafe_for(LINA, EVERYBODY, [is_of(AUNT, "guardian_of", LINA)]) == ()
    assert unsafe_for(LINA, EVERYBODY, [is_of(BAS, "partner_of", LINA)]) == ()
    assert unsafe_for(BAS, EVERYBODY, [is_of(LINA, "parent_of", BAS)]) == ()


def test_no_referral_stands_on_the_consent_of_a_guardian_who_is_the_aggressor() -> None:
    bas, aunt = [is_of(BAS, "guardian_of", LINA)], [is_of(AUNT, "guardian_of", LINA)]
    found = consent_problems("consent_guardian", [LINA], EVERYBODY, bas)
    assert [(one.field, one.code) for one in found] == [("basis", "referral.guardian_unsafe")]
    assert consent_problems("consent_guardian", [LINA], EVERYBODY, aunt) == []
    assert consent_problems("consent", [LINA], EVERYBODY, bas) == []


def test_a_relation_counts_for_the_person_whatever_the_role_it_was_recorded_under() -> None:
    as_witness = Party(4, BAS.person_id, "witness")
    assert unsafe_for(LINA, (*EVERYBODY, as_witness), [is_of(as_witness, "parent_of", LINA)]) == (BAS,)


def test_of_a_child_and_in_a_forced_marriage_it_is_asked_until_somebody_says_so() -> None:
    grown = Party(5, 5, VICTIM, 24)
    unknown = Party(6, None, VICTIM)
    everybody = (*EVERYBODY, grown, unknown)
    assert unasked(LINA, everybody, [], ()) == (BAS,)
    assert unasked(grown, everybody, [], ()) == unasked(unknown, everybody, [], ()) == ()
    assert unasked(grown, everybody, [], {FORCED_MARRIAGE}) == (BAS,)
    for kind in KINDS:
        assert unasked(LINA, everybody, [is_of(BAS, kind, LINA)], ()) == ()
        assert unasked(LINA, everybody, [is_of(LINA, kind, BAS)], ()) == ()


@given(PARTIES, RELATIONS, st.sets(st.sampled_from([FORCED_MARRIAGE, "unknown"])))
def test_whoever_is_or_may_be_unsafe_is_an_aggressor_and_somebody_else(
    parties: list[Party], relations: list[RelationDraft], forms: set[str]
) -> None:
    for one in parties:
        unsafe, asked = unsafe_for(one, parties, relations), unasked(one, parties, relations, forms)
        assert not {*unsafe} & {*asked}  # what was said is not asked
        for other in (*unsafe, *asked):
            assert other.role == AGGRESSOR
            assert not is_same(one, other)
            assert is_protected(one)


@given(PARTIES, RELATIONS)
def test_no_aggressor_with_power_over_a_protected_person_is_ever_overlooked(
    parties: list[Party], relations: list[RelationDraft]
) -> None:
    here = {one.id: one for one in parties}
    for said in relations:
        first, second = here.get(said.involvement_id), here.get(said.other_id)
        if first is None or second is None or is_same(first, second) or not represents(said.kind):
            continue
        for one in (party for party in parties if is_same(party, second) and is_protected(party)):
            acting = {party for party in parties if is_same(party, first) and party.role == AGGRESSOR}
            assert acting <= {*unsafe_for(one, parties, relations)}


@given(PARTIES, st.sets(st.sampled_from([VICTIM, AGGRESSOR, "witness"])))
def test_victim_and_aggressor_at_once_is_seen_in_both_roles(
    parties: list[Party], elsewhere: set[str]
) -> None:
    for one in parties:
        roles = {party.role for party in parties if is_same(party, one)} | elsewhere
        expected = one.role in {VICTIM, AGGRESSOR} and {VICTIM, AGGRESSOR} <= roles
        assert in_both_roles(one, parties, elsewhere) is expected
        if expected and not elsewhere:
            twin = next(party for party in parties if is_same(party, one) and party.role != one.role)
            assert in_both_roles(twin, parties) or twin.role not in {VICTIM, AGGRESSOR}


def test_a_relation_is_between_two_people_of_the_signal() -> None:
    assert is_of(BAS, "parent_of", LINA).validate(EVERYBODY) == []
    fields = [
        draft.validate(EVERYBODY)[0].field
        for draft in (
            RelationDraft(1, "uncle", 2),
            RelationDraft(1, "parent_of", 9),
            RelationDraft(1, "parent_of", 1),
        )
    ]
    assert fields == ["kind", "other_id", "other_id"]
