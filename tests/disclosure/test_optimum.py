"""The proven optimum: as cheap as trying every pattern shows possible, never dearer than greedy, safe at any moment."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mhdesk.disclosure import ALL_RULES, Dimension, Rules, Space, System, Weights, audit, protect
from tests.disclosure import oracle
from tests.disclosure.helpers import cross_of
from tests.disclosure.test_measured import measured, optima, rules_of

UNIT = Weights(margin=1, total=1, size=0, jitter=0)
COUNTS = [[25, 7, 3, 9], [12, 1, 9, 16], [8, 14, 30, 2], [6, 18, 11, 21]]
patient = settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
rule_sets = st.builds(
    Rules,
    minimum=st.sampled_from([3, 5]),
    width=st.just(1),
    zeros=st.sampled_from(["shown", "withheld"]),
    rules=st.sampled_from([ALL_RULES, frozenset({"frequency"}), frozenset({"frequency", "remainder"})]),
    group_below=st.sampled_from([4, 20]),
    weights=st.just(UNIT),
)


@st.composite
def small_systems(draw: st.DrawFn) -> System:
    shape = draw(st.sampled_from([(4,), (5,), (2, 2), (2, 3)]))
    sensitive = draw(st.booleans())
    names = "xy"[: len(shape)]
    space = Space(
        tuple(Dimension(n, tuple("abcde"[:s]), sensitive) for n, s in zip(names, shape, strict=True))
    )
    counts = np.zeros(shape, dtype=np.int64)
    for place in draw(st.lists(st.sampled_from(list(product(*map(range, shape)))), max_size=5)):
        more = draw(st.integers(1, 6))
        if oracle.has_time_for(counts.size, int(counts.sum()) + more):
            counts[place] += more
    tables = [space.table(name) for name in names] if draw(st.booleans()) else [space.table(*names)]
    return space.system(counts, tables)


def cheapest_of_all(system: System, rules: Rules, base: int) -> int:
    """Return how many cells besides ``base`` small ones go in the first pattern that tells a patient reader nothing."""
    patterns = [each for each in oracle.every_pattern(system, rules, []) if each.value(()) is not None]
    for each in sorted(patterns, key=lambda each: each.values.count(None)):
        view = oracle.as_the_house_knows(system, each, rules)
        if oracle.judge(view, oracle.all_tables(view), rules).innocent:
            return each.values.count(None) - base
    raise AssertionError


@patient
@given(small_systems(), rule_sets)
def test_the_optimum_is_what_trying_every_pattern_finds(system: System, rules: Rules) -> None:
    greedy, best = protect(system, rules), protect(system, rules, optimum=30)
    assert best.certified
    assert best.bound <= best.cost <= greedy.cost
    assert best.optimal
    if greedy.published().value(()) is not None:
        assert best.secondary == best.cost == cheapest_of_all(system, rules, best.primary)


QUICK = [row for row in optima() if row["table"] != "t2d30_n500" or row["attacker_floor"] == "0"]


@pytest.mark.parametrize("row", QUICK, ids=lambda row: "-".join(list(row.values())[:4]))
def test_the_measured_optima_are_found_and_proven(row: dict[str, str]) -> None:
    rules = replace(rules_of(row), weights=UNIT)
    result = protect(measured(row["table"]), rules, optimum=60)
    assert (result.secondary, result.optimal, result.bound) == (
        int(row["optimal_secondary"]),
        True,
        result.cost,
    )
    assert result.reached is None or result.reached >= rules.width


def test_all_rules_together_are_proven_too_and_every_extra_cell_has_its_reason() -> None:
    system = cross_of(COUNTS, sensitive=True)
    greedy, best = protect(system, Rules()), protect(system, Rules(), optimum=30)
    assert best.certified
    assert best.optimal
    assert best.cost <= greedy.cost
    assert all(cell.protects and cell.rule for cell in best.cells if cell.interval and not cell.primary)
    assert audit(best.published(), Rules(width=1)).certified


def test_a_search_that_is_stopped_leaves_the_greedy_choice_and_a_bound() -> None:
    system = measured("mh2d_n40_s1")
    rules = Rules(width=1, rules=frozenset({"frequency"}), weights=replace(UNIT, jitter=0.05))
    greedy, told = protect(system, rules, seed=1), []

    def go_on(bound: float) -> bool:
        told.append(bound)
        return len(told) < 3

    for stopped in (
        protect(system, rules, seed=1, optimum=1e-9),
        protect(system, rules, seed=1, optimum=60, go_on=go_on),
    ):
        assert stopped.cells == greedy.cells
        assert stopped.certified
        assert not stopped.optimal
        assert stopped.bound <= stopped.cost
    assert told == sorted(told)
    assert len(told) == 3
    assert protect(system, rules, seed=1, optimum=60).cost < greedy.cost
