"""Covenants with organisations, by the days on which they hold."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, or_, select

from mhdesk.domain.network_views import CovenantView
from mhdesk.store import users
from mhdesk.store.schema import covenant
from mhdesk.store.values import from_codes, to_day, to_moment


def in_force(connection: Connection, organisation_id: int, day: date) -> tuple[CovenantView, ...]:
    """Return the covenants with an organisation that hold on a day, the last one begun first."""
    return tuple(one for one in all_of(connection, organisation_id) if one.is_in_force(day))


def all_of(connection: Connection, organisation_id: int) -> tuple[CovenantView, ...]:
    """Return every covenant with an organisation, also those that ended, the last one begun first."""
    people = users.names(connection)
    rows = connection.execute(
        select(covenant)
        .where(covenant.c.organisation_id == organisation_id)
        .order_by(covenant.c.starts_on.desc(), covenant.c.id.desc())
    )
    return tuple(_view(row, people) for row in rows)


def of_all(connection: Connection, day: date) -> dict[int, tuple[CovenantView, ...]]:
    """Return the covenants that hold on a day, by organisation; one without any is not in it."""
    people = users.names(connection)
    rows = connection.execute(
        select(covenant)
        .where(covenant.c.starts_on <= day.isoformat())
        .where(or_(covenant.c.ends_on.is_(None), covenant.c.ends_on >= day.isoformat()))
        .order_by(covenant.c.starts_on.desc(), covenant.c.id.desc())
    )
    found: dict[int, list[CovenantView]] = {}
    for row in rows:
        found.setdefault(row.organisation_id, []).append(_view(row, people))
    return {number: tuple(views) for number, views in found.items()}


def _view(row: Row[Any], people: Mapping[int, str]) -> CovenantView:
    return CovenantView(
        id=row.id,
        version=row.version,
        organisation_id=row.organisation_id,
        kind=row.kind,
        title=row.title,
        purposes=from_codes(row.purposes),
        covers=row.covers,
        starts_on=date.fromisoformat(row.starts_on),
        ends_on=to_day(row.ends_on),
        note=row.note,
        recorded_at=to_moment(row.recorded_at),
        recorded_by=people.get(row.recorded_by, ""),
    )
