"""The letter of a referral on paper: how contact is safe first, then what was chosen to be told."""

from __future__ import annotations

from typing import Final

from mhdesk.domain.referral_letter import About as Person
from mhdesk.domain.referral_letter import ReferralLetter
from mhdesk.reports import inter
from mhdesk.reports.sheet import MARGIN, SECOND, WITHHELD, Sheet, Style, wrap
from mhdesk.reports.tagged import About

_BODY: Final = Style(inter.REGULAR, 10.5, 15)
_STRONG: Final = Style(inter.SEMIBOLD, 10.5, 15)
_LABEL: Final = Style(inter.MEDIUM, 10.5, 15, SECOND)
_TITLE: Final = Style(inter.SEMIBOLD, 17, 24)
_HEADING: Final = Style(inter.SEMIBOLD, 12, 17)
_QUIET: Final = Style(inter.REGULAR, 10.5, 15, SECOND)
_FOOT: Final = Style(inter.REGULAR, 8.5, 12, SECOND)
_VALUES: Final = MARGIN + 150.0
"""Where the text behind a label begins."""
_PAD: Final = 8.0
_AIR: Final = 6.0
_BEFORE_HEADING: Final = 10.0


def referral_letter_pages(letter: ReferralLetter) -> bytes:
    """Return the letter as a PDF of A4: tagged, with its title and language, and nothing of who made it where."""
    sheet = Sheet(About(letter.title, letter.language), _number)
    with sheet.element("Sect"):
        for line in letter.sender:
            sheet.paragraph(line, _QUIET)
        sheet.y -= 2 * _AIR
        sheet.paragraph(letter.receiver, _STRONG)
        sheet.paragraph(letter.day, _QUIET)
        sheet.y -= 2 * _AIR
        sheet.heading(letter.title, _TITLE, "H1")
        for one in letter.people:
            _set_person(sheet, one, letter.safe_label)
        sheet.y -= _AIR
        for label, text in letter.lines:
            _set_line(sheet, label, text)
        for label, text in letter.parts:
            _set_part(sheet, label, text)
        sheet.y -= _BEFORE_HEADING
        for place, text in enumerate(letter.closing):
            sheet.y -= _AIR
            sheet.paragraph(text, _STRONG if place == 0 else _BODY)
    return sheet.finish()


def _number(sheet: Sheet) -> None:
    """Set the number of the page, and nothing that would tell what it is a page of."""
    sheet.aside(sheet.right, MARGIN - 20, str(sheet.page), _FOOT, to_the_left=True)


def _set_person(sheet: Sheet, one: Person, safe_label: str) -> None:
    sheet.y -= _AIR
    if one.heading:
        sheet.y -= _BEFORE_HEADING
        sheet.heading(one.heading, _HEADING, "H2")
    if one.safe_contact:
        _set_safe_contact(sheet, safe_label, one.safe_contact)
    for label, text in one.lines:
        _set_line(sheet, label, text)


def _set_safe_contact(sheet: Sheet, label: str, text: str) -> None:
    """Set how contact is safe on a ground of its own: whoever reads one thing reads this."""
    lines = [
        line for typed in text.splitlines() for line in wrap(typed, _STRONG, sheet.right - MARGIN - 2 * _PAD)
    ]
    height = _LABEL.leading + len(lines) * _STRONG.leading + 2 * _PAD
    if sheet.room < height:
        sheet.turn()
    sheet.tint(MARGIN, sheet.y - height, sheet.right - MARGIN, height, WITHHELD)
    sheet.y -= _PAD
    sheet.paragraph(label, _LABEL, x=MARGIN + _PAD, to=sheet.right - _PAD)
    for line in lines:
        sheet.paragraph(line, _STRONG, x=MARGIN + _PAD, to=sheet.right - _PAD)
    sheet.y -= _PAD + _AIR


def _set_line(sheet: Sheet, label: str, text: str) -> None:
    """Set a label and the text behind it, as one paragraph for who hears it."""
    lines = wrap(text, _BODY, sheet.right - _VALUES)
    if sheet.room < _BODY.leading:
        sheet.turn()
    with sheet.element("P"):
        for place, line in enumerate(lines):
            if sheet.room < _BODY.leading:
                sheet.turn()
            sheet.y -= _BODY.leading
            with sheet.drawing():
                base = sheet.y + _BODY.leading * 0.28
                if place == 0:
                    sheet.words(MARGIN, base, label, _LABEL)
                sheet.words(_VALUES, base, line, _BODY)


def _set_part(sheet: Sheet, label: str, text: str) -> None:
    if sheet.room < _BEFORE_HEADING + _HEADING.leading + 2 * _BODY.leading:
        sheet.turn()
    sheet.y -= _BEFORE_HEADING
    sheet.heading(label, _HEADING, "H2")
    for line in text.splitlines():
        if line.strip():
            sheet.paragraph(line, _BODY)
