"""Organisations to refer to: one row for one name, however it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mhdesk.store import organisations
from tests.store.trying import undone

if TYPE_CHECKING:
    from mhdesk.store.database import Database


@pytest.mark.parametrize(
    ("first", "again"),
    [
        ("Proefhuis", "PROEFHUIS"),
        ("Één Thuis", "Één Thuis"),
        ("Één Thuis", "één thuis"),
        ("Łódka", "ŁÓDKA"),
        ("Große Straße", "GROSSE STRASSE"),
    ],
)
def test_a_name_is_found_again_whatever_its_case(tables: Database, first: str, again: str) -> None:
    with undone(tables) as connection:
        number = organisations.find_or_add(connection, first)
        assert organisations.find_or_add(connection, again) == number
        assert [one.name for one in organisations.all_of(connection)] == [first]


def test_another_name_is_another_organisation(tables: Database) -> None:
    with undone(tables) as connection:
        numbers = {
            organisations.find_or_add(connection, name) for name in ("Proefhuis", "Proefhuizen", "Proef")
        }
        assert len(numbers) == 3
        assert all(organisations.exists(connection, number) for number in numbers)
        assert not organisations.exists(connection, max(numbers) + 1)


def test_they_are_listed_by_name_with_their_group(tables: Database) -> None:
    with undone(tables) as connection:
        organisations.add_all(connection, [("Zonnehof (proef)", "care"), ("aanloophuis (proef)", "shelter")])
        listed = [(one.name, one.group) for one in organisations.all_of(connection)]
        assert listed == [("aanloophuis (proef)", "shelter"), ("Zonnehof (proef)", "care")]
