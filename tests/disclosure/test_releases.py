"""What left before counts: histories that hold, that tell too much already, that contradict the data."""

from __future__ import annotations

import numpy as np
import pytest

from mhdesk.disclosure import (
    BadLayoutError,
    Dimension,
    InconsistentHistoryError,
    NotCertifiedError,
    Published,
    Rules,
    Space,
    UnknownCategoryError,
    audit,
    protect,
    union,
)
from tests.disclosure.helpers import at, line_of, values_of, withholding

QUARTERS = ("q1", "q2", "q3", "q4")
SPACE = Space((Dimension("form", ("a", "b", "c")), Dimension("quarter", QUARTERS, sensitive=False)))
COUNTS = np.array([[6, 3, 8, 7], [12, 9, 1, 10], [5, 5, 14, 2]])


def quarter(name: str, counts: np.ndarray = COUNTS) -> Published:
    return protect(
        SPACE.system(counts, [SPACE.table("form", within={"quarter": (name,)})]), Rules()
    ).published()


def test_four_quarters_and_the_year_are_safe_together() -> None:
    history: list[Published] = []
    for name in QUARTERS:
        system = SPACE.system(COUNTS, [SPACE.table("form", within={"quarter": (name,)})])
        result = protect(system, Rules(), earlier=history)
        history.append(result.published())
    year = protect(SPACE.system(COUNTS, [SPACE.table("form")], split=["quarter"]), Rules(), earlier=history)
    together = union([*history, year.published()])
    assert audit(together, Rules(width=1)).certified
    assert together.value(()) == int(COUNTS.sum())


def test_each_release_alone_would_not_have_been_enough() -> None:
    year = protect(SPACE.system(COUNTS, [SPACE.table("form")], split=["quarter"]), Rules())
    assert year.secondary == 0
    together = union([*map(quarter, QUARTERS), year.published()])
    assert not audit(together, Rules(width=1)).certified


def test_a_release_can_be_rebuilt_from_its_tables_and_values() -> None:
    table = SPACE.table("form", within={"quarter": ("q3",)})
    before = quarter("q3")
    again = SPACE.published(dict(values_of(before)), [table], Rules())
    assert again.values == before.values
    assert again.floors.tolist() == before.floors.tolist()
    with pytest.raises(UnknownCategoryError):
        SPACE.published({at(form="a"): 3}, [table], Rules())


def test_counts_that_were_corrected_since_are_reported_and_not_mixed() -> None:
    corrected = COUNTS.copy()
    corrected[1, 0] += 1
    system = SPACE.system(corrected, [SPACE.table("form")], split=["quarter"])
    with pytest.raises(InconsistentHistoryError) as caught:
        protect(system, Rules(), earlier=[quarter("q1")])
    assert set(caught.value.cells) == {at(quarter="q1"), at(form="b", quarter="q1")}


def test_two_releases_with_different_values_for_one_figure_contradict_each_other() -> None:
    corrected = COUNTS.copy()
    corrected[1, 0] += 1
    with pytest.raises(InconsistentHistoryError) as caught:
        union([quarter("q1"), quarter("q1", corrected)])
    assert at(form="b", quarter="q1") in caught.value.cells


def test_figures_that_no_counts_can_have_contradict_each_other() -> None:
    whole = withholding(line_of(9, 8, 7), Rules(), {at(x="a")})
    broken = Published(
        whole.layout,
        tuple(3 if cell.id == () else v for cell, v in zip(whole.layout.cells, whole.values, strict=True)),
        whole.floors,
    )
    with pytest.raises(InconsistentHistoryError):
        audit(broken, Rules())


def test_what_an_earlier_figure_told_cannot_be_taken_back() -> None:
    system = line_of(20, 12, 3)
    careless = withholding(system, Rules(), {at(x="c")})
    result = protect(system, Rules(), earlier=[careless])
    assert not result.certified
    assert result.told_before
    assert at(x="c") in {cell for finding in result.findings for cell in finding.cells}
    assert result.cells == ()
    with pytest.raises(NotCertifiedError):
        result.published()


def test_a_figure_that_must_be_shown_can_make_a_release_impossible_but_never_unsafe() -> None:
    result = protect(line_of(20, 12, 3), Rules(), keep=[at(x="c")])
    assert not result.certified
    assert not result.told_before
    everything = [at(x="a"), at(x="b"), ()]
    assert not protect(line_of(20, 12, 3), Rules(), keep=everything).certified


def test_a_figure_that_must_be_shown_is_shown_where_another_can_go() -> None:
    published = protect(line_of(20, 12, 3), Rules(), keep=[at(x="b")]).published()
    assert published.value(at(x="b")) == 12
    assert published.value(at(x="a")) is None


def test_a_figure_that_somebody_wants_withheld_is_withheld() -> None:
    result = protect(line_of(20, 12, 9), Rules(), withhold=[at(x="b")])
    chosen = next(cell for cell in result.cells if cell.id == at(x="b"))
    assert (chosen.status, chosen.rule) == ("withheld", "chosen")
    with pytest.raises(BadLayoutError):
        protect(line_of(20, 12, 0), Rules(), withhold=[at(x="c")])
    with pytest.raises(UnknownCategoryError):
        protect(line_of(20, 12, 9), Rules(), withhold=[at(x="z")])


def test_publishing_the_same_figures_again_shows_the_same() -> None:
    system = SPACE.system(COUNTS, [SPACE.table("form", within={"quarter": ("q1", "q2")})], split=["quarter"])
    first = protect(system, Rules(), seed="one")
    again = protect(system, Rules(), earlier=[first.published()], seed="another")
    assert again.published().values == first.published().values
