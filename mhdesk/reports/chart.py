"""What the chart of a table shows, without drawing it: the axis and the bars.

Everything is worked out from published cells alone: a withheld cell has no bar, takes no room and moves
no axis. Totals have no bar either; beside them every other bar would be a line.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from mhdesk.reports.figures import ReportTable

_MOST_STEPS: Final = 5
_LEAST_TOP: Final = 5


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis from 0 to ``top`` in equal steps; all whole numbers."""

    top: int
    step: int

    def ticks(self) -> tuple[int, ...]:
        """Return the values that are written along the axis, 0 and the top included."""
        return tuple(range(0, self.top + 1, self.step))


@dataclass(frozen=True, slots=True)
class Chart:
    """The bars of a table by the labels of their cell, in counts, and the axis that they share."""

    axis: Axis
    bars: dict[tuple[str, ...], int]


def chart_of(table: ReportTable) -> Chart | None:
    """Return the chart of a table, or None when no cell has a bar."""
    bars = {cell.labels: cell.count for cell in table.cells if cell.count and not cell.is_total}
    return Chart(axis_up_to(max(bars.values())), bars) if bars else None


def axis_up_to(highest: int) -> Axis:
    """Return the shortest axis that holds ``highest``: at most five steps of 1, 2, 5, 10, 20 and so on."""
    rough = max(highest, _LEAST_TOP) / _MOST_STEPS
    power = 10 ** math.floor(math.log10(rough))
    step = next(nice * power for nice in (1, 2, 5, 10) if nice * power >= rough)
    return Axis(top=math.ceil(max(highest, _LEAST_TOP) / step) * step, step=step)
