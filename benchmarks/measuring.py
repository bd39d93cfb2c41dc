"""Measure two ways of doing the same in turns, so that a busy moment of the machine hits both."""

from __future__ import annotations

import os
import platform
import sqlite3
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from mhdesk import vault

Task = Callable[[], object]


@dataclass(frozen=True)
class Line:
    """What came out: medians in seconds; ``plain`` is the same done without mhdesk, where that exists."""

    what: str
    signals: int | None
    ours: float
    plain: float | None = None

    def cells(self) -> tuple[str, ...]:
        """Return the line as it stands in a table."""
        size = "" if self.signals is None else f"{self.signals:,}"
        ratio = f"{self.ours / self.plain:.1f}" if self.plain else ""
        return (self.what, size, _shown(self.ours), _shown(self.plain) if self.plain else "", ratio)


HEADINGS = ("what", "signals", "mhdesk", "plain", "ratio")


def timed(task: Task) -> float:
    """Return how many seconds ``task`` takes."""
    begun = time.perf_counter()
    task()
    return time.perf_counter() - begun


def in_turns(ours: Callable[[], float], plain: Callable[[], float], times: int) -> tuple[float, float]:
    """Return the medians of two measurements taken A B A B …, after one of each that does not count."""
    ours()
    plain()
    pairs = [(ours(), plain()) for _ in range(times)]
    return statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs)


def compare(what: str, signals: int, ours: Task, plain: Task, times: int) -> Line:
    """Return one line about two tasks done in turns."""
    return Line(what, signals, *in_turns(lambda: timed(ours), lambda: timed(plain), times))


def _shown(seconds: float) -> str:
    return f"{seconds:,.1f} s" if seconds >= 10 else f"{seconds * 1000:,.{1 if seconds >= 0.01 else 2}f} ms"


def table(lines: Sequence[Line]) -> str:
    """Return the lines as a table that reads well on a terminal and in Markdown."""
    rows = [HEADINGS, *(line.cells() for line in lines)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADINGS))]
    drawn = [
        "| "
        + " | ".join(
            cell.rjust(width) if column else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        + " |"
        for row in rows
    ]
    rule = (
        "|"
        + "|".join("-" * (width + 1) + (":" if column else "-") for column, width in enumerate(widths))
        + "|"
    )
    return "\n".join([drawn[0], rule, *drawn[1:]])


def machine() -> str:
    """Return on what was measured, and when."""
    versions = ", ".join(f"{name} {version}" for name, version in vault.versions().items())
    busy = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return (
        f"{datetime.now(UTC):%d-%m-%Y}, {_processor()}{busy}, {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}, {versions}; plain is SQLite {sqlite3.sqlite_version}."
    )


def _processor() -> str:
    known = Path("/proc/cpuinfo")
    lines = known.read_text(encoding="utf-8").splitlines() if known.is_file() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return f"{len(names)} × {names[0]}" if names else platform.processor()
