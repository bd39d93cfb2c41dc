"""Persons: one row each, over all signals in which they are concerned."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update

from mhdesk.store.schema import involvement, person, person_key
from mhdesk.store.values import insert_row


def add(connection: Connection, values: Mapping[str, Any], keys: Iterable[str]) -> int:
    """Add a person with the linkage keys and return the id."""
    person_id = insert_row(connection, insert(person).values(**values))
    rows = [{"key": key, "person_id": person_id} for key in keys]
    if rows:
        connection.execute(insert(person_key), rows)
    return person_id


def fill_gaps(connection: Connection, person_id: int, values: Mapping[str, Any], keys: Iterable[str]) -> None:
    """Complete what was not yet known of a person; what is known already is never overwritten."""
    known = connection.execute(select(person).where(person.c.id == person_id)).mappings().one()
    new = {name: value for name, value in values.items() if value and known[name] in {"", "unknown"}}
    if new:
        connection.execute(
            update(person).where(person.c.id == person_id).values(**new, version=person.c.version + 1)
        )
    present = set(
        connection.execute(select(person_key.c.key).where(person_key.c.person_id == person_id)).scalars()
    )
    rows = [{"key": key, "person_id": person_id} for key in set(keys) - present]
    if rows:
        connection.execute(insert(person_key), rows)


def find_by_keys(connection: Connection, keys: Sequence[str]) -> int | None:
    """Return the oldest person who shares a linkage key, or None."""
    if not keys:
        return None
    found = (
        select(person_key.c.person_id)
        .where(person_key.c.key.in_(keys))
        .order_by(person_key.c.person_id)
        .limit(1)
    )
    return connection.execute(found).scalar()


def exists(connection: Connection, person_id: int) -> bool:
    """Say whether there is such a person."""
    return connection.execute(select(person.c.id).where(person.c.id == person_id)).scalar() is not None


def signals_of(connection: Connection, person_ids: Sequence[int]) -> dict[int, list[int]]:
    """Return for each person the ids of the signals in which he or she is concerned, oldest first."""
    rows = connection.execute(
        select(involvement.c.person_id, involvement.c.signal_id)
        .where(involvement.c.person_id.in_(bindparam("ids", expanding=True)))
        .order_by(involvement.c.signal_id)
        .distinct(),
        {"ids": list(person_ids)},
    )
    found: dict[int, list[int]] = {}
    for row in rows:
        found.setdefault(row.person_id, []).append(row.signal_id)
    return found
