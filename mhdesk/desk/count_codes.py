"""Under which code of each dimension something counts: everything has exactly one in every dimension of its unit."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Final

from mhdesk.domain.dates import Birth
from mhdesk.domain.figures import (
    AGE,
    ANSWER,
    CONSENT,
    DOSSIER,
    GROUND,
    KIND,
    MUNICIPALITY,
    NATIONALITY,
    OUTCOME,
    PURPOSE,
    REASON,
    RECEIVER,
    RISK,
    ROLE,
    SEX,
    TRIAGE,
    WAIT,
    Unit,
    days_band,
    nationality_group,
)
from mhdesk.domain.informing import Choice
from mhdesk.domain.periods import Period
from mhdesk.domain.referral_steps import ReferralState
from mhdesk.domain.signals import ROLES_TO_INFORM
from mhdesk.domain.unmet import age_band
from mhdesk.domain.vocabulary import UNKNOWN
from mhdesk.store import case_counts, happenings, headcounts, referral_counts
from mhdesk.store.case_counts import CountedCase, CountedClosing, CountedRegistration
from mhdesk.store.database import Connection
from mhdesk.store.happenings import CountedDecision, CountedTriage
from mhdesk.store.headcounts import CountedNeed, CountedPerson
from mhdesk.store.past import Past
from mhdesk.store.referral_counts import CountedReferral, CountedStep

Told = Iterator[tuple[date, Mapping[str, str]]]
"""What counts: the day of each thing, and its code in every dimension of its unit, municipalities as recorded."""

_ACCEPTED: Final = frozenset({ReferralState.ACCEPTED, ReferralState.STARTED, ReferralState.ENDED})


def persons(connection: Connection, span: Period, past: Past) -> Told:
    """Yield whom a period counts."""
    return ((one.day, _person(one)) for one in headcounts.persons_in(connection, span, past))


def needs(connection: Connection, span: Period, past: Past) -> Told:
    """Yield for whom help was not found."""
    return ((one.day, _need(one)) for one in headcounts.needs_in(connection, span, past))


def triages(connection: Connection, span: Period, past: Past) -> Told:
    """Yield what was assessed."""
    return ((one.day, _triage(one)) for one in happenings.triages_in(connection, span, past))


def decisions(connection: Connection, span: Period, past: Past) -> Told:
    """Yield what was decided about informing."""
    return ((one.day, _decision(one)) for one in happenings.decisions_in(connection, span, past))


def referrals(connection: Connection, span: Period, past: Past) -> Told:
    """Yield who was referred."""
    return ((one.day, _referral(one)) for one in referral_counts.referrals_in(connection, span, past))


def answers(connection: Connection, span: Period, past: Past) -> Told:
    """Yield what was answered to referrals."""
    return ((one.day, _answer(one)) for one in referral_counts.answers_in(connection, span, past))


def outcomes(connection: Connection, span: Period, past: Past) -> Told:
    """Yield how help ended."""
    return ((one.day, _outcome(one)) for one in referral_counts.ends_in(connection, span, past))


def registrations(connection: Connection, span: Period, past: Past) -> Told:
    """Yield who was registered with CoMensha."""
    return ((one.day, _registration(one)) for one in case_counts.registrations_in(connection, span, past))


def cases(connection: Connection, span: Period, past: Past) -> Told:
    """Yield whose case was opened."""
    return ((one.day, _case(one)) for one in case_counts.cases_in(connection, span, past))


def closings(connection: Connection, span: Period, past: Past) -> Told:
    """Yield whose case was closed."""
    return ((one.day, _closing(one)) for one in case_counts.closings_in(connection, span, past))


READINGS: Final[Mapping[Unit, Callable[[Connection, Period, Past], Told]]] = {
    Unit.PERSONS: persons,
    Unit.NEEDS: needs,
    Unit.TRIAGES: triages,
    Unit.DECISIONS: decisions,
    Unit.REFERRALS: referrals,
    Unit.ANSWERS: answers,
    Unit.OUTCOMES: outcomes,
    Unit.COMENSHA: registrations,
    Unit.CASES: cases,
    Unit.CLOSINGS: closings,
}
"""What each unit counts; signals are counted by the database."""


def _person(one: CountedPerson) -> dict[str, str]:
    age = Birth(one.birth_on).age_on(one.day) if one.birth_on else None
    return {
        ROLE: one.role,
        SEX: one.sex or UNKNOWN,
        AGE: age_band(age),
        NATIONALITY: nationality_group(one.nationality),
    }


def _need(one: CountedNeed) -> dict[str, str]:
    return {KIND: one.purpose, REASON: one.reason, MUNICIPALITY: one.municipality or UNKNOWN}


def _triage(one: CountedTriage) -> dict[str, str]:
    return {
        TRIAGE: one.outcome,
        WAIT: _wait(one.received_on, one.day),
    }


def _decision(one: CountedDecision) -> dict[str, str]:
    informs = one.choice == Choice.INFORM
    return {
        GROUND: one.choice if informs else f"{one.choice}_{one.ground or UNKNOWN}",
        ROLE: one.role if one.role in ROLES_TO_INFORM else "other",
        WAIT: _wait(one.received_on, one.day),
    }


def _referral(one: CountedReferral) -> dict[str, str]:
    return {
        RECEIVER: one.receiver,
        PURPOSE: one.purpose,
        ANSWER: _standing(one.state) or "none",
        MUNICIPALITY: one.municipality,
    }


def _answer(one: CountedStep) -> dict[str, str]:
    return {
        ANSWER: _standing(one.state),
        WAIT: _wait(one.referred_on, one.day),
        RECEIVER: one.receiver,
        PURPOSE: one.purpose,
    }


def _outcome(one: CountedStep) -> dict[str, str]:
    return {OUTCOME: one.outcome or UNKNOWN, RECEIVER: one.receiver, PURPOSE: one.purpose}


def _registration(one: CountedRegistration) -> dict[str, str]:
    return {DOSSIER: one.dossier or UNKNOWN, CONSENT: one.consent or UNKNOWN}


def _case(one: CountedCase) -> dict[str, str]:
    return {RISK: one.risk or UNKNOWN}


def _closing(one: CountedClosing) -> dict[str, str]:
    return {REASON: one.reason, OUTCOME: one.outcome or UNKNOWN}


def _standing(state: str) -> str:
    """Return the code of an answer for where a referral stood; help that began was accepted."""
    return "accepted" if state in _ACCEPTED else state


def _wait(since: date | None, until: date) -> str:
    return days_band((until - since).days if since else None)
