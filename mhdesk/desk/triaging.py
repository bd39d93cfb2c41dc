"""Triage a signal, and finish or put off the work that follows from it."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from mhdesk.desk import recording
from mhdesk.desk.verbs import Work, verb
from mhdesk.domain import dates, terms
from mhdesk.domain import triage as rules
from mhdesk.domain.change import Change
from mhdesk.domain.people import Permission
from mhdesk.domain.problems import refuse_if
from mhdesk.domain.signals import Kind
from mhdesk.domain.tasks import TaskView, done_problems, snooze_problems
from mhdesk.domain.terms import WorkTerm
from mhdesk.domain.text import clean
from mhdesk.domain.triage import TriageDraft
from mhdesk.domain.vocabulary import vocabulary
from mhdesk.errors import InputError
from mhdesk.store import involvements, signals, tasks, triages
from mhdesk.wording import in_every_language, say

# What a notification begins: whoever reported is told what came of it (Wmo 2015 art. 4.1.1 lid 2 onder g).
BEGUN_BY_NOTIFICATION: Final = (WorkTerm.SAFETY_ASSESSMENT, WorkTerm.REPORTER_FEEDBACK)


def begin_for_notification(work: Work, signal_id: int) -> None:
    """Let the terms of the work begin; what waits already is not begun twice.

    A term that ended only because this was no notification for a while goes on with its first last day: another word
    for the record and back gives nobody more time.
    """
    for term in BEGUN_BY_NOTIFICATION:
        if ended := _ended_by_kind(work, signal_id, term):
            tasks.reopen(work.connection, ended)
        begin(work, signal_id, term, work.today())


def _ended_by_kind(work: Work, signal_id: int, term: str) -> int | None:
    """Return the last task of this term if nothing but :func:`end_for_signal` ended it."""
    last = next(
        (one for one in reversed(tasks.of_signal(work.connection, signal_id)) if one.kind == term), None
    )
    return last.id if last and last.done_how in in_every_language("task.no_notification") else None


def end_for_signal(work: Work, signal_id: int) -> None:
    """End what a notification began, since it is a signal again; why it ended stays readable."""
    for term in BEGUN_BY_NOTIFICATION:
        for waiting in tasks.open_of(work.connection, signal_id, term):
            how = say("task.no_notification")
            tasks.finish(work.connection, waiting.id, done_on=work.today(), done_by=work.user.id, how=how)


def begin(work: Work, signal_id: int, term: str, start: date) -> None:
    """Begin a piece of work within a verb, unless it waits already."""
    if not tasks.open_of(work.connection, signal_id, term):
        tasks.begin(work.connection, task_values(work, signal_id, term, start))


def task_values(work: Work, signal_id: int, term: str, start: date) -> dict[str, Any]:
    """Return the columns of a task whose term begins on ``start``."""
    return {
        "signal_id": signal_id,
        "kind": term,
        "due_on": terms.due(term, start).isoformat(),
        "begun_at": work.recorded_at,
        "begun_by": work.user.id,
        "done_on": None,
        "done_by": None,
        "done_how": "",
    }


@verb("signal.triaged", "C", Permission.DECIDE)
def triage(work: Work, draft: TriageDraft) -> Change:
    """Record a triage; earlier ones stay as they were. Ends its term and begins that of the outcome.

    Raises ProblemsError, and InputError for advice: nobody is named there who could be in danger.
    """
    refuse_if(draft.validate(work.today()))
    row = signals.get(work.connection, draft.signal_id)
    if row is None:
        raise InputError("desk.no_such_signal")
    if row.kind == Kind.ADVICE:
        raise InputError("triage.not_for_advice")
    held_on = dates.parse_day(draft.held_on)
    if held_on is None:
        raise ValueError("an unchecked triage reached the store")
    number = triages.add(work.connection, triage_values(work, draft, held_on))
    for open_task in tasks.open_of(work.connection, draft.signal_id, WorkTerm.SAFETY_ASSESSMENT):
        tasks.finish(work.connection, open_task.id, done_on=held_on, done_by=work.user.id, how=draft.outcome)
    if term := rules.started_term(draft.outcome):
        begin(work, draft.signal_id, term, held_on)
    _concern(work, draft.signal_id)
    work.concerns("triage", [number])
    return Change("signal.triaged", signals=frozenset({draft.signal_id}), created=number)


def triage_values(work: Work, draft: TriageDraft, held_on: date) -> dict[str, Any]:
    """Return the columns of a triage as a valid draft tells them."""
    return {
        "signal_id": draft.signal_id,
        "held_on": held_on.isoformat(),
        "disciplines": ",".join(dict.fromkeys(draft.disciplines)),
        "direct_safety": draft.direct_safety,
        "structural_safety": draft.structural_safety,
        "children": draft.children,
        "severity": draft.severity,
        "outcome": draft.outcome,
        "reasoning": clean(draft.reasoning),
        "recorded_at": work.recorded_at,
        "recorded_by": work.user.id,
    }


@verb("task.done", "U", Permission.WRITE)
def finish(work: Work, task_id: int, how: str) -> Change:
    """Note that a task was done, and what was done; only a triage ends the term of a triage."""
    refuse_if(done_problems(how))
    found = _open(work, task_id)
    if found.kind == WorkTerm.SAFETY_ASSESSMENT:
        raise InputError("task.needs_triage")
    tasks.finish(work.connection, task_id, done_on=work.today(), done_by=work.user.id, how=clean(how))
    return _changed(work, found)


@verb("task.snoozed", "U", Permission.WRITE)
def snooze(work: Work, task_id: int, until: str, reason: str) -> Change:
    """Leave a task out of Today until a day, with a reason; never past its last day.

    What was said when it was put off before stays readable among the notes of the signal.
    """
    found = _open(work, task_id)
    refuse_if(snooze_problems(until, reason, found.due_on, work.today()))
    day = dates.parse_day(until)
    if day is None:
        raise ValueError("an unchecked day reached the store")
    if found.snoozed_to is not None:
        earlier = dates.display_day(found.snoozed_to)
        told = say("task.put_off_before", day=earlier, reason=found.snooze_reason)
        recording.keep_note(work, found.signal_id, told, vocabulary("work_terms").label(found.kind))
    tasks.snooze(work.connection, task_id, day, clean(reason))
    return _changed(work, found)


def _open(work: Work, task_id: int) -> TaskView:
    found = tasks.get(work.connection, task_id)
    if found is None or found.done_on is not None:
        raise InputError("task.not_open")
    return found


def _changed(work: Work, found: TaskView) -> Change:
    work.concerns("task", [found.id])
    _concern(work, found.signal_id)
    return Change(work.verb, signals=frozenset({found.signal_id}))


def _concern(work: Work, signal_id: int) -> None:
    """Note the signal and everybody in it for the log."""
    work.concerns("signal", [signal_id])
    for one in involvements.of_signal(work.connection, signal_id):
        work.concerns("involvement", [one.id], one.person_id)
