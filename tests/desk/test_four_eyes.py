"""A decision not to inform somebody: agreed to by a second person at the own login, or looked at again."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mhdesk.desk import informing, people, today
from mhdesk.domain.dates import display_day
from mhdesk.domain.informing import State
from mhdesk.domain.people import Role, User
from mhdesk.domain.problems import ProblemsError
from mhdesk.domain.views import DecisionView, InvolvementView, TodayKind
from mhdesk.errors import InputError
from mhdesk.store import decisions, users
from tests.desk.test_informing import concerned, not_yet, registered
from tests.registry_fixtures import USER

if TYPE_CHECKING:
    from mhdesk.desk.desk import Desk
    from mhdesk.domain.informing import InformDraft
    from tests.registry_fixtures import StoppedClock

NOOR = User(1, USER, Role.CARE_COORDINATOR)
BRAM = User(2, "Bram Verzonnen", Role.VT_WORKER)
OFFICER = User(3, "Pien Voorbeeld", Role.PRIVACY_OFFICER)
LOOK_BY = date(2026, 11, 30)


@pytest.fixture
def team(desk: Desk) -> Desk:
    """Return a desk at which Bram may decide as well, and a privacy officer may not; with one notification."""
    with desk.database.writing() as connection:
        for one in (BRAM, OFFICER):
            users.add(connection, key_id=str(one.id), name=one.name, role=one.role, created_at="")
    registered(desk)
    return desk


def never(involvement_id: int = 1, **changes: object) -> InformDraft:
    """Return a decision not to inform, without a day on which it is looked at again."""
    return not_yet(involvement_id, **{"choice": "not", "review_on": "", **changes})


def decide_never(desk: Desk, **changes: object) -> int:
    """Record such a decision and return its id."""
    informing.decide(desk, never(1, **changes))
    return last(desk).id


def last(desk: Desk) -> DecisionView:
    return victim(desk).decisions[0]


def victim(desk: Desk) -> InvolvementView:
    return concerned(desk, 1)[0]


def on_today(desk: Desk, user: User) -> tuple[TodayKind, date | None]:
    """Return why and until when the victim stands on somebody's Today."""
    desk.user = user
    item = next(item for item in today.items(desk) if item.involvement_id == 1)
    return item.kind, item.due


def test_who_may_decide_besides_oneself_is_a_colleague(team: Desk) -> None:
    assert informing.colleagues(team) == (BRAM.name,)


def test_not_waits_on_the_today_of_everybody_else(team: Desk) -> None:
    decide_never(team)
    assert last(team).waits_for_colleague()
    assert (victim(team).inform_state, victim(team).duty_on) == (State.NOT, LOOK_BY)
    assert on_today(team, BRAM) == (TodayKind.AGREE, LOOK_BY)
    assert on_today(team, NOOR) == on_today(team, OFFICER) == (TodayKind.AGREE_AWAITED, LOOK_BY)


def test_a_colleague_agrees_and_nothing_waits_but_the_review(team: Desk) -> None:
    number = decide_never(team, review_on="01-06-2027")
    team.user = BRAM
    informing.agree(team, number, "agreed")
    agreement = last(team).agreement
    assert agreement is not None
    assert (agreement.answer, agreement.recorded_by) == ("agreed", BRAM.name)
    assert (victim(team).inform_state, victim(team).duty_on) == (State.NOT, date(2027, 6, 1))
    assert on_today(team, NOOR)[0] == TodayKind.REVIEW


def test_a_colleague_who_disagrees_says_why_and_lets_a_decision_be_due(team: Desk) -> None:
    number = decide_never(team)
    team.user = BRAM
    with pytest.raises(ProblemsError) as refused:
        informing.agree(team, number, "disagreed", " ")
    assert [problem.field for problem in refused.value.problems] == ["reason"]
    informing.agree(team, number, "disagreed", "Zij vraagt er zelf naar.")
    assert (victim(team).inform_state, victim(team).duty_on) == (State.UNDECIDED, victim(team).inform_due)
    assert on_today(team, NOOR)[0] == TodayKind.DECIDE_AGAIN


def test_the_same_person_never_agrees_twice(team: Desk) -> None:
    own = decide_never(team)
    with pytest.raises(InputError, match=r"inform\.not_a_second_person"):
        informing.agree(team, own, "agreed")
    for_bram = decide_never(team, decided_by="bram  VERZONNEN", review_on="01-12-2026")
    team.user = BRAM
    with pytest.raises(InputError, match=r"inform\.not_"):
        informing.agree(team, for_bram, "agreed")


def test_a_decision_that_was_followed_is_asked_about_no_more(team: Desk) -> None:
    number = decide_never(team)
    informing.decide(team, not_yet(1))
    team.user = BRAM
    with pytest.raises(InputError, match=r"inform\.not_asked"):
        informing.agree(team, number, "agreed")
    assert on_today(team, BRAM) == (TodayKind.REVIEW, date(2026, 12, 7))


def test_a_team_of_one_is_recorded_as_such_with_a_day_to_look_again(team: Desk) -> None:
    with team.database.writing() as connection:
        users.change(connection, BRAM.id, active=False)
    with pytest.raises(ProblemsError):
        decide_never(team)
    decide_never(team, review_on="01-06-2027")
    agreement = last(team).agreement
    assert agreement is not None
    assert agreement.answer == "alone"
    assert victim(team).duty_on == date(2027, 6, 1)


def test_who_agreed_outside_the_app_is_named_with_a_day_to_look_again(team: Desk) -> None:
    decide_never(team, agreed_by="De teamleider", review_on="01-06-2027")
    assert (last(team).agreed_by, last(team).agreement) == ("De teamleider", None)
    assert victim(team).duty_on == date(2027, 6, 1)


def test_who_leaves_while_asked_leaves_the_decision_on_today(team: Desk) -> None:
    decide_never(team)
    with team.database.writing() as connection:
        users.change(connection, BRAM.id, active=False)
    assert on_today(team, NOOR) == (TodayKind.AGREE_AWAITED, LOOK_BY)


STEPS = st.lists(
    st.tuples(
        st.sampled_from([NOOR, BRAM]),
        st.sampled_from(["not_yet", "not", "not_outside", "agreed", "disagreed", "leaves", "returns"]),
        st.integers(0, 9),
    ),
    max_size=12,
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(steps=STEPS)
def test_whatever_two_people_decide_nobody_is_forgotten(
    team: Desk, clock: StoppedClock, steps: list[tuple[User, str, int]]
) -> None:
    """No course leaves a victim without a day on Today, unless two different people agreed not to inform."""
    team.user = NOOR
    take(team, "returns", 0)
    about = concerned(team, registered(team))[0]
    for user, step, days in steps:
        clock.go_on(days=days)
        team.user = user
        with suppress(InputError):
            take(team, step, about.id)
    check_remembered(team, concerned(team, about.id // 2 + 1)[0])


def take(desk: Desk, step: str, about: int) -> None:
    """Do one thing as who is at the desk."""
    day = desk.today()
    on = {"decided_on": display_day(day), "decided_by": desk.user.name}
    if step in {"leaves", "returns"}:
        with desk.database.writing() as connection:
            users.change(connection, BRAM.id, active=step == "returns")
    elif step in {"agreed", "disagreed"}:
        newest = decisions.last_of(desk.database.connection, about)
        informing.agree(desk, newest.id if newest else 0, step, "Zo is het.")
    elif step == "not_yet":
        informing.decide(desk, not_yet(about, **on, review_on=display_day(day + timedelta(days=9))))
    else:
        outside = {"agreed_by": "Teamleider", "review_on": display_day(day + timedelta(days=90))}
        informing.decide(desk, never(about, **on, **(outside if step == "not_outside" else {})))


def check_remembered(desk: Desk, one: InvolvementView) -> None:
    if one.duty_on is not None:
        assert any(item.involvement_id == one.id for item in today.items(desk))
        return
    agreement = one.decisions[0].agreement
    assert one.inform_state == State.NOT
    assert agreement is not None
    assert agreement.answer == "agreed"
    assert agreement.recorded_by not in {one.decisions[0].recorded_by, one.decisions[0].decided_by}


def test_a_role_is_enough_to_be_asked(team: Desk) -> None:
    """Whoever gets another role is asked or no more, without a list of its own."""
    people.change_role(team, BRAM.id, Role.PRIVACY_OFFICER)
    assert informing.colleagues(team) == ()
    people.change_role(team, BRAM.id, Role.TEAM_LEAD)
    assert informing.colleagues(team) == (BRAM.name,)
