"""Read lists of persons from a table: a column for the id, and one for each thing by which persons are compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from mhdesk.domain.text import clean
from mhdesk.errors import InputError
from mhdesk.exchange import delimited, guard, workbook

MOST_PEOPLE: Final = 500_000
_ID: Final = "id"
_FIELDS: Final = ("first_names", "last_name", "birth_date", "phone")


@dataclass(frozen=True, slots=True)
class ListedPerson:
    """One row as it stands in the file; ``id`` is empty where the list has none."""

    id: str
    first_names: str
    last_name: str
    birth_date: str
    phone: str


def read(path: Path, *, with_ids: bool) -> tuple[ListedPerson, ...]:
    """Return the persons of a CSV file in its order; columns with other names are not looked at.

    Empty rows under a list with ids are what a spreadsheet leaves there; elsewhere each row has its place.
    Raises InputError when it cannot be read, lacks a column, is too large, or (``with_ids``) an id is missing or
    there twice.
    """
    header, *rows = delimited.read(workbook.read_bytes(path), _check_extent) or ((),)
    wanted = (*([_ID] if with_ids else []), *_FIELDS)
    places = [_place(path, header, name) for name in wanted]
    people = [
        _listed([row[place] if place < len(row) else "" for place in places])
        for row in rows
        if any(row) or (row and not with_ids)
    ]
    if with_ids:
        _check_ids(path, people)
    return tuple(people)


def _check_extent(rows: int, columns: int) -> None:
    if rows > MOST_PEOPLE + 1 or columns > guard.MOST_COLUMNS:
        raise InputError("match.too_many", rows=MOST_PEOPLE, columns=guard.MOST_COLUMNS)


def _place(path: Path, header: Sequence[str], name: str) -> int:
    names = [clean(cell).casefold() for cell in header]
    if name not in names:
        raise InputError("match.column_missing", name=path.name, column=name)
    return names.index(name)


def _listed(cells: Sequence[str]) -> ListedPerson:
    """Return a person from its cells, those of ``_FIELDS`` at the end."""
    *before, first, last, birth, phone = (clean(cell) for cell in cells)
    return ListedPerson("".join(before), first, last, birth, phone)


def _check_ids(path: Path, people: Sequence[ListedPerson]) -> None:
    seen: set[str] = set()
    for row, person in enumerate(people, start=2):
        if not person.id or person.id in seen:
            raise InputError("match.id_twice" if person.id else "match.id_missing", name=path.name, row=row)
        seen.add(person.id)
