"""Meetings: who was at the table, which cases were spoken of, who was told what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import uuid4

from sqlalchemy import Connection, Row, Select, Table, bindparam, delete, func, insert, select, update

from mhdesk.domain import shared_fields
from mhdesk.domain.meeting_views import MeetingRow, ParticipantView, ShareView
from mhdesk.domain.meetings import COMES_UP, MeetingKind, MeetingState
from mhdesk.domain.views import TodayItem, TodayKind
from mhdesk.store import ids, revisions, users
from mhdesk.store.revisions import Author
from mhdesk.store.schema import (
    case_file,
    involvement,
    meeting,
    meeting_item,
    meeting_participant,
    meeting_share,
    organisation,
    revision,
)
from mhdesk.store.values import from_codes, insert_row, to_day, to_moment

MOST_LISTED: Final = 500
"""Twenty years of a meeting every fortnight."""


@dataclass(frozen=True, slots=True)
class Told:
    """What some at a table were told about a client, and on which day."""

    person_id: int
    day: date
    shared: tuple[str, ...]


# --- meetings ----------------------------------------------------------------------------------------


def add(connection: Connection, values: Mapping[str, Any]) -> int:
    """Add a meeting and return the id."""
    return ids.add(connection, meeting, {"uid": uuid4().hex, **values})


def get(connection: Connection, meeting_id: int) -> Row[Any] | None:
    """Return the bare row of a meeting, or None."""
    return connection.execute(select(meeting).where(meeting.c.id == meeting_id)).one_or_none()


def change(connection: Connection, row: Row[Any], values: Mapping[str, Any], by: Author) -> None:
    """Change columns of a meeting; what they said before is kept and the version counts up."""
    earlier = {name: row._mapping[name] for name in values}
    revisions.keep(connection, "meeting", row.id, row.version, earlier, by)
    statement = update(meeting).where(meeting.c.id == row.id)
    connection.execute(statement.values(**values, version=row.version + 1))


def rows(connection: Connection) -> list[MeetingRow]:
    """Return the meetings, the latest day first."""
    newest = select(meeting).order_by(
        meeting.c.held_on.desc(), meeting.c.starts_at.desc(), meeting.c.id.desc()
    )
    found = connection.execute(newest.limit(MOST_LISTED)).all()
    cases, discussed = _counts(connection, meeting_item), _counts(connection, meeting_item, discussed=True)
    people = _counts(connection, meeting_participant)
    return [
        MeetingRow(
            id=row.id,
            kind=MeetingKind(row.kind),
            held_on=date.fromisoformat(row.held_on),
            starts_at=row.starts_at,
            place=row.place,
            state=MeetingState(row.state),
            cases=cases.get(row.id, 0),
            discussed=discussed.get(row.id, 0),
            participants=people.get(row.id, 0),
        )
        for row in found
    ]


def _counts(connection: Connection, table: Table, *, discussed: bool = False) -> dict[int, int]:
    asked = select(table.c.meeting_id, func.count()).group_by(table.c.meeting_id)
    wanted = asked.where(meeting_item.c.discussed) if discussed else asked
    return {row[0]: int(row[1]) for row in connection.execute(wanted)}


def last_before(connection: Connection, kind: str, day: date, case_id: int | None = None) -> int | None:
    """Return the last meeting of a kind held before or on a day, about one case if that is given; None for none."""
    asked = select(meeting.c.id).where(
        meeting.c.kind == kind, meeting.c.state == MeetingState.HELD, meeting.c.held_on <= day.isoformat()
    )
    if case_id is not None:
        here = select(meeting_item.c.meeting_id).where(meeting_item.c.case_id == case_id)
        asked = asked.where(meeting.c.id.in_(here))
    newest = asked.order_by(meeting.c.held_on.desc(), meeting.c.id.desc()).limit(1)
    return connection.execute(newest).scalar_one_or_none()


def held_before(connection: Connection, kind: str, day: date, case_id: int) -> date | None:
    """Return the day of the last meeting of a kind about a case that was held before a day, None for none."""
    here = select(meeting_item.c.meeting_id).where(meeting_item.c.case_id == case_id)
    asked = select(func.max(meeting.c.held_on)).where(
        meeting.c.kind == kind,
        meeting.c.state == MeetingState.HELD,
        meeting.c.held_on < day.isoformat(),
        meeting.c.id.in_(here),
    )
    return to_day(connection.execute(asked).scalar())


def waiting(connection: Connection, today: date) -> list[TodayItem]:
    """Return the planned meetings that come up, and those whose day passed without a report, by day."""
    cases = (
        select(func.count())
        .where(meeting_item.c.meeting_id == meeting.c.id)
        .correlate(meeting)
        .scalar_subquery()
    )
    asked = select(meeting, cases.label("cases")).where(
        meeting.c.state == MeetingState.PLANNED, meeting.c.held_on <= (today + COMES_UP).isoformat()
    )
    found = connection.execute(asked.order_by(meeting.c.held_on, meeting.c.id))
    return [_today(row) for row in found]


def count_waiting(connection: Connection, today: date) -> int:
    """Return how many planned meetings come up or passed without a report."""
    asked = (
        select(func.count())
        .select_from(meeting)
        .where(meeting.c.state == MeetingState.PLANNED, meeting.c.held_on <= (today + COMES_UP).isoformat())
    )
    return int(connection.execute(asked).scalar_one())


def _today(row: Row[Any]) -> TodayItem:
    return TodayItem(
        kind=TodayKind.MEETING,
        signal_id=None,
        involvement_id=None,
        draft_id=None,
        reference=row.starts_at,
        name=row.place,
        role="",
        due=to_day(row.held_on),
        started_on=None,
        ground=row.kind,
        organisation="",
        count=row.cases,
        saved_at=None,
        record_id=row.id,
    )


def about_care_of(connection: Connection, person_ids: Sequence[int]) -> list[int]:
    """Return the meetings about the care for one of these persons: those were about nobody else."""
    asked = select(meeting.c.id).join_from(meeting, meeting_item).join(case_file)
    whose = case_file.c.person_id.in_(bindparam("whose", expanding=True))
    care = asked.where(meeting.c.kind == MeetingKind.CARE, whose).distinct()
    return list(connection.execute(care, {"whose": list(person_ids)}).scalars())


def forget(connection: Connection, meeting_ids: Sequence[int]) -> None:
    """Remove meetings with who came and what was noted; their agendas went before."""
    some = {"ids": list(meeting_ids)}
    history = revision.c.record_id.in_(bindparam("ids", expanding=True))
    connection.execute(delete(revision).where(revision.c.record == "meeting", history), some)
    there = meeting_participant.c.meeting_id.in_(bindparam("ids", expanding=True))
    connection.execute(delete(meeting_participant).where(there), some)
    connection.execute(delete(meeting).where(meeting.c.id.in_(bindparam("ids", expanding=True))), some)


# --- who is at the table -------------------------------------------------------------------------------


def add_participant(connection: Connection, values: Mapping[str, Any]) -> int:
    """Add somebody to a meeting and return the id."""
    return ids.add(connection, meeting_participant, values)


def change_participant(connection: Connection, participant_id: int, values: Mapping[str, Any]) -> None:
    """Let a participant be somebody else, or there or not."""
    connection.execute(
        update(meeting_participant).where(meeting_participant.c.id == participant_id).values(**values)
    )


def remove_participant(connection: Connection, participant_id: int) -> None:
    """Take somebody off the list."""
    connection.execute(delete(meeting_participant).where(meeting_participant.c.id == participant_id))


def participant(connection: Connection, participant_id: int) -> Row[Any] | None:
    """Return the row of a participant with name and side of the organisation, or None."""
    return connection.execute(_participants().where(meeting_participant.c.id == participant_id)).one_or_none()


def participants(connection: Connection, meeting_id: int) -> tuple[ParticipantView, ...]:
    """Return who is invited, in the order in which they were added."""
    asked = _participants().where(meeting_participant.c.meeting_id == meeting_id)
    return tuple(
        ParticipantView(
            id=row.id,
            organisation_id=row.organisation_id,
            organisation=row.organisation or "",
            side=shared_fields.side_of(row.side or "", row.group or ""),
            name=row.name,
            function=row.function,
            attendance=row.attendance,
        )
        for row in connection.execute(asked.order_by(meeting_participant.c.id))
    )


def _participants() -> Select[Any]:
    return select(
        meeting_participant,
        organisation.c.name.label("organisation"),
        organisation.c.side.label("side"),
        organisation.c.group.label("group"),
    ).join_from(meeting_participant, organisation, isouter=True)


def was_told(connection: Connection, participant_id: int) -> bool:
    """Say whether anything was told to a participant."""
    asked = select(meeting_share.c.id).where(meeting_share.c.participant_id == participant_id).limit(1)
    return connection.execute(asked).scalar() is not None


# --- the agenda ------------------------------------------------------------------------------------------


def add_item(
    connection: Connection, meeting_id: int, case_id: int, told: Mapping[str, Any] | None = None
) -> int:
    """Put a case at the end of an agenda, with what is ``told`` of it already, and return the id of the item."""
    last = select(func.max(meeting_item.c.position)).where(meeting_item.c.meeting_id == meeting_id)
    position = int(connection.execute(last).scalar() or 0) + 1
    values = {"meeting_id": meeting_id, "case_id": case_id, "position": position, "discussed": False}
    return ids.add(connection, meeting_item, {**values, **(told or {})})


def remove_item(connection: Connection, item_id: int) -> None:
    """Take a case off an agenda, with what was kept of what it said before."""
    here = (revision.c.record == "meeting_item") & (revision.c.record_id == item_id)
    connection.execute(delete(revision).where(here))
    connection.execute(delete(meeting_item).where(meeting_item.c.id == item_id))


def item(connection: Connection, item_id: int) -> Row[Any] | None:
    """Return the bare row of a case on an agenda, or None."""
    return connection.execute(select(meeting_item).where(meeting_item.c.id == item_id)).one_or_none()


def items(connection: Connection, meeting_id: int) -> list[Row[Any]]:
    """Return the bare rows of an agenda in its order."""
    asked = select(meeting_item).where(meeting_item.c.meeting_id == meeting_id)
    return list(connection.execute(asked.order_by(meeting_item.c.position, meeting_item.c.id)))


def people_of(connection: Connection, meeting_id: int) -> list[tuple[int, int, int]]:
    """Return the cases of an agenda as (item, case, person)."""
    asked = select(meeting_item.c.id, case_file.c.id, case_file.c.person_id).join_from(
        meeting_item, case_file
    )
    here = asked.where(meeting_item.c.meeting_id == meeting_id).order_by(meeting_item.c.position)
    return [(int(item_id), int(case_id), int(who)) for item_id, case_id, who in connection.execute(here)]


def items_of_case(connection: Connection, case_id: int) -> list[Row[Any]]:
    """Return where a case was on an agenda, the latest meeting first."""
    asked = select(meeting_item).join_from(meeting_item, meeting).where(meeting_item.c.case_id == case_id)
    return list(connection.execute(asked.order_by(meeting.c.held_on.desc(), meeting_item.c.id.desc())))


def order_items(connection: Connection, order: Iterable[int]) -> None:
    """Give the items of an agenda their places."""
    placed = [{"item": number, "place": place} for place, number in enumerate(order, 1)]
    statement = update(meeting_item).where(meeting_item.c.id == bindparam("item"))
    if placed:
        connection.execute(statement.values(position=bindparam("place")), placed)


def change_item(connection: Connection, row: Row[Any], values: Mapping[str, Any], by: Author) -> None:
    """Change columns of a case on an agenda; what they said before is kept and the version counts up."""
    earlier = {name: row._mapping[name] for name in values}
    revisions.keep(connection, "meeting_item", row.id, row.version, earlier, by)
    statement = update(meeting_item).where(meeting_item.c.id == row.id)
    connection.execute(statement.values(**values, version=row.version + 1))


# --- who was told what -------------------------------------------------------------------------------------


def add_share(connection: Connection, values: Mapping[str, Any]) -> int:
    """Note what a participant was told and return the id."""
    return insert_row(connection, insert(meeting_share).values(**values))


def shares(connection: Connection, item_ids: Sequence[int]) -> dict[int, tuple[ShareView, ...]]:
    """Return what was told about each of some cases on agendas, in the order in which it was noted."""
    people = users.names(connection)
    asked = select(meeting_share).where(meeting_share.c.item_id.in_(bindparam("ids", expanding=True)))
    found: dict[int, list[ShareView]] = {}
    for row in connection.execute(asked.order_by(meeting_share.c.id), {"ids": list(item_ids)}):
        view = ShareView(
            id=row.id,
            item_id=row.item_id,
            participant_id=row.participant_id,
            shared=from_codes(row.shared),
            basis=row.basis,
            basis_note=row.basis_note,
            recorded_at=to_moment(row.recorded_at),
            recorded_by=people.get(row.recorded_by, ""),
        )
        found.setdefault(row.item_id, []).append(view)
    return {number: tuple(views) for number, views in found.items()}


def told_about(connection: Connection, signal_id: int) -> list[Told]:
    """Return what was told in meetings about those concerned in a signal."""
    asked = (
        select(case_file.c.person_id, meeting.c.held_on, meeting_share.c.recorded_at, meeting_share.c.shared)
        .join_from(meeting_share, meeting_item)
        .join(meeting)
        .join(case_file)
        .where(
            case_file.c.person_id.in_(
                select(involvement.c.person_id).where(involvement.c.signal_id == signal_id)
            )
        )
        .order_by(meeting_share.c.id)
    )
    return [
        Told(
            row.person_id,
            min(date.fromisoformat(row.held_on), to_moment(row.recorded_at).date()),
            from_codes(row.shared),
        )
        for row in connection.execute(asked)
    ]
