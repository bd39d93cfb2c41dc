"""Tables of figures in the words of the protection: as they are wanted today, and as the ledger keeps earlier ones.

The ledger keeps a table as its dimensions, its limits, the codes that stand together, the periods that it shows, and
its cells. Slices of time are not kept: they are cut anew for each count.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import product
from typing import Any, Final

from mhdesk.disclosure import Blocks, CellId, Published, Rules, Table
from mhdesk.domain.figures import Unit
from mhdesk.domain.periods import Period, parse_period
from mhdesk.domain.splits import TIME, Codes, Split
from mhdesk.store.releases import Release

_DAY: Final = len("2026-03-31")

Cells = Iterable[tuple[Sequence[str | None], int | None]]


@dataclass(frozen=True, slots=True)
class Shape:
    """One table: dimensions, limits, the rows of those that show several codes as one, and the periods counted.

    Without TIME among the dimensions there is one period. A cell has one code a dimension: a row's codes joined by
    "+", the code of a period, or None for the total. Nothing after ``until`` was counted: of a period that still runs
    a reader knows that, too.
    """

    by: tuple[str, ...]
    periods: tuple[Period, ...]
    until: date
    within: Mapping[str, Codes] = field(default_factory=dict)
    groups: Mapping[str, tuple[Codes, ...]] = field(default_factory=dict)

    def spans(self) -> tuple[Period, ...]:
        """Return the days that were counted: the periods, up to the last day of counting."""
        return tuple(span for period in self.periods if (span := period.until(self.until)))

    def names(self) -> tuple[str, ...]:
        """Return every dimension but time that this table uses."""
        return tuple(name for name in (*self.by, *self.within) if name != TIME)

    def table(self, space: Blocks, slices: Sequence[Period]) -> Table:
        """Return the table over these slices of time."""
        times = [within(slices, span) for span in self.spans()]
        if TIME in self.by:
            return space.table(*self.by, within=self.within, groups={**self.groups, TIME: times})
        return space.table(*self.by, within={**self.within, TIME: times[0]}, groups=self.groups)

    def cell(self, space: Blocks, slices: Sequence[Period], codes: Sequence[str | None]) -> CellId:
        """Return the figure under these codes."""
        chosen = dict(zip(self.by, codes, strict=True))
        when = chosen.pop(TIME, None)
        spans = self.spans() if when is None else [parse_period(when).until(self.until)]
        conditions = {name: tuple(code.split("+")) for name, code in chosen.items() if code is not None}
        days = tuple(dict.fromkeys(code for span in spans if span for code in within(slices, span)))
        return space.identify({**self.within, **conditions, TIME: days})

    def cells(self, codes_of: Callable[[str], Codes]) -> Iterator[tuple[str | None, ...]]:
        """Yield the codes of all cells, totals first; ``codes_of`` returns the codes of a dimension."""
        yield from product(*((None, *self.codes(name, codes_of)) for name in self.by))

    def codes(self, name: str, codes_of: Callable[[str], Codes]) -> Codes:
        """Return the codes of the rows of a dimension; a period that had not begun has none."""
        if name == TIME:
            return tuple(period.code() for period in self.periods if period.first <= self.until)
        return (
            tuple("+".join(group) for group in self.groups[name]) if name in self.groups else codes_of(name)
        )


def shape_of(split: Split, period: Period, until: date, codes_of: Callable[[str], Codes]) -> Shape:
    """Return a wanted table over a period; ``codes_of`` returns the codes of a dimension."""
    columns = split.columns
    timed = [column.periods(period) for column in columns if column.base == TIME]
    groups = {
        column.base: tuple(row.members for row in column.rows(codes_of(column.base)))
        for column in columns
        if column.is_grouped and column.base != TIME
    }
    by = tuple(column.base for column in columns)
    return Shape(by, timed[0] if timed else (period,), until, split.within(), groups)


def kept(unit: Unit, shape: Shape, cells: Cells) -> dict[str, Any]:
    """Return a table as the ledger keeps it; a table without a unit is one of signals: so were all of them once."""
    told: dict[str, Any] = {} if unit is Unit.SIGNALS else {"unit": unit.value}
    if shape.within:
        told["within"] = {name: list(codes) for name, codes in shape.within.items()}
    if shape.groups:
        told["groups"] = {name: [list(group) for group in groups] for name, groups in shape.groups.items()}
    told["until"] = shape.until.isoformat()
    if TIME in shape.by:
        told["periods"] = [period.code() for period in shape.periods]
    return {**told, "by": list(shape.by), "cells": [[list(codes), value] for codes, value in cells]}


@dataclass(frozen=True, slots=True)
class Told:
    """One table of an earlier release."""

    shape: Shape
    cells: tuple[tuple[tuple[str | None, ...], int | None], ...]


def tables_of(release: Release, unit: Unit) -> tuple[Told, ...]:
    """Return the tables of a unit that a release showed."""
    tables = (table for table in json.loads(release.cells) if table.get("unit", Unit.SIGNALS) == unit)
    return tuple(_told(release, table) for table in tables)


def _told(release: Release, table: Mapping[str, Any]) -> Told:
    periods = tuple(parse_period(code) for code in table.get("periods", ())) or (release.period,)
    shape = Shape(
        by=tuple(table["by"]),
        periods=periods,
        until=max(date.fromisoformat(table.get("until", release.released_at[:_DAY])), periods[0].first),
        within={name: tuple(codes) for name, codes in table.get("within", {}).items()},
        groups={name: tuple(map(tuple, groups)) for name, groups in table.get("groups", {}).items()},
    )
    return Told(shape, tuple((tuple(codes), value) for codes, value in table["cells"]))


def rebuilt(
    space: Blocks, slices: Sequence[Period], release: Release, unit: Unit, split_by: Sequence[str]
) -> Published:
    """Return what a reader of an earlier release knows of a unit, over the slices of today."""
    told = tables_of(release, unit)
    values = {one.shape.cell(space, slices, codes): value for one in told for codes, value in one.cells}
    tables = [one.shape.table(space, slices) for one in told]
    return space.published(values, tables, _rules(json.loads(release.rules)), split=split_by)


def _rules(said: Mapping[str, Any]) -> Rules:
    """Return the rules of an earlier release; the first ones kept three parts and had the usual rest."""
    if said.keys() == {"minimum", "width", "zeros"}:
        return Rules(minimum=said["minimum"], width=said["width"], zeros=said["zeros"])
    return Rules.from_dict(said)


def within(slices: Sequence[Period], period: Period) -> Codes:
    """Return the codes of the slices of time in which a period lies."""
    return tuple(part.code() for part in slices if part.overlaps(period))
