"""The information letter on paper: in the window of an envelope shows a name and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from mhdesk.domain.letters import Block, Letter, Section
from mhdesk.reports import inter
from mhdesk.reports.sheet import MARGIN, SECOND, Sheet, Style, wrap
from mhdesk.reports.tagged import About

_BODY: Final = Style(inter.REGULAR, 10.5, 15)
_STRONG: Final = Style(inter.SEMIBOLD, 10.5, 15)
_TITLE: Final = Style(inter.SEMIBOLD, 17, 24)
_HEADING: Final = Style(inter.SEMIBOLD, 12, 17)
_QUIET: Final = Style(inter.REGULAR, 10.5, 15, SECOND)
_FOOT: Final = Style(inter.REGULAR, 8.5, 12, SECOND)
_WINDOW: Final = 700.0
"""The base line of the name, in points from below: five centimetres from the top, where envelopes have their window."""
_BELOW_WINDOW: Final = 580.0
"""Where the letter itself begins: below every usual window, and inside once the sheet is folded in three."""
_INDENT: Final = 14.0
_AIR: Final = 6.0
_BEFORE_HEADING: Final = 9.0
_LONGEST_WHOLE: Final = 6 * _BODY.leading
"""A paragraph up to this height stands on one page."""


def letter_pages(letters: Sequence[Letter]) -> bytes:
    """Return one letter after the other, each on new pages, as one PDF of A4.

    The first tells the title and the language of the document; each says its own language to a screen reader.
    """
    first = letters[0]
    sheet = Sheet(About(first.title, first.language), _number)
    for place, letter in enumerate(letters):
        if place:
            sheet.turn()
        with sheet.element("Sect", language=letter.language):
            _set_letter(sheet, letter)
    return sheet.finish()


def _number(sheet: Sheet) -> None:
    """Set the number of the page, and nothing that would tell what it is a page of."""
    sheet.aside(sheet.right, MARGIN - 20, str(sheet.page), _FOOT, to_the_left=True)


def _set_letter(sheet: Sheet, letter: Letter) -> None:
    sheet.y = _WINDOW + _BODY.leading
    if letter.addressee:
        sheet.paragraph(letter.addressee, _BODY, to=MARGIN + 250)
    sheet.y = min(sheet.y, _BELOW_WINDOW)
    sheet.paragraph(letter.day, _QUIET)
    sheet.y -= _AIR
    sheet.heading(letter.title, _TITLE, "H1")
    sheet.y -= _AIR
    sheet.paragraph(letter.greeting, _BODY)
    sheet.y -= _AIR
    for section in letter.sections:
        _set_section(sheet, section)
    _keep_together(sheet, _BEFORE_HEADING + 2 * _BODY.leading + _AIR)
    sheet.y -= _BEFORE_HEADING
    sheet.paragraph(letter.closing, _BODY)
    sheet.y -= _AIR
    sheet.paragraph(letter.signed, _STRONG)


def _set_section(sheet: Sheet, section: Section) -> None:
    if section.heading:
        first = _height(sheet, section.blocks[0].lines[0])
        _keep_together(sheet, _BEFORE_HEADING + _HEADING.leading + 2 + first)
        sheet.y -= _BEFORE_HEADING
        sheet.heading(section.heading, _HEADING, "H2")
        sheet.y -= 2
    for block in section.blocks:
        _set_block(sheet, block)
        sheet.y -= _AIR


def _keep_together(sheet: Sheet, height: float) -> None:
    """Turn the page where what belongs together would be torn apart at its end."""
    if sheet.room < height:
        sheet.turn()


def _height(sheet: Sheet, text: str) -> float:
    return len(wrap(text, _BODY, sheet.right - MARGIN)) * _BODY.leading


def _set_block(sheet: Sheet, block: Block) -> None:
    if not block.listed:
        _keep_together(sheet, min(_height(sheet, block.lines[0]), _LONGEST_WHOLE))
        sheet.paragraph(block.lines[0], _BODY)
        return
    with sheet.element("L"):
        for line in block.lines:
            _set_item(sheet, line)


def _set_item(sheet: Sheet, line: str) -> None:
    """Set one line of a list: a dot, and its words beside it."""
    with sheet.element("LI"):
        if sheet.room < _BODY.leading:
            sheet.turn()
        with sheet.element("Lbl"), sheet.drawing():
            sheet.words(MARGIN + 3, sheet.y - _BODY.leading * 0.72, "•", _BODY)
        sheet.paragraph(line, _BODY, "LBody", x=MARGIN + _INDENT)
