"""Figures for programs: CSV, one file a table, with a description of them all; and JSON, one file a report."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Mapping
from typing import Final, get_args

from mhdesk.reports.content import about_report, about_table, report_content, report_hash
from mhdesk.reports.derived import remarks
from mhdesk.reports.figures import FiguresReport, ReportCell, ReportSection, ReportTable, Status
from mhdesk.wording import say

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


def figures_package(report: FiguresReport, names: Mapping[str, str]) -> bytes:
    """Return the description of the CSV files of a report: a Frictionless data package (``datapackage.json``).

    ``names`` are the names of the files by the code of their table. It describes every column, says all that
    the report says, has the hash of each file and of the report, and states no licence: none is given. There
    is no time of making in it; the standard wants one to the second.
    """
    sections = [
        {
            "title": section.title,
            "about": section.about,
            "tables": [about_table(table) for table in section.tables],
        }
        for section in report.sections
    ]
    package = {
        "profile": "tabular-data-package",
        "name": (report.release or "preview").lower(),
        "title": f"{report.title}, {report.period_title}",
        "description": "\n\n".join((*report.rules, say("report.package_check"))),
        "resources": [
            _resource(report, section, table, names[table.code])
            for section in report.sections
            for table in section.tables
        ],
        "mhdesk": {**about_report(report), "sections": sections, "hash": report_hash(report)},
    }
    return (json.dumps(package, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _resource(
    report: FiguresReport, section: ReportSection, table: ReportTable, name: str
) -> dict[str, object]:
    """Describe one file: what it counts, where it stands in the report, and every column."""
    written = figures_csv(table)
    caption = say("report.caption", title=table.title, period=report.period_title)
    about = [*([section.about] if section.about else []), *remarks(table)]
    elsewhere: dict[str, object] = {"sources": [{"title": table.source}]} if table.source else {}
    return {
        "profile": "tabular-data-resource",
        "name": table.code,
        "path": name,
        "title": f"{table.title}. {say('report.unit_line', unit=table.unit)}",
        "description": " ".join((f"{caption}.", *about)),
        "section": section.title,
        "unit": table.unit,
        **elsewhere,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "header": True},
        "bytes": len(written),
        "hash": f"sha256:{hashlib.sha256(written).hexdigest()}",
        "schema": _schema(table),
    }


def _schema(table: ReportTable) -> dict[str, object]:
    dimensions = [harmless(name) for name in table.dimensions]
    categories = [
        {
            "name": name,
            "type": "string",
            "description": say("report.field_dimension"),
            "constraints": {"required": True, "enum": [harmless(label) for label in table.labels(place)]},
        }
        for place, name in enumerate(dimensions)
    ]
    count = {
        "name": "count",
        "type": "integer",
        "unit": table.unit,
        "description": f"{say('report.field_count')} {say('report.unit_line', unit=table.unit)}",
        "constraints": {"minimum": 0},
    }
    status = {
        "name": "status",
        "type": "string",
        "description": say("report.field_status"),
        "constraints": {"required": True, "enum": list(get_args(Status))},
    }
    return {"fields": [*categories, count, status], "primaryKey": dimensions, "missingValues": [""]}


def _row(cell: ReportCell) -> list[str]:
    count = "" if cell.count is None else str(cell.count)
    return [*map(harmless, cell.labels), count, cell.status]


def harmless(text: str) -> str:
    """Return text that a spreadsheet does not run as a formula: with an apostrophe before it where needed."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
