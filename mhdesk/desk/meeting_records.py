"""What every verb about a meeting asks first, and notes last."""

from __future__ import annotations

from typing import Any

from mhdesk.desk.verbs import Work
from mhdesk.domain.cases import CaseStatus
from mhdesk.domain.change import Change
from mhdesk.domain.meeting_views import MeetingDetails
from mhdesk.domain.meetings import MeetingState, may_become
from mhdesk.errors import InputError
from mhdesk.store import agendas, case_search
from mhdesk.store import meetings as stored
from mhdesk.store.database import Row


def meeting_row(work: Work, meeting_id: int) -> Row[Any]:
    """Return the row of a meeting. Raises InputError."""
    row = stored.get(work.connection, meeting_id)
    if row is None:
        raise InputError("meeting.no_such_meeting")
    return row


def whole(work: Work, meeting_id: int) -> MeetingDetails:
    """Return everything about a meeting. Raises InputError."""
    found = agendas.details(work.connection, meeting_id)
    if found is None:
        raise InputError("meeting.no_such_meeting")
    return found


def item_row(work: Work, item_id: int) -> Row[Any]:
    """Return the row of a case on an agenda. Raises InputError."""
    row = stored.item(work.connection, item_id)
    if row is None:
        raise InputError("meeting.no_such_item")
    return row


def in_state(work: Work, meeting_id: int, wanted: MeetingState) -> Row[Any]:
    """Return a meeting that may become ``wanted``. Raises InputError."""
    row = meeting_row(work, meeting_id)
    if not may_become(row.state, wanted):
        raise InputError("meeting.state_differs")
    return row


def still_planned(work: Work, meeting_id: int) -> Row[Any]:
    """Return a planned meeting: of one that was held or called off the agenda stands. Raises InputError."""
    row = meeting_row(work, meeting_id)
    if row.state != MeetingState.PLANNED:
        raise InputError("meeting.agenda_stands")
    return row


def not_cancelled(work: Work, meeting_id: int) -> Row[Any]:
    """Return a meeting that was not called off. Raises InputError."""
    row = meeting_row(work, meeting_id)
    if row.state == MeetingState.CANCELLED:
        raise InputError("meeting.is_cancelled")
    return row


def changed(work: Work, meeting_id: int, created: int | None = None) -> Change:
    """Return the Change of a write about a whole meeting; note the meeting and whose cases are on its agenda."""
    on_agenda = stored.people_of(work.connection, meeting_id)
    noted = {(one.record, one.record_id) for one in work.subjects}
    if ("meeting", meeting_id) not in noted:
        work.concerns("meeting", [meeting_id])
    for item_id, _, person_id in on_agenda:
        if ("meeting_item", item_id) not in noted:
            work.concerns("meeting_item", [item_id], person_id)
    return Change(
        work.verb,
        persons=frozenset(person_id for *_, person_id in on_agenda),
        cases=frozenset(case_id for _, case_id, _ in on_agenda),
        meetings=frozenset({meeting_id}),
        created=created,
    )


def about(work: Work, row: Row[Any], created: int | None = None) -> Change:
    """Return the Change of a write about one case on an agenda; note whom it is about, and let it be found."""
    case = agendas.key_of(work.connection, row.case_id)
    if case is None:
        raise ValueError("an item without a case")
    work.concerns("meeting", [row.meeting_id])
    work.concerns("meeting_item", [row.id], case.person_id)
    case_search.index(work.connection, [row.case_id])
    return Change(
        work.verb,
        persons=frozenset({case.person_id}),
        cases=frozenset({row.case_id}),
        meetings=frozenset({row.meeting_id}),
        created=created,
    )


def put_on(work: Work, meeting_id: int, case_id: int) -> None:
    """Put a case that is worked on at the end of an agenda. Raises InputError."""
    case = agendas.key_of(work.connection, case_id)
    if case is None or case.status != CaseStatus.OPEN:
        raise InputError("meeting.no_such_case")
    number = stored.add_item(work.connection, meeting_id, case_id)
    work.concerns("meeting_item", [number], case.person_id)
