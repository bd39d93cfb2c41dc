"""Recognise the organisations of the region in the spellings that people use."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from typing import Final

from mhdesk import resources
from mhdesk.domain.text import clean, plain

# What stands between two organisations; a slash without spaces may also be part of one (politie/AVIM).
_BETWEEN: Final = (re.compile(r"\s+/\s+|[,;+&]|\s+en\s+"), re.compile(r"[/,;+&]|\s+en\s+"))


@cache
def _partners() -> tuple[tuple[str, str], ...]:
    """Return each spelling of the starting list with the name that it stands for."""
    text = resources.path("vocabulary", "partners.toml").read_text(encoding="utf-8")
    rows = tomllib.loads(text)["organisation"]
    return tuple(
        (spelling, row["name"]) for row in rows for spelling in (row["name"], *row.get("aliases", ()))
    )


class Organisations:
    """The organisations that a cell may name: the starting list and those that a registry added."""

    def __init__(self, added: Iterable[str] = ()) -> None:
        self._exact: dict[str, set[str]] = {}
        self._plain: dict[str, set[str]] = {}
        for spelling, name in (*_partners(), *((name, name) for name in added)):
            self._exact.setdefault(clean(spelling).casefold(), set()).add(name)
            self._plain.setdefault(plain(spelling), set()).add(name)

    def find(self, text: str) -> str | None:
        """Return the name under which the list has ``text``; None when it stands for none, or for several."""
        exact = self._exact.get(clean(text).casefold(), set())
        fitting = exact or self._plain.get(plain(text), set())
        return next(iter(fitting)) if len(fitting) == 1 else None

    def find_all(self, text: str) -> tuple[str, ...]:
        """Return every organisation in ``Moviera / GGZ``; nothing when one of them is not known."""
        for parts in ([text], *(between.split(text) for between in _BETWEEN)):
            names = [self.find(part) for part in parts]
            if all(names):
                return tuple(dict.fromkeys(name for name in names if name))
        return ()
