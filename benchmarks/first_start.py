"""From asking the keyring to Today on the screen: what somebody waits for at the first start of a day."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import keyring

from benchmarks import registries
from benchmarks.measuring import Line
from benchmarks.start import surroundings
from mhdesk.desk import demo, opening
from mhdesk.desk import registries as desks
from tests.keyrings import SECRET_SERVICE, named

ROOT: Final = Path(__file__).resolve().parent.parent
SCRIPT: Final = Path(__file__).with_name("first_window.py")
PHASES: Final = {
    "opened": "open by keyring: the registry is open",
    "today": "open by keyring: Today is painted",
}


def measure(size: int, times: int) -> Iterator[Line]:
    """Yield the medians of both phases; each start is a process of its own."""
    folder = registries.working_copy(size)
    with tempfile.TemporaryDirectory() as home:
        told = _remembered(folder, Path(home) / "mhdesk")
        runs = [_run(folder, Path(home), told) for _ in range(times + 1)][1:]
    for phase, name in PHASES.items():
        yield Line(name, size, statistics.median(run[phase] for run in runs))


def _remembered(folder: Path, state: Path) -> str:
    """Let a stand-in keyring remember the registry since the login before this one; return what it keeps."""
    stand_in = named(SECRET_SERVICE)
    keyring.set_keyring(stand_in)
    before = opening.ThisComputer(state, login="the login before this one")
    desk = desks.open_registry(folder, demo.USER_NAME, demo.PASSPHRASE, computer=before)
    opening.remember(desk, before, demo.PASSPHRASE)
    desk.close()
    return json.dumps([[*place, secret] for place, secret in stand_in.kept.items()])


def _run(folder: Path, home: Path, told: str) -> dict[str, float]:
    """Start the window and return the seconds from asking the keyring to each phase."""
    run = subprocess.run(
        [sys.executable, SCRIPT, folder],
        check=True,
        input=told,
        capture_output=True,
        text=True,
        env=surroundings(home)
        | {"PYTHONPATH": os.fspath(ROOT), "XDG_SESSION_ID": "1", "XDG_STATE_HOME": str(home)},
    )
    found: dict[str, float] = json.loads(run.stdout.splitlines()[-1])
    return {phase: found[phase] - found["asked"] for phase in PHASES}
