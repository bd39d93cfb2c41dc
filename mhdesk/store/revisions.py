"""What records said before they were changed."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update

from mhdesk.domain.revisions import RevisionView
from mhdesk.store import users
from mhdesk.store.schema import revision
from mhdesk.store.values import to_moment


@dataclass(frozen=True, slots=True)
class Author:
    """Who changes something, and when (UTC, ISO)."""

    id: int
    at: str


def keep(
    connection: Connection, record: str, record_id: int, version: int, earlier: Mapping[str, Any], by: Author
) -> None:
    """Keep what the columns that change now said at ``version``."""
    connection.execute(insert(revision).values(**values(record, record_id, version, earlier, by)))


def values(
    record: str, record_id: int, version: int, earlier: Mapping[str, Any], by: Author
) -> dict[str, Any]:
    """Return the columns of what a record said at ``version``."""
    return {
        "record": record,
        "record_id": record_id,
        "version": version,
        "earlier": json.dumps(dict(earlier), ensure_ascii=False, sort_keys=True),
        "changed_at": by.at,
        "changed_by": by.id,
    }


def of(connection: Connection, record: str, ids: Sequence[int]) -> dict[int, tuple[RevisionView, ...]]:
    """Return the changes of each record of one kind, newest first."""
    people = users.names(connection)
    rows = connection.execute(
        select(revision)
        .where(revision.c.record == record, revision.c.record_id.in_(bindparam("ids", expanding=True)))
        .order_by(revision.c.version.desc()),
        {"ids": list(ids)},
    )
    found: dict[int, list[RevisionView]] = {}
    for row in rows:
        by = people.get(row.changed_by, "")
        view = RevisionView(row.version, json.loads(row.earlier), to_moment(row.changed_at), by)
        found.setdefault(row.record_id, []).append(view)
    return {number: tuple(views) for number, views in found.items()}


def leave_out(
    connection: Connection, record: str, record_id: int, said: Mapping[str, Any], since: str
) -> None:
    """Take what belonged to another record out of the history of one, as far as it was kept at ``since`` or later."""
    mine = (revision.c.record == record) & (revision.c.record_id == record_id)
    rows = connection.execute(select(revision).where(mine, revision.c.changed_at >= since)).all()
    for row in rows:
        earlier = json.loads(row.earlier)
        own = {name: value for name, value in earlier.items() if name not in said or said[name] != value}
        if own != earlier:
            here = mine & (revision.c.version == row.version)
            told = json.dumps(own, ensure_ascii=False, sort_keys=True)
            connection.execute(update(revision).where(here).values(earlier=told))
