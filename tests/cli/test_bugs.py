"""A bug in a command: a number for the user, places for whoever mends it, and nothing of a record."""

from __future__ import annotations

import json
import re

import pytest

from mhdesk.cli import main as cli
from tests.cli.broken import WORD


@pytest.fixture(autouse=True)
def _broken_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(cli.COMMANDS, "verify", "tests.cli.broken")


def test_a_bug_has_a_status_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["verify", "--json"]) == 70
    told = json.loads(capsys.readouterr().out)
    assert (told["error"], told["problems"]) == ("common.bug", [])


def test_a_bug_is_told_by_its_places_and_never_quotes_a_record(capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["verify"])
    said = capsys.readouterr()
    assert said.out == ""
    assert WORD not in said.err
    places, sentence = said.err.splitlines()
    assert re.fullmatch(r"[0-9a-f]{8} ValueError at main\.py:\d+ _run > broken\.py:\d+ run", places)
    assert places.split()[0] in sentence
