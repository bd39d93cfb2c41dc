"""Which way is proposed: every signal gets a proposal, in the order of the list, and a deviation gets a reason."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mhdesk.domain.routing import ROUTES, RULES, Facts, RouteDraft, propose
from mhdesk.domain.vocabulary import Term, vocabulary

TODAY = date(2026, 11, 23)
CONDITIONS = {
    "forms": vocabulary("exploitation_forms").codes(),
    "danger": vocabulary("direct_safety").codes(),
    "minor": ("yes", "no"),
    "victim": ("yes", "no"),
}


@st.composite
def facts(draw: st.DrawFn) -> Facts:
    victim = draw(st.booleans())
    return Facts(
        form=draw(st.sampled_from(CONDITIONS["forms"])),
        danger=draw(st.sampled_from(CONDITIONS["danger"])),
        victim=victim,
        minor=victim and draw(st.booleans()),
    )


@given(facts())
def test_every_signal_has_a_proposal_that_says_why_and_on_what_it_rests(known: Facts) -> None:
    proposal = propose(known)
    assert proposal.route in vocabulary(ROUTES)
    assert proposal.why
    assert proposal.source


@given(facts())
def test_the_first_rule_that_fits_proposes(known: Facts) -> None:
    rules = list(vocabulary(RULES))
    place = [rule.code for rule in rules].index(propose(known).rule)
    assert propose(known, rules[place:]) == propose(known)
    for earlier in rules[:place]:
        with pytest.raises(ValueError, match="no rule"):
            propose(known, [earlier])


@given(facts())
def test_danger_now_goes_before_everything_and_labour_always_counts_apart(known: Facts) -> None:
    proposal = propose(known)
    assert (proposal.rule == "danger_now") == (known.danger == "acute")
    if known.form == "labour_exploitation" and known.danger != "acute":
        assert proposal.counted_apart


@given(facts())
def test_no_proposal_leads_a_forced_marriage_past_veilig_thuis(known: Facts) -> None:
    if known.form == "forced_marriage" and known.danger != "acute":
        assert propose(known).route == "veilig_thuis"


@pytest.mark.parametrize(
    ("known", "route"),
    [
        (Facts("labour_exploitation"), "labour_inspectorate"),
        (Facts("labour_exploitation", victim=True, minor=True), "youth"),
        (Facts("sexual_exploitation", victim=True, minor=True), "youth"),
        (Facts("sexual_exploitation", victim=True), "care_coordinator"),
        (Facts("sexual_exploitation"), "chain_director"),
        (Facts("criminal_exploitation", victim=True), "chain_director"),
        (Facts("organ_removal", victim=True), "police"),
        (Facts("unknown", danger="acute"), "police"),
        (Facts("unknown", victim=True), "care_coordinator"),
    ],
)
def test_each_form_goes_its_way(known: Facts, route: str) -> None:
    assert propose(known).route == route


def test_the_rules_use_only_conditions_and_codes_that_there_are() -> None:
    for rule in vocabulary(RULES):
        told = dict(rule.extra)
        assert told.pop("route") in vocabulary(ROUTES)
        assert told.pop("counted_apart", "yes") == "yes"
        for name, values in told.items():
            assert {part.strip() for part in values.split(",")} <= set(CONDITIONS[name]), rule.code
    assert dict(rule.extra).keys() == {"route"}, "the last rule must fit everything"


def test_a_list_without_a_last_rule_is_told_at_once() -> None:
    only = Term("labour", "arbeid", "labour", extra=(("forms", "labour_exploitation"), ("route", "police")))
    with pytest.raises(ValueError, match="no rule"):
        propose(Facts(), [only])


def problems(draft: RouteDraft) -> list[tuple[str, str]]:
    found = draft.validate("care_coordinator", TODAY)
    assert all(one.sentence() for one in found)
    return [(one.field, one.code.partition(".")[2]) for one in found]


def test_only_who_chooses_otherwise_says_why() -> None:
    as_proposed = RouteDraft(1, "care_coordinator", decided_on="23-11-2026")
    assert problems(as_proposed) == []
    assert problems(RouteDraft(1, "police", " ", "23-11-2026")) == [("reason", "reason_missing")]
    assert problems(RouteDraft(1, "police", "Zij wil nu aangifte doen.", "23-11-2026")) == []


def test_what_is_missing_is_told_at_its_field() -> None:
    assert problems(RouteDraft()) == [
        ("decided_on", "decided_on_missing"),
        ("chosen", "chosen_missing"),
    ]
    assert problems(RouteDraft(1, "nowhere", decided_on="24-11-2026")) == [
        ("decided_on", "day_in_future"),
        ("chosen", "chosen_missing"),
    ]
