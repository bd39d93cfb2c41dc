"""Every cut of the search for the optimum holds for every safe pattern, found by trying all patterns and all tables."""

from __future__ import annotations

import math
import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, product

import numpy as np
import pytest

from mhdesk.disclosure import ALL_RULES, Cell, Layout, Line, Published, Rules, System, Weights
from mhdesk.disclosure.cuts import Cut
from mhdesk.disclosure.layout import IntArray
from mhdesk.disclosure.optimum import Optimum
from mhdesk.disclosure.protect import task_of
from mhdesk.disclosure.rules import Rule, Zeros
from mhdesk.disclosure.search import Search
from tests.disclosure import oracle

SEEDS = 40
PATIENCE = 400  # how many tables with this total there may be
REST: frozenset[Rule] = frozenset({"frequency", "remainder"})
# Different prices lead the search along different patterns, and so to different cuts.
PRICES = [Weights(total=100, size=size, jitter=jitter) for size, jitter in ((0, 0.3), (2, 0))]


def small_system(seed: int) -> System:
    """Return a total and a few figures that overlap at random, so that many an atom is not itself a figure."""
    random = np.random.default_rng(seed)
    atoms = int(random.integers(4, 6))
    counts = np.zeros(atoms, dtype=np.int64)
    for _ in range(12):
        place, more = random.integers(atoms), random.integers(1, 6)
        if math.comb(int(counts.sum() + more) + atoms - 1, atoms - 1) <= PATIENCE:
            counts[place] += more
    sets = {tuple(np.flatnonzero(random.random(atoms) < 0.4).tolist()) for _ in range(3)} - {()}
    sets |= {tuple(sorted(set(range(atoms)) - set(chosen))) for chosen in sets} - {()}
    figures = {(("set", str(chosen)),): chosen for chosen in sorted(sets)[:6]} | {(): tuple(range(atoms))}
    cells = tuple(
        Cell(name, np.array(chosen), "inner" if name else "total") for name, chosen in figures.items()
    )
    lines = tuple(
        Line(total, parts, sensitive=bool(random.integers(2)))
        for total, size in product(figures, (2, 3))
        for parts in combinations(figures, size)
        if sorted(sum((figures[part] for part in parts), ())) == list(figures[total])
    )
    return System(Layout(atoms, cells, lines), counts)


def cuts_of(system: System, rules: Rules, seed: int) -> Iterator[Cut]:
    """Yield every cut that the search makes with the greedy choice at hand, and those at patterns drawn by lot."""
    task = task_of(system, rules, (), ((), ()), seed)
    greedy = Search(task, rules)
    greedy.run()
    search = Optimum(task, rules, greedy.hidden.copy(), time.monotonic() + 60)
    search.run()
    yield from (cut for cut, _ in search.made)
    random = np.random.default_rng(seed)
    may = task.free & ((task.values > 0) | (rules.zeros == "withheld")) & ~task.totals
    for _ in range(6):
        search.attacker.look(random.choice([0.0, 0.2, 0.5, 0.9, 1.0], len(may)) * may, None)
        yield from (cut for demand in search.demands if (cut := search.attacker.cut(demand)) is not None)
        pattern = task.hidden | (may & (random.random(len(may)) < 0.5))
        search.attacker.look(pattern.astype(np.float64), None)
        yield from (cut for cut, _ in search.verdict(pattern))


def safe_patterns(system: System, rules: Rules) -> list[list[bool]]:
    """Return, for each pattern from which nothing follows, which cells it withholds; the grand total always stands."""
    patterns = []
    for each in oracle.every_pattern(system, rules, []):
        if each.value(()) is None:
            continue
        view = oracle.as_the_house_knows(system, each, rules)
        tables = oracle.all_tables(view)
        if oracle.judge(view, tables, rules).innocent and rests_are_wide(view, tables, system.values, rules):
            patterns.append([value is None for value in each.values])
    return patterns


def rests_are_wide(view: Published, tables: IntArray, truth: IntArray, rules: Rules) -> bool:
    """Tell whether what is left of each line keeps its width too, where it is a small count in disguise."""
    for line in view.layout.lines if "remainder" in rules.rules else ():
        parts = [view.layout.index[part] for part in line.parts]
        hidden = [part for part in parts if view.values[part] is None]
        sums = tables[:, hidden].sum(axis=1)
        narrow = sums.min() < rules.minimum and sums.max() - sums.min() < rules.width
        if 1 < len(hidden) < len(parts) and rules.is_small(int(truth[hidden].sum())) and narrow:
            return False
    return True


@pytest.mark.parametrize("zeros", ["shown", "withheld"])
@pytest.mark.parametrize(("names", "width"), [(REST, 3), (ALL_RULES, 1)], ids=["wide", "all"])
def test_every_cut_holds_for_every_safe_pattern(zeros: Zeros, names: frozenset[Rule], width: int) -> None:
    made = 0
    for seed in range(SEEDS):
        system = small_system(seed)
        plain = Rules(minimum=3 + seed % 3, width=width, zeros=zeros, rules=names, group_below=6)
        patterns = np.array(safe_patterns(system, plain), dtype=np.float64)
        for weights in PRICES if len(patterns) else ():
            for cut in cuts_of(system, replace(plain, weights=weights), seed):
                made += 1
                assert (patterns @ cut.coefficients).min() >= cut.least - 1e-6, (seed, weights)
    assert made > 500
