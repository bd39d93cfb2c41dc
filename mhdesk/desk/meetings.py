"""Plan meetings about cases and about the care for one victim, and write down what came of them.

The agenda is in :mod:`mhdesk.desk.agenda`, who sits there in :mod:`mhdesk.desk.participants`. Telling somebody at the
table about a client is a disclosure, in :mod:`mhdesk.desk.meeting_sharing`; papers are in
:mod:`mhdesk.desk.meeting_papers`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from mhdesk.desk import casework, logbook, recording
from mhdesk.desk.desk import Desk
from mhdesk.desk.meeting_records import changed, in_state, meeting_row, put_on, whole
from mhdesk.desk.verbs import Work, logged_reading, verb
from mhdesk.domain import dates, revisions
from mhdesk.domain.cases import EntryKind
from mhdesk.domain.change import Change
from mhdesk.domain.meeting_views import (
    CaseChoice,
    CaseMeetingView,
    MeetingDetails,
    MeetingRow,
    ParticipantView,
)
from mhdesk.domain.meetings import (
    NOT_TOLD,
    Attendance,
    HeldDraft,
    MeetingDraft,
    MeetingKind,
    MeetingState,
    reason_problems,
)
from mhdesk.domain.people import Permission
from mhdesk.domain.problems import Problem, refuse_if
from mhdesk.domain.text import clean, clean_line
from mhdesk.errors import ConflictError
from mhdesk.store import agendas, cases
from mhdesk.store import meetings as stored
from mhdesk.store import revisions as kept
from mhdesk.store.database import Row
from mhdesk.store.values import to_text
from mhdesk.wording import say

_ABOUT_DATA: Final = "data"
"""What the client was told about: what is recorded and shared."""

# --- planning ----------------------------------------------------------------------------------------


@verb("meeting.planned", "C", Permission.WRITE)
def plan(work: Work, draft: MeetingDraft) -> Change:
    """Plan a meeting with its first agenda; ``created`` is its id.

    With ``as_last_time`` those who sat at the last one of its kind (about care: of this case) are invited again.
    Raises ProblemsError.
    """
    refuse_if([*draft.validate(work.today()), *draft.problems_of_agenda()])
    told = {**_told(draft), "kind": draft.kind, "state": MeetingState.PLANNED}
    meeting_id = stored.add(
        work.connection, {**told, "recorded_at": work.recorded_at, "recorded_by": work.user.id}
    )
    work.concerns("meeting", [meeting_id])
    for case_id in dict.fromkeys(draft.case_ids):
        put_on(work, meeting_id, case_id)
    if draft.as_last_time:
        about = draft.case_ids[0] if draft.kind == MeetingKind.CARE else None
        for one in _last_invited(work, draft.kind, date.fromisoformat(told["held_on"]), about):
            _invite(work, meeting_id, one)
    return changed(work, meeting_id, created=meeting_id)


def _told(draft: MeetingDraft) -> dict[str, Any]:
    """Return what a valid draft says, by the columns that can be amended."""
    at = dates.parse_time(draft.starts_at) if clean(draft.starts_at) else None
    return {
        "held_on": to_text(dates.parse_day(draft.held_on)),
        "starts_at": f"{at:%H:%M}" if at else "",
        "place": clean_line(draft.place),
        "chair": clean_line(draft.chair),
        "note": clean(draft.note),
    }


def _last_invited(work: Work, kind: str, day: date, case_id: int | None) -> Sequence[ParticipantView]:
    last = stored.last_before(work.connection, kind, day, case_id)
    return stored.participants(work.connection, last) if last is not None else ()


def _invite(work: Work, meeting_id: int, one: ParticipantView) -> None:
    values = {"organisation_id": one.organisation_id, "name": one.name, "function": one.function}
    number = stored.add_participant(
        work.connection, {"meeting_id": meeting_id, **values, "attendance": Attendance.INVITED}
    )
    work.concerns("meeting_participant", [number])


@verb("meeting.amended", "U", Permission.WRITE)
def amend(work: Work, meeting_id: int, version: int, draft: MeetingDraft) -> Change:
    """Let a meeting be on another day, at another place, with another chair or note; its kind stays.

    Raises ProblemsError, and ConflictError when somebody else amended it since ``version``.
    """
    row = meeting_row(work, meeting_id)
    draft.kind = row.kind
    refuse_if(draft.validate(work.today()))
    if row.version != version:
        raise ConflictError("meeting.changed_meanwhile", record="meeting", id=row.id, version=row.version)
    told = _told(draft)
    if row.state == MeetingState.HELD and date.fromisoformat(told["held_on"]) > work.today():
        refuse_if([Problem("held_on", "draft.day_in_future")])
    differing = revisions.differing({name: row._mapping[name] for name in told}, told)
    if differing:
        values = {name: told[name] for name in differing}
        stored.change(work.connection, row, values, recording.author(work))
    work.details = f"changed={','.join(sorted(differing))}"
    return changed(work, meeting_id)


@verb("meeting.cancelled", "U", Permission.WRITE)
def cancel(work: Work, meeting_id: int, reason: str) -> Change:
    """Call a planned meeting off; the reason stands first in its note. Raises ProblemsError."""
    refuse_if(reason_problems(reason))
    row = in_state(work, meeting_id, MeetingState.CANCELLED)
    note = "\n".join(filter(None, (clean(reason), row.note)))
    _become(work, row, {"state": MeetingState.CANCELLED, "note": note})
    return changed(work, meeting_id)


@verb("meeting.reopened", "U", Permission.WRITE)
def reopen(work: Work, meeting_id: int) -> Change:
    """Let a meeting that was called off or held count as planned again: it was a slip."""
    row = in_state(work, meeting_id, MeetingState.PLANNED)
    values: dict[str, Any] = {"state": MeetingState.PLANNED}
    if row.state == MeetingState.CANCELLED:
        values["note"] = _note_before(work, row)
    _become(work, row, values)
    return changed(work, meeting_id)


def _note_before(work: Work, row: Row[Any]) -> str:
    """Return the note as it was before the meeting was called off."""
    history = kept.of(work.connection, "meeting", [row.id]).get(row.id, ())
    before = next((one.earlier for one in history if "state" in one.earlier), {})
    return str(before.get("note", row.note))


@verb("meeting.held", "U", Permission.WRITE)
def hold(work: Work, meeting_id: int, draft: HeldDraft) -> Change:
    """Note that a meeting was held and who was there. What was not spoken of is proposed for the next one.

    Of a meeting about care, what the client knows of it stands in the case. Raises ProblemsError.
    """
    row = in_state(work, meeting_id, MeetingState.HELD)
    refuse_if(draft.validate(row.kind, work.today()))
    for one in stored.participants(work.connection, meeting_id):
        there = Attendance.PRESENT if one.id in draft.present else Attendance.ABSENT
        stored.change_participant(work.connection, one.id, {"attendance": there})
        work.concerns("meeting_participant", [one.id])
    held_on = to_text(dates.parse_day(draft.held_on))
    _become(work, row, {"state": MeetingState.HELD, "held_on": held_on})
    if row.kind == MeetingKind.CARE:
        _note_what_client_knows(work, meeting_id, draft)
    return changed(work, meeting_id)


def _note_what_client_knows(work: Work, meeting_id: int, draft: HeldDraft) -> None:
    """Keep in the case what the client was told, or that he or she does not know yet, and why."""
    knows = draft.client != NOT_TOLD
    for _, case_id, _ in stored.people_of(work.connection, meeting_id):
        values = {
            "case_id": case_id,
            "kind": EntryKind.INFORMATION if knows else EntryKind.PROGRESS,
            "happened_on": casework.day(draft.held_on).isoformat(),
            "code": _ABOUT_DATA if knows else "",
            "text": f"{say(f'meeting.client_{draft.client}')} {clean(draft.client_note)}",
            "recorded_at": work.recorded_at,
            "recorded_by": work.user.id,
        }
        number = cases.add_entry(work.connection, values)
        casework.done(work, casework.head(work.connection, case_id), "case_entry", number)


def _become(work: Work, row: Row[Any], values: dict[str, Any]) -> None:
    stored.change(work.connection, row, values, recording.author(work))


# --- reading -----------------------------------------------------------------------------------------------


def rows(desk: Desk) -> list[MeetingRow]:
    """Return every meeting, the latest first; that the list was shown is logged."""
    logbook.list_shown(desk, "meetings")
    return stored.rows(desk.database.connection)


@logged_reading("meeting.read", Permission.READ)
def details(work: Work, meeting_id: int) -> MeetingDetails:
    """Open one meeting. The reading is logged with everybody whose case is on its agenda."""
    found = whole(work, meeting_id)
    work.concerns("meeting", [meeting_id])
    for one in found.items:
        work.concerns("meeting_item", [one.id], one.person_id)
    return found


@logged_reading("meeting.cases_listed", Permission.READ)
def choices(work: Work, kind: str, held_on: date) -> list[CaseChoice]:
    """Return the open cases for the agenda of a meeting, those that are proposed first. Logged with everybody."""
    found = agendas.choices(work.connection, kind, held_on)
    for one in found:
        work.concerns("case_file", [one.case_id], one.person_id)
    return found


def of_person(desk: Desk, person_id: int) -> tuple[CaseMeetingView, ...]:
    """Return the meetings about the cases of a person, the latest first: for a page whose reading is logged."""
    desk.demand(Permission.READ)
    connection = desk.database.connection
    found = [
        view
        for head in cases.of_person(connection, person_id)
        for view in agendas.of_case(connection, head.id)
    ]
    return tuple(sorted(found, key=lambda one: (one.held_on, one.meeting_id), reverse=True))
