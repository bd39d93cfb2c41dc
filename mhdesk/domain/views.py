"""What the desk shows: frozen rows that cross from the database thread to the window."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from mhdesk.domain.attachments import AttachmentView
from mhdesk.domain.dates import Birth
from mhdesk.domain.extensions import NONE, Extension
from mhdesk.domain.four_eyes import Agreement
from mhdesk.domain.indicators import AssessmentView
from mhdesk.domain.informing import State
from mhdesk.domain.leads import LeadView
from mhdesk.domain.referral_steps import OPEN, ReferralState
from mhdesk.domain.relations import RelationView
from mhdesk.domain.revisions import RevisionView
from mhdesk.domain.routing import RoutingView
from mhdesk.domain.tasks import TaskView, TriageView


class Order(StrEnum):
    """How a list of signals is ordered; newest first always."""

    RECEIVED = "received"
    RECORDED = "recorded"


@dataclass(frozen=True, slots=True)
class SignalFilter:
    """Which signals a list shows; empty means no restriction. ``search`` is what the user typed."""

    kind: str = ""
    status: str = ""
    municipality: str = ""
    form: str = ""
    search: str = ""
    to_review: bool = False
    to_triage: bool = False
    order: Order = Order.RECEIVED


@dataclass(frozen=True, slots=True)
class SignalRow:
    """One line of a list of signals.

    ``persons`` are the names of those concerned, victims first; ``lead`` is the first lead, as kind and text.
    """

    id: int
    reference: str
    kind: str
    status: str
    received_on: date
    municipality: str
    form: str
    persons: tuple[str, ...]
    duty_on: date | None
    inform_state: State
    lead: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class AgreementView:
    """What a second person said of a decision not to inform, or that nobody has yet (``asked``, ``alone``)."""

    answer: Agreement
    reason: str
    recorded_at: datetime
    recorded_by: str


@dataclass(frozen=True, slots=True)
class DecisionView:
    """One inform decision as it was taken.

    ``agreed_by`` names somebody outside the app, ``agreement`` is what a colleague said at the own login, None where
    that was never asked; ``weighing`` pairs the points of UAVG art. 41 lid 2 with what was said; ``extension`` is the
    place in a chain of "not yet". ``recorded_by_id`` is the user who wrote it down.
    """

    id: int
    choice: str
    ground: str
    legal_ground: str
    reasoning: str
    decided_by: str
    decided_on: date | None
    agreed_by: str
    review_on: date | None
    informed_on: date | None
    informed_how: str
    historic: bool
    recorded_at: datetime
    recorded_by: str
    recorded_by_id: int = 0
    consulted: str = ""
    weighing: tuple[tuple[str, str], ...] = ()
    informed_by: str = ""
    told: str = ""
    agreement: AgreementView | None = None
    extension: Extension = NONE

    def waits_for_colleague(self) -> bool:
        """Say whether a second person has not answered yet."""
        return self.agreement is not None and self.agreement.answer == Agreement.ASKED


@dataclass(frozen=True, slots=True)
class InvolvementView:
    """Somebody concerned in one signal, with where informing stands and its whole history, newest first.

    ``term_source`` names the legal source of ``inform_due``; ``other_signals`` the references of the other
    signals in which the same person is concerned, ``roles_elsewhere`` the roles there; ``history`` is what was known
    of the person before, newest first. ``person_version`` is 0 where nothing is known.
    """

    id: int
    person_id: int | None
    person_version: int
    role: str
    name: str
    first_names: str
    last_name: str
    sex: str
    birth: Birth | None
    age: int | None
    nationality: str
    phone: str
    safe_contact: str
    inform_state: State
    inform_due: date | None
    duty_on: date | None
    term_source: str
    decisions: tuple[DecisionView, ...]
    history: tuple[RevisionView, ...]
    other_signals: tuple[tuple[int, str], ...]
    roles_elsewhere: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AnswerView:
    """One step of a referral: what an organisation answered once, or what was done."""

    state: str
    answered_on: date | None
    answer: str
    recorded_at: datetime
    recorded_by: str
    place: str = ""
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class LetterView:
    """A letter that is kept with a referral, as it left."""

    id: int
    sha256: str
    size: int
    made_at: datetime
    made_by: str


@dataclass(frozen=True, slots=True)
class ReferralView:
    """A referral and what came of it: the last answer, and all steps as ``answers``, newest first.

    ``answer_by`` is until when one waits; ``shared`` are the codes of what is told, none where nobody chose;
    ``signal_id`` is 0 where the signal that shows it is known; ``history`` is what its proposal said, newest first.
    """

    id: int
    involvement_id: int | None
    organisation_id: int
    organisation: str
    purpose: str
    basis: str
    basis_note: str
    referred_on: date | None
    note: str
    state: str
    answered_on: date | None
    answer: str
    answers: tuple[AnswerView, ...]
    historic: bool
    recorded_at: datetime
    recorded_by: str
    signal_id: int = 0
    version: int = 1
    urgency: str = ""
    answer_by: date | None = None
    consent_on: date | None = None
    shared: tuple[str, ...] = ()
    waiting_place: str = ""
    waiting_since: date | None = None
    started_on: date | None = None
    ended_on: date | None = None
    outcome: str = ""
    letters: tuple[LetterView, ...] = ()
    history: tuple[RevisionView, ...] = ()

    def was_sent(self) -> bool:
        """Say whether the organisation was told anything: not while it is proposed, nor when it was dropped before."""
        steps = {one.state for one in self.answers}
        was_proposed = ReferralState.PROPOSED in steps
        return self.state != ReferralState.PROPOSED and (not was_proposed or ReferralState.SENT in steps)

    def is_overdue(self, today: date) -> bool:
        """Say whether an answer was wanted before today and has not come."""
        waits = self.state in OPEN - {ReferralState.PROPOSED} and not self.historic
        return waits and self.answer_by is not None and self.answer_by < today


@dataclass(frozen=True, slots=True)
class NoteView:
    """Something kept beside the record, such as a spreadsheet cell that could not be placed."""

    id: int
    text: str
    origin: str
    recorded_at: datetime
    recorded_by: str


@dataclass(frozen=True, slots=True)
class SignalDetails:
    """Everything that the page of one signal shows. ``history`` is what it said before, newest first."""

    id: int
    version: int
    reference: str
    kind: str
    status: str
    received_on: date
    received_time: str
    recorded_at: datetime
    recorded_by: str
    channel: str
    discipline: str
    organisation: str
    source_confidential: bool
    source_capacity: str
    source_consent: str
    source_ground: str
    source_note: str
    municipality: str
    form: str
    other_forms: tuple[str, ...]
    narrative: str
    imported: bool
    to_review: bool
    history: tuple[RevisionView, ...]
    involvements: tuple[InvolvementView, ...]
    referrals: tuple[ReferralView, ...]
    notes: tuple[NoteView, ...]
    triages: tuple[TriageView, ...] = ()
    assessments: tuple[AssessmentView, ...] = ()
    tasks: tuple[TaskView, ...] = ()
    relations: tuple[RelationView, ...] = ()
    leads: tuple[LeadView, ...] = ()
    routings: tuple[RoutingView, ...] = ()
    attachments: tuple[AttachmentView, ...] = ()


@dataclass(frozen=True, slots=True)
class OrganisationView:
    """An organisation to refer to."""

    id: int
    name: str
    group: str


QUICK_NOTE: Final = "quick"
"""The form of a draft that came in as a sealed note: everybody who may write finishes it."""
MAIL: Final = "mail"
"""The form of a draft that was made of a mail."""


@dataclass(frozen=True, slots=True)
class DraftView:
    """A form that somebody began and did not finish.

    ``begun_by`` names a colleague who began it and cannot finish it any more; "" for one's own and for quick notes.
    """

    id: int
    form: str
    saved_at: datetime
    payload: str
    begun_by: str = ""


@dataclass(frozen=True, slots=True)
class QuickNoteView:
    """A quick note that nobody finished yet: who wrote it, as far as that is known, and when."""

    draft: DraftView
    author: str
    written_at: datetime


class TodayKind(StrEnum):
    """Why a line stands on Today."""

    DECIDE = "decide"
    DECIDE_AGAIN = "decide_again"
    AGREE = "agree"
    AGREE_AWAITED = "agree_awaited"
    INFORM = "inform"
    REVIEW = "review"
    TASK = "task"
    ANSWER = "answer"
    WAITING_LIST = "waiting_list"
    AGREEMENT = "agreement"
    TRAJECTORY = "trajectory"
    COMENSHA = "comensha"
    DATA_REQUEST = "data_request"
    COVENANT = "covenant"
    MEETING = "meeting"
    QUICK_NOTE = "quick_note"
    DRAFT = "draft"
    REVIEW_IMPORTED = "review_imported"


@dataclass(frozen=True, slots=True)
class TodayItem:
    """One thing that waits: what, about whom, since or until when.

    ``signal_id`` and ``involvement_id`` say where a key takes you; ``due`` is None for what has no term;
    ``ground`` is why a decision waits, or which term of the work a task has;
    ``count`` is only used by the one line for imported signals to look through; ``record_id`` is the task, the
    referral or another row that waits; ``colleague`` names a colleague whose it is and who still works here;
    ``person_id`` is whose page shows it when it belongs to no signal.
    """

    kind: TodayKind
    signal_id: int | None
    involvement_id: int | None
    draft_id: int | None
    reference: str
    name: str
    role: str
    due: date | None
    started_on: date | None
    ground: str
    organisation: str
    count: int
    saved_at: datetime | None
    record_id: int | None = None
    colleague: str = ""
    person_id: int | None = None


@dataclass(frozen=True, slots=True)
class RegistryInfo:
    """What the window shows about the registry itself."""

    registry_id: str
    name: str
    organisation: str
    organisation_type: str
    municipalities: tuple[str, ...]
    prefix: str
    user_name: str
    user_role: str
    signals: int
