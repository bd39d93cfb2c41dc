"""Referrals and their answers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection, insert, select, update

from mhdesk.domain.views import AnswerView, ReferralView
from mhdesk.store import ids, users
from mhdesk.store.schema import organisation, referral, referral_answer
from mhdesk.store.values import to_day, to_moment


def add(connection: Connection, values: Mapping[str, Any]) -> int:
    """Add a referral and return the id."""
    return ids.add(connection, referral, values)


def answer(connection: Connection, values: Mapping[str, Any]) -> None:
    """Keep an answer beside those that came before; the referral itself carries the last one."""
    connection.execute(insert(referral_answer).values(**values))
    last = {name: values[name] for name in ("state", "answered_on", "answer")}
    connection.execute(update(referral).where(referral.c.id == values["referral_id"]).values(**last))


def get(connection: Connection, referral_id: int) -> tuple[int, int | None, date | None] | None:
    """Return (signal id, involvement id, day of referral), or None when there is no such referral."""
    row = connection.execute(select(referral).where(referral.c.id == referral_id)).one_or_none()
    return (row.signal_id, row.involvement_id, to_day(row.referred_on)) if row else None


def of_signal(connection: Connection, signal_id: int) -> tuple[ReferralView, ...]:
    """Return the referrals of a signal, newest first."""
    people = users.names(connection)
    answers = _answers(connection, signal_id, people)
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
            answers=tuple(answers.get(row.id, ())),
            historic=row.historic,
            recorded_at=to_moment(row.recorded_at),
            recorded_by=people.get(row.recorded_by, ""),
        )
        for row in rows
    )


def _answers(
    connection: Connection, signal_id: int, people: Mapping[int, str]
) -> dict[int, list[AnswerView]]:
    """Return every answer to the referrals of a signal, by referral, newest first."""
    found: dict[int, list[AnswerView]] = {}
    rows = connection.execute(
        select(referral_answer)
        .join(referral)
        .where(referral.c.signal_id == signal_id)
        .order_by(referral_answer.c.id.desc())
    )
    for row in rows:
        view = AnswerView(
            state=row.state,
            answered_on=to_day(row.answered_on),
            answer=row.answer,
            recorded_at=to_moment(row.recorded_at),
            recorded_by=people.get(row.recorded_by, ""),
        )
        found.setdefault(row.referral_id, []).append(view)
    return found
