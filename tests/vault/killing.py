"""Kill changes of keys at every step and at random moments, and look at what is left. Runs as a process of its own.

Forks a child for each kill, so it must have one thread only. Prints one line of JSON for each: what was stopped,
where, and what does not hold any more.
"""

from __future__ import annotations

import itertools
import json
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from mhdesk import vault
from mhdesk.vault import age
from tests.vault import registries
from tests.vault.operations import (
    COLLEAGUE,
    OPERATIONS,
    WORDS,
    Operation,
    Place,
    before_each_call,
    complaints,
    left_behind,
)
from tests.vault.registries import PASSPHRASE, QUICK, USER


def make(folder: Path) -> Place:
    """Make the registry that all copies are taken of, with keys that cost no time."""
    age.seal_with_passphrase.__defaults__ = (QUICK,)
    made = vault.create(folder / "registry", user_name=USER, passphrase=PASSPHRASE, fill=registries.fill)
    return Place(folder / "registry", made.unlocked, made.recovery)


def in_a_child(work: Callable[[], object]) -> int:
    """Start ``work`` in a child and return its process id."""
    child = os.fork()
    if child == 0:
        try:
            work()
        except BaseException as error:  # noqa: BLE001 - nothing may come back from a child
            sys.stderr.write(repr(error))
            sys.stderr.flush()
            os._exit(1)
        os._exit(0)
    return child


def was_killed(child: int) -> bool:
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return True
    assert os.WEXITSTATUS(status) == 0, status
    return False


def kill_before_call(number: int, act: Callable[[Place], None], place: Place) -> Callable[[], None]:
    """Return what a child does: ``act``, killed right before its ``number``-th call of the system."""
    calls = itertools.count(1)

    def stop(_: str) -> None:
        if next(calls) == number:
            os.kill(os.getpid(), signal.SIGKILL)

    def work() -> None:
        for name, call in before_each_call(stop).items():
            setattr(os, name, call)
        act(place)

    return work


def at_every_step(source: Place, work: Path, operation: Operation) -> Iterator[dict[str, object]]:
    """Kill ``operation`` before each call that it makes; the last round runs to its end."""
    prepared = source.copy(work / "prepared")
    operation.prepare(prepared)
    for number in itertools.count(1):
        place = prepared.copy(work / str(number))
        killed = was_killed(in_a_child(kill_before_call(number, operation.act, place)))
        yield {"step": number, "killed": killed, "found": [*complaints(place, operation), *cleaned(place)]}
        shutil.rmtree(place.folder)
        if not killed:
            return


def at_random(source: Place, work: Path, kills: int, seed: int) -> Iterator[dict[str, object]]:
    """Kill a change of the database's key ``kills`` times, at moments spread over the whole of it.

    The registry of one round goes on into the next, so that a change follows upon one that was cut off. The machine
    is shared: how long a change takes is learned from whether the kill came too late.
    """
    operation, dice = OPERATIONS["change key"], random.Random(seed)
    place = source.copy(work / "random")
    operation.prepare(place)
    begun = time.monotonic()
    assert not was_killed(in_a_child(lambda: operation.act(place)))
    longest = time.monotonic() - begun
    done = 0
    for number in range(4 * kills):
        child = in_a_child(lambda: operation.act(place))
        time.sleep(dice.random() * longest)
        os.kill(child, signal.SIGKILL)
        killed = was_killed(child)
        done += killed
        longest *= 1.02 if killed else 0.9
        yield {"round": number, "killed": killed, "found": [*complaints(place, operation), *damage(place)]}
        if done == kills:
            return


def damage(place: Place) -> list[str]:
    """Return what the checks of the database find."""
    connection = vault.connect(vault.unlock(place.folder, user_name=USER, passphrase=PASSPHRASE))
    try:
        return [finding.code for finding in vault.integrity(connection)]
    finally:
        vault.close(connection)


def cleaned(place: Place) -> list[str]:
    """Clear up as the desk does at the next opening, by whichever way still opens; return what stays all the same."""
    for name, passphrase in itertools.product((USER, COLLEAGUE), (PASSPHRASE, WORDS)):
        if place.opens(name, passphrase):
            one = vault.unlock(place.folder, user_name=name, passphrase=passphrase)
            active = {opener.id for opener in vault.list_openers(one) if opener.kind is vault.Kind.USER}
            vault.clear_left_behind(one, active)
            return left_behind(place)
    return ["nobody opens it"]


def tell(result: dict[str, object]) -> None:
    sys.stdout.write(f"{json.dumps(result)}\n")
    sys.stdout.flush()


def main() -> None:
    """Kill every operation at every step, or, given "KILLS SEED", a change of the database's key at random."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = make(folder)
        if len(sys.argv) > 1:
            kills, seed = map(int, sys.argv[1:])
            for result in at_random(source, folder, kills, seed):
                tell(result)
            return
        for what, operation in OPERATIONS.items():
            for result in at_every_step(source, folder / what, operation):
                tell({"what": what, **result})


if __name__ == "__main__":
    main()
