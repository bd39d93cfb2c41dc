"""Persons: one row each, over all signals in which they are concerned."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, func, insert, select, update

from mhdesk.domain.text import fold
from mhdesk.store import ids, revisions
from mhdesk.store.revisions import Author
from mhdesk.store.schema import involvement, person, person_key

# As many values as one question may name, below every limit of SQLite.
_MOST_ASKED = 500


def add(connection: Connection, values: Mapping[str, Any], keys: Iterable[str]) -> int:
    """Add a person with the linkage keys and return the id."""
    person_id = ids.add(connection, person, values)
    rows = [{"key": key, "person_id": person_id} for key in keys]
    if rows:
        connection.execute(insert(person_key), rows)
    return person_id


def complete(
    connection: Connection, person_id: int, values: Mapping[str, Any], keys: Iterable[str], by: Author
) -> dict[str, str]:
    """Add what was not yet known of a person and return what differs from what is known, by column.

    What is known is never overwritten. Rules for safe contact are added up: each of them may save somebody.
    """
    known = connection.execute(select(person).where(person.c.id == person_id)).mappings().one()
    told = {name: value for name, value in values.items() if value and value != "unknown"}
    estimated = told.pop("birth_estimated", False)
    new = {name: value for name, value in told.items() if known[name] in {"", "unknown"}}
    if "birth_on" in new:
        new["birth_estimated"] = estimated
    rule = told.pop("safe_contact", "")
    if rule and known["safe_contact"] and f"\n{rule}\n" not in f"\n{known['safe_contact']}\n":
        new["safe_contact"] = f"{known['safe_contact']}\n{rule}"
    if new:
        change(connection, person_id, new, by)
    _add_keys(connection, person_id, keys)
    left = {name: str(value) for name, value in told.items() if name not in new}
    return {name: value for name, value in left.items() if fold(value) != fold(str(known[name]))}


def get(connection: Connection, person_id: int) -> Row[Any] | None:
    """Return the bare row of a person, or None."""
    return connection.execute(select(person).where(person.c.id == person_id)).one_or_none()


def change(connection: Connection, person_id: int, values: Mapping[str, Any], by: Author) -> None:
    """Change columns of a person; what they said before is kept and the version counts up."""
    before = connection.execute(select(person).where(person.c.id == person_id)).mappings().one()
    earlier = {name: before[name] for name in values}
    revisions.keep(connection, "person", person_id, before["version"], earlier, by)
    statement = update(person).where(person.c.id == person_id)
    connection.execute(statement.values(**values, version=before["version"] + 1))


def replace_keys(
    connection: Connection, person_id: int, before: Collection[str], after: Collection[str]
) -> None:
    """Let a person be recognised by what is told now, and no longer by what was a mistake."""
    gone = [{"gone": key, "whose": person_id} for key in set(before) - set(after)]
    if gone:
        mine = (person_key.c.key == bindparam("gone")) & (person_key.c.person_id == bindparam("whose"))
        connection.execute(delete(person_key).where(mine), gone)
    _add_keys(connection, person_id, after)


def _add_keys(connection: Connection, person_id: int, keys: Iterable[str]) -> None:
    there = connection.execute(select(person_key.c.key).where(person_key.c.person_id == person_id)).scalars()
    rows = [{"key": key, "person_id": person_id} for key in set(keys) - set(there)]
    if rows:
        connection.execute(insert(person_key), rows)


def find_by_keys(connection: Connection, keys: Sequence[str], besides: Collection[int] = ()) -> int | None:
    """Return the oldest person ``besides`` some who shares a linkage key, or None.

    A key of somebody who was joined into another person is one of that person.
    """
    if not keys:
        return None
    now = func.coalesce(person.c.merged_into, person.c.id)
    found = (
        select(now)
        .join_from(person_key, person)
        .where(person_key.c.key.in_(keys), now.not_in(besides))
        .order_by(now)
        .limit(1)
    )
    return connection.execute(found).scalar()


def exists(connection: Connection, person_id: int) -> bool:
    """Say whether there is such a person, who was not joined with another one."""
    return standing(connection, person_id) == person_id


def standing(connection: Connection, person_id: int) -> int | None:
    """Return who a person is now: whom he or she turned out to be, or the same; None when there is nobody."""
    asked = select(func.coalesce(person.c.merged_into, person.c.id)).where(person.c.id == person_id)
    found = connection.execute(asked).scalar()
    return None if found is None else int(found)


def signals_of(connection: Connection, person_ids: Sequence[int]) -> dict[int, list[int]]:
    """Return for each person the ids of the signals in which he or she is concerned, oldest first."""
    question = (
        select(involvement.c.person_id, involvement.c.signal_id)
        .where(involvement.c.person_id.in_(bindparam("ids", expanding=True)))
        .order_by(involvement.c.signal_id)
        .distinct()
    )
    found: dict[int, list[int]] = {}
    wanted = list(dict.fromkeys(person_ids))
    for start in range(0, len(wanted), _MOST_ASKED):
        for row in connection.execute(question, {"ids": wanted[start : start + _MOST_ASKED]}):
            found.setdefault(row.person_id, []).append(row.signal_id)
    return found
