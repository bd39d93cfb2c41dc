"""The route at the desk: the proposal of that moment is kept beside the choice, and nothing is edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mhdesk.desk import routing, signals, triaging
from mhdesk.domain.problems import ProblemsError
from mhdesk.domain.routing import RouteDraft, facts_of, propose
from mhdesk.domain.signals import PersonDraft, SignalDraft
from mhdesk.domain.triage import TriageDraft
from mhdesk.errors import InputError
from tests.desk.drafts import a_notification

if TYPE_CHECKING:
    from mhdesk.desk.desk import Desk


def route(signal_id: int = 1, chosen: str = "labour_inspectorate", reason: str = "") -> RouteDraft:
    return RouteDraft(signal_id, chosen, reason, "23-11-2026")


def proposed(desk: Desk, number: int = 1) -> str:
    return propose(facts_of(signals.details(desk, number))).route


def test_a_choice_is_kept_with_what_was_proposed_then(desk: Desk) -> None:
    signals.register(desk, a_notification())
    assert proposed(desk) == "labour_inspectorate"
    routing.choose(desk, route())
    routing.choose(desk, route(chosen="police", reason="Zij doet vanmiddag aangifte."))
    second, first = signals.details(desk, 1).routings
    assert (first.rule, first.proposed, first.chosen, first.reason) == (
        "labour",
        "labour_inspectorate",
        "labour_inspectorate",
        "",
    )
    assert (second.proposed, second.chosen, second.reason) == (
        "labour_inspectorate",
        "police",
        "Zij doet vanmiddag aangifte.",
    )
    assert second.recorded_by == desk.user.name


def test_who_chooses_otherwise_without_a_reason_changes_nothing(desk: Desk) -> None:
    signals.register(desk, a_notification())
    with pytest.raises(ProblemsError):
        routing.choose(desk, route(chosen="police"))
    assert signals.details(desk, 1).routings == ()


def test_a_child_and_danger_found_at_triage_change_the_proposal(desk: Desk) -> None:
    child = PersonDraft(first_names="Lina", birth="12-05-2011")
    signals.register(desk, a_notification(persons=[child]))
    assert proposed(desk) == "youth"
    triaging.triage(
        desk,
        TriageDraft(
            signal_id=1,
            held_on="23-11-2026",
            disciplines=["vt_worker"],
            direct_safety="acute",
            outcome="police",
            reasoning="Hij staat voor de deur.",
        ),
    )
    assert proposed(desk) == "police"


def test_advice_goes_nowhere_and_no_signal_is_no_signal(desk: Desk) -> None:
    signals.register(desk, SignalDraft(kind="advice", received_on="22-11-2026", narrative="Een vraag."))
    for number, code in ((1, "route.not_for_advice"), (2, "desk.no_such_signal")):
        with pytest.raises(InputError) as refused:
            routing.choose(desk, route(number))
        assert refused.value.code == code
