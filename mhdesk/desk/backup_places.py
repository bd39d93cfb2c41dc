"""Where backups of a registry lie, and what each of them holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

from mhdesk import vault
from mhdesk.desk import restores
from mhdesk.desk.desk import Desk
from mhdesk.domain.backups import Backup, BackupPlace, Holdings, Key, Origin, PlaceKind
from mhdesk.domain.people import Permission
from mhdesk.errors import DamageError
from mhdesk.store import holdings, logbook, settings
from mhdesk.store.database import Database
from mhdesk.store.schema import SCHEMA_VERSION

SECOND_PLACE: Final = "backup_place"
LAST: Final = {PlaceKind.OWN: "backup_own", PlaceKind.SECOND: "backup_second"}
"""The settings that say where the second place is, and what the last backup in each place was."""


@dataclass(frozen=True, slots=True)
class Last:
    """What the registry notes of the last backup in a place: the day, the length of its log, its name."""

    on: date
    events: int
    name: str

    def text(self) -> str:
        """Return it as the setting keeps it."""
        return f"{self.on.isoformat()} {self.events} {self.name}"


def last(kept: Mapping[str, str], kind: PlaceKind) -> Last | None:
    """Return what the settings say of the last backup in a place, None when there was none."""
    parts = kept.get(LAST[kind], "").split(" ")
    return Last(date.fromisoformat(parts[0]), int(parts[1]), parts[2]) if len(parts) == 3 else None


def kept(desk: Desk) -> dict[str, str]:
    """Return every setting of the registry."""
    return settings.all_of(desk.database.connection)


def usual(desk: Desk) -> dict[PlaceKind, Path]:
    """Return the places where backups of this registry belong."""
    second = kept(desk).get(SECOND_PLACE)
    own = {PlaceKind.OWN: vault.own_backups(desk.folder)}
    return own | ({PlaceKind.SECOND: Path(second)} if second else {})


def kind_of(usual: Mapping[PlaceKind, Path], place: Path) -> PlaceKind | None:
    """Return which of the usual places ``place`` is, None when it is none of them."""
    return next((kind for kind, folder in usual.items() if folder.resolve() == place.resolve()), None)


def places(desk: Desk) -> tuple[BackupPlace, ...]:
    """Return the registry's own place and the second one, if it was chosen, with what lies there, newest first.

    Opens every backup: some milliseconds each.
    """
    desk.demand(Permission.LOGIN)
    return tuple(_place(desk, kind, folder) for kind, folder in usual(desk).items())


def _place(desk: Desk, kind: PlaceKind, folder: Path) -> BackupPlace:
    here = folder.is_dir()
    at = folder if here else desk.folder
    with vault.explained():
        needed, free = vault.room(desk.database.driver_connection(), at)
    return BackupPlace(
        kind=kind,
        folder=folder,
        here=here or kind is PlaceKind.OWN,
        same_disk=vault.same_device(desk.folder, at),
        free=free,
        needed=needed,
        backups=backups_in(desk, folder),
    )


def backups_in(desk: Desk, folder: Path) -> tuple[Backup, ...]:
    """Return what lies in one place, newest first; () for a place that is not there."""
    found = [_backup(desk, one) for one in vault.backup_folders(folder)]
    return tuple(
        sorted(found, key=lambda one: (one.made_on, one.holds.events if one.holds else 0), reverse=True)
    )


def _backup(desk: Desk, found: vault.BackupFolder) -> Backup:
    with vault.looking_into(desk.unlocked, found.folder) as (fit, connection):
        holds = _holds(connection) if connection else None
    older = holds is not None and holds.schema < SCHEMA_VERSION
    origin = Origin.REPLACED if found.replaced else Origin.UPGRADE if older else Origin.WORK
    return Backup(found.folder, found.made_on, origin, Key(fit.value), holds)


def _holds(connection: vault.Connection) -> Holdings | None:
    copy = Database(vault.driver, lambda: connection)
    try:
        return holdings.of(copy.connection)
    except DamageError:
        return None
    finally:
        copy.close()


def newest_heads(desk: Desk) -> tuple[tuple[int, str], ...]:
    """Return the length and the head of the log in each backup that can testify, the longest first.

    Each must be in the registry's own log: ``audit.hash_at(connection, length) == head``. If it is not, an older
    database was put back without saying so, or the log was rewritten. What tells of work that was given up when a
    backup was put back says nothing, nor does what was there when somebody accepted an older registry; either must be
    signed.
    """
    held = [backup.holds for place in places(desk) for backup in place.backups if backup.holds]
    heads = {(one.events, one.head) for one in held if not _is_explained(desk, one)}
    return tuple(sorted(heads, reverse=True))


def _is_explained(desk: Desk, holds: Holdings) -> bool:
    connection, registry_id, at = desk.database.connection, desk.unlocked.registry_id, _moment(holds)
    put_back = restores.signed(connection, registry_id)
    accepted = restores.signed(connection, registry_id, restores.ACCEPTED)
    return any(one.explains(holds.events, at) for one in put_back) or any(one.at >= at for one in accepted)


def _moment(holds: Holdings) -> datetime:
    return holds.made_at or holds.worked_at or datetime.min.replace(tzinfo=UTC)


def under_old_keys(desk: Desk) -> list[Path]:
    """Return the backups that a key opens which the registry had before."""
    found = [one for folder in usual(desk).values() for one in vault.backup_folders(folder)]
    spent = put_aside_before_the_key(desk)
    return [
        one.folder for one in found if (spent or not one.replaced) and _fit(desk, one.folder) is vault.Fit.OLD
    ]


def put_aside_before_the_key(desk: Desk) -> bool:
    """Say whether all that restores put aside is from before the last new key, which was given on purpose.

    After a restore to before a change of key, what was put aside has another key, too, and is still wanted.
    """
    moments = (
        logbook.last_moment(desk.database.connection, name)
        for name in ("registry.key_changed", "registry.restored")
    )
    changed, restored = (datetime.fromisoformat(at) if at else None for at in moments)
    return bool(changed and restored and changed > restored)


def _fit(desk: Desk, folder: Path) -> vault.Fit:
    with vault.looking_into(desk.unlocked, folder) as (fit, _):
        return fit


def newest(desk: Desk) -> Path | None:
    """Return the newest backup that can be read, wherever it lies."""
    listed = [one for place in places(desk) for one in place.backups]
    good = [one for one in listed if one.holds and one.origin is not Origin.REPLACED]
    newest = max(good, key=lambda one: (one.made_on, one.holds.events if one.holds else 0), default=None)
    return newest.folder if newest else None
