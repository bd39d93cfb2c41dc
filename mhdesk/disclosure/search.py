"""The search for what else to withhold: greedy, question by question, with the reader as judge.

Withholding more never tells a reader more, so every step keeps what earlier steps reached; a last pass takes back
what turned out to be superfluous. The issue of proven optima replaces this file, nothing else.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import numpy as np

from mhdesk.disclosure.audit import Finding, answer, sums_that_follow
from mhdesk.disclosure.layout import CellId, IntArray, Layout, Published, hideable_zeros
from mhdesk.disclosure.questions import Kind, Question, questions
from mhdesk.disclosure.reader import Reader
from mhdesk.disclosure.repair import BoolArray, Proposal, Situation, cheapest
from mhdesk.disclosure.rules import Rules
from mhdesk.disclosure.solver import FloatArray, NotOptimalError


@dataclass(frozen=True, slots=True, eq=False)
class Task:
    """Hold what is to be decided; arrays have one entry for each cell of the layout.

    ``free``: cells of this release that may be published or withheld. ``hidden``: withheld from the start (small
    counts, choices of the user, earlier releases, latent cells). ``floors``: the most that any reader can know.
    """

    layout: Layout
    truth: IntArray
    values: IntArray
    floors: IntArray
    cost: FloatArray
    free: BoolArray
    hidden: BoolArray
    totals: BoolArray


@dataclass(slots=True)
class Search:
    """Withhold until no question can be answered; ``reasons``: why each extra cell went; ``open_ends``: what failed."""

    task: Task
    rules: Rules
    deadline: float | None = None
    reasons: dict[int, Question] = field(default_factory=dict)
    open_ends: list[Finding] = field(default_factory=list)
    hidden: BoolArray = field(init=False)
    _reader: Reader = field(init=False)
    _settled: set[Question] = field(default_factory=set)
    _reachable: dict[tuple[int, ...], int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.hidden = self.task.hidden.copy()
        self._reader = Reader(self._seen(self.hidden), witness=self.task.truth)

    def _seen(self, hidden: BoolArray) -> Published:
        pairs = zip(self.task.values.tolist(), hidden.tolist(), strict=True)
        return Published(self.task.layout, tuple(None if gone else v for v, gone in pairs), self.task.floors)

    def run(self) -> None:
        """Withhold what is needed, then take back what is not."""
        while (failure := next(self._failures(self._settled), None)) is not None:
            self._settle(*failure)
        if not self.open_ends:
            for cell in self._superfluous_first():
                self._take_back(cell)

    def _late(self) -> bool:
        return self.deadline is not None and time.monotonic() > self.deadline

    def _failures(self, settled: set[Question]) -> Iterator[tuple[Question, Finding]]:
        """Yield questions that a reader can answer; ``settled`` ones are skipped, and added when they fare well."""
        for question in questions(self._reader.now(), self.rules, self.task.values):
            if question in settled:
                continue
            wanted = replace(question, need=self._reachable.get(question.cells, question.need))
            finding = answer(self._reader, wanted, self.rules)
            settled.add(question)
            if finding is not None:
                settled.discard(question)
                yield wanted, finding
        for finding in sums_that_follow(self._reader, self.rules):
            cells = tuple(self.task.layout.index[cell] for cell in finding.cells)
            question = Question(Kind.COMBINATION, cells, 1)
            if question not in settled:
                yield question, finding

    def _settle(self, question: Question, finding: Finding) -> None:
        """Withhold more so that this question has no answer, or note that nothing helps."""
        proposal = None if self._late() or finding.low is None else self._propose(question, finding)
        if proposal is None or not proposal.cells:
            proposal = self._everything_near(question)
        if proposal is None:
            self.open_ends.append(finding)
            self._settled.add(question)
            return
        for cell in proposal.cells:
            self.reasons[cell] = question
            self.hidden[cell] = True
            self._reader.withhold(cell)
        self._reader.offer(proposal.table)

    def _open(self, *, totals: bool) -> BoolArray:
        zeros = hideable_zeros(self.task.layout, self._reader.values, self.rules)
        can: BoolArray = self.task.free & ~self.hidden & ((self.task.values > 0) | zeros)
        return can if totals else can & ~self.task.totals

    def _situation(self, *, totals: bool) -> Situation:
        task = self.task
        return Situation(
            task.layout, task.values, task.floors, task.cost, self.hidden, self._open(totals=totals)
        )

    def _propose(self, question: Question, finding: Finding) -> Proposal | None:
        """Look without touching grand totals at full width, at the width that is feasible, then with them."""
        now = self._situation(totals=False)
        need = question.need
        if question.kind is Kind.REMAINDER and finding.low == finding.high:
            need = 1  # another cell of the line joins the remainder, and the question changes
        found = self._cheapest(now, question, finding, need)
        if found is None and question.kind in (Kind.CELL, Kind.REMAINDER):
            need = self._feasible(now, question)
            if 1 <= need < question.need:
                self._reachable[question.cells] = need
                found = self._cheapest(now, question, finding, need)
        if found is None:
            least = question.need if question.kind is Kind.GROUP else 1
            found = self._cheapest(self._situation(totals=True), question, finding, least)
        return found

    def _cheapest(self, now: Situation, question: Question, finding: Finding, need: int) -> Proposal | None:
        cells, ceiling = question.cells, float(self.task.values.sum() + need)
        if question.kind is Kind.GROUP:
            ways = [(float(need), np.inf)]
        else:
            low, high = finding.bounds
            ways = [(float(low + need), np.inf), (0.0, float(high - need))]
        for room in (2.0 * need + 2.0, ceiling):
            found = [cheapest(now, cells, low, high, int(room)) for low, high in ways if high >= 0]
            good = [proposal for proposal in found if proposal is not None]
            if good:
                return min(good, key=lambda proposal: proposal.cost)
        return None

    def _feasible(self, now: Situation, question: Question) -> int:
        """Return the width that withholding everything (but what is fixed) would give."""
        reader = Reader(self._seen(self.hidden | now.open), witness=self.task.truth)
        try:
            high = reader.highest(question.cells)
            return question.need if high is None else high - reader.lowest(question.cells)
        except NotOptimalError:
            return 0  # not known to be feasible

    def _everything_near(self, question: Question) -> Proposal | None:
        """Give up looking for little: withhold all that shares a line with these cells, then all there is."""
        can, layout = self._open(totals=False), self.task.layout
        near = np.zeros_like(can)
        asked = {layout.cells[cell].id for cell in question.cells}
        for line in layout.lines:
            ids = (line.total, *line.parts)
            if not asked.isdisjoint(ids):
                near[[layout.index[cell] for cell in ids]] = True
        for chosen in (near & can, can, self._open(totals=True)):
            if chosen.any():
                cells = tuple(np.flatnonzero(chosen).tolist())
                return Proposal(cells, float(self.task.cost[chosen].sum()), self.task.truth)
        return None

    def _superfluous_first(self) -> list[int]:
        extra = np.flatnonzero(self.hidden & ~self.task.hidden).tolist()
        return sorted(extra, key=lambda cell: -self.task.cost[cell])

    def _take_back(self, cell: int) -> None:
        """Publish a cell again if every question keeps its many answers."""
        if self._late():
            return
        self._reader.show(cell, int(self.task.values[cell]))
        if self._zeros_stay_plausible() and next(self._failures(set()), None) is None:
            self.hidden[cell] = False
            self.reasons.pop(cell)
        else:
            self._reader.withhold(cell)

    def _zeros_stay_plausible(self) -> bool:
        """Tell whether each zero that this release withholds is one that the stated rules may hide."""
        zeros = hideable_zeros(self.task.layout, self._reader.values, self.rules)
        return not (self.task.free & self.hidden & (self.task.values == 0) & ~zeros).any()

    def shown(self) -> Published:
        """Return the result as the strongest reader sees it."""
        return self._seen(self.hidden)

    def names(self, cells: tuple[int, ...]) -> tuple[CellId, ...]:
        """Return the ids of cells."""
        return tuple(self.task.layout.cells[cell].id for cell in cells)
