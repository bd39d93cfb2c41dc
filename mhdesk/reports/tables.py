"""Set a table on paper, with its unit, its legend and its chart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from mhdesk.reports.chart import Chart, chart_of
from mhdesk.reports.derived import remarks
from mhdesk.reports.figures import TOTAL, ReportTable
from mhdesk.reports.panels import Panels, draw_panels
from mhdesk.reports.plan import AIR, Plan, plans_of
from mhdesk.reports.sheet import (
    ACCENT,
    BODY,
    BORDER,
    CAPTION,
    CAPTION_STRONG,
    HAIRLINE,
    MARGIN,
    PART,
    SECTION,
    SMALL,
    STRONG,
    WITHHELD,
    Sheet,
    column,
    page_room,
    width,
    wrap,
)
from mhdesk.reports.signs import HIDDEN, grouped, legend, sign
from mhdesk.wording import say

_ABOVE: Final = 26.0
_HEADING: Final = SECTION.leading + CAPTION.leading + 8
_LEGEND: Final = 24.0
_BESIDE: Final = 26.0
_BAR: Final = 8.0
_FEWEST_ROWS: Final = 4
_WIDEST_TINT: Final = 40.0


@dataclass(frozen=True, slots=True)
class Opening:
    """What stands above the first table of a section and stays with it: its heading and its introduction."""

    title: str
    about: str

    @property
    def height(self) -> float:
        """Return how much room it takes, in points; nothing where there is nothing to say."""
        lines = wrap(self.about, BODY, column(lying=False)) if self.about else []
        return (PART.leading + 10 if self.title else 0) + len(lines) * BODY.leading + (8 if lines else 0)


NO_OPENING: Final = Opening("", "")


def set_table(sheet: Sheet, table: ReportTable, *, level: str, opening: Opening, organisation: str) -> None:
    """Set a table below what is there: title, unit, counts, legend, and bars for what is published.

    ``level`` is the kind of its heading (H2, H3); ``organisation`` is who does not own figures that have a source.
    """
    chart = chart_of(table)
    notes = [*remarks(table)]
    if table.source:
        told = say("report.source_note", organisation=organisation)
        notes.append(f"{say('report.label_source')}: {table.source}. {told}")
    for number, plan in enumerate(plans_of(table)):
        _turn_for(sheet, plan, chart, opening.height if number == 0 else 0, notes)
        if number == 0:
            _open(sheet, opening)
        _set_heading(sheet, table, level if number == 0 else "")
        for rows in _fragments(sheet, plan):
            bottoms = _set_rows(sheet, plan, rows)
            if plan.one_way and chart:
                _draw_beside(sheet, plan, bottoms, chart)
        _set_legend(sheet)
        for note in notes:
            sheet.y -= 3
            sheet.paragraph(note, CAPTION)
        if chart and not plan.one_way:
            draw_panels(sheet, Panels.of(plan), chart)


def _open(sheet: Sheet, opening: Opening) -> None:
    if opening.title:
        sheet.heading(opening.title, PART, "H2")
        sheet.y -= 10 if not opening.about else 2
    if opening.about:
        sheet.paragraph(opening.about, BODY)
        sheet.y -= 16


def _turn_for(sheet: Sheet, plan: Plan, chart: Chart | None, opening: float, notes: Sequence[str]) -> None:
    """Begin a page where the table, best with its chart, would be cut on this one, and not on the next."""
    lines = [line for note in notes for line in wrap(note, CAPTION, column(lying=plan.lying))]
    above = opening + _HEADING
    table = above + plan.height() + _LEGEND + len(lines) * CAPTION.leading + len(notes) * 3
    beginning = above + plan.head_height() + sum(plan.row_height(row) for row in plan.rows[:_FEWEST_ROWS])
    below = Panels.of(plan).height if chart and not plan.one_way else 0
    page = page_room(lying=plan.lying)
    wanted = next((high for high in (table + below, table) if high <= page), beginning)
    if sheet.lying != plan.lying or sheet.room < _ABOVE + wanted:
        sheet.turn(lying=plan.lying)
    else:
        sheet.y -= _ABOVE


def _set_heading(sheet: Sheet, table: ReportTable, level: str) -> None:
    if level:
        sheet.heading(table.title, SECTION, level)
    else:
        sheet.paragraph(say("report.continued", title=table.title), SECTION)
    sheet.paragraph(say("report.unit_line", unit=table.unit), CAPTION)
    sheet.y -= 8


def _fragments(sheet: Sheet, plan: Plan) -> Iterator[list[str]]:
    """Yield the rows that fit on this page, then those of the next; turns the page in between."""
    waiting = list(plan.rows)
    while waiting:
        room, fitting = sheet.room - plan.head_height() - _LEGEND, 0
        while fitting < len(waiting) and room >= plan.row_height(waiting[fitting]):
            room -= plan.row_height(waiting[fitting])
            fitting += 1
        fitting = max(fitting, 1)
        yield waiting[:fitting]
        waiting = waiting[fitting:]
        if waiting:
            sheet.turn(lying=plan.lying)


def _set_rows(sheet: Sheet, plan: Plan, rows: Sequence[str]) -> dict[str, float]:
    """Set head and rows as one table; return where the bottom of each row lies."""
    cells = plan.table.by_labels()
    bottoms = {}
    with sheet.element("Table"):
        _set_head(sheet, plan)
        for row in rows:
            sheet.rule(MARGIN, sheet.y, MARGIN + plan.width, BORDER if row in {rows[0], TOTAL} else HAIRLINE)
            sheet.y -= plan.row_height(row)
            bottoms[row] = sheet.y
            with sheet.element("TR"):
                _set_label(sheet, plan, row)
                for head, edge, wide in zip(plan.heads, plan.edges(), plan.widths, strict=True):
                    total = TOTAL in {row, head}
                    cell = cells[plan.key(row, head)]
                    bold = total and bool(cell.count)
                    _set_cell(sheet, sign(cell), MARGIN + edge, wide, bold=bold)
                if plan.derived:
                    edge = MARGIN + plan.width
                    _set_cell(sheet, plan.derived.text(row), edge, plan.derived_width, bold=False)
    sheet.rule(MARGIN, sheet.y, MARGIN + plan.width)
    return bottoms


def _set_head(sheet: Sheet, plan: Plan) -> None:
    sheet.y -= plan.head_height()
    with sheet.element("TR"):
        _set_lines(sheet, plan.corner_lines(), MARGIN, to_the_left=False)
        for lines, edge in zip(plan.head_lines(), plan.edges(), strict=True):
            _set_lines(sheet, lines, MARGIN + edge - AIR, to_the_left=True)
        if plan.derived:
            _set_lines(sheet, plan.derived_lines(), MARGIN + plan.width - AIR, to_the_left=True)


def _set_lines(sheet: Sheet, lines: Sequence[str], x: float, *, to_the_left: bool) -> None:
    """Set one column head upwards from the line under it, and read it downwards."""
    with sheet.element("TH", scope="Column"), sheet.drawing():
        for above, line in zip(reversed(range(len(lines))), lines, strict=True):
            y = sheet.y + 6 + above * CAPTION_STRONG.leading
            sheet.words(x, y, line, CAPTION_STRONG, to_the_left=to_the_left)


def _set_label(sheet: Sheet, plan: Plan, row: str) -> None:
    style = STRONG if row == TOTAL else BODY
    lines = plan.label_lines(row)
    with sheet.element("TH", scope="Row"), sheet.drawing():
        for above, line in zip(reversed(range(len(lines))), lines, strict=True):
            sheet.words(MARGIN, sheet.y + 6.5 + above * 13, line, style)


def _set_cell(sheet: Sheet, text: str, edge: float, wide: float, *, bold: bool) -> None:
    tinted = min(wide - 3, _WIDEST_TINT)
    if text == HIDDEN:
        sheet.tint(edge - tinted, sheet.y + 2.5, tinted, 15, WITHHELD)
    with sheet.element("TD"), sheet.drawing():
        sheet.words(edge - AIR, sheet.y + 6.5, text, STRONG if bold else BODY, to_the_left=True)


def _set_legend(sheet: Sheet) -> None:
    """Explain all signs, whether they occur in this table or not."""
    sheet.y -= _LEGEND
    x, y = MARGIN, sheet.y + 6
    sheet.tint(x, y - 3.5, 18, 12.5, WITHHELD)
    with sheet.element("P"), sheet.drawing():
        for mark, meaning in legend():
            sheet.words(x + 6.5, y, mark, CAPTION_STRONG)
            sheet.words(x + 24, y, meaning, CAPTION)
            x += 24 + width(meaning, CAPTION) + 12


def _draw_beside(sheet: Sheet, plan: Plan, bottoms: dict[str, float], chart: Chart) -> None:
    """Draw the bars of a table over one dimension in its own rows, at its right."""
    left, top = MARGIN + plan.width + _BESIDE, max(bottoms.values()) + plan.row_height(next(iter(bottoms)))
    rows = {row: bottom for row, bottom in bottoms.items() if row != TOTAL}
    if not rows:
        return
    scale = (sheet.right - left - 8) / chart.axis.top
    for tick in chart.axis.ticks():
        x = left + tick * scale
        sheet.stroke(x, min(rows.values()), x, top, HAIRLINE if tick else BORDER, 0.6)
    with sheet.element("Figure", alt=say("report.chart_alt", title=plan.table.title)), sheet.drawing():
        for tick in chart.axis.ticks():
            text = grouped(tick)
            wide = width(text, SMALL)
            sheet.words(min(left + tick * scale - wide / 2, sheet.right - wide), top + 6, text, SMALL)
        for row, bottom in rows.items():
            if count := chart.bars.get((row,)):
                middle = bottom + plan.row_height(row) / 2
                sheet.fill(left, middle - _BAR / 2, count * scale, _BAR, ACCENT)
