"""What records said at a moment, so that what was counted then can be counted again.

Rows that are never edited say when they were recorded. What was corrected since is in the revisions, and who was
somebody else then in the trail of persons who turned out to be one. What was destroyed since is gone.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, FromClause, Integer, Table, cast, func, or_, select, true

from mhdesk.domain import revisions as revised
from mhdesk.store.merges import moved_of
from mhdesk.store.schema import (
    case_file,
    comensha,
    involvement,
    organisation,
    person,
    person_merge,
    revision,
    signal,
    unmet_need,
)

_Said = dict[int, dict[str, Any]]
_NOBODY: Final = 0
"""As whom a row is kept here that knew nobody then: JSON has one null, and that says "as it is now"."""
_ADDED: Final = "added"
_OF_A_PERSON: Final = (involvement, unmet_need, comensha, case_file)
"""Tables whose rows go along when a person turns out to be another one."""
_REVISED: Final[Mapping[Table, tuple[str, ...]]] = {
    signal: ("kind", "received_on", "channel", "discipline", "municipality", "form", "to_review"),
    person: ("sex", "birth_on", "nationality"),
    organisation: ("group",),
    unmet_need: ("purpose", "reason", "municipality"),
}
"""What figures count by and somebody can correct."""


@dataclass(frozen=True, slots=True)
class Past:
    """Tables with the columns that they have now and what they said at ``as_of`` (UTC, ISO); None is now.

    ``then`` holds, by name, those that said something else. What was recorded later is still in them: ask
    :meth:`recorded`.
    """

    as_of: str | None
    then: Mapping[str, FromClause]

    def of(self, table: Table) -> FromClause:
        """Return a table as it was."""
        return self.then.get(table.name, table)

    def recorded(self, rows: FromClause) -> ColumnElement[bool]:
        """Say of rows with a moment of recording whether they were there already."""
        return true() if self.as_of is None else rows.c.recorded_at <= self.as_of


NOW: Final = Past(None, {})


def at(connection: Connection, as_of: str | None) -> Past:
    """Return the tables as they were at a moment, or as they are for None."""
    if as_of is None:
        return NOW
    said = {table.name: _revised(connection, table, as_of) for table in _REVISED}
    owners, merged = _people(connection, as_of)
    around = _around_signals(connection, as_of)
    into = {number: {"merged_into": other} for number, other in merged.items()}
    for name, told in (*owners.items(), (involvement.name, around), (person.name, into)):
        for number, columns in told.items():
            said.setdefault(name, {}).setdefault(number, {}).update(columns)
    gone = [number for number, columns in around.items() if _ADDED in columns]
    then = {table.name: _as_said(table, said.get(table.name, {})) for table in (*_REVISED, *_OF_A_PERSON)}
    return Past(as_of, then | {involvement.name: _as_said(involvement, said.get(involvement.name, {}), gone)})


def _revised(connection: Connection, record: Table, as_of: str) -> _Said:
    """Return what the columns said at a moment that were corrected after it: the oldest correction knows."""
    found: _Said = defaultdict(dict)
    for number, earlier in _corrections(connection, record.name, as_of):
        found[number] |= {name: earlier[name] for name in _REVISED[record] if name in earlier}
    return dict(found)


def _corrections(connection: Connection, record: str, as_of: str) -> Iterable[tuple[int, dict[str, Any]]]:
    """Return what was kept after a moment, newest first."""
    after = (revision.c.record == record) & (revision.c.changed_at > as_of)
    asked = select(revision.c.record_id, revision.c.earlier).where(after).order_by(revision.c.version.desc())
    return [(number, json.loads(earlier)) for number, earlier in connection.execute(asked)]


def _around_signals(connection: Connection, as_of: str) -> _Said:
    """Return which role and person an involvement had in its signal, and which was added later."""
    found: _Said = defaultdict(dict)
    there: dict[int, set[int]] = {}
    for number, earlier in _corrections(connection, signal.name, as_of):
        for one, role in earlier.get(revised.ROLES, {}).items():
            found[int(one)]["role"] = role
        for one, who in earlier.get(revised.PERSONS, {}).items():
            found[int(one)]["person_id"] = who
        if revised.INVOLVEMENTS in earlier:
            there[number] = {*earlier[revised.INVOLVEMENTS]}
    mine = select(involvement.c.id, involvement.c.signal_id, person.c.recorded_at).outerjoin(person)
    for one, number, met_at in connection.execute(mine.where(involvement.c.signal_id.in_(list(there)))):
        if one not in there[number]:
            found[one][_ADDED] = True
        elif met_at is not None and met_at > as_of and "person_id" not in found[one]:
            found[one]["person_id"] = _NOBODY
    return dict(found)


def _people(connection: Connection, as_of: str) -> tuple[dict[str, _Said], dict[int, int]]:
    """Return of whom rows were, by table, and who was whom, before persons were joined and taken apart again."""
    later = or_(person_merge.c.merged_at > as_of, person_merge.c.undone_at > as_of)
    trail = connection.execute(select(person_merge).where(later)).all()
    steps = [(row.undone_at, row.id, False, row) for row in trail if (row.undone_at or "") > as_of]
    steps += [(row.merged_at, row.id, True, row) for row in trail if row.merged_at > as_of]
    moved = {row.id: moved_of(row) for row in trail}
    owners = {table.name: _owners(connection, table, moved.values()) for table in _OF_A_PERSON}
    merged: dict[int, int] = {}
    for _, number, joined, row in sorted(steps, key=lambda step: step[:2], reverse=True):
        of, to = (row.kept_id, row.merged_id) if joined else (row.merged_id, row.kept_id)
        for table, whose in owners.items():
            mine = (one for one in moved[number]["rows"].get(table, ()) if whose.get(one) == of)
            whose.update(dict.fromkeys(mine, to))
        merged |= dict.fromkeys(moved[number]["joined"], to)
        merged[row.merged_id] = _NOBODY if joined else row.kept_id
    said = {table: {one: {"person_id": who} for one, who in whose.items()} for table, whose in owners.items()}
    return said, merged


def _owners(connection: Connection, table: Table, moved: Iterable[Mapping[str, Any]]) -> dict[int, int]:
    """Return whose the rows are now that ever moved along with a person."""
    mine = {one for told in moved for one in told["rows"].get(table.name, ())}
    asked = select(table.c.id, table.c.person_id).where(table.c.id.in_(list(mine)))
    return {row.id: row.person_id for row in connection.execute(asked)}


def _as_said(
    table: Table, said: Mapping[int, Mapping[str, Any]], without: Collection[int] = ()
) -> FromClause:
    """Return a table in which some rows say what they said before, and some are not there."""
    if not said and not without:
        return table
    kept = func.json_each(json.dumps(said)).table_valued("key", "value", name=f"{table.name}_kept")
    columns = []
    for column in table.c:
        then = func.coalesce(func.json_extract(kept.c.value, f'$."{column.name}"'), column, type_=column.type)
        is_somebody = column.name in {"person_id", "merged_into"}
        columns.append((func.nullif(then, _NOBODY) if is_somebody else then).label(column.name))
    joined = table.outerjoin(kept, cast(kept.c.key, Integer) == table.c.id)
    there = select(*columns).select_from(joined).where(table.c.id.not_in(list(without)))
    return there.subquery(f"{table.name}_then")
