from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mhdesk.domain.periods import Period, parse_period
from mhdesk.errors import InputError
from mhdesk.wording import say

YEARS = st.integers(1900, 2199).map("{:04d}".format)
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
PARTS = st.sampled_from(
    ["", "-H1", "-H2", "-Q1", "-Q2", "-Q3", "-Q4", *(f"-{month:02d}" for month in range(1, 13))]
)


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2019", date(2019, 1, 1), date(2019, 12, 31)),
        ("2019-H2", date(2019, 7, 1), date(2019, 12, 31)),
        ("2019-q1", date(2019, 1, 1), date(2019, 3, 31)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        (" 2019-03-14 .. 2019-12-31 ", date(2019, 3, 14), date(2019, 12, 31)),
        ("2019-03-14..2019-03-14", date(2019, 3, 14), date(2019, 3, 14)),
        ("2199-Q4", date(2199, 10, 1), date(2199, 12, 31)),
    ],
)
def test_a_period_is_all_days_from_its_first_to_its_last(typed: str, first: date, last: date) -> None:
    assert parse_period(typed) == Period(first, last)


@given(YEARS, PARTS)
def test_a_period_is_spelled_as_short_as_it_was_typed(year: str, part: str) -> None:
    assert parse_period(year + part).code() == year + part


@given(DAYS, DAYS)
def test_any_two_days_make_a_period_that_can_be_read_back(one: date, two: date) -> None:
    period = Period(min(one, two), max(one, two))
    assert parse_period(period.code()) == period
    assert period.title()


@given(YEARS)
def test_the_parts_of_a_year_follow_each_other_without_gap_or_overlap(year: str) -> None:
    for parts in (("-H1", "-H2"), ("-Q1", "-Q2", "-Q3", "-Q4"), [f"-{month:02d}" for month in range(1, 13)]):
        periods = [parse_period(year + part) for part in parts]
        assert periods[0].first == parse_period(year).first
        assert periods[-1].last == parse_period(year).last
        for one, two in pairwise(periods):
            assert one.last + timedelta(days=1) == two.first
            assert not one.overlaps(two)


@given(st.dates(), st.dates(), st.dates(), st.dates())
def test_two_periods_overlap_when_they_share_a_day(a: date, b: date, c: date, d: date) -> None:
    one, two = Period(min(a, b), max(a, b)), Period(min(c, d), max(c, d))
    shared = max(one.first, two.first) <= min(one.last, two.last)
    assert one.overlaps(two) is two.overlaps(one) is shared


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "unreadable"),
        ("vorig jaar", "unreadable"),
        ("2019-13", "unreadable"),
        ("2019-Q5", "unreadable"),
        ("0000", "unreadable"),
        ("0001", "too_far"),
        ("1899-12", "too_far"),
        ("2200", "too_far"),
        ("9999", "too_far"),
        ("9999-Q4", "too_far"),
        ("0001-01-01..9999-12-31", "too_far"),
        ("1900-01-01..2200-01-01", "too_far"),
        ("2019-1", "unreadable"),
        ("2019-01-01..2019-02-30", "day_does_not_exist"),
        ("2019-12-31..2019-01-01", "ends_before_it_begins"),
    ],
)
def test_what_is_no_period_is_refused_with_a_sentence(typed: str, code: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_period(typed)
    assert caught.value.code == f"period.{code}"
    assert say(caught.value.code, **caught.value.params)


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("2019", "2019"),
        ("2019-H1", "halfjaar 1 van 2019"),
        ("2019-Q3", "kwartaal 3 van 2019"),
        ("2019-05", "mei 2019"),
        ("2019-03-14..2019-12-31", "14-03-2019 t/m 31-12-2019"),
    ],
)
def test_a_period_is_told_in_words(typed: str, title: str) -> None:
    assert parse_period(typed).title() == title


@pytest.mark.parametrize(
    ("code", "before"),
    [
        ("2026", ["2024", "2025"]),
        ("2026-H1", ["2025-H1", "2025-H2"]),
        ("2026-Q2", ["2025-Q4", "2026-Q1"]),
        ("2026-01", ["2025-11", "2025-12"]),
        ("2026-03-11..2026-03-20", ["2026-02-19..2026-02-28", "2026-03-01..2026-03-10"]),
    ],
)
def test_a_period_has_periods_of_its_kind_before_it(code: str, before: list[str]) -> None:
    assert [one.code() for one in parse_period(code).before(2)] == before


@pytest.mark.parametrize(
    ("code", "months", "parts"),
    [
        ("2026-Q1", 1, ["2026-01", "2026-02", "2026-03"]),
        ("2026", 3, ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"]),
        ("2026-01-20..2026-02-10", 1, ["2026-01-20..2026-01-31", "2026-02-01..2026-02-10"]),
        ("2026-02", 3, ["2026-02"]),
    ],
)
def test_a_period_falls_into_months_and_quarters_that_are_cut_to_it(
    code: str, months: int, parts: list[str]
) -> None:
    assert [part.code() for part in parse_period(code).parts(months)] == parts
