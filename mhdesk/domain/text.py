"""Clean what people type and fold it for search."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

LONGEST_NAME: Final = 100
LONGEST_LINE: Final = 200
LONGEST_TEXT: Final = 20_000

# Of what cannot be seen only this is kept. The rest, such as the signs that turn the reading direction, can
# make a name or number read as another one, and nobody types it on purpose in a form (Unicode TR 36).
_JOINERS: Final = "\u200c\u200d"
_KEPT: Final = frozenset("\n\t" + _JOINERS)
_OUTER: Final = _JOINERS + " \n\t\u00a0\u2007\u202f\u3000"
# Letters and signs that show as nothing or as a blank, though Unicode calls them no blanks: Hangul fillers, the empty
# Braille pattern, the joiner of graphemes. The separators of lines and paragraphs are ends of lines like any other.
_BLANKS: Final = {
    **dict.fromkeys(map(ord, "\u3164\uffa0\u2800"), " "),
    **dict.fromkeys(map(ord, "\u115f\u1160\u034f"), ""),
    **dict.fromkeys(map(ord, "\u2028\u2029"), "\n"),
}
_BLANK: Final = re.compile(f"[{''.join(map(chr, _BLANKS))}]")
# What a name is typed with and without: joiners, and the signs that choose one shape of a letter.
_UNSEEN_IN_NAMES: Final = re.compile("[\u180b-\u180f\u200c\u200d\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_BETWEEN_WORDS: Final = re.compile(r"[\W_]+")
_BEYOND_ASCII: Final = re.compile(r"[^\x00-\x7f]")
# Letters that Unicode does not decompose into a base letter and a mark.
_FOLDED: Final = str.maketrans(
    {"ł": "l", "đ": "d", "ø": "o", "ı": "i", "ħ": "h", "ŧ": "t", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}
)


def clean(text: str) -> str:
    """Return ``text`` normalised (NFC), without invisible characters and outer space.

    Line feeds, tabs and the joiners that some scripts need inside words stay. Lone surrogates, which no file
    or database can hold, become U+FFFD.
    """
    if text.isprintable() and (text.isascii() or _is_tidy(text)):
        return text.strip()  # what prints holds no control, direction or surrogate character
    kept = (c for c in mend(text).translate(_BLANKS).replace("\r\n", "\n").replace("\r", "\n") if _is_text(c))
    return unicodedata.normalize("NFC", "".join(kept)).strip(_OUTER)


def clean_name(text: str) -> str:
    """Return the name of a user as it is kept: cleaned, with nothing unseen in it and one blank between words."""
    return " ".join(clean(_UNSEEN_IN_NAMES.sub("", mend(text))).split())


def clean_line(text: str) -> str:
    """Return what stands on one line as it is kept: cleaned, with one blank between words."""
    return " ".join(clean(text).split())


def _is_tidy(text: str) -> bool:
    return unicodedata.is_normalized("NFC", text) and not _BLANK.search(text)


def mend(text: str) -> str:
    """Return ``text`` with U+FFFD for lone surrogates, which no file or database can hold."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _is_text(character: str) -> bool:
    return character in _KEPT or unicodedata.category(character) not in {"Cc", "Cf"}


def fold(text: str) -> str:
    """Return ``text`` as search compares it: no case, no accents, ł as l, ß as ss.

    Decomposed twice: some letters show their case only then (𝐀 is A, ℡ is TEL).
    """
    if text.isascii():
        return text.lower()
    lowered = unicodedata.normalize("NFKD", text).casefold()
    bare = _BEYOND_ASCII.sub(_without_mark, unicodedata.normalize("NFKD", lowered))
    return bare.translate(_FOLDED)


def _without_mark(found: re.Match[str]) -> str:
    return "" if unicodedata.combining(found[0]) else found[0]


def plain(text: str) -> str:
    """Return ``text`` as spellings are compared: folded, only letters and digits, single spaces."""
    return _BETWEEN_WORDS.sub(" ", fold(text)).strip()
