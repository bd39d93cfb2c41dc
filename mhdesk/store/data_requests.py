"""What people asked about data of their own."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, Row, Select, func, select, update

from mhdesk.domain.data_requests import RequestState, RequestView
from mhdesk.domain.revisions import RevisionView, differing
from mhdesk.domain.views import TodayItem, TodayKind
from mhdesk.store import ids, revisions, users
from mhdesk.store.involvements import full_name
from mhdesk.store.revisions import Author
from mhdesk.store.schema import data_request, person
from mhdesk.store.values import to_day, to_moment

RECORD: Final = "data_request"
_MOST_SHOWN: Final = 200


def add(connection: Connection, values: Mapping[str, Any]) -> int:
    """Add a request and return its id."""
    return ids.add(connection, data_request, values)


def change(connection: Connection, request_id: int, values: Mapping[str, Any], by: Author) -> None:
    """Change columns of a request; what they said before is kept and the version counts up."""
    one = data_request.c.id == request_id
    before = connection.execute(select(data_request).where(one)).mappings().one()
    earlier = differing({name: before[name] for name in values}, values)
    revisions.keep(connection, RECORD, request_id, before["version"], earlier, by)
    changed = update(data_request).where(one).values(**values, version=before["version"] + 1)
    connection.execute(changed)


def get(connection: Connection, request_id: int) -> RequestView | None:
    """Return a request, or None."""
    return next(iter(_views(connection, select(data_request).where(data_request.c.id == request_id))), None)


def of_person(connection: Connection, person_id: int) -> tuple[RequestView, ...]:
    """Return the requests of a person, newest first."""
    mine = select(data_request).where(data_request.c.person_id == person_id)
    return _views(connection, mine.order_by(data_request.c.id.desc()))


def _views(connection: Connection, question: Select[Any]) -> tuple[RequestView, ...]:
    rows = connection.execute(question).all()
    people = users.names(connection) if rows else {}
    before = revisions.of(connection, RECORD, [row.id for row in rows]) if rows else {}
    return tuple(_view(row, people, before.get(row.id, ())) for row in rows)


def _view(row: Row[Any], people: Mapping[int, str], history: tuple[RevisionView, ...]) -> RequestView:
    return RequestView(
        id=row.id,
        version=row.version,
        person_id=row.person_id,
        kind=row.kind,
        asked_on=date.fromisoformat(row.asked_on),
        asked_by=row.asked_by,
        identity=row.identity,
        due_on=date.fromisoformat(row.due_on),
        extension_reason=row.extension_reason,
        state=RequestState(row.state),
        decision=row.decision,
        ground=row.ground,
        reasoning=row.reasoning,
        answered_on=to_day(row.answered_on),
        recorded_at=to_moment(row.recorded_at),
        recorded_by=people.get(row.recorded_by, ""),
        history=history,
    )


def count_open(connection: Connection) -> int:
    """Return how many requests were not answered yet."""
    open_ = (
        select(func.count()).select_from(data_request).where(data_request.c.state != RequestState.ANSWERED)
    )
    return int(connection.execute(open_).scalar_one())


def waiting(connection: Connection) -> list[TodayItem]:
    """Return the requests that were not answered yet, the longest overdue first."""
    rows = connection.execute(
        select(data_request, person.c.first_names, person.c.last_name)
        .join_from(data_request, person, data_request.c.person_id == person.c.id)
        .where(data_request.c.state.in_([RequestState.OPEN, RequestState.DECIDED]))
        .order_by(data_request.c.due_on, data_request.c.id)
        .limit(_MOST_SHOWN)
    )
    return [_item(row) for row in rows]


def _item(row: Row[Any]) -> TodayItem:
    return TodayItem(
        kind=TodayKind.DATA_REQUEST,
        signal_id=None,
        involvement_id=None,
        draft_id=None,
        reference="",
        name=full_name(row.first_names, row.last_name),
        role=row.state,
        due=to_day(row.due_on),
        started_on=to_day(row.asked_on),
        ground=row.kind,
        organisation="",
        count=1,
        saved_at=None,
        record_id=row.id,
        person_id=row.person_id,
    )
