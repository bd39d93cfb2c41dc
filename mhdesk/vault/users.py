"""Who has a key to the registry: add, change, rename, suspend, take away.

Every function here needs an unlocked registry whose database this process holds open. Each is a few small files,
written one after the other so that at every moment the old way in works, or the new one. What a crash leaves in
between opens nothing more than before and is cleared at the next opening (:mod:`mhdesk.desk.people`).
"""

from __future__ import annotations

import secrets
from collections.abc import Collection
from dataclasses import replace

from mhdesk.errors import InputError, UnlockError
from mhdesk.vault import age, backups, keyfiles, keys, layout, names, openers, restoring, sealing
from mhdesk.vault.faults import explained
from mhdesk.vault.keyfiles import RegistryKeys, UserKeys
from mhdesk.vault.keys import Unlocked
from mhdesk.vault.openers import Kind, Opener, State
from mhdesk.vault.passphrase import normalised, require_new
from mhdesk.vault.spoken_words import SPOKEN

_INVITATION_WORDS = 6


def invitation() -> str:
    """Return a passphrase for one use: six random words, 48 bits."""
    return " ".join(secrets.choice(SPOKEN) for _ in range(_INVITATION_WORDS))


def list_openers(one: Unlocked) -> tuple[Opener, ...]:
    """Return everybody and everything that has a key, suspended users too; () for an early registry."""
    with explained():
        return keyfiles.open_registry(layout.registry_key(one.folder), one.identity).openers


def add_user(one: Unlocked, *, user_name: str, passphrase: str, invited: bool = False) -> str:
    """Give a new user a key and return its id; takes about two seconds.

    ``invited``: the passphrase is handed over and must be replaced at the first unlock. Raises InputError for a
    name that has a key already or cannot be used, and for a weak passphrase.
    """
    name = names.clean(user_name)
    words = require_new(passphrase, [name])
    user = UserKeys(
        one.registry_id, name, age.new_identity(), secrets.token_hex(32), "yes" if invited else ""
    )
    state = State.INVITED if invited else State.ACTIVE
    opener = Opener(Kind.USER, age.recipient_of(user.identity), names.key_id(name), state)
    with explained():
        found = sealing.current(one)
        _require_free(found, opener.id)
        sealing.write_user(one.folder, user, words)
        try:
            sealing.write_openers(one, found, (*found.openers, opener))
        except BaseException:
            layout.user_key(one.folder, opener.id).unlink(missing_ok=True)
            raise
    return opener.id


def check_passphrase(one: Unlocked, passphrase: str) -> None:
    """Prove that it is this user who sits at the open desk; takes about a second. Raises UnlockError."""
    with explained():
        _own(one, one.key_id, normalised(passphrase))


def change_passphrase(one: Unlocked, old: str, new: str) -> None:
    """Put this user's key under another passphrase; takes about three seconds.

    ``old`` is asked again: the desk may stand open. Raises UnlockError when it is not the one, InputError for a new
    one that is the same or weak.
    """
    words = require_new(new, [one.user_name], old)
    with explained():
        user = _own(one, one.key_id, normalised(old))
        sealing.write_user(one.folder, user, words)


def renew_user(one: Unlocked, passphrase: str) -> Unlocked:
    """Give this user new keys of every kind under a new passphrase; takes about two seconds.

    For whoever came in with an invitation or with the recovery key: what others knew until now (the
    invitation, a forgotten passphrase) opens these key files no longer, and nobody but the user can sign as this
    user. With older key files, from a backup, it opens the database until that has another key
    (:func:`mhdesk.vault.change_key`). Until the last step the old keys open, too. The user's computers forget the
    registry.
    """
    words = require_new(passphrase, [one.user_name])
    user = UserKeys(one.registry_id, one.user_name, age.new_identity(), secrets.token_hex(32))
    opener = Opener(Kind.USER, age.recipient_of(user.identity), one.key_id)
    with explained():
        found = keyfiles.open_registry(layout.registry_key(one.folder), one.identity)
        # An early registry has no list, and no invitations: it was the recovery key that opened it.
        listed = found.openers or (Opener(Kind.RECOVERY, age.recipient_of(one.identity)),)
        others = openers.without(listed, one.key_id)
        before = [old for old in listed if _is(old, one.key_id)]
        both = replace(found, openers=(*others, *before, opener))
        sealing.write_registry(one.folder, both, user.identity)
        sealing.write_user(one.folder, user, words)
        after = replace(found, openers=(*others, opener))
        sealing.write_registry(one.folder, after, user.identity)
        _remove_computers(one, found, one.key_id)
    return keys.unlocked(one.folder, user, after)


def rename_user(one: Unlocked, key_id: str, passphrase: str, new_name: str) -> str:
    """Give the user ``key_id`` another name, with that user's passphrase; return the new key id.

    The old name opens as well until :func:`drop_user` takes it away: the caller writes the new name into the database
    in between. With the same key id (only capitals changed) there is nothing to take away.
    """
    name, words = names.clean(new_name), normalised(passphrase)
    new_id = names.key_id(name)
    with explained():
        found = sealing.current(one)
        before = _user(found, key_id)
        renamed = replace(_own(one, key_id, words, before.recipient), user=name)
        if new_id == key_id:
            sealing.write_user(one.folder, renamed, words)
            return key_id
        _require_free(found, new_id)
        sealing.write_user(one.folder, renamed, words)
        sealing.write_openers(one, found, (*found.openers, replace(before, id=new_id)))
    return new_id


def suspend_user(one: Unlocked, key_id: str) -> None:
    """Seal ``registry.age`` to this user no longer, but remember the key; the user's computers forget the registry.

    Whoever kept an old copy of ``registry.age`` can still read the database: only a new key
    (:func:`mhdesk.vault.change_key`) ends that.
    """
    with explained():
        found = sealing.current(one)
        kept = replace(_user(found, key_id), state=State.SUSPENDED)
        sealing.write_openers(one, found, (*openers.without(found.openers, key_id), kept))
        _remove_computers(one, found, key_id)


def reactivate_user(one: Unlocked, key_id: str) -> None:
    """Seal ``registry.age`` to a suspended user again: the same passphrase opens."""
    with explained():
        found = sealing.current(one)
        back = replace(_user(found, key_id), state=State.ACTIVE)
        sealing.write_openers(one, found, (*openers.without(found.openers, key_id), back))


def drop_user(one: Unlocked, key_id: str) -> None:
    """Take this user's key away for good: out of ``registry.age``, then the key files. Twice is harmless."""
    with explained():
        found = sealing.current(one)
        left = openers.without(found.openers, key_id)
        if left != found.openers:
            sealing.write_openers(one, found, left)
        layout.user_key(one.folder, key_id).unlink(missing_ok=True)
        _remove_computers(one, found, key_id)


def clear_left_behind(one: Unlocked, active: Collection[str]) -> None:
    """Remove what changes that were cut off left behind; ``active`` are the key ids of users who may open.

    These are half-written files (they may hold keys under a passphrase that was since given up), backups and restores
    that did not come to count, key files that open nothing, and keys that this user had before. Cheap when there is
    nothing to remove.
    """
    with explained():
        restoring.clear_staging(one.folder)
        backups.clear_unfinished(one, backups.own_backups(one.folder))
        found = keyfiles.open_registry(layout.registry_key(one.folder), one.identity)
        for path in layout.left_behind(one.folder):
            path.unlink()
        if found.openers:
            _remove_useless_files(one, found, active)
        own = [old for old in found.openers if _is(old, one.key_id)]
        valid = [old for old in own if old.recipient == age.recipient_of(one.identity)]
        if valid and valid != own:
            left = tuple(old for old in found.openers if old not in own or old in valid)
            sealing.write_openers(one, found, left)


def _remove_useless_files(one: Unlocked, found: RegistryKeys, active: Collection[str]) -> None:
    """Remove the key files of users and computers that ``registry.age`` does not name."""
    ids = {opener.id for opener in found.openers}
    users = {layout.user_key(one.folder, key_id) for key_id in ids.union(active)}
    computers = {layout.computer_key(one.folder, computer) for computer in ids}
    for path in set(layout.user_keys(one.folder)) - users:
        path.unlink()
    for path in set(layout.computer_keys(one.folder)) - computers:
        path.unlink()


def _is(opener: Opener, key_id: str) -> bool:
    return opener.kind is Kind.USER and opener.id == key_id


def _require_free(found: RegistryKeys, key_id: str) -> None:
    if openers.user(found.openers, key_id):
        raise InputError("vault.user_exists")


def _user(found: RegistryKeys, key_id: str) -> Opener:
    known = openers.user(found.openers, key_id)
    if known is None:
        raise InputError("vault.user_without_key")
    return known


def _own(one: Unlocked, key_id: str, words: str, recipient: str | None = None) -> UserKeys:
    """Open a user's key file, and check that it is the one to which the registry is sealed."""
    path = layout.user_key(one.folder, key_id)
    if not path.is_file():
        raise InputError("vault.user_without_key")
    user = keyfiles.open_user(path, words)
    if age.recipient_of(user.identity) != (recipient or age.recipient_of(one.identity)):
        raise UnlockError("vault.key_of_another_user")
    return user


def _remove_computers(one: Unlocked, found: RegistryKeys, key_id: str) -> None:
    for opener in found.openers:
        if opener.kind is Kind.COMPUTER and opener.user == key_id:
            layout.computer_key(one.folder, opener.id).unlink(missing_ok=True)
