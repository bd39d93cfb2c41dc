"""What the log itself says of backups that were put back. Only what somebody signed counts.

Whoever has the key of the database can add a line to the log. So a line that explains why the log does not go on from
what others saw of it must carry the signature of the one whose name it bears.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Final

from mhdesk import vault
from mhdesk.store import audit, checkpoints, logbook

if TYPE_CHECKING:
    from mhdesk.store.checkpoints import Checkpoint
    from mhdesk.store.database import Connection
    from mhdesk.store.logbook import Entry

RESTORED: Final = "registry.restored"
ACCEPTED: Final = "registry.older_accepted"
_REPLACED: Final = re.compile(r"\breplaced_seq=(\d{1,15}) replaced_head=([0-9a-f]{64})\b")


@dataclass(frozen=True, slots=True)
class Told:
    """One such line: its number and moment, who wrote it, and the end of the log that was given up.

    ``last`` is 0 when nobody could read what the backup replaced: then it explains nothing that others saw.
    """

    seq: int
    at: datetime
    user_id: int | None
    name: str
    last: int
    head: str

    def explains(self, seq: int, seen_at: datetime) -> bool:
        """Say whether a log that was ``seq`` events long at that moment was given up by this."""
        return seq <= self.last and seen_at <= self.at


def signed(connection: Connection, registry_id: str, verb: str = RESTORED) -> tuple[Told, ...]:
    """Return what was signed of these lines, in the order of the log; reads the log once."""
    seqs = logbook.seqs(connection, logbook.Wanted(verbs=frozenset({verb})))
    if not seqs:
        return ()
    kept = checkpoints.all_of(connection)
    found = logbook.entries(connection, sorted(seqs))
    return tuple(_told(one) for one in found if _is_true(connection, registry_id, one, kept))


def _told(entry: Entry) -> Told:
    replaced = _REPLACED.search(entry.event.details)
    return Told(
        seq=entry.seq,
        at=datetime.fromisoformat(entry.event.at),
        user_id=entry.event.user_id,
        name=entry.user_name,
        last=int(replaced[1]) if replaced else 0,
        head=replaced[2] if replaced else "",
    )


def _is_true(connection: Connection, registry_id: str, entry: Entry, kept: list[Checkpoint]) -> bool:
    """Say whether the line stands as it was written, and is signed with the key that its user had."""
    own = [one for one in kept if one.user_id == entry.event.user_id]
    mine = [one for one in own if (one.seq, one.head) == (entry.seq, entry.hash)]
    earlier = [one.public_key for one in own if one.seq < entry.seq]
    renewed = any((one.record, one.record_id) == ("user", entry.event.user_id) for one in entry.subjects)
    known = {earlier[-1]} if earlier and not renewed else {one.public_key for one in mine}
    if not any(one.public_key in known and is_signed(registry_id, one) for one in mine):
        return False
    return next(audit.links(connection, 1, after=entry.seq - 1))[0].fits


def is_signed(registry_id: str, checkpoint: Checkpoint) -> bool:
    """Say whether a checkpoint carries the signature of the key that it names."""
    try:
        content = checkpoints.text(registry_id, checkpoint)
    except ValueError:
        return False
    return vault.is_signed(content, public=checkpoint.public_key, signature=checkpoint.signature)
