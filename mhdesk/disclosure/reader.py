"""The reader: what somebody can work out who has everything that was published, and time.

Every *witness* is a complete alternative table that agrees with all published figures. Two witnesses that differ on
a sum prove that the sum is not known: they are whole numbers and checked by addition alone, so no solver has to be
believed for the verdict "safe". Only the verdict "known" rests on the solver's proof of optimality.
"""

from __future__ import annotations

import numpy as np

from mhdesk.disclosure.errors import InconsistentHistoryError
from mhdesk.disclosure.layout import IntArray, Published
from mhdesk.disclosure.solver import TOLERANCE, Attack, FloatArray, InfeasibleError, NotOptimalError

_NO_BOUND = np.inf


class Reader:
    """Bound sums of cells as a reader can, and remember every witness seen on the way.

    ``known``: for each atom the count that this reader knows to be in it (an insider). ``witness``: a table known to
    agree, usually the truth. ``ceilings``: the most that a withheld cell can be (shape: cells), where figures were
    rounded. Raises InconsistentHistoryError when no table agrees with what was published, and NotOptimalError when that
    is not known by the ``deadline`` (time.monotonic()).
    """

    def __init__(
        self,
        published: Published,
        known: IntArray | None = None,
        witness: IntArray | None = None,
        *,
        ceilings: FloatArray | None = None,
        deadline: float | None = None,
    ) -> None:
        self.layout = published.layout
        self.values = list(published.values)
        self._floors = published.floors
        self._known = np.zeros(self.layout.atoms, dtype=np.int64) if known is None else known
        shown = [value for value in self.values if value is not None]
        self._cap = 1000 + sum(shown) + int(self._floors.sum()) + int(self._known.sum())
        pairs = zip(self.values, self._floors.tolist(), strict=True)
        self._low = np.array([floor if value is None else value for value, floor in pairs], dtype=np.float64)
        most = np.full(len(self.values), _NO_BOUND) if ceilings is None else ceilings
        tops = zip(self.values, most.tolist(), strict=True)
        self._high = np.array([high if value is None else value for value, high in tops], dtype=np.float64)
        self._attack = Attack(self.layout, self._low, self._high, self._known, self._cap, deadline)
        # How many cells that are known to be nil each atom lies in, and the bounds that were proven already: most
        # questions are about sums that differ from another one by nothing but zeros.
        self._nil = np.zeros(self.layout.atoms, dtype=np.int64)
        for cell in np.flatnonzero(self._high == 0).tolist():
            self._nil[self.layout.cells[cell].atoms] += 1
        self._answered: dict[tuple[bool, bytes], int] = {}
        self._witnesses: list[IntArray] = []
        self._sums = np.zeros((64, len(self.values)), dtype=np.int64)
        if witness is None or not self._add(witness):
            self._first_witness()

    def _first_witness(self) -> None:
        try:
            self._solve(0, highest=False)
        except InfeasibleError as error:
            raise InconsistentHistoryError("no table agrees with all published figures") from error

    def stop_at(self, deadline: float | None, each: float = np.inf) -> None:
        """Let every later proof end at this time.monotonic(), or after ``each`` seconds, with NotOptimalError."""
        self._attack.stop_at(deadline, each)

    @property
    def is_late(self) -> bool:
        """Tell whether the time for proofs is over."""
        return self._attack.is_late

    @property
    def witnesses(self) -> tuple[IntArray, ...]:
        """Return every alternative table found so far (each of shape: atoms)."""
        return tuple(self._witnesses)

    def seen(self, cells: tuple[int, ...]) -> IntArray:
        """Return the sum of these cells in every witness (shape: witnesses)."""
        sums: IntArray = self.columns(cells).sum(axis=1)
        return sums

    def span(self, cells: tuple[int, ...]) -> tuple[int, int | None]:
        """Return the least and the highest sum of these (disjoint) cells that a witness shows to be possible."""
        seen = self.seen(cells)
        low, high = int(seen.min()), int(seen.max())
        return low, None if high >= self._cap else high

    def columns(self, cells: tuple[int, ...]) -> IntArray:
        """Return these cells in every witness (shape: witnesses, cells)."""
        columns: IntArray = self._sums[: len(self._witnesses), list(cells)]
        return columns

    def lowest(self, cells: tuple[int, ...]) -> int:
        """Return the least possible sum of these (disjoint) cells."""
        return self._extreme(cells, highest=False)

    def highest(self, cells: tuple[int, ...]) -> int | None:
        """Return the highest possible sum of these (disjoint) cells, None when nothing bounds it."""
        found = self._extreme(cells, highest=True)
        return None if found >= self._cap else found

    def _extreme(self, cells: tuple[int, ...], *, highest: bool) -> int:
        if all(self.values[cell] is not None for cell in cells):
            return int(self._sums[0, list(cells)].sum())
        if not highest and (least := int(self.seen(cells).min())) == int(self._low[list(cells)].sum()):
            return least
        atoms = np.concatenate([self.layout.cells[cell].atoms for cell in cells])
        atoms = atoms[self._nil[atoms] == 0]
        if not atoms.size:
            return 0
        asked = (highest, atoms.tobytes())
        if asked not in self._answered:
            self._answered[asked] = self._solved(cells, atoms, highest=highest)
        return self._answered[asked]

    def _solved(self, cells: tuple[int, ...], atoms: IntArray, *, highest: bool) -> int:
        point = self._attack.extreme(atoms, highest=highest)
        seen = self.seen(cells)
        best = int(seen.max() if highest else seen.min())
        bound = float(point[atoms].sum())
        rounded = int(np.floor(bound + TOLERANCE) if highest else np.ceil(bound - TOLERANCE))
        if self._take(point):
            return int(self.seen(cells)[-1])
        if rounded == best:
            return best
        point = self._attack.extreme(atoms, highest=highest, whole=True)
        if not self._take(point):
            raise NotOptimalError("a whole-number answer that does not add up")
        return int(self.seen(cells)[-1])

    def _solve(self, cell: int, *, highest: bool) -> None:
        atoms = self.layout.cells[cell].atoms
        if not self._take(self._attack.extreme(atoms, highest=highest)):
            point = self._attack.extreme(atoms, highest=highest, whole=True)
            if not self._take(point):
                raise NotOptimalError("a whole-number answer that does not add up")

    def offer(self, table: IntArray) -> bool:
        """Take an alternative table from elsewhere, if addition shows that it is one."""
        return self._add(table)

    def _take(self, point: FloatArray) -> bool:
        table = np.rint(point)
        return bool(np.abs(point - table).max() <= TOLERANCE) and self._add(table.astype(np.int64))

    def _add(self, table: IntArray) -> bool:
        """Keep a table as witness if addition shows that it agrees with all that is known."""
        sums = self.layout.sums(table)
        within = (sums >= self._low).all() and (sums <= self._high).all() and (table >= self._known).all()
        if not within or not self.layout.holds_links(table):
            return False
        self._witnesses.append(table)
        self._sums = _grown(self._sums, len(self._witnesses))
        self._sums[len(self._witnesses) - 1] = sums
        return True

    def withhold(self, cell: int) -> None:
        """Take one published figure away from the reader; every witness stays one."""
        self.values[cell] = None
        self._bound(cell, float(self._floors[cell]), _NO_BOUND)

    def show(self, cell: int, value: int) -> None:
        """Give the reader one more figure; witnesses that disagree with it go."""
        self.values[cell] = value
        self._bound(cell, float(value), float(value))
        keep = np.flatnonzero(self._sums[: len(self._witnesses), cell] == value)
        self._sums[: len(keep)] = self._sums[keep]
        self._witnesses = [self._witnesses[i] for i in keep]
        if not self._witnesses:
            self._first_witness()

    def _bound(self, cell: int, low: float, high: float) -> None:
        self._nil[self.layout.cells[cell].atoms] += int(high == 0) - int(self._high[cell] == 0)
        self._answered.clear()
        self._low[cell], self._high[cell] = low, high
        self._attack.bound(cell, low, high)

    def now(self) -> Published:
        """Return what this reader has been given so far."""
        return Published(self.layout, tuple(self.values), self._floors)


def _grown(rows: IntArray, needed: int) -> IntArray:
    return rows if needed <= len(rows) else np.vstack([rows, np.zeros_like(rows)])
