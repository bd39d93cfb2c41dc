"""Telephone numbers in any spelling, as one spelling."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

import phonenumbers

from mhdesk.domain.text import clean

_HOME: Final = "NL"
_ALLOWED: Final = re.compile(r"[+0-9 ()./-]+")
_PLAIN_DUTCH: Final = re.compile(r"0[1-9][0-9]{8}")
# What web pages and word processors put for a hyphen or nothing at all; NFKC mends their spaces.
_PASTED: Final = {
    **dict.fromkeys(map(ord, "\u2010\u2012\u2013\u2014\u2212"), "-"),
    ord("\u200b"): None,
    ord("\ufeff"): None,
}


def normalise(text: str) -> str | None:
    """Return ``text`` in E.164 (``+31612345678``), or None when it is no telephone number.

    A number without a country code is read as Dutch, as the reader of a note would. Numbers that
    do not exist are kept as long as their length is possible: what was noted was noted.
    """
    if _PLAIN_DUTCH.fullmatch(text):
        return f"+31{text[1:]}"  # what the parser finds too, two hundred times as fast: tests compare
    typed = unicodedata.normalize("NFKC", clean(text)).translate(_PASTED)
    if not _ALLOWED.fullmatch(typed):
        return None
    try:
        number = phonenumbers.parse(typed, _HOME)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_possible_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def display(e164: str) -> str:
    """Return a stored number as people read it: ``06 12345678``, foreign ones with their code."""
    try:
        number = phonenumbers.parse(e164, _HOME)
    except phonenumbers.NumberParseException:
        return e164
    national = number.country_code == phonenumbers.country_code_for_region(_HOME)
    style = (
        phonenumbers.PhoneNumberFormat.NATIONAL if national else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    )
    return phonenumbers.format_number(number, style)


def search_forms(e164: str) -> tuple[str, ...]:
    """Return the digit strings under which a number can be found: with and without its code."""
    digits = e164.lstrip("+")
    national = "0" + digits[2:] if digits.startswith("31") else digits
    return tuple(dict.fromkeys((digits, national)))
