from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mhdesk.domain.clocks import add_months, inform_term
from mhdesk.domain.vocabulary import vocabulary

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 3, 31), 1, date(2026, 4, 30)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 4, 30), 1, date(2026, 5, 30)),
        (date(2026, 5, 31), 0, date(2026, 5, 31)),
    ],
)
def test_a_month_later_is_the_same_day_or_the_last_of_a_shorter_month(
    day: date, months: int, later: date
) -> None:
    assert add_months(day, months) == later


@given(DAYS, st.integers(0, 48))
def test_months_later_is_never_in_another_month_and_never_a_later_day(day: date, months: int) -> None:
    later = add_months(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day <= day.day
    assert later.day == day.day or (later + timedelta(days=1)).day == 1


def test_veilig_thuis_has_four_weeks_whatever_is_shared_meanwhile() -> None:
    term = inform_term("veilig_thuis")
    assert term.due(date(2026, 3, 31)) == date(2026, 4, 28)
    assert term.due(date(2026, 3, 31), date(2026, 4, 2)) == date(2026, 4, 28)


@pytest.mark.parametrize(
    "organisation_type", ["care_coordination", "chain_direction", "municipality", "another"]
)
def test_others_have_a_month_that_ends_at_the_first_disclosure(organisation_type: str) -> None:
    term = inform_term(organisation_type)
    assert term.due(date(2026, 1, 31)) == date(2026, 2, 28)
    assert term.due(date(2026, 1, 31), date(2026, 2, 10)) == date(2026, 2, 10)
    assert term.due(date(2026, 1, 31), date(2026, 5, 1)) == date(2026, 2, 28)
    assert term.due(date(2026, 1, 31), date(2025, 12, 1)) == date(2026, 1, 31)


@given(DAYS, st.none() | DAYS, st.sampled_from(vocabulary("organisation_types").codes()))
def test_a_term_ends_after_it_began_and_sharing_never_lengthens_it(
    recorded: date, shared: date | None, organisation_type: str
) -> None:
    term = inform_term(organisation_type)
    assert recorded <= term.due(recorded, shared) <= term.due(recorded)


def test_every_term_names_its_source() -> None:
    assert all(inform_term(code).source for code in vocabulary("organisation_types").codes())
