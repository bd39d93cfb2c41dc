"""Unlock a registry: from a passphrase to the key of its database."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from mhdesk.errors import DamageError, UnlockError
from mhdesk.vault import keyfiles, layout, names
from mhdesk.vault.faults import explained
from mhdesk.vault.keyfiles import RecoveryKeys, RegistryKeys, UserKeys
from mhdesk.vault.passphrase import normalised
from mhdesk.vault.recovery import RecoveryKey

_KEY: Final = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class DatabaseKey:
    """Hold the 256-bit key of the database as 64 hex digits; never shows them in its repr.

    Raises ValueError for any other length: the engine would silently take it for a passphrase.
    """

    digits: str = field(repr=False)

    def __post_init__(self) -> None:
        if not _KEY.fullmatch(self.digits):
            raise ValueError("a database key has 64 hex digits")

    def raw_key(self) -> str:
        """Return the key in the notation that makes SQLCipher use it as it is."""
        return f"x'{self.digits}'"


@dataclass(frozen=True, slots=True)
class Unlocked:
    """Hold everything that one user's passphrase opens; only ids show in its repr.

    ``identity`` is the user's age identity (opens packages, too), ``signing_key`` signs as this user.
    ``invited``: the passphrase came with an invitation and must be replaced before anything else.
    ``next_key`` is there when a change of the database's key was cut off: the database has one of both.
    """

    folder: Path
    registry_id: str
    key_id: str
    user_name: str = field(repr=False)
    database_key: DatabaseKey
    identity: str = field(repr=False)
    signing_key: Ed25519PrivateKey = field(repr=False)
    invited: bool = False
    next_key: DatabaseKey | None = None


def new_database_key() -> DatabaseKey:
    """Return a new random key."""
    return DatabaseKey(secrets.token_hex(32))


def unlocked(folder: Path, user: UserKeys, registry: RegistryKeys) -> Unlocked:
    """Put together what a user's key file and ``registry.age`` hold."""
    return Unlocked(
        folder=folder,
        registry_id=registry.registry,
        key_id=names.key_id(user.user),
        user_name=user.user,
        database_key=DatabaseKey(registry.database_key),
        identity=user.identity,
        signing_key=Ed25519PrivateKey.from_private_bytes(bytes.fromhex(user.signing_key)),
        invited=bool(user.invited),
        next_key=DatabaseKey(registry.next_key) if registry.next_key else None,
    )


def of_user(one: Unlocked) -> UserKeys:
    """Return what the key file of this user holds."""
    digits = one.signing_key.private_bytes_raw().hex()
    return UserKeys(one.registry_id, one.user_name, one.identity, digits, "yes" if one.invited else "")


def unlock(folder: Path, *, user_name: str, passphrase: str) -> Unlocked:
    """Open the keys of ``user_name`` in the registry at ``folder``; takes about a second.

    The database itself stays closed. Raises UnlockError for a wrong passphrase and, after the same
    work and with the same sentence, for a name that has no key file; DamageError for files that are
    missing, damaged or do not belong together; InputError for a folder that is no registry.
    """
    user, registry = opened_by_passphrase(folder, user_name, passphrase, require=layout.require_registry)
    return unlocked(folder, user, registry)


def opened_by_passphrase(
    folder: Path, user_name: str, passphrase: str, *, require: Callable[[Path], None]
) -> tuple[UserKeys, RegistryKeys]:
    """Return what ``passphrase`` opens; raises as :func:`unlock` does.

    ``require`` checks beforehand which parts of the registry are there.
    """
    words = normalised(passphrase)
    key_id = names.key_id(user_name)
    with explained():
        require(folder)
        user = _open_user(folder, key_id, words)
        registry = keyfiles.open_registry(layout.registry_key(folder), user.identity)
    if registry.registry != user.registry:
        raise UnlockError("vault.key_of_another_registry")
    return user, registry


def check_recovery(folder: Path, recovery: RecoveryKey) -> None:
    """Prove that ``recovery`` opens the registry at ``folder``: recovery.age, then registry.age with it.

    Takes about a second and changes nothing. Raises UnlockError when it is the key of another
    registry, DamageError for missing or damaged files.
    """
    opened_by_recovery(folder, recovery)


def opened_by_recovery(folder: Path, recovery: RecoveryKey) -> tuple[RecoveryKeys, RegistryKeys]:
    """Return what ``recovery`` opens; raises as :func:`check_recovery` does."""
    with explained():
        layout.require_registry_key(folder)
        path = layout.recovery_key(folder)
        if not path.is_file():
            raise DamageError("vault.recovery_key_missing")
        found = keyfiles.open_recovery(path, recovery.passphrase())
        path = layout.registry_key(folder)
        registry = keyfiles.open_registry(path, found.identity, misfit="vault.recovery_wrong")
    if registry.registry != found.registry:
        raise UnlockError("vault.key_of_another_registry")
    return found, registry


def _open_user(folder: Path, key_id: str, words: str) -> UserKeys:
    path = layout.user_key(folder, key_id)
    if not path.is_file():
        keyfiles.spend_the_same(layout.user_keys(folder), words)
        raise UnlockError("vault.wrong_passphrase")
    user = keyfiles.open_user(path, words)
    if names.key_id(user.user) != key_id:
        raise UnlockError("vault.key_of_another_user")
    return user
