"""From rows to systems: one id for each figure, and a clear error for each kind of bad table."""

from __future__ import annotations

import numpy as np
import pytest

from mhdesk.disclosure import (
    BadCountError,
    BadLayoutError,
    Cell,
    Dimension,
    DuplicateRowError,
    Layout,
    Line,
    Rules,
    Space,
    System,
    TooManyValuesError,
    TotalsDoNotAddUpError,
    UnknownCategoryError,
    Weights,
    join,
    protect,
    read_table,
)
from tests.disclosure.helpers import at, line_of

SPACE = Space((Dimension("form", ("a", "b")), Dimension("place", ("p", "q", "r"))))
Row = tuple[tuple[str, ...], float]
GOOD: list[Row] = [(("a", "p"), 3), (("a", "q"), 4), (("b", "p"), 5), (("b", "q"), 0)]


def test_records_are_counted_into_every_cell_of_the_vocabulary() -> None:
    counts = SPACE.count([("a", "p"), ("a", "p"), ("b", "r")])
    assert counts.tolist() == [[2, 0, 0], [0, 0, 1]]


def test_tables_share_the_figures_that_they_share() -> None:
    layout = SPACE.layout([SPACE.table("form", "place"), SPACE.table("form"), SPACE.table("place")])
    assert len(layout.cells) == 3 * 4
    assert layout.cell(()).role == "total"
    assert layout.cell(at(form="a")).role == "margin"
    assert layout.cell(at(form="a", place="r")).role == "inner"


def test_all_codes_of_a_dimension_are_no_condition() -> None:
    assert SPACE.identify({"place": ("r", "q", "p"), "form": ("b",)}) == at(form="b")
    assert SPACE.identify({"place": ("q", "p")}) == at(place="p+q")


def test_splitting_adds_what_follows_by_subtraction_and_nothing_to_publish() -> None:
    layout = SPACE.layout([SPACE.table("form")], split=["place"])
    latent = {cell.id for cell in layout.cells if cell.latent}
    assert at(form="a", place="q") in latent
    assert at(place="p") in latent
    assert at(form="a") not in latent
    outcome = protect(System(layout, np.full(6, 9, dtype=np.int64)), Rules())
    assert {cell.id for cell in outcome.cells} == {(), at(form="a"), at(form="b")}


@pytest.mark.parametrize("number", [-1, 2.5, float("nan"), float("inf")])
def test_a_count_is_a_whole_number(number: float) -> None:
    with pytest.raises(BadCountError):
        read_table([*GOOD[:3], (("b", "q"), number)], ["form", "place"], "Totaal")
    with pytest.raises(BadCountError):
        SPACE.system(np.full((2, 3), number), [SPACE.table("form")])


def test_a_table_made_elsewhere_is_read_with_its_totals() -> None:
    totals: list[Row] = [(("a", "Totaal"), 7), (("Totaal", "p"), 8), (("Totaal", "Totaal"), 12)]
    space, counts = read_table([*GOOD, *totals], ["form", "place"], "Totaal")
    assert space.shape == (2, 2)
    assert counts.tolist() == [[3, 4], [5, 0]]


@pytest.mark.parametrize(
    ("extra", "error"),
    [
        ((("a", "p"), 3), DuplicateRowError),
        ((("a", "Totaal"), 8), TotalsDoNotAddUpError),
        ((("a",), 8), UnknownCategoryError),
    ],
)
def test_a_table_that_contradicts_itself_is_refused(extra: Row, error: type[Exception]) -> None:
    with pytest.raises(error):
        read_table([*GOOD, extra], ["form", "place"], "Totaal")
    with pytest.raises(DuplicateRowError):
        read_table([*GOOD, (("a", "Totaal"), 7), (("a", "Totaal"), 7)], ["form", "place"], "Totaal")


def test_too_many_values_are_refused_before_they_cost_anything() -> None:
    with pytest.raises(TooManyValuesError):
        read_table((((str(i),), 1) for i in range(20_000)), ["x"], "Totaal")
    wide = tuple(Dimension(name, tuple(map(str, range(100)))) for name in "xyz")
    with pytest.raises(TooManyValuesError):
        Space(wide)


def test_codes_and_dimensions_that_are_not_there_are_refused() -> None:
    for wrong in ([("a", "z")], [("a",)]):
        with pytest.raises(UnknownCategoryError):
            SPACE.count(wrong)
    with pytest.raises(UnknownCategoryError):
        SPACE.table("age")
    with pytest.raises(UnknownCategoryError):
        SPACE.table("form", within={"place": ("z",)})
    with pytest.raises(BadLayoutError):
        SPACE.table("form", within={"form": ("a",)})
    with pytest.raises(BadLayoutError):
        Dimension("x", ("a", "a"))


def test_a_line_must_be_a_partition() -> None:
    cells = (Cell((), np.array([0, 1])), Cell(at(x="a"), np.array([0])), Cell(at(x="b"), np.array([1])))
    Layout(2, cells, (Line((), (at(x="a"), at(x="b"))),))
    for parts in ((at(x="a"),), (at(x="a"), at(x="a")), (at(x="a"), at(x="z"))):
        with pytest.raises(BadLayoutError):
            Layout(2, cells, (Line((), parts),))


def test_only_unrelated_dimensions_are_put_side_by_side() -> None:
    with pytest.raises(BadLayoutError):
        join([line_of(5, 6), line_of(5, 6)])


def test_rules_that_make_no_sense_are_refused() -> None:
    for make in (
        lambda: Rules(minimum=0),
        lambda: Rules(width=0),
        lambda: Rules(rules=frozenset()),
        lambda: Rules(group_others=0),
        lambda: Weights(inner=0),
    ):
        with pytest.raises(BadLayoutError):
            make()


def test_groups_of_codes_are_figures_of_the_same_system() -> None:
    rollups = ((("a", "b"), ("c",)), (("b", "c"), ("a",)), (("a",), ("b",)))
    space = Space((Dimension("x", ("a", "b", "c", "d"), rollups=rollups), Dimension("y", ("p", "q"))))
    layout = space.layout([space.table("x", "y")])
    assert len(layout.cells) == (4 + 3 + 1) * 3
    assert layout.cell(at(x="a+b", y="p")).role == "margin"
    assert Line(at(x="a+b+c"), (at(x="b+c"), at(x="a")), sensitive=True) in layout.lines
    assert Line(at(x="b+c"), (at(x="b"), at(x="c")), sensitive=True) in layout.lines
    result = protect(System(layout, np.array([9, 9, 2, 9, 30, 30, 30, 30], dtype=np.int64)), Rules())
    assert result.certified
    assert {at(x="b", y="p"), at(x="a+b", y="p")}.isdisjoint(
        cell.id for cell in result.cells if cell.value == 2 and cell.status == "published"
    )


def test_groups_must_be_disjoint_sets_of_codes() -> None:
    for rollup in ((("a", "b"), ("b",)), (("a", "z"),), ((),)):
        with pytest.raises(BadLayoutError):
            Dimension("x", ("a", "b", "c"), rollups=(rollup,))
