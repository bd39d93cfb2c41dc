"""Recognise somebody for certain enough to link without asking: equal name with equal phone or birth date.

A wrong link shows one person's history under another's name, so everything less equal than this is only
ever proposed to somebody who decides.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from mhdesk.domain.dates import Birth
from mhdesk.domain.text import fold

_WHOLE_DATE: Final = len("2004-05-12")
# A letter that a file lost. It counts, so that ?erban is not taken for Erban.
_LOST: Final = "?"


def keys(first_names: str, last_name: str, phone: str | None, birth: Birth | None) -> tuple[str, ...]:
    """Return the strings of which two persons must share one to be linked without asking.

    ``phone`` is in E.164. Names count as a whole, folded, so that it does not matter how they were split.
    A part of a date or an estimated birth makes no key, nor does a nameless person. The strings never change
    for the same person: a registry stores them, encrypted as everything in it.
    """
    name = _whole_name(f"{first_names} {last_name}")
    if not name:
        return ()
    found = [f"name {name} phone {phone}"] if phone else []
    if birth and not birth.estimated and len(birth.on) == _WHOLE_DATE:
        found.append(f"name {name} birth {birth.on}")
    return tuple(found)


def same(some: Iterable[str], others: Iterable[str]) -> bool:
    """Say whether two persons, given by their :func:`keys`, are the same for certain."""
    return not set(some).isdisjoint(others)


def _whole_name(name: str) -> str:
    spelled = "".join(c if c.isalnum() or c == _LOST else " " for c in fold(name))
    return " ".join(spelled.split()) if any(c.isalnum() for c in spelled) else ""
