"""The agenda of a meeting: which cases, in which order, what was said of each and who does what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mhdesk.desk import agreements, casework, recording
from mhdesk.desk.meeting_records import about, changed, item_row, not_cancelled, put_on, still_planned, whole
from mhdesk.desk.verbs import Work, verb
from mhdesk.domain import revisions
from mhdesk.domain.agreements import AgreementDraft
from mhdesk.domain.change import Change
from mhdesk.domain.meetings import MOST_CASES, FollowUpDraft, ItemDraft, MeetingKind, Outcome
from mhdesk.domain.people import Permission
from mhdesk.domain.problems import Problem, refuse_if
from mhdesk.domain.text import clean
from mhdesk.errors import ConflictError, InputError
from mhdesk.store import agreements as kept
from mhdesk.store import case_search
from mhdesk.store import meetings as stored
from mhdesk.wording import say


@verb("meeting.case_added", "C", Permission.WRITE)
def add_case(work: Work, meeting_id: int, case_ids: Sequence[int]) -> Change:
    """Put open cases on the agenda of a planned meeting, after those that stand on it.

    A meeting about care has one. Raises ProblemsError.
    """
    row = still_planned(work, meeting_id)
    there = {item.case_id for item in stored.items(work.connection, meeting_id)}
    new = [number for number in dict.fromkeys(case_ids) if number not in there]
    if row.kind == MeetingKind.CARE and len(there) + len(new) > 1:
        refuse_if([Problem("case_ids", "meeting.one_case")])
    if not new or len(there) + len(new) > MOST_CASES:
        code = "meeting.too_many_cases" if new else "meeting.case_missing"
        refuse_if([Problem("case_ids", code, {"most": MOST_CASES})])
    for case_id in new:
        put_on(work, meeting_id, case_id)
    return changed(work, meeting_id)


@verb("meeting.case_removed", "D", Permission.WRITE)
def remove_case(work: Work, item_id: int) -> Change:
    """Take a case off an agenda. Raises InputError where something was written down about it already."""
    row = item_row(work, item_id)
    head = still_planned(work, row.meeting_id)
    if head.kind == MeetingKind.CARE:
        raise InputError("meeting.one_case")
    view = whole(work, row.meeting_id).item(item_id)
    if view.report or view.shares or view.agreements:
        raise InputError("meeting.item_has_report")
    work.concerns("meeting_item", [item_id], view.person_id)
    stored.remove_item(work.connection, item_id)
    case_search.index(work.connection, [row.case_id])
    now = changed(work, row.meeting_id)
    return replace(now, persons=now.persons | {view.person_id}, cases=now.cases | {view.case_id})


@verb("meeting.ordered", "U", Permission.WRITE)
def order(work: Work, meeting_id: int, item_ids: Sequence[int]) -> Change:
    """Give the cases of an agenda another order. Raises InputError when it is not the same cases."""
    still_planned(work, meeting_id)
    there = [row.id for row in stored.items(work.connection, meeting_id)]
    if sorted(there) != sorted(item_ids):
        raise InputError("meeting.changed_meanwhile")
    stored.order_items(work.connection, item_ids)
    return changed(work, meeting_id)


@verb("meeting.reported", "U", Permission.WRITE)
def report(work: Work, item_id: int, version: int, draft: ItemDraft) -> Change:
    """Write down what a case is on the agenda for and what was said; what stood there before is kept.

    Raises ProblemsError, and ConflictError when a colleague wrote since ``version``.
    """
    refuse_if(draft.validate())
    row = item_row(work, item_id)
    not_cancelled(work, row.meeting_id)
    if row.version != version:
        raise ConflictError(
            "meeting.changed_meanwhile", record="meeting_item", id=row.id, version=row.version
        )
    told = {
        "question": clean(draft.question),
        "report": clean(draft.report),
        "minutes": draft.duration(),
        "discussed": draft.discussed,
    }
    differing = revisions.differing({name: row._mapping[name] for name in told}, told)
    if differing:
        values = {name: told[name] for name in differing}
        stored.change_item(work.connection, row, values, recording.author(work))
    work.details = f"changed={','.join(sorted(differing))}"
    return about(work, row)


@verb("meeting.agreed", "C", Permission.WRITE)
def agree(work: Work, draft: AgreementDraft) -> Change:
    """Note who does what by when, about a case on an agenda (``meeting_item_id``). Raises ProblemsError."""
    row = item_row(work, draft.meeting_item_id or 0)
    not_cancelled(work, row.meeting_id)
    draft.case_id = row.case_id
    number = agreements.add_recorded(work, draft)
    return about(work, row, created=number)


@verb("meeting.followed_up", "U", Permission.WRITE)
def follow_up(work: Work, draft: FollowUpDraft) -> Change:
    """Note what became of an agreement of last time.

    One that was not done ends with the reason; with a new day it goes on as an agreement of this meeting
    (``created``), so that every day that was agreed stays to be read. Raises ProblemsError, and InputError for an
    agreement that does not wait.
    """
    refuse_if(draft.validate(work.today()))
    row = item_row(work, draft.item_id)
    not_cancelled(work, row.meeting_id)
    found = kept.get(work.connection, draft.agreement_id)
    if found is None or found.done_on is not None or found.case_id != row.case_id:
        raise InputError("agreement.not_open")
    done = draft.outcome == Outcome.DONE
    how = clean(draft.text) if done else say("meeting.not_done", why=clean(draft.text))
    kept.finish(work.connection, found.id, done_on=work.today(), done_by=work.user.id, how=how)
    casework.done(work, casework.head(work.connection, row.case_id), "agreement", found.id)
    number = None
    if draft.outcome == Outcome.NEW_DAY:
        again = AgreementDraft(what=found.what, who=found.who, user_id=found.user_id, due_on=draft.due_on)
        again.case_id, again.meeting_item_id = row.case_id, row.id
        number = agreements.add_recorded(work, again)
    return about(work, row, created=number)
