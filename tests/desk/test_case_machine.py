"""Whatever is done with a case in whatever order: what is promised stays, what is closed stays closed."""

from __future__ import annotations

import shutil
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mhdesk.desk import agreements, cases, people, signals, trajectories
from mhdesk.domain.agreements import AgreementDraft
from mhdesk.domain.cases import (
    CaseDraft,
    CaseView,
    CloseDraft,
    EntryDraft,
    EntryKind,
    GoalDraft,
    GoalEndDraft,
    ReopenDraft,
)
from mhdesk.domain.colleagues import ColleagueDraft
from mhdesk.domain.problems import ProblemsError
from mhdesk.domain.trajectories import TrajectoryDraft, TrajectoryEndDraft
from mhdesk.errors import InputError
from mhdesk.store import case_search
from tests.desk.drafts import a_notification

if TYPE_CHECKING:
    from collections.abc import Callable

    from mhdesk.desk.desk import Desk
    from tests.registry_fixtures import ReadyRegistry, StoppedClock

pytestmark = pytest.mark.usefixtures("cheap_keys", "system_keyring")

TODAY = "23-11-2026"
ENTRY = EntryDraft(1, "risk", TODAY, ["low"], "Zij is verhuisd.")
AGREED = AgreementDraft(1, "Bellen.", user_id=2, due_on="30-11-2026")
STEPS: dict[str, Callable[[Desk, int], object]] = {
    "open": lambda desk, _: cases.open_for(desk, CaseDraft(1, opened_on=TODAY)),
    "low": lambda desk, _: cases.add_entry(desk, ENTRY),
    "high": lambda desk, _: cases.add_entry(desk, replace(ENTRY, codes=["high"], happened_on="22-11-2026")),
    "goal": lambda desk, _: cases.add_goal(desk, GoalDraft(1, "Een woning.")),
    "end goal": lambda desk, n: cases.end_goal(desk, GoalEndDraft(n, "reached", TODAY, "Ja.")),
    "goal again": cases.take_up_goal,
    "line": lambda desk, _: trajectories.add(desk, TrajectoryDraft(1, "care", started_on=TODAY)),
    "end line": lambda desk, n: trajectories.end(desk, TrajectoryEndDraft(n, "done", TODAY, "Klaar.")),
    "line again": trajectories.take_up,
    "agree": lambda desk, _: agreements.add(desk, AGREED),
    "done": lambda desk, n: agreements.finish(desk, n, "Gebeld."),
    "not done": agreements.reopen,
    "close": lambda desk, _: cases.close(desk, CloseDraft(1, TODAY, "other", "unknown", "Klaar.")),
    "reopen": lambda desk, _: cases.reopen(desk, ReopenDraft(1, TODAY, "Zij belde.")),
    "take over": lambda desk, n: cases.take_over(desk, 1 + n % 2, 2 - n % 2),
}


@pytest.fixture(scope="module")
def team(_first_registry: ReadyRegistry, tmp_path_factory: pytest.TempPathFactory) -> ReadyRegistry:
    """Return a registry to copy for each example, closed."""
    return _first_registry.at(tmp_path_factory.mktemp("machine") / "team")


@given(st.lists(st.tuples(st.sampled_from(sorted(STEPS)), st.integers(1, 3)), min_size=10, max_size=30))
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_in_whatever_order_a_case_stays_whole(
    team: ReadyRegistry,
    clock: StoppedClock,
    tmp_path_factory: pytest.TempPathFactory,
    steps: list[tuple[str, int]],
) -> None:
    folder = tmp_path_factory.mktemp("case") / "registry"
    desk = team.at(folder).open(clock)
    try:
        signals.register(desk, a_notification())
        people.add(desk, ColleagueDraft("Bram Verzonnen"), "wimpel granaat zwaluw kompas")
        before: tuple[CaseView, ...] = ()
        for name, number in steps:
            with suppress(InputError, ProblemsError):
                STEPS[name](desk, number)
            now = cases.of_person(desk, 1)
            hold(desk, before, now)
            before = now
    finally:
        desk.close()
        shutil.rmtree(folder)


def hold(desk: Desk, before: tuple[CaseView, ...], now: tuple[CaseView, ...]) -> None:
    """Hold a case to what must be true of it after every step."""
    assert len(now) <= 1
    if not now:
        return
    (case,) = now
    if not case.head.is_open():
        assert case.still_open() == (0, 0)
        assert case.head.closing_reason
        assert case.entries[0].kind == EntryKind.CLOSED
    else:
        assert (case.head.closed_on, case.head.closing_reason, case.head.outcome) == (None, "", "")
    if before:
        assert {one.id for one in before[0].entries} <= {one.id for one in case.entries}
        assert before[0].head.reference == case.head.reference
        if not before[0].head.is_open() and not case.head.is_open():
            assert before[0] == case
    levels = [one.codes[0] for one in case.entries if one.kind == EntryKind.RISK]
    assert case.head.risk == (levels[0] if levels else "unknown")
    assert case_search.integrity(desk.database.connection) == 0
