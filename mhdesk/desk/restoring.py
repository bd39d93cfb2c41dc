"""Put a backup back: prove it first, say what would be lost, and let nobody and nothing return unseen.

What the present registry knows outlives the restore when it can still be read: who may no longer open it, what was
destroyed, which reference numbers were given out. All of it is written into the copy before the copy takes the place of
the registry (:mod:`mhdesk.vault.restoring`), so it is there from the first moment.
"""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from mhdesk import files, vault
from mhdesk.desk import anchoring, opening, people, users_of_now
from mhdesk.desk.backups import blamed_on, require_its_keys
from mhdesk.desk.desk import Clock, Desk, system_clock
from mhdesk.desk.findings import Finding
from mhdesk.desk.verbs import Work, demand, verb
from mhdesk.domain.backups import Holdings, Loss
from mhdesk.domain.change import Change
from mhdesk.domain.people import Permission, User
from mhdesk.errors import DamageError, InputError, KnownError, UnlockError
from mhdesk.store import audit, holdings, settings, users
from mhdesk.store.database import Connection, Database
from mhdesk.store.holdings import Lasting
from mhdesk.store.migrations import upgrade
from mhdesk.vault import restoring as generations

_STOP: Final = frozenset({"vault.in_use", "vault.not_writable", "vault.machine_busy", "store.newer_registry"})
"""Why a present registry that cannot be opened must not be replaced either."""

_NO_REGISTRY: Final = "backups.loss_no_registry"
_STEPS: Final = 4
"""Copied, proven, compared with the registry of now, made ready: what ``progress`` counts."""


def unwatched(_done: int, _all: int) -> None:
    """Nobody looks how far it is."""


@dataclass(frozen=True, slots=True)
class Inspection:
    """What a backup holds, proven, and what putting it back would lose; ``notices`` are what else to know."""

    backup: Path
    holds: Holdings
    loss: Loss
    notices: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore came to.

    ``replaced`` is where the old registry was put aside, None when there was none. ``forgotten`` counts records that
    had been destroyed since the backup and went again, ``ended`` colleagues whose access had ended.
    """

    holds: Holdings
    loss: Loss
    replaced: Path | None
    forgotten: int
    ended: int
    notices: tuple[Finding, ...]


def inspect(
    backup: Path,
    user_name: str,
    passphrase: str,
    *,
    present: Desk | Path | None = None,
    clock: Clock = system_clock,
    progress: vault.Progress = unwatched,
) -> Inspection:
    """Prove ``backup`` in a private temporary folder and say what it holds and what putting it back would lose.

    ``present`` is the registry that it would replace: the open desk, or the folder of one that nobody has open and that
    the same passphrase opens. ``passphrase`` is the one of the day of the backup. Takes about four seconds at 100,000
    signals and changes nothing; ``progress(done, all)`` may raise to stop. Raises InputError for what is no backup
    or one of another registry, UnlockError for a wrong passphrase, DamageError("backups.damaged") for a damaged backup.
    """
    at = present.folder if isinstance(present, Desk) else present
    with (
        _counted(at, clock),
        files.temporary_folder() as folder,
        _proven(backup, folder, user_name, passphrase, clock, progress) as copy,
    ):
        notices, holds = _notices(copy), holdings.of(copy.database.connection)
        if isinstance(present, Desk):
            loss = _compared(copy, present.unlocked.registry_id, present.database.connection)
        elif present is None:
            loss = Loss(known=False, code=_NO_REGISTRY)
        else:
            with _present(present, user_name, passphrase, None, unseen=True) as there:
                loss = _loss(copy, there)
                notices += there.notices()
        progress(3, _STEPS)
        return Inspection(backup, holds, loss, notices)


def restore(
    backup: Path,
    folder: Path,
    user_name: str,
    passphrase: str,
    *,
    present: vault.Unlocked | None = None,
    unseen: bool = False,
    clock: Clock = system_clock,
    progress: vault.Progress = unwatched,
) -> Restored:
    """Let ``backup`` be the registry at ``folder``; the registry that stands there is put aside, never deleted.

    Nobody may have the registry open: close the desk first, and give its ``unlocked`` as ``present``, or let the same
    passphrase open it. ``unseen`` goes on when neither opens it although it is not damaged: then nobody knows what is
    lost, and whose access ended may return. Takes about seven seconds at 100,000 signals; ``progress(done, all)`` may
    raise to stop, and is not called any more once the files change places.

    Raises as :func:`inspect`, UnlockError when the registry is in use or does not open, NotAllowedError when it can be
    read and says that the person may not administer it, DamageError for a full or failing disk. After any error the old
    registry stands as it was, except DamageError("backups.restore_unfinished"): then the next opening does the rest.
    """
    with (
        _counted(folder, clock),
        vault.staged(backup, folder) as staging,
        _proven(backup, staging, user_name, passphrase, clock, progress) as copy,
        _present(folder, user_name, passphrase, present, unseen=unseen) as there,
    ):
        loss, notices = _loss(copy, there), _notices(copy) + there.notices()
        before = holdings.of(copy.database.connection)
        progress(3, _STEPS)
        ended = _make_ready(copy, there, loss, progress)
        holds = holdings.of(copy.database.connection)
        copy.close()
        vault.close(vault.connect(vault.read_again(copy.unlocked)))  # as the keys in the files open it
        progress(4, _STEPS)
        replaced = vault.put_in_place(staging, folder, copy.today(), there.close)
    gone = before.signals + before.persons - holds.signals - holds.persons
    return Restored(holds, loss, replaced, gone, ended, notices)


def restore_at(desk: Desk, backup: Path, passphrase: str, progress: vault.Progress = unwatched) -> Restored:
    """Let ``backup`` take the place of the registry that ``desk`` has open; the desk is closed then.

    When it fails or is stopped the desk goes on with the registry as it was, or stays closed if that does not open.
    Raises as :func:`restore`.
    """
    demand(desk, "registry.restored", "U", Permission.ADMINISTER)
    unlocked = desk.unlocked
    anchoring.keep(desk)  # this computer knows what is given up here
    desk.close()
    try:
        put_back_as = partial(restore, present=unlocked, clock=desk.now, progress=progress)
        return put_back_as(backup, desk.folder, desk.user.name, passphrase)
    except BaseException:
        with contextlib.suppress(KnownError):  # the first error tells more
            desk.database = Database(vault.driver, lambda: vault.connect(unlocked))
        raise


# --- the backup --------------------------------------------------------------------------------------


@contextmanager
def _counted(folder: Path | None, clock: Clock) -> Iterator[None]:
    """Count a passphrase that a backup refuses as one that its registry refuses: it is the same secret."""
    try:
        yield
    except KnownError as error:
        if error.code in vault.REFUSED and folder and vault.is_registry(folder):
            vault.note_attempt(folder, vault.state_folder(), clock())
        raise


@contextmanager
def _proven(
    backup: Path, copy: Path, user_name: str, passphrase: str, clock: Clock, progress: vault.Progress
) -> Iterator[Desk]:
    """Copy a backup into the folder ``copy`` and give it as a desk, every check passed and nothing written."""
    progress(0, _STEPS)
    with blamed_on(backup):
        vault.copy_backup(backup, copy)
        progress(1, _STEPS)
        unlocked = vault.unlock(copy, user_name=user_name, passphrase=passphrase)
        if unlocked.invited:
            raise UnlockError("people.invitation_open")
        database = Database(vault.driver, lambda: vault.connect(unlocked))
    desk: Desk | None = None
    try:
        with blamed_on(backup):
            desk = Desk(unlocked, database, _require_sound(database, unlocked.key_id, copy, backup), clock)
        progress(2, _STEPS)
        yield desk
    finally:
        (desk or database).close()


def _require_sound(database: Database, key_id: str, copy: Path, backup: Path) -> User:
    """Check pages, structure, references, counts and key files of a copy; return the user who opened it."""
    if vault.integrity(database.driver_connection()):
        raise DamageError("backups.damaged", backup=backup.name)
    upgrade.needs_upgrade(database.connection)
    if not holdings.of(database.connection).schema:
        raise DamageError("backups.damaged", backup=backup.name)
    require_its_keys(database.connection, copy, backup.name)
    user = users.by_key(database.connection, key_id)
    if user is None:
        raise InputError("desk.user_not_active")
    return user


def _notices(copy: Desk) -> tuple[Finding, ...]:
    broken = audit.first_broken(copy.database.connection)
    return () if broken is None else (Finding("backups.log_changed", {"event": broken}),)


# --- the registry that is there -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Present:
    """The registry that is to be replaced: held open, or why it is not."""

    code: str
    unlocked: vault.Unlocked | None = None
    database: Database | None = None

    def close(self) -> None:
        """Give it free; twice is harmless."""
        if self.database:
            self.database.close()

    def lasting(self) -> Lasting | None:
        """Return what must outlast the restore, None when it cannot be read."""
        try:
            return holdings.lasting(self.database.connection) if self.database else None
        except DamageError:
            return None

    def key_is_due(self, copy: Desk) -> bool:
        """Say whether somebody who left may know the key of the copy; so it is when nobody can tell."""
        if self.unlocked and self.unlocked.database_key != copy.unlocked.database_key:
            return True
        if self.lasting() and self.database:
            return bool(settings.all_of(self.database.connection).get(people.KEY_CHANGE_DUE))
        return self.code != _NO_REGISTRY

    def notices(self) -> tuple[Finding, ...]:
        """Return what cannot be kept of the registry that is to be replaced."""
        if self.code == _NO_REGISTRY:
            return ()
        if not (self.unlocked and generations.keys_are_whole(self.unlocked)):
            return (Finding("backups.keys_of_then"),)
        return () if self.lasting() else (Finding("backups.roles_of_then"),)


@contextmanager
def _present(
    folder: Path, user_name: str, passphrase: str, known: vault.Unlocked | None, *, unseen: bool
) -> Iterator[_Present]:
    """Hold the registry at ``folder`` as far as it opens, so that nobody else works in it meanwhile."""
    vault.finish_restore(folder)
    there = _Present(_NO_REGISTRY)
    if vault.is_registry(folder):
        there = _open_present(folder, user_name, passphrase, known, unseen=unseen)
        if there.database is None:
            vault.require_unused(folder)
    try:
        if there.database and there.lasting():
            upgrade.needs_upgrade(there.database.connection)
        yield there
    finally:
        there.close()


def _open_present(
    folder: Path, user_name: str, passphrase: str, known: vault.Unlocked | None, *, unseen: bool
) -> _Present:
    unlocked = known
    try:
        one = unlocked = known or vault.unlock(folder, user_name=user_name, passphrase=passphrase)
        return _Present("", one, Database(vault.driver, lambda: vault.connect(one)))
    except DamageError:
        return _Present("backups.loss_damaged", unlocked)
    except UnlockError as error:
        if error.code in _STOP:
            raise
        if not unseen:
            raise UnlockError("backups.present_closed") from error
        return _Present("backups.loss_closed", unlocked)


def _loss(copy: Desk, there: _Present) -> Loss:
    """Return what the present registry has and the copy has not."""
    if there.unlocked:
        _require_same(copy, there.unlocked.registry_id)
    if there.unlocked is None or there.database is None:
        return Loss(known=False, code=there.code)
    try:
        return _compared(copy, there.unlocked.registry_id, there.database.connection)
    except DamageError:
        return Loss(known=False, code="backups.loss_damaged")


def _require_same(copy: Desk, registry_id: str) -> None:
    if copy.unlocked.registry_id != registry_id:
        raise InputError("backups.other_registry")


def _compared(copy: Desk, registry_id: str, present: Connection) -> Loss:
    _require_same(copy, registry_id)
    kept, there = holdings.of(copy.database.connection), holdings.of(present)
    common = audit.events_in_common(copy.database.connection, present, min(kept.events, there.events))
    mine = {(row.id, row.created_at) for row in users.rows(copy.database.connection)}
    came = [row for row in users.rows(present) if row.active and (row.id, row.created_at) not in mine]
    kept_too, there_too = holdings.others(copy.database.connection), holdings.others(present)
    return Loss(
        known=True,
        signals=len(holdings.signal_uids(present) - holdings.signal_uids(copy.database.connection)),
        events=there.events - common,
        colleagues=len(came),
        others=sum(max(there_too.get(name, 0) - count, 0) for name, count in kept_too.items()),
        same_history=common == min(kept.events, there.events),
    )


# --- between the two -------------------------------------------------------------------------------------


def _make_ready(copy: Desk, there: _Present, loss: Loss, progress: vault.Progress) -> int:
    """Write into the copy what must outlast the restore; return how many colleagues' access ended again."""
    if upgrade.needs_upgrade(copy.database.connection):
        opening.bring_up_to_date(copy)
    lasting = there.lasting()
    keys_kept, renewed = users_of_now.keep_keys(copy, there.unlocked)
    changes = users_of_now.changes(copy, lasting.users if lasting else (), keys_kept=keys_kept)
    users_of_now.require_administrator(copy, changes)
    users_of_now.become(copy, changes, known=lasting is not None)
    put_back(copy, lasting, changes, loss, keys_differ=there.key_is_due(copy), renewed=renewed)
    people.settle(copy)
    _leave_the_old_key(copy, progress)
    return sum("active" in values for values in changes.values())


@verb("registry.restored", "U", Permission.LOGIN)
def put_back(
    work: Work,
    lasting: Lasting | None,
    changes: Mapping[int, Mapping[str, str | bool]],
    loss: Loss,
    *,
    keys_differ: bool,
    renewed: Collection[str] = (),
) -> Change:
    """Note in the copy of a backup that it is the registry from here on, and let what must outlast that stand.

    ``changes`` are columns of users by id, ``renewed`` the key ids of users who sign with another key now; without
    ``lasting`` nothing is known of the registry that it replaces.
    """
    work.signed = True
    settings.put(work.connection, {holdings.MADE_AT: "", holdings.KEY_SUMS: ""})
    if keys_differ:
        settings.put(work.connection, {people.KEY_CHANGE_DUE: "yes"})
    for user_id, values in changes.items():
        users.change(work.connection, user_id, **values)
    new_keys = {row.id for row in users.rows(work.connection) if row.key_id in renewed}
    work.concerns("user", sorted(new_keys.union(changes)))
    if lasting is None:
        work.details = "replaced=unknown"
        return Change("registry.restored")
    forgotten = holdings.apply(work.connection, lasting, work.user.id)
    work.details = (
        f"lost={loss.events} forgotten={forgotten} users={len(changes)} "
        f"replaced_seq={lasting.events} replaced_head={lasting.head}"
    )
    return Change("registry.restored")


def _leave_the_old_key(copy: Desk, progress: vault.Progress) -> None:
    """Give the copy a new key when somebody's was taken away since the backup: that one knew the old key.

    Who may not do that, or cannot yet, leaves it due: the window keeps asking.
    """
    if people.key_change_is_due(copy) and copy.user.may(Permission.ADMINISTER):
        with contextlib.suppress(InputError):
            people.change_key(copy, lambda _done, _all: progress(3, _STEPS))
