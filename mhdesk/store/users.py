"""The people who can unlock the registry."""

from __future__ import annotations

from sqlalchemy import Connection, insert, select

from mhdesk.domain.people import Role, User
from mhdesk.store.schema import user
from mhdesk.store.values import insert_row


def add(connection: Connection, *, key_id: str, name: str, role: str, created_at: str) -> int:
    """Add a user and return the id."""
    values = {"key_id": key_id, "name": name, "role": role, "created_at": created_at}
    return insert_row(connection, insert(user).values(values))


def by_key(connection: Connection, key_id: str) -> User | None:
    """Return the active user whose key file has this id, or None."""
    row = connection.execute(select(user).where(user.c.key_id == key_id, user.c.active)).one_or_none()
    return User(row.id, row.name, Role(row.role)) if row else None


def names(connection: Connection) -> dict[int, str]:
    """Return every user's name by id, also of those who left."""
    return {row.id: row.name for row in connection.execute(select(user.c.id, user.c.name))}
