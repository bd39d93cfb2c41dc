"""One word for one thing, and signs as a typesetter sets them, in everything that users read in Dutch."""

from __future__ import annotations

import re
import tomllib
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
