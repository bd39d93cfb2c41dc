"""A disk that is full, and a file that cannot grow: what did not fit says so, what was acknowledged stays."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from mhdesk.desk import signals, verifying
from mhdesk.domain.views import Order, SignalFilter
from tests.faults.opened import keys_of

if TYPE_CHECKING:
    from collections.abc import Callable

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


SMALL: Final = 'mount -t tmpfs -o size=64m,mode=700 none "$1" && shift && exec "$@"'
"""Puts a file system of 64 MB in a folder; only the process that asks, in its own namespace, ever sees it."""
REFUSED: Final = {"save", "keep", "back_up", "back_up_to_stick", "change_key", "change_passphrase"}
PRIVATE: Final = (["unshare", "--mount"], ["unshare", "--user", "--map-root-user", "--mount"])


def of_its_own(folder: Path) -> list[str] | None:
    """Return what runs a command with a small file system of its own in ``folder``, None where nobody may do that."""
    if shutil.which("unshare") is None:
        return None
    for namespace in PRIVATE:
        wrapper = [*namespace, "sh", "-c", SMALL, "sh", str(folder)]
        if subprocess.run([*wrapper, "true"], check=False, capture_output=True).returncode == 0:
            return wrapper
    return None


def work_on(folder: Path, wrapper: list[str] | None) -> list[dict[str, object]]:
    """Run tests/faults/small_disk.py in ``folder`` and return what it saw."""
    command = [sys.executable, "-m", "tests.faults.small_disk", str(folder)]
    command = [*wrapper, *command] if wrapper else [*command, "limited"]
    run = subprocess.run(
        command, cwd=ROOT, check=False, capture_output=True, text=True, env=os.environ.copy()
    )
    assert (run.returncode, run.stderr) == (0, "")
    return [json.loads(line) for line in run.stdout.splitlines()]


def test_a_small_disk_that_is_full_is_said_loses_nothing_and_takes_more_once_there_is_room(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    wrapper = of_its_own(tmp_path)
    record_property(
        "space", "a full file system" if wrapper else "files that may not grow: no mount is allowed here"
    )
    seen = work_on(tmp_path, wrapper)
    assert [line for line in seen if line["found"]] == []
    refused = {line["work"] for line in seen if line["ended"] != "done"}
    assert refused >= (REFUSED if wrapper else {"save"})
    assert list(tmp_path.iterdir()) == [] or wrapper is None  # nothing of it is seen out here
