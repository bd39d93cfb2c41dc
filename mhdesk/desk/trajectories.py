"""Begin, correct and end the trajectories of a case."""

from __future__ import annotations

from typing import Any

from mhdesk.desk import casework, recording
from mhdesk.desk.verbs import Work, verb
from mhdesk.domain import dates
from mhdesk.domain.change import Change
from mhdesk.domain.people import Permission
from mhdesk.domain.problems import Problem, ProblemsError, refuse_if
from mhdesk.domain.text import clean
from mhdesk.domain.trajectories import (
    TrajectoryDraft,
    TrajectoryEndDraft,
    TrajectoryState,
    TrajectoryView,
)
from mhdesk.errors import ConflictError, InputError
from mhdesk.store import cases, organisations, trajectories
from mhdesk.store.values import to_text


@verb("trajectory.added", "C", Permission.WRITE)
def add(work: Work, draft: TrajectoryDraft) -> Change:
    """Add a trajectory to an open case. Raises ProblemsError."""
    refuse_if(draft.validate(work.today()))
    case = casework.open_case(work.connection, draft.case_id)
    number = trajectories.add(
        work.connection,
        {
            "case_id": case.id,
            **_told(work, draft),
            "recorded_at": work.recorded_at,
            "recorded_by": work.user.id,
        },
    )
    return casework.done(work, case, "trajectory", number)


@verb("trajectory.amended", "U", Permission.WRITE)
def amend(work: Work, trajectory_id: int, version: int, draft: TrajectoryDraft) -> Change:
    """Let a trajectory that goes on say what the draft says; what it said is kept.

    ``version`` is the one that the draft began with. Raises ProblemsError, and ConflictError when somebody else
    changed it since.
    """
    refuse_if(draft.validate(work.today()))
    found = _going_on(work, trajectory_id)
    case = casework.open_case(work.connection, found.case_id)
    if found.version != version:
        raise ConflictError("desk.changed_meanwhile", record="trajectory", id=found.id, version=found.version)
    cases.change_trajectory(work.connection, found.id, recording.author(work), _told(work, draft))
    return casework.done(work, case, "trajectory", found.id)


@verb("trajectory.ended", "U", Permission.WRITE)
def end(work: Work, draft: TrajectoryEndDraft) -> Change:
    """End a trajectory: done or stopped, with what came of it. Raises ProblemsError."""
    found = _going_on(work, draft.trajectory_id)
    refuse_if(draft.validate(work.today(), found.started_on))
    case = casework.open_case(work.connection, found.case_id)
    told = {
        "state": draft.state,
        "ended_on": casework.day(draft.ended_on).isoformat(),
        "result": clean(draft.result),
    }
    cases.change_trajectory(work.connection, found.id, recording.author(work), told)
    return casework.done(work, case, "trajectory", found.id)


@verb("trajectory.taken_up", "U", Permission.WRITE)
def take_up(work: Work, trajectory_id: int) -> Change:
    """Let a trajectory that ended go on: it runs, or is planned where it never began; its end is kept as history."""
    found = _found(work, trajectory_id)
    if found.goes_on():
        raise InputError("trajectory.not_ended")
    case = casework.open_case(work.connection, found.case_id)
    state = TrajectoryState.RUNNING if found.started_on else TrajectoryState.PLANNED
    told = {"state": state, "ended_on": None, "result": ""}
    cases.change_trajectory(work.connection, found.id, recording.author(work), told)
    return casework.done(work, case, "trajectory", found.id)


def _found(work: Work, trajectory_id: int) -> TrajectoryView:
    found = trajectories.get(work.connection, trajectory_id)
    if found is None:
        raise InputError("trajectory.no_such")
    return found


def _going_on(work: Work, trajectory_id: int) -> TrajectoryView:
    found = _found(work, trajectory_id)
    if not found.goes_on():
        raise InputError("trajectory.ended")
    return found


def _told(work: Work, draft: TrajectoryDraft) -> dict[str, Any]:
    """Return the columns that a valid draft tells; an organisation that is new is added."""
    name, given_by = clean(draft.organisation_name), draft.organisation_id
    if given_by is None and name:
        given_by = organisations.find_or_add(work.connection, name)
    elif given_by is not None and not organisations.exists(work.connection, given_by):
        raise ProblemsError([Problem("organisation_id", "draft.choice_unknown")])
    return {
        "kind": draft.kind,
        "state": draft.state,
        "organisation_id": given_by,
        "started_on": to_text(dates.parse_day(draft.started_on)),
        "until_on": to_text(dates.parse_day(draft.until_on)),
        "note": clean(draft.note),
    }
