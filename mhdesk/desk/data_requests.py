"""What people ask about data of their own: record it, put the answer off once, decide, answer."""

from __future__ import annotations

from typing import Any

from mhdesk.desk import recording, unsafe
from mhdesk.desk.desk import Desk
from mhdesk.desk.verbs import Work, verb
from mhdesk.domain import data_requests as rules
from mhdesk.domain import dates
from mhdesk.domain.change import Change
from mhdesk.domain.data_requests import (
    About,
    Asked,
    Decision,
    DecisionDraft,
    RequestDraft,
    RequestState,
    RequestView,
)
from mhdesk.domain.dates import Birth
from mhdesk.domain.people import Permission
from mhdesk.domain.problems import refuse_if
from mhdesk.domain.text import clean
from mhdesk.errors import InputError
from mhdesk.store import data_requests, persons
from mhdesk.store.database import Connection


def of_person(desk: Desk, person_id: int) -> Asked:
    """Return what somebody asked. The page that shows it logs the reading of the person."""
    desk.demand(Permission.READ)
    connection = desk.database.connection
    return Asked(
        person_id, data_requests.of_person(connection, person_id), about(desk, connection, person_id)
    )


def about(desk: Desk, connection: Connection, person_id: int) -> About:
    """Return what the rules ask of a person. Raises NotAllowedError, and InputError for nobody."""
    desk.demand(Permission.READ)
    row = persons.get(connection, person_id)
    if row is None:
        raise InputError("data_request.no_such_person")
    age = Birth(row.birth_on, row.birth_estimated).age_on(desk.today()) if row.birth_on else None
    around = unsafe.around(connection, person_id, desk.today())
    found = around.unsafe()
    return About(age, bool(found), unsafe.names(connection, found), bool(around.unasked()))


@verb("data_request.recorded", "C", Permission.WRITE)
def record(work: Work, draft: RequestDraft) -> Change:
    """Record a request; its term begins on the day on which it was asked. Raises ProblemsError."""
    refuse_if(draft.validate(work.today()))
    asked_on = dates.parse_day(draft.asked_on)
    if asked_on is None:
        raise ValueError("an unchecked request reached the store")
    if not persons.exists(work.connection, draft.person_id):
        raise InputError("data_request.no_such_person")
    values = {
        "person_id": draft.person_id,
        "kind": draft.kind,
        "asked_on": asked_on.isoformat(),
        "asked_by": draft.asked_by,
        "identity": clean(draft.identity),
        "due_on": rules.due(draft.kind, asked_on).isoformat(),
        "state": RequestState.OPEN,
        "recorded_at": work.recorded_at,
        "recorded_by": work.user.id,
    }
    number = data_requests.add(work.connection, values)
    return _changed(work, draft.person_id, number)


@verb("data_request.extended", "U", Permission.DECIDE)
def extend(work: Work, request_id: int, version: int, reason: str) -> Change:
    """Put the answer off once, with the reason that the person is told. Raises ProblemsError."""
    found = _found(work, request_id, version)
    refuse_if(rules.extension_problems(found, reason, work.today()))
    until = rules.extended(found.kind, found.asked_on).isoformat()
    return _change(work, found, {"due_on": until, "extension_reason": clean(reason)})


@verb("data_request.decided", "U", Permission.DECIDE)
def decide(work: Work, draft: DecisionDraft) -> Change:
    """Decide on a request, also anew before it is answered.

    Raises ProblemsError, also where whoever asks can only be refused.
    """
    found = _found(work, draft.request_id, draft.version)
    if found.state == RequestState.ANSWERED:
        raise InputError("data_request.answered_already")
    refuse_if(draft.validate(found, about(work.desk, work.connection, found.person_id)))
    granted = draft.decision == Decision.GRANTED
    refused = draft.decision == Decision.REFUSED
    until = found.due_on if refused else rules.done_by(found.kind, found.asked_on, found.due_on)
    told = {
        "state": RequestState.DECIDED,
        "decision": draft.decision,
        "ground": "" if granted else draft.ground,
        "reasoning": clean(draft.reasoning),
        "due_on": until.isoformat(),
    }
    return _change(work, found, told)


@verb("data_request.answered", "U", Permission.WRITE)
def answered(work: Work, request_id: int, version: int, answered_on: str) -> Change:
    """Note on which day a decision was told, and carried out. Raises ProblemsError."""
    found = _found(work, request_id, version)
    refuse_if(rules.answer_problems(found, answered_on, work.today()))
    day = dates.parse_day(answered_on)
    if day is None:
        raise ValueError("an unchecked day reached the store")
    return _change(work, found, {"state": RequestState.ANSWERED, "answered_on": day.isoformat()})


@verb("data_request.reopened", "U", Permission.WRITE)
def reopen(work: Work, request_id: int, version: int) -> Change:
    """Take back that a request was answered. Raises InputError for one that was not."""
    found = _found(work, request_id, version)
    if found.state != RequestState.ANSWERED:
        raise InputError("data_request.not_answered")
    return _change(work, found, {"state": RequestState.DECIDED, "answered_on": None})


def _found(work: Work, request_id: int, version: int) -> RequestView:
    found = data_requests.get(work.connection, request_id)
    if found is None:
        raise InputError("data_request.no_such_request")
    if found.version != version:
        raise InputError("data_request.changed_meanwhile")
    return found


def _change(work: Work, found: RequestView, values: dict[str, Any]) -> Change:
    data_requests.change(work.connection, found.id, values, recording.author(work))
    return _changed(work, found.person_id, found.id)


def _changed(work: Work, person_id: int, number: int) -> Change:
    work.concerns("data_request", [number], person_id)
    return Change(work.verb, persons=frozenset({person_id}), created=number)
