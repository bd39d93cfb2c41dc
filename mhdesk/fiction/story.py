"""One invented signal and everything that happened after it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from mhdesk.domain.indicators import AssessmentDraft
from mhdesk.domain.informing import InformDraft
from mhdesk.domain.referrals import AnswerDraft, ReferralDraft
from mhdesk.domain.signals import SignalDraft
from mhdesk.domain.triage import TriageDraft


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision on informing the person with index ``person``."""

    at: datetime
    person: int
    draft: InformDraft


@dataclass(frozen=True, slots=True)
class Referred:
    """A referral of the person with index ``person``, or of the signal as a whole."""

    at: datetime
    person: int | None
    draft: ReferralDraft


@dataclass(frozen=True, slots=True)
class Answered:
    """The answer to the referral with index ``referral`` among those of the signal."""

    at: datetime
    referral: int
    draft: AnswerDraft


@dataclass(frozen=True, slots=True)
class Assessed:
    """The signs of exploitation were gone through."""

    at: datetime
    draft: AssessmentDraft


@dataclass(frozen=True, slots=True)
class Triaged:
    """The signal was triaged."""

    at: datetime
    draft: TriageDraft


@dataclass(frozen=True, slots=True)
class Done:
    """The work with this term was done; ``how`` is in words."""

    at: datetime
    term: str
    how: str


@dataclass(frozen=True, slots=True)
class Ended:
    """The signal was closed or handed over; ``reason`` is in words."""

    at: datetime
    status: str
    reason: str


Event = Decided | Referred | Answered | Assessed | Triaged | Done | Ended


@dataclass(frozen=True, slots=True)
class Story:
    """An invented signal: the draft, when it was recorded, and what followed in the order of time.

    Moments are in UTC, in working hours: the day is the same all over Europe. Drafts validate on the day on which
    they were recorded; ids in them are empty, persons and referrals are named by index.
    """

    recorded_at: datetime
    signal: SignalDraft
    events: tuple[Event, ...]
