"""Make a new registry: all of it or nothing."""

from __future__ import annotations

import contextlib
import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

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


Fill = Callable[[Connection, Created], None]
"""What the layers above put into the empty database before the registry appears at its place."""


def create(folder: Path, *, user_name: str, passphrase: str, fill: Fill | None = None) -> Created:
    """Make a registry at ``folder`` with one user; takes about four seconds, mostly of key derivation.

    Everything is made in a hidden folder beside it and renamed into place at the end: schema and first
    rows too, when ``fill`` makes them. If ``fill`` raises, nothing is left behind. Every key file is opened
    once before it counts.

    Raises InputError for a folder that is not empty or cannot be made, a name or passphrase that cannot be
    used (weaker than level 2 of :mod:`mhdesk.vault.passphrase`); DamageError for a full or failing disk.
    """
    name = names.clean(user_name)
    words = phrases.require_new(passphrase, [name])
    place = folder.absolute()
    with _appearing(place) as hidden:
        created = _make(hidden, place, name, words, fill)
        _prove(hidden, created, name, words)
    return created


@contextmanager
def _appearing(place: Path) -> Iterator[Path]:
    """Give a hidden folder beside ``place`` that becomes ``place`` at the end, or leaves no trace."""
    missing = [parent for parent in place.parents if not parent.exists()]
    hidden = place.with_name(f".mhdesk-{secrets.token_hex(8)}.new")
    try:
        _require_free(place)
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


def _require_free(place: Path) -> None:
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
    created = Created(keys.unlocked(place, user, registry), recovery_key)
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
