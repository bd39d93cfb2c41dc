"""A rollback journal that is flipped, cut, gone, foreign or old: nothing that was saved is lost without a word."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

import pytest

ROOT: Final = Path(__file__).resolve().parents[2]
SEED: Final = 1
TIMES: Final = 1
HARMS: Final = ("flipped", "cut", "emptied", "gone", "foreign", "put back")

Line = dict[str, Any]


@pytest.fixture(scope="module")
def seen() -> list[Line]:
    """Run tests/faults/journals.py and return what it saw."""
    command = [sys.executable, "-m", "tests.faults.journals", str(SEED), str(TIMES)]
    run = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    assert (run.stderr, run.returncode) == ("", 0)
    return [json.loads(line) for line in run.stdout.splitlines()]


@pytest.mark.parametrize("harm", HARMS)
def test_nothing_that_was_saved_is_lost_without_a_word(harm: str, seen: list[Line]) -> None:
    mine = [line for line in seen if line["harm"] == harm]
    assert len(mine) >= 12
    assert [line for line in mine if not line["there"] and not line["found"]] == []


def test_harm_was_done(seen: list[Line]) -> None:
    assert any(line["found"] for line in seen if line["harm"] == "flipped")
    assert any(not line["there"] for line in seen if line["harm"] == "cut")


def test_a_journal_of_earlier_work_that_is_put_back_is_seen_by_this_computer(seen: list[Line]) -> None:
    mine = [line for line in seen if line["harm"] == "put back"]
    assert [line for line in mine if "verify.older_than_computer" not in line["found"]] == []


def test_the_opening_itself_says_what_a_damaged_journal_could_not_undo(seen: list[Line]) -> None:
    damaged = [
        line for line in seen if line["harm"] in {"flipped", "cut"} and "vault.pages_damaged" in line["found"]
    ]
    assert [line for line in damaged if "desk.damaged_by_crash" not in line["found"]] == []
    assert any("desk.damaged_by_crash" in line["found"] for line in seen)
