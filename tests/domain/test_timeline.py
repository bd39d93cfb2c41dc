"""What happened stands in one order, whatever order it was read in, with what is still to come on top."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from mhdesk.domain.timeline import Event, EventGroup, EventKind, arranged, narrowed

TODAY = date(2026, 11, 23)
EVENTS = st.builds(
    Event,
    kind=st.sampled_from(EventKind),
    record_id=st.integers(1, 30),
    day=st.integers(-900, 90).map(lambda days: TODAY + timedelta(days=days)),
    recorded_at=st.sampled_from(["2026-11-20T10:00:00.000+00:00", "2026-11-21T10:00:00.000+00:00"]),
    open=st.booleans(),
    role=st.sampled_from(["", "possible_victim", "aggressor"]),
)


@given(st.lists(EVENTS, max_size=30, unique=True), st.randoms())
def test_the_order_does_not_depend_on_how_events_were_read(events: list[Event], dice: Random) -> None:
    shuffled = sorted(events, key=lambda _: dice.random())
    assert arranged(shuffled, TODAY) == arranged(events, TODAY)


@given(st.lists(EVENTS, max_size=30, unique=True))
def test_nothing_is_lost_and_every_day_is_newest_on_top(events: list[Event]) -> None:
    timeline = arranged(events, TODAY)
    assert sorted(map(repr, timeline.events())) == sorted(map(repr, events))
    for part in (timeline.ahead, timeline.past):
        days = [one.day for one in part]
        assert days == sorted(days, reverse=True)
    assert all(one.is_ahead(TODAY) for one in timeline.ahead)
    assert all(one.day <= TODAY and not one.open for one in timeline.past)


@given(st.lists(EVENTS, max_size=30, unique=True), st.sets(st.sampled_from(EventGroup)))
def test_groups_part_the_events_and_a_role_hides_only_those_of_another(
    events: list[Event], groups: set[EventGroup]
) -> None:
    shown = narrowed(events, groups)
    left_out = narrowed(events, set(EventGroup) - groups)
    assert len(shown) + len(left_out) == len(events)
    of_victim = narrowed(events, role="possible_victim")
    assert {one.role for one in of_victim} <= {"", "possible_victim"}
    assert [one for one in events if not one.role] == [one for one in of_victim if not one.role]


def test_what_is_late_stands_right_above_the_line_of_today() -> None:
    late = Event(EventKind.AGREEMENT_DUE, 1, TODAY - timedelta(days=2), open=True)
    later = Event(EventKind.AGREEMENT_DUE, 2, TODAY + timedelta(days=40), open=True)
    done = Event(EventKind.AGREEMENT_DONE, 3, TODAY)
    timeline = arranged([done, late, later], TODAY)
    assert timeline.ahead == (later, late)
    assert timeline.past == (done,)
