"""Small systems for the tests of the engine, and what somebody would publish who only hides small counts."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from mhdesk.disclosure import Cell, CellId, Dimension, Published, Rules, Space, System, publish


def line_of(*counts: int, sensitive: bool = True) -> System:
    """Return one table over one dimension "x" with the codes a, b, c ..."""
    space = Space((Dimension("x", tuple("abcdefghij"[: len(counts)]), sensitive),))
    return space.system(np.array(counts), [space.table("x")])


def cross_of(counts: list[list[int]], *, sensitive: bool = False) -> System:
    """Return a table "x" by "y" with all its margins."""
    array = np.array(counts)
    rows, columns = array.shape
    dimensions = (
        Dimension("x", tuple(f"x{i}" for i in range(rows)), sensitive),
        Dimension("y", tuple(f"y{i}" for i in range(columns)), sensitive),
    )
    space = Space(dimensions)
    return space.system(array, [space.table("x", "y")])


def only_small_withheld(system: System, rules: Rules) -> Published:
    return withholding(system, rules, {cell.id for cell in _small(system, rules)})


def _small(system: System, rules: Rules) -> list[Cell]:
    pairs = zip(system.layout.cells, system.values.tolist(), strict=True)
    return [cell for cell, value in pairs if rules.is_small(value)]


def withholding(system: System, rules: Rules, gone: set[CellId]) -> Published:
    pairs = zip(system.layout.cells, system.values.tolist(), strict=True)
    values = [None if cell.id in gone or cell.latent else value for cell, value in pairs]
    return publish(system.layout, values, rules)


def at(**conditions: str) -> CellId:
    """Return the id of a figure, with the dimensions in the order given."""
    return tuple(conditions.items())


def values_of(published: Published) -> Mapping[CellId, int | None]:
    return {cell.id: value for cell, value in zip(published.layout.cells, published.values, strict=True)}
