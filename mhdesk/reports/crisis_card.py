"""The crisis card on paper: one page that is read aloud during a call."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from mhdesk.domain.contact import CrisisNumber
from mhdesk.domain.crisis_card import Card, Line
from mhdesk.reports import inter
from mhdesk.reports.sheet import BORDER, MARGIN, SECOND, TITLE, Sheet, Style
from mhdesk.reports.tagged import About
from mhdesk.wording import language, say

_REFERENCE: Final = Style(inter.REGULAR, 12, 20, SECOND)
_LABEL: Final = Style(inter.MEDIUM, 9, 13, SECOND)
_TEXT: Final = Style(inter.REGULAR, 11.5, 16.5)
_STRONG: Final = Style(inter.SEMIBOLD, 11.5, 16.5)
_NUMBER: Final = Style(inter.SEMIBOLD, 13, 18)
_FOOT: Final = Style(inter.REGULAR, 8.5, 12, SECOND)
_AIR: Final = 7.0
_FOOT_AT: Final = 44.0


def card_page(card: Card) -> bytes:
    """Return the card as PDF, one page of A4 unless its texts are at their very longest."""
    sheet = Sheet(About(card.title, language()), lambda one: one.aside(MARGIN, _FOOT_AT, card.made, _FOOT))
    sheet.heading(card.title, TITLE, "H1")
    sheet.paragraph(f"{say('card.reference')} {card.reference}", _REFERENCE)
    sheet.y -= 8
    sheet.rule(MARGIN, sheet.y, sheet.right, BORDER)
    sheet.y -= 12
    for line in card.lines:
        _set_line(sheet, line)
    sheet.rule(MARGIN, sheet.y, sheet.right, BORDER)
    sheet.y -= 12
    sheet.heading(say("card.numbers"), _LABEL, "H2")
    _set_numbers(sheet, card.numbers)
    return sheet.finish()


def _set_line(sheet: Sheet, line: Line) -> None:
    sheet.heading(line.label, _LABEL, "H2")
    for part in line.text.split("\n"):
        sheet.paragraph(part, _STRONG if line.strong else _TEXT)
    sheet.y -= _AIR


def _set_numbers(sheet: Sheet, numbers: Sequence[CrisisNumber]) -> None:
    """Set one number a line, the names in a column before them."""
    for one in numbers:
        if sheet.room < _NUMBER.leading:
            sheet.turn()
        sheet.y -= _NUMBER.leading
        with sheet.element("P"), sheet.drawing():
            sheet.words(MARGIN, sheet.y, one.name, _TEXT)
            sheet.words(sheet.right, sheet.y, one.number, _NUMBER, to_the_left=True)
