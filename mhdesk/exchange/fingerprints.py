"""Tell whether two rows are the same row, also when one list was saved as several kinds of file.

A workbook holds a date as a date and a telephone number perhaps as a number; saved as CSV, both are text as the
settings of somebody's computer show it, and letters that Western European Windows does not have are question marks.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from typing import Final

from mhdesk.domain import dates
from mhdesk.domain.text import plain
from mhdesk.exchange.columns import Columns

_LEAST_LETTERS: Final = "cp1252"
_WITH_TIME: Final = re.compile(r"(.+?)[ T]0?(\d{1,2}:\d{2})(?::\d{2})?")
_TIME: Final = re.compile(r"0?(\d{1,2}:\d{2}):\d{2}|0(\d:\d{2})")
_NUMBER: Final = re.compile(r"(-?)0*(\d+)(?:[.,](\d+))?")
_TRUE_OR_FALSE: Final = {"waar": "waar", "true": "waar", "onwaar": "onwaar", "false": "onwaar"}


def row_key(columns: Columns, cells: Sequence[str]) -> str:
    """Return the content of a row as one text, the same in whatever order its columns stand."""
    pairs = ((plain(columns.name(i)), alike(cell)) for i, cell in enumerate(cells) if cell)
    return "\x1e".join(f"{header}\x1f{cell}" for header, cell in sorted(pairs))


def fingerprint(key: str, occurrence: int) -> str:
    """Return SHA-256 of a row; equal rows of one file are told apart: two equal calls are two signals."""
    return hashlib.sha256(f"{key}\x1d{occurrence}".encode()).hexdigest()


def alike(cell: str) -> str:
    """Return a cell as it reads in every kind of file: days, numbers, true and false in one spelling."""
    text = " ".join(cell.encode(_LEAST_LETTERS, "replace").decode(_LEAST_LETTERS).split()).lower()
    day, time = text, ""
    if match := _WITH_TIME.fullmatch(text):
        day, time = match[1], f" {match[2]}" if match[2] not in {"0:00", "00:00"} else ""
    if found := dates.parse_day(day):
        return f"{found.isoformat()}{time}"
    if match := _TIME.fullmatch(text):
        return match[1] or match[2]
    if match := _NUMBER.fullmatch(text):
        decimals = (match[3] or "").rstrip("0")
        return f"{match[1]}{match[2]}{'.' if decimals else ''}{decimals}"
    return _TRUE_OR_FALSE.get(text, text)
