"""What the window shows of meetings: frozen rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from mhdesk.domain.agreements import CaseAgreement
from mhdesk.domain.meetings import MeetingKind, MeetingState
from mhdesk.domain.revisions import RevisionView
from mhdesk.domain.shared_fields import Side


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """One line of the list; ``discussed`` of ``cases`` were spoken of."""

    id: int
    kind: MeetingKind
    held_on: date
    starts_at: str
    place: str
    state: MeetingState
    cases: int
    discussed: int
    participants: int


@dataclass(frozen=True, slots=True)
class ParticipantView:
    """Somebody at the table. ``organisation`` is empty for somebody of none; ``side`` of the wall is then neither."""

    id: int
    organisation_id: int | None
    organisation: str
    side: Side
    name: str
    function: str
    attendance: str


@dataclass(frozen=True, slots=True)
class ShareView:
    """What one participant was told about the client of one case."""

    id: int
    item_id: int
    participant_id: int
    shared: tuple[str, ...]
    basis: str
    basis_note: str
    recorded_at: datetime
    recorded_by: str


@dataclass(frozen=True, slots=True)
class ItemView:
    """A case on the agenda. ``before`` are its agreements of earlier meetings that are to be followed up."""

    id: int
    version: int
    case_id: int
    reference: str
    person_id: int
    name: str
    age: int | None
    sex: str
    coordinator: str
    risk: str
    position: int
    question: str
    report: str
    minutes: int | None
    discussed: bool
    shares: tuple[ShareView, ...] = ()
    agreements: tuple[CaseAgreement, ...] = ()
    before: tuple[CaseAgreement, ...] = ()
    history: tuple[RevisionView, ...] = ()


@dataclass(frozen=True, slots=True)
class MeetingDetails:
    """Everything that the page of one meeting shows."""

    id: int
    version: int
    kind: MeetingKind
    held_on: date
    starts_at: str
    place: str
    chair: str
    state: MeetingState
    note: str
    recorded_at: datetime
    recorded_by: str
    participants: tuple[ParticipantView, ...]
    items: tuple[ItemView, ...]
    history: tuple[RevisionView, ...] = ()

    def item(self, item_id: int) -> ItemView:
        """Return a case of the agenda by id. Raises KeyError."""
        return {one.id: one for one in self.items}[item_id]

    def participant(self, participant_id: int) -> ParticipantView:
        """Return a participant by id. Raises KeyError."""
        return {one.id: one for one in self.participants}[participant_id]


@dataclass(frozen=True, slots=True)
class CaseChoice:
    """An open case that can be put on an agenda, and why it is proposed (codes), none for a case that is not."""

    case_id: int
    reference: str
    person_id: int
    name: str
    risk: str
    coordinator: str
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseMeetingView:
    """A meeting in which one case was spoken of, as the page of the person tells it."""

    meeting_id: int
    kind: MeetingKind
    state: MeetingState
    held_on: date
    item: ItemView
    told: tuple[tuple[str, ShareView], ...] = ()
