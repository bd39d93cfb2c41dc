"""Meetings in a golden registry: one that was held, with what was told, agreed and followed up, and one that comes."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from mhdesk.desk import agenda, cases, meeting_sharing, meetings, participants, signals
from mhdesk.domain.agreements import AgreementDraft
from mhdesk.domain.cases import CaseDraft
from mhdesk.domain.meetings import (
    FollowUpDraft,
    HeldDraft,
    ItemDraft,
    MeetingDraft,
    ParticipantDraft,
    ShareDraft,
)

if TYPE_CHECKING:
    from mhdesk.desk.desk import Desk


def meet(desk: Desk) -> None:
    """Hold a meeting about the first victim, and plan the next one."""
    person_id = signals.details(desk, 1).involvements[0].person_id or 0
    case_id = next((one.head.id for one in cases.of_person(desk, person_id)), None)
    if case_id is None:
        case_id = cases.open_for(desk, CaseDraft(person_id, opened_on="27-11-2026")).created or 0
    plan = MeetingDraft("case_meeting", "27-11-2026", "9.30", "Kamer «Ĳ»", "Zoë", case_ids=[case_id])
    meeting_id = meetings.plan(desk, plan).created or 0
    seat = (
        participants.add_participant(desk, meeting_id, ParticipantDraft(1, name="Đorđe Bedacht")).created or 0
    )
    item = meetings.details(desk, meeting_id).items[0]
    agenda.report(
        desk, item.id, item.version, ItemDraft("Hoe nu?", "Zij wil naar school.", "20", discussed=True)
    )
    meeting_sharing.share(desk, ShareDraft(item.id, [seat], ["name", "sex"], "public_task", "Wmo."))
    agreed = AgreementDraft(
        what="De school bellen.", who="Đorđe", due_on="28-11-2026", meeting_item_id=item.id
    )
    agreement_id = agenda.agree(desk, agreed).created or 0
    meetings.hold(desk, meeting_id, HeldDraft("27-11-2026", [seat]))
    plan = MeetingDraft("case_meeting", "04-12-2026", case_ids=[case_id])
    after = meetings.details(desk, meetings.plan(desk, plan).created or 0)
    later = FollowUpDraft(agreement_id, after.items[0].id, "new_day", "Geen gehoor.", "04-12-2026")
    agenda.follow_up(desk, later)
    meetings.plan(desk, MeetingDraft("care_meeting", "05-12-2026", note="Samen.", case_ids=[case_id]))
    meetings.cancel(desk, after.id + 1, "Zij wil eerst zelf praten.")


def shown(desk: Desk) -> list[dict[str, Any]]:
    """Return everything that is shown of meetings."""
    return [asdict(meetings.details(desk, row.id)) for row in meetings.rows(desk)]
