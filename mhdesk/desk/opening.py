"""The ways to a desk: by passphrase, invitation, recovery key, or the keyring of this computer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from mhdesk import vault
from mhdesk.desk import anchoring, backups, people, quick_notes, witnesses
from mhdesk.desk.desk import Clock, Desk, system_clock
from mhdesk.desk.findings import Finding
from mhdesk.desk.verbs import REFUSED, Work, verb
from mhdesk.domain.change import Change
from mhdesk.domain.people import Permission
from mhdesk.errors import DamageError, InputError, KnownError, UnlockError
from mhdesk.store import audit, bulk, holdings, notes, search, settings, users
from mhdesk.store.database import Connection, Database
from mhdesk.store.migrations import upgrade
from mhdesk.vault import computer_keyring
from mhdesk.wording import say

_CLOCKS_DIFFER: Final = timedelta(minutes=10)
"""By how much clocks may differ without anybody having moved one."""
_FINDS_NOTES: Final = 5
"""The schema from which on words in notes are in the search index."""
_INDEXED_AT_ONCE: Final = 500


@dataclass(frozen=True, slots=True)
class ThisComputer:
    """Hold the facts of this start: where this computer keeps its state, which login it is, whether after a lock."""

    state_dir: Path = field(default_factory=vault.state_folder)
    after_lock: bool = False
    login: str = field(default_factory=vault.login_id)

    def start(self, clock: Clock) -> vault.Start:
        """Return the facts that the keyring is judged by."""
        return vault.Start(clock(), self.login, self.after_lock)


def by_passphrase(
    folder: Path,
    user_name: str,
    passphrase: str,
    *,
    computer: ThisComputer | None = None,
    clock: Clock = system_clock,
) -> Desk:
    """Unlock a registry and return it open; takes about a second.

    Raises UnlockError (wrong passphrase, in use, made by a newer mhdesk), DamageError, and UnlockError
    ("people.invitation_open") for an invitation: :func:`by_invitation` goes on from there.
    """
    here = computer or ThisComputer()
    with _counted(folder, here, clock):
        unlocked = vault.unlock(folder, user_name=user_name, passphrase=passphrase)
    if unlocked.invited:
        raise UnlockError("people.invitation_open")
    desk = _desk(unlocked, here, clock, "passphrase")
    if computer:
        vault.note_passphrase(folder, computer.state_dir, computer.start(clock))
    return desk


def by_keyring(folder: Path, computer: ThisComputer, *, clock: Clock = system_clock) -> Desk:
    """Open a registry that this computer remembers; takes a fraction of a second.

    Raises UnlockError with the reason whenever the passphrase is wanted, otherwise as :func:`by_passphrase`.
    """
    with _counted(folder, computer, clock):
        unlocked = vault.unlock_from_keyring(folder, computer.state_dir, computer.start(clock))
    return _desk(unlocked, computer, clock, "keyring")


def by_invitation(
    folder: Path,
    user_name: str,
    invitation: str,
    passphrase: str,
    *,
    computer: ThisComputer | None = None,
    clock: Clock = system_clock,
) -> Desk:
    """Open a registry for the first time, with a passphrase of one's own from now on; takes about three seconds.

    Raises as :func:`by_passphrase`, and InputError for a weak passphrase, for the invitation itself, or when
    the invitation was used before.
    """
    vault.require_new(passphrase, [user_name], invitation)
    here = computer or ThisComputer()
    with _counted(folder, here, clock):
        unlocked = vault.unlock(folder, user_name=user_name, passphrase=invitation)
    if not unlocked.invited:
        raise InputError("people.invitation_used")
    return _renewed(_desk(unlocked, here, clock, "invitation"), passphrase)


def by_recovery(
    folder: Path,
    typed: str,
    user_name: str,
    passphrase: str,
    *,
    computer: ThisComputer | None = None,
    clock: Clock = system_clock,
) -> Desk:
    """Open a registry with the recovery page, for a user who lost the passphrase and chooses a new one.

    Takes about three seconds. Raises InputError that names the group with a typing error, for a weak passphrase and for
    a name that may not open the registry; UnlockError for the key of another registry; otherwise as
    :func:`by_passphrase`. Until the log says that the recovery key was used, nothing is written.
    """
    recovery = vault.parse_recovery(typed)
    vault.require_new(passphrase, [user_name])
    here = computer or ThisComputer()
    with _counted(folder, here, clock):
        unlocked = vault.unlock_with_recovery(folder, recovery, user_name=user_name)
    return _renewed(_desk(unlocked, here, clock, "recovery"), passphrase)


def _renewed(desk: Desk, passphrase: str) -> Desk:
    try:
        renew_keys(desk, passphrase)
        people.settle(desk)
    except BaseException:
        desk.close()
        raise
    return desk


@contextmanager
def _counted(folder: Path, computer: ThisComputer, clock: Clock) -> Iterator[None]:
    """Count a key that is refused, until somebody may write it into the log."""
    try:
        yield
    except KnownError as error:
        if error.code in vault.REFUSED:
            vault.note_attempt(folder, computer.state_dir, clock())
        raise


def _desk(unlocked: vault.Unlocked, computer: ThisComputer, clock: Clock, way: str) -> Desk:
    """Open the database and note the login."""
    cut_off = vault.was_cut_off(unlocked.folder)
    database = Database(vault.driver, lambda: vault.connect(unlocked))
    try:
        due = upgrade.needs_upgrade(database.connection)
        if not upgrade.schema_version(database.connection):
            raise DamageError("store.never_finished")
        user = users.by_key(database.connection, unlocked.key_id)
        if user is None:
            raise UnlockError("desk.user_not_active")
        anchors = vault.Anchors(unlocked.registry_id, unlocked.folder, computer.state_dir)
        desk = Desk(unlocked, database, user, clock, anchors)
        differs = anchoring.compare(desk)
        desk.put_back = differs if differs and differs.code in anchoring.CODES else None
        if due:
            _bring_up_to_date_with_a_copy(desk)
        by_own_key = way in {"passphrase", "keyring"}
        forged = witnesses.signed_by_another(desk) if by_own_key else None
        login(desk, way)
        attempts = _take_in_attempts(desk, computer)
        if by_own_key:
            people.settle(desk)
        quick_notes.take_in_all(desk)
        crash = _after_a_crash(desk) if cut_off else None
        desk.warnings = tuple(one for one in (crash, differs, forged, attempts) if one)
        anchoring.keep(desk)
    except BaseException:
        database.close()
        raise
    return desk


def _after_a_crash(desk: Desk) -> Finding | None:
    """Look through everything once after a write that was cut off: a journal may have been damaged with it."""
    connection = desk.database.connection
    whole = not vault.integrity(desk.database.driver_connection())
    if whole and audit.first_broken(connection) is None and not holdings.strays_in_indexes(connection):
        return None
    return Finding("desk.damaged_by_crash")


def _bring_up_to_date_with_a_copy(desk: Desk) -> None:
    """Keep a proven copy of the registry as it was, then change its tables; what goes wrong names the copy."""
    copy = backups.before_upgrade(desk)
    try:
        bring_up_to_date(desk)
    except DamageError as error:
        reason = say(error.code, **error.params)
        raise DamageError("backups.upgrade_failed", backup=copy.name, reason=reason) from error


@verb("registry.upgraded", "U", Permission.LOGIN)
def bring_up_to_date(work: Work) -> Change:
    """Give a registry that an earlier mhdesk made the tables of this one: all of it, or nothing."""
    before = upgrade.schema_version(work.connection)
    upgrade.upgrade(work.connection)
    if before < _FINDS_NOTES:
        _find_notes(work.connection)
    work.details = f"{before}>{upgrade.schema_version(work.connection)}"
    return Change("registry.upgraded")


def _find_notes(connection: Connection) -> None:
    """Put signals with notes into the search index anew: an earlier mhdesk did not look for words in notes."""
    prefix, wanted = settings.all_of(connection)["prefix"], notes.signals_with(connection)
    for start in range(0, len(wanted), _INDEXED_AT_ONCE):
        some = wanted[start : start + _INDEXED_AT_ONCE]
        search.index(connection, bulk.documents(connection, some, prefix))


@verb("registry.login", "E", Permission.LOGIN)
def login(work: Work, way: str = "passphrase") -> Change:
    """Note that somebody unlocked the registry, and how."""
    work.details = f"{way};{work.desk.put_back.code}" if work.desk.put_back else way
    work.concerns("user", [work.user.id])
    return Change("registry.login")


def _take_in_attempts(desk: Desk, computer: ThisComputer) -> Finding | None:
    """Write into the log what was counted since the last opening, and return it in words."""
    found = vault.read_attempts(desk.folder, computer.state_dir)
    if found is None:
        return None
    take_in_attempts(desk, found)
    vault.forget_attempts(desk.folder, computer.state_dir, found)
    if not found.count:
        return Finding("logbook.attempts_unreadable")
    first, last = (datetime.fromisoformat(at).astimezone() for at in (found.first, found.last))
    days = {"first": f"{first:%d-%m-%Y %H:%M}", "last": f"{last:%d-%m-%Y %H:%M}"}
    ahead = last > desk.now() + _CLOCKS_DIFFER
    return Finding("logbook.attempts_ahead" if ahead else "logbook.attempts", {"count": found.count, **days})


@verb("login.failed", "E", Permission.LOGIN)
def take_in_attempts(work: Work, found: vault.Attempts) -> Change:
    """Note how often and when a key was refused before: nobody knows who it was."""
    work.by_nobody, work.outcome = True, REFUSED
    work.details = found.details()
    return Change("login.failed")


@verb("user.keys_renewed", "U", Permission.LOGIN)
def renew_keys(work: Work, passphrase: str) -> Change:
    """Give the person at the desk new keys under a new passphrase: what opened until now opens no key file of now."""
    work.desk.unlocked = vault.renew_user(work.desk.unlocked, passphrase)
    work.concerns("user", [work.user.id])
    return Change("user.keys_renewed")


# --- this computer ----------------------------------------------------------------------------------


@verb("computer.remembered", "C", Permission.LOGIN)
def remember(work: Work, computer: ThisComputer, passphrase: str) -> Change:
    """Let this computer's keyring open the registry for the person at the desk, who types the passphrase again.

    Raises UnlockError for a wrong passphrase, InputError when this computer has no keyring that can be trusted or
    does not tell logins apart.
    """
    vault.check_passphrase(work.desk.unlocked, passphrase)
    start = computer.start(work.desk.now)
    vault.remember_on_this_computer(work.desk.unlocked, computer.state_dir, start, label=work.desk.station)
    work.concerns("user", [work.user.id])
    return Change("computer.remembered")


@verb("computer.forgotten", "D", Permission.LOGIN)
def forget(work: Work, computer: ThisComputer) -> Change:
    """Let this computer's keyring open the registry no longer."""
    vault.forget_on_this_computer(work.desk.unlocked, computer.state_dir)
    work.concerns("user", [work.user.id])
    return Change("computer.forgotten")


@verb("computer.taken_away", "D", Permission.ADMINISTER)
def forget_elsewhere(work: Work, computer_id: str) -> Change:
    """Let a computer that is not here, lost perhaps, open the registry no longer.

    Whoever has it and an older copy of the key files opens the database until that has another key:
    :func:`people.change_key` is due.
    """
    listed = {opener.id: opener.user for opener in vault.list_openers(work.desk.unlocked)}
    work.concerns("user", users.ids_of(work.connection, listed.get(computer_id, "")))
    settings.put(work.connection, {people.KEY_CHANGE_DUE: "yes"})
    vault.forget_computer(work.desk.unlocked, computer_id)
    return Change("computer.taken_away")


def require_keyring(computer: ThisComputer) -> None:
    """Raise InputError with why this computer could not be made to :func:`remember`; its keyring keeps a probe."""
    if not computer.login:
        raise InputError("vault.keyring_login_unknown")
    state = computer_keyring.probe()
    if not state.usable:
        raise InputError("vault.keyring_refused", backend=state.backend)


def check_passphrase(desk: Desk, passphrase: str) -> None:
    """Prove that it is the person of this desk who comes back to it; takes about a second. Raises UnlockError.

    Needs nothing to be written: it is asked where a text could not be kept, on a full disk perhaps. A wrong one is
    counted as at the unlock page, as far as that can be.
    """
    with _counted(desk.folder, ThisComputer(), desk.now):
        vault.check_passphrase(desk.unlocked, passphrase)


def pick_up_pen(
    folder: Path,
    user_name: str,
    passphrase: str,
    *,
    computer: ThisComputer | None = None,
    clock: Clock = system_clock,
) -> vault.Pen:
    """Prove who wants to note something beside a registry that is in use; takes about a second.

    Raises as :func:`by_passphrase`, but for the database: that may be in use, damaged or gone.
    """
    with _counted(folder, computer or ThisComputer(), clock):
        return vault.pick_up_pen(folder, user_name=user_name, passphrase=passphrase)


def is_remembered(folder: Path, computer: ThisComputer) -> bool:
    """Say whether it makes sense to try :func:`by_keyring`; asks no keyring."""
    return vault.is_remembered(folder, computer.state_dir)
