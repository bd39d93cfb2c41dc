"""Which backups go once a new one was proven, and which stay because a clock may be wrong."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

from mhdesk import vault
from mhdesk.desk import backup_places
from mhdesk.desk.desk import Desk
from mhdesk.desk.findings import Finding
from mhdesk.domain import backups as rules
from mhdesk.domain.backups import LONGEST, Backup, Kept, Key, Origin, PlaceKind
from mhdesk.errors import KnownError


@dataclass(frozen=True, slots=True)
class Rotated:
    """How many old backups went, and what there is to tell of those that stay."""

    removed: int
    notices: tuple[Finding, ...]


def rotate(desk: Desk, made: Mapping[Path, PlaceKind]) -> Rotated:
    """Remove what is no longer kept beside each backup of ``made``, which was proven just now."""
    today = desk.today()
    listed = {path: backup_places.backups_in(desk, path.parent) for path in made}
    seen = {one.day for there in listed.values() for one in _good(there) if one.day <= today}
    removed = sum(_rotate_in(desk, made[path], path.name, there, seen) for path, there in listed.items())
    return Rotated(removed, tuple(leaps(seen)))


def leaps(seen: Collection[date]) -> Iterator[Finding]:
    """Tell of the days with a backup that more than a month lies between them, while backups are kept for that."""
    held = [day for day in seen if rules.is_held(day, seen)]
    if held:
        last = max(held)
        yield Finding("backups.held", {"days": (min(day for day in seen if day > last) - last).days})


def _rotate_in(
    desk: Desk, kind: PlaceKind, newest: str, listed: tuple[Backup, ...], seen: Collection[date]
) -> int:
    """Remove what is no longer kept in one place; return how many went."""
    going = rules.superfluous(_good(listed), newest, desk.today(), seen) - _spared(listed)
    removed, aside_too = 0, backup_places.put_aside_before_the_key(desk)
    for backup in listed:
        spent = _is_under_old_key(backup, aside_too=aside_too) or _is_old(backup, kind, desk.today(), seen)
        if backup.name in going or spent:
            try:
                vault.remove_backup(desk.unlocked, backup.folder)
            except KnownError:
                continue  # it lies there still, and goes the next time
            removed += 1
    return removed


def _spared(listed: tuple[Backup, ...]) -> set[str]:
    """Return the newest backup from before the tables changed: it stays its time, whatever is made the same day."""
    return set([one.name for one in listed if one.origin is Origin.UPGRADE][:1])


def _good(listed: tuple[Backup, ...]) -> Iterator[Kept]:
    for backup in listed:
        if _is_in_rotation(backup) and backup.holds:
            midnight = datetime.combine(backup.made_on, time(), UTC)
            yield Kept(backup.name, backup.holds.made_at or midnight, backup.holds.events)


def _is_in_rotation(backup: Backup) -> bool:
    return bool(backup.holds) and backup.key is Key.PRESENT and backup.origin is not Origin.REPLACED


def _is_under_old_key(backup: Backup, *, aside_too: bool) -> bool:
    """Say whether a backup goes because of its key: at once.

    ``aside_too``: what a restore put aside is from before the present key, so that it goes as well.
    """
    return backup.key is Key.OLD and (aside_too or backup.origin is not Origin.REPLACED)


def _is_old(backup: Backup, kind: PlaceKind, today: date, seen: Collection[date]) -> bool:
    """Say whether a backup outside the rotation goes in time: what a restore put aside, what no known key opens.

    What no known key opens goes from the registry's own folder only; elsewhere it may be somebody else's.
    """
    ours = kind is PlaceKind.OWN or backup.key is not Key.NONE
    return ours and today - backup.made_on > LONGEST and not rules.is_held(backup.made_on, seen)
