"""The release ledger: every set of figures that left, kept for ever."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, func, insert, select

from mhdesk.domain.periods import Period
from mhdesk.store.schema import release
from mhdesk.store.values import insert_row


@dataclass(frozen=True, slots=True)
class Release:
    """What left before: moment (UTC, ISO), period, split, and cells as JSON (withheld ones without a value)."""

    number: str
    released_at: str
    period: Period
    dimensions: str
    rules: str
    cells: str


def add(connection: Connection, values: Mapping[str, Any]) -> int:
    """Add a release and return the id."""
    return insert_row(connection, insert(release).values(**values))


def next_number(connection: Connection, year: int) -> str:
    """Return the number of the next release: R-2026-001 and on."""
    like = release.c.number.like(f"R-{year}-%")
    used = connection.execute(select(func.count()).select_from(release).where(like)).scalar_one()
    return f"R-{year}-{used + 1:03d}"


def all_of(connection: Connection) -> list[Release]:
    """Return every release, oldest first."""
    rows = connection.execute(select(release).order_by(release.c.id))
    return [
        Release(
            row.number,
            row.released_at,
            Period(date.fromisoformat(row.first_day), date.fromisoformat(row.last_day)),
            row.dimensions,
            row.rules,
            row.cells,
        )
        for row in rows
    ]


def audit_heads(connection: Connection) -> dict[str, str]:
    """Return the head of the log that each release carries, by the number of the release."""
    rows = connection.execute(select(release.c.number, release.c.audit_head).order_by(release.c.id))
    return {row.number: row.audit_head for row in rows}
