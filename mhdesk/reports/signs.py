"""What stands in a cell, in every format alike: the signs of Statistics Netherlands, and what they mean."""

from __future__ import annotations

from typing import Final

from mhdesk.reports.figures import TOTAL, ReportCell
from mhdesk.wording import language, say

HIDDEN: Final = "x"
NIL: Final = "–"
UNKNOWN: Final = "."


def legend() -> tuple[tuple[str, str], ...]:
    """Return every sign with its meaning: always all of them, whether they occur or not."""
    return (
        (HIDDEN, say("report.legend_withheld")),
        (NIL, say("report.legend_zero")),
        (UNKNOWN, say("report.legend_unknown")),
    )


def sign(cell: ReportCell) -> str:
    """Return what stands in a cell: the count, one mark for all that is withheld, another for nil."""
    if cell.count is None:
        return HIDDEN
    return grouped(cell.count) if cell.count else NIL


def grouped(number: int) -> str:
    """Return a number with its thousands apart: 1.234 in Dutch, 1,234 in English."""
    text = f"{number:,}"
    return text.replace(",", ".") if language() == "nl" else text


def spoken(label: str) -> str:
    """Return a label for a reader: white space as single spaces, totals translated."""
    return " ".join((say("report.total") if label == TOTAL else label).split())


def shown(label: str) -> str:
    """Return a label as it stands on paper: as it is spoken, with a capital in front."""
    words = spoken(label)
    if words.startswith("ij") and language() == "nl":
        return f"IJ{words[2:]}"
    return words[:1].upper() + words[1:]
