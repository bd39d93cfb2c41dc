"""Spaces side by side: tables that have only some dimensions in common need no atom for every profile of all.

By form, by age and by month each have a block of their own, together with the dimensions that all share (slices of
time, the role of a person). Within each profile of the shared dimensions the blocks agree on one number and on nothing
else, and then blocks that fit separately always fit together, in whole numbers: what a reader can work out is exactly
what it would be over the full product, whose atoms would be thousands of times as many.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from mhdesk.disclosure.errors import BadLayoutError, UnknownCategoryError
from mhdesk.disclosure.layout import Cell, CellId, IntArray, Layout, Published, System, publish, unite
from mhdesk.disclosure.rules import Rules
from mhdesk.disclosure.tables import Conditions, Dimension, Space, Table

Entries = Iterable[tuple[tuple[str, ...], float]]


@dataclass(frozen=True, slots=True)
class Blocks:
    """Span ``blocks``: sets of names of dimensions, each block with all ``shared`` ones besides.

    A figure belongs to the first block that has all its dimensions. Raises BadLayoutError when there is no block.
    """

    dimensions: tuple[Dimension, ...]
    shared: tuple[str, ...]
    blocks: tuple[tuple[str, ...], ...]
    spaces: tuple[Space, ...] = field(init=False, repr=False, compare=False)
    _offsets: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _links: tuple[tuple[IntArray, IntArray], ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if not self.blocks:
            raise BadLayoutError("no block of dimensions")
        names = [{*block, *self.shared} for block in self.blocks]
        spaces = tuple(Space(tuple(one for one in self.dimensions if one.name in own)) for own in names)
        sizes = [int(np.prod(space.shape)) for space in spaces]
        object.__setattr__(self, "spaces", spaces)
        object.__setattr__(self, "_offsets", tuple(itertools.accumulate(sizes, initial=0)))
        object.__setattr__(self, "_links", tuple(self._linked()))

    @property
    def atoms(self) -> int:
        """Return the number of atoms of all blocks together."""
        return self._offsets[-1]

    def _linked(self) -> Iterable[tuple[IntArray, IntArray]]:
        """Yield, for each profile of the shared dimensions, the atoms of the first block and of another."""
        codes = [self.dimension(name).codes for name in self.shared]
        for place, space in enumerate(self.spaces[1:], start=1):
            for profile in itertools.product(*codes):
                conditions = {name: (code,) for name, code in zip(self.shared, profile, strict=True)}
                yield self.spaces[0].atoms(conditions), space.atoms(conditions) + self._offsets[place]

    def dimension(self, name: str) -> Dimension:
        """Return a dimension by name. Raises UnknownCategoryError."""
        for dimension in self.dimensions:
            if dimension.name == name:
                return dimension
        raise UnknownCategoryError(f"no dimension {name}")

    def _block(self, names: Collection[str]) -> int:
        for place, block in enumerate(self.blocks):
            if {*names} <= {*block, *self.shared}:
                return place
        raise UnknownCategoryError("no block with these dimensions")

    def identify(self, conditions: Conditions) -> CellId:
        """Return the one id of the figure under these conditions, as a space does. Raises UnknownCategoryError."""
        return self.spaces[self._block(conditions)].identify(conditions)

    def table(
        self,
        *by: str,
        within: Conditions | None = None,
        groups: Mapping[str, Iterable[Collection[str]]] | None = None,
    ) -> Table:
        """Describe a table of the block that has all its dimensions. Raises as a space does."""
        return self.spaces[self._block((*by, *(within or {})))].table(*by, within=within, groups=groups)

    def counts(self, entries: Callable[[Space], Entries]) -> IntArray:
        """Put counts into all blocks (shape: atoms); ``entries`` are asked for the dimensions of each."""
        return np.concatenate([space.counts(entries(space)).ravel() for space in self.spaces])

    def parts(self, counts: IntArray) -> tuple[IntArray, ...]:
        """Return the counts of each block by itself."""
        return tuple(np.split(counts, self._offsets[1:-1]))

    def layout(self, tables: Sequence[Table], *, split: Sequence[str] = ()) -> Layout:
        """Return the figures of these tables over the atoms of all blocks; ``split`` as in a space."""
        return unite([self._laid(place, tables, split) for place in sorted({*map(self._home, tables)})])

    def _home(self, table: Table) -> int:
        return self._block((*table.by, *(name for name, _ in table.within)))

    def _laid(self, place: int, tables: Sequence[Table], split: Sequence[str]) -> Layout:
        space = self.spaces[place]
        known = {dimension.name for dimension in space.dimensions}
        own = [table for table in tables if self._home(table) == place]
        layout = space.layout(own, split=[name for name in split if name in known])
        cells = tuple(self._moved(cell, place) for cell in layout.cells)
        return Layout(self.atoms, cells, layout.lines, self._links)

    def _moved(self, cell: Cell, place: int) -> Cell:
        """Give a cell its place among all atoms: one of shared dimensions alone is the same in every block."""
        if all(name in self.shared for name, _ in cell.id):
            conditions = {name: tuple(codes.split("+")) for name, codes in cell.id}
            return Cell(cell.id, self.spaces[0].atoms(conditions), cell.role, cell.latent)
        return Cell(cell.id, cell.atoms + self._offsets[place], cell.role, cell.latent)

    def system(self, counts: IntArray, tables: Sequence[Table], *, split: Sequence[str] = ()) -> System:
        """Put counts (shape: atoms) under the layout of these tables."""
        return System(self.layout(tables, split=split), counts)

    def published(
        self,
        values: Mapping[CellId, int | None],
        tables: Sequence[Table],
        rules: Rules,
        *,
        split: Sequence[str] = (),
    ) -> Published:
        """Rebuild what a release showed (None or absent: withheld) from its tables."""
        layout = self.layout(tables, split=split)
        if not set(values) <= set(layout.index):
            raise UnknownCategoryError("a figure that these tables do not have")
        return publish(layout, [values.get(cell.id) for cell in layout.cells], rules)
