"""Read a list of signals from a spreadsheet file: the one way in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from mhdesk.errors import InputError
from mhdesk.exchange.columns import Columns, choose_table, find_columns
from mhdesk.exchange.imported import ImportProblem, Spreadsheet
from mhdesk.exchange.organisations import Organisations
from mhdesk.exchange.rows import read_rows
from mhdesk.exchange.workbook import Sheet, read_sheets


def read(
    path: Path, today: date, mapping: Mapping[str, str] | None = None, organisations: Iterable[str] = ()
) -> Spreadsheet:
    """Return what a spreadsheet says, as drafts; nothing is written.

    ``mapping`` comes from :func:`mhdesk.exchange.columns.read_mapping`; ``organisations`` are the names that the
    registry has beside the starting list. Raises InputError when the file cannot be read, has no header
    that is known, or has no row under it.
    """
    sheets = read_sheets(path)
    sheet, columns = choose_table(sheets, mapping or {})
    signals, problems, skipped = read_rows(sheet, columns, today, Organisations(organisations))
    if not signals:
        raise InputError("import.no_rows", row=columns.header_row)
    problems += [problem for signal in signals for problem in signal.problems]
    problems += _other_tables(sheets, sheet, mapping or {})
    return Spreadsheet(
        name=sheet.name,
        kind=sheet.kind,
        columns=columns,
        signals=tuple(signals),
        problems=tuple(sorted(problems, key=lambda problem: problem.row)),
        skipped=tuple(skipped),
    )


def _other_tables(sheets: Iterable[Sheet], chosen: Sheet, mapping: Mapping[str, str]) -> list[ImportProblem]:
    """Return a problem for each other sheet with such a table: it must not be forgotten in silence."""
    others = [(sheet, find_columns(sheet.rows, mapping)) for sheet in sheets if sheet is not chosen]
    return [ImportProblem(_row(found), sheet.name, "import.other_table") for sheet, found in others if found]


def _row(columns: Columns) -> int:
    return columns.header_row
