"""Look whether the key files are all there, whole, and nobody else's; and who else may read the registry here."""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Final

from mhdesk.errors import KnownError
from mhdesk.vault import age, keyfiles, layout, outsiders
from mhdesk.vault.age import SealedError
from mhdesk.vault.integrity import Finding
from mhdesk.vault.keyfiles import RegistryKeys
from mhdesk.vault.keys import Unlocked
from mhdesk.vault.openers import Kind

_OTHERS: Final = 0o077
_LONGEST: Final = 60
"""Of the name of a file that somebody else put there."""


def check_keys(one: Unlocked, active: Collection[str], recovery: str = "") -> tuple[Finding, ...]:
    """Check every file in ``keys/``; ``active`` are the key ids of the users who may open the registry.

    ``recovery`` is the public key that was noted of the recovery page, "" where none was.

    What lies inside the files of others only they can open: of those the outside is checked. Opens nothing that needs
    a passphrase; takes some milliseconds.
    """
    try:
        found = keyfiles.open_registry(layout.registry_key(one.folder), one.identity)
    except KnownError as error:
        return (Finding(error.code, dict(error.params)),)
    except OSError:
        return (Finding("vault.registry_key_missing"),)
    openers_checked = _openers(one, found, active, recovery) if found.openers else ()
    return (
        *_registry(one, found),
        *_recovery(one),
        *_users(one, found, active),
        *openers_checked,
        *_strangers(one, found),
    )


def _registry(one: Unlocked, found: RegistryKeys) -> Iterator[Finding]:
    if found.registry != one.registry_id:
        yield Finding("vault.key_of_another_registry")
    elif found.database_key != one.database_key.digits:
        yield Finding("verify.registry_key_old")


def _recovery(one: Unlocked) -> Iterator[Finding]:
    path = layout.recovery_key(one.folder)
    if not path.is_file():
        yield Finding("vault.recovery_key_missing")
    elif not _is_passphrase_file(path):
        yield Finding("vault.key_damaged", {"file": path.name})


def _users(one: Unlocked, found: RegistryKeys, active: Collection[str]) -> Iterator[Finding]:
    """Compare who may open the registry with who is listed and with the files; an early registry has no list."""
    listed = {opener.id for opener in found.openers if opener.kind is Kind.USER}
    users = [opener.id for opener in found.openers if opener.kind is Kind.USER and opener.active]
    sealed_to = set(users)
    twice = len(users) - len(sealed_to)
    expected = listed | set(active)
    absent = [key_id for key_id in expected if not layout.user_key(one.folder, key_id).is_file()]
    if absent:
        yield Finding("verify.user_key_missing", {"count": len(absent)})
    if listed and (twice or sealed_to != set(active)):
        yield Finding("verify.users_and_keys_differ", {"count": len(sealed_to ^ set(active)) + twice})
    for path in layout.user_keys(one.folder):
        if not _is_passphrase_file(path):
            yield Finding("vault.key_damaged", {"file": path.name})


def _openers(one: Unlocked, found: RegistryKeys, active: Collection[str], recovery: str) -> Iterator[Finding]:
    """Name keys that open the registry and are nobody's; users are compared by :func:`_users`."""
    extra = outsiders.strangers(one, active)
    computers = sum(opener.kind is Kind.COMPUTER for opener in extra.listed)
    if computers:
        yield Finding("verify.computers_of_nobody", {"count": computers})
    if extra.unlisted:
        yield Finding("verify.keys_not_listed", {"count": extra.unlisted})
    printed = [opener.recipient for opener in found.openers if opener.kind is Kind.RECOVERY]
    if len(printed) > 1:
        yield Finding("verify.recovery_keys_several", {"count": len(printed)})
    elif printed and not recovery:  # the one that is there may be anybody's
        yield Finding("verify.recovery_key_unproven")
    elif recovery and recovery not in printed:
        yield Finding("verify.recovery_key_other")


def _strangers(one: Unlocked, found: RegistryKeys) -> Iterator[Finding]:
    """Name what lies among the keys and belongs to nobody."""
    own = {layout.registry_key(one.folder), layout.recovery_key(one.folder)}
    for opener in found.openers:
        if opener.kind is Kind.USER:
            own.add(layout.user_key(one.folder, opener.id))
        elif opener.kind is Kind.COMPUTER:
            own.add(layout.computer_key(one.folder, opener.id))
    if not found.openers:
        own.update(layout.user_keys(one.folder))
    for path in sorted((one.folder / layout.KEYS).iterdir()):
        if path not in own:
            yield Finding("verify.key_file_unknown", {"file": path.name[:_LONGEST]})


def _is_passphrase_file(path: Path) -> bool:
    try:
        age.require_passphrase_file(keyfiles.read(path))
    except (OSError, SealedError, KnownError):
        return False
    return True


def too_open(folder: Path) -> tuple[Path, ...]:
    """Return what of a registry somebody else on this computer may read or change; () where that is not known."""
    if os.name != "posix":
        return ()
    places = [folder, layout.database(folder), folder / layout.KEYS, folder / layout.BACKUPS]
    places += sorted((folder / layout.KEYS).glob("*"))
    return tuple(place for place in places if place.exists() and _is_open(place))


def _is_open(place: Path) -> bool:
    try:
        return bool(stat.S_IMODE(place.lstat().st_mode) & _OTHERS)
    except OSError:
        return False
