"""Covenants with organisations, by the days on which they hold."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from typing import Any, Final

from sqlalchemy import Connection, Row, Select, bindparam, or_, select

from mhdesk.domain.network_views import ENDS_SOON, CovenantView
from mhdesk.domain.views import TodayItem, TodayKind
from mhdesk.store import users
from mhdesk.store.schema import covenant, organisation
from mhdesk.store.values import from_codes, to_day, to_moment

# So long an end that nobody looked at stays on Today.
_ENDED_LATELY: Final = timedelta(days=14)


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


def ending(connection: Connection, today: date) -> list[TodayItem]:
    """Return the covenants that end soon or ended lately, the first one first; ``record_id`` is the organisation.

    One that another of the same kind with the same organisation outlasts asks for nothing, nor does one with an
    organisation that ended.
    """
    days = {"since": (today - _ENDED_LATELY).isoformat(), "until": (today + ENDS_SOON).isoformat()}
    return [_item(row) for row in connection.execute(_ending(), days)]


@cache
def _ending() -> Select[Any]:
    """Return the question for what ends between ``since`` and ``until``, put together once: Today asks it twice."""
    later = covenant.alias("later")
    outlasted = select(later.c.id).where(
        later.c.organisation_id == covenant.c.organisation_id,
        later.c.kind == covenant.c.kind,
        or_(later.c.ends_on.is_(None), later.c.ends_on > covenant.c.ends_on),
    )
    return (
        select(covenant, organisation.c.name)
        .join_from(covenant, organisation)
        .where(covenant.c.ends_on.between(bindparam("since"), bindparam("until")))
        .where(organisation.c.ended_on.is_(None), ~outlasted.exists())
        .order_by(covenant.c.ends_on, covenant.c.id)
    )


def _item(row: Row[Any]) -> TodayItem:
    return TodayItem(
        kind=TodayKind.COVENANT,
        signal_id=None,
        involvement_id=None,
        draft_id=None,
        reference="",
        name=row.title,
        role="",
        due=to_day(row.ends_on),
        started_on=to_day(row.starts_on),
        ground=row.kind,
        organisation=row.name,
        count=1,
        saved_at=None,
        record_id=row.organisation_id,
    )


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
