"""Spreadsheets to read: made by real writers where there is one, by hand where somebody means harm."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Final

from xlsxwriter import Workbook

from mhdesk.domain.vocabulary import vocabulary
from mhdesk.exchange.columns import choose_table
from mhdesk.exchange.imported import ImportedSignal, ImportProblem
from mhdesk.exchange.organisations import Organisations
from mhdesk.exchange.rows import read_rows
from mhdesk.exchange.workbook import Sheet

DATA: Final = Path(__file__).parents[1] / "data"
TODAY: Final = date(2026, 3, 31)
_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_ODS: Final = "urn:oasis:names:tc:opendocument:xmlns"


def xlsx(path: Path, fill: Callable[[Workbook], None]) -> Path:
    """Write a workbook that ``fill`` fills, by XlsxWriter."""
    book = Workbook(str(path))
    fill(book)
    book.close()
    return path


def xlsx_of(path: Path, rows: Sequence[Sequence[str]]) -> Path:
    """Write a workbook with one sheet of text cells."""

    def fill(book: Workbook) -> None:
        sheet = book.add_worksheet("lijst")
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                sheet.write_string(number, column, cell)

    return xlsx(path, fill)


def members_of(path: Path) -> dict[str, bytes]:
    """Return what a zip holds."""
    with zipfile.ZipFile(path) as packed:
        return {info.filename: packed.read(info) for info in packed.infolist()}


def zipped(path: Path, members: Mapping[str, bytes | str]) -> Path:
    """Write a zip of ``members``."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in members.items():
            packed.writestr(name, content)
    return path


def with_sheet(path: Path, cells: str) -> Path:
    """Write a workbook whose only sheet holds this XML between its ``sheetData`` tags."""
    plain = xlsx_of(path, [["x"]])
    members = members_of(plain)
    sheet = members["xl/worksheets/sheet1.xml"].decode()
    start, end = sheet.index("<sheetData>") + len("<sheetData>"), sheet.index("</sheetData>")
    members["xl/worksheets/sheet1.xml"] = (sheet[:start] + cells + sheet[end:]).encode()
    return zipped(path, members)


def with_shared(path: Path, texts: Sequence[str], cells: str) -> Path:
    """Write a workbook like :func:`with_sheet` whose cells may name these shared texts by number."""
    members = members_of(with_sheet(path, cells))
    strings = "".join(f"<si><t>{text}</t></si>" for text in texts)
    members["xl/sharedStrings.xml"] = f'<sst xmlns="{_MAIN}">{strings}</sst>'.encode()
    return zipped(path, members)


def ods(path: Path, rows: str) -> Path:
    """Write an OpenDocument spreadsheet with one sheet of these ``table-row`` elements."""
    spaces = " ".join(f'xmlns:{name}="{_ODS}:{name}:1.0"' for name in ("office", "table", "text"))
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    entry = f'<m:file-entry m:full-path="/" m:media-type="{kind}"/>'
    return zipped(
        path,
        {
            "mimetype": kind,
            "META-INF/manifest.xml": f'<m:manifest xmlns:m="{_ODS}:manifest:1.0">{entry}</m:manifest>',
            "content.xml": f"<office:document-content {spaces}><office:body><office:spreadsheet>"
            f'<table:table table:name="lijst">{rows}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        },
    )


def ods_text(text: str, repeated: int = 1) -> str:
    """Return one text cell of an ods sheet."""
    attributes = f'office:value-type="string" table:number-columns-repeated="{repeated}"'
    return f"<table:table-cell {attributes}><text:p>{text}</text:p></table:table-cell>"


def headers(fields: Sequence[str]) -> tuple[str, ...]:
    """Return a Dutch header for each field; what is no field is its own header."""
    return tuple(vocabulary("spreadsheet_columns").label(field) for field in fields)


def rows_of(
    table: Sequence[Mapping[str, str]], organisations: Sequence[str] = ()
) -> tuple[list[ImportedSignal], list[ImportProblem], list[int]]:
    """Read rows given by field, below one header with all their fields; row 2 is the first."""
    fields = list(dict.fromkeys(["received_on", "form", *(field for row in table for field in row)]))
    rows = (headers(fields), *(tuple(row.get(field, "") for field in fields) for row in table))
    sheet, columns = choose_table([Sheet("lijst", "csv", rows)], {})
    return read_rows(sheet, columns, TODAY, Organisations(organisations))


def row_of(received_on: str = "12-10-2019", **cells: str) -> ImportedSignal:
    """Read one row given by field."""
    signals, _, _ = rows_of([{"received_on": received_on, **cells}])
    assert len(signals) == 1
    return signals[0]


def codes(signal: ImportedSignal) -> list[str]:
    """Return the codes of a row's problems, without their area."""
    return [problem.code.removeprefix("import.") for problem in signal.problems]


def notes(signal: ImportedSignal) -> dict[str, str]:
    """Return a row's notes by column."""
    return {note.column: note.text for note in signal.notes}


def sheet_bytes(write: Callable[[zipfile.ZipFile], object]) -> bytes:
    """Return a zip that ``write`` writes into."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as packed:
        write(packed)
    return content.getvalue()
