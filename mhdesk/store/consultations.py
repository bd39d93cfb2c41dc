"""The log of questions for information and advice."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Row, func, select, true, update

from mhdesk.domain.consultations import ConsultationFilter, ConsultationView, Totals
from mhdesk.domain.revisions import RevisionView
from mhdesk.domain.text import plain
from mhdesk.store import ids as fresh
from mhdesk.store import revisions, users
from mhdesk.store.revisions import Author
from mhdesk.store.schema import consultation, organisation
from mhdesk.store.values import numbers, to_moment

RECORD: Final = "consultation"


def add(connection: Connection, values: Mapping[str, Any]) -> int:
    """Add a question and return its id."""
    return fresh.add(connection, consultation, values)


def row_of(connection: Connection, number: int) -> Row[Any] | None:
    """Return the bare row of a question, or None."""
    return connection.execute(select(consultation).where(consultation.c.id == number)).one_or_none()


def change(connection: Connection, number: int, values: Mapping[str, Any], by: Author) -> None:
    """Change columns of a question; what they said before is kept and the version counts up."""
    one = consultation.c.id == number
    before = connection.execute(select(consultation).where(one)).mappings().one()
    earlier = {name: before[name] for name in values if before[name] != values[name]}
    revisions.keep(connection, RECORD, number, before["version"], earlier, by)
    connection.execute(update(consultation).where(one).values(**values, version=before["version"] + 1))


def ids(connection: Connection, wanted: ConsultationFilter) -> array[int]:
    """Return the ids of what the filter lets through, newest first; words are found in any spelling."""
    listed = consultation.c.asked_on.desc(), consultation.c.id.desc()
    words = plain(wanted.search).split()
    if not words:
        return numbers(connection.execute(select(consultation.c.id).where(_fits(wanted)).order_by(*listed)))
    rows = connection.execute(
        select(consultation.c.id, consultation.c.question, consultation.c.answer, organisation.c.name)
        .join_from(consultation, organisation, isouter=True)
        .where(_fits(wanted))
        .order_by(*listed)
    )
    texts = ((row.id, plain(f"{row.question} {row.answer} {row.name or ''}")) for row in rows)
    return array("q", [number for number, text in texts if all(word in text for word in words)])


def _fits(wanted: ConsultationFilter) -> ColumnElement[bool]:
    asked: ColumnElement[bool] = true()
    if wanted.year:
        asked &= consultation.c.asked_on.between(f"{wanted.year}-01-01", f"{wanted.year}-12-31")
    if wanted.topic:
        asked &= consultation.c.topic == wanted.topic
    if wanted.discipline:
        asked &= consultation.c.discipline == wanted.discipline
    return asked


def totals(connection: Connection, wanted: ConsultationFilter) -> Totals:
    """Return how many questions the filter lets through, by topic, and the minutes; its words do not count here."""
    counted = func.count().label("count")
    rows = connection.execute(
        select(
            consultation.c.topic, counted, func.coalesce(func.sum(consultation.c.minutes), 0).label("minutes")
        )
        .where(_fits(wanted))
        .group_by(consultation.c.topic)
        .order_by(counted.desc(), consultation.c.topic)
    ).all()
    topics = tuple((row.topic, int(row._mapping["count"])) for row in rows)
    return Totals(sum(count for _, count in topics), sum(int(row.minutes) for row in rows), topics)


def years(connection: Connection) -> list[int]:
    """Return the years in which something was asked, newest first."""
    year = func.substr(consultation.c.asked_on, 1, 4)
    return sorted((int(one) for one in connection.execute(select(year).distinct()).scalars()), reverse=True)


def views(connection: Connection, wanted: Sequence[int]) -> list[ConsultationView]:
    """Return some questions in the given order; ids that no longer exist are left out."""
    rows = connection.execute(
        select(consultation, organisation.c.name)
        .join_from(consultation, organisation, isouter=True)
        .where(consultation.c.id.in_(list(wanted)))
    )
    people, before = users.names(connection), revisions.of(connection, RECORD, list(wanted))
    found = {row.id: _view(row, people.get(row.recorded_by, ""), before.get(row.id, ())) for row in rows}
    return [found[number] for number in wanted if number in found]


def _view(row: Row[Any], recorded_by: str, history: tuple[RevisionView, ...]) -> ConsultationView:
    return ConsultationView(
        id=row.id,
        version=row.version,
        asked_on=date.fromisoformat(row.asked_on),
        discipline=row.discipline,
        organisation_id=row.organisation_id,
        organisation=row.name or "",
        municipality=row.municipality,
        topic=row.topic,
        question=row.question,
        answer=row.answer,
        minutes=row.minutes,
        recorded_at=to_moment(row.recorded_at),
        recorded_by=recorded_by,
        history=history,
    )
