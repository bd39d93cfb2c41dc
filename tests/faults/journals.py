"""Kill saves while pages are being written, harm the journal that is left, and look whether anything is lost unseen.

``python -m tests.faults.journals SEED ROUNDS`` prints one line of JSON for each harmed journal: what was done to it,
what opening and checking find, and whether what had been said to be saved is there. One thread, as rounds.py.
"""

from __future__ import annotations

import gc
import json
import random
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Final

from sqlalchemy.exc import SQLAlchemyError

from mhdesk import files
from mhdesk.desk import signals, verifying
from mhdesk.desk.desk import Desk
from mhdesk.domain.text import clean
from mhdesk.errors import KnownError
from tests.faults import disk, rounds, works
from tests.faults.disk import Call
from tests.faults.opened import tell
from tests.faults.rounds import Counting, Kill
from tests.faults.saver import a_draft
from tests.faults.works import WORKS, Place, Told

KILLS: Final = 12
JOURNAL: Final = "registry.db-journal"
Harm = Callable[[Path, random.Random], None]


class Overwriting(Counting):
    """Note which calls write into the database: before each of them a journal is needed."""

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self.found: list[int] = []

    def number(self, call: Call) -> int:
        if call.name == "write" and call.path.endswith("/registry.db"):
            self.found.append(self.calls)
        return 0


# --- harm -------------------------------------------------------------------------------------------


def flipped(path: Path, dice: random.Random) -> None:
    content = bytearray(path.read_bytes())
    content[dice.randrange(len(content))] ^= 1 << dice.randrange(8)
    path.write_bytes(content)


def cut(path: Path, dice: random.Random) -> None:
    path.write_bytes(path.read_bytes()[: dice.randrange(path.stat().st_size)])


def emptied(path: Path, dice: random.Random) -> None:
    """Let one sector be zeros, as a device does that forgot it."""
    content = bytearray(path.read_bytes())
    place = 512 * dice.randrange(len(content) // 512)
    content[place : place + 512] = bytes(512)
    path.write_bytes(content)


def gone(path: Path, _: random.Random) -> None:
    path.unlink()


def foreign(other: Path, path: Path, _: random.Random) -> None:
    """Let the journal of another registry lie there."""
    shutil.copyfile(other, path)


# --- look -------------------------------------------------------------------------------------------


def looked_at(place: Place, told: list[Told]) -> tuple[list[str], bool]:
    """Return what opening and checking find, and whether every signal that was said to be saved is there, whole."""
    try:
        desk = place.open()
    except KnownError as error:
        return [error.code], False
    try:
        there = all(_is_whole(desk, number) for number in (1, *works.told_of(told, "saved")))
        found = [finding.code for finding in (*desk.warnings, *verifying.verify(desk))]
    except KnownError as error:
        return [error.code], False
    finally:
        desk.close()
    return found, there


def _is_whole(desk: Desk, number: object) -> bool:
    try:
        return signals.details(desk, int(str(number))).narrative == clean(a_draft().narrative)
    except (KnownError, LookupError, SQLAlchemyError):  # rows that do not fit together any more
        return False


def killed(scene: rounds.Scene, at: int) -> list[Told]:
    """Let the work be killed before one call; return what it had said."""
    scene.again()
    return rounds.in_a_child(Kill(scene.place.root, at), partial(scene.work.act, scene.place)).told


def overwrites(scene: rounds.Scene) -> list[int]:
    """Return the calls of the work that write into the database."""
    scene.again()
    overwriting = Overwriting(scene.place.root)
    with rounds.watched(overwriting):
        scene.work.act(scene.place, lambda _: None)
    return overwriting.found


def harmed(
    scene: rounds.Scene, harms: dict[str, Harm], times: int, dice: random.Random
) -> Iterator[rounds.Round]:
    for at in sorted(dice.sample(overwrites(scene), KILLS)):
        told = killed(scene, at)
        left = scene.place.copy(scene.place.root.with_name("left"))
        for what, harm in harms.items():
            for _ in range(times):
                shutil.rmtree(scene.place.root)
                left.copy(scene.place.root)
                harm(scene.place.registry / JOURNAL, dice)
                found, there = looked_at(scene.place, told)
                yield {"harm": what, "at": at, "found": found, "there": there}
        shutil.rmtree(left.root)


def put_back(scene: rounds.Scene, dice: random.Random) -> Iterator[rounds.Round]:
    """Put a journal back beside the database that has gone on since: it would undo what was saved."""
    for at in sorted(dice.sample(overwrites(scene), KILLS)):
        killed(scene, at)
        old = scene.place.root.with_name("old-journal")
        shutil.copyfile(scene.place.registry / JOURNAL, old)
        told: list[Told] = []
        scene.work.act(scene.place, told.append)
        shutil.copyfile(old, scene.place.registry / JOURNAL)
        found, there = looked_at(scene.place, told)
        yield {"harm": "put back", "at": at, "found": found, "there": there}


def hot_journal(scene: rounds.Scene) -> Path:
    """Return the journal of another registry that was killed while it saved."""
    found = overwrites(scene)
    killed(scene, found[len(found) // 2])
    return scene.place.registry / JOURNAL


def scene_in(folder: Path) -> rounds.Scene:
    folder.mkdir()
    place = works.make(folder / "place")
    return rounds.Scene(WORKS["save"], place, place.copy(folder / "before"))


def main() -> None:
    seed, times = map(int, sys.argv[1:])
    dice = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        files.private_process()
        disk.watch(disk.Nobody())
        gc.disable()
        other, scene = scene_in(Path(name) / "other"), scene_in(Path(name) / "one")
        harms: dict[str, Harm] = {"flipped": flipped, "cut": cut, "emptied": emptied}
        once: dict[str, Harm] = {"gone": gone, "foreign": partial(foreign, hot_journal(other))}
        for rounds_of in (
            harmed(scene, harms, times, dice),
            harmed(scene, once, 1, dice),
            put_back(scene, dice),
        ):
            for line in rounds_of:
                tell(json.dumps(line))


if __name__ == "__main__":
    main()
