"""What waits: the longest overdue first, whatever the order in which it was written down."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import insert

from mhdesk.desk import signals, today
from mhdesk.domain.informing import State
from mhdesk.domain.people import Role, User
from mhdesk.domain.signals import PersonDraft
from mhdesk.domain.views import TodayItem, TodayKind
from mhdesk.store import drafts, duties, involvements, organisations, referrals
from mhdesk.store.schema import signal
from tests.desk.drafts import a_notification
from tests.registry_fixtures import START, USER
from tests.store.trying import undone

if TYPE_CHECKING:
    from mhdesk.desk.desk import Desk
    from mhdesk.store.database import Connection, Database

DAY = START.date()
NOOR = User(1, USER, Role.CARE_COORDINATOR)


@pytest.fixture(scope="module")
def crowd(tables: Database) -> Database:
    """Return a database with thirty signals with one involvement each."""
    with tables.writing() as connection:
        connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
        for number in range(1, 31):
            columns = dict.fromkeys(("kind", "status", "channel", "discipline", "municipality", "form"), "")
            columns |= {"received_on": DAY.isoformat(), "recorded_at": START.isoformat(), "uid": str(number)}
            values = {
                **columns,
                "number_year": 2026,
                "number": number,
                "recorded_by": 1,
                "source_confidential": False,
            }
            connection.execute(insert(signal).values(id=number, **values))
            nobody = {"signal_id": number, "role": "possible_victim", "inform_state": State.NONE_NEEDED}
            involvements.add(connection, nobody)
    return tables


DUTIES = st.lists(
    st.tuples(
        st.sampled_from([State.UNDECIDED, State.TO_INFORM, State.NOT_YET, State.NOT]),
        st.none() | st.integers(-400, 400),
    ),
    max_size=30,
)
KINDS = {
    State.UNDECIDED: TodayKind.DECIDE,
    State.TO_INFORM: TodayKind.INFORM,
    State.NOT_YET: TodayKind.REVIEW,
    State.NOT: TodayKind.REVIEW,
}


@given(waiting=DUTIES)
def test_everything_that_has_a_day_waits_and_the_longest_overdue_stands_first(
    crowd: Database, waiting: list[tuple[State, int | None]]
) -> None:
    with undone(crowd) as connection:
        wanted = []
        for number, (state, days) in enumerate(waiting, start=1):
            day = None if days is None else DAY + timedelta(days=days)
            involvements.set_informing(connection, number, state=state, due=None, duty_on=day)
            wanted += [] if day is None else [(day, number, KINDS[state])]
        shown = [(item.due, item.involvement_id, item.kind) for item in duties.informing(connection, NOOR)]
        assert shown == sorted(wanted)
        assert duties.count_informing(connection) == len(wanted)


def test_no_more_are_shown_than_somebody_reads_and_all_are_counted(crowd: Database) -> None:
    with undone(crowd) as connection:
        for _ in range(duties.MOST_SHOWN + 5):
            one = {
                "signal_id": 1,
                "role": "aggressor",
                "inform_state": State.UNDECIDED,
                "duty_on": DAY.isoformat(),
            }
            involvements.add(connection, one)
        assert len(duties.informing(connection, NOOR)) == duties.MOST_SHOWN
        assert duties.count_informing(connection) == duties.MOST_SHOWN + 5


def refer(connection: Connection, day: str | None, **changes: object) -> int:
    about = {"signal_id": 1, "organisation_id": 1, "purpose": "care", "basis": "unknown", "referred_on": day}
    kept = {"state": "sent", "recorded_at": START.isoformat(), "recorded_by": 1}
    return referrals.add(connection, {**about, **kept, **changes})


def answer(connection: Connection, number: int, **said: str) -> None:
    kept = {"answer": "", "recorded_at": START.isoformat(), "recorded_by": 1}
    referrals.take_step(connection, {"referral_id": number, **kept, **said}, said)


def test_answers_that_are_awaited_stand_by_day_and_nothing_else_with_them(crowd: Database) -> None:
    with undone(crowd) as connection:
        organisations.find_or_add(connection, "Proefhuis")
        days = ["2026-11-03", None, "2026-11-01", "2026-11-02", "2026-11-01"]
        numbers = [refer(connection, day, note=str(place)) for place, day in enumerate(days)]
        refer(connection, "2026-10-01", historic=True)
        refer(connection, "2026-10-01", state="accepted")
        answer(connection, numbers[3], state="declined", answered_on="2026-11-05")
        shown = [str(item.started_on) for item in duties.unanswered(connection)]
        assert shown == ["None", "2026-11-01", "2026-11-01", "2026-11-03"]


def test_a_referral_on_a_waiting_list_still_waits_since_the_day_of_that_answer(crowd: Database) -> None:
    with undone(crowd) as connection:
        organisations.find_or_add(connection, "Proefhuis")
        number = refer(connection, "2026-11-01")
        answer(connection, number, state="waiting_list", answered_on="2026-11-12")
        refer(connection, "2026-11-02")
        shown = [(item.kind, str(item.started_on)) for item in duties.unanswered(connection)]
        assert shown == [("waiting_list", "2026-11-12"), ("answer", "2026-11-02")]


def keep_a_draft(connection: Connection) -> int:
    moment = START.isoformat()
    return drafts.keep(connection, user_id=1, form="signal", saved_at=moment, payload="{}", draft_id=None)


def test_today_goes_by_the_last_day_while_nothing_is_late_and_ends_with_paper(desk: Desk) -> None:
    signals.register(desk, a_notification())
    keep_a_draft(desk.database.connection)
    desk.database.connection.exec_driver_sql("UPDATE signal SET to_review = 1")
    refer(desk.database.connection, "2026-11-20")
    kinds = [item.kind for item in today.items(desk)]
    assert kinds == ["task", "task", "decide", "decide", "answer", "draft", "review_imported"]
    assert today.count_open(desk) == 4


def decision_of(desk: Desk) -> TodayItem:
    return next(item for item in today.items(desk) if item.involvement_id)


def test_what_waits_names_its_person_and_its_last_ground(desk: Desk) -> None:
    signals.register(desk, a_notification(persons=[PersonDraft(first_names="Lina", last_name="Voorbeeld")]))
    item = decision_of(desk)
    assert (item.name, item.role, item.reference) == ("Lina Voorbeeld", "possible_victim", "GV-2026-0001")
    assert (item.ground, item.started_on) == ("", DAY)
    for ground in ("safety_victim", "other"):
        desk.database.connection.exec_driver_sql(
            "INSERT INTO inform_decision (involvement_id, choice, ground, recorded_at, recorded_by)"
            " VALUES (1, 'not_yet', ?, '', 1)",
            (ground,),
        )
    assert decision_of(desk).ground == "other"


def test_drafts_of_one_moment_stand_newest_first(desk: Desk) -> None:
    connection = desk.database.connection
    numbers = [keep_a_draft(connection) for _ in range(3)]
    assert [draft.id for draft in drafts.to_finish(connection, 1)] == numbers[::-1]
    assert drafts.to_finish(connection, 2) == []
