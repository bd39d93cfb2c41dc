"""Cases: the file around one person, its goals, and what happened in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, Row, Select, Table, bindparam, delete, func, or_, select, update

from mhdesk.domain import cases
from mhdesk.domain.cases import CaseHead, CaseView, EntryView, GoalView
from mhdesk.domain.references import Reference
from mhdesk.domain.revisions import differing
from mhdesk.domain.signals import VICTIM, Kind
from mhdesk.store import agreements, case_search, ids, revisions, settings, trajectories, users
from mhdesk.store.revisions import Author
from mhdesk.store.schema import (
    case_entry,
    case_file,
    case_goal,
    involvement,
    revision,
    signal,
    trajectory,
)
from mhdesk.store.values import from_codes, to_day, to_moment

# What is corrected in a case, by its table: revisions know each by this name.
_REVISED: Final = (case_goal, trajectory)


def add(connection: Connection, values: Mapping[str, Any]) -> int:
    """Add a case and return the id."""
    return ids.add(connection, case_file, values)


def next_number(connection: Connection, year: int) -> int:
    """Return the next running number of ``year``; that of a destroyed case is never given again."""
    highest = select(func.max(case_file.c.number)).where(case_file.c.number_year == year)
    destroyed = settings.all_of(connection).get(settings.last_case_number(year), "0")
    return max(int(connection.execute(highest).scalar() or 0), int(destroyed)) + 1


def keep_numbers(connection: Connection, case_ids: Sequence[int]) -> None:
    """Remember the last number of each year before cases go: nobody else gets it."""
    highest = select(case_file.c.number_year, func.max(case_file.c.number)).group_by(case_file.c.number_year)
    kept = settings.all_of(connection)
    for year, number in connection.execute(highest.where(case_file.c.id.in_(list(case_ids)))):
        name = settings.last_case_number(year)
        settings.put(connection, {name: str(max(number, int(kept.get(name, "0"))))})


def count(connection: Connection) -> int:
    """Return the number of cases."""
    return int(connection.execute(select(func.count()).select_from(case_file)).scalar_one())


def change(connection: Connection, case_id: int, by: Author, **values: str | int | None) -> None:
    """Change columns of a case; what they said before is kept and its version counts up."""
    _revise(connection, case_file, case_id, by, values)


def _revise(connection: Connection, table: Table, number: int, by: Author, values: Mapping[str, Any]) -> None:
    before = connection.execute(select(table).where(table.c.id == number)).mappings().one()
    earlier = differing({name: before[name] for name in values}, values)
    revisions.keep(connection, table.name, number, before["version"], earlier, by)
    statement = update(table).where(table.c.id == number)
    connection.execute(statement.values(**values, version=before["version"] + 1))


def heads(connection: Connection, case_ids: Sequence[int]) -> list[CaseHead]:
    """Return the lines of the given cases in the given order; ids that no longer exist are left out."""
    found = {one.id: one for one in _heads(connection, _among(case_ids))}
    return [found[number] for number in case_ids if number in found]


def _among(case_ids: Sequence[int]) -> Select[Any]:
    return select(case_file).where(case_file.c.id.in_(list(case_ids)))


def head(connection: Connection, case_id: int) -> CaseHead | None:
    """Return the line of one case, or None when there is none."""
    return next(iter(heads(connection, [case_id])), None)


def of_person(connection: Connection, person_id: int) -> list[CaseHead]:
    """Return the cases of a person: an open one first, then the newest; more than one only after merging."""
    mine = select(case_file).where(case_file.c.person_id == person_id)
    return _heads(connection, mine.order_by(case_file.c.status.desc(), case_file.c.id.desc()))


def open_of(connection: Connection, person_ids: Iterable[int]) -> list[CaseHead]:
    """Return the open cases of some persons."""
    mine = case_file.c.person_id.in_(bindparam("whose", expanding=True))
    asked = (
        select(case_file).where(mine, case_file.c.status == cases.CaseStatus.OPEN).order_by(case_file.c.id)
    )
    return _heads(connection, asked, {"whose": list(person_ids)})


def coordinated_by(connection: Connection, user_id: int) -> list[CaseHead]:
    """Return the open cases of one coordinator."""
    mine = select(case_file).where(case_file.c.status == cases.CaseStatus.OPEN)
    return _heads(connection, mine.where(case_file.c.coordinator_id == user_id).order_by(case_file.c.id))


def _heads(
    connection: Connection, question: Select[Any], values: Mapping[str, Any] | None = None
) -> list[CaseHead]:
    rows = connection.execute(question, dict(values or {})).all()
    people = users.names(connection) if rows else {}
    return [_head(row, people) for row in rows]


def _head(row: Row[Any], people: Mapping[int, str]) -> CaseHead:
    return CaseHead(
        id=row.id,
        person_id=row.person_id,
        reference=str(Reference(cases.PREFIX, row.number_year, row.number)),
        status=row.status,
        opened_on=date.fromisoformat(row.opened_on),
        risk=row.risk,
        coordinator_id=row.coordinator_id,
        coordinator=people.get(row.coordinator_id, ""),
        closed_on=to_day(row.closed_on),
        closing_reason=row.closing_reason,
        outcome=row.outcome,
        version=row.version,
    )


def view(connection: Connection, case_id: int) -> CaseView | None:
    """Return a case with everything in it, or None when there is none."""
    found = head(connection, case_id)
    if found is None:
        return None
    people = users.names(connection)
    return CaseView(
        head=found,
        goals=_goals(connection, case_id, people),
        trajectories=trajectories.of_case(connection, case_id),
        agreements=agreements.of_case(connection, case_id),
        entries=_entries(connection, case_id, people),
    )


def _goals(connection: Connection, case_id: int, people: Mapping[int, str]) -> tuple[GoalView, ...]:
    mine = select(case_goal).where(case_goal.c.case_id == case_id).order_by(case_goal.c.id)
    rows = connection.execute(mine).all()
    history = revisions.of(connection, case_goal.name, [row.id for row in rows])
    return tuple(
        GoalView(
            id=row.id,
            version=row.version,
            text=row.text,
            state=row.state,
            result=row.result,
            ended_on=to_day(row.ended_on),
            recorded_at=to_moment(row.recorded_at),
            recorded_by=people.get(row.recorded_by, ""),
            history=history.get(row.id, ()),
        )
        for row in rows
    )


def _entries(connection: Connection, case_id: int, people: Mapping[int, str]) -> tuple[EntryView, ...]:
    newest = (case_entry.c.happened_on.desc(), case_entry.c.id.desc())
    rows = connection.execute(select(case_entry).where(case_entry.c.case_id == case_id).order_by(*newest))
    return tuple(
        EntryView(
            id=row.id,
            kind=row.kind,
            happened_on=date.fromisoformat(row.happened_on),
            codes=from_codes(row.code),
            text=row.text,
            recorded_at=to_moment(row.recorded_at),
            recorded_by=people.get(row.recorded_by, ""),
        )
        for row in rows
    )


def add_entry(connection: Connection, values: Mapping[str, Any]) -> int:
    """Add what happened and return the id."""
    return ids.add(connection, case_entry, values)


def last_of_kind(connection: Connection, case_id: int, kind: str) -> str:
    """Return the code of the last entry of a kind, by the day on which it happened; "" when there is none."""
    newest = (case_entry.c.happened_on.desc(), case_entry.c.id.desc())
    mine = select(case_entry.c.code).where(case_entry.c.case_id == case_id, case_entry.c.kind == kind)
    return connection.execute(mine.order_by(*newest).limit(1)).scalar() or ""


def add_goal(connection: Connection, values: Mapping[str, Any]) -> int:
    """Add a goal and return the id."""
    return ids.add(connection, case_goal, values)


def goal(connection: Connection, goal_id: int) -> Row[Any] | None:
    """Return the bare row of a goal, or None."""
    return connection.execute(select(case_goal).where(case_goal.c.id == goal_id)).one_or_none()


def change_goal(connection: Connection, goal_id: int, by: Author, **values: str | None) -> None:
    """Change columns of a goal; what they said before is kept and its version counts up."""
    _revise(connection, case_goal, goal_id, by, values)


def change_trajectory(
    connection: Connection, trajectory_id: int, by: Author, values: Mapping[str, Any]
) -> None:
    """Change columns of a trajectory; what they said before is kept and its version counts up."""
    _revise(connection, trajectory, trajectory_id, by, values)


def is_in_a_signal(connection: Connection, person_id: int) -> bool:
    """Say whether a person is concerned in a signal that is not advice."""
    named = select(involvement.c.id).join_from(involvement, signal)
    told = named.where(involvement.c.person_id == person_id, signal.c.kind != Kind.ADVICE)
    return connection.execute(told.limit(1)).first() is not None


def newest_victims(connection: Connection, most: int) -> list[tuple[int, date]]:
    """Return victims of the newest notifications, each once, with the day on which the notification came."""
    asked = (
        select(involvement.c.person_id, func.max(signal.c.received_on).label("on"))
        .join_from(involvement, signal)
        .where(involvement.c.role == VICTIM, signal.c.kind == Kind.NOTIFICATION)
        .where(involvement.c.person_id.is_not(None))
        .group_by(involvement.c.person_id)
        .order_by(func.max(signal.c.received_on).desc(), involvement.c.person_id)
    )
    return [(row.person_id, date.fromisoformat(row.on)) for row in connection.execute(asked.limit(most))]


def forget(connection: Connection, person_ids: Sequence[int]) -> None:
    """Remove what no foreign key leads to before some persons go: index and history; their numbers stay taken."""
    whose = case_file.c.person_id.in_(list(person_ids))
    found = list(connection.execute(select(case_file.c.id).where(whose)).scalars())
    if not found:
        return
    keep_numbers(connection, found)
    case_search.remove(connection, found)
    parts = [
        (revision.c.record == table.name)
        & revision.c.record_id.in_(select(table.c.id).where(table.c.case_id.in_(found)))
        for table in _REVISED
    ]
    own = (revision.c.record == case_file.name) & revision.c.record_id.in_(found)
    connection.execute(delete(revision).where(or_(own, *parts)))
