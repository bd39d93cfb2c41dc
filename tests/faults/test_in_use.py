"""Two processes want one registry: the second is told that it is in use, the first goes on."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from mhdesk.desk import signals, verifying
from mhdesk.domain.views import SignalFilter
from mhdesk.errors import UnlockError
from tests.faults.opened import keys_of
from tests.faults.saver import a_draft

if TYPE_CHECKING:
    from tests.registry_fixtures import ReadyRegistry, StoppedClock

ROOT: Final = Path(__file__).resolve().parents[2]
OPEN: Final = """
import sys
from mhdesk.errors import KnownError
from tests.faults.opened import desk_of, tell, unlocked_by
try:
    desk_of(unlocked_by(sys.stdin.readline())).close()
except KnownError as error:
    tell(error.code)
else:
    tell("open")
"""


def another(registry: ReadyRegistry) -> str:
    """Return what another process finds that opens the registry."""
    command = [sys.executable, "-c", OPEN]
    keys = keys_of(registry.unlocked) + "\n"
    return subprocess.run(
        command, cwd=ROOT, input=keys, check=True, capture_output=True, text=True
    ).stdout.strip()


def test_the_second_is_told_so_and_the_first_goes_on(registry: ReadyRegistry, clock: StoppedClock) -> None:
    desk = registry.open(clock)
    assert another(registry) == "vault.in_use"
    with desk.database.writing():
        assert another(registry) == "vault.in_use"
    with pytest.raises(UnlockError, match=r"vault\.in_use"):
        registry.open(clock)
    signals.register(desk, a_draft())
    assert len(signals.ids(desk, SignalFilter())) == 1
    assert verifying.verify(desk) == []
    desk.close()
    assert another(registry) == "open"
