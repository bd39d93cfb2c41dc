from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mhdesk.reports.chart import axis_up_to, chart_of
from mhdesk.reports.figures import TOTAL
from tests.reports.samples import FORMS_2019, one_way, two_way

counts = st.none() | st.integers(0, 10**6)


def test_only_published_cells_that_are_no_total_have_a_bar() -> None:
    chart = chart_of(FORMS_2019)
    assert chart
    assert chart.bars == {("seksuele uitbuiting",): 25}


def test_a_table_with_nothing_to_draw_has_no_chart() -> None:
    assert chart_of(one_way([None, None, 0, 0, 36])) is None


@given(st.lists(counts, min_size=5, max_size=5))
def test_a_bar_is_a_published_count_and_a_total_moves_no_axis(values: list[int | None]) -> None:
    chart = chart_of(one_way(values))
    shown = [count for count in values[:4] if count]
    assert (list(chart.bars.values()) if chart else []) == shown
    if chart:
        assert chart.axis == axis_up_to(max(shown))


def test_no_total_of_a_row_or_a_column_has_a_bar() -> None:
    chart = chart_of(two_way([7, None, 0]))
    assert chart
    assert not [labels for labels in chart.bars if TOTAL in labels]


@given(st.integers(1, 10**7))
def test_an_axis_begins_at_nil_holds_the_highest_and_has_few_round_steps(highest: int) -> None:
    axis = axis_up_to(highest)
    ticks = axis.ticks()
    assert ticks[0] == 0
    assert ticks[-1] == axis.top >= highest
    assert 2 <= len(ticks) <= 6
    assert str(axis.step).rstrip("0") in {"1", "2", "5"}
    assert axis.top - axis.step < max(highest, 5)
