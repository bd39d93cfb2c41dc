"""From records and vocabularies to a system: dimensions, their product, and the tables somebody wants to see.

Rows and columns come from the vocabulary, never from the data (A19), so every code has its cell, zeros included.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np

from mhdesk.disclosure.errors import (
    BadCountError,
    BadLayoutError,
    DuplicateRowError,
    TooManyValuesError,
    TotalsDoNotAddUpError,
    UnknownCategoryError,
)
from mhdesk.disclosure.layout import (
    Cell,
    CellId,
    IntArray,
    Layout,
    Line,
    Published,
    Role,
    System,
    publish,
    unite,
)
from mhdesk.disclosure.rules import Rules

MAX_CODES = 10_000
MAX_ATOMS = 250_000

Conditions = Mapping[str, Collection[str]]
Rollup: TypeAlias = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Dimension:
    """Name a classification and its codes in the order of the vocabulary.

    ``sensitive``: which code somebody has is itself a secret (the group rule looks along it). A slice of time is not.
    ``rollups``: how codes add up to groups (municipality to region, age bands); each is a list of disjoint parts, each
    part a set of codes, and both the parts and their union are figures of every table over this dimension.
    """

    name: str
    codes: tuple[str, ...]
    sensitive: bool = True
    rollups: tuple[Rollup, ...] = ()

    def __post_init__(self) -> None:
        if len(self.codes) > MAX_CODES:
            raise TooManyValuesError(f"dimension {self.name} has more than {MAX_CODES} codes")
        if not self.codes or len(set(self.codes)) != len(self.codes):
            raise BadLayoutError(f"dimension {self.name} needs codes, each of them once")
        for rollup in self.rollups:
            joined = list(itertools.chain.from_iterable(rollup))
            if not all(rollup) or len(set(joined)) != len(joined) or not set(joined) <= set(self.codes):
                raise BadLayoutError(
                    f"dimension {self.name} has groups that are not disjoint sets of its codes"
                )

    def groups(self) -> tuple[tuple[str, ...], ...]:
        """Return the groups of two or more codes, but not of all, each once, with the codes in their order."""
        sets = [frozenset(group) for rollup in self.rollups for group in (*rollup, sum(rollup, ()))]
        sizes = range(2, len(self.codes))
        return tuple(
            tuple(c for c in self.codes if c in group) for group in dict.fromkeys(sets) if len(group) in sizes
        )

    def breakdowns(self, group: Collection[str]) -> Iterator[tuple[tuple[str, ...], ...]]:
        """Yield the ways in which the figure of these codes is the sum of others of the same table."""
        ways = [rollup for rollup in self.rollups if set(group) == set(sum(rollup, ()))]
        if not ways or len(group) == len(self.codes):
            yield tuple((code,) for code in self.codes if code in group)
        yield from ways


@dataclass(frozen=True, slots=True)
class Table:
    """Ask for the counts over ``by`` with all totals, ``within`` the given codes of other dimensions.

    ``groups``: the rows of a dimension that shows several codes as one (merged categories, months of slices). Codes
    in none of its groups stay out of the table.
    """

    by: tuple[str, ...]
    within: tuple[tuple[str, tuple[str, ...]], ...] = ()
    groups: tuple[tuple[str, Rollup], ...] = ()


@dataclass(frozen=True, slots=True)
class Space:
    """Span all profiles: an atom for each combination of codes. Raises TooManyValuesError above 250,000 atoms."""

    dimensions: tuple[Dimension, ...]
    _grid: IntArray = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if not self.dimensions or len(set(self._names)) != len(self.dimensions):
            raise BadLayoutError("a space needs dimensions with names of their own")
        if math.prod(self.shape) > MAX_ATOMS:
            raise TooManyValuesError(f"more than {MAX_ATOMS} combinations of {', '.join(self._names)}")
        grid = np.arange(math.prod(self.shape), dtype=np.int64).reshape(self.shape)
        object.__setattr__(self, "_grid", grid)

    @property
    def _names(self) -> tuple[str, ...]:
        return tuple(dimension.name for dimension in self.dimensions)

    @property
    def shape(self) -> tuple[int, ...]:
        """Return the number of codes of each dimension."""
        return tuple(len(dimension.codes) for dimension in self.dimensions)

    def dimension(self, name: str) -> Dimension:
        """Return a dimension by name. Raises UnknownCategoryError."""
        for dimension in self.dimensions:
            if dimension.name == name:
                return dimension
        raise UnknownCategoryError(f"no dimension {name}")

    def identify(self, conditions: Conditions) -> CellId:
        """Return the one id of the figure under these conditions: (dimension, code or codes joined by "+") pairs.

        A dimension without condition, or with all its codes, does not appear. Raises UnknownCategoryError.
        """
        pairs = []
        for name in conditions:
            self.dimension(name)
        for dimension in self.dimensions:
            wanted = set(conditions.get(dimension.name, dimension.codes))
            if not wanted or not wanted <= set(dimension.codes):
                raise UnknownCategoryError(f"not a code of {dimension.name}")
            if len(wanted) < len(dimension.codes):
                pairs.append((dimension.name, "+".join(code for code in dimension.codes if code in wanted)))
        return tuple(pairs)

    def atoms(self, conditions: Conditions) -> IntArray:
        """Return the atoms that meet these conditions."""
        axes = []
        for dimension in self.dimensions:
            wanted = set(conditions.get(dimension.name, dimension.codes))
            axes.append([i for i, code in enumerate(dimension.codes) if code in wanted])
        atoms: IntArray = self._grid[np.ix_(*axes)].ravel()
        return atoms

    def table(
        self,
        *by: str,
        within: Conditions | None = None,
        groups: Mapping[str, Iterable[Collection[str]]] | None = None,
    ) -> Table:
        """Describe a table of this space; ``within`` restricts dimensions that it is not broken down by.

        ``groups`` are the rows of a dimension in ``by``: disjoint sets of its codes. Raises BadLayoutError and
        UnknownCategoryError.
        """
        for name in by:
            self.dimension(name)
        limits = tuple((name, tuple(codes)) for name, codes in (within or {}).items())
        self.identify(dict(limits))
        if len(set(by)) != len(by) or any(name in by for name, _ in limits):
            raise BadLayoutError("a dimension is used twice in one table")
        rows = tuple((name, self._groups(name, parts)) for name, parts in (groups or {}).items())
        if any(name not in by for name, _ in rows):
            raise BadLayoutError("groups of a dimension that the table does not show")
        return Table(by, limits, rows)

    def _groups(self, name: str, groups: Iterable[Collection[str]]) -> Rollup:
        codes = self.dimension(name).codes
        parts = tuple(tuple(code for code in codes if code in group) for group in groups)
        joined = sum(parts, ())
        if not joined or not all(parts) or len(set(joined)) != len(joined):
            raise BadLayoutError(f"groups of {name} that are not disjoint sets of its codes")
        return parts

    def layout(self, tables: Sequence[Table], *, split: Sequence[str] = ()) -> Layout:
        """Return the figures of these tables, each once, with the lines that they add up along.

        ``split``: dimensions (slices of time, sheets of municipalities) along which figures can be subtracted from
        each other across tables and releases; every figure gets its parts there as latent cells (A08, A12).
        """
        layouts = [self._one(table) for table in tables]
        whole = unite(layouts)
        for name in split:
            coarse = [table for table in tables if name not in table.by or name in dict(table.groups)]
            whole = unite([whole, self._split(whole, coarse, name)])
        return whole

    def _one(self, table: Table) -> Layout:
        cells: dict[CellId, Cell] = {}
        lines: list[Line] = []
        grouped = dict(table.groups)
        for conditions in self._conditions_of([table]):
            cell = self._cell(conditions, self._role(table, conditions))
            cells.setdefault(cell.id, cell)
            for name in table.by:
                lines += [
                    self._sum(conditions, name, parts) for parts in self._ways(name, conditions, grouped)
                ]
        return Layout(self._grid.size, tuple(cells.values()), tuple(dict.fromkeys(lines)))

    def _ways(self, name: str, conditions: Conditions, grouped: Mapping[str, Rollup]) -> list[Rollup]:
        """Return the ways in which the figure under these conditions is a sum along a dimension of its table."""
        dimension = self.dimension(name)
        wanted = conditions.get(name, dimension.codes)
        if name in grouped:
            parts = grouped[name]
            return [parts] if len(parts) > 1 and len(wanted) == sum(map(len, parts)) else []
        return [parts for parts in dimension.breakdowns(wanted) if _adds_up(parts, conditions, name)]

    def _role(self, table: Table, conditions: Conditions) -> Role:
        grouped = dict(table.groups)
        chosen = [conditions.get(name, self.dimension(name).codes) for name in table.by]
        wholes = [
            sum(grouped[name], ()) if name in grouped else self.dimension(name).codes for name in table.by
        ]
        if all(len(codes) == len(whole) for codes, whole in zip(chosen, wholes, strict=True)):
            return "total"
        leaves = (
            tuple(codes) in grouped[name] if name in grouped else len(codes) == 1
            for name, codes in zip(table.by, chosen, strict=True)
        )
        return "inner" if all(leaves) else "margin"

    def _sum(self, conditions: Conditions, name: str, parts: Rollup) -> Line:
        ids = tuple(self.identify({**conditions, name: part}) for part in parts)
        return Line(self.identify(conditions), ids, self.dimension(name).sensitive)

    def _cell(self, conditions: Conditions, role: Role, *, latent: bool = False) -> Cell:
        return Cell(self.identify(conditions), self.atoms(conditions), role, latent)

    def _line(self, conditions: Conditions, name: str) -> Line:
        dimension = self.dimension(name)
        codes = [code for code in dimension.codes if code in conditions.get(name, dimension.codes)]
        parts = tuple(self.identify({**conditions, name: (code,)}) for code in codes)
        return Line(self.identify(conditions), parts, dimension.sensitive)

    def _split(self, whole: Layout, tables: Sequence[Table], name: str) -> Layout:
        cells: list[Cell] = []
        lines: list[Line] = []
        for conditions in self._conditions_of(tables):
            line = self._line(conditions, name)
            if len(line.parts) < 2:
                continue
            lines.append(Line(line.total, line.parts))
            cells.append(self._cell(conditions, "inner", latent=True))
            codes = conditions.get(name, self.dimension(name).codes)
            cells += [self._cell({**conditions, name: (code,)}, "inner", latent=True) for code in codes]
        cells = list({cell.id: cell for cell in cells}.values())
        return Layout(whole.atoms, tuple(cells), tuple(lines)) if cells else whole

    def _conditions_of(self, tables: Sequence[Table]) -> Iterator[dict[str, Collection[str]]]:
        for table in tables:
            grouped = dict(table.groups)
            choices = [self._choices(name, grouped.get(name)) for name in table.by]
            for chosen in itertools.product(*choices):
                fixed = {n: codes for n, codes in zip(table.by, chosen, strict=True) if codes is not None}
                yield {**dict(table.within), **fixed}

    def _choices(self, name: str, groups: Rollup | None) -> list[tuple[str, ...] | None]:
        """Return what a figure can be limited to along a dimension, its total first (None: no limit)."""
        dimension = self.dimension(name)
        if groups is None:
            return [None, *((code,) for code in dimension.codes), *dimension.groups()]
        joined = sum(groups, ())
        whole = None if len(joined) == len(dimension.codes) else joined
        return [whole, *(group for group in groups if len(group) < len(joined))]

    def count(self, records: Iterable[Sequence[str]]) -> IntArray:
        """Count records (one code for each dimension, in order) into the shape of the space."""
        return self.counts((tuple(record), 1) for record in records)

    def counts(self, entries: Iterable[tuple[tuple[str, ...], float]], *, add: bool = True) -> IntArray:
        """Put counts into the shape of the space; with ``add=False`` a repeated profile raises DuplicateRowError.

        Raises BadCountError for a negative or fractional count and UnknownCategoryError.
        """
        counts = np.zeros(self.shape, dtype=np.int64)
        seen: set[tuple[int, ...]] = set()
        places = [{code: i for i, code in enumerate(dimension.codes)} for dimension in self.dimensions]
        for codes, number in entries:
            place = _place(codes, places)
            if place in seen and not add:
                raise DuplicateRowError("two rows for the same combination")
            seen.add(place)
            counts[place] += whole_count(number)
        return counts

    def system(self, counts: IntArray, tables: Sequence[Table], *, split: Sequence[str] = ()) -> System:
        """Put counts (shape of the space) under the layout of these tables."""
        if counts.shape != self.shape:
            raise BadLayoutError("counts of another shape than the space")
        flat = np.array([whole_count(number) for number in counts.ravel().tolist()], dtype=np.int64)
        return System(self.layout(tables, split=split), flat)

    def published(
        self,
        values: Mapping[CellId, int | None],
        tables: Sequence[Table],
        rules: Rules,
        *,
        split: Sequence[str] = (),
    ) -> Published:
        """Rebuild what a release showed (None or absent: withheld) from its tables, for an audit or a later release."""
        layout = self.layout(tables, split=split)
        if not set(values) <= set(layout.index):
            raise UnknownCategoryError("a figure that these tables do not have")
        return publish(layout, [values.get(cell.id) for cell in layout.cells], rules)


def _adds_up(parts: Rollup, conditions: Conditions, name: str) -> bool:
    """Say whether this is a line of its own: one part is the figure itself, unless it is the whole table's."""
    return len(parts) > 1 or name not in conditions


def _place(codes: tuple[str, ...], places: list[dict[str, int]]) -> tuple[int, ...]:
    if len(codes) != len(places):
        raise UnknownCategoryError("a row with another number of dimensions")
    try:
        return tuple(place[code] for place, code in zip(places, codes, strict=True))
    except KeyError as error:
        raise UnknownCategoryError("a code that its dimension does not have") from error


def whole_count(number: float) -> int:
    """Return a count as an int. Raises BadCountError when it is negative, fractional or not a number."""
    if not math.isfinite(number) or number < 0 or number != int(number):
        raise BadCountError("a count must be a whole number, 0 or more")
    return int(number)


def read_table(
    rows: Iterable[tuple[tuple[str, ...], float]], names: Sequence[str], total: str
) -> tuple[Space, IntArray]:
    """Take a table made elsewhere, whose total rows are labelled ``total``; codes in order of appearance.

    Raises DuplicateRowError, BadCountError, TooManyValuesError, and TotalsDoNotAddUpError when a total row is wrong.
    """
    listed = [(tuple(codes), whole_count(number)) for codes, number in rows]
    if any(len(codes) != len(names) for codes, _ in listed):
        raise UnknownCategoryError("a row with another number of dimensions")
    seen = [dict.fromkeys(codes[i] for codes, _ in listed if codes[i] != total) for i in range(len(names))]
    space = Space(tuple(Dimension(name, tuple(codes)) for name, codes in zip(names, seen, strict=True)))
    counts = space.counts(((codes, n) for codes, n in listed if total not in codes), add=False)
    sums: dict[tuple[str, ...], int] = {}
    for codes, number in listed:
        if total in codes:
            if codes in sums:
                raise DuplicateRowError("two rows for the same total")
            sums[codes] = number
            wanted = {name: (code,) for name, code in zip(names, codes, strict=True) if code != total}
            if counts.ravel()[space.atoms(wanted)].sum() != number:
                raise TotalsDoNotAddUpError("a total differs from the sum of its parts")
    return space, counts
