"""Backups: make them, list them, say what is the matter with them, try one.

A backup ends right before its own event: the registry notes ``backup.made`` with the head that the copy ends with, so
the log of every backup is the beginning of the log of its registry, and a kill in between makes no difference. Which
backup is the newest, where the second place is and what failed last stands in the settings of the registry.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

from mhdesk import files, vault
from mhdesk.desk import backup_places, backup_rotation, backup_warnings
from mhdesk.desk.backup_places import Last
from mhdesk.desk.desk import Desk
from mhdesk.desk.findings import Finding
from mhdesk.desk.places import doubts
from mhdesk.desk.verbs import Work, demand, verb
from mhdesk.domain import backups as rules
from mhdesk.domain.backups import (
    Holdings,
    PlaceKind,
)
from mhdesk.domain.change import Change
from mhdesk.domain.people import Permission
from mhdesk.domain.reminders import recovery_test_is_due as is_a_year_ago
from mhdesk.errors import DamageError, InputError, KnownError
from mhdesk.store import audit, holdings, settings
from mhdesk.store.database import Connection, Database
from mhdesk.store.values import to_day

_TESTED: Final = "restore_tested_on"
_NO_WORK: Final = (
    "backup.failed",
    "backup.made",
    "backup.tested",
    "list.shown",
    "login.failed",
    "registry.closed",
    "registry.locked",
    "registry.login",
    "registry.verified",
)
"""Events that are no reason for a backup: somebody came, looked at the lists and went."""


_NOT_THE_BACKUP: Final = frozenset({"common.disk_full", "vault.device_failed", "backups.damaged"})
_QUICK: Final = 24 * 1024**2
"""A registry of this many bytes is copied and checked in half a second."""

places = backup_places.places
warnings = backup_warnings.warnings
newest_heads = backup_places.newest_heads


@dataclass(frozen=True, slots=True)
class Made:
    """What making a backup came to: where copies stand, what did not go as usual, how many old ones went."""

    change: Change
    backups: tuple[Path, ...]
    notices: tuple[Finding, ...]
    removed: int
    holds: Holdings


# --- make ------------------------------------------------------------------------------------------


def make(desk: Desk, place: Path | None = None, progress: vault.Progress | None = None) -> Made:
    """Make a backup in ``place``, or in the usual places: the registry's own and, when it is there, the second one.

    Takes about two seconds a place at 100,000 signals; ``progress(done, all)`` tells of the copying, for each place
    anew, and may raise to stop. A second place that is not there is told in ``notices`` and is no error; so is one that
    failed while another succeeded. In the usual places the rotation removes what is no longer kept, and backups
    under a key that the registry had before.

    Raises the first error when no copy was made (it is noted for :func:`warnings`): DamageError without room or with a
    failing device, InputError for a place that is not there, cannot be written or lies inside a registry.
    """
    demand(desk, "backup.made", "E", Permission.LOGIN)
    targets = _targets(backup_places.usual(desk), place)
    made: dict[Path, PlaceKind | None] = {}
    refused: list[KnownError] = []
    holds = holdings.of(desk.database.connection)
    for kind, folder in targets:
        try:
            if kind:
                _require_no_link(folder)
            made[_copy_to(desk, folder, holds, own=kind is PlaceKind.OWN, progress=progress)] = kind
        except KnownError as error:
            refused.append(error)
    if not made:
        _note_failure(desk, refused[0])
        raise refused[0]
    change = noted(desk, made, holds, tuple(error.code for error in refused))
    rotated = backup_rotation.rotate(desk, {path: kind for path, kind in made.items() if kind})
    notices = [Finding(error.code, dict(error.params)) for error in refused]
    return Made(change, tuple(made), (*notices, *rotated.notices), rotated.removed, holds)


def _targets(usual: Mapping[PlaceKind, Path], place: Path | None) -> list[tuple[PlaceKind | None, Path]]:
    """Return where copies go, and which of the usual places each is."""
    if place is None:
        return list(usual.items())
    kind = backup_places.kind_of(usual, place)
    if kind is None and vault.inside_a_registry(place):
        raise InputError("backups.place_in_registry", place=str(place))
    return [(kind, place)]


def _copy_to(
    desk: Desk, folder: Path, holds: Holdings, *, own: bool, progress: vault.Progress | None = None
) -> Path:
    """Make one copy and prove that it holds what the registry holds."""
    if own:
        with vault.explained():
            files.make_folder(folder)

    def note(connection: vault.Connection) -> None:
        copy = Database(vault.driver, lambda: connection)
        made_at, keys = desk.now().isoformat(timespec="seconds"), vault.key_sums(desk.folder)
        settings.put(copy.connection, {holdings.MADE_AT: made_at, holdings.KEY_SUMS: keys})
        copy.close()

    def prove(connection: vault.Connection) -> None:
        copy = Database(vault.driver, lambda: connection)
        if replace(holdings.of(copy.connection), made_at=None) != holds:
            raise DamageError("backups.copy_damaged", place=str(folder))
        copy.close()

    return vault.make_backup(
        desk.unlocked,
        desk.database.driver_connection(),
        folder,
        desk.today(),
        note=note,
        prove=prove,
        progress=progress,
    )


@verb("backup.made", "E", Permission.LOGIN)
def noted(
    work: Work, made: Mapping[Path, PlaceKind | None], holds: Holdings, refused: tuple[str, ...] = ()
) -> Change:
    """Note which backup is the newest in each place, with the end of the log that it holds; :func:`make` makes it."""
    newest = {
        backup_places.LAST[kind]: Last(work.today(), holds.events, path.name).text()
        for path, kind in made.items()
        if kind
    }
    failed = [code for code in refused if code != "backups.place_missing"]
    settings.put(work.connection, {**newest, backup_warnings.FAILED: failed[0] if failed else ""})
    work.details = f"copies={len(made)} refused={len(refused)} seq={holds.events} head={holds.head}"
    work.signed = True
    return Change("backup.made")


def _note_failure(desk: Desk, error: KnownError) -> None:
    """Note that no backup could be made, unless the registry itself can take no more."""
    try:
        failed(desk, error.code)
    except DamageError:
        return


@verb("backup.failed", "E", Permission.LOGIN)
def failed(work: Work, code: str) -> Change:
    """Note that a backup could not be made, and why; it is told until one succeeds."""
    settings.put(work.connection, {backup_warnings.FAILED: code})
    work.details = code
    return Change("backup.failed")


def before_upgrade(desk: Desk) -> Path:
    """Make a copy of a registry whose tables are about to be changed, beside its own backups; no event tells of it.

    Raises as :func:`make`, and then the tables stay as they are.
    """
    return _copy_to(desk, vault.own_backups(desk.folder), holdings.of(desk.database.connection), own=True)


# --- when, and what is the matter ---------------------------------------------------------------------


def due(desk: Desk) -> bool:
    """Say whether :func:`make` should be called at closing or locking: once a day after work.

    For each place that is there; also when a backup still has a key that the registry had before.
    """
    kept, usual = backup_places.kept(desk), backup_places.usual(desk)
    reachable = [kind for kind, folder in usual.items() if kind is PlaceKind.OWN or folder.is_dir()]
    return any(_is_due_in(desk, backup_places.last(kept, kind)) for kind in reachable) or bool(
        backup_places.under_old_keys(desk)
    )


def _is_due_in(desk: Desk, last: Last | None) -> bool:
    since = last.events if last else 0
    worked = holdings.worked_since(desk.database.connection, since, _NO_WORK)
    return rules.backup_is_due(last.on if last else None, desk.today(), worked=worked)


def at_leaving(desk: Desk, *, locking: bool, progress: vault.Progress | None = None) -> Made | None:
    """Make the backup that is due when somebody leaves; None when none is due.

    A lock waits for nothing: there a registry that is copied at once gets one in its own place, and the second place,
    a stick perhaps, waits for the next closing. Raises as :func:`make`; what went wrong is told at the next opening.
    """
    if not locking:
        return make(desk, None, progress) if due(desk) else None
    own = backup_places.last(backup_places.kept(desk), PlaceKind.OWN)
    if not (_is_due_in(desk, own) and _is_quick(desk)):
        return None
    return make(desk, vault.own_backups(desk.folder), progress)


def _is_quick(desk: Desk) -> bool:
    needed, _ = vault.room(desk.database.driver_connection(), desk.folder)
    return needed <= _QUICK


# --- the second place --------------------------------------------------------------------------------


@verb("backup.place_chosen", "U", Permission.ADMINISTER)
def choose_place(work: Work, place: Path | None) -> Change:
    """Let backups also go to ``place``, a folder outside the registry, or with None to the registry's own place only.

    The folder is noted as it really lies, so that no link on the way decides later where backups go, and where the
    rotation removes them. Raises InputError for a place that is not there, is itself a link, cannot be written, lies
    inside a registry or is copied on by a cloud service: what is destroyed here would stay there.
    """
    if place is not None:
        require_second(place)
    chosen = str(place.resolve()) if place else ""
    settings.put(
        work.connection, {backup_places.SECOND_PLACE: chosen, backup_places.LAST[PlaceKind.SECOND]: ""}
    )
    work.details = "chosen" if chosen else "none"
    return Change("backup.place_chosen")


def require_second(place: Path) -> None:
    """Check that backups may go to ``place`` as well; raises as :func:`choose_place`."""
    if not place.is_dir():
        raise InputError("backups.place_missing", place=str(place))
    _require_no_link(place)
    if vault.inside_a_registry(place):
        raise InputError("backups.place_in_registry", place=str(place))
    if any(problem.code == "registry.folder_in_cloud" for problem in doubts(place)):
        raise InputError("backups.place_in_cloud", place=str(place))
    try:
        probe = place / ".mhdesk-probe"
        files.write_bytes(probe, b"")
        probe.unlink()
    except OSError:
        raise InputError("backups.not_writable", place=str(place)) from None


def _require_no_link(place: Path) -> None:
    """Refuse a place that only points at a folder: whoever can write there could let it point elsewhere."""
    if place.is_symlink():
        raise InputError("backups.place_is_link", place=str(place))


def second_place(desk: Desk) -> Path | None:
    """Return the second place that was chosen, None when there is none."""
    return backup_places.usual(desk).get(PlaceKind.SECOND)


# --- try one -------------------------------------------------------------------------------------------


def try_restore(desk: Desk, backup: Path | None = None) -> Holdings:
    """Put a backup back in a private temporary folder, read it whole, and note that; return what it holds.

    ``backup``: the newest one that is here when None. Takes about three seconds at 100,000 signals. Raises
    InputError("backups.none_to_test"), and DamageError when the backup could not stand in for the registry.
    """
    demand(desk, "backup.tested", "E", Permission.VERIFY)
    chosen = backup or backup_places.newest(desk)
    if chosen is None:
        raise InputError("backups.none_to_test")
    with files.temporary_folder() as folder, blamed_on(chosen):
        copy = vault.copy_backup(chosen, folder / "backup")
        held = _read_whole(vault.keys_of_backup(desk.unlocked, copy), chosen.name)
    tested(desk, held)
    return held


@contextmanager
def blamed_on(backup: Path) -> Iterator[None]:
    """Say of damage that it is the backup's: nothing is known to be wrong with the registry."""
    try:
        yield
    except DamageError as error:
        if error.code in _NOT_THE_BACKUP:
            raise
        raise DamageError("backups.damaged", backup=backup.name) from error


def require_its_keys(connection: Connection, copy: Path, name: str) -> None:
    """Raise DamageError when the key files in ``copy`` are not those that the backup ``name`` was made with."""
    sums = settings.all_of(connection).get(holdings.KEY_SUMS)
    if sums and sums != vault.key_sums(copy):
        raise DamageError("backups.damaged", backup=name)


def _read_whole(one: vault.Unlocked, name: str) -> Holdings:
    database = Database(vault.driver, lambda: vault.connect(one))
    try:
        require_its_keys(database.connection, one.folder, name)
        sound = not vault.integrity(database.driver_connection())
        if (
            sound
            and audit.first_broken(database.connection) is None
            and not holdings.strays_in_indexes(database.connection)
        ):
            return holdings.of(database.connection)
    finally:
        database.close()
    raise DamageError("backups.damaged", backup=name)


@verb("backup.tested", "E", Permission.VERIFY)
def tested(work: Work, held: Holdings) -> Change:
    """Note that a backup was put back on trial and held what it should."""
    settings.put(work.connection, {_TESTED: work.today().isoformat()})
    work.details = f"seq={held.events} head={held.head}"
    return Change("backup.tested")


def restore_tested_on(desk: Desk) -> date | None:
    """Return the day of the last trial, None when there was none."""
    return to_day(backup_places.kept(desk).get(_TESTED))


def restore_test_is_due(desk: Desk) -> bool:
    """Say whether a backup should be tried: a year after the last time, or when none ever was and there is one."""
    kept = backup_places.kept(desk)
    return bool(kept.get(backup_places.LAST[PlaceKind.OWN])) and is_a_year_ago(
        to_day(kept.get(_TESTED)), desk.today()
    )
