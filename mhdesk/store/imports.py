"""Which rows of which spreadsheet became which signal, so that the same row is never taken in twice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, bindparam, insert, select

from mhdesk.store.schema import import_batch, import_row
from mhdesk.store.values import insert_row


def known(connection: Connection, fingerprints: Sequence[str]) -> set[str]:
    """Return those fingerprints that were taken in before."""
    found: set[str] = set()
    question = select(import_row.c.fingerprint).where(
        import_row.c.fingerprint.in_(bindparam("some", expanding=True))
    )
    for start in range(0, len(fingerprints), 500):
        found.update(
            connection.execute(question, {"some": list(fingerprints[start : start + 500])}).scalars()
        )
    return found


def add_batch(connection: Connection, *, imported_at: str, imported_by: int, rows_read: int) -> int:
    """Add one import and return the id."""
    values = {"imported_at": imported_at, "imported_by": imported_by, "rows_read": rows_read}
    return insert_row(connection, insert(import_batch).values(**values))


def remember(connection: Connection, taken: Iterable[tuple[str, int]]) -> None:
    """Remember which row (by its fingerprint) became which signal."""
    rows = [{"fingerprint": fingerprint, "signal_id": number} for fingerprint, number in taken]
    connection.execute(insert(import_row), rows)
