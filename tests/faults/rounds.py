"""Let works end by an error, a kill or a power cut, round after round, and look at what is left.

``python -m tests.faults.rounds SEED HOW=ROUNDS,… WORK…`` prints one line of JSON for each round: what was tried, where
it ended, what was said, and what does not hold. Forks a child for each round, so it must have one thread only.
"""

from __future__ import annotations

import errno
import gc
import itertools
import json
import os
import random
import shutil
import signal
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from mhdesk import files
from tests.faults import disk, power, works
from tests.faults.disk import Call, Watcher
from tests.faults.opened import tell
from tests.faults.works import WORKS, Place, Say, Told, Work


class Counting:
    """Let everything happen below a folder, and number it."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self.calls = 0

    def before(self, call: Call) -> int:
        if not Path(call.path).is_relative_to(self._root):
            return 0
        self.calls += 1
        return self.number(call)

    def number(self, call: Call) -> int:
        """Return the error for call number ``calls``."""
        del call
        return 0

    def after(self, call: Call) -> None:
        """Nothing more is wanted."""


def needs_room(call: Call) -> bool:
    """Say whether a disk without any room left must refuse."""
    if call.name == "write":
        return call.offset + len(call.data) > Path(call.path).stat().st_size
    by_python = not call.path.endswith((".db", ".db-journal")) and not Path(call.path).is_dir()
    return call.name in {"create", "mkdir"} or (call.name == "sync" and by_python)


class FailOnce(Counting):
    """Let one call fail as a broken disk does."""

    def __init__(self, root: Path, at: int) -> None:
        super().__init__(root)
        self.at = at

    def number(self, call: Call) -> int:
        del call
        return errno.EIO if self.calls == self.at else 0


class Full(FailOnce):
    """Be full from one call on: nothing new fits; what has its place can be written over, and removed."""

    def number(self, call: Call) -> int:
        return errno.ENOSPC if self.calls >= self.at and needs_room(call) else 0


class Gone(FailOnce):
    """Answer nothing any more from one call on, as a stick does that was pulled out."""

    def number(self, call: Call) -> int:
        del call
        return errno.EIO if self.calls >= self.at else 0


class Kill(FailOnce):
    """Kill the process before one call."""

    def number(self, call: Call) -> int:
        del call
        if self.calls == self.at:
            os.kill(os.getpid(), signal.SIGKILL)
        return 0


WATCHERS: Final[dict[str, type[FailOnce]]] = {"eio": FailOnce, "full": Full, "gone": Gone, "kill": Kill}
Round = dict[str, object]


@dataclass(frozen=True)
class Ended:
    """How a child ended: what it had said by then, whether it was killed, and the traceback of a bug."""

    told: list[Told]
    killed: bool
    bug: str


def in_a_child(watcher: Watcher, act: Callable[[Say], None]) -> Ended:
    """Do something in a child, on a disk that has its own will, and wait for its end."""
    hear, speak = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(hear)
        disk.watch(watcher)
        try:
            act(lambda word: _write(speak, word))
        except BaseException:  # noqa: BLE001 - a child must never go on as its parent
            _write(speak, ["bug", traceback.format_exc()])
            os._exit(1)
        os._exit(0)
    os.close(speak)
    with os.fdopen(hear, encoding="utf-8") as handle:
        told: list[Told] = [json.loads(line) for line in handle]
    _, status = os.waitpid(child, 0)
    bugs = "".join(map(str, works.told_of(told, "bug")))
    return Ended(told, os.WIFSIGNALED(status), bugs)


def _write(speak: int, word: Told) -> None:
    os.write(speak, json.dumps(word).encode() + b"\n")


def moments(calls: int, rounds: int, dice: random.Random) -> list[int]:
    """Return at which calls to end it: at each, or spread over all of them when those are too many."""
    if rounds >= calls:
        return list(range(1, calls + 1))
    edges = [1 + calls * number // rounds for number in range(rounds + 1)]
    return [dice.randrange(low, high) for low, high in itertools.pairwise(edges)]


@contextmanager
def watched(watcher: Watcher) -> Iterator[None]:
    disk.watch(watcher)
    try:
        yield
    finally:
        disk.watch(disk.Nobody())


@dataclass(frozen=True)
class Scene:
    """A work, the place where it is done, and a copy of how that looked before: paths are part of a registry."""

    work: Work
    place: Place
    before: Place

    def again(self) -> None:
        """Let the place be as it was before."""
        shutil.rmtree(self.place.root)
        self.before.copy(self.place.root)

    def left(self, told: list[Told], **more: object) -> Round:
        """Look at what is left after ``told``."""
        return {**more, "told": told, "found": works.complaints(self.place, self.work, told)}


def disturbed(scene: Scene, how: str, rounds: int, dice: random.Random) -> Iterator[Round]:
    """Let a work end at one call, then at another; once before that it may go through, to count the calls."""
    root = scene.place.root
    counting = Counting(root)
    with watched(counting):
        scene.work.act(scene.place, lambda _: None)
    for at in moments(counting.calls, rounds, dice):
        scene.again()
        ended = in_a_child(WATCHERS[how](root, at), partial(scene.work.act, scene.place))
        seen: Round = {"at": at, "of": counting.calls, "killed": ended.killed}
        yield {**seen, "found": [ended.bug]} if ended.bug else scene.left(ended.told, **seen)


def cut_off(scene: Scene, _how: str, rounds: int, dice: random.Random) -> Iterator[Round]:
    """Record a work once, then let the power go at many moments of it."""
    recorder = power.Recorder(scene.place.root)
    with watched(recorder):
        scene.work.act(scene.place, recorder.say)
        recorder.finish()
    for _ in range(rounds):
        shutil.rmtree(scene.place.root)
        at = power.moment(recorder.events, dice)
        cut = power.Cut(recorder.disk, recorder.events[:at], dice)
        cut.leave(scene.place.root)
        yield scene.left(cut.said, at=at, of=len(recorder.events), killed=True)


def main() -> None:
    """Do what the arguments say: SEED HOW=ROUNDS,… WORK…; each work ends so many times in each way."""
    seed, plan, *names = sys.argv[1:]
    with tempfile.TemporaryDirectory() as name:
        files.private_process()
        disk.watch(disk.Nobody())
        source = works.make(Path(name) / "made")
        gc.disable()  # it touches everything: each child would get its own copy of all that is loaded
        for what in names:
            place = source.copy(Path(name) / what / "place")
            WORKS[what].prepare(place)
            scene = Scene(WORKS[what], place, place.copy(Path(name) / what / "before"))
            for how, rounds in (part.split("=") for part in plan.split(",")):
                dice = random.Random(f"{how} {what} {seed}")
                scene.again()
                for seen in (cut_off if how == "cut" else disturbed)(scene, how, int(rounds), dice):
                    tell(json.dumps({"work": what, "how": how, **seen}))


if __name__ == "__main__":
    main()
