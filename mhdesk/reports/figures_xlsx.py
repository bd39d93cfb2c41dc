"""The protected figures as a workbook: a sheet a table, one with the contents and one that explains them."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Final

from xlsxwriter import Workbook

from mhdesk.domain.dates import display_day
from mhdesk.reports.content import FORMAT, report_hash
from mhdesk.reports.derived import Derived, derived_column, remarks
from mhdesk.reports.figures import TOTAL, FiguresReport, ReportCell, ReportTable
from mhdesk.reports.signs import HIDDEN, NIL, legend, spoken
from mhdesk.wording import say

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_HEAD: Final = 4
"""The row of the column heads, counted from 0: title, unit, signs and an empty row stand above it."""
_A4: Final = 9
_NARROWEST, _WIDEST = 10, 44
_LABELS_AT_LEAST: Final = 24
_ACCOUNT_WIDTHS: Final = (28, 96)
_CONTENTS_WIDTHS: Final = (36, 64, 64, 30)


def figures_xlsx(report: FiguresReport) -> bytes:
    """Return the report as a workbook, in the language of :func:`mhdesk.wording.use_language`.

    Counts are numbers, a withheld one is the text x, a nil is the number 0 shown as a dash. Every text is
    kept from becoming a formula. The same report gives the same bytes; the workbook says its title and
    day, and nothing about who made it, where, or at what time.
    """
    target = io.BytesIO()
    with Workbook(target, {"in_memory": True}) as book:
        day = datetime.combine(report.made_on, time(), tzinfo=UTC)
        book.set_properties({"title": report.title, "subject": report.period_title, "created": day})
        looks = _Looks.of(book)
        names = {
            table.code: say("report.sheet_table", number=number)
            for number, table in enumerate(report.tables, start=1)
        }
        _set_contents(book.add_worksheet(say("report.contents")), looks, report, names)
        _set_account(book.add_worksheet(say("report.sheet_account")), looks, report)
        for table in report.tables:
            _set_table(book.add_worksheet(names[table.code]), looks, report, table)
    return target.getvalue()


@dataclass(frozen=True, slots=True)
class _Looks:
    """The formats; each keeps a text a text, also when somebody edits its cell."""

    text: Format
    strong: Format
    title: Format
    line: Format
    head: Format
    count: Format
    total: Format
    withheld: Format
    derived_head: Format
    share: Format
    change: Format
    link: Format

    @classmethod
    def of(cls, book: Workbook) -> _Looks:
        number = f'#,##0;-#,##0;"{NIL}"'
        text = {"quote_prefix": True, "valign": "top", "text_wrap": True}
        right = {"align": "right", "valign": "top"}
        head = text | right | {"bold": True, "bottom": 1, "valign": "bottom"}
        change = f'"+"#,##0;"-"#,##0;"{say("report.no_change")}"'
        return cls(
            text=book.add_format(text),
            strong=book.add_format(text | {"bold": True}),
            title=book.add_format({"quote_prefix": True, "bold": True, "font_size": 14}),
            line=book.add_format({"quote_prefix": True}),
            head=book.add_format(head),
            count=book.add_format(right | {"num_format": number}),
            total=book.add_format(right | {"num_format": number, "bold": True}),
            withheld=book.add_format(right | {"quote_prefix": True, "bg_color": "#EFECE6"}),
            derived_head=book.add_format(head | {"italic": True}),
            share=book.add_format(right | {"num_format": f'0%;-0%;"{NIL}"', "italic": True}),
            change=book.add_format(right | {"num_format": change, "italic": True}),
            link=book.add_format(text | {"font_color": "#6A3C80", "underline": 1}),
        )


def _set_contents(sheet: Worksheet, looks: _Looks, report: FiguresReport, names: Mapping[str, str]) -> None:
    """Say what the figures are about, and list the sheets by section; each title leads to its sheet."""
    _set_widths(sheet, _CONTENTS_WIDTHS)
    sheet.write_string(0, 0, report.title, looks.title)
    sheet.write_string(1, 0, report.period_title, looks.line)
    heads = ("report.sheet_of", "report.tables_title", "report.label_unit", "report.label_code")
    for column, head in enumerate(heads):
        sheet.write_string(3, column, say(head), looks.strong)
    row = 4
    for section in report.sections:
        if section.title:
            sheet.write_string(row, 0, section.title, looks.strong)
            sheet.write_string(row, 1, section.about, looks.text)
            row += 1
        for table in section.tables:
            name = names[table.code]
            sheet.write_url(row, 0, f"internal:'{name}'!A1", looks.link, name)
            for column, text in enumerate((table.title, table.unit, table.code), start=1):
                sheet.write_string(row, column, text, looks.text)
            row += 1
    _set_paper(sheet, report)


def _set_account(sheet: Worksheet, looks: _Looks, report: FiguresReport) -> None:
    """Say what the figures are, how they are protected and how to check them."""
    _set_widths(sheet, _ACCOUNT_WIDTHS)
    sheet.write_string(0, 0, report.title, looks.title)
    row = 2
    for blocks in _account(report):
        for place, cells in enumerate(blocks):
            for column, text in enumerate(cells):
                sheet.write_string(
                    row, column, text, looks.strong if place == 0 or column == 0 else looks.text
                )
            row += 1
        row += 1
    _set_paper(sheet, report)


def _set_widths(sheet: Worksheet, widths: Iterable[int]) -> None:
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)


def _account(report: FiguresReport) -> list[list[tuple[str, ...]]]:
    """Return the blocks of the explaining sheet, each with its heading first."""
    return [
        [
            (say("report.label_organisation"), report.organisation),
            (say("report.label_period"), report.period_title),
            (say("report.label_period_code"), report.period_code),
            (say("report.label_release"), report.release or say("report.preview")),
            (say("report.label_made_on"), display_day(report.made_on)),
            (say("report.label_unit"), report.unit),
        ],
        [(say("report.signs_title"),), *legend(), ("", say("report.sheet_zero"))],
        [(say("report.protection_title"),), *(("", rule) for rule in report.rules)],
        [
            (say("report.check_title"),),
            ("", say("report.check_text")),
            (say("report.check_code"), report_hash(report)),
            (say("report.audit_head"), report.audit_head),
            (say("report.label_format"), FORMAT),
        ],
    ]


def _set_table(sheet: Worksheet, looks: _Looks, report: FiguresReport, table: ReportTable) -> None:
    crossed = len(table.dimensions) == 2
    rows, heads = table.labels(0), table.labels(1) if crossed else (say("report.count"),)
    corner = " / ".join(map(spoken, table.dimensions))
    column = derived_column(table)
    _set_head(sheet, looks, report, table)
    sheet.write_string(_HEAD, 0, corner, looks.head)
    cells = table.by_labels()
    for place, head in enumerate(heads, start=1):
        sheet.write_string(_HEAD, place, spoken(head), looks.head)
    if column:
        sheet.write_string(_HEAD, len(heads) + 1, column.head, looks.derived_head)
    for place, row in enumerate(rows, start=_HEAD + 1):
        sheet.write_string(place, 0, spoken(row), looks.strong if row == TOTAL else looks.text)
        for beside, head in enumerate(heads, start=1):
            _set_cell(sheet, place, beside, cells[(row, head) if crossed else (row,)], looks)
        if column:
            _set_derived(sheet, place, len(heads) + 1, column, row, looks)
    _set_notes(sheet, looks, report, table, _HEAD + len(rows) + 2)
    labels = max(len(spoken(label)) for label in (corner, *rows))
    sheet.set_column(0, 0, min(max(labels + 2, _LABELS_AT_LEAST), _WIDEST))
    shown = [*map(spoken, heads), *([column.head] if column else [])]
    sheet.set_column(1, len(shown), min(max(_NARROWEST, *(len(head) + 2 for head in shown)), 24))
    sheet.freeze_panes(_HEAD + 1, 1)
    sheet.repeat_rows(_HEAD)
    _set_paper(sheet, report)


def _set_head(sheet: Worksheet, looks: _Looks, report: FiguresReport, table: ReportTable) -> None:
    caption = say("report.caption", title=table.title, period=report.period_title)
    sheet.write_string(0, 0, caption, looks.title)
    sheet.write_string(1, 0, say("report.unit_line", unit=table.unit), looks.line)
    sheet.write_string(2, 0, "   ".join(f"{mark} {meaning}" for mark, meaning in legend()), looks.line)


def _set_notes(sheet: Worksheet, looks: _Looks, report: FiguresReport, table: ReportTable, row: int) -> None:
    """Say under a table what follows from it, and whose figures they are where they are not our own."""
    for remark in remarks(table):
        sheet.write_string(row, 0, remark, looks.line)
        row += 1
    if table.source:
        sheet.write_string(row, 0, f"{say('report.label_source')}: {table.source}", looks.line)
        note = say("report.source_note", organisation=report.organisation)
        sheet.write_string(row + 1, 0, note, looks.line)


def _set_derived(
    sheet: Worksheet, row: int, column: int, derived: Derived, label: str, looks: _Looks
) -> None:
    """Write a share or a change as a number, so that it can be worked with; it is withheld with its counts."""
    if label not in derived.values:
        return
    value = derived.values[label]
    if value is None:
        sheet.write_string(row, column, HIDDEN, looks.withheld)
    elif derived.kind == "share":
        sheet.write_number(row, column, value / 100, looks.share)
    else:
        sheet.write_number(row, column, value, looks.change)


def _set_cell(sheet: Worksheet, row: int, column: int, cell: ReportCell, looks: _Looks) -> None:
    if cell.count is None:
        sheet.write_string(row, column, HIDDEN, looks.withheld)
    else:
        sheet.write_number(row, column, cell.count, looks.total if cell.is_total else looks.count)


def _set_paper(sheet: Worksheet, report: FiguresReport) -> None:
    """Lay the sheet on A4, as wide as the paper, with the number of the publication at its foot."""
    sheet.set_paper(_A4)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    release = report.release or say("report.preview_short")
    sheet.set_footer(f"&L{release.replace('&', '&&')}&R&P / &N")
