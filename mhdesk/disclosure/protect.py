"""Protection: decide which figures are withheld so that the rest may leave, or say that it cannot be done."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np

from mhdesk.disclosure.audit import AuditReport, Finding, Interval, audit
from mhdesk.disclosure.errors import (
    BadLayoutError,
    InconsistentHistoryError,
    NotCertifiedError,
    UnknownCategoryError,
)
from mhdesk.disclosure.layout import (
    CellId,
    IntArray,
    Layout,
    Published,
    System,
    hideable_zeros,
    publish,
    union,
    unite,
)
from mhdesk.disclosure.optimum import Optimum, Proof
from mhdesk.disclosure.repair import BoolArray
from mhdesk.disclosure.rules import Rules
from mhdesk.disclosure.search import Search, Task
from mhdesk.disclosure.solver import TOLERANCE, FloatArray

LEAST_SECONDS = (
    10.0  # what withholding generously and the audit may always take, however short the time limit
)
EXACT_SECONDS = 5.0


class Status(StrEnum):
    """Say what a reader sees in a cell; withheld is one mark, whatever the reason (A14)."""

    PUBLISHED = "published"
    WITHHELD = "withheld"
    ZERO = "zero"


@dataclass(frozen=True, slots=True)
class Outcome:
    """Hold the decision on one cell: for the house, not for the reader.

    ``rule``: "frequency" for a small count, "chosen" where the user withheld it, else the rule of the question
    that this cell helps to keep open; ``protects``: the cells of that question. ``interval``: what the strongest
    reader can know of a withheld cell.
    """

    id: CellId
    status: Status
    value: int
    primary: bool = False
    rule: str | None = None
    protects: tuple[CellId, ...] = ()
    interval: Interval | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Protected:
    """Hold a certified release, or the findings that forbid one (then there are no cells in it at all).

    ``reached``: least width of a small count; ``cost``: the weights of the secondary cells added up; ``bound``:
    proven to be the least that any choice costs; ``optimal``: they are equal. ``told_before``: something follows
    from what was published earlier, whatever is withheld now.
    """

    certified: bool
    cells: tuple[Outcome, ...]
    findings: tuple[Finding, ...]
    reached: int | None
    cost: float
    bound: float
    optimal: bool
    seconds: float
    told_before: bool
    rules: Rules
    _layout: Layout

    @property
    def primary(self) -> int:
        """Return the number of cells withheld because of their own count, or by choice."""
        return sum(cell.primary for cell in self.cells)

    @property
    def secondary(self) -> int:
        """Return the number of cells withheld for the sake of others."""
        return sum(cell.status is Status.WITHHELD and not cell.primary for cell in self.cells)

    def published(self) -> Published:
        """Return what may leave the house. Raises NotCertifiedError."""
        if not self.certified:
            raise NotCertifiedError("these figures are not proven safe")
        shown = {cell.id: cell.value for cell in self.cells if cell.status is not Status.WITHHELD}
        return publish(self._layout, [shown.get(cell.id) for cell in self._layout.cells], self.rules)


def protect(  # noqa: PLR0913 - one call, and all but two by name and with a default
    system: System,
    rules: Rules,
    *,
    earlier: Sequence[Published] = (),
    keep: Collection[CellId] = (),
    withhold: Collection[CellId] = (),
    seed: bytes | str | int = 0,
    time_limit: float | None = None,
    optimum: float = 0.0,
    go_on: Callable[[float], bool] | None = None,
) -> Protected:
    """Withhold small counts and what would give them away, together with all that was published ``earlier``.

    ``keep`` must be published (the result is not certified where that is impossible), ``withhold`` must not.
    ``seed`` is the key of the tie-breaks: same table and seed, same pattern (A22). After half of ``time_limit``
    seconds the search withholds generously instead of looking on, and after all of it (but ten seconds are always
    there for that) it ends, safe or not certified. ``optimum`` seconds more go into the cheapest choice and its
    proof; ``go_on`` is asked between its rounds, with the bound so far. At 0, or when that ends early, the greedy
    choice stays, the same on every machine: what a preview shows is what leaves. The result is certified only by an
    audit of its own; intervals of cells are exact as far as there was time. Raises InconsistentHistoryError when
    ``earlier`` does not agree with the counts as they are now.
    """
    start = time.monotonic()
    task = task_of(system, rules, earlier, (keep, withhold), seed)
    careful, end = None, None
    if time_limit is not None:
        careful = start + time_limit / 2
        end = start + max(time_limit, LEAST_SECONDS) + optimum
    search = Search(task, rules, careful, None if end is None else end - optimum)
    search.run()
    proof = None
    if optimum > 0 and not search.open_ends:
        proof = Optimum(task, rules, search.hidden.copy(), time.monotonic() + optimum, go_on).run()
    report = _audited(search, proof, rules, end)
    certified, bound = report.certified, proof.bound if proof else 0.0
    cost = float(task.cost[search.hidden & ~task.hidden].sum())
    return Protected(
        certified=certified,
        cells=_outcomes(system, search, report, rules) if certified else (),
        findings=report.findings,
        reached=_reached(search, report, rules),
        cost=cost,
        bound=min(bound, cost),
        optimal=certified and cost <= bound + TOLERANCE * max(1.0, cost),
        seconds=time.monotonic() - start,
        told_before=not certified and bool(earlier) and _told_before(task, rules),
        rules=rules,
        _layout=system.layout,
    )


def _audited(search: Search, proof: Proof | None, rules: Rules, end: float | None) -> AuditReport:
    """Put a cheaper choice in the place of the greedy one where an audit certifies it; return the audit of what stands.

    The witnesses of the search save time. They are believed no more than a stranger's: addition judges them.
    """
    asked, exact_for = replace(rules, width=1), None if end is None else EXACT_SECONDS
    if proof is not None and proof.hidden is not None:
        seen = search.task.seen(proof.hidden)
        report = audit(seen, asked, time_limit=_left(end), exact_for=exact_for, witnesses=proof.witnesses)
        if report.certified:
            search.hidden, search.reasons = proof.hidden, proof.reasons
            return report
    return audit(
        search.shown(), asked, time_limit=_left(end), exact_for=exact_for, witnesses=search.witnesses
    )


def _left(end: float | None) -> float | None:
    return None if end is None else max(end - time.monotonic(), LEAST_SECONDS / 2)


def task_of(
    system: System,
    rules: Rules,
    earlier: Sequence[Published],
    wishes: tuple[Collection[CellId], Collection[CellId]],
    seed: bytes | str | int,
) -> Task:
    """Return what is to be decided, as the strongest reader of all releases sees it; ``wishes``: keep, withhold."""
    own = system.layout
    for wish in wishes:
        if not set(wish) <= set(own.index):
            raise UnknownCategoryError("a wish for a figure that is not in these tables")
    _check_zeros(system, rules, wishes[1])
    layout = unite([own, *(release.layout for release in earlier)])
    values = layout.sums(system.counts)
    told, kept_back, floors = _history(layout, values, earlier)
    tabled = np.array([cell.id in own.index and not own.cell(cell.id).latent for cell in layout.cells])
    ids = [cell.id for cell in layout.cells]
    kept, gone = (np.array([cell in set(wish) for cell in ids]) for wish in wishes)
    small = (values >= 1) & (values < rules.minimum) & ("frequency" in rules.rules)
    if rules.zeros == "shown":
        floors = np.maximum(
            floors, np.minimum(values, 1) * np.array([not cell.latent for cell in layout.cells])
        )
    return Task(
        layout=layout,
        own=own,
        places=np.array([layout.index[cell.id] for cell in own.cells]),
        truth=system.counts,
        values=values,
        floors=floors,
        cost=_costs(layout, values, rules, seed),
        free=tabled & ~told & ~kept,
        hidden=~told & (~tabled | (small & ~kept) | gone),
        told=told,
        kept_back=kept_back,
        totals=np.array([cell.role == "total" for cell in layout.cells]),
    )


def _check_zeros(system: System, rules: Rules, withhold: Collection[CellId]) -> None:
    values = system.values
    hideable = hideable_zeros(system.layout, values.tolist(), rules)
    for cell in withhold:
        i = system.layout.index[cell]
        if values[i] == 0 and not hideable[i]:
            raise BadLayoutError("a zero cannot be withheld where the rules show zeros")


def _history(
    layout: Layout, values: IntArray, earlier: Sequence[Published]
) -> tuple[BoolArray, BoolArray, IntArray]:
    """Return which cells were shown before, which withheld, and the least that readers of those releases know."""
    told, kept_back = (np.zeros(len(layout.cells), dtype=np.bool_) for _ in range(2))
    floors = np.zeros(len(layout.cells), dtype=np.int64)
    if not earlier:
        return told, kept_back, floors
    past = union(earlier)
    torn: list[CellId] = []
    for cell, value, floor in zip(past.layout.cells, past.values, past.floors.tolist(), strict=True):
        i = layout.index[cell.id]
        told[i], kept_back[i] = value is not None, value is None and not cell.latent
        floors[i] = min(floor, int(values[i]))
        if value not in (None, int(values[i])):
            torn.append(cell.id)
    if torn:
        raise InconsistentHistoryError(
            "the counts have changed since these figures were published", tuple(torn)
        )
    return told, kept_back, floors


def _costs(layout: Layout, values: IntArray, rules: Rules, seed: bytes | str | int) -> FloatArray:
    """Weigh each cell by its role and size; what is equal is ordered by a keyed hash of the whole table (A22)."""
    weights = rules.weights
    key = hashlib.blake2b(seed if isinstance(seed, bytes) else str(seed).encode()).digest()
    pairs = list(zip(layout.cells, values.tolist(), strict=True))
    table = repr([(cell.id, value) for cell, value in pairs]).encode()
    digest = hashlib.blake2b(table, key=key).digest()
    largest = max([value for cell, value in pairs if cell.role == "inner"], default=0)
    costs = []
    for cell, value in pairs:
        drawn = hashlib.blake2b(repr(cell.id).encode() + digest, key=key, digest_size=6).digest()
        chance = int.from_bytes(drawn) / (1 << 48)
        share = weights.size * min(value / max(largest, 1), 1.0) + weights.jitter * chance
        costs.append(getattr(weights, cell.role) * (1.0 + share))
    return np.array(costs)


def _outcomes(system: System, search: Search, report: AuditReport, rules: Rules) -> tuple[Outcome, ...]:
    layout = search.task.layout
    outcomes = []
    for cell in system.layout.cells:
        if cell.latent:
            continue
        i = layout.index[cell.id]
        value = int(search.task.values[i])
        if not search.hidden[i]:
            outcomes.append(Outcome(cell.id, Status.PUBLISHED if value else Status.ZERO, value))
            continue
        question = search.reasons.get(i)
        small = "frequency" if rules.is_small(value) and "frequency" in rules.rules else "chosen"
        outcomes.append(
            Outcome(
                cell.id,
                Status.WITHHELD,
                value,
                primary=question is None,
                rule=small if question is None else question.kind.value,
                protects=() if question is None else search.names(question.cells),
                interval=report.intervals[cell.id],
            )
        )
    return tuple(outcomes)


def _reached(search: Search, report: AuditReport, rules: Rules) -> int | None:
    """Return the least width of a count that really is small."""
    index, values = search.task.layout.index, search.task.values
    found = [
        interval.width
        for cell, interval in report.intervals.items()
        if interval.width is not None and rules.is_small(int(values[index[cell]]))
    ]
    return min(found, default=None)


def _told_before(task: Task, rules: Rules) -> bool:
    """Tell whether something follows even when this release shows nothing."""
    return not audit(task.seen(~task.told), replace(rules, width=1), exact=False).certified
