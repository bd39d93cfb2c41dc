"""Figures that may leave, as plain values: nothing that is withheld fits into them.

The engine that protects figures hands over these values, and every format (PDF, HTML, XLSX, CSV, JSON, chart) is made
from them alone. A withheld cell has no count *by construction*: what stands behind an "x" cannot reach a
file.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product
from typing import Final, Literal, get_args

from mhdesk.wording import say

Status = Literal["published", "withheld", "zero"]

TOTAL: Final = "Totaal"
"""The label of a total in every file and every language; the PDF shows its translation."""

FORMAT: Final = "mhdesk-figures-1"


@dataclass(frozen=True, slots=True)
class ReportCell:
    """One count under its labels, one label a dimension; a total has :data:`TOTAL` among them.

    Raises ValueError when count and status disagree: a withheld cell has no count, a zero is 0, a published
    count is at least 1.
    """

    labels: tuple[str, ...]
    count: int | None
    status: Status
    is_total: bool

    def __post_init__(self) -> None:
        if self.status not in get_args(Status):
            raise ValueError(f"no such status: {self.status}")
        if (self.status == "withheld") != (self.count is None):
            raise ValueError("a withheld cell has no count, every other cell has one")
        if self.count is not None and (self.count == 0) != (self.status == "zero"):
            raise ValueError("a count of 0 is a zero, and only that")
        if self.count is not None and self.count < 0:
            raise ValueError("nothing is counted below 0")
        if self.is_total != (TOTAL in self.labels):
            raise ValueError("a total, and nothing else, is labelled as one")


@dataclass(frozen=True, slots=True)
class ReportTable:
    """Counts over one or two dimensions, rows before columns, complete and in the order of the vocabulary.

    Every combination of labels is there exactly once, also where it is nil or withheld: presence, absence
    and order of a row tell nothing. Raises ValueError otherwise.
    """

    code: str
    title: str
    unit: str
    dimensions: tuple[str, ...]
    cells: tuple[ReportCell, ...]

    def __post_init__(self) -> None:
        if len(self.dimensions) not in {1, 2} or not self.cells:
            raise ValueError("a table has one or two dimensions, and cells")
        if len({*self.dimensions, "count", "status"}) != len(self.dimensions) + 2:
            raise ValueError("the columns of a table have names of their own")
        expected = list(product(*(self.labels(place) for place in range(len(self.dimensions)))))
        if sorted(cell.labels for cell in self.cells) != sorted(expected):
            raise ValueError("every combination of labels stands in a table once")

    def labels(self, dimension: int) -> tuple[str, ...]:
        """Return the labels of a dimension (0 or 1) in their order, the total where it stands."""
        return tuple(dict.fromkeys(cell.labels[dimension] for cell in self.cells))

    def by_labels(self) -> dict[tuple[str, ...], ReportCell]:
        """Return the cells, to be found by their labels."""
        return {cell.labels: cell for cell in self.cells}


@dataclass(frozen=True, slots=True)
class FiguresReport:
    """A set of figures that may leave, with all that is said about it.

    ``release`` is a number such as "R-2026-001", or "" for a preview; ``rules`` are whole sentences;
    ``audit_head`` is the head of the audit log at the time.
    """

    release: str
    title: str
    organisation: str
    period_title: str
    period_code: str
    made_on: date
    unit: str
    rules: tuple[str, ...]
    tables: tuple[ReportTable, ...]
    audit_head: str


def report_content(report: FiguresReport) -> dict[str, object]:
    """Return everything that the report publishes, as values that JSON knows."""
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
        "tables": [_table_content(table) for table in report.tables],
        "audit_head": report.audit_head,
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


def _table_content(table: ReportTable) -> dict[str, object]:
    return {
        "code": table.code,
        "title": table.title,
        "unit": table.unit,
        "dimensions": list(table.dimensions),
        "cells": [_cell_content(cell) for cell in table.cells],
    }


def _cell_content(cell: ReportCell) -> dict[str, object]:
    labels: Sequence[str] = list(cell.labels)
    return {"labels": labels, "count": cell.count, "status": cell.status, "is_total": cell.is_total}
