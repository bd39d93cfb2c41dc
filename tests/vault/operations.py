"""Every change of keys, with what must hold however it ends: by an error, a full disk or a kill."""

from __future__ import annotations

import dataclasses
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from mhdesk import vault
from mhdesk.errors import KnownError
from mhdesk.vault import keys, layout, sealing
from mhdesk.vault.keys import Unlocked
from tests.vault.registries import PASSPHRASE, USER

COLLEAGUE = "Bram Verzonnen"
WORDS = "wimpel granaat zwaluw kompas"
OTHER_WORDS = "schelp notenbalk inkt greppel"
NEW_PAPER = vault.RecoveryKey(bytes(range(20)))
ROWS = 500


@dataclass(frozen=True)
class Place:
    """A copy of one registry, and what opened it when it was made."""

    folder: Path
    owner: Unlocked
    recovery: vault.RecoveryKey

    def copy(self, folder: Path) -> Place:
        shutil.copytree(self.folder, folder)
        return dataclasses.replace(self, folder=folder, owner=dataclasses.replace(self.owner, folder=folder))

    def opens(self, name: str, passphrase: str) -> bool:
        """Return whether this way leads to every row that was there."""
        try:
            connection = vault.connect(vault.unlock(self.folder, user_name=name, passphrase=passphrase))
        except KnownError:
            return False
        try:
            return bool(connection.execute("SELECT count(*) FROM a").fetchone() == (ROWS,))
        finally:
            vault.close(connection)

    def recovers(self, key: vault.RecoveryKey) -> bool:
        try:
            vault.check_recovery(self.folder, key)
        except KnownError:
            return False
        return True

    def files(self) -> set[str]:
        return {path.name for path in self.folder.rglob("*") if path.is_file()}


Way = Callable[[Place], bool]


def by(name: str, passphrase: str) -> Way:
    return lambda place: place.opens(name, passphrase)


def by_paper(key: vault.RecoveryKey | None = None) -> Way:
    return lambda place: place.recovers(key or place.recovery)


OWNER, COLLEAGUES, PAPER = by(USER, PASSPHRASE), by(COLLEAGUE, WORDS), by_paper()


@dataclass(frozen=True)
class Operation:
    """A change of keys. ``always`` must open before, after and in between; of ``one_of`` at least one."""

    act: Callable[[Place], None]
    prepare: Callable[[Place], object] = lambda _: None
    always: tuple[Way, ...] = (OWNER, PAPER)
    one_of: tuple[Way, ...] = field(default=(OWNER,))


def add(place: Place) -> None:
    vault.add_user(place.owner, user_name=COLLEAGUE, passphrase=WORDS)


def invite(place: Place) -> None:
    vault.add_user(place.owner, user_name=COLLEAGUE, passphrase=WORDS, invited=True)


def add_and_suspend(place: Place) -> None:
    add(place)
    vault.suspend_user(place.owner, vault.key_id(COLLEAGUE))


def accept(place: Place) -> None:
    invited = vault.unlock(place.folder, user_name=COLLEAGUE, passphrase=WORDS)
    vault.renew_user(invited, OTHER_WORDS)


def rename(place: Place) -> None:
    new = vault.rename_user(place.owner, place.owner.key_id, PASSPHRASE, COLLEAGUE)
    vault.drop_user(dataclasses.replace(place.owner, key_id=new), place.owner.key_id)


def recover(place: Place) -> None:
    opened = vault.unlock_with_recovery(place.folder, place.recovery, user_name=USER)
    vault.renew_user(opened, WORDS)


def change_key(place: Place) -> None:
    """Do what the desk does: unlock, settle, change; the new database has one row more in a table of notes."""
    change_key_of(vault.unlock(place.folder, user_name=USER, passphrase=PASSPHRASE))


def change_key_of(one: Unlocked) -> None:
    connection = vault.connect(one)
    try:
        vault.change_key(one, connection, release=connection.close, note=leave_a_note)
    finally:
        connection.close()


def leave_a_note(connection: vault.Connection) -> None:
    connection.execute("CREATE TABLE IF NOT EXISTS note (at)")
    connection.execute("INSERT INTO note VALUES ('changed')")


def leave_unfinished(place: Place) -> None:
    """Change the key as a disk does that is full right after the swap: ``registry.age`` names the old key first."""
    add(place)
    change_key(place)
    one = vault.unlock(place.folder, user_name=USER, passphrase=PASSPHRASE)
    old, new = place.owner.database_key.digits, one.database_key.digits
    named = dataclasses.replace(sealing.current(one), database_key=old, next_key=new)
    sealing.write_registry(place.folder, named, one.identity)


def change_unfinished(place: Place) -> None:
    """Change the key once more at the desk that is still open, under the key that the database really has."""
    one = keys.unlock(place.folder, user_name=USER, passphrase=PASSPHRASE)
    assert one.next_key is not None
    change_key_of(dataclasses.replace(one, database_key=one.next_key, next_key=None))


OPERATIONS = {
    "add": Operation(add),
    "change passphrase": Operation(
        lambda place: vault.change_passphrase(place.owner, PASSPHRASE, WORDS),
        always=(PAPER,),
        one_of=(OWNER, by(USER, WORDS)),
    ),
    "rename": Operation(rename, always=(PAPER,), one_of=(OWNER, by(COLLEAGUE, PASSPHRASE))),
    "suspend": Operation(lambda place: vault.suspend_user(place.owner, vault.key_id(COLLEAGUE)), add),
    "reactivate": Operation(
        lambda place: vault.reactivate_user(place.owner, vault.key_id(COLLEAGUE)), add_and_suspend
    ),
    "drop": Operation(lambda place: vault.drop_user(place.owner, vault.key_id(COLLEAGUE)), add),
    "accept invitation": Operation(accept, invite, one_of=(COLLEAGUES, by(COLLEAGUE, OTHER_WORDS))),
    "recover": Operation(recover, always=(PAPER,), one_of=(OWNER, by(USER, WORDS))),
    "renew recovery page": Operation(
        lambda place: vault.renew_recovery(place.owner, NEW_PAPER),
        always=(OWNER,),
        one_of=(PAPER, by_paper(NEW_PAPER)),
    ),
    "change key": Operation(change_key, add, always=(OWNER, COLLEAGUES, PAPER)),
    "change key again": Operation(change_unfinished, leave_unfinished, always=(OWNER, COLLEAGUES, PAPER)),
}


def complaints(place: Place, operation: Operation) -> list[str]:
    """Return what does not hold after an operation that ended somehow."""
    found = [f"always[{number}]" for number, way in enumerate(operation.always) if not way(place)]
    if not any(way(place) for way in operation.one_of):
        found.append("one_of")
    return found


# Where an operation may be stopped: each call of these.
CALLS = ("open", "fsync", "replace", "unlink", "mkdir")


def before_each_call(stop: Callable[[str], None]) -> dict[str, Callable[..., object]]:
    """Return replacements for functions of os that tell ``stop`` their name before they do their work."""

    def wrapped(name: str) -> Callable[..., object]:
        real = getattr(os, name)

        def call(*args: object, **kwargs: object) -> object:
            stop(name)
            return real(*args, **kwargs)

        return call

    return {name: wrapped(name) for name in CALLS}


def left_behind(place: Place) -> list[str]:
    """Return the names of files that belong to no registry at rest."""
    return sorted(path.name for path in layout.left_behind(place.folder))
