"""What the user should know about the backups of a registry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Final

from mhdesk import vault
from mhdesk.desk import backup_places, backup_rotation
from mhdesk.desk.desk import Desk
from mhdesk.desk.findings import Finding
from mhdesk.domain import backups as rules
from mhdesk.domain.backups import OLD_AFTER, PlaceKind

FAILED: Final = "backup_failed"
"""The setting that says why the last backup could not be made."""


def warnings(desk: Desk, today: date) -> tuple[Finding, ...]:
    """Return what the user should know about the backups, the gravest first; () when all is well."""
    kept = backup_places.kept(desk)
    found = [
        *_about_last(kept, today),
        *_about_leap(desk, today),
        *_about_failure(kept),
        *_about_second(desk, kept, today),
        *_about_room(desk),
        *_about_keys(desk),
    ]
    return tuple(found)


def _about_last(kept: Mapping[str, str], today: date) -> Iterator[Finding]:
    last = [found.on for kind in PlaceKind if (found := backup_places.last(kept, kind))]
    if not last:
        yield Finding("backups.never")
    elif max(last) > today:
        yield Finding("backups.dated_ahead", {"day": f"{max(last):%d-%m-%Y}"})
    elif today - max(last) > OLD_AFTER:
        yield Finding("backups.old", {"days": rules.days_since(max(last), today)})


def _about_leap(desk: Desk, today: date) -> Iterator[Finding]:
    own = vault.backup_folders(vault.own_backups(desk.folder))
    yield from backup_rotation.leaps(
        {one.made_on for one in own if not one.replaced and one.made_on <= today}
    )


def _about_failure(kept: Mapping[str, str]) -> Iterator[Finding]:
    if kept.get(FAILED):
        yield Finding("backups.last_failed")


def _about_second(desk: Desk, kept: Mapping[str, str], today: date) -> Iterator[Finding]:
    place, last = kept.get(backup_places.SECOND_PLACE), backup_places.last(kept, PlaceKind.SECOND)
    if not place:
        yield Finding("backups.no_second_place")
        return
    folder = Path(place)
    if not folder.is_dir():
        if last is None:
            yield Finding("backups.second_never", {"place": place})
        elif today - last.on > OLD_AFTER:
            yield Finding(
                "backups.second_not_seen", {"place": place, "days": rules.days_since(last.on, today)}
            )
        return
    if vault.same_device(desk.folder, folder):
        yield Finding("backups.second_on_same_disk", {"place": place})
    if last and not (folder / last.name).is_dir():
        yield Finding("backups.second_gone", {"place": place})


def _about_room(desk: Desk) -> Iterator[Finding]:
    for kind, folder in backup_places.usual(desk).items():
        at = folder if folder.is_dir() else desk.folder
        if kind is PlaceKind.SECOND and at is desk.folder:
            continue
        with vault.explained():
            needed, free = vault.room(desk.database.driver_connection(), at)
        if free < 2 * needed:
            yield Finding("backups.room_is_low", {"place": str(at), "free": free // 1024**2})


def _about_keys(desk: Desk) -> Iterator[Finding]:
    old = backup_places.under_old_keys(desk)
    if old:
        yield Finding("backups.under_old_key", {"count": len(old)})
