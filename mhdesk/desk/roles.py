"""Correct in which role somebody is concerned; decisions follow the role, and what they were stays to be read."""

from __future__ import annotations

from datetime import date

from mhdesk.desk import informing, kinds, recording
from mhdesk.desk.desk import Desk
from mhdesk.desk.verbs import Work, demand, verb
from mhdesk.domain import revisions
from mhdesk.domain.change import Change
from mhdesk.domain.clocks import inform_term
from mhdesk.domain.informing import State
from mhdesk.domain.people import Permission
from mhdesk.domain.problems import refuse_if
from mhdesk.domain.roles import RoleDraft, problems
from mhdesk.domain.signals import ROLES_TO_INFORM, Kind
from mhdesk.domain.text import clean
from mhdesk.domain.vocabulary import vocabulary
from mhdesk.errors import InputError
from mhdesk.store import decisions, involvements, signals
from mhdesk.store.involvements import Involvement
from mhdesk.wording import say


def change_role(desk: Desk, draft: RoleDraft) -> Change:
    """Let somebody be concerned in another role of the same signal.

    A role in which informing is decided starts the term from today, or goes on with the one that ran before; one in
    which it is not closes what was due. Raises ProblemsError. When nothing differs, nothing happens and the Change
    is empty.
    """
    demand(desk, "involvement.role_changed", "U", Permission.WRITE)
    one = involvements.get(desk.database.connection, draft.involvement_id)
    if one is not None and one.role == draft.role:
        return Change("involvement.role_changed")
    return _change_role(desk, draft)


@verb("involvement.role_changed", "U", Permission.WRITE)
def _change_role(work: Work, draft: RoleDraft) -> Change:
    one = involvements.get(work.connection, draft.involvement_id)
    row = signals.get(work.connection, one.signal_id) if one else None
    if one is None or row is None:
        raise InputError("desk.no_such_signal")
    everybody = involvements.of_signal(work.connection, one.signal_id)
    others = [other.role for other in everybody if other.id != one.id]
    closes = one.role in ROLES_TO_INFORM and draft.role not in ROLES_TO_INFORM and one.duty_on is not None
    refuse_if(problems(draft, others, notifies=row.kind == Kind.NOTIFICATION, closes=closes))
    before = {revisions.ROLES: {str(one.id): one.role}}
    signals.mark(work.connection, one.signal_id, before, recording.author(work))
    _keep_reason(work, one, draft)
    _follow(work, one, draft.role, everybody, notifies=row.kind == Kind.NOTIFICATION)
    work.concerns("signal", [one.signal_id])
    work.concerns("involvement", [one.id], one.person_id)
    people = frozenset({one.person_id} if one.person_id else ())
    return Change("involvement.role_changed", signals=frozenset({one.signal_id}), persons=people)


def _keep_reason(work: Work, one: Involvement, draft: RoleDraft) -> None:
    if not clean(draft.reason):
        return
    label = vocabulary("involvement_roles").label
    origin = say("desk.role_became", before=label(one.role), after=label(draft.role))
    recording.keep_note(work, one.signal_id, clean(draft.reason), origin)


def _follow(work: Work, one: Involvement, role: str, everybody: list[Involvement], *, notifies: bool) -> None:
    """Let where informing stands follow the role; between victim and aggressor it stays where it is."""
    state, duty = one.inform_state, one.duty_on
    if role not in ROLES_TO_INFORM:
        state, duty = State.NONE_NEEDED, None
    elif one.role not in ROLES_TO_INFORM:
        due = one.inform_due or (_begin_term(work, one, everybody) if notifies else None)
        state, duty = _standing(work, one, due)
    involvements.set_role(work.connection, one.id, role, state=state, duty_on=duty)


def _begin_term(work: Work, one: Involvement, everybody: list[Involvement]) -> date:
    """Begin the legal term today and return its last day."""
    term = inform_term(work.desk.setting("organisation_type"))
    due = term.due(work.today(), kinds.first_told(work, one, everybody))
    involvements.set_term(work.connection, one.id, term=term.code, due=due, duty_on=due)
    return due


def _standing(work: Work, one: Involvement, due: date | None) -> tuple[State, date | None]:
    """Return where informing stands in a role that asks for it: where the last decision left it, if there is one."""
    last = decisions.last_of(work.connection, one.id)
    return informing.standing_now(last, due, work.today()) if last else (State.UNDECIDED, due)
