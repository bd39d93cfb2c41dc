"""Heads of the log that a user signed, so that nobody else can make a log that ends so.

What is signed is plain text in the manner of C2SP tlog-checkpoint (https://c2sp.org/tlog-checkpoint), five lines
that each end with a line feed::

    mhdesk audit log <registry id, 32 hex digits>
    <number of the last event, decimal>
    <hash of that event, base64>
    <moment of signing, ISO 8601 in UTC>
    <id of the user who signed, decimal>

The signature is Ed25519 over these bytes, with the signing key of that user's key file.
"""

from __future__ import annotations

import base64
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select

from mhdesk.store.schema import audit_checkpoint

ORIGIN = "mhdesk audit log"


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """One signed head. ``public_key`` has 64 hex digits, ``signature`` 128."""

    seq: int
    head: str
    signed_at: str
    user_id: int
    public_key: str
    signature: str = ""


def text(registry_id: str, checkpoint: Checkpoint) -> bytes:
    """Return what is signed. Raises ValueError for a head that is no hexadecimal number."""
    head = base64.b64encode(bytes.fromhex(checkpoint.head)).decode()
    lines = (
        f"{ORIGIN} {registry_id}",
        checkpoint.seq,
        head,
        checkpoint.signed_at,
        checkpoint.user_id,
    )
    return "".join(f"{line}\n" for line in lines).encode()


def add(connection: Connection, checkpoint: Checkpoint) -> None:
    """Keep a signed head."""
    connection.execute(insert(audit_checkpoint).values(asdict(checkpoint)))


def last_seq(connection: Connection) -> int:
    """Return how far the log was signed last; 0 when it never was."""
    newest = select(audit_checkpoint.c.seq).order_by(audit_checkpoint.c.id.desc()).limit(1)
    return int(connection.execute(newest).scalar() or 0)


def last_of(connection: Connection, user_id: int) -> Checkpoint | None:
    """Return the head that stands last in somebody's name, None when there is none."""
    own = select(audit_checkpoint).where(audit_checkpoint.c.user_id == user_id)
    row = connection.execute(own.order_by(audit_checkpoint.c.id.desc()).limit(1)).one_or_none()
    return _read(row) if row else None


def count(connection: Connection) -> int:
    """Return how many heads were signed."""
    return int(connection.execute(select(func.count()).select_from(audit_checkpoint)).scalar_one())


def all_of(connection: Connection) -> list[Checkpoint]:
    """Return every signed head, in the order in which they were signed."""
    rows = connection.execute(select(audit_checkpoint).order_by(audit_checkpoint.c.id))
    return [_read(row) for row in rows]


def _read(row: Row[Any]) -> Checkpoint:
    return Checkpoint(row.seq, row.head, row.signed_at, row.user_id, row.public_key, row.signature)
