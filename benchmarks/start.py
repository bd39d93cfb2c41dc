"""From the start of the process to the first picture: the unlock window beside an empty window."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from benchmarks.measuring import Line, in_turns

HERE = Path(__file__).resolve().parent


def measure(registry: Path, times: int) -> Line:
    """Return the medians of both, started in turns."""
    with tempfile.TemporaryDirectory() as home:
        ours = partial(_until_painted, [HERE / "unlock_window.py", registry], Path(home))
        plain = partial(_until_painted, [HERE / "empty_window.py"], Path(home))
        return Line("start to first picture (plain: an empty window)", None, *in_turns(ours, plain, times))


def _until_painted(script: Sequence[Path], home: Path) -> float:
    """Start a script and return the seconds until the moment that it tells, on the clock that all share."""
    begun = time.monotonic()
    told = subprocess.run(
        [sys.executable, *map(str, script)],
        check=True,
        capture_output=True,
        text=True,
        env=surroundings(home),
    )
    return float(told.stdout.split()[-1]) - begun


def surroundings(home: Path) -> dict[str, str]:
    """Return an environment without this user's preferences and with compiled bytecode."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    places = {name: str(home) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")}
    shown = {} if kept.get("DISPLAY") or kept.get("WAYLAND_DISPLAY") else {"QT_QPA_PLATFORM": "offscreen"}
    return kept | places | shown
