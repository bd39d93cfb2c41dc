"""The source of a signal: who reported, and whether that may ever be told outside the team.

Uitvoeringsbesluit Wmo 2015 art. 4.1.8 lid 3: what a professional reported may be told with its source, unless telling
it endangers the victim or the household, endangers the reporter or the staff, or seriously disturbs the trust in the
professional; of anybody else the source is told only with consent.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from mhdesk.domain.problems import Problem
from mhdesk.domain.text import LONGEST_LINE, clean
from mhdesk.domain.vocabulary import vocabulary
from mhdesk.wording import say

if TYPE_CHECKING:
    from mhdesk.domain.signals import SignalDraft
    from mhdesk.domain.views import SignalDetails


class Capacity(StrEnum):
    """As what somebody reported."""

    PROFESSIONAL = "professional"
    PRIVATE = "private"
    ANONYMOUS = "anonymous"
    UNKNOWN = "unknown"


class Consent(StrEnum):
    """What a private reporter said to being named; "" is not known."""

    GIVEN = "given"
    REFUSED = "refused"
    NOT_ASKED = "not_asked"


@dataclass(frozen=True, slots=True)
class Source:
    """What is known of a source.

    ``ground`` is why a professional stays secret, ``confidential`` what was asked for beside these answers: it wins.
    """

    capacity: str
    consent: str = ""
    ground: str = ""
    confidential: bool = False

    @classmethod
    def of(cls, told: SignalDraft | SignalDetails) -> Source:
        """Return the source of a signal, as it is recorded or as somebody types it."""
        return cls(told.source_capacity, told.source_consent, told.source_ground, told.source_confidential)


def may_be_named(source: Source) -> bool:
    """Say whether a source may be told outside the team. What this version does not know stays secret."""
    return not source.confidential and _rule(source)


def _rule(source: Source) -> bool:
    if ground_matters(source.capacity):
        return not source.ground
    return consent_matters(source.capacity) and source.consent == Consent.GIVEN


def why(source: Source) -> str:
    """Return in a sentence whether a source may be told, and why."""
    if _rule(source):
        if source.confidential:
            return say("source.secret_asked")
        return say(
            "source.named_consent" if consent_matters(source.capacity) else "source.named_professional"
        )
    if ground_matters(source.capacity):
        return say("source.secret_ground", ground=vocabulary("source_grounds").label(source.ground))
    if not consent_matters(source.capacity):
        return say("source.secret_anonymous")
    if source.consent == Consent.REFUSED:
        return say("source.secret_refused")
    return say("source.secret_private" if source.capacity == Capacity.PRIVATE else "source.secret_unknown")


def ground_matters(capacity: str) -> bool:
    """Say whether somebody of this capacity stays secret only on a ground."""
    return capacity == Capacity.PROFESSIONAL


def consent_matters(capacity: str) -> bool:
    """Say whether somebody of this capacity is named only with consent: an unknown one counts as private."""
    return capacity in {Capacity.PRIVATE, Capacity.UNKNOWN}


def source_for_outside(details: SignalDetails) -> str:
    """Return what may be told of the source to anybody outside the team: who it is, or "" for a secret one.

    Nothing that leaves tells of a source in another way: discipline and organisation, never a person's name.
    """
    if not may_be_named(Source.of(details)):
        return ""
    return ", ".join(
        filter(None, (vocabulary("disciplines").label(details.discipline), details.organisation))
    )


def feedback(capacity: str) -> str:
    """Return what the reporter may be told of what became of a report (Wmo 2015 art. 4.1.1 lid 2 onder g)."""
    if capacity == Capacity.ANONYMOUS:
        return say("source.feedback_anonymous")
    return say("source.feedback_professional" if ground_matters(capacity) else "source.feedback_private")


def proposed(channel: str, discipline: str) -> str:
    """Return as what somebody probably reported; "unknown" where neither the way nor the discipline tells.

    Both vocabularies say so themselves. A tip line proposes "anonymous", whoever the tip came from.
    """
    for name, code in (("channels", channel), ("disciplines", discipline)):
        words = vocabulary(name)
        if code in words and (found := words[code].get("capacity")):
            return found
    return Capacity.UNKNOWN


def settled(draft: SignalDraft) -> dict[str, str | bool]:
    """Return the columns of the source as a valid draft tells them, without what its capacity does not ask."""
    source = Source(
        draft.source_capacity,
        draft.source_consent if consent_matters(draft.source_capacity) else "",
        draft.source_ground if ground_matters(draft.source_capacity) else "",
        draft.source_confidential,
    )
    return {
        "source_capacity": source.capacity,
        "source_consent": source.consent,
        "source_ground": source.ground,
        "source_note": clean(draft.source_note),
        "source_confidential": not may_be_named(source),
    }


def source_problems(draft: SignalDraft) -> list[Problem]:
    """Return what must be mended about the source of a draft."""
    chosen = {
        "source_capacity": ("source_capacities", draft.source_capacity),
        "source_consent": ("source_consents", draft.source_consent),
        "source_ground": ("source_grounds", draft.source_ground),
    }
    problems = [
        Problem(name, "draft.choice_unknown")
        for name, (words, code) in chosen.items()
        if code not in vocabulary(words) and (code or name == "source_capacity")
    ]
    if len(clean(draft.source_note)) > LONGEST_LINE:
        problems.append(Problem("source_note", "draft.too_long", {"most": LONGEST_LINE}))
    return problems
