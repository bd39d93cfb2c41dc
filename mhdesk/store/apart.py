"""Which persons are not the same, because somebody said so."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, delete, select, union_all
from sqlalchemy.dialects.sqlite import insert

from mhdesk.store.revisions import Author
from mhdesk.store.schema import apart


def add(connection: Connection, person_id: int, others: Iterable[int], by: Author) -> None:
    """Keep that a person is none of ``others``; what was said before stays as it was said."""
    said = {"said_at": by.at, "said_by": by.id}
    rows = [_pair(person_id, other) | said for other in others]
    if rows:
        connection.execute(insert(apart).on_conflict_do_nothing(), rows)


def remove(connection: Connection, person_id: int, other: int) -> None:
    """Forget that somebody said so of two persons; nothing happens when nobody did."""
    pair = _pair(person_id, other)
    connection.execute(delete(apart).where(*(apart.c[name] == number for name, number in pair.items())))


def of(connection: Connection, person_id: int) -> frozenset[int]:
    """Return who a person is not."""
    asked = union_all(
        select(apart.c.second_id).where(apart.c.first_id == person_id),
        select(apart.c.first_id).where(apart.c.second_id == person_id),
    )
    return frozenset(connection.execute(asked).scalars())


def all_of(connection: Connection) -> list[tuple[int, int]]:
    """Return every two persons who are not the same."""
    rows = connection.execute(select(apart.c.first_id, apart.c.second_id))
    return [(row.first_id, row.second_id) for row in rows]


def _pair(one: int, other: int) -> dict[str, int]:
    return {"first_id": min(one, other), "second_id": max(one, other)}
