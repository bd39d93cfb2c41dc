"""Make a new registry: all of it or nothing."""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import shutil
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlcipher3.dbapi2 import Connection

from mhdesk import files
from mhdesk.errors import DamageError, InputError, KnownError
from mhdesk.vault import age, database, keyfiles, keys, layout, names, recovery
from mhdesk.vault import passphrase as phrases
from mhdesk.vault.faults import as_known
from mhdesk.vault.keyfiles import RecoveryKeys, RegistryKeys, UserKeys
from mhdesk.vault.keys import Unlocked
from mhdesk.vault.openers import Kind, Opener, recipients
from mhdesk.vault.recovery import RecoveryKey


@dataclass(frozen=True, slots=True)
class Created:
    """Hold a new registry, unlocked, with the recovery key that is shown only now."""

    unlocked: Unlocked
    recovery: RecoveryKey
    recovery_recipient: str
    """The public key to which ``registry.age`` is sealed for the recovery key."""


Fill = Callable[[Connection, Created], None]
"""What the layers above put into the empty database before the registry appears at its place."""


_HIDDEN: Final = re.compile(r"\.mhdesk-[0-9a-f]{16}\.new")
_FORGOTTEN_SECONDS: Final = 3600
_OURS: Final = frozenset({layout.DATABASE, f"{layout.DATABASE}-journal", layout.KEYS, layout.BACKUPS})


def create(
    folder: Path,
    *,
    user_name: str,
    passphrase: str,
    fill: Fill | None = None,
    finish: Callable[[], object] = lambda: None,
) -> Created:
    """Make a registry at ``folder`` with one user; takes about four seconds, mostly of key derivation.

    Everything is made in a hidden folder beside it and renamed into place at the end: schema and first
    rows too, when ``fill`` makes them. Every key file is opened once before it counts; ``finish`` is called when only
    the renaming is left to do. If one of the two raises, nothing is left behind. What an earlier call left there that
    was killed more than an hour ago goes, too.

    Raises InputError for a folder that is not empty or cannot be made, a name or passphrase that cannot be
    used (weaker than level 2 of :mod:`mhdesk.vault.passphrase`); DamageError for a full or failing disk.
    """
    name = names.clean(user_name)
    words = phrases.require_new(passphrase, [name])
    place = folder.absolute()
    with _appearing(place) as hidden:
        created = _make(hidden, place, name, words, fill)
        _prove(hidden, created, name, words)
        finish()
    return created


@contextmanager
def _appearing(place: Path) -> Iterator[Path]:
    """Give a hidden folder beside ``place`` that becomes ``place`` at the end, or leaves no trace."""
    missing = [parent for parent in place.parents if not parent.exists()]
    hidden = place.with_name(f".mhdesk-{secrets.token_hex(8)}.new")
    try:
        _require_free(place)
        sweep(place.parent)
        files.make_folder(hidden)
        yield hidden
        if place.exists():
            place.rmdir()
        hidden.rename(place)
        files.sync_folder(place.parent)
    except BaseException as error:
        _clear(hidden, missing)
        known = None if isinstance(error, KnownError) else _as_known(error, place)
        if known is None:
            raise
        raise known from error


def sweep(folder: Path) -> None:
    """Remove the half-made registries in ``folder`` that a call left there which was killed over an hour ago.

    Only what is certainly ours: under our hidden name, of this user, with nothing in it but what a registry begins
    with. What cannot be looked at or removed stays; nobody is kept from making a registry by it.
    """
    with contextlib.suppress(OSError):
        for path in folder.iterdir():
            if _HIDDEN.fullmatch(path.name) and _is_forgotten(path):
                shutil.rmtree(path, ignore_errors=True)


def _is_forgotten(hidden: Path) -> bool:
    inside = [hidden, *hidden.rglob("*")]
    found = [path.lstat() for path in inside]
    ours = all(stat.S_ISDIR(one.st_mode) or stat.S_ISREG(one.st_mode) for one in found)
    if hasattr(os, "getuid"):
        ours = ours and all(one.st_uid == os.getuid() for one in found)
    expected = {path.relative_to(hidden).parts[0] for path in inside[1:]} <= _OURS
    youngest = max(one.st_mtime for one in found)
    return (
        ours and stat.S_ISDIR(found[0].st_mode) and expected and time.time() - youngest > _FORGOTTEN_SECONDS
    )


def _require_free(place: Path) -> None:
    if any(layout.is_registry(parent) for parent in place.resolve().parents):
        raise InputError("vault.folder_in_registry", folder=str(place))
    if place.exists() and not (place.is_dir() and not any(place.iterdir())):
        raise InputError("vault.folder_not_empty", folder=str(place))


def _clear(hidden: Path, parents: list[Path]) -> None:
    """Remove what was made: the hidden folder and the parents that were made for it."""
    shutil.rmtree(hidden, ignore_errors=True)
    for parent in parents:
        with contextlib.suppress(OSError):
            parent.rmdir()


def _as_known(error: BaseException, place: Path) -> KnownError | None:
    """Return what the user can act on; any folder that the system refuses to make is a wrong call."""
    known = as_known(error)
    refused = known is not None and known.code == "vault.not_writable"
    if isinstance(error, OSError) and (known is None or refused):
        return InputError("vault.folder_refused", folder=str(place))
    return known


def _make(hidden: Path, place: Path, name: str, words: str, fill: Fill | None) -> Created:
    """Make everything in ``hidden``: the database first, since it refuses to stand beside existing keys."""
    registry_id, recovery_key = secrets.token_hex(16), recovery.generate()
    user = UserKeys(registry_id, name, age.new_identity(), secrets.token_hex(32))
    spare = RecoveryKeys(registry_id, age.new_identity())
    openers = (
        Opener(Kind.USER, age.recipient_of(user.identity), names.key_id(name)),
        Opener(Kind.RECOVERY, age.recipient_of(spare.identity)),
    )
    registry = RegistryKeys(registry_id, keys.new_database_key().digits, openers=openers)
    created = Created(keys.unlocked(place, user, registry), recovery_key, openers[1].recipient)
    _make_database(keys.unlocked(hidden, user, registry), created, fill)
    for folder in (layout.KEYS, layout.BACKUPS):
        files.make_folder(hidden / folder)
    sealed_user = age.seal_with_passphrase(keyfiles.encode(user), words)
    sealed_spare = age.seal_with_passphrase(keyfiles.encode(spare), recovery_key.passphrase())
    sealed_registry = age.seal_to(keyfiles.encode(registry), recipients(openers))
    files.write_bytes(layout.user_key(hidden, created.unlocked.key_id), sealed_user)
    files.write_bytes(layout.recovery_key(hidden), sealed_spare)
    files.write_bytes(layout.registry_key(hidden), sealed_registry)
    return created


def _make_database(hidden: Unlocked, created: Created, fill: Fill | None) -> None:
    connection = database.create_database(hidden)
    try:
        if fill is not None:
            fill(connection, created)
    finally:
        database.close(connection)
    database.require_encrypted(hidden.folder)


def _prove(hidden: Path, created: Created, name: str, words: str) -> None:
    """Open what was written as the user will, and as the recovery will."""
    found = keys.unlock(hidden, user_name=name, passphrase=words)
    keys.check_recovery(hidden, created.recovery)
    if found.database_key != created.unlocked.database_key:
        raise DamageError("vault.key_damaged", file=layout.REGISTRY_KEY)
    database.close(database.connect(found))
