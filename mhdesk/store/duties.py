"""What waits for somebody: open inform decisions, reviews and unanswered referrals, by day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any, Final

from sqlalchemy import Connection, Row, Select, bindparam, func, select, text

from mhdesk.domain import four_eyes
from mhdesk.domain.four_eyes import Agreement
from mhdesk.domain.informing import State
from mhdesk.domain.people import Permission, User
from mhdesk.domain.referrals import ReferralState
from mhdesk.domain.views import TodayItem, TodayKind
from mhdesk.store import involvements, tasks
from mhdesk.store.involvements import full_name
from mhdesk.store.schema import (
    inform_agreement,
    inform_decision,
    involvement,
    organisation,
    person,
    referral,
    signal,
    user,
)
from mhdesk.store.values import to_day, to_moment

# Nobody reads further than this in one sitting; the page says how many more there are.
MOST_SHOWN: Final = 200

# As ix_referral_open says it, word for word: SQLite uses the index only then.
_WAITED_FOR: Final = text(
    "referral.state IN ('proposed', 'sent', 'received', 'waiting_list') AND referral.historic = 0"
)

_KIND_OF_STATE: Final = {
    State.UNDECIDED: TodayKind.DECIDE,
    State.TO_INFORM: TodayKind.INFORM,
    State.NOT_YET: TodayKind.REVIEW,
    State.NOT: TodayKind.REVIEW,
}


def count_informing(connection: Connection) -> int:
    """Return how many inform decisions and reviews are open."""
    return int(
        connection.execute(
            select(func.count()).select_from(involvement).where(text("duty_on IS NOT NULL"))
        ).scalar_one()
    )


def informing(connection: Connection, viewer: User) -> list[TodayItem]:
    """Return the open inform decisions and reviews, the longest overdue first, as ``viewer`` is to see them."""
    rows = connection.execute(_informing()).all()
    names = involvements.references(connection, sorted({row.signal_id for row in rows}))
    return [_informing_item(row, names[row.signal_id], _kind(row, viewer)) for row in rows]


@cache
def _informing() -> Select[Any]:
    """Return the question for what waits, put together once."""
    later = inform_decision.alias("later")
    last = (
        select(func.max(later.c.id))
        .where(later.c.involvement_id == involvement.c.id)
        .correlate(involvement)
        .scalar_subquery()
    )
    answer = (
        select(inform_agreement.c.answer)
        .where(inform_agreement.c.decision_id == inform_decision.c.id)
        .order_by(inform_agreement.c.id.desc())
        .limit(1)
        .correlate(inform_decision)
        .scalar_subquery()
    )
    return (
        select(
            involvement,
            *(person.c[name] for name in ("first_names", "last_name")),
            signal.c.recorded_at,
            *(inform_decision.c[name] for name in ("ground", "decided_by")),
            inform_decision.c.recorded_by.label("decision_by"),
            answer.label("answer"),
        )
        .join_from(involvement, signal)
        .join(person, isouter=True)
        .join(inform_decision, inform_decision.c.id == last, isouter=True)
        .where(text("involvement.duty_on IS NOT NULL"))
        .order_by(involvement.c.duty_on, involvement.c.id)
        .limit(MOST_SHOWN)
    )


def _kind(row: Row[Any], viewer: User) -> TodayKind:
    """Return why an involvement waits; with a decision that a colleague looks at, it waits for somebody else."""
    state = State(row.inform_state)
    if state == State.NOT and row.answer == Agreement.ASKED:
        second = four_eyes.may_answer(viewer.id, viewer.name, row.decision_by, row.decided_by)
        return TodayKind.AGREE if second and viewer.may(Permission.DECIDE) else TodayKind.AGREE_AWAITED
    if state == State.UNDECIDED and row.answer == Agreement.DISAGREED:
        return TodayKind.DECIDE_AGAIN
    return _KIND_OF_STATE[state]


def _informing_item(row: Row[Any], reference: str, kind: TodayKind) -> TodayItem:
    return TodayItem(
        kind=kind,
        signal_id=row.signal_id,
        involvement_id=row.id,
        draft_id=None,
        reference=reference,
        name=full_name(row.first_names, row.last_name),
        role=row.role,
        due=to_day(row.duty_on),
        started_on=to_moment(row.recorded_at).date(),
        ground=row.ground or "",
        organisation="",
        count=1,
        saved_at=None,
    )


def tasks_waiting(connection: Connection, today: date) -> list[TodayItem]:
    """Return the work with a last day that waits, the longest overdue first."""
    found = tasks.waiting(connection, today, MOST_SHOWN)
    names = involvements.references(connection, sorted({one.signal_id for one in found}))
    return [
        TodayItem(
            kind=TodayKind.TASK,
            signal_id=one.signal_id,
            involvement_id=None,
            draft_id=None,
            reference=names[one.signal_id],
            name="",
            role="",
            due=one.due_on,
            started_on=one.begun_on,
            ground=one.kind,
            organisation="",
            count=1,
            saved_at=None,
            record_id=one.id,
        )
        for one in found
    ]


def count_with_day(connection: Connection) -> int:
    """Return how many referrals wait for something that is wanted by a day."""
    asked = select(func.count()).select_from(referral).where(_WAITED_FOR, referral.c.answer_by.is_not(None))
    return int(connection.execute(asked).scalar_one())


def unanswered(connection: Connection) -> list[TodayItem]:
    """Return the referrals that wait: not sent, unanswered, on a list; by the day of the answer, then by age."""
    rows = connection.execute(
        select(referral, organisation.c.name)
        .join(organisation)
        .where(_WAITED_FOR)
        .order_by(referral.c.answer_by.is_(None), referral.c.answer_by, referral.c.referred_on, referral.c.id)
        .limit(MOST_SHOWN)
    ).all()
    names = involvements.references(connection, sorted({row.signal_id for row in rows}))
    return [_waiting_item(row, names[row.signal_id]) for row in rows]


def _waiting_item(row: Row[Any], reference: str) -> TodayItem:
    """Return a referral that waits; ``ground`` is where it stands, "" once it is sent."""
    on_list = row.state == ReferralState.WAITING_LIST
    since = row.waiting_since or row.answered_on or row.referred_on if on_list else row.referred_on
    return TodayItem(
        kind=TodayKind.WAITING_LIST if on_list else TodayKind.ANSWER,
        signal_id=row.signal_id,
        involvement_id=row.involvement_id,
        draft_id=None,
        reference=reference,
        name="",
        role="",
        due=to_day(row.answer_by),
        started_on=to_day(since),
        ground="" if row.state == ReferralState.SENT else row.state,
        organisation=row.name,
        count=1,
        saved_at=None,
        record_id=row.id,
    )


def colleagues_of(connection: Connection, signal_ids: Sequence[int], user_id: int) -> dict[int, str]:
    """Return by signal the name of the colleague who recorded it; none for one's own or of somebody who left."""
    key = {"ids": list(signal_ids)}
    asked = (
        select(signal.c.id, user.c.name)
        .join_from(signal, user)
        .where(signal.c.id.in_(bindparam("ids", expanding=True)))
        .where(user.c.id != user_id, user.c.active)
    )
    return {row.id: row.name for row in connection.execute(asked, key)}
