"""The chart of a table over two dimensions: a small panel of bars a column, all with one axis and width."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from mhdesk.reports.chart import Chart
from mhdesk.reports.figures import TOTAL
from mhdesk.reports.plan import Plan
from mhdesk.reports.sheet import (
    ACCENT,
    BORDER,
    CAPTION,
    HAIRLINE,
    MARGIN,
    SMALL,
    Sheet,
    column,
    page_room,
    wrap,
)
from mhdesk.reports.signs import grouped, shown
from mhdesk.wording import say

_ROW: Final = 12.0
_BAR: Final = 6.0
_ABOVE: Final = 4.0
_GAP: Final = 12.0
_AXIS: Final = 12.0


@dataclass(frozen=True, slots=True)
class Panels:
    """Where the panels under a table stand, and what is written at them; sizes in points."""

    plan: Plan
    rows: tuple[str, ...]
    heads: tuple[str, ...]
    width: float
    height: float

    @classmethod
    def of(cls, plan: Plan) -> Panels:
        """Return the panels of a table; no total has one."""
        rows = tuple(row for row in plan.rows if row != TOTAL)
        heads = tuple(head for head in plan.heads if head != TOTAL)
        wide = (column(lying=plan.lying) - plan.label_width) / max(len(heads), 1) - _GAP
        head_height = max((len(_head_lines(head, wide)) for head in heads), default=0) * CAPTION.leading
        note = len(_note_lines(plan, top=0)) * CAPTION.leading
        return cls(plan, rows, heads, wide, _ABOVE + note + head_height + 4 + len(rows) * _ROW + _AXIS)

    def left(self, place: int) -> float:
        """Return where the axis of a panel begins."""
        return MARGIN + self.plan.label_width + place * (self.width + _GAP)


def draw_panels(sheet: Sheet, panels: Panels, chart: Chart) -> None:
    """Draw the panels below what is there, on one page; a table longer than a page goes without them."""
    if not panels.heads or panels.height > page_room(lying=panels.plan.lying):
        return
    if sheet.room < panels.height:
        sheet.turn(lying=panels.plan.lying)
    bottom = sheet.y - panels.height
    sheet.y -= _ABOVE
    sheet.paragraph(say("report.chart_note", top=grouped(chart.axis.top)), CAPTION)
    sheet.y = bottom
    top = bottom + _AXIS + len(panels.rows) * _ROW
    for place in range(len(panels.heads)):
        left = panels.left(place)
        sheet.stroke(left, bottom + _AXIS, left, top, BORDER, 0.6)
        sheet.stroke(left + panels.width, bottom + _AXIS, left + panels.width, top, HAIRLINE, 0.6)
    with sheet.element("Figure", alt=say("report.chart_alt", title=panels.plan.table.title)), sheet.drawing():
        _name_rows(sheet, panels, top)
        for place, head in enumerate(panels.heads):
            _draw_panel(sheet, panels, head, panels.left(place), top, chart)


def _name_rows(sheet: Sheet, panels: Panels, top: float) -> None:
    for place, row in enumerate(panels.rows, start=1):
        label = wrap(shown(row), CAPTION, panels.plan.label_width - _GAP)[0]
        sheet.words(MARGIN, top - place * _ROW + 3, label, CAPTION)


def _draw_panel(sheet: Sheet, panels: Panels, head: str, left: float, top: float, chart: Chart) -> None:
    lines = _head_lines(head, panels.width)
    for above, line in zip(reversed(range(len(lines))), lines, strict=True):
        sheet.words(left, top + 5 + above * CAPTION.leading, line, CAPTION)
    for place, row in enumerate(panels.rows, start=1):
        if count := chart.bars.get((row, head)):
            y = top - place * _ROW + (_ROW - _BAR) / 2
            sheet.fill(left, y, count / chart.axis.top * panels.width, _BAR, ACCENT)
    below = top - len(panels.rows) * _ROW - 9
    sheet.words(left, below, "0", SMALL)
    sheet.words(left + panels.width, below, grouped(chart.axis.top), SMALL, to_the_left=True)


def _head_lines(head: str, wide: float) -> list[str]:
    return wrap(shown(head), CAPTION, wide + _GAP - 3)


def _note_lines(plan: Plan, top: int) -> list[str]:
    return wrap(say("report.chart_note", top=top), CAPTION, column(lying=plan.lying))
