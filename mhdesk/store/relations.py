"""Who is what of whom within one signal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, delete, select

from mhdesk.domain.relations import RelationView
from mhdesk.store import ids, users
from mhdesk.store.schema import relation
from mhdesk.store.values import to_moment


def add(connection: Connection, values: Mapping[str, Any]) -> int:
    """Add a relation and return the id."""
    return ids.add(connection, relation, values)


def remove(connection: Connection, relation_id: int) -> None:
    """Remove a relation; what was there stays readable in the history of the signal."""
    connection.execute(delete(relation).where(relation.c.id == relation_id))


def signal_of(connection: Connection, relation_id: int) -> int | None:
    """Return the signal of a relation, or None when there is no such relation."""
    question = select(relation.c.signal_id).where(relation.c.id == relation_id)
    return connection.execute(question).scalar_one_or_none()


def of_signal(connection: Connection, signal_id: int) -> tuple[RelationView, ...]:
    """Return the relations within a signal, in the order in which they were recorded."""
    people = users.names(connection)
    rows = connection.execute(
        select(relation).where(relation.c.signal_id == signal_id).order_by(relation.c.id)
    )
    return tuple(
        RelationView(
            row.id,
            row.involvement_id,
            row.kind,
            row.other_id,
            to_moment(row.recorded_at),
            people.get(row.recorded_by, ""),
        )
        for row in rows
    )
