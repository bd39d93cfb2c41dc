"""One way to understand published tables, as a system that can be attacked, and what is found in the tables' words."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from mhdesk.desk.count_columns import Column, dimensions
from mhdesk.desk.count_entries import MOST_CELLS
from mhdesk.desk.published_files import Known, Labels, PublishedFile
from mhdesk.disclosure import (
    AuditReport,
    Cell,
    CellId,
    Finding,
    InconsistentHistoryError,
    Layout,
    Published,
    Reason,
    Rounded,
    Rules,
    Space,
    audit,
    audit_rounded,
    publish,
    union,
)
from mhdesk.disclosure.layout import IntArray
from mhdesk.errors import InputError

CHANGED: Final = "changed"
_CEILING: Final = "<"


@dataclass(frozen=True, slots=True)
class Disclosed:
    """One thing that can be inferred: about a cell, or about several together; labels by column."""

    cells: tuple[Mapping[str, str], ...]
    low: int | None
    high: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to understand the files: which categories there are, and by which rules each hid something.

    ``rules`` say what counts as too much; ``known`` are an insider's records; ``deadline`` is a time.monotonic(). A
    ``last resort`` is for files that make no sense otherwise.
    """

    files: tuple[tuple[PublishedFile, Rules], ...]
    columns: tuple[Column, ...]
    rules: Rules
    neutral: tuple[str, ...] = ()
    known: tuple[Known, ...] = ()
    deadline: float | None = None
    is_last_resort: bool = False

    def attack(self) -> AuditReport:
        """Attack all files together. Raises DisclosureError when no counts fit them, or they are too large."""
        space = Space(dimensions(self.columns, self.neutral))
        exact = [self._published(space, *each) for each in self.files if not each[0].base]
        seen = [_capped(union(exact), self._tops(space))] if exact else []
        known = self._known(space, seen[0].layout.atoms) if seen else self._known(space, None)
        rounded = [each for each, _ in self.files if each.base]
        if not rounded:
            return audit(seen[0], self.rules, known=known, exact=False, time_limit=self._left())
        for steps in (1, 2):
            releases = [self._rounded(space, each, steps, seen) for each in rounded]
            try:
                return audit_rounded(releases, self.rules, exact=seen, known=known, time_limit=self._left())
            except InconsistentHistoryError:
                if steps == 2 or all(each.note for each in rounded):
                    raise
        raise AssertionError("one of the two returns or raises")

    def _left(self) -> float | None:
        return None if self.deadline is None else max(self.deadline - time.monotonic(), 0.0)

    def _published(self, space: Space, file: PublishedFile, stated: Rules) -> Published:
        layout, values = self._layout(space, file)
        return publish(layout, [values.get(cell.id) for cell in layout.cells], stated)

    def _rounded(self, space: Space, file: PublishedFile, steps: int, seen: Sequence[Published]) -> Rounded:
        layout, values = self._layout(space, file)
        atoms = seen[0].layout.atoms if seen else layout.atoms
        steps = file.note.steps if file.note else steps
        wide = Layout(atoms, layout.cells, layout.lines)
        return Rounded(wide, tuple(values.get(cell.id) for cell in layout.cells), file.base, steps)

    def _layout(self, space: Space, file: PublishedFile) -> tuple[Layout, dict[CellId, int | None]]:
        """Return one file as a reader sees it; cells of its table that it does not list are in no table."""
        places = [self._place(by) for by in file.by]
        cells = 1
        for place in places:
            cells *= len(self.columns[place].shown())
        if cells > MOST_CELLS:
            raise InputError("protect.too_many_cells", cells=cells, most=MOST_CELLS)
        whole = space.layout([space.table(*map(str, places))])
        values: dict[CellId, int | None] = {}
        for labels, value in file.values.items():
            cell = self._id(space, file, labels)
            if value is not None and values.get(cell) not in (None, value):
                raise InconsistentHistoryError("one table gives the same figure twice, and differently")
            values[cell] = values.get(cell) if value is None else value
        listed = tuple(Cell(cell.id, cell.atoms, cell.role, cell.id not in values) for cell in whole.cells)
        return Layout(whole.atoms, listed, whole.lines), values

    def _tops(self, space: Space) -> dict[CellId, int]:
        """Return the most that the marks of withheld cells allow."""
        tops: dict[CellId, int] = {}
        for file, _ in self.files:
            for labels, top in file.tops.items():
                cell = self._id(space, file, labels)
                tops[cell] = min(top, tops.get(cell, top))
        return tops

    def _known(self, space: Space, atoms: int | None) -> IntArray | None:
        """Return how many records an insider knows in each atom. Raises InputError for a category of no table."""
        if not self.known:
            return None
        counts = np.zeros(int(np.prod(space.shape)) if atoms is None else atoms, dtype=np.int64)
        for each in self.known:
            try:
                codes = {str(i): by.codes(each.labels[by.name]) or () for i, by in enumerate(self.columns)}
            except KeyError:
                raise InputError("audit.known_elsewhere", name=each.name, row=each.row) from None
            if any(len(meant) != 1 for meant in codes.values()):
                raise InputError("audit.known_total", name=each.name, row=each.row)
            counts[space.atoms(codes)[0]] += each.count
        return counts

    def _place(self, name: str) -> int:
        return [each.name for each in self.columns].index(name)

    def _id(self, space: Space, file: PublishedFile, labels: Labels) -> CellId:
        places = [self._place(by) for by in file.by]
        meant = {str(p): self.columns[p].codes(label) for p, label in zip(places, labels, strict=True)}
        return space.identify({name: codes for name, codes in meant.items() if codes is not None})

    def told(self, report: AuditReport) -> Iterator[Disclosed]:
        """Yield the findings in the words of the files."""
        for finding in report.findings:
            if not any(pair[0] == _CEILING for cell in finding.cells for pair in cell):
                yield self._disclosed(finding.cells, finding)

    def _disclosed(self, cells: tuple[CellId, ...], finding: Finding) -> Disclosed:
        high = None if finding.reason is Reason.UNPROVEN else finding.high
        return Disclosed(tuple(map(self._named, cells)), finding.low, high, str(finding.reason))

    def _named(self, cell: CellId) -> dict[str, str]:
        conditions = dict(cell)
        return {each.name: each.label(conditions.get(str(i))) for i, each in enumerate(self.columns)}

    def changes(self, error: InconsistentHistoryError) -> Iterator[Disclosed]:
        """Yield the cells that two files give differently: what lies between is the profile of a few (A09)."""
        torn = set(error.cells)
        if not torn:
            return
        space = Space(dimensions(self.columns, ()))
        seen: dict[CellId, set[int]] = {}
        for file, _ in self.files:
            for labels, value in file.values.items():
                cell = self._id(space, file, labels)
                if cell in torn and value is not None:
                    seen.setdefault(cell, set()).add(value)
        for cell, values in seen.items():
            between = max(values) - min(values)
            yield Disclosed((self._named(cell),), between, between, CHANGED)


def _capped(seen: Published, tops: Mapping[CellId, int]) -> Published:
    """Add what a mark such as "<5" tells: the cell and an unknown rest, not below 0, are together 4."""
    atoms, cells, values = seen.layout.atoms, list(seen.layout.cells), list(seen.values)
    for cell, top in tops.items():
        members = np.append(seen.layout.cell(cell).atoms, atoms)
        cells.append(Cell(((_CEILING, str(atoms)), *cell), members, "inner", latent=True))
        values.append(top)
        atoms += 1
    floors = np.append(seen.floors, np.zeros(len(tops), dtype=np.int64))
    layout = Layout(atoms, tuple(cells), seen.layout.lines, seen.layout.links)
    return Published(layout, tuple(values), floors)
