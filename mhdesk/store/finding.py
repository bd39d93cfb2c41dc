"""What searching everywhere reads beside signals, cases and persons: tables that are short enough to be read whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, Row, bindparam, select, text

from mhdesk.domain import cases
from mhdesk.domain.finding import (
    FoundCase,
    FoundContact,
    FoundMeeting,
    FoundOrganisation,
    FoundQuestion,
    Sought,
)
from mhdesk.domain.references import Reference
from mhdesk.store.involvements import full_name
from mhdesk.store.schema import (
    case_file,
    consultation,
    meeting,
    meeting_participant,
    organisation,
    organisation_contact,
    person,
)

_MOST_READ: Final = 2_000
"""Meetings and questions that are looked through, the newest of them."""


def organisations(connection: Connection, asked: Sought) -> list[FoundOrganisation]:
    """Return the organisations that fit by name, number, mail or address, those that ended last."""
    rows = connection.execute(select(organisation).order_by(organisation.c.ended_on, organisation.c.name))
    return [
        FoundOrganisation(row.id, row.name, row.group, row.phone, row.ended_on is not None)
        for row in rows
        if asked.fits(row.name, row.phone, row.email, row.address)
    ]


def contacts(connection: Connection, asked: Sought) -> list[FoundContact]:
    """Return the contacts of organisations that fit by name, function, number or mail; nobody who left."""
    rows = connection.execute(
        select(organisation_contact, organisation.c.name.label("works_at"))
        .join_from(organisation_contact, organisation)
        .where(organisation_contact.c.ended_on.is_(None))
        .order_by(organisation_contact.c.name)
    )
    return [
        FoundContact(row.organisation_id, row.name, row.function, row.phone, row.works_at)
        for row in rows
        if asked.fits(row.name, row.function, row.phone, row.email)
    ]


def meetings(connection: Connection, asked: Sought, called: Callable[[str], str]) -> list[FoundMeeting]:
    """Return the meetings that fit by kind, day, place, chair or who came, the newest first.

    ``called`` gives the word for a kind.
    """
    who: dict[int, list[str]] = {}
    there = select(meeting_participant.c.meeting_id, meeting_participant.c.name)
    for row in connection.execute(there):
        who.setdefault(row.meeting_id, []).append(row.name)
    rows = connection.execute(select(meeting).order_by(meeting.c.held_on.desc()).limit(_MOST_READ))
    return [
        FoundMeeting(row.id, row.kind, date.fromisoformat(row.held_on), row.place)
        for row in rows
        if asked.fits(called(row.kind), _spoken(row.held_on), row.place, row.chair, *who.get(row.id, ()))
    ]


def questions(connection: Connection, asked: Sought, called: Callable[[str], str]) -> list[FoundQuestion]:
    """Return the questions that fit by topic, question or answer, the newest first.

    ``called`` gives the words for a topic.
    """
    rows = connection.execute(
        select(consultation)
        .order_by(consultation.c.asked_on.desc(), consultation.c.id.desc())
        .limit(_MOST_READ)
    )
    return [
        FoundQuestion(row.id, date.fromisoformat(row.asked_on), row.discipline, row.topic)
        for row in rows
        if asked.fits(called(row.topic), row.question, row.answer)
    ]


def cases_of(connection: Connection, case_ids: Sequence[int]) -> list[FoundCase]:
    """Return the lines of some cases, in the given order."""
    rows = connection.execute(
        select(case_file, person.c.first_names, person.c.last_name)
        .join_from(case_file, person)
        .where(case_file.c.id.in_(bindparam("ids", expanding=True))),
        {"ids": list(case_ids)},
    )
    by_id = {row.id: _case(row) for row in rows}
    return [by_id[number] for number in case_ids if number in by_id]


def case_references(connection: Connection, person_ids: Sequence[int]) -> dict[int, str]:
    """Return for those of some persons who have a case how it is called, the newest of each."""
    rows = connection.execute(
        select(case_file.c.person_id, case_file.c.number_year, case_file.c.number)
        .where(case_file.c.person_id.in_(bindparam("ids", expanding=True)))
        .order_by(case_file.c.id),
        {"ids": list(person_ids)},
    )
    return {row.person_id: str(Reference(cases.PREFIX, row.number_year, row.number)) for row in rows}


def merged_away(connection: Connection, asked: Sought) -> dict[int, None]:
    """Return as whom those go on who fit by a name or number that was joined with another record."""
    columns = (person.c[name] for name in ("first_names", "last_name", "phone", "merged_into"))
    rows = connection.execute(select(*columns).where(text("merged_into IS NOT NULL")))
    return {
        row.merged_into: None
        for row in rows
        if asked.fits(row.phone if asked.digits else full_name(row.first_names, row.last_name))
    }


def _case(row: Row[Any]) -> FoundCase:
    reference = str(Reference(cases.PREFIX, row.number_year, row.number))
    return FoundCase(row.person_id, reference, full_name(row.first_names, row.last_name), row.status)


def _spoken(day: str) -> str:
    year, month, number = day.split("-")
    return f"{number}-{month}-{year}"
