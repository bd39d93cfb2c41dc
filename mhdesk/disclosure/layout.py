"""The model: figures as rows of a 0/1 matrix over atoms.

An *atom* is a finest cell (a complete profile, in one slice of time): an unknown whole number >= 0. A *cell* is a
figure that is, was or could be published: the sum of its atoms. A *line* says that a cell is the disjoint union of
others. Tables, linked tables, hierarchies, quarters inside years: they only add cells and lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from mhdesk.disclosure.errors import BadCountError, BadLayoutError, InconsistentHistoryError
from mhdesk.disclosure.rules import Rules

IntArray: TypeAlias = NDArray[np.int64]
CellId: TypeAlias = tuple[tuple[str, str], ...]
"""The conditions that define a figure, as (dimension, code) pairs; () is the grand total."""
Role = Literal["inner", "margin", "total"]
_RANK: dict[Role, int] = {"inner": 0, "margin": 1, "total": 2}


@dataclass(frozen=True, slots=True, eq=False)
class Cell:
    """Describe one figure. ``latent`` cells are in no table but follow by subtraction (A08, A12)."""

    id: CellId
    atoms: IntArray
    role: Role = "inner"
    latent: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """Say that ``total`` is the sum of ``parts``; ``sensitive``: which part one falls into is itself a secret."""

    total: CellId
    parts: tuple[CellId, ...]
    sensitive: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """Hold cells and lines over ``atoms`` unknowns, and ``links``: pairs of atom sets with equal sums.

    Raises BadLayoutError when ids repeat, a cell is empty or out of range, or a line is not a partition.
    """

    atoms: int
    cells: tuple[Cell, ...]
    lines: tuple[Line, ...] = ()
    links: tuple[tuple[IntArray, IntArray], ...] = ()
    index: dict[CellId, int] = field(init=False, repr=False)
    _flat: IntArray = field(init=False, repr=False)
    _starts: IntArray = field(init=False, repr=False)

    def __post_init__(self) -> None:
        sizes = [len(cell.atoms) for cell in self.cells]
        if not self.cells or min(sizes) == 0:
            raise BadLayoutError("a figure without atoms")
        flat = np.concatenate([cell.atoms for cell in self.cells]).astype(np.int64)
        if flat.min() < 0 or flat.max() >= self.atoms:
            raise BadLayoutError("an atom outside the space")
        object.__setattr__(self, "index", {cell.id: i for i, cell in enumerate(self.cells)})
        object.__setattr__(self, "_flat", flat)
        object.__setattr__(self, "_starts", np.concatenate(([0], np.cumsum(sizes)[:-1])).astype(np.int64))
        if len(self.index) != len(self.cells):
            raise BadLayoutError("two figures with the same conditions")
        for line in self.lines:
            self._check_line(line)

    def _check_line(self, line: Line) -> None:
        try:
            parts = np.concatenate([self.cell(part).atoms for part in line.parts])
            total = self.cell(line.total).atoms
        except (KeyError, ValueError) as error:
            raise BadLayoutError("a line of figures that are not there") from error
        if not (_same_atoms(parts, total) or self._are_linked(parts, total)):
            raise BadLayoutError("a line whose parts are not a partition of its total")

    def _are_linked(self, parts: IntArray, total: IntArray) -> bool:
        """Say whether two sets of atoms are the same once each linked set stands for the one that it equals."""
        return bool(self.links) and _same_atoms(self._moved(parts), self._moved(total))

    def _moved(self, atoms: IntArray) -> IntArray:
        here = np.zeros(self.atoms, dtype=np.bool_)
        here[atoms] = True
        for left, right in self.links:
            if here[right[0]] and here[right].all() and not here[left].any():
                here[right], here[left] = False, True
        return np.flatnonzero(here)

    def cell(self, wanted: CellId) -> Cell:
        """Return the cell with this id (KeyError when there is none)."""
        return self.cells[self.index[wanted]]

    def sums(self, counts: IntArray) -> IntArray:
        """Add atoms up to cells: shape (..., atoms) to shape (..., cells)."""
        sums: IntArray = np.add.reduceat(counts[..., self._flat], self._starts, axis=-1)
        return sums

    def holds_links(self, counts: IntArray) -> bool:
        """Tell whether an assignment of atoms (shape: atoms) obeys every link."""
        return all(counts[left].sum() == counts[right].sum() for left, right in self.links)


def _same_atoms(left: IntArray, right: IntArray) -> bool:
    return np.array_equal(np.sort(left), np.sort(right))


@dataclass(frozen=True, slots=True, eq=False)
class System:
    """Put the true counts of the atoms (shape: atoms) under a layout: what ``protect`` starts from."""

    layout: Layout
    counts: IntArray

    def __post_init__(self) -> None:
        if self.counts.shape != (self.layout.atoms,) or self.counts.dtype != np.int64:
            raise BadLayoutError("counts must be one int64 for each atom")
        if self.counts.min(initial=0) < 0:
            raise BadCountError("a negative count")
        if not self.layout.holds_links(self.counts):
            raise BadLayoutError("linked figures with different sums")

    @property
    def values(self) -> IntArray:
        """Return the true value of every cell."""
        return self.layout.sums(self.counts)


@dataclass(frozen=True, slots=True, eq=False)
class Published:
    """Hold what a reader sees: a value for each cell, or None where it is withheld, and the least each can be.

    It carries no true counts: an audit of it needs, and can use, nothing but what left the house.
    """

    layout: Layout
    values: tuple[int | None, ...]
    floors: IntArray

    def __post_init__(self) -> None:
        if len(self.values) != len(self.layout.cells) or self.floors.shape != (len(self.values),):
            raise BadLayoutError("one value and one floor for each cell")
        if any(value is not None and value < 0 for value in self.values):
            raise BadCountError("a negative count")

    def value(self, wanted: CellId) -> int | None:
        """Return the published value of a cell, None when it is withheld."""
        return self.values[self.layout.index[wanted]]


def publish(layout: Layout, values: Sequence[int | None], rules: Rules) -> Published:
    """Make the reader's view of these values, with the floors that follow from the stated rules.

    Where zeros are shown, a withheld cell is at least 1, unless it lies on a line where the group rule may have
    hidden zeros. Latent cells are at least 0: that they are in no table says nothing.
    """
    may_be_zero = hideable_zeros(layout, values, rules)
    floors = [0 if cell.latent or may_be_zero[i] else 1 for i, cell in enumerate(layout.cells)]
    return Published(layout, tuple(values), np.array(floors, dtype=np.int64))


def hideable_zeros(layout: Layout, values: Sequence[int | None], rules: Rules) -> NDArray[np.bool_]:
    """Mark the cells that, if they were 0, might be withheld under these rules (shape: cells)."""
    marked = np.full(len(layout.cells), rules.zeros == "withheld")
    if "group" in rules.rules:
        for line in layout.lines:
            if line.sensitive and _may_be_small(values[layout.index[line.total]], rules):
                marked[[layout.index[part] for part in line.parts]] = True
    return marked


def _may_be_small(total: int | None, rules: Rules) -> bool:
    return total is None or total < rules.group_below


def unite(layouts: Sequence[Layout]) -> Layout:
    """Put the figures of several releases over the same atoms into one layout; equal ids are one cell.

    Raises BadLayoutError when an id means different atoms in two of them, or the atoms differ.
    """
    first = layouts[0]
    cells: dict[CellId, Cell] = {}
    for layout in layouts:
        if layout.atoms != first.atoms or len(layout.links) != len(first.links):
            raise BadLayoutError("releases over different atoms")
        for cell in layout.cells:
            cells[cell.id] = _same_figure(cells.get(cell.id), cell)
    lines = dict.fromkeys(line for layout in layouts for line in layout.lines)
    return Layout(first.atoms, tuple(cells.values()), tuple(lines), first.links)


def _same_figure(known: Cell | None, cell: Cell) -> Cell:
    if known is None:
        return cell
    if not _same_atoms(known.atoms, cell.atoms):
        raise BadLayoutError("one set of conditions, two meanings")
    role = max(known.role, cell.role, key=_RANK.__getitem__)
    return Cell(cell.id, known.atoms, role, known.latent and cell.latent)


def union(releases: Sequence[Published]) -> Published:
    """Return what a reader of all these releases sees together.

    Raises InconsistentHistoryError when two of them publish different values for the same figure.
    """
    layout = unite([release.layout for release in releases])
    values: list[int | None] = [None] * len(layout.cells)
    floors = np.zeros(len(layout.cells), dtype=np.int64)
    torn: list[CellId] = []
    for release in releases:
        for here, cell in enumerate(release.layout.cells):
            there, value = layout.index[cell.id], release.values[here]
            floors[there] = max(floors[there], release.floors[here])
            if value is not None and values[there] not in (None, value):
                torn.append(cell.id)
            values[there] = values[there] if value is None else value
    if torn:
        raise InconsistentHistoryError("the same figure was published with different values", tuple(torn))
    return Published(layout, tuple(values), floors)


def join(systems: Iterable[System]) -> System:
    """Put systems over unrelated dimensions side by side; figures with the same id (the grand total) are linked.

    Exact only because the blocks share nothing but single totals (their margins are then jointly realisable);
    tables that share a dimension belong into one space. Raises BadLayoutError when more than () is shared.
    """
    cells: dict[CellId, Cell] = {}
    lines: list[Line] = []
    links: list[tuple[IntArray, IntArray]] = []
    counts: list[IntArray] = []
    offset = 0
    for system in systems:
        for cell in system.layout.cells:
            moved = Cell(cell.id, cell.atoms + offset, cell.role, cell.latent)
            if cell.id not in cells:
                cells[cell.id] = moved
            elif cell.id == ():
                links.append((cells[cell.id].atoms, moved.atoms))
            else:
                raise BadLayoutError("tables that share a dimension belong into one space")
        links += [(left + offset, right + offset) for left, right in system.layout.links]
        lines += system.layout.lines
        counts.append(system.counts)
        offset += system.layout.atoms
    return System(Layout(offset, tuple(cells.values()), tuple(lines), tuple(links)), np.concatenate(counts))
