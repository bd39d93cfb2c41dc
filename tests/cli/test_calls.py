"""How a call ends: wrong words, a closed pipe, Ctrl+C, and a language for each of them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from mhdesk import wording
from mhdesk.cli.main import main

_MHDESK: Final = (sys.executable, "-m", "mhdesk")
_STOPPED: Final = """
import sys
from mhdesk.cli import main as cli
sys.path.insert(0, {tests!r})
cli.COMMANDS["verify"] = "tests.cli.endless"
print("ready", flush=True)
sys.exit(cli.main(["verify"]))
"""


@pytest.fixture(autouse=True)
def _dutch_again() -> object:
    yield
    wording.use_language("nl")


def refused(capsys: pytest.CaptureFixture[str], *words: str) -> list[str]:
    """Return what a wrong call is told, line by line."""
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2
    said = capsys.readouterr()
    assert said.out == ""
    return said.err.splitlines()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--lang",), "--lang: er staat niets achter."),
        (("verify", "--lang"), "--lang: er staat niets achter."),
        (("verify", "x", "--lang", "fr"), "--lang: 'fr' bestaat niet. Kies uit 'nl', 'en'."),
        (("verify",), "Dit ontbreekt nog: REGISTRY, --user, --passphrase-file."),
        (("self-test", "x", "--y"), "Dit hoort er niet bij: x --y."),
        (("demo", "--out", "x", "--signals", "twee"), "--signals: 'twee' is niet te lezen."),
        (("self-test", "--json=ja"), "--json: hier hoort niets achter, er staat 'ja'."),
        (
            ("demo", "--out", "x", "--today", "nu"),
            "--today: nu is geen dag. Typ bijvoorbeeld 2026-03-31.",
        ),
        (("demo", "--s", "1"), "--s kan van alles zijn: --signals, --seed. Schrijf het voluit."),
        (("verify", "--lang", "en"), "This is still missing: REGISTRY, --user, --passphrase-file."),
    ],
)
def test_a_wrong_call_is_told_in_the_language_asked_for(
    words: tuple[str, ...], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = refused(capsys, *words)
    assert first.endswith(told)
    assert second.startswith(("Zie mhdesk", "See mhdesk"))


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", {"gebruik: mhdesk verify", "wat je opgeeft:", "opties:", "toon deze uitleg"}),
        ("en", {"usage: mhdesk verify", "what you give:", "options:", "show this help"}),
    ],
)
def test_help_has_no_word_of_another_language(
    language: str, words: set[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(["verify", "--lang", language, "--help"])
    said = capsys.readouterr().out
    assert not [word for word in words if word not in said]
    other = {"usage:", "positional", "show this help"} if language == "nl" else {"gebruik", "toon deze"}
    assert not [word for word in other if word in said]


@pytest.mark.parametrize("words", [("--help",), ("--version",), ("verify", "--help"), ("verify", "er-niet")])
def test_whoever_reads_no_further_is_left_in_peace(words: tuple[str, ...]) -> None:
    who = ("--user", "x", "--passphrase-file", __file__, "--json") if words[-1] == "er-niet" else ()
    with subprocess.Popen(
        [*_MHDESK, *words, *who], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        child.stdout.close()
        said = child.stderr.read()
    assert "Traceback" not in said
    assert "BrokenPipe" not in said
    assert child.returncode == (2 if who else 0)


def test_a_call_with_its_output_closed_beforehand_ends_as_any_other() -> None:
    call = 'exec "$@" --user x --passphrase-file /dev/null --json >&-'
    done = subprocess.run(
        ["/bin/sh", "-c", call, "sh", *_MHDESK, "verify", "er-niet"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr
    assert done.returncode == 2


@pytest.mark.parametrize(
    "words", [("new", "--help"), ("verify", "zoë", "--user", "x", "--passphrase-file", "ł")]
)
def test_a_terminal_that_lacks_a_letter_still_shows_the_rest(words: tuple[str, ...]) -> None:
    done = subprocess.run(
        [*_MHDESK, *words],
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == (0 if "--help" in words else 2)
    assert "\\x" in done.stdout + done.stderr or "\\u" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_ctrl_c_ends_without_a_word() -> None:
    code = _STOPPED.format(tests=str(Path(__file__).parents[2]))
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        assert child.stdout.readline() == "waiting\n"
        child.send_signal(signal.SIGINT)
        _, said = child.communicate()
    assert (child.returncode, said) == (130, "")


@pytest.mark.parametrize("command", ["verify", "import"])
def test_a_name_that_no_disk_takes_is_a_wrong_call(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = (tmp_path / "wachtzin", "er-niet.csv")
    words[0].write_text("een lange wachtzin", encoding="utf-8")
    file = (words[1],) if command == "import" else ()
    status = main(
        [command, str(tmp_path / ("x" * 300)), *file, "--user", "x", "--passphrase-file", str(words[0])]
    )
    assert (status, capsys.readouterr().err) == (
        2,
        "Een naam in dit pad is te lang. Kies een kortere naam.\n",
    )
