"""Count the finest cells of a period and of everything published about it before, each unit of count by itself.

The atoms of the protection are dimensions that tables of a unit cross x slice of time. Slices are cut wherever a
published period begins or ends and wherever a municipality came or went, so that a quarter inside a published
year, or the part that two periods share, is seen for what it is: the same things told twice.

What was published stands: days about which something was published are counted as they were known at that moment.
A figure that came in later, or was corrected, would tell by its difference about the one person whom it concerns.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from mhdesk.desk import shapes
from mhdesk.desk.shapes import Shape
from mhdesk.desk.tallying import existed, tally
from mhdesk.disclosure import Blocks, CellId, Dimension, IntArray, Published, Space, System
from mhdesk.domain.figures import MUNICIPALITY, PLAIN, VOCABULARIES, Unit
from mhdesk.domain.periods import Period
from mhdesk.domain.registries import NO_MUNICIPALITY
from mhdesk.domain.splits import TIME, Codes, Column, Row, Split
from mhdesk.domain.vocabulary import vocabulary
from mhdesk.errors import InputError
from mhdesk.store import releases
from mhdesk.store.database import Connection
from mhdesk.store.releases import Release

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Counted:
    """The true counts of one unit in a period under the wanted tables, and what was published about its days before.

    ``releases`` are the numbers of the publications that ``earlier`` rebuilds; ``changed``: how much came, went or
    was corrected since they left, and is not counted (what moved counts where it was and where it is).
    """

    unit: Unit
    period: Period
    splits: tuple[Split, ...]
    space: Blocks
    slices: tuple[Period, ...]
    shapes: tuple[Shape, ...]
    system: System
    earlier: tuple[Published, ...]
    releases: tuple[str, ...]
    changed: int

    def codes(self, dimension: str) -> Codes:
        """Return all codes of a dimension."""
        return self.space.dimension(dimension).codes

    def rows(self, split: Split, column: Column) -> tuple[Row, ...]:
        """Return the categories that a table shows: a municipality only while it existed."""
        if column.base == TIME:
            shape = self.shapes[self.splits.index(split)]
            return tuple(Row(code, (code,)) for code in shape.codes(TIME, self.codes))
        rows = column.rows(self.codes(column.base))
        if column.base != MUNICIPALITY:
            return rows
        spans = split.spans(self.period)
        return tuple(
            row for row in rows if any(existed(code, span) for code in row.members for span in spans)
        )

    def cell(self, split: Split, keys: Sequence[str | None]) -> CellId:
        """Return the figure in the table ``split`` under the keys of its categories; None stands for the total."""
        return self.shapes[self.splits.index(split)].cell(self.space, self.slices, keys)


def count(
    connection: Connection,
    municipalities: Sequence[str],
    period: Period,
    splits: Sequence[Split],
    today: date,
) -> tuple[Counted, ...]:
    """Count ``period`` up to ``today``, each unit of ``splits`` by itself. ``municipalities`` are the registry's.

    Raises InputError for a table that is limited to a municipality which the registry does not have.
    """
    told = releases.all_of(connection)
    units = dict.fromkeys(split.unit for split in splits)
    shown = _shown(municipalities)
    _check_limits(splits, shown)
    return tuple(
        _count(connection, shown, period, [split for split in splits if split.unit is unit], told, today)
        for unit in units
    )


def _check_limits(splits: Iterable[Split], municipalities: Codes) -> None:
    for split in splits:
        wanted = {code for name, codes in split.only if name == MUNICIPALITY for code in codes}
        if not wanted <= {*municipalities}:
            raise InputError("figures.municipality_elsewhere", name=str(split)[:60])


def _count(
    connection: Connection,
    shown: Codes,
    period: Period,
    splits: Sequence[Split],
    told: Sequence[Release],
    today: date,
) -> Counted:
    unit = splits[0].unit

    def codes_of(name: str) -> Codes:
        return _dimension(unit, name, shown).codes

    until = max(today, min(span.first for split in splits for span in split.spans(period)))
    wanted = [shapes.shape_of(split, period, until, codes_of) for split in splits]
    touching = _touching([span for shape in wanted for span in shape.spans()], unit, told)
    earlier = [one.shape for release in touching for one in shapes.tables_of(release, unit)]
    slices = _slices([span for shape in (*wanted, *earlier) for span in shape.spans()])
    space = _space(unit, [*wanted, *earlier], slices, shown)
    split_by = _split_by([*wanted, *earlier], slices)

    def counted(moments: Mapping[Period, str | None]) -> IntArray:
        def entries(part: Space) -> Iterator[tuple[Codes, int]]:
            names = [dimension.name for dimension in part.dimensions if dimension.name != TIME]
            for moment in dict.fromkeys(moments.values()):
                then = [one for one in slices if moments[one] == moment]
                yield from tally(connection, unit, names, then, shown, as_of=moment)

        return space.counts(entries)

    moments = _moments(slices, unit, touching)
    counts = counted(moments)
    tables = [shape.table(space, slices) for shape in wanted]
    return Counted(
        unit=unit,
        period=period,
        splits=tuple(splits),
        space=space,
        slices=slices,
        shapes=tuple(wanted),
        system=space.system(counts, tables, split=split_by),
        earlier=tuple(shapes.rebuilt(space, slices, release, unit, split_by) for release in touching),
        releases=tuple(release.number for release in touching),
        changed=_changed(space, counts, counted(dict.fromkeys(slices))) if any(moments.values()) else 0,
    )


def _moments(
    slices: Sequence[Period], unit: Unit, touching: Iterable[Release]
) -> Mapping[Period, str | None]:
    """Return as of which moment each slice is counted: when it was first published, None where it never was."""
    first: dict[Period, str | None] = dict.fromkeys(slices)
    for release in sorted(touching, key=lambda one: one.released_at, reverse=True):
        spans = [span for one in shapes.tables_of(release, unit) for span in one.shape.spans()]
        for part in slices:
            if any(part.overlaps(span) for span in spans):
                first[part] = release.released_at
    return first


def _changed(space: Blocks, then: IntArray, now: IntArray) -> int:
    """Return how many were added since or, if more, how many are gone: the most that a block of dimensions shows."""
    rises = [after - before for before, after in zip(space.parts(then), space.parts(now), strict=True)]
    return max(int(max(rise.clip(min=0).sum(), -rise.clip(max=0).sum())) for rise in rises)


def _space(unit: Unit, tables: Sequence[Shape], slices: Sequence[Period], shown: Codes) -> Blocks:
    """Span the dimensions that some table uses: those that are crossed in one block, limits in every block."""
    limits = {name for shape in tables for name in shape.within}
    blocks: list[set[str]] = []
    for shape in tables:
        block = {*shape.names()} - limits
        joined = [other for other in blocks if other & block]
        blocks = [other for other in blocks if not other & block]
        blocks.append(block.union(*joined))
    order = list(VOCABULARIES[unit])
    named = {tuple(sorted(block, key=order.index)) for block in blocks if block}
    used = [name for name in order if name in limits.union(*blocks)]
    when = Dimension(TIME, tuple(part.code() for part in slices), sensitive=False)
    shared = (*(name for name in order if name in limits), TIME)
    dimensions = (*(_dimension(unit, name, shown) for name in used), when)
    return Blocks(dimensions, shared, tuple(sorted(named)) or ((),))


def _split_by(tables: Sequence[Shape], slices: Sequence[Period]) -> tuple[str, ...]:
    """Return along what figures of different tables can be subtracted from each other.

    Periods that overlap, sheets of single municipalities, and categories that stand together in one table only.
    """
    ways: dict[str, set[tuple[Codes, ...] | None]] = {}
    for shape in tables:
        for name in shape.by:
            ways.setdefault(name, set()).add(shape.groups.get(name))
    found = [name for name, groups in ways.items() if name != TIME and len(groups) > 1]
    sheets = any(MUNICIPALITY in shape.within for shape in tables)
    return (
        *([TIME] if len(slices) > 1 else []),
        *([MUNICIPALITY] if sheets and MUNICIPALITY not in found else []),
        *found,
    )


def _shown(municipalities: Sequence[str]) -> Codes:
    codes = vocabulary("municipalities").codes()
    at_home = tuple(code for code in codes if code in municipalities)
    return at_home + tuple(code for code in codes if code in NO_MUNICIPALITY)


def _dimension(unit: Unit, name: str, municipalities: Codes) -> Dimension:
    if name == MUNICIPALITY:
        return Dimension(name, municipalities, sensitive=False)
    return Dimension(name, vocabulary(VOCABULARIES[unit][name]).codes(), sensitive=name not in PLAIN)


def ledger_cells(counted: Iterable[tuple[Counted, Published]]) -> str:
    """Return what a release showed as the ledger keeps it: codes and values; withheld ones have none."""
    tables = []
    for one, published in counted:
        for shape in one.shapes:
            cells = [
                (codes, published.value(shape.cell(one.space, one.slices, codes)))
                for codes in shape.cells(one.codes)
            ]
            tables.append(shapes.kept(one.unit, shape, cells))
    return json.dumps(tables, separators=(",", ":"))


def _touching(spans: Sequence[Period], unit: Unit, earlier: Iterable[Release]) -> list[Release]:
    """Return the releases that share days with ``spans``, or with a release that does, and so on."""
    days = {
        release: [part for one in shapes.tables_of(release, unit) for part in one.shape.spans()]
        for release in earlier
    }
    waiting, reached = [release for release in days if days[release]], list(spans)
    found: list[Release] = []
    while True:
        new = [one for one in waiting if any(part.overlaps(span) for part in days[one] for span in reached)]
        if not new:
            return found
        found += new
        reached += [part for release in new for part in days[release]]
        waiting = [release for release in waiting if release not in new]


def _slices(periods: Sequence[Period]) -> tuple[Period, ...]:
    cuts = {period.first for period in periods} | {period.last + _DAY for period in periods}
    for term in vocabulary("municipalities"):
        cuts |= {day for day in (term.valid_from, term.valid_to) if day}
    first, end = min(period.first for period in periods), max(period.last for period in periods) + _DAY
    days = sorted(day for day in cuts if first <= day <= end)
    parts = [Period(day, following - _DAY) for day, following in pairwise(days)]
    return tuple(part for part in parts if any(part.overlaps(period) for period in periods))
