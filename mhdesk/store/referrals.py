"""Referrals, their steps and what is kept of their letters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, func, insert, select, update

from mhdesk.domain.views import AnswerView, LetterView, ReferralView
from mhdesk.store import ids, organisations, revisions, users
from mhdesk.store.schema import involvement, organisation, referral, referral_answer, referral_letter
from mhdesk.store.values import from_codes, to_day, to_moment


def add(connection: Connection, values: Mapping[str, Any]) -> int:
    """Add a referral and return the id."""
    return ids.add(connection, referral, values)


def take_step(connection: Connection, step: Mapping[str, Any], values: Mapping[str, Any]) -> None:
    """Keep a step beside those that came before; the referral itself carries where it stands now, ``values``."""
    keep_step(connection, step)
    change(connection, step["referral_id"], values)


def keep_step(connection: Connection, step: Mapping[str, Any]) -> None:
    """Keep a step of a referral that stands there already."""
    connection.execute(insert(referral_answer).values(**step))


def change(connection: Connection, referral_id: int, values: Mapping[str, Any]) -> None:
    """Let a referral say something else, one version later."""
    changed = {**values, "version": referral.c.version + 1}
    connection.execute(update(referral).where(referral.c.id == referral_id).values(**changed))


def get(connection: Connection, referral_id: int) -> Row[Any] | None:
    """Return the row of a referral, or None when there is no such referral."""
    return connection.execute(select(referral).where(referral.c.id == referral_id)).one_or_none()


def of_signal(connection: Connection, signal_id: int) -> tuple[ReferralView, ...]:
    """Return the referrals of a signal, newest first."""
    return _views(connection, referral.c.signal_id == signal_id)


def of_person(connection: Connection, person_id: int) -> tuple[ReferralView, ...]:
    """Return the referrals of a person in whatever role, newest first: not those of a signal as a whole."""
    theirs = select(involvement.c.id).where(involvement.c.person_id == person_id)
    return _views(connection, referral.c.involvement_id.in_(theirs))


def view(connection: Connection, referral_id: int) -> ReferralView | None:
    """Return one referral with its steps, or None when there is no such referral."""
    return next(iter(_views(connection, referral.c.id == referral_id)), None)


def _views(connection: Connection, which: ColumnElement[bool]) -> tuple[ReferralView, ...]:
    people = users.names(connection)
    answers = _answers(connection, which, people)
    letters = _letters(connection, which, people)
    question = select(referral, organisation.c.name).join(organisation).where(which)
    rows = connection.execute(question.order_by(referral.c.id.desc())).all()
    said = organisations.by_name(connection, revisions.of(connection, "referral", [row.id for row in rows]))
    return tuple(
        replace(
            _view(row, people, tuple(answers.get(row.id, ())), tuple(letters.get(row.id, ()))),
            history=said.get(row.id, ()),
        )
        for row in rows
    )


def _view(
    row: Row[Any], people: Mapping[int, str], steps: tuple[AnswerView, ...], letters: tuple[LetterView, ...]
) -> ReferralView:
    return ReferralView(
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
        answers=steps,
        historic=row.historic,
        recorded_at=to_moment(row.recorded_at),
        recorded_by=people.get(row.recorded_by, ""),
        signal_id=row.signal_id,
        version=row.version,
        urgency=row.urgency,
        answer_by=to_day(row.answer_by),
        consent_on=to_day(row.consent_on),
        shared=from_codes(row.shared),
        waiting_place=row.waiting_place,
        waiting_since=to_day(row.waiting_since),
        started_on=to_day(row.started_on),
        ended_on=to_day(row.ended_on),
        outcome=row.outcome,
        letters=letters,
    )


def _answers(
    connection: Connection, which: ColumnElement[bool], people: Mapping[int, str]
) -> dict[int, list[AnswerView]]:
    """Return every step of some referrals, by referral, newest first."""
    found: dict[int, list[AnswerView]] = {}
    rows = connection.execute(
        select(referral_answer).join(referral).where(which).order_by(referral_answer.c.id.desc())
    )
    for row in rows:
        view = AnswerView(
            state=row.state,
            answered_on=to_day(row.answered_on),
            answer=row.answer,
            recorded_at=to_moment(row.recorded_at),
            recorded_by=people.get(row.recorded_by, ""),
            place=row.place,
            outcome=row.outcome,
        )
        found.setdefault(row.referral_id, []).append(view)
    return found


def _letters(
    connection: Connection, which: ColumnElement[bool], people: Mapping[int, str]
) -> dict[int, list[LetterView]]:
    """Return the letters of some referrals without their content, by referral, newest first."""
    kept = referral_letter.c
    found: dict[int, list[LetterView]] = {}
    rows = connection.execute(
        select(
            kept.id,
            kept.referral_id,
            kept.sha256,
            func.length(kept.content).label("size"),
            kept.made_at,
            kept.made_by,
        )
        .join_from(referral_letter, referral)
        .where(which)
        .order_by(kept.id.desc())
    )
    for row in rows:
        by = people.get(row.made_by, "")
        one = LetterView(row.id, row.sha256, row.size, to_moment(row.made_at), by)
        found.setdefault(row.referral_id, []).append(one)
    return found
