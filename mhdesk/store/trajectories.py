"""Trajectories of a case, and the last days that come near."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, Select, func, select

from mhdesk.domain.cases import CaseStatus
from mhdesk.domain.revisions import RevisionView
from mhdesk.domain.trajectories import GOING_ON, TrajectoryView
from mhdesk.store import ids, organisations, revisions, users
from mhdesk.store.schema import case_file, organisation, trajectory
from mhdesk.store.values import to_day, to_moment


def add(connection: Connection, values: Mapping[str, Any]) -> int:
    """Add a trajectory and return the id."""
    return ids.add(connection, trajectory, values)


def get(connection: Connection, trajectory_id: int) -> TrajectoryView | None:
    """Return one trajectory, or None when there is none."""
    return next(iter(_views(connection, _asked().where(trajectory.c.id == trajectory_id))), None)


def of_case(connection: Connection, case_id: int) -> tuple[TrajectoryView, ...]:
    """Return the trajectories of a case in the order in which they were added, those that go on first."""
    found = _views(connection, _asked().where(trajectory.c.case_id == case_id).order_by(trajectory.c.id))
    return tuple(sorted(found, key=lambda one: not one.goes_on()))


def ending(connection: Connection, by: date, most: int) -> tuple[TrajectoryView, ...]:
    """Return what goes on in open cases and has its last day up to ``by``, the longest past first."""
    question = _ending(_asked(), by).order_by(trajectory.c.until_on, trajectory.c.id).limit(most)
    return _views(connection, question)


def count_ending(connection: Connection, by: date) -> int:
    """Return how many trajectories :func:`ending` finds."""
    question = _ending(select(func.count()).select_from(trajectory), by)
    return int(connection.execute(question).scalar_one())


def _ending(question: Select[Any], by: date) -> Select[Any]:
    worked_on = select(case_file.c.id).where(case_file.c.status == CaseStatus.OPEN)
    return question.where(
        trajectory.c.state.in_(sorted(GOING_ON)),
        trajectory.c.until_on <= by.isoformat(),
        trajectory.c.case_id.in_(worked_on),
    )


def _asked() -> Select[Any]:
    return select(trajectory, organisation.c.name).join_from(trajectory, organisation, isouter=True)


def _views(connection: Connection, question: Select[Any]) -> tuple[TrajectoryView, ...]:
    rows = connection.execute(question).all()
    people = users.names(connection) if rows else {}
    kept = revisions.of(connection, trajectory.name, [row.id for row in rows]) if rows else {}
    kept = organisations.by_name(connection, kept)
    return tuple(_view(row, people, kept.get(row.id, ())) for row in rows)


def _view(row: Row[Any], people: Mapping[int, str], history: tuple[RevisionView, ...]) -> TrajectoryView:
    return TrajectoryView(
        id=row.id,
        case_id=row.case_id,
        version=row.version,
        kind=row.kind,
        state=row.state,
        organisation_id=row.organisation_id,
        organisation=row.name or "",
        started_on=to_day(row.started_on),
        until_on=to_day(row.until_on),
        ended_on=to_day(row.ended_on),
        note=row.note,
        result=row.result,
        recorded_at=to_moment(row.recorded_at),
        recorded_by=people.get(row.recorded_by, ""),
        history=history,
    )
