"""Passphrases: how they are read, how strong they are, how long to wait after a wrong one.

The estimate is simple and says so: it counts in bits how many guesses somebody needs who knows Dutch,
the region, the keyboard and the names on the door. A word that every guesser tries first counts 4 bits, a
name that belongs to this registry 2, a run of the keyboard or the alphabet 3, a year 5, one of some hundred
words of every day 7, any other word 11 (one out of two thousand: what people draw from when they pick words
themselves), a digit 3.3, a sign 3. It cannot see that words form a proverb. Four unrelated words pass.

========= ========= ==================================================================
level     from bits trying all, at 0.8 s of scrypt work each, on a thousand cores
========= ========= ==================================================================
0         0         at once
1         20        a quarter of an hour
2         36        two years: the least that a registry accepts
3         50        28,000 years
4         64        longer
========= ========= ==================================================================
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from math import inf
from typing import Final

from mhdesk.errors import InputError
from mhdesk.vault.common_words import EVERYDAY, GUESSED_FIRST, KEY_ROWS

MINIMUM_LEVEL: Final = 2
LONGEST: Final = 1000
"""Characters; nobody types more, and a wrong file given by mistake stops here."""

_LEVELS: Final = (20.0, 36.0, 50.0, 64.0)
_BITS: Final = {
    "name": 2.0,
    "common": 4.0,
    "daily": 7.0,
    "run": 3.0,
    "year": 5.0,
    "repeat": 1.0,
    "word": 11.0,
    "letter": 3.5,
    "digits": 3.3,
    "sign": 3.0,
}
_LONG_WORD: Final = 9
"""Letters; Dutch glues words together, so each letter beyond these counts one bit more."""
_MOST_WORD_BITS: Final = 20.0
_SHORTEST_PART: Final = 4
"""Letters that a listed word or a run needs before it counts inside a longer word."""
_LONGEST_RECOGNISED: Final = 20
_VOWELS: Final = frozenset("aeiouy")
_LEET: Final = str.maketrans("013457@$!", "oieastasi")
_STRETCH: Final = re.compile(r"\S+")
_PIECE: Final = re.compile(r"(?P<word>[^\W\d_]+)|(?P<digits>\d+)|(?P<sign>.)", re.DOTALL)
_YEAR: Final = re.compile(r"(19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Strength:
    """Say how well a passphrase resists guessing: level 0..4 and the code of a sentence of advice."""

    level: int
    advice: str

    @property
    def acceptable(self) -> bool:
        """Return whether a registry takes this passphrase."""
        return self.level >= MINIMUM_LEVEL


def normalised(text: str) -> str:
    """Return a passphrase as every key file knows it: composed (NFC), so that each keyboard's ë is the same.

    Raises InputError for an empty one, one of more than 1000 characters, with a line break, or with what
    is no text.
    """
    composed = unicodedata.normalize("NFC", text)
    if not composed:
        raise InputError("vault.passphrase_empty")
    if len(composed) > LONGEST:
        raise InputError("vault.passphrase_long", longest=LONGEST)
    if len(composed.splitlines()) > 1 or composed.endswith(("\n", "\r")):
        raise InputError("vault.passphrase_lines")
    if any(unicodedata.category(letter) in {"Cc", "Cs"} for letter in composed):
        raise InputError("vault.passphrase_not_text")
    return composed


def passphrase_from_bytes(data: bytes) -> str:
    """Return the passphrase that a ``--passphrase-file`` holds: UTF-8, one line break at the end is cut.

    Raises InputError as :func:`normalised` does, and for what is not UTF-8.
    """
    text = _decoded(data)
    if text is None:
        raise InputError("vault.passphrase_not_text")
    return normalised(text.removesuffix("\n").removesuffix("\r"))


def _decoded(data: bytes) -> str | None:
    """Return ``data`` as text, or None; an exception of the codec would carry the passphrase."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None


def require_new(text: str, names: Iterable[str], old: str | None = None) -> str:
    """Return a passphrase that somebody chose, normalised.

    Raises InputError as :func:`normalised` does, for one below the minimum level, and for the ``old`` one again.
    """
    words = normalised(text)
    if not strength(words, names).acceptable:
        raise InputError("vault.passphrase_weak")
    if old is not None and words == normalised(old):
        raise InputError("vault.passphrase_same")
    return words


def delay_after(failures: int) -> int:
    """Return for how many seconds the running app asks no passphrase after so many wrong ones in a row.

    0 after one or two, then 2, 4, 8, 16, 30 and never more: it slows a person at the open laptop, and locks
    nobody out of the data.
    """
    return 0 if failures < 3 else min(30, 2 ** min(failures - 2, 10))


def strength(text: str, names: Iterable[str] = ()) -> Strength:
    """Estimate how hard ``text`` is to guess for somebody who knows ``names``; pure, under a millisecond.

    ``names`` are the user's own, the organisation's, the municipalities'. Any text is rated, none refused.
    """
    own = frozenset(word for name in names for word in re.findall(r"[^\W\d_]{3,}", _plain(name)))
    parts = _without_repeats(_parts(_plain(unicodedata.normalize("NFC", text)[:LONGEST]), own))
    bits = sum(part.bits for part in parts)
    level = sum(bits >= limit for limit in _LEVELS)
    return Strength(level, f"vault.advice_{_advice(level, parts)}")


@dataclass(frozen=True, slots=True)
class _Part:
    kind: str
    text: str = field(repr=False)
    bits: float


def _advice(level: int, parts: list[_Part]) -> str:
    """Return which sentence helps most: about what was found to be guessable, or to add words."""
    if level >= MINIMUM_LEVEL:
        return "good" if level < len(_LEVELS) else "strong"
    found = {part.kind for part in parts}
    return next((kind for kind in ("name", "run", "repeat", "common") if kind in found), "words")


def _plain(text: str) -> str:
    """Return ``text`` in lower case without accents: how a guesser's list spells it."""
    taken_apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in taken_apart if not unicodedata.combining(letter))


def _without_repeats(parts: Iterable[_Part]) -> list[_Part]:
    """Return the parts; a word, run or sign that came before counts one bit."""
    seen: set[str] = set()
    kept = []
    for part in parts:
        again = part.text in seen and part.kind != "digits"
        kind = "repeat" if again and part.kind != "sign" else part.kind
        kept.append(_Part(kind, part.text, _BITS["repeat"] if again else part.bits))
        seen.add(part.text)
    return kept


def _parts(plain: str, own: frozenset[str]) -> Iterator[_Part]:
    """Cut ``plain`` into what a guesser would recognise and the pieces between."""
    spelled = plain.translate(_LEET)
    for found in _STRETCH.finditer(spelled):
        start, end = found.span()
        parts = list(_segments(plain[start:end], spelled[start:end], own))
        whole = _word_bits(found[0]) if found[0].isalpha() else inf
        if sum(part.bits for part in parts) > whole:  # chance hits: "acht" in "zachtjes" adds nothing
            parts = [_Part("word", found[0], whole)]
        yield from parts


def _segments(plain: str, spelled: str, own: frozenset[str]) -> Iterator[_Part]:
    """Cut one stretch without blanks into recognised parts and the pieces between them."""
    at = rest = 0
    while at < len(plain):
        kind, end = _recognised(plain, spelled, at, own)
        if end == at:
            at += 1
            continue
        yield from _pieces(plain[rest:at])
        yield _Part(kind, spelled[at:end], _BITS[kind])
        at = rest = end
    yield from _pieces(plain[rest:])


def _recognised(plain: str, spelled: str, at: int, own: frozenset[str]) -> tuple[str, int]:
    """Return what a guesser recognises at ``at`` and where it ends: at ``at`` when it is nothing."""
    for end in range(min(len(plain), at + _LONGEST_RECOGNISED), at + 1, -1):
        word, run = spelled[at:end], plain[at:end]
        kind = _listed(word, own)
        if kind and (len(word) >= _SHORTEST_PART or _alone(spelled, at, end)):
            return kind, end
        if _is_run(run):
            return "run", end
        if _YEAR.fullmatch(run):
            return "year", end
    return "", at


def _listed(word: str, own: frozenset[str]) -> str:
    if word in own:
        return "name"
    if word in GUESSED_FIRST:
        return "common"
    return "daily" if word in EVERYDAY else ""


def _alone(text: str, start: int, end: int) -> bool:
    return not (text[start - 1 : start].isalpha() or text[end : end + 1].isalpha())


def _is_run(text: str) -> bool:
    """Return whether ``text`` is one character three times or more, or a stretch of a row of keys."""
    if len(set(text)) == 1:
        return len(text) > 2
    long_enough = len(text) >= _SHORTEST_PART or text.isdigit()
    return long_enough and len(text) > 2 and any(text in row or text[::-1] in row for row in KEY_ROWS)


def _pieces(text: str) -> Iterator[_Part]:
    """Give the bits of words, digits and signs that no list knows."""
    for found in _PIECE.finditer(text):
        kind = str(found.lastgroup)
        piece = found[0]
        yield _Part(kind, piece, _word_bits(piece) if kind == "word" else _BITS[kind] * len(piece))


def _word_bits(word: str) -> float:
    """Return the bits of an unlisted word; letters without a vowel are taken for random ones."""
    by_letters = _BITS["letter"] * len(word)
    if len(word) >= _SHORTEST_PART and not _VOWELS.intersection(word):
        return by_letters
    glued = max(0, len(word) - _LONG_WORD)
    return min(by_letters, _BITS["word"] + glued, _MOST_WORD_BITS)
