"""Referrals as figures count them: who was referred, what was answered, how it ended.

Somebody counts once for each kind of help: the first referral for it, the first answer, the first end. So five
referrals for a shelter are five people, and not one for whom five doors stayed closed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import CTE, ColumnElement, Connection, Subquery, and_, case, func, select

from mhdesk.domain.periods import Period
from mhdesk.domain.referral_steps import ReferralState
from mhdesk.store.happenings import counted, whoever
from mhdesk.store.headcounts import within
from mhdesk.store.past import NOW, Past
from mhdesk.store.schema import involvement, organisation, person, referral, referral_answer, signal

ANSWER_WITHIN: Final = 42
"""Days after which what is answered to a referral does not change any more in figures."""
_BEGINNINGS: Final = (ReferralState.PROPOSED, ReferralState.SENT)
_ANSWERS: Final = (
    *(ReferralState.ACCEPTED, ReferralState.STARTED),
    *(ReferralState.DECLINED, ReferralState.WAITING_LIST),
)
_STANDS: Final = (*_ANSWERS, ReferralState.ENDED, ReferralState.WITHDRAWN)
_DAY: Final = len("2026-03-31")


@dataclass(frozen=True, slots=True)
class CountedReferral:
    """The first referral of somebody for its purpose; ``state`` is where it stood six weeks later, "" for nowhere."""

    day: date
    receiver: str
    purpose: str
    municipality: str
    state: str


@dataclass(frozen=True, slots=True)
class CountedStep:
    """The first answer to referrals of somebody for a purpose, or their first end."""

    day: date
    state: str
    outcome: str
    receiver: str
    purpose: str
    municipality: str
    referred_on: date


def referrals_in(connection: Connection, period: Period, past: Past = NOW) -> tuple[CountedReferral, ...]:
    """Return who was referred in ``period``, with what was answered within six weeks."""
    sent = _sent(past)
    place = func.row_number().over(
        partition_by=(sent.c.who, sent.c.nobody, sent.c.alone, sent.c.purpose),
        order_by=(sent.c.day, sent.c.id),
    )
    first = select(sent, place.label("place")).subquery()
    stood = _stood(past, sent)
    rows = connection.execute(
        select(first.c.day, first.c.receiver, first.c.purpose, first.c.municipality)
        .add_columns(func.coalesce(stood.c.state, ""))
        .join_from(first, stood, and_(stood.c.referral_id == first.c.id, stood.c.place == 1), isouter=True)
        .where(first.c.place == 1, within(first.c.day, period))
    )
    return tuple(CountedReferral(date.fromisoformat(row[0]), *row[1:]) for row in rows)


def answers_in(connection: Connection, period: Period, past: Past = NOW) -> tuple[CountedStep, ...]:
    """Return what was answered first in ``period``."""
    return _first_steps(connection, period, past, _ANSWERS)


def ends_in(connection: Connection, period: Period, past: Past = NOW) -> tuple[CountedStep, ...]:
    """Return how help ended first in ``period``."""
    return _first_steps(connection, period, past, (ReferralState.ENDED,))


def _first_steps(
    connection: Connection, period: Period, past: Past, states: tuple[ReferralState, ...]
) -> tuple[CountedStep, ...]:
    sent, step = _sent(past), referral_answer
    day = _day_of_step()
    place = func.row_number().over(
        partition_by=(sent.c.who, sent.c.nobody, sent.c.alone, sent.c.purpose), order_by=(day, step.c.id)
    )
    ranked = (
        select(day.label("day"), step.c.state, step.c.outcome)
        .add_columns(sent.c.receiver, sent.c.purpose, sent.c.municipality, sent.c.day.label("referred_on"))
        .add_columns(place.label("place"))
        .join_from(step, sent, sent.c.id == step.c.referral_id)
        .where(step.c.state.in_(states), past.recorded(step))
        .subquery()
    )
    said = (ranked.c[name] for name in ("day", "state", "outcome", "receiver", "purpose", "municipality"))
    asked = select(*said, ranked.c.referred_on).where(ranked.c.place == 1, within(ranked.c.day, period))
    rows = connection.execute(asked)
    return tuple(
        CountedStep(date.fromisoformat(row[0]), *row[1:6], date.fromisoformat(row[6])) for row in rows
    )


def _sent(past: Past) -> CTE:
    """Return every referral that was sent, not only proposed, on the day on which that was, and who it is about."""
    told, involved, her = past.of(signal), past.of(involvement), past.of(person).alias("her")
    receiver, begun = past.of(organisation), _begun(past)
    day = case((begun.c.referral_id.is_(None), referral.c.referred_on), else_=begun.c.sent_on)
    who, nobody, alone = whoever(her, involved, referral)
    return (
        select(referral.c.id, referral.c.purpose, receiver.c.group.label("receiver"), told.c.municipality)
        .add_columns(day.label("day"), who.label("who"), nobody.label("nobody"), alone.label("alone"))
        .join_from(referral, told, told.c.id == referral.c.signal_id)
        .join(receiver, receiver.c.id == referral.c.organisation_id)
        .outerjoin(begun, begun.c.referral_id == referral.c.id)
        .outerjoin(involved, involved.c.id == referral.c.involvement_id)
        .outerjoin(her, her.c.id == involved.c.person_id)
        .where(counted(past), past.recorded(referral), day.is_not(None))
        .cte("sent")
    )


def _begun(past: Past) -> Subquery:
    """Return of each referral when it was sent, NULL for one that was only proposed; older ones have no such steps."""
    step = referral_answer
    sent_on = func.min(case((step.c.state == ReferralState.SENT, step.c.answered_on)))
    return (
        select(step.c.referral_id, sent_on.label("sent_on"))
        .where(step.c.state.in_(_BEGINNINGS), past.recorded(step))
        .group_by(step.c.referral_id)
        .subquery("begun")
    )


def _stood(past: Past, sent: CTE) -> Subquery:
    """Return every step in time, by referral, the last one first."""
    step = referral_answer
    day = _day_of_step()
    place = func.row_number().over(partition_by=step.c.referral_id, order_by=(day.desc(), step.c.id.desc()))
    return (
        select(step.c.referral_id, step.c.state, place.label("place"))
        .join_from(step, sent, sent.c.id == step.c.referral_id)
        .where(step.c.state.in_(_STANDS), past.recorded(step))
        .where(day <= func.date(sent.c.day, f"+{ANSWER_WITHIN} days"))
        .subquery("stood")
    )


def _day_of_step() -> ColumnElement[str]:
    step = referral_answer
    return func.coalesce(step.c.answered_on, func.substr(step.c.recorded_at, 1, _DAY))
