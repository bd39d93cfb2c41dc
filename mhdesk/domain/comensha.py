"""Registering a victim with CoMensha: when, on whose word, and what came back.

Consent follows the age: an adult's own explicit word, from 16 a form that the victim signs, below 16 one that a parent
or guardian signs, and never one who is the aggressor (``comensha_consents.toml`` with its sources).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from mhdesk.domain import dates
from mhdesk.domain.problems import Problem, length_problems
from mhdesk.domain.signals import day_problems
from mhdesk.domain.text import LONGEST_LINE, LONGEST_NAME, LONGEST_TEXT, clean
from mhdesk.domain.vocabulary import Term, vocabulary

STATES: Final = "comensha_states"
DOSSIERS: Final = "comensha_dossiers"
CONSENTS: Final = "comensha_consents"
PURPOSES: Final = "export_purposes"
_ANY_AGE: Final = 200


class ComenshaState(StrEnum):
    """Where the registration of a victim stands."""

    DUE = "due"
    REGISTERED = "registered"
    REFUSED = "refused"
    NOT_NEEDED = "not_needed"


REASONED: Final = frozenset({ComenshaState.REFUSED, ComenshaState.NOT_NEEDED})


@dataclass(frozen=True, slots=True)
class ComenshaView:
    """One step of a registration as it was recorded; ``current`` on the one that counts."""

    id: int
    person_id: int
    state: ComenshaState
    dossier_type: str
    consent: str
    consent_on: date | None
    consent_note: str
    due_on: date | None
    registered_on: date | None
    their_number: str
    feedback_on: date | None
    feedback: str
    reason: str
    current: bool
    recorded_at: datetime
    recorded_by: str

    def has_consent(self) -> bool:
        """Say whether the victim, or whoever may speak in that place, agreed: only then a name may go along."""
        return self.state == ComenshaState.REGISTERED and is_consent(self.consent)


@dataclass(frozen=True, slots=True)
class Registrable:
    """What the rules ask about a victim: the age today, and whether a representative is the aggressor."""

    age: int | None = None
    unsafe: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """How a victim's registration stands: every step, newest first, and what the rules ask."""

    person_id: int
    is_victim: bool
    steps: tuple[ComenshaView, ...]
    whom: Registrable

    def now(self) -> ComenshaView | None:
        """Return the step that counts, or None."""
        return next((one for one in self.steps if one.current), None)


@dataclass(slots=True)
class RegisterDraft:
    """A registration as typed. ``consent_note`` says who signed, where that is asked."""

    person_id: int = 0
    dossier_type: str = ""
    consent: str = ""
    consent_on: str = ""
    consent_note: str = ""
    registered_on: str = ""
    their_number: str = ""

    def validate(self, today: date, whom: Registrable) -> list[Problem]:
        """Return what must be mended before this counts as a registration."""
        problems = day_problems("registered_on", self.registered_on, today)
        problems += day_problems("consent_on", self.consent_on, today)
        problems += length_problems("consent_note", self.consent_note, LONGEST_LINE)
        problems += length_problems("their_number", self.their_number, LONGEST_NAME)
        if self.dossier_type not in vocabulary(DOSSIERS):
            problems.append(Problem("dossier_type", "comensha.dossier_missing"))
        if not clean(self.registered_on):
            problems.append(Problem("registered_on", "comensha.day_missing"))
        return problems + self._problems_of_consent(whom)

    def _problems_of_consent(self, whom: Registrable) -> list[Problem]:
        if self.consent not in vocabulary(CONSENTS):
            return [Problem("consent", "comensha.consent_missing")]
        term = vocabulary(CONSENTS)[self.consent]
        if represents(self.consent) and whom.unsafe:
            return [Problem("consent", "comensha.guardian_unsafe")]
        if not _fits(term, whom.age):
            return [Problem("consent", "comensha.consent_of_age")]
        problems = []
        if is_consent(self.consent) and not clean(self.consent_on):
            problems.append(Problem("consent_on", "comensha.consent_day_missing"))
        if asks_who(self.consent) and not clean(self.consent_note):
            problems.append(Problem("consent_note", "comensha.consent_who_missing"))
        given, done = dates.parse_day(self.consent_on), dates.parse_day(self.registered_on)
        if given and done and done < given:
            problems.append(Problem("registered_on", "comensha.before_consent"))
        return problems


@dataclass(slots=True)
class ReasonDraft:
    """Why a victim is not registered, as typed: ``state`` is refused or not_needed."""

    person_id: int = 0
    state: str = ""
    reason: str = ""

    def validate(self) -> list[Problem]:
        """Return what must be mended before this can stand."""
        problems = length_problems("reason", self.reason, LONGEST_TEXT)
        if self.state not in REASONED:
            problems.append(Problem("state", "draft.choice_unknown"))
        return problems if clean(self.reason) else [*problems, Problem("reason", "comensha.reason_missing")]


@dataclass(slots=True)
class FeedbackDraft:
    """What CoMensha told back, as typed."""

    person_id: int = 0
    feedback_on: str = ""
    feedback: str = ""
    their_number: str = ""

    def validate(self, today: date, registered_on: date | None) -> list[Problem]:
        """Return what must be mended before this can be kept."""
        problems = day_problems("feedback_on", self.feedback_on, today)
        problems += length_problems("feedback", self.feedback, LONGEST_TEXT)
        problems += length_problems("their_number", self.their_number, LONGEST_NAME)
        if not clean(self.feedback_on):
            problems.append(Problem("feedback_on", "comensha.feedback_day_missing"))
        if not clean(self.feedback):
            problems.append(Problem("feedback", "comensha.feedback_missing"))
        came = dates.parse_day(self.feedback_on)
        if came and registered_on and came < registered_on:
            problems.append(Problem("feedback_on", "comensha.feedback_before"))
        return problems


@dataclass(frozen=True, slots=True)
class YearRow:
    """One victim in the list of a year; ``state`` is "" where nothing was noted.

    ``name``, ``reason`` and ``feedback`` stay inside: what somebody wrote freely can name anybody.
    """

    person_id: int
    reference: str
    name: str
    state: str
    dossier_type: str
    due_on: date | None
    registered_on: date | None
    their_number: str
    feedback_on: date | None
    feedback: str
    reason: str


@dataclass(frozen=True, slots=True)
class Outgoing:
    """What somebody wants to hand out: what for, and whether with the name."""

    purpose: str = ""
    with_name: bool = False

    def problems(self) -> list[Problem]:
        """Return what must be told before anything leaves."""
        known = self.purpose in vocabulary(PURPOSES)
        return [] if known else [Problem("purpose", "comensha.purpose_missing")]


def consents_for(whom: Registrable) -> tuple[str, ...]:
    """Return on whose word somebody of this age can be registered; of an unknown age on any that is safe."""
    terms = (term for term in vocabulary(CONSENTS) if _fits(term, whom.age))
    return tuple(term.code for term in terms if not (whom.unsafe and term.get("represents")))


def is_consent(code: str) -> bool:
    """Say whether this is somebody's own word, and no duty."""
    return code in vocabulary(CONSENTS) and vocabulary(CONSENTS)[code].get("consents") == "yes"


def represents(code: str) -> bool:
    """Say whether a parent or guardian gives this word in the place of a victim."""
    return code in vocabulary(CONSENTS) and bool(vocabulary(CONSENTS)[code].get("represents"))


def asks_who(code: str) -> bool:
    """Say whether it has to be told who signed, or whose duty it is."""
    return code in vocabulary(CONSENTS) and vocabulary(CONSENTS)[code].get("who") == "yes"


def _fits(term: Term, age: int | None) -> bool:
    if age is None:
        return True
    return int(term.get("age_from", "0")) <= age <= int(term.get("age_to", str(_ANY_AGE)))


def person_reference(uid: str, case_reference: str = "") -> str:
    """Return by what a victim goes outside: the number of the case, or a code that tells nothing of the person."""
    return case_reference or f"P-{uid[:8].upper()}"
