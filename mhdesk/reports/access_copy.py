"""The copy of somebody's own data, on paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from mhdesk.domain.access_copy import AccessCopy, Part
from mhdesk.domain.dates import display_day
from mhdesk.reports.decision_story import set_line
from mhdesk.reports.inter import legible
from mhdesk.reports.sheet import BODY, BORDER, MARGIN, SMALL, STRONG, TITLE, Sheet, width, wrap
from mhdesk.reports.tagged import About
from mhdesk.wording import language, say

_AIR: Final = 10.0
_LEAST: Final = 70.0
"""A part begins on the next page where less than this is left."""
_FOOT_AT: Final = 34.0


@dataclass(frozen=True, slots=True)
class Made:
    """Who made the copy, and when it was asked for."""

    on: date
    asked_on: date
    by: str
    organisation: str


def copy_pages(copy: AccessCopy, made: Made) -> bytes:
    """Return the copy as PDF: what it says, and the sentences that stand on every copy."""
    sheet = Sheet(About(say("access.title"), language(), made_on=made.on), lambda one: _set_foot(one, made))
    sheet.heading(say("access.title"), TITLE, "H1")
    sheet.y -= 6
    days = {"day": display_day(made.on), "asked": display_day(made.asked_on)}
    sheet.paragraph(legible(say("access.addressed", name=copy.name, **days)), BODY)
    sheet.paragraph(say("access.never_others"), BODY)
    for part in copy.parts:
        _set_part(sheet, part)
    sheet.y -= _AIR
    sheet.rule(MARGIN, sheet.y, sheet.right, BORDER)
    sheet.y -= _AIR
    for code in ("access.always", "access.rights"):
        sheet.paragraph(say(code), BODY)
    return sheet.finish()


def _set_part(sheet: Sheet, part: Part) -> None:
    if sheet.room < _LEAST:
        sheet.turn()
    sheet.y -= _AIR
    sheet.heading(legible(part.heading), STRONG, "H2")
    for label, text in (*part.lines, *((one.label, one.text) for one in part.passages)):
        set_line(sheet, label, text)


def _set_foot(sheet: Sheet, made: Made) -> None:
    told = say("access.made", day=display_day(made.on), name=made.by, organisation=made.organisation)
    page = say("access.page", number=sheet.page)
    room = sheet.right - MARGIN - width(page, SMALL) - 12
    sheet.aside(MARGIN, _FOOT_AT, wrap(told, SMALL, room)[0], SMALL)
    sheet.aside(sheet.right, _FOOT_AT, page, SMALL, to_the_left=True)
