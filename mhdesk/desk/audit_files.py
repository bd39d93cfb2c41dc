"""Attack published tables, our own and those of others, alone or together with what was published before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import numpy as np

from mhdesk.desk.count_columns import TOTAL, Column, column, dimensions, is_total
from mhdesk.desk.protect_files import EMPTY, MOST_CELLS, ROUNDED, whole
from mhdesk.disclosure import (
    AuditReport,
    Cell,
    CellId,
    DisclosureError,
    Finding,
    InconsistentHistoryError,
    Layout,
    Published,
    Reason,
    Rules,
    Space,
    audit,
    publish,
    union,
)
from mhdesk.errors import InputError
from mhdesk.exchange import count_tables
from mhdesk.exchange.count_tables import CountTable, Hierarchy

CHANGED: Final = "changed"
_OWN_END: Final = ("count", "status")
_COUNTS: Final = frozenset({"count", "aantal", "n", "freq", "frequentie"})
_WITHHELD: Final = frozenset({"", ".", "*", "x", "c", ":"})
_NOTHING: Final = frozenset({"-", "–"})
_REST: Final = "(overig)"
_CEILING: Final = "<"
_Labels = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Disclosed:
    """One thing that can be inferred: about a cell, or about several together; labels by column."""

    cells: tuple[Mapping[str, str], ...]
    low: int | None
    high: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class Attacked:
    """What came of the attack: how many questions were asked, and those that had an answer."""

    checked: int
    disclosed: tuple[Disclosed, ...]


@dataclass(frozen=True, slots=True)
class _File:
    """A published table: for the labels of each cell its count, or None, and the most that its mark allows."""

    name: str
    by: tuple[str, ...]
    values: Mapping[_Labels, int | None]
    tops: Mapping[_Labels, int]
    ours: bool

    def is_whole(self, by: str) -> bool:
        """Say whether this table has totals over a column: only then are its categories known to be all."""
        place = self.by.index(by)
        return any(labels[place] == TOTAL for labels in self.values)


def audit_files(
    sources: Sequence[Path],
    rules: Rules,
    *,
    count: str | None = None,
    neutral: Sequence[str] = (),
    hierarchy: Path | None = None,
) -> Attacked:
    """Say what a reader of all these files can infer. Raises InputError for a file that is no such table."""
    groups = count_tables.read_hierarchy(hierarchy) if hierarchy else {}
    read = [_read(count_tables.read(path), count) for path in sources]
    named = {by.casefold(): by for each in reversed(read) for by in each.by}
    known = {named.get(name.casefold(), name): groups_ for name, groups_ in groups.items()}
    same = [replace(each, by=tuple(named[by.casefold()] for by in each.by)) for each in read]
    return _attack(same, rules, neutral, known)


def _read(table: CountTable, count: str | None) -> _File:
    """Take a table as ours are (count and status last), or any other with one column of counts."""
    folded = tuple(name.casefold() for name in table.header)
    ours = count is None and folded[-2:] == _OWN_END
    if ours:
        place = len(folded) - 2
    elif count is not None:
        place = table.place(count)
    else:
        place = next((i for i, name in enumerate(folded) if name in _COUNTS), len(folded) - 1)
    by = [i for i in range(len(folded) - ours) if i != place]
    if not by:
        raise InputError("audit.no_columns", name=table.name)
    values: dict[_Labels, int | None] = {}
    tops: dict[_Labels, int] = {}
    for row, cells in table.rows:
        if ours and cells[-1] == ROUNDED:
            raise InputError("audit.rounded", name=table.name)
        labels = tuple(TOTAL if is_total(cells[i]) else cells[i] or EMPTY for i in by)
        if labels in values:
            raise InputError("protect.row_twice", name=table.name, row=row)
        values[labels], top = _value(table.name, row, cells[place])
        if top is not None:
            tops[labels] = top
    return _File(table.name, tuple(table.header[i] for i in by), values, tops, ours)


def _value(name: str, row: int, text: str) -> tuple[int | None, int | None]:
    """Return a count, or None for a mark that hides one, with the most that the mark allows ("<5" is 4)."""
    plain = text.strip().casefold()
    if plain in _WITHHELD:
        return None, None
    if plain in _NOTHING:
        return 0, None
    if plain.startswith(_CEILING):
        return None, max(whole(name, row, plain.removeprefix(_CEILING)) - 1, 0)
    return whole(name, row, plain), None


def _attack(read: Sequence[_File], rules: Rules, neutral: Sequence[str], groups: Hierarchy) -> Attacked:
    """Attack under every reading of the files that holds; what follows under one of them follows."""
    found: dict[_Key, Disclosed] = {}
    checked, held = 0, False
    for reading in _readings(read, rules, groups):
        try:
            report = reading.attack(neutral)
        except InconsistentHistoryError as error:
            for change in reading.changes(error):
                found.setdefault(_key(change), change)
            continue
        except DisclosureError as error:
            raise InputError("audit.too_large") from error
        held, checked = True, max(checked, report.checked)
        for told in reading.told(report):
            found.setdefault(_key(told), told)
    if not held and not found:
        raise InputError("audit.contradiction")
    if not held:
        return _apart(read, rules, neutral, groups, list(found.values()))
    return Attacked(checked, tuple(found.values()))


def _apart(
    read: Sequence[_File], rules: Rules, neutral: Sequence[str], groups: Hierarchy, found: list[Disclosed]
) -> Attacked:
    """Attack each file alone where they contradict each other, and tell of the differences."""
    alone = [_attack([each], rules, neutral, groups) for each in read] if len(read) > 1 else []
    checked = len(found) + sum(each.checked for each in alone)
    return Attacked(checked, (*found, *(told for each in alone for told in each.disclosed)))


_Key = tuple[tuple[tuple[tuple[str, str], ...], ...], str]


def _key(told: Disclosed) -> _Key:
    return tuple(tuple(cell.items()) for cell in told.cells), told.reason


def _readings(read: Sequence[_File], rules: Rules, groups: Hierarchy) -> Iterator[_Reading]:
    """Yield the ways to understand the files.

    A column without totals in its file may hold all categories, or only some. A table made elsewhere with zeros in it
    hides small counts only; ours may hide a zero where the group rule says so.
    """
    names = tuple(dict.fromkeys(by for each in read for by in each.by))
    partial = {by for each in read for by in each.by if not each.is_whole(by)}
    plain = replace(rules, rules=frozenset({"frequency"}))
    bold = rules.zeros == "shown" and "frequency" in rules.rules and not all(each.ours for each in read)
    for used in (rules, plain) if bold and plain != rules else (rules,):
        for rest in (frozenset(), frozenset(partial)) if partial and len(read) > 1 else (frozenset[str](),):
            columns = tuple(
                column(name, _labels(read, name) | ({_REST} if name in rest else set()), groups)
                for name in names
            )
            yield _Reading(tuple(read), columns, used)


def _labels(read: Sequence[_File], name: str) -> set[str]:
    found = set()
    for each in read:
        if name in each.by:
            place = each.by.index(name)
            found |= {labels[place] for labels in each.values if not is_total(labels[place])}
    return found


@dataclass(frozen=True, slots=True)
class _Reading:
    """One way to understand the files: which categories there are, and by which rules something was hidden."""

    read: tuple[_File, ...]
    columns: tuple[Column, ...]
    rules: Rules

    def attack(self, neutral: Sequence[str]) -> AuditReport:
        """Attack all files together. Raises DisclosureError when no counts fit them, or they are too large."""
        space = Space(dimensions(self.columns, neutral))
        together = union([self._published(space, each) for each in self.read])
        tops = {self._id(space, each, labels): top for each in self.read for labels, top in each.tops.items()}
        return audit(_capped(together, tops), self.rules, exact=False)

    def _published(self, space: Space, file: _File) -> Published:
        """Return one file as a reader sees it; cells of its table that it does not list are in no table."""
        places = [self._place(by) for by in file.by]
        cells = 1
        for place in places:
            cells *= len(self.columns[place].shown())
        if cells > MOST_CELLS:
            raise InputError("protect.too_many_cells", cells=cells, most=MOST_CELLS)
        whole_layout = space.layout([space.table(*map(str, places))])
        values = {self._id(space, file, labels): value for labels, value in file.values.items()}
        listed = tuple(
            Cell(cell.id, cell.atoms, cell.role, cell.id not in values) for cell in whole_layout.cells
        )
        layout = Layout(whole_layout.atoms, listed, whole_layout.lines)
        return publish(layout, [values.get(cell.id) for cell in listed], self.rules)

    def _place(self, name: str) -> int:
        return [each.name for each in self.columns].index(name)

    def _id(self, space: Space, file: _File, labels: _Labels) -> CellId:
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
        for file in self.read:
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
