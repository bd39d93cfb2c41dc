"""Whatever stops a backup or a restore, there is a whole registry and a whole backup; damage never passes for sound.

The kills and refusals run in a process of their own (``backing_up.py``): SQLite's steps count there, too.
"""

from __future__ import annotations

import contextlib
import json
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from mhdesk.desk import backups, restoring, signals
from mhdesk.errors import DamageError, KnownError
from tests.desk.drafts import a_notification
from tests.quick_keys import quicken
from tests.registry_fixtures import PASSPHRASE, USER

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.registry_fixtures import ReadyRegistry, StoppedClock

ROOT: Final = Path(__file__).resolve().parents[2]
KILLS: Final = int(os.environ.get("MHDESK_BACKUP_KILLS", "20"))
REFUSALS: Final = int(os.environ.get("MHDESK_BACKUP_REFUSALS", "5"))
FLIPS: Final = 40
ACTIONS: Final = 3


@pytest.fixture(scope="module")
def seen() -> list[dict[str, object]]:
    """Run tests/faults/backing_up.py and return what it saw."""
    wanted = [f"kill={KILLS}", f"full={REFUSALS}", f"fails={REFUSALS}"]
    command = [sys.executable, "-m", "tests.faults.backing_up", *wanted]
    run = subprocess.run(command, check=False, capture_output=True, text=True, cwd=ROOT)
    assert (run.returncode, run.stderr) == (0, "")
    return [json.loads(line) for line in run.stdout.splitlines()]


def stops(lines: list[dict[str, object]], number: int) -> int:
    """Return at how many steps all actions are stopped: at ``number`` of each, or at all that it has."""
    steps = {line["action"]: int(str(line["of"])) for line in lines}
    assert len(steps) == ACTIONS
    return sum(min(number, of) for of in steps.values())


def test_a_kill_at_any_step_leaves_a_whole_registry_and_whole_backups(seen: list[dict[str, object]]) -> None:
    kills = [line for line in seen if line["how"] == "kill"]
    assert [line for line in kills if line["found"]] == []
    assert [line["ended"] for line in kills] == ["killed"] * stops(kills, KILLS)


@pytest.mark.parametrize("how", ["full", "fails"])
def test_a_disk_that_refuses_at_any_step_is_said_and_costs_nothing(
    how: str, seen: list[dict[str, object]]
) -> None:
    refusals = [line for line in seen if line["how"] == how]
    assert [line for line in refusals if line["found"]] == []
    assert len(refusals) == stops(refusals, REFUSALS)
    assert any(not str(line["ended"]).startswith("done") for line in refusals)


# --- damage --------------------------------------------------------------------------------------------


@pytest.fixture
def backup(registry: ReadyRegistry, clock: StoppedClock, cheap_keys: None, tmp_path: Path) -> Path:
    """Return a backup of a registry that is closed, outside it."""
    del cheap_keys
    quicken(registry.unlocked)
    desk = registry.open(clock)
    for number in range(5):
        signals.register(desk, a_notification(narrative=f"Verhaal {number}. " * 200))
    out = tmp_path / "kluis"
    out.mkdir()
    (path,) = backups.make(desk, out).backups
    desk.close()
    return path


def said_of(backup: Path) -> str:
    """Return how a look into a backup ends: a code, "" when it passes for sound."""
    try:
        restoring.inspect(backup, USER, PASSPHRASE)
    except KnownError as error:
        return error.code
    return ""


def test_one_bit_anywhere_in_a_backup_is_found(backup: Path) -> None:
    dice = random.Random(5)
    paths = sorted(path for path in backup.rglob("*") if path.is_file())
    sound = [said_of(backup)]
    silent = []
    for path in [*paths, *[backup / "registry.db"] * FLIPS]:
        content = path.read_bytes()
        at, bit = dice.randrange(len(content)), 1 << dice.randrange(8)
        path.write_bytes(content[:at] + bytes([content[at] ^ bit]) + content[at + 1 :])
        code = said_of(backup)
        if code not in {"backups.damaged", "vault.wrong_passphrase", "vault.key_does_not_fit"}:
            silent.append((path.name, at, bit, code))
        path.write_bytes(content)
    assert silent == []
    assert [*sound, said_of(backup)] == ["", ""]


@pytest.mark.parametrize("left", [0, 1, 100, 4095, 4096, 5000, -40_000, -4096, -1])
def test_a_backup_that_was_cut_is_found(backup: Path, left: int) -> None:
    path = backup / "registry.db"
    os.truncate(path, left if left >= 0 else path.stat().st_size + left)
    assert said_of(backup) == "backups.damaged"


@pytest.mark.parametrize("name", ["registry.db", "keys/registry.age", "keys/recovery.age"])
def test_a_backup_that_lacks_a_part_is_found(backup: Path, name: str) -> None:
    (backup / name).unlink()
    assert said_of(backup) == "backups.damaged"


def test_a_damaged_backup_replaces_nothing(
    registry: ReadyRegistry, backup: Path, clock: StoppedClock
) -> None:
    content = bytearray((backup / "registry.db").read_bytes())
    content[len(content) // 2] ^= 4
    (backup / "registry.db").write_bytes(content)
    before = {path: path.read_bytes() for path in registry.folder.rglob("*") if path.is_file()}
    with pytest.raises(DamageError, match=r"backups\.damaged"):
        restoring.restore(backup, registry.folder, USER, PASSPHRASE, clock=clock)
    assert {path: path.read_bytes() for path in registry.folder.rglob("*") if path.is_file()} == before


def test_a_damaged_registry_never_makes_a_backup_that_passes_for_sound(
    registry: ReadyRegistry, backup: Path, clock: StoppedClock
) -> None:
    desk = registry.open(clock)
    with (registry.folder / "registry.db").open("r+b") as handle:
        handle.seek(-2000, os.SEEK_END)
        handle.write(b"\x55" * 64)
    with contextlib.suppress(KnownError):  # a page that is still in memory is sound, and so is its copy
        backups.make(desk, backup.parent)
    desk.close()
    assert [said_of(path) for path in backup.parent.iterdir()] == [""] * len(list(backup.parent.iterdir()))


def removed_in_the_middle(stick: Path) -> Callable[[int, int], None]:
    def progress(done: int, pages: int) -> None:
        if done >= pages:
            shutil.rmtree(stick)

    return progress


def test_a_stick_that_is_pulled_out_in_the_middle_is_said(
    registry: ReadyRegistry, clock: StoppedClock, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    desk = registry.open(clock)
    with pytest.raises(KnownError) as error:
        backups.make(desk, stick, removed_in_the_middle(stick))
    assert error.value.code in {"backups.place_missing", "backups.device_failed"}
    assert not stick.exists()
    signals.register(desk, a_notification())
    desk.close()
