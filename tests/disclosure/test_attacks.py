"""Attacks on published figures that must fail: each first succeeds against careless figures, then not against ours."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from mhdesk.disclosure import (
    Cell,
    CellId,
    Dimension,
    Layout,
    Published,
    Reason,
    Rules,
    Space,
    Status,
    System,
    audit,
    protect,
    publish,
)
from tests.disclosure.helpers import at, cross_of, line_of, only_small_withheld, withholding

FREQUENCY = Rules(width=1, rules=frozenset({"frequency"}))
DEFAULT = Rules()


def reasons(published: Published, rules: Rules) -> set[Reason]:
    return {finding.reason for finding in audit(published, rules).findings}


def assert_protected(system: System, rules: Rules, *earlier: Published) -> Published:
    result = protect(system, rules, earlier=earlier)
    assert result.certified, result.findings
    published = result.published()
    assert audit(published, dataclasses.replace(rules, width=1)).certified
    return published


def test_a01_a_single_withheld_cell_follows_from_its_total() -> None:
    system = line_of(20, 12, 3)
    report = audit(only_small_withheld(system, DEFAULT), DEFAULT)
    assert [(f.cells, f.reason, f.low, f.high) for f in report.findings] == [
        ((at(x="c"),), Reason.EXACT, 3, 3)
    ]
    assert_protected(system, DEFAULT)


def test_a02_two_on_every_line_are_still_determined_by_combining_lines() -> None:
    counts = [[6, 7, 30, 30], [8, 9, 2, 30], [30, 30, 7, 8], [30, 30, 9, 6]]
    system = cross_of(counts)
    blocks = [(0, 0), (0, 1), (1, 0), (1, 1), (1, 2), (2, 2), (2, 3), (3, 2), (3, 3)]
    published = withholding(system, FREQUENCY, {at(x=f"x{r}", y=f"y{c}") for r, c in blocks})
    report = audit(published, FREQUENCY)
    assert [(f.cells, f.reason) for f in report.findings] == [((at(x="x1", y="y2"),), Reason.EXACT)]
    assert_protected(system, FREQUENCY)


def test_a03_as_many_withheld_as_the_remainder_are_all_ones() -> None:
    system = line_of(30, 1, 1, 1, 0)
    assert reasons(only_small_withheld(system, FREQUENCY), FREQUENCY) == {Reason.EXACT}
    assert_protected(system, FREQUENCY)


def test_a03_where_zeros_are_not_shown_the_same_figures_tell_less() -> None:
    hidden = dataclasses.replace(FREQUENCY, zeros="withheld")
    assert not reasons(only_small_withheld(line_of(30, 1, 1, 1, 0), hidden), hidden)


def test_a04_withheld_zeros_with_nothing_left_over_hide_nothing() -> None:
    rules = dataclasses.replace(DEFAULT, zeros="withheld")
    system = line_of(6, 0, 0)
    assert reasons(withholding(system, rules, {at(x="b"), at(x="c")}), rules) == {Reason.GROUP}
    assert_protected(system, rules)


@pytest.mark.parametrize("counts", [(6, 0, 0), (19, 0), (0, 8, 0, 0)])
def test_a05_a_group_that_falls_into_one_category(counts: tuple[int, ...]) -> None:
    system = line_of(*counts)
    assert Reason.GROUP in reasons(only_small_withheld(system, DEFAULT), DEFAULT)
    assert_protected(system, DEFAULT)


def test_a05_a_large_group_or_a_harmless_classification_is_left_alone() -> None:
    assert not reasons(only_small_withheld(line_of(20, 0), DEFAULT), DEFAULT)
    assert not reasons(only_small_withheld(line_of(6, 0, sensitive=False), DEFAULT), DEFAULT)


def test_a05_inside_a_cross_the_row_is_the_group() -> None:
    system = cross_of([[9, 0, 0], [20, 30, 12], [14, 11, 25]], sensitive=True)
    assert reasons(only_small_withheld(system, DEFAULT), DEFAULT) == {Reason.GROUP}
    published = assert_protected(system, DEFAULT)
    assert published.value(()) == 121


def test_a06_the_one_outside_knows_all_the_others() -> None:
    rules = dataclasses.replace(DEFAULT, minimum=1)
    assert Reason.GROUP in reasons(withholding(line_of(5, 1), rules, set()), rules)
    assert_protected(line_of(5, 1), DEFAULT)


QUARTERS = Space((Dimension("form", ("a", "b", "c")), Dimension("quarter", ("q1", "q2"), sensitive=False)))


def half_year_after_first_quarter() -> tuple[System, Published]:
    counts = np.array([[10, 9], [8, 2], [7, 11]])
    first = QUARTERS.table("form", within={"quarter": ("q1",)})
    earlier = protect(QUARTERS.system(counts, [first]), DEFAULT)
    assert earlier.secondary == earlier.primary == 0
    return QUARTERS.system(counts, [QUARTERS.table("form")], split=["quarter"]), earlier.published()


def test_a08_a_quarter_taken_from_its_half_year_leaves_the_other_quarter() -> None:
    half, quarter = half_year_after_first_quarter()
    assert protect(half, DEFAULT).secondary == 0  # harmless by itself: 19, 10, 18 of 47
    published = assert_protected(half, DEFAULT, quarter)
    assert published.value(at(form="b")) is None
    result = protect(half, DEFAULT, earlier=[quarter])
    why = {cell.id: cell.protects for cell in result.cells if cell.status is Status.WITHHELD}
    assert why[at(form="b")] == (at(form="b", quarter="q2"),)


def test_a12_all_municipal_sheets_but_one_and_the_region() -> None:
    places = ("p", "q", "r")
    space = Space((Dimension("form", ("a", "b")), Dimension("place", places, sensitive=False)))
    counts = np.array([[10, 12, 2], [11, 9, 14]])
    sheets = [space.table("form", within={"place": (place,)}) for place in places[:2]]
    tables = [space.table("form"), *sheets]
    open_hand = only_small_withheld(space.system(counts, tables, split=["place"]), DEFAULT)
    told = {finding.cells for finding in audit(open_hand, DEFAULT).findings}
    assert (at(form="a", place="r"),) in told
    assert_protected(space.system(counts, tables, split=["place"]), DEFAULT)


def test_a14_the_mark_of_a_withheld_cell_does_not_tell_why() -> None:
    result = protect(cross_of([[25, 7, 3], [12, 1, 9], [8, 14, 30]]), FREQUENCY)
    published = result.published()
    assert result.primary
    assert result.secondary
    hidden = [i for i, value in enumerate(published.values) if value is None]
    assert len({int(published.floors[i]) for i in hidden}) == 1
    assert {field.name for field in dataclasses.fields(Published)} == {"layout", "values", "floors"}
    assert set(Status) == {"published", "withheld", "zero"}


def test_a18_an_organisation_that_reported_five_of_six_sees_the_sixth() -> None:
    system = line_of(6, 12, 9)
    report = audit(only_small_withheld(system, DEFAULT), DEFAULT, known=np.array([5, 0, 0]))
    assert [(f.cells, f.reason) for f in report.findings] == [((at(x="a"),), Reason.INSIDER)]


def test_a20_ones_own_record_narrows_what_is_left() -> None:
    rules = dataclasses.replace(FREQUENCY, zeros="withheld")
    published = withholding(line_of(1, 1, 20), rules, {at(x="a"), at(x="b")})
    assert audit(published, rules).certified
    own = audit(published, rules, known=np.array([1, 0, 0]))
    assert own.intervals[at(x="b")].high == 1
    assert own.certified  # 0 or 1 is still possible
    both = audit(published, rules, known=np.array([1, 1, 0]))
    assert {finding.reason for finding in both.findings} == {Reason.EXACT}


def test_a21_wide_as_fractions_but_fixed_as_whole_numbers() -> None:
    """t + two of (a, b, c) is 1 in three ways: halves of a, b, c would do, whole ones would not, so t is 1."""
    rules = dataclasses.replace(FREQUENCY, zeros="withheld")
    a, b, c, t, other = range(5)
    sets = {
        "ab": (a, b, t, other),
        "bc": (b, c, t, other),
        "ac": (a, c, t, other),
        "t": (t,),
        "other": (other,),
    }
    cells = tuple(Cell(at(figure=name), np.array(atoms)) for name, atoms in sets.items())
    published = publish(Layout(5, cells), [6, 6, 6, None, 5], rules)
    report = audit(published, rules)
    assert [(f.reason, f.low, f.high) for f in report.findings] == [(Reason.EXACT, 1, 1)]


def test_a22_the_choice_between_equals_needs_the_key() -> None:
    system = cross_of([[3, 9, 9, 9], [9, 9, 9, 9], [9, 9, 9, 9], [9, 9, 9, 9]])

    def pattern(seed: str) -> frozenset[CellId]:
        result = protect(system, FREQUENCY, seed=seed)
        return frozenset(cell.id for cell in result.cells if cell.status is Status.WITHHELD)

    assert pattern("one key") == pattern("one key")
    assert len({pattern(f"key {i}") for i in range(6)}) > 1
