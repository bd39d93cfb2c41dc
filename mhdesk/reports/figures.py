"""Figures that may leave, as plain values: nothing that is withheld fits into them.

The engine that protects figures hands over these values, and every format (PDF, HTML, XLSX, CSV, JSON, chart) is made
from them alone. A withheld cell has no count *by construction*: what stands behind an "x" cannot reach a
file.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import product
from typing import Final, Literal, get_args

Status = Literal["published", "withheld", "zero"]

TOTAL: Final = "Totaal"
"""The label of a total in every file and every language; the PDF shows its translation."""


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
    and order of a row tell nothing. ``source`` names whose figures they are when they are not our own: such a
    table is shown with its source, and no figure of ours is ever added to one of it. ``scale`` are the row labels
    that lie in order, such as bands of days, without those outside it ("unknown"). ``compares`` says that the
    last dimension is time, earliest first. Raises ValueError otherwise.
    """

    code: str
    title: str
    unit: str
    dimensions: tuple[str, ...]
    cells: tuple[ReportCell, ...]
    source: str = ""
    scale: tuple[str, ...] = ()
    compares: bool = False

    def __post_init__(self) -> None:
        if len(self.dimensions) not in {1, 2} or not self.cells:
            raise ValueError("a table has one or two dimensions, and cells")
        if len({*self.dimensions, "count", "status"}) != len(self.dimensions) + 2:
            raise ValueError("the columns of a table have names of their own")
        expected = list(product(*(self.labels(place) for place in range(len(self.dimensions)))))
        if sorted(cell.labels for cell in self.cells) != sorted(expected):
            raise ValueError("every combination of labels stands in a table once")
        if self.scale and [label for label in self.labels(0) if label in self.scale] != [*self.scale]:
            raise ValueError("a scale is made of labels of the rows, in their order")

    def labels(self, dimension: int) -> tuple[str, ...]:
        """Return the labels of a dimension (0 or 1) in their order, the total where it stands."""
        return tuple(dict.fromkeys(cell.labels[dimension] for cell in self.cells))

    def by_labels(self) -> dict[tuple[str, ...], ReportCell]:
        """Return the cells, to be found by their labels."""
        return {cell.labels: cell for cell in self.cells}


@dataclass(frozen=True, slots=True)
class ReportSection:
    """Tables under one heading, with a sentence that introduces them; a report of one section needs neither."""

    title: str
    about: str
    tables: tuple[ReportTable, ...]


@dataclass(frozen=True, slots=True)
class FiguresReport:
    """A set of figures that may leave, with all that is said about it.

    ``release`` is a number such as "R-2026-001", or "" for a preview; ``rules`` are whole sentences;
    ``audit_head`` is the head of the audit log at the time. Raises ValueError when two tables have one code, and
    when one of several sections has no title.
    """

    release: str
    title: str
    organisation: str
    period_title: str
    period_code: str
    made_on: date
    unit: str
    rules: tuple[str, ...]
    sections: tuple[ReportSection, ...]
    audit_head: str

    def __post_init__(self) -> None:
        codes = [table.code for table in self.tables]
        if len(set(codes)) != len(codes):
            raise ValueError("every table of a report has a code of its own")
        if len(self.sections) > 1 and not all(section.title for section in self.sections):
            raise ValueError("every one of several sections has a title")

    @property
    def tables(self) -> tuple[ReportTable, ...]:
        """Return the tables of all sections, in their order."""
        return tuple(table for section in self.sections for table in section.tables)


def untitled(tables: Iterable[ReportTable]) -> tuple[ReportSection, ...]:
    """Return tables as the one section of a report that is not divided."""
    return (ReportSection("", "", tuple(tables)),)
