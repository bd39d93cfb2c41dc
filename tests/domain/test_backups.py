"""Which backups are kept, and when another is due."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mhdesk.domain.backups import (
    DAILY,
    LONGEST,
    MONTHLY,
    WEEKLY,
    Kept,
    Loss,
    backup_is_due,
    days_since,
    is_held,
    superfluous,
)

TODAY = date(2026, 11, 23)


def kept_on(day: date, number: int = 0, *, hour: int = 17, events: int = 0) -> Kept:
    moment = datetime.combine(day, time(hour), UTC)
    return Kept(f"mhdesk-{day.isoformat()}-{number:06x}", moment, events)


backups = st.lists(
    st.builds(
        kept_on,
        st.dates(TODAY - timedelta(days=300), TODAY + timedelta(days=40)),
        st.integers(0, 2**20),
        hour=st.integers(0, 23),
        events=st.integers(0, 1000),
    ),
    unique_by=lambda one: one.name,
    max_size=60,
)


def rotated(good: list[Kept], newest: Kept, today: date) -> list[Kept]:
    going = superfluous([*good, newest], newest.name, today)
    return [one for one in good if one.name not in going]


@given(backups)
def test_the_newest_is_never_removed_and_nothing_that_is_not_there(good: list[Kept]) -> None:
    newest = kept_on(TODAY, 2**24 - 1, events=1001)
    going = superfluous([*good, newest], newest.name, TODAY)
    assert newest.name not in going
    assert going <= {one.name for one in good}


@given(backups)
def test_what_is_kept_is_never_older_than_three_months_nor_more_than_the_rule_says(good: list[Kept]) -> None:
    left = rotated(good, kept_on(TODAY, 2**24 - 1, events=1001), TODAY)
    days = {TODAY, *(one.day for one in good if one.day <= TODAY)}
    past = [one for one in left if one.day <= TODAY and not is_held(one.day, days)]
    assert all(TODAY - one.day <= LONGEST for one in past)
    assert len(past) <= DAILY + WEEKLY + MONTHLY - 2  # today and this week have the new one


@given(backups)
def test_rotating_again_removes_nothing_more(good: list[Kept]) -> None:
    newest = kept_on(TODAY, 2**24 - 1, events=1001)
    left = rotated(good, newest, TODAY)
    assert rotated(left, newest, TODAY) == left


@given(backups)
def test_of_each_of_the_last_days_the_last_backup_stays(good: list[Kept]) -> None:
    left = {one.name for one in rotated(good, kept_on(TODAY, 2**24 - 1, events=1001), TODAY)}
    days = sorted({one.day for one in good if one.day < TODAY and TODAY - one.day <= LONGEST})[-(DAILY - 1) :]
    for day in days:
        last = max((one for one in good if one.day == day), key=lambda one: (one.made_at, one.name))
        assert last.name in left


def test_a_year_of_working_days_keeps_a_week_of_days_and_reaches_two_months_back() -> None:
    left: list[Kept] = []
    for number in range(365):
        day = TODAY + timedelta(days=number)
        if day.isoweekday() > 5:
            continue
        newest = kept_on(day, number, events=number)
        left = [*rotated(left, newest, day), newest]
        assert len(left) <= DAILY + WEEKLY + MONTHLY
        assert day - left[0].day <= LONGEST
        if number > 100:
            assert len(left) >= DAILY + MONTHLY
            assert day - left[0].day >= timedelta(days=30)


def after_a_leap(days: int, steps: int) -> list[Kept]:
    """Return what is left of 20 daily backups after a leap of the clock and work on ``steps`` days."""
    left = [kept_on(TODAY - timedelta(days=number), number) for number in range(20)]
    for step in range(steps):
        day = TODAY + timedelta(days=days + step)
        newest = kept_on(day, 100 + step)
        left = [*rotated(left, newest, day), newest]
    return left


def test_a_long_pause_leaves_only_what_was_made_after_it_once_three_days_have_a_backup() -> None:
    assert [len(after_a_leap(200, steps)) for steps in (1, 2, 3)] == [21, 22, 3]


@given(st.integers(32, 100_000))
def test_no_leap_of_the_clock_removes_a_backup_by_itself(days: int) -> None:
    assert len(after_a_leap(days, 1)) == 21


def test_a_leap_that_other_backups_explain_is_none() -> None:
    old = kept_on(TODAY - timedelta(days=100))
    between = [TODAY - timedelta(days=number) for number in range(20, 100, 20)]
    going = superfluous([old, kept_on(TODAY, 9)], kept_on(TODAY, 9).name, TODAY, between)
    assert going == {old.name}


@given(st.integers(1, 400))
def test_whoever_works_seldom_still_gets_rid_of_what_was_destroyed(pause: int) -> None:
    left: list[Kept] = []
    for number in range(12):
        day = TODAY + timedelta(days=number * pause)
        newest = kept_on(day, number)
        left = [*rotated(left, newest, day), newest]
        assert all(day - one.day <= max(LONGEST, timedelta(days=3 * pause)) for one in left)


def test_a_clock_that_is_set_back_removes_nothing_that_it_calls_the_future() -> None:
    good = [kept_on(TODAY - timedelta(days=number), number, events=50 - number) for number in range(7)]
    wrong = date(2020, 1, 1)
    assert rotated(good, kept_on(wrong, 99, events=51), wrong) == good


def test_what_a_wrong_clock_dated_in_the_future_goes_once_a_week_of_later_work_is_kept() -> None:
    future = kept_on(TODAY + timedelta(days=3000), 1, events=10)
    later = [kept_on(TODAY - timedelta(days=number), 10 + number, events=20) for number in range(1, DAILY)]
    newest = kept_on(TODAY, 99, events=30)
    assert future in rotated([future, *later], newest, TODAY)
    one_more = kept_on(TODAY - timedelta(days=DAILY), 50, events=20)
    assert future not in rotated([future, one_more, *later], newest, TODAY)
    before = [kept_on(TODAY - timedelta(days=number), 60 + number, events=5) for number in range(1, 9)]
    assert future in rotated([future, *before], newest, TODAY)


@pytest.mark.parametrize(
    ("last_on", "worked", "due"),
    [
        (None, True, True),
        (None, False, False),
        (TODAY, True, False),
        (TODAY - timedelta(days=1), True, True),
        (TODAY - timedelta(days=1), False, False),
        (TODAY + timedelta(days=1), True, True),
    ],
)
def test_a_backup_is_due_once_a_day_and_only_after_work(
    last_on: date | None, worked: bool, due: bool
) -> None:
    assert backup_is_due(last_on, TODAY, worked=worked) is due


def test_a_day_in_the_future_was_no_days_ago() -> None:
    assert days_since(TODAY + timedelta(days=1), TODAY) == 0
    assert days_since(TODAY - timedelta(days=8), TODAY) == 8


def test_a_loss_says_what_is_known_and_what_is_not() -> None:
    assert "3 signalen, en 9 regels" in Loss(known=True, signals=3, events=9).sentence()
    assert "1 signaal, en 1 regel in" in Loss(known=True, signals=1, events=1).sentence()
    assert "1 andere vastlegging," in Loss(known=True, signals=1, events=1, others=1).sentence()
    assert "eerder al een andere" in Loss(known=True, same_history=False).sentence()
    assert "niet goed te lezen" in Loss(known=False, code="backups.loss_damaged").sentence()
