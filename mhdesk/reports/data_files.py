"""Figures for programs: CSV, one file a table, and JSON, one file a report."""

from __future__ import annotations

import csv
import io
import json
from typing import Final

from mhdesk.reports.figures import FiguresReport, ReportCell, ReportTable, report_content, report_hash

# Spreadsheets run what begins so as a formula (OWASP, CSV injection); the wide signs come from Asian
# keyboards.
_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")


def figures_csv(table: ReportTable) -> bytes:
    """Return one table as CSV: UTF-8 without a mark, commas, one row a cell, totals included.

    The columns are the dimensions, then ``count`` (empty when withheld) and ``status`` (published,
    withheld, zero). Text that a spreadsheet would run as a formula gets an apostrophe before it.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([*map(harmless, table.dimensions), "count", "status"])
    writer.writerows(_row(cell) for cell in table.cells)
    return text.getvalue().encode("utf-8")


def figures_json(report: FiguresReport) -> bytes:
    """Return the whole report as JSON: what :func:`report_content` says, and its hash."""
    content = {**report_content(report), "hash": report_hash(report)}
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _row(cell: ReportCell) -> list[str]:
    count = "" if cell.count is None else str(cell.count)
    return [*map(harmless, cell.labels), count, cell.status]


def harmless(text: str) -> str:
    """Return text that a spreadsheet does not run as a formula: with an apostrophe before it where needed."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
