"""Agendas: the cases of a meeting as they stand, and which ones ask to be spoken of."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Final

from sqlalchemy import Connection, Row, Select, select, text

from mhdesk.domain.agreements import CaseAgreement
from mhdesk.domain.cases import PREFIX, CaseStatus
from mhdesk.domain.dates import Birth
from mhdesk.domain.meeting_views import CaseChoice, CaseMeetingView, ItemView, MeetingDetails, ShareView
from mhdesk.domain.meetings import MeetingKind, MeetingState
from mhdesk.domain.references import Reference
from mhdesk.store import agreements, meetings, revisions, users
from mhdesk.store.involvements import full_name
from mhdesk.store.schema import agreement, case_file, meeting, meeting_item, person, user
from mhdesk.store.values import to_moment

DUE: Final = "due"
RISK: Final = "risk"
NOT_DISCUSSED: Final = "not_discussed"
GOES_ON: Final = "goes_on"
"""Why a case is proposed for the next meeting."""
_HIGH: Final = frozenset({"high"})


def details(connection: Connection, meeting_id: int) -> MeetingDetails | None:
    """Return everything about one meeting, or None."""
    row = meetings.get(connection, meeting_id)
    if row is None:
        return None
    held_on = date.fromisoformat(row.held_on)
    return MeetingDetails(
        id=row.id,
        version=row.version,
        kind=MeetingKind(row.kind),
        held_on=held_on,
        starts_at=row.starts_at,
        place=row.place,
        chair=row.chair,
        state=MeetingState(row.state),
        note=row.note,
        recorded_at=to_moment(row.recorded_at),
        recorded_by=users.names(connection).get(row.recorded_by, ""),
        participants=meetings.participants(connection, meeting_id),
        items=_items(connection, meetings.items(connection, meeting_id), row.kind, held_on),
        history=revisions.of(connection, "meeting", [row.id]).get(row.id, ()),
    )


def of_case(connection: Connection, case_id: int) -> tuple[CaseMeetingView, ...]:
    """Return the meetings in which a case was or will be spoken of, the latest first."""
    found = []
    for row in meetings.items_of_case(connection, case_id):
        head = meetings.get(connection, row.meeting_id)
        if head is not None:
            found.append(_seen_from_case(connection, head, row))
    return tuple(found)


def _seen_from_case(connection: Connection, head: Row[Any], row: Row[Any]) -> CaseMeetingView:
    held_on = date.fromisoformat(head.held_on)
    (item,) = _items(connection, [row], head.kind, held_on)
    people = {one.id: one for one in meetings.participants(connection, head.id)}
    told = tuple((_called(people, share), share) for share in item.shares)
    return CaseMeetingView(head.id, MeetingKind(head.kind), MeetingState(head.state), held_on, item, told)


def _called(people: Mapping[int, Any], share: ShareView) -> str:
    one = people[share.participant_id]
    return ", ".join(filter(None, (one.name, one.organisation)))


def _items(
    connection: Connection, rows: Sequence[Row[Any]], kind: str, held_on: date
) -> tuple[ItemView, ...]:
    numbers = [row.id for row in rows]
    cases = {one.id: one for one in connection.execute(_cases([row.case_id for row in rows]))}
    shares = meetings.shares(connection, numbers)
    history = revisions.of(connection, "meeting_item", numbers)
    made = agreements.of_items(connection, numbers)
    views = (_item(row, cases[row.case_id], held_on) for row in rows)
    return tuple(
        replace(
            view,
            shares=shares.get(view.id, ()),
            agreements=tuple(one for one in made if one.meeting_item_id == view.id),
            before=_before(connection, view, kind, held_on),
            history=history.get(view.id, ()),
        )
        for view in views
    )


def _cases(case_ids: Sequence[int]) -> Select[Any]:
    asked = (
        select(case_file, user.c.name.label("coordinator"))
        .add_columns(*(person.c[name] for name in ("first_names", "last_name", "sex", "birth_on")))
        .add_columns(person.c.birth_estimated)
        .join_from(case_file, person, case_file.c.person_id == person.c.id)
        .join(user, case_file.c.coordinator_id == user.c.id)
    )
    return asked.where(case_file.c.id.in_(case_ids))


def _item(row: Row[Any], case: Row[Any], held_on: date) -> ItemView:
    birth = Birth(case.birth_on, case.birth_estimated) if case.birth_on else None
    return ItemView(
        id=row.id,
        version=row.version,
        case_id=row.case_id,
        reference=str(Reference(PREFIX, case.number_year, case.number)),
        person_id=case.person_id,
        name=full_name(case.first_names, case.last_name),
        age=birth.age_on(held_on) if birth else None,
        sex=case.sex,
        coordinator=case.coordinator,
        risk=case.risk,
        position=row.position,
        question=row.question,
        report=row.report,
        minutes=row.minutes,
        discussed=row.discussed,
    )


def _before(connection: Connection, view: ItemView, kind: str, held_on: date) -> tuple[CaseAgreement, ...]:
    """Return the agreements of a case that a meeting follows up: what stood open then or ended since the one before.

    Only those of meetings of the same kind: what was agreed about care is not read out where safety sits along. In
    a meeting about care those of the case itself count too.
    """
    same = _items_of_kind(connection, view.case_id, kind)
    since = meetings.held_before(connection, kind, held_on, view.case_id) or held_on - timedelta(days=1)
    return tuple(
        one
        for one in agreements.of_case(connection, view.case_id)
        if one.meeting_item_id != view.id
        and (one.meeting_item_id in same or (one.meeting_item_id is None and kind == MeetingKind.CARE))
        and one.recorded_at.date() <= held_on
        and (one.done_on is None or one.done_on >= since)
    )


def _items_of_kind(connection: Connection, case_id: int, kind: str) -> frozenset[int]:
    asked = select(meeting_item.c.id).join_from(meeting_item, meeting)
    here = asked.where(meeting_item.c.case_id == case_id, meeting.c.kind == kind)
    return frozenset(connection.execute(here).scalars())


# --- what can be put on an agenda ---------------------------------------------------------------------------


def choices(connection: Connection, kind: str, day: date) -> list[CaseChoice]:
    """Return the open cases for a meeting of a kind on a day, those that are proposed first.

    Proposed are cases with an agreement of such a meeting that is due by then, with a high risk, put on the agenda
    last time and not spoken of, or spoken of with agreements that stand open.
    """
    open_cases = select(case_file.c.id).where(case_file.c.status == CaseStatus.OPEN)
    rows = connection.execute(_cases(list(connection.execute(open_cases).scalars()))).all()
    due, open_ = _with_agreements(connection, kind, day), _with_agreements(connection, kind, None)
    last = _last_agenda(connection, kind, day)
    found = [
        CaseChoice(
            case_id=row.id,
            reference=str(Reference(PREFIX, row.number_year, row.number)),
            person_id=row.person_id,
            name=full_name(row.first_names, row.last_name),
            risk=row.risk,
            coordinator=row.coordinator,
            reasons=_reasons(row, due, open_, last),
        )
        for row in rows
    ]
    return sorted(found, key=lambda one: (-len(one.reasons), one.reference))


def _reasons(
    row: Row[Any], due: Collection[int], open_: Collection[int], last: Mapping[int, bool]
) -> tuple[str, ...]:
    told = {
        DUE: row.id in due,
        RISK: row.risk in _HIGH,
        NOT_DISCUSSED: last.get(row.id) is False,
        GOES_ON: last.get(row.id, False) and row.id in open_ and row.id not in due,
    }
    return tuple(code for code, holds in told.items() if holds)


def _with_agreements(connection: Connection, kind: str, until: date | None) -> frozenset[int]:
    """Return the cases with an open agreement of a meeting of a kind, due by a day if one is given."""
    asked = (
        select(agreement.c.case_id)
        .join_from(agreement, meeting_item, agreement.c.meeting_item_id == meeting_item.c.id)
        .join(meeting, meeting_item.c.meeting_id == meeting.c.id)
        .where(meeting.c.kind == kind, text("agreement.done_on IS NULL"))
    )
    wanted = asked if until is None else asked.where(agreement.c.due_on <= until.isoformat())
    return frozenset(connection.execute(wanted.distinct()).scalars())


def _last_agenda(connection: Connection, kind: str, day: date) -> dict[int, bool]:
    """Return by case whether it was spoken of at the last meeting of a kind."""
    last = meetings.last_before(connection, kind, day)
    return {row.case_id: row.discussed for row in meetings.items(connection, last)} if last else {}


@dataclass(frozen=True, slots=True)
class CaseKey:
    """Whose a case is, and whether it is open."""

    person_id: int
    status: str


def key_of(connection: Connection, case_id: int) -> CaseKey | None:
    """Return whose a case is, or None when there is none."""
    asked = select(case_file.c.person_id, case_file.c.status).where(case_file.c.id == case_id)
    row = connection.execute(asked).one_or_none()
    return CaseKey(row.person_id, row.status) if row else None


@dataclass(frozen=True, slots=True)
class CaseRow:
    """An open case and whose it is."""

    id: int
    person_id: int


def open_cases(connection: Connection) -> list[CaseRow]:
    """Return the open cases, in the order in which they were opened."""
    asked = select(case_file.c.id, case_file.c.person_id).where(case_file.c.status == CaseStatus.OPEN)
    return [CaseRow(row.id, row.person_id) for row in connection.execute(asked.order_by(case_file.c.id))]
