"""The list of cases: open ones first, narrowed down in SQL, with what comes next in each."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from mhdesk.desk import agreements, case_list, cases, signals, trajectories
from mhdesk.domain.agreements import AgreementDraft
from mhdesk.domain.case_list import CaseFilter, Next
from mhdesk.domain.cases import CaseDraft, CloseDraft
from mhdesk.domain.signals import PersonDraft
from mhdesk.domain.trajectories import TrajectoryDraft
from tests.desk.drafts import a_notification

if TYPE_CHECKING:
    from mhdesk.desk.desk import Desk


def open_case(desk: Desk, name: str, opened_on: str = "22-11-2026", risk: str = "unknown") -> int:
    """Record a signal about somebody and open a case."""
    person = PersonDraft(first_names=name, last_name="Voorbeeld")
    number = signals.register(desk, a_notification(persons=[person])).created or 0
    who = signals.details(desk, number).involvements[0].person_id or 0
    why = "Hij zoekt haar." if risk != "unknown" else ""
    return cases.open_for(desk, CaseDraft(who, None, opened_on, risk, why)).created or 0


@pytest.fixture
def three(desk: Desk) -> tuple[int, int, int]:
    """Return a case of a month ago, one of yesterday at high risk, and a closed one."""
    old, new, closed = (
        open_case(desk, "Ama", "20-10-2026"),
        open_case(desk, "Bo", risk="high"),
        open_case(desk, "Cis"),
    )
    cases.close(desk, CloseDraft(closed, "23-11-2026", "goals_reached", "improved", "Zij woont zelfstandig."))
    return old, new, closed


def test_open_cases_come_first_and_the_newest_on_top(desk: Desk, three: tuple[int, int, int]) -> None:
    old, new, closed = three
    assert list(case_list.ids(desk, CaseFilter())) == [new, old]
    assert list(case_list.ids(desk, CaseFilter(status="closed"))) == [closed]
    assert list(case_list.ids(desk, CaseFilter(status=""))) == [new, old, closed]


def test_a_list_is_narrowed_by_risk_coordinator_and_words(desk: Desk, three: tuple[int, int, int]) -> None:
    old, new, closed = three
    assert list(case_list.ids(desk, CaseFilter(risk="high"))) == [new]
    assert list(case_list.ids(desk, CaseFilter(coordinator_id=desk.user.id))) == [new, old]
    assert list(case_list.ids(desk, CaseFilter(coordinator_id=99))) == []
    assert list(case_list.ids(desk, CaseFilter(search="ama"))) == [old]
    assert list(case_list.ids(desk, CaseFilter(status="", search="c-2026-0003"))) == [closed]
    assert list(case_list.ids(desk, CaseFilter(search="?"))) == []


def test_a_line_says_what_waits_first_and_how_many_trajectories_run(desk: Desk) -> None:
    number = open_case(desk, "Ama")
    running = TrajectoryDraft(number, "shelter", started_on="22-11-2026", until_on="01-12-2026")
    trajectories.add(desk, running)
    agreements.add(desk, AgreementDraft(number, "Bellen", "De Luwte", due_on="28-11-2026"))
    (row,) = case_list.rows(desk, [number, 99])
    assert (row.name, row.running, row.coordinator) == ("Ama Voorbeeld", 1, desk.user.name)
    assert (row.next_on, row.next_kind) == (date(2026, 11, 28), Next.AGREEMENT)


def test_the_list_without_words_is_answered_by_its_index_alone(desk: Desk) -> None:
    connection = desk.database.connection
    asked = "EXPLAIN QUERY PLAN SELECT id FROM case_file {} ORDER BY status DESC, opened_on DESC, id DESC"
    for where in ("", "WHERE status = 'open'", "WHERE status = 'open' AND coordinator_id = 1"):
        plan = " ".join(row[3] for row in connection.exec_driver_sql(asked.format(where)))
        assert "COVERING INDEX ix_case_file_list" in plan
        assert "TEMP B-TREE" not in plan
