"""Protect a table of counts, or a file of records, made elsewhere; no registry needed."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import product
from pathlib import Path
from typing import Final

from mhdesk import files
from mhdesk.desk import registries
from mhdesk.desk.count_columns import TOTAL, Column, column, dimensions, is_total
from mhdesk.disclosure import (
    CellId,
    DisclosureError,
    Rules,
    Space,
    Status,
    System,
    Table,
    TooManyValuesError,
    audit,
    propose_merges,
    protect,
    round_figures,
)
from mhdesk.disclosure.layout import IntArray
from mhdesk.disclosure.tables import MAX_CODES
from mhdesk.errors import InputError
from mhdesk.exchange import count_tables
from mhdesk.exchange.count_tables import CountTable, Hierarchy
from mhdesk.reports.data_files import harmless

METHODS: Final = ("suppress", "round", "merge")
ROUNDED: Final = "rounded"
MOST_CELLS: Final = 50_000
EMPTY: Final = "(leeg)"
_LONGEST_COUNT: Final = 12
_Labels = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody asks for: ``by`` and ``count`` are names of columns, without ``count`` each row is a record."""

    source: Path
    out: Path
    by: tuple[str, ...]
    rules: Rules
    count: str | None = None
    neutral: tuple[str, ...] = ()
    hierarchy: Path | None = None
    method: str = "suppress"
    seed: str = "0"
    time_limit: float | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """A table that left, and what it came to: the keys of cli.md, with what was changed by rounding or merging.

    ``checked`` is how many questions the attack on it asked in vain; ``reached`` the least width of a small count.
    """

    path: Path
    cells: int
    primary: int
    secondary: int
    published: int
    cost: float
    bound: float
    optimal: bool
    seconds: float
    reached: int | None
    checked: int
    rounded: int = 0
    merged: int = 0


_Rows = list[tuple[str, ...]]


def protect_file(wish: Wish) -> Made:
    """Write the protected table, audited before it is written, with all its margins.

    Raises InputError for a file that is no sound table, rules that cannot be met, and a place that cannot be
    written; after any error nothing is written.
    """
    require_other_file(wish.out, [wish.source, *([wish.hierarchy] if wish.hierarchy else [])])
    table = count_tables.read(wish.source)
    hierarchy = count_tables.read_hierarchy(wish.hierarchy) if wish.hierarchy else {}
    columns, space, counts = _counted(table, wish, hierarchy)
    make = {"round": _rounded, "merge": _merged}.get(wish.method, _suppressed)
    try:
        rows, made = make(wish, columns, space, counts)
    except DisclosureError as error:
        raise InputError("protect.not_possible") from error
    write(wish.out, _csv([each.name for each in columns], rows))
    return made


def _system(space: Space, counts: IntArray) -> System:
    return space.system(counts, _tables(space))


def _tables(space: Space) -> list[Table]:
    return [space.table(*(dimension.name for dimension in space.dimensions))]


def _suppressed(wish: Wish, columns: Sequence[Column], space: Space, counts: IntArray) -> tuple[_Rows, Made]:
    done = protect(_system(space, counts), wish.rules, seed=wish.seed, time_limit=wish.time_limit)
    attacked = audit(done.published(), replace(wish.rules, width=1), exact=False)
    if not attacked.certified:
        raise InputError("protect.not_possible")
    cells = {cell.id: (None if cell.status is Status.WITHHELD else cell.value) for cell in done.cells}
    rows = list(_rows(columns, space, cells))
    made = Made(
        path=wish.out,
        cells=len(rows),
        primary=done.primary,
        secondary=done.secondary,
        published=sum(row[-1] != Status.WITHHELD for row in rows),
        cost=done.cost,
        bound=done.bound,
        optimal=done.optimal,
        seconds=done.seconds,
        reached=done.reached,
        checked=attacked.checked,
    )
    return rows, made


def _merged(wish: Wish, columns: Sequence[Column], space: Space, counts: IntArray) -> tuple[_Rows, Made]:
    """Merge the categories that cost least to lose, if that helps, and withhold what is still small."""
    proposed = propose_merges(
        space, counts, _tables(space), wish.rules, seed=wish.seed, most=1, time_limit=wish.time_limit
    )
    if not proposed:
        return _suppressed(wish, columns, space, counts)
    recode = proposed[0].recode
    groups = dict(recode.groups)
    sensitive = [each.sensitive for each in space.dimensions]
    coarse = [_recoded(each, groups.get(str(i))) for i, each in enumerate(columns)]
    dimensions_ = (
        each.dimension(str(i), sensitive=secret)
        for i, (each, secret) in enumerate(zip(coarse, sensitive, strict=True))
    )
    rows, made = _suppressed(wish, coarse, Space(tuple(dimensions_)), recode.apply(space, counts)[1])
    return rows, replace(made, merged=proposed[0].categories)


def _recoded(column_: Column, groups: Sequence[Sequence[str]] | None) -> Column:
    """Return a column in which some categories are one; its subtotals go with them."""
    if groups is None:
        return column_
    labels = tuple(" + ".join(column_.labels[int(code)] for code in codes) for codes in groups)
    return Column(column_.name, labels, {}, ())


def _rounded(wish: Wish, columns: Sequence[Column], space: Space, counts: IntArray) -> tuple[_Rows, Made]:
    done = round_figures(_system(space, counts), wish.rules, seed=wish.seed, time_limit=wish.time_limit)
    if not done.certified:
        raise InputError("protect.not_possible")
    shown = _rows(columns, space, {cell.id: cell.shown for cell in done.cells})
    # All have one mark: one for what stayed as it is would tell the true count.
    rows = [(*row[:-1], ROUNDED) for row in shown]
    made = Made(
        path=wish.out,
        cells=len(rows),
        primary=0,
        secondary=0,
        published=len(rows),
        cost=float(done.change),
        bound=float(done.change) if done.optimal else 0.0,
        optimal=done.optimal,
        seconds=done.seconds,
        reached=done.reached,
        checked=len(done.cells),
        rounded=done.changed,
    )
    return rows, made


def require_other_file(out: Path, sources: Sequence[Path]) -> None:
    """Refuse to write over what is read, or into a registry. Raises InputError."""
    registries.require_outside_registries(out)
    for source in sources:
        if out.resolve() == source.resolve() or (out.exists() and source.exists() and out.samefile(source)):
            raise InputError("protect.over_input", name=source.name)
    if out.is_dir():
        raise InputError("protect.out_is_folder", path=str(out))


def write(out: Path, content: bytes) -> None:
    """Write a file, whole or not at all. Raises InputError when it cannot be written there."""
    try:
        files.write_bytes(out, content)
    except OSError:
        raise InputError("protect.cannot_write", path=str(out)) from None


def _counted(
    table: CountTable, wish: Wish, hierarchy: Hierarchy
) -> tuple[tuple[Column, ...], Space, IntArray]:
    places = [table.place(name) for name in wish.by]
    if not places or len(set(places)) < len(places):
        raise InputError("protect.by_twice")
    for name in (*wish.neutral, *hierarchy):
        if table.place(name) not in places:
            raise InputError("protect.not_in_by", column=name)
    by_header = {table.header[table.place(name)]: groups for name, groups in hierarchy.items()}
    entries = _records(table, places) if wish.count is None else _Counts(table, places, wish.count).entries()
    columns = tuple(
        column(table.header[place], _seen(table, i, place, entries), by_header)
        for i, place in enumerate(places)
    )
    space = _space(table, columns, wish.neutral)
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


def _rows(
    columns: Sequence[Column], space: Space, shown: Mapping[CellId, int | None]
) -> Iterator[tuple[str, ...]]:
    """Yield each cell of the table in the order of the labels, which tells nothing (A15)."""
    for labels in product(*(each.shown() for each in columns)):
        meant = {
            str(i): each.codes(label) for i, (each, label) in enumerate(zip(columns, labels, strict=True))
        }
        value = shown[space.identify({name: codes for name, codes in meant.items() if codes is not None})]
        status = Status.WITHHELD if value is None else Status.PUBLISHED if value else Status.ZERO
        yield (*labels, "" if value is None else str(value), str(status))


def _csv(names: Sequence[str], rows: Sequence[tuple[str, ...]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([*map(harmless, names), "count", "status"])
    writer.writerows([*map(harmless, labels), count, status] for *labels, count, status in rows)
    return text.getvalue().encode("utf-8")
