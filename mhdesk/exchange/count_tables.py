"""Read tables of counts, or of records to be counted, from CSV, and from TOML how their categories add up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from mhdesk.domain.text import clean
from mhdesk.errors import InputError
from mhdesk.exchange import delimited, guard, toml_files, workbook

MOST_ROWS: Final = 1_000_000
_FORMULA_GUARD: Final = "'"

Groups = Mapping[str, tuple[str, ...]]
Hierarchy = Mapping[str, tuple[Groups, ...]]
"""For each column its classifications; each names groups and what is in them (categories, or groups in turn)."""


@dataclass(frozen=True, slots=True)
class CountTable:
    """A table as it stands in a file; ``rows`` have its number in the file before the cells, all of equal length."""

    name: str
    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]

    def place(self, column: str) -> int:
        """Return where a column stands. Raises InputError when there is none."""
        folded = [name.casefold() for name in self.header]
        for names, wanted in ((self.header, column), (tuple(folded), column.casefold())):
            if wanted in names:
                return names.index(wanted)
        raise InputError("protect.column_missing", name=self.name, column=column)


def read(path: Path) -> CountTable:
    """Return the table of a CSV file, in the encodings and with the separators that people send.

    Cells are cleaned, and lose the apostrophe that keeps a spreadsheet from running them as a formula. Raises
    InputError with a sentence for everything that is no such table.
    """
    listed = delimited.read(workbook.read_bytes(path), _check_extent)
    rows = [(number, _cells(row)) for number, row in enumerate(listed, start=1)]
    filled = [(number, row) for number, row in rows if any(row)]
    if not filled:
        raise InputError("import.empty", name=path.name)
    (_, header), *rest = filled
    while header and not header[-1]:
        header = header[:-1]
    if not all(header) or len({name.casefold() for name in header}) < len(header):
        raise InputError("protect.header_wrong", name=path.name)
    if not rest:
        raise InputError("protect.no_rows", name=path.name)
    return CountTable(
        path.name, header, tuple((n, _fitted(path.name, n, row, len(header))) for n, row in rest)
    )


def _check_extent(rows: int, columns: int) -> None:
    if rows > MOST_ROWS + 1 or columns > guard.MOST_COLUMNS:
        raise InputError("protect.too_many_rows", rows=MOST_ROWS, columns=guard.MOST_COLUMNS)


def _cells(row: Sequence[str]) -> tuple[str, ...]:
    return tuple(unguarded(clean(cell)) for cell in row)


def unguarded(cell: str) -> str:
    """Return a cell without the apostrophe that exports put before what looks like a formula."""
    plain = cell.removeprefix(_FORMULA_GUARD)
    return plain if plain[:1] and not plain[:1].isalnum() else cell


def _fitted(name: str, number: int, row: tuple[str, ...], length: int) -> tuple[str, ...]:
    """Return a row as long as the header."""
    if any(row[length:]):
        raise InputError("protect.row_too_long", name=name, row=number)
    return (*row[:length], *[""] * (length - len(row)))


def read_hierarchy(path: Path) -> Hierarchy:
    """Return how categories add up to groups, from TOML. Raises InputError.

    ``[column]`` holds ``"group" = ["category", ...]`` lines; ``[column.classification]`` does so for each of several
    classifications that cut across each other.
    """
    columns = toml_files.read(path, "protect.hierarchy_unreadable")
    return {clean(column): _classifications(path.name, entries) for column, entries in columns.items()}


def _classifications(name: str, entries: object) -> tuple[Groups, ...]:
    if not isinstance(entries, dict):
        raise InputError("protect.hierarchy_unreadable", name=name)
    own = {label: members for label, members in entries.items() if not isinstance(members, dict)}
    more = [members for members in entries.values() if isinstance(members, dict)]
    return tuple(_groups(name, groups) for groups in (own, *more) if groups)


def _groups(name: str, groups: Mapping[str, object]) -> Groups:
    read: dict[str, tuple[str, ...]] = {}
    for label, members in groups.items():
        if not isinstance(members, list) or not members or not all(isinstance(each, str) for each in members):
            raise InputError("protect.hierarchy_unreadable", name=name)
        read[clean(label)] = tuple(dict.fromkeys(clean(each) for each in members))
    return read
