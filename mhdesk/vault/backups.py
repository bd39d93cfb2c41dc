"""Copies that can stand in for a registry: a folder of the same shape, under the same key.

A backup is made in a hidden folder, opened again and checked, and only then gets its name: ``mhdesk-``, the day and
six random digits. Nothing of it lies in clear but that day. What it holds, and when it was made, stands inside.
``replaced-`` instead of ``mhdesk-`` is what a restore put aside (:mod:`mhdesk.vault.restoring`).

Whoever makes or removes backups holds the registry open: nobody else works in its hidden folders meanwhile.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Final

from sqlcipher3 import dbapi2
from sqlcipher3.dbapi2 import Connection

from mhdesk import files
from mhdesk.errors import DamageError, InputError, KnownError, UnlockError
from mhdesk.vault import database, keyfiles, layout
from mhdesk.vault.copying import Note, Progress, copy_pages
from mhdesk.vault.faults import as_known
from mhdesk.vault.keys import DatabaseKey, Unlocked

_NAME: Final = re.compile(r"(?P<what>mhdesk|replaced)-(?P<day>\d{4}-\d{2}-\d{2})-[0-9a-f]{6}")
_ROOM_BESIDE: Final = 16 * 1024 * 1024
"""Bytes that must stay free beside the copy: key files, and whatever else the computer writes meanwhile."""
_MEGABYTE: Final = 1024 * 1024


class Fit(StrEnum):
    """Which key opens the database of a backup."""

    PRESENT = "present"
    OLD = "old"
    """A key that this registry had before; who knew that one can read the backup."""
    NONE = "none"
    """None that is known here: of another registry, damaged, or from before this user came."""


@dataclass(frozen=True, slots=True)
class BackupFolder:
    """Name one backup by what its folder tells; ``replaced`` is what a restore put aside."""

    folder: Path
    made_on: date
    replaced: bool


def backup_folders(place: Path) -> tuple[BackupFolder, ...]:
    """Return what lies in ``place`` under the name of a backup, oldest day first; () for a place that is not there."""
    try:
        found = [backup_folder(path) for path in place.iterdir()]
    except OSError:
        return ()
    return tuple(sorted((one for one in found if one), key=lambda one: (one.made_on, one.folder.name)))


def backup_folder(path: Path) -> BackupFolder | None:
    """Return what the name of a folder tells, None when it is not the name of a backup."""
    name = _NAME.fullmatch(path.name)
    try:
        made_on = date.fromisoformat(name["day"]) if name else None
    except ValueError:
        return None
    if name is None or made_on is None or not path.is_dir():
        return None
    return BackupFolder(path, made_on, replaced=name["what"] == "replaced")


def new_name(day: date, *, replaced: bool = False) -> str:
    """Return a name for a backup that is made on ``day``."""
    return f"{'replaced' if replaced else 'mhdesk'}-{day.isoformat()}-{secrets.token_hex(3)}"


def own_backups(folder: Path) -> Path:
    """Return where a registry keeps its own backups."""
    return folder / layout.BACKUPS


def inside_a_registry(place: Path) -> bool:
    """Return whether ``place`` is, or lies in, the folder of a registry or of a backup."""
    absolute = place.absolute().resolve()
    return any(layout.is_registry(folder) for folder in (absolute, *absolute.parents))


# --- make ------------------------------------------------------------------------------------------


def make_backup(
    one: Unlocked,
    connection: Connection,
    place: Path,
    day: date,
    *,
    note: Note,
    prove: Callable[[Connection], None],
    progress: Progress | None = None,
) -> Path:
    """Make a backup of the open registry in the folder ``place`` and return where it stands.

    ``connection`` is the open database, outside a transaction; nothing may be written to it meanwhile. ``note`` writes
    into the copy, ``prove`` looks into it once it was opened again and its pages, structure and references were
    checked; whatever either raises, or ``progress``, nothing is left behind. Raises DamageError when there is no
    room, the device fails or the copy is not right, and InputError for a place that is not there or cannot be written.
    """
    if not place.is_dir():
        raise InputError("backups.place_missing", place=str(place))
    hidden = place / f"{_hidden_prefix(one)}{secrets.token_hex(4)}.new"
    with _said_of(place):
        clear_unfinished(one, place)
        require_room(connection, place)
        try:
            files.make_folder(hidden)
            _copy_keys(one, hidden)
            held = copy_pages(connection, layout.database(hidden), one.database_key, note, progress)
            try:
                prove(held)
            finally:
                held.close()
            _require_keys(one, hidden)
            made = _into_place(hidden, place, day)
        except BaseException:
            shutil.rmtree(hidden, ignore_errors=True)
            raise
    return made


def require_room(connection: Connection, place: Path) -> None:
    """Raise DamageError("backups.no_room") when the copy of an open database would not fit into ``place``."""
    needed, free = room(connection, place)
    if free < needed:
        raise DamageError(
            "backups.no_room", place=str(place), needed=_megabytes(needed), free=free // _MEGABYTE
        )


def room(connection: Connection, place: Path) -> tuple[int, int]:
    """Return how many bytes a backup needs in ``place``, and how many are free there."""
    pages, size = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
    return int(pages) * int(size) + _ROOM_BESIDE, shutil.disk_usage(place).free


def _megabytes(size: int) -> int:
    """Return whole megabytes, rounded up: never less than is needed."""
    return -(-size // _MEGABYTE)


def _copy_keys(one: Unlocked, hidden: Path) -> None:
    """Copy the key files of the users, the recovery key and the registry; what computers keep stays theirs."""
    files.make_folder(hidden / layout.KEYS)
    found = [*layout.user_keys(one.folder), layout.recovery_key(one.folder), layout.registry_key(one.folder)]
    for path in found:
        if path.is_file():
            files.write_bytes(hidden / layout.KEYS / path.name, path.read_bytes())


def key_sums(folder: Path) -> str:
    """Return what tells whether the key files that a backup has are as they were: their names and SHA-256, as text.

    Nobody at the desk can open a colleague's key file or the recovery key: this is how damage to them shows.
    """
    found = [*layout.user_keys(folder), layout.recovery_key(folder), layout.registry_key(folder)]
    sums = (
        f"{path.name}={hashlib.sha256(path.read_bytes()).hexdigest()}" for path in found if path.is_file()
    )
    return " ".join(sums)


def _require_keys(one: Unlocked, hidden: Path) -> None:
    """Prove that the copied key files are those of the registry, and lead to the key that the copied database has."""
    layout.require_registry(hidden)
    if key_sums(hidden) != key_sums(one.folder):
        raise DamageError("vault.copy_damaged")
    if not layout.user_key(hidden, one.key_id).is_file():
        raise DamageError("vault.user_keys_missing")
    keys = keyfiles.open_registry(layout.registry_key(hidden), one.identity)
    if (keys.registry, keys.database_key) != (one.registry_id, one.database_key.digits):
        raise DamageError("vault.key_damaged", file=layout.REGISTRY_KEY)


def _into_place(hidden: Path, place: Path, day: date) -> Path:
    files.sync_folder(hidden)
    final = place / new_name(day)
    while final.exists():
        final = place / new_name(day)
    hidden.rename(final)
    files.sync_folder(place)
    return final


# What is said when a backup was being made, instead of what is said when the registry itself was being used.
_SAID: Final[dict[str, tuple[type[KnownError], str]]] = {
    "common.disk_full": (DamageError, "backups.disk_full"),
    "vault.device_failed": (DamageError, "backups.device_failed"),
    "vault.not_writable": (InputError, "backups.not_writable"),
    "vault.copy_damaged": (DamageError, "backups.copy_damaged"),
    "vault.database_damaged": (DamageError, "backups.copy_damaged"),
    "vault.database_unreadable": (DamageError, "backups.copy_damaged"),
}


@contextmanager
def _said_of(place: Path) -> Iterator[None]:
    """Raise the sentence that names the place; a place that is no longer there is a stick that was pulled out."""
    try:
        yield
    except (OSError, dbapi2.Error, KnownError) as error:
        known = error if isinstance(error, KnownError) else as_known(error)
        if known is None and not isinstance(error, OSError):
            raise
        code = _meant(known.code, error, place) if known else "vault.device_failed"
        if code in _SAID and not place.is_dir():
            raise InputError("backups.place_missing", place=str(place)) from error
        kind, said = _SAID.get(code, (None, ""))
        if kind:
            raise kind(said, place=str(place)) from error
        if known is None or known is error:
            raise
        raise known from error


def _meant(code: str, error: BaseException, place: Path) -> str:
    """Return what a code means here: the engine also says that it may not write when a file cannot be made."""
    of_the_engine = any(isinstance(one, dbapi2.Error) for one in (error, error.__cause__))
    if code != "vault.not_writable" or not of_the_engine or not os.access(place, os.W_OK):
        return code
    return "common.disk_full" if shutil.disk_usage(place).free < _ROOM_BESIDE else "vault.device_failed"


# --- remove ----------------------------------------------------------------------------------------


def remove_backup(one: Unlocked, backup: Path) -> None:
    """Remove a backup; one that was removed by half never looks like a backup."""
    with _said_of(backup.parent):
        hidden = backup.with_name(f"{_hidden_prefix(one)}{secrets.token_hex(4)}.old")
        backup.rename(hidden)
        files.sync_folder(backup.parent)
        shutil.rmtree(hidden)


def clear_unfinished(one: Unlocked, place: Path) -> None:
    """Remove what a kill left of backups of this registry that were being made or removed in ``place``."""
    for path in place.glob(f"{_hidden_prefix(one)}*"):
        shutil.rmtree(path, ignore_errors=True)


def _hidden_prefix(one: Unlocked) -> str:
    """Return how hidden folders of this registry begin: another registry may use the same place right now."""
    return f".mhdesk-{one.registry_id[:8]}-"


# --- look ------------------------------------------------------------------------------------------


@contextmanager
def looking_into(one: Unlocked, backup: Path) -> Iterator[tuple[Fit, Connection | None]]:
    """Open the database of a backup for reading only, with the present key or one that it had before.

    Gives which key fits, and None instead of a connection when none does. Writes nothing, locks nothing, and
    passes over a journal: a backup has none.
    """
    for fit, key in _keys_to_try(one, backup):
        connection = _opened(layout.database(backup), key)
        if connection is not None:
            try:
                yield fit, connection
            finally:
                connection.close()
            return
    yield Fit.NONE, None


def _keys_to_try(one: Unlocked, backup: Path) -> Iterator[tuple[Fit, DatabaseKey]]:
    yield Fit.PRESENT, one.database_key
    with contextlib.suppress(KnownError, OSError):
        keys = keyfiles.open_registry(layout.registry_key(backup), one.identity)
        if keys.registry == one.registry_id:
            for digits in filter(None, (keys.next_key, keys.database_key)):
                yield Fit.OLD, DatabaseKey(digits)


def _opened(path: Path, key: DatabaseKey) -> Connection | None:
    try:
        return database.open_to_read(path, key)
    except (KnownError, OSError, dbapi2.Error):
        return None


def keys_of_backup(one: Unlocked, backup: Path) -> Unlocked:
    """Return what the person at the desk needs to open ``backup``: the key that its own ``registry.age`` names.

    Raises InputError when it is one of another registry or older than this user's key, DamageError for files that are
    damaged.
    """
    layout.require_registry(backup)
    try:
        keys = keyfiles.open_registry(layout.registry_key(backup), one.identity)
    except UnlockError as error:
        raise InputError("backups.other_registry") from error
    if keys.registry != one.registry_id:
        raise InputError("backups.other_registry")
    return replace(one, folder=backup, database_key=DatabaseKey(keys.database_key), next_key=None)


def same_device(folder: Path, place: Path) -> bool:
    """Return whether both lie on one disk, as far as the system tells."""
    try:
        return folder.stat().st_dev == place.stat().st_dev
    except OSError:
        return False
