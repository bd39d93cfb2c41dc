"""The order of Today: by harm what is late, by day what is not, and colleagues' work apart until it is late."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from mhdesk.domain.terms import WorkTerm
from mhdesk.domain.today import in_order_of_harm, stands_apart
from mhdesk.domain.views import TodayItem, TodayKind

TODAY = date(2026, 11, 23)
TERMS = [TodayKind.DECIDE, TodayKind.INFORM, TodayKind.REVIEW, TodayKind.TASK]


def item(kind: TodayKind, days: int | None, *, ground: str = "", colleague: str = "") -> TodayItem:
    due = None if days is None else TODAY + timedelta(days=days)
    return TodayItem(
        kind, 1, 1, None, "GV-2026-0001", "", "", due, None, ground, "", 1, None, colleague=colleague
    )


@st.composite
def items(draw: st.DrawFn) -> TodayItem:
    kind = draw(st.sampled_from([*TERMS, TodayKind.ANSWER, TodayKind.DRAFT]))
    days = draw(st.integers(-40, 80)) if kind in TERMS else None
    ground = draw(st.sampled_from(list(WorkTerm))) if kind is TodayKind.TASK else ""
    return item(kind, days, ground=ground, colleague=draw(st.sampled_from(["", "Bram"])))


def test_what_is_late_stands_by_harm() -> None:
    late = [
        item(TodayKind.TASK, -30, ground=WorkTerm.REPORTER_FEEDBACK),
        item(TodayKind.TASK, -2, ground=WorkTerm.SAFETY_ASSESSMENT),
        item(TodayKind.REVIEW, -20),
        item(TodayKind.DECIDE, -1),
        item(TodayKind.INFORM, -3),
    ]
    assert in_order_of_harm(late, TODAY) == [late[4], late[3], late[2], late[1], late[0]]


@given(st.lists(items(), max_size=12))
def test_nothing_gets_lost_and_nothing_late_stands_below_what_is_not(some: list[TodayItem]) -> None:
    found = in_order_of_harm(some, TODAY)
    assert sorted(map(repr, found)) == sorted(map(repr, some))
    groups = [2 if one.due is None else int(one.due >= TODAY) for one in found]
    assert groups == sorted(groups)
    waiting = [one.due for one in found if one.due and one.due >= TODAY]
    assert waiting == sorted(waiting)


@given(items())
def test_only_a_colleagues_work_that_is_not_late_stands_apart(one: TodayItem) -> None:
    apart = stands_apart(one, TODAY)
    assert not (apart and not one.colleague)
    assert not (apart and one.due is not None and one.due < TODAY)
    assert stands_apart(item(TodayKind.DECIDE, 3, colleague="Bram"), TODAY)
    assert not stands_apart(item(TodayKind.AGREE, 3, colleague="Bram"), TODAY)
