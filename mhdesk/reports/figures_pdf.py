"""The protected figures as a report on paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from mhdesk.domain.dates import display_day
from mhdesk.reports import inter
from mhdesk.reports.content import report_hash
from mhdesk.reports.figures import FiguresReport
from mhdesk.reports.sheet import (
    BODY,
    CAPTION,
    CAPTION_STRONG,
    HAIRLINE,
    MARGIN,
    MEDIUM,
    QUIET,
    SECOND,
    SECTION,
    SMALL,
    TITLE,
    Sheet,
    Style,
)
from mhdesk.reports.tables import NO_OPENING, Opening, set_table
from mhdesk.reports.tagged import About
from mhdesk.wording import language, say

_PERIOD: Final = Style(inter.REGULAR, 12, 20, SECOND)
_FOOT: Final = 40.0
_FEW_SECTIONS: Final = 3
"""Up to so many sections are found by leafing; more have a list of contents before them."""


def figures_pdf(report: FiguresReport) -> bytes:
    """Return the report as a tagged PDF on A4, in the language of :func:`mhdesk.wording.use_language`.

    The same report gives the same bytes. The file says its title, subject, language and day, and nothing
    about who made it, where, or at what time.
    """
    first = _compose(report, pages=0, places=())
    return _compose(report, first.page, first.places).finish()


def _compose(report: FiguresReport, pages: int, places: Sequence[int]) -> Sheet:
    """Fill the pages; how many there are and where headings stand is written on them, so it is done once to know."""
    about = About(
        title=report.title,
        language=language(),
        subject=say("report.subject", period=report.period_title),
        made_on=report.made_on,
    )
    code = report_hash(report)
    sheet = Sheet(about, foot=lambda sheet: _set_foot(sheet, report, code, pages))
    _set_front(sheet, report)
    if len(report.sections) > _FEW_SECTIONS:
        _set_contents(sheet, report, places)
    for section in report.sections:
        level = "H3" if section.title else "H2"
        opening = Opening(section.title, section.about)
        for table in section.tables:
            set_table(sheet, table, level=level, opening=opening, organisation=report.organisation)
            opening = NO_OPENING
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


def _set_contents(sheet: Sheet, report: FiguresReport, places: Sequence[int]) -> None:
    """List what stands where; ``places`` are the pages of all headings, none when they are not known yet."""
    sheet.y -= 18
    sheet.heading(say("report.contents"), SECTION, "H2")
    sheet.y -= 4
    lines = [*_contents(report)]
    with sheet.element("TOC"):
        for place, (title, style, indent) in enumerate(lines, start=len(sheet.places)):
            if sheet.room < style.leading:
                sheet.turn()
            page = str(places[place]) if places else ""
            sheet.lead_to(place, title, style, page, x=MARGIN + indent)


def _contents(report: FiguresReport) -> Iterator[tuple[str, Style, float]]:
    """Yield every heading behind the table of contents, in order, with how it looks in there."""
    for section in report.sections:
        yield section.title, MEDIUM, 0.0
        for table in section.tables:
            yield table.title, QUIET, 14.0
    yield say("report.protection_title"), MEDIUM, 0.0
    yield say("report.check_title"), MEDIUM, 0.0


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
