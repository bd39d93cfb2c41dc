"""The proven optimum: the cheapest pattern that leaves every small count as much room as the greedy one does.

The greedy result is the first pattern at hand. A master program proposes cheaper ones, the attacker answers with cuts,
the reader judges whole patterns with whole numbers, and what it convicts is cut off. When nothing cheaper is left, the
pattern at hand is proven cheapest. Grand totals stay where the greedy search kept them.

What is asked of a pattern: every small count is as wide as the rules want, or as the greedy choice reaches; so is the
rest of every line; no small sum of a line's withheld cells is known; small groups are as open as the group rule wants.
All of these are exact here except one: a group that is large, but of which a withheld total would let a reader think
that it is small, is judged in whole patterns only (one such pattern is cut off at a time), so it adds little to the
bound before the end. The bound holds for all rules alike.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

import numpy as np

from mhdesk.disclosure.audit import Reason, answer, sums_that_follow
from mhdesk.disclosure.cuts import Attacker, Cut, Demand, Ground, conditional
from mhdesk.disclosure.layout import IntArray, hideable_zeros
from mhdesk.disclosure.master import Master
from mhdesk.disclosure.questions import Kind, Question, questions
from mhdesk.disclosure.reader import Reader
from mhdesk.disclosure.repair import BoolArray
from mhdesk.disclosure.rules import Rules
from mhdesk.disclosure.search import Task
from mhdesk.disclosure.solver import FloatArray, NotOptimalError

_SLACK = 1e-6
_CUTS_A_ROUND = 40


@dataclass(frozen=True, slots=True, eq=False)
class Proof:
    """Hold the cheapest pattern found, why each extra cell is in it, and what is proven.

    ``hidden``: None when the pattern that was given stays; ``bound``: no pattern costs less; ``witnesses``: tables that
    a reader of the pattern must think possible (each of shape: atoms).
    """

    hidden: BoolArray | None
    reasons: dict[int, Question]
    bound: float
    witnesses: tuple[IntArray, ...] = ()


@dataclass(slots=True)
class Optimum:
    """Look for the cheapest pattern below the cost of ``start`` (a certified pattern: cells that it withholds).

    ``go_on`` is asked between rounds; what is proven when it says no, or at ``deadline``, stays proven.
    """

    task: Task
    rules: Rules
    start: BoolArray
    deadline: float
    go_on: Callable[[float], bool] | None = None
    _needs: dict[tuple[int, ...], int] = field(default_factory=dict)
    _rest: int = 0
    demands: dict[Demand, Question] = field(default_factory=dict)
    made: list[tuple[Cut, Question]] = field(default_factory=list)
    _witnesses: tuple[IntArray, ...] = ()
    _turn: int = 0
    _free: BoolArray = field(init=False)
    _master: Master = field(init=False)
    attacker: Attacker = field(init=False)

    def run(self) -> Proof:
        """Prove what can be proven in time."""
        task = self.task
        best = float(task.cost[self.start & ~task.hidden].sum())
        try:
            self._measure()
            self._prepare()
            found = self._search(best)
        except NotOptimalError:
            found = None
        bound = min(self._master.bound, best) if hasattr(self, "_master") else 0.0
        if found is None:
            return Proof(None, {}, bound)
        return Proof(found, self._reasons(found), bound, self._witnesses)

    def _measure(self) -> None:
        """Note how wide the greedy pattern leaves each small count, and the rest of every line."""
        reader = self._reader(self.start)
        self._rest = self.rules.width
        for question in questions(reader.now(), self.rules, self.task.values):
            finding = answer(reader, question, self.rules)
            if finding is None:
                continue
            if question.kind is Kind.GROUP or finding.low is None:
                raise NotOptimalError("a pattern that was not certified")
            low, high = finding.bounds
            if question.kind is Kind.CELL:
                self._needs[question.cells] = high - low
            else:
                self._rest = min(self._rest, high - low)

    def _reader(self, hidden: BoolArray) -> Reader:
        reader = Reader(self.task.seen(hidden), witness=self.task.truth)
        reader.stop_at(self.deadline)
        for table in self._witnesses:
            reader.offer(table)
        return reader

    def _prepare(self) -> None:
        task = self.task
        totals = task.totals & ~(self.start & task.totals).any()
        self._free = task.free & ~task.hidden & ~totals & self._zeros_too()
        free = np.flatnonzero(self._free)
        self._master = Master(free, task.cost, len(task.values))
        self.attacker = Attacker(
            Ground(task.layout, task.truth, task.values, task.floors, self._free, task.hidden),
            float(max(self.rules.width, self.rules.group_others)),
        )
        for question in questions(task.seen(task.hidden), self.rules, task.values):
            self._demand(question, task.hidden)

    def _zeros_too(self) -> BoolArray:
        """Mark every cell that some pattern might withhold: not a zero, or one that the rules may hide."""
        marked: BoolArray = self.task.values > 0
        nothing_shown = [None] * len(self.task.own.cells)
        marked[self.task.places] |= hideable_zeros(self.task.own, nothing_shown, self.rules)
        return marked

    def _demand(self, question: Question, hidden: BoolArray) -> Demand | None:
        """Put a question to every pattern in which it is asked; None for one that cannot be put that way."""
        task, index = self.task, self.task.layout.index
        extra = tuple(cell for cell in question.cells if not task.hidden[cell])
        demand = None
        if question.kind is Kind.CELL:
            demand = Demand(question.cells, self._needs.get(question.cells, question.need))
        elif question.kind is Kind.COMBINATION:
            demand = Demand(question.cells, 1, inside=extra)
        elif question.kind is Kind.REMAINDER:
            lines = [[index[part] for part in line.parts] for line in task.layout.lines]
            asking = [parts for parts in lines if tuple(p for p in parts if hidden[p]) == question.cells]
            parts = max(asking, key=len)  # a line that is withheld as a whole is not asked for its rest
            beside = tuple(cell for cell in parts if cell not in question.cells and self._free[cell])
            demand = Demand(question.cells, self._rest, inside=extra, outside=beside)
        elif 0 < task.values[list(question.group)].sum() < self.rules.group_below:
            more = question.need - int(task.values[list(question.cells)].sum())
            demand = Demand(question.cells, more, upward=True) if more > 0 else None
        if demand is not None:
            self.demands[demand] = question
        return demand

    def _search(self, best: float) -> BoolArray | None:
        """Return a pattern that is proven cheapest, None where the one at hand is, or time is up."""
        whole = False
        while self._master.bound < best - _SLACK:
            y = None if self._stopped() else self._master.solve(self.deadline)
            if y is None or self._master.bound >= best - _SLACK:
                return None
            cuts = list(self._cuts(y))
            if not cuts and not whole:
                self._master.whole(best)
                whole = True
                continue
            if not cuts:
                hidden = self.task.hidden | (y > 0.5)
                cuts = list(self.verdict(hidden))
                if not cuts:
                    return hidden
            for cut, question in cuts:
                self._master.add(cut)
                self.made.append((cut, question))
        return None

    def _stopped(self) -> bool:
        late = time.monotonic() > self.deadline
        return late or (self.go_on is not None and not self.go_on(self._master.bound))

    def _cuts(self, y: FloatArray) -> Iterator[tuple[Cut, Question]]:
        """Yield cuts that y violates, going on where the last round ended."""
        self.attacker.look(y, self.deadline)
        demands, found = list(self.demands), 0
        for step in range(len(demands)):
            demand = demands[(self._turn + step) % len(demands)]
            cut = self.attacker.cut(demand)
            if cut is None:
                continue
            yield cut, self.demands[demand]
            found += 1
            if found == _CUTS_A_ROUND:
                self._turn += step + 1
                return

    def verdict(self, hidden: BoolArray) -> Iterator[tuple[Cut, Question]]:
        """Judge a whole pattern by whole numbers; yield what it violates."""
        for question in self._failures(hidden):
            demand = self._demand(question, hidden)
            cut = None if demand is None else self.attacker.cut(demand)
            yield cut or self._not_this(demand, hidden), question
        if not self._zeros_are_plausible(hidden):
            yield self._not_this(None, hidden), Question(Kind.COMBINATION, (), 1)

    def _not_this(self, demand: Demand | None, hidden: BoolArray) -> Cut:
        """Withhold something else as well (or, where that may not help, publish one of these again)."""
        if demand is None:
            demand = Demand((), 1, inside=tuple(np.flatnonzero(hidden & self._free).tolist()))
        return conditional(demand, (self._free & ~hidden).astype(np.float64), 1.0)

    def _failures(self, hidden: BoolArray) -> Iterator[Question]:
        reader = self._reader(hidden)
        for question in questions(reader.now(), self.rules, self.task.values):
            need = self._rest if question.kind is Kind.REMAINDER else question.need
            asked = replace(question, need=self._needs.get(question.cells, need))
            finding = answer(reader, asked, self.rules)
            if finding is not None and finding.reason is Reason.UNPROVEN:
                raise NotOptimalError("a question without a proven answer")
            if finding is not None:
                yield question
        for finding in sums_that_follow(reader, self.rules):
            if finding.reason is Reason.UNPROVEN:
                raise NotOptimalError("a question without a proven answer")
            yield Question(Kind.COMBINATION, tuple(self.task.layout.index[cell] for cell in finding.cells), 1)
        self._witnesses = reader.witnesses

    def _zeros_are_plausible(self, hidden: BoolArray) -> bool:
        task = self.task
        shown = [None if hidden[place] else int(task.values[place]) for place in task.places]
        marked = np.ones_like(hidden)
        marked[task.places] = hideable_zeros(task.own, shown, self.rules)
        return not (hidden & task.free & (task.values == 0) & ~marked).any()

    def _reasons(self, hidden: BoolArray) -> dict[int, Question]:
        """Say of each extra cell what could be known if it were published: a cheaper pattern violates some cut."""
        reasons: dict[int, Question] = {}
        for cell in np.flatnonzero(hidden & ~self.task.hidden).tolist():
            without = hidden.astype(np.float64)
            without[cell] = 0.0
            asked = (q for cut, q in self.made if cut.coefficients @ without < cut.least - _SLACK)
            reasons[cell] = next(asked, Question(Kind.COMBINATION, (cell,), 1))
        return reasons
