"""Inform decisions: added, never edited."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select

from mhdesk.domain.views import DecisionView
from mhdesk.store import ids, users
from mhdesk.store.schema import inform_decision
from mhdesk.store.values import to_day, to_moment


def add(connection: Connection, values: Mapping[str, Any]) -> int:
    """Add a decision and return the id."""
    return ids.add(connection, inform_decision, values)


def of_involvements(
    connection: Connection, involvement_ids: Sequence[int]
) -> dict[int, tuple[DecisionView, ...]]:
    """Return the decisions about each involvement, newest first."""
    people = users.names(connection)
    rows = connection.execute(
        select(inform_decision)
        .where(inform_decision.c.involvement_id.in_(bindparam("ids", expanding=True)))
        .order_by(inform_decision.c.id.desc()),
        {"ids": list(involvement_ids)},
    )
    found: dict[int, list[DecisionView]] = {}
    for row in rows:
        found.setdefault(row.involvement_id, []).append(_view(row, people))
    return {key: tuple(views) for key, views in found.items()}


def _view(row: Row[Any], people: Mapping[int, str]) -> DecisionView:
    return DecisionView(
        id=row.id,
        choice=row.choice,
        ground=row.ground,
        legal_ground=row.legal_ground,
        reasoning=row.reasoning,
        decided_by=row.decided_by,
        decided_on=to_day(row.decided_on),
        agreed_by=row.agreed_by,
        review_on=to_day(row.review_on),
        informed_on=to_day(row.informed_on),
        informed_how=row.informed_how,
        historic=row.historic,
        recorded_at=to_moment(row.recorded_at),
        recorded_by=people.get(row.recorded_by, ""),
    )
