"""How tables of figures are wanted: what they count, by what, of which part, and which categories stand together.

Each table has a spelling, the same on the command line, in templates and in the ledger:

    form                        signals by form
    form*municipality           crossed, with all totals
    persons:sex                 another unit of count
    form[criminal+other]        categories that stand together as one (more of them: [a+b|c+d])
    labour, minor, dutch        groupings with a name of their own (decisions have choice)
    month, quarter              the parts of the period
    period, period-3            the period beside one or three earlier ones
    form@municipality=GM0376    limited to one or more (joined by +) codes of another dimension
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final, TypeAlias

from mhdesk.domain.figures import (
    AGE,
    CHOICE,
    FORM,
    GROUND,
    MUNICIPALITY,
    NATIONALITY,
    ROLE,
    SHOWN,
    VOCABULARIES,
    Unit,
)
from mhdesk.domain.periods import Period
from mhdesk.domain.signals import VICTIM
from mhdesk.domain.vocabulary import vocabulary
from mhdesk.errors import InputError

Codes: TypeAlias = tuple[str, ...]

MONTH: Final = "month"
QUARTER: Final = "quarter"
PERIOD: Final = "period"
TIME: Final = "time"
"""The dimension of which months, quarters and periods are categories."""

GROUPINGS: Final[Mapping[str, tuple[str, str]]] = {
    "labour": (FORM, "labour_groups"),
    "minor": (AGE, "majority_groups"),
    "dutch": (NATIONALITY, "dutch_groups"),
    CHOICE: (GROUND, "choice_groups"),
}
"""Groupings with a name: of which dimension, and the vocabulary whose terms have the codes of it as members."""

DEFAULT_BY: Final = (FORM, MUNICIPALITY)
_MOST_DIMENSIONS: Final = 2
_MOST_EARLIER: Final = 12
_COLUMN: Final = re.compile(r"(?P<name>[a-z_]+)(?:-(?P<back>\d{1,2}))?(?:\[(?P<merged>[A-Za-z0-9_+|]+)\])?")


@dataclass(frozen=True, slots=True)
class Row:
    """One category of a table: the code under which it is known, and the codes that stand together in it."""

    code: str
    members: Codes

    @property
    def key(self) -> str:
        """Return the codes together as one word: what the ledger calls this category, whatever its name."""
        return "+".join(self.members)


@dataclass(frozen=True, slots=True)
class Column:
    """One dimension as a table shows it: with categories ``merged``, or beside ``back`` earlier periods."""

    name: str
    merged: tuple[Codes, ...] = ()
    back: int = 0

    @property
    def base(self) -> str:
        """Return the dimension in which things are counted for this."""
        if self.name in {MONTH, QUARTER, PERIOD}:
            return TIME
        return GROUPINGS[self.name][0] if self.name in GROUPINGS else self.name

    @property
    def is_grouped(self) -> bool:
        """Say whether some category takes several codes of the dimension together."""
        return bool(self.merged) or self.base != self.name

    def rows(self, codes: Iterable[str]) -> tuple[Row, ...]:
        """Return the categories in their order; ``codes`` are those of the dimension. What is merged comes last."""
        if self.name in GROUPINGS:
            terms = vocabulary(GROUPINGS[self.name][1])
            return tuple(Row(term.code, tuple(term.get("members").split())) for term in terms)
        together = {code for group in self.merged for code in group}
        known = tuple(codes)
        alone = [Row(code, (code,)) for code in known if code not in together]
        groups = [tuple(code for code in known if code in group) for group in self.merged]
        return (*alone, *(Row("+".join(group), group) for group in groups if group))

    def periods(self, period: Period) -> tuple[Period, ...]:
        """Return the categories of time, oldest first."""
        if self.name == PERIOD:
            return (*period.before(self.back), period)
        return period.parts(1 if self.name == MONTH else 3)


@dataclass(frozen=True, slots=True)
class Split:
    """One table: what it counts, and the dimensions by which (as they are spelled); two of them are crossed.

    ``only``: the codes of other dimensions to which the table is limited.
    """

    unit: Unit
    by: tuple[str, ...]
    only: tuple[tuple[str, Codes], ...] = ()

    @property
    def columns(self) -> tuple[Column, ...]:
        """Return the dimensions by which."""
        return tuple(_column(spelled) for spelled in self.by)

    @property
    def code(self) -> str:
        """Return the name of the table in files: "form_by_municipality", "persons_sex"."""
        before = () if self.unit is Unit.SIGNALS else (self.unit.value,)
        plain = "_".join(
            (*before, "_by_".join(self.by), *(f"{name}_{'_'.join(codes)}" for name, codes in self.only))
        )
        return re.sub(r"[^a-z0-9]+", "_", plain.lower()).strip("_")

    def __str__(self) -> str:
        """Spell the table as :func:`parse_splits` reads it."""
        before = "" if self.unit is Unit.SIGNALS else f"{self.unit}:"
        limits = "".join(f"@{name}={'+'.join(codes)}" for name, codes in self.only)
        return before + "*".join(self.by) + limits

    def within(self) -> dict[str, Codes]:
        """Return to which codes of other dimensions the table is limited.

        Persons are the possible victims among them, unless the table tells roles apart: the ages of victims, witnesses
        and aggressors together say nothing.
        """
        limits = dict(self.only)
        if self.unit is Unit.PERSONS and ROLE not in self.by:
            limits.setdefault(ROLE, (VICTIM,))
        return limits

    def vocabulary(self, name: str) -> str:
        """Return the vocabulary of what a column of this table shows."""
        return GROUPINGS[name][1] if name in GROUPINGS else VOCABULARIES[self.unit][name]

    def spans(self, period: Period) -> tuple[Period, ...]:
        """Return the periods of which something is counted in this table."""
        beside = [column.periods(period) for column in self.columns if column.name == PERIOD]
        return beside[0] if beside else (period,)


@cache
def _column(spelled: str) -> Column:
    """Read one dimension. Raises ValueError for what is spelled wrongly; whether it exists is not looked at."""
    found = _COLUMN.fullmatch(spelled)
    if found is None or (found["back"] and found["name"] != PERIOD):
        raise ValueError("no dimension is spelled like that")
    groups = tuple(tuple(part.split("+")) for part in (found["merged"] or "").split("|") if part)
    return Column(found["name"], groups, int(found["back"] or "1") if found["name"] == PERIOD else 0)


KNOWN: Final = tuple(str(Split(unit, (name,))) for unit, names in VOCABULARIES.items() for name in names)
"""Every dimension as it is spelled to count by it."""


def default_by(unit: Unit) -> tuple[str, ...]:
    """Return the tables that show a unit where nobody chose."""
    return tuple(str(Split(unit, (name,))) for name in SHOWN[unit])


def parse_splits(wanted: Iterable[str]) -> tuple[Split, ...]:
    """Return the tables that are wanted, each once; for how they are spelled see the head of this module.

    Raises InputError for a dimension or category that is not counted by, one that is named twice in a table, and more
    than two dimensions.
    """
    splits = [_parse(text) for text in wanted]
    if not splits:
        raise InputError("figures.dimension_missing", known=", ".join(KNOWN))
    return tuple(dict.fromkeys(splits))


def _parse(text: str) -> Split:
    table, *limits = text.strip().split("@")
    before, found, names = table.partition(":")
    if not found:
        before, names = Unit.SIGNALS, table
    unit = next((one for one in Unit if one == before.strip()), None)
    try:
        if unit is None:
            raise ValueError("no such unit")
        split = Split(unit, tuple(part.strip() for part in names.split("*")), tuple(map(_limit, limits)))
        _check(split)
    except ValueError:
        raise InputError("figures.dimension_unknown", name=text[:60], known=", ".join(KNOWN)) from None
    if len(split.by) > _MOST_DIMENSIONS:
        raise InputError("figures.dimensions_too_many", name=text[:60])
    return split


def _limit(text: str) -> tuple[str, Codes]:
    name, _, codes = text.partition("=")
    return name.strip(), tuple(code.strip() for code in codes.split("+"))


def _check(split: Split) -> None:
    """Raise ValueError unless every dimension and category is one of the unit, and each dimension stands there once."""
    names = [column.base for column in split.columns] + [name for name, _ in split.only]
    known = VOCABULARIES[split.unit]
    if len(set(names)) != len(names) or any(name not in known and name != TIME for name in names):
        raise ValueError("a dimension twice, or one of another unit")
    for column in split.columns:
        merged = [code for group in column.merged for code in group]
        least = 1 if column.name == PERIOD else 0
        wrong = merged and (column.name not in known or len(set(merged)) != len(merged))
        if (
            wrong
            or any(len(group) < 2 for group in column.merged)
            or not least <= column.back <= _MOST_EARLIER
        ):
            raise ValueError("categories that cannot stand together")
        _check_codes(known, column.name, merged)
    for name, codes in split.only:
        _check_codes(known, name, codes)


def _check_codes(known: Mapping[str, str], name: str, codes: Iterable[str]) -> None:
    if any(name not in known or code not in vocabulary(known[name]) for code in codes):
        raise ValueError("a category that is not in the vocabulary")
