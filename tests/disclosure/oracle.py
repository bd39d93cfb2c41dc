"""A reader with endless patience: every table that agrees with what was published, one by one, without a solver."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

import numpy as np

from mhdesk.disclosure import Cell, Interval, Published, Rules, System, publish, union
from mhdesk.disclosure.layout import IntArray, hideable_zeros

PATIENCE = 20_000


def has_time_for(atoms: int, total: int) -> bool:
    """Tell whether tables of this size with this total are few enough to be tried one by one."""
    return math.comb(total + atoms - 1, atoms - 1) <= PATIENCE


def all_tables(published: Published, most: int | None = None) -> IntArray:
    """Return the cells of every agreeing table (shape: tables, cells); ``most`` limits the sum of all atoms.

    Where the limit bites the reader seems to know more than is true, so "nothing follows" still means that.
    """
    return _Enumeration(published, most).run()


class _Enumeration:
    def __init__(self, published: Published, most: int | None) -> None:
        cells = [(cell.atoms.tolist(), published.values[i]) for i, cell in enumerate(published.layout.cells)]
        self.high = [most if value is None else value for _, value in cells]
        self.low = [
            published.floors.tolist()[i] if value is None else value for i, (_, value) in enumerate(cells)
        ]
        self.last = [max(atoms) for atoms, _ in cells]
        self.within = [
            [i for i, (atoms, _) in enumerate(cells) if atom in atoms]
            for atom in range(published.layout.atoms)
        ]
        self.sums = [0] * len(cells)
        self.found: list[list[int]] = []

    def run(self) -> IntArray:
        self._extend(0)
        return np.array(self.found, dtype=np.int64).reshape(-1, len(self.sums))

    def _extend(self, atom: int) -> None:
        if atom == len(self.within):
            self.found.append(self.sums.copy())
            return
        room = [high - self.sums[i] for i in self.within[atom] if (high := self.high[i]) is not None]
        most = min(room) if self.within[atom] else 0  # in no figure: any count would do
        for count in range(most + 1):
            self._add(atom, count)
            if all(self.sums[i] >= self.low[i] for i in self.within[atom] if self.last[i] == atom):
                self._extend(atom + 1)
            self._add(atom, -count)

    def _add(self, atom: int, count: int) -> None:
        for i in self.within[atom]:
            self.sums[i] += count


def intervals(published: Published, tables: IntArray) -> dict[object, Interval]:
    low, high = tables.min(axis=0).tolist(), tables.max(axis=0).tolist()
    return {
        cell.id: Interval(low[i], high[i])
        for i, cell in enumerate(published.layout.cells)
        if published.values[i] is None
    }


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the patient reader learned, as positions of cells."""

    cells: frozenset[int]
    sums: frozenset[tuple[int, ...]]
    groups: frozenset[tuple[int, int]]

    @property
    def innocent(self) -> bool:
        return not (self.cells or self.sums or self.groups)


def judge(published: Published, tables: IntArray, rules: Rules) -> Verdict:
    """Say what follows: the rules once more, written from their definition and not from the engine."""
    return Verdict(
        frozenset(_told_cells(published, tables, rules)) if "frequency" in rules.rules else frozenset(),
        frozenset(_told_sums(published, tables, rules)) if "remainder" in rules.rules else frozenset(),
        frozenset(_told_groups(published, tables, rules)) if "group" in rules.rules else frozenset(),
    )


def _told_cells(published: Published, tables: IntArray, rules: Rules) -> list[int]:
    told = []
    for i, value in enumerate(published.values):
        low, high = int(tables[:, i].min()), int(tables[:, i].max())
        if value is not None:
            told += [i] if 1 <= value < rules.minimum else []
        elif low < rules.minimum and high > 0 and high - low < rules.width:
            told.append(i)
    return told


def _told_sums(published: Published, tables: IntArray, rules: Rules) -> list[tuple[int, ...]]:
    told = []
    for line in published.layout.lines:
        parts = [published.layout.index[part] for part in line.parts]
        hidden = [part for part in parts if published.values[part] is None]
        for size in range(2, len(hidden) + 1):
            for chosen in combinations(hidden, size):
                sums = tables[:, list(chosen)].sum(axis=1)
                if sums.min() == sums.max() and 1 <= sums.min() < rules.minimum:
                    told.append(chosen)
    return told


def _told_groups(published: Published, tables: IntArray, rules: Rules) -> list[tuple[int, int]]:
    told = []
    for line in published.layout.lines:
        total = tables[:, published.layout.index[line.total]]
        if not line.sensitive or len(line.parts) < 2 or total.min() >= rules.group_below or total.max() == 0:
            continue
        for part in line.parts:
            category = published.layout.index[part]
            if (total - tables[:, category]).max() < rules.group_others:
                told.append((published.layout.index[line.total], category))
    return told


def as_the_house_knows(system: System, published: Published, rules: Rules) -> Published:
    """Return the same figures for a reader who also knows which of the withheld cells are zeros."""
    floors = (
        np.maximum(published.floors, np.minimum(system.values, 1))
        if rules.zeros == "shown"
        else published.floors
    )
    latent = np.array([cell.latent for cell in published.layout.cells])
    return Published(published.layout, published.values, np.where(latent, 0, floors))


def every_pattern(system: System, rules: Rules, history: Sequence[Published]) -> Iterator[Published]:
    """Yield all that these figures could be published as under these rules, each together with the history."""
    told = {
        cell.id
        for release in history
        for cell, value in zip(release.layout.cells, release.values, strict=True)
        if value is not None
    }

    def choices(cell: Cell, value: int) -> tuple[int | None, ...]:
        if cell.latent or (rules.is_small(value) and cell.id not in told):
            return (None,)
        return (value,) if cell.id in told else (value, None)

    truth = system.values.tolist()
    latent = [cell.latent for cell in system.layout.cells]
    for values in product(*map(choices, system.layout.cells, truth)):
        may_go = np.array(truth) + hideable_zeros(system.layout, values, rules) + np.array(latent) > 0
        if all(may or value is not None for may, value in zip(may_go, values, strict=True)):
            yield union([*history, publish(system.layout, values, rules)])
