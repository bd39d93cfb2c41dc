"""Words of a case, found as those of a signal are."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, Final

from sqlalchemy import Column, ColumnElement, Connection, Row, Select, bindparam, select, text

from mhdesk.domain import cases
from mhdesk.domain.references import Reference
from mhdesk.store.fulltext import Entry, FullText, folded, noted_numbers
from mhdesk.store.involvements import full_name
from mhdesk.store.schema import (
    agreement,
    case_entry,
    case_file,
    case_goal,
    meeting_item,
    person,
    trajectory,
)
from mhdesk.store.values import numbers

_INDEX: Final = FullText("search_case", "case_file")


def document(connection: Connection, case_id: int) -> Entry:
    """Return what can be searched of one case, as it stands now. Raises KeyError for a case that there is not."""
    found = documents(connection, [case_id])
    if not found:
        raise KeyError(case_id)
    return found[0]


def documents(connection: Connection, case_ids: Sequence[int]) -> list[Entry]:
    """Return what can be searched of some hundreds of cases: number, names, and everything that was written in them."""
    written = _written(connection, case_ids)
    wanted = select(
        *(case_file.c[name] for name in ("id", "number_year", "number")),
        *(person.c[name] for name in ("first_names", "last_name", "phone")),
    ).join_from(case_file, person)
    rows = connection.execute(wanted.where(_within(case_file.c.id, case_ids)))
    return [_entry(row, written[row.id]) for row in rows]


def _entry(row: Row[Any], written: Sequence[str]) -> Entry:
    reference = str(Reference(cases.PREFIX, row.number_year, row.number))
    told = [reference, full_name(row.first_names, row.last_name)]
    noted = [phone for piece in written for phone in noted_numbers(piece)]
    known = dict.fromkeys([*filter(None, [row.phone]), *noted])
    return Entry(row.id, folded([*told, *written], known), folded(told, known))


def _written(connection: Connection, case_ids: Sequence[int]) -> defaultdict[int, list[str]]:
    """Return every piece of text in some cases, by case."""
    found: defaultdict[int, list[str]] = defaultdict(list)
    for question in _texts(case_ids):
        for number, *pieces in connection.execute(question):
            found[number] += filter(None, pieces)
    return found


def _texts(case_ids: Sequence[int]) -> list[Select[Any]]:
    written = (
        (case_goal, ("text", "result")),
        (trajectory, ("note", "result")),
        (case_entry, ("text",)),
        (agreement, ("what", "who", "done_how")),
        (meeting_item, ("question", "report")),
    )
    return [
        select(table.c.case_id, *(table.c[name] for name in names)).where(_within(table.c.case_id, case_ids))
        for table, names in written
    ]


def _within(column: Column[int], wanted: Sequence[int]) -> ColumnElement[bool]:
    if isinstance(wanted, range):
        return column.between(wanted.start, wanted.stop - 1)
    return column.in_(list(wanted))


def index(connection: Connection, case_ids: Sequence[int]) -> None:
    """Put cases into the search index as they stand now, replacing what was there."""
    if case_ids:
        _INDEX.put(connection, documents(connection, case_ids))


def index_persons(connection: Connection, person_ids: Sequence[int]) -> None:
    """Put the cases of some persons into the index anew: what they are called, or their number, changed."""
    if not person_ids:
        return
    mine = select(case_file.c.id).where(case_file.c.person_id.in_(bindparam("whose", expanding=True)))
    index(connection, list(connection.execute(mine, {"whose": list(person_ids)}).scalars()))


def remove(connection: Connection, case_ids: Sequence[int]) -> None:
    """Take cases out of the search index."""
    _INDEX.remove(connection, case_ids)


def begin_anew(connection: Connection) -> None:
    """Throw the search index of cases away and begin an empty one."""
    _INDEX.begin_anew(connection)


def find(connection: Connection, typed: str, most: int) -> array[int]:
    """Return the ids of the cases that ``typed`` finds, open ones first and then the newest, ``most`` at most."""
    found = _INDEX.matches(typed)
    if found is None:
        return array("q")
    sql, values = found
    question = select(case_file.c.id).where(text(f"case_file.id IN ({sql})"))
    newest = question.order_by(case_file.c.status.desc(), case_file.c.opened_on.desc(), case_file.c.id.desc())
    return numbers(connection.execute(newest.limit(most), values))


def matches(typed: str) -> tuple[str, dict[str, str]] | None:
    """Return SQL that yields the ids of cases that ``typed`` finds, with its values; None finds nothing."""
    return _INDEX.matches(typed)


def integrity(connection: Connection) -> int:
    """Return how many cases are missing from the search index or stand in it without a case."""
    return _INDEX.integrity(connection)


def misplaced(connection: Connection, entries: Sequence[Entry], case_ids: range) -> int:
    """Return how many of consecutive cases are not found as they should be."""
    return _INDEX.misplaced(connection, entries, case_ids)


def spans(connection: Connection, at_once: int) -> Iterator[range]:
    """Yield all ids of cases that there can be, in spans with ``at_once`` cases each."""
    return _INDEX.spans(connection, at_once)
