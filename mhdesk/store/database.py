"""One SQLAlchemy connection over the one encrypted database connection."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Final

from sqlalchemy import Connection, ExceptionContext, Row, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import StaticPool

from mhdesk import vault
from mhdesk.errors import DamageError, KnownError

__all__ = ["Connection", "Database", "Row"]


class Database:
    """Hold the open registry: reads run as they come, writes only inside :meth:`writing`.

    ``driver`` is the DB-API module of the vault and ``connect`` makes its connection. Bound values
    never reach a message or a log (``hide_parameters``). What the disk or the file did is raised as
    DamageError, in reading and in writing; other database errors are bugs of ours and stay what
    they are. Belongs to the thread that made it.
    """

    def __init__(self, driver: ModuleType, connect: Callable[[], DBAPIConnection]) -> None:
        self._engine = create_engine(
            "sqlite://",
            module=driver,
            creator=connect,
            poolclass=StaticPool,
            isolation_level="AUTOCOMMIT",
            hide_parameters=True,
            pool_reset_on_return=None,  # no transaction outlives :meth:`writing`, so nothing to undo
        )
        event.listen(self._engine, "handle_error", _name_the_fault)
        event.listen(self._engine, "before_cursor_execute", self._begin_statement)
        self._interrupted = threading.Event()
        self.connection = self._engine.connect()
        self._driver_connection = self.driver_connection()

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
            if self.driver_connection().in_transaction:
                self.connection.exec_driver_sql(_ROLLBACK)
            raise

    def driver_connection(self) -> vault.Connection:
        """Return the bare connection, for what only the vault knows how to ask."""
        return self.connection.connection.driver_connection

    def interrupt(self) -> None:
        """Let the statement under way, and every other until :meth:`go_on`, raise KnownError("common.interrupted").

        The one method that another thread may call. A transaction is rolled back as after any error.
        """
        self._interrupted.set()
        with contextlib.suppress(vault.driver.ProgrammingError):  # closed at this moment
            self._driver_connection.interrupt()

    def go_on(self) -> None:
        """Work again after :meth:`interrupt`."""
        self._interrupted.clear()

    def _begin_statement(self, *about: object) -> None:
        if self._interrupted.is_set() and about[2] != _ROLLBACK:
            raise KnownError(_INTERRUPTED)

    def close(self) -> None:
        """Close the database; closing twice is harmless."""
        self.connection.close()
        self._engine.dispose()


_ROLLBACK: Final = "ROLLBACK"
_INTERRUPTED: Final = "common.interrupted"
_FAULTS: Final = {
    vault.driver.SQLITE_FULL: "common.disk_full",
    vault.driver.SQLITE_READONLY: "desk.read_only",  # or moved, or removed: the engine looks before it writes
    vault.driver.SQLITE_IOERR: "desk.device_failed",
    vault.driver.SQLITE_CANTOPEN: "desk.device_failed",
    vault.driver.SQLITE_CORRUPT: "desk.registry_damaged",
    vault.driver.SQLITE_NOTADB: "desk.registry_damaged",
}
_PRIMARY: Final = 0xFF
"""An extended result code of SQLite carries its primary code in the lowest byte."""


def _name_the_fault(context: ExceptionContext) -> None:
    """Turn what the disk or the file did into a code with a sentence; nothing was half written."""
    found = getattr(context.original_exception, "sqlite_errorcode", None) or 0
    if found & _PRIMARY == vault.driver.SQLITE_INTERRUPT:
        raise KnownError(_INTERRUPTED)
    if code := _FAULTS.get(found & _PRIMARY):
        raise DamageError(code)
