"""Referrals that fit the form of exploitation, with consent or another ground, and the answers to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import Final

from mhdesk.domain.referrals import (
    BASES_TO_EXPLAIN,
    AnswerDraft,
    ReferralDraft,
    ReferralState,
    proposed_answer_by,
)
from mhdesk.fiction.dice import Dice, Shares
from mhdesk.fiction.moments import spelled
from mhdesk.fiction.people import Somebody
from mhdesk.fiction.texts import load

_CONSENT_OF_ONES_OWN: Final = 16
_OFFICIAL: Final = frozenset({"investigation", "labour_inspection", "youth_protection"})
_OFFICIAL_BASES: Final = Shares({"legal_ground": 60, "consent_oral": 30, "not_asked": 10})
_BASES: Final = Shares({"consent_oral": 55, "consent_written": 40, "not_asked": 5})
_ANSWERS: Final = Shares({ReferralState.ACCEPTED: 86, ReferralState.DECLINED: 14})
_RECENT_ANSWERS: Final = Shares(
    {ReferralState.ACCEPTED: 60, ReferralState.DECLINED: 15, ReferralState.WAITING_LIST: 25}
)
_SILENT_DAYS: Final = 75
_ASKED_FOR: Final = timedelta(days=30)
"""How long ago a referral was made at most that has a day for its answer: before that nobody kept such days."""
_HELP: Final = frozenset({"shelter", "care", "legal", "day_activities", "practical"})
_BEGINS_AFTER: Final = timedelta(days=6)
_LASTS: Final = timedelta(days=84)
_ENDINGS: Final = ("reached", "partly", "stopped_by_client", "goes_on_elsewhere")


@cache
def _choices(table: str, form: str) -> Sequence[tuple[str, str]]:
    row = next(row for row in load("follow_up")[table] if form in row["forms"])
    return tuple((organisation, purpose) for organisation, purpose in row["choices"])


def refer(dice: Dice, form: str, about: Somebody | None, day: date) -> ReferralDraft:
    """Return a referral of one person, or of a place when ``about`` is None, made on ``day``."""
    organisation, purpose = dice.pick(_choices("referral" if about else "referral_of_place", form))
    basis = _basis(dice, purpose, about)
    return ReferralDraft(
        organisation_name=organisation,
        purpose=purpose,
        basis=basis,
        basis_note=_explanation(dice, basis, purpose),
        referred_on=spelled(day),
        note=dice.pick(load("follow_up")["referral_texts"]["note"]),
    )


def _basis(dice: Dice, purpose: str, about: Somebody | None) -> str:
    if about is None:
        return "legal_ground"
    basis = dice.draw(_OFFICIAL_BASES if purpose in _OFFICIAL else _BASES)
    young = about.age < _CONSENT_OF_ONES_OWN
    return "consent_guardian" if young and basis.startswith("consent") else basis


def _explanation(dice: Dice, basis: str, purpose: str) -> str:
    if basis not in BASES_TO_EXPLAIN:
        return ""
    if basis == "not_asked":
        reasons: Sequence[str] = load("follow_up")["referral_texts"]["not_asked"]
    else:
        grounds = load("follow_up")["referral_grounds"]
        reasons = grounds.get(purpose, grounds["any"])
    return dice.pick(reasons)


def answer(dice: Dice, purpose: str, referred: date, yesterday: date) -> tuple[date, AnswerDraft] | None:
    """Return an answer and its day; None while it has not come. Nobody is kept waiting for long."""
    recent = (yesterday - referred).days < _SILENT_DAYS
    day = referred + timedelta(days=dice.between(1, 24))
    if day > yesterday or (recent and dice.happens(0.45)):
        return None
    state = dice.draw(_RECENT_ANSWERS if recent else _ANSWERS)
    texts = load("follow_up")["answers"]
    text = dice.pick(texts.get(f"{state}_{purpose}", texts[state]))
    return day, AnswerDraft(state=state, answered_on=spelled(day), answer=text)


def with_day_of_answer(referral: ReferralDraft, day: date, yesterday: date) -> ReferralDraft:
    """Return a referral with how soon it is wanted and by when, if it is of late."""
    if yesterday - day > _ASKED_FOR:
        return referral
    until = proposed_answer_by("normal", day)
    return replace(referral, urgency="normal", answer_by=spelled(until) if until else "")


def help_after(
    purpose: str, answered: date, state: str, yesterday: date
) -> Iterator[tuple[date, AnswerDraft]]:
    """Yield how help that was accepted began and ended; the day decides, so that nothing else in a story changes."""
    began, ended = answered + _BEGINS_AFTER, answered + _BEGINS_AFTER + _LASTS
    if state != ReferralState.ACCEPTED or purpose not in _HELP or began > yesterday:
        return
    texts = load("follow_up")["help"]
    picked = answered.toordinal()
    begun = texts["started"][picked % len(texts["started"])]
    yield began, AnswerDraft(state=ReferralState.STARTED, answered_on=spelled(began), answer=begun)
    if ended <= yesterday and picked % 3:
        over = texts["ended"][picked % len(texts["ended"])]
        how = _ENDINGS[picked % len(_ENDINGS)]
        yield (
            ended,
            AnswerDraft(state=ReferralState.ENDED, answered_on=spelled(ended), answer=over, outcome=how),
        )
