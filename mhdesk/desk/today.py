"""What needs the person at the desk now, in order of harm."""

from __future__ import annotations

from datetime import datetime

from mhdesk.desk.desk import Desk
from mhdesk.domain.people import Permission
from mhdesk.domain.views import TodayItem, TodayKind
from mhdesk.store import drafts, duties, signals


def items(desk: Desk) -> list[TodayItem]:
    """Return what waits: decisions and reviews by day, then answers awaited, drafts, imported signals."""
    desk.demand(Permission.READ)
    connection = desk.database.connection
    return [
        *duties.informing(connection),
        *duties.unanswered(connection),
        *(
            _plain(TodayKind.DRAFT, draft=draft.id, saved_at=draft.saved_at)
            for draft in drafts.of_user(connection, desk.user.id)
        ),
        *_to_review(signals.count_to_review(connection)),
    ]


def count_open(desk: Desk) -> int:
    """Return how many inform decisions and reviews are open."""
    desk.demand(Permission.READ)
    return duties.count_informing(desk.database.connection)


def _to_review(count: int) -> list[TodayItem]:
    return [_plain(TodayKind.REVIEW_IMPORTED, count=count)] if count else []


def _plain(
    kind: TodayKind, *, draft: int | None = None, count: int = 1, saved_at: datetime | None = None
) -> TodayItem:
    """Return an item that is about nobody in particular."""
    return TodayItem(
        kind=kind,
        signal_id=None,
        involvement_id=None,
        draft_id=draft,
        reference="",
        name="",
        role="",
        due=None,
        started_on=None,
        ground="",
        organisation="",
        count=count,
        saved_at=saved_at,
    )
