"""The load that Today shows: days that triage took, and how long the oldest waits."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from mhdesk.domain.load import MEASURED, Load, Wait, load_of

TODAY = date(2026, 3, 30)  # the day after the clocks went forward
DAYS = st.dates(TODAY - timedelta(days=400), TODAY)


def ago(begun: int, ended: int | None = None) -> Wait:
    return Wait(TODAY - timedelta(begun), None if ended is None else TODAY - timedelta(ended))


def test_half_of_it_the_longest_and_what_waits_now() -> None:
    waits = [ago(10, 8), ago(20, 15), ago(30, 21), ago(4), ago(1)]
    assert load_of(waits, TODAY) == Load(triaged=3, median=5, longest=9, waiting=2, longest_now=4)


def test_nothing_measured_is_not_zero_days() -> None:
    assert load_of([], TODAY) == Load(0, None, None, 0, None)


def test_what_was_triaged_ninety_days_ago_says_nothing_of_now() -> None:
    assert load_of([ago(99, 90)], TODAY).triaged == 0
    assert load_of([ago(99, 89)], TODAY).triaged == 1


def test_a_triage_held_before_it_was_written_down_took_no_days() -> None:
    assert load_of([ago(3, 5)], TODAY).longest == 0


@given(st.lists(st.tuples(DAYS, st.none() | DAYS), max_size=20))
def test_counts_and_days_fit(told: list[tuple[date, date | None]]) -> None:
    found = load_of([Wait(*one) for one in told], TODAY)
    assert found.triaged + found.waiting <= len(told)
    assert found.waiting == sum(ended is None for _, ended in told)
    if found.median is not None and found.longest is not None:
        assert 0 <= found.median <= found.longest <= 400
    assert (found.median is None) == (found.triaged == 0) == (found.longest is None)
    assert MEASURED.days == 90
