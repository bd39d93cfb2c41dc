"""What follows a person outside any one signal: the case, meetings, needs, registration, requests, joined records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from sqlalchemy import Connection, bindparam, select

from mhdesk.domain.timeline import Event, EventKind
from mhdesk.store.schema import (
    agreement,
    case_entry,
    case_file,
    case_goal,
    comensha,
    data_request,
    meeting,
    meeting_item,
    organisation,
    person_merge,
    trajectory,
    unmet_need,
)
from mhdesk.store.timelines import day_of
from mhdesk.store.values import from_codes, rows_by, to_day, to_moment

# Put together once: that takes as long as SQLite takes to answer.
_TRAJECTORIES: Final = (
    select(trajectory, organisation.c.name)
    .join_from(trajectory, organisation, isouter=True)
    .where(trajectory.c.case_id.in_(bindparam("ids", expanding=True)))
)
_DISCUSSED: Final = (
    select(meeting_item.c.id, meeting_item.c.question, meeting_item.c.report)
    .add_columns(meeting.c.id.label("meeting_id"), meeting.c.held_on, meeting.c.kind, meeting.c.state)
    .add_columns(meeting.c.recorded_at)
    .join_from(meeting_item, meeting)
    .where(meeting_item.c.case_id.in_(bindparam("ids", expanding=True)))
)


def of_case(connection: Connection, person_id: int, names: Mapping[int, str]) -> Iterator[Event]:
    """Yield what happened in the cases of a person, and what was agreed there; ``names`` are those of the users."""
    ids = [row.id for row in connection.execute(rows_by(case_file.c.person_id), {"ids": [person_id]})]
    if not ids:
        return
    yield from _entries(connection, ids, names)
    yield from _goals(connection, ids)
    yield from _trajectories(connection, ids)
    yield from _agreements(connection, ids, names)
    yield from _meetings(connection, ids)


def _entries(connection: Connection, ids: list[int], names: Mapping[int, str]) -> Iterator[Event]:
    for row in connection.execute(rows_by(case_entry.c.case_id), {"ids": ids}):
        yield Event(
            EventKind.ENTRY,
            row.id,
            date.fromisoformat(row.happened_on),
            row.recorded_at,
            codes=(row.kind, *from_codes(row.code)),
            text=row.text,
            who=names.get(row.recorded_by, ""),
        )


def _goals(connection: Connection, ids: list[int]) -> Iterator[Event]:
    for row in connection.execute(rows_by(case_goal.c.case_id), {"ids": ids}):
        set_on = to_moment(row.recorded_at).date()
        yield Event(EventKind.GOAL, row.id, set_on, row.recorded_at, codes=(row.state,), name=row.text)
        if row.ended_on:
            ended = date.fromisoformat(row.ended_on)
            yield Event(
                EventKind.GOAL_ENDED,
                row.id,
                ended,
                row.recorded_at,
                codes=(row.state,),
                name=row.text,
                text=row.result,
            )


def _trajectories(connection: Connection, ids: list[int]) -> Iterator[Event]:
    for row in connection.execute(_TRAJECTORIES, {"ids": ids}):
        codes, name = (row.kind, row.state), row.name or ""
        started, until, ended = (to_day(day) for day in (row.started_on, row.until_on, row.ended_on))
        begun, exact = day_of(row.started_on, row.recorded_at)
        yield Event(
            EventKind.TRAJECTORY,
            row.id,
            begun,
            row.recorded_at,
            exact,
            codes=codes,
            name=name,
            text=row.note,
        )
        if until and not ended:
            yield Event(
                EventKind.TRAJECTORY_DUE,
                row.id,
                until,
                row.recorded_at,
                open=True,
                codes=codes,
                name=name,
                started_on=started,
            )
        if ended:
            yield Event(
                EventKind.TRAJECTORY_ENDED,
                row.id,
                ended,
                row.recorded_at,
                codes=codes,
                name=name,
                text=row.result,
            )


def _agreements(connection: Connection, ids: list[int], names: Mapping[int, str]) -> Iterator[Event]:
    for row in connection.execute(rows_by(agreement.c.case_id), {"ids": ids}):
        who = row.who or names.get(row.user_id, "")
        if row.done_on:
            yield Event(
                EventKind.AGREEMENT_DONE,
                row.id,
                date.fromisoformat(row.done_on),
                row.recorded_at,
                name=row.what,
                text=row.done_how,
                who=who,
            )
        else:
            yield Event(
                EventKind.AGREEMENT_DUE,
                row.id,
                date.fromisoformat(row.snoozed_to or row.due_on),
                row.recorded_at,
                open=True,
                name=row.what,
                text=row.snooze_reason,
                who=who,
                started_on=to_moment(row.recorded_at).date(),
            )


def _meetings(connection: Connection, ids: list[int]) -> Iterator[Event]:
    for row in connection.execute(_DISCUSSED, {"ids": ids}):
        yield Event(
            EventKind.MEETING,
            row.id,
            date.fromisoformat(row.held_on),
            row.recorded_at,
            meeting_id=row.meeting_id,
            codes=(row.kind, row.state),
            text=row.report or row.question,
        )


def of_person(connection: Connection, person_id: int, names: Mapping[int, str]) -> Iterator[Event]:
    """Yield what hangs on the person alone: registration, help not found, requests, joined records."""
    yield from _comensha(connection, person_id)
    yield from _needs(connection, person_id)
    yield from _requests(connection, person_id)
    yield from _merges(connection, person_id, names)


def _comensha(connection: Connection, person_id: int) -> Iterator[Event]:
    for row in connection.execute(rows_by(comensha.c.person_id), {"ids": [person_id]}):
        due = row.state == "due"
        if due and not row.current:
            continue
        day, exact = day_of(row.due_on if due else row.registered_on, row.recorded_at)
        yield Event(
            EventKind.COMENSHA_DUE if due else EventKind.COMENSHA,
            row.id,
            day,
            row.recorded_at,
            exact or row.state != "registered",
            open=due,
            codes=(row.state, row.dossier_type),
            text=row.reason,
            started_on=to_moment(row.recorded_at).date(),
        )


def _needs(connection: Connection, person_id: int) -> Iterator[Event]:
    for row in connection.execute(rows_by(unmet_need.c.person_id), {"ids": [person_id]}):
        codes, wanted = (row.purpose, row.reason), date.fromisoformat(row.wanted_on)
        yield Event(EventKind.NEED, row.id, wanted, row.recorded_at, codes=codes, text=row.note)
        if row.met_on:
            met = date.fromisoformat(row.met_on)
            yield Event(EventKind.NEED_MET, row.id, met, row.recorded_at, codes=codes, text=row.met_how)


def _requests(connection: Connection, person_id: int) -> Iterator[Event]:
    for row in connection.execute(rows_by(data_request.c.person_id), {"ids": [person_id]}):
        codes, asked = (row.kind, row.decision, row.asked_by), date.fromisoformat(row.asked_on)
        yield Event(EventKind.REQUEST, row.id, asked, row.recorded_at, codes=codes)
        if row.answered_on:
            answered = date.fromisoformat(row.answered_on)
            yield Event(
                EventKind.REQUEST_ANSWERED,
                row.id,
                answered,
                row.recorded_at,
                codes=codes,
                text=row.reasoning,
            )
        else:
            due = date.fromisoformat(row.due_on)
            yield Event(
                EventKind.REQUEST_DUE,
                row.id,
                due,
                row.recorded_at,
                open=True,
                codes=codes,
                started_on=asked,
            )


def _merges(connection: Connection, person_id: int, names: Mapping[int, str]) -> Iterator[Event]:
    for row in connection.execute(rows_by(person_merge.c.kept_id), {"ids": [person_id]}):
        day = to_moment(row.merged_at).date()
        who = names.get(row.merged_by, "")
        yield Event(EventKind.MERGED, row.id, day, row.merged_at, text=row.reason, who=who)
        if row.undone_at:
            day, who = to_moment(row.undone_at).date(), names.get(row.undone_by, "")
            yield Event(EventKind.TAKEN_APART, row.id, day, row.undone_at, who=who)
