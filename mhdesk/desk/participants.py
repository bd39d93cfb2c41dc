"""Who sits at the table of a meeting."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from mhdesk.desk.desk import Desk
from mhdesk.desk.meeting_records import changed, not_cancelled
from mhdesk.desk.verbs import Work, verb
from mhdesk.domain.change import Change
from mhdesk.domain.meeting_views import ParticipantView
from mhdesk.domain.meetings import MOST_PARTICIPANTS, ParticipantDraft
from mhdesk.domain.people import Permission
from mhdesk.domain.problems import Problem, refuse_if
from mhdesk.domain.text import clean, clean_line
from mhdesk.errors import InputError
from mhdesk.store import covenants, organisations
from mhdesk.store import meetings as stored
from mhdesk.store.database import Row


@verb("meeting.participant_added", "C", Permission.WRITE)
def add_participant(work: Work, meeting_id: int, draft: ParticipantDraft) -> Change:
    """Invite somebody; ``created`` is the participant. Raises ProblemsError."""
    refuse_if(draft.validate())
    not_cancelled(work, meeting_id)
    if len(stored.participants(work.connection, meeting_id)) >= MOST_PARTICIPANTS:
        refuse_if([Problem("name", "meeting.too_many_people", {"most": MOST_PARTICIPANTS})])
    number = stored.add_participant(work.connection, {"meeting_id": meeting_id, **_invited(work, draft)})
    work.concerns("meeting_participant", [number])
    return changed(work, meeting_id, created=number)


def _invited(work: Work, draft: ParticipantDraft) -> dict[str, Any]:
    organisation_id = draft.organisation_id
    if organisation_id is None and clean(draft.organisation_name):
        organisation_id = organisations.find_or_add(work.connection, clean(draft.organisation_name))
    elif organisation_id is not None and not organisations.exists(work.connection, organisation_id):
        refuse_if([Problem("organisation_id", "referral.organisation_missing")])
    return {
        "organisation_id": organisation_id,
        "name": clean_line(draft.name),
        "function": clean_line(draft.function),
        "attendance": draft.attendance,
    }


@verb("meeting.participant_amended", "U", Permission.WRITE)
def amend_participant(work: Work, participant_id: int, draft: ParticipantDraft) -> Change:
    """Let a participant be called otherwise or be absent; who was told something stays of the same organisation.

    Raises ProblemsError.
    """
    refuse_if(draft.validate())
    row = _participant(work, participant_id)
    values = _invited(work, draft)
    if values["organisation_id"] != row.organisation_id and stored.was_told(work.connection, participant_id):
        refuse_if([Problem("organisation_id", "meeting.was_told")])
    stored.change_participant(work.connection, participant_id, values)
    work.concerns("meeting_participant", [participant_id])
    return changed(work, row.meeting_id)


@verb("meeting.participant_removed", "D", Permission.WRITE)
def remove_participant(work: Work, participant_id: int) -> Change:
    """Take somebody off the list. Raises InputError for who was told something: that stays to be read."""
    row = _participant(work, participant_id)
    if stored.was_told(work.connection, participant_id):
        raise InputError("meeting.was_told")
    stored.remove_participant(work.connection, participant_id)
    work.concerns("meeting_participant", [participant_id])
    return changed(work, row.meeting_id)


def _participant(work: Work, participant_id: int) -> Row[Any]:
    row = stored.participant(work.connection, participant_id)
    if row is None:
        raise InputError("meeting.no_such_participant")
    return row


def last_participants(
    desk: Desk, kind: str, day: date, case_id: int | None = None
) -> Sequence[ParticipantView]:
    """Return who sat at the last meeting of a kind, of one case if it is given."""
    desk.demand(Permission.READ)
    last = stored.last_before(desk.database.connection, kind, day, case_id)
    return stored.participants(desk.database.connection, last) if last is not None else ()


def covered(desk: Desk, day: date) -> frozenset[int]:
    """Return the organisations with which a covenant holds on a day."""
    desk.demand(Permission.READ)
    return frozenset(covenants.of_all(desk.database.connection, day))
