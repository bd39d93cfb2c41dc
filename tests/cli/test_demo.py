"""``mhdesk demo`` as a script sees it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from mhdesk.cli.main import main
from mhdesk.desk import registries, signals
from mhdesk.domain.views import SignalFilter


def call(*words: str | Path) -> int:
    """Run ``mhdesk demo`` and return its exit status."""
    try:
        return main(["demo", *(str(word) for word in words)])
    except SystemExit as ended:
        return int(ended.code or 0)


def test_it_makes_a_registry_that_opens_as_it_says(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "fictief"
    assert call("--out", out, "--signals", "40", "--seed", "7", "--today", "2025-03-31", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told == told | {"registry": str(out), "signals": 40, "seed": 7}
    desk = registries.open_registry(out, told["user"], told["passphrase"])
    try:
        newest = signals.rows(desk, signals.ids(desk, SignalFilter())[:1])[0]
        assert date(2025, 3, 1) < newest.received_on < date(2025, 3, 31)
        assert newest.reference.startswith("GV-2025-")
    finally:
        desk.close()


def test_it_says_folder_name_and_passphrase(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "fictief"
    assert call("--out", out, "--signals", "5000") == 0
    said = capsys.readouterr()
    assert all(
        words in said.out for words in (str(out), "Noor Denkbeeld", "alles in dit register is verzonnen")
    )
    assert said.err.splitlines()[-1] == "5000 van 5000 signalen"


@pytest.mark.parametrize(
    "words",
    [
        ("--signals", "0"),
        ("--signals", "1000001"),
        ("--signals", "veel"),
        ("--today", "31-3-2025"),
        ("--today", "0001-01-01"),
    ],
)
def test_a_wrong_call_makes_nothing(words: tuple[str, str], tmp_path: Path) -> None:
    assert call("--out", tmp_path / "fictief", *words) == 2
    assert list(tmp_path.iterdir()) == []


def test_a_folder_with_something_in_it_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "brief.txt").write_text("van iemand", encoding="utf-8")
    assert call("--out", tmp_path) == 2
    assert str(tmp_path) in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["brief.txt"]


def test_a_place_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("", encoding="utf-8")
    assert call("--out", tmp_path / "bestand" / "fictief") == 2
