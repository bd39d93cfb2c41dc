"""Terms of the work: in working days or in all days, over weekends, holidays, year ends and leap years."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mhdesk.domain import terms
from mhdesk.domain.terms import Length, WorkTerm
from mhdesk.domain.vocabulary import vocabulary

DAYS = st.dates(date(1990, 1, 1), date(2150, 12, 31))


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (date(2026, 11, 23), date(2026, 11, 30)),  # Monday to Monday
        (date(2026, 11, 27), date(2026, 12, 4)),  # Friday to Friday
        (date(2026, 11, 28), date(2026, 12, 4)),  # from a Saturday
        (date(2026, 4, 2), date(2026, 4, 13)),  # Good Friday and Easter Monday do not count
        (date(2026, 4, 24), date(2026, 5, 4)),  # King's Day does not count
        (date(2026, 4, 30), date(2026, 5, 8)),  # every 5 May does not count
        (date(2026, 12, 24), date(2027, 1, 4)),  # Christmas, New Year
    ],
)
def test_five_working_days(start: date, end: date) -> None:
    assert terms.due(WorkTerm.SAFETY_ASSESSMENT, start) == end


@pytest.mark.parametrize(
    "day",
    [
        "2026-01-01",
        "2026-04-03",
        "2026-04-06",
        "2026-04-27",
        "2027-05-05",
        "2026-05-14",
        "2026-05-25",
        "2026-12-25",
    ],
)
def test_the_days_of_the_act_are_free(day: str) -> None:
    assert not terms.is_working_day(date.fromisoformat(day))


def test_an_ordinary_day_is_not_free() -> None:
    assert terms.is_working_day(date(2026, 11, 23))
    assert terms.is_working_day(date(2026, 12, 31))


def test_ten_weeks_count_every_day() -> None:
    assert terms.due(WorkTerm.INVESTIGATION, date(2027, 12, 20)) == date(2028, 2, 28)


@given(DAYS, st.integers(0, 40))
def test_a_term_ends_on_a_working_day_after_it_began(start: date, count: int) -> None:
    end = terms.add_working_days(start, count)
    between = [start + timedelta(days=step) for step in range(1, (end - start).days + 1)]
    assert sum(map(terms.is_working_day, between)) == count
    assert not count or terms.is_working_day(end)


@given(DAYS, DAYS)
def test_who_begins_later_is_never_due_earlier(one: date, other: date) -> None:
    early, late = sorted((one, other))
    length = Length(working_days=5, days=3)
    assert length.due(early) <= length.due(late)


def test_each_term_has_a_length_and_every_outcome_begins_one_that_there_is() -> None:
    assert {term.value for term in WorkTerm} == set(vocabulary("work_terms").codes())
    assert all(terms.length_of(term) != Length() for term in WorkTerm)
    begun = {term.get("starts") for term in vocabulary("triage_outcomes")} - {""}
    assert begun <= set(vocabulary("work_terms").codes())
