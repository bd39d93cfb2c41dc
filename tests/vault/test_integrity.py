"""Damage inside an open database is found, or the database does not open."""

from __future__ import annotations

import random

import pytest

from mhdesk import vault
from mhdesk.errors import DamageError
from mhdesk.vault.integrity import Finding
from mhdesk.wording import say
from tests.vault.registries import Registry

PAGE = 4096


def findings(registry: Registry) -> tuple[Finding, ...]:
    connection = vault.connect(registry.unlocked)
    try:
        return vault.integrity(connection)
    finally:
        vault.close(connection)


def flip(registry: Registry, place: int, bit: int = 1) -> None:
    content = bytearray(registry.database.read_bytes())
    content[place] ^= bit
    registry.database.write_bytes(content)


def what_is_said(registry: Registry) -> str:
    """Return the code of the refusal to open or of the first finding, "" when nothing was noticed."""
    try:
        return next((finding.code for finding in findings(registry)), "")
    except DamageError as error:
        return error.code


def pages(registry: Registry) -> int:
    return registry.database.stat().st_size // PAGE


def test_a_sound_database_has_no_findings(registry: Registry) -> None:
    assert findings(registry) == ()


def test_damage_on_the_first_page_refuses_to_open(registry: Registry) -> None:
    flip(registry, 2000)
    with pytest.raises(DamageError, match=r"vault\.database_unreadable"):
        findings(registry)


@pytest.mark.parametrize("where", ["middle", "last"])
def test_a_flipped_bit_names_its_page(registry: Registry, where: str) -> None:
    page = pages(registry) // 2 if where == "middle" else pages(registry)
    flip(registry, (page - 1) * PAGE + 77)
    assert Finding("vault.pages_damaged", {"count": 1, "first": page}) in findings(registry)


def test_flipped_bits_anywhere_are_never_missed(registry: Registry) -> None:
    chance = random.Random(20191231)
    sound = registry.database.read_bytes()
    found = []
    for _ in range(40):
        flip(registry, chance.randrange(len(sound)), 1 << chance.randrange(8))
        found.append(what_is_said(registry))
        registry.database.write_bytes(sound)
    assert set(found) <= {"vault.database_unreadable", "vault.database_damaged", "vault.pages_damaged"}


def test_bytes_behind_the_last_page_are_found(registry: Registry) -> None:
    registry.database.write_bytes(registry.database.read_bytes() + bytes(PAGE))
    assert what_is_said(registry) == "vault.pages_damaged"


def test_pages_that_changed_places_are_found(registry: Registry) -> None:
    content = registry.database.read_bytes()
    start = 20 * PAGE
    one, other = content[start : start + PAGE], content[start + PAGE : start + 2 * PAGE]
    registry.database.write_bytes(content[:start] + other + one + content[start + 2 * PAGE :])
    assert Finding("vault.pages_damaged", {"count": 2, "first": 21}) in findings(registry)


def test_a_row_that_breaks_its_table_is_found(registry: Registry) -> None:
    connection = vault.connect(registry.unlocked)
    connection.execute("PRAGMA ignore_check_constraints = ON")
    connection.execute("INSERT INTO a VALUES (1000, 'x', -1)")
    vault.close(connection)
    assert findings(registry) == (Finding("vault.structure_damaged", {"count": 1}),)


def test_rows_that_refer_to_nothing_are_counted_by_table(registry: Registry) -> None:
    connection = vault.connect(registry.unlocked)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("INSERT INTO b VALUES (1, 9998), (2, 9999)")
    vault.close(connection)
    assert findings(registry) == (Finding("vault.references_broken", {"table": "b", "count": 2}),)


def test_every_finding_says_what_to_do_in_both_languages(registry: Registry) -> None:
    flip(registry, 10 * PAGE)
    for finding in findings(registry):
        assert "{" not in say(finding.code, lang="nl", **finding.params)
        assert "{" not in say(finding.code, lang="en", **finding.params)
