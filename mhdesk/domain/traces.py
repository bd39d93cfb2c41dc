"""Find what could name somebody in a text that must name nobody, such as advice.

It warns and never forbids: a rule over words cannot know a name for certain. A miss is worse than a false
alarm, so a capital in the middle of a sentence is enough unless the word is known to be none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final

import phonenumbers

from mhdesk.domain import dates
from mhdesk.domain.text import LONGEST_TEXT, clean, plain
from mhdesk.domain.vocabulary import vocabulary

_BEFORE: Final = 40
"""Characters before a word that say whether a capital belongs there: longer than any abbreviation or introduction."""
_WORD: Final = re.compile(r"[^\W\d_](?:[\w'’.-]*\w)?")
_SENTENCE_ENDS: Final = re.compile(r"[.!?:;\n•\"“”«»(]\s*$")
_ABBREVIATION: Final = re.compile(
    r"\b(?:mw|mevr|dhr|hr|dr|drs|mr|ing|ir|bv|bijv|o\.a|m\.a\.w|nr|tel|jl|evt)\.\s*$", re.IGNORECASE
)
_INTRODUCES: Final = re.compile(
    r"\b(?:heet|heette|heten|genaamd|naam is|noemt zich|mevrouw|mevr\.?|mw\.?|meneer|dhr\.?|de heer)\s+$",
    re.IGNORECASE,
)
_DAY: Final = re.compile(r"\b\d{1,2}[-/. ](?:\d{1,2}|[a-z]{3,9})[-/. ]\d{2,4}\b", re.IGNORECASE)
_MAIL: Final = re.compile(r"\b[\w.+-]+@[\w-]+\.[\w.]+\b")
_NINE_DIGITS: Final = re.compile(r"(?<!\d)\d{9}(?!\d)")
_LEAST_DIGITS: Final = 9
_ADULT_YEARS: Final = 5
"""A day that lies longer ago than this is more likely a birth than something that happened."""
_WORDS_OF_OURS: Final = (
    "municipalities",
    "disciplines",
    "exploitation_forms",
    "organisation_groups",
    "nationalities",
    "user_roles",
    "triage_disciplines",
)
_CAPITALS: Final = """
maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli augustus
september oktober november december nederland nederlands nederlandse belgie duitsland duits duitse engels engelse
frans franse spaans spaanse arabisch turks turkse pools poolse bulgaars roemeens oekraiens europa europese randstad
gooi vechtstreek amsterdam utrecht almere amersfoort rotterdam veilig thuis comensha avim politie ggd ggz mbo hbo vo
avg wmo aog whatsapp instagram snapchat telegram facebook tiktok onlyfans tinder marktplaats ik hij zij het een de er
als wat wie waar wanneer hoe kan mag moet is zijn ind coa azc uwv svb ocw om mma nla rvdk jgz wijkteam meldpunt god
kerst pasen ramadan suikerfeest offerfeest schiphol
"""


class Trace(StrEnum):
    """What could name somebody."""

    NAME = "name"
    PHONE = "phone"
    BIRTH = "birth"
    MAIL = "mail"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Found:
    """One trace: what it could be, and where in the text it stands."""

    kind: Trace
    start: int
    end: int


def traces(text: str, year: int) -> tuple[Found, ...]:
    """Return what could name somebody in ``text``, in its order; ``year`` is the present one."""
    looked_at = text[:LONGEST_TEXT]
    found = [*_phones(looked_at), *_numbers(looked_at), *_births(looked_at, year)]
    taken = [(one.start, one.end) for one in found]
    found += [one for one in _names(looked_at) if not any(a < one.end and one.start < b for a, b in taken)]
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


def kinds(text: str, year: int) -> tuple[Trace, ...]:
    """Return which kinds of traces there are, each once, in the order of :class:`Trace`."""
    there = {one.kind for one in traces(text, year)}
    return tuple(kind for kind in Trace if kind in there)


def _phones(text: str) -> Iterator[Found]:
    for match in phonenumbers.PhoneNumberMatcher(text, "NL", leniency=phonenumbers.Leniency.POSSIBLE):
        enough = sum(character.isdigit() for character in match.raw_string) >= _LEAST_DIGITS
        if enough and dates.parse_day(match.raw_string) is None:
            yield Found(Trace.PHONE, match.start, match.end)


def _numbers(text: str) -> Iterator[Found]:
    yield from (Found(Trace.MAIL, *match.span()) for match in _MAIL.finditer(text))
    yield from (
        Found(Trace.NUMBER, *match.span()) for match in _NINE_DIGITS.finditer(text) if _is_bsn(match[0])
    )


def _is_bsn(digits: str) -> bool:
    """Say whether nine digits pass the test of a citizen service number (elfproef)."""
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True)) % 11 == 0


def _births(text: str, year: int) -> Iterator[Found]:
    for match in _DAY.finditer(text):
        day = dates.parse_day(match[0])
        if day is not None and day.year < year - _ADULT_YEARS:
            yield Found(Trace.BIRTH, *match.span())


def _names(text: str) -> Iterator[Found]:
    """Yield words with a capital where none belongs, two beside each other as one name."""
    open_ = None
    for match in _WORD.finditer(text):
        if not _is_name(text, match):
            if open_:
                yield open_
            open_ = None
        elif open_ and not clean(text[open_.end : match.start()]):
            open_ = Found(Trace.NAME, open_.start, match.end())
        else:
            if open_:
                yield open_
            open_ = Found(Trace.NAME, *match.span())
    if open_:
        yield open_


def _is_name(text: str, match: re.Match[str]) -> bool:
    word, before = match[0], text[max(0, match.start() - _BEFORE) : match.start()]
    if not word[0].isupper() or plain(word) in _known() or (word.isupper() and len(word) > 1):
        return False
    if _INTRODUCES.search(before):
        return True
    if _SENTENCE_ENDS.search(before) and not _ABBREVIATION.search(before):
        return False
    return bool(before.strip() or text[: match.start()].strip())


@cache
def _known() -> frozenset[str]:
    """Return words with a capital that name nobody: places, offices, organisations, days."""
    labels = [term.nl for name in _WORDS_OF_OURS for term in vocabulary(name)]
    labels += [alias for name in _WORDS_OF_OURS for term in vocabulary(name) for alias in term.aliases]
    return frozenset(plain(word) for label in labels for word in label.split()) | frozenset(_CAPITALS.split())
