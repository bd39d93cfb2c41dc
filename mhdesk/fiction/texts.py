"""The shipped words of the fiction, and how sentences are made of them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from string import Formatter
from typing import Any

from mhdesk import resources
from mhdesk.fiction.dice import Dice

Words = Mapping[str, Sequence[str]]


@cache
def load(name: str) -> dict[str, Any]:
    """Return one file of ``resources/fiction``; read once."""
    return tomllib.loads(resources.path("fiction", f"{name}.toml").read_text(encoding="utf-8"))


@cache
def _pieces(sentence: str) -> tuple[tuple[str, str], ...]:
    """Return a sentence as (plain text, name of the word that follows it)."""
    return tuple((plain, name or "") for plain, name, _, _ in Formatter().parse(sentence))


def fill_in(sentence: str, words: Words, dice: Dice) -> str:
    """Return ``sentence`` with each {name} replaced by one of its words, which may have {names} themselves.

    {Name} is the word of ``name`` with a capital. Raises KeyError for a name that ``words`` lacks.
    """
    made = []
    for plain, name in _pieces(sentence):
        made.append(plain)
        if name:
            word = fill_in(dice.pick(words[name.lower()]), words, dice)
            made.append(word if name[0].islower() else word[0].upper() + word[1:])
    return "".join(made)
