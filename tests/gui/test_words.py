"""Clocks in words: a distance, a day and a mark that never contradict each other."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from mhdesk.domain.informing import State
from mhdesk.gui import words
from mhdesk.gui.look.painting import Mark

TODAY = date(2026, 11, 23)
days = st.dates(date(1990, 1, 1), date(2090, 1, 1))


@pytest.fixture(autouse=True)
def _in_dutch(dutch: QApplication) -> None:
    """Say everything in Dutch."""


@pytest.mark.parametrize(
    ("day", "distance", "clock_day", "mark"),
    [
        (date(2026, 11, 20), "3 dagen te laat", "uiterlijk vr 20-11", Mark.LATE),
        (date(2026, 11, 22), "1 dag te laat", "uiterlijk zo 22-11", Mark.LATE),
        (date(2026, 11, 23), "vandaag", "uiterlijk ma 23-11", Mark.TODAY),
        (date(2026, 11, 24), "nog 1 dag", "uiterlijk di 24-11", Mark.RUNNING),
        (date(2026, 12, 17), "nog 24 dagen", "uiterlijk do 17-12", Mark.RUNNING),
        (date(2027, 1, 4), "nog 42 dagen", "uiterlijk ma 04-01-2027", Mark.RUNNING),
    ],
)
def test_a_deadline_has_a_distance_a_day_and_a_mark(
    day: date, distance: str, clock_day: str, mark: Mark
) -> None:
    clock = words.deadline(day, TODAY)
    assert (clock.words, clock.day, clock.mark) == (distance, clock_day, mark)


@given(due=days, today=days, before=st.integers(0, 400))
def test_a_clock_never_claims_more_than_the_whole_term(due: date, today: date, before: int) -> None:
    clock = words.deadline(due, today, due - timedelta(days=before))
    assert 0.0 <= clock.share <= 1.0
    assert (clock.mark is Mark.LATE) == (due < today)
    if clock.mark is Mark.LATE and before:
        assert clock.share == 1.0


@given(due=days, today=days)
def test_without_its_first_day_no_part_of_a_term_is_claimed(due: date, today: date) -> None:
    assert words.deadline(due, today).share == 0.0


@given(day=days, today=days)
def test_the_year_is_written_only_when_it_is_another_one(day: date, today: date) -> None:
    assert str(day.year) in words.weekday_day(day, today) or day.year == today.year
    assert (f"-{day.year}" in words.short_day(day, today)) == (day.year != today.year)


def test_numbers_are_words_under_ten() -> None:
    assert [words.number_word(number) for number in (0, 1, 9, 10, 36)] == ["geen", "één", "negen", "10", "36"]


def test_waiting_for_somebody_else_says_how_long() -> None:
    assert words.waiting(date(2026, 11, 11), TODAY).words == "wacht 12 dagen"
    assert words.waiting(date(2026, 11, 22), TODAY).words == "wacht 1 dag"
    assert words.waiting(TODAY, TODAY).words == "wacht sinds vandaag"
    assert words.waiting(None, TODAY) == words.Clock("wacht", "", Mark.WAITING)


def test_a_draft_says_when_it_was_kept() -> None:
    now = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
    assert words.draft(datetime(2026, 11, 23, 0, 41, tzinfo=UTC), now).day == "bewaard 01:41"
    assert words.draft(datetime(2026, 11, 22, 22, 41, tzinfo=UTC), now).day == "bewaard zo 22-11 23:41"


@pytest.mark.parametrize("state", list(State))
def test_every_state_of_informing_has_a_clock_or_needs_none(state: State) -> None:
    with_day = words.informing(state, TODAY, TODAY)
    without = words.informing(state, None, TODAY)
    assert (with_day is None) == (without is None) == (state is State.NONE_NEEDED)


def test_not_yet_stands_with_its_review_date() -> None:
    clock = words.informing(State.NOT_YET, date(2026, 11, 26), TODAY)
    assert clock is not None
    assert (clock.words, clock.day) == ("nog 3 dagen", "opnieuw bekijken do 26-11")


def test_what_no_term_waits_for_is_a_task() -> None:
    clock = words.informing(State.UNDECIDED, None, TODAY)
    assert clock == words.Clock("Geen besluit", "", Mark.TASK)
