"""One person over all signals: what is known, the roles, the case."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, Row, select

from mhdesk.domain.dates import Birth
from mhdesk.domain.informing import State
from mhdesk.domain.persons import PersonDetails, RoleView
from mhdesk.store import case_events, cases, involvements, links, persons, timelines, users
from mhdesk.store.involvements import full_name
from mhdesk.store.schema import involvement, signal
from mhdesk.store.values import to_day

_FARTHEST: Final = 20
"""Steps from a joined record to the one it became; more is a circle."""


def details(connection: Connection, person_id: int, seen_on: date) -> PersonDetails | None:
    """Return everything about a person, or about whom this one turned out to be; None when there is nobody."""
    row = _kept(connection, person_id)
    if row is None:
        return None
    birth = Birth(row.birth_on, row.birth_estimated) if row.birth_on else None
    had = roles(connection, row.id)
    people, names = timelines.concerned(connection, had), users.names(connection)
    return PersonDetails(
        id=row.id,
        asked_for=person_id,
        version=row.version,
        first_names=row.first_names,
        last_name=row.last_name,
        name=full_name(row.first_names, row.last_name),
        sex=row.sex,
        birth=birth,
        age=birth.age_on(seen_on) if birth else None,
        nationality=row.nationality,
        phone=row.phone,
        safe_contact=row.safe_contact,
        roles=had,
        case=next(iter(cases.of_person(connection, row.id)), None),
        events=(
            *timelines.of_signals(connection, had, people, names),
            *case_events.of_case(connection, row.id, names),
            *case_events.of_person(connection, row.id, names),
        ),
        besides=tuple((one.involvement_id, one.person_id) for one in people if one.is_other),
        links=links.of_person(connection, row.id, row.phone, had),
    )


def _kept(connection: Connection, person_id: int) -> Row[Any] | None:
    row = persons.get(connection, person_id)
    for _ in range(_FARTHEST):
        if row is None or row.merged_into is None:
            break
        row = persons.get(connection, row.merged_into)
    return row


def roles(connection: Connection, person_id: int) -> tuple[RoleView, ...]:
    """Return the roles of a person, those in the newest signal first."""
    rows = connection.execute(
        select(involvement, *(signal.c[name] for name in ("kind", "status", "received_on", "form")))
        .add_columns(signal.c.municipality)
        .join_from(involvement, signal)
        .where(involvement.c.person_id == person_id)
        .order_by(signal.c.received_on.desc(), signal.c.id.desc(), involvement.c.id)
    ).all()
    references = involvements.references(connection, [row.signal_id for row in rows])
    return tuple(_role(row, references[row.signal_id]) for row in rows)


def _role(row: Row[Any], reference: str) -> RoleView:
    return RoleView(
        involvement_id=row.id,
        signal_id=row.signal_id,
        reference=reference,
        kind=row.kind,
        status=row.status,
        received_on=date.fromisoformat(row.received_on),
        role=row.role,
        form=row.form,
        municipality=row.municipality,
        inform_state=State(row.inform_state),
        duty_on=to_day(row.duty_on),
    )
