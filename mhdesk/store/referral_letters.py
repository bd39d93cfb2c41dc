"""The letters that are kept with referrals, byte for byte as they left."""

from __future__ import annotations

import hashlib

from sqlalchemy import Connection, select

from mhdesk.store import ids
from mhdesk.store.schema import referral_letter


def add(connection: Connection, referral_id: int, content: bytes, made_at: str, made_by: int) -> int:
    """Keep a letter and return its id."""
    values = {
        "referral_id": referral_id,
        "sha256": hashlib.sha256(content).hexdigest(),
        "content": content,
        "made_at": made_at,
        "made_by": made_by,
    }
    return ids.add(connection, referral_letter, values)


def get(connection: Connection, letter_id: int) -> tuple[int, str, bytes] | None:
    """Return (referral id, sha256, content) of a letter, or None when there is no such letter."""
    asked = select(referral_letter).where(referral_letter.c.id == letter_id)
    row = connection.execute(asked).one_or_none()
    return (row.referral_id, row.sha256, row.content) if row else None
