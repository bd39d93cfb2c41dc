"""Made-up cases for the demo, around victims who stand in it."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from random import Random
from typing import Any, Final

from mhdesk import resources
from mhdesk.desk.verbs import Work
from mhdesk.domain.cases import CaseStatus, EntryKind, GoalState
from mhdesk.domain.trajectories import TrajectoryState
from mhdesk.domain.vocabulary import UNKNOWN
from mhdesk.store import agreements, case_search, cases, organisations, trajectories
from mhdesk.store.values import to_codes, to_text
from mhdesk.wording import say

_LOOKED_AT: Final = 500


def furnish(work: Work, seed: int) -> None:
    """Write the invented cases, around the victims of the newest notifications; without any there are no cases."""
    uids = Random(seed)  # noqa: S311 - the same seed gives the same registry; an uid is no secret
    told = tomllib.loads(resources.path("fiction", "cases.toml").read_text(encoding="utf-8"))
    people = cases.newest_victims(work.connection, _LOOKED_AT)
    written = []
    for one in told["case"]:
        begun = work.today() - timedelta(days=one["days"])
        chosen = next((some for some in people if some[1] <= begun), next(iter(people), None))
        if chosen is not None:
            people.remove(chosen)
            uid = f"{uids.getrandbits(128):032x}"
            written.append(_Invented(work, one, chosen[1]).write(chosen[0], uid))
    case_search.index(work.connection, written)


class _Invented:
    """One invented case as it is written: days count from the one on which it opened, never beyond today."""

    def __init__(self, work: Work, told: dict[str, Any], received: date) -> None:
        self._work, self._told = work, told
        self._opened = max(received, work.today() - timedelta(days=told["days"]))

    def write(self, person_id: int, uid: str) -> int:
        """Write the case with everything in it; return its id."""
        work, told = self._work, self._told
        year = self._opened.year
        number = cases.next_number(work.connection, year)
        risks = told.get("risk", ())
        values = {
            "uid": uid,
            "number_year": year,
            "number": number,
            "person_id": person_id,
            "coordinator_id": work.user.id,
            "status": CaseStatus.OPEN,
            "opened_on": to_text(self._opened),
            "risk": risks[-1][1] if risks else UNKNOWN,
            **self._by(self._opened),
        }
        if "closed" in told:
            values |= {"status": CaseStatus.CLOSED, "closed_on": to_text(self._after(told["closed"]))}
            values |= {"closing_reason": told["reason"], "outcome": told["outcome"]}
        case_id = cases.add(work.connection, values)
        work.concerns("case_file", [case_id], person_id)
        self._enter_all(case_id)
        for goal in told.get("goal", ()):
            self._add_goal(case_id, goal)
        for line in told.get("trajectory", ()):
            self._add_trajectory(case_id, line)
        for agreed in told.get("agreement", ()):
            self._agree(case_id, agreed)
        return case_id

    def _after(self, days: int) -> date:
        return min(self._opened + timedelta(days=days), self._work.today())

    def _by(self, day: date) -> dict[str, Any]:
        return {
            "recorded_at": day.isoformat() + self._work.recorded_at[10:],
            "recorded_by": self._work.user.id,
        }

    def _enter_all(self, case_id: int) -> None:
        """Write what happened in the order in which it did, opening first and closing last."""
        told, name = self._told, self._work.user.name
        self._enter(case_id, EntryKind.OPENED, 0, [], say("case.coordinator_became", name=name))
        happened = [(at, EntryKind.RISK, [level], why) for at, level, why in told.get("risk", ())]
        happened += [
            (one["at"], EntryKind(one["kind"]), one.get("codes", []), one["text"])
            for one in told.get("entry", ())
        ]
        for at, kind, codes, text in sorted(happened, key=lambda one: one[0]):
            self._enter(case_id, kind, at, codes, text)
        if "closed" in told:
            reason = [told["reason"], told["outcome"]]
            self._enter(case_id, EntryKind.CLOSED, told["closed"], reason, told["closing"])

    def _enter(self, case_id: int, kind: EntryKind, at: int, codes: list[str], text: str) -> None:
        day = self._after(at)
        values = {"case_id": case_id, "kind": kind, "happened_on": to_text(day), "code": to_codes(codes)}
        cases.add_entry(self._work.connection, values | {"text": text} | self._by(day))

    def _add_goal(self, case_id: int, goal: dict[str, Any]) -> None:
        values = {
            "case_id": case_id,
            "text": goal["text"],
            "state": goal.get("state", GoalState.OPEN),
            "result": goal.get("result", ""),
            "ended_on": to_text(self._after(goal["at"])) if "at" in goal else None,
        }
        cases.add_goal(self._work.connection, values | self._by(self._opened))

    def _add_trajectory(self, case_id: int, line: dict[str, Any]) -> None:
        given_by = line.get("given_by")
        started = self._after(line["at"]) if "at" in line else None
        until = self._opened + timedelta(days=line["until"]) if "until" in line else None
        values = {
            "case_id": case_id,
            "kind": line["kind"],
            "state": line.get("state", TrajectoryState.RUNNING),
            "organisation_id": organisations.find_or_add(self._work.connection, given_by)
            if given_by
            else None,
            "started_on": to_text(started),
            "until_on": to_text(until),
            "ended_on": to_text(self._after(line["ended"])) if "ended" in line else None,
            "note": line.get("note", ""),
            "result": line.get("result", ""),
        }
        trajectories.add(self._work.connection, values | self._by(started or self._opened))

    def _agree(self, case_id: int, agreed: dict[str, Any]) -> None:
        due = max(self._opened, self._work.today() + timedelta(days=agreed["in"]))
        mine, is_done = agreed.get("mine", False), "done" in agreed
        values = {
            "case_id": case_id,
            "what": agreed["what"],
            "who": "" if mine else agreed["who"],
            "user_id": self._work.user.id if mine else None,
            "due_on": to_text(due),
            "done_on": to_text(min(due, self._work.today())) if is_done else None,
            "done_by": self._work.user.id if is_done else None,
            "done_how": agreed.get("done", ""),
        }
        agreements.add(self._work.connection, values | self._by(max(self._opened, due - timedelta(days=10))))
