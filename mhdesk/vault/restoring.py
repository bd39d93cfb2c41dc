"""Put a backup in the place of a registry: the old generation or the new one, whole, whatever happens.

A generation is ``registry.db`` with its journal, and ``keys/``. The steps:

1. copy the backup into a hidden folder inside the registry's folder, open it there and prove it;
2. rename that folder to ``.mhdesk-restored``: from here on the new generation counts;
3. move the old generation, file by file, into a folder inside it; move the new one into the place of each;
4. move what was put aside to ``backups/``, under a name that begins with ``replaced-``.

A kill before 2 leaves the old generation and a hidden folder that the next opening removes. After 2, the next opening
does the rest (:func:`finish_restore`) before it looks at any key. A journal never stands beside a database that it does
not belong to: old files leave before new ones come.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from mhdesk import files
from mhdesk.errors import DamageError, InputError, KnownError
from mhdesk.vault import age, backups, database, keyfiles, layout, sealing
from mhdesk.vault.age import SealedError
from mhdesk.vault.faults import explained
from mhdesk.vault.keys import Unlocked

_ASIDE: Final = "replaced-*"
_STAGING: Final = ".mhdesk-*.staging"


def copy_backup(backup: Path, target: Path) -> Path:
    """Copy the files of ``backup`` into the empty folder ``target`` and return it, to be proven there.

    A backup as mhdesk makes it has no journal: one that lies beside it came from elsewhere and stays behind. Raises
    InputError for what is no backup, DamageError for one that lacks a part or cannot be read.
    """
    with explained():
        if not layout.is_registry(backup):
            raise InputError("backups.no_backup", backup=str(backup))
        layout.require_registry(backup)
        found = backups.backup_folder(backup)
        journal = layout.journal(layout.database(backup))
        files.make_folder(target / layout.KEYS)
        keys = (path for path in (backup / layout.KEYS).glob("*.age") if path.is_file())
        for path in keys:
            files.copy_file(path, target / layout.KEYS / path.name)
        files.copy_file(layout.database(backup), layout.database(target))
        if journal.is_file() and not (found and not found.replaced):
            files.copy_file(journal, layout.journal(layout.database(target)))
        files.sync_folder(target / layout.KEYS)
        files.sync_folder(target)
    return target


@contextmanager
def staged(backup: Path, folder: Path) -> Iterator[Path]:
    """Give a hidden folder of the registry at ``folder``, for a copy of ``backup``; it is gone afterwards.

    ``folder`` is made when it is missing, and removed again when nothing was put into place. Raises InputError for
    what is no backup, and for a folder that holds something else or lies in the backup itself.
    """
    _require_place(backup, folder)
    made = not folder.exists()
    staging = folder / f".mhdesk-{secrets.token_hex(8)}.staging"
    try:
        with explained():
            files.make_folder(staging)
        yield staging
    finally:
        shutil.rmtree(staging, ignore_errors=True)
        if made:
            with contextlib.suppress(OSError):
                folder.rmdir()


def _require_place(backup: Path, folder: Path) -> None:
    if not layout.is_registry(backup):
        raise InputError("backups.no_backup", backup=str(backup))
    source, place = backup.resolve(), folder.resolve()
    if source == place or source in place.parents:
        raise InputError("backups.same_folder", folder=str(folder))
    if not folder.exists() or layout.is_registry(folder):
        return
    if not folder.is_dir() or any(path for path in folder.iterdir() if not path.match(_STAGING)):
        raise InputError("vault.folder_not_empty", folder=str(folder))


def keys_are_whole(present: Unlocked) -> bool:
    """Say whether the keys of a registry can stand in for those of its backup: this user's file, and the list."""
    try:
        with layout.user_key(present.folder, present.key_id).open("rb") as handle:
            age.require_passphrase_file(handle.read(age.MOST_CONTENT))
        return bool(keyfiles.open_registry(layout.registry_key(present.folder), present.identity).openers)
    except (OSError, SealedError, KnownError):
        return False


def keep_keys(copy: Unlocked, present: Unlocked) -> Unlocked | None:
    """Let the keys of the registry ``present`` open the copy of its backup; None when they cannot.

    Passphrases, recovery page and remembered computers are then those of now; ``registry.age`` is sealed to whom it is
    now, with the key of the copy's database, and proven. Before an error the copy is in nobody's place.
    """
    if not keys_are_whole(present):
        return None
    keys = keyfiles.open_registry(layout.registry_key(present.folder), present.identity)
    with explained():
        for path in (copy.folder / layout.KEYS).glob("*.age"):
            path.unlink()
        for path in (present.folder / layout.KEYS).glob("*.age"):
            if path.is_file():
                files.copy_file(path, copy.folder / layout.KEYS / path.name)
        own = replace(keys, database_key=copy.database_key.digits, next_key="")
        sealing.write_registry(copy.folder, own, present.identity)
    return replace(present, folder=copy.folder, database_key=copy.database_key, next_key=None)


def put_in_place(staging: Path, folder: Path, day: date, release: Callable[[], None]) -> Path | None:
    """Let the proven copy in ``staging`` be the registry at ``folder``; return where the old one was put aside.

    Returns None when there was nothing to put aside. ``release`` closes the old database, if the caller holds it:
    nobody else gets hold of it before it is out of the way. Windows renames no open file, so there it is closed
    first. Raises before anything was changed, or leaves the rest to :func:`finish_restore`.
    """
    ready = layout.restored(folder)
    if os.name != "posix":
        release()
    with explained(), files.alone_in(folder):
        files.make_folder(staging / backups.new_name(day, replaced=True))
        files.make_folder(backups.own_backups(folder))
        files.sync_folder(staging)
        staging.rename(ready)
        try:
            files.sync_folder(folder)
            aside = _finish(folder)
        except OSError as error:
            raise DamageError("backups.restore_unfinished") from error
    if os.name == "posix":
        release()
    return aside


def finish_restore(folder: Path) -> Path | None:
    """Do the rest of a restore that was cut off after it counted; cheap when there was none.

    Returns where the old generation was put aside, None when there was none or nothing to do. Raises DamageError for a
    link that stands in its place.
    """
    if layout.restored(folder).is_symlink():  # mhdesk makes none, and what it points at is not ours to move
        raise DamageError("vault.restore_is_a_link", name=layout.RESTORED)
    if not layout.restored(folder).is_dir():
        return None
    with explained(), files.alone_in(folder):
        return _finish(folder)


def _finish(folder: Path) -> Path | None:
    """Move the old generation out and the new one in; what stands in the new folder is not yet in place."""
    ready = layout.restored(folder)
    if not ready.is_dir():
        return None
    aside = next(iter(sorted(ready.glob(_ASIDE))), None)
    if aside is None:  # it stands among the backups already
        shutil.rmtree(ready)
        return None
    new, old = layout.database(ready), layout.database(folder)
    if new.exists():
        copy = layout.new_database(folder)
        for path in (old, layout.journal(old), copy, layout.journal(copy)):
            _move(path, aside / path.name)
        files.sync_folder(aside)
        files.sync_folder(folder)
        new.rename(old)
    if (ready / layout.KEYS).exists():
        _move(folder / layout.KEYS, aside / layout.KEYS)
        (ready / layout.KEYS).rename(folder / layout.KEYS)
    files.sync_folder(folder)
    kept = _keep(aside, backups.own_backups(folder))
    shutil.rmtree(ready)
    files.sync_folder(folder)
    return kept


def _move(path: Path, to: Path) -> None:
    if path.exists():
        path.rename(to)


def _keep(aside: Path, place: Path) -> Path | None:
    """Move what was put aside to the backups; nothing when nothing was."""
    if not any(aside.iterdir()):
        return None
    files.make_folder(place)
    kept = place / aside.name
    aside.rename(kept)
    files.sync_folder(place)
    return kept


def clear_staging(folder: Path) -> None:
    """Remove what restores that were cut off before they counted left; the caller holds the registry open."""
    for path in folder.glob(_STAGING):
        shutil.rmtree(path, ignore_errors=True)


def require_unused(folder: Path) -> None:
    """Raise UnlockError("vault.in_use") when somebody works in the registry at ``folder``, however damaged it is."""
    with explained():
        database.require_unused(layout.database(folder))
