"""Who can open ``registry.age`` without any business there: somebody wrote a key in by hand, or a crash left one.

Whoever has the registry open can seal its keys to anything, and may do so before leaving. So the list is held against
the users that the database knows, and the header of the file against the list, before the file is sealed anew.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from mhdesk.vault import age, keyfiles, layout, openers, sealing
from mhdesk.vault.faults import explained
from mhdesk.vault.keyfiles import RegistryKeys
from mhdesk.vault.keys import Unlocked
from mhdesk.vault.openers import Kind, Opener


@dataclass(frozen=True, slots=True)
class Strangers:
    """Hold who has no business in ``registry.age``: those listed, and how many it is sealed to without listing them."""

    listed: tuple[Opener, ...] = ()
    unlisted: int = 0

    @property
    def count(self) -> int:
        """Return how many keys they are."""
        return len(self.listed) + self.unlisted


def strangers(
    one: Unlocked, active: Collection[str], *, recovery: str = "", strict: bool = False
) -> Strangers:
    """Return the keys that open the registry and should not; ``active`` are the key ids of users who may.

    Always: users who are not active, computers of nobody or without their file, and keys that are not in the list.
    ``strict``, before the database gets a key that only colleagues may know: also every recovery key but the one noted
    as ``recovery`` (but the first, where none was noted), and a user who is listed with several keys, of which nobody
    but that user can tell the right one. Where nothing is strict these stay: a change that was cut off left them.
    """
    with explained():
        found = keyfiles.open_registry(layout.registry_key(one.folder), one.identity)
        sealed_to = recipients_in_header(one)
    if not found.openers:  # an early registry has no list
        return Strangers()
    listed = [*_of_nobody(one, found, active), *(_unproven(one, found, recovery) if strict else ())]
    unlisted = max(0, sealed_to - len(openers.recipients(found.openers)))
    return Strangers(tuple(dict.fromkeys(listed)), unlisted)


def _of_nobody(one: Unlocked, found: RegistryKeys, active: Collection[str]) -> Iterator[Opener]:
    for opener in found.openers:
        if opener.kind is Kind.USER:
            of_somebody = not opener.active or opener.id in active
        elif opener.kind is Kind.COMPUTER:
            of_somebody = opener.user in active and layout.computer_key(one.folder, opener.id).is_file()
        else:
            of_somebody = True
        if not of_somebody:
            yield opener


def _unproven(one: Unlocked, found: RegistryKeys, recovery: str) -> Iterator[Opener]:
    printed = [opener for opener in found.openers if opener.kind is Kind.RECOVERY]
    kept = recovery or next((opener.recipient for opener in printed), "")
    yield from (opener for opener in printed if opener.recipient != kept)
    users = [opener for opener in found.openers if opener.kind is Kind.USER and opener.active]
    times = Counter(opener.id for opener in users)
    own = age.recipient_of(one.identity)
    for opener in users:
        if times[opener.id] > 1 and (opener.id != one.key_id or opener.recipient != own):
            yield opener


def drop_strangers(one: Unlocked, them: Strangers) -> None:
    """Seal ``registry.age`` to everybody but ``them``; their files go with :func:`mhdesk.vault.clear_left_behind`."""
    with explained():
        found = sealing.current(one)
        left = tuple(opener for opener in found.openers if opener not in them.listed)
        sealing.write_openers(one, found, left)


def recovery_openers(one: Unlocked) -> tuple[str, ...]:
    """Return the public keys of the recovery pages that open the registry; there should be one."""
    with explained():
        found = keyfiles.open_registry(layout.registry_key(one.folder), one.identity)
    return tuple(opener.recipient for opener in found.openers if opener.kind is Kind.RECOVERY)


def recipients_in_header(one: Unlocked) -> int:
    """Return to how many keys ``registry.age`` is sealed, listed or not."""
    return age.count_recipients(keyfiles.read(layout.registry_key(one.folder)))
