"""The master program: the cheapest pattern that obeys all cuts so far, first by halves, then whole."""

from __future__ import annotations

import time

import highspy
import numpy as np

from mhdesk.disclosure.cuts import Cut
from mhdesk.disclosure.layout import IntArray
from mhdesk.disclosure.solver import FloatArray, quiet_solver

_SLACK = 1e-6


class Master:
    """Minimise cost over y in 0..1 for the ``free`` cells (positions in the layout, ``size`` cells in all).

    ``bound``: proven to be the least that any pattern better than the one at hand costs; infinite when there is none.
    """

    def __init__(self, free: IntArray, cost: FloatArray, size: int) -> None:
        self._free, self._cost, self._size = free, cost[free], size
        self._whole = False
        self.bound = 0.0
        self._solver = quiet_solver()
        for option in ("mip_rel_gap", "mip_abs_gap"):
            self._solver.setOptionValue(option, 0.0)
        for price in self._cost.tolist():
            self._solver.addCol(price, 0.0, 1.0, 0, np.zeros(0, dtype=np.int32), np.zeros(0))

    def add(self, cut: Cut) -> None:
        """Add one inequality."""
        row = cut.coefficients[self._free]
        used = np.flatnonzero(row).astype(np.int32)
        self._solver.addRow(cut.least, np.inf, len(used), used, row[used])

    def whole(self, best: float) -> None:
        """From now on y is 0 or 1; cells that no pattern cheaper than ``best`` can withhold are fixed."""
        prices = np.array(self._solver.getSolution().col_dual)
        for column in np.flatnonzero(self.bound + prices > best - _SLACK).tolist():
            self._solver.changeColBounds(column, 0.0, 0.0)
        for column in range(len(self._free)):
            self._solver.changeColIntegrality(column, highspy.HighsVarType.kInteger)
        self._whole = True

    def solve(self, deadline: float) -> FloatArray | None:
        """Return y of the cheapest pattern (shape: cells), None when time is up or nothing obeys the cuts."""
        solver, left = self._solver, deadline - time.monotonic()
        if left <= 0:
            return None
        solver.setOptionValue("time_limit", solver.getRunTime() + left)
        solver.run()
        status = solver.getModelStatus()
        if status == highspy.HighsModelStatus.kInfeasible:
            self.bound = np.inf
            return None
        if self._whole:
            self._raise(float(solver.getInfo().mip_dual_bound))
        if status != highspy.HighsModelStatus.kOptimal:
            return None
        if not self._whole:
            self._raise(float(solver.getInfo().objective_function_value))
        y = np.zeros(self._size)
        found = np.clip(np.array(solver.getSolution().col_value), 0.0, 1.0)
        y[self._free] = np.rint(found) if self._whole else found
        return y

    def _raise(self, proven: float) -> None:
        if not np.isfinite(proven):
            return
        counted = bool((self._cost == np.rint(self._cost)).all())
        self.bound = max(self.bound, float(np.ceil(proven - _SLACK)) if counted else proven - _SLACK)
