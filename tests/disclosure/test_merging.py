"""Merged categories: totals stay, small counts go, and the rest is never a small remainder."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mhdesk.disclosure import (
    BadLayoutError,
    Dimension,
    Recode,
    Rules,
    Space,
    UnknownCategoryError,
    Wishes,
    audit,
    propose_merges,
)
from tests.disclosure.helpers import at

FORMS = Space((Dimension("form", ("sexual", "labour", "criminal", "marriage", "organ", "other")),))
REST = ("labour", "criminal", "marriage", "organ", "other")
AGES = Space((Dimension("age", ("0-11", "12-15", "16-17", "18-25", "26-40", "41+")),))
PLACES = Space((Dimension("place", ("p", "q", "r", "s"), sensitive=False),))


def test_the_figures_of_2019_become_36_25_and_11() -> None:
    counts = np.array([25, 7, 3, 1, 0, 0])
    best = propose_merges(FORMS, counts, [FORMS.table("form")], Rules())[0]
    assert best.recode.merged == (("form", REST),)
    assert (best.published, best.withheld, best.categories) == (3, 0, 4)
    assert best.lost > 0
    shown = best.protected.published()
    assert shown.value(()) == 36
    assert shown.value(at(form="sexual")) == 25
    assert shown.value(at(form="+".join(REST))) == 11
    assert audit(shown, Rules()).certified


@settings(max_examples=25)
@given(st.lists(st.integers(0, 12), min_size=6, max_size=6), st.booleans())
def test_totals_stay_and_no_rest_is_small(counts: list[int], ordered: bool) -> None:
    space, array = AGES, np.array(counts)
    wishes = Wishes(ordered=("age",) if ordered else ())
    tables = [space.table("age")]
    found = propose_merges(space, array, tables, Rules(), wishes=wishes)
    keys = [(each.withheld, round(each.lost, 9)) for each in found]
    assert keys == sorted(keys)
    for proposal in found:
        merged, sums = proposal.recode.apply(space, array)
        assert sums.sum() == array.sum()
        assert 1 < len(merged.dimensions[0].codes) == 6 - proposal.categories
        for (_, codes), total in zip(proposal.recode.groups, [sums], strict=True):
            for group, value in zip(codes, total.tolist(), strict=True):
                if len(group) > 1 and not ordered:
                    assert value >= Rules().minimum
    again = propose_merges(space, array, tables, Rules(), wishes=wishes)
    assert [each.recode for each in again] == [each.recode for each in found]


def test_age_bands_merge_with_their_neighbours_only() -> None:
    counts = np.array([0, 3, 8, 20, 9, 2])
    best = propose_merges(AGES, counts, [AGES.table("age")], Rules(), wishes=Wishes(ordered=("age",)))[0]
    assert best.withheld == 0
    assert best.recode.merged == (("age", ("12-15", "16-17")), ("age", ("26-40", "41+")))


def test_a_group_of_a_classification_merges_as_a_whole() -> None:
    wishes = Wishes(within={"place": [("p", "q"), ("r", "s")]})
    found = propose_merges(PLACES, np.array([2, 9, 8, 7]), [PLACES.table("place")], Rules(), wishes=wishes)
    assert [each.recode.merged for each in found] == [(("place", ("p", "q")),)]


def test_two_dimensions_are_merged_together_where_both_are_small() -> None:
    space = Space((*FORMS.dimensions, *PLACES.dimensions))
    counts = np.array([[9, 8, 7, 1], [7, 0, 0, 0], [0, 2, 1, 0], [0, 0, 0, 1], [0, 0, 0, 0], [0, 0, 0, 0]])
    tables = [space.table("form"), space.table("place")]
    found = propose_merges(space, counts, tables, Rules())
    assert found[0].withheld == 0
    assert {name for name, _ in found[0].recode.merged} == {"form", "place"}
    only = propose_merges(space, counts, tables, Rules(), wishes=Wishes(dimensions=("form",)))
    assert {name for each in only for name, _ in each.recode.merged} == {"form"}


def test_a19_a_merged_category_is_there_whatever_is_in_it_and_empty_ones_go_into_the_rest() -> None:
    recode = Recode((("form", (("sexual",), REST)),))
    for counts in ([25, 7, 3, 1, 0, 0], [25, 0, 0, 0, 0, 0]):
        space, sums = recode.apply(FORMS, np.array(counts))
        assert space.dimensions[0].codes == ("sexual", "+".join(REST))
        assert sums.shape == (2,)
    proposed = propose_merges(FORMS, np.array([25, 9, 4, 0, 8, 0]), [FORMS.table("form")], Rules())
    assert all({"marriage", "other"} <= set(each.recode.merged[0][1]) for each in proposed)


def test_where_nothing_is_small_there_is_nothing_to_merge() -> None:
    assert propose_merges(PLACES, np.array([9, 9, 8, 7]), [PLACES.table("place")], Rules()) == ()


def test_groups_that_are_not_the_codes_of_the_dimension_are_called_so() -> None:
    counts = np.array([2, 9, 8, 7])
    for groups, error in (
        ((("p", "q"), ("r",)), BadLayoutError),
        ((("p", "q"), ("q", "r", "s")), BadLayoutError),
        ((("p", "z"), ("q", "r", "s")), UnknownCategoryError),
    ):
        with pytest.raises(error):
            Recode((("place", groups),)).apply(PLACES, counts)
