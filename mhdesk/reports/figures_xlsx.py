"""The protected figures as a workbook: a sheet a table, and one that explains them."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Final

from xlsxwriter import Workbook

from mhdesk.domain.dates import display_day
from mhdesk.reports.figures import FORMAT, TOTAL, FiguresReport, ReportCell, ReportTable, report_hash
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
_ACCOUNT_WIDTHS: Final = (28, 96, 30)


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
        account = book.add_worksheet(say("report.sheet_account"))
        names = [say("report.sheet_table", number=number) for number in range(1, len(report.tables) + 1)]
        _set_account(account, looks, report, names)
        for name, table in zip(names, report.tables, strict=True):
            _set_table(book.add_worksheet(name), looks, report, table)
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

    @classmethod
    def of(cls, book: Workbook) -> _Looks:
        number = f'#,##0;-#,##0;"{NIL}"'
        text = {"quote_prefix": True, "valign": "top", "text_wrap": True}
        right = {"align": "right", "valign": "top"}
        return cls(
            text=book.add_format(text),
            strong=book.add_format(text | {"bold": True}),
            title=book.add_format({"quote_prefix": True, "bold": True, "font_size": 14}),
            line=book.add_format({"quote_prefix": True}),
            head=book.add_format(text | right | {"bold": True, "bottom": 1, "valign": "bottom"}),
            count=book.add_format(right | {"num_format": number}),
            total=book.add_format(right | {"num_format": number, "bold": True}),
            withheld=book.add_format(right | {"quote_prefix": True, "bg_color": "#EFECE6"}),
        )


def _set_account(sheet: Worksheet, looks: _Looks, report: FiguresReport, names: Iterable[str]) -> None:
    """Say what the figures are, which tables there are, how they are protected and how to check them."""
    for column, width in enumerate(_ACCOUNT_WIDTHS):
        sheet.set_column(column, column, width)
    sheet.write_string(0, 0, report.title, looks.title)
    row = 2
    for blocks in _account(report, names):
        for place, cells in enumerate(blocks):
            for column, text in enumerate(cells):
                sheet.write_string(
                    row, column, text, looks.strong if place == 0 or column == 0 else looks.text
                )
            row += 1
        row += 1
    _set_paper(sheet, report)


def _account(report: FiguresReport, names: Iterable[str]) -> list[list[tuple[str, ...]]]:
    """Return the blocks of the explaining sheet, each with its heading first."""
    tables = [(name, table.title, table.code) for name, table in zip(names, report.tables, strict=True)]
    return [
        [
            (say("report.label_organisation"), report.organisation),
            (say("report.label_period"), report.period_title),
            (say("report.label_period_code"), report.period_code),
            (say("report.label_release"), report.release or say("report.preview")),
            (say("report.label_made_on"), display_day(report.made_on)),
            (say("report.label_unit"), report.unit),
        ],
        [(say("report.tables_title"), "", say("report.label_code")), *tables],
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
    sheet.write_string(
        0, 0, say("report.caption", title=table.title, period=report.period_title), looks.title
    )
    sheet.write_string(1, 0, say("report.unit_line", unit=table.unit), looks.line)
    sheet.write_string(2, 0, "   ".join(f"{mark} {meaning}" for mark, meaning in legend()), looks.line)
    sheet.write_string(_HEAD, 0, corner, looks.head)
    cells = table.by_labels()
    for column, head in enumerate(heads, start=1):
        sheet.write_string(_HEAD, column, spoken(head), looks.head)
    for place, row in enumerate(rows, start=_HEAD + 1):
        sheet.write_string(place, 0, spoken(row), looks.strong if row == TOTAL else looks.text)
        for column, head in enumerate(heads, start=1):
            _set_cell(sheet, place, column, cells[(row, head) if crossed else (row,)], looks)
    labels = max(len(spoken(label)) for label in (corner, *rows))
    sheet.set_column(0, 0, min(max(labels + 2, _LABELS_AT_LEAST), _WIDEST))
    sheet.set_column(1, len(heads), min(max(_NARROWEST, *(len(spoken(head)) + 2 for head in heads)), 24))
    sheet.freeze_panes(_HEAD + 1, 1)
    sheet.repeat_rows(_HEAD)
    _set_paper(sheet, report)


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
