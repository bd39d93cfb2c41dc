"""Controlled rounding: every figure is shown as a multiple of a base, all lines add up, nothing is blank.

Zero-restricted (Cox 1987; Handbook on SDC ch. 4): a multiple of the base stays, everything else goes to one of its
two neighbours, so that the sum of all changes is least. In three dimensions that can be impossible; then single
figures go one step further, and the release says so.

What is promised is the interval that additivity and the base leave a reader: at least base - 1 wide. Inside it the
values near what is shown are the likelier ones. A figure is rounded once and for all: a second, different rounding of
the same figure would tell more (A17), and so would its exact value (A16).
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Sequence
from dataclasses import dataclass

import highspy
import numpy as np

from mhdesk.disclosure.audit import Finding, Interval, Reason
from mhdesk.disclosure.errors import BadLayoutError, InconsistentHistoryError, NotCertifiedError
from mhdesk.disclosure.layout import CellId, IntArray, Layout, Published, System, union
from mhdesk.disclosure.rounded import BASES, Rounded, audit_rounded
from mhdesk.disclosure.rules import Rules, Weights
from mhdesk.disclosure.solver import FloatArray, Program, Rows, quiet_solver

# A step beyond the neighbour costs more than any number of changes that could avoid it.
_FURTHER = 100.0


@dataclass(frozen=True, slots=True)
class RoundedCell:
    """Hold one figure: for the house its true ``value``, for the reader ``shown``, and what a reader can know."""

    id: CellId
    value: int
    shown: int
    interval: Interval

    @property
    def change(self) -> int:
        """Return how far the shown figure is from the true one."""
        return abs(self.shown - self.value)


@dataclass(frozen=True, slots=True, eq=False)
class Rounding:
    """Hold a certified rounded release, or the findings that forbid one (then there are no cells in it at all).

    ``steps``: 1 where every figure went to a neighbouring multiple, 2 where some had to go one further. ``optimal``:
    no other rounding changes less (by the weights of the rules).
    """

    certified: bool
    cells: tuple[RoundedCell, ...]
    findings: tuple[Finding, ...]
    base: int
    steps: int
    reached: int | None
    optimal: bool
    seconds: float
    rules: Rules
    _rounded: Rounded | None

    @property
    def changed(self) -> int:
        """Return the number of figures that are not shown as they are."""
        return sum(cell.change > 0 for cell in self.cells)

    @property
    def largest_change(self) -> int:
        """Return the largest difference between a shown figure and the true one."""
        return max((cell.change for cell in self.cells), default=0)

    @property
    def change(self) -> int:
        """Return the sum of all differences."""
        return sum(cell.change for cell in self.cells)

    def published(self) -> Rounded:
        """Return what may leave the house. Raises NotCertifiedError."""
        if not self.certified or self._rounded is None:
            raise NotCertifiedError("these figures are not proven safe")
        return self._rounded


def round_figures(
    system: System,
    rules: Rules,
    *,
    base: int = 5,
    seed: bytes | str | int,
    earlier: Sequence[Published | Rounded] = (),
    time_limit: float | None = None,
) -> Rounding:
    """Round every figure to a multiple of ``base`` (3 or 5) so that all lines add up.

    A figure that an ``earlier`` rounded release showed is shown as it was. ``seed`` is the key that decides between
    equal choices. After ``time_limit`` seconds the best rounding so far is taken. The result is certified only by an
    attack on what would be shown, together with all that was. Raises InconsistentHistoryError when ``earlier`` does
    not agree with itself or with the counts, BadLayoutError for another base than an earlier release of a figure had.
    """
    start = time.monotonic()
    if base not in BASES:
        raise BadLayoutError("figures are rounded to base 3 or 5")
    rounded = [release for release in earlier if isinstance(release, Rounded)]
    exact = [release for release in earlier if isinstance(release, Published)]
    kept = _kept(system, rounded, base)
    _agrees(system, exact)
    least = max((release.steps for release in rounded), default=1)
    costs = _costs(system, rules.weights, seed)
    for steps in range(least, 3):
        found = _Program(system, base, steps, kept, costs).solve(time_limit)
        if found is not None:
            values, optimal = found
            return _certified(
                system, rules, (values, base, steps), (rounded, exact), optimal=optimal, start=start
            )
    findings = (Finding(tuple(kept), Reason.UNPROVEN),)
    return Rounding(False, (), findings, base, 2, None, False, time.monotonic() - start, rules, None)  # noqa: FBT003 - the fields in their order


def _certified(
    system: System,
    rules: Rules,
    chosen: tuple[tuple[int | None, ...], int, int],
    earlier: tuple[list[Rounded], list[Published]],
    *,
    optimal: bool,
    start: float,
) -> Rounding:
    values, base, steps = chosen
    release = Rounded(system.layout, values, base, steps)
    report = audit_rounded([release, *earlier[0]], rules, exact=earlier[1], truth=system.counts)
    findings = report.findings
    if not release.adds_up() or not _near(system, release):
        findings = (*findings, Finding((), Reason.UNPROVEN))
    pairs = zip(system.layout.cells, system.values.tolist(), values, strict=True)
    cells = (
        RoundedCell(cell.id, value, shown, report.intervals[cell.id])
        for cell, value, shown in pairs
        if shown is not None
    )
    return Rounding(
        certified=not findings,
        cells=() if findings else tuple(cells),
        findings=findings,
        base=base,
        steps=steps,
        reached=report.reached,
        optimal=optimal,
        seconds=time.monotonic() - start,
        rules=rules,
        _rounded=None if findings else release,
    )


def _near(system: System, release: Rounded) -> bool:
    pairs = zip(release.values, system.values.tolist(), strict=True)
    return all(shown is None or abs(shown - value) <= release.reach for shown, value in pairs)


def _kept(system: System, earlier: Sequence[Rounded], base: int) -> dict[CellId, int]:
    """Return how earlier releases showed the figures of this one; check all of theirs against the counts."""
    kept: dict[CellId, int] = {}
    torn: list[CellId] = []
    for release in earlier:
        sums = release.layout.sums(system.counts).tolist()
        for cell, shown, value in zip(release.layout.cells, release.values, sums, strict=True):
            if shown is None:
                continue
            if abs(shown - value) > release.reach or kept.get(cell.id, shown) != shown:
                torn.append(cell.id)
            kept[cell.id] = shown
            if release.base != base and cell.id in system.layout.index:
                raise BadLayoutError("a figure that was rounded to another base before")
    if torn:
        raise InconsistentHistoryError(
            "rounded figures that differ, or counts that changed since", tuple(torn)
        )
    return {cell: shown for cell, shown in kept.items() if cell in system.layout.index}


def _agrees(system: System, exact: Sequence[Published]) -> None:
    if not exact:
        return
    past = union(exact)
    truth = past.layout.sums(system.counts).tolist()
    pairs = zip(past.layout.cells, past.values, truth, strict=True)
    torn = tuple(cell.id for cell, shown, value in pairs if shown not in (None, value))
    if torn:
        raise InconsistentHistoryError("the counts have changed since these figures were published", torn)


def _costs(system: System, weights: Weights, seed: bytes | str | int) -> FloatArray:
    """Return what it costs to change each figure by one: its role, and a keyed hash of the whole table (A22)."""
    key = hashlib.blake2b(seed if isinstance(seed, bytes) else str(seed).encode()).digest()
    pairs = [
        (cell.id, value) for cell, value in zip(system.layout.cells, system.values.tolist(), strict=True)
    ]
    digest = hashlib.blake2b(repr(pairs).encode(), key=key).digest()
    costs = []
    for cell in system.layout.cells:
        drawn = hashlib.blake2b(repr(cell.id).encode() + digest, key=key, digest_size=6).digest()
        costs.append(getattr(weights, cell.role) * (1 + weights.jitter * int.from_bytes(drawn) / (1 << 48)))
    return np.array(costs)


class _Program:
    """The whole-number program: multiple = the one below + up + further up - further down, additive on every line."""

    def __init__(
        self, system: System, base: int, steps: int, kept: dict[CellId, int], costs: FloatArray
    ) -> None:
        self._layout, self._base = system.layout, base
        values = system.values
        self._shown = np.array([not cell.latent for cell in self._layout.cells])
        self._below = values // base
        self._free = self._shown.copy()
        for cell, shown in kept.items():
            i = self._layout.index[cell]
            self._below[i], self._free[i] = shown // base, False
        rest = values % base
        further = self._free & (steps == 2)
        self._high = np.concatenate([self._free & (rest > 0), further, further & (self._below > 0)]).astype(
            float
        )
        self._cost = np.concatenate([costs * (base - 2 * rest), *[costs * base * _FURTHER] * 2])

    def solve(self, time_limit: float | None) -> tuple[tuple[int | None, ...], bool] | None:
        """Return the rounded values and whether they are proven best; None where there are none."""
        solver = quiet_solver()
        solver.setOptionValue("mip_rel_gap", 0.0)
        if time_limit is not None:
            solver.setOptionValue("time_limit", time_limit)
        self._program().load(solver)
        solver.run()
        if solver.getInfo().primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
            return None
        up, over, under = np.rint(np.array(solver.getSolution().col_value)).astype(np.int64).reshape(3, -1)
        rounded = (self._base * (self._below + up + over - under)).tolist()
        values = tuple(
            value if shown else None for value, shown in zip(rounded, self._shown.tolist(), strict=True)
        )
        return values, solver.getModelStatus() == highspy.HighsModelStatus.kOptimal

    def _program(self) -> Program:
        # A dimension with a single code has a line from a figure to itself.
        true_lines = [line for line in self._layout.lines if line.total not in line.parts]
        lines = [self._positions(self._layout, line.total, line.parts) for line in true_lines]
        lines = [cells for cells in lines if self._shown[cells].all()]
        count = len(self._shown)
        rows: list[tuple[IntArray, FloatArray | float]] = []
        due = []
        for cells in lines:
            signs = np.append(-1.0, np.ones(len(cells) - 1))
            columns = np.concatenate([cells, cells + count, cells + 2 * count])
            rows.append((columns, np.concatenate([signs, signs, -signs])))
            due.append(-float(signs @ self._below[cells]))
        return Program(
            cost=self._cost,
            low=np.zeros(3 * count),
            high=self._high,
            rows=Rows.of(rows),
            row_low=np.array(due),
            row_high=np.array(due),
            integer=np.ones(3 * count, dtype=np.bool_),
        )

    @staticmethod
    def _positions(layout: Layout, total: CellId, parts: Sequence[CellId]) -> IntArray:
        return np.array([layout.index[cell] for cell in (total, *parts)], dtype=np.int64)
