"""The story of the decisions about one person, on paper for a lawyer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from mhdesk.domain.dates import display_day
from mhdesk.domain.decision_story import Chapter, Story
from mhdesk.reports.inter import legible
from mhdesk.reports.sheet import (
    BODY,
    BORDER,
    CAPTION_STRONG,
    MARGIN,
    SMALL,
    STRONG,
    TITLE,
    Sheet,
    width,
    wrap,
)
from mhdesk.reports.tagged import About
from mhdesk.wording import language, say

_LABEL_WIDTH: Final = 104.0
_AIR: Final = 10.0
_LEAST: Final = 70.0
"""A decision begins on the next page where less than this is left."""
_FOOT_AT: Final = 44.0


@dataclass(frozen=True, slots=True)
class Made:
    """Who made the page, and where the log stood then: that shows later that nothing was cut off it."""

    on: date
    by: str
    organisation: str
    log_head: str


def story_page(story: Story, made: Made) -> bytes:
    """Return the story as PDF; one page unless it is a long one."""
    sheet = Sheet(About(story.title, language(), made_on=made.on), lambda one: set_foot(one, made))
    sheet.heading(story.title, TITLE, "H1")
    sheet.y -= 6
    for sentence in story.begin:
        sheet.paragraph(legible(sentence), BODY)
    for chapter in story.chapters:
        set_chapter(sheet, chapter)
    sheet.y -= _AIR
    sheet.rule(MARGIN, sheet.y, sheet.right, BORDER)
    sheet.y -= _AIR
    for sentence in story.end:
        sheet.paragraph(legible(sentence), BODY)
    return sheet.finish()


def set_chapter(sheet: Sheet, chapter: Chapter) -> None:
    """Set a heading, a sentence and the lines that belong to it."""
    if sheet.room < _LEAST:
        sheet.turn()
    sheet.y -= _AIR
    sheet.heading(legible(chapter.heading), STRONG, "H2")
    for part in filter(str.strip, chapter.sentence.split("\n")):
        sheet.paragraph(legible(part), BODY)
    for label, text in chapter.lines:
        set_line(sheet, label, text)


def set_line(sheet: Sheet, label: str, text: str) -> None:
    """Set a label, and what it says beside it; ``text`` is not blank."""
    x = MARGIN + _LABEL_WIDTH
    first, *others = (legible(part) for part in text.split("\n") if part.strip())
    if sheet.room < BODY.leading:
        sheet.turn()
    with sheet.element("P"):
        top = sheet.y
        with sheet.drawing():
            sheet.words(MARGIN, top - BODY.leading * 0.72, label, CAPTION_STRONG)
        for part in (first, *others):
            sheet.paragraph(part, BODY, "Span", x=x)


def set_foot(sheet: Sheet, made: Made) -> None:
    """Say at the foot of a page who made it when, and where the log stood."""
    told = say("story.made", day=display_day(made.on), name=made.by, organisation=made.organisation)
    page = say("story.page", number=sheet.page)
    room = sheet.right - MARGIN - width(page, SMALL) - 12
    sheet.aside(MARGIN, _FOOT_AT, wrap(told, SMALL, room)[0], SMALL)
    sheet.aside(MARGIN, _FOOT_AT - 10, say("story.log", head=made.log_head), SMALL)
    sheet.aside(sheet.right, _FOOT_AT, page, SMALL, to_the_left=True)
