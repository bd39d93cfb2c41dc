"""The log: what the window adds to it, and reading it.

Reading is for who may (:data:`Permission.READ_LOG`) and is logged itself, once for each filter that is opened.
"""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Final

from mhdesk.desk import anchoring, recording
from mhdesk.desk.desk import Desk
from mhdesk.desk.findings import Finding
from mhdesk.desk.verbs import DONE, VERBS, Work, logged_reading, verb
from mhdesk.domain.change import Change
from mhdesk.domain.logbook import LogFilter, LogRow, LogSubject, group_of
from mhdesk.domain.people import Permission
from mhdesk.domain.references import CASE_PREFIX, parse_reference
from mhdesk.errors import KnownError
from mhdesk.store import logbook as stored
from mhdesk.store import users
from mhdesk.store.logbook import Entry, Wanted
from mhdesk.store.values import to_moment
from mhdesk.wording import say

LINES_SHOWN: Final = 20
"""Lines of one event in a row; a spreadsheet that was taken in has thousands."""
_FIRST: Final = date(2000, 1, 1)
_LAST: Final = date(9000, 1, 1)
"""No clock tells a day beyond these, and every clock can compute with them."""
_PROGRAM: Final = "; mhdesk "


# --- what the window adds ----------------------------------------------------------------------------


def leave(desk: Desk, *, locked: bool) -> None:
    """Note that the registry is locked, or closed for good; sign the log and remember how far it goes.

    To be called right before :meth:`Desk.close`. A lock must not fail or wait: what cannot be written now is left
    out, and at a lock the keyring of this computer is not asked.
    """
    with contextlib.suppress(KnownError):
        (_locked if locked else _closed)(desk)
        anchoring.keep(desk, in_keyring=not locked)


@verb("registry.locked", "E", Permission.LOGIN)
def _locked(work: Work) -> Change:
    """Note that the screen was locked, by somebody or by nobody for a while."""
    return _left(work)


@verb("registry.closed", "E", Permission.LOGIN)
def _closed(work: Work) -> Change:
    """Note that somebody left the registry."""
    return _left(work)


def _left(work: Work) -> Change:
    work.concerns("user", [work.user.id])
    work.signed = True
    return Change(work.verb)


@logged_reading("record.copied", Permission.LOGIN)
def copied(work: Work, signal_id: int | None = None) -> None:
    """Note that something was copied to the clipboard, on the page of ``signal_id`` if it was one; never what."""
    if signal_id is not None:
        recording.concern_signal(work, signal_id)


def list_shown(desk: Desk, which: str, restricted_by: Sequence[str] = ()) -> None:
    """Note that a list with names was opened: once for each way of filtering it, until the registry is locked.

    ``which`` and ``restricted_by`` are codes; the values of a filter stay out of the log. Raises NotAllowedError.
    """
    told = ";".join([which, *restricted_by])
    if told in desk.listed:
        desk.demand(Permission.READ)
        return
    _list_shown(desk, told)
    desk.listed.add(told)


@logged_reading("list.shown", Permission.READ)
def _list_shown(work: Work, told: str) -> None:
    work.details = told


def warnings(desk: Desk) -> tuple[Finding, ...]:
    """Return what the opening of this desk found: an older registry put back, keys that were refused before."""
    return desk.warnings


# --- reading -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class LogPage:
    """Some events, newest first; ``after`` is what the next page goes on from, None when there is none."""

    rows: list[LogRow]
    after: int | None


def ids(desk: Desk, wanted: LogFilter) -> Sequence[int]:
    """Return the numbers of all events that the filter lets through, newest first, for :func:`rows`."""
    return _read(desk, wanted, None)


def rows(desk: Desk, seqs: Sequence[int]) -> list[LogRow]:
    """Return some events in the given order, with their first lines; numbers that do not exist are left out."""
    desk.demand(Permission.READ_LOG)
    return [row_of(entry) for entry in stored.entries(desk.database.connection, seqs, lines=LINES_SHOWN)]


def page(desk: Desk, wanted: LogFilter, after: int | None = None, limit: int = 100) -> LogPage:
    """Return events before the number ``after``, newest first; only the first page of a filter is logged."""
    if after is None:
        found = _read(desk, wanted, limit + 1)
    else:
        desk.demand(Permission.READ_LOG)
        found = stored.seqs(desk.database.connection, asked(wanted), before=after, limit=limit + 1)
    more = len(found) > limit
    return LogPage(rows(desk, found[:limit]), int(found[limit - 1]) if more else None)


def names(desk: Desk) -> dict[int, str]:
    """Return everybody who ever could open the registry, by id: for choosing whose events to read."""
    desk.demand(Permission.READ_LOG)
    return users.names(desk.database.connection)


def record_called(desk: Desk, typed: str) -> tuple[str, int] | None:
    """Return the kind and the id of the signal or case whose reference was typed, None when there is none.

    Tells nothing of it; whoever goes on to read its events is logged. Raises NotAllowedError.
    """
    desk.demand(Permission.READ_LOG)
    reference, connection = parse_reference(typed), desk.database.connection
    if reference is None:
        return None
    ways = (
        ("signal", desk.setting("prefix"), stored.signal_numbered),
        ("case_file", CASE_PREFIX, stored.case_numbered),
    )
    for record, prefix, numbered in ways:
        number = (
            numbered(connection, reference.year, reference.number) if reference.prefix == prefix else None
        )
        if number is not None:
            return record, number
    return None


@logged_reading("log.read", Permission.READ_LOG)
def _read(work: Work, wanted: LogFilter, limit: int | None) -> Sequence[int]:
    """Return the numbers of events, and note that the log was read and by what it was filtered."""
    note_filter(work, wanted)
    return stored.seqs(work.connection, asked(wanted), limit=limit)


def note_filter(work: Work, wanted: LogFilter) -> None:
    """Note for the log by what it was filtered; the record and the person asked for are what it is about."""
    work.details = ";".join(wanted.parts())
    if wanted.record and wanted.record_id is not None:
        work.concerns(wanted.record, [wanted.record_id], wanted.person_id)
    elif wanted.person_id is not None:
        work.concerns("person", [wanted.person_id], wanted.person_id)
    if wanted.user_id is not None:
        work.concerns("user", [wanted.user_id])


def asked(wanted: LogFilter) -> Wanted:
    """Return the filter as the store knows it: verbs for a group, moments in UTC for days here."""
    of_group = frozenset(name for name in VERBS if group_of(name) is wanted.group)
    return Wanted(
        user_id=wanted.user_id,
        record=wanted.record,
        record_id=wanted.record_id,
        person_id=wanted.person_id,
        kind=wanted.kind,
        verbs=None if wanted.group is None else of_group,
        first=_moment(wanted.first, time.min),
        last=_moment(wanted.last, time.max),
        refused=wanted.refused,
    )


def _moment(day: date | None, of_day: time) -> str:
    """Return a moment of a day here as the log writes it, "" for none."""
    if day is None:
        return ""
    return (
        datetime.combine(min(max(day, _FIRST), _LAST), of_day)
        .astimezone(UTC)
        .isoformat(timespec="milliseconds")
    )


def row_of(entry: Entry) -> LogRow:
    """Return an event in words."""
    event = entry.event
    station, _, program = event.station.rpartition(_PROGRAM)
    subjects = tuple(
        LogSubject(one.record, one.record_id, one.person_id, name)
        for one, name in zip(entry.subjects, entry.names, strict=True)
    )
    return LogRow(
        seq=entry.seq,
        at=to_moment(event.at),
        user_id=event.user_id,
        user_name=entry.user_name,
        role=event.role,
        verb=event.verb,
        kind=event.kind,
        group=group_of(event.verb),
        refused=event.outcome != DONE,
        outcome=event.outcome,
        station=station or program,
        program=f"mhdesk {program}" if station else "",
        details=event.details,
        hash=entry.hash,
        subjects=subjects,
        lines=entry.lines,
        sentence=_sentence(event.verb, event.outcome, subjects, entry.lines),
    )


def _sentence(verb_name: str, outcome: str, subjects: Sequence[LogSubject], lines: int) -> str:
    """Return what happened, with the name of what it happened to where that has one."""
    about = list(dict.fromkeys(one.name for one in subjects if one.name))
    name = about[0] if about else ""
    if len(about) > 1:
        name = say("logbook.and_more", name=name, count=len(about) - 1)
        name = say("logbook.and_many", name=about[0]) if lines > len(subjects) else name
    try:
        told = " ".join(say(f"logbook.{verb_name.replace('.', '_')}", name=name).split())
    except KeyError:  # of an earlier or a later mhdesk
        told = verb_name
    return say("logbook.refused", what=told) if outcome != DONE and verb_name != "login.failed" else told
