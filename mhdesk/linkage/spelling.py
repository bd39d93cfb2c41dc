"""Take names apart into words, each as it is spelled and as it sounds.

Two spellings of one name differ by accents that a keyboard lacked (Öcalan, Ocalan) or by the rules of whoever wrote
down what was heard (Şule, Shule, Sjoele). The first is undone by folding; for the second the accent must first become
the letters that stand for it elsewhere, so the sound is made from the accented spelling. The classes of letters follow
the idea of Soundex (Russell, US patent 1,261,167, 1918) and its successors, but keep the vowels and serve the languages
that a Dutch region meets: they only ever make a pair worth weighing, they decide nothing.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from mhdesk.domain.text import mend, plain

MOST_WORDS: Final = 5
LONGEST_WORD: Final = 40
_LONGEST_NAME: Final = 200
# Words that come and go with the form that was filled in: they say little, and are left out beside other words.
PARTICLES: Final = frozenset(
    """
    van von vom zum zur de den der des dem d t s het ter ten te tot toe op onder over in bij aan uit uijt voor
    la le les du da das dal dalla degli del della di do dos e y el al ul ad abu aboe ben bin ibn bint bou ould
    san santa ait
    """.split()
)
# What a letter becomes where it is missing from the keyboard: by sound, not by shape.
_SPELLED_OUT: Final = str.maketrans(
    {"ş": "sh", "ș": "sh", "š": "sh", "ś": "sh", "ç": "ch", "č": "ch", "ć": "ch", "ț": "ts", "ţ": "ts"}
    | {"ž": "zh", "ż": "zh", "ź": "zh", "ñ": "ny", "ń": "ny", "ö": "oe", "ø": "oe", "ü": "ue", "ű": "ue"}
    | {"ő": "oe", "ä": "ae", "å": "aa", "ł": "l", "ß": "ss"}
)
# Cyrillic (after the Bulgarian transliteration act of 2009 and the Ukrainian resolution 55 of 2010) and Greek
# (ISO 843, what passports show), once folded.
_ROMAN: Final = str.maketrans(
    dict(
        zip(
            "абвгдезиклмнопрстуфхъыэієґжцчшщюяјљњђџ" + "αβγδεζηθικλμνξοπρστυφχψω",
            "a b v g d e z i k l m n o p r s t u f h a y e i ye g zh ts ch sh sht yu ya j lj nj dj dzh"
            " a v g d e z i th i k l m n x o p r s t y f ch ps o".split(),
            strict=True,
        )
    )
    | {"ь": ""}
)
# From left to right, the longest first: what sounds alike becomes one sign.
_ALIKE: Final = {
    "tsch": "h", "tsj": "h", "tch": "h", "sch": "s", "dzh": "i", "dzj": "i", "ouw": "uf", "auw": "uf",
    "ch": "h", "kh": "h", "gh": "h", "cz": "h", "sh": "s", "sz": "s", "zh": "s", "sj": "s", "zj": "s", "ts": "s",
    "tz": "s", "dj": "i", "dz": "s", "ph": "f", "th": "t", "dt": "t", "ck": "k", "qu": "kf", "ce": "si", "ci": "si",
    "cy": "si", "ij": "i", "ei": "i", "ey": "i", "ie": "i", "ee": "i", "oe": "u", "ou": "u", "oo": "u", "ue": "u",
    "au": "u", "eu": "u", "ae": "a", "x": "ks", "c": "k", "q": "k", "z": "s", "v": "f", "w": "f", "y": "i", "j": "i",
    "e": "i", "o": "u",
}  # fmt: skip
_ALIKE_FOUND: Final = re.compile("|".join(sorted(_ALIKE, key=len, reverse=True)))
_DOUBLE: Final = re.compile(r"(.)\1+")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a name: ``plain`` as folded for search, ``sound`` as spellings of one sound share it."""

    plain: str
    sound: str


@dataclass(frozen=True, slots=True)
class Name:
    """First names or a last name: its words that carry weight, and all of it written as one word.

    ``joined`` is None when the name has one word: then that word says the same.
    """

    words: tuple[Word, ...] = ()
    joined: Word | None = None


# Some of them are given names too (Ben, Al, San, Di); these never are.
_NEVER_GIVEN: Final = frozenset(
    "van von vom zum zur de den der des dem d t s het ter ten te el ul abu aboe".split()
)


@lru_cache(maxsize=4096)
def name(text: str, *, given: bool = False) -> Name:
    """Return the words of ``text``: the same for NFC and NFD, any case, ş and ș, and whatever stands between words.

    ``given`` says that these are first names: a particle that can be one counts when it comes first. At most
    ``MOST_WORDS`` words of ``LONGEST_WORD`` characters count: nobody is called by more, and a hostile file must not
    buy time with long names.
    """
    lowered = unicodedata.normalize("NFC", mend(text[:_LONGEST_NAME]).casefold())
    spelled = plain(lowered).translate(_ROMAN).split()
    sounded = plain(lowered.translate(_SPELLED_OUT)).translate(_ROMAN).split()
    if len(sounded) != len(spelled):
        sounded = spelled
    pairs = list(zip(spelled, sounded, strict=True))
    leading = pairs[:1] if given and spelled and spelled[0] not in _NEVER_GIVEN else []
    kept = leading + [pair for pair in pairs[len(leading) :] if pair[0] not in PARTICLES] or pairs
    return Name(
        tuple(_word(*pair) for pair in dict.fromkeys(kept[:MOST_WORDS])),
        _word("".join(spelled), "".join(sounded)) if len(pairs) > 1 else None,
    )


def _word(spelled: str, sounded: str) -> Word:
    return Word(spelled[:LONGEST_WORD], sound(sounded[:LONGEST_WORD]))


def sound(spelled: str) -> str:
    """Return how a folded word sounds, roughly: brouwer and bruver, ruijs and ruys, fatimah and fatima are one."""
    alike = _ALIKE_FOUND.sub(lambda found: _ALIKE[found[0]], spelled)
    return _DOUBLE.sub(r"\1", alike).removesuffix("h") or spelled
