"""Give the database another key, by copying it under the new one and putting the copy in its place.

Never ``PRAGMA rekey``: it rewrites the only file there is, and was measured to report success without doing
anything. Here the old file stays until the new one was proven:

1. copy every page into ``registry.new.db`` under the new key, and check all of it;
2. ``registry.age`` names both keys;
3. the copy takes the place of ``registry.db`` (one rename);
4. ``registry.age`` names the new key only.

Whatever stops it, :func:`settle` finds at the next unlock which of both keys the file has, and finishes or undoes the
change. Before 3 that is the old one, after it the new one.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from sqlcipher3.dbapi2 import Connection

from mhdesk import files
from mhdesk.errors import DamageError, KnownError
from mhdesk.vault import database, keyfiles, layout, sealing
from mhdesk.vault.copying import Note, Progress, copy_pages
from mhdesk.vault.faults import explained
from mhdesk.vault.keys import DatabaseKey, Unlocked, new_database_key


def change_key(
    one: Unlocked,
    connection: Connection,
    *,
    release: Callable[[], None],
    note: Note,
    progress: Progress | None = None,
) -> None:
    """Put the open database of ``one`` under a new random key.

    ``connection`` is the open database, outside a transaction; ``release`` closes it. ``note`` writes into the new one
    before it is proven: what it writes is there if and only if the key was changed. Takes some three seconds of work
    at 100,000 records, of which ``progress`` tells the copying (the checks come after it), and as much free space as
    the database.

    Once ``release`` was called, :func:`read_again` tells the key, whatever else happened; when this raises before that,
    nothing was changed and the connection is as it was. Raises DamageError for a full or failing disk and for a
    database that does not pass its checks.
    """
    fresh = replace(one, database_key=new_database_key())
    with explained():
        keys = sealing.current(one)
    copy = layout.new_database(one.folder)
    try:
        with explained():
            _remove(copy)
            held = copy_pages(connection, copy, fresh.database_key, note, progress)
            try:
                # An earlier change may not have been finished: the key that opened the database is the true one.
                old, new = one.database_key.digits, fresh.database_key.digits
                both = replace(keys, database_key=old, next_key=new)
                sealing.write_registry(one.folder, both, one.identity)
                _swap(held, copy, layout.database(one.folder), release)
            finally:
                held.close()
    except BaseException:
        if copy.exists():  # the swap did not happen
            _undo(one, copy)
        raise
    with contextlib.suppress(
        OSError, KnownError
    ):  # the change is done; the next unlock does the rest as well
        files.sync_folder(one.folder)
        _name_only(fresh)


def read_again(one: Unlocked) -> Unlocked:
    """Return ``one`` with the key that the database has by now."""
    with explained():
        keys = keyfiles.open_registry(layout.registry_key(one.folder), one.identity)
    following = DatabaseKey(keys.next_key) if keys.next_key else None
    return settle(replace(one, database_key=DatabaseKey(keys.database_key), next_key=following))


def settle(one: Unlocked) -> Unlocked:
    """Finish or undo a change of key that was cut off; returns ``one`` with the key that the database has.

    Does nothing, and opens nothing, when ``registry.age`` names one key. What a full or failing disk keeps from being
    finished stays for the next unlock: both keys stand in ``registry.age`` until then. Raises as
    :func:`mhdesk.vault.connect` does: UnlockError when a colleague's mhdesk is in the middle of that change.
    """
    if one.next_key is None:
        return one
    for key in (one.next_key, one.database_key):
        tried = replace(one, database_key=key, next_key=None)
        try:
            connection = database.try_key(tried)
        except DamageError as error:
            if error.code != "vault.database_unreadable":
                raise
            continue
        try:
            with contextlib.suppress(OSError, DamageError):
                _name_only(tried)
                for path in layout.left_behind(one.folder):
                    path.unlink()
        finally:
            database.close(connection)
        return tried
    raise DamageError("vault.database_unreadable")


def under_another_key(one: Unlocked, folder: Path) -> tuple[Path, ...]:
    """Return the registries below ``folder`` (backups) that the present database key does not open.

    A backup has the key that its own ``keys/registry.age`` names. One whose file this user cannot open, or that
    is damaged, is returned, too: nobody knows that it is safe.
    """
    found = sorted(path.parent.parent for path in folder.rglob(f"{layout.KEYS}/{layout.REGISTRY_KEY}"))
    return tuple(place for place in found if not _has_key_of(one, place))


def _has_key_of(one: Unlocked, place: Path) -> bool:
    try:
        keys = keyfiles.open_registry(layout.registry_key(place), one.identity)
    except KnownError:
        return False
    return keys.database_key == one.database_key.digits and not keys.next_key


def _swap(held: Connection, copy: Path, place: Path, release: Callable[[], None]) -> None:
    """Put the copy at its place while nobody else can get hold of the old file or of the new one.

    On POSIX both stay locked meanwhile. Whoever waited for the old file finds out in
    :func:`mhdesk.vault.connect` that it is no longer there; the old file's journal, emptied by its last commit, goes
    when it is closed, before anybody can write one for the new file. Windows renames no open file
    and replaces none: both are closed, and if a colleague is faster the rename fails and nothing was changed.
    """
    if os.name != "posix":
        release()
        held.close()
    copy.replace(place)
    if os.name == "posix":
        release()


def _undo(one: Unlocked, copy: Path) -> None:
    """Take back what was prepared; what cannot be taken back now is settled at the next unlock."""
    with contextlib.suppress(OSError, KnownError):
        _name_only(one)
        _remove(copy)


def _name_only(one: Unlocked) -> None:
    """Make ``registry.age`` name the key of ``one`` and no other."""
    keys = keyfiles.open_registry(layout.registry_key(one.folder), one.identity)
    wanted = replace(keys, database_key=one.database_key.digits, next_key="")
    if wanted != keys:
        sealing.write_registry(one.folder, wanted, one.identity)


def _remove(path: Path) -> None:
    for part in (path, layout.journal(path)):
        part.unlink(missing_ok=True)
