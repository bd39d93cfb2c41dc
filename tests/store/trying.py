"""Look at everything in a database; write something and leave nothing of it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mhdesk.store.database import Connection, Database


class EnoughError(Exception):
    """Ends a transaction without keeping it."""


@contextmanager
def undone(database: Database) -> Iterator[Connection]:
    """Give the connection in a transaction of which nothing stays."""
    try:
        with database.writing() as connection:
            yield connection
            raise EnoughError
    except EnoughError:
        return


def everything(database: Database) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of every table, those inside the search index too, by table."""
    connection = database.driver_connection()
    tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    return {name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for (name,) in tables.fetchall()}
