"""Let two records of one person be one, take them apart again, and part what was wrongly one from the beginning."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final
from uuid import uuid4

from mhdesk.desk import recording
from mhdesk.desk.desk import Desk
from mhdesk.desk.verbs import Work, logged_reading, verb
from mhdesk.domain import merging, revisions
from mhdesk.domain.change import Change
from mhdesk.domain.comensha import ComenshaState
from mhdesk.domain.merging import MergeComparison, MergeDraft, MergeFacts, MergeSide, MergeView
from mhdesk.domain.people import Permission
from mhdesk.domain.problems import Problem, refuse_if
from mhdesk.domain.signals import PersonDraft, person_draft_problems
from mhdesk.domain.text import clean
from mhdesk.errors import ConflictError, InputError
from mhdesk.store import (
    apart,
    case_search,
    comparing,
    involvements,
    merges,
    persons,
    search,
    signals,
    users,
)
from mhdesk.store import revisions as revisions_kept
from mhdesk.store.database import Connection, Row
from mhdesk.store.involvements import Involvement
from mhdesk.store.values import to_moment

_INVOLVEMENT: Final = "involvement"


# --- beside each other --------------------------------------------------------------------------------


@logged_reading("person.set_beside", Permission.READ)
def beside(work: Work, kept_id: int, merged_id: int) -> MergeComparison:
    """Return two persons beside each other, as somebody looks at them before joining them. Raises InputError."""
    kept, merged = _both(work.connection, kept_id, merged_id)
    for number in (kept_id, merged_id):
        work.concerns("person", [number], number)
    return MergeComparison(
        _side(work.connection, kept),
        _side(work.connection, merged),
        merging.compare(_said(kept), _said(merged)),
        _facts(work.connection, kept_id, merged_id),
    )


def _side(connection: Connection, row: Row[Any]) -> MergeSide:
    numbers = comparing.signals_of(connection, [row.id])[row.id]
    names = involvements.references(connection, numbers)
    return MergeSide(
        person_id=row.id,
        version=row.version,
        name=involvements.full_name(row.first_names, row.last_name),
        signals=tuple((number, names[number]) for number in numbers),
        cases=merges.cases(connection, row.id),
        safe_contact=row.safe_contact,
    )


def _facts(connection: Connection, kept_id: int, merged_id: int) -> MergeFacts:
    one, other = merges.roles(connection, kept_id), merges.roles(connection, merged_id)
    together = [number for number in one.keys() & other.keys() if one[number] & other[number]]
    related = merges.related_in(connection, kept_id, merged_id)
    names = involvements.references(connection, [*together, *related])
    return MergeFacts(
        told_apart=merged_id in apart.of(connection, kept_id),
        related=tuple(names[number] for number in related),
        same_role=tuple(names[number] for number in sorted(together)),
        two_roles=merging.makes_two_roles(set().union(*one.values()), set().union(*other.values())),
        open_cases=sum(merges.cases(connection, number, only_open=True) for number in (kept_id, merged_id)),
    )


def _both(connection: Connection, kept_id: int, merged_id: int) -> tuple[Row[Any], Row[Any]]:
    """Return the rows of two persons who can be joined."""
    kept, merged = persons.get(connection, kept_id), persons.get(connection, merged_id)
    if kept is None or merged is None or kept_id == merged_id:
        raise InputError("match.no_such_persons")
    if kept.merged_into is not None or merged.merged_into is not None:
        raise InputError("merge.merged_already")
    return kept, merged


def _said(row: Row[Any]) -> dict[str, Any]:
    return {name: row._mapping[name] for name in revisions.OF_A_PERSON}


# --- joining ------------------------------------------------------------------------------------------


@verb("person.merged", "U", Permission.WRITE)
def merge(work: Work, draft: MergeDraft) -> Change:
    """Let one record of a person be part of another: everything about the one is about the other from now on.

    ``created`` is the merge, for :func:`unmerge`. Nothing is lost: each signal, decision and term stays as it was, and
    rules for safe contact are added up. Raises ProblemsError, InputError for persons who cannot be joined, and
    ConflictError when somebody corrected one of both since the draft began.
    """
    kept, merged = _both(work.connection, draft.kept_id, draft.merged_id)
    for row, version in ((kept, draft.kept_version), (merged, draft.merged_version)):
        if row.version != version:
            raise ConflictError("merge.changed_meanwhile", record="person", id=row.id, version=row.version)
    said, more = _said(kept), _said(merged)
    refuse_if(merging.problems(draft, said, more, _facts(work.connection, kept.id, merged.id)))
    after = merging.joined(said, more, draft.choices)
    moved = _move(work, kept, merged, after)
    number = merges.add(
        work.connection,
        {
            "kept_id": kept.id,
            "merged_id": merged.id,
            "reason": clean(draft.reason),
            "merged_at": work.recorded_at,
            "merged_by": work.user.id,
        },
        moved,
    )
    _concern(work, (number, kept.id, merged.id), moved["rows"].get(_INVOLVEMENT, ()))
    return _changed(work, [kept.id, merged.id], number)


def _move(work: Work, kept: Row[Any], merged: Row[Any], after: Mapping[str, Any]) -> dict[str, Any]:
    """Let everything of ``merged`` be of ``kept``; return what is needed to take it apart.

    Keys, and whom somebody is not, stay where they are: they count for both as long as the two are one.
    """
    connection = work.connection
    rows = merges.rows_of(connection, merged.id)
    current = merges.current_of(connection, [kept.id, merged.id])
    merges.move(connection, rows, merged.id, kept.id)
    merges.keep_one_current(connection, current, ComenshaState.REGISTERED)
    others = merges.repoint(connection, merged.id, kept.id)
    merges.set_merged(connection, merged.id, kept.id)
    if after:
        persons.change(connection, kept.id, after, recording.author(work))
    return {
        "rows": rows,
        "current": current,
        "joined": others,
        "before": {name: kept._mapping[name] for name in after},
        "after": dict(after),
        "keys": merges.add_keys(connection, kept.id, recording.keys_of({**_said(kept), **after})),
    }


# --- taking apart -------------------------------------------------------------------------------------


@verb("person.unmerged", "U", Permission.WRITE)
def unmerge(work: Work, merge_id: int) -> Change:
    """Take apart what :func:`merge` joined: both records say and hold again what they did.

    What was added to the kept person since stays there, and so does what was corrected since (``MergeView.stays``).
    Raises InputError for a merge that was undone, on which a later one stands, or of which nothing is left.
    """
    row = merges.get(work.connection, merge_id)
    if row is None or row.undone_at is not None:
        raise InputError("merge.no_such_merge")
    kept, merged = persons.get(work.connection, row.kept_id), persons.get(work.connection, row.merged_id)
    if kept is None or merged is None or kept.merged_into is not None or merged.merged_into != kept.id:
        raise InputError("merge.later_first")
    moved = merges.moved_of(row)
    back = merges.move(work.connection, moved["rows"], kept.id, merged.id)
    if _INVOLVEMENT in back and not back[_INVOLVEMENT]:
        raise InputError("merge.nothing_left")
    for person_id in (kept.id, merged.id):
        merges.make_current(work.connection, moved["current"], person_id)
    merges.set_merged(work.connection, merged.id, None)
    merges.repoint(work.connection, kept.id, merged.id, moved["joined"])
    _take_back(work, kept, row)
    revisions_kept.leave_out(work.connection, "person", kept.id, moved["after"], row.merged_at)
    _leave_to_later(work.connection, row, moved)
    merges.note_undone(work.connection, merge_id, work.recorded_at, work.user.id)
    _concern(work, (merge_id, kept.id, merged.id), moved["rows"].get(_INVOLVEMENT, ()))
    return _changed(work, [kept.id, merged.id], merge_id)


def _take_back(work: Work, kept: Row[Any], row: Row[Any]) -> None:
    """Let the kept person say what he or she said, where nobody said something else since."""
    stays = _stays(work.connection, kept, row)
    back = {name: value for name, value in merges.moved_of(row)["before"].items() if name not in stays}
    if back:
        persons.change(work.connection, kept.id, back, recording.author(work))


def _stays(connection: Connection, kept: Row[Any], row: Row[Any]) -> set[str]:
    """Return the columns that were corrected since, or chosen by a later merge; of a birth both or none."""
    after = merges.moved_of(row)["after"]
    later = (one for one in merges.standing(connection, kept.id, row.id) if one.id > row.id)
    chosen = {name for one in later for name in merges.moved_of(one)["after"]}
    changed = {name for name, value in after.items() if name in chosen or kept._mapping[name] != value}
    birth = {"birth_on", "birth_estimated"}
    return changed | (birth if changed & birth else set())


def _leave_to_later(connection: Connection, row: Row[Any], moved: Mapping[str, Any]) -> None:
    """Forget the keys of what was said by both together; what a later merge stands on is of that one from now on."""
    kept = persons.get(connection, row.kept_id)
    still = {*recording.keys_of(_said(kept))} if kept is not None else set()
    left = {*moved["keys"]} & still
    merges.remove_keys(connection, row.kept_id, {*moved["keys"]} - still)
    inherited = dict(moved["after"])
    for other in merges.standing(connection, row.kept_id, row.id):
        theirs = merges.moved_of(other)
        if other.id > row.id:
            for name in inherited.keys() & theirs["before"].keys():
                if theirs["before"][name] == inherited.pop(name):
                    theirs["before"][name] = moved["before"][name]
        for name, numbers in moved["current"].items():
            theirs["current"][name] = sorted({*numbers, *theirs["current"].get(name, ())})
        theirs["keys"], left = sorted({*theirs["keys"], *left}), set()
        merges.keep_moved(connection, other.id, theirs)


# --- the trail ----------------------------------------------------------------------------------------


def merges_of(desk: Desk, person_id: int) -> tuple[MergeView, ...]:
    """Return what was ever joined into a person, the newest first, for whoever reads that person anyhow."""
    desk.demand(Permission.READ)
    connection = desk.database.connection
    names = users.names(connection)
    return tuple(_view(connection, row, names) for row in merges.of_person(connection, person_id))


def as_now(desk: Desk, person_ids: Collection[int]) -> dict[int, int]:
    """Return as whom some persons go on, by the ids under which somebody knew them; who is gone is left out."""
    desk.demand(Permission.READ)
    now = {number: persons.standing(desk.database.connection, number) for number in person_ids}
    return {number: who for number, who in now.items() if who is not None}


def _view(connection: Connection, row: Row[Any], names: Mapping[int, str]) -> MergeView:
    kept, merged = persons.get(connection, row.kept_id), persons.get(connection, row.merged_id)
    if kept is None or merged is None:
        raise ValueError("the trail of persons who are not there")
    stands = row.undone_at is None and kept.merged_into is None and merged.merged_into == kept.id
    pairs = merging.compare(_said(kept), _said(merged)) if row.undone_at is None else ()
    told = [(one.field, one.merged) for one in pairs if one.how == merging.How.DIFFERENT]
    stays = _stays(connection, kept, row) if stands else set()
    return MergeView(
        id=row.id,
        kept_id=row.kept_id,
        merged_id=row.merged_id,
        merged_name=involvements.full_name(merged.first_names, merged.last_name),
        reason=row.reason,
        merged_at=to_moment(row.merged_at),
        merged_by=names.get(row.merged_by, ""),
        undone_at=to_moment(row.undone_at) if row.undone_at else None,
        undone_by=names.get(row.undone_by, ""),
        said=tuple(told),
        stays=tuple(dict.fromkeys("birth" if "birth" in name else name for name in sorted(stays))),
        can_undo=stands,
    )


# --- parting what was one from the beginning ------------------------------------------------------------


@verb("person.split_off", "C", Permission.WRITE)
def split_off(work: Work, person_id: int, involvement_ids: Sequence[int], draft: PersonDraft) -> Change:
    """Let some of a person's signals be about somebody else, who is new; ``created`` is that person.

    For two people whom registering took for one. Decisions, terms and referrals stay with the signals; cases stay
    with the person whom they were about. Each signal keeps as whom it was recorded, and both are told apart. Joining
    the two takes it back. Raises ProblemsError, and InputError for what is not this person's.
    """
    row = persons.get(work.connection, person_id)
    everything = _involvements(work.connection, person_id) if row is not None else []
    chosen = [one for one in everything if one.id in set(involvement_ids)]
    if row is None or row.merged_into is not None or len(chosen) != len(set(involvement_ids)):
        raise InputError("desk.no_such_person")
    seen_on = min((_received(work.connection, one.signal_id) for one in chosen), default=work.today())
    refuse_if([*_choice_problems(chosen, everything), *person_draft_problems(draft, seen_on)])
    new_id = _add_person(work, row, draft, seen_on)
    for one in chosen:
        involvements.set_person(work.connection, one.id, new_id)
        work.concerns(_INVOLVEMENT, [one.id], new_id)
    _keep_as_it_was(work, person_id, chosen)
    for number in (person_id, new_id):
        work.concerns("person", [number], number)
    return _changed(work, [person_id, new_id], new_id)


def _involvements(connection: Connection, person_id: int) -> list[Involvement]:
    numbers = persons.signals_of(connection, [person_id]).get(person_id, [])
    everybody = involvements.of_signals(connection, numbers)
    return [one for one in everybody if one.person_id == person_id]


def _received(connection: Connection, signal_id: int) -> date:
    row = signals.get(connection, signal_id)
    if row is None:
        raise ValueError("somebody is concerned in a signal that is not there")
    return date.fromisoformat(row.received_on)


def _choice_problems(chosen: Collection[Involvement], everything: Collection[Involvement]) -> list[Problem]:
    if not chosen:
        return [Problem("involvement_ids", "merge.split_none")]
    return [Problem("involvement_ids", "merge.split_all")] if len(chosen) == len(everything) else []


def _add_person(work: Work, row: Row[Any], draft: PersonDraft, seen_on: date) -> int:
    """Write the new person; who is left is not recognised any more by what belongs to the new one."""
    values = recording.person_values(draft, seen_on)
    keys = recording.keys_of(values)
    new = {**values, "uid": uuid4().hex, "recorded_at": work.recorded_at}
    new_id = persons.add(work.connection, new, keys)
    merges.remove_keys(work.connection, row.id, {*keys} - {*recording.keys_of(_said(row))})
    apart.add(work.connection, row.id, [new_id], recording.author(work))
    return new_id


def _keep_as_it_was(work: Work, person_id: int, chosen: Iterable[Involvement]) -> None:
    """Keep with each signal as whom somebody was recorded there."""
    before: dict[int, dict[str, int]] = {}
    for one in chosen:
        before.setdefault(one.signal_id, {})[str(one.id)] = person_id
    for number, people in before.items():
        signals.mark(work.connection, number, {revisions.PERSONS: people}, recording.author(work))


# --- what follows a person ----------------------------------------------------------------------------


def _concern(work: Work, trail: tuple[int, int, int], involved: Iterable[int]) -> None:
    """Note for the log the trail, both persons and each line in a signal that is now about the other one."""
    number, kept_id, merged_id = trail
    work.concerns("person", [kept_id], kept_id)
    work.concerns("person", [merged_id], merged_id)
    work.concerns("person_merge", [number], kept_id)
    work.concerns(_INVOLVEMENT, involved, merged_id)


def _changed(work: Work, people: Sequence[int], created: int) -> Change:
    """Let everything be found as it stands now that shows one of these persons; return what changed."""
    connection = work.connection
    found = persons.signals_of(connection, people)
    shown_in = sorted({number for numbers in found.values() for number in numbers})
    search.index(connection, [signals.document(connection, number) for number in shown_in])
    case_search.index_persons(connection, people)
    return Change(
        work.verb,
        signals=frozenset(shown_in),
        persons=frozenset(people),
        cases=frozenset(merges.case_ids(connection, people)),
        created=created,
    )
