"""Papers of a meeting: an invitation, an agenda for the table, what one organisation agreed to."""

from __future__ import annotations

from typing import Final

from mhdesk.domain.meeting_papers import Entry, MeetingPaper
from mhdesk.reports.sheet import (
    BODY,
    BORDER,
    CAPTION_STRONG,
    MARGIN,
    QUIET,
    SECTION,
    SMALL,
    STRONG,
    TITLE,
    Sheet,
    wrap,
)
from mhdesk.reports.tagged import About
from mhdesk.wording import language, say

_LABEL_WIDTH: Final = 104.0
_AIR: Final = 10.0
_LEAST: Final = 60.0
"""A case begins on the next page where less than this is left."""
_FOOT_AT: Final = 44.0


def meeting_page(paper: MeetingPaper) -> bytes:
    """Return the paper as PDF, one page unless there is much on the agenda."""
    sheet = Sheet(About(paper.title, language()), lambda one: _set_foot(one, paper))
    sheet.heading(paper.title, TITLE, "H1")
    sheet.y -= _AIR
    for label, text in paper.facts:
        _set_fact(sheet, label, text)
    if paper.entries:
        sheet.y -= _AIR
        sheet.heading(paper.heading, SECTION, "H2")
    for one in paper.entries:
        _set_entry(sheet, one)
    sheet.y -= _AIR
    sheet.rule(MARGIN, sheet.y, sheet.right, BORDER)
    sheet.y -= _AIR / 2
    sheet.paragraph(paper.end, QUIET)
    return sheet.finish()


def _set_fact(sheet: Sheet, label: str, text: str) -> None:
    """Set a label, and what it says beside it."""
    if sheet.room < BODY.leading:
        sheet.turn()
    with sheet.element("P"):
        with sheet.drawing():
            sheet.words(MARGIN, sheet.y - BODY.leading * 0.72, label, CAPTION_STRONG)
        sheet.paragraph(text, BODY, "Span", x=MARGIN + _LABEL_WIDTH)


def _set_entry(sheet: Sheet, one: Entry) -> None:
    if sheet.room < _LEAST:
        sheet.turn()
    sheet.y -= _AIR
    sheet.paragraph(one.lead, STRONG, "H3")
    if one.beside:
        sheet.paragraph(one.beside, QUIET)
    for part in (part for part in one.text.split("\n") if part.strip()):
        sheet.paragraph(part, BODY)


def _set_foot(sheet: Sheet, paper: MeetingPaper) -> None:
    page = say("story.page", number=sheet.page)
    room = sheet.right - MARGIN - 60
    sheet.aside(MARGIN, _FOOT_AT, wrap(paper.made, SMALL, room)[0], SMALL)
    sheet.aside(sheet.right, _FOOT_AT, page, SMALL, to_the_left=True)
