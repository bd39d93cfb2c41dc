"""What waits for somebody: open inform decisions, reviews and unanswered referrals, by day."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, Row, func, select, text

from mhdesk.domain.informing import State
from mhdesk.domain.referrals import ReferralState
from mhdesk.domain.views import TodayItem, TodayKind
from mhdesk.store import involvements, tasks
from mhdesk.store.involvements import full_name
from mhdesk.store.schema import inform_decision, involvement, organisation, person, referral, signal
from mhdesk.store.values import to_day, to_moment

# Nobody reads further than this in one sitting; the page says how many more there are.
MOST_SHOWN: Final = 200

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


def informing(connection: Connection) -> list[TodayItem]:
    """Return the open inform decisions and reviews, the longest overdue first."""
    last_ground = (
        select(inform_decision.c.ground)
        .where(inform_decision.c.involvement_id == involvement.c.id)
        .order_by(inform_decision.c.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    rows = connection.execute(
        select(
            involvement,
            *(person.c[name] for name in ("first_names", "last_name")),
            signal.c.recorded_at,
            last_ground.label("ground"),
        )
        .join_from(involvement, signal)
        .join(person, isouter=True)
        .where(text("involvement.duty_on IS NOT NULL"))
        .order_by(involvement.c.duty_on, involvement.c.id)
        .limit(MOST_SHOWN)
    ).all()
    names = involvements.references(connection, sorted({row.signal_id for row in rows}))
    return [_informing_item(row, names[row.signal_id]) for row in rows]


def _informing_item(row: Row[Any], reference: str) -> TodayItem:
    return TodayItem(
        kind=_KIND_OF_STATE[State(row.inform_state)],
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
        )
        for one in found
    ]


def unanswered(connection: Connection) -> list[TodayItem]:
    """Return the referrals without an answer or on a waiting list, the oldest first."""
    rows = connection.execute(
        select(referral, organisation.c.name)
        .join(organisation)
        .where(text("referral.state IN ('sent', 'waiting_list') AND referral.historic = 0"))
        .order_by(referral.c.referred_on, referral.c.id)
        .limit(MOST_SHOWN)
    ).all()
    names = involvements.references(connection, sorted({row.signal_id for row in rows}))
    return [
        TodayItem(
            kind=TodayKind.ANSWER if row.state == ReferralState.SENT else TodayKind.WAITING_LIST,
            signal_id=row.signal_id,
            involvement_id=row.involvement_id,
            draft_id=None,
            reference=names[row.signal_id],
            name="",
            role="",
            due=None,
            started_on=to_day(
                row.referred_on if row.state == ReferralState.SENT else row.answered_on or row.referred_on
            ),
            ground="",
            organisation=row.name,
            count=1,
            saved_at=None,
        )
        for row in rows
    ]
