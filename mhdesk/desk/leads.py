"""Add, correct and remove a lead of a signal; what it said before stays in the signal's history."""

from __future__ import annotations

from typing import Any

from mhdesk.desk import recording
from mhdesk.desk.verbs import Work, verb
from mhdesk.domain.change import Change
from mhdesk.domain.leads import MOST_LEADS, LeadDraft
from mhdesk.domain.people import Permission
from mhdesk.domain.problems import Problem, refuse_if
from mhdesk.domain.signals import lead_problems
from mhdesk.errors import ConflictError, InputError
from mhdesk.store import leads, search, signals
from mhdesk.store.database import Row


@verb("lead.added", "C", Permission.WRITE)
def add(work: Work, signal_id: int, draft: LeadDraft) -> Change:
    """Add a lead to a signal. Raises ProblemsError. Adding again what was removed takes that back."""
    row = _signal(work, signal_id)
    before = leads.said(work.connection, signal_id)
    full = [Problem("text", "lead.too_many", {"most": MOST_LEADS})] if len(before) >= MOST_LEADS else []
    refuse_if([*lead_problems(draft, row.kind), *full])
    number = leads.add(work.connection, recording.lead_values(work, signal_id, draft))
    return _changed(work, signal_id, number, before)


@verb("lead.amended", "U", Permission.WRITE)
def amend(work: Work, lead_id: int, version: int, draft: LeadDraft) -> Change:
    """Let a lead of ``version`` say what the draft says.

    Raises ProblemsError, and ConflictError when somebody else changed it since that version.
    """
    row = _lead(work, lead_id)
    refuse_if(lead_problems(draft, _signal(work, row.signal_id).kind))
    before = leads.said(work.connection, row.signal_id)
    if not leads.change(work.connection, lead_id, version, recording.lead_told(draft)):
        raise ConflictError("lead.changed")
    return _changed(work, row.signal_id, lead_id, before)


@verb("lead.removed", "D", Permission.WRITE)
def remove(work: Work, lead_id: int) -> Change:
    """Take a lead off its signal; the history keeps what it said."""
    row = _lead(work, lead_id)
    before = leads.said(work.connection, row.signal_id)
    leads.remove(work.connection, lead_id)
    return _changed(work, row.signal_id, lead_id, before)


def _changed(work: Work, signal_id: int, lead_id: int, before: list[dict[str, str]]) -> Change:
    signals.mark_leads(work.connection, signal_id, before, recording.author(work))
    search.index(work.connection, [signals.document(work.connection, signal_id)])
    work.concerns("lead", [lead_id])
    recording.concern_signal(work, signal_id)
    return Change(work.verb, signals=frozenset({signal_id}), created=lead_id)


def _lead(work: Work, lead_id: int) -> Row[Any]:
    row = leads.get(work.connection, lead_id)
    if row is None:
        raise InputError("lead.no_such_lead")
    return row


def _signal(work: Work, signal_id: int) -> Row[Any]:
    row = signals.get(work.connection, signal_id)
    if row is None:
        raise InputError("desk.no_such_signal")
    return row
