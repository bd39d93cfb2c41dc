"""Whatever waits stands in the list, once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mhdesk.gui.today import lines
from tests.gui.today.waits import due_in, waiting


@given(st.lists(st.integers(-400, 400), max_size=40))
def test_every_term_stands_in_one_group_and_none_is_lost(days: list[int]) -> None:
    shown = lines.rows_of(waiting(*due_in(*sorted(days))))
    places = [place for place, _ in shown if place is not None]
    assert places == list(range(len(days)))
