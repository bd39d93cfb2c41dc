"""Witnesses are checked by addition, whoever brings them; what the rules promise about zeros stays true."""

from __future__ import annotations

import numpy as np
import pytest

from mhdesk.disclosure import Dimension, Rules, Space, join, protect
from mhdesk.disclosure.reader import Reader
from tests.disclosure.helpers import at, cross_of, line_of, withholding

B, C = (2,), (3,)  # positions in line_of(): the total, a, b, c


def test_a_table_is_a_witness_only_if_it_adds_up_to_everything_shown() -> None:
    system = line_of(20, 7, 3)
    reader = Reader(withholding(system, Rules(), {at(x="b"), at(x="c")}), witness=system.counts)
    assert reader.offer(np.array([20, 9, 1]))
    for wrong in ([20, 9, 2], [19, 8, 3], [20, 10, 0], [20, 11, -1]):
        assert not reader.offer(np.array(wrong))
    assert sorted(reader.seen(B).tolist()) == [7, 9]


def test_a_witness_agrees_with_what_an_insider_knows_and_with_shared_totals() -> None:
    system = line_of(6, 6)
    known = np.array([0, 4])
    reader = Reader(withholding(system, Rules(), {at(x="a"), at(x="b")}), known, system.counts)
    assert reader.offer(np.array([8, 4]))
    assert not reader.offer(np.array([9, 3]))


def test_a_witness_keeps_a_total_that_two_tables_share() -> None:
    spaces = [Space((Dimension(name, ("a", "b")),)) for name in "xy"]
    system = join(space.system(np.array([6, 3]), [space.table(space.dimensions[0].name)]) for space in spaces)
    gone = {at(x="a"), at(x="b"), at(y="a"), at(y="b"), ()}
    reader = Reader(withholding(system, Rules(), gone), witness=system.counts)
    assert reader.offer(np.array([7, 3, 5, 5]))
    assert not reader.offer(np.array([7, 3, 5, 4]))


def test_witnesses_that_disagree_with_a_new_figure_go() -> None:
    system = line_of(20, 7, 3)
    reader = Reader(withholding(system, Rules(), {at(x="b"), at(x="c")}), witness=system.counts)
    assert (reader.lowest(B), reader.highest(B)) == (1, 9)
    reader.show(B[0], 7)
    assert set(reader.seen(C).tolist()) == {3}
    reader.withhold(B[0])
    assert reader.highest(C) == 9


@pytest.mark.parametrize("seed", range(4))
def test_a_zero_is_withheld_only_where_the_rules_say_that_it_may_be(seed: int) -> None:
    """Else a reader who trusts the rules would conclude something false, and another the truth."""
    system = cross_of([[0, 0], [15, 1]], sensitive=True)
    published = protect(system, Rules(group_below=4), seed=seed).published()
    hidden = [i for i, value in enumerate(published.values) if value is None]
    assert (system.values[hidden] >= published.floors[hidden]).all()
