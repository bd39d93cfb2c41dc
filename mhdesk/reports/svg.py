"""The bars of a table as a drawing inside an HTML page."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from html import escape
from typing import Final

from mhdesk.reports.chart import Chart
from mhdesk.reports.figures import TOTAL, ReportTable
from mhdesk.reports.signs import grouped, shown
from mhdesk.wording import say

# Sizes in the units of the drawing, which the page makes as wide as it has room.
_WIDTH: Final = 640
_LABELS: Final = 250
_LETTERS: Final = 36
_RIGHT: Final = 24
_LINE: Final = 17
_AIR: Final = 9
_BAR: Final = 14
_AXIS: Final = 24
_HEAD: Final = 26


def bars_svg(name: str, table: ReportTable, chart: Chart, head: str | None) -> str:
    """Return the bars of the rows of a table, or of one of its columns, as an SVG element.

    ``name`` makes the ids in it unique on the page. Rows without a published count have a label and
    nothing else; what is said about the drawing holds no number.
    """
    rows = [row for row in table.labels(0) if row != TOTAL]
    title = table.title if head is None else f"{table.title}: {shown(head)}"
    top = _AXIS + (0 if head is None else _HEAD)
    heights = [len(_lines(row)) * _LINE + _AIR for row in rows]
    parts = [
        f'<svg role="img" viewBox="0 0 {_WIDTH} {top + sum(heights)}"',
        f' aria-labelledby="{name}-title {name}-about">',
        f'<title id="{name}-title">{escape(title)}</title>',
        f'<desc id="{name}-about">{escape(say("report.chart_alt", title=table.title))}</desc>',
    ]
    if head is not None:
        parts.append(f'<text class="head" x="0" y="16">{escape(shown(head))}</text>')
    parts += _axis(chart, top, top + sum(heights))
    for row, height in zip(rows, heights, strict=True):
        parts += _row(row, top, height)
        if count := chart.bars.get((row,) if head is None else (row, head)):
            y = top + (height - _BAR) / 2
            width = count * _scale(chart)
            parts.append(f'<rect class="bar" x="{_LABELS}" y="{y:g}" width="{width:.2f}" height="{_BAR}"/>')
        top += height
    return "".join([*parts, "</svg>"])


def _scale(chart: Chart) -> float:
    return (_WIDTH - _LABELS - _RIGHT) / chart.axis.top


def _axis(chart: Chart, top: int, bottom: int) -> Iterator[str]:
    for tick in chart.axis.ticks():
        x = f"{_LABELS + tick * _scale(chart):.2f}"
        base = "" if tick else ' class="base"'
        yield f'<line{base} x1="{x}" y1="{top}" x2="{x}" y2="{bottom}"/>'
        yield f'<text class="tick" text-anchor="middle" x="{x}" y="{top - 7}">{grouped(tick)}</text>'


def _row(row: str, top: int, height: int) -> Iterator[str]:
    lines = _lines(row)
    first = top + (height - len(lines) * _LINE) / 2 + 13
    for place, line in enumerate(lines):
        yield f'<text x="0" y="{first + place * _LINE:g}">{escape(line)}</text>'


def _lines(label: str) -> list[str]:
    return textwrap.wrap(shown(label), _LETTERS) or [""]
