"""Whatever stops a change of keys, the registry opens by the old way or by the new one, and is whole."""

from __future__ import annotations

import errno
import itertools
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mhdesk import vault
from mhdesk.errors import KnownError
from tests.vault.operations import (
    CALLS,
    OPERATIONS,
    Operation,
    Place,
    before_each_call,
    change_key,
    complaints,
    left_behind,
)
from tests.vault.registries import PASSPHRASE, ROOT, USER, Registry, child

KILLS = 50


def lines_of(*arguments: str) -> list[dict[str, object]]:
    """Run tests/vault/killing.py and return what it saw."""
    command = [sys.executable, "-m", "tests.vault.killing", *arguments]
    run = subprocess.run(command, check=False, capture_output=True, text=True, cwd=ROOT)
    assert run.returncode == 0, run.stderr
    return [json.loads(line) for line in run.stdout.splitlines()]


@pytest.fixture(scope="module")
def killed_everywhere() -> list[dict[str, object]]:
    """Kill every operation before every call that it makes of the system."""
    return lines_of()


@pytest.mark.parametrize("what", OPERATIONS)
def test_a_kill_at_any_step_leaves_a_way_in_and_nothing_lying_about(
    what: str, killed_everywhere: list[dict[str, object]]
) -> None:
    seen = [line for line in killed_everywhere if line["what"] == what]
    assert len(seen) > 9
    assert [line for line in seen if line["found"]] == []
    assert [line["killed"] for line in seen] == [True] * (len(seen) - 1) + [False]


def test_kills_at_random_moments_of_a_change_of_key_never_harm_the_database() -> None:
    seen = lines_of(str(KILLS), "7")
    assert [line for line in seen if line["found"]] == []
    assert sum(bool(line["killed"]) for line in seen) == KILLS


# --- a full disk, in this process ---------------------------------------------------------------


@pytest.fixture
def place(registry: Registry, cheap_keys: None) -> Place:
    del cheap_keys
    return Place(registry.folder, registry.unlocked, registry.created.recovery)


def full_at(number: int, *, for_good: bool) -> Callable[[str], None]:
    """Return what lets the ``number``-th call of the system fail, or that one and each that needs room later."""
    calls = itertools.count(1)

    def stop(name: str) -> None:
        call = next(calls)
        if call == number or (for_good and call > number and name != "unlink"):
            raise OSError(errno.ENOSPC, "no space left")

    return stop


def tried(operation: Operation, place: Place, stop: Callable[[str], None]) -> KnownError | None:
    """Run ``operation`` with calls of the system that ``stop`` may let fail; return how it failed."""
    with pytest.MonkeyPatch.context() as patches:
        for name, call in before_each_call(stop).items():
            patches.setattr(os, name, call)
        try:
            operation.act(place)
        except KnownError as error:
            return error
    return None


def until_it_succeeds(operation: Operation, place: Place, *, for_good: bool) -> Iterator[tuple[Place, bool]]:
    """Fail at the first call, at the second …; yield the place each time, and whether it was said."""
    operation.prepare(place)
    for number in itertools.count(1):
        copy = place.copy(place.folder.with_name(f"{number}"))
        counted = itertools.count()
        stop = full_at(number, for_good=for_good)

        def counting(name: str, counted: Iterator[int] = counted, stop: Callable[[str], None] = stop) -> None:
            next(counted)
            stop(name)

        error = tried(operation, copy, counting)
        yield copy, error is not None and error.code == "common.disk_full"
        if error is None and next(counted) < number:
            return


@pytest.mark.parametrize("for_good", [False, True])
@pytest.mark.parametrize("what", OPERATIONS)
def test_a_disk_that_is_full_at_any_step_leaves_a_way_in(what: str, for_good: bool, place: Place) -> None:
    operation, told = OPERATIONS[what], []
    for copy, said in until_it_succeeds(operation, place, for_good=for_good):
        assert complaints(copy, operation) == []
        told.append(said)
    assert told[0]
    assert len(told) > 9


def test_every_call_that_changes_a_file_was_among_those_that_failed(place: Place) -> None:
    seen: set[str] = set()
    for operation in OPERATIONS.values():
        copy = place.copy(place.folder.with_name(f"copy-{id(operation)}"))
        operation.prepare(copy)
        tried(operation, copy, seen.add)
    assert seen == set(CALLS) - {"mkdir"}


UNDER_A_LIMIT = """
import resource, sys
from pathlib import Path
from mhdesk import vault
from mhdesk.errors import KnownError
folder, words = Path(sys.argv[1]), sys.stdin.readline().strip()
one = vault.unlock(folder, user_name="Zoë Denkbeeld", passphrase=words)
before = {path.name: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
_, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
for size in range(0, len(before["registry.db"]), 60_000):
    connection = vault.connect(one)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        vault.change_key(one, connection, release=connection.close, note=lambda connection: None)
        print("changed")
    except KnownError as error:
        print(error.code)
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    connection.execute("UPDATE a SET n = n").fetchall()
    connection.close()
    after = {path.name for path in folder.rglob("*") if path.is_file()}
    print(after == set(before))
"""


def test_a_file_that_may_not_grow_ends_a_change_of_key_and_work_goes_on(registry: Registry) -> None:
    """The engine writes the copy itself, past Python's functions: here it is the system that says no."""
    out, err = child(UNDER_A_LIMIT, str(registry.folder)).communicate(PASSPHRASE)
    lines = out.splitlines()
    assert err == ""
    assert len(lines) > 10
    assert set(lines[0::2]) <= {"common.disk_full", "vault.device_failed"}
    assert set(lines[1::2]) == {"True"}


def test_after_a_failed_change_of_key_the_next_one_succeeds(place: Place) -> None:
    tried(OPERATIONS["change key"], place, full_at(12, for_good=True))
    change_key(place)
    assert left_behind(place) == []
    one = vault.unlock(place.folder, user_name=USER, passphrase=PASSPHRASE)
    assert one.database_key != place.owner.database_key
    assert one.next_key is None
    assert place.files() >= {"registry.db", "registry.age", "recovery.age"}
    assert Path(place.folder / "registry.new.db").exists() is False
