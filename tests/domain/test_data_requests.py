"""Requests about own data: one month, once two more; who may ask; what the aggressor never gets."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mhdesk.domain import data_requests as rules
from mhdesk.domain.data_requests import About, DecisionDraft, RequestDraft, RequestState, RequestView
from mhdesk.domain.vocabulary import vocabulary

ASKERS = vocabulary(rules.ASKERS).codes()
KINDS = vocabulary(rules.KINDS).codes()
DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))


def a_request(**changes: Any) -> RequestView:  # noqa: ANN401 - any field
    told: dict[str, Any] = {
        "id": 1,
        "version": 1,
        "person_id": 1,
        "kind": "access",
        "asked_on": date(2026, 11, 23),
        "asked_by": "self",
        "identity": "Paspoort gezien.",
        "due_on": date(2026, 12, 23),
        "extension_reason": "",
        "state": RequestState.OPEN,
        "decision": "",
        "ground": "",
        "reasoning": "",
        "answered_on": None,
        "recorded_at": datetime(2026, 11, 23, tzinfo=UTC),
        "recorded_by": "Noor",
    }
    return RequestView(**(told | changes))


@given(day=DAYS, kind=st.sampled_from(KINDS))
def test_an_answer_is_due_in_a_month_and_at_most_in_three(day: date, kind: str) -> None:
    assert 28 <= (rules.due(kind, day) - day).days <= 31
    assert 89 <= (rules.extended(kind, day) - day).days <= 92
    assert rules.due(kind, day) <= rules.done_by(kind, day, rules.due(kind, day)) <= rules.extended(kind, day)


def test_a_month_without_that_day_ends_on_its_last() -> None:
    assert rules.due("access", date(2027, 1, 31)) == date(2027, 2, 28)
    assert rules.done_by("erasure", date(2026, 11, 30), date(2026, 12, 30)) == date(2027, 2, 28)


@given(asker=st.sampled_from(ASKERS), age=st.none() | st.integers(0, 100), text=st.text(max_size=20))
def test_whoever_is_named_as_the_aggressor_can_only_be_refused(
    asker: str, age: int | None, text: str
) -> None:
    told = RequestDraft(1, "access", "23-11-2026", asker, f"{text} BAS Verzónnen, zegt hij")
    about = About(age, unsafe=True, unsafe_names=("Bas Verzonnen",))
    if asker != rules.SELF:
        assert rules.only_refusal(told, about) == "data_request.unsafe_asker"


@pytest.mark.parametrize("asker", ["parent", "guardian", "representative"])
def test_a_representative_is_refused_where_one_is_the_aggressor_or_nobody_knows(asker: str) -> None:
    told = RequestDraft(1, "access", "23-11-2026", asker, "identiteitskaart")
    assert rules.only_refusal(told, About(10, unsafe=True)) == "data_request.unsafe_asker"
    assert rules.only_refusal(told, About(10, unasked=True)) == "data_request.relation_unknown"


@pytest.mark.parametrize(
    ("asker", "about", "why"),
    [
        ("self", About(11), "data_request.under_age"),
        ("self", About(15), "data_request.through_representative"),
        ("self", About(15, unsafe=True), ""),
        ("self", About(16), ""),
        ("self", About(None), ""),
        ("parent", About(11), ""),
        ("parent", About(16), "data_request.asks_alone"),
        ("other_guardian", About(11, unsafe=True), ""),
        ("authorised", About(40), ""),
        ("later", About(40), "data_request.asker_missing"),
    ],
)
def test_who_may_ask_follows_the_age(asker: str, about: About, why: str) -> None:
    assert rules.only_refusal(a_request(asked_by=asker), about) == why


def test_what_can_only_be_refused_is_not_granted_in_part_either() -> None:
    request, about = a_request(asked_by="parent"), About(10, unsafe=True)
    for decision in ("granted", "partly"):
        told = DecisionDraft(1, 1, decision, "others", "Omdat.")
        assert "data_request.unsafe_asker" in {one.code for one in told.validate(request, about)}
    refused = DecisionDraft(1, 1, "refused", "unsafe_representative", "Hij staat als pleger.")
    assert refused.validate(request, about) == []


def test_a_refusal_has_a_ground_that_belongs_to_it_and_a_reason() -> None:
    told = DecisionDraft(1, 1, "partly", "must_be_kept", "")
    assert {one.code for one in told.validate(a_request(), About(30))} == {
        "data_request.ground_missing",
        "data_request.reasoning_missing",
    }


def test_an_answer_is_put_off_once_in_time_and_before_a_decision() -> None:
    today = date(2026, 12, 23)
    assert rules.extension_problems(a_request(), "Veel stukken.", today) == []
    for late in (
        rules.extension_problems(a_request(), "Veel stukken.", date(2026, 12, 24)),
        rules.extension_problems(a_request(extension_reason="Al eens."), "Weer.", today),
        rules.extension_problems(a_request(state=RequestState.DECIDED), "Weer.", today),
        rules.extension_problems(a_request(), " ", today),
    ):
        assert late != []


def test_every_ground_belongs_to_kinds_that_there_are() -> None:
    kinds = {one for term in vocabulary(rules.GROUNDS) for one in term.get("kinds").split()}
    assert kinds <= set(KINDS)
    assert all(rules.grounds_for(kind) for kind in KINDS)
