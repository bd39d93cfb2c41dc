"""Referrals and their answers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection, select, update

from mhdesk.domain.views import ReferralView
from mhdesk.store import ids, users
from mhdesk.store.schema import organisation, referral
from mhdesk.store.values import to_day, to_moment


def add(connection: Connection, values: Mapping[str, Any]) -> int:
    """Add a referral and return the id."""
    return ids.add(connection, referral, values)


def answer(connection: Connection, referral_id: int, *, state: str, answered_on: str, text: str) -> None:
    """Keep the organisation's answer."""
    values = {"state": state, "answered_on": answered_on, "answer": text}
    connection.execute(update(referral).where(referral.c.id == referral_id).values(**values))


def get(connection: Connection, referral_id: int) -> tuple[int, int | None, date | None] | None:
    """Return (signal id, involvement id, day of referral), or None when there is no such referral."""
    row = connection.execute(select(referral).where(referral.c.id == referral_id)).one_or_none()
    return (row.signal_id, row.involvement_id, to_day(row.referred_on)) if row else None


def first_day(connection: Connection, signal_id: int) -> date | None:
    """Return the day of the first referral of a signal: the first disclosure to another (AVG 14(3)(c))."""
    days = select(referral.c.referred_on).where(
        referral.c.signal_id == signal_id, referral.c.referred_on.is_not(None)
    )
    return to_day(connection.execute(days.order_by(referral.c.referred_on).limit(1)).scalar())


def of_signal(connection: Connection, signal_id: int) -> tuple[ReferralView, ...]:
    """Return the referrals of a signal, newest first."""
    people = users.names(connection)
    rows = connection.execute(
        select(referral, organisation.c.name)
        .join(organisation)
        .where(referral.c.signal_id == signal_id)
        .order_by(referral.c.id.desc())
    )
    return tuple(
        ReferralView(
            id=row.id,
            involvement_id=row.involvement_id,
            organisation_id=row.organisation_id,
            organisation=row.name,
            purpose=row.purpose,
            basis=row.basis,
            basis_note=row.basis_note,
            referred_on=to_day(row.referred_on),
            note=row.note,
            state=row.state,
            answered_on=to_day(row.answered_on),
            answer=row.answer,
            historic=row.historic,
            recorded_at=to_moment(row.recorded_at),
            recorded_by=people.get(row.recorded_by, ""),
        )
        for row in rows
    )
