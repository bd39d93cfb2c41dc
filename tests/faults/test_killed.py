"""The process is killed while it saves: what it said was saved is there, and the registry is whole."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from mhdesk.desk import signals, verifying
from mhdesk.domain.views import Order, SignalFilter
from tests.faults.opened import keys_of

if TYPE_CHECKING:
    from tests.registry_fixtures import ReadyRegistry, StoppedClock

ROOT: Final = Path(__file__).resolve().parents[2]
KILLS: Final = int(os.environ.get("MHDESK_KILLS", "25"))
# A save takes some milliseconds: the kill comes before, in the middle or after one, or before the first.
LONGEST: Final = 0.04
LOGGED: Final = """
    SELECT record_id FROM audit_event JOIN audit_subject USING (seq)
    WHERE verb = 'signal.registered' AND record = 'signal' ORDER BY seq
"""


class Saver:
    """A process whose children save until they are killed (``saver.py``)."""

    def __init__(self, keys: str) -> None:
        pipe = subprocess.PIPE
        command = [sys.executable, "-m", "tests.faults.saver"]
        self._process = subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True)
        self._say(keys)
        assert self._hear() == "ready"

    def _say(self, line: str) -> None:
        assert self._process.stdin
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()

    def _hear(self) -> str:
        assert self._process.stdout
        return self._process.stdout.readline().strip()

    def killed_after(self, saves: int, seconds: float) -> list[int]:
        """Let a child save, kill it some time after so many saves, and return what it said was saved."""
        self._say("begin")
        child = int(self._hear())
        said = [int(self._hear()) for _ in range(saves)]
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
        while not (heard := self._hear()).startswith("ended"):
            said.append(int(heard))
        assert heard == f"ended {signal.SIGKILL.value}"
        return said

    def close(self) -> None:
        """Let it end."""
        self._process.communicate()
        assert self._process.returncode == 0


@pytest.fixture
def saver(registry: ReadyRegistry) -> Iterator[Saver]:
    """Return a saver for the registry of this test."""
    process = Saver(keys_of(registry.unlocked))
    yield process
    process.close()


def test_what_was_saved_before_a_kill_is_there_and_nothing_is_half(
    registry: ReadyRegistry, clock: StoppedClock, saver: Saver
) -> None:
    chance = random.Random(2)
    said: list[int] = []
    in_the_middle = 0
    for kills in range(1, KILLS + 1):
        said += saver.killed_after(chance.randrange(4), chance.uniform(0, LONGEST))
        in_the_middle += (registry.folder / "registry.db-journal").exists()
        desk = registry.open(clock)
        try:
            there = list(signals.ids(desk, SignalFilter(order=Order.RECORDED)))[::-1]
            assert set(said) <= set(there)
            assert len(there) <= len(said) + kills  # each may have been killed between saving and saying so
            assert there == list(range(1, len(there) + 1))
            assert verifying.verify(desk) == []
            logged = desk.database.connection.exec_driver_sql(LOGGED).scalars().all()
            assert logged == there  # each signal with its line in the log, and no line without its signal
            whole = signals.details(desk, there[-1]) if there else None
            assert whole is None or len(whole.involvements) == 2
        finally:
            desk.close()
    assert said
    assert in_the_middle, "no kill came while something was being written: nothing was tried"
