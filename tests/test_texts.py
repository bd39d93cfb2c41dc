"""One word for one thing, and signs as a typesetter sets them, in everything that users read in Dutch."""

from __future__ import annotations

import re
import tomllib
import xml.etree.ElementTree as ET
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from itertools import chain
from typing import Final

import pytest

from mhdesk import resources

# What is not said, and what is said instead.
ONE_WORD: Final = {
    r"opschort|opgeschort": "stilzetten",
    r"terugtyp|teruggetypt|[Tt]yp de \w+ terug": "overtypen",
    r"\baantekening": "notitie",
    r"(?<!\{)\b[Bb]ack-?up\b": "reservekopie",
    r"(?i)stand van (het )?signaal|nieuwe stand\b": "status",
    r"reservekopie\b[^.;]*\b(?:haar|zij)\b(?! kunnen)": "hij, hem",
}


def of_the_window() -> Iterator[str]:
    for file in sorted(resources.path("i18n", "nl").glob("*.ts")):
        yield from (one.text or "" for one in ET.parse(file).iter("translation"))


def below_the_window() -> Iterator[str]:
    for file in sorted(resources.path("i18n", "messages", "nl").glob("*.toml")):
        yield from tomllib.loads(file.read_text(encoding="utf-8")).values()


SENTENCES: Final = tuple(dict.fromkeys(chain(of_the_window(), below_the_window())))


@pytest.mark.parametrize("other", ONE_WORD)
def test_one_thing_has_one_word(other: str) -> None:
    assert [one for one in SENTENCES if re.search(other, one)] == [], ONE_WORD[other]


def test_no_space_stands_before_three_dots_and_they_are_one_sign() -> None:
    assert [
        one for one in SENTENCES if re.search(r"\w …(?!\w)|\.\.\.", one) and not one.startswith("…")
    ] == []


def test_apostrophes_are_those_of_a_typesetter() -> None:
    assert [one for one in SENTENCES if re.search(r"(?<=\w)'(?=\w)", one)] == []


# What is not said in Dutch, and what is said instead.
ONE_WORD: Final = {
    r"opschort|opgeschort": "stilzetten",
    r"terugtyp|teruggetypt|[Tt]yp de \w+ terug": "overtypen",
    r"\baantekening": "notitie",
    r"(?<!\{)\b[Bb]ack-?up\b": "reservekopie",
    r"(?i)stand van (het )?signaal|nieuwe stand\b": "status",
    r"reservekopie\b[^.;]*\b(?:haar|zij)\b(?! kunnen)": "hij, hem",
}


def dutch() -> list[str]:
    """Return every Dutch sentence, of the window and below it."""
    files = sorted((MESSAGES.parent / "nl").glob("*.ts"))
    of_the_window = [one.text or "" for file in files for one in ET.parse(file).iter("translation")]
    return [*of_the_window, *sentences("nl").values()]


@pytest.mark.parametrize("other", ONE_WORD)
def test_one_thing_has_one_word(other: str) -> None:
    assert [one for one in dutch() if re.search(other, one)] == [], ONE_WORD[other]


def test_three_dots_are_one_sign_without_a_space_before_it() -> None:
    assert [one for one in dutch() if re.search(r"\w …(?!\w)|\.\.\.", one)] == []


def test_apostrophes_are_those_of_a_typesetter() -> None:
    assert [one for one in dutch() if re.search(r"(?<=\w)'(?=\w)", one)] == []
