"""The words of the fiction: every code exists, every sentence can be made."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from string import Formatter
from typing import Any

import pytest

from mhdesk import resources
from mhdesk.domain.informing import longest_wait
from mhdesk.domain.vocabulary import vocabulary
from mhdesk.fiction.dice import Dice
from mhdesk.fiction.texts import fill_in, load

PERSONA = {"ze", "haar", "poss", "dader", "wie", "landaard"}


def strings(node: object) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        yield from (text for value in node.values() for text in strings(value))
    elif isinstance(node, list):
        yield from (text for value in node for text in strings(value))


def rows(file: str, *tables: str) -> list[dict[str, Any]]:
    return [row for table in tables for row in load(file)[table]]


def test_every_name_in_a_sentence_is_known() -> None:
    known = PERSONA | set(load("narratives")["words"])
    names = {
        name for text in strings(load("narratives")) for _, name, _, _ in Formatter().parse(text) if name
    }
    assert {name.lower() for name in names} <= known


def test_every_word_is_used() -> None:
    words = load("narratives")["words"]
    named = {
        name.lower()
        for text in strings(load("narratives"))
        for _, name, _, _ in Formatter().parse(text)
        if name
    }
    sources = {f"bron_{code}" for code in vocabulary("disciplines").codes()}
    ways = {f"weg_{code}" for code in vocabulary("channels").codes()}
    assert set(words) == (named - PERSONA) | (sources - {"bron_self"}) | ways


def test_codes_are_those_of_the_vocabularies() -> None:
    forms = [form for row in rows("narratives", "scene", "place", "advice") for form in row["forms"]]
    forms += [form for row in rows("follow_up", "referral", "referral_of_place") for form in row["forms"]]
    assert set(forms) <= set(vocabulary("exploitation_forms").codes())
    assert set(load("follow_up")["source"]) <= set(vocabulary("disciplines").codes())
    spoken = {code for row in rows("names", "language") for code in row["nationalities"]}
    assert spoken <= set(vocabulary("nationalities").codes())


def test_referrals_go_to_known_partners_for_a_known_purpose() -> None:
    partners = tomllib.loads(resources.path("vocabulary", "partners.toml").read_text(encoding="utf-8"))
    known = {row["name"] for row in partners["organisation"]}
    choices = [
        choice for row in rows("follow_up", "referral", "referral_of_place") for choice in row["choices"]
    ]
    assert {organisation for organisation, _ in choices} <= known
    assert {purpose for _, purpose in choices} <= set(vocabulary("referral_purposes").codes())


def test_grounds_fit_and_let_somebody_wait_for_weeks() -> None:
    for row in rows("follow_up", "waiting"):
        assert row["ground"] in vocabulary("inform_grounds")
        assert longest_wait(row["legal_ground"]) >= 28


@pytest.mark.parametrize("seed", range(3))
def test_a_name_with_a_capital_begins_with_one(seed: int) -> None:
    words = {"stad": ["denkstad", "{hier}"], "hier": ["proefdam"]}
    assert fill_in("In {stad}. {Stad}", words, Dice(seed)) in {
        f"In {one}. {other.capitalize()}"
        for one in ("denkstad", "proefdam")
        for other in ("denkstad", "proefdam")
    }


def test_a_word_that_is_not_there_is_a_fault() -> None:
    with pytest.raises(KeyError):
        fill_in("{nergens}", {}, Dice(1))
