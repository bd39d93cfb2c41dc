"""Which persons are not the same, because somebody said so."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import ColumnElement, Connection, Select, delete, func, or_, select, union_all
from sqlalchemy.dialects.sqlite import insert

from mhdesk.store.revisions import Author
from mhdesk.store.schema import apart, person


def add(connection: Connection, person_id: int, others: Iterable[int], by: Author) -> None:
    """Keep that a person is none of ``others``; what was said before stays as it was said."""
    said = {"said_at": by.at, "said_by": by.id}
    rows = [_pair(person_id, other) | said for other in others]
    if rows:
        connection.execute(insert(apart).on_conflict_do_nothing(), rows)


def remove(connection: Connection, person_id: int, other: int) -> None:
    """Forget that somebody said so of two persons; nothing happens when nobody did."""
    one, two = _group(person_id), _group(other)
    said = or_(
        apart.c.first_id.in_(one) & apart.c.second_id.in_(two),
        apart.c.first_id.in_(two) & apart.c.second_id.in_(one),
    )
    connection.execute(delete(apart).where(said))


def of(connection: Connection, person_id: int) -> frozenset[int]:
    """Return who a person is not, and who none of those is that were joined into her or him."""
    mine = _group(person_id)
    asked = union_all(
        select(_now()).join(apart, apart.c.second_id == person.c.id).where(apart.c.first_id.in_(mine)),
        select(_now()).join(apart, apart.c.first_id == person.c.id).where(apart.c.second_id.in_(mine)),
    )
    return frozenset(connection.execute(asked).scalars()) - {person_id}


def all_of(connection: Connection) -> list[tuple[int, int]]:
    """Return every two persons who are not the same, each as he or she is known now."""
    one, other = person.alias(), person.alias()
    asked = (
        select(
            func.coalesce(one.c.merged_into, one.c.id).label("first"),
            func.coalesce(other.c.merged_into, other.c.id).label("second"),
        )
        .select_from(apart)
        .join(one, one.c.id == apart.c.first_id)
        .join(other, other.c.id == apart.c.second_id)
    )
    return [(row.first, row.second) for row in connection.execute(asked) if row.first != row.second]


def _group(person_id: int) -> Select[int]:
    """Return the question for a person and everybody who was joined into this one.

    What was said of somebody stays where it was said, so that it holds again once they are taken apart.
    """
    return select(person.c.id).where(or_(person.c.id == person_id, person.c.merged_into == person_id))


def _now() -> ColumnElement[int]:
    return func.coalesce(person.c.merged_into, person.c.id)


def _pair(one: int, other: int) -> dict[str, int]:
    return {"first_id": min(one, other), "second_id": max(one, other)}
