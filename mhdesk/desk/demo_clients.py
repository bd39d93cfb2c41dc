"""Made-up work for the demo: registrations with CoMensha, a request about own data, questions of professionals."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from datetime import datetime, timedelta
from itertools import islice
from typing import Any, Final

from mhdesk import resources
from mhdesk.desk.verbs import Work
from mhdesk.domain import data_requests as rules
from mhdesk.domain.data_requests import RequestState
from mhdesk.store import comensha, consultations, data_requests

_OF_A_STEP: Final = ("state", "dossier_type", "consent", "their_number", "feedback", "reason")
_OF_A_QUESTION: Final = ("discipline", "topic", "municipality", "question", "answer")


def furnish(work: Work, people: Iterable[int]) -> None:
    """Write the invented work about the first victims among ``people``, and the questions."""
    told = tomllib.loads(resources.path("fiction", "clients.toml").read_text(encoding="utf-8"))
    steps, asked = told["comensha"], told["request"]
    victims = (number for number in people if comensha.is_victim(work.connection, number))
    for number, step in zip(victims, steps, strict=False):
        _write_step(work, number, step)
    for number, request in zip(islice(people, len(asked)), asked, strict=False):
        _write_request(work, number, request)
    for question in told["question"]:
        _write_question(work, question)


def _by(work: Work) -> dict[str, Any]:
    return {"recorded_at": work.recorded_at, "recorded_by": work.user.id}


def _day(work: Work, told: dict[str, Any], name: str) -> str | None:
    """Return the day that is told as ``<name>_ago`` or ``<name>_ahead``, None where it is not."""
    if f"{name}_ahead" in told:
        return (work.today() + timedelta(days=told[f"{name}_ahead"])).isoformat()
    if f"{name}_ago" in told:
        return (work.today() - timedelta(days=told[f"{name}_ago"])).isoformat()
    return None


def _write_step(work: Work, person_id: int, told: dict[str, Any]) -> None:
    days = {f"{name}_on": _day(work, told, name) for name in ("due", "consent", "registered", "feedback")}
    texts = {name: told.get(name, "") for name in _OF_A_STEP}
    values = {**texts, **days, **_by(work), "person_id": person_id}
    if days["due_on"]:  # it stands open since before its last day
        begun = datetime.fromisoformat(work.recorded_at) - timedelta(days=14 - told["due_ahead"])
        values["recorded_at"] = begun.isoformat(timespec="milliseconds")
    number = comensha.add(work.connection, values)
    work.concerns("comensha", [number], person_id)


def _write_request(work: Work, person_id: int, told: dict[str, Any]) -> None:
    asked_on = work.today() - timedelta(days=told["ago"])
    values = {
        **{name: told[name] for name in ("kind", "asked_by", "identity")},
        "person_id": person_id,
        "asked_on": asked_on.isoformat(),
        "due_on": rules.due(told["kind"], asked_on).isoformat(),
        "state": RequestState.OPEN,
    }
    number = data_requests.add(work.connection, {**values, **_by(work)})
    work.concerns("data_request", [number], person_id)


def _write_question(work: Work, told: dict[str, Any]) -> None:
    asked_on = (work.today() - timedelta(days=told["ago"])).isoformat()
    values = {name: told.get(name, "") for name in _OF_A_QUESTION}
    number = consultations.add(
        work.connection, {**values, **_by(work), "asked_on": asked_on, "minutes": told["minutes"]}
    )
    work.concerns("consultation", [number])
