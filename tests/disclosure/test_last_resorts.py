"""Where small steps do not help, more goes at once, in an order; refused is only what no choice of cells would save."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from mhdesk.disclosure import CellId, Dimension, Published, Reason, Rules, Space, System, audit, join, protect
from tests.disclosure import oracle
from tests.disclosure.helpers import at, cross_of, line_of, values_of, withholding

SLICES = Space((Dimension("form", ("a", "b", "c")), Dimension("slice", ("1", "2"), sensitive=False)))
PLACES = Space((Dimension("form", ("a", "b", "c")), Dimension("place", ("p", "q"), sensitive=False)))
CODES = Space((Dimension("x", ("a", "b")),))


def withheld(published: Published) -> set[CellId]:
    return {cell for cell, value in values_of(published).items() if value is None}


@pytest.mark.parametrize(
    ("rules", "counts"),
    [
        (Rules(minimum=3, width=2), [[0, 0], [1, 0], [2, 0]]),
        (Rules(minimum=3, width=2), [[0, 2], [2, 1], [0, 0]]),
        (Rules(), [[2, 2], [3, 2], [0, 2]]),
    ],
)
@pytest.mark.parametrize("time_limit", [None, 0])
def test_a_width_that_an_earlier_release_settled_is_no_reason_to_refuse(
    rules: Rules, counts: list[list[int]], time_limit: float | None
) -> None:
    for code in "12":
        part = SLICES.system(np.array(counts), [SLICES.table("form", within={"slice": (code,)})])
        earlier = protect(part, rules).published()
        whole = SLICES.system(np.array(counts), [SLICES.table("form")], split=["slice"])
        result = protect(whole, rules, earlier=[earlier], time_limit=time_limit)
        assert result.certified, result.findings


def test_nothing_goes_for_a_width_that_nothing_can_bring_back() -> None:
    counts, rules = np.array([[0, 0], [1, 0], [2, 0]]), Rules(minimum=3, width=2)
    part = SLICES.system(counts, [SLICES.table("form", within={"slice": ("1",)})])
    whole = SLICES.system(counts, [SLICES.table("form")], split=["slice"])
    result = protect(whole, rules, earlier=[protect(part, rules).published()])
    assert (result.secondary, result.reached) == (0, 1)
    assert withheld(result.published()) >= {at(form="b"), at(form="c")}


def test_first_goes_what_contains_a_figure_that_was_withheld_before() -> None:
    counts = np.array([[7, 8], [2, 8], [4, 6]])
    sheet = PLACES.system(counts, [PLACES.table("place", within={"form": ("b",)})])
    rules = Rules(minimum=3, width=1, group_below=4)
    earlier = protect(sheet, rules).published()
    assert withheld(earlier) == {at(form="b", place="p"), at(form="b", place="q")}
    whole = PLACES.system(counts, [PLACES.table("form", "place")])
    published = protect(whole, rules, earlier=[earlier], time_limit=0).published()
    assert {at(place="p"), at(place="q")} <= withheld(published)
    assert published.value(at(form="a", place="q")) == 8
    assert published.value(at(form="a")) == 15
    assert published.value(()) == 35


@pytest.mark.parametrize("counts", [[[6, 4], [9, 10]], [[3, 9], [9, 9]]])
def test_then_goes_all_but_the_total(counts: list[list[int]]) -> None:
    system = cross_of(counts)
    published = protect(system, Rules(width=1), time_limit=0).published()
    assert len(withheld(published)) == (system.values > 0).sum() - 1
    assert published.value(()) == np.sum(counts)


@pytest.mark.parametrize("time_limit", [None, 0])
@pytest.mark.parametrize("counts", [[[6, 25, 0], [3, 0, 3]], [[25, 0, 6], [0, 3, 3]]])
def test_a_group_that_is_not_surely_large_any_more_is_looked_at_again(
    counts: list[list[int]], time_limit: float | None
) -> None:
    """25 is no small group as long as it is shown, or follows; withheld for the sake of others it may be one."""
    assert protect(cross_of(counts, sensitive=True), Rules(width=1), time_limit=time_limit).certified


def test_zeros_go_too_once_their_totals_have_gone() -> None:
    published = protect(
        cross_of([[25, 6, 0], [6, 3, 6]], sensitive=True), Rules(width=1), time_limit=0
    ).published()
    assert published.value(()) == 46


def test_a_width_below_the_rules_is_the_widest_that_can_be_had() -> None:
    result = protect(line_of(1, 3, 3), Rules(minimum=3, width=5))
    assert result.reached == 4  # 1 to 5, as 7 - 1 - 1


def test_a_search_without_time_leaves_other_tables_alone() -> None:
    places = Space((Dimension("y", ("p", "q"), sensitive=False),))
    other = places.system(np.array([20, 15]), [places.table("y")])
    published = protect(join([line_of(20, 12, 3), other]), Rules(), time_limit=0).published()
    assert withheld(published) == {at(x="a"), at(x="b"), at(x="c")}


def test_at_last_goes_the_total_too() -> None:
    """All in p are in form a: to be doubted only where zeros of b go, and these rules let them go with the total."""
    system = PLACES.system(np.array([[3, 20], [0, 0], [0, 0]]), [PLACES.table("form", "place")])
    published = protect(system, Rules()).published()
    assert published.value(()) is None
    assert published.value(at(form="a")) == 23  # what turned out to be superfluous is back
    assert audit(published, Rules(width=1)).certified


def test_a_zero_that_this_release_has_to_show_is_not_withheld_by_the_rules_of_another() -> None:
    """Withheld, its readers would take it for 1 at least: the rules let no zero of this table go."""
    system, history = alone_after_its_group()
    result = protect(system, Rules(), earlier=history)
    assert not result.certified
    assert not result.told_before
    assert {finding.reason for finding in result.findings} == {Reason.GROUP}


def alone_after_its_group() -> tuple[System, list[Published]]:
    """All eight are a, so a and b were withheld; now b, a zero, is wanted alone."""
    counts = np.array([8, 0])
    earlier = protect(CODES.system(counts, [CODES.table("x")]), Rules()).published()
    assert withheld(earlier) == {at(x="a"), at(x="b")}
    return CODES.system(counts, [CODES.table(within={"x": ("b",)})]), [earlier]


def after_a_careless_release() -> tuple[System, list[Published]]:
    system = line_of(20, 12, 3)
    return system, [withholding(system, Rules(), {at(x="c")})]


def after_an_empty_category() -> tuple[System, list[Published]]:
    """That nobody is a was told before; with two categories all others are b."""
    counts = np.array([0, 6])
    alone = CODES.system(counts, [CODES.table(within={"x": ("a",)})])
    return CODES.system(counts, [CODES.table("x")]), [protect(alone, Rules()).published()]


@pytest.mark.parametrize(
    ("case", "told_before"),
    [(alone_after_its_group, False), (after_a_careless_release, True), (after_an_empty_category, True)],
)
def test_what_is_refused_gives_somebody_away_whatever_is_withheld(
    case: Callable[[], tuple[System, list[Published]]], told_before: bool
) -> None:
    system, history = case()
    result = protect(system, Rules(), earlier=history)
    assert not result.certified
    assert result.told_before is told_before
    patterns = list(oracle.every_pattern(system, Rules(), history))
    assert patterns
    for together in patterns:
        view = oracle.as_the_house_knows(System(together.layout, system.counts), together, Rules())
        tables = oracle.all_tables(view, most=int(system.counts.sum()) + 6)
        assert not oracle.judge(view, tables, Rules(width=1)).innocent


def test_what_a_wish_makes_impossible_was_not_told_before() -> None:
    system = line_of(20, 12, 3)
    result = protect(system, Rules(), earlier=[protect(system, Rules()).published()], keep=[at(x="c")])
    assert not result.certified
    assert not result.told_before
