"""Who is concerned in a signal, in which role, and where informing stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select, update

from mhdesk.domain.dates import Birth
from mhdesk.domain.informing import State
from mhdesk.domain.revisions import RevisionView
from mhdesk.domain.views import DecisionView, InvolvementView
from mhdesk.store import decisions, ids, persons, revisions
from mhdesk.store.schema import involvement, person, setting, signal
from mhdesk.store.values import to_day, to_text


@dataclass(frozen=True, slots=True)
class Involvement:
    """What a rule about informing needs to know."""

    id: int
    signal_id: int
    person_id: int | None
    role: str
    inform_state: State
    inform_due: date | None
    term: str
    duty_on: date | None


def add(connection: Connection, values: Mapping[str, Any]) -> int:
    """Add an involvement and return the id."""
    return ids.add(connection, involvement, values)


def get(connection: Connection, involvement_id: int) -> Involvement | None:
    """Return one involvement, or None."""
    row = connection.execute(select(involvement).where(involvement.c.id == involvement_id)).one_or_none()
    return _involvement(row) if row else None


def of_signal(connection: Connection, signal_id: int) -> list[Involvement]:
    """Return the involvements of a signal in the order in which they were added."""
    rows = connection.execute(
        select(involvement).where(involvement.c.signal_id == signal_id).order_by(involvement.c.id)
    )
    return [_involvement(row) for row in rows]


def of_signals(connection: Connection, signal_ids: Sequence[int]) -> list[Involvement]:
    """Return the involvements of some signals, some hundreds at most, by signal."""
    rows = connection.execute(
        select(involvement)
        .where(involvement.c.signal_id.in_(signal_ids))
        .order_by(involvement.c.signal_id, involvement.c.id)
    )
    return [_involvement(row) for row in rows]


def set_informing(
    connection: Connection, involvement_id: int, *, state: State, due: date | None, duty_on: date | None
) -> None:
    """Keep where informing stands: the legal term, and the day on which somebody must look again."""
    values = {"inform_state": state, "inform_due": to_text(due), "duty_on": to_text(duty_on)}
    connection.execute(update(involvement).where(involvement.c.id == involvement_id).values(**values))


def set_term(
    connection: Connection, involvement_id: int, *, term: str, due: date | None, duty_on: date | None
) -> None:
    """Begin or take back the legal term, named by its code."""
    values = {"term": term, "inform_due": to_text(due), "duty_on": to_text(duty_on)}
    connection.execute(update(involvement).where(involvement.c.id == involvement_id).values(**values))


def set_role(
    connection: Connection, involvement_id: int, role: str, *, state: State, duty_on: date | None
) -> None:
    """Correct a role, with where informing stands in it; the legal term stays as it was."""
    values = {"role": role, "inform_state": state, "duty_on": to_text(duty_on)}
    connection.execute(update(involvement).where(involvement.c.id == involvement_id).values(**values))


def set_person(connection: Connection, involvement_id: int, person_id: int) -> None:
    """Say who somebody is of whom nothing was known."""
    concerned = update(involvement).where(involvement.c.id == involvement_id)
    connection.execute(concerned.values(person_id=person_id))


def _involvement(row: Row[Any]) -> Involvement:
    state = State(row.inform_state)
    due, duty = to_day(row.inform_due), to_day(row.duty_on)
    return Involvement(row.id, row.signal_id, row.person_id, row.role, state, due, row.term, duty)


def views(connection: Connection, signal_id: int, seen_on: date) -> tuple[InvolvementView, ...]:
    """Return everything about those concerned in one signal; ages are those on ``seen_on``."""
    rows = connection.execute(
        select(
            involvement,
            *(person.c[name] for name in ("first_names", "last_name", "sex", "birth_on", "birth_estimated")),
        )
        .add_columns(*(person.c[name] for name in ("nationality", "phone", "safe_contact", "version")))
        .join_from(involvement, person, isouter=True)
        .where(involvement.c.signal_id == signal_id)
        .order_by(involvement.c.id)
    ).all()
    history = decisions.of_involvements(connection, [row.id for row in rows])
    people = [row.person_id for row in rows if row.person_id]
    elsewhere = _elsewhere(connection, people, signal_id)
    roles = _roles_elsewhere(connection, people, signal_id)
    before = revisions.of(connection, "person", people)
    return tuple(
        _view(
            row,
            history.get(row.id, ()),
            before.get(row.person_id, ()),
            elsewhere.get(row.person_id, ()),
            roles.get(row.person_id, ()),
            seen_on,
        )
        for row in rows
    )


def _view(
    row: Row[Any],
    decided: tuple[DecisionView, ...],
    history: tuple[RevisionView, ...],
    elsewhere: Sequence[tuple[int, str]],
    roles: tuple[str, ...],
    seen_on: date,
) -> InvolvementView:
    birth = Birth(row.birth_on, row.birth_estimated) if row.birth_on else None
    return InvolvementView(
        id=row.id,
        person_id=row.person_id,
        person_version=row.version or 0,
        role=row.role,
        name=full_name(row.first_names, row.last_name),
        first_names=row.first_names or "",
        last_name=row.last_name or "",
        sex=row.sex or "unknown",
        birth=birth,
        age=birth.age_on(seen_on) if birth else None,
        nationality=row.nationality or "unknown",
        phone=row.phone or "",
        safe_contact=row.safe_contact or "",
        inform_state=State(row.inform_state),
        inform_due=to_day(row.inform_due),
        duty_on=to_day(row.duty_on),
        term_source=row.term,
        decisions=decided,
        history=history,
        other_signals=tuple(elsewhere),
        roles_elsewhere=roles,
    )


def _elsewhere(connection: Connection, person_ids: list[int], here: int) -> dict[int, list[tuple[int, str]]]:
    """Return for each person the other signals: id and reference, newest first."""
    per_person = persons.signals_of(connection, person_ids) if person_ids else {}
    wanted = {number for numbers in per_person.values() for number in numbers if number != here}
    names = references(connection, sorted(wanted))
    return {
        key: [(number, names[number]) for number in reversed(numbers) if number != here]
        for key, numbers in per_person.items()
    }


def _roles_elsewhere(
    connection: Connection, person_ids: Sequence[int], here: int
) -> dict[int, tuple[str, ...]]:
    """Return for each person the roles in other signals."""
    rows = connection.execute(
        select(involvement.c.person_id, involvement.c.role)
        .where(involvement.c.person_id.in_(list(person_ids)), involvement.c.signal_id != here)
        .distinct()
        .order_by(involvement.c.role)
    )
    found: dict[int, tuple[str, ...]] = {}
    for row in rows:
        found[row.person_id] = (*found.get(row.person_id, ()), row.role)
    return found


def references(connection: Connection, signal_ids: Sequence[int]) -> dict[int, str]:
    """Return the reference number of each signal by id."""
    rows = connection.execute(_NUMBERED, {"ids": list(signal_ids)}) if signal_ids else ()
    return {row.id: f"{row.prefix}-{row.number_year}-{row.number:04d}" for row in rows}


_NUMBERED = select(
    *(signal.c[name] for name in ("id", "number_year", "number")),
    select(setting.c.value).where(setting.c.name == "prefix").scalar_subquery().label("prefix"),
).where(signal.c.id.in_(bindparam("ids", expanding=True)))


def full_name(first_names: str | None, last_name: str | None) -> str:
    """Return a name as it is spoken; empty when none is known."""
    return " ".join(part for part in (first_names, last_name) if part)
