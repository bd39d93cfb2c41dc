"""A whole case on paper."""

from __future__ import annotations

from typing import Final

from mhdesk.domain.case_story import CaseStory
from mhdesk.reports.decision_story import Made, set_chapter, set_foot, set_line
from mhdesk.reports.inter import legible
from mhdesk.reports.sheet import BODY, BORDER, MARGIN, QUIET, SECTION, TITLE, Sheet
from mhdesk.reports.tagged import About
from mhdesk.wording import language, say

_AIR: Final = 10.0
_LEAST: Final = 90.0
"""A section begins on the next page where less than this is left."""
_LEAST_WITH_CHAPTERS: Final = 140.0
"""The same for one whose first chapter stands under its heading, never alone on the next page."""


def case_pages(story: CaseStory, made: Made) -> bytes:
    """Return a case as PDF: how the client is reached safely comes before everything else."""
    sheet = Sheet(About(story.title, language(), made_on=made.on), lambda one: set_foot(one, made))
    sheet.heading(story.title, TITLE, "H1")
    sheet.y -= 6
    rule = story.safe_contact or say("case_paper.no_safe_contact")
    set_line(sheet, say("case_paper.safe_contact"), rule)
    sheet.y -= 6
    for sentence in story.begin:
        sheet.paragraph(legible(sentence), BODY)
    for section in story.sections:
        if sheet.room < (_LEAST_WITH_CHAPTERS if section.chapters else _LEAST):
            sheet.turn()
        sheet.y -= 2 * _AIR
        sheet.rule(MARGIN, sheet.y, sheet.right, BORDER)
        sheet.y -= _AIR
        sheet.heading(legible(section.heading), SECTION, "H2")
        for chapter in section.chapters:
            set_chapter(sheet, chapter)
        if not section.chapters and section.nothing:
            sheet.paragraph(section.nothing, QUIET)
    sheet.y -= _AIR
    for sentence in story.end:
        sheet.paragraph(legible(sentence), QUIET)
    return sheet.finish()
