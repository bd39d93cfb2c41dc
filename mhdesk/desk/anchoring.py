"""Compare the log with what this computer saw of it last: an older registry that was put back shows, or a cut end."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from mhdesk.desk import restores
from mhdesk.desk.findings import Finding
from mhdesk.store import audit
from mhdesk.vault import Anchor

if TYPE_CHECKING:
    from mhdesk.desk.desk import Desk

CODES: Final = frozenset({"verify.older_than_computer", "verify.other_than_computer"})
"""What nobody explained in the log: it stays until somebody who knows why says so."""


def compare(desk: Desk) -> Finding | None:
    """Return how the log differs from what this computer saw; takes some milliseconds, most of them the keyring's.

    Without anchors, and at the first opening on a computer, there is nothing to compare. One of :data:`CODES` is an
    alarm. Where the log explains it, signed, by a backup that was put back, it is "verify.restored": once, with who and
    when, because what was recorded at this computer may be gone. Who put it back here knows.
    """
    seen = desk.anchors.seen(_moment(desk)[:10]) if desk.anchors else ()
    # The file and the keyring tell the same story: the one that saw most tells it.
    differ = [(anchor, _compare(desk, anchor)) for anchor in sorted(seen, key=lambda anchor: -anchor.seq)]
    told = [_explained(desk, anchor, found) for anchor, found in differ if found]
    alarms = [found for found in told if found and found.code in CODES]
    return next(iter([*alarms, *filter(None, told)]), None)


def _explained(desk: Desk, anchor: Anchor, alarm: Finding) -> Finding | None:
    """Return why the log differs, as it says itself; ``alarm`` when it does not, None for who did it here."""
    put_back = restores.signed(desk.database.connection, desk.unlocked.registry_id)
    seen_at = datetime.fromisoformat(anchor.at)
    why = next((one for one in reversed(put_back) if one.explains(anchor.seq, seen_at)), None)
    if why is None or (why.last == anchor.seq and why.head != anchor.head):
        return alarm
    if why.last == anchor.seq and why.user_id == desk.user.id:
        return None
    day = f"{why.at.astimezone():%d-%m-%Y %H:%M}"
    return Finding("verify.restored", {"name": why.name, "day": day, "kept": why.seq - 1, "seen": anchor.seq})


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
