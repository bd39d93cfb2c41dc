"""Open the encrypted database, and prove that it is what it says.

While a connection is open, nothing else in this process may open or copy ``registry.db``: on POSIX systems
closing any descriptor of the file drops the lock. Copies are made through the connection.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from sqlcipher3 import dbapi2
from sqlcipher3.dbapi2 import Connection

from mhdesk import files
from mhdesk.errors import DamageError, InputError, KnownError, UnlockError
from mhdesk.vault import keyfiles, layout
from mhdesk.vault.faults import explained
from mhdesk.vault.keys import DatabaseKey, Unlocked

APPLICATION_ID: Final = int.from_bytes(b"mhdk", "big")
CACHE_KIB: Final = 65536
"""Pages kept decrypted, in KiB. Measured on 100,000 rows (146 MB): a random row costs 14 µs with SQLite's own
8 MB, 4 µs with 64 MB, and no less with 256 MB. Memory is taken only as pages are read."""
BUSY_SECONDS: Final = 0.2
"""How long to wait for a lock: a window that is just closing, not a colleague who works."""

# Where SQLite's locks lie, beyond the end of most files (its file format, "the lock-byte page").
_FIRST_LOCK_BYTE: Final = 0x40000000
_LOCK_BYTES: Final = 512
_PLAIN_HEADER: Final = b"SQLite format 3\0"
# Each setting with what reading it back must give.
_BEFORE_THE_LOCK: Final = (  # these read nothing of the file
    ("cipher_memory_security", "OFF", "0"),  # x2 to x9; at lock the process is replaced instead
    ("temp_store", "MEMORY", "2"),  # sorting spills no plaintext to disk
    ("locking_mode", "EXCLUSIVE", "exclusive"),
    ("foreign_keys", "ON", "1"),
    ("cell_size_check", "ON", "1"),
    ("trusted_schema", "OFF", "0"),
    ("fullfsync", "ON", "1"),  # macOS: through the drive's own cache
)
_UNDER_THE_LOCK: Final = (
    ("journal_mode", "DELETE", "delete"),  # a damaged WAL loses committed rows without a word
    ("synchronous", "FULL", "2"),  # NORMAL lost commits in simulated power cuts
    ("secure_delete", "ON", "1"),
    ("cache_size", f"-{CACHE_KIB}", f"-{CACHE_KIB}"),
)


def connect(unlocked: Unlocked) -> Connection:
    """Open the database of an unlocked registry for this process alone, every setting proven.

    In autocommit mode: callers begin their own transactions. Belongs to the thread that calls. Raises
    UnlockError when it is in use or cannot be written, DamageError when the file is missing, empty, not
    encrypted, damaged or under another key. Never makes a database.
    """
    try:
        return try_key(unlocked)
    except DamageError as error:
        if error.code == "vault.database_unreadable" and _changed_meanwhile(unlocked):
            raise UnlockError("vault.in_use") from error
        raise


def was_cut_off(folder: Path) -> bool:
    """Say whether the last write to a registry that nobody has open was cut off: its journal lies there still.

    Opening it undoes that write. Whether the journal was whole only a check of everything can tell.
    """
    try:
        return layout.journal(layout.database(folder)).stat().st_size > 0
    except OSError:
        return False


def try_key(unlocked: Unlocked) -> Connection:
    """Open the database as :func:`connect` does, when it may have another key than ``unlocked`` says."""
    path = layout.database(unlocked.folder)
    with explained():
        layout.require_database(unlocked.folder)
        _require_writable(path)
        waited_for = path.stat().st_ino
    try:
        connection = _open(path, unlocked.database_key, APPLICATION_ID)
    except DamageError as error:
        if error.code == "vault.database_unreadable" and _is_plain(path):
            raise DamageError("vault.database_plain") from error
        raise
    # A colleague may have given it another key while we waited: then what we got hold of is thrown away.
    if path.stat().st_ino != waited_for:
        connection.close()
        raise UnlockError("vault.in_use")
    return connection


def _changed_meanwhile(unlocked: Unlocked) -> bool:
    """Return whether ``registry.age`` says something else by now: a colleague is changing the key, or just did."""
    try:
        keys = keyfiles.open_registry(layout.registry_key(unlocked.folder), unlocked.identity)
    except (KnownError, OSError):
        return False
    return bool(keys.next_key) or keys.database_key != unlocked.database_key.digits


def create_database(unlocked: Unlocked) -> Connection:
    """Make the empty encrypted database of a registry that is being created, and open it.

    Only for a folder without any database or key file: beside existing keys a missing database is a loss
    to be reported, never an empty one to be made.
    """
    if layout.is_registry(unlocked.folder):
        raise InputError("vault.folder_not_empty", folder=str(unlocked.folder))
    path = layout.database(unlocked.folder)
    with explained():
        os.close(files.create_file(path))
        connection = _open(path, unlocked.database_key, application_id=0)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    return connection


def create_copy(path: Path, key: DatabaseKey) -> Connection:
    """Make an empty encrypted database at ``path`` to copy another one into, and open it."""
    with explained():
        os.close(files.create_file(path))
    return _open(path, key, application_id=0)


def open_copy(path: Path, key: DatabaseKey) -> Connection:
    """Open a copy of a registry's database with ``key``; raises as :func:`connect` does."""
    return _open(path, key, APPLICATION_ID)


def open_to_read(path: Path, key: DatabaseKey) -> Connection:
    """Open a database that nobody writes, for reading only: takes no lock, and leaves the file and its folder alone.

    Raises DamageError when it is missing, empty, damaged or under another key.
    """
    with explained():
        layout.require_database(path.parent)
        connection = dbapi2.connect(
            f"{path.absolute().as_uri()}?immutable=1",
            isolation_level=None,
            flags=dbapi2.SQLITE_OPEN_READONLY | dbapi2.SQLITE_OPEN_URI,
        )
        try:
            _set(connection, "cipher_log_level", "NONE", "NONE")
            connection.set_key(key.raw_key())
            for setting in ("temp_store", "MEMORY", "2"), ("trusted_schema", "OFF", "0"):
                _set(connection, *setting)
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
            _require_whole(connection, path)
            if _read(connection, "application_id") != str(APPLICATION_ID):
                raise DamageError("vault.database_foreign")
        except BaseException:
            connection.close()
            raise
    return connection


def require_unused(path: Path) -> None:
    """Raise UnlockError("vault.in_use") when somebody has the database open, however damaged it is; changes nothing.

    The engine itself would play back or throw away a journal that lies beside a damaged file. So on POSIX systems it is
    the system that is asked for the engine's locks; this process must not have the file open. Elsewhere an
    open file cannot be moved, which is why anybody asks.
    """
    with explained():
        if path.is_file() and files.is_locked(path, _FIRST_LOCK_BYTE, _LOCK_BYTES):
            raise UnlockError("vault.in_use")


def require_encrypted(folder: Path) -> None:
    """Check, while nobody has it open, that the database file does not begin like a plain one."""
    if _is_plain(layout.database(folder)):
        raise DamageError("vault.database_plain")


def close(connection: Connection) -> None:
    """Close the database and give it free; what was not committed is rolled back. Twice is harmless."""
    with explained():
        connection.close()


def versions() -> dict[str, str]:
    """Return the versions of SQLCipher, SQLite and OpenSSL that are in use."""
    connection = dbapi2.connect(":memory:")
    try:
        connection.set_key(f"x'{'0' * 64}'")  # nothing is stored: the provider answers keyed connections only
        return {
            "SQLCipher": _read(connection, "cipher_version"),
            "SQLite": str(dbapi2.sqlite_version),
            "OpenSSL": _read(connection, "cipher_provider_version"),
        }
    finally:
        connection.close()


def _open(path: Path, key: DatabaseKey, application_id: int) -> Connection:
    """Open an existing file with ``key``; close it again when anything is not as it must be."""
    with explained():
        connection = dbapi2.connect(
            os.fspath(path),
            timeout=BUSY_SECONDS,
            isolation_level=None,
            flags=dbapi2.SQLITE_OPEN_READWRITE,  # without CREATE: a file that vanished is not made anew
        )
        try:
            _take(connection, key)
            _require_whole(connection, path)
            if _read(connection, "application_id") != str(application_id):
                raise DamageError("vault.database_foreign")
        except BaseException:
            connection.close()
            raise
    return connection


def _take(connection: Connection, key: DatabaseKey) -> None:
    """Give the key, take the lock, decrypt the first page, and prove every setting."""
    _set(connection, "cipher_log_level", "NONE", "NONE")  # it would write page numbers to standard error
    connection.set_key(key.raw_key())
    for setting in _BEFORE_THE_LOCK:
        _set(connection, *setting)
    connection.execute("BEGIN EXCLUSIVE")
    connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    connection.execute("COMMIT")  # in this locking mode the lock stays until the connection closes
    for setting in _UNDER_THE_LOCK:
        _set(connection, *setting)
    if _read(connection, "cipher_status") != "1":
        raise DamageError("vault.engine_refuses", setting="cipher_status")


def _require_whole(connection: Connection, path: Path) -> None:
    """Raise DamageError when the file ends before its last page: SQLite rounds up and reads zeros there."""
    size = int(_read(connection, "page_count")) * int(_read(connection, "page_size"))
    if path.stat().st_size < size:
        raise DamageError("vault.database_damaged")


def _set(connection: Connection, name: str, value: str, wanted: str) -> None:
    connection.execute(f"PRAGMA {name} = {value}").fetchall()
    if _read(connection, name) != wanted:
        raise DamageError("vault.engine_refuses", setting=name)


def _read(connection: Connection, pragma: str) -> str:
    """Return the value of a pragma as text, "" when the engine does not know it."""
    row = connection.execute(f"PRAGMA {pragma}").fetchone()
    return "" if row is None else str(row[0])


def _require_writable(path: Path) -> None:
    """Raise UnlockError when the file, or the folder that its journal goes to, cannot be written."""
    if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        raise UnlockError("vault.not_writable")


def _is_plain(path: Path) -> bool:
    """Return whether a database that no connection holds begins with the header of plain SQLite."""
    with path.open("rb") as handle:
        return handle.read(len(_PLAIN_HEADER)) == _PLAIN_HEADER
