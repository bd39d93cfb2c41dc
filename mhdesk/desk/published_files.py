"""Read published tables, our own and those of others, as a reader of them has them in hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from mhdesk.desk import table_notes
from mhdesk.desk.count_columns import TOTAL, is_total
from mhdesk.desk.count_entries import EMPTY, whole
from mhdesk.desk.protect_files import ROUNDED
from mhdesk.desk.table_notes import Note
from mhdesk.errors import InputError
from mhdesk.exchange import count_tables
from mhdesk.exchange.count_tables import CountTable

_OWN_END: Final = ("count", "status")
_COUNTS: Final = frozenset({"count", "aantal", "n", "freq", "frequentie"})
_WITHHELD: Final = frozenset({"", ".", "*", "x", "c", ":"})
_NOTHING: Final = frozenset({"-", "–"})
_CEILING: Final = "<"
_BASES: Final = (5, 3)

Labels = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PublishedFile:
    """A published table: for the labels of each cell its count, or None, and the most that its mark allows.

    ``ours``: made by mhdesk. ``base`` is what the counts were rounded to, 0 where they were not. ``note`` is what
    stands beside it, if the table is what it was then; ``intact`` is None where nothing stands beside it.
    """

    name: str
    by: tuple[str, ...]
    values: Mapping[Labels, int | None]
    tops: Mapping[Labels, int]
    ours: bool
    base: int = 0
    note: Note | None = None
    intact: bool | None = None

    def is_whole(self, by: str) -> bool:
        """Say whether this table has totals over a column: only then are its categories known to be all."""
        place = self.by.index(by)
        return any(labels[place] == TOTAL for labels in self.values)

    def labels(self, by: str) -> list[str]:
        """Return the labels of a column in the order of the file, without that of the total."""
        place = self.by.index(by)
        return list(dict.fromkeys(labels[place] for labels in self.values if labels[place] != TOTAL))


def read(path: Path, count: str | None) -> PublishedFile:
    """Take a table as ours are (count and status last), or any other with one column of counts.

    Raises InputError for a file that is no such table, and for a damaged note beside it.
    """
    table = count_tables.read(path)
    folded = tuple(name.casefold() for name in table.header)
    ours = count is None and folded[-2:] == _OWN_END
    place = len(folded) - 2 if ours else _count_place(table, count)
    place = len(folded) - 1 if place is None else place
    by = [i for i in range(len(folded) - ours) if i != place]
    if not by:
        raise InputError("audit.no_columns", name=table.name)
    note, intact = _beside(path, table, by) if ours else (None, None)
    values: dict[Labels, int | None] = {}
    tops: dict[Labels, int] = {}
    for row, cells in table.rows:
        labels = tuple(TOTAL if is_total(cells[i]) else cells[i] or EMPTY for i in by)
        if labels in values:
            raise InputError("protect.row_twice", name=table.name, row=row)
        values[labels], top = _value(table.name, row, cells[place])
        if top is not None:
            tops[labels] = top
    rounded = ours and any(cells[-1] == ROUNDED for _, cells in table.rows)
    base = (note.base if note else 0) or (_base(table.name, values) if rounded else 0)
    return PublishedFile(
        table.name, tuple(table.header[i] for i in by), values, tops, ours, base, note, intact
    )


def _count_place(table: CountTable, count: str | None) -> int | None:
    """Return where the counts stand: in the named column, or in one with a usual name."""
    if count is not None:
        return table.place(count)
    return next((i for i, name in enumerate(table.header) if name.casefold() in _COUNTS), None)


def _beside(path: Path, table: CountTable, by: Sequence[int]) -> tuple[Note | None, bool | None]:
    """Return the note of a table, and whether the table is still what it was; a note of another table is none."""
    found = table_notes.find(path)
    if found is None or not found.is_note():
        return None, None
    columns = [table.header[i] for i in by]
    intact = found.fits(columns, [cells for _, cells in table.rows])
    return found.note() if intact else None, intact


def _base(name: str, values: Mapping[Labels, int | None]) -> int:
    for base in _BASES:
        if not any((value or 0) % base for value in values.values()):
            return base
    raise InputError("audit.rounded_base", name=name)


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


@dataclass(frozen=True, slots=True)
class Known:
    """Records that somebody knows to be in the figures: how many under these labels, one for each column."""

    name: str
    row: int
    labels: Mapping[str, str]
    count: int


def read_known(path: Path, columns: Sequence[str]) -> Iterator[Known]:
    """Yield what an insider knows, by the columns of the tables; without a column of counts a row is a record.

    Raises InputError where a column is missing: a record of which a part is unknown cannot be placed.
    """
    table = count_tables.read(path)
    place = _count_place(table, None)
    places = {name: table.place(name) for name in columns}
    for row, cells in table.rows:
        labels = {name: cells[i] or EMPTY for name, i in places.items()}
        if any(map(is_total, labels.values())):
            raise InputError("audit.known_total", name=table.name, row=row)
        count = 1 if place is None else whole(table.name, row, cells[place])
        yield Known(table.name, row, labels, count)
