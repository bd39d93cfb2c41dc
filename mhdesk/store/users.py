"""The people who can unlock the registry."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, insert, select, update

from mhdesk.domain.people import Role, User
from mhdesk.store.schema import user
from mhdesk.store.values import insert_row


@dataclass(frozen=True, slots=True)
class UserRow:
    """A user as kept, also one who left."""

    id: int
    key_id: str
    name: str
    role: Role
    active: bool
    created_at: str


def add(connection: Connection, *, key_id: str, name: str, role: str, created_at: str) -> int:
    """Add a user and return the id."""
    values = {"key_id": key_id, "name": name, "role": role, "created_at": created_at}
    return insert_row(connection, insert(user).values(values))


def change(connection: Connection, user_id: int, **values: str | bool) -> None:
    """Change columns of a user, by name."""
    connection.execute(update(user).where(user.c.id == user_id).values(values))


def by_key(connection: Connection, key_id: str) -> User | None:
    """Return the active user whose key file has this id, or None."""
    row = connection.execute(select(user).where(user.c.key_id == key_id, user.c.active)).one_or_none()
    return User(row.id, row.name, Role(row.role)) if row else None


def rows(connection: Connection) -> list[UserRow]:
    """Return every user, in the order in which they were added."""
    return [
        UserRow(row.id, row.key_id, row.name, Role(row.role), row.active, row.created_at)
        for row in connection.execute(select(user).order_by(user.c.id))
    ]


def names(connection: Connection) -> dict[int, str]:
    """Return every user's name by id, also of those who left."""
    return {row.id: row.name for row in connection.execute(select(user.c.id, user.c.name))}


def ids_of(connection: Connection, key_id: str) -> list[int]:
    """Return the id of the user whose key file has this id, also of one who left; nothing for nobody."""
    return [
        int(found) for found in connection.execute(select(user.c.id).where(user.c.key_id == key_id)).scalars()
    ]
