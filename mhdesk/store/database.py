"""One SQLAlchemy connection over the one encrypted database connection."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import ModuleType

from sqlalchemy import Connection, create_engine
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import StaticPool


class Database:
    """Hold the open registry: reads run as they come, writes only inside :meth:`writing`.

    ``driver`` is the DB-API module of the vault and ``connect`` makes its connection. Bound values
    never reach a message or a log (``hide_parameters``). Belongs to the thread that made it.
    """

    def __init__(self, driver: ModuleType, connect: Callable[[], DBAPIConnection]) -> None:
        self._engine = create_engine(
            "sqlite://",
            module=driver,
            creator=connect,
            poolclass=StaticPool,
            isolation_level="AUTOCOMMIT",
            hide_parameters=True,
        )
        self.connection = self._engine.connect()

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give the connection inside one ``BEGIN IMMEDIATE`` transaction: all of it is kept, or nothing.

        Only desk verbs call this (a test holds it). A full disk rolls back inside SQLite itself, so
        the rollback here happens only while a transaction is still open.
        """
        self.connection.exec_driver_sql("BEGIN IMMEDIATE")
        try:
            yield self.connection
            self.connection.exec_driver_sql("COMMIT")
        except BaseException:
            if self._driver_connection().in_transaction:
                self.connection.exec_driver_sql("ROLLBACK")
            raise

    def _driver_connection(self) -> sqlite3.Connection:
        raw = self.connection.connection.driver_connection
        return raw  # type: ignore[return-value]  # sqlcipher3 has sqlite3's interface and no stubs

    def close(self) -> None:
        """Close the database; closing twice is harmless."""
        self.connection.close()
        self._engine.dispose()
