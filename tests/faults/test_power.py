"""The simulated disk itself: it sees all that SQLite does, fails as asked, and forgets what was not synced."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from tests.faults.disk import Call
from tests.faults.power import Cut, Recorder

ROOT: Final = Path(__file__).resolve().parents[2]
CUTS: Final = 60
OLD, NEW = b"o" * 2000, b"n" * 2000

Change = Callable[[Recorder, Path], None]


def outcomes(folder: Path, *changes: Change) -> set[tuple[tuple[str, bytes], ...]]:
    """Return what lies in ``folder`` after power cuts that follow upon these changes."""
    recorder = Recorder(folder)
    for change in changes:
        change(recorder, folder)
    found = set()
    for number in range(CUTS):
        left = folder.with_name(f"left-{len(changes)}-{number}")
        Cut(recorder.disk, recorder.events, random.Random(number)).leave(left)
        found.add(tuple((path.name, path.read_bytes()) for path in sorted(left.iterdir())))
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with one file."""
    made = tmp_path / "disk"
    made.mkdir()
    (made / "file").write_bytes(OLD)
    return made


def write(recorder: Recorder, folder: Path) -> None:
    recorder.after(Call("write", str(folder / "file"), data=NEW))


def cut_short(recorder: Recorder, folder: Path) -> None:
    recorder.after(Call("truncate", str(folder / "file"), offset=1))


def sync(recorder: Recorder, folder: Path) -> None:
    recorder.after(Call("sync", str(folder / "file")))


def sync_folder(recorder: Recorder, folder: Path) -> None:
    recorder.after(Call("sync", str(folder)))


def create(recorder: Recorder, folder: Path) -> None:
    recorder.after(Call("create", str(folder / "another")))


def move(recorder: Recorder, folder: Path) -> None:
    recorder.after(Call("rename", str(folder / "another"), str(folder / "file")))


def remove(recorder: Recorder, folder: Path) -> None:
    recorder.after(Call("unlink", str(folder / "file")))


def test_what_was_synced_is_there(folder: Path) -> None:
    assert outcomes(folder, write, sync) == {(("file", NEW),)}


def test_what_was_not_synced_may_be_there_be_gone_or_be_torn(folder: Path) -> None:
    found = {left[0][1] for left in outcomes(folder, write)}
    assert {OLD, NEW} < found
    assert {len(content) for content in found} == {2000}


def test_a_sync_of_the_folder_keeps_no_content(folder: Path) -> None:
    assert (("file", OLD),) in outcomes(folder, write, sync_folder)


def test_a_file_that_was_cut_short_may_have_its_end_again(folder: Path) -> None:
    assert outcomes(folder, cut_short) == {(("file", OLD),), (("file", b"o"),)}


def test_a_removal_lasts_once_its_folder_was_synced(folder: Path) -> None:
    assert outcomes(folder, remove) == {(("file", OLD),), ()}
    assert outcomes(folder, remove, sync_folder) == {()}


def test_a_rename_leaves_the_old_or_the_new_and_never_nothing(folder: Path) -> None:
    recorded = outcomes(folder, create, move)
    assert recorded == {(("file", OLD),), (("another", b""), ("file", OLD)), (("file", b""),)}


# --- under SQLite ----------------------------------------------------------------------------------

ENGINE: Final = """
import errno, json, sys
from pathlib import Path
from mhdesk import vault
from tests.faults import disk

class Watcher(disk.Nobody):
    def __init__(self, failing="", number=0):
        self.failing, self.number, self.seen = failing, number, []
    def before(self, call):
        return self.number if call.name == self.failing else 0
    def after(self, call):
        self.seen.append([call.name, Path(call.path).name])

disk.watch(disk.Nobody())  # before anything is open
folder, found = Path(sys.argv[1]), {}
cases = (("", 0), ("create", errno.EIO), ("write", errno.EIO), ("write", errno.ENOSPC), ("sync", errno.EIO))
for failing, number in (*cases, ("truncate", errno.EIO), ("unlink", errno.EIO)):
    connection = vault.driver.connect(str(folder / f"{failing}{number}.db"), isolation_level=None)
    connection.execute("CREATE TABLE a (b)")
    if failing == "truncate":
        connection.execute("PRAGMA journal_mode = TRUNCATE")
    watcher = Watcher(failing, number)
    disk.watch(watcher)
    try:
        connection.execute("INSERT INTO a VALUES (1)")
        found[f"{failing}{number}"] = watcher.seen
    except vault.driver.OperationalError as error:
        found[f"{failing}{number}"] = error.sqlite_errorname
    disk.watch(disk.Nobody())
    connection.close()
print(json.dumps(found))
"""


def test_the_engine_is_seen_in_all_that_it_does_and_told_as_the_system_would_tell(tmp_path: Path) -> None:
    command = [sys.executable, "-c", ENGINE, str(tmp_path)]
    run = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    assert run.stderr == ""
    found = json.loads(run.stdout)
    seen = found.pop("0")
    assert seen[0] == ["create", "0.db-journal"]
    assert seen[-1] == ["unlink", "0.db-journal"]
    assert {tuple(one) for one in seen} >= {("write", "0.db"), ("sync", "0.db-journal"), ("sync", "0.db")}
    assert found == {
        "create5": "SQLITE_CANTOPEN",
        "write5": "SQLITE_IOERR",
        "write28": "SQLITE_FULL",
        "sync5": "SQLITE_IOERR",
        "truncate5": "SQLITE_IOERR",
        "unlink5": "SQLITE_IOERR",
    }


CARELESS: Final = """
import sys
from mhdesk.vault import database
from tests.faults import rounds
proven = dict((name, (name, *rest)) for name, *rest in database._UNDER_THE_LOCK)
proven["synchronous"] = ("synchronous", "OFF", "0")
database._UNDER_THE_LOCK = tuple(proven.values())
sys.argv = ["rounds", "1", "cut=40", "save"]
rounds.main()
"""


def test_a_registry_that_did_not_sync_would_lose_what_it_said_was_saved() -> None:
    """Otherwise the power cuts of test_rounds.py would prove nothing."""
    run = subprocess.run(
        [sys.executable, "-c", CARELESS], cwd=ROOT, check=True, capture_output=True, text=True
    )
    harmed = [line for line in map(json.loads, run.stdout.splitlines()) if line["found"]]
    assert len(harmed) > 10
