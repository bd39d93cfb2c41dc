"""Which files can be looked at inside the app, how much of one is shown, and what a file is by its first bytes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

MOST_PIXELS: Final = 50_000_000
"""Of a picture; four bytes each while it is drawn. A telephone of today makes them of twelve to fifty million."""
MOST_PAGES: Final = 500
"""Of a PDF: what lies behind them is not shown."""
LONGEST_TEXT_SHOWN: Final = 500_000
"""Characters of a text or mail: some two hundred pages."""
LONGEST_LINE_SHOWN: Final = 2_000
"""Characters; a text editor lays one line out at once, and a hostile file is one line."""


class Form(StrEnum):
    """As what a file is shown."""

    PICTURE = "picture"
    PDF = "pdf"
    TEXT = "text"
    MAIL = "mail"
    NONE = "none"


class Trouble(StrEnum):
    """Why a picture or PDF is not shown."""

    DAMAGED = "damaged"
    TOO_LARGE = "too_large"
    PROTECTED = "protected"
    TOO_SLOW = "too_slow"
    BROKE_OFF = "broke_off"


@dataclass(frozen=True, slots=True)
class Shown:
    """A file as it can be looked at.

    ``content`` are the bytes of a picture or PDF and ``format`` which kind of picture; ``text`` is what a text or mail
    says, ``cut`` where it goes on.
    """

    form: Form
    content: bytes = b""
    format: str = ""
    text: str = ""
    cut: bool = False


_PDF: Final = b"%PDF-"
_PDF_WITHIN: Final = 1024
"""Bytes before the head of a PDF that readers put up with."""
_PICTURES: Final = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
)
_BITMAP_HEADS: Final = frozenset({12, 40, 52, 56, 64, 108, 124})


def picture_format(content: bytes) -> str:
    """Return which kind of picture the first bytes are: png, jpeg, gif, webp, bmp, or "" for none of them."""
    for head, name in _PICTURES:
        if content.startswith(head):
            return name
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "webp"
    is_bitmap = content[:2] == b"BM" and int.from_bytes(content[14:18], "little") in _BITMAP_HEADS
    return "bmp" if is_bitmap else ""


def is_pdf(content: bytes) -> bool:
    """Say whether a file begins as a PDF does, whatever it is called."""
    return _PDF in content[: _PDF_WITHIN + len(_PDF)]
