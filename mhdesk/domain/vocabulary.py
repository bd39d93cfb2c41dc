"""The region's lists of words: codes with labels, sources and dates of validity.

Each list is one file ``resources/vocabulary/<name>.toml``. A code once used is never deleted,
only ended (``valid_to``): old records keep their meaning. A list that ``extends`` another one has its terms first.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from mhdesk import resources, wording
from mhdesk.domain.text import plain

UNKNOWN: Final = "unknown"


@dataclass(frozen=True, slots=True)
class Term:
    """One word of a vocabulary.

    ``aliases`` are spellings found in spreadsheets; ``extra`` keeps what only some lists have
    (``htcds`` code, ``clock`` …) as plain strings.
    """

    code: str
    nl: str
    en: str
    valid_from: date | None = None
    valid_to: date | None = None
    source: str = ""
    aliases: tuple[str, ...] = ()
    extra: tuple[tuple[str, str], ...] = ()

    def label(self) -> str:
        """Return the word in the language in use."""
        return self.nl if wording.language() == "nl" else self.en

    def get(self, key: str, default: str = "") -> str:
        """Return an extra property of the term."""
        return dict(self.extra).get(key, default)

    def is_valid_on(self, day: date) -> bool:
        """Say whether the term may be chosen for something that happened on ``day``."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day < self.valid_to)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A list of terms in the order in which they are always shown."""

    name: str
    terms: tuple[Term, ...]

    def __iter__(self) -> Iterator[Term]:
        return iter(self.terms)

    def __contains__(self, code: str) -> bool:
        return code in _by_code(self.name)

    def __getitem__(self, code: str) -> Term:
        return _by_code(self.name)[code]

    def codes(self) -> tuple[str, ...]:
        """Return all codes in order."""
        return tuple(term.code for term in self.terms)

    def label(self, code: str) -> str:
        """Return the word for ``code``, or the code itself if this version does not know it."""
        known = _by_code(self.name).get(code)
        return known.label() if known else code

    def find(self, text: str) -> Term | None:
        """Return the term that ``text`` spells (code, label in either language or alias), else None."""
        return _by_spelling(self.name).get(plain(text))


@cache
def vocabulary(name: str) -> Vocabulary:
    """Return the vocabulary ``name``; read once from its file."""
    rows = tomllib.loads(resources.path("vocabulary", f"{name}.toml").read_text(encoding="utf-8"))
    first = vocabulary(rows["extends"]).terms if "extends" in rows else ()
    return Vocabulary(name, (*first, *(_term(row, rows.get("source", "")) for row in rows["term"])))


def _term(row: dict[str, object], source: str) -> Term:
    fixed = {"code", "nl", "en", "valid_from", "valid_to", "source", "aliases"}
    begun, ended, aliases = row.get("valid_from"), row.get("valid_to"), row.get("aliases", [])
    return Term(
        code=str(row["code"]),
        nl=str(row["nl"]),
        en=str(row["en"]),
        valid_from=begun if isinstance(begun, date) else None,
        valid_to=ended if isinstance(ended, date) else None,
        source=str(row.get("source", source)),
        aliases=tuple(str(alias) for alias in aliases) if isinstance(aliases, list) else (),
        extra=tuple((key, str(value)) for key, value in row.items() if key not in fixed),
    )


@cache
def _by_code(name: str) -> dict[str, Term]:
    return {term.code: term for term in vocabulary(name)}


@cache
def _by_spelling(name: str) -> dict[str, Term]:
    found: dict[str, Term] = {}
    for term in vocabulary(name):
        for spelling in (term.code, term.nl, term.en, *term.aliases):
            found.setdefault(plain(spelling), term)
    return found
