"""Rounded figures: additive, near, wide enough for every reader, and the same for ever."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mhdesk.disclosure import (
    BadLayoutError,
    Dimension,
    InconsistentHistoryError,
    Interval,
    Layout,
    NotCertifiedError,
    Published,
    Reason,
    Rounded,
    Rules,
    Space,
    System,
    audit_rounded,
    protect,
    publish,
    round_figures,
)
from tests.disclosure.helpers import at, cross_of, line_of

RULES = Rules()
bases = st.sampled_from([3, 5])


@st.composite
def crosses(draw: st.DrawFn) -> System:
    rows, columns = draw(st.sampled_from([(1, 4), (2, 3), (3, 3), (4, 2)]))
    row = st.lists(st.integers(0, 13), min_size=columns, max_size=columns)
    return cross_of(draw(st.lists(row, min_size=rows, max_size=rows)), sensitive=draw(st.booleans()))


def careless(system: System, shown: list[int]) -> Rounded:
    return Rounded(system.layout, tuple(shown), 5)


@settings(max_examples=30)
@given(crosses(), bases, st.integers(0, 3))
def test_all_lines_add_up_and_every_figure_is_a_neighbour(system: System, base: int, seed: int) -> None:
    result = round_figures(system, RULES, base=base, seed=seed)
    assert (result.certified, result.steps, result.optimal) == (True, 1, True)
    assert result.published().adds_up()
    for cell in result.cells:
        assert cell.shown % base == 0
        assert cell.change < base
        assert cell.change == 0 or cell.value % base
        assert cell.interval.low <= cell.value <= (cell.interval.high or 0)
        assert (cell.interval.width or 0) >= base - 1
    assert round_figures(system, RULES, base=base, seed=seed).cells == result.cells


@settings(max_examples=30)
@given(st.lists(st.integers(0, 9), min_size=2, max_size=3), bases)
def test_a_patient_reader_who_tries_every_table_finds_the_same_intervals(
    counts: list[int], base: int
) -> None:
    result = round_figures(line_of(*counts), RULES, base=base, seed=1)
    shown = [cell.shown for cell in result.cells]
    possible = [
        (sum(table), *table)
        for table in itertools.product(range(max(shown) + base), repeat=len(counts))
        if all(abs(value - seen) < base for value, seen in zip((sum(table), *table), shown, strict=True))
    ]
    columns = np.array(possible).T
    assert [cell.interval for cell in result.cells] == [Interval(c.min(), c.max()) for c in columns]


def only_parts(system: System, shown: list[int]) -> Rounded:
    """Return an earlier release that had the parts of a line as figures of their own, without their total."""
    return Rounded(Layout(system.layout.atoms, system.layout.cells[1:]), tuple(shown), 5)


def test_where_no_neighbours_add_up_a_figure_goes_one_step_further() -> None:
    system = line_of(3, 3)
    result = round_figures(system, RULES, seed=1, earlier=[only_parts(system, [0, 0])])
    assert result.certified
    assert (result.steps, [cell.shown for cell in result.cells]) == (2, [0, 0, 0])
    assert result.largest_change == 6 <= result.published().reach


def test_where_nothing_near_adds_up_nothing_leaves() -> None:
    system = line_of(3, 3, 3, 3, 3)
    result = round_figures(system, RULES, seed=1, earlier=[only_parts(system, [0] * 5)])
    assert not result.certified
    assert {finding.reason for finding in result.findings} == {Reason.UNPROVEN}


def test_figures_of_2019_are_near_and_nothing_is_blank() -> None:
    result = round_figures(line_of(25, 7, 3, 1, 0, 0), RULES, seed=1)
    shown = [cell.shown for cell in result.cells]
    assert (shown[0], shown[1]) == (35, 25)
    assert sum(shown[1:]) == 35
    assert shown[5:] == [0, 0]


def test_a16_a_rounded_figure_beside_its_exact_value_is_refused() -> None:
    system = line_of(4, 4, 4)
    exact = publish(system.layout, [12, None, None, None], RULES)
    by_hand = careless(system, [10, 0, 0, 0])
    assert audit_rounded([by_hand], RULES).certified  # 0 to 4 each: the exact 12 tells that all are 4
    report = audit_rounded([by_hand], RULES, exact=[exact])
    assert (at(x="a"),) in {finding.cells for finding in report.findings if finding.reason is Reason.EXACT}
    result = round_figures(system, RULES, seed=1, earlier=[exact])
    assert not result.certified
    assert ((),) in {finding.cells for finding in result.findings}
    assert result.cells == ()
    with pytest.raises(NotCertifiedError):
        result.published()


def test_a16_so_is_one_whose_value_follows_from_exact_parts() -> None:
    space = Space((Dimension("form", ("a", "b")), Dimension("quarter", ("q1", "q2"), sensitive=False)))
    counts = np.array([[12, 9], [21, 16]])
    parts: list[Published] = []
    for quarter in ("q1", "q2"):
        system = space.system(counts, [space.table("form", within={"quarter": (quarter,)})])
        parts.append(protect(system, RULES, earlier=parts).published())
    half = space.system(counts, [space.table("form")], split=["quarter"])
    assert round_figures(half, RULES, seed=1).certified
    findings = round_figures(half, RULES, seed=1, earlier=parts).findings
    assert {finding.cells for finding in findings} >= {(at(form="a"),), (at(form="b"),)}


def test_a17_the_same_figure_is_rounded_once_and_for_all() -> None:
    system = line_of(3, 3, 3, 3, 3)
    first = round_figures(system, RULES, seed="one").published()
    fresh = {round_figures(system, RULES, seed=f"key {i}").published().values for i in range(6)}
    assert len(fresh) > 1
    told = audit_rounded(
        [careless(system, [15, 5, 5, 5, 0, 0]), careless(system, [15, 0, 0, 5, 5, 5])], RULES
    )
    assert Reason.NARROW in {finding.reason for finding in told.findings}  # 0 and 5: 1 to 4
    for seed in range(6):
        again = round_figures(system, RULES, seed=seed, earlier=[first])
        assert again.published().values == first.values


def test_a17_also_where_the_figure_comes_back_in_another_table() -> None:
    wide = cross_of([[3, 8, 2], [1, 6, 9]])
    space = Space((Dimension("x", ("x0", "x1"), sensitive=False), Dimension("y", ("y0", "y1", "y2"))))
    rows = space.system(np.array([[3, 8, 2], [1, 6, 9]]), [space.table("x")])
    first = round_figures(rows, RULES, seed=4).published()
    later = round_figures(wide, RULES, seed=5, earlier=[first])
    assert later.certified
    assert all(later.published().value(cell.id) == first.value(cell.id) for cell in first.layout.cells)


def test_an_earlier_rounding_to_another_base_or_of_other_counts_is_called_so() -> None:
    system = line_of(7, 8, 9)
    first = round_figures(system, RULES, base=3, seed=1).published()
    with pytest.raises(BadLayoutError):
        round_figures(system, RULES, base=5, seed=1, earlier=[first])
    with pytest.raises(InconsistentHistoryError):
        round_figures(line_of(17, 8, 9), RULES, base=3, seed=1, earlier=[first])
    with pytest.raises(BadLayoutError):
        round_figures(system, RULES, base=4, seed=1)


def test_a26_no_threshold_is_applied_after_rounding_and_totals_come_from_the_true_counts() -> None:
    """Each 3 alone would go to 5 and their total to 25, or vanish under a threshold and the total with them."""
    result = round_figures(line_of(3, 3, 3, 3, 3), RULES, seed=1)
    shown = [cell.shown for cell in result.cells]
    assert shown[0] == 15
    assert sorted(shown[1:]) == [0, 0, 5, 5, 5]
    nils = [cell for cell in result.cells if cell.shown == 0]
    assert {(cell.interval.low, cell.interval.high) for cell in nils} == {(0, 4)}  # a shown 0 is not a nil


def test_a26_a_mark_below_five_beside_rounded_totals_tells_the_count() -> None:
    """ "<5" turned into 0, the total recomputed from what is left: 15 and nothing above 4 leave 3 or 4 each."""
    system = line_of(4, 4, 4)
    told = audit_rounded([careless(system, [15, 0, 0, 0])], RULES).findings
    assert (3, 4) in {(finding.low, finding.high) for finding in told}
    assert round_figures(system, RULES, seed=1).certified
