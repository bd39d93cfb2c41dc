"""Who may open the registry: add, invite, rename, suspend, take the key away.

A key lives in files, a user in the database, and no transaction spans both. Each verb writes the files inside its
transaction, so an error undoes the rows; what a crash leaves is either no access or a key without a user.
:func:`settle` takes such keys away at the next opening, and so does it with a key that somebody put in by hand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from typing import Final

from mhdesk import vault
from mhdesk.desk.desk import Desk
from mhdesk.desk.verbs import Work, verb
from mhdesk.domain.change import Change
from mhdesk.domain.colleagues import Access, Colleague, ColleagueDraft, RememberedComputer, role_problems
from mhdesk.domain.people import Permission
from mhdesk.domain.problems import refuse_if
from mhdesk.domain.text import clean_name
from mhdesk.errors import InputError
from mhdesk.store import settings, users
from mhdesk.store.database import Connection, Database
from mhdesk.store.users import UserRow

KEY_CHANGE_DUE: Final = "key_change_due"
"""The setting that says so while somebody who left, or who found a lost page, may know the key of the database."""
RECOVERY_RECIPIENT: Final = "recovery_recipient"
"""The setting with the public key of the recovery page: which one of several in the key file is the real one."""
RECOVERY_PROVEN: Final = "recovery_proven_on"
"""The setting with the day on which the recovery page was typed back last; "" when that says nothing any more."""


def colleagues(desk: Desk) -> tuple[Colleague, ...]:
    """Return everybody who has, or had, a key, in the order in which they came."""
    desk.demand(Permission.ADMINISTER)
    listed = vault.list_openers(desk.unlocked)
    return tuple(_colleague(row, listed) for row in users.rows(desk.database.connection))


def _colleague(row: UserRow, listed: Iterable[vault.Opener]) -> Colleague:
    own = [opener for opener in listed if opener.belongs_to(row.key_id)]
    computers = tuple(RememberedComputer(one.id, one.label) for one in own if one.kind is vault.Kind.COMPUTER)
    states = [one.state.value for one in own if one.kind is vault.Kind.USER]
    access = Access(states[0]) if states else Access.ENDED
    if access is not Access.ENDED and not row.active:
        access = Access.SUSPENDED
    since = datetime.fromisoformat(row.created_at).astimezone().date()
    return Colleague(row.id, row.name, row.role, access, since, computers)


# --- come and go -------------------------------------------------------------------------------


def invite(desk: Desk, draft: ColleagueDraft) -> str:
    """Add a colleague who is elsewhere; return the passphrase to hand over, good for one unlock."""
    words = vault.invitation()
    add(desk, draft, words, invited=True)
    return words


@verb("user.added", "C", Permission.ADMINISTER)
def add(work: Work, draft: ColleagueDraft, passphrase: str, *, invited: bool = False) -> Change:
    """Add a colleague, who types a passphrase at this computer; somebody who had left comes back as the same user.

    Raises ProblemsError for a draft that does not stand, InputError for a name that is taken and for a weak passphrase.
    """
    refuse_if(draft.validate())
    name = clean_name(draft.name)
    key_id = vault.add_user(work.desk.unlocked, user_name=name, passphrase=passphrase, invited=invited)
    before = next((row for row in users.rows(work.connection) if row.key_id == key_id), None)
    if before:
        user_id = before.id
        users.change(work.connection, user_id, name=name, role=draft.role, active=True)
    else:
        user_id = users.add(
            work.connection, key_id=key_id, name=name, role=draft.role, created_at=work.recorded_at
        )
    work.details = "invited" if invited else ""
    return _done(work, user_id, created=user_id)


@verb("user.suspended", "U", Permission.ADMINISTER)
def suspend(work: Work, user_id: int) -> Change:
    """Let a colleague's key open the registry no longer, until :func:`reactivate`."""
    row = _other(work, user_id)
    vault.suspend_user(work.desk.unlocked, row.key_id)
    users.change(work.connection, row.id, active=False)
    return _done(work, row.id)


@verb("user.reactivated", "U", Permission.ADMINISTER)
def reactivate(work: Work, user_id: int) -> Change:
    """Let a suspended colleague's key open the registry again. Raises InputError for one whose key was taken away."""
    row = _row(work.connection, user_id)
    vault.reactivate_user(work.desk.unlocked, row.key_id)
    users.change(work.connection, row.id, active=True)
    return _done(work, row.id)


def revoke(desk: Desk, user_id: int, progress: Callable[[int, int], None] | None = None) -> Change:
    """Take a colleague's key away for good, and give the database a new key: old files open nothing new.

    Takes some seconds at 100,000 records; ``progress(done, all)`` may raise to stop. The colleague's own key is gone
    first; when the second part stops or fails, :func:`key_change_is_due` says so until :func:`change_key` succeeds.
    """
    change = take_key(desk, user_id)
    change_key(desk, progress)
    return change


@verb("user.revoked", "D", Permission.ADMINISTER)
def take_key(work: Work, user_id: int) -> Change:
    """Take a colleague's key away and note that the database needs another; :func:`revoke` does both."""
    row = _other(work, user_id)
    users.change(work.connection, row.id, active=False)
    settings.put(work.connection, {KEY_CHANGE_DUE: "yes"})
    vault.drop_user(work.desk.unlocked, row.key_id)
    return _done(work, row.id)


@verb("user.role_changed", "U", Permission.ADMINISTER)
def change_role(work: Work, user_id: int, role: str) -> Change:
    """Give a colleague another role."""
    refuse_if(role_problems(role))
    row = _other(work, user_id)
    users.change(work.connection, row.id, role=role)
    work.details = f"{row.role}>{role}"
    return _done(work, row.id)


# --- one's own key -----------------------------------------------------------------------------


@verb("user.passphrase_changed", "U", Permission.LOGIN)
def change_passphrase(work: Work, old: str, new: str) -> Change:
    """Change the passphrase of the person at the desk, who types the old one again."""
    vault.change_passphrase(work.desk.unlocked, old, new)
    return _done(work, work.user.id)


def rename(desk: Desk, user_id: int, name: str, passphrase: str) -> Change:
    """Give a user another name, with that user's passphrase; others than oneself need an administrator at the desk.

    The user's computers forget the registry. Raises UnlockError for a wrong passphrase, InputError for a name that is
    taken or cannot be used.
    """
    before = _row(desk.database.connection, user_id).key_id
    change = _rename(desk, user_id, name, passphrase)
    after = _row(desk.database.connection, user_id)
    if user_id == desk.user.id:
        desk.unlocked = replace(desk.unlocked, key_id=after.key_id, user_name=after.name)
        desk.user = replace(desk.user, name=after.name)
    if after.key_id != before:
        vault.drop_user(desk.unlocked, before)
    return change


@verb("user.renamed", "U", Permission.LOGIN)
def _rename(work: Work, user_id: int, name: str, passphrase: str) -> Change:
    if user_id != work.user.id:
        work.desk.demand(Permission.ADMINISTER)
    refuse_if(ColleagueDraft(name=name).validate())
    row = _row(work.connection, user_id)
    names = {other.key_id for other in users.rows(work.connection) if other.id != row.id}
    if vault.key_id(name) in names:
        raise InputError("vault.user_exists")
    key_id = vault.rename_user(work.desk.unlocked, row.key_id, passphrase, name)
    users.change(work.connection, row.id, key_id=key_id, name=clean_name(name))
    return _done(work, row.id)


# --- the key of the database ----------------------------------------------------------------------


def key_change_is_due(desk: Desk) -> bool:
    """Say whether somebody's key was taken away while the database still has the key that they knew."""
    return bool(settings.all_of(desk.database.connection).get(KEY_CHANGE_DUE))


def change_key(desk: Desk, progress: Callable[[int, int], None] | None = None) -> None:
    """Give the database a new key; backups made before open with the old one (:func:`vault.under_another_key`).

    Nobody learns the new one but active users and the recovery page that was noted; computers ask for the passphrase
    once (:func:`forget_computers`).
    The desk goes on with the new one. When it fails the desk goes on with the old one, unless a colleague took the
    registry in the moment between: then UnlockError says so, and the desk is closed.
    """
    desk.demand(Permission.ADMINISTER)
    _take_away_strangers(desk, strict=True)
    if _computers(desk):
        forget_computers(desk)
    released = False

    def release() -> None:
        nonlocal released
        desk.database.close()
        released = True

    def note(connection: vault.Connection) -> None:
        copied = Database(vault.driver, lambda: connection)
        key_changed(Desk(desk.unlocked, copied, desk.user, desk.now))

    try:
        vault.change_key(
            desk.unlocked, desk.database.driver_connection(), release=release, note=note, progress=progress
        )
    finally:
        if released:
            unlocked = vault.read_again(desk.unlocked)
            desk.unlocked = unlocked
            desk.database = Database(vault.driver, lambda: vault.connect(unlocked))


@verb("computer.all_taken_away", "D", Permission.ADMINISTER)
def forget_computers(work: Work) -> Change:
    """Let no computer open the registry by its keyring, before the database gets a key that only colleagues may know.

    What lies in a computer's file only that computer can read. So nobody can tell a colleague's computer from one that
    somebody who left put in under her name. Each can be made to remember the registry again.
    """
    listed = _computers(work.desk)
    for computer in listed:
        vault.forget_computer(work.desk.unlocked, computer.id)
    for key_id in {computer.user for computer in listed}:
        work.concerns("user", users.ids_of(work.connection, key_id))
    work.details = f"computers={len(listed)}"
    return Change("computer.all_taken_away")


def _computers(desk: Desk) -> list[vault.Opener]:
    return [one for one in vault.list_openers(desk.unlocked) if one.kind is vault.Kind.COMPUTER]


@verb("registry.key_changed", "U", Permission.ADMINISTER)
def key_changed(work: Work) -> Change:
    """Note in the copy that it has a new key; once it is the registry's database, nothing is due any more."""
    settings.put(work.connection, {KEY_CHANGE_DUE: ""})
    return Change("registry.key_changed")


# --- what a crash left --------------------------------------------------------------------------------


def settle(desk: Desk) -> None:
    """Take away what changes that were cut off left behind: keys without a user, files that open nothing."""
    _take_away_strangers(desk, strict=False)
    vault.clear_left_behind(desk.unlocked, _active(desk))


def _active(desk: Desk) -> set[str]:
    return {row.key_id for row in users.rows(desk.database.connection) if row.active}


def _take_away_strangers(desk: Desk, *, strict: bool) -> None:
    """Take every key away that opens the registry and is nobody's; one event tells of it, none when there is none."""
    noted = settings.all_of(desk.database.connection).get(RECOVERY_RECIPIENT, "")
    found = vault.strangers(desk.unlocked, _active(desk), recovery=noted, strict=strict)
    if found.count:
        drop_strangers(desk, found)


@verb("user.strangers_dropped", "D", Permission.LOGIN)
def drop_strangers(work: Work, found: vault.Strangers) -> Change:
    """Take the keys of those away who are not active users; a suspended user's is kept for later.

    When a recovery key was among them, nobody knows whether the page works: the window asks for it again.
    """
    known = {row.key_id: row for row in users.rows(work.connection)}
    listed = {
        one.id: known[one.id] for one in found.listed if one.kind is vault.Kind.USER and one.id in known
    }
    for row in listed.values():
        if not row.active:
            vault.suspend_user(work.desk.unlocked, row.key_id)
    vault.drop_strangers(work.desk.unlocked, found)
    if any(one.kind is vault.Kind.RECOVERY for one in found.listed):
        settings.put(work.connection, {RECOVERY_PROVEN: ""})
    work.concerns("user", [row.id for row in listed.values()])
    work.details = f"keys={found.count}"
    return Change("user.strangers_dropped")


def _done(work: Work, user_id: int, *, created: int | None = None) -> Change:
    work.concerns("user", [user_id])
    return Change(work.verb, created=created)


def _row(connection: Connection, user_id: int) -> UserRow:
    for row in users.rows(connection):
        if row.id == user_id:
            return row
    raise InputError("people.no_such_user")


def _other(work: Work, user_id: int) -> UserRow:
    """Return a user who is not at the desk: so somebody who may manage users always stays."""
    if user_id == work.user.id:
        raise InputError("people.not_yourself")
    return _row(work.connection, user_id)
