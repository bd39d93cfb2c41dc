"""The audit: attack a published set of figures and say what can be inferred. It knows nothing of the protector.

It starts from what left the house only (values, positions of withheld cells, the stated rules), so it judges
tables made elsewhere, and several releases together, in the same way as our own.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from mhdesk.disclosure.errors import BadLayoutError
from mhdesk.disclosure.layout import CellId, IntArray, Published
from mhdesk.disclosure.questions import Kind, Question, combinations, questions
from mhdesk.disclosure.reader import Reader
from mhdesk.disclosure.rules import Rules
from mhdesk.disclosure.solver import NotOptimalError


class Reason(StrEnum):
    """Say why a finding is one."""

    SHOWN = "shown"  # a small count stands there
    EXACT = "exact"  # a withheld small count follows exactly
    NARROW = "narrow"  # it follows up to less than the width
    REMAINDER = "remainder"  # the sum of the withheld cells of a line is small and follows
    COMBINATION = "combination"  # the sum of some of them does
    GROUP = "group"  # all of a small group, or all but too few, fall into one category
    INSIDER = "insider"  # what somebody's own records leave over is small
    UNPROVEN = "unproven"  # the solver ended without a proof: treated as a disclosure


@dataclass(frozen=True, slots=True)
class Interval:
    """Hold the least and highest value a reader must think possible; no upper bound is None.

    Where it is not ``exact`` the time was up: a reader must think at least these values possible, perhaps more.
    """

    low: int
    high: int | None
    exact: bool = True

    @property
    def width(self) -> int | None:
        """Return highest minus lowest, None when unbounded."""
        return None if self.high is None else self.high - self.low


@dataclass(frozen=True, slots=True)
class Finding:
    """Report one thing that can be inferred about a cell, or about the sum of several."""

    cells: tuple[CellId, ...]
    reason: Reason
    low: int | None = None
    high: int | None = None

    @property
    def bounds(self) -> tuple[int, int]:
        """Return low and high of a finding that has both. Raises NotOptimalError for one that was not proven."""
        if self.low is None or self.high is None:
            raise NotOptimalError("nothing was proven about this sum")
        return self.low, self.high


@dataclass(frozen=True, slots=True, eq=False)
class AuditReport:
    """Hold the verdict; ``certified`` only when every question was answered and none told too much.

    ``intervals`` has the bounds of every withheld cell (empty unless asked for), ``reached`` the least width of a cell
    that may be small (None: none is bounded; no more than proven, where an interval is not exact).
    """

    certified: bool
    checked: int
    findings: tuple[Finding, ...]
    intervals: Mapping[CellId, Interval]
    reached: int | None


def audit(
    published: Published,
    rules: Rules,
    *,
    truth: IntArray | None = None,
    known: IntArray | None = None,
    exact: bool = True,
    time_limit: float | None = None,
    exact_for: float | None = None,
    witnesses: Iterable[IntArray] = (),
) -> AuditReport:
    """Attack what was published.

    ``truth`` (atoms): the house knows which counts are small and asks about those only; without it every withheld
    cell that may be small counts. ``known`` (atoms): records that an insider knows to be there. ``exact=False``
    stops each question as soon as it is answered. After ``time_limit`` seconds every question without an answer is
    a finding, and intervals are no longer made exact; those take ``exact_for`` seconds at most. ``witnesses``
    (atoms): tables from elsewhere that may save time; each counts only if addition shows that it agrees with all
    that was published. Raises InconsistentHistoryError when no table of counts agrees with the figures.
    """
    if known is not None and known.shape != (published.layout.atoms,):
        raise BadLayoutError("one known count for each atom")
    deadline = None if time_limit is None else time.monotonic() + time_limit
    try:
        reader = Reader(published, known, truth, deadline=deadline)
    except NotOptimalError:
        return AuditReport(
            certified=False, checked=0, findings=(Finding((), Reason.UNPROVEN),), intervals={}, reached=None
        )
    for table in witnesses:
        reader.offer(table)
    sums = None if truth is None else published.layout.sums(truth)
    asked = questions(published, rules, sums)
    found = [*_shown(published, rules), *_insider(published, rules, known)]
    found += [finding for question in asked if (finding := answer(reader, question, rules)) is not None]
    found += sums_that_follow(reader, rules)
    if exact_for is not None:
        reader.stop_at(min(time.monotonic() + exact_for, np.inf if deadline is None else deadline))
    intervals = _intervals(reader) if exact else {}
    widths = [
        interval.width
        for cell, interval in intervals.items()
        if interval.width is not None and _may_be_small(published, cell, interval, rules, sums)
    ]
    return AuditReport(not found, len(asked), tuple(found), intervals, min(widths, default=None))


def _may_be_small(
    published: Published, cell: CellId, interval: Interval, rules: Rules, sums: IntArray | None
) -> bool:
    if sums is not None:
        return rules.is_small(int(sums[published.layout.index[cell]]))
    return interval.low < rules.minimum and interval.high != 0


def _ids(reader_or_published: Reader | Published, cells: tuple[int, ...]) -> tuple[CellId, ...]:
    return tuple(reader_or_published.layout.cells[cell].id for cell in cells)


def _shown(published: Published, rules: Rules) -> Iterator[Finding]:
    if "frequency" in rules.rules:
        for i, value in enumerate(published.values):
            if value is not None and rules.is_small(value):
                yield Finding(_ids(published, (i,)), Reason.SHOWN, value, value)


def _insider(published: Published, rules: Rules, known: IntArray | None) -> Iterator[Finding]:
    """Yield published cells where somebody who knows two or more of the records sees how few are left.

    One's own single record is what the minimum frequency already allows for.
    """
    if known is None:
        return
    for i, (value, mine) in enumerate(
        zip(published.values, published.layout.sums(known).tolist(), strict=True)
    ):
        if value is not None and mine >= 2 and rules.is_small(value - mine):
            yield Finding(_ids(published, (i,)), Reason.INSIDER, value - mine, value - mine)


def answer(reader: Reader, question: Question, rules: Rules) -> Finding | None:
    """Return what the reader learns about this question, None when not too much."""
    try:
        if question.kind is Kind.GROUP:
            return _answer_group(reader, question, rules)
        return _answer_width(reader, question, rules)
    except NotOptimalError:
        return Finding(_ids(reader, question.cells), Reason.UNPROVEN)


def _answer_width(reader: Reader, question: Question, rules: Rules) -> Finding | None:
    seen = reader.seen(question.cells)
    if seen.max() - seen.min() >= question.need:
        return None
    low = reader.lowest(question.cells)
    if low >= rules.minimum or reader.seen(question.cells).max() - low >= question.need:
        return None
    high = reader.highest(question.cells)
    if high is None or high == 0 or high - low >= question.need:
        return None
    reason = (
        Reason.REMAINDER if question.kind is Kind.REMAINDER else Reason.NARROW if high > low else Reason.EXACT
    )
    return Finding(_ids(reader, question.cells), reason, low, high)


def _answer_group(reader: Reader, question: Question, rules: Rules) -> Finding | None:
    """Ask whether a reader must hold it possible that enough of the group fall outside one category."""
    if reader.seen(question.cells).max() >= question.need:
        return None
    total = question.group
    if reader.lowest(total) >= rules.group_below:
        return None
    outside = reader.highest(question.cells)
    if outside is None or outside >= question.need or reader.highest(total) == 0:
        return None
    return Finding(_ids(reader, (*total, *question.cells)), Reason.GROUP, 0, outside)


def sums_that_follow(reader: Reader, rules: Rules) -> list[Finding]:
    """Return small sums of some withheld cells of one line that are known exactly."""
    found: list[Finding] = []
    settled: set[tuple[int, ...]] = set()
    while (cells := next(combinations(reader, rules, settled), None)) is not None:
        settled.add(cells)
        try:
            low, high = reader.lowest(cells), reader.highest(cells)
        except NotOptimalError:
            found.append(Finding(_ids(reader, cells), Reason.UNPROVEN))
            if reader.is_late:
                break
            continue
        if low == high and rules.is_small(low):
            found.append(Finding(_ids(reader, cells), Reason.COMBINATION, low, high))
    return found


def _intervals(reader: Reader) -> dict[CellId, Interval]:
    """Return what can be known of each withheld cell; what was seen is the least that is possible."""
    intervals: dict[CellId, Interval] = {}
    for i in np.flatnonzero([value is None for value in reader.values]).tolist():
        try:
            interval = Interval(reader.lowest((i,)), reader.highest((i,)))
        except NotOptimalError:
            interval = Interval(*reader.span((i,)), exact=False)
        intervals[reader.layout.cells[i].id] = interval
    return intervals
