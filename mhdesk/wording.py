"""Turn codes into sentences, below the window.

The window translates its own texts with Qt's ``tr()``. Everything under it (rules, errors,
command line, reports) knows no Qt: it speaks in codes, and this module holds the one place
where a code becomes Dutch or English. The sentence of ``area.name`` is the key ``name`` in
``resources/i18n/messages/<language>/<area>.toml``; a test keeps both languages complete and alike
in parameters.
"""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Final

from mhdesk import resources

LANGUAGES: Final = ("nl", "en")
_language = "nl"


def use_language(language: str) -> None:
    """Make ``language`` ("nl" or "en") the one that :func:`say` speaks from now on."""
    global _language  # noqa: PLW0603 - one process speaks one language, as Qt's translator does
    if language not in LANGUAGES:
        raise ValueError(language)
    _language = language


def language() -> str:
    """Return the language in use: "nl" unless another was chosen."""
    return _language


@cache
def _area(language: str, area: str) -> dict[str, str]:
    """Return the sentences of one area by name; read once."""
    text = resources.path("i18n", "messages", language, f"{area}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def say(code: str, /, **params: object) -> str:
    """Return the sentence of ``code`` with its parameters filled in.

    Raises KeyError for an unknown code: a code without a sentence is a bug that tests find.
    """
    area, _, name = code.partition(".")
    return _area(_language, area)[name].format(**params)


def count(noun: str, number: int, shown: str = "") -> str:
    """Return a number with its noun: "1 signaal", "12 signalen".

    ``noun`` is "signal", "person", "log_line" or "other" (things recorded); ``shown`` is the number as it is written in
    the window, with its separators.
    """
    return say(f"counts.one_{noun}" if number == 1 else f"counts.{noun}s", count=shown or number)


def in_every_language(code: str) -> frozenset[str]:
    """Return a sentence without parameters as each language has it: what was kept may be in any of them."""
    area, _, name = code.partition(".")
    return frozenset(_area(language, area)[name] for language in LANGUAGES)
