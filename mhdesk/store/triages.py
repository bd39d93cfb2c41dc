"""Triages: added, never edited."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from mhdesk.domain.tasks import TriageView
from mhdesk.store import ids, users
from mhdesk.store.schema import triage
from mhdesk.store.values import to_moment


def add(connection: Connection, values: Mapping[str, Any]) -> int:
    """Add a triage and return the id."""
    return ids.add(connection, triage, values)


def of_signal(connection: Connection, signal_id: int) -> tuple[TriageView, ...]:
    """Return the triages of a signal, newest first."""
    people = users.names(connection)
    rows = connection.execute(
        select(triage).where(triage.c.signal_id == signal_id).order_by(triage.c.id.desc())
    )
    return tuple(
        TriageView(
            id=row.id,
            held_on=date.fromisoformat(row.held_on),
            disciplines=tuple(row.disciplines.split(",")),
            direct_safety=row.direct_safety,
            structural_safety=row.structural_safety,
            children=row.children,
            severity=row.severity,
            outcome=row.outcome,
            reasoning=row.reasoning,
            recorded_at=to_moment(row.recorded_at),
            recorded_by=people.get(row.recorded_by, ""),
        )
        for row in rows
    )
