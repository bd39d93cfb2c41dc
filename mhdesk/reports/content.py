"""What a report publishes, as one canonical content with a hash: the same in every format."""

from __future__ import annotations

import hashlib
import json
from typing import Final

from mhdesk.reports.derived import remarks
from mhdesk.reports.figures import FiguresReport, ReportCell, ReportSection, ReportTable
from mhdesk.wording import say

FORMAT: Final = "mhdesk-figures-2"
"""The first format had no sections: its tables stood side by side, without ``source`` and ``remarks``."""

Content = dict[str, object]


def report_content(report: FiguresReport) -> Content:
    """Return everything that the report publishes, as values that JSON knows."""
    return {**about_report(report), "sections": [_section_content(section) for section in report.sections]}


def about_report(report: FiguresReport) -> Content:
    """Return all that :func:`report_content` says of the report as a whole: everything but its sections."""
    return {
        "format": FORMAT,
        "release": report.release,
        "title": report.title,
        "organisation": report.organisation,
        "period": {"code": report.period_code, "title": report.period_title},
        "made_on": report.made_on.isoformat(),
        "unit": report.unit,
        "rules": list(report.rules),
        "signs": _signs_content(),
        "audit_head": report.audit_head,
    }


def about_table(table: ReportTable) -> Content:
    """Return all that :func:`report_content` says of a table but its cells."""
    return {
        "code": table.code,
        "title": table.title,
        "unit": table.unit,
        "source": table.source,
        "dimensions": list(table.dimensions),
        "remarks": list(remarks(table)),
    }


def report_hash(report: FiguresReport) -> str:
    """Return the SHA-256 of what the report publishes, as 64 hex digits.

    It is taken over :func:`report_content` as JSON with sorted keys, no white space and UTF-8, so that
    anybody can work it out again from the JSON file: leave out "hash", and hash the rest.
    """
    canonical = json.dumps(report_content(report), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(canonical.encode("utf-8")).hexdigest()


def _signs_content() -> dict[str, str]:
    """Say by status what the cells without a count mean; ``unknown`` is explained with them, and does not occur."""
    return {
        "withheld": say("report.legend_withheld"),
        "zero": say("report.legend_zero"),
        "unknown": say("report.legend_unknown"),
    }


def _section_content(section: ReportSection) -> Content:
    tables = [
        {**about_table(table), "cells": [_cell_content(cell) for cell in table.cells]}
        for table in section.tables
    ]
    return {"title": section.title, "about": section.about, "tables": tables}


def _cell_content(cell: ReportCell) -> Content:
    return {
        "labels": list(cell.labels),
        "count": cell.count,
        "status": cell.status,
        "is_total": cell.is_total,
    }
