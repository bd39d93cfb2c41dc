"""Leads: what a signal tells without naming anybody, and by what the same lead is recognised however it was typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from mhdesk.domain import phones
from mhdesk.domain.problems import Problem
from mhdesk.domain.text import LONGEST_TEXT, clean, fold, plain
from mhdesk.domain.vocabulary import vocabulary

MOST_LEADS: Final = 20
LONGEST_LEAD: Final = 500


class LeadKind(StrEnum):
    """What a lead is."""

    ADVERTISEMENT = "advertisement"
    ADDRESS = "address"
    PHONE = "phone"
    VEHICLE = "vehicle"
    BUSINESS = "business"
    ACCOUNT = "account"


REACHES_A_PERSON: Final = frozenset({LeadKind.PHONE, LeadKind.ACCOUNT})
"""What leads straight to somebody: no lead for advice, which holds no data of persons concerned."""


@dataclass(slots=True)
class LeadDraft:
    """A lead as typed."""

    kind: str = LeadKind.ADVERTISEMENT
    text: str = ""
    note: str = ""

    def is_blank(self) -> bool:
        """Say whether nothing was typed besides the kind."""
        return not clean(self.text) and not clean(self.note)

    def validate(self) -> list[Problem]:
        """Return what must be mended before this can be recorded."""
        problems = [] if self.kind in vocabulary("lead_kinds") else [Problem("kind", "draft.choice_unknown")]
        if not clean(self.text):
            return [*problems, Problem("text", "lead.text_missing")]
        if len(clean(self.text)) > LONGEST_LEAD:
            problems.append(Problem("text", "draft.too_long", {"most": LONGEST_LEAD}))
        if len(clean(self.note)) > LONGEST_TEXT:
            problems.append(Problem("note", "draft.too_long", {"most": LONGEST_TEXT}))
        if self.kind == LeadKind.PHONE and phones.normalise(self.text) is None:
            problems.append(Problem("text", "lead.phone_unreadable"))
        return problems


@dataclass(frozen=True, slots=True)
class LeadView:
    """A lead as it is recorded."""

    id: int
    version: int
    kind: str
    text: str
    note: str
    recorded_at: datetime
    recorded_by: str


def kept_text(kind: str, text: str) -> str:
    """Return a lead as it is kept: a number as people read numbers, anything else as it was typed, cleaned."""
    number = phones.normalise(text) if kind == LeadKind.PHONE else None
    return phones.display(number) if number else clean(text)


def keys(kind: str, text: str) -> tuple[str, ...]:
    """Return the strings of which two leads must share one to be the same; nothing readable has none.

    They never change for the same lead: a registry stores them, encrypted as everything in it.
    """
    found = _KEYS[LeadKind(kind)](clean(text)) if kind in _KEYS else ()
    return tuple(dict.fromkeys(key for key in found if key))


def search_forms(kind: str, text: str) -> tuple[str, ...]:
    """Return the words by which a lead is found besides those that were typed."""
    if kind == LeadKind.PHONE:
        number = phones.normalise(text)
        return phones.search_forms(number) if number else ()
    if kind == LeadKind.VEHICLE:
        return tuple(_plates(text))
    return ()


# --- phones and plates -------------------------------------------------------------------------

# Three groups, each of letters or of digits: so are all Dutch plates (RDW, sidecodes 1 to 14), six signs together.
_GROUP: Final = r"(?:[a-z]{1,3}|\d{1,3})"
_DUTCH_PLATE: Final = re.compile(rf"(?<![a-z0-9]){_GROUP}-?{_GROUP}-?{_GROUP}(?![a-z0-9])")
_PLATE_LENGTH: Final = 6
_SHORTEST_PLATE: Final = 4
_LONGEST_PLATE: Final = 10
_MOST_GROUPS: Final = 4


def plate(text: str) -> str:
    """Return the plate that ``text`` is, whatever stands between its groups: ``12-ABC-3`` is ``12abc3``, else ""."""
    bare = _bare(text)
    fits = _SHORTEST_PLATE <= len(bare) <= _LONGEST_PLATE and len(text.split()) <= _MOST_GROUPS
    return bare if fits and _is_mixed(bare) else ""


def _plates(text: str) -> Iterator[str]:
    """Yield the plate that was typed, alone or among words that describe a car; foreign ones as they are."""
    if alone := plate(text):
        yield alone
        return
    for found in _DUTCH_PLATE.findall(fold(text)):
        bare = _bare(found)
        if len(bare) == _PLATE_LENGTH and _is_mixed(bare):
            yield bare


def _is_mixed(bare: str) -> bool:
    return any(c.isalpha() for c in bare) and any(c.isdigit() for c in bare)


def _bare(text: str) -> str:
    return "".join(c for c in fold(text) if c.isalnum())


def _vehicle(text: str) -> Iterator[str]:
    found = False
    for one in _plates(text):
        found = True
        yield f"plate:{one}"
    if not found and plain(text):
        yield f"plate:{plain(text)}"


def _phone(text: str) -> Iterator[str]:
    if number := phones.normalise(text):
        yield f"phone:{number}"


# --- addresses ---------------------------------------------------------------------------------

_POSTCODE: Final = re.compile(r"\b([1-9][0-9]{3})\s?([a-z]{2})\b")
_NUMBERED: Final = re.compile(r"(\d+)([a-z]{0,4})")
_ADDITION: Final = re.compile(r"[a-z]|bis|hs|\d{1,3}")


def _address(text: str) -> Iterator[str]:
    """Yield postcode with number, and street with number and place."""
    folded = fold(text)
    code = _POSTCODE.search(folded)
    words = plain(_POSTCODE.sub(" ", folded, count=1)).split()
    street, number, place = _street(words, alone=code is not None)
    if code and number:
        yield f"address:{code[1]}{code[2]} {number}"
    if street and number:
        yield " ".join(filter(None, (f"address:{street}", number, place)))
    elif not number and words:
        yield f"address:{' '.join(words)}"


def _street(words: list[str], *, alone: bool) -> tuple[str, str, str]:
    """Return street, house number with its addition, and place; a number in front counts only ``alone``."""
    for at, word in enumerate(words):
        if not (found := _NUMBERED.fullmatch(word)) or (at == 0 and not alone):
            continue
        number, after = found[1].lstrip("0") + found[2], at + 1
        if not found[2] and after < len(words) and _ADDITION.fullmatch(words[after]):
            number, after = f"{number}{'-' if words[after].isdigit() else ''}{words[after]}", after + 1
        return " ".join(words[:at]), number, " ".join(words[after:])
    return "", "", ""


# --- what stands on the internet ------------------------------------------------------------------

_TRACKING: Final = re.compile(r"utm_\w*|gclid|fbclid|msclkid|igshid|ref|source|share\w*|si")
_SITE: Final = re.compile(r"(?:https?://)?((?:[\w-]+\.)+[a-z]{2,})(?::\d+)?(/\S*|\?\S*)?", re.IGNORECASE)
_AD_NUMBER: Final = re.compile(r"\d{5,}")
_HANDLE: Final = re.compile(r"(?<![\w.])@([\w.-]*\w)")
_MAIL: Final = re.compile(r"[\w.+-]+@(?:[\w-]+\.)+[a-z]{2,}")


def _advertisement(text: str) -> Iterator[str]:
    """Yield the address of the page, and the site with each number of an advertisement on it."""
    folded = fold(text)
    site = _SITE.search(folded)
    if site is None:
        yield f"ad:{plain(text)}" if plain(text) else ""
        return
    host = re.sub(r"^(?:www|m)\.", "", site[1])
    page = _page(host, site[2] or "")
    numbers = _AD_NUMBER.findall(folded)
    if page != host or not numbers:
        yield f"url:{page}"
    for number in numbers:
        yield f"ad:{host} {number}"


def _page(host: str, rest: str) -> str:
    whole, _, _ = rest.partition("#")
    path, _, asked = whole.partition("?")
    named = [pair for pair in asked.split("&") if pair.partition("=")[2]]
    kept = sorted(pair for pair in named if not _TRACKING.fullmatch(pair.partition("=")[0]))
    return "?".join(filter(None, (f"{host}{path.rstrip('/.,;)')}", "&".join(kept))))


def _account(text: str) -> Iterator[str]:
    """Yield the name of the account, on whatever site it is."""
    folded = fold(text)
    if mail := _MAIL.search(folded):
        yield f"account:{mail[0]}"
    elif handle := _HANDLE.search(folded):
        yield f"account:{handle[1]}"
    elif (site := _SITE.fullmatch(folded)) and site[2]:
        first = next(filter(None, re.split(r"[?#]", site[2])[0].split("/")), "")
        yield f"account:{first.lstrip('@')}" if first else ""
    elif folded.split():
        yield f"account:{' '.join(folded.split())}"


# --- businesses ----------------------------------------------------------------------------------

_CHAMBER: Final = re.compile(r"(?:kvk[\s:.-]*(?:nr|nummer)?[\s:.-]*)?(?<!\d)(\d{8})(?!\d)")
_LEGAL_FORM: Final = re.compile(r"(?:\s(?:b ?v|n ?v|c ?v|v ?o ?f|holding))+$")


def _business(text: str) -> Iterator[str]:
    """Yield the number at the chamber of commerce, and the name without its legal form."""
    folded = fold(text)
    for number in _CHAMBER.findall(folded):
        yield f"kvk:{number}"
    if name := _LEGAL_FORM.sub("", plain(_CHAMBER.sub(" ", folded))):
        yield f"business:{name}"


_KEYS: Final = {
    LeadKind.ADVERTISEMENT: _advertisement,
    LeadKind.ADDRESS: _address,
    LeadKind.PHONE: _phone,
    LeadKind.VEHICLE: _vehicle,
    LeadKind.BUSINESS: _business,
    LeadKind.ACCOUNT: _account,
}
