"""The page that is printed once and kept in a safe: the recovery key in words, groups and a QR code."""

from __future__ import annotations

from datetime import date
from typing import Final

import segno

from mhdesk.domain.dates import display_day
from mhdesk.reports import inter
from mhdesk.reports.sheet import (
    BODY,
    BORDER,
    CAPTION,
    MARGIN,
    MEDIUM,
    SECOND,
    SECTION,
    TEXT,
    TITLE,
    Sheet,
    Style,
    width,
)
from mhdesk.reports.tagged import About
from mhdesk.wording import language, say

_CODE: Final = Style(inter.CODE, 20, 38)
_REGISTRY: Final = Style(inter.REGULAR, 12, 20, SECOND)
_CELL: Final = 19.5
_NUMBER: Final = 22.0
_COLUMNS: Final = 2
_COLUMN: Final = 162.0
_QR: Final = 118.0
_TESTS: Final = 3
_TEST: Final = 34.0
_LOWEST: Final = 48.0


def recovery_page(groups: tuple[str, ...], registry_name: str, made_on: date) -> bytes:
    """Return one page of A4 as PDF with the recovery key, to be printed and kept.

    ``groups`` are the groups of the key in their order; joined by hyphens they are what the QR code says and
    what opens ``keys/recovery.age``. The file's metadata hold a title and a language and nothing else.
    """
    sheet = Sheet(About(say("report.recovery_title"), language()))
    sheet.mark(MARGIN, sheet.y - 13)
    sheet.paragraph("mhdesk", MEDIUM, x=MARGIN + 26)
    sheet.y -= 20
    sheet.heading(say("report.recovery_title"), TITLE, "H1")
    sheet.paragraph(registry_name, _REGISTRY)
    sheet.paragraph(say("report.made_on", day=display_day(made_on)), CAPTION)
    sheet.y -= 12
    sheet.paragraph(say("report.recovery_what"), BODY)
    _set_key(sheet, groups)
    for part in ("keep", "use"):
        sheet.heading(say(f"report.recovery_{part}_title"), SECTION, "H2")
        sheet.y -= 3
        for number in (1, 2, 3):
            sheet.paragraph(say(f"report.recovery_{part}_{number}"), BODY)
            sheet.y -= 3
        sheet.y -= 14
    _set_tests(sheet)
    return sheet.finish()


def _set_key(sheet: Sheet, groups: tuple[str, ...]) -> None:
    """Set the groups in rows of two, and the QR code at their right, between two lines."""
    sheet.y -= 14
    sheet.rule(MARGIN, sheet.y, sheet.right, BORDER)
    top = sheet.y - 14
    rows = -(-len(groups) // _COLUMNS)
    height = max(rows * _CODE.leading, _QR)
    for place, group in enumerate(groups):
        row, at = divmod(place, _COLUMNS)
        _set_group(sheet, place + 1, group, MARGIN + at * _COLUMN, top - (row + 1) * height / rows + 12)
    _draw_qr(sheet, "-".join(groups), sheet.right - _QR, top - (height + _QR) / 2)
    sheet.y = top - height - 14
    sheet.rule(MARGIN, sheet.y, sheet.right, BORDER)
    sheet.y -= 24


def _set_group(sheet: Sheet, number: int, group: str, x: float, y: float) -> None:
    with sheet.element("P"), sheet.drawing():
        sheet.words(x, y, str(number), CAPTION)
        for place, character in enumerate(group):
            middle = x + _NUMBER + (place + 0.5) * _CELL
            sheet.words(middle - width(character, _CODE) / 2, y, character, _CODE)


def _draw_qr(sheet: Sheet, text: str, x: float, y: float) -> None:
    """Draw a QR code with its lower left corner at x, y, as squares, not as a picture."""
    rows = segno.make_qr(text, error="q").matrix
    module = _QR / len(rows)
    with sheet.element("Figure", alt=say("report.recovery_qr")), sheet.drawing():
        for above, row in enumerate(reversed(rows)):
            for along, dark in enumerate(row):
                if dark:
                    sheet.fill(x + along * module, y + above * module, module, module, TEXT)


def _set_tests(sheet: Sheet) -> None:
    """Leave room to write down that the key was tried, and by whom."""
    sheet.heading(say("report.recovery_tests_title"), SECTION, "H2")
    sheet.paragraph(say("report.recovery_tests"), BODY)
    parts = (
        ("report.recovery_day", 110.0),
        ("report.recovery_name", 190.0),
        ("report.recovery_signature", 150.0),
    )
    for _ in range(_TESTS):
        if sheet.y < _LOWEST + _TEST:  # a registry with a very long name leaves less room
            return
        sheet.y -= _TEST
        x = MARGIN
        for code, long in parts:
            sheet.rule(x, sheet.y + 11, x + long, BORDER)
            with sheet.element("P"), sheet.drawing():
                sheet.words(x, sheet.y, say(code), CAPTION)
            x += long + 16
