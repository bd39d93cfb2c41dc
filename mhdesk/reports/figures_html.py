"""The protected figures as one page for a browser: no script, nothing fetched, readable by everybody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import Final

from mhdesk import resources
from mhdesk.domain.dates import display_day
from mhdesk.reports.chart import Chart, chart_of
from mhdesk.reports.content import FORMAT, report_hash
from mhdesk.reports.derived import Derived, derived_column, remarks
from mhdesk.reports.figures import TOTAL, FiguresReport, ReportCell, ReportSection, ReportTable
from mhdesk.reports.signs import HIDDEN, NIL, grouped, legend, sign, spoken
from mhdesk.reports.svg import bars_svg
from mhdesk.wording import language, say

# Nothing is fetched and nothing runs, also when somebody opens the page where others could add to it.
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def figures_html(report: FiguresReport) -> bytes:
    """Return the report as one HTML page, in the language of :func:`mhdesk.wording.use_language`.

    The same report gives the same bytes. The page holds its own style, for light, dark and paper, and says
    nothing about who made it, where, or at what time.
    """
    numbers = {table.code: number for number, table in enumerate(report.tables)}
    parts = [
        "<!DOCTYPE html>",
        f'<html lang="{language()}">',
        *_head(report),
        "<body>",
        *_front(report),
        *_contents(report, numbers),
        "<main>",
        *_signs(),
        *(
            line
            for number, section in enumerate(report.sections)
            for line in _section(report, number, section, numbers)
        ),
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


def _contents(report: FiguresReport, numbers: dict[str, int]) -> Iterator[str]:
    yield f'<nav aria-label="{escape(say("report.contents"))}">'
    yield "<ul>"
    yield f"<li>{_link('signs', say('report.signs_title'))}</li>"
    for number, section in enumerate(report.sections):
        tables = [f"<li>{_link(_place(numbers, table), table.title)}</li>" for table in section.tables]
        if section.title:
            yield f"<li>{_link(f'section-{number}', section.title)}"
            yield from ["<ul>", *tables, "</ul>", "</li>"]
        else:
            yield from tables
    yield f"<li>{_link('protection', say('report.protection_title'))}</li>"
    yield f"<li>{_link('check', say('report.check_title'))}</li>"
    yield "</ul>"
    yield "</nav>"


def _link(place: str, title: str) -> str:
    return f'<a href="#{place}">{escape(title)}</a>'


def _place(numbers: dict[str, int], table: ReportTable) -> str:
    return f"table-{numbers[table.code]}"


def _signs() -> Iterator[str]:
    yield '<section aria-labelledby="signs">'
    yield f'<h2 id="signs">{escape(say("report.signs_title"))}</h2>'
    yield from _facts("legend", ((mark, escape(meaning)) for mark, meaning in legend()))
    yield "</section>"


def _section(
    report: FiguresReport, number: int, section: ReportSection, numbers: dict[str, int]
) -> Iterator[str]:
    """Yield a section under its heading; a report that is not divided has none, and its tables go up a level."""
    level = "h3" if section.title else "h2"
    tables = (_table(report, _place(numbers, table), table, level) for table in section.tables)
    if section.title:
        yield f'<section class="part" aria-labelledby="section-{number}">'
        yield f'<h2 id="section-{number}">{escape(section.title)}</h2>'
    if section.about:
        yield f'<p class="about">{escape(section.about)}</p>'
    yield from (line for lines in tables for line in lines)
    if section.title:
        yield "</section>"


def _table(report: FiguresReport, place: str, table: ReportTable, level: str) -> Iterator[str]:
    column = derived_column(table)
    yield f'<section class="table" aria-labelledby="{place}">'
    yield f'<{level} id="{place}">{escape(table.title)}</{level}>'
    yield f'<div class="wide" role="region" tabindex="0" aria-labelledby="{place}-caption">'
    yield f'<table data-code="{escape(table.code)}">'
    yield f'<caption id="{place}-caption">{_caption(report, table)}</caption>'
    yield from _rows(table, column)
    yield "</table>"
    yield "</div>"
    yield from (f'<p class="remark">{escape(remark)}</p>' for remark in remarks(table))
    if table.source:
        yield from _source(report, table)
    if chart := chart_of(table):
        yield from _figure(place, table, chart)
    yield "</section>"


def _caption(report: FiguresReport, table: ReportTable) -> str:
    title = escape(say("report.caption", title=table.title, period=report.period_title))
    return f'{title}. {escape(say("report.label_unit"))}: <span class="unit">{escape(table.unit)}</span>'


def _source(report: FiguresReport, table: ReportTable) -> Iterator[str]:
    """Say whose figures stand in a table, where they are not our own."""
    label, note = say("report.label_source"), say("report.source_note", organisation=report.organisation)
    yield f'<p class="source">{escape(label)}: <cite>{escape(table.source)}</cite>. {escape(note)}</p>'


def _rows(table: ReportTable, column: Derived | None) -> Iterator[str]:
    """Yield head and body: every label is the head of its row or column, and says so."""
    cells = table.by_labels()
    crossed = len(table.dimensions) == 2
    heads = table.labels(1) if crossed else (say("report.count"),)
    dimensions = " / ".join(map(spoken, table.dimensions))
    columns = "".join(_heading("col", head) for head in heads)
    if column:
        columns += f'<th scope="col" class="derived">{escape(column.head)}</th>'
    yield f"<thead><tr>{_heading('col', dimensions)}{columns}</tr></thead>"
    yield "<tbody>"
    for row in table.labels(0):
        keys = [(row, head) for head in heads] if crossed else [(row,)]
        counts = "".join(_cell(cells[key]) for key in keys)
        yield f"<tr>{_heading('row', row)}{counts}{_derived(column, row) if column else ''}</tr>"
    yield "</tbody>"


def _heading(scope: str, label: str) -> str:
    total = ' class="total"' if label == TOTAL else ""
    return f'<th scope="{scope}"{total}>{escape(spoken(label))}</th>'


def _cell(cell: ReportCell) -> str:
    """Return a cell; a sign is read aloud as the word for it, and all that is withheld is alike."""
    if cell.status == "published":
        total = ' class="total"' if cell.is_total else ""
        return f"<td{total}>{sign(cell)}</td>"
    return f'<td class="{cell.status}">{_spoken_sign(sign(cell))}</td>'


def _spoken_sign(mark: str) -> str:
    word = say("report.spoken_withheld" if mark == HIDDEN else "report.legend_zero")
    return f'<span aria-hidden="true">{mark}</span><span class="unseen">{escape(word)}</span>'


def _derived(column: Derived, row: str) -> str:
    """Return what follows from the counts of a row; it is withheld with them."""
    text = column.text(row)
    if text in {HIDDEN, NIL}:
        return f'<td class="derived{" withheld" if text == HIDDEN else ""}">{_spoken_sign(text)}</td>'
    return f'<td class="derived">{escape(text)}</td>'


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
