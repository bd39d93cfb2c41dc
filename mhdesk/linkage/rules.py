"""How much each agreement says, and from which score on a candidate is worth a look: the numbers of the engine.

They stand in ``resources/linkage/rules.toml`` with how they were measured; ``scripts/fit_linkage.py`` makes that file
from made-up registries.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any, Final

from mhdesk import resources
from mhdesk.linkage.births import Agreement
from mhdesk.linkage.vocabulary import KINDS


class Level(StrEnum):
    """How sure the engine is of a candidate; even ``CERTAIN`` is for a person to confirm."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNLIKELY = "unlikely"


SURE_ENOUGH: Final = frozenset({Level.CERTAIN, Level.PROBABLE})
"""What is worth saying of a person whom nobody asked about."""


@dataclass(frozen=True, slots=True)
class NameRates:
    """How often two records of one person agree so in a word of a name; by :class:`Likeness` in ``like``.

    ``other``: another name altogether; ``moved``: in the other field; ``added`` and ``dropped``: a further word
    in the new record, or only in the old one.
    """

    like: tuple[float, ...]
    other: float
    moved: float
    added: float
    dropped: float


@dataclass(frozen=True, slots=True)
class PhoneRates:
    """How often two records of one person, both with a telephone number, agree so in it."""

    same: float
    slip: float
    other: float


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From which score on (in bits) a candidate is certain, probable, possible."""

    certain: float
    probable: float
    possible: float


@dataclass(frozen=True, slots=True)
class Rules:
    """All numbers of the engine. ``births`` goes by :class:`~mhdesk.linkage.births.Agreement`."""

    names: NameRates
    births: tuple[float, ...]
    phones: PhoneRates
    thresholds: Thresholds

    def level(self, score: float) -> Level:
        """Return how sure a score is."""
        limits = self.thresholds
        if score >= limits.certain:
            return Level.CERTAIN
        if score >= limits.probable:
            return Level.PROBABLE
        return Level.POSSIBLE if score >= limits.possible else Level.UNLIKELY


@cache
def shipped() -> Rules:
    """Return the rules that mhdesk ships with; read once."""
    return parse(tomllib.loads(resources.path("linkage", "rules.toml").read_text(encoding="utf-8")))


def parse(told: Mapping[str, Any]) -> Rules:
    """Return rules from their file. Raises KeyError when a number is missing: a broken build."""
    names, births, phones, limits = (told[part] for part in ("names", "births", "phones", "thresholds"))
    return Rules(
        NameRates(
            tuple(names[kind.name.lower()] for kind in KINDS),
            *(names[rate] for rate in ("other", "moved", "added", "dropped")),
        ),
        tuple(births[kind.name.lower()] if kind else 1.0 for kind in Agreement),
        PhoneRates(phones["same"], phones["slip"], phones["other"]),
        Thresholds(*(limits[level]["score"] for level in ("certain", "probable", "possible"))),
    )
