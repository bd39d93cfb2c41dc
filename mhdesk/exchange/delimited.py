"""Read tables that are plain text: CSV in the encodings and with the separators that people send."""

from __future__ import annotations

import codecs
import csv
import itertools
import re
from collections.abc import Callable, Iterator
from typing import Final

from mhdesk.errors import InputError
from mhdesk.exchange import guard

_SEPARATORS: Final = (";", ",", "\t", "|")
_MARKS: Final = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_SAMPLE_ROWS: Final = 30
_LONGEST_RECORD: Final = 500_000
_LINE: Final = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")
_HINT: Final = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)


def read(
    content: bytes, check_extent: Callable[[int, int], None] = guard.check_extent
) -> tuple[tuple[str, ...], ...]:
    """Return the records of a delimited file, the first line being row 0.

    ``check_extent`` takes the rows and columns so far and raises when there are too many. Raises InputError when it
    is no text, holds NUL characters, has an open quote or is too large.
    """
    text = _decode(content)
    hint = _HINT.match(text)
    separator = hint[1] if hint else _separator(text)
    rows = tuple(_records(text[hint.end() :] if hint else text, separator, check_extent))
    return ((), *rows) if hint else rows


def _decode(content: bytes) -> str:
    """Return the text: by its mark, else UTF-8, else the code page of Western European Windows."""
    mark = next((name for start, name in _MARKS.items() if content.startswith(start)), None)
    for encoding in [mark] if mark else ["utf-8", "cp1252"]:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            raise InputError("import.csv_with_nuls")
        return text
    raise InputError("import.csv_with_nuls" if b"\0" in content else "import.not_text")


def _separator(text: str) -> str:
    """Return the separator that splits the first rows into most cells."""
    sample = text[:_LONGEST_RECORD]

    def cells(separator: str) -> int:
        lenient = csv.reader(_lines(sample), delimiter=separator)
        try:
            return sum(len(row) for row in itertools.islice(lenient, _SAMPLE_ROWS))
        except csv.Error:
            return 0

    return max(_SEPARATORS, key=cells)


def _lines(text: str) -> Iterator[str]:
    """Yield the lines with their ends, as they are needed: a file in memory would take four bytes a character."""
    return (found[0] for found in _LINE.finditer(text))


def _records(text: str, separator: str, check_extent: Callable[[int, int], None]) -> list[tuple[str, ...]]:
    """Return all records; strict, so that a forgotten quote cannot swallow the rest of the file."""
    guard.Budget().spend(characters=len(text))
    length, widest, rows = 0, 0, list[tuple[str, ...]]()

    def bounded() -> Iterator[str]:
        nonlocal length
        for line in _lines(text):
            length += len(line)
            if length > _LONGEST_RECORD:
                raise InputError("import.too_much")
            yield line

    reader = csv.reader(bounded(), delimiter=separator, strict=True)
    try:
        for row in reader:
            rows.append(tuple(row))
            length, widest = 0, max(widest, len(row))
            check_extent(len(rows), widest)
            guard.check_text(max(map(len, row), default=0))
    except csv.Error as error:
        raise InputError("import.csv_broken", line=reader.line_num) from error
    return rows
