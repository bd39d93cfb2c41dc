"""Cuts for the search of the optimum: what a reader can still work out, said as an inequality over what is withheld.

Fischetti & Salazar (2000): give the reader of a half-withheld table (0 <= y <= 1) that share of the room of every
cell. Where even so the sum in question is too narrow, the dual solutions of its extremes say which cells would have
widened it: sum of coefficient * y >= what is missing. It holds for every pattern that protects that sum.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from mhdesk.disclosure.layout import IntArray, Layout
from mhdesk.disclosure.repair import BoolArray
from mhdesk.disclosure.solver import FloatArray, Program, Rows, quiet_solver, run

_SLACK = 1e-6
_NOTHING = 1e-9
_FAR = 10_000.0
_MOST_TABLES = 1500


@dataclass(frozen=True, slots=True)
class Demand:
    """Ask that the sum of ``cells`` can be ``need`` wide, or that much higher than it is (``upward``).

    It is asked only where all of ``inside`` and none of ``outside`` is withheld.
    """

    cells: tuple[int, ...]
    need: float
    upward: bool = False
    inside: tuple[int, ...] = ()
    outside: tuple[int, ...] = ()

    def asked(self, y: FloatArray) -> float:
        """Return how much of the width is asked at y: all of it at 1, nothing at 0 or below."""
        return float(1 - y[list(self.outside)].sum() - (1 - y[list(self.inside)]).sum())


@dataclass(frozen=True, slots=True, eq=False)
class Cut:
    """Hold coefficients @ y >= least (coefficients: one for each cell)."""

    coefficients: FloatArray
    least: float


def conditional(demand: Demand, coefficients: FloatArray, least: float) -> Cut:
    """Strengthen a cut to min(coefficient, right side) and let it go where its demand is not made."""
    row = np.minimum(coefficients, least)
    row[list(demand.outside)] = least
    row[list(demand.inside)] -= least
    return Cut(row, least - least * len(demand.inside))


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """Hold the true table and what may move: all arrays have one entry for each cell.

    ``free``: the pattern decides; ``hidden``: withheld in any case; every other cell is fixed at its value.
    """

    layout: Layout
    truth: IntArray
    values: IntArray
    floors: IntArray
    free: BoolArray
    hidden: BoolArray


class Attacker:
    """Bound sums under a half-withheld table, remember the tables that were seen, and make cuts."""

    def __init__(self, ground: Ground, reach: float) -> None:
        self._ground, self._reach = ground, reach
        self._down = (ground.values - ground.floors).astype(np.float64)
        self._tables = np.zeros((0, len(ground.values)))
        self._shares = np.zeros(0)
        self._deadline: float | None = None
        self._place()
        self._low, self._high = self._bounds(np.zeros(len(ground.values)))
        self._solver = quiet_solver()
        self._solver.setOptionValue("presolve", "off")
        self._program().load(self._solver)
        self._y = np.zeros(len(ground.values))

    def _place(self) -> None:
        """Decide which cells are bounds of an atom and which are rows."""
        cells = self._ground.layout.cells
        first = {
            int(cell.atoms[0]): i for i, cell in reversed(list(enumerate(cells))) if len(cell.atoms) == 1
        }
        self._cell_of = np.full(self._ground.layout.atoms, -1)
        self._cell_of[list(first)] = list(first.values())
        singles = set(first.values())
        self._row_cells = np.array([i for i in range(len(cells)) if i not in singles], dtype=np.int64)

    def _bounds(self, y: FloatArray) -> tuple[FloatArray, FloatArray]:
        ground = self._ground
        down = np.where(ground.free, np.minimum(self._down, self._reach) * y, 0.0)
        up = np.where(ground.free, self._reach * y, 0.0)
        down, up = np.where(ground.hidden, self._down, down), np.where(ground.hidden, np.inf, up)
        return np.asarray(ground.values - down, np.float64), np.asarray(ground.values + up, np.float64)

    def _columns(self) -> tuple[FloatArray, FloatArray]:
        low: FloatArray = np.zeros(len(self._cell_of))
        high: FloatArray = np.asarray(self._ground.truth + _FAR, np.float64)
        single = self._cell_of >= 0
        low[single] = np.maximum(self._low[self._cell_of[single]], 0.0)
        high[single] = np.minimum(self._high[self._cell_of[single]], high[single])
        return low, high

    def _program(self) -> Program:
        layout = self._ground.layout
        rows: list[tuple[IntArray, FloatArray | float]] = [
            (layout.cells[i].atoms, 1.0) for i in self._row_cells
        ]
        for left, right in layout.links:
            rows.append((np.concatenate([left, right]), np.append(np.ones(len(left)), -np.ones(len(right)))))
        self._rows = Rows.of(rows)
        self._row_of = np.repeat(np.arange(len(rows)), np.diff(self._rows.starts))
        none = np.zeros(len(layout.links))
        low, high = self._columns()
        row_low = np.concatenate([self._low[self._row_cells], none])
        row_high = np.concatenate([self._high[self._row_cells], none])
        return Program(np.zeros(layout.atoms), low, high, self._rows, row_low, row_high)

    def look(self, y: FloatArray, deadline: float | None) -> None:
        """Go to another pattern; every table seen so far shrinks to what agrees with it."""
        self._deadline, self._y = deadline, y
        old = self._low, self._high
        self._low, self._high = self._bounds(y)
        moved = (old[0] != self._low) | (old[1] != self._high)
        for row in np.flatnonzero(moved[self._row_cells]).tolist():
            cell = self._row_cells[row]
            self._solver.changeRowBounds(row, self._low[cell], self._high[cell])
        low, high = self._columns()
        self._solver.changeColsBounds(len(low), np.arange(len(low), dtype=np.int32), low, high)
        self._shares = self._share(self._tables)

    def _share(self, tables: FloatArray) -> FloatArray:
        """Return how far one can go from the truth towards each table (rows: differences from the truth)."""
        values = self._ground.values
        room = np.where(tables > 0, self._high - values, values - self._low)
        with np.errstate(divide="ignore", invalid="ignore"):
            shares = np.where(np.abs(tables) > _NOTHING, room / np.abs(tables), np.inf)
        found: FloatArray = np.minimum(shares.min(axis=1, initial=np.inf), 1.0)
        return found

    def _spread(self, demand: Demand) -> float:
        moves = self._shares * self._tables[:, list(demand.cells)].sum(axis=1)
        return float(moves.max(initial=0.0) - (0.0 if demand.upward else moves.min(initial=0.0)))

    def cut(self, demand: Demand) -> Cut | None:
        """Return a cut that this pattern violates, None when it leaves the sum as wide as is asked here.

        Raises NotOptimalError when nothing was proven.
        """
        wanted = demand.need * demand.asked(self._y) - _SLACK
        if self._spread(demand) >= wanted:
            return None
        atoms = np.concatenate([self._ground.layout.cells[cell].atoms for cell in demand.cells])
        coefficients, given, width = np.zeros(len(self._y)), 0.0, 0.0
        for sign in (-1.0,) if demand.upward else (-1.0, 1.0):
            width += self._extreme(atoms, sign)
            if self._spread(demand) >= wanted:
                return None
            more, constant = self._explain(atoms, sign)
            coefficients += more
            given += constant
        least = demand.need - given
        if width >= wanted or least <= _SLACK or not np.isfinite(given):
            return None
        return conditional(demand, coefficients, least)

    def _extreme(self, atoms: IntArray, sign: float) -> float:
        """Solve for the least of sign * sum, keep the table, and return how far from the truth it lies."""
        cost = np.zeros(len(self._cell_of))
        cost[atoms] = sign
        self._solver.changeColsCost(len(cost), np.arange(len(cost), dtype=np.int32), cost)
        point = run(self._solver, self._deadline)
        move = _sums(self._ground.layout, point) - self._ground.values
        self._tables = np.vstack([self._tables[-_MOST_TABLES:], move])
        self._shares = np.append(self._shares[-_MOST_TABLES:], 1.0)
        return abs(float((point - self._ground.truth)[atoms].sum()))

    def _explain(self, atoms: IntArray, sign: float) -> tuple[FloatArray, float]:
        """Turn the dual solution into coefficients and the constant part: an upper bound for every pattern."""
        ground = self._ground
        dual = np.array(self._solver.getSolution().row_dual)
        dual[np.abs(dual) < _NOTHING] = 0.0
        rest = np.zeros(len(self._cell_of))
        rest[atoms] = sign
        rest -= np.bincount(
            self._rows.columns, self._rows.coefficients * dual[self._row_of], minlength=len(rest)
        )
        rest[np.abs(rest) < _NOTHING] = 0.0
        prices = np.zeros(len(ground.values))
        prices[self._row_cells] = dual[: len(self._row_cells)]
        single = self._cell_of >= 0
        prices[self._cell_of[single]] = rest[single]
        loose = rest[~single]
        # The atoms' own bound x >= 0 helps the reader too, wherever an atom is not itself a figure.
        own = float((np.maximum(loose, 0.0) * ground.truth[~single]).sum())
        if (loose < -_SLACK).any():
            own = np.inf
        up = np.where(prices < -_SLACK, np.inf, 0.0)
        room = np.where(prices > 0, prices * self._down, up)
        return np.where(ground.free, room, 0.0), own + float(room[ground.hidden].sum())


def _sums(layout: Layout, point: FloatArray) -> FloatArray:
    sums: FloatArray = layout.sums(point)  # type: ignore[arg-type,assignment]  # reduceat adds floats just as well
    return sums
