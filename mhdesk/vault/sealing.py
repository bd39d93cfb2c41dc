"""Write key files anew: what is new opens before what is old goes.

A staged file lies beside the one that it replaces, under a name that nothing reads. It is opened from there as
its owner will open it, and only then takes the place: after a crash the old file or the new one is there, whole.

Whoever calls holds the registry open (its database is locked for this process alone), so that nobody else
writes keys at the same time.
"""

from __future__ import annotations

import contextlib
import secrets
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from mhdesk import files
from mhdesk.errors import DamageError, InputError
from mhdesk.vault import age, keyfiles, layout, names, openers
from mhdesk.vault.keyfiles import RecoveryKeys, RegistryKeys, UserKeys
from mhdesk.vault.keys import Unlocked
from mhdesk.vault.openers import Opener
from mhdesk.vault.recovery import RecoveryKey


def current(one: Unlocked) -> RegistryKeys:
    """Return what ``registry.age`` holds at this moment.

    Raises InputError("vault.openers_unknown") for the file of an early registry, which does not tell to whom it is
    sealed: :func:`mhdesk.vault.prove_recovery` mends that.
    """
    found = keyfiles.open_registry(layout.registry_key(one.folder), one.identity)
    if not found.openers:
        raise InputError("vault.openers_unknown")
    return found


def write_registry(folder: Path, keys: RegistryKeys, identity: str) -> None:
    """Write ``registry.age`` for its active openers; ``identity`` must be one of them and proves it."""
    sealed = age.seal_to(keyfiles.encode(keys), openers.recipients(keys.openers))
    path = layout.registry_key(folder)
    _replace(path, sealed, lambda staged: keyfiles.open_registry(staged, identity) == keys)


def write_openers(one: Unlocked, keys: RegistryKeys, changed: tuple[Opener, ...]) -> None:
    """Write ``registry.age`` for other openers, this user among them."""
    write_registry(one.folder, replace(keys, openers=changed), one.identity)


def write_user(folder: Path, keys: UserKeys, words: str) -> None:
    """Write a user's key file under the passphrase ``words``; takes two seconds: sealed, then opened."""
    sealed = age.seal_with_passphrase(keyfiles.encode(keys), words)
    path = layout.user_key(folder, names.key_id(keys.user))
    _replace(path, sealed, lambda staged: keyfiles.open_user(staged, words) == keys)


def write_recovery(folder: Path, keys: RecoveryKeys, recovery: RecoveryKey) -> None:
    """Write ``recovery.age`` for a new recovery key."""
    words = recovery.passphrase()
    sealed = age.seal_with_passphrase(keyfiles.encode(keys), words)
    _replace(
        layout.recovery_key(folder), sealed, lambda staged: keyfiles.open_recovery(staged, words) == keys
    )


def write_computer(folder: Path, computer: str, keys: UserKeys, identity: str) -> None:
    """Write what a computer keeps for its user, for that computer's own identity."""
    sealed = age.seal_to(keyfiles.encode(keys), [age.recipient_of(identity)])
    path = layout.computer_key(folder, computer)
    _replace(path, sealed, lambda staged: keyfiles.open_computer(staged, identity) == keys)


def _replace(path: Path, sealed: bytes, opens: Callable[[Path], bool]) -> None:
    staged = path.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        files.write_bytes(staged, sealed)
        if not opens(staged):
            raise DamageError("vault.device_failed")
        staged.replace(path)
        files.sync_folder(path.parent)
    finally:
        with contextlib.suppress(OSError):
            staged.unlink(missing_ok=True)
