"""Register a signal, list signals, open one."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from mhdesk.desk import logbook, mail_in, quick_notes, recording, sharing
from mhdesk.desk.desk import Desk
from mhdesk.desk.verbs import Work, logged_reading, verb
from mhdesk.domain.change import Change
from mhdesk.domain.informing import State
from mhdesk.domain.people import Permission
from mhdesk.domain.problems import Problem, length_problems, refuse_if
from mhdesk.domain.signals import SignalDraft, Status
from mhdesk.domain.text import LONGEST_TEXT, clean
from mhdesk.domain.views import QUICK_NOTE, SignalDetails, SignalFilter, SignalRow
from mhdesk.errors import InputError
from mhdesk.store import drafts, involvements, signals
from mhdesk.wording import say

LINES_OF_A_SEARCH: Final = 50
"""Signals of a search that the log names with everybody in them: what one sees of a list without going on."""


@verb("signal.registered", "C", Permission.WRITE)
def register(work: Work, draft: SignalDraft, *, from_draft: int | None = None) -> Change:
    """Record a signal with everybody concerned; clocks start for a notification.

    ``from_draft`` is the kept draft that this finishes and removes; who wrote a quick note stays named beside the
    signal, and the files that wait with it go along (:mod:`mhdesk.desk.mail_in`). Raises ProblemsError.
    """
    refuse_if(draft.validate(work.today()))
    told = replace(draft, persons=[person for person in draft.persons if not person.is_blank()])
    recorded = recording.record(work, told)
    related = sharing.note(work, recorded.signal_id, told)
    if finished := drafts.find(work.connection, work.user.id, from_draft):
        if finished.form == QUICK_NOTE:
            quick_notes.name_author(work, recorded.signal_id, finished)
        mail_in.settle(work, recorded.signal_id, draft.kind, finished.id)
        drafts.discard(work.connection, work.user.id, finished.id)
    recording.make_findable(work, [recorded])
    return Change(
        "signal.registered",
        signals=frozenset({recorded.signal_id, *related}),
        persons=frozenset(recorded.person_ids),
        created=recorded.signal_id,
        reference=recorded.reference,
    )


@verb("signal.reviewed", "U", Permission.WRITE)
def reviewed(work: Work, signal_id: int) -> Change:
    """Take an imported signal off the list of signals to look through.

    A "not yet" in one that is still open has no date of its own: from now on it waits on Today, so that it
    cannot become a "never" without anybody deciding so.
    """
    row = signals.get(work.connection, signal_id)
    if row is None:
        raise InputError("desk.no_such_signal")
    signals.change(work.connection, signal_id, recording.author(work), to_review=False)
    for one in recording.concern_signal(work, signal_id):
        if row.status == Status.OPEN and one.inform_state == State.NOT_YET and one.duty_on is None:
            involvements.set_informing(
                work.connection, one.id, state=one.inform_state, due=one.inform_due, duty_on=work.today()
            )
    return Change("signal.reviewed", signals=frozenset({signal_id}))


@verb("signal.status_changed", "U", Permission.WRITE)
def change_status(work: Work, signal_id: int, status: str, reason: str) -> Change:
    """Close, hand over or reopen a signal; the reason stays visible beside it as a note.

    Closing ends no inform decision: whatever is due stays due.
    """
    refuse_if([Problem("status", "draft.choice_unknown")] if status not in set(Status) else [])
    missing = [] if clean(reason) else [Problem("reason", "desk.reason_missing")]
    refuse_if(missing + length_problems("reason", reason, LONGEST_TEXT))
    if not signals.change(work.connection, signal_id, recording.author(work), status=status):
        raise InputError("desk.no_such_signal")
    recording.keep_note(work, signal_id, clean(reason), say(f"desk.status_became_{status}"))
    recording.concern_signal(work, signal_id)
    return Change("signal.status_changed", signals=frozenset({signal_id}))


def ids(desk: Desk, wanted: SignalFilter, most: int | None = None) -> array[int]:
    """Return the ids of all signals that the filter lets through, newest first. A search is logged.

    ``most`` is how many of the first will do: what fills a screen does not take longer in a larger registry.
    A search looks for all at once, since the log says how many it found.
    """
    if wanted.search.strip():
        return _search(desk, wanted)
    logbook.list_shown(desk, "signals", _restrictions(wanted))
    return signals.ids(desk.database.connection, wanted, most)


def _restrictions(wanted: SignalFilter) -> tuple[str, ...]:
    """Return by what a list is restricted, without the values: one that few fit would tell something of them."""
    names = ("kind", "status", "municipality", "form", "to_review", "to_triage")
    return tuple(name for name in names if getattr(wanted, name))


@logged_reading("signal.searched", Permission.READ)
def _search(work: Work, wanted: SignalFilter) -> array[int]:
    """Search signals; the log says how many were found and whom the first of them show, never the words."""
    found = signals.ids(work.connection, wanted)
    shown = list(found[:LINES_OF_A_SEARCH])
    work.concerns("signal", shown)
    for one in involvements.of_signals(work.connection, shown):
        work.concerns("involvement", [one.id], one.person_id)
    work.details = f"found={len(found)}"
    return found


def rows(desk: Desk, wanted: Sequence[int]) -> list[SignalRow]:
    """Return the lines of the given signals, in the given order."""
    desk.demand(Permission.READ)
    return signals.rows(desk.database.connection, wanted)


@logged_reading("signal.read", Permission.READ)
def details(work: Work, signal_id: int) -> SignalDetails:
    """Open one signal. The reading is logged with everybody whose data it shows."""
    found = signals.details(work.connection, signal_id)
    if found is None:
        raise InputError("desk.no_such_signal")
    work.concerns("signal", [signal_id])
    for one in found.involvements:
        work.concerns("involvement", [one.id], one.person_id)
    return found
