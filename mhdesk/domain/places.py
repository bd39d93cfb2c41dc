"""Places in shelter as people say them: a part of one is possible, such as half an emergency place."""

from __future__ import annotations

import re
from typing import Final

from mhdesk import wording
from mhdesk.domain.problems import Problem
from mhdesk.domain.text import clean

MOST_PLACES: Final = 999
_PARTS: Final = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_NUMBER: Final = re.compile(r"(\d{1,3})(?:[.,](\d{1,2}))?", re.ASCII)
_WITH_PART: Final = re.compile(r"(\d{0,3})\s*([½¼¾])", re.ASCII)


def parse_places(text: str) -> float | None:
    """Return how many places ``text`` says (``0,5``, ``0.5``, ``½``, ``1½``, ``2``), None when it says no number."""
    typed = clean(text)
    if match := _WITH_PART.fullmatch(typed):
        return int(match[1] or 0) + _PARTS[match[2]]
    if match := _NUMBER.fullmatch(typed):
        return float(f"{match[1]}.{match[2] or 0}")
    return None


def display_places(places: float) -> str:
    """Return a number of places as people write it in the language in use: ``0,5``, ``2``."""
    written = f"{places:.2f}".rstrip("0").rstrip(".")
    return written.replace(".", ",") if wording.language() == "nl" else written


def places_problems(name: str, text: str) -> list[Problem]:
    """Return a problem when something is typed that is no number of places."""
    if not clean(text) or parse_places(text) is not None:
        return []
    return [Problem(name, "network.places_unreadable", {"most": MOST_PLACES})]
