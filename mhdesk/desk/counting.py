"""Count the finest cells of a period and of everything published about it before, each unit of count by itself.

The atoms of the protection are all dimensions that tables of a unit use x slice of time. Slices are cut wherever a
published period begins or ends and wherever a municipality came or went, so that a quarter inside a published
year, or the part that two periods share, is seen for what it is: the same signals told twice.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise, product
from typing import Any

from mhdesk.desk.tallying import existed, tally
from mhdesk.disclosure import CellId, Dimension, Published, Rules, Space, System, Table
from mhdesk.domain.figures import MUNICIPALITY, VOCABULARIES, Split, Unit
from mhdesk.domain.periods import Period
from mhdesk.domain.registries import NO_MUNICIPALITY
from mhdesk.domain.vocabulary import vocabulary
from mhdesk.store import releases
from mhdesk.store.database import Connection
from mhdesk.store.releases import Release

SLICE = "slice"
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Counted:
    """The true counts of one unit in a period under the wanted tables, and what was published about its days before.

    ``releases`` are the numbers of the publications that ``earlier`` rebuilds.
    """

    unit: Unit
    period: Period
    splits: tuple[Split, ...]
    space: Space
    slices: tuple[Period, ...]
    tables: tuple[Table, ...]
    system: System
    earlier: tuple[Published, ...]
    releases: tuple[str, ...]

    def codes(self, dimension: str) -> tuple[str, ...]:
        """Return the codes of a dimension that its table shows: a municipality only while it existed."""
        codes = self.space.dimension(dimension).codes
        return tuple(code for code in codes if dimension != MUNICIPALITY or existed(code, self.period))

    def cell(self, split: Split, codes: Sequence[str | None]) -> CellId:
        """Return the figure in the table ``split`` under these codes; None stands for the total."""
        chosen = {name: (code,) for name, code in zip(split.by, codes, strict=True) if code is not None}
        when = {SLICE: _slices_within(self.slices, self.period)}
        return self.space.identify({**split.within(), **chosen, **when})


def count(
    connection: Connection, municipalities: Sequence[str], period: Period, splits: Sequence[Split]
) -> tuple[Counted, ...]:
    """Count ``period``, each unit of ``splits`` by itself. ``municipalities`` are those of the registry."""
    told = releases.all_of(connection)
    units = dict.fromkeys(split.unit for split in splits)
    return tuple(
        _count(connection, municipalities, period, [split for split in splits if split.unit is unit], told)
        for unit in units
    )


def _count(
    connection: Connection,
    municipalities: Sequence[str],
    period: Period,
    splits: Sequence[Split],
    told: Sequence[Release],
) -> Counted:
    unit = splits[0].unit
    touching = _touching(period, [release for release in told if _tables_of(release, unit)])
    slices = _slices([period, *(release.period for release in touching)])
    names = _used(unit, splits, [table for release in touching for table in _tables_of(release, unit)])
    shown = _shown(municipalities)
    when = Dimension(SLICE, tuple(part.code() for part in slices), sensitive=False)
    space = Space((*(_dimension(unit, name, shown) for name in names), when))
    within = {SLICE: _slices_within(slices, period)}
    tables = tuple(space.table(*split.by, within={**split.within(), **within}) for split in splits)
    split_by = (SLICE,) if len(slices) > 1 else ()
    counts = space.counts(tally(connection, unit, names, slices, shown))
    return Counted(
        unit=unit,
        period=period,
        splits=tuple(splits),
        space=space,
        slices=slices,
        tables=tables,
        system=space.system(counts, tables, split=split_by),
        earlier=tuple(_rebuilt(space, slices, release, unit, split_by) for release in touching),
        releases=tuple(release.number for release in touching),
    )


def _used(unit: Unit, splits: Sequence[Split], earlier: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    """Return the dimensions that some table uses: summed over the others, every count stays what it is."""
    used = {name for split in splits for name in (*split.by, *split.within())}
    used |= {name for table in earlier for name in (*table["by"], *table.get("within", {}))}
    return tuple(name for name in VOCABULARIES[unit] if name in used)


def _shown(municipalities: Sequence[str]) -> tuple[str, ...]:
    codes = vocabulary("municipalities").codes()
    at_home = tuple(code for code in codes if code in municipalities)
    return at_home + tuple(code for code in codes if code in NO_MUNICIPALITY)


def _dimension(unit: Unit, name: str, municipalities: tuple[str, ...]) -> Dimension:
    if name == MUNICIPALITY:
        return Dimension(name, municipalities, sensitive=False)
    return Dimension(name, vocabulary(VOCABULARIES[unit][name]).codes())


def ledger_cells(counted: Iterable[tuple[Counted, Published]]) -> str:
    """Return what a release showed as the ledger keeps it: codes and values; withheld ones have none.

    A table without a unit is one of signals: so were all of them once.
    """
    tables = [
        {**_kept(split), "by": list(split.by), "cells": _kept_cells(one, published, split)}
        for one, published in counted
        for split in one.splits
    ]
    return json.dumps(tables, separators=(",", ":"))


def _kept(split: Split) -> dict[str, Any]:
    kept: dict[str, Any] = {} if split.unit is Unit.SIGNALS else {"unit": split.unit.value}
    if within := split.within():
        kept["within"] = {name: list(codes) for name, codes in within.items()}
    return kept


def _kept_cells(counted: Counted, published: Published, split: Split) -> list[list[Any]]:
    choices = [(None, *counted.space.dimension(name).codes) for name in split.by]
    return [[list(codes), published.value(counted.cell(split, codes))] for codes in product(*choices)]


def _tables_of(release: Release, unit: Unit) -> list[dict[str, Any]]:
    return [table for table in json.loads(release.cells) if table.get("unit", Unit.SIGNALS) == unit]


def _rebuilt(
    space: Space, slices: Sequence[Period], release: Release, unit: Unit, split_by: Sequence[str]
) -> Published:
    """Return what a reader of an earlier release knows of a unit, over the slices of today."""
    when = {SLICE: _slices_within(slices, release.period)}
    values: dict[CellId, int | None] = {}
    tables = []
    for table in _tables_of(release, unit):
        within = {name: tuple(codes) for name, codes in table.get("within", {}).items()} | when
        tables.append(space.table(*table["by"], within=within))
        for codes, value in table["cells"]:
            chosen = {
                name: (code,) for name, code in zip(table["by"], codes, strict=True) if code is not None
            }
            values[space.identify({**within, **chosen})] = value
    return space.published(values, tables, _rules(json.loads(release.rules)), split=split_by)


def _rules(kept: Mapping[str, Any]) -> Rules:
    """Return the rules of an earlier release; the first ones kept three parts and had the usual rest."""
    if kept.keys() == {"minimum", "width", "zeros"}:
        return Rules(minimum=kept["minimum"], width=kept["width"], zeros=kept["zeros"])
    return Rules.from_dict(kept)


def _touching(period: Period, earlier: Iterable[Release]) -> list[Release]:
    """Return the releases that share days with ``period``, or with a release that does, and so on."""
    waiting, spans = list(earlier), [period]
    found: list[Release] = []
    while True:
        new = [release for release in waiting if any(release.period.overlaps(span) for span in spans)]
        if not new:
            return found
        found += new
        spans += [release.period for release in new]
        waiting = [release for release in waiting if release not in new]


def _slices(periods: Sequence[Period]) -> tuple[Period, ...]:
    cuts = {period.first for period in periods} | {period.last + _DAY for period in periods}
    for term in vocabulary("municipalities"):
        cuts |= {day for day in (term.valid_from, term.valid_to) if day}
    first, end = min(period.first for period in periods), max(period.last for period in periods) + _DAY
    days = sorted(day for day in cuts if first <= day <= end)
    parts = [Period(day, following - _DAY) for day, following in pairwise(days)]
    return tuple(part for part in parts if any(part.overlaps(period) for period in periods))


def _slices_within(slices: Sequence[Period], period: Period) -> tuple[str, ...]:
    return tuple(part.code() for part in slices if part.overlaps(period))
