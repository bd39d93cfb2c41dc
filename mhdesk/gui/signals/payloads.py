"""Forms as text, the way unfinished ones are kept in the registry."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import TYPE_CHECKING, Any, Final, TypeVar

from mhdesk.domain.crisis_card import CardDraft
from mhdesk.domain.indicators import AssessmentDraft
from mhdesk.domain.informing import InformDraft
from mhdesk.domain.leads import LeadDraft
from mhdesk.domain.referral_letter import ReferralLetterDraft
from mhdesk.domain.referrals import AnswerDraft, ReferralDraft
from mhdesk.domain.roles import RoleDraft
from mhdesk.domain.routing import RouteDraft
from mhdesk.domain.signals import PersonDraft, SignalDraft
from mhdesk.domain.triage import TriageDraft

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

FORM_SIGNAL: Final = "signal"
FORM_INFORM: Final = "inform"
FORM_REFERRAL: Final = "referral"
FORM_ANSWER: Final = "answer"
FORM_REFERRAL_LETTER: Final = "referral_letter"
FORM_STATUS: Final = "status"
FORM_TRIAGE: Final = "triage"
FORM_INDICATORS: Final = "indicators"
FORM_ROUTE: Final = "route"
FORM_TASK_DONE: Final = "task_done"
FORM_TASK_LATER: Final = "task_later"
FORM_AMEND: Final = "amend"
FORM_PERSON: Final = "person"
FORM_QUESTION: Final = "consultation"
FORM_CARD: Final = "card"
FORM_AGREE: Final = "agree"
FORM_ROLE: Final = "role"
FORM_CONVERT: Final = "convert"
FORM_LETTER: Final = "letter"
FORM_LEAD: Final = "lead"
FORM_RELATION: Final = "relation"
_TOLD: Final = "told"
_OF_PERSONS: Final = "person."
_OF_MEETINGS: Final = "meeting."
_OF_ORGANISATIONS: Final = "organisation."
_PLACES: Final = {
    FORM_QUESTION: "consultations",
    "network": "network",
    "meetings": "meetings",
    "manage": "manage",
}
"""The places of the navigation by what the name of a form begins with that is about no record yet."""
_OF_SIGNALS: Final = frozenset(
    {
        FORM_INFORM,
        FORM_REFERRAL,
        FORM_ANSWER,
        FORM_REFERRAL_LETTER,
        FORM_STATUS,
        FORM_TRIAGE,
        FORM_INDICATORS,
        FORM_ROUTE,
        FORM_TASK_DONE,
        FORM_TASK_LATER,
        FORM_AMEND,
        FORM_PERSON,
        FORM_CARD,
        FORM_AGREE,
        FORM_ROLE,
        FORM_CONVERT,
        FORM_LETTER,
        FORM_LEAD,
        FORM_RELATION,
    }
)

Draft = TypeVar("Draft", bound="DataclassInstance")


@dataclass(slots=True)
class StatusDraft:
    """Which status a signal is to get, and why, as far as that was typed."""

    status: str = ""
    reason: str = ""


@dataclass(slots=True)
class TaskDraft:
    """What somebody typed about a piece of work and did not record."""

    task_id: int = 0
    how: str = ""
    until: str = ""
    reason: str = ""


@dataclass(slots=True)
class AgreeDraft:
    """What somebody typed about a colleague's decision and did not record."""

    decision_id: int = 0
    answer: str = ""
    reason: str = ""


@dataclass(slots=True)
class ConvertDraft:
    """Which kind of record a signal is to be, and why, as far as that was typed."""

    kind: str = ""
    reason: str = ""


@dataclass(slots=True)
class AmendDraft:
    """What a signal is to say, as far as that was typed; ``version`` is that of the signal when it began."""

    version: int = 0
    block: str = ""
    told: SignalDraft = field(default_factory=SignalDraft)


@dataclass(slots=True)
class AmendPersonDraft:
    """What is known of somebody, as far as that was typed; ``involvement_id`` is 0 for somebody new."""

    version: int = 0
    involvement_id: int = 0
    told: PersonDraft = field(default_factory=PersonDraft)


def belongs_to_signal(form: str) -> bool:
    """Say whether a form goes on at the page of its signal; the others are new signals."""
    return form in _OF_SIGNALS


def belongs_to_person(form: str) -> bool:
    """Say whether a form goes on at the page of its person: its name begins with ``person.``."""
    return form.startswith(_OF_PERSONS)


def belongs_to_meeting(form: str) -> bool:
    """Say whether a form goes on at the page of its meeting: its name begins with ``meeting.``."""
    return form.startswith(_OF_MEETINGS)


def belongs_to_organisation(form: str) -> bool:
    """Say whether a form goes on at the page of its organisation: its name begins with ``organisation.``."""
    return form.startswith(_OF_ORGANISATIONS)


def place_of(form: str) -> str:
    """Return the place of the navigation where a form about no record goes on, "" for any other form."""
    return _PLACES.get(form.partition(".")[0], "")


def number_of(payload: str, name: str) -> int:
    """Return a number that stands in a draft under a name; 0 where it names none."""
    return int(json.loads(payload).get(name) or 0)


def pack_told(about: Mapping[str, int], told: Mapping[str, str | list[str]]) -> str:
    """Return what stands in the fields of a form as JSON, with the numbers of what it is about."""
    return json.dumps({**about, _TOLD: told}, ensure_ascii=False)


def told_in(payload: str) -> dict[str, str | list[str]]:
    """Return what stood in the fields of a form."""
    told = json.loads(payload).get(_TOLD)
    return told if isinstance(told, dict) else {}


def meeting_of(payload: str) -> int:
    """Return the meeting to which a draft belongs; 0 where it belongs to none."""
    return number_of(payload, "meeting_id")


def pack_for_person(person_id: int, draft: DataclassInstance) -> str:
    """Return a draft that belongs to a person as JSON; what kept a person's data goes when that person goes."""
    return pack_with({"person_id": person_id}, draft)


def pack_with(about: Mapping[str, int], draft: DataclassInstance) -> str:
    """Return a draft as JSON, with the numbers of what it is about."""
    return json.dumps({**asdict(draft), **about}, ensure_ascii=False)


def person_of(payload: str) -> int:
    """Return the person to whom a draft belongs; 0 where it belongs to nobody."""
    return number_of(payload, "person_id")


def fill(kind: type[Draft], payload: str) -> Draft:
    """Return a draft of plain fields as it was kept; what another version of mhdesk named otherwise is left out."""
    return _fill(kind, json.loads(payload))


def pack(draft: DataclassInstance) -> str:
    """Return a draft as JSON."""
    return json.dumps(asdict(draft), ensure_ascii=False)


def unpack_signal(payload: str) -> SignalDraft:
    """Return the signal that somebody began; what another version of mhdesk named otherwise is left out."""
    kept = json.loads(payload)
    draft = _fill(SignalDraft, kept)
    draft.persons = [_fill(PersonDraft, person) for person in kept.get("persons", [])]
    draft.leads = [_fill(LeadDraft, lead) for lead in kept.get("leads", [])]
    return draft


def pack_for(signal_id: int, draft: DataclassInstance) -> str:
    """Return a draft that belongs to a signal as JSON."""
    return json.dumps({**asdict(draft), "signal_id": signal_id}, ensure_ascii=False)


def signal_of(payload: str) -> int:
    """Return the signal to which a draft belongs; 0 for the draft of a new one."""
    return int(json.loads(payload).get("signal_id", 0))


def unpack_inform(payload: str) -> InformDraft:
    """Return the decision that somebody began."""
    return _fill(InformDraft, json.loads(payload))


def unpack_referral(payload: str) -> ReferralDraft:
    """Return the referral that somebody began."""
    return _fill(ReferralDraft, json.loads(payload))


def unpack_answer(payload: str) -> AnswerDraft:
    """Return the answer that somebody began to record."""
    return _fill(AnswerDraft, json.loads(payload))


def unpack_referral_letter(payload: str) -> ReferralLetterDraft:
    """Return the letter of a referral that somebody began."""
    return _fill(ReferralLetterDraft, json.loads(payload))


def unpack_status(payload: str) -> StatusDraft:
    """Return the change of status that somebody began."""
    return _fill(StatusDraft, json.loads(payload))


def unpack_indicators(payload: str) -> AssessmentDraft:
    """Return the list of signs that somebody began to go through."""
    return _fill(AssessmentDraft, json.loads(payload))


def unpack_triage(payload: str) -> TriageDraft:
    """Return the triage that somebody began to record."""
    return _fill(TriageDraft, json.loads(payload))


def unpack_route(payload: str) -> RouteDraft:
    """Return the route that somebody began to choose."""
    return _fill(RouteDraft, json.loads(payload))


def unpack_card(payload: str) -> CardDraft:
    """Return the crisis card that somebody began to fill in."""
    return _fill(CardDraft, json.loads(payload))


def unpack_task(payload: str) -> TaskDraft:
    """Return what somebody began to say about a piece of work."""
    return _fill(TaskDraft, json.loads(payload))


def unpack_agree(payload: str) -> AgreeDraft:
    """Return what somebody began to say about a colleague's decision."""
    return _fill(AgreeDraft, json.loads(payload))


def unpack_role(payload: str) -> RoleDraft:
    """Return what somebody began to say about a role."""
    return _fill(RoleDraft, json.loads(payload))


def unpack_convert(payload: str) -> ConvertDraft:
    """Return what somebody began to say about the kind of a signal."""
    return _fill(ConvertDraft, json.loads(payload))


def unpack_amend(payload: str) -> AmendDraft:
    """Return the correction of a signal that somebody began."""
    kept = json.loads(payload)
    return AmendDraft(kept["version"], kept["block"], _fill(SignalDraft, kept["told"]))


def unpack_person(payload: str) -> AmendPersonDraft:
    """Return what somebody began to say about a person."""
    kept = json.loads(payload)
    return AmendPersonDraft(kept["version"], kept["involvement_id"], _fill(PersonDraft, kept["told"]))


def _fill(kind: type[Draft], kept: dict[str, Any]) -> Draft:
    known = {one.name for one in fields(kind)}
    return kind(**{name: value for name, value in kept.items() if name in known})
