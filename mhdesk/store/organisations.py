"""Organisations to refer to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from sqlalchemy import Connection, func, insert, select

from mhdesk.domain.revisions import RevisionView
from mhdesk.domain.text import clean_line
from mhdesk.domain.views import OrganisationView
from mhdesk.store.schema import organisation
from mhdesk.store.values import insert_row

_ID: Final = "organisation_id"


def add_all(connection: Connection, rows: Iterable[tuple[str, str]]) -> None:
    """Add organisations as (name, group)."""
    connection.execute(insert(organisation), [{"name": name, "group": group} for name, group in rows])


def find(connection: Connection, name: str) -> int | None:
    """Return the organisation of this name, whatever its case, or None."""
    name = clean_line(name)
    known = connection.execute(select(organisation.c.id, organisation.c.name).order_by(organisation.c.id))
    # SQLite's lower() knows A to Z only: for it "Één thuis" and "één thuis" would be two.
    return next((row.id for row in known if row.name.casefold() == name.casefold()), None)


def find_or_add(connection: Connection, name: str) -> int:
    """Return the organisation of this name, whatever its case; add it when it is new."""
    found = find(connection, name)
    return (
        found
        if found is not None
        else insert_row(connection, insert(organisation).values(name=clean_line(name), group="own"))
    )


def exists(connection: Connection, organisation_id: int) -> bool:
    """Say whether there is such an organisation."""
    return (
        connection.execute(select(organisation.c.id).where(organisation.c.id == organisation_id)).scalar()
        is not None
    )


def all_of(connection: Connection, *, ended: bool = False) -> list[OrganisationView]:
    """Return the organisations by name; one that ended is no choice any more, but may be asked for."""
    question = select(organisation).order_by(func.lower(organisation.c.name))
    rows = connection.execute(question if ended else question.where(organisation.c.ended_on.is_(None)))
    return [OrganisationView(row.id, row.name, row.group) for row in rows]


def by_name(
    connection: Connection, kept: Mapping[int, tuple[RevisionView, ...]]
) -> dict[int, tuple[RevisionView, ...]]:
    """Return what some records said before with the organisation that each named, as ``organisation``, in words."""
    ids = {one.earlier.get(_ID) for history in kept.values() for one in history} - {None}
    named = select(organisation.c.id, organisation.c.name).where(organisation.c.id.in_(sorted(ids)))
    names = {row.id: row.name for row in connection.execute(named)} if ids else {}
    return {number: tuple(_named(one, names) for one in history) for number, history in kept.items()}


def _named(one: RevisionView, names: Mapping[int, str]) -> RevisionView:
    told = {name: value for name, value in one.earlier.items() if name != _ID}
    if _ID in one.earlier:
        told["organisation"] = names.get(one.earlier[_ID], "")
    return replace(one, earlier=told)
