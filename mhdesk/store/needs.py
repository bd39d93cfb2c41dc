"""Help that was wanted and not found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, select

from mhdesk.domain.network_views import NeedView
from mhdesk.domain.periods import Period
from mhdesk.store import revisions, users
from mhdesk.store.schema import unmet_need
from mhdesk.store.values import to_day, to_moment


def of_person(connection: Connection, person_id: int) -> tuple[NeedView, ...]:
    """Return what was wanted for a person and not found, the last first, also where it was met later."""
    mine = select(unmet_need).where(unmet_need.c.person_id == person_id)
    newest = mine.order_by(unmet_need.c.wanted_on.desc(), unmet_need.c.id.desc())
    rows = connection.execute(newest).all()
    people, said = users.names(connection), revisions.of(connection, "unmet_need", [row.id for row in rows])
    return tuple(replace(_view(row, people), history=said.get(row.id, ())) for row in rows)


def open_ones(connection: Connection, most: int) -> tuple[NeedView, ...]:
    """Return what is still wanted, the last first, at most so many."""
    rows = connection.execute(
        select(unmet_need)
        .where(unmet_need.c.met_on.is_(None))
        .order_by(unmet_need.c.wanted_on.desc(), unmet_need.c.id.desc())
        .limit(most)
    )
    people = users.names(connection)
    return tuple(_view(row, people) for row in rows)


def between(connection: Connection, period: Period) -> tuple[NeedView, ...]:
    """Return what was wanted in a period and not found, also where it was met later."""
    rows = connection.execute(
        select(unmet_need)
        .where(unmet_need.c.wanted_on.between(period.first.isoformat(), period.last.isoformat()))
        .order_by(unmet_need.c.id)
    )
    people = users.names(connection)
    return tuple(_view(row, people) for row in rows)


def get(connection: Connection, need_id: int) -> Row[Any] | None:
    """Return the row of one, or None."""
    return connection.execute(select(unmet_need).where(unmet_need.c.id == need_id)).one_or_none()


def _view(row: Row[Any], people: Mapping[int, str]) -> NeedView:
    return NeedView(
        id=row.id,
        version=row.version,
        person_id=row.person_id,
        purpose=row.purpose,
        wanted_on=date.fromisoformat(row.wanted_on),
        reason=row.reason,
        municipality=row.municipality,
        sex=row.sex,
        age_band=row.age_band,
        note=row.note,
        met_on=to_day(row.met_on),
        met_how=row.met_how,
        recorded_at=to_moment(row.recorded_at),
        recorded_by=people.get(row.recorded_by, ""),
    )
