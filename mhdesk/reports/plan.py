"""How a table lies on paper: which columns, how wide, upright or lying, how high each row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from mhdesk.reports import sheet
from mhdesk.reports.derived import Derived, derived_column
from mhdesk.reports.figures import TOTAL, ReportTable
from mhdesk.reports.signs import shown, sign
from mhdesk.wording import say

AIR: Final = 7.0

_ROW: Final = 20.0
_LABEL_LINE: Final = 13.0
_NARROWEST_LABEL, _WIDEST_LABEL = 84.0, 130.0
_ONE_WAY_LABEL, _WIDEST_ONE_WAY_LABEL = 165.0, 210.0
_NARROWEST_COLUMN, _WIDEST_COLUMN = 42.0, 84.0


@dataclass(frozen=True, slots=True)
class Plan:
    """One table, or as many of its columns as fit beside each other on one page; sizes in points.

    ``heads`` are the labels of the columns; a table over one dimension has a single column, without a label
    of its own in ``key``. ``derived`` is the column at the right that follows from the counts.
    """

    table: ReportTable
    heads: tuple[str, ...]
    rows: tuple[str, ...]
    label_width: float
    widths: tuple[float, ...]
    lying: bool
    derived: Derived | None = None
    derived_width: float = 0.0

    @property
    def one_way(self) -> bool:
        """Say whether the table has one dimension."""
        return len(self.table.dimensions) == 1

    @property
    def width(self) -> float:
        """Return how wide the table is."""
        return self.label_width + sum(self.widths) + self.derived_width

    def key(self, row: str, head: str) -> tuple[str, ...]:
        """Return the labels of the cell where a row and a column meet."""
        return (row,) if self.one_way else (row, head)

    def edges(self) -> list[float]:
        """Return the right edge of each column, seen from the left edge of the table."""
        reached, edges = self.label_width, []
        for wide in self.widths:
            reached += wide
            edges.append(reached)
        return edges

    def head_lines(self) -> list[list[str]]:
        """Return the lines of each column head."""
        return [
            sheet.wrap(shown(head), sheet.CAPTION_STRONG, wide - AIR - 3)
            for head, wide in zip(self.heads, self.widths, strict=True)
        ]

    def derived_lines(self) -> list[str]:
        """Return the lines of the head of the derived column; none where there is no such column."""
        if self.derived is None:
            return []
        return sheet.wrap(self.derived.head, sheet.CAPTION_STRONG, self.derived_width - AIR - 3)

    def corner_lines(self) -> list[str]:
        """Return the lines of the head above the row labels: the name of the first dimension."""
        return sheet.wrap(shown(self.table.dimensions[0]), sheet.CAPTION_STRONG, self.label_width - AIR)

    def head_height(self) -> float:
        """Return how high the head is."""
        most = max(len(lines) for lines in [*self.head_lines(), self.corner_lines(), self.derived_lines()])
        return most * sheet.CAPTION_STRONG.leading + 5

    def label_lines(self, row: str) -> list[str]:
        """Return the lines of a row label."""
        style = sheet.STRONG if row == TOTAL else sheet.BODY
        return sheet.wrap(shown(row), style, self.label_width - AIR)

    def row_height(self, row: str) -> float:
        """Return how high a row is."""
        return _ROW + (len(self.label_lines(row)) - 1) * _LABEL_LINE

    def height(self) -> float:
        """Return how high head and rows are together."""
        return self.head_height() + sum(self.row_height(row) for row in self.rows)


def plans_of(table: ReportTable) -> list[Plan]:
    """Return how a table is laid on paper: upright where it fits, else lying, else in several parts.

    What is decided here depends on labels and published counts alone.
    """
    rows = table.labels(0)
    derived = derived_column(table)
    beside = _derived_need(derived, rows)
    if len(table.dimensions) == 1:
        label = min(max(_ONE_WAY_LABEL, _label_need(table, rows)), _WIDEST_ONE_WAY_LABEL)
        count, width = say("report.count"), _NARROWEST_COLUMN + 14
        plan = Plan(table, (count,), rows, label, (width,), lying=False)
        return [replace(plan, derived=derived, derived_width=beside)]
    heads = table.labels(1)
    label = min(max(_NARROWEST_LABEL, _label_need(table, rows)), _WIDEST_LABEL)
    needs = [_column_need(table, head) for head in heads]
    lying = label + sum(needs) + beside > sheet.column(lying=False)
    room = sheet.column(lying=lying) - beside
    *others, last = [
        _spread(
            Plan(table, part, rows, label, tuple(_column_need(table, head) for head in part), lying), room
        )
        for part in _parts(heads, needs, room - label)
    ]
    return [*others, replace(last, derived=derived, derived_width=beside)]


def _label_need(table: ReportTable, rows: Sequence[str]) -> float:
    return max(sheet.width(shown(row), sheet.STRONG) for row in (*rows, table.dimensions[0])) + AIR + 2


def _derived_need(derived: Derived | None, rows: Sequence[str]) -> float:
    if derived is None:
        return 0.0
    words = [sheet.width(word, sheet.CAPTION_STRONG) for word in derived.head.split()]
    texts = [sheet.width(derived.text(row), sheet.BODY) for row in rows]
    return max(_NARROWEST_COLUMN, *words, *texts) + AIR + 5


def _column_need(table: ReportTable, head: str) -> float:
    words = [sheet.width(word, sheet.CAPTION_STRONG) for word in shown(head).split()]
    signs = [sheet.width(sign(cell), sheet.STRONG) for cell in table.cells if cell.labels[1] == head]
    return min(max(_NARROWEST_COLUMN, max([*words, *signs]) + AIR + 5), 2 * _WIDEST_COLUMN)


def _parts(heads: Sequence[str], needs: Sequence[float], room: float) -> list[tuple[str, ...]]:
    """Divide columns over as many parts as the room asks for."""
    parts: list[tuple[str, ...]] = []
    left = 0.0
    for head, need in zip(heads, needs, strict=True):
        if not parts or need > left:
            parts.append(())
            left = room
        parts[-1] += (head,)
        left -= need
    return parts


def _spread(plan: Plan, room: float) -> Plan:
    """Make all columns alike where they fit so, up to a limit; what is left goes to the labels."""
    number = len(plan.widths)
    alike = (room - plan.label_width) / number
    if alike >= max(plan.widths):
        widths = (max(min(alike, _WIDEST_COLUMN), *plan.widths),) * number
    else:
        widths = tuple(wide + (room - plan.width) / number for wide in plan.widths)
    return replace(plan, label_width=room - sum(widths), widths=widths)
