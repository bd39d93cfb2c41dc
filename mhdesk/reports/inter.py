"""Inter for PDF files: three weights with figures that line up, and one for codes that are typed over."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont, TTFontFace

from mhdesk import resources
from mhdesk.reports.opentype import substitutions
from mhdesk.wording import say

REGULAR: Final = "Inter-Regular"
MEDIUM: Final = "Inter-Medium"
SEMIBOLD: Final = "Inter-SemiBold"
CODE: Final = "Inter-Code"

# As in the window: figures of one width, and an l with a tail, so that it is not read as I or 1.
_PLAIN: Final = ("tnum", "cv05")
# In a code that is typed over, the zero is struck through as well.
_TYPED: Final = (*_PLAIN, "zero")
_FACES: Final = (
    (REGULAR, "Inter-Regular.ttf", _PLAIN),
    (MEDIUM, "Inter-Medium.ttf", _PLAIN),
    (SEMIBOLD, "Inter-SemiBold.ttf", _PLAIN),
    (CODE, "Inter-Medium.ttf", _TYPED),
)
_SEEN: Final = "0123456789l"
_UNDRAWN: Final = re.compile("x(?:[x ]*x)?")
"""Letters without a shape, with the blanks between them."""


@cache
def load() -> None:
    """Make Inter known to reportlab, once a process.

    Raises FileNotFoundError when a file is missing: a broken build.
    """
    for name, file, features in _FACES:
        font = TTFont(name, str(resources.path("fonts", file)))
        font.face.name = name.encode("ascii")
        for feature in features:
            _switch_on(font.face, feature)
        pdfmetrics.registerFont(font)


def width(text: str, font: str, size: float) -> float:
    """Return how wide ``text`` is, in points."""
    load()
    return float(pdfmetrics.stringWidth(text, font, size))


def draws(text: str) -> bool:
    """Say whether there is a shape for every character: a box would stand for any other, and the text would be lost."""
    return all(_has_shape(one) for one in text)


def legible(text: str) -> str:
    """Return ``text`` with words in place of what would be boxes: the reader knows that something is missing."""
    seen = "".join(" " if one == " " else "." if _has_shape(one) else "x" for one in text)
    kept, end = [], 0
    for run in _UNDRAWN.finditer(seen):
        kept += [text[end : run.start()], f"[{say('paper.not_drawn')}]"]
        end = run.end()
    return "".join((*kept, text[end:]))


def _has_shape(one: str) -> bool:
    load()
    font = pdfmetrics.getFont(REGULAR)
    shapes = font.face.charToGlyph if isinstance(font, TTFont) else {}
    return ord(one) in shapes or one.isspace() or unicodedata.category(one) == "Cf"


def _switch_on(face: TTFontFace, feature: str) -> None:
    """Draw figures and the l with the glyphs of an OpenType feature, for good.

    The text in the file stays what it was: only the drawn shape changes.
    """
    others = substitutions(face.get_chunk(*face.get_table_pos("GSUB")), feature)
    for code in map(ord, _SEEN):
        glyph = others.get(face.charToGlyph[code], face.charToGlyph[code])
        advance, _ = face.hmetrics[glyph]
        face.charToGlyph[code] = glyph
        face.charWidths[code] = advance * 1000 / face.unitsPerEm
