"""Work in a registry on a disk that is really full, and look at what was kept. A process of its own.

The argument is an empty folder: a small file system of its own, which is filled by a file; or with ``limited`` behind
it any folder, where no file may grow. Prints one line of JSON for each try: what was done, how much room there was,
how it ended, what does not hold.
"""

from __future__ import annotations

import json
import os
import resource
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from mhdesk.desk import backup_places, backups, drafts, opening, people, registries, signals, verifying
from mhdesk.desk.desk import Desk
from mhdesk.domain.colleagues import ColleagueDraft
from mhdesk.domain.registries import RegistryDraft
from mhdesk.errors import KnownError
from mhdesk.vault import age
from mhdesk.wording import say
from tests.desk.drafts import a_notification
from tests.faults.opened import tell
from tests.registry_fixtures import PASSPHRASE, USER
from tests.vault.registries import QUICK

PAGE: Final = 4096
ROOMS: Final = (0, 3, 60)
"""Pages that are free while somebody works: from nothing to a quarter of what the registry takes."""
FULL: Final = frozenset({"common.disk_full", "backups.disk_full", "backups.no_room"})
CANNOT_GROW: Final = FULL | {"desk.device_failed", "vault.device_failed", "backups.device_failed"}
"""The engine tells a file that may not grow as a disk that fails."""


class SmallDisk:
    """A file system of its own: a file takes what room there is."""

    refusals = FULL

    def __init__(self, folder: Path) -> None:
        self._filler = folder / "filler"

    def fill(self, but: int) -> None:
        """Leave ``but`` pages free."""
        with self._filler.open("wb", buffering=0) as file:
            try:
                while file.write(b"\0" * PAGE):
                    pass
            except OSError:
                file.truncate(max(file.tell() - but * PAGE, 0))

    def make_room(self) -> None:
        self._filler.unlink(missing_ok=True)


class NoGrowth:
    """Any folder: no file of this process may become longer than the database is, and some pages."""

    refusals = CANNOT_GROW

    def __init__(self, folder: Path) -> None:
        self._database = folder / "registry" / "registry.db"

    def fill(self, but: int) -> None:
        longest = self._database.stat().st_size + but * PAGE
        resource.setrlimit(resource.RLIMIT_FSIZE, (longest, resource.RLIM_INFINITY))

    def make_room(self) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


@dataclass
class Worker:
    """Somebody at a desk, and what was acknowledged to her."""

    desk: Desk
    stick: Path
    passphrase: str = PASSPHRASE
    saved: int = 0
    typed: str = ""
    draft: int | None = None
    colleagues: list[str] = field(default_factory=list)

    def save(self) -> None:
        signals.register(self.desk, a_notification(narrative="Proefverhaal. " * 700))
        self.saved += 1

    def keep(self) -> None:
        typed = json.dumps({"narrative": f"{len(self.typed)} half getypt. " * 1000})
        self.draft = drafts.keep(self.desk, "signal", typed, self.draft).created
        self.typed = typed

    def back_up(self) -> None:
        backups.make(self.desk)

    def back_up_to_stick(self) -> None:
        backups.make(self.desk, self.stick)

    def change_key(self) -> None:
        people.change_key(self.desk)

    def change_passphrase(self) -> None:
        new = "schelp notenbalk inkt greppel" if self.passphrase == PASSPHRASE else PASSPHRASE
        people.change_passphrase(self.desk, self.passphrase, new)
        self.passphrase = new

    def add_colleague(self) -> None:
        name = f"Collega Verzonnen {'abcdefghij'[len(self.colleagues)]}"
        people.add(self.desk, ColleagueDraft(name), "wimpel granaat zwaluw kompas")
        self.colleagues.append(name)

    def come_back(self) -> None:
        """Close the registry and open it again, as after a lock."""
        folder = self.desk.folder
        self.desk.close()
        self.desk = opening.by_passphrase(folder, USER, self.passphrase)

    def complaints(self) -> Iterator[str]:
        """Tell of what was acknowledged and is not there, by reading alone."""
        connection = self.desk.database.connection
        if connection.exec_driver_sql("SELECT count(*) FROM signal").scalar_one() != self.saved:
            yield "signals"
        if [one.payload for one in drafts.mine(self.desk)] != [self.typed]:
            yield "draft"
        if [one.name for one in people.colleagues(self.desk)][1:] != self.colleagues:
            yield "colleagues"
        for place in (self.desk.folder / "backups", self.stick):
            yield from (
                f"{one.name} does not open"
                for one in backup_places.backups_in(self.desk, place)
                if not one.holds
            )
            if not backup_places.backups_in(self.desk, place):
                yield f"no backup in {place.name}"


WORKS: Final[tuple[Callable[[Worker], None], ...]] = (
    Worker.save,
    Worker.keep,
    Worker.back_up,
    Worker.back_up_to_stick,
    Worker.change_key,
    Worker.change_passphrase,
    Worker.add_colleague,
    Worker.come_back,
)


def begin(folder: Path) -> Worker:
    """Make a registry with some work in it and a backup in both places."""
    age.seal_with_passphrase.__defaults__ = (QUICK,)
    (folder / "stick").mkdir()
    desk = registries.new(folder / "registry", RegistryDraft(name="Proef", user_name=USER), PASSPHRASE).desk
    worker = Worker(desk, folder / "stick")
    backups.choose_place(desk, worker.stick)
    for work in (worker.save, worker.save, worker.keep, worker.back_up):
        work()
    return worker


def tried(worker: Worker, work: Callable[[Worker], None]) -> str:
    """Do it; return "done" or the code of what was said."""
    try:
        work(worker)
    except KnownError as error:
        return error.code if say(error.code, **error.params) else f"{error.code} says nothing"
    return "done"


def after_room(worker: Worker, work: Callable[[Worker], None]) -> list[str]:
    """Return what does not hold, or cannot be done, once there is room."""
    if worker.desk.is_closed():
        worker.desk = opening.by_passphrase(worker.desk.folder, USER, worker.passphrase)
    ended = tried(worker, work)
    found = [] if ended == "done" else [f"then: {ended}"]
    worker.come_back()
    return [*found, *worker.complaints()]


def main(folder: Path, *, limited: bool) -> None:
    os.environ["XDG_STATE_HOME"] = str(folder / "state")
    worker = begin(folder)
    disk = NoGrowth(folder) if limited else SmallDisk(folder)
    for work in WORKS:
        for room in ROOMS:
            disk.fill(room)
            ended = tried(worker, work)
            during = [] if worker.desk.is_closed() else list(worker.complaints())
            disk.make_room()
            wrong = [] if ended in disk.refusals | {"done"} else [ended]
            found = [*wrong, *during, *after_room(worker, work)]
            tell(json.dumps({"work": work.__name__, "room": room, "ended": ended, "found": found}))
    tell(json.dumps({"work": "verify", "room": 0, "ended": "done", "found": damage(worker)}))
    worker.desk.close()


def damage(worker: Worker) -> list[str]:
    return [one.code for one in verifying.verify(worker.desk)]


if __name__ == "__main__":
    main(Path(sys.argv[1]), limited="limited" in sys.argv[2:])
