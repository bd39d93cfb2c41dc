"""Which way signals went: choices are added, never edited."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from mhdesk.domain.routing import RoutingView
from mhdesk.store import ids, users
from mhdesk.store.schema import routing
from mhdesk.store.values import to_moment


def add(connection: Connection, values: Mapping[str, Any]) -> int:
    """Add a choice and return the id."""
    return ids.add(connection, routing, values)


def of_signal(connection: Connection, signal_id: int) -> tuple[RoutingView, ...]:
    """Return the choices about a signal, newest first."""
    people = users.names(connection)
    asked = select(routing).where(routing.c.signal_id == signal_id).order_by(routing.c.id.desc())
    return tuple(
        RoutingView(
            id=row.id,
            rule=row.rule,
            proposed=row.proposed,
            chosen=row.chosen,
            reason=row.reason,
            decided_on=date.fromisoformat(row.decided_on),
            recorded_at=to_moment(row.recorded_at),
            recorded_by=people.get(row.recorded_by, ""),
        )
        for row in connection.execute(asked)
    )
