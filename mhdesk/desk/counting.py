"""Count the finest cells of a period and of everything published about it before.

The atoms of the protection are form x municipality x slice of time. Slices are cut wherever a published period
begins or ends and wherever a municipality came or went, so that a quarter inside a published year, or
the part that two periods share, is seen for what it is: the same signals told twice.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from mhdesk.disclosure import CellId, Dimension, Published, Rules, Space, System, Table
from mhdesk.domain.figures import FORM, MUNICIPALITY, OUTSIDE, Split
from mhdesk.domain.periods import Period
from mhdesk.domain.registries import NO_MUNICIPALITY
from mhdesk.domain.vocabulary import vocabulary
from mhdesk.store import counts, releases
from mhdesk.store.database import Connection
from mhdesk.store.releases import Release

SLICE = "slice"
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Counted:
    """The true counts of a period under the wanted tables, and what was published about its days before."""

    period: Period
    splits: tuple[Split, ...]
    space: Space
    slices: tuple[Period, ...]
    tables: tuple[Table, ...]
    system: System
    earlier: tuple[Published, ...]
    municipalities: tuple[str, ...]

    def codes(self, dimension: str) -> tuple[str, ...]:
        """Return the codes of a dimension that its table shows: a municipality only while it existed."""
        if dimension == MUNICIPALITY:
            return tuple(code for code in self.municipalities if _existed(code, self.period))
        return self.space.dimension(dimension).codes

    def cell(self, split: Split, codes: Sequence[str | None]) -> CellId:
        """Return the figure in the table ``split`` under these codes; None stands for the total."""
        chosen = {name: (code,) for name, code in zip(split, codes, strict=True) if code is not None}
        return self.space.identify({**chosen, SLICE: _slices_within(self.slices, self.period)})


def count(
    connection: Connection, municipalities: Sequence[str], period: Period, splits: Sequence[Split]
) -> Counted:
    """Count the signals of ``period``. ``municipalities`` are those of the registry."""
    touching = _touching(period, releases.all_of(connection))
    slices = _slices([period, *(release.period for release in touching)])
    shown = tuple(code for code in vocabulary("municipalities").codes() if code in municipalities)
    shown += tuple(code for code in vocabulary("municipalities").codes() if code in NO_MUNICIPALITY)
    space = Space(
        (
            Dimension(FORM, vocabulary("exploitation_forms").codes()),
            Dimension(MUNICIPALITY, shown, sensitive=False),
            Dimension(SLICE, tuple(part.code() for part in slices), sensitive=False),
        )
    )
    within = {SLICE: _slices_within(slices, period)}
    tables = tuple(space.table(*split, within=within) for split in splits)
    split_by = (SLICE,) if len(slices) > 1 else ()
    entries = _entries(connection, slices, shown)
    return Counted(
        period=period,
        splits=tuple(splits),
        space=space,
        slices=slices,
        tables=tables,
        system=space.system(space.counts(entries), tables, split=split_by),
        earlier=tuple(_rebuilt(space, slices, release, split_by) for release in touching),
        municipalities=shown,
    )


def ledger_cells(counted: Counted, published: Published) -> str:
    """Return what a release showed as the ledger keeps it: codes and values; withheld ones have none."""
    tables = []
    for split in counted.splits:
        cells = [
            [list(codes), published.value(counted.cell(split, codes))] for codes in _profiles(counted, split)
        ]
        tables.append({"by": list(split), "cells": cells})
    return json.dumps(tables, separators=(",", ":"))


def _profiles(counted: Counted, split: Split) -> list[tuple[str | None, ...]]:
    profiles: list[tuple[str | None, ...]] = [()]
    for name in split:
        codes = (None, *counted.space.dimension(name).codes)
        profiles = [(*profile, code) for profile in profiles for code in codes]
    return profiles


def _rebuilt(space: Space, slices: Sequence[Period], release: Release, split_by: Sequence[str]) -> Published:
    """Return what a reader of an earlier release knows, over the slices of today."""
    within = {SLICE: _slices_within(slices, release.period)}
    values: dict[CellId, int | None] = {}
    tables = []
    for table in json.loads(release.cells):
        tables.append(space.table(*table["by"], within=within))
        for codes, value in table["cells"]:
            chosen = {
                name: (code,) for name, code in zip(table["by"], codes, strict=True) if code is not None
            }
            values[space.identify({**chosen, **within})] = value
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


def _entries(
    connection: Connection, slices: Sequence[Period], shown: Sequence[str]
) -> Iterable[tuple[tuple[str, ...], int]]:
    for part in slices:
        for (form, municipality), number in counts.signals_by(connection, part, (FORM, MUNICIPALITY)).items():
            at_home = municipality in shown and _existed(municipality, part)
            yield (form, municipality if at_home else OUTSIDE, part.code()), number


def _existed(code: str, period: Period) -> bool:
    """Say whether a municipality existed on at least one day of ``period``."""
    term = vocabulary("municipalities")[code]
    begun = term.valid_from or date.min
    return begun <= period.last and (term.valid_to is None or period.first < term.valid_to)
