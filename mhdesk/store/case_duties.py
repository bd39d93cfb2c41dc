"""What waits in cases, by day: agreements, and trajectories with a last day that comes near."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import Connection, bindparam, select

from mhdesk.domain import cases
from mhdesk.domain.agreements import CaseAgreement
from mhdesk.domain.people import User
from mhdesk.domain.references import Reference
from mhdesk.domain.trajectories import WARNED_BEFORE, TrajectoryView
from mhdesk.domain.views import TodayItem, TodayKind
from mhdesk.store import agreements, trajectories
from mhdesk.store.involvements import full_name
from mhdesk.store.schema import case_file, person, user

_MOST_SHOWN: Final = 200
"""As :data:`mhdesk.store.duties.MOST_SHOWN`."""


@dataclass(frozen=True, slots=True)
class _Whose:
    """Of whom a case is: the person, and who coordinates it, "" for somebody without a key."""

    person_id: int
    name: str
    reference: str
    coordinator_id: int
    coordinator: str


def count(connection: Connection, today: date) -> int:
    """Return how many agreements and last days wait."""
    return agreements.count_waiting(connection, today) + trajectories.count_ending(
        connection, today + WARNED_BEFORE
    )


def waiting(connection: Connection, viewer: User, today: date) -> list[TodayItem]:
    """Return the agreements that wait and the trajectories that end soon or ended, as ``viewer`` is to see them.

    ``ground`` is what was agreed, or the kind of trajectory; ``organisation`` is who does it, "" for the viewer.
    """
    agreed = agreements.waiting(connection, today, _MOST_SHOWN)
    ending = trajectories.ending(connection, today + WARNED_BEFORE, _MOST_SHOWN)
    behind = {one.case_id for one in agreed}.union(one.case_id for one in ending)
    whose = _whose(connection, sorted(behind))
    return [
        *(_agreement(one, whose[one.case_id], viewer) for one in agreed),
        *(_trajectory(one, whose[one.case_id], viewer) for one in ending),
    ]


def _whose(connection: Connection, case_ids: Sequence[int]) -> dict[int, _Whose]:
    asked = (
        select(
            case_file,
            *(person.c[name] for name in ("first_names", "last_name")),
            *(user.c[name] for name in ("name", "active")),
        )
        .join_from(case_file, person)
        .join(user, user.c.id == case_file.c.coordinator_id)
        .where(case_file.c.id.in_(bindparam("ids", expanding=True)))
    )
    return {
        row.id: _Whose(
            person_id=row.person_id,
            name=full_name(row.first_names, row.last_name),
            reference=str(Reference(cases.PREFIX, row.number_year, row.number)),
            coordinator_id=row.coordinator_id,
            coordinator=row.name if row.active else "",
        )
        for row in connection.execute(asked, {"ids": list(case_ids)})
    }


def _agreement(one: CaseAgreement, whose: _Whose, viewer: User) -> TodayItem:
    begun, mine = one.recorded_at.date(), one.user_id == viewer.id
    colleague = "" if mine else one.who if one.user_id else _of_another(whose, viewer)
    who = "" if mine else one.who
    return _item(TodayKind.AGREEMENT, one.id, one.due_on, begun, one.what, who, whose, colleague)


def _trajectory(one: TrajectoryView, whose: _Whose, viewer: User) -> TodayItem:
    due, colleague = one.until_on or date.min, _of_another(whose, viewer)
    return _item(
        TodayKind.TRAJECTORY, one.id, due, one.started_on, one.kind, one.organisation, whose, colleague
    )


def _of_another(whose: _Whose, viewer: User) -> str:
    return "" if whose.coordinator_id == viewer.id else whose.coordinator


def _item(
    kind: TodayKind,
    number: int,
    due: date,
    begun: date | None,
    ground: str,
    who: str,
    whose: _Whose,
    colleague: str,
) -> TodayItem:
    return TodayItem(
        kind=kind,
        signal_id=None,
        involvement_id=None,
        draft_id=None,
        reference=whose.reference,
        name=whose.name,
        role="",
        due=due,
        started_on=begun,
        ground=ground,
        organisation=who,
        count=1,
        saved_at=None,
        record_id=number,
        colleague=colleague,
        person_id=whose.person_id,
    )
