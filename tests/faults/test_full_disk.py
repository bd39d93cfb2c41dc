"""The file cannot grow any further: the save that did not fit says so, the ones before it stay."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from mhdesk.desk import signals, verifying
from mhdesk.domain.views import Order, SignalFilter
from tests.faults.opened import keys_of

if TYPE_CHECKING:
    from tests.registry_fixtures import ReadyRegistry, StoppedClock

ROOT: Final = Path(__file__).resolve().parents[2]
# The engine tells a limit on the size of a file from a full disk: tests/store/test_database.py has the latter.
SAVE: Final = """
import resource, sys
from mhdesk.desk import signals
from mhdesk.domain.views import SignalFilter
from mhdesk.errors import KnownError
from tests.faults.opened import desk_of, tell, unlocked_by
from tests.faults.saver import a_draft
desk = desk_of(unlocked_by(sys.stdin.readline()))
size = (desk.folder / "registry.db").stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (size + 100_000, resource.RLIM_INFINITY))
for attempt in range(2):
    try:
        while True:
            tell(signals.register(desk, a_draft()).created)
    except KnownError as error:
        tell(error.code)
tell(f"{len(signals.ids(desk, SignalFilter()))} read")
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
tell(signals.register(desk, a_draft()).created)
desk.close()
"""


def test_a_file_that_cannot_grow_keeps_what_was_saved_and_takes_more_once_it_can(
    registry: ReadyRegistry, clock: StoppedClock
) -> None:
    command = [sys.executable, "-c", SAVE]
    keys = keys_of(registry.unlocked) + "\n"
    run = subprocess.run(command, cwd=ROOT, input=keys, check=False, capture_output=True, text=True)
    assert (run.returncode, run.stderr) == (0, "")
    *saved, first, second, read, last = run.stdout.split("\n")[:-1]
    assert saved == [str(number) for number in range(1, len(saved) + 1)] != []
    assert first == second == "desk.device_failed"
    assert (read, last) == (f"{len(saved)} read", str(len(saved) + 1))
    desk = registry.open(clock)
    assert len(signals.ids(desk, SignalFilter(order=Order.RECORDED))) == len(saved) + 1
    assert verifying.verify(desk) == []
    desk.close()
