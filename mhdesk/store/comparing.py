"""What persons are compared by, and where they can be found: without those who are only a confidential source.

Whoever reported in confidence must not come up as "possibly the same" while a name is typed: that alone would tell
who the source is.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, exists, or_, select

from mhdesk.store.schema import involvement, person, signal

_REPORTER: Final = "reporter"
# As many values as one question may name, below every limit of SQLite.
_MOST_ASKED: Final = 500

PersonRow = Row[tuple[int, str, str, str, bool, str]]


def _in_the_open() -> ColumnElement[bool]:
    """Return the condition that an involvement does not betray a confidential source."""
    return and_(
        signal.c.id == involvement.c.signal_id,
        or_(involvement.c.role != _REPORTER, signal.c.source_confidential.is_(False)),
    )


def _compared() -> Select[tuple[int, str, str, str, bool, str]]:
    columns = ("id", "first_names", "last_name", "birth_on", "birth_estimated", "phone")
    open_somewhere = exists().where(involvement.c.person_id == person.c.id, _in_the_open())
    return select(*(person.c[name] for name in columns)).where(open_somewhere)


def after(connection: Connection, person_id: int, count: int) -> Sequence[PersonRow]:
    """Return the next ``count`` persons with a higher id, in the order of their ids."""
    asked = _compared().where(person.c.id > person_id).order_by(person.c.id).limit(count)
    return connection.execute(asked).all()


def of(connection: Connection, ids: Sequence[int]) -> list[PersonRow]:
    """Return those of ``ids`` who exist and may come up."""
    found: list[PersonRow] = []
    for start in range(0, len(ids), _MOST_ASKED):
        found += connection.execute(_compared().where(person.c.id.in_(ids[start : start + _MOST_ASKED])))
    return found


def persons_in(connection: Connection, signal_ids: Sequence[int]) -> set[int]:
    """Return the ids of all persons of some signals."""
    found: set[int] = set()
    for start in range(0, len(signal_ids), _MOST_ASKED):
        some = involvement.c.signal_id.in_(signal_ids[start : start + _MOST_ASKED])
        asked = select(involvement.c.person_id).where(some, involvement.c.person_id.is_not(None))
        found |= set(connection.execute(asked).scalars())
    return found


def signals_of(connection: Connection, person_ids: Sequence[int]) -> dict[int, tuple[int, ...]]:
    """Return for each of a few persons the signals in which they may be found, the newest first."""
    asked = (
        select(involvement.c.person_id, involvement.c.signal_id)
        .join(signal, _in_the_open())
        .where(involvement.c.person_id.in_(person_ids))
        .order_by(involvement.c.signal_id.desc())
        .distinct()
    )
    found: dict[int, tuple[int, ...]] = dict.fromkeys(person_ids, ())
    for row in connection.execute(asked):
        found[row.person_id] += (row.signal_id,)
    return found


def phones_in(connection: Connection, signal_id: int) -> list[str]:
    """Return the numbers of those in a signal who may come up."""
    asked = (
        select(person.c.phone)
        .join_from(involvement, person)
        .join(signal, _in_the_open())
        .where(involvement.c.signal_id == signal_id, person.c.phone != "")
    )
    return list(connection.execute(asked).scalars())
