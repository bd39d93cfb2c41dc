"""Cases at the desk: opened once for somebody in a signal, followed, closed with an outcome, and taken over whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, select

from mhdesk.desk import (
    agreements,
    amending,
    cases,
    destroying,
    people,
    signals,
    today,
    trajectories,
    verifying,
)
from mhdesk.domain.agreements import AgreementDraft
from mhdesk.domain.cases import (
    CaseDraft,
    CaseView,
    CloseDraft,
    EntryDraft,
    GoalDraft,
    GoalEndDraft,
    ReopenDraft,
)
from mhdesk.domain.colleagues import ColleagueDraft
from mhdesk.domain.destroying import DestroyDraft
from mhdesk.domain.problems import ProblemsError
from mhdesk.domain.signals import PersonDraft, SignalDraft
from mhdesk.domain.trajectories import TrajectoryDraft, TrajectoryEndDraft, last_day
from mhdesk.domain.views import TodayItem, TodayKind
from mhdesk.errors import ConflictError, InputError
from mhdesk.store import case_search, holdings
from mhdesk.store.schema import audit_event, audit_subject, revision
from tests.desk.drafts import a_notification

if TYPE_CHECKING:
    from collections.abc import Callable

    from mhdesk.desk.desk import Desk
    from tests.registry_fixtures import StoppedClock

pytestmark = pytest.mark.usefixtures("cheap_keys", "system_keyring")

TODAY = "23-11-2026"
OPENED = CaseDraft(person_id=1, opened_on=TODAY)
CLOSED = CloseDraft(1, TODAY, "goals_reached", "safe_and_supported", "Zij woont veilig.")
AGREED = AgreementDraft(case_id=1, what="Intake plannen.", who="Opvang De Luwte", due_on="30-11-2026")
CONTACT = EntryDraft(1, "contact", TODAY, ["phone"], "Zij nam op en kon praten.")
SHELTER = TrajectoryDraft(1, "shelter", "running", organisation_name="De Luwte", started_on=TODAY)


@pytest.fixture
def busy(desk: Desk) -> Desk:
    """Return a desk with a notification about two persons and a case for the first."""
    signals.register(desk, a_notification())
    cases.open_for(desk, OPENED)
    return desk


def the_case(desk: Desk) -> CaseView:
    (found,) = cases.of_person(desk, 1)
    return found


def found(desk: Desk, typed: str) -> list[int]:
    return list(case_search.find(desk.database.connection, typed, 10))


def last_lines(desk: Desk) -> list[tuple[str, int, int | None]]:
    connection = desk.database.connection
    last = select(func.max(audit_event.c.seq)).scalar_subquery()
    columns = (audit_subject.c[name] for name in ("record", "record_id", "person_id"))
    return [tuple(row) for row in connection.execute(select(*columns).where(audit_subject.c.seq == last))]


# --- open, close, open again -----------------------------------------------------------------------


def test_a_case_has_a_number_of_its_own_and_who_opens_it_coordinates(desk: Desk) -> None:
    signals.register(desk, a_notification())
    change = cases.open_for(desk, replace(OPENED, risk="high", reasoning="Hij weet waar zij woont."))
    assert (change.reference, set(change.persons), set(change.cases)) == ("C-2026-0001", {1}, {1})
    head = the_case(desk).head
    assert (head.coordinator, head.risk, head.opened_on) == ("Noor Denkbeeld", "high", date(2026, 11, 23))
    assert [one.kind for one in the_case(desk).entries] == ["risk", "opened"]
    assert ("case_file", 1, 1) in last_lines(desk)


def test_somebody_of_advice_or_of_nowhere_has_no_case(desk: Desk) -> None:
    signals.register(desk, SignalDraft(kind="advice", received_on="22-11-2026", narrative="Een vraag."))
    with pytest.raises(InputError, match=r"case\.no_signal"):
        cases.open_for(desk, OPENED)


def test_a_second_case_is_not_made_the_closed_one_is_opened_again(busy: Desk) -> None:
    with pytest.raises(InputError, match=r"case\.open_already"):
        cases.open_for(busy, OPENED)
    cases.close(busy, CLOSED)
    with pytest.raises(InputError, match=r"case\.closed_already"):
        cases.open_for(busy, OPENED)
    cases.reopen(busy, ReopenDraft(1, TODAY, "Zij belde weer."))
    assert the_case(busy).head.is_open()
    closing = next(one for one in the_case(busy).entries if one.kind == "closed")
    assert (closing.codes, closing.text) == (("goals_reached", "safe_and_supported"), "Zij woont veilig.")


def test_a_case_with_work_left_stays_open(busy: Desk) -> None:
    agreements.add(busy, AGREED)
    trajectories.add(busy, SHELTER)
    with pytest.raises(InputError, match=r"case\.still_open"):
        cases.close(busy, CLOSED)
    agreements.finish(busy, 1, "Gepland op 2 december.")
    trajectories.end(busy, TrajectoryEndDraft(1, "done", TODAY, "Zij heeft een plek."))
    cases.close(busy, CLOSED)
    head = the_case(busy).head
    assert (head.closing_reason, head.outcome) == ("goals_reached", "safe_and_supported")


def test_nothing_is_written_in_a_closed_case(busy: Desk) -> None:
    cases.close(busy, CLOSED)
    writes: tuple[Callable[[], object], ...] = (
        lambda: cases.add_entry(busy, CONTACT),
        lambda: cases.add_goal(busy, GoalDraft(1, "Een eigen woning.")),
        lambda: trajectories.add(busy, SHELTER),
        lambda: agreements.add(busy, AGREED),
        lambda: cases.hand_to(busy, 1, 1),
    )
    for write in writes:
        with pytest.raises(InputError, match=r"case\.closed"):
            write()


# --- what happens in it ------------------------------------------------------------------------------


def test_the_risk_is_that_of_the_last_day_that_was_judged(busy: Desk) -> None:
    cases.add_entry(busy, EntryDraft(1, "risk", TODAY, ["low"], "Zij is verhuisd."))
    cases.add_entry(busy, EntryDraft(1, "risk", "01-11-2026", ["high"], "Toen zocht hij haar nog."))
    assert the_case(busy).head.risk == "low"


def test_a_contact_without_words_or_means_is_not_kept(busy: Desk) -> None:
    for wrong in (replace(CONTACT, text=" "), replace(CONTACT, codes=[]), replace(CONTACT, codes=["pigeon"])):
        with pytest.raises(ProblemsError):
            cases.add_entry(busy, wrong)
    assert [one.kind for one in the_case(busy).entries] == ["opened"]


def test_a_goal_ends_with_what_came_of_it_and_can_be_taken_up_again(busy: Desk) -> None:
    cases.add_goal(busy, GoalDraft(1, "Een eigen woning."))
    cases.end_goal(busy, GoalEndDraft(1, "partly", TODAY, "Een kamer."))
    (goal,) = the_case(busy).goals
    assert (goal.state, goal.result, goal.ended_on) == ("partly", "Een kamer.", date(2026, 11, 23))
    cases.take_up_goal(busy, 1)
    assert the_case(busy).goals[0].state == "open"
    kept = busy.database.connection.execute(
        select(revision.c.earlier).where(revision.c.record == "case_goal").order_by(revision.c.version)
    ).scalars()
    assert "Een kamer." in list(kept)[1]


def test_a_trajectory_is_corrected_and_ended_and_says_what_it_said(busy: Desk) -> None:
    trajectories.add(busy, SHELTER)
    trajectories.amend(busy, 1, 1, replace(SHELTER, until_on="24-12-2026"))
    with pytest.raises(ConflictError):
        trajectories.amend(busy, 1, 1, SHELTER)
    trajectories.end(busy, TrajectoryEndDraft(1, "stopped", TODAY, "Zij wilde niet."))
    with pytest.raises(InputError, match=r"trajectory\.ended"):
        trajectories.amend(busy, 1, 3, SHELTER)
    trajectories.take_up(busy, 1)
    (one,) = the_case(busy).trajectories
    assert (one.state, one.organisation, one.until_on) == ("running", "De Luwte", date(2026, 12, 24))


# --- who coordinates ---------------------------------------------------------------------------------


def a_colleague(desk: Desk) -> int:
    number = people.add(desk, ColleagueDraft("Bram Verzonnen"), "wimpel granaat zwaluw kompas").created
    assert number is not None
    return number


def test_everything_of_a_leaver_is_taken_over_in_one_go_and_handed_back(busy: Desk) -> None:
    bram = a_colleague(busy)
    cases.hand_to(busy, 1, bram)
    agreements.add(busy, replace(AGREED, who="", user_id=bram))
    assert cases.left_by(busy, bram) == 1
    taken = cases.take_over(busy, bram, 1)
    assert {("case_file", 1, 1), ("agreement", 1, 1)} <= set(last_lines(busy))
    case = the_case(busy)
    assert (case.head.coordinator_id, case.agreements[0].user_id, cases.left_by(busy, bram)) == (1, 1, 0)
    assert case.entries[0].kind == "coordinator"
    cases.hand_back(busy, taken)
    case = the_case(busy)
    assert (case.head.coordinator_id, case.agreements[0].user_id) == (bram, bram)


def test_nobody_without_a_key_gets_a_case(busy: Desk) -> None:
    bram = a_colleague(busy)
    people.suspend(busy, bram)
    with pytest.raises(InputError, match=r"case\.coordinator_unknown"):
        cases.hand_to(busy, 1, bram)
    with pytest.raises(InputError, match=r"case\.coordinator_unknown"):
        cases.take_over(busy, 1, bram)


# --- found, and gone -----------------------------------------------------------------------------------


def test_a_case_is_found_by_its_number_by_names_and_by_what_was_written(busy: Desk) -> None:
    cases.add_entry(busy, replace(CONTACT, text="Zij belde vanuit de bakkerij."))
    agreements.add(busy, AGREED)
    for typed in ("c 2026 1", "bakkerij", "luwte", "intake plan"):
        assert found(busy, typed) == [1], typed
    amending.amend_person(busy, 1, 1, 1, PersonDraft(last_name="Zeldzaam"))
    assert found(busy, "zeldzaam") == [1]
    assert verifying.verify(busy) == []


def test_the_last_signal_of_an_open_case_is_not_destroyed(busy: Desk) -> None:
    draft = DestroyDraft("unfounded", "Samira Proef")
    with pytest.raises(InputError, match=r"destroy\.case_open"):
        destroying.destroy(busy, [1], draft)
    cases.add_goal(busy, GoalDraft(1, "Zwaardvis."))
    cases.end_goal(busy, GoalEndDraft(1, "dropped", TODAY, "Zwaardvis."))
    cases.close(busy, CLOSED)
    destroying.destroy(busy, [1], draft)
    connection = busy.database.connection
    assert found(busy, "zwaardvis") == []
    assert case_search.integrity(connection) == 0
    left = select(func.count()).select_from(revision).where(revision.c.record.in_(["case_file", "case_goal"]))
    assert connection.execute(left).scalar_one() == 0
    assert holdings.lasting(connection).numbers["last_number_case_2026"] == "1"
    signals.register(busy, a_notification())
    assert cases.open_for(busy, replace(OPENED, person_id=3)).reference == "C-2026-0002"


# --- Today ---------------------------------------------------------------------------------------------


def waiting_of(desk: Desk, kind: TodayKind) -> list[TodayItem]:
    return [one for one in today.items(desk) if one.kind is kind]


def test_what_was_agreed_stands_on_today_until_it_is_done(busy: Desk, clock: StoppedClock) -> None:
    agreements.add(busy, AGREED)
    (item,) = waiting_of(busy, TodayKind.AGREEMENT)
    assert (item.reference, item.ground, item.organisation, item.due, item.person_id) == (
        "C-2026-0001",
        "Intake plannen.",
        "Opvang De Luwte",
        date(2026, 11, 30),
        1,
    )
    agreements.snooze(busy, 1, "26-11-2026", "Zij belt donderdag.")
    assert waiting_of(busy, TodayKind.AGREEMENT) == []
    clock.go_on(days=3)
    assert len(waiting_of(busy, TodayKind.AGREEMENT)) == 1
    agreements.finish(busy, 1, "Gepland.")
    assert waiting_of(busy, TodayKind.AGREEMENT) == []
    agreements.reopen(busy, 1)
    assert len(waiting_of(busy, TodayKind.AGREEMENT)) == 1


def test_the_end_of_the_reflection_period_comes_up_two_weeks_before(busy: Desk, clock: StoppedClock) -> None:
    until = last_day("reflection_period", date(2026, 11, 23))
    assert until == date(2027, 2, 23)
    trajectories.add(busy, TrajectoryDraft(1, "reflection_period", started_on=TODAY, until_on="23-02-2027"))
    assert waiting_of(busy, TodayKind.TRAJECTORY) == []
    clock.go_on(days=78)
    (item,) = waiting_of(busy, TodayKind.TRAJECTORY)
    assert (item.due, item.ground) == (until, "reflection_period")
    assert today.count_open(busy) >= 1
