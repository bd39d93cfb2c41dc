"""Copy an open database page by page into a new file, under whatever key, and prove the copy."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import Final

from sqlcipher3 import dbapi2
from sqlcipher3.dbapi2 import Connection

from mhdesk.errors import DamageError, UnlockError
from mhdesk.vault import database
from mhdesk.vault.integrity import integrity
from mhdesk.vault.keys import DatabaseKey

Progress = Callable[[int, int], None]
"""Told ``done`` and ``all`` pages; may raise to stop, and then nothing was changed."""
Note = Callable[[Connection], None]
"""What the layers above write into a copy before it is proven."""

_SLICE: Final = 500
"""Pages copied between two calls of the progress: 2 MB, some 20 ms."""
_HELD: Final = {dbapi2.SQLITE_BUSY, dbapi2.SQLITE_LOCKED}


def copy_pages(
    source: Connection, path: Path, key: DatabaseKey, note: Note, progress: Progress | None
) -> Connection:
    """Copy the open database ``source`` to the new file ``path`` under ``key``; let ``note`` write into the copy.

    The same pages, the same versions in its header. Returns the copy opened anew, as proof, every check passed, and
    locked. Raises DamageError("vault.copy_damaged") when a check finds something, and UnlockError("vault.in_use") while
    ``source`` writes: the engine itself would try again for ever.
    """
    target = database.create_copy(path, key)
    try:
        source.backup(target, pages=_SLICE, progress=_reporting(progress))
        note(target)
    finally:
        target.close()
    _read_from_the_device(path)
    held = database.open_copy(path, key)
    try:
        if integrity(held):
            raise DamageError("vault.copy_damaged")
    except BaseException:
        held.close()
        raise
    return held


def _reporting(progress: Progress | None) -> Callable[[int, int, int], None]:
    def report(status: int, remaining: int, total: int) -> None:
        if status in _HELD:
            raise UnlockError("vault.in_use")
        if progress:
            progress(total - remaining, total)

    return report


def _read_from_the_device(path: Path) -> None:
    """Let the system forget what it just wrote, where it can be asked: the checks read what the device kept."""
    if not hasattr(os, "posix_fadvise"):
        return
    with contextlib.suppress(OSError), path.open("rb") as handle:
        os.posix_fadvise(handle.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
