"""Leads of signals: advertisements, addresses, numbers, vehicles, businesses, and by what they are found again."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, func, insert, select, update

from mhdesk.domain import leads as rules
from mhdesk.domain.leads import LeadView
from mhdesk.store import ids, users
from mhdesk.store.schema import lead, lead_key
from mhdesk.store.values import to_moment

# As many values as one question may name, below every limit of SQLite.
_MOST_ASKED = 500


@dataclass(frozen=True, slots=True)
class Found:
    """A lead that has one of the keys that were asked for."""

    key: str
    signal_id: int
    kind: str
    text: str


def add(connection: Connection, values: Mapping[str, Any]) -> int:
    """Add a lead with its keys and return the id."""
    number = ids.add(connection, lead, values)
    _write_keys(connection, number, values["kind"], values["text"])
    return number


def change(connection: Connection, lead_id: int, version: int, values: Mapping[str, Any]) -> bool:
    """Let a lead of a version say something else; say whether it still had that version."""
    statement = update(lead).where(lead.c.id == lead_id, lead.c.version == version)
    if not connection.execute(statement.values(**values, version=version + 1)).rowcount:
        return False
    connection.execute(delete(lead_key).where(lead_key.c.lead_id == lead_id))
    _write_keys(connection, lead_id, values["kind"], values["text"])
    return True


def remove(connection: Connection, lead_id: int) -> None:
    """Remove a lead."""
    connection.execute(delete(lead_key).where(lead_key.c.lead_id == lead_id))
    connection.execute(delete(lead).where(lead.c.id == lead_id))


def get(connection: Connection, lead_id: int) -> Row[Any] | None:
    """Return the bare row of a lead, or None."""
    return connection.execute(select(lead).where(lead.c.id == lead_id)).one_or_none()


def of_signal(connection: Connection, signal_id: int) -> tuple[LeadView, ...]:
    """Return the leads of a signal in the order in which they were added."""
    people = users.names(connection)
    rows = connection.execute(select(lead).where(lead.c.signal_id == signal_id).order_by(lead.c.id))
    return tuple(
        LeadView(
            id=row.id,
            version=row.version,
            kind=row.kind,
            text=row.text,
            note=row.note,
            recorded_at=to_moment(row.recorded_at),
            recorded_by=people.get(row.recorded_by, ""),
        )
        for row in rows
    )


def said(connection: Connection, signal_id: int) -> list[dict[str, str]]:
    """Return what the leads of a signal say, as the history of the signal keeps it."""
    rows = connection.execute(select(lead).where(lead.c.signal_id == signal_id).order_by(lead.c.id))
    return [{"kind": row.kind, "text": row.text, "note": row.note} for row in rows]


def firsts(connection: Connection, signal_ids: Sequence[int]) -> dict[int, tuple[str, str]]:
    """Return kind and text of the first lead of each signal that has one."""
    first = (
        select(func.min(lead.c.id))
        .where(lead.c.signal_id.in_(bindparam("ids", expanding=True)))
        .group_by(lead.c.signal_id)
    )
    rows = connection.execute(
        select(lead.c.signal_id, lead.c.kind, lead.c.text).where(lead.c.id.in_(first)),
        {"ids": list(signal_ids)},
    )
    return {row.signal_id: (row.kind, row.text) for row in rows}


def searched(rows: Iterable[Row[Any]]) -> dict[int, list[str]]:
    """Return by what the leads in ``rows`` (signal, kind, text, note) are found, by signal."""
    found: dict[int, list[str]] = {}
    for row in rows:
        words = [row.text, *filter(None, [row.note]), *rules.search_forms(row.kind, row.text)]
        found.setdefault(row.signal_id, []).extend(words)
    return found


def having(connection: Connection, keys: Collection[str], most: int) -> list[Found]:
    """Return the leads that have one of ``keys``, the newest first, at most ``most``."""
    rows = connection.execute(
        select(lead_key.c.key, lead.c.signal_id, lead.c.kind, lead.c.text)
        .join_from(lead_key, lead)
        .where(lead_key.c.key.in_(list(keys)[:_MOST_ASKED]))
        .order_by(lead.c.id.desc())
        .limit(most)
    )
    return [Found(row.key, row.signal_id, row.kind, row.text) for row in rows]


def key_rows(lead_id: int, kind: str, text: str) -> list[dict[str, Any]]:
    """Return the keys of a lead as rows."""
    return [{"key": key, "lead_id": lead_id} for key in rules.keys(kind, text)]


def _write_keys(connection: Connection, lead_id: int, kind: str, text: str) -> None:
    if rows := key_rows(lead_id, kind, text):
        connection.execute(insert(lead_key), rows)
