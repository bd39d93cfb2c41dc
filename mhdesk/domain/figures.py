"""What can be counted, and by what: each unit of count has dimensions of its own."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from mhdesk.domain.vocabulary import UNKNOWN, vocabulary


class Unit(StrEnum):
    """What one count counts; in a table of a unit everything counts once, so that its parts add up."""

    SIGNALS = "signals"
    PERSONS = "persons"
    NEEDS = "needs"
    TRIAGES = "triages"
    DECISIONS = "decisions"
    REFERRALS = "referrals"
    ANSWERS = "answers"
    OUTCOMES = "outcomes"
    COMENSHA = "comensha"
    CASES = "cases"
    CLOSINGS = "closings"


FORM: Final = "form"
MUNICIPALITY: Final = "municipality"
ROLE: Final = "role"
SEX: Final = "sex"
AGE: Final = "age"
NATIONALITY: Final = "nationality"
KIND: Final = "kind"
REASON: Final = "reason"
SOURCE: Final = "source"
CHANNEL: Final = "channel"
SEVERITY: Final = "severity"
TRIAGE: Final = "triage"
WAIT: Final = "wait"
CHOICE: Final = "choice"
GROUND: Final = "ground"
RECEIVER: Final = "receiver"
PURPOSE: Final = "purpose"
ANSWER: Final = "answer"
OUTCOME: Final = "outcome"
DOSSIER: Final = "dossier"
CONSENT: Final = "consent"
RISK: Final = "risk"
OUTSIDE: Final = "outside_region"
NOT_ASSESSED: Final = "not_assessed"

VOCABULARIES: Final[Mapping[Unit, Mapping[str, str]]] = {
    Unit.SIGNALS: {
        FORM: "exploitation_forms",
        MUNICIPALITY: "municipalities",
        SOURCE: "disciplines",
        CHANNEL: "channels",
        SEVERITY: "signal_severities",
    },
    Unit.PERSONS: {
        ROLE: "involvement_roles",
        SEX: "sexes",
        AGE: "age_bands",
        NATIONALITY: "nationality_groups",
    },
    Unit.NEEDS: {KIND: "referral_purposes", REASON: "unmet_reasons", MUNICIPALITY: "municipalities"},
    Unit.TRIAGES: {TRIAGE: "triage_outcomes", WAIT: "waiting_bands"},
    Unit.DECISIONS: {GROUND: "decision_grounds", ROLE: "decided_roles", WAIT: "waiting_bands"},
    Unit.REFERRALS: {
        RECEIVER: "organisation_groups",
        PURPOSE: "referral_purposes",
        ANSWER: "referral_answers",
        MUNICIPALITY: "municipalities",
    },
    Unit.ANSWERS: {
        ANSWER: "first_answers",
        WAIT: "waiting_bands",
        RECEIVER: "organisation_groups",
        PURPOSE: "referral_purposes",
    },
    Unit.OUTCOMES: {
        OUTCOME: "referral_outcomes",
        RECEIVER: "organisation_groups",
        PURPOSE: "referral_purposes",
    },
    Unit.COMENSHA: {DOSSIER: "counted_dossiers", CONSENT: "counted_consents"},
    Unit.CASES: {RISK: "risk_levels"},
    Unit.CLOSINGS: {REASON: "case_closing_reasons", OUTCOME: "case_outcomes"},
}
"""The dimensions of each unit, and the vocabulary of each dimension: everything that counts has one code in each.

No code of one dimension stands for the same things as a code of another one ("no ground" would be "informed"): a reader
who knows that would fill in what one table withholds from the other. So grounds are spelled with their choice, and the
answers to referrals are of another unit than the days that they took. For the same reason triages and decisions have no
municipality and no form: nearly every signal is assessed, and signals by municipality are protected elsewhere.
"""

SHOWN: Final[Mapping[Unit, tuple[str, ...]]] = {
    Unit.SIGNALS: (FORM, MUNICIPALITY),
    Unit.PERSONS: (ROLE, SEX, AGE, NATIONALITY),
    Unit.NEEDS: (KIND, REASON, MUNICIPALITY),
    Unit.TRIAGES: (TRIAGE, WAIT),
    Unit.DECISIONS: (CHOICE, GROUND, ROLE, WAIT),
    Unit.REFERRALS: (RECEIVER, PURPOSE, ANSWER),
    Unit.ANSWERS: (ANSWER, WAIT),
    Unit.OUTCOMES: (OUTCOME, PURPOSE),
    Unit.COMENSHA: (DOSSIER, CONSENT),
    Unit.CASES: (RISK,),
    Unit.CLOSINGS: (REASON, OUTCOME),
}
"""By what each unit is shown where nobody chose."""

PLAIN: Final = frozenset({MUNICIPALITY, WAIT})
"""Dimensions that are no secret: that a whole group falls in one of their categories harms nobody.

Who told of somebody, and where somebody was taken in, are secrets, however many it concerns.
"""


def nationality_group(code: str) -> str:
    """Return the group in which figures count a nationality."""
    if code in {"", UNKNOWN}:
        return UNKNOWN
    groups = (term.code for term in vocabulary("nationality_groups") if code in term.get("members").split())
    return next(groups, "other")


def days_band(days: int | None) -> str:
    """Return the band of a number of days; what nobody knows, or lies before it began, is unknown."""
    bands = (
        (term.code, term.get("first"), term.get("last", "1000000")) for term in vocabulary("waiting_bands")
    )
    known = -1 if days is None else days
    return next((code for code, first, last in bands if first and int(first) <= known <= int(last)), UNKNOWN)
