"""What follows from published cells holds whatever is withheld, and follows from nothing else (A13, A25)."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mhdesk.reports.derived import (
    LEAST_BASE,
    Derived,
    derived_column,
    median_band,
    reading_rules,
    remarks,
)
from mhdesk.reports.figures import TOTAL, ReportTable
from tests.reports.samples import BANDS, FORMS, OUTSIDE, on_a_scale, one_way, over_time, two_way

counts = st.integers(0, 9)
hidden = st.none() | counts


def column_of(table: ReportTable) -> Derived:
    column = derived_column(table)
    assert column
    return column


def test_a_share_is_of_the_published_total_and_withheld_with_its_count() -> None:
    column = column_of(one_way([25, None, None, 0, 36]))
    assert [column.text(row) for row in (*FORMS, TOTAL)] == ["69%", "x", "x", "–", "100%"]


@pytest.mark.parametrize("total", [None, LEAST_BASE - 1])
def test_no_share_without_a_published_total_and_none_of_few(total: int | None) -> None:
    assert derived_column(one_way([12, None, None, 0, total])) is None


def test_a_table_that_shows_its_total_alone_has_no_shares() -> None:
    assert derived_column(one_way([None, None, None, 0, 36])) is None


@given(st.integers(1, 10**6), st.integers(LEAST_BASE, 10**6))
def test_a_share_of_some_is_neither_none_nor_all_and_off_by_less_than_one(part: int, base: int) -> None:
    part = min(part, base)
    share = column_of(one_way([part, base], labels=("a",))).values["a"]
    assert share is not None
    assert (share == 100) == (part == base)
    assert share > 0
    assert abs(share - 100 * part / base) < 1


def test_a_change_is_told_where_both_are_published() -> None:
    table = over_time([20, 25, None, 7, 9, None, 0, 0, 36, 30])
    column = column_of(table)
    assert column.head == "Verschil met 2018"
    assert [column.text(row) for row in table.labels(0)] == ["5 meer", "x", "x", "gelijk", "6 minder"]


def test_a_row_of_times_tells_the_change_from_the_time_before_and_the_first_none() -> None:
    times = ("2017", "2018", "2019")
    table = replace(one_way([30, 36, None, 99], times), compares=True)
    column = column_of(table)
    assert [column.text(time) for time in (*times, TOTAL)] == ["", "6 meer", "x", ""]


def test_one_time_alone_has_nothing_to_compare_with() -> None:
    assert derived_column(over_time([20, None, 0, 0, 30], ("2019",))) is None


def test_a_table_over_two_dimensions_has_no_shares() -> None:
    assert derived_column(two_way([7])) is None


def test_from_the_figures_of_others_nothing_is_derived() -> None:
    assert derived_column(OUTSIDE) is None
    assert remarks(replace(on_a_scale([9, 0, 0, 0, 0, 0], 9), source="Elders, 2019")) == ()


def test_how_shares_are_rounded_is_said_where_there_are_shares() -> None:
    assert len(reading_rules([one_way([25, None, None, 0, 36]), two_way([7])])) == 1
    assert reading_rules([two_way([7]), OUTSIDE]) == ()


# --- the median -------------------------------------------------------------------------------------


def test_the_median_is_told_as_the_band_in_which_it_falls() -> None:
    (told,) = remarks(on_a_scale([5, 8, 30, 9, None, 0], 60))
    assert told.startswith("De mediaan valt in: 3 tot 7 dagen.")


def test_no_median_where_the_withheld_could_move_it() -> None:
    assert median_band(on_a_scale([5, 8, 12, None, None, 0], 60)) is None
    assert median_band(on_a_scale([None, 8, 12, 5, 0, 0], None)) is None


def test_an_even_number_with_its_middle_ones_in_two_bands_has_no_band() -> None:
    assert median_band(on_a_scale([5, 5, 0, 0, 0, 0], 10)) is None


def middle_bands(found: tuple[int, ...]) -> set[str]:
    """Return the bands of the one or two middle ones, by laying all in a row."""
    row = [band for band, count in zip(BANDS, found, strict=True) for _ in range(count)]
    return {row[(len(row) - 1) // 2], row[len(row) // 2]} if row else set()


@given(st.lists(counts, min_size=6, max_size=6))
def test_with_all_published_the_band_is_that_of_the_middle_ones(values: list[int]) -> None:
    bands = middle_bands(tuple(values[:4]))
    assert median_band(on_a_scale(values, sum(values))) == (bands.pop() if len(bands) == 1 else None)


@given(st.lists(hidden, min_size=6, max_size=6), st.integers(0, 5), st.booleans())
def test_a_median_is_told_exactly_where_it_holds_for_every_completion(
    values: list[int | None], withheld: int, total_told: bool
) -> None:
    """Every completion is tried; without a published total, every one up to a number that turns any majority."""
    open_places = [place for place, value in enumerate(values) if value is None]
    told = sum(value or 0 for value in values)
    total = told + (withheld if open_places else 0)
    bound = withheld if total_told or not open_places else min(told, 12) + 1
    fills = [
        fill
        for fill in product(range(bound + 1), repeat=min(len(open_places), 2))
        if not total_told or sum(fill) == withheld or not open_places
    ]
    if len(open_places) > 2 or (open_places and not total_told and told > 12):
        return
    possible = []
    for fill in fills:
        full = list(values)
        for place, value in zip(open_places, fill, strict=True):
            full[place] = value
        possible.append(middle_bands(tuple(value or 0 for value in full[:4])))
    always = set.intersection(*possible) if all(len(bands) == 1 for bands in possible) else set()
    shown = median_band(on_a_scale(values, total if total_told else None))
    assert shown == (always.pop() if always else None)


@given(st.lists(st.integers(0, 60), min_size=6, max_size=6), st.lists(st.booleans(), min_size=7, max_size=7))
def test_whatever_is_derived_holds_for_every_truth_that_agrees_with_what_is_published(
    truth: list[int], shown: list[bool]
) -> None:
    full = [*truth, sum(truth)]
    *told, total = [count if seen else None for count, seen in zip(full, shown, strict=True)]
    table, whole = on_a_scale(told, total), on_a_scale(truth, sum(truth))
    if column := derived_column(table):
        of_all = column_of(whole).values
        assert {row: of_all[row] for row, value in column.values.items() if value is not None} == {
            row: value for row, value in column.values.items() if value is not None
        }
        assert {row for row, value in column.values.items() if value is None} == {
            each.labels[0] for each in table.cells if each.count is None
        }
    if band := median_band(table):
        assert middle_bands(tuple(truth[:4])) == {band}


@given(st.lists(st.tuples(counts, st.booleans()), min_size=10, max_size=10))
def test_a_change_holds_for_every_truth_that_agrees(cells: list[tuple[int, bool]]) -> None:
    table = over_time([count if seen else None for count, seen in cells])
    whole = column_of(over_time([count for count, _ in cells]))
    for place, (row, value) in enumerate(column_of(table).values.items()):
        both = cells[2 * place][1] and cells[2 * place + 1][1]
        assert value == (whole.values[row] if both else None)
