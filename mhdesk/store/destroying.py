"""Really remove records, with everything that hangs on them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    Delete,
    Select,
    Table,
    bindparam,
    delete,
    func,
    insert,
    or_,
    select,
    update,
)

from mhdesk.store import cases, drafts, involvements, meetings, parked, search, settings
from mhdesk.store.schema import (
    destroyed,
    draft,
    import_row,
    involvement,
    metadata,
    note,
    person,
    revision,
    signal,
)
from mhdesk.wording import in_every_language

_REFERENCE: Final = re.compile(r"[^\W_]+-\d{4}-\d{4,}")
# As many values as one question may name, below every limit of SQLite.
_MOST_ASKED: Final = 500


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was removed: the uid of each signal and person, with the id under which the log knows it.

    ``joined`` are the uids of those persons who had turned out to be another one of them.
    """

    signals: Mapping[str, int]
    persons: Mapping[str, int]
    joined: frozenset[str] = frozenset()


def forget(connection: Connection, uids: Iterable[str]) -> Forgotten:
    """Remove the signals with these uids and everything about them; what is not there is gone already.

    Persons go along when no other signal knows them, with their keys and history. A row of a spreadsheet stays
    remembered without its signal, and the reference number stays taken: neither comes back. The log is left as
    it is, it holds ids only. Ids of persons among ``uids`` count too: an older backup may hold them without the
    signal that was destroyed later. Call inside a transaction.
    """
    wanted = list(dict.fromkeys(uids))
    signals = _found(connection, signal, wanted)
    ids = list(signals.values())
    names = frozenset(involvements.references(connection, ids).values())
    candidates = {*_persons_of(connection, ids), *_found(connection, person, wanted).values()}
    _keep_numbers(connection, ids)
    _remove_signals(connection, ids)
    _remove_mentions(connection, names)
    persons, joined = _remove_unknown(connection, sorted(candidates))
    _remove_drafts(connection, set(ids), set(persons.values()))
    return Forgotten(signals, persons, joined)


def write_down(
    connection: Connection, forgotten: Forgotten, *, ground: str, destroyed_at: str, destroyed_by: int
) -> None:
    """Remember what was destroyed by uid, so that an older backup can forget it again."""
    beside = {"ground": ground, "destroyed_at": destroyed_at, "destroyed_by": destroyed_by}
    rows = [{"uid": uid, "record": "signal", **beside} for uid in forgotten.signals]
    rows += [{"uid": uid, "record": "person", **beside} for uid in forgotten.persons]
    if rows:
        connection.execute(insert(destroyed), rows)


def uids_of(connection: Connection, signal_ids: Iterable[int]) -> dict[int, str]:
    """Return the uid of each signal that exists, by id."""
    found: dict[int, str] = {}
    for some in _parts(list(signal_ids)):
        rows = connection.execute(
            select(signal.c.id, signal.c.uid).where(_among(signal.c.id)), {"some": some}
        )
        found.update((row.id, row.uid) for row in rows)
    return found


def due(connection: Connection, received_before: str) -> list[int]:
    """Return the ids of signals received before a day (ISO), oldest first."""
    question = select(signal.c.id).where(signal.c.received_on < received_before)
    return list(connection.execute(question.order_by(signal.c.received_on, signal.c.id)).scalars())


def only_known_by(connection: Connection, signal_ids: Iterable[int]) -> list[int]:
    """Return who would go along with some signals, because no other signal knows them."""
    ids = list(signal_ids)
    here = _persons_of(connection, ids)
    wanted = select(involvement.c.person_id, involvement.c.signal_id).where(_among(involvement.c.person_id))
    elsewhere = {
        row.person_id
        for some in _parts(sorted(here))
        for row in connection.execute(wanted, {"some": some})
        if row.signal_id not in set(ids)
    }
    return sorted(here - elsewhere)


def of_person(connection: Connection, person_id: int) -> dict[str, list[int]]:
    """Return the ids of everything that goes with a person and is not part of a signal, by table."""
    found = {}
    for table in metadata.sorted_tables:
        these = _hangs_on(person, table, involvement)
        if these is not None and "id" in table.c:
            asked = select(table.c.id).where(these).order_by(table.c.id)
            if numbers := list(connection.execute(asked, {"some": [person_id]}).scalars()):
                found[table.name] = numbers
    care = meetings.about_care_of(connection, [person_id])
    return {**found, "meeting": care} if care else found


def _found(connection: Connection, table: Table, uids: list[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for some in _parts(uids):
        rows = connection.execute(select(table.c.uid, table.c.id).where(_among(table.c.uid)), {"some": some})
        found.update((row.uid, row.id) for row in rows)
    return found


def _persons_of(connection: Connection, signal_ids: list[int]) -> set[int]:
    question = select(involvement.c.person_id).where(
        _among(involvement.c.signal_id), involvement.c.person_id.is_not(None)
    )
    return {
        number
        for some in _parts(signal_ids)
        for number in connection.execute(question, {"some": some}).scalars()
        if number is not None
    }


def _keep_numbers(connection: Connection, signal_ids: list[int]) -> None:
    """Remember the last number of each year: nobody else gets the number of what was destroyed."""
    kept = settings.all_of(connection)
    question = select(signal.c.number_year, func.max(signal.c.number)).group_by(signal.c.number_year)
    for some in _parts(signal_ids):
        for year, number in connection.execute(question.where(_among(signal.c.id)), {"some": some}):
            name = settings.last_number(year)
            kept[name] = str(max(number, int(kept.get(name, "0"))))
            settings.put(connection, {name: kept[name]})


def _remove_signals(connection: Connection, ids: list[int]) -> None:
    kept = update(import_row).where(_among(import_row.c.signal_id)).values(signal_id=None)
    history = delete(revision).where(revision.c.record == "signal", _among(revision.c.record_id))
    removed = _all_that_hangs_on(signal, import_row)
    for some in _parts(ids):
        for statement in (kept, history, *removed, delete(signal).where(_among(signal.c.id))):
            connection.execute(statement, {"some": some})
        search.remove(connection, some)


def _remove_mentions(connection: Connection, names: frozenset[str]) -> None:
    """Remove what mhdesk wrote beside other signals about sharing something with one of these reference numbers."""
    origins = in_every_language("lead.origin")
    written = select(note.c.id, note.c.text).where(note.c.origin.in_(origins))
    told = [
        row.id for row in connection.execute(written) if not names.isdisjoint(_REFERENCE.findall(row.text))
    ]
    for some in _parts(told):
        connection.execute(delete(note).where(_among(note.c.id)), {"some": some})


def _all_that_hangs_on(root: Table, besides: Table) -> list[Delete]:
    """Return what removes every row that hangs on some rows of ``root``, in an order that the tables allow.

    ``besides`` and what hangs only on that is left. Read from the tables themselves, so that what is added to them
    is not forgotten here.
    """
    hanging = [(table, _hangs_on(root, table, besides)) for table in reversed(metadata.sorted_tables)]
    found = [(table, these) for table, these in hanging if these is not None]
    histories = [_history(table, these) for table, these in found if "id" in table.c]
    return histories + [delete(table).where(these) for table, these in found]


def _history(table: Table, these: ColumnElement[bool]) -> Delete:
    """Return what removes what some rows of a table said before; a revision names them by the name of the table."""
    ids = select(table.c.id).where(these)
    return delete(revision).where(revision.c.record == table.name, revision.c.record_id.in_(ids))


def _hangs_on(root: Table, table: Table, besides: Table) -> ColumnElement[bool] | None:
    """Return which rows of a table hang on some rows of ``root``, also by way of another table; None where none do."""
    if table is besides:
        return None
    owners = [(key.column.table, key.parent) for key in table.foreign_keys]
    direct = [_among(column) for owner, column in owners if owner is root]
    if direct:
        return or_(*direct)
    indirect = [
        column.in_(select(owner.c.id).where(found))
        for owner, column in owners
        if owner is not table and (found := _hangs_on(root, owner, besides)) is not None
    ]
    return or_(*indirect) if indirect else None


def _remove_drafts(connection: Connection, signals: Collection[int], persons: Collection[int]) -> None:
    """Remove what somebody typed about these signals, or with the names of these persons, and did not record.

    So goes what was typed about a meeting that went with them.
    """
    kept = select(draft.c.id, draft.c.payload).where(parked.is_draft())
    for number, payload in connection.execute(kept).all():
        about = drafts.meeting_of(payload)
        gone = about is not None and meetings.get(connection, about) is None
        named = not drafts.persons_of(payload).isdisjoint(persons)
        if gone or named or drafts.signal_of(payload) in signals:
            connection.execute(delete(draft).where(draft.c.id == number))
            parked.remove(connection, number)


def _remove_unknown(connection: Connection, person_ids: list[int]) -> tuple[dict[str, int], frozenset[str]]:
    """Remove those whom no signal knows any more, and who turned out to be them.

    Return their uids with their ids, and the uids of the latter.
    """
    removed: dict[str, int] = {}
    joined: set[str] = set()
    merged = select(person.c.id).where(_among(person.c.merged_into))
    known = select(involvement.c.id).where(
        involvement.c.person_id == func.coalesce(person.c.merged_into, person.c.id)
    )
    asked = or_(_among(person.c.id), person.c.id.in_(merged))
    columns = (person.c.uid, person.c.id, person.c.merged_into)
    unknown: Select[str, int, int | None] = select(*columns).where(asked, ~known.exists())
    history = delete(revision).where(revision.c.record == "person", _among(revision.c.record_id))
    hanging = _all_that_hangs_on(person, involvement)
    for some in _parts(person_ids):
        rows = connection.execute(unknown, {"some": some}).all()
        gone = {row.uid: row.id for row in rows}
        joined |= {row.uid for row in rows if row.merged_into is not None}
        these = {"some": list(gone.values())}
        cases.forget(connection, these["some"])
        care = meetings.about_care_of(connection, these["some"])
        for statement in (history, *hanging, delete(person).where(_among(person.c.id))):
            connection.execute(statement, these)
        meetings.forget(connection, care)
        removed |= gone
    return removed, frozenset(joined)


def _among(column: ColumnElement[Any]) -> ColumnElement[bool]:
    return column.in_(bindparam("some", expanding=True))


def _parts(values: list[Any]) -> Iterator[list[Any]]:
    return (values[start : start + _MOST_ASKED] for start in range(0, len(values), _MOST_ASKED))
