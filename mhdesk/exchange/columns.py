"""Find the table in a spreadsheet: which row is the header, and what each column holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from mhdesk.domain.text import plain
from mhdesk.domain.vocabulary import vocabulary
from mhdesk.errors import InputError
from mhdesk.exchange import toml_files
from mhdesk.exchange.workbook import Sheet
from mhdesk.wording import say

NOTE: Final = "note"
DAY: Final = "received_on"
_LAST_HEADER_ROW: Final = 50
_FEWEST_KNOWN: Final = 2
# Named when nothing was found: what a list of signals has in any case.
_LOOKED_FOR: Final = ("received_on", "form", "municipality", "victim_name", "referred_to")


@dataclass(frozen=True, slots=True)
class Columns:
    """What the columns of a table hold.

    ``header_row`` counts from 1 as the spreadsheet does. ``headers`` and ``fields`` have one entry per column;
    a field is a code of ``resources/vocabulary/spreadsheet_columns.toml``, or "note" for a column that
    has no field of its own.
    """

    header_row: int
    headers: tuple[str, ...]
    fields: tuple[str, ...]

    def index(self, field: str) -> int | None:
        """Return the column of ``field``, from 0; None when there is none."""
        return self.fields.index(field) if field in self.fields else None

    def name(self, index: int) -> str:
        """Return what people call a column: its header, or its letters when it has none."""
        header = self.headers[index] if index < len(self.headers) else ""
        return header or say("import.column_letter", letter=letters(index))

    def field(self, index: int) -> str:
        """Return the field of a column; cells beside the table are notes."""
        return self.fields[index] if index < len(self.fields) else NOTE


def letters(index: int) -> str:
    """Return the letters that a spreadsheet gives to a column: 0 is A, 26 is AA."""
    name = ""
    while index >= 0:
        index, digit = divmod(index, 26)
        name, index = chr(ord("A") + digit) + name, index - 1
    return name


def choose_table(sheets: Sequence[Sheet], mapping: Mapping[str, str]) -> tuple[Sheet, Columns]:
    """Return the first sheet in which a header with known columns stands.

    ``mapping`` (header to field, see :func:`read_mapping`) goes before what is guessed. Raises InputError
    when no sheet has such a header or none has the day of receipt, without which nothing can be counted.
    """
    found = [(sheet, columns) for sheet in sheets if (columns := find_columns(sheet.rows, mapping))]
    if not found:
        known = vocabulary("spreadsheet_columns")
        looked_for = ", ".join(known.label(code) for code in _LOOKED_FOR)
        raise InputError("import.header_missing", looked_for=looked_for, rows=_LAST_HEADER_ROW)
    table = next((pair for pair in found if pair[1].index(DAY) is not None), None)
    if table is None:
        raise InputError("import.day_column_missing", row=found[0][1].header_row)
    missing = set(mapping) - {plain(header) for header in table[1].headers}
    if missing:
        raise InputError("import.mapping_header_missing", count=len(missing), row=table[1].header_row)
    return table


def find_columns(rows: Sequence[Sequence[str]], mapping: Mapping[str, str]) -> Columns | None:
    """Return the columns of the row that names most fields, or None when no row names at least two."""
    best: Columns | None = None
    most = _FEWEST_KNOWN - 1
    for number, row in enumerate(rows[:_LAST_HEADER_ROW], start=1):
        fields = _fields(row, mapping)
        known = sum(
            field != NOTE or plain(header) in mapping for header, field in zip(row, fields, strict=True)
        )
        if known > most:
            best, most = Columns(number, tuple(row), fields), known
    return best


def _fields(row: Sequence[str], mapping: Mapping[str, str]) -> tuple[str, ...]:
    """Return the field that each header names; the second column for one field becomes a note."""
    fields = [mapping.get(plain(header), "") for header in row]
    for index, header in enumerate(row):
        guess = fields[index] or _guess(header)
        taken = fields if not fields[index] else fields[:index]
        fields[index] = NOTE if guess in taken else guess
    return tuple(fields)


def _guess(header: str) -> str:
    term = vocabulary("spreadsheet_columns").find(header)
    return term.code if term else NOTE


def read_mapping(path: Path) -> dict[str, str]:
    """Return which header stands for which field, as somebody wrote it down in TOML.

    The file holds ``"Header" = "field"`` lines, also under ``[columns]``; a field is a code of
    ``resources/vocabulary/spreadsheet_columns.toml``, or "note" to keep a column only as a note. Raises InputError.
    """
    table = toml_files.read(path, "import.mapping_unreadable")
    columns = table.get("columns", table)
    allowed = {*vocabulary("spreadsheet_columns").codes(), NOTE}
    if not isinstance(columns, dict) or not all(isinstance(field, str) for field in columns.values()):
        raise InputError("import.mapping_unreadable", name=path.name)
    unknown = [field for field in columns.values() if field not in allowed]
    if unknown:
        raise InputError(
            "import.mapping_field_unknown", field=unknown[0][:40], fields=", ".join(sorted(allowed))
        )
    return {plain(header): field for header, field in columns.items()}
