"""Kill backups and restores at their steps, or let the disk refuse, and look at what is left. A process of its own.

Forks a child for each try, so it must have one thread only. A step is a call that changes the disk, of SQLite or of
Python. Prints one line of JSON for each try: what was done, at which step, how it ended, what does not hold any more.
"""

from __future__ import annotations

import dataclasses
import errno
import json
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Final

from mhdesk import vault
from mhdesk.desk import backups, opening, registries, restoring, signals
from mhdesk.desk.backup_places import SECOND_PLACE
from mhdesk.desk.desk import Desk, system_clock
from mhdesk.domain.people import Role, User
from mhdesk.domain.registries import RegistryDraft
from mhdesk.errors import KnownError
from mhdesk.store import settings
from mhdesk.store.database import Database
from mhdesk.vault import age
from mhdesk.vault.backups import clear_unfinished
from tests.desk.drafts import a_notification
from tests.faults import disk
from tests.vault.registries import QUICK

USER: Final = "Noor Denkbeeld"
PASSPHRASE: Final = "vier paarden lopen over de paarse heide"
CHOSEN: Final = "chosen"
SEED: Final = 7
IN_THE_BACKUP: Final = 3
IN_THE_REGISTRY: Final = 4
REFUSED: Final = frozenset(
    {
        "backups.disk_full",
        "backups.device_failed",
        "backups.copy_damaged",
        "backups.restore_unfinished",
        "common.disk_full",
        "vault.device_failed",
        "desk.device_failed",
    }
)


@dataclass(frozen=True)
class Place:
    """A registry with two backups of it, one beside it and one on a stick, all of them older than the last signal."""

    root: Path
    unlocked: vault.Unlocked

    @property
    def registry(self) -> Path:
        return self.root / "registry"

    @property
    def stick(self) -> Path:
        return self.root / "stick"

    def copy(self, root: Path) -> Place:
        """Copy all of it, and let the place that was chosen for backups lead to the new stick."""
        shutil.copytree(self.root, root)
        chosen = root.parent / CHOSEN
        chosen.unlink(missing_ok=True)
        chosen.symlink_to(root)
        return Place(root, dataclasses.replace(self.unlocked, folder=root / "registry"))

    def desk(self) -> OpenDesk:
        return OpenDesk(self.unlocked)


class OpenDesk:
    """An open desk that is closed again."""

    def __init__(self, one: vault.Unlocked) -> None:
        database = Database(vault.driver, lambda: vault.connect(one))
        self._desk = Desk(one, database, User(1, USER, Role.CARE_COORDINATOR), system_clock)

    def __enter__(self) -> Desk:
        return self._desk

    def __exit__(self, *_: object) -> None:
        self._desk.close()


def make(root: Path) -> Place:
    """Make what all copies are taken of, with keys that cost no time."""
    age.seal_with_passphrase.__defaults__ = (QUICK,)
    (root / "stick").mkdir(parents=True)
    desk = registries.new(root / "registry", RegistryDraft(name="Proef", user_name=USER), PASSPHRASE).desk
    for _ in range(IN_THE_BACKUP):
        signals.register(desk, a_notification(narrative="Proefverhaal. " * 100))
    (root.parent / CHOSEN).symlink_to(root)
    backups.choose_place(desk, root / "stick")
    with desk.database.writing() as connection:  # by a way that leads to the stick of each copy
        settings.put(connection, {SECOND_PLACE: str(root.parent / CHOSEN / "stick")})
    backups.make(desk)
    signals.register(desk, a_notification())
    desk.close()
    return Place(root, desk.unlocked)


def back_up(place: Place) -> None:
    with place.desk() as desk:
        backups.make(desk)


def restore(place: Place) -> None:
    (backup,) = place.stick.glob("mhdesk-*")
    restoring.restore(backup, place.registry, USER, PASSPHRASE)


ACTIONS: Final[dict[str, Callable[[Place], None]]] = {
    "back up": back_up,
    "restore": restore,
    "restore over damage": restore,
}


# --- what stops it --------------------------------------------------------------------------------------


class Counter:
    """Count the steps, and stop the process or the disk at one of them."""

    def __init__(self, stop_at: int = 0, how: str = "") -> None:
        self.steps = 0
        self._stop_at = stop_at
        self._how = how

    def before(self, call: disk.Call) -> int:
        self.steps += 1
        if self._how == "kill" and self.steps == self._stop_at:
            os.kill(os.getpid(), signal.SIGKILL)
        takes_room = call.name in {"create", "write", "mkdir"}
        if self._how == "full" and self.steps >= self._stop_at > 0 and takes_room:
            return errno.ENOSPC
        return errno.EIO if self._how == "fails" and self.steps == self._stop_at else 0

    def after(self, call: disk.Call) -> None:
        """Nothing is remembered."""


def ended(place: Place, action: str, counter: Counter) -> str:
    """Do it in a child, with the disk watched; return how it ended, "done" or "killed" or a code."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        try:
            disk.watch(counter)
            try:
                ACTIONS[action](place)
                said = f"done {counter.steps}"
            except KnownError as error:
                said = error.code
            except BaseException as error:  # noqa: BLE001 - nothing may come back from a child
                said = f"bug {error!r}"
            os.write(writing, said.encode())
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read().decode()
    _, status = os.waitpid(child, 0)
    return "killed" if os.WIFSIGNALED(status) else said


# --- what must hold --------------------------------------------------------------------------------------


def complaints(place: Place, action: str, outcome: str) -> list[str]:
    """Return what does not hold, however it ended."""
    found = []
    if outcome not in REFUSED | {"killed"} and not outcome.startswith("done "):
        found.append(outcome)
    count = how_many(place.registry)
    if action == "back up":
        found += [] if count == IN_THE_REGISTRY else [f"registry: {count}"]
        found += [
            complaint
            for folder in (place.registry / "backups", place.stick)
            for complaint in in_place(folder)
        ]
    else:
        found += after_restoring(place, action, count)
    found += left_over(place)
    return found


def how_many(folder: Path) -> int | str:
    """Open a registry as its user does and return how many signals it has; a code when it does not open."""
    try:
        desk = opening.by_passphrase(folder, USER, PASSPHRASE)
    except KnownError as error:
        return error.code
    try:
        damage = vault.integrity(desk.database.driver_connection())
        return damage[0].code if damage else desk.info().signals
    finally:
        desk.close()


def in_place(folder: Path) -> Iterator[str]:
    """Tell of backups that do not open whole, and of a place that has none."""
    there = sorted(folder.glob("mhdesk-*"))
    if not there:
        yield f"{folder.name}: no backup"
    for backup in there:
        seen = looked_into(backup)
        if seen not in {IN_THE_BACKUP, IN_THE_REGISTRY}:
            yield f"{backup.name}: {seen}"


def looked_into(backup: Path) -> int | str:
    try:
        return restoring.inspect(backup, USER, PASSPHRASE).holds.signals
    except KnownError as error:
        return error.code


def after_restoring(place: Place, action: str, count: int | str) -> Iterator[str]:
    """Tell when neither the old generation nor the new one is there, or the old one was not kept."""
    damaged = action == "restore over damage"
    old = "vault.database_missing" if damaged else IN_THE_REGISTRY
    if count not in {old, IN_THE_BACKUP}:
        yield f"registry: {count}"
    aside = list(backups_of(place).glob("replaced-*"))
    if count == IN_THE_BACKUP and len(aside) != 1:
        yield f"{len(aside)} put aside"
    if count == IN_THE_BACKUP and not damaged and looked_into(aside[0]) != IN_THE_REGISTRY:
        yield "what was put aside is not whole"
    if count == old and aside:
        yield "put aside, and still there"


def left_over(place: Place) -> list[str]:
    """Sweep up as the next opening and the next backup do, and return what lies about all the same."""
    for folder in (backups_of(place), place.stick):
        clear_unfinished(place.unlocked, folder)
    damaged = not (place.registry / "registry.db").exists()  # then the next restore sweeps up
    return [] if damaged else [path.name for path in place.root.rglob(".mhdesk*")]


def backups_of(place: Place) -> Path:
    return place.registry / "backups"


# --- trying ------------------------------------------------------------------------------------------------


def prepared(source: Place, root: Path, action: str) -> Place:
    place = source.copy(root)
    if action == "restore over damage":
        (place.registry / "registry.db").unlink()
    return place


def steps_of(source: Place, action: str, work: Path) -> int:
    """Return how many steps an action has."""
    place = prepared(source, work / "counted", action)
    said = ended(place, action, Counter())
    shutil.rmtree(place.root)
    if not said.startswith("done "):
        raise AssertionError(said)
    return int(said.split()[1])


def tries(source: Place, work: Path, how: str, number: int, seed: int) -> Iterator[dict[str, object]]:
    """Stop every action at ``number`` steps, spread over all of it."""
    for action in ACTIONS:
        steps = steps_of(source, action, work)
        chosen = sorted(Random(seed).sample(range(1, steps + 1), min(number, steps)))
        for step in chosen:
            place = prepared(source, work / f"{action}-{step}", action)
            outcome = ended(place, action, Counter(step, how))
            found = complaints(place, action, outcome)
            yield {"action": action, "step": step, "of": steps, "ended": outcome, "found": found}
            shutil.rmtree(place.root)


def main() -> None:
    """Try what each "HOW=NUMBER" says: HOW is kill, full or fails."""
    with tempfile.TemporaryDirectory() as name:
        source = make(Path(name) / "source")
        for wanted in sys.argv[1:]:
            how, number = wanted.split("=")
            for result in tries(source, Path(name), how, int(number), SEED):
                sys.stdout.write(json.dumps({"how": how, **result}) + "\n")
                sys.stdout.flush()


if __name__ == "__main__":
    main()
