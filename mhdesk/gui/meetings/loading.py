"""Fetch what the page of one meeting shows, and keep its forms."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from mhdesk.domain.meeting_views import CaseChoice, ItemView, MeetingDetails, MeetingRow
from mhdesk.domain.people import Permission, User
from mhdesk.domain.shared_fields import Side
from mhdesk.domain.views import DraftView, OrganisationView
from mhdesk.gui.signals import payloads

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from _typeshed import DataclassInstance

    from mhdesk.desk.desk import Desk

FORM_REPORT: Final = "meeting.report"
FORM_SHARE: Final = "meeting.share"
FORM_AGREE: Final = "meeting.agree"
FORM_FOLLOW: Final = "meeting.follow"
FORM_HOLD: Final = "meeting.hold"
FORM_AMEND: Final = "meeting.amend"
FORM_CANCEL: Final = "meeting.cancel"
FORM_PARTICIPANT: Final = "meeting.participant"
FORM_PAPER: Final = "meeting.paper"
FORM_PLAN: Final = "meetings.plan"
PLACE: Final = "meetings"


@dataclass(frozen=True, slots=True)
class Loaded:
    """One meeting as it stands.

    ``sides`` says of each organisation on which side of the wall it stands; ``covered`` are those with which a covenant
    holds on the day.
    """

    details: MeetingDetails
    organisations: Sequence[OrganisationView]
    sides: Mapping[int, Side]
    covered: frozenset[int]
    colleagues: Sequence[User]
    own: str
    drafts: Sequence[DraftView]
    today: date


def load(meeting_id: int, desk: Desk) -> Loaded:
    """Return everything that the page shows; the reading is logged."""
    from mhdesk.desk import cases, meetings, participants, referring

    details = meetings.details(desk, meeting_id)
    return Loaded(
        details,
        referring.all_organisations(desk),
        {number: one.side for number, one in referring.all_receivers(desk).items()},
        participants.covered(desk, details.held_on),
        cases.coordinators(desk),
        desk.setting("organisation"),
        begun(meeting_id, desk),
        desk.today(),
    )


def begun(meeting_id: int, desk: Desk) -> list[DraftView]:
    """Return the unrecorded forms of a meeting that the person at the desk may finish."""
    from mhdesk.desk import drafts

    open_to_me = drafts.to_finish(desk) if desk.user.may(Permission.WRITE) else []
    return [
        draft
        for draft in open_to_me
        if payloads.belongs_to_meeting(draft.form) and payloads.meeting_of(draft.payload) == meeting_id
    ]


def rows(desk: Desk) -> tuple[list[MeetingRow], date]:
    """Return the list of meetings, and what day it is."""
    from mhdesk.desk import meetings

    return meetings.rows(desk), desk.today()


def choices(kind: str, day: date | None, desk: Desk) -> list[CaseChoice]:
    """Return the cases for an agenda; without a day for one of today."""
    from mhdesk.desk import meetings

    return meetings.choices(desk, kind, day or desk.today())


def pack(meeting_id: int, item: ItemView | None, typed: Callable[[], DataclassInstance]) -> str:
    """Return what was typed as JSON, with its meeting and case; it goes when the client is destroyed."""
    about = {"meeting_id": meeting_id}
    if item is not None:
        about |= {"item_id": item.id, "person_id": item.person_id}
    return json.dumps({**asdict(typed()), **about}, ensure_ascii=False)


def item_of(payload: str) -> int:
    """Return the case on the agenda to which a draft belongs."""
    return int(json.loads(payload).get("item_id") or 0)
