"""The one place that talks to HiGHS: linear and whole-number programs over the atoms of a layout.

Every solver object of a process must use the same number of threads. Any status other than optimal is an error
here, never an answer: an ignored status looks like an all-zero solution.
"""

from __future__ import annotations

import time
from dataclasses import dataclass

import highspy
import numpy as np
from numpy.typing import NDArray

from mhdesk.disclosure.layout import IntArray, Layout

FloatArray = NDArray[np.float64]
THREADS = 1
TOLERANCE = 1e-6


class NotOptimalError(Exception):
    """The solver ended without a proven optimum, so nothing may be concluded."""


class InfeasibleError(NotOptimalError):
    """The solver proved that no assignment of the atoms agrees with the bounds."""


def quiet_solver() -> highspy.Highs:
    """Return a silent solver object with the settings that all of this package shares."""
    solver = highspy.Highs()
    for option, value in (("output_flag", False), ("threads", THREADS), ("random_seed", 0)):
        solver.setOptionValue(option, value)
    return solver


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """Hold sparse rows: entries ``columns[starts[i]:starts[i+1]]`` with their coefficients."""

    starts: IntArray
    columns: IntArray
    coefficients: FloatArray

    @classmethod
    def of(cls, rows: list[tuple[IntArray, FloatArray | float]]) -> Rows:
        """Make rows from pairs (columns, coefficients); a single number holds for the whole row."""
        starts = np.concatenate(([0], np.cumsum([len(columns) for columns, _ in rows]))).astype(np.int64)
        empty = np.zeros(0)
        columns = np.concatenate([np.zeros(0, dtype=np.int64), *(columns for columns, _ in rows)])
        numbers = [
            np.broadcast_to(np.asarray(value, dtype=np.float64), columns.shape) for columns, value in rows
        ]
        return cls(starts, columns, np.concatenate([empty, *numbers]))


@dataclass(frozen=True, slots=True, eq=False)
class Program:
    """Hold a minimisation over bounded columns and rows; ``integer`` marks the whole-number columns."""

    cost: FloatArray
    low: FloatArray
    high: FloatArray
    rows: Rows
    row_low: FloatArray
    row_high: FloatArray
    integer: NDArray[np.bool_] | None = None

    def load(self, solver: highspy.Highs) -> None:
        """Pass this program to a solver object."""
        model = highspy.HighsLp()
        model.num_col_, model.num_row_ = len(self.cost), len(self.row_low)
        model.col_cost_, model.col_lower_, model.col_upper_ = self.cost, self.low, self.high
        model.row_lower_, model.row_upper_ = self.row_low, self.row_high
        model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        model.a_matrix_.start_ = self.rows.starts
        model.a_matrix_.index_ = self.rows.columns
        model.a_matrix_.value_ = self.rows.coefficients
        if self.integer is not None:
            kinds = (highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger)
            model.integrality_ = [kinds[int(flag)] for flag in self.integer]
        if solver.passModel(model) == highspy.HighsStatus.kError:
            raise NotOptimalError("the solver refused the model")


def run(solver: highspy.Highs, deadline: float | None = None) -> FloatArray:
    """Solve what is loaded and return the optimal columns.

    ``deadline`` is a value of time.monotonic(). Raises InfeasibleError, or NotOptimalError for every other ending.
    """
    if deadline is not None:
        # HiGHS counts its time limit over the whole life of a solver object.
        left = deadline - time.monotonic()
        if left <= 0:
            raise NotOptimalError("out of time")
        solver.setOptionValue("time_limit", solver.getRunTime() + left)
    solver.run()
    status = solver.getModelStatus()
    if status == highspy.HighsModelStatus.kInfeasible:
        raise InfeasibleError(str(status))
    if status != highspy.HighsModelStatus.kOptimal:
        raise NotOptimalError(str(status))
    return np.array(solver.getSolution().col_value)


class Attack:
    """Hold what a reader can reason with: whole numbers x >= 0 with low <= sum of a cell's atoms <= high.

    Bounds of cells and the objective change in place, so that the solver goes on from its last basis. ``cap`` bounds
    every atom from above to keep programs bounded: a maximum at the cap means "no upper bound".
    """

    def __init__(
        self,
        layout: Layout,
        low: FloatArray,
        high: FloatArray,
        known: IntArray,
        cap: int,
        deadline: float | None = None,
    ) -> None:
        self._layout = layout
        self._deadline, self._each = deadline, np.inf
        self._low, self._high = low.copy(), high.copy()
        self._atom_low = known.astype(np.float64)
        self._cap = float(cap)
        self._linear = quiet_solver()
        self._linear.setOptionValue("presolve", "off")
        self._whole: highspy.Highs | None = None
        self._place_cells()
        self._program(None).load(self._linear)

    def _place_cells(self) -> None:
        """Decide which cells are bounds of a column (one atom, the first such cell) and which are rows."""
        self._column_of: dict[int, int] = {}
        self._row_of: dict[int, int] = {}
        taken: set[int] = set()
        for i, cell in enumerate(self._layout.cells):
            atom = int(cell.atoms[0])
            if len(cell.atoms) == 1 and atom not in taken:
                taken.add(atom)
                self._column_of[i] = atom
            else:
                self._row_of[i] = len(self._row_of)

    def _column_bounds(self) -> tuple[FloatArray, FloatArray]:
        low, high = self._atom_low.copy(), np.full(self._layout.atoms, self._cap)
        for cell, atom in self._column_of.items():
            low[atom] = max(low[atom], self._low[cell])
            high[atom] = min(high[atom], self._high[cell])
        return low, high

    def _program(self, integer: NDArray[np.bool_] | None) -> Program:
        cells = list(self._row_of)
        rows: list[tuple[IntArray, FloatArray | float]] = [(self._layout.cells[i].atoms, 1.0) for i in cells]
        for left, right in self._layout.links:
            signs = np.concatenate([np.ones(len(left)), -np.ones(len(right))])
            rows.append((np.concatenate([left, right]), signs))
        zeros = np.zeros(len(self._layout.links))
        low, high = self._column_bounds()
        row_low = np.concatenate([self._low[cells], zeros])
        row_high = np.concatenate([self._high[cells], zeros])
        return Program(np.zeros(self._layout.atoms), low, high, Rows.of(rows), row_low, row_high, integer)

    def stop_at(self, deadline: float | None, each: float = np.inf) -> None:
        """Let every later solve end at this time.monotonic(), or after ``each`` seconds, with NotOptimalError."""
        self._deadline, self._each = deadline, each

    @property
    def is_late(self) -> bool:
        """Tell whether the time for proofs is over."""
        return self._deadline is not None and time.monotonic() >= self._deadline

    def bound(self, cell: int, low: float, high: float) -> None:
        """Change what is known of one cell."""
        self._low[cell], self._high[cell] = low, high
        self._whole = None
        if cell in self._row_of:
            self._linear.changeRowBounds(self._row_of[cell], low, high)
        else:
            atom = self._column_of[cell]
            self._linear.changeColBounds(atom, max(self._atom_low[atom], low), min(self._cap, high))

    def extreme(self, atoms: IntArray, *, highest: bool, whole: bool = False) -> FloatArray:
        """Return the assignment (shape: atoms) where the sum of these atoms is least, or highest.

        With ``whole`` it consists of whole numbers up to TOLERANCE. Raises InfeasibleError and NotOptimalError.
        """
        solver = self._whole_solver() if whole else self._linear
        cost = np.zeros(self._layout.atoms)
        cost[atoms] = -1.0 if highest else 1.0
        columns = np.arange(self._layout.atoms, dtype=np.int32)
        solver.changeColsCost(len(columns), columns, cost)
        if self._deadline is None:
            return run(solver)
        return run(solver, min(self._deadline, time.monotonic() + self._each))

    def _whole_solver(self) -> highspy.Highs:
        if self._whole is None:
            self._whole = quiet_solver()
            for option in ("mip_rel_gap", "mip_abs_gap"):
                self._whole.setOptionValue(option, 0.0)
            self._program(np.ones(self._layout.atoms, dtype=np.bool_)).load(self._whole)
        return self._whole
