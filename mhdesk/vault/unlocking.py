"""The ways in: a passphrase, or the recovery key; the third is :mod:`mhdesk.vault.remembering`."""

from __future__ import annotations

import secrets
from pathlib import Path

from mhdesk.errors import InputError
from mhdesk.vault import age, keys, layout, names, openers, rekeying, restoring, sealing
from mhdesk.vault.faults import explained
from mhdesk.vault.keyfiles import RecoveryKeys, RegistryKeys, UserKeys
from mhdesk.vault.keys import Unlocked
from mhdesk.vault.openers import Kind, Opener
from mhdesk.vault.recovery import RecoveryKey


def unlock(folder: Path, *, user_name: str, passphrase: str) -> Unlocked:
    """Open the keys of ``user_name`` in the registry at ``folder``; takes about a second.

    The database itself stays closed, unless a change of its key was cut off: that is finished or undone first, and so
    is a restore.
    Raises UnlockError for a wrong passphrase and, after the same work and with the same sentence, for a name that
    has no key file; DamageError for files that are missing, damaged or do not belong together; InputError for a
    folder that is no registry.
    """
    restoring.finish_restore(folder)
    return rekeying.settle(keys.unlock(folder, user_name=user_name, passphrase=passphrase))


def unlock_with_recovery(folder: Path, recovery: RecoveryKey, *, user_name: str) -> Unlocked:
    """Open the registry for ``user_name``, who lost the passphrase; takes about a second.

    Only for going on to :func:`mhdesk.vault.renew_user`: until then ``identity`` is the recovery key's, and
    ``signing_key`` is nobody's. Raises UnlockError for the key of another registry, InputError for a name that has no
    key here or is suspended. Nothing is written, except that what was cut off (a change of the database's
    key, a restore) is settled.
    """
    name = names.clean(user_name)
    restoring.finish_restore(folder)
    found, registry = keys.opened_by_recovery(folder, recovery)
    with explained():
        layout.require_database(folder)
    key_id = names.key_id(name)
    known = openers.user(registry.openers, key_id)
    early = not registry.openers and layout.user_key(folder, key_id).is_file()
    if not (early or (known and known.active)):
        raise InputError("vault.recovery_for_nobody")
    user = UserKeys(registry.registry, name, found.identity, secrets.token_hex(32))
    return rekeying.settle(keys.unlocked(folder, user, registry))


def prove_recovery(one: Unlocked, recovery: RecoveryKey) -> None:
    """Prove the printed key as :func:`mhdesk.vault.check_recovery` does, and that it is the only one.

    Also writes into the ``registry.age`` of an early registry to whom it is sealed: from then on users can be added.
    """
    found, registry = keys.opened_by_recovery(one.folder, recovery)
    own = Opener(Kind.USER, age.recipient_of(one.identity), one.key_id)
    printed = Opener(Kind.RECOVERY, age.recipient_of(found.identity))
    with explained():
        _write_recovery_opener(one, registry, printed, registry.openers or (own,))


def renew_recovery(one: Unlocked, recovery: RecoveryKey) -> None:
    """Let ``recovery`` open the registry instead of the old recovery key; takes two seconds.

    For when the paper was lost, or somebody who left knew it. Call it with a key from
    :func:`mhdesk.vault.new_recovery` once it is printed and typed back: the old paper opens until the last step.
    """
    spare = RecoveryKeys(one.registry_id, age.new_identity())
    fresh = Opener(Kind.RECOVERY, age.recipient_of(spare.identity))
    with explained():
        found = sealing.current(one)
        sealing.write_openers(one, found, (*found.openers, fresh))
        sealing.write_recovery(one.folder, spare, recovery)
        _write_recovery_opener(one, found, fresh, found.openers)


def _write_recovery_opener(
    one: Unlocked, registry: RegistryKeys, only: Opener, listed: tuple[Opener, ...]
) -> None:
    """Write ``registry.age`` for those ``listed`` with ``only`` as the one recovery key."""
    wanted = (*(opener for opener in listed if opener.kind is not Kind.RECOVERY), only)
    if set(wanted) != set(registry.openers):
        sealing.write_openers(one, registry, wanted)
