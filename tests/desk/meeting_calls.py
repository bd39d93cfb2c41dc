"""Ordinary calls of what concerns meetings, each at a desk where none of it stands yet."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from mhdesk.desk import agenda, meeting_papers, meeting_sharing, meetings, participants
from mhdesk.domain.agreements import AgreementDraft
from mhdesk.domain.meeting_papers import PaperDraft
from mhdesk.domain.meetings import (
    FollowUpDraft,
    HeldDraft,
    ItemDraft,
    MeetingDraft,
    ParticipantDraft,
    ShareDraft,
)
from mhdesk.store import agreements, cases
from mhdesk.store import meetings as stored

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mhdesk.desk.desk import Desk

MOMENT: Final = "2026-11-22T23:10:00+00:00"
TODAY: Final = "23-11-2026"
_BY: Final = {"recorded_at": MOMENT, "recorded_by": 1}


def a_case(desk: Desk, person_id: int = 1, **values: object) -> int:
    """Let a case of a person stand without an event; return its id."""
    about: dict[str, object] = {"uid": f"{person_id:032x}", "number_year": 2026, "number": person_id}
    about |= {"person_id": person_id, "coordinator_id": 1, "status": "open", "opened_on": "2026-11-22"}
    with desk.database.writing() as connection:
        return cases.add(connection, {**about, **_BY, **values})


def a_meeting(desk: Desk, kind: str = "case_meeting", *case_ids: int, **values: object) -> int:
    """Let a planned meeting of today stand without an event, with Jip of the first organisation at the table."""
    about: dict[str, object] = {"kind": kind, "held_on": "2026-11-23", "state": "planned"}
    with desk.database.writing() as connection:
        number = stored.add(connection, {**about, **_BY, **values})
        stored.add_participant(
            connection,
            {"meeting_id": number, "organisation_id": 1, "name": "Jip Bedacht", "attendance": "invited"},
        )
        for case_id in case_ids:
            stored.add_item(connection, number, case_id)
        return number


def an_item(desk: Desk, kind: str = "case_meeting", **values: object) -> int:
    """Let a meeting about the case of the first person stand; return its place on the agenda."""
    meeting_id = a_meeting(desk, kind, a_case(desk), **values)
    return int(stored.items(desk.database.connection, meeting_id)[0].id)


def an_agreement(desk: Desk, item_id: int) -> int:
    """Let an agreement of an item stand without an event."""
    about = {"case_id": 1, "meeting_item_id": item_id, "what": "Bellen.", "who": "Jip Bedacht"}
    with desk.database.writing() as connection:
        return agreements.add(connection, {**about, "due_on": "2026-11-23", **_BY})


def _with_agreement(desk: Desk) -> FollowUpDraft:
    item_id = an_item(desk)
    return FollowUpDraft(an_agreement(desk, item_id), item_id, "new_day", "Geen gehoor.", "30-11-2026")


def _planned(desk: Desk) -> MeetingDraft:
    return MeetingDraft("case_meeting", "30-11-2026", "14.00", "Kamer 2", case_ids=[a_case(desk)])


CALLS: Final[dict[str, Callable[[Desk, Path], object]]] = {
    "meeting.agreed": lambda desk, _: agenda.agree(
        desk, AgreementDraft(what="Bellen.", who="Jip", due_on="30-11-2026", meeting_item_id=an_item(desk))
    ),
    "meeting.amended": lambda desk, _: meetings.amend(
        desk, a_meeting(desk), 1, MeetingDraft(held_on="24-11-2026", place="Kamer 3")
    ),
    "meeting.cancelled": lambda desk, _: meetings.cancel(desk, a_meeting(desk), "Te weinig mensen."),
    "meeting.case_added": lambda desk, _: agenda.add_case(desk, a_meeting(desk), [a_case(desk)]),
    "meeting.case_removed": lambda desk, _: agenda.remove_case(desk, an_item(desk)),
    "meeting.cases_listed": lambda desk, _: (
        a_case(desk),
        meetings.choices(desk, "case_meeting", date(2026, 11, 23)),
    ),
    "meeting.followed_up": lambda desk, _: agenda.follow_up(desk, _with_agreement(desk)),
    "meeting.held": lambda desk, _: meetings.hold(desk, a_meeting(desk), HeldDraft(TODAY, [1])),
    "meeting.ordered": lambda desk, _: agenda.order(desk, a_meeting(desk, "case_meeting", a_case(desk)), [1]),
    "meeting.participant_added": lambda desk, _: participants.add_participant(
        desk, a_meeting(desk), ParticipantDraft(1, name="Mo Verzinsel")
    ),
    "meeting.participant_amended": lambda desk, _: (
        a_meeting(desk),
        participants.amend_participant(desk, 1, ParticipantDraft(1, name="Jip", attendance="present")),
    ),
    "meeting.participant_removed": lambda desk, _: (
        a_meeting(desk),
        participants.remove_participant(desk, 1),
    ),
    "meeting.planned": lambda desk, _: meetings.plan(desk, _planned(desk)),
    "meeting.read": lambda desk, _: meetings.details(desk, a_meeting(desk, "case_meeting", a_case(desk))),
    "meeting.reopened": lambda desk, _: meetings.reopen(desk, a_meeting(desk, state="held")),
    "meeting.reported": lambda desk, _: agenda.report(
        desk, an_item(desk), 1, ItemDraft("Hoe verder?", "Zij wil naar school.", "15", discussed=True)
    ),
    "meeting.shared": lambda desk, _: meeting_sharing.share(
        desk, ShareDraft(an_item(desk), [1], ["name"], "consent_oral")
    ),
    "print.meeting_made": lambda desk, out: meeting_papers.save_paper(
        desk, PaperDraft(a_meeting(desk, "case_meeting", a_case(desk)), "agenda"), out / "agenda.pdf"
    ),
}
# What has no verb of its own, and must ask for permission itself.
ASKS: Final[dict[str, Callable[[Desk, Path], object]]] = {
    "meeting_papers.save_paper": lambda desk, out: meeting_papers.save_paper(
        desk, PaperDraft(1), out / "x.pdf"
    ),
    "meetings.of_person": lambda desk, _: meetings.of_person(desk, 1),
    "meetings.rows": lambda desk, _: meetings.rows(desk),
    "participants.covered": lambda desk, _: participants.covered(desk, date(2026, 11, 23)),
    "participants.last_participants": lambda desk, _: participants.last_participants(
        desk, "case_meeting", date(2026, 11, 23)
    ),
}
_MEETING: Final = ("meeting", 1, None)
_ITEM: Final = ("meeting_item", 1, 1)
_SEAT: Final = ("meeting_participant", 1, None)
_CASE: Final = ("case_file", 1, 1)
# Which records and persons the event of each of these calls names.
LINES: Final[dict[str, list[tuple[str, int, int | None]]]] = {
    "meeting.agreed": [_CASE, ("agreement", 1, 1), _MEETING, _ITEM],
    "meeting.amended": [_MEETING],
    "meeting.cancelled": [_MEETING],
    "meeting.case_added": [_ITEM, _MEETING],
    "meeting.case_removed": [_ITEM, _MEETING],
    "meeting.cases_listed": [_CASE],
    "meeting.followed_up": [_CASE, ("agreement", 1, 1), _CASE, ("agreement", 2, 1), _MEETING, _ITEM],
    "meeting.held": [_SEAT, _MEETING],
    "meeting.ordered": [_MEETING, _ITEM],
    "meeting.participant_added": [("meeting_participant", 2, None), _MEETING],
    "meeting.participant_amended": [_SEAT, _MEETING],
    "meeting.participant_removed": [_SEAT, _MEETING],
    "meeting.planned": [_MEETING, _ITEM],
    "meeting.read": [_MEETING, _ITEM],
    "meeting.reopened": [_MEETING],
    "meeting.reported": [_MEETING, _ITEM],
    "meeting.shared": [("meeting_share", 1, 1), _MEETING, _ITEM],
    "print.meeting_made": [_MEETING, _ITEM],
}
