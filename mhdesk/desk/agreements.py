"""Agree who does what by when in a case, and note what came of it."""

from __future__ import annotations

from typing import Any

from mhdesk.desk import casework
from mhdesk.desk.verbs import Work, verb
from mhdesk.domain import dates
from mhdesk.domain.agreements import AgreementDraft, CaseAgreement, said
from mhdesk.domain.cases import EntryKind
from mhdesk.domain.change import Change
from mhdesk.domain.people import Permission
from mhdesk.domain.problems import refuse_if
from mhdesk.domain.tasks import done_problems, snooze_problems
from mhdesk.domain.text import clean
from mhdesk.errors import ConflictError, InputError
from mhdesk.store import agreements
from mhdesk.wording import say


def add_recorded(work: Work, draft: AgreementDraft) -> int:
    """Write a valid agreement within a verb, make it findable and note it for the log; return its id.

    Raises ProblemsError, and InputError for a case that is not there or is closed, and for a colleague without a key.
    """
    refuse_if(draft.validate(work.today()))
    case = casework.open_case(work.connection, draft.case_id)
    if draft.user_id is not None:
        casework.require_coordinator(work.connection, draft.user_id)
    values = {
        "case_id": case.id,
        "meeting_item_id": draft.meeting_item_id,
        **_told(draft),
        "recorded_at": work.recorded_at,
        "recorded_by": work.user.id,
    }
    number = agreements.add(work.connection, values)
    casework.done(work, case, "agreement", number)
    return number


@verb("agreement.made", "C", Permission.WRITE)
def add(work: Work, draft: AgreementDraft) -> Change:
    """Record an agreement in an open case; ``created`` is its id. Raises as :func:`add_recorded`."""
    number = add_recorded(work, draft)
    case = casework.head(work.connection, draft.case_id)
    return Change(work.verb, persons=frozenset({case.person_id}), cases=frozenset({case.id}), created=number)


@verb("agreement.done", "U", Permission.WRITE)
def finish(work: Work, agreement_id: int, how: str) -> Change:
    """Note that what was agreed was done, and how."""
    refuse_if(done_problems(how))
    found = _waiting(work, agreement_id)
    agreements.finish(work.connection, found.id, done_on=work.today(), done_by=work.user.id, how=clean(how))
    return _changed(work, found)


@verb("agreement.reopened", "U", Permission.WRITE)
def reopen(work: Work, agreement_id: int) -> Change:
    """Let an agreement that was done by mistake wait again. Raises InputError when it waits or its case is closed."""
    found = agreements.get(work.connection, agreement_id)
    if found is None or found.done_on is None:
        raise InputError("agreement.not_done")
    casework.open_case(work.connection, found.case_id)
    agreements.reopen(work.connection, found.id)
    return _changed(work, found)


@verb("agreement.snoozed", "U", Permission.WRITE)
def snooze(work: Work, agreement_id: int, until: str, reason: str) -> Change:
    """Leave an agreement out of Today until a day, with a reason that stays readable; never past its last day."""
    found = _waiting(work, agreement_id)
    refuse_if(snooze_problems(until, reason, found.due_on, work.today()))
    day, why = casework.day(until), clean(reason)
    agreements.snooze(work.connection, found.id, day, why)
    told = say("agreement.put_off", what=found.what, day=dates.display_day(day), reason=why)
    casework.note(work, found.case_id, EntryKind.AGREEMENT_PUT_OFF, work.today(), text=told)
    return _changed(work, found)


@verb("agreement.amended", "U", Permission.WRITE)
def amend(work: Work, draft: AgreementDraft) -> Change:
    """Let an agreement that waits say what the draft says; what it said stays among the entries of its case.

    Raises ProblemsError, InputError when nothing differs or its case is closed, and ConflictError when somebody else
    corrected it since ``draft.seen``.
    """
    refuse_if(draft.validate(work.today()))
    found = _waiting(work, draft.agreement_id)
    casework.open_case(work.connection, found.case_id)
    if said(found) != draft.seen:
        raise ConflictError("desk.changed_meanwhile", record="agreement", id=found.id, version=0)
    if draft.user_id not in {None, found.user_id}:
        casework.require_coordinator(work.connection, draft.user_id)
    agreements.amend(work.connection, found.id, _told(draft))
    now = _waiting(work, found.id)
    if said(now) == said(found):
        raise InputError("agreement.nothing_new")
    casework.note(work, found.case_id, EntryKind.AGREEMENT_CORRECTED, work.today(), text=_both(found, now))
    return _changed(work, found)


def _told(draft: AgreementDraft) -> dict[str, Any]:
    """Return the columns that a valid draft tells."""
    return {
        "what": clean(draft.what),
        "who": clean(draft.who) if draft.user_id is None else "",
        "user_id": draft.user_id,
        "due_on": casework.day(draft.due_on).isoformat(),
    }


def _both(before: CaseAgreement, now: CaseAgreement) -> str:
    return say(
        "agreement.said_before",
        what=now.what,
        who=now.who,
        day=dates.display_day(now.due_on),
        before=before.what,
        before_who=before.who,
        before_day=dates.display_day(before.due_on),
    )


def _waiting(work: Work, agreement_id: int) -> CaseAgreement:
    found = agreements.get(work.connection, agreement_id)
    if found is None or found.done_on is not None:
        raise InputError("agreement.not_open")
    return found


def _changed(work: Work, found: CaseAgreement) -> Change:
    """Tell which case changed; also of a closed one, in which something was left by merging."""
    return casework.done(work, casework.head(work.connection, found.case_id), "agreement", found.id)
