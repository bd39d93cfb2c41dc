"""Who saw the head of the log before: signed checkpoints, publications, backups. Each says whether it still fits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from mhdesk import vault
from mhdesk.desk import backup_places as backups
from mhdesk.desk import restores
from mhdesk.desk.findings import Finding
from mhdesk.store import audit, checkpoints, releases

if TYPE_CHECKING:
    from mhdesk.desk.desk import Desk
    from mhdesk.store.audit import Link
    from mhdesk.store.checkpoints import Checkpoint

# After these a user signs with another key than before.
_NEW_KEYS: Final = frozenset({"user.keys_renewed", "user.added", "registry.made", restores.RESTORED})


@dataclass(slots=True)
class Witnesses:
    """Hear the log once, event by event, then tell what does not fit."""

    desk: Desk
    signed: dict[int, list[Checkpoint]]
    published: dict[str, str]
    """The number of a publication by the head that stands on it."""
    copied: dict[int, set[str]]
    """The heads that backups end with, by their place in the log."""
    checked: list[Finding] = field(default_factory=list)
    last: int = 0
    _keys: dict[int, str] = field(default_factory=dict)

    def hear(self, link: Link) -> None:
        """Compare one event with what was seen of it; events come in their order."""
        self.last = link.seq
        self.published.pop(link.hash, None)
        if self.copied.pop(link.seq, set()) - {link.hash}:
            self.checked.append(Finding("verify.other_than_backup", {"seen": link.seq}))
        if link.verb in _NEW_KEYS:
            for subject in link.subjects:
                if subject.record == "user":
                    self._keys.pop(subject.record_id, None)
        for checkpoint in self.signed.pop(link.seq, []):
            self.checked += self._check(checkpoint, link)

    def _check(self, checkpoint: Checkpoint, link: Link) -> Iterator[Finding]:
        if checkpoint.head != link.hash:
            yield Finding("verify.checkpoint_head", {"event": link.seq})
        known = self._keys.setdefault(checkpoint.user_id, checkpoint.public_key)
        if known != checkpoint.public_key or not restores.is_signed(
            self.desk.unlocked.registry_id, checkpoint
        ):
            yield Finding("verify.checkpoint_signature", {"event": link.seq})

    def findings(self) -> Iterator[Finding]:
        """Tell what did not fit, and who saw something that is no longer there."""
        yield from self.checked
        if self.copied:
            yield Finding("verify.older_than_backup", {"last": self.last, "seen": max(self.copied)})
        if self.signed:
            yield Finding("verify.older_than_checkpoint", {"last": self.last, "seen": max(self.signed)})
        own = self._keys.get(self.desk.user.id)
        if own is not None and own != vault.public_key(self.desk.unlocked):
            yield Finding("verify.checkpoint_not_yours")
        for release in self.published.values():
            yield Finding("verify.release_head", {"release": release})


def signed_by_another(desk: Desk) -> Finding | None:
    """Say whether the last head in the name of the person at the desk is signed with another key than hers.

    Asked at each opening, so that a line about new keys that somebody forged is seen as soon as she comes in, when she
    signs again herself. Cheap: neither the log nor a signature is read.
    """
    connection, user_id = desk.database.connection, desk.user.id
    last = checkpoints.last_of(connection, user_id)
    if last is None or last.public_key == vault.public_key(desk.unlocked):
        return None
    renewed = audit.told_of_user_since(connection, last.seq, _NEW_KEYS, user_id)
    return None if renewed else Finding("verify.checkpoint_not_yours")


def of(desk: Desk) -> Witnesses:
    """Return everybody who saw the head of this log."""
    signed: dict[int, list[Checkpoint]] = defaultdict(list)
    for checkpoint in checkpoints.all_of(desk.database.connection):
        signed[checkpoint.seq].append(checkpoint)
    heads = releases.audit_heads(desk.database.connection)
    published = {head: number for number, head in heads.items()}
    copied: dict[int, set[str]] = defaultdict(set)
    for seq, head in backups.newest_heads(desk):
        copied[seq].add(head)
    return Witnesses(desk, dict(signed), published, copied)
