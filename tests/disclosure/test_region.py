"""The region's own figures of 2019: 36 signals, 25 of them sexual exploitation, by form and by municipality."""

from __future__ import annotations

import numpy as np

from mhdesk.disclosure import Dimension, Protected, Rules, Space, Status, audit, join, protect
from tests.disclosure.helpers import at

FORMS = ("sexual", "labour", "criminal", "marriage", "organ", "other")
PLACES = ("Hilversum", "Gooise Meren", "Huizen", "Wijdemeren", "Blaricum", "Laren", "Eemnes", "Weesp")
COUNTS = np.array(
    [
        [10, 5, 5, 0, 3, 0, 0, 2],
        [4, 2, 0, 1, 0, 0, 0, 0],
        [3, 0, 0, 0, 0, 0, 0, 0],
        [1, 0, 0, 0, 0, 0, 0, 0],
        [0, 0, 0, 0, 0, 0, 0, 0],
        [0, 0, 0, 0, 0, 0, 0, 0],
    ]
)
SPACE = Space((Dimension("form", FORMS), Dimension("place", PLACES, sensitive=False)))


def year(seed: int = 0) -> Protected:
    tables = [SPACE.table("form"), SPACE.table("place")]
    return protect(SPACE.system(COUNTS, tables), Rules(), seed=seed)


def test_36_and_25_stand_and_7_goes_with_3_and_1_whatever_the_key() -> None:
    for seed in range(5):
        published = year(seed).published()
        assert published.value(()) == 36
        assert [published.value(at(form=form)) for form in FORMS] == [25, None, None, None, 0, 0]


def test_each_municipality_below_five_goes_with_one_more() -> None:
    published = year().published()
    shown = [published.value(at(place=place)) for place in PLACES]
    assert shown[3:5] == [None, None]
    assert shown[5:] == [0, 0, None]
    assert shown[:3].count(None) <= 1


def test_the_preview_says_why_the_seven_had_to_go() -> None:
    outcomes = {cell.id: cell for cell in year().cells}
    seven = outcomes[at(form="labour")]
    assert seven.status is Status.WITHHELD
    assert (seven.primary, seven.rule) == (False, "remainder")
    assert set(seven.protects) == {at(form="criminal"), at(form="marriage")}
    three = outcomes[at(form="criminal")]
    assert (three.primary, three.rule, three.protects) == (True, "frequency", ())
    assert outcomes[at(form="organ")].status is Status.ZERO


def test_nobody_can_tell_that_the_two_smallest_are_four_together() -> None:
    result = year()
    published = result.published()
    report = audit(published, Rules())
    assert report.certified
    for form in ("labour", "criminal", "marriage"):
        interval = report.intervals[at(form=form)]
        assert (interval.low, interval.high) == (1, 9)


def test_without_the_remainder_rule_the_four_would_follow() -> None:
    loose = Rules(width=1, rules=frozenset({"frequency"}))
    published = protect(SPACE.system(COUNTS, [SPACE.table("form")]), loose).published()
    assert published.value(at(form="labour")) == 7
    assert [finding.reason for finding in audit(published, Rules(width=1)).findings] == [
        "remainder",
        "combination",
    ]


def test_tables_side_by_side_tell_the_same_as_tables_over_common_profiles() -> None:
    blocks = []
    for axis, dimension in enumerate(SPACE.dimensions):
        alone = Space((dimension,))
        blocks.append(alone.system(COUNTS.sum(axis=1 - axis), [alone.table(dimension.name)]))
    joined, crossed = protect(join(blocks), Rules()), year()
    assert {c.id: c.status for c in joined.cells} == {c.id: c.status for c in crossed.cells}
    assert {c.id: c.interval for c in joined.cells} == {c.id: c.interval for c in crossed.cells}
