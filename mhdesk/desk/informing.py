"""Decide whether somebody is informed, and look at a colleague's decision not to."""

from __future__ import annotations

from datetime import date
from typing import Any

from mhdesk.desk.desk import Desk
from mhdesk.desk.verbs import Work, verb
from mhdesk.domain import dates, four_eyes, terms, weighing
from mhdesk.domain.change import Change
from mhdesk.domain.four_eyes import Agreement
from mhdesk.domain.informing import Choice, InformDraft, State, contact_problems, next_duty, state_after
from mhdesk.domain.people import PERMISSIONS, Permission
from mhdesk.domain.problems import refuse_if
from mhdesk.domain.signals import ROLES_TO_INFORM
from mhdesk.domain.terms import WorkTerm
from mhdesk.domain.text import clean
from mhdesk.domain.views import DecisionView
from mhdesk.errors import InputError
from mhdesk.store import decisions, involvements, persons, users
from mhdesk.store.database import Connection
from mhdesk.store.involvements import Involvement
from mhdesk.store.values import to_text


def colleagues(desk: Desk) -> tuple[str, ...]:
    """Return the names of the others who may decide here: one of them looks at a decision not to inform."""
    desk.demand(Permission.READ)
    return _colleagues(desk.database.connection, desk.user.id)


def _colleagues(connection: Connection, user_id: int) -> tuple[str, ...]:
    others = (row for row in users.rows(connection) if row.active and row.id != user_id)
    return tuple(row.name for row in others if Permission.DECIDE in PERMISSIONS[row.role])


@verb("inform.decided", "C", Permission.DECIDE)
def decide(work: Work, draft: InformDraft) -> Change:
    """Take a decision about one person in one signal; earlier decisions stay as they were.

    A decision not to inform waits for a colleague where there is one. Raises ProblemsError, and InputError for
    somebody about whom informing is not decided.
    """
    if draft.historic:
        raise ValueError("only a spreadsheet tells history")
    concerned = involvements.get(work.connection, draft.involvement_id)
    if concerned is None:
        raise InputError("desk.no_such_signal")
    if concerned.role not in ROLES_TO_INFORM:
        raise InputError("inform.not_for_this_role")
    others = _colleagues(work.connection, work.user.id)
    refuse_if(draft.validate(work.today(), others) + contact_problems(draft, _rule(work, concerned)))
    work.concerns("signal", [concerned.signal_id])
    number = write(work, draft, concerned)
    if draft.choice == Choice.NOT and not clean(draft.agreed_by):
        _ask_colleague(work, draft, concerned, number, asks=draft.waits_for_colleague(others))
    return _changed(concerned, "inform.decided", number)


def _rule(work: Work, concerned: Involvement) -> str:
    """Return how somebody may be reached safely, if anybody said so."""
    row = persons.get(work.connection, concerned.person_id) if concerned.person_id else None
    return row.safe_contact if row else ""


def _ask_colleague(
    work: Work, draft: InformDraft, concerned: Involvement, number: int, *, asks: bool
) -> None:
    """Note that a second person is asked, with the day by which, or that there was none to ask."""
    answer = Agreement.ASKED if asks else Agreement.ALONE
    decisions.add_agreement(work.connection, _agreement_values(work, number, answer, ""))
    if asks:
        by = terms.due(WorkTerm.SECOND_LOOK, work.today())
        duty = min(filter(None, (by, dates.parse_day(draft.review_on))))
        involvements.set_informing(
            work.connection, concerned.id, state=State.NOT, due=concerned.inform_due, duty_on=duty
        )


@verb("inform.agreed", "C", Permission.DECIDE)
def agree(work: Work, decision_id: int, answer: str, reason: str = "") -> Change:
    """Agree or disagree, as a second person, with the decision not to inform somebody.

    Whoever disagrees lets a new decision be due. Raises ProblemsError, and InputError where nobody is asked any more
    or the person at the desk is no second one.
    """
    refuse_if(four_eyes.answer_problems(answer, reason))
    last, concerned = _asked(work, decision_id)
    if not four_eyes.may_answer(work.user.id, work.user.name, last.recorded_by_id, last.decided_by):
        raise InputError("inform.not_a_second_person")
    number = decisions.add_agreement(
        work.connection, _agreement_values(work, decision_id, answer, clean(reason))
    )
    state, duty = standing_after_answer(answer, last.review_on, concerned.inform_due, work.today())
    involvements.set_informing(
        work.connection, concerned.id, state=state, due=concerned.inform_due, duty_on=duty
    )
    work.concerns("signal", [concerned.signal_id])
    work.concerns("inform_decision", [decision_id], concerned.person_id)
    work.concerns("inform_agreement", [number], concerned.person_id)
    return _changed(concerned, "inform.agreed", number)


def _asked(work: Work, decision_id: int) -> tuple[DecisionView, Involvement]:
    """Return a decision that waits for a second person, and whom it is about."""
    about = decisions.involvement_of(work.connection, decision_id)
    concerned = involvements.get(work.connection, about) if about else None
    last = decisions.last_of(work.connection, concerned.id) if concerned else None
    if concerned is None or last is None:
        raise InputError("desk.no_such_signal")
    waits = last.id == decision_id and last.waits_for_colleague() and concerned.inform_state == State.NOT
    if not waits:
        raise InputError("inform.not_asked")
    return last, concerned


def _agreement_values(work: Work, decision_id: int, answer: str, reason: str) -> dict[str, Any]:
    return {
        "decision_id": decision_id,
        "answer": answer,
        "reason": reason,
        "recorded_at": work.recorded_at,
        "recorded_by": work.user.id,
    }


def standing_after_answer(
    answer: str, review_on: date | None, due: date | None, today: date
) -> tuple[State, date | None]:
    """Return where informing stands once a second person answered: a "not" that stands, or a new decision due."""
    if answer == Agreement.DISAGREED:
        return State.UNDECIDED, due or today
    return State.NOT, next_duty(State.NOT, due, review_on)


def standing_now(last: DecisionView, due: date | None, today: date) -> tuple[State, date | None]:
    """Return where the last decision, with what a second person said of it, leaves informing."""
    answer = last.agreement.answer if last.agreement else None
    if answer == Agreement.DISAGREED:
        return standing_after_answer(answer, last.review_on, due, today)
    told = InformDraft(choice=last.choice, historic=last.historic)
    told.informed_on = last.informed_on.isoformat() if last.informed_on else ""
    state = state_after(told)
    waits = terms.due(WorkTerm.SECOND_LOOK, last.recorded_at.date()) if answer == Agreement.ASKED else None
    days = [day for day in (waits, next_duty(state, due, last.review_on)) if day]
    if not days and state in {State.TO_INFORM, State.NOT_YET}:
        days = [last.decided_on or today]  # there is no term, yet somebody waits
    return state, min(days, default=None)


def _changed(concerned: Involvement, name: str, created: int) -> Change:
    people = frozenset({concerned.person_id} if concerned.person_id else ())
    return Change(name, signals=frozenset({concerned.signal_id}), persons=people, created=created)


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
        "consulted": clean(draft.consulted),
        "weighing": weighing.pack(draft.weighing) if weighing.is_asked(draft.legal_ground) else "",
        "informed_by": _informed_by(work, draft),
        "told": clean(draft.told),
        "recorded_at": work.recorded_at,
        "recorded_by": work.user.id,
    }


def _informed_by(work: Work, draft: InformDraft) -> str:
    """Return who informed: who is at the desk, unless somebody else is named or a spreadsheet does not say."""
    named = clean(draft.informed_by)
    return named or (work.user.name if clean(draft.informed_on) and not draft.historic else "")


def standing_after(draft: InformDraft, due: date | None) -> tuple[State, date | None]:
    """Return where informing stands after a decision, and when somebody must look again; ``due`` is the term."""
    state = state_after(draft)
    if draft.historic:
        return state, None
    if state == State.TO_INFORM and due is None:
        due = dates.parse_day(draft.decided_on)
    return state, next_duty(state, due, dates.parse_day(draft.review_on))
