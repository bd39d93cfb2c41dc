"""The four modules that everything stands on: errors, wording, resources (files has its own file)."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from mhdesk import errors, resources, wording


@pytest.fixture
def language() -> Iterator[str]:
    """Give the language back that the test found."""
    before = wording.language()
    yield before
    wording.use_language(before)


def every_error() -> list[type[errors.KnownError]]:
    return [
        thing
        for thing in vars(errors).values()
        if isinstance(thing, type) and issubclass(thing, errors.KnownError)
    ]


def test_an_error_shows_its_code_and_never_what_was_in_it() -> None:
    error = errors.InputError("common.bug", number=4711)
    assert (str(error), error.code, error.params) == ("common.bug", "common.bug", {"number": 4711})
    assert "4711" not in repr(error)


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (errors.KnownError, 2),
        (errors.InputError, 2),
        (errors.NotAllowedError, 2),
        (errors.ConflictError, 2),
        (errors.UnlockError, 3),
        (errors.DamageError, 4),
    ],
)
def test_every_kind_of_error_ends_a_command_in_its_own_way(
    error: type[errors.KnownError], status: int
) -> None:
    assert error("common.bug").exit_status == status


def test_the_tree_of_errors_is_drawn_whole() -> None:
    drawn = errors.__doc__ or ""
    assert [error.__name__ for error in every_error() if f" {error.__name__} " not in drawn] == []
    assert all(f"(exit {error.exit_status})" in drawn for error in every_error())


def test_dutch_comes_first(language: str) -> None:
    assert language == "nl"
    assert wording.say("common.disk_full").startswith("De schijf is vol.")


def test_a_sentence_takes_its_parameters() -> None:
    assert "4711" in wording.say("common.bug", number=4711)


@pytest.mark.usefixtures("language")
def test_another_language_can_be_chosen() -> None:
    wording.use_language("en")
    assert wording.language() == "en"
    assert wording.say("common.disk_full").startswith("The disk is full.")


@pytest.mark.usefixtures("language")
def test_a_language_that_mhdesk_does_not_speak_is_refused() -> None:
    with pytest.raises(ValueError, match="fr"):
        wording.use_language("fr")
    assert wording.language() == "nl"


@pytest.mark.parametrize("code", ["common.no_such_sentence", "nowhere.at_all", "bare"])
def test_a_code_without_a_sentence_is_a_bug(code: str) -> None:
    with pytest.raises((KeyError, FileNotFoundError)):
        wording.say(code)


def test_resources_are_found_in_a_checkout() -> None:
    common = resources.path("i18n", "messages", "nl", "common.toml")
    assert "disk_full" in tomllib.loads(common.read_text(encoding="utf-8"))


def test_a_resource_that_is_not_there_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"icons/no-such-icon\.svg"):
        resources.path("icons", "no-such-icon.svg")


def test_the_frozen_app_finds_its_own_resources_first(tmp_path: Path) -> None:
    (tmp_path / "resources" / "icons").mkdir(parents=True)
    program = (
        "import sys; from mhdesk import resources; sys._MEIPASS = sys.argv[1]; print(resources.path('icons'))"
    )
    command = [sys.executable, "-c", program, str(tmp_path)]
    run = subprocess.run(command, check=True, capture_output=True, text=True)
    assert Path(run.stdout.strip()) == tmp_path / "resources" / "icons"
