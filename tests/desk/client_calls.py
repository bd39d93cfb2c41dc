"""One ordinary call of each verb about a client: CoMensha, requests about own data, consultations."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from mhdesk.desk import access_copies, comensha, consulting, data_requests
from mhdesk.domain.comensha import FeedbackDraft, Outgoing, RegisterDraft
from mhdesk.domain.consultations import ConsultationDraft, ConsultationFilter
from mhdesk.domain.data_requests import DecisionDraft, RequestDraft
from mhdesk.store import comensha as steps
from mhdesk.store import consultations
from mhdesk.store import data_requests as stored

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mhdesk.desk.desk import Desk

MOMENT: Final = "2026-11-22T23:10:00+00:00"
REGISTERED: Final = RegisterDraft(1, "registration", "victim", "20-11-2026", "", "23-11-2026")
ASKED: Final = RequestDraft(1, "access", "20-11-2026", "self", "Paspoort gezien.")
QUESTION: Final = ConsultationDraft("20-11-2026", "school", topic="signs", question="Waar let ik op?")
NONE: Final = {"recorded_at": MOMENT, "recorded_by": 1, "person_id": 1}


def a_step(desk: Desk, state: str = "registered") -> int:
    """Let a step of person 1 stand without an event; return its id."""
    with desk.database.writing() as connection:
        return steps.add(connection, {**NONE, "state": state, "registered_on": "2026-11-20"})


def a_request(desk: Desk, **told: Any) -> int:  # noqa: ANN401 - any column
    """Let a request of person 1 stand without an event; return its id."""
    days = {"asked_on": "2026-11-20", "due_on": "2026-12-20"}
    row = {
        **NONE,
        **days,
        "kind": "access",
        "asked_by": "self",
        "identity": "Paspoort",
        "state": "open",
        **told,
    }
    with desk.database.writing() as connection:
        return stored.add(connection, row)


def a_question(desk: Desk) -> int:
    """Let a question stand without an event; return its id."""
    told = {"asked_on": "2026-11-20", "discipline": "school", "topic": "signs", "question": "Waar let ik op?"}
    with desk.database.writing() as connection:
        return consultations.add(connection, {**told, "recorded_at": MOMENT, "recorded_by": 1})


def a_granted_request(desk: Desk) -> int:
    """Let a request for access that was granted stand without an event; return its id."""
    return a_request(desk, state="decided", decision="granted")


CALLS: Final[dict[str, Callable[[Desk, Path], object]]] = {
    "comensha.due_noted": lambda desk, _: comensha.note_due(desk, 1),
    "comensha.registered": lambda desk, _: comensha.register(desk, REGISTERED),
    "comensha.refused": lambda desk, _: comensha.refuse(desk, 1, "Zij wil het niet."),
    "comensha.not_needed": lambda desk, _: comensha.not_needed(desk, 1, "De politie deed het."),
    "comensha.feedback": lambda desk, _: comensha.feedback(
        desk, FeedbackDraft(a_step(desk) and 1, "23-11-2026", "Dossier geopend.")
    ),
    "comensha.undone": lambda desk, _: comensha.undo(desk, a_step(desk)),
    "comensha.coded": lambda desk, _: comensha.coded(desk, 1),
    "comensha.exported": lambda desk, out: comensha.save_coded(
        desk, 1, Outgoing("registration"), out / "victim.json"
    ),
    "comensha.list_exported": lambda desk, out: comensha.save_year(
        desk, 2026, Outgoing("reconcile"), out / "year.csv"
    ),
    "data_request.recorded": lambda desk, _: data_requests.record(desk, ASKED),
    "data_request.extended": lambda desk, _: data_requests.extend(desk, a_request(desk), 1, "Veel stukken."),
    "data_request.decided": lambda desk, _: data_requests.decide(
        desk, DecisionDraft(a_request(desk), 1, "granted")
    ),
    "data_request.answered": lambda desk, _: data_requests.answered(
        desk, a_request(desk, state="decided", decision="granted"), 1, "23-11-2026"
    ),
    "data_request.copy_read": lambda desk, _: access_copies.preview(desk, a_granted_request(desk)),
    "print.access_copy_made": lambda desk, out: access_copies.save_copy(
        desk, a_granted_request(desk), (), out / "copy.pdf"
    ),
    "consultation.recorded": lambda desk, _: consulting.record(desk, QUESTION),
    "consultation.amended": lambda desk, _: consulting.amend(
        desk, a_question(desk), 1, replace(QUESTION, minutes="30")
    ),
    "consultation.read": lambda desk, _: consulting.details(desk, a_question(desk)),
    "consultation.searched": lambda desk, _: consulting.ids(desk, ConsultationFilter(search="leerling")),
    "data_request.reopened": lambda desk, _: data_requests.reopen(desk, a_request(desk, state="answered"), 1),
}
ASKS: Final[dict[str, Callable[[Desk, Path], object]]] = {
    "access_copies.save_copy": CALLS["print.access_copy_made"],
    "comensha.save_coded": CALLS["comensha.exported"],
    "comensha.save_year": CALLS["comensha.list_exported"],
    "comensha.standing": lambda desk, _: comensha.standing(desk, 1),
    "comensha.year": lambda desk, _: comensha.year(desk, 2026),
    "comensha.years": lambda desk, _: comensha.years(desk),
    "data_requests.of_person": lambda desk, _: data_requests.of_person(desk, 1),
    "consulting.ids": lambda desk, _: consulting.ids(desk, ConsultationFilter()),
    "consulting.rows": lambda desk, _: consulting.rows(desk, [1]),
    "consulting.totals": lambda desk, _: consulting.totals(desk, ConsultationFilter()),
    "consulting.years": lambda desk, _: consulting.years(desk),
    "data_requests.about": lambda desk, _: data_requests.about(desk, desk.database.connection, 1),
}

Line = tuple[str, int, int | None]
_STEP: Final[tuple[Line, ...]] = (("comensha", 1, 1),)
_PERSON: Final[tuple[Line, ...]] = (("person", 1, 1),)
_REQUEST: Final[tuple[Line, ...]] = (("data_request", 1, 1),)
_COPY: Final[tuple[Line, ...]] = (*_REQUEST, ("signal", 1, None))
_QUESTION: Final[tuple[Line, ...]] = (("consultation", 1, None),)
LINES: Final[dict[str, list[Line]]] = {
    "comensha.due_noted": [*_STEP],
    "comensha.registered": [*_STEP],
    "comensha.refused": [*_STEP],
    "comensha.not_needed": [*_STEP],
    "comensha.undone": [*_STEP],
    "comensha.feedback": [("comensha", 2, 1)],
    "comensha.coded": [*_PERSON],
    "comensha.exported": [*_PERSON],
    "comensha.list_exported": [*_PERSON],
    "data_request.recorded": [*_REQUEST],
    "data_request.extended": [*_REQUEST],
    "data_request.decided": [*_REQUEST],
    "data_request.answered": [*_REQUEST],
    "data_request.reopened": [*_REQUEST],
    "data_request.copy_read": [*_COPY],
    "print.access_copy_made": [*_COPY],
    "consultation.recorded": [*_QUESTION],
    "consultation.amended": [*_QUESTION],
    "consultation.read": [*_QUESTION],
}
