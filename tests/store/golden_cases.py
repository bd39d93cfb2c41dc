"""Cases in a golden registry: one that is followed, and one that was closed and opened again."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from mhdesk.desk import agreements, cases, signals, trajectories
from mhdesk.domain.agreements import AgreementDraft
from mhdesk.domain.cases import (
    CaseDraft,
    CloseDraft,
    EntryDraft,
    GoalDraft,
    GoalEndDraft,
    ReopenDraft,
)
from mhdesk.domain.trajectories import TrajectoryDraft, TrajectoryEndDraft
from mhdesk.store import case_search

if TYPE_CHECKING:
    from mhdesk.desk.desk import Desk

_DAY = "27-11-2026"


def follow(desk: Desk) -> None:
    """Open a case for the first victim, let everything happen in it once, close it and open it again."""
    person_id = signals.details(desk, 1).involvements[0].person_id or 0
    draft = CaseDraft(person_id, opened_on=_DAY, risk="high", reasoning="Hij belt «elke» dag.")
    number = cases.open_for(desk, draft).created or 0
    goal = cases.add_goal(desk, GoalDraft(number, "Een eigen kamer in Łódź of Hilversum.")).created or 0
    cases.end_goal(desk, GoalEndDraft(goal, "partly", _DAY, "Een kamer bij «Zoë»."))
    cases.add_entry(desk, EntryDraft(number, "contact", _DAY, ["phone"], "Zij nam op."))
    cases.add_entry(desk, EntryDraft(number, "information", _DAY, ["rights", "lawyer"], "Folder gegeven."))
    line = TrajectoryDraft(
        number, "reflection_period", organisation_id=1, started_on=_DAY, until_on="27-02-2027"
    )
    trajectory = trajectories.add(desk, line).created or 0
    trajectories.end(desk, TrajectoryEndDraft(trajectory, "stopped", _DAY, "Zij deed aangifte."))
    agreed = AgreementDraft(number, "De huisarts bellen.", user_id=desk.user.id, due_on="30-11-2026")
    agreement = agreements.add(desk, agreed).created or 0
    agreements.finish(desk, agreement, "Maandag om negen.")
    told = CloseDraft(number, _DAY, "client_declined", "improved", "Zij gaat zelf verder.")
    cases.close(desk, told)
    cases.reopen(desk, ReopenDraft(number, _DAY, "Zij belde ’s avonds."))


def shown(desk: Desk) -> dict[str, Any]:
    """Return everything that is shown of cases, and what finds them."""
    people = {one.person_id for one in signals.details(desk, 1).involvements if one.person_id}
    found = {word: list(case_search.find(desk.database.connection, word, 9)) for word in ("lodz", "c 2026 1")}
    return {
        "cases": [asdict(case) for number in sorted(people) for case in cases.of_person(desk, number)],
        "found": found,
    }
