"""What can be counted, and by what: each unit of count has dimensions of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from mhdesk.domain.signals import VICTIM
from mhdesk.domain.vocabulary import UNKNOWN, vocabulary
from mhdesk.errors import InputError


class Unit(StrEnum):
    """What one count counts; in a table of a unit everything counts once, so that its parts add up."""

    SIGNALS = "signals"
    PERSONS = "persons"
    NEEDS = "needs"


FORM: Final = "form"
MUNICIPALITY: Final = "municipality"
ROLE: Final = "role"
SEX: Final = "sex"
AGE: Final = "age"
NATIONALITY: Final = "nationality"
KIND: Final = "kind"
REASON: Final = "reason"
OUTSIDE: Final = "outside_region"

VOCABULARIES: Final[Mapping[Unit, Mapping[str, str]]] = {
    Unit.SIGNALS: {FORM: "exploitation_forms", MUNICIPALITY: "municipalities"},
    Unit.PERSONS: {
        ROLE: "involvement_roles",
        SEX: "sexes",
        AGE: "age_bands",
        NATIONALITY: "nationality_groups",
    },
    Unit.NEEDS: {KIND: "referral_purposes", REASON: "unmet_reasons", MUNICIPALITY: "municipalities"},
}
"""The dimensions of each unit, and the vocabulary of each dimension."""

_MOST_DIMENSIONS: Final = 2


@dataclass(frozen=True, slots=True)
class Split:
    """One table: what it counts, and the dimensions by which; two of them are crossed."""

    unit: Unit
    by: tuple[str, ...]

    @property
    def code(self) -> str:
        """Return the name of the table in files: "form_by_municipality", "persons_sex"."""
        before = () if self.unit is Unit.SIGNALS else (self.unit.value,)
        return "_".join((*before, "_by_".join(self.by)))

    def __str__(self) -> str:
        """Spell the table as :func:`parse_splits` reads it."""
        before = "" if self.unit is Unit.SIGNALS else f"{self.unit}:"
        return before + "*".join(self.by)

    def within(self) -> dict[str, tuple[str, ...]]:
        """Return to which codes of other dimensions the table is limited.

        Persons are the possible victims among them, unless the table tells roles apart: the ages of victims, witnesses
        and aggressors together say nothing.
        """
        return {ROLE: (VICTIM,)} if self.unit is Unit.PERSONS and ROLE not in self.by else {}

    def vocabulary(self, name: str) -> str:
        """Return the vocabulary of a dimension of this table."""
        return VOCABULARIES[self.unit][name]


DEFAULT_BY: Final = (FORM, MUNICIPALITY)

KNOWN: Final = tuple(str(Split(unit, (name,))) for unit, names in VOCABULARIES.items() for name in names)
"""Every dimension as it is spelled to count by it."""


def default_by(unit: Unit) -> tuple[str, ...]:
    """Return the tables that show a unit by each of its dimensions."""
    return tuple(str(Split(unit, (name,))) for name in VOCABULARIES[unit])


def parse_splits(wanted: Iterable[str]) -> tuple[Split, ...]:
    """Return the tables that are wanted: "form" of signals, "form*municipality" for a cross, "persons:sex" of others.

    Raises InputError for a dimension that is not counted by, one that is named twice in a table, and more than two.
    """
    splits = [_parse(text) for text in wanted]
    if not splits:
        raise InputError("figures.dimension_missing", known=", ".join(KNOWN))
    return tuple(dict.fromkeys(splits))


def _parse(text: str) -> Split:
    before, found, names = text.partition(":")
    if not found:
        before, names = Unit.SIGNALS, text
    by = tuple(part.strip() for part in names.split("*"))
    unit = next((one for one in Unit if one == before.strip()), None)
    if unit is None or any(name not in VOCABULARIES[unit] for name in by) or len(set(by)) != len(by):
        raise InputError("figures.dimension_unknown", name=text[:60], known=", ".join(KNOWN))
    if len(by) > _MOST_DIMENSIONS:
        raise InputError("figures.dimensions_too_many", name=text[:60])
    return Split(unit, by)


def nationality_group(code: str) -> str:
    """Return the group in which figures count a nationality."""
    if code in {"", UNKNOWN}:
        return UNKNOWN
    groups = (term.code for term in vocabulary("nationality_groups") if code in term.get("members").split())
    return next(groups, "other")
