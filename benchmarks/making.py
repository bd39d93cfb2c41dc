"""How long a registry of invented signals takes to make, without deriving its keys."""

from __future__ import annotations

import shutil

from benchmarks import registries
from benchmarks.measuring import Line, timed
from mhdesk.desk import demo


def measure(size: int) -> Line:
    """Return how long it takes to fill an empty registry."""
    folder = registries.KEPT / "filled"
    shutil.rmtree(folder, ignore_errors=True)
    made = demo.make(folder, 0, registries.SEED, clock=registries.clock)
    try:
        seconds = timed(lambda: demo.fill(made.desk, size, registries.SEED))
    finally:
        made.desk.close()
        shutil.rmtree(folder)
    return Line("invent and write signals", size, seconds)
