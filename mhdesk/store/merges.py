"""Persons who turned out to be one: what moved from the one record to the other, and back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Row, Table, delete, func, insert, or_, select, update

from mhdesk.store import ids
from mhdesk.store.schema import (
    apart,
    case_file,
    involvement,
    metadata,
    person,
    person_key,
    person_merge,
    relation,
)

# These do not move: they are read for a person and everybody joined into this one, so that they are there again
# when that is taken apart.
_OF_THEIR_OWN: Final = frozenset({person_key, apart, person_merge})
_CURRENT: Final = "current"
_MOST_ASKED: Final = 500


def _pointing() -> list[Table]:
    """Return the tables whose rows are about one person; what is added to the tables moves along by itself."""
    keys = ((table, key) for table in metadata.sorted_tables for key in table.foreign_keys)
    return [table for table, key in keys if key.column is person.c.id and table not in _OF_THEIR_OWN]


# --- moving -------------------------------------------------------------------------------------------


def rows_of(connection: Connection, person_id: int) -> dict[str, list[int]]:
    """Return the ids of everything that is recorded about a person, by table; tables without any are left out."""
    found = {}
    for table in _pointing():
        asked = select(table.c.id).where(table.c.person_id == person_id).order_by(table.c.id)
        if numbers := list(connection.execute(asked).scalars()):
            found[table.name] = numbers
    return found


def current_of(connection: Connection, person_ids: Sequence[int]) -> dict[str, list[int]]:
    """Return which rows of some persons are the last word on something, by table."""
    found = {}
    for table in _pointing():
        if _CURRENT in table.c:
            asked = select(table.c.id).where(table.c.person_id.in_(person_ids), table.c[_CURRENT])
            found[table.name] = list(connection.execute(asked.order_by(table.c.id)).scalars())
    return found


def keep_one_current(connection: Connection, rows: Mapping[str, Sequence[int]], best: str) -> None:
    """Let one of these rows of each table be the last word: one whose state is ``best``, or else the newest."""
    for name, numbers in rows.items():
        table = metadata.tables[name]
        asked = select(table.c.id).where(table.c.id.in_(numbers), table.c.state == best)
        last = max([*connection.execute(asked).scalars()] or numbers, default=None)
        others = table.c.id.in_(numbers) & (table.c.id != last)
        connection.execute(update(table).where(others).values({_CURRENT: False}))


def move(connection: Connection, rows: Mapping[str, Sequence[int]], owner: int, to: int) -> dict[str, int]:
    """Let rows of one person be of another, and return how many of each table did.

    What went since, or is of somebody else by now, stays as it is.
    """
    told = {}
    for name, numbers in rows.items():
        table, count = metadata.tables[name], 0
        for start in range(0, len(numbers), _MOST_ASKED):
            some = table.c.id.in_(numbers[start : start + _MOST_ASKED])
            moved = update(table).where(some, table.c.person_id == owner).values(person_id=to)
            count += connection.execute(moved).rowcount
        told[name] = count
    return told


def make_current(connection: Connection, rows: Mapping[str, Sequence[int]], owner: int) -> None:
    """Let what was the last word of a person be it again, where nothing was said since."""
    for name, numbers in rows.items():
        table = metadata.tables[name]
        mine = table.c.person_id == owner
        if connection.execute(select(table.c.id).where(mine, table.c[_CURRENT]).limit(1)).first() is None:
            again = update(table).where(mine, table.c.id.in_(numbers))
            connection.execute(again.values({_CURRENT: True}))


def repoint(connection: Connection, before: int, after: int, only: Sequence[int] | None = None) -> list[int]:
    """Let whoever turned out to be one person be another, ``only`` some of them; return who that are."""
    asked = select(person.c.id).where(person.c.merged_into == before).order_by(person.c.id)
    found = [one for one in connection.execute(asked).scalars() if only is None or one in only]
    connection.execute(update(person).where(person.c.id.in_(found)).values(merged_into=after))
    return found


def set_merged(connection: Connection, person_id: int, into: int | None) -> None:
    """Say as whom a person goes on, None as him- or herself."""
    connection.execute(update(person).where(person.c.id == person_id).values(merged_into=into))


def add_keys(connection: Connection, person_id: int, keys: Iterable[str]) -> list[str]:
    """Let a person be recognised by further keys; return those by which nobody joined with this one was yet."""
    there = set(connection.execute(select(person_key.c.key).where(_of_group(person_id))).scalars())
    new = sorted({*keys} - there)
    if new:
        connection.execute(insert(person_key), [{"key": key, "person_id": person_id} for key in new])
    return new


def remove_keys(connection: Connection, person_id: int, keys: Iterable[str]) -> None:
    """Let a person, and whoever was joined into this one, be recognised by some keys no longer."""
    connection.execute(delete(person_key).where(_of_group(person_id), person_key.c.key.in_(list(keys))))


def _of_group(person_id: int) -> ColumnElement[bool]:
    hers = select(person.c.id).where(or_(person.c.id == person_id, person.c.merged_into == person_id))
    return person_key.c.person_id.in_(hers)


# --- the trail ----------------------------------------------------------------------------------------


def add(connection: Connection, values: Mapping[str, Any], moved: Mapping[str, Any]) -> int:
    """Keep that two persons were joined, with all that is needed to take them apart; return the id."""
    return ids.add(connection, person_merge, {**values, "moved": _packed(moved)})


def get(connection: Connection, merge_id: int) -> Row[Any] | None:
    """Return one merge, or None."""
    return connection.execute(select(person_merge).where(person_merge.c.id == merge_id)).one_or_none()


def of_person(connection: Connection, person_id: int) -> list[Row[Any]]:
    """Return what was ever joined into a person, also by way of another one, the newest first."""
    became = select(person.c.id).where(or_(person.c.id == person_id, person.c.merged_into == person_id))
    asked = select(person_merge).where(person_merge.c.kept_id.in_(became))
    return list(connection.execute(asked.order_by(person_merge.c.id.desc())))


def standing(connection: Connection, kept_id: int, besides: int) -> list[Row[Any]]:
    """Return what is joined into a person now, ``besides`` one, in the order in which that was done."""
    still = person_merge.c.undone_at.is_(None) & (person_merge.c.kept_id == kept_id)
    asked = select(person_merge).where(still, person_merge.c.id != besides)
    return list(connection.execute(asked.order_by(person_merge.c.id)))


def moved_of(row: Row[Any]) -> dict[str, Any]:
    """Return what a merge moved."""
    told: dict[str, Any] = json.loads(row.moved)
    return told


def keep_moved(connection: Connection, merge_id: int, moved: Mapping[str, Any]) -> None:
    """Write anew what is needed to take a merge apart."""
    connection.execute(update(person_merge).where(person_merge.c.id == merge_id).values(moved=_packed(moved)))


def note_undone(connection: Connection, merge_id: int, at: str, by: int) -> None:
    """Keep that a merge was taken apart."""
    connection.execute(
        update(person_merge).where(person_merge.c.id == merge_id).values(undone_at=at, undone_by=by)
    )


def _packed(moved: Mapping[str, Any]) -> str:
    return json.dumps(dict(moved), ensure_ascii=False, sort_keys=True)


# --- what two records have together -------------------------------------------------------------------


def roles(connection: Connection, person_id: int) -> dict[int, set[str]]:
    """Return in which roles a person is concerned, by signal."""
    asked = select(involvement.c.signal_id, involvement.c.role).where(involvement.c.person_id == person_id)
    found: dict[int, set[str]] = {}
    for row in connection.execute(asked):
        found.setdefault(row.signal_id, set()).add(row.role)
    return found


def related_in(connection: Connection, one: int, other: int) -> list[int]:
    """Return the signals in which one person is recorded as something of the other."""
    mine, theirs = involvement.alias(), involvement.alias()
    asked = (
        select(relation.c.signal_id)
        .join(mine, mine.c.id == relation.c.involvement_id)
        .join(theirs, theirs.c.id == relation.c.other_id)
        .where(
            or_(
                (mine.c.person_id == one) & (theirs.c.person_id == other),
                (mine.c.person_id == other) & (theirs.c.person_id == one),
            )
        )
        .distinct()
        .order_by(relation.c.signal_id)
    )
    return list(connection.execute(asked).scalars())


def cases(connection: Connection, person_id: int, *, only_open: bool = False) -> int:
    """Return how many cases there are around a person."""
    asked = select(func.count()).select_from(case_file).where(case_file.c.person_id == person_id)
    if only_open:
        asked = asked.where(case_file.c.status == "open")
    return int(connection.execute(asked).scalar_one())


def case_ids(connection: Connection, person_ids: Sequence[int]) -> list[int]:
    """Return the cases around some persons."""
    asked = select(case_file.c.id).where(case_file.c.person_id.in_(person_ids))
    return list(connection.execute(asked).scalars())


def misplaced(connection: Connection) -> int:
    """Return how many joined persons point at nobody, or at somebody joined, or still have records of their own."""
    kept = person.alias()
    wrong = select(person.c.id).where(
        person.c.merged_into.is_not(None),
        or_(
            ~select(kept.c.id)
            .where(kept.c.id == person.c.merged_into, kept.c.merged_into.is_(None))
            .exists(),
            *(select(table.c.id).where(table.c.person_id == person.c.id).exists() for table in _pointing()),
        ),
    )
    return int(connection.execute(select(func.count()).select_from(wrong.subquery())).scalar_one())
