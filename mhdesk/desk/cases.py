"""Open, close and follow a case, and take over what a colleague leaves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import uuid4

from mhdesk.desk import casework, comensha, recording
from mhdesk.desk.casework import day
from mhdesk.desk.desk import Desk
from mhdesk.desk.verbs import Work, demand, logged_reading, verb
from mhdesk.domain import cases as rules
from mhdesk.domain.cases import (
    CaseDraft,
    CaseHead,
    CaseStatus,
    CaseView,
    CloseDraft,
    EntryDraft,
    EntryKind,
    GoalDraft,
    GoalEndDraft,
    GoalState,
    ReopenDraft,
    TakenOver,
)
from mhdesk.domain.change import Change
from mhdesk.domain.people import PERMISSIONS, Permission, User
from mhdesk.domain.problems import refuse_if
from mhdesk.domain.references import Reference
from mhdesk.domain.text import clean
from mhdesk.domain.vocabulary import UNKNOWN
from mhdesk.errors import ConflictError, InputError
from mhdesk.store import agreements, case_search, cases, users
from mhdesk.store.database import Connection, Row
from mhdesk.wording import say

# --- reading -----------------------------------------------------------------------------------------


def of_person(desk: Desk, person_id: int) -> tuple[CaseView, ...]:
    """Return the cases of a person with everything in them: an open one first; more than one only after merging.

    Reading a person's page is logged by whoever opens it, with the person and the cases.
    """
    desk.demand(Permission.READ)
    connection = desk.database.connection
    found = (cases.view(connection, one.id) for one in cases.of_person(connection, person_id))
    return tuple(one for one in found if one)


def heads(desk: Desk, case_ids: list[int]) -> list[CaseHead]:
    """Return the lines of some cases in the given order; ids that no longer exist are left out."""
    desk.demand(Permission.READ)
    return cases.heads(desk.database.connection, case_ids)


@logged_reading("case.read", Permission.READ)
def details(work: Work, case_id: int) -> CaseView:
    """Return a case with everything in it. Raises InputError for one that there is not."""
    casework.concern(work, casework.head(work.connection, case_id))
    found = cases.view(work.connection, case_id)
    if found is None:
        raise InputError("case.no_such")
    return found


def coordinators(desk: Desk) -> tuple[User, ...]:
    """Return everybody who can coordinate a case: with a key, in a role that writes."""
    desk.demand(Permission.READ)
    return tuple(
        User(row.id, row.name, row.role)
        for row in users.rows(desk.database.connection)
        if row.active and Permission.WRITE in PERMISSIONS[row.role]
    )


def left_by(desk: Desk, user_id: int) -> int:
    """Return of how many cases a colleague is coordinator or has agreements that wait: what another can take over."""
    desk.demand(Permission.READ)
    connection = desk.database.connection
    coordinated = {one.id for one in cases.coordinated_by(connection, user_id)}
    return len(coordinated.union(agreements.cases_of(connection, user_id)))


# --- open, close, open again -------------------------------------------------------------------------


@verb("case.opened", "C", Permission.WRITE)
def open_for(work: Work, draft: CaseDraft) -> Change:
    """Open a case for somebody in a signal that is not advice; ``reference`` is its number, ``created`` its id.

    Raises ProblemsError, and InputError for somebody who has a case already: a closed one is opened again.
    """
    refuse_if(draft.validate(work.today()))
    _require_first(work.connection, draft.person_id)
    coordinator = work.user.id if draft.coordinator_id is None else draft.coordinator_id
    name = casework.require_coordinator(work.connection, coordinator)
    opened = day(draft.opened_on)
    year = work.today().year
    reference = Reference(rules.PREFIX, year, cases.next_number(work.connection, year))
    values = case_values(work, draft, opened, reference, coordinator)
    case_id = cases.add(work.connection, values)
    casework.note(work, case_id, EntryKind.OPENED, opened, text=say("case.coordinator_became", name=name))
    if draft.risk != UNKNOWN:
        casework.note(work, case_id, EntryKind.RISK, opened, [draft.risk], clean(draft.reasoning))
    comensha.begin(work, draft.person_id)
    casework.done(work, casework.head(work.connection, case_id))
    return Change(
        work.verb,
        persons=frozenset({draft.person_id}),
        cases=frozenset({case_id}),
        created=case_id,
        reference=str(reference),
    )


def case_values(
    work: Work, draft: CaseDraft, opened: date, reference: Reference, coordinator: int
) -> dict[str, Any]:
    """Return the columns of a new case as a valid draft tells them, under a new uid."""
    return {
        "uid": uuid4().hex,
        "number_year": reference.year,
        "number": reference.number,
        "person_id": draft.person_id,
        "coordinator_id": coordinator,
        "status": CaseStatus.OPEN,
        "opened_on": opened.isoformat(),
        "risk": draft.risk,
        "recorded_at": work.recorded_at,
        "recorded_by": work.user.id,
    }


def _require_first(connection: Connection, person_id: int) -> None:
    """Refuse a case for nobody in a signal, and a second one for somebody."""
    if not cases.is_in_a_signal(connection, person_id):
        raise InputError("case.no_signal")
    for before in cases.of_person(connection, person_id):
        code = "case.open_already" if before.is_open() else "case.closed_already"
        raise InputError(code, reference=before.reference)


@verb("case.closed", "U", Permission.WRITE)
def close(work: Work, draft: CloseDraft) -> Change:
    """Close a case with a reason and what the help came to.

    Raises ProblemsError, and InputError while agreements or trajectories stand open: nothing that was promised is lost.
    """
    case = casework.open_case(work.connection, draft.case_id)
    refuse_if(draft.validate(work.today(), case.opened_on))
    found = cases.view(work.connection, case.id)
    waiting, going_on = found.still_open() if found else (0, 0)
    if waiting or going_on:
        raise InputError("case.still_open", agreements=waiting, trajectories=going_on)
    closed = day(draft.closed_on)
    told = {"closing_reason": draft.reason, "outcome": draft.outcome}
    by = recording.author(work)
    cases.change(work.connection, case.id, by, status=CaseStatus.CLOSED, closed_on=closed.isoformat(), **told)
    casework.note(work, case.id, EntryKind.CLOSED, closed, [draft.reason, draft.outcome], clean(draft.text))
    return casework.done(work, case)


@verb("case.reopened", "U", Permission.WRITE)
def reopen(work: Work, draft: ReopenDraft) -> Change:
    """Open a closed case again, for a reason; why it was closed stays among its entries.

    When its coordinator has no key any more, whoever opens it coordinates from now on. Raises ProblemsError, and
    InputError for a case that is open, or whose person has another open one.
    """
    case = casework.head(work.connection, draft.case_id)
    if case.is_open():
        raise InputError("case.not_closed")
    for other in cases.open_of(work.connection, [case.person_id]):
        raise InputError("case.open_already", reference=other.reference)
    refuse_if(draft.validate(work.today()))
    emptied = {"closed_on": None, "closing_reason": "", "outcome": ""}
    cases.change(work.connection, case.id, recording.author(work), status=CaseStatus.OPEN, **emptied)
    casework.note(work, case.id, EntryKind.REOPENED, day(draft.opened_on), text=clean(draft.text))
    if all(one.id != case.coordinator_id for one in coordinators(work.desk)):
        _coordinate(work, case, work.user.id, work.user.name)
    return casework.done(work, case)


# --- what happens in it --------------------------------------------------------------------------------


@verb("case.entry_added", "C", Permission.WRITE)
def add_entry(work: Work, draft: EntryDraft) -> Change:
    """Record a contact, progress, the risk, or what the client was told and given; it is never edited afterwards.

    A risk is the present one of the case, unless a later day was judged already. Raises ProblemsError, and InputError
    for a closed case.
    """
    refuse_if(draft.validate(work.today()))
    case = casework.open_case(work.connection, draft.case_id)
    kind, happened = EntryKind(draft.kind), day(draft.happened_on)
    number = casework.note(work, case.id, kind, happened, draft.codes, clean(draft.text))
    if kind == EntryKind.RISK:
        last = cases.last_of_kind(work.connection, case.id, kind)
        if last != case.risk:
            cases.change(work.connection, case.id, recording.author(work), risk=last)
    return casework.done(work, case, "case_entry", number)


@verb("case.goal_added", "C", Permission.WRITE)
def add_goal(work: Work, draft: GoalDraft) -> Change:
    """Add a goal to an open case. Raises ProblemsError."""
    refuse_if(draft.validate())
    case = casework.open_case(work.connection, draft.case_id)
    values = {
        "case_id": case.id,
        "text": clean(draft.text),
        "state": GoalState.OPEN,
        "recorded_at": work.recorded_at,
        "recorded_by": work.user.id,
    }
    return casework.done(work, case, "case_goal", cases.add_goal(work.connection, values))


@verb("case.goal_amended", "U", Permission.WRITE)
def amend_goal(work: Work, draft: GoalDraft) -> Change:
    """Let a goal say what the draft says; what it said before is kept.

    Raises ProblemsError, and ConflictError when somebody else changed it since ``draft.version``.
    """
    refuse_if(draft.validate())
    row, case = _goal(work, draft.goal_id)
    if row.version != draft.version:
        raise ConflictError("desk.changed_meanwhile", record="case_goal", id=row.id, version=row.version)
    cases.change_goal(work.connection, row.id, recording.author(work), text=clean(draft.text))
    return casework.done(work, case, "case_goal", row.id)


@verb("case.goal_ended", "U", Permission.WRITE)
def end_goal(work: Work, draft: GoalEndDraft) -> Change:
    """Say what became of a goal; what was said before is kept. Raises ProblemsError."""
    refuse_if(draft.validate(work.today()))
    row, case = _goal(work, draft.goal_id)
    ended = day(draft.ended_on).isoformat()
    by = recording.author(work)
    cases.change_goal(
        work.connection, row.id, by, state=draft.state, result=clean(draft.result), ended_on=ended
    )
    return casework.done(work, case, "case_goal", row.id)


@verb("case.goal_taken_up", "U", Permission.WRITE)
def take_up_goal(work: Work, goal_id: int) -> Change:
    """Work on a goal again; what became of it before is kept."""
    row, case = _goal(work, goal_id)
    by = recording.author(work)
    cases.change_goal(work.connection, row.id, by, state=GoalState.OPEN, result="", ended_on=None)
    return casework.done(work, case, "case_goal", row.id)


def _goal(work: Work, goal_id: int) -> tuple[Row[Any], CaseHead]:
    row = cases.goal(work.connection, goal_id)
    if row is None:
        raise InputError("case.no_such_goal")
    return row, casework.open_case(work.connection, row.case_id)


# --- who coordinates -----------------------------------------------------------------------------------


@verb("case.coordinator_changed", "U", Permission.WRITE)
def hand_to(work: Work, case_id: int, user_id: int) -> Change:
    """Let another colleague coordinate one open case; the case says so. Raises InputError."""
    case = casework.open_case(work.connection, case_id)
    name = casework.require_coordinator(work.connection, user_id)
    if case.coordinator_id == user_id:
        raise InputError("case.coordinator_same", name=name)
    _coordinate(work, case, user_id, name)
    return casework.done(work, case)


def take_over(desk: Desk, from_user_id: int, to_user_id: int) -> TakenOver:
    """Let one colleague have every open case and waiting agreement of another, who may have left.

    Each case says so. Raises InputError when there is nothing, and for somebody who cannot coordinate.
    """
    demand(desk, "case.taken_over", "U", Permission.WRITE)
    connection = desk.database.connection
    coordinated = tuple(one.id for one in cases.coordinated_by(connection, from_user_id))
    agreed = tuple(agreements.waiting_of(connection, from_user_id))
    change = _take_over(desk, from_user_id, to_user_id, coordinated, agreed)
    return TakenOver(change, from_user_id, to_user_id, coordinated, agreed)


@verb("case.taken_over", "U", Permission.WRITE)
def _take_over(
    work: Work, from_user_id: int, to_user_id: int, case_ids: Sequence[int], agreement_ids: Sequence[int]
) -> Change:
    casework.require_coordinator(work.connection, to_user_id)
    return _hand_over(work, from_user_id, to_user_id, case_ids, agreement_ids)


@verb("case.handed_back", "U", Permission.WRITE)
def hand_back(work: Work, taken: TakenOver) -> Change:
    """Take a taking over back: what is still open is whose it was. Raises InputError when nothing of it is."""
    return _hand_over(work, taken.to_user_id, taken.from_user_id, taken.case_ids, taken.agreement_ids)


def _hand_over(
    work: Work, from_user_id: int, to_user_id: int, case_ids: Sequence[int], agreement_ids: Sequence[int]
) -> Change:
    """Hand over what is still the first colleague's; the log has a line for each case and agreement."""
    name = users.names(work.connection).get(to_user_id, "")
    given = [
        one
        for one in cases.heads(work.connection, case_ids)
        if one.is_open() and one.coordinator_id == from_user_id
    ]
    agreed = agreements.hand_over(work.connection, agreement_ids, from_user_id, to_user_id)
    if from_user_id == to_user_id or not (given or agreed):
        raise InputError("case.nothing_to_take_over")
    for case in given:
        _coordinate(work, case, to_user_id, name)
    touched = sorted({case.id for case in given}.union(one.case_id for one in agreed))
    whose = {case.id: case.person_id for case in cases.heads(work.connection, touched)}
    for number, person_id in whose.items():
        work.concerns("case_file", [number], person_id)
    for one in agreed:
        work.concerns("agreement", [one.id], whose[one.case_id])
    work.concerns("user", [from_user_id, to_user_id])
    case_search.index(work.connection, touched)
    return Change(work.verb, persons=frozenset(whose.values()), cases=frozenset(touched))


def _coordinate(work: Work, case: CaseHead, user_id: int, name: str) -> None:
    cases.change(work.connection, case.id, recording.author(work), coordinator_id=user_id)
    told = say("case.coordinator_became", name=name)
    casework.note(work, case.id, EntryKind.COORDINATOR, work.today(), text=told)
