"""Decide whether somebody is informed."""

from __future__ import annotations

from datetime import date
from typing import Any

from mhdesk.desk.verbs import Work, verb
from mhdesk.domain import dates
from mhdesk.domain.change import Change
from mhdesk.domain.informing import InformDraft, State, next_duty, state_after
from mhdesk.domain.people import Permission
from mhdesk.domain.problems import refuse_if
from mhdesk.domain.signals import ROLES_TO_INFORM
from mhdesk.domain.text import clean
from mhdesk.errors import InputError
from mhdesk.store import decisions, involvements
from mhdesk.store.involvements import Involvement
from mhdesk.store.values import to_text


@verb("inform.decided", "C", Permission.DECIDE)
def decide(work: Work, draft: InformDraft) -> Change:
    """Take a decision about one person in one signal; earlier decisions stay as they were.

    Raises ProblemsError, and InputError for somebody about whom informing is not decided.
    """
    if draft.historic:
        raise ValueError("only a spreadsheet tells history")
    concerned = involvements.get(work.connection, draft.involvement_id)
    if concerned is None:
        raise InputError("desk.no_such_signal")
    if concerned.role not in ROLES_TO_INFORM:
        raise InputError("inform.not_for_this_role")
    refuse_if(draft.validate(work.today()))
    work.concerns("signal", [concerned.signal_id])
    number = write(work, draft, concerned)
    people = frozenset({concerned.person_id} if concerned.person_id else ())
    return Change("inform.decided", signals=frozenset({concerned.signal_id}), persons=people, created=number)


def write(work: Work, draft: InformDraft, concerned: Involvement) -> int:
    """Write a valid decision and where informing stands after it; return the decision's id."""
    number = decisions.add(work.connection, decision_values(work, draft, concerned.id))
    state, duty = standing_after(draft, concerned.inform_due)
    involvements.set_informing(
        work.connection, concerned.id, state=state, due=concerned.inform_due, duty_on=duty
    )
    work.concerns("inform_decision", [number], concerned.person_id)
    return number


def decision_values(work: Work, draft: InformDraft, involvement_id: int) -> dict[str, Any]:
    """Return the columns of a decision as a valid draft tells them."""
    return {
        "involvement_id": involvement_id,
        "choice": draft.choice,
        "ground": draft.ground,
        "legal_ground": draft.legal_ground,
        "reasoning": clean(draft.reasoning),
        "decided_by": clean(draft.decided_by),
        "decided_on": to_text(dates.parse_day(draft.decided_on)),
        "agreed_by": clean(draft.agreed_by),
        "review_on": to_text(dates.parse_day(draft.review_on)),
        "informed_on": to_text(dates.parse_day(draft.informed_on)),
        "informed_how": clean(draft.informed_how),
        "historic": draft.historic,
        "recorded_at": work.recorded_at,
        "recorded_by": work.user.id,
    }


def standing_after(draft: InformDraft, due: date | None) -> tuple[State, date | None]:
    """Return where informing stands after a decision, and when somebody must look again; ``due`` is the term."""
    state = state_after(draft)
    if draft.historic:
        return state, None
    if state == State.TO_INFORM and due is None:
        due = dates.parse_day(draft.decided_on)
    return state, next_duty(state, due, dates.parse_day(draft.review_on))
