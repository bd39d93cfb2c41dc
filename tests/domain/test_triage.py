"""What a triage must say before it can stand, and what it makes somebody think of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from mhdesk.domain import triage
from mhdesk.domain.triage import TriageDraft
from mhdesk.wording import say

TODAY = date(2026, 11, 23)
WHOLE = TriageDraft(
    signal_id=1,
    held_on="23-11-2026",
    disciplines=["vt_worker", "behavioural_scientist"],
    outcome="hand_over",
    reasoning="De zorgcoördinator kent haar al.",
)


def problems(draft: TriageDraft) -> list[tuple[str, str]]:
    found = draft.validate(TODAY)
    assert all(problem.sentence() for problem in found)
    return [(problem.field, problem.code.partition(".")[2]) for problem in found]


def test_what_cannot_be_told_yet_is_not_forced() -> None:
    assert problems(WHOLE) == []


def test_an_empty_triage_names_each_field() -> None:
    assert problems(TriageDraft()) == [
        ("held_on", "held_on_missing"),
        ("disciplines", "disciplines_missing"),
        ("outcome", "outcome_missing"),
        ("reasoning", "reasoning_missing"),
    ]


@pytest.mark.parametrize("name", ["direct_safety", "structural_safety", "children", "severity"])
def test_a_word_that_there_is_not_is_told_at_its_field(name: str) -> None:
    wrong: dict[str, Any] = {name: "purple"}
    assert problems(replace(WHOLE, **wrong)) == [(name, "choice_unknown")]


def test_a_triage_is_not_held_tomorrow() -> None:
    assert problems(replace(WHOLE, held_on="24-11-2026")) == [("held_on", "day_in_future")]


def test_only_an_investigation_and_its_like_begin_a_term() -> None:
    assert triage.started_term("investigation") == "investigation"
    assert triage.started_term("conditions_follow_up") == "conditions"
    assert triage.started_term("hand_over") == triage.started_term("purple") == ""


def test_danger_now_without_police_makes_somebody_think() -> None:
    assert say(triage.hint("acute", "hand_over"))
    assert triage.hint("acute", "police") == triage.hint("unsafe", "hand_over") == ""
