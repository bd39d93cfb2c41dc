"""Files of signals. What is told of one lies apart from its bytes, so that no list reads those."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, Row, delete, func, insert, select

from mhdesk.domain.attachments import AttachmentView, NewFile
from mhdesk.errors import DamageError
from mhdesk.store import ids, users
from mhdesk.store.revisions import Author
from mhdesk.store.schema import attachment, attachment_content
from mhdesk.store.values import to_moment


def add(connection: Connection, signal_id: int, file: NewFile, origin: str, by: Author) -> int:
    """Add a file to a signal and return its id."""
    values = {
        "uid": uuid4().hex,
        "signal_id": signal_id,
        "name": file.name,
        "media_type": file.media_type,
        "size": len(file.content),
        "sha256": hashlib.sha256(file.content).hexdigest(),
        "origin": origin,
        "recorded_at": by.at,
        "recorded_by": by.id,
    }
    return put(connection, values, file.content)


def put(connection: Connection, values: Mapping[str, Any], content: bytes) -> int:
    """Add a file with all its columns, as it was before it was taken away or as it is new."""
    number = ids.add(connection, attachment, values)
    connection.execute(insert(attachment_content).values(attachment_id=number, content=content))
    return number


def get(connection: Connection, attachment_id: int) -> Row[Any] | None:
    """Return the bare row of a file without its bytes, or None."""
    return connection.execute(select(attachment).where(attachment.c.id == attachment_id)).one_or_none()


def of_signal(connection: Connection, signal_id: int) -> tuple[AttachmentView, ...]:
    """Return the files of a signal in the order in which they came."""
    people = users.names(connection)
    found = connection.execute(
        select(attachment).where(attachment.c.signal_id == signal_id).order_by(attachment.c.id)
    )
    return tuple(_view(row, people) for row in found)


def names(connection: Connection, signal_id: int) -> list[str]:
    """Return what the files of a signal are called."""
    question = select(attachment.c.name).where(attachment.c.signal_id == signal_id)
    return list(connection.execute(question.order_by(attachment.c.id)).scalars())


def holds(connection: Connection, sha256: str) -> bool:
    """Say whether some signal has a file with this sum."""
    question = select(attachment.c.id).where(attachment.c.sha256 == sha256)
    return connection.execute(question.limit(1)).first() is not None


def is_kept(connection: Connection, uid: str) -> bool:
    """Say whether the file with this uid is in the registry."""
    return connection.execute(select(attachment.c.id).where(attachment.c.uid == uid)).first() is not None


def content(connection: Connection, row: Row[Any]) -> bytes:
    """Return the bytes of a file. Raises DamageError where they are not those that were recorded."""
    question = select(attachment_content.c.content).where(attachment_content.c.attachment_id == row.id)
    found = connection.execute(question).scalar_one_or_none()
    if found is None or hashlib.sha256(found).hexdigest() != row.sha256:
        raise DamageError("attachment.damaged")
    return bytes(found)


def remove(connection: Connection, attachment_id: int) -> None:
    """Take a file out of the registry, bytes and all."""
    key = attachment_content.c.attachment_id == attachment_id
    connection.execute(delete(attachment_content).where(key))
    connection.execute(delete(attachment).where(attachment.c.id == attachment_id))


def size_of_all(connection: Connection) -> int:
    """Return how many bytes all files of the registry take."""
    return int(connection.execute(select(func.coalesce(func.sum(attachment.c.size), 0))).scalar_one())


def _view(row: Row[Any], people: Mapping[int, str]) -> AttachmentView:
    return AttachmentView(
        id=row.id,
        name=row.name,
        media_type=row.media_type,
        size=row.size,
        origin=row.origin,
        recorded_at=to_moment(row.recorded_at),
        recorded_by=people.get(row.recorded_by, ""),
    )
