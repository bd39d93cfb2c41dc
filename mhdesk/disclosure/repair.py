"""The cheapest further cells to withhold so that one question loses its answer, as a small whole-number program.

It looks for one alternative table in which the sum in question has the value that a reader must hold possible, and
pays for every published cell that this table changes: those are the cells to withhold.
"""

from __future__ import annotations

import time
from dataclasses import dataclass

import highspy
import numpy as np
from numpy.typing import NDArray

from mhdesk.disclosure.layout import IntArray, Layout
from mhdesk.disclosure.solver import FloatArray, Program, Rows, quiet_solver

MAX_NODES = 300
BoolArray = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Situation:
    """Hold what a repair starts from; all arrays have one entry for each cell.

    ``hidden``: withheld already; ``open``: published, may be withheld; every other cell is fixed at its value.
    """

    layout: Layout
    values: IntArray
    floors: IntArray
    cost: FloatArray
    hidden: BoolArray
    open: BoolArray


@dataclass(frozen=True, slots=True, eq=False)
class Proposal:
    """Hold cells to withhold, what they cost, and the alternative table (atoms) that they should make possible."""

    cells: tuple[int, ...]
    cost: float
    table: IntArray


def cheapest(
    now: Situation,
    cells: tuple[int, ...],
    between: tuple[float, float],
    room: int,
    deadline: float | None = None,
) -> Proposal | None:
    """Return the cheapest way found to let the sum of ``cells`` lie ``between`` two values, None when there is none.

    ``room``: how far a cell may rise above its value; a tight one keeps the program easy. The search is bounded by
    nodes, so that the same table gives the same answer on every machine, unless the ``deadline`` (time.monotonic())
    ends it.
    """
    chosen = np.flatnonzero(now.open)
    solver = quiet_solver()
    solver.setOptionValue("mip_max_nodes", MAX_NODES)
    if deadline is not None:
        solver.setOptionValue("time_limit", max(deadline - time.monotonic(), 0.0))
    _program(now, chosen, cells, between, room).load(solver)
    solver.run()
    # A table that is not proven cheapest, or that does not quite add up, will do here: the reader checks it before
    # it counts as a witness, and the audit judges what is withheld, not this search.
    if solver.getInfo().primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
        return None
    table = np.rint(np.array(solver.getSolution().col_value)[: now.layout.atoms]).astype(np.int64)
    extra = np.flatnonzero(now.open & (now.layout.sums(table) != now.values))
    return Proposal(tuple(extra.tolist()), float(now.cost[extra].sum()), table)


def _program(
    now: Situation, chosen: IntArray, cells: tuple[int, ...], between: tuple[float, float], room: int
) -> Program:
    """Build: atoms x, then one 0/1 column y for each open cell; y = 0 holds the cell at its value."""
    atoms, count = now.layout.atoms, len(chosen)
    rows: list[tuple[IntArray, FloatArray | float]] = []
    low: list[float] = []
    high: list[float] = []
    for i in np.flatnonzero(~now.open).tolist():
        rows.append((now.layout.cells[i].atoms, 1.0))
        low.append(float(now.floors[i] if now.hidden[i] else now.values[i]))
        high.append(np.inf if now.hidden[i] else float(now.values[i]))
    for k, i in enumerate(chosen.tolist()):
        members = now.layout.cells[i].atoms
        columns = np.append(members, atoms + k)
        value, ones = float(now.values[i]), np.ones(len(members))
        down = min(value - float(now.floors[i]), float(room))
        rows += [(columns, np.append(ones, down)), (columns, np.append(ones, -float(room)))]
        low += [value, -np.inf]
        high += [np.inf, value]
    rows.append((np.concatenate([now.layout.cells[i].atoms for i in cells]), 1.0))
    for left, right in now.layout.links:
        rows.append((np.concatenate([left, right]), np.append(np.ones(len(left)), -np.ones(len(right)))))
    zeros = [0.0] * len(now.layout.links)
    return Program(
        cost=np.concatenate([np.zeros(atoms), now.cost[chosen]]),
        low=np.zeros(atoms + count),
        high=np.concatenate([np.full(atoms, np.inf), np.ones(count)]),
        rows=Rows.of(rows),
        row_low=np.array([*low, between[0], *zeros]),
        row_high=np.array([*high, between[1], *zeros]),
        integer=np.ones(atoms + count, dtype=np.bool_),
    )
