"""Persons: what is known is completed, never overwritten, and no rule for safe contact is ever dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pytest
from sqlalchemy import select

from mhdesk.store import persons
from mhdesk.store.revisions import Author
from mhdesk.store.schema import person
from tests.registry_fixtures import START
from tests.store.trying import undone

if TYPE_CHECKING:
    from mhdesk.store.database import Connection, Database

BY: Final = Author(1, START.isoformat())
BLANK: Final = {
    "first_names": "Lina",
    "last_name": "Voorbeeld",
    "sex": "unknown",
    "birth_on": "",
    "birth_estimated": False,
    "nationality": "unknown",
    "phone": "",
    "safe_contact": "",
}


def add(connection: Connection, **known: object) -> int:
    values = {**BLANK, "uid": "a", "recorded_at": "2026-11-23T01:08:00.000+00:00", **known}
    return persons.add(connection, values, ["key"])


def complete(connection: Connection, number: int, **told: object) -> dict[str, str]:
    return persons.complete(connection, number, {**BLANK, **told}, ["key", "other"], BY)


def row(connection: Connection, number: int) -> Any:  # noqa: ANN401 - whatever the columns hold
    return connection.execute(select(person).where(person.c.id == number)).one()


def test_an_age_that_was_guessed_stays_a_guess_when_it_completes_somebody(tables: Database) -> None:
    with undone(tables) as connection:
        number = add(connection)
        assert complete(connection, number, birth_on="2002", birth_estimated=True) == {}
        assert (row(connection, number).birth_on, row(connection, number).birth_estimated) == ("2002", True)


def test_a_guess_says_nothing_of_a_birth_that_is_known(tables: Database) -> None:
    with undone(tables) as connection:
        number = add(connection, birth_on="2002-05-12")
        assert complete(connection, number, birth_on="2001", birth_estimated=True) == {"birth_on": "2001"}
        assert (row(connection, number).birth_on, row(connection, number).birth_estimated) == (
            "2002-05-12",
            False,
        )


@pytest.mark.parametrize(
    ("known", "told", "kept"),
    [
        ("", "niet bellen", "niet bellen"),
        ("niet bellen na 18u", "niet bellen", "niet bellen na 18u\nniet bellen"),
        ("niet bellen", "bellen mag", "niet bellen\nbellen mag"),
        ("niet bellen\nalleen sms", "alleen sms", "niet bellen\nalleen sms"),
        ("niet bellen", "", "niet bellen"),
    ],
)
def test_a_rule_for_safe_contact_is_never_dropped(tables: Database, known: str, told: str, kept: str) -> None:
    with undone(tables) as connection:
        number = add(connection, safe_contact=known)
        assert complete(connection, number, safe_contact=told) == {}
        assert row(connection, number).safe_contact == kept


def test_what_adds_nothing_changes_nothing(tables: Database) -> None:
    with undone(tables) as connection:
        number = add(connection)
        assert complete(connection, number) == {}
        assert row(connection, number).version == 1


def test_the_oldest_person_with_a_key_is_found(tables: Database) -> None:
    with undone(tables) as connection:
        number = add(connection)
        add(connection, uid="b")
        complete(connection, number, sex="female")
        assert (
            persons.find_by_keys(connection, ["key"]) == persons.find_by_keys(connection, ["other"]) == number
        )
        assert persons.find_by_keys(connection, ["nobody"]) is None
        assert persons.find_by_keys(connection, []) is None
        assert persons.exists(connection, number)
        assert not persons.exists(connection, 99)
