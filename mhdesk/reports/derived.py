"""What follows from published cells: shares, changes, and the band in which a median falls.

Everything here is worked out from a :class:`ReportTable` alone, in which a withheld cell has no count: nothing can be
said here that a reader could not work out too, and nothing is said that would not hold whatever is behind the marks.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

from mhdesk.reports.figures import TOTAL, ReportCell, ReportTable
from mhdesk.reports.signs import HIDDEN, NIL, grouped, spoken
from mhdesk.wording import say

LEAST_BASE: Final = 20
"""Of fewer than 20 no share is given. One more or less would move it by over five percent: it would look more exact
than it is; and a share that is quoted without its table tells a small count to whoever knows the base (2.7 % of 37)."""


@dataclass(frozen=True, slots=True)
class Derived:
    """A column beside a table: by row label a whole number, None where something behind it is withheld.

    A ``share`` is a percentage of the total, a ``change`` how many more there are than in the time before.
    """

    kind: Literal["share", "change"]
    head: str
    values: dict[str, int | None]

    def text(self, row: str) -> str:
        """Return what stands in the column at a row: nothing where there is nothing to compare with."""
        if row not in self.values:
            return ""
        value = self.values[row]
        if value is None:
            return HIDDEN
        if self.kind == "share":
            return say("report.percent", number=value) if value else NIL
        if not value:
            return say("report.no_change")
        return say("report.more" if value > 0 else "report.fewer", number=grouped(abs(value)))


def derived_column(table: ReportTable) -> Derived | None:
    """Return the column that follows from a table: its change, else its shares, or None where there is none.

    A share is given in tables over one dimension whose total is published and at least :data:`LEAST_BASE`, and in
    which some other count is published. Of a source that is not ours nothing is derived.
    """
    if table.source:
        return None
    if table.compares:
        return _changes(table)
    return _shares(table) if len(table.dimensions) == 1 else None


def remarks(table: ReportTable) -> tuple[str, ...]:
    """Return what is said under a table beside its counts: the band in which its median falls, where that follows."""
    band = median_band(table)
    return (say("report.median", band=spoken(band)),) if band else ()


def reading_rules(tables: Iterable[ReportTable]) -> tuple[str, ...]:
    """Return what is said once about everything that is derived in a report: how shares are rounded."""
    columns = [derived_column(table) for table in tables]
    return (say("report.share_note"),) if any(one and one.kind == "share" for one in columns) else ()


def median_band(table: ReportTable) -> str | None:
    """Return the label of the scale in which the median falls, whatever is withheld; None where that is open.

    Both middle ones of an even number are in that band. Labels outside the scale do not count.
    """
    if table.source or not table.scale or len(table.dimensions) != 1:
        return None
    bands = [table.by_labels()[label,] for label in table.scale]
    hidden = _hidden(table)
    found = [
        label
        for place, label in enumerate(table.scale)
        if _stays_below(bands, place, hidden) and _stays_below(bands[::-1], len(bands) - 1 - place, hidden)
    ]
    return found[0] if found else None


@dataclass(frozen=True, slots=True)
class _Hidden:
    """How many are withheld together: ``most`` of them (None: nobody knows), all on the scale or some ``elsewhere``."""

    most: int | None
    elsewhere: bool


def _hidden(table: ReportTable) -> _Hidden:
    cells = [cell for cell in table.cells if not cell.is_total]
    total = table.by_labels().get((TOTAL,))
    told = sum(cell.count or 0 for cell in cells)
    if all(cell.count is not None for cell in cells):
        return _Hidden(0, elsewhere=False)
    elsewhere = any(cell.count is None and cell.labels[0] not in table.scale for cell in cells)
    return _Hidden(None if total is None or total.count is None else total.count - told, elsewhere)


def _stays_below(bands: list[ReportCell], place: int, hidden: _Hidden) -> bool:
    """Say whether fewer lie before a band than in and behind it, however the withheld are divided.

    Each withheld one counts for one side, or for none when it may be outside the scale. The worst division puts them
    all on the side that tells against it, so that only the best place for one of them has to be known.
    """
    before, behind = bands[:place], bands[place:]
    lead = sum(cell.count or 0 for cell in behind) - sum(cell.count or 0 for cell in before)
    if any(cell.count is None for cell in before):
        return hidden.most is not None and lead > hidden.most
    at_least = 0 if hidden.elsewhere or hidden.most is None else hidden.most
    return lead + at_least > 0


def _shares(table: ReportTable) -> Derived | None:
    total = table.by_labels().get((TOTAL,))
    if total is None or total.count is None or total.count < LEAST_BASE:
        return None
    base = total.count
    values = {cell.labels[0]: _share(cell.count, base) for cell in table.cells}
    if not any(value for row, value in values.items() if row != TOTAL):
        return None
    return Derived("share", say("report.share"), values)


def _share(count: int | None, base: int) -> int | None:
    """Return a count as whole percents; a part is never shown as nothing, nor as all."""
    if count is None or count in {0, base}:
        return count and 100
    return min(max(math.floor(100 * count / base + 0.5), 1), 99)


def _changes(table: ReportTable) -> Derived | None:
    times = [label for label in table.labels(len(table.dimensions) - 1) if label != TOTAL]
    if len(times) < 2:
        return None
    cells = table.by_labels()
    if len(table.dimensions) == 2:
        before, now = times[-2:]
        values = {row: _change(cells[row, before], cells[row, now]) for row in table.labels(0)}
        return Derived("change", say("report.change_from", before=spoken(before)), values)
    pairs = pairwise(times)
    return Derived(
        "change",
        say("report.change"),
        {now: _change(cells[before,], cells[now,]) for before, now in pairs},
    )


def _change(before: ReportCell, now: ReportCell) -> int | None:
    return None if before.count is None or now.count is None else now.count - before.count
