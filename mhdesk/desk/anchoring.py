"""Compare the log with what this computer saw of it last: an older registry that was put back shows, or a cut end."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from mhdesk.desk.findings import Finding
from mhdesk.store import audit, logbook
from mhdesk.vault import Anchor

if TYPE_CHECKING:
    from mhdesk.desk.desk import Desk

RESTORED: Final = "registry.restored"
CODES: Final = frozenset({"verify.older_than_computer", "verify.other_than_computer"})


def compare(desk: Desk) -> Finding | None:
    """Return how the log differs from what this computer saw; takes some milliseconds, most of them the keyring's.

    Without anchors, and at the first opening on a computer, there is nothing to compare. A backup that was put back
    after this computer saw the log, and says so itself, is no surprise.
    """
    seen = desk.anchors.seen(_moment(desk)[:10]) if desk.anchors else ()
    # The file and the keyring tell the same story: the one that saw most tells it.
    for anchor in sorted(seen, key=lambda anchor: -anchor.seq):
        if (found := _compare(desk, anchor)) and not _was_restored_since(desk, anchor):
            return found
    return None


def _was_restored_since(desk: Desk, anchor: Anchor) -> bool:
    restored_at = logbook.last_moment(desk.database.connection, RESTORED)
    return bool(restored_at) and datetime.fromisoformat(restored_at) > datetime.fromisoformat(anchor.at)


def _compare(desk: Desk, anchor: Anchor) -> Finding | None:
    connection = desk.database.connection
    seq, _ = audit.last(connection)
    day = f"{datetime.fromisoformat(anchor.at).astimezone():%d-%m-%Y}"
    if anchor.seq > seq:
        return Finding("verify.older_than_computer", {"last": seq, "seen": anchor.seq, "day": day})
    if audit.hash_at(connection, anchor.seq) != anchor.head:
        return Finding("verify.other_than_computer", {"seen": anchor.seq, "day": day})
    return None


def keep(desk: Desk, *, in_keyring: bool = True) -> None:
    """Remember how far the log goes now; never fails.

    What was remembered and did not fit when the desk was opened stays, as proof, until :func:`accept`. The keyring is
    left out where nobody should wait for it.
    """
    if desk.anchors is not None and desk.put_back is None:
        seq, head = audit.last(desk.database.connection)
        if seq:
            desk.anchors.keep(Anchor(seq, head, _moment(desk)), in_keyring=in_keyring)


def accept(desk: Desk) -> None:
    """Remember the log as it is now, whatever was remembered: somebody knows why it differs."""
    desk.put_back = None
    desk.warnings = tuple(one for one in desk.warnings if one.code not in CODES)
    keep(desk)


def _moment(desk: Desk) -> str:
    return desk.now().astimezone(UTC).isoformat(timespec="seconds")
