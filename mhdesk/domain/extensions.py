"""Waiting that is prolonged: the place of each decision to wait in its chain, and since when somebody waits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final


@dataclass(frozen=True, slots=True)
class Extension:
    """The place of a "not yet" in a chain of them: 0 began it, and everybody waits since ``since``."""

    number: int = 0
    since: date | None = None


NONE: Final = Extension()
"""A decision that does not wait, or the first that does."""


def chain(waits: Iterable[tuple[bool, date | None]]) -> list[Extension]:
    """Return the place of each decision, oldest first; each is told as whether it is a "not yet", and its day.

    Every "not yet" after a "not yet" is an extension of its own (Wmo 2015 art. 5.3.1 lid 2: "telkens"); any other
    decision ends the chain.
    """
    found: list[Extension] = []
    last: Extension | None = None
    for waiting, day in waits:
        if not waiting:
            last = None
        elif last is None:
            last = Extension(0, day)
        else:
            last = Extension(last.number + 1, last.since)
        found.append(last or NONE)
    return found
