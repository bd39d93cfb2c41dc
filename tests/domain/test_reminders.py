"""When the registry asks for something that nobody thinks of."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mhdesk.domain.reminders import recovery_test_is_due


@pytest.mark.parametrize(
    ("proven_on", "today", "due"),
    [
        (None, date(2026, 11, 23), True),
        (date(2026, 11, 23), date(2026, 11, 23), False),
        (date(2025, 11, 24), date(2026, 11, 23), False),
        (date(2025, 11, 23), date(2026, 11, 23), True),
        (date(2024, 2, 29), date(2025, 2, 28), False),
        (date(2024, 2, 29), date(2025, 3, 1), True),
        (date(2099, 1, 1), date(2026, 11, 23), True),
    ],
)
def test_the_recovery_page_is_tested_once_a_year(proven_on: date | None, today: date, due: bool) -> None:
    assert recovery_test_is_due(proven_on, today) is due


@given(st.dates(max_value=date(9990, 1, 1)), st.integers(min_value=0, max_value=1000))
def test_it_is_never_due_within_a_year_and_always_after_one(proven_on: date, days: int) -> None:
    due = recovery_test_is_due(proven_on, proven_on + timedelta(days=days))
    assert due or days <= 365
    assert not due or days >= 365
