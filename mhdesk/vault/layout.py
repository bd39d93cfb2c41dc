"""What lies where in the folder of a registry, and what is said when it does not.

Nothing here opens ``registry.db``: on POSIX systems closing *any* descriptor of a file drops all locks
that the process holds on it, so whoever reads the database file of an open registry by hand
silently lets a second laptop in. Sizes and names are enough.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from mhdesk.errors import DamageError, InputError

DATABASE: Final = "registry.db"
NEW_DATABASE: Final = "registry.new.db"
KEYS: Final = "keys"
BACKUPS: Final = "backups"
RESTORED: Final = ".mhdesk-restored"
NOTES: Final = "notes"
REGISTRY_KEY: Final = "registry.age"
RECOVERY_KEY: Final = "recovery.age"
_USER_KEY: Final = re.compile(r"user-[0-9a-f]{16}\.age")
_COMPUTER_KEY: Final = re.compile(r"computer-[0-9a-f]{16}\.age")
_NOTE: Final = re.compile(r"[0-9a-f]{32}\.age")
_HALF_WRITTEN: Final = re.compile(r"\.[0-9a-f]{16}\.tmp")


def database(folder: Path) -> Path:
    """Return the path of the encrypted database."""
    return folder / DATABASE


def new_database(folder: Path) -> Path:
    """Return the path of the copy under a new key, while that key is being changed."""
    return folder / NEW_DATABASE


def restored(folder: Path) -> Path:
    """Return the folder of a generation that was put back and may not yet be in its place."""
    return folder / RESTORED


def journal(database_file: Path) -> Path:
    """Return the path of the rollback journal of a database."""
    return database_file.with_name(f"{database_file.name}-journal")


def registry_key(folder: Path) -> Path:
    """Return the path of the file that holds the database key for all users."""
    return folder / KEYS / REGISTRY_KEY


def recovery_key(folder: Path) -> Path:
    """Return the path of the file that the printed recovery key opens."""
    return folder / KEYS / RECOVERY_KEY


def user_key(folder: Path, key_id: str) -> Path:
    """Return the path of one user's key file."""
    return folder / KEYS / f"user-{key_id}.age"


def computer_key(folder: Path, computer: str) -> Path:
    """Return the path of what one computer keeps for its user."""
    return folder / KEYS / f"computer-{computer}.age"


def note(folder: Path, uid: str) -> Path:
    """Return the path of a sealed note that waits beside the database."""
    return folder / NOTES / f"{uid}.age"


def notes(folder: Path) -> list[Path]:
    """Return the sealed notes that wait, in the order of their names, which mean nothing."""
    return _named(folder, _NOTE, within=NOTES)


def left_behind(folder: Path) -> list[Path]:
    """Return what a change of keys that was cut off may have left: half-written files, a copy under a new key."""
    copy = new_database(folder)
    return [path for path in (copy, journal(copy)) if path.exists()] + _named(folder, _HALF_WRITTEN)


def user_keys(folder: Path) -> list[Path]:
    """Return the key files of all users, in the order of their names."""
    return _named(folder, _USER_KEY)


def computer_keys(folder: Path) -> list[Path]:
    """Return what computers keep for their users."""
    return _named(folder, _COMPUTER_KEY)


def _named(folder: Path, pattern: re.Pattern[str], *, within: str = KEYS) -> list[Path]:
    place = folder / within
    if not place.is_dir():
        return []
    return sorted(path for path in place.iterdir() if pattern.fullmatch(path.name))


def has_keys(folder: Path) -> bool:
    """Return whether any key file of a registry lies in ``folder``."""
    return bool(user_keys(folder)) or registry_key(folder).exists() or recovery_key(folder).exists()


def is_registry(folder: Path) -> bool:
    """Return whether ``folder`` is, or was, a registry: its database or any of its key files is there."""
    return database(folder).is_file() or has_keys(folder) or restored(folder).is_dir()


def require_registry(folder: Path) -> None:
    """Check that the parts of a registry are present, from the outside.

    Raises InputError for a folder that is no registry, DamageError naming the first part that is
    missing or empty.
    """
    require_registry_key(folder)
    if not user_keys(folder):
        raise DamageError("vault.user_keys_missing")
    require_database(folder)


def require_registry_key(folder: Path) -> None:
    """Check that this is a registry and that the file with its database key is there."""
    if not is_registry(folder):
        raise InputError("vault.not_a_registry", folder=str(folder))
    if not registry_key(folder).is_file():
        raise DamageError("vault.registry_key_missing")


def require_database(folder: Path) -> None:
    """Check that a database file with content is there: an empty one is never filled again.

    Raises DamageError.
    """
    path = database(folder)
    if not path.is_file():
        raise DamageError("vault.database_missing")
    if path.stat().st_size == 0:
        raise DamageError("vault.database_empty")
