"""What the registry knows about itself: name, owner, municipalities, last number."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from mhdesk.store.schema import setting


def put(connection: Connection, values: Mapping[str, str]) -> None:
    """Store settings by name, replacing what was there."""
    for name, value in values.items():
        statement = insert(setting).values(name=name, value=value)
        connection.execute(statement.on_conflict_do_update(index_elements=["name"], set_={"value": value}))


def all_of(connection: Connection) -> dict[str, str]:
    """Return every setting by name."""
    return {row.name: row.value for row in connection.execute(select(setting))}


_LAST_NUMBER: Final = "last_number_"


def last_number(year: int) -> str:
    """Return the name of the setting that holds the last number of a year, once one was destroyed."""
    return f"{_LAST_NUMBER}{year}"


def last_case_number(year: int) -> str:
    """Return the name of the setting that holds the last number of a case of a year, once one was destroyed."""
    return f"{_LAST_NUMBER}case_{year}"


def last_numbers(connection: Connection) -> dict[str, int]:
    """Return what the settings of :func:`last_number` and :func:`last_case_number` say, by their names."""
    kept = all_of(connection)
    return {name: int(value) for name, value in kept.items() if name.startswith(_LAST_NUMBER)}
