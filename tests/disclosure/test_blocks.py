"""Spaces side by side tell exactly what the full product of their dimensions tells."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mhdesk.disclosure import (
    BadLayoutError,
    Blocks,
    Dimension,
    Published,
    Rules,
    Space,
    Table,
    UnknownCategoryError,
    audit,
    publish,
)

FORM = Dimension("form", ("labour", "sexual", "criminal"))
AGE = Dimension("age", ("minor", "adult"))
PLACE = Dimension("place", ("north", "south"), sensitive=False)
WHEN = Dimension("when", ("q1", "q2"), sensitive=False)
DIMENSIONS = (FORM, AGE, PLACE, WHEN)
NAMES = tuple(dimension.name for dimension in DIMENSIONS)
BLOCKS = Blocks(DIMENSIONS, ("when",), (("form", "place"), ("age",)))
FULL = Space(DIMENSIONS)
RULES = Rules(zeros="withheld")
Record = tuple[str, ...]


def tables(space: Space | Blocks) -> list[Table]:
    """Return a year and its first quarter, by all dimensions and by quarter."""
    return [
        space.table("form", "place"),
        space.table("age", within={"when": ("q1",)}),
        space.table("age", "when", groups={"age": (("minor",), ("adult",))}),
    ]


def seen(space: Space | Blocks, records: list[Record], hidden: set[int]) -> Published:
    """Publish these records, all but the hidden figures."""
    if isinstance(space, Blocks):
        counts = space.counts(lambda one: (_entry(one, record) for record in records))
    else:
        counts = space.count(records)
    system = space.system(counts, tables(space), split=("when",))
    values = system.values.tolist()
    known = sorted(cell.id for cell in system.layout.cells if not cell.latent)
    gone = {known[place % len(known)] for place in hidden}
    shown = [
        None if cell.latent or cell.id in gone else value
        for cell, value in zip(system.layout.cells, values, strict=True)
    ]
    return publish(system.layout, shown, RULES)


def _entry(space: Space, record: Record) -> tuple[tuple[str, ...], int]:
    said = dict(zip(NAMES, record, strict=True))
    return tuple(said[dimension.name] for dimension in space.dimensions), 1


records_of = st.lists(st.tuples(*(st.sampled_from(dimension.codes) for dimension in DIMENSIONS)), max_size=12)


@settings(max_examples=20, deadline=None)
@given(records=records_of, hidden=st.sets(st.integers(0, 40), max_size=8))
def test_a_reader_of_blocks_knows_what_a_reader_of_the_whole_product_knows(
    records: list[Record], hidden: set[int]
) -> None:
    blocks, full = (audit(seen(space, records, hidden), RULES) for space in (BLOCKS, FULL))
    assert blocks.intervals == full.intervals


def test_a_figure_of_shared_dimensions_is_one_figure_whichever_table_shows_it() -> None:
    quarter = BLOCKS.layout([BLOCKS.table("age", within={"when": ("q1",)})])
    year = BLOCKS.layout([BLOCKS.table("form", "when")])
    wanted = BLOCKS.identify({"when": ("q1",)})
    assert quarter.cell(wanted).atoms.tolist() == year.cell(wanted).atoms.tolist()


def test_dimensions_of_different_blocks_are_not_crossed() -> None:
    with pytest.raises(UnknownCategoryError):
        BLOCKS.table("form", "age")


def test_there_is_at_least_one_block() -> None:
    with pytest.raises(BadLayoutError):
        Blocks(DIMENSIONS, ("when",), ())


def test_groups_of_codes_are_rows_and_their_total_is_their_sum() -> None:
    space = Space((FORM, PLACE))
    table = space.table("form", groups={"form": (("sexual",), ("labour", "criminal"))})
    system = space.system(space.count([("labour", "north"), ("criminal", "north")]), [table])
    figures = dict(zip((cell.id for cell in system.layout.cells), system.values.tolist(), strict=True))
    assert figures == {(): 2, (("form", "sexual"),): 0, (("form", "labour+criminal"),): 2}
    assert [cell.role for cell in system.layout.cells] == ["total", "inner", "inner"]


def test_codes_in_no_group_stay_out_of_the_table_and_of_its_total() -> None:
    space = Space((FORM, PLACE))
    table = space.table("form", "place", groups={"form": (("sexual",), ("labour",))})
    system = space.system(space.count([("labour", "north"), ("criminal", "north")]), [table])
    values = dict(zip((cell.id for cell in system.layout.cells), system.values.tolist(), strict=True))
    assert values[("form", "labour+sexual"),] == 1
    assert () not in values


@pytest.mark.parametrize(
    "groups",
    [
        {"form": (("labour",), ("labour", "sexual"))},
        {"form": ((),)},
        {"form": ()},
        {"form": (("absent",),)},
        {"place": (("north",),)},
    ],
)
def test_groups_that_are_no_groups_of_a_shown_dimension_are_refused(
    groups: dict[str, tuple[Record, ...]],
) -> None:
    with pytest.raises(BadLayoutError):
        Space((FORM, PLACE)).table("form", groups=groups)
