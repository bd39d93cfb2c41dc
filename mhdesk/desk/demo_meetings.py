"""Made-up meetings for the demo, about the cases that stand in it: one that was held, two that come."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from random import Random
from typing import Any, Final

from mhdesk import resources
from mhdesk.desk.verbs import Work
from mhdesk.store import agendas, agreements, case_search, meetings, organisations
from mhdesk.store.agendas import CaseRow
from mhdesk.store.values import to_codes

_ABOUT: Final = ("kind", "starts_at", "place", "chair", "state")


def furnish(work: Work, seed: int) -> None:
    """Write the invented meetings about the first open cases; without any there are no meetings."""
    uids = Random(seed)  # noqa: S311 - the same seed gives the same registry; an uid is no secret
    cases = agendas.open_cases(work.connection)
    text = resources.path("fiction", "meetings.toml").read_text(encoding="utf-8")
    for one in tomllib.loads(text)["meeting"] if cases else ():
        _write(work, one, cases, f"{uids.getrandbits(128):032x}")
    case_search.index(work.connection, [one.id for one in cases])


def _write(work: Work, one: dict[str, Any], cases: list[CaseRow], uid: str) -> None:
    held_on = _day(work, one)
    values = {name: one[name] for name in _ABOUT} | {"held_on": held_on.isoformat(), "uid": uid}
    at = (min(held_on, work.today()) - timedelta(days=1)).isoformat() + work.recorded_at[10:]
    by = {"recorded_at": at, "recorded_by": work.user.id}
    meeting_id = meetings.add(work.connection, values | by)
    work.concerns("meeting", [meeting_id])
    people = [_seat(work, meeting_id, seat) for seat in one["participant"]]
    for item in one["item"]:
        if item["case"] < len(cases):
            _speak_of(work, meeting_id, item, cases[item["case"]], people, by)


def _seat(work: Work, meeting_id: int, seat: dict[str, Any]) -> int:
    name = seat.get("organisation")
    values = {
        "meeting_id": meeting_id,
        "organisation_id": organisations.find_or_add(work.connection, name) if name else None,
        "name": seat["name"],
        "function": seat.get("function", ""),
        "attendance": seat.get("attendance", "invited"),
    }
    return meetings.add_participant(work.connection, values)


def _speak_of(
    work: Work, meeting_id: int, item: dict[str, Any], case: CaseRow, people: list[int], by: dict[str, Any]
) -> None:
    told = {name: item.get(name, "") for name in ("question", "report")}
    told |= {"minutes": item.get("minutes"), "discussed": item.get("discussed", False)}
    item_id = meetings.add_item(work.connection, meeting_id, case.id, told)
    work.concerns("meeting_item", [item_id], case.person_id)
    for share in item.get("share", ()):
        values = {
            "item_id": item_id,
            "participant_id": people[share["participant"]],
            "shared": to_codes(share["fields"]),
            "basis": share["basis"],
            "basis_note": share.get("note", ""),
        }
        meetings.add_share(work.connection, values | by)
    for agreed in item.get("agreement", ()):
        mine = agreed.get("colleague", False)
        values = {
            "case_id": case.id,
            "meeting_item_id": item_id,
            "what": agreed["what"],
            "who": agreed.get("who", ""),
            "user_id": work.user.id if mine else None,
            "due_on": _day(work, agreed).isoformat(),
        }
        number = agreements.add(work.connection, values | by)
        work.concerns("agreement", [number], case.person_id)


def _day(work: Work, told: dict[str, Any]) -> date:
    return work.today() + timedelta(days=told["in"])
