"""The engine against a reader who tries every table: same intervals, same verdict, and nothing protected falls."""

from __future__ import annotations

import dataclasses
from itertools import product

import numpy as np
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from mhdesk.disclosure import (
    ALL_RULES,
    Dimension,
    InconsistentHistoryError,
    Published,
    Reason,
    Rules,
    Space,
    System,
    Table,
    audit,
    protect,
    publish,
    union,
)
from tests.disclosure import oracle

SHAPES = [(3,), (5,), (2, 2), (2, 3), (3, 3), (2, 4), (2, 2, 2), (4, 4)]
patient = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
rule_sets = st.builds(
    Rules,
    minimum=st.sampled_from([3, 5]),
    width=st.sampled_from([1, 2, 5]),
    zeros=st.sampled_from(["shown", "withheld"]),
    rules=st.sampled_from([ALL_RULES, frozenset({"frequency"}), frozenset({"frequency", "remainder"})]),
    group_below=st.sampled_from([4, 20]),
)


@st.composite
def systems(draw: st.DrawFn) -> System:
    shape = draw(st.sampled_from(SHAPES))
    letters = [tuple("abcde"[:size]) for size in shape]
    sensitive = draw(st.tuples(*[st.booleans() for _ in shape]))
    names = "xyz"[: len(shape)]
    space = Space(tuple(Dimension(n, c, s) for n, c, s in zip(names, letters, sensitive, strict=True)))
    counts = np.zeros(shape, dtype=np.int64)
    places = list(product(*[range(size) for size in shape]))
    for place in draw(st.lists(st.sampled_from(places), max_size=9)):
        more = draw(st.integers(1, 3))
        if oracle.has_time_for(len(places), int(counts.sum()) + more):
            counts[place] += more
    linked = draw(st.booleans()) and len(shape) > 1
    tables = [space.table(name) for name in names] if linked else [space.table(*names)]
    return space.system(counts, tables)


@st.composite
def publications(draw: st.DrawFn) -> tuple[Published, Rules]:
    """Somebody withheld cells at random; only the grand total always stands."""
    system, rules = draw(systems()), draw(rule_sets)
    gone = draw(st.lists(st.booleans(), min_size=len(system.values), max_size=len(system.values)))
    values = [
        None if hide and cell.id and (value > 0 or rules.zeros == "withheld") else int(value)
        for cell, value, hide in zip(system.layout.cells, system.values, gone, strict=True)
    ]
    return publish(system.layout, values, rules), rules


@patient
@given(publications())
def test_the_audit_bounds_every_withheld_cell_exactly(case: tuple[Published, Rules]) -> None:
    published, rules = case
    tables = oracle.all_tables(published)
    assert audit(published, rules).intervals == oracle.intervals(published, tables)


@patient
@given(publications())
def test_the_audit_convicts_exactly_what_a_patient_reader_learns(case: tuple[Published, Rules]) -> None:
    published, rules = case
    verdict = oracle.judge(published, oracle.all_tables(published), rules)
    report = audit(published, rules, exact=False)
    index = published.layout.index
    found: dict[Reason, set[tuple[int, ...]]] = {reason: set() for reason in Reason}
    for finding in report.findings:
        found[finding.reason].add(tuple(index[cell] for cell in finding.cells))
    single = {cells[0] for reason in (Reason.SHOWN, Reason.EXACT, Reason.NARROW) for cells in found[reason]}
    assert single == verdict.cells
    assert verdict.sums <= found[Reason.COMBINATION] | found[Reason.REMAINDER]
    assert len(found[Reason.GROUP]) == len(verdict.groups)
    assert not found[Reason.UNPROVEN]


@patient
@given(systems(), rule_sets, st.integers(0, 3), st.sampled_from([None, None, 0.0]))
def test_nothing_that_protect_publishes_can_be_worked_out(
    system: System, rules: Rules, seed: int, time_limit: float | None
) -> None:
    result = protect(system, rules, seed=seed, time_limit=time_limit)
    assert result.certified, result.findings
    published = result.published()
    hard = Rules(rules.minimum, 1, rules.zeros, rules.rules, rules.group_below)
    most = int(system.counts.sum()) + 4
    assume(published.value(()) is not None or oracle.has_time_for(system.layout.atoms + 1, most))
    for view in (published, oracle.as_the_house_knows(system, published, rules)):
        tables = oracle.all_tables(view, most)
        assert oracle.judge(view, tables, hard).innocent


@patient
@given(systems(), rule_sets)
def test_the_reported_width_is_kept_by_every_small_count(system: System, rules: Rules) -> None:
    result = protect(system, rules)
    small = [cell.interval for cell in result.cells if cell.interval and rules.is_small(cell.value)]
    widths = [interval.width for interval in small if interval.width is not None]
    assert result.reached == min(widths, default=None)
    assert all(width >= 1 for width in widths)


@patient
@given(systems(), rule_sets, st.integers(0, 5))
def test_the_same_table_and_seed_give_the_same_pattern(system: System, rules: Rules, seed: int) -> None:
    first, second = (protect(system, rules, seed=seed) for _ in range(2))
    assert first.cells == second.cells


@patient
@given(publications(), st.data())
def test_figures_that_no_table_can_have_are_called_so(
    case: tuple[Published, Rules], data: st.DataObject
) -> None:
    published, rules = case
    shown = [i for i, value in enumerate(published.values) if value is not None]
    wrong = data.draw(st.sampled_from(shown))
    values = list(published.values)
    values[wrong] = (values[wrong] or 0) + data.draw(st.integers(1, 3))
    changed = Published(published.layout, tuple(values), published.floors)
    if len(oracle.all_tables(changed)):
        audit(changed, rules, exact=False)
    else:
        try:
            audit(changed, rules, exact=False)
        except InconsistentHistoryError:
            return
        raise AssertionError


@st.composite
def slices(draw: st.DrawFn) -> tuple[Space, System, list[Table]]:
    """A classification in two slices of time; some slices have left before, now the whole is to leave."""
    size = draw(st.integers(2, 3))
    space = Space((Dimension("form", tuple("abc"[:size])), Dimension("slice", ("1", "2"), sensitive=False)))
    counts = np.array(draw(st.lists(st.integers(0, 6), min_size=2 * size, max_size=2 * size))).reshape(
        size, 2
    )
    before = [space.table("form", within={"slice": (code,)}) for code in draw(st.sets(st.sampled_from("12")))]
    return space, space.system(counts, [space.table("form")], split=["slice"]), before


@patient
@given(slices())
def test_nothing_follows_from_a_release_together_with_the_earlier_ones(
    case: tuple[Space, System, list[Table]],
) -> None:
    space, whole, before = case
    counts = whole.counts.reshape(space.shape)
    rules = Rules(minimum=3, width=2)
    history: list[Published] = []
    for table in before:
        history.append(protect(space.system(counts, [table]), rules, earlier=history).published())
    result = protect(whole, rules, earlier=history)
    assert result.certified, result.findings
    together = union([*history, result.published()])
    hard = Rules(minimum=3, width=1)
    tables = oracle.all_tables(together, most=int(counts.sum()) + 4)
    assert oracle.judge(together, tables, hard).innocent
    assert audit(together, hard).certified


@st.composite
def histories(draw: st.DrawFn) -> list[System]:
    """Two or three releases of any tables over the same few counts: wholes, parts, single figures."""
    names = draw(st.sampled_from([("form",), ("form", "place")]))
    codes = tuple("abc"[: 4 - len(names)])
    dimensions = [Dimension(name, codes, draw(st.booleans())) for name in names]
    space = Space((*dimensions, Dimension("slice", ("1", "2"), sensitive=False)))
    counts = np.zeros(space.shape, dtype=np.int64)
    for place in draw(st.lists(st.sampled_from(list(np.ndindex(space.shape))), max_size=6)):
        more = draw(st.integers(1, 9))
        if oracle.has_time_for(counts.size, int(counts.sum()) + more + 2):
            counts[place] += more
    releases = []
    for _ in range(draw(st.integers(2, 3))):
        by = [name for name in names if draw(st.booleans())]
        others = [name for name in ("slice", *names) if name not in by and draw(st.booleans())]
        within = {name: (draw(st.sampled_from(space.dimension(name).codes)),) for name in others}
        releases.append(space.system(counts, [space.table(*by, within=within)], split=["slice"]))
    return releases


def follows(system: System, published: Published, rules: Rules) -> bool:
    """Tell whether the strongest reader of these figures learns anything."""
    true = System(published.layout, system.counts)
    view = oracle.as_the_house_knows(true, published, rules)
    tables = oracle.all_tables(view, most=int(system.counts.sum()) + 2)
    hard = Rules(rules.minimum, 1, rules.zeros, rules.rules, rules.group_below)
    return not oracle.judge(view, tables, hard).innocent


@patient
@given(histories(), rule_sets, st.sampled_from([None, None, 0.0]))
def test_a_release_is_refused_only_where_no_choice_of_cells_would_do(
    releases: list[System], rules: Rules, time_limit: float | None
) -> None:
    rules = dataclasses.replace(rules, rules=ALL_RULES)
    history: list[Published] = []
    for system in releases:
        result = protect(system, rules, earlier=history, time_limit=time_limit)
        if not result.certified:
            assert all(follows(system, each, rules) for each in oracle.every_pattern(system, rules, history))
            return
        history.append(result.published())
        together = union(history)
        pairs = zip(
            together.values, together.floors.tolist(), together.layout.sums(system.counts), strict=True
        )
        assert all(floor <= true for value, floor, true in pairs if value is None)
        assert not follows(system, together, rules)
