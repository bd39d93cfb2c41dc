"""Ids that are given once.

SQLite gives the id of a removed last row to the next one. The log still names what was destroyed by its id: it
would then tell of somebody else.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Select, Table, func, insert, select

from mhdesk.store.schema import audit_subject, person
from mhdesk.store.values import insert_row


def add(connection: Connection, table: Table, values: Mapping[str, Any]) -> int:
    """Add a row under an id that was never given before, and return it."""
    return insert_row(connection, insert(table).values(id=next_id(connection, table), **values))


def next_id(connection: Connection, table: Table) -> int:
    """Return the id from which on nothing stands in the table, and nothing that the log knows ever did."""
    highest = select(func.max(table.c.id)), _logged(table)
    return max(int(connection.execute(question).scalar() or 0) for question in highest) + 1


def _logged(table: Table) -> Select[int]:
    if table is person:
        return select(func.max(audit_subject.c.person_id)).where(audit_subject.c.person_id.is_not(None))
    return select(func.max(audit_subject.c.record_id)).where(audit_subject.c.record == table.name)
