from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mhdesk.domain.dates import Birth
from mhdesk.linkage import rules
from mhdesk.linkage.births import Agreement, agreements, code, parts, weigh

WHOLE = st.dates(date(1801, 1, 1), date(2199, 12, 31))


def agreement(one: str, other: str) -> Agreement:
    return Agreement(int(agreements(code(Birth(one)))[code(Birth(other))]))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("1991-05-12", "1991-05-12", Agreement.SAME),
        ("1991-05-12", "1991-12-05", Agreement.TURNED),
        ("1991-05-12", "1990-05-12", Agreement.NEAR_YEAR),
        ("1991-05-12", "2001-05-12", Agreement.NEAR_YEAR),
        ("1991-05-12", "1991-01-01", Agreement.JANUARY),
        ("1991-01-01", "1991-05-12", Agreement.JANUARY),
        ("1991-05-12", "1991-05-13", Agreement.YEAR_AND_MONTH),
        ("1991-05-12", "1991-06-12", Agreement.YEAR_AND_DAY),
        ("1991-05-12", "1971-05-12", Agreement.MONTH_AND_DAY),
        ("1991-05-12", "1991-07-30", Agreement.YEAR),
        ("1991-05-12", "1966-07-30", Agreement.OTHER),
        ("1991-05-12", "1991-05", Agreement.PART_MONTH),
        ("1991-05-12", "1991", Agreement.PART_YEAR),
        ("1991-05-12", "1992", Agreement.PART_OTHER),
        ("1991", "1991-05-12", Agreement.PART_YEAR),
        ("1991-05", "1991-05-12", Agreement.PART_MONTH),
        ("1991-05", "1991-06", Agreement.PART_OTHER),
    ],
)
def test_each_way_to_agree_has_a_name(one: str, other: str, expected: Agreement) -> None:
    assert agreement(one, other) == expected


@given(WHOLE.map(str), WHOLE.map(str))
def test_whole_births_agree_the_same_from_both_sides(one: str, other: str) -> None:
    assert agreement(one, other) == agreement(other, one)


@pytest.mark.parametrize(
    ("years", "expected"),
    [(0, "GOOD_GUESS"), (1, "GOOD_GUESS"), (3, "FAIR_GUESS"), (6, "FAR_GUESS"), (7, "OTHER")],
)
def test_a_guessed_age_agrees_by_its_width(years: int, expected: str) -> None:
    guess = code(Birth(str(1991 + years), estimated=True))
    assert agreements(guess)[code(Birth("1991-05-12"))] == Agreement[expected]


@given(WHOLE)
def test_a_code_can_be_read_back(day: date) -> None:
    year, month, day_of_month = (int(part) for part in str(day).split("-"))
    assert parts(code(Birth(str(day)))) == (year, month, day_of_month, False)
    assert parts(code(Birth(str(year), estimated=True))) == (year, 0, 0, True)


def test_a_year_out_of_all_reason_is_no_birth() -> None:
    for text in ("0001", "1799-05-12", "2200"):
        assert not agreements(code(Birth(text))).any()


def test_the_nearer_the_more_it_says_and_new_years_day_says_less() -> None:
    rates = rules.shipped().births
    said = weigh(code(Birth("1991-05-12")), rates)
    same, *between, year, other = (
        said[Agreement[kind]] for kind in ("SAME", "NEAR_YEAR", "TURNED", "JANUARY", "YEAR", "OTHER")
    )
    assert same > max(between) > min(between) > year > other
    assert weigh(code(Birth("1991-01-01")), rates)[Agreement.SAME] < said[Agreement.SAME] - 2
