"""Turn what the system and the database engine report into errors that the user can act on."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from sqlcipher3 import dbapi2

from mhdesk.errors import DamageError, KnownError, UnlockError

_SYSTEM: Final = {
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT, errno.EFBIG), (DamageError, "common.disk_full")),
    **dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS), (UnlockError, "vault.not_writable")),
    **dict.fromkeys((errno.EIO, errno.ENXIO, errno.ENODEV), (DamageError, "vault.device_failed")),
}
_ENGINE: Final = {
    dbapi2.SQLITE_BUSY: (UnlockError, "vault.in_use"),
    dbapi2.SQLITE_PERM: (UnlockError, "vault.not_writable"),
    dbapi2.SQLITE_READONLY: (UnlockError, "vault.not_writable"),
    dbapi2.SQLITE_CANTOPEN: (UnlockError, "vault.not_writable"),
    dbapi2.SQLITE_FULL: (DamageError, "common.disk_full"),
    dbapi2.SQLITE_IOERR: (DamageError, "vault.device_failed"),
    dbapi2.SQLITE_CORRUPT: (DamageError, "vault.database_damaged"),
    dbapi2.SQLITE_NOTADB: (DamageError, "vault.database_unreadable"),
    dbapi2.SQLITE_INTERRUPT: (KnownError, "common.interrupted"),
}
# Copying page by page (Connection.backup) raises the engine's words without its code.
_BY_WORDS: Final = {
    "disk I/O error": dbapi2.SQLITE_IOERR,
    "database or disk is full": dbapi2.SQLITE_FULL,
    "database disk image is malformed": dbapi2.SQLITE_CORRUPT,
    "file is not a database": dbapi2.SQLITE_NOTADB,
    "attempt to write a readonly database": dbapi2.SQLITE_READONLY,
}
_PRIMARY: Final = 0xFF
"""An extended result code of SQLite carries its primary code in the lowest byte."""


def as_known(error: BaseException) -> KnownError | None:
    """Return the known error behind an OSError or a database error, or None: then it is a bug.

    Wrappers (SQLAlchemy keeps the engine's error as ``orig``) are the caller's to unwrap.
    """
    system = _SYSTEM.get(error.errno or 0) if isinstance(error, OSError) else None
    found = system or _ENGINE.get(_engine_code(error) & _PRIMARY)
    return found[0](found[1]) if found else None


def _engine_code(error: BaseException) -> int:
    """Return SQLite's result code behind an error, 0 when there is none."""
    words = str(error) if isinstance(error, dbapi2.Error) else ""
    return int(getattr(error, "sqlite_errorcode", None) or _BY_WORDS.get(words, 0))


@contextmanager
def explained() -> Iterator[None]:
    """Raise the known error instead of the system's or the engine's; pass on what is not known."""
    try:
        yield
    except (OSError, dbapi2.Error) as error:
        known = as_known(error)
        if known is None:
            raise
        raise known from error
