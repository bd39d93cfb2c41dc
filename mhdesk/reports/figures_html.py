"""The protected figures as one page for a browser: no script, nothing fetched, readable by everybody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import Final

from mhdesk import resources
from mhdesk.domain.dates import display_day
from mhdesk.reports.chart import Chart, chart_of
from mhdesk.reports.figures import FORMAT, TOTAL, FiguresReport, ReportCell, ReportTable, report_hash
from mhdesk.reports.signs import grouped, legend, sign, spoken
from mhdesk.reports.svg import bars_svg
from mhdesk.wording import language, say

# Nothing is fetched and nothing runs, also when somebody opens the page where others could add to it.
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def figures_html(report: FiguresReport) -> bytes:
    """Return the report as one HTML page, in the language of :func:`mhdesk.wording.use_language`.

    The same report gives the same bytes. The page holds its own style, for light, dark and paper, and says
    nothing about who made it, where, or at what time.
    """
    parts = [
        "<!DOCTYPE html>",
        f'<html lang="{language()}">',
        *_head(report),
        "<body>",
        *_front(report),
        *_contents(report),
        "<main>",
        *_signs(),
        *(line for number, table in enumerate(report.tables) for line in _table(report, number, table)),
        *_account(report),
        "</main>",
        "</body>",
        "</html>",
    ]
    return ("\n".join(parts) + "\n").encode("utf-8")


def _head(report: FiguresReport) -> Iterator[str]:
    title = ", ".join(part for part in (report.title, report.period_title, report.release) if part)
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="referrer" content="no-referrer">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">'
    yield f'<meta name="mhdesk-format" content="{escape(FORMAT)}">'
    yield f'<meta name="mhdesk-hash" content="{report_hash(report)}">'
    yield f"<title>{escape(title)}</title>"
    yield f"<style>\n{_style()}</style>"
    yield "</head>"


def _style() -> str:
    return resources.path("reports", "figures.css").read_text(encoding="utf-8")


def _front(report: FiguresReport) -> Iterator[str]:
    release = escape(report.release) if report.release else escape(say("report.preview"))
    day = f'<time datetime="{report.made_on.isoformat()}">{display_day(report.made_on)}</time>'
    yield "<header>"
    yield f'<p class="organisation">{escape(report.organisation)}</p>'
    yield f"<h1>{escape(report.title)}</h1>"
    code, period = escape(report.period_code), escape(report.period_title)
    yield f'<p class="period"><data value="{code}">{period}</data></p>'
    yield from _facts(
        "facts",
        (
            (say("report.label_release"), release),
            (say("report.label_made_on"), day),
            (say("report.label_unit"), escape(report.unit)),
        ),
    )
    yield "</header>"


def _facts(name: str, facts: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield a list of names and values; the values are HTML already."""
    yield f'<dl class="{name}">'
    yield from (f"<dt>{escape(what)}</dt><dd>{value}</dd>" for what, value in facts)
    yield "</dl>"


def _contents(report: FiguresReport) -> Iterator[str]:
    places = [("signs", say("report.signs_title"))]
    places += [(f"table-{number}", table.title) for number, table in enumerate(report.tables)]
    places += [("protection", say("report.protection_title")), ("check", say("report.check_title"))]
    yield f'<nav aria-label="{escape(say("report.contents"))}">'
    yield "<ul>"
    yield from (f'<li><a href="#{place}">{escape(title)}</a></li>' for place, title in places)
    yield "</ul>"
    yield "</nav>"


def _signs() -> Iterator[str]:
    yield '<section aria-labelledby="signs">'
    yield f'<h2 id="signs">{escape(say("report.signs_title"))}</h2>'
    yield from _facts("legend", ((mark, escape(meaning)) for mark, meaning in legend()))
    yield "</section>"


def _table(report: FiguresReport, number: int, table: ReportTable) -> Iterator[str]:
    place = f"table-{number}"
    yield f'<section aria-labelledby="{place}">'
    yield f'<h2 id="{place}">{escape(table.title)}</h2>'
    yield f'<div class="wide" role="region" tabindex="0" aria-labelledby="{place}-caption">'
    yield f'<table data-code="{escape(table.code)}">'
    yield f'<caption id="{place}-caption">{_caption(report, table)}</caption>'
    yield from _rows(table)
    yield "</table>"
    yield "</div>"
    if chart := chart_of(table):
        yield from _figure(place, table, chart)
    yield "</section>"


def _caption(report: FiguresReport, table: ReportTable) -> str:
    title = escape(say("report.caption", title=table.title, period=report.period_title))
    return f'{title}. {escape(say("report.label_unit"))}: <span class="unit">{escape(table.unit)}</span>'


def _rows(table: ReportTable) -> Iterator[str]:
    """Yield head and body: every label is the head of its row or column, and says so."""
    cells = table.by_labels()
    crossed = len(table.dimensions) == 2
    heads = table.labels(1) if crossed else (say("report.count"),)
    dimensions = " / ".join(map(spoken, table.dimensions))
    columns = "".join(_heading("col", head) for head in heads)
    yield f"<thead><tr>{_heading('col', dimensions)}{columns}</tr></thead>"
    yield "<tbody>"
    for row in table.labels(0):
        keys = [(row, head) for head in heads] if crossed else [(row,)]
        yield f"<tr>{_heading('row', row)}{''.join(_cell(cells[key]) for key in keys)}</tr>"
    yield "</tbody>"


def _heading(scope: str, label: str) -> str:
    total = ' class="total"' if label == TOTAL else ""
    return f'<th scope="{scope}"{total}>{escape(spoken(label))}</th>'


def _cell(cell: ReportCell) -> str:
    """Return a cell; a sign is read aloud as the word for it, and all that is withheld is alike."""
    if cell.status == "published":
        total = ' class="total"' if cell.is_total else ""
        return f"<td{total}>{sign(cell)}</td>"
    word = say("report.spoken_withheld" if cell.status == "withheld" else "report.legend_zero")
    spoken_sign = f'<span aria-hidden="true">{sign(cell)}</span><span class="unseen">{escape(word)}</span>'
    return f'<td class="{cell.status}">{spoken_sign}</td>'


def _figure(place: str, table: ReportTable, chart: Chart) -> Iterator[str]:
    """Yield the bars of a table: one drawing, or one a column, all with the same axis."""
    yield "<figure>"
    yield f"<figcaption>{escape(say('report.chart_note', top=grouped(chart.axis.top)))}</figcaption>"
    yield '<div class="panels">' if len(table.dimensions) == 2 else "<div>"
    for number, head in enumerate(_panels(table)):
        yield bars_svg(f"{place}-chart-{number}", table, chart, head)
    yield "</div>"
    yield "</figure>"


def _panels(table: ReportTable) -> list[str | None]:
    if len(table.dimensions) == 1:
        return [None]
    return [head for head in table.labels(1) if head != TOTAL]


def _account(report: FiguresReport) -> Iterator[str]:
    yield '<section aria-labelledby="protection">'
    yield f'<h2 id="protection">{escape(say("report.protection_title"))}</h2>'
    yield '<ul class="rules">'
    yield from (f"<li>{escape(rule)}</li>" for rule in report.rules)
    yield "</ul>"
    yield "</section>"
    yield '<section aria-labelledby="check">'
    yield f'<h2 id="check">{escape(say("report.check_title"))}</h2>'
    yield f"<p>{escape(say('report.check_text'))}</p>"
    yield from _facts(
        "codes",
        (
            (say("report.check_code"), f"<code>{report_hash(report)}</code>"),
            (say("report.audit_head"), f"<code>{escape(report.audit_head)}</code>"),
        ),
    )
    yield "</section>"
