"""Works that end by a broken disk, a full one, a kill or a power cut: nothing that was said to be done is lost."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

import pytest

from tests.faults.works import WORKS

ROOT: Final = Path(__file__).resolve().parents[2]
SEED: Final = 3
# With test_killed.py, test_backups.py and tests/vault/test_key_faults.py a run of all tests kills over 200 times.
KILLS: Final = 100
# Per work; `make soak` ends each at every call there is.
ROUNDS: Final = {"kill": KILLS // len(WORKS) + 1, "cut": 12, "eio": 6, "full": 6, "gone": 3}
_BROKEN: Final = ("device_failed", "upgrade_failed", "place_missing", "restore_unfinished")
# The engine does not tell why it cannot make its journal.
EXPECTED: Final = {"eio": _BROKEN, "full": ("disk_full", *_BROKEN), "gone": _BROKEN}
PROCESSES: Final = 2

Line = dict[str, Any]


def started(works: list[str]) -> subprocess.Popen[str]:
    plan = ",".join(f"{how}={rounds}" for how, rounds in ROUNDS.items())
    command = [sys.executable, "-m", "tests.faults.rounds", str(SEED), plan, *works]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=ROOT, stdout=pipe, stderr=pipe, text=True)


@pytest.fixture(scope="module")
def seen() -> list[Line]:
    """Go through all rounds, side by side, and return what each saw."""
    processes = [started(list(WORKS)[number::PROCESSES]) for number in range(PROCESSES)]
    ended = [(*process.communicate(), process.returncode) for process in processes]
    assert [(err, status) for _, err, status in ended] == [("", 0)] * PROCESSES
    return [json.loads(line) for out, _, _ in ended for line in out.splitlines()]


@pytest.mark.parametrize("how", ROUNDS)
@pytest.mark.parametrize("work", WORKS)
def test_what_was_said_to_be_done_is_there_and_everything_is_whole(
    work: str, how: str, seen: list[Line]
) -> None:
    mine = [line for line in seen if (line["work"], line["how"]) == (work, how)]
    assert len(mine) == ROUNDS[how]
    assert [line for line in mine if line["found"]] == []


def test_every_kill_was_one(seen: list[Line]) -> None:
    assert sum(line["killed"] for line in seen if line["how"] == "kill") >= KILLS


@pytest.mark.parametrize("how", EXPECTED)
@pytest.mark.parametrize("work", WORKS)
def test_a_disk_that_fails_is_said(work: str, how: str, seen: list[Line]) -> None:
    """One call that fails may be of no account; most are not."""
    mine = [line for line in seen if (line["work"], line["how"]) == (work, how)]
    codes = [[code for word, code in line["told"] if word == "error"] for line in mine]
    assert sum(map(bool, codes)) > len(mine) // 2
    told = {code for line in codes for code in line}
    assert told  # each with a sentence: works.tried looks
    assert all(code.endswith(EXPECTED[how]) for code in told)


def test_works_were_ended_before_and_after_they_said_that_something_was_done(seen: list[Line]) -> None:
    words = {len(line["told"]) for line in seen if line["how"] in {"kill", "cut"}}
    assert {0, 1, 2} <= words
