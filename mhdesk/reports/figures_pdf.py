"""The protected figures as a report on paper."""

from __future__ import annotations

from typing import Final

from mhdesk.domain.dates import display_day
from mhdesk.reports import inter
from mhdesk.reports.figures import FiguresReport, report_hash
from mhdesk.reports.sheet import (
    BODY,
    CAPTION,
    CAPTION_STRONG,
    HAIRLINE,
    MARGIN,
    MEDIUM,
    SECOND,
    SECTION,
    SMALL,
    TITLE,
    Sheet,
    Style,
)
from mhdesk.reports.tables import set_table
from mhdesk.reports.tagged import About
from mhdesk.wording import language, say

_PERIOD: Final = Style(inter.REGULAR, 12, 20, SECOND)
_FOOT: Final = 40.0


def figures_pdf(report: FiguresReport) -> bytes:
    """Return the report as a tagged PDF on A4, in the language of :func:`mhdesk.wording.use_language`.

    The same report gives the same bytes. The file says its title, subject, language and day, and nothing
    about who made it, where, or at what time.
    """
    pages = _compose(report, pages=0).page
    return _compose(report, pages).finish()


def _compose(report: FiguresReport, pages: int) -> Sheet:
    """Fill the pages; how many there are is written on each, so it is done once to count them."""
    about = About(
        title=report.title,
        language=language(),
        subject=say("report.subject", period=report.period_title),
        made_on=report.made_on,
    )
    code = report_hash(report)
    sheet = Sheet(about, foot=lambda sheet: _set_foot(sheet, report, code, pages))
    _set_front(sheet, report)
    for table in report.tables:
        set_table(sheet, table)
    _set_account(sheet, report, code)
    return sheet


def _set_front(sheet: Sheet, report: FiguresReport) -> None:
    sheet.mark(MARGIN, sheet.y - 13)
    sheet.paragraph(report.organisation, MEDIUM, x=MARGIN + 26)
    sheet.y -= 24
    sheet.heading(report.title, TITLE, "H1")
    sheet.paragraph(report.period_title[:1].upper() + report.period_title[1:], _PERIOD)
    sheet.y -= 2
    facts = [
        _release(report),
        say("report.made_on", day=display_day(report.made_on)),
        say("report.unit_line", unit=report.unit),
    ]
    sheet.paragraph("  ·  ".join(facts), CAPTION)
    sheet.y -= 10
    sheet.rule(MARGIN, sheet.y, sheet.right)


def _release(report: FiguresReport) -> str:
    return say("report.release", release=report.release) if report.release else say("report.preview")


def _set_account(sheet: Sheet, report: FiguresReport, code: str) -> None:
    """Say how the figures are protected and how to check them, on an upright page with room for it."""
    if sheet.lying or sheet.room < 150:
        sheet.turn()
    else:
        sheet.y -= 26
        sheet.rule(MARGIN, sheet.y, sheet.right, HAIRLINE)
        sheet.y -= 18
    sheet.heading(say("report.protection_title"), SECTION, "H2")
    sheet.y -= 4
    for rule in report.rules:
        sheet.paragraph(rule, BODY)
        sheet.y -= 5
    sheet.y -= 16
    if sheet.room < 110:
        sheet.turn()
    sheet.heading(say("report.check_title"), SECTION, "H2")
    sheet.y -= 4
    sheet.paragraph(say("report.check_text"), BODY)
    for name, value in (("report.check_code", code), ("report.audit_head", report.audit_head)):
        sheet.y -= 8
        sheet.paragraph(say(name), CAPTION_STRONG)
        sheet.paragraph(value, CAPTION)


def _set_foot(sheet: Sheet, report: FiguresReport, code: str, pages: int) -> None:
    sheet.rule(MARGIN, _FOOT + 14, sheet.right)
    release = report.release or say("report.preview_short")
    sheet.aside(MARGIN, _FOOT, release, SMALL)
    sheet.aside(MARGIN, _FOOT - 10, say("report.check_short", code=code), SMALL)
    sheet.aside(
        sheet.right, _FOOT, say("report.page", number=sheet.page, pages=pages), SMALL, to_the_left=True
    )
