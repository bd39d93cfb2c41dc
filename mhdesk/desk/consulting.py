"""Keep what professionals asked and what was answered, find it again, and count it."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import Any

from mhdesk.desk import logbook, recording
from mhdesk.desk.desk import Desk
from mhdesk.desk.verbs import Work, logged_reading, verb
from mhdesk.domain import dates
from mhdesk.domain.change import Change
from mhdesk.domain.consultations import (
    ConsultationDraft,
    ConsultationFilter,
    ConsultationView,
    Totals,
    minutes_of,
)
from mhdesk.domain.people import Permission
from mhdesk.domain.problems import refuse_if
from mhdesk.domain.text import clean
from mhdesk.errors import InputError
from mhdesk.store import consultations


@verb("consultation.recorded", "C", Permission.WRITE)
def record(work: Work, draft: ConsultationDraft) -> Change:
    """Keep a question with its answer. Raises ProblemsError."""
    refuse_if(draft.validate(work.today()))
    by = {"recorded_at": work.recorded_at, "recorded_by": work.user.id}
    return _changed(work, consultations.add(work.connection, {**_told(draft), **by}))


@verb("consultation.amended", "U", Permission.WRITE)
def amend(work: Work, number: int, version: int, draft: ConsultationDraft) -> Change:
    """Let a question say something else; what it said before stays. A Change without ``created``: nothing differed.

    Raises ProblemsError, and InputError where a colleague changed it meanwhile.
    """
    refuse_if(draft.validate(work.today()))
    row = consultations.row_of(work.connection, number)
    if row is None:
        raise InputError("consultation.gone")
    if row.version != version:
        raise InputError("consultation.changed_meanwhile")
    told = _told(draft)
    work.concerns("consultation", [number])
    if all(getattr(row, name) == value for name, value in told.items()):
        return Change(work.verb)
    consultations.change(work.connection, number, told, recording.author(work))
    return Change(work.verb, created=number)


def _told(draft: ConsultationDraft) -> dict[str, Any]:
    asked_on = dates.parse_day(draft.asked_on)
    if asked_on is None:
        raise ValueError("an unchecked question reached the store")
    return {
        "asked_on": asked_on.isoformat(),
        "discipline": draft.discipline,
        "organisation_id": draft.organisation_id,
        "municipality": draft.municipality,
        "topic": draft.topic,
        "question": clean(draft.question),
        "answer": clean(draft.answer),
        "minutes": minutes_of(draft.minutes),
    }


def _changed(work: Work, number: int) -> Change:
    work.concerns("consultation", [number])
    return Change(work.verb, created=number)


def ids(desk: Desk, wanted: ConsultationFilter) -> array[int]:
    """Return the ids of the questions that the filter lets through, newest first. A search is logged."""
    if wanted.search.strip():
        return _search(desk, wanted)
    given = (("period", wanted.year), ("topic", wanted.topic), ("discipline", wanted.discipline))
    logbook.list_shown(desk, "consultations", tuple(name for name, value in given if value))
    return consultations.ids(desk.database.connection, wanted)


@logged_reading("consultation.searched", Permission.READ)
def _search(work: Work, wanted: ConsultationFilter) -> array[int]:
    """Search the questions; the log keeps how many were found, never the words."""
    found = consultations.ids(work.connection, wanted)
    work.details = f"found={len(found)}"
    return found


def rows(desk: Desk, wanted: Sequence[int]) -> list[ConsultationView]:
    """Return the lines of some questions."""
    desk.demand(Permission.READ)
    return consultations.views(desk.database.connection, wanted)


@logged_reading("consultation.read", Permission.READ)
def details(work: Work, number: int) -> ConsultationView:
    """Open one question. Raises InputError for one that is gone."""
    found = consultations.views(work.connection, [number])
    if not found:
        raise InputError("consultation.gone")
    work.concerns("consultation", [number])
    return found[0]


def totals(desk: Desk, wanted: ConsultationFilter) -> Totals:
    """Return how many questions there are of each topic, and the minutes they took."""
    desk.demand(Permission.READ)
    return consultations.totals(desk.database.connection, wanted)


def years(desk: Desk) -> list[int]:
    """Return the years to choose from, this one among them, newest first."""
    desk.demand(Permission.READ)
    return sorted({desk.today().year, *consultations.years(desk.database.connection)}, reverse=True)
