"""What needs the person at the desk now, in order of harm."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from mhdesk.desk import logbook, quick_notes
from mhdesk.desk.desk import Desk
from mhdesk.domain.load import MEASURED, Load, load_of
from mhdesk.domain.people import Permission
from mhdesk.domain.today import in_order_of_harm
from mhdesk.domain.views import TodayItem, TodayKind
from mhdesk.store import (
    case_duties,
    comensha,
    covenants,
    data_requests,
    drafts,
    duties,
    meetings,
    signals,
    tasks,
)
from mhdesk.wording import in_every_language


def items(desk: Desk) -> list[TodayItem]:
    """Return what waits: quick notes, what has a day, answers awaited, drafts, imported signals."""
    logbook.list_shown(desk, "today")
    connection, writes = desk.database.connection, desk.user.may(Permission.WRITE)
    return [
        *(
            _plain(TodayKind.QUICK_NOTE, draft=one.draft.id, saved_at=one.written_at, name=one.author)
            for one in (quick_notes.waiting(connection) if writes else [])
        ),
        *_terms(desk),
        *(
            _plain(TodayKind.DRAFT, draft=one.id, saved_at=one.saved_at, name=one.begun_by)
            for one in (drafts.to_finish(connection, desk.user.id) if writes else [])
        ),
        *_to_review(signals.count_to_review(connection)),
    ]


def count_open(desk: Desk) -> int:
    """Return how many inform decisions, reviews, tasks, registrations, requests, agreements and answers are open."""
    desk.demand(Permission.READ)
    connection = desk.database.connection
    asked = comensha.count_due(connection) + data_requests.count_open(connection)
    asked += len(covenants.ending(connection, desk.today()))
    asked += meetings.count_waiting(connection, desk.today())
    asked += case_duties.count(connection, desk.today()) + duties.count_with_day(connection)
    return duties.count_informing(connection) + tasks.count_waiting(connection, desk.today()) + asked


def load(desk: Desk) -> Load:
    """Return how long notifications wait for their triage."""
    desk.demand(Permission.READ)
    since, other_ends = desk.today() - MEASURED, in_every_language("task.no_notification")
    return load_of(tasks.triage_waits(desk.database.connection, since, other_ends), desk.today())


def _terms(desk: Desk) -> list[TodayItem]:
    """Return what has a day and whose answer is awaited, in order of harm, with the colleague whose it is."""
    connection = desk.database.connection
    found = [
        *duties.informing(connection, desk.user),
        *duties.tasks_waiting(connection, desk.today()),
        *duties.unanswered(connection),
        *comensha.waiting(connection),
        *data_requests.waiting(connection),
        *case_duties.waiting(connection, desk.user, desk.today()),
        *meetings.waiting(connection, desk.today()),
        *covenants.ending(connection, desk.today()),
    ]
    return in_order_of_harm(_with_colleagues(desk, found), desk.today())


def _with_colleagues(desk: Desk, found: Sequence[TodayItem]) -> list[TodayItem]:
    behind = sorted({item.signal_id for item in found if item.signal_id})
    names = duties.colleagues_of(desk.database.connection, behind, desk.user.id)
    whose = ((item, names.get(item.signal_id or 0)) for item in found)
    return [replace(item, colleague=name) if name else item for item, name in whose]


def _to_review(count: int) -> list[TodayItem]:
    return [_plain(TodayKind.REVIEW_IMPORTED, count=count)] if count else []


def _plain(
    kind: TodayKind,
    *,
    draft: int | None = None,
    count: int = 1,
    saved_at: datetime | None = None,
    name: str = "",
) -> TodayItem:
    """Return an item that is about nobody in the registry; ``name`` is who wrote a quick note or left a draft."""
    return TodayItem(
        kind=kind,
        signal_id=None,
        involvement_id=None,
        draft_id=draft,
        reference="",
        name=name,
        role="",
        due=None,
        started_on=None,
        ground="",
        organisation="",
        count=count,
        saved_at=saved_at,
    )
