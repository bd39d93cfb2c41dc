"""The list of referrals: ids by filter and order, and the lines of some of them."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, bindparam, select, text, true

from mhdesk.domain.referral_list import ReferralFilter, ReferralRow, Shown
from mhdesk.domain.referrals import OPEN, ReferralState
from mhdesk.store import involvements
from mhdesk.store.involvements import full_name
from mhdesk.store.schema import involvement, organisation, person, referral
from mhdesk.store.values import numbers, to_day

# As ix_referral_open says it, word for word: SQLite uses the index only then.
WAITED_FOR = text(
    "referral.state IN ('proposed', 'sent', 'received', 'waiting_list') AND referral.historic = 0"
)
_RUNNING = (ReferralState.ACCEPTED, ReferralState.STARTED)
_OVER = (ReferralState.ENDED, ReferralState.DECLINED, ReferralState.WITHDRAWN)


def ids(connection: Connection, wanted: ReferralFilter, today: date) -> array[int]:
    """Return the ids of the referrals that the filter lets through: overdue ones by day, others the newest first.

    Without the overdue ones a covering index of the list answers alone.
    """
    question = select(referral.c.id).where(_condition(wanted, today))
    if wanted.shown == Shown.OVERDUE:
        return numbers(connection.execute(question.order_by(referral.c.answer_by, referral.c.id)))
    newest = (referral.c.referred_on.desc(), referral.c.id.desc())
    return numbers(connection.execute(question.order_by(*newest)))


def _condition(wanted: ReferralFilter, today: date) -> ColumnElement[bool]:
    condition = _standing(wanted.shown, today)
    if wanted.organisation_id is not None:
        condition &= referral.c.organisation_id == wanted.organisation_id
    if wanted.purpose:
        condition &= referral.c.purpose == wanted.purpose
    return condition


def _standing(shown: Shown, today: date) -> ColumnElement[bool]:
    own = referral.c.historic.is_(False)
    asked = {
        Shown.OPEN: true() & WAITED_FOR,
        Shown.OVERDUE: true() & WAITED_FOR & (referral.c.answer_by < today.isoformat()),
        Shown.WAITING: own & (referral.c.state == ReferralState.WAITING_LIST),
        Shown.RUNNING: own & referral.c.state.in_(_RUNNING),
        Shown.ENDED: own & referral.c.state.in_(_OVER),
        Shown.ALL: true(),
    }
    return asked[shown]


def rows(connection: Connection, referral_ids: Sequence[int]) -> list[ReferralRow]:
    """Return the lines of some referrals in the given order; ids that no longer exist are left out."""
    found = connection.execute(
        select(
            referral,
            organisation.c.name.label("organisation"),
            person.c.first_names,
            person.c.last_name,
        )
        .join_from(referral, organisation)
        .join(involvement, involvement.c.id == referral.c.involvement_id, isouter=True)
        .join(person, person.c.id == involvement.c.person_id, isouter=True)
        .where(referral.c.id.in_(bindparam("ids", expanding=True))),
        {"ids": list(referral_ids)},
    ).all()
    names = involvements.references(connection, sorted({row.signal_id for row in found}))
    lines = {row.id: _row(row, names[row.signal_id]) for row in found}
    return [lines[number] for number in referral_ids if number in lines]


def _row(row: Row[Any], reference: str) -> ReferralRow:
    since = row.waiting_since if row.state == ReferralState.WAITING_LIST else None
    waits = row.state in OPEN and not row.historic
    return ReferralRow(
        id=row.id,
        signal_id=row.signal_id,
        reference=reference,
        name=full_name(row.first_names or "", row.last_name or ""),
        organisation=row.organisation,
        purpose=row.purpose,
        state=row.state,
        historic=row.historic,
        since=to_day(since or row.referred_on),
        answer_by=to_day(row.answer_by) if waits else None,
    )
