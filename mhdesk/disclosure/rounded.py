"""What a reader of rounded figures can work out. It knows nothing of how the rounding was chosen.

A reader knows the base and that every shown figure lies less than ``steps`` times the base from the true one; that
true figures are whole, at least 0, and add up. That is a linear system with a lowest and a highest value for every
cell, so it is attacked exactly like withheld figures are.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from mhdesk.disclosure.audit import AuditReport, Finding, Interval, Reason, answer, sums_that_follow
from mhdesk.disclosure.errors import BadCountError, BadLayoutError
from mhdesk.disclosure.layout import CellId, IntArray, Layout, Published, union, unite
from mhdesk.disclosure.questions import Kind, questions
from mhdesk.disclosure.reader import Reader
from mhdesk.disclosure.rules import Rules
from mhdesk.disclosure.solver import FloatArray, NotOptimalError

BASES = (3, 5)


@dataclass(frozen=True, slots=True, eq=False)
class Rounded:
    """Hold what a reader of rounded figures sees: a multiple of ``base`` for each cell, None for a latent one.

    Every shown figure is less than ``steps * base`` away from the true one. Keep tables, values, base and steps of
    each release: the next one must show the same figure in the same way (A17).
    """

    layout: Layout
    values: tuple[int | None, ...]
    base: int
    steps: int = 1

    def __post_init__(self) -> None:
        if len(self.values) != len(self.layout.cells) or self.base not in BASES or self.steps not in (1, 2):
            raise BadLayoutError("one value for each cell, to base 3 or 5, in one step or two")
        if any(value is not None and (value < 0 or value % self.base) for value in self.values):
            raise BadCountError("a rounded figure that is no multiple of its base")

    def value(self, wanted: CellId) -> int | None:
        """Return the rounded value of a cell, None where it is in no table."""
        return self.values[self.layout.index[wanted]]

    @property
    def reach(self) -> int:
        """Return how far a shown figure may be from the true one."""
        return self.steps * self.base - 1

    def adds_up(self) -> bool:
        """Tell whether every line of shown figures adds up."""
        for line in self.layout.lines:
            total, parts = self.value(line.total), [self.value(part) for part in line.parts]
            shown = [part for part in parts if part is not None]
            if total is not None and len(shown) == len(parts) and sum(shown) != total:
                return False
        return True


def audit_rounded(
    releases: Sequence[Rounded],
    rules: Rules,
    *,
    exact: Sequence[Published] = (),
    truth: IntArray | None = None,
    known: IntArray | None = None,
    time_limit: float | None = None,
) -> AuditReport:
    """Attack rounded releases together with the ``exact`` ones that left beside them.

    Every rounded figure must leave a reader with an interval of at least base - 1, unless it is known as it is shown
    and not small; no small group may fall into one category, no sum of figures of a line may be small and known.
    ``truth`` (atoms) only shortens the search; ``known`` (atoms): records that an insider knows to be there. What is
    not proven after ``time_limit`` seconds is a finding. Raises InconsistentHistoryError when no counts agree with all
    this.
    """
    view, ceilings = _seen(releases, exact)
    try:
        reader = Reader(view, known, witness=truth, ceilings=ceilings)
    except NotOptimalError:
        return AuditReport(
            certified=False, checked=0, findings=(Finding((), Reason.UNPROVEN),), intervals={}, reached=None
        )
    if time_limit is not None:
        reader.stop_at(time.monotonic() + time_limit)
    shown = {
        cell.id: (release.base, value)
        for release in releases
        for cell, value in zip(release.layout.cells, release.values, strict=True)
        if value is not None
    }
    found = list(_told_outright(view, rules, known))
    intervals: dict[CellId, Interval] = {}
    for cell, rounded in shown.items():
        i = view.layout.index[cell]
        limits = (int(view.floors[i]), float(ceilings[i]))
        finding = _narrow(reader, i, limits, rounded, rules, intervals)
        found += [finding] if finding else []
    others = [
        question
        for question in questions(view, replace(rules, width=1))
        if question.kind is not Kind.CELL or view.layout.cells[question.cells[0]].id not in shown
    ]
    found += [finding for question in others if (finding := answer(reader, question, rules)) is not None]
    found += sums_that_follow(reader, rules)
    widths = [each.width for each in intervals.values() if each.low < rules.minimum and each.width]
    return AuditReport(
        not found, len(shown) + len(others), tuple(found), intervals, min(widths, default=None)
    )


def _told_outright(view: Published, rules: Rules, known: IntArray | None) -> Iterator[Finding]:
    """Yield the exact figures that are small, or leave so few beside an insider's own records."""
    mine = np.zeros(len(view.values), dtype=np.int64) if known is None else view.layout.sums(known)
    for cell, value, own in zip(view.layout.cells, view.values, mine.tolist(), strict=True):
        if value is None:
            continue
        if "frequency" in rules.rules and rules.is_small(value):
            yield Finding((cell.id,), Reason.SHOWN, value, value)
        if own >= 2 and rules.is_small(value - own):
            yield Finding((cell.id,), Reason.INSIDER, value - own, value - own)


def _narrow(
    reader: Reader,
    i: int,
    limits: tuple[int, float],
    rounded: tuple[int, int],
    rules: Rules,
    intervals: dict[CellId, Interval],
) -> Finding | None:
    """Note what can be known of one rounded figure, and return it where that is too much."""
    cell, (base, shown) = reader.layout.cells[i].id, rounded
    try:
        low, high = _bounds(reader, i, limits)
    except NotOptimalError:
        return Finding((cell,), Reason.UNPROVEN)
    intervals[cell] = Interval(low, high)
    if high is None or high - low >= base - 1:
        return None
    if low == high == shown and not rules.is_small(low):
        return None  # an earlier release, or a total of nil, tells what is shown here anyway
    return Finding((cell,), Reason.EXACT if low == high else Reason.NARROW, low, high)


def _bounds(reader: Reader, i: int, limits: tuple[int, float]) -> tuple[int, int | None]:
    """Return the least and the most that a figure can be; what a witness shows at its limit needs no proof."""
    seen = reader.seen((i,))
    low = limits[0] if seen.min() == limits[0] else reader.lowest((i,))
    high = int(limits[1]) if seen.max() == limits[1] else reader.highest((i,))
    return low, high


def _seen(releases: Sequence[Rounded], exact: Sequence[Published]) -> tuple[Published, FloatArray]:
    """Return all this as one system: exact values where they are known, else the least and the most."""
    layout = unite([*(each.layout for each in releases), *(each.layout for each in exact)])
    values: list[int | None] = [None] * len(layout.cells)
    floors = np.zeros(len(layout.cells), dtype=np.int64)
    ceilings = np.full(len(layout.cells), np.inf)
    for i, low, high in _limits(releases, layout):
        floors[i], ceilings[i] = max(int(floors[i]), low), min(float(ceilings[i]), high)
    if exact:
        past = union(exact)
        for cell, value, floor in zip(past.layout.cells, past.values, past.floors.tolist(), strict=True):
            i = layout.index[cell.id]
            values[i], floors[i] = value, max(int(floors[i]), floor)
    return Published(layout, tuple(values), floors), ceilings


def _limits(releases: Iterable[Rounded], layout: Layout) -> Iterator[tuple[int, int, int]]:
    for release in releases:
        for cell, value in zip(release.layout.cells, release.values, strict=True):
            if value is not None:
                yield layout.index[cell.id], max(0, value - release.reach), value + release.reach
