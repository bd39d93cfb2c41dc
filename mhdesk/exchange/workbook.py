"""Read a spreadsheet file as text cells: xlsx, ods or csv, told apart by content and not by name."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Final

import python_calamine as calamine

from mhdesk.domain.text import clean
from mhdesk.errors import InputError
from mhdesk.exchange import delimited, guard
from mhdesk.exchange.guard import Budget, CellFaults, Position

_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_TEXT_SUFFIXES: Final = frozenset({".csv", ".txt", ".tsv"})
_WHOLE_NUMBERS: Final = 1e15
_LARGEST_TREE: Final = 1_000_000
_STRINGS: Final = "sharedstrings.xml"
_RELATION: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"

Value = int | float | str | bool | time | date | datetime | timedelta


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet as text. ``rows[0]`` is row 1 of the spreadsheet; rows may differ in length.

    Dates are ISO 8601, whole numbers have no decimals, a true or false is WAAR or ONWAAR, a cell in error
    holds its error (``#REF!``). ``valueless`` are formulas that were saved without their value (row
    and column from 0): such a cell is "".
    """

    name: str
    kind: str
    rows: tuple[tuple[str, ...], ...]
    valueless: frozenset[Position] = frozenset()


def read_sheets(path: Path) -> tuple[Sheet, ...]:
    """Return all sheets of a spreadsheet file that hold anything, in their order; hidden ones last.

    Raises InputError with a sentence for everything that is not such a file, is locked by a password,
    or is larger than ``mhdesk.exchange.guard`` allows. Nothing is written anywhere.
    """
    content = read_bytes(path)
    if content.startswith(_ZIP):
        sheets = _read_zip(content, path.name)
    elif content.startswith(_OLE):
        encrypted = "EncryptedPackage".encode("utf-16-le") in content
        raise InputError("import.has_password" if encrypted else "import.old_format", name=path.name)
    elif path.suffix.lower() in _TEXT_SUFFIXES:
        sheets = (Sheet(path.name, "csv", _trimmed(delimited.read(content))),)
    else:
        raise InputError("import.not_a_spreadsheet", name=path.name)
    filled = tuple(sheet for sheet in sheets if sheet.rows)
    if not filled:
        raise InputError("import.empty", name=path.name)
    return filled


def read_bytes(path: Path) -> bytes:
    """Return the bytes of an ordinary file of bounded size. Raises InputError."""
    try:
        if path.is_dir():
            raise InputError("import.is_a_folder", name=path.name)
        if not path.exists():
            raise InputError("import.file_missing", name=path.name)
        if not path.is_file():
            raise InputError("import.not_a_spreadsheet", name=path.name)
        with path.open("rb") as handle:
            content = handle.read(guard.LARGEST_FILE + 1)
    except OSError as error:
        raise InputError("import.file_unreadable", name=path.name) from error
    if not content:
        raise InputError("import.empty", name=path.name)
    if len(content) > guard.LARGEST_FILE:
        raise InputError("import.too_large", name=path.name, most=guard.LARGEST_FILE // 1_000_000)
    return content


def _read_zip(content: bytes, name: str) -> tuple[Sheet, ...]:
    members = guard.unpack(content)
    if b"encryption-data" in members.get("META-INF/manifest.xml", b""):
        raise InputError("import.has_password", name=name)
    if "xl/workbook.xml" in members:
        return _read_workbook(members, "xlsx", _xlsx_faults(members))
    if "content.xml" in members:
        return _read_workbook(members, "ods", guard.scan_ods(members["content.xml"], Budget()))
    raise InputError("import.damaged")


def _xlsx_faults(members: dict[str, bytes]) -> dict[str, CellFaults]:
    """Return what hides in the cells of each sheet by name; every XML member is measured."""
    budget = Budget()
    strings = [name for name in members if name.casefold().endswith(_STRINGS)]
    if len(strings) > 1:  # the reader takes one of them, and nobody knows which
        raise InputError("import.damaged")
    shared = guard.scan_strings(members[strings[0]], budget) if strings else ()
    scanned = {
        name: guard.scan_xlsx(xml, budget, shared)
        for name, xml in members.items()
        if name.endswith((".xml", ".rels")) and name not in strings
    }
    relations = _tree(members.get("xl/_rels/workbook.xml.rels", b"<none/>"))
    targets = {relation.get("Id"): relation.get("Target", "") for relation in relations}
    faults = {}
    for sheet in _tree(members["xl/workbook.xml"]).iter():
        target = targets.get(sheet.get(_RELATION), "")
        member = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        if sheet.tag.endswith("}sheet") and member in scanned:
            faults[sheet.get("name", "")] = scanned[member]
    return faults


def _tree(xml: bytes) -> ET.Element:
    if len(xml) > _LARGEST_TREE:
        raise InputError("import.damaged")
    try:
        return ET.fromstring(xml)  # noqa: S314 - guard has refused declarations
    except ET.ParseError as error:
        raise InputError("import.damaged") from error


def _read_workbook(members: dict[str, bytes], kind: str, faults: dict[str, CellFaults]) -> tuple[Sheet, ...]:
    try:
        with calamine.CalamineWorkbook.from_filelike(guard.pack(members)) as book:
            shown = [m for m in book.sheets_metadata if m.typ == calamine.SheetTypeEnum.WorkSheet]
            shown.sort(key=lambda m: m.visible != calamine.SheetVisibleEnum.Visible)
            budget = Budget()  # once more: two sheets may be the same member
            return tuple(_sheet(book, m.name, kind, faults.get(m.name, CellFaults()), budget) for m in shown)
    except (calamine.CalamineError, calamine.XmlError, calamine.ZipError, ValueError, OverflowError) as error:
        raise InputError("import.damaged") from error
    except BaseException as error:
        if type(error).__name__ == "PanicException":  # the reader's own bug: it has no class to import
            raise InputError("import.damaged") from error
        raise


def _sheet(
    book: calamine.CalamineWorkbook, name: str, kind: str, faults: CellFaults, budget: Budget
) -> Sheet:
    values = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    budget.spend(cells=sum(map(len, values)))
    rows = _trimmed(map(_text, row) for row in values)
    budget.spend(characters=sum(len(cell) for row in rows for cell in row))
    return Sheet(clean(name), kind, _with_errors(rows, faults), frozenset(faults.valueless))


def _with_errors(rows: tuple[tuple[str, ...], ...], faults: CellFaults) -> tuple[tuple[str, ...], ...]:
    """Return the rows with the error that a cell shows, for which the reader has nothing."""
    if not faults.errors:
        return rows
    grid = [list(row) for row in rows]
    for (row, column), error in faults.errors.items():
        grid += [[] for _ in range(row + 1 - len(grid))]
        grid[row] += [""] * (column + 1 - len(grid[row]))
        grid[row][column] = clean(error)
    return tuple(tuple(row) for row in grid)


def _text(value: Value) -> str:
    """Return one cell as text, as :class:`Sheet` says."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "WAAR" if value else "ONWAAR"
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time.min else f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, float) and value.is_integer() and abs(value) < _WHOLE_NUMBERS:
        return str(int(value))
    return str(value)


def _trimmed(rows: Iterable[Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    """Return the rows cleaned, without empty cells at the right and empty rows at the end."""
    tidy = []
    for row in rows:
        cells = [clean(cell) if cell else "" for cell in row]
        while cells and not cells[-1]:
            cells.pop()
        tidy.append(tuple(cells))
    while tidy and not tidy[-1]:
        tidy.pop()
    return tuple(tidy)
