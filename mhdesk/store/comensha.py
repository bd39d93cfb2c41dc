"""Whether victims are registered with CoMensha: a row for each step, the last one counts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import Connection, Row, Select, and_, func, or_, select, update

from mhdesk.domain.cases import PREFIX
from mhdesk.domain.comensha import ComenshaState, ComenshaView, YearRow, person_reference
from mhdesk.domain.references import Reference
from mhdesk.domain.signals import VICTIM, Kind
from mhdesk.domain.views import TodayItem, TodayKind
from mhdesk.store import ids, users
from mhdesk.store.involvements import full_name
from mhdesk.store.schema import case_file, comensha, involvement, person, signal
from mhdesk.store.values import to_day, to_moment

_MOST_SHOWN: Final = 200
KEPT: Final = (
    *("dossier_type", "consent", "consent_on", "consent_note", "due_on", "registered_on"),
    *("their_number", "feedback_on", "feedback"),
)
"""The columns that one step hands on to the next."""


def add(connection: Connection, values: Mapping[str, Any]) -> int:
    """Add a step, which counts from now on, and return its id."""
    settle(connection, values["person_id"])
    return ids.add(connection, comensha, {**values, "current": True})


def settle(connection: Connection, person_id: int) -> None:
    """Let no step of a person count any more."""
    mine = (comensha.c.person_id == person_id) & comensha.c.current
    connection.execute(update(comensha).where(mine).values(current=False))


def row_of(connection: Connection, person_id: int) -> Row[Any] | None:
    """Return the bare row that counts, or None."""
    mine = (comensha.c.person_id == person_id) & comensha.c.current
    return connection.execute(select(comensha).where(mine).order_by(comensha.c.id.desc())).first()


def get(connection: Connection, step_id: int) -> Row[Any] | None:
    """Return the bare row of a step, or None."""
    return connection.execute(select(comensha).where(comensha.c.id == step_id)).one_or_none()


def row_before(connection: Connection, step: Row[Any]) -> Row[Any] | None:
    """Return the bare row before a step of the same person, or None."""
    earlier = (comensha.c.person_id == step.person_id) & (comensha.c.id < step.id)
    return connection.execute(select(comensha).where(earlier).order_by(comensha.c.id.desc())).first()


def of_person(connection: Connection, person_id: int) -> tuple[ComenshaView, ...]:
    """Return all steps of a person, newest first."""
    people = users.names(connection)
    mine = select(comensha).where(comensha.c.person_id == person_id).order_by(comensha.c.id.desc())
    return tuple(_view(row, people.get(row.recorded_by, "")) for row in connection.execute(mine))


def _view(row: Row[Any], recorded_by: str) -> ComenshaView:
    return ComenshaView(
        id=row.id,
        person_id=row.person_id,
        state=ComenshaState(row.state),
        dossier_type=row.dossier_type,
        consent=row.consent,
        consent_on=to_day(row.consent_on),
        consent_note=row.consent_note,
        due_on=to_day(row.due_on),
        registered_on=to_day(row.registered_on),
        their_number=row.their_number,
        feedback_on=to_day(row.feedback_on),
        feedback=row.feedback,
        reason=row.reason,
        current=row.current,
        recorded_at=to_moment(row.recorded_at),
        recorded_by=recorded_by,
    )


def _due() -> Any:  # noqa: ANN401 - a part of a question
    return comensha.c.current & (comensha.c.state == ComenshaState.DUE)


def count_due(connection: Connection) -> int:
    """Return how many victims wait to be registered."""
    return int(connection.execute(select(func.count()).select_from(comensha).where(_due())).scalar_one())


def waiting(connection: Connection) -> list[TodayItem]:
    """Return who waits to be registered, the longest overdue first."""
    rows = connection.execute(
        select(comensha, *(person.c[name] for name in ("first_names", "last_name", "uid")))
        .join_from(comensha, person, comensha.c.person_id == person.c.id)
        .where(_due())
        .order_by(comensha.c.due_on, comensha.c.id)
        .limit(_MOST_SHOWN)
    )
    return [
        TodayItem(
            kind=TodayKind.COMENSHA,
            signal_id=None,
            involvement_id=None,
            draft_id=None,
            reference=person_reference(row.uid),
            name=full_name(row.first_names, row.last_name),
            role=VICTIM,
            due=to_day(row.due_on),
            started_on=to_moment(row.recorded_at).date(),
            ground="",
            organisation="",
            count=1,
            saved_at=None,
            record_id=row.id,
            person_id=row.person_id,
        )
        for row in rows
    ]


def is_victim(connection: Connection, person_id: int) -> bool:
    """Say whether somebody is a victim in any signal."""
    asked = select(involvement.c.id).where(involvement.c.person_id == person_id, involvement.c.role == VICTIM)
    return connection.execute(asked.limit(1)).first() is not None


def forms_of(connection: Connection, person_id: int) -> tuple[str, ...]:
    """Return the forms of exploitation of the signals in which somebody is a victim, newest first, each once."""
    rows = connection.execute(
        select(signal.c.form)
        .join_from(involvement, signal)
        .where(involvement.c.person_id == person_id, involvement.c.role == VICTIM)
        .order_by(signal.c.received_on.desc(), signal.c.id.desc())
    )
    return tuple(dict.fromkeys(rows.scalars()))


def case_of(connection: Connection, person_id: int) -> tuple[str, str]:
    """Return the number and the status of the case around somebody, "" for none."""
    row = connection.execute(
        select(case_file).where(case_file.c.person_id == person_id).order_by(case_file.c.id.desc()).limit(1)
    ).first()
    return (case_number(row), row.status) if row else ("", "")


def case_number(row: Row[Any]) -> str:
    """Return the number of a case as people write it."""
    return str(Reference(PREFIX, row.number_year, row.number))


def of_year(connection: Connection, year: int) -> list[YearRow]:
    """Return every victim of a year: whose registration was due or done in it, or who was named in a notification."""
    rows = connection.execute(_asked(year)).all()
    return [_year_row(connection, row) for row in rows]


def _asked(year: int) -> Select[Any]:
    first, last = f"{year}-01-01", f"{year}-12-31"
    told = ("state", "dossier_type", "reason", "their_number", "feedback")
    steps = (*told, "due_on", "registered_on", "feedback_on")
    named = (
        select(involvement.c.id)
        .join_from(involvement, signal)
        .where(involvement.c.person_id == person.c.id, involvement.c.role == VICTIM)
        .where(signal.c.kind == Kind.NOTIFICATION, signal.c.received_on.between(first, last))
        .correlate(person)
        .exists()
    )
    day = func.coalesce(
        comensha.c.registered_on, comensha.c.due_on, func.substr(comensha.c.recorded_at, 1, 10)
    )
    counts = and_(comensha.c.person_id == person.c.id, comensha.c.current)
    return (
        select(person.c.id, person.c.uid, person.c.first_names, person.c.last_name)
        .add_columns(*(comensha.c[name] for name in steps))
        .join_from(person, comensha, counts, isouter=True)
        .where(person.c.merged_into.is_(None))
        .where(or_(day.between(first, last), and_(comensha.c.id.is_(None), named)))
        .order_by(person.c.id)
    )


def _year_row(connection: Connection, row: Row[Any]) -> YearRow:
    return YearRow(
        person_id=row.id,
        reference=person_reference(row.uid, case_of(connection, row.id)[0]),
        name=full_name(row.first_names, row.last_name),
        state=row.state or "",
        dossier_type=row.dossier_type or "",
        due_on=to_day(row.due_on),
        registered_on=to_day(row.registered_on),
        their_number=row.their_number or "",
        feedback_on=to_day(row.feedback_on),
        feedback=row.feedback or "",
        reason=row.reason or "",
    )


def years(connection: Connection) -> list[int]:
    """Return the years of which there is something to list, newest first; ``date.today`` is the desk's to add."""
    day = func.coalesce(
        comensha.c.registered_on, comensha.c.due_on, func.substr(comensha.c.recorded_at, 1, 10)
    )
    steps = connection.execute(select(func.substr(day, 1, 4)).where(comensha.c.current).distinct()).scalars()
    return sorted({int(one) for one in steps}, reverse=True)
