"""The search for what else to withhold: greedy, question by question, with the reader as judge.

Withholding more never tells a reader more, so every step keeps what earlier steps reached. (It can make a question of
what was harmless: a group that is not surely large any more. So all are asked again until nothing more goes.) A last
pass takes back what turned out to be superfluous. Where the greedy steps leave a question open, more and more of the
release goes at once, in the end all of it. It is quick and the same on every
machine; optimum.py starts from what it found.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

import numpy as np

from mhdesk.disclosure.audit import Finding, answer, sums_that_follow
from mhdesk.disclosure.layout import CellId, IntArray, Layout, Published, hideable_zeros
from mhdesk.disclosure.questions import Kind, Question, questions
from mhdesk.disclosure.reader import Reader
from mhdesk.disclosure.repair import BoolArray, Proposal, Situation, cheapest
from mhdesk.disclosure.rules import Rules
from mhdesk.disclosure.solver import FloatArray

_PROOFS = 20  # at least so many proofs fit into the generous part


@dataclass(frozen=True, slots=True, eq=False)
class Task:
    """Hold what is to be decided; arrays have one entry for each cell of the layout.

    ``layout``: this release and all earlier ones together; ``own``: this release alone, ``places``: where its cells
    are in ``layout``. ``free``: cells of this release that may be published or withheld. ``hidden``: withheld from
    the start (small counts, choices of the user, earlier releases, latent cells). ``told``: shown by an earlier
    release; ``kept_back``: withheld by one. ``floors``: the most that any reader can know.
    """

    layout: Layout
    own: Layout
    places: IntArray
    truth: IntArray
    values: IntArray
    floors: IntArray
    cost: FloatArray
    free: BoolArray
    hidden: BoolArray
    told: BoolArray
    kept_back: BoolArray
    totals: BoolArray

    def seen(self, hidden: BoolArray) -> Published:
        """Return what the strongest reader sees where these cells are withheld."""
        pairs = zip(self.values.tolist(), hidden.tolist(), strict=True)
        return Published(self.layout, tuple(None if gone else v for v, gone in pairs), self.floors)


@dataclass(slots=True)
class Search:
    """Withhold until no question can be answered.

    ``deadline``: from then on it withholds generously instead of looking for little; ``latest``: from then on it
    withholds all that may go. Both are values of time.monotonic(). ``reasons``: why each extra cell went;
    ``open_ends``: the questions for which nothing helped (so far).
    """

    task: Task
    rules: Rules
    deadline: float | None = None
    latest: float | None = None
    reasons: dict[int, Question] = field(default_factory=dict)
    open_ends: list[Question] = field(default_factory=list)
    hidden: BoolArray = field(init=False)
    _reader: Reader = field(init=False)
    _reachable: dict[Question, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.hidden = self.task.hidden.copy()
        self._reader = Reader(self.shown(), witness=self.task.truth)
        self._reader.stop_at(self.deadline)

    @property
    def witnesses(self) -> tuple[IntArray, ...]:
        """Return the alternative tables that are possible for a reader of the result."""
        return self._reader.witnesses

    def shown(self) -> Published:
        """Return the result as the strongest reader sees it."""
        return self.task.seen(self.hidden)

    def names(self, cells: tuple[int, ...]) -> tuple[CellId, ...]:
        """Return the ids of cells."""
        return tuple(self.task.layout.cells[cell].id for cell in cells)

    def run(self) -> None:
        """Withhold what is needed, then take back what is not."""
        self._repair()
        for resort in (self._kept_back_in_part, self._all_but_totals, self._everything):
            if self.open_ends:
                self._give_way(resort())
        if not self.open_ends:
            for cell in self._superfluous_first():
                self._take_back(cell)

    def _late(self) -> bool:
        """Tell whether it is time to be generous; then no single proof may take long."""
        if self.deadline is None or time.monotonic() < self.deadline:
            return False
        if self.latest is not None:
            self._reader.stop_at(self.latest, each=(self.latest - self.deadline) / _PROOFS)
        return True

    def _too_late(self) -> bool:
        return self.latest is not None and time.monotonic() > self.latest

    def _repair(self) -> None:
        """Ask and withhold until nothing more goes; open ends are not asked again."""
        moved = True
        while moved:
            before, settled = self.hidden.copy(), set(self.open_ends)
            while (failure := next(self._failures(settled), None)) is not None:
                if self._too_late():
                    self._withhold(np.flatnonzero(self._open(totals=True)).tolist(), failure[0])
                    return
                self._settle(*failure)
                settled.update(self.open_ends)
            moved = not np.array_equal(before, self.hidden)

    def _failures(self, settled: set[Question]) -> Iterator[tuple[Question, Finding]]:
        """Yield questions that a reader can answer; ``settled`` ones are skipped, and added when they fare well."""
        for question in questions(self._reader.now(), self.rules, self.task.values):
            if question in settled:
                continue
            need = self._reachable.get(question, question.need)
            finding = answer(self._reader, replace(question, need=need), self.rules)
            if finding is None:
                settled.add(question)
            else:
                yield question, finding
        for finding in sums_that_follow(self._reader, self.rules):
            cells = tuple(self.task.layout.index[cell] for cell in finding.cells)
            question = Question(Kind.COMBINATION, cells, 1)
            if question not in settled:
                yield question, finding

    def _settle(self, question: Question, finding: Finding) -> None:
        """Withhold more so that this question has no answer, be content with less width, or leave it open."""
        hurried, width = self._late() or finding.low is None, _width(question, finding)
        proposal = None if hurried else self._propose(question, finding)
        cells = () if proposal is None else proposal.cells
        if proposal is None and (hurried or width == 0):
            cells = self._near(question)
        if cells:
            self._withhold(cells, question)
        elif width:
            # Earlier releases, or the total itself, may leave less than the rules want: two values will do.
            self._reachable[question] = width
        else:
            self.open_ends.append(question)
        if proposal is not None:
            self._reader.offer(proposal.table)

    def _withhold(self, cells: Iterable[int], question: Question) -> None:
        for cell in cells:
            self.reasons[cell] = question
            self.hidden[cell] = True
            self._reader.withhold(cell)

    def _zeros_that_may_go(self) -> BoolArray:
        """Mark where the rules let this release withhold a zero, as its readers will understand them."""
        marked = np.zeros(len(self.task.layout.cells), dtype=np.bool_)
        shown = [self._reader.values[place] for place in self.task.places]
        marked[self.task.places] = hideable_zeros(self.task.own, shown, self.rules)
        return marked

    def _open(self, *, totals: bool) -> BoolArray:
        can: BoolArray = self.task.free & ~self.hidden & ((self.task.values > 0) | self._zeros_that_may_go())
        return can if totals else can & ~self.task.totals

    def _situation(self, *, totals: bool) -> Situation:
        task = self.task
        return Situation(
            task.layout, task.values, task.floors, task.cost, self.hidden, self._open(totals=totals)
        )

    def _propose(self, question: Question, finding: Finding) -> Proposal | None:
        """Look at full width, then for one value more; with grand totals only where there is no second value."""
        now, width = self._situation(totals=False), _width(question, finding)
        # An exact remainder needs no more: another cell of the line joins it, and the question changes.
        joins = question.kind is Kind.REMAINDER and width == 0
        found = self._cheapest(now, question, finding, 1 if joins else question.need)
        step = question.need if question.kind is Kind.GROUP else width + 1
        if found is None and step < question.need:
            found = self._cheapest(now, question, finding, step)
        if found is None and width == 0:
            found = self._cheapest(self._situation(totals=True), question, finding, step)
        return found

    def _cheapest(self, now: Situation, question: Question, finding: Finding, need: int) -> Proposal | None:
        cells, ceiling = question.cells, float(self.task.values.sum() + need)
        if question.kind is Kind.GROUP:
            ways = [(float(need), np.inf)]
        else:
            low, high = finding.bounds
            ways = [(float(low + need), np.inf), (0.0, float(high - need))]
        for room in (2.0 * need + 2.0, ceiling):
            found = [
                cheapest(now, cells, between, int(room), self.deadline) for between in ways if between[1] >= 0
            ]
            good = [proposal for proposal in found if proposal is not None]
            if good:
                return min(good, key=lambda proposal: proposal.cost)
        return None

    def _near(self, question: Question) -> tuple[int, ...]:
        """Give up looking for little: return all that shares a line with these cells and may go, but no total."""
        layout = self.task.layout
        near = np.zeros(len(layout.cells), dtype=np.bool_)
        asked = {layout.cells[cell].id for cell in question.cells}
        for line in layout.lines:
            ids = (line.total, *line.parts)
            if not asked.isdisjoint(ids):
                near[[layout.index[cell] for cell in ids]] = True
        return tuple(np.flatnonzero(near & self._open(totals=False)).tolist())

    def _kept_back_in_part(self) -> BoolArray:
        """Mark the figures, but no total, that contain one which an earlier release withheld."""
        layout = self.task.layout
        marked = np.zeros(len(layout.cells), dtype=np.bool_)
        for cell in np.flatnonzero(self.task.kept_back).tolist():
            atoms = layout.cells[cell].atoms
            inside = np.zeros(layout.atoms, dtype=np.int64)
            inside[atoms] = 1
            marked |= layout.sums(inside) == len(atoms)
        return marked & ~self.task.totals

    def _all_but_totals(self) -> BoolArray:
        return ~self.task.totals

    def _everything(self) -> BoolArray:
        return np.ones_like(self.task.totals)

    def _give_way(self, chosen: BoolArray) -> None:
        """Withhold all of these that may go (a withheld line can let its zeros go too), and ask again."""
        while (cells := np.flatnonzero(chosen & self._open(totals=True))).size:
            self._withhold(cells.tolist(), self.open_ends[0])
        self.open_ends.clear()
        self._repair()

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
        zeros = self.task.free & self.hidden & (self.task.values == 0)
        return not (zeros & ~self._zeros_that_may_go()).any()


def _width(question: Question, finding: Finding) -> int:
    """Return highest minus lowest value that was found possible: 0 where that is unknown, or not the question."""
    if question.kind is Kind.GROUP or finding.low is None:
        return 0
    low, high = finding.bounds
    return high - low
