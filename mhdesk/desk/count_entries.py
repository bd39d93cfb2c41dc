"""Take the counts of a table, or of a list of records, into the space of its columns, and check what adds up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from mhdesk.desk.count_columns import TOTAL, Column, column, dimensions, is_total
from mhdesk.disclosure import Space, TooManyValuesError
from mhdesk.disclosure.layout import IntArray
from mhdesk.disclosure.tables import MAX_CODES
from mhdesk.errors import InputError
from mhdesk.exchange.count_tables import CountTable, Hierarchy

MOST_CELLS: Final = 50_000
EMPTY: Final = "(leeg)"
_LONGEST_COUNT: Final = 12
_Labels = tuple[str, ...]


def counted(
    table: CountTable, by: Sequence[str], count: str | None, neutral: Sequence[str], hierarchy: Hierarchy
) -> tuple[tuple[Column, ...], Space, IntArray]:
    """Return the columns ``by``, their space, and the counts in it; without ``count`` each row is a record.

    Raises InputError for what is no sound table: a count that is none, a row twice, a sum that is wrong.
    """
    places = [table.place(name) for name in by]
    if not places or len(set(places)) < len(places):
        raise InputError("protect.by_twice")
    for name in (*neutral, *hierarchy):
        if table.place(name) not in places:
            raise InputError("protect.not_in_by", column=name)
    by_header = {table.header[table.place(name)]: groups for name, groups in hierarchy.items()}
    entries = _records(table, places) if count is None else _Counts(table, places, count).entries()
    columns = tuple(
        column(table.header[place], _seen(table, i, place, entries), by_header)
        for i, place in enumerate(places)
    )
    space = _space(table, columns, neutral)
    return columns, space, _filled(table, columns, space, entries)


def _seen(table: CountTable, i: int, place: int, entries: Sequence[_Entry]) -> set[str]:
    seen = {entry.labels[i] for entry in entries if not is_total(entry.labels[i])}
    if len(seen) > MAX_CODES:
        raise InputError("protect.too_many_values", column=table.header[place], most=MAX_CODES)
    return seen


def _space(table: CountTable, columns: Sequence[Column], neutral: Sequence[str]) -> Space:
    cells = 1
    for each in columns:
        cells *= len(each.shown())
    if cells > MOST_CELLS:
        raise InputError("protect.too_many_cells", cells=cells, most=MOST_CELLS)
    try:
        return Space(dimensions(columns, [table.header[table.place(name)] for name in neutral]))
    except TooManyValuesError as error:
        raise InputError("protect.too_many_cells", cells=cells, most=MOST_CELLS) from error


@dataclass(frozen=True, slots=True)
class _Entry:
    """One count: the labels of its columns, and the row in the file where it stands first."""

    row: int
    labels: _Labels
    count: int


def _records(table: CountTable, places: Sequence[int]) -> list[_Entry]:
    first: dict[_Labels, int] = {}
    found: Counter[_Labels] = Counter()
    for row, cells in table.rows:
        labels = tuple(cells[place] or EMPTY for place in places)
        first.setdefault(labels, row)
        found[labels] += 1
    for labels, row in first.items():
        if any(map(is_total, labels)):
            raise InputError("protect.total_in_records", name=table.name, row=row)
    return [_Entry(first[labels], labels, number) for labels, number in found.items()]


@dataclass(slots=True)
class _Counts:
    """Take counts from a table; columns that are not asked for are added up."""

    table: CountTable
    places: Sequence[int]
    count: str
    _first: dict[_Labels, int] = field(default_factory=dict)

    def entries(self) -> list[_Entry]:
        place = self.table.place(self.count)
        if place in self.places:
            raise InputError("protect.count_in_by", column=self.table.header[place])
        others = [i for i in range(len(self.table.header)) if i not in (*self.places, place)]
        found: Counter[_Labels] = Counter()
        seen: set[_Labels] = set()
        for row, cells in self.table.rows:
            profile = tuple(cells[:place] + cells[place + 1 :])
            if profile in seen:
                raise InputError("protect.row_twice", name=self.table.name, row=row)
            if any(is_total(cells[i]) for i in others):
                raise InputError("protect.total_elsewhere", name=self.table.name, row=row)
            seen.add(profile)
            labels = tuple(TOTAL if is_total(cells[i]) else cells[i] or EMPTY for i in self.places)
            self._first.setdefault(labels, row)
            found[labels] += whole(self.table.name, row, cells[place])
        return [_Entry(self._first[labels], labels, number) for labels, number in found.items()]


def whole(name: str, row: int, text: str) -> int:
    """Return a count as it is written: digits, perhaps with zero decimals (1.000 may be a thousand)."""
    digits = text.strip()
    for mark in (".", ","):
        before, _, after = digits.partition(mark)
        if after and not after.strip("0") and len(after) != 3:
            digits = before
    if not (digits.isascii() and digits.isdecimal()) or len(digits) > _LONGEST_COUNT:
        raise InputError("protect.count_wrong", name=name, row=row)
    return int(digits)


def _filled(
    table: CountTable, columns: Sequence[Column], space: Space, entries: Sequence[_Entry]
) -> IntArray:
    """Put the counts into the space, and check every total and group that the file holds."""
    sums: list[tuple[_Entry, dict[str, tuple[str, ...]]]] = []
    atoms: list[tuple[tuple[str, ...], float]] = []
    for entry in entries:
        meant = [each.codes(label) for each, label in zip(columns, entry.labels, strict=True)]
        single = [codes[0] for codes in meant if codes is not None and len(codes) == 1]
        if len(single) == len(columns) and not _names_group(columns, entry.labels):
            atoms.append((tuple(single), entry.count))
        else:
            sums.append((entry, {str(i): codes for i, codes in enumerate(meant) if codes is not None}))
    counts = space.counts(atoms)
    for entry, conditions in sums:
        if counts.ravel()[space.atoms(conditions)].sum() != entry.count:
            raise InputError("protect.total_wrong", name=table.name, row=entry.row)
    return counts


def _names_group(columns: Sequence[Column], labels: _Labels) -> bool:
    return any(label in each.groups for each, label in zip(columns, labels, strict=True))
