"""Correct what was recorded. What it said before stays to be read, and nobody's work is written over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from mhdesk.desk import recording, relating
from mhdesk.desk.desk import Desk
from mhdesk.desk.verbs import Work, demand, logged_reading, verb
from mhdesk.domain import dates, revisions
from mhdesk.domain.amending import with_persons
from mhdesk.domain.change import Change
from mhdesk.domain.leads import LeadDraft
from mhdesk.domain.people import Permission
from mhdesk.domain.problems import Problem, refuse_if
from mhdesk.domain.relations import Party, RelationDraft
from mhdesk.domain.revisions import Conflict, Values
from mhdesk.domain.signals import (
    MOST_PERSONS,
    Kind,
    PersonDraft,
    SignalDraft,
    person_draft_problems,
)
from mhdesk.domain.text import clean
from mhdesk.errors import ConflictError, InputError
from mhdesk.store import case_search, involvements, leads, persons, search, signals
from mhdesk.store import revisions as kept
from mhdesk.store.database import Connection, Row
from mhdesk.store.involvements import Involvement


def amend_signal(desk: Desk, signal_id: int, version: int, draft: SignalDraft) -> Change:
    """Let a signal say what the draft says; ``version`` is the one that the draft began with.

    Persons and status of the draft are not looked at, nor is its kind: only :func:`mhdesk.desk.kinds.convert` changes
    that, for a reason that stays. Raises ProblemsError, and ConflictError when somebody else corrected the signal
    since that version. When nothing differs, nothing happens and the Change is empty.
    """
    demand(desk, "signal.amended", "U", Permission.WRITE)
    connection = desk.database.connection
    row = _signal(connection, signal_id)
    refuse_if(_as_recorded(connection, row, draft).validate(desk.today()))
    if _said_of_signal(connection, row) == _told(draft):
        return Change("signal.amended")
    return _amend_signal(desk, signal_id, version, draft)


@verb("signal.amended", "U", Permission.WRITE)
def _amend_signal(work: Work, signal_id: int, version: int, draft: SignalDraft) -> Change:
    """Write a valid draft over a signal."""
    row = _signal(work.connection, signal_id)
    present, told = _said_of_signal(work.connection, row), _told(draft)
    _refuse_conflict(work.connection, "signal", row, present, version)
    earlier = revisions.differing(present, told)
    values = {name: told[name] for name in earlier}
    signals.amend(work.connection, row, earlier, values, recording.author(work))
    search.index(work.connection, [signals.document(work.connection, signal_id)])
    recording.concern_signal(work, signal_id)
    work.details = _changed(earlier)
    return Change("signal.amended", signals=frozenset({signal_id}))


def amend_person(desk: Desk, signal_id: int, person_id: int, version: int, draft: PersonDraft) -> Change:
    """Let the registry know of a person what the draft says, in every signal; ages count from this signal's day.

    ``version`` is that of the person with which the draft began; its role is not looked at. Raises ProblemsError,
    and ConflictError when somebody else corrected or completed the person since that version. When nothing
    differs, nothing happens and the Change is empty.
    """
    demand(desk, "person.amended", "U", Permission.WRITE)
    connection = desk.database.connection
    received = _received(_signal(connection, signal_id))
    row = _known(connection, signal_id, person_id)
    refuse_if(person_draft_problems(draft, received))
    if _said(row) == recording.person_values(draft, received):
        return Change("person.amended")
    return _amend_person(desk, signal_id, person_id, version, draft)


@verb("person.amended", "U", Permission.WRITE)
def _amend_person(work: Work, signal_id: int, person_id: int, version: int, draft: PersonDraft) -> Change:
    """Write a valid draft over a person; every signal that shows him or her is found by it."""
    row = _known(work.connection, signal_id, person_id)
    present, told = _said(row), recording.person_values(draft, _received(_signal(work.connection, signal_id)))
    _refuse_conflict(work.connection, "person", row, present, version)
    earlier = _with_whole_birth(revisions.differing(present, told), present)
    values = {name: told[name] for name in earlier}
    persons.change(work.connection, person_id, values, recording.author(work))
    before, after = recording.keys_of(present), recording.keys_of(told)
    persons.replace_keys(work.connection, person_id, before, after)
    shown_in = _index_signals_of(work, person_id)
    work.concerns("person", [person_id], person_id)
    work.details = _changed(earlier)
    return Change("person.amended", signals=shown_in, persons=frozenset({person_id}))


@verb("signal.person_added", "C", Permission.WRITE)
def add_person(work: Work, signal_id: int, draft: PersonDraft) -> Change:
    """Add somebody to a signal, or say who somebody is of whom nothing was known (``draft.involvement_id``).

    In a notification the clock of whoever is to be informed starts today. ``created`` is the involvement. Raises
    ProblemsError.
    """
    row = _signal(work.connection, signal_id)
    received = _received(row)
    everybody = involvements.of_signal(work.connection, signal_id)
    draft = _as_now(work.connection, draft)
    related = _relation(draft, everybody)
    refuse_if([*person_draft_problems(draft, received), *_no_room(row, draft, everybody), *related])
    number, person_id = _involve(work, row, draft, everybody)
    before = [one.id for one in everybody]
    signals.mark_involvements(work.connection, signal_id, before, recording.author(work))
    work.concerns("signal", [signal_id])
    if draft.relation:
        now = involvements.of_signal(work.connection, signal_id)
        relating.write(work, signal_id, RelationDraft(number, draft.relation, draft.related_to or 0), now)
    shown_in = _index_signals_of(work, person_id)
    return Change("signal.person_added", signals=shown_in, persons=frozenset({person_id}), created=number)


def undo_signal(desk: Desk, signal_id: int, before: SignalDraft, after: SignalDraft) -> Change:
    """Take a correction back: let a signal that still says ``after`` say ``before`` again, as another correction.

    Raises ConflictError when it says something else by now.
    """
    desk.demand(Permission.WRITE)
    row = _signal(desk.database.connection, signal_id)
    if _said_of_signal(desk.database.connection, row) != _told(after):
        raise ConflictError("desk.changed_since", record="signal", id=signal_id, version=row.version)
    return amend_signal(desk, signal_id, row.version, before)


def undo_person(
    desk: Desk, signal_id: int, person_id: int, before: PersonDraft, after: PersonDraft
) -> Change:
    """Take a correction of a person back, as :func:`undo_signal` does."""
    desk.demand(Permission.WRITE)
    row = _known(desk.database.connection, signal_id, person_id)
    received = _received(_signal(desk.database.connection, signal_id))
    if _said(row) != recording.person_values(after, received):
        raise ConflictError("desk.changed_since", record="person", id=person_id, version=row.version)
    return amend_person(desk, signal_id, person_id, row.version, before)


@logged_reading("signal.compared", Permission.READ)
def signal_conflict(work: Work, signal_id: int, version: int, draft: SignalDraft) -> Conflict:
    """Return what differs between a valid draft that began at ``version`` and the signal as it is now."""
    connection = work.connection
    row = _signal(connection, signal_id)
    recording.concern_signal(work, signal_id)
    return _conflict(connection, "signal", row, _said_of_signal(connection, row), _told(draft), version)


@logged_reading("person.compared", Permission.READ)
def person_conflict(work: Work, signal_id: int, person_id: int, version: int, draft: PersonDraft) -> Conflict:
    """Return what differs between a valid draft of a person that began at ``version`` and what is known now.

    The field of a birth is ``birth``, as in the draft, with the birth as people write it.
    """
    connection = work.connection
    row = _known(connection, signal_id, person_id)
    work.concerns("person", [person_id], person_id)
    told = recording.person_values(draft, _received(_signal(connection, signal_id)))
    return _conflict(connection, "person", row, _said(row), told, version)


def _conflict(
    connection: Connection, record: str, row: Row[Any], present: Values, told: Values, version: int
) -> Conflict:
    history = kept.of(connection, record, [row.id]).get(row.id, ())
    base = revisions.said_at(present, row.version, history, version)
    found = revisions.differences(_as_typed(told), _as_typed(present), base and _as_typed(base))
    last = history[0] if history else None
    by, at = (last.changed_by, last.changed_at) if last else ("", None)
    return Conflict(row.version, by, at, found)


def _as_typed(values: Values) -> dict[str, Any]:
    """Return columns with the birth in one piece, if there is one."""
    typed = dict(values)
    if "birth_on" in typed:
        birth = dates.Birth(typed.pop("birth_on"), typed.pop("birth_estimated"))
        typed["birth"] = dates.display_birth(birth) if birth.on else ""
    return typed


def _involve(work: Work, row: Row[Any], draft: PersonDraft, everybody: list[Involvement]) -> tuple[int, int]:
    """Write who is concerned; return the involvement's id and the person's."""
    nobody = next((one for one in everybody if one.id == draft.involvement_id and not one.person_id), None)
    if nobody is not None:
        person_id, _ = recording.find_or_add_person(work, row.id, draft, _received(row))
        involvements.set_person(work.connection, nobody.id, person_id)
        work.concerns("involvement", [nobody.id], person_id)
        return nobody.id, person_id
    starts_clock = row.kind == Kind.NOTIFICATION
    number, person, _ = recording.involve(work, row.id, draft, _received(row), starts_clock=starts_clock)
    if number is None or person is None:
        raise ValueError("an unchecked person reached the store")
    return number, person


def _signal(connection: Connection, signal_id: int) -> Row[Any]:
    row = signals.get(connection, signal_id)
    if row is None:
        raise InputError("desk.no_such_signal")
    return row


def _received(row: Row[Any]) -> date:
    return date.fromisoformat(row.received_on)


def _known(connection: Connection, signal_id: int, person_id: int) -> Row[Any]:
    """Return the row of somebody concerned in a signal."""
    here = {one.person_id for one in involvements.of_signal(connection, signal_id)}
    row = persons.get(connection, person_id)
    if row is None or person_id not in here:
        joined = row is not None and row.merged_into in here
        raise InputError("merge.joined_meanwhile" if joined else "desk.no_such_person")
    return row


def _as_now(connection: Connection, draft: PersonDraft) -> PersonDraft:
    """Return a draft that names whom its person turned out to be."""
    now = persons.standing(connection, draft.person_id) if draft.person_id else None
    return replace(draft, person_id=now) if now is not None else draft


def _said(row: Row[Any]) -> dict[str, Any]:
    return {name: row._mapping[name] for name in revisions.OF_A_PERSON}


def _said_of_signal(connection: Connection, row: Row[Any]) -> dict[str, Any]:
    """Return what a signal says now, without its kind: that is no correction."""
    return _without_kind(signals.said(connection, row))


def _without_kind(values: Values) -> dict[str, Any]:
    return {name: value for name, value in values.items() if name != "kind"}


def _told(draft: SignalDraft) -> dict[str, Any]:
    """Return what a valid draft tells, by the columns that can be corrected."""
    received = dates.parse_day(draft.received_on)
    if received is None:
        raise ValueError("an unchecked draft reached the store")
    others = sorted({*draft.other_forms} - {draft.form})
    return {
        **_without_kind(recording.told_values(draft, received)),
        "narrative": clean(draft.narrative),
        "other_forms": others,
    }


def _as_recorded(connection: Connection, row: Row[Any], draft: SignalDraft) -> SignalDraft:
    concerned = involvements.of_signal(connection, row.id)
    noted = [LeadDraft(**one) for one in leads.said(connection, row.id)]
    return with_persons(replace(draft, kind=row.kind), [one.role for one in concerned], noted, row.status)


def _relation(draft: PersonDraft, everybody: list[Involvement]) -> list[Problem]:
    """Return what is wrong with the relation that somebody who is added has; most have none."""
    if not draft.relation and draft.related_to is None:
        return []
    new = Party(0, draft.person_id, draft.role)
    parties = [new, *(Party(one.id, one.person_id, one.role) for one in everybody)]
    at = {"kind": "relation", "other_id": "related_to"}
    found = RelationDraft(0, draft.relation, draft.related_to or -1).validate(parties)
    return [replace(one, field=at[one.field]) for one in found]


def _no_room(row: Row[Any], draft: PersonDraft, everybody: list[Involvement]) -> list[Problem]:
    if row.kind == Kind.ADVICE:
        return [Problem("role", "draft.advice_with_persons")]
    full = len(everybody) >= MOST_PERSONS and draft.involvement_id is None
    return [Problem("role", "draft.too_many_persons", {"most": MOST_PERSONS})] if full else []


def _refuse_conflict(
    connection: Connection, record: str, row: Row[Any], present: Values, version: int
) -> None:
    """Raise ConflictError unless what can be corrected still says what it said at ``version``."""
    if version == row.version:
        return
    history = kept.of(connection, record, [row.id]).get(row.id, ())
    if revisions.said_at(present, row.version, history, version) != present:
        raise ConflictError("desk.changed_meanwhile", record=record, id=row.id, version=row.version)


def _changed(earlier: Mapping[str, Any]) -> str:
    """Return which columns changed, for the log: their names, never what they say."""
    return f"changed={','.join(sorted(earlier))}"


def _index_signals_of(work: Work, person_id: int) -> frozenset[int]:
    """Put every signal that shows a person into the search index anew; return their ids."""
    shown_in = persons.signals_of(work.connection, [person_id])[person_id]
    search.index(work.connection, [signals.document(work.connection, number) for number in shown_in])
    case_search.index_persons(work.connection, [person_id])
    return frozenset(shown_in)


def _with_whole_birth(earlier: dict[str, Any], present: Values) -> dict[str, Any]:
    """Return what changes with both columns of the birth if one does: a guess is part of what was said."""
    birth = ("birth_on", "birth_estimated")
    whole = {name: present[name] for name in birth} if earlier.keys() & set(birth) else {}
    return earlier | whole
