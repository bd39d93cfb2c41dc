"""Between Python values and the text that the database keeps."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from contextlib import closing
from datetime import date, datetime
from functools import cache
from typing import Any

from sqlalchemy import Column, Connection, CursorResult, Insert, Select, bindparam, select

from mhdesk import vault


def to_text(day: date | None) -> str | None:
    """Return a day as ISO text, None as None."""
    return day.isoformat() if day else None


def to_day(text: str | None) -> date | None:
    """Return ISO text as a day, None or "" as None."""
    return date.fromisoformat(text) if text else None


def to_moment(text: str) -> datetime:
    """Return a moment kept in UTC as an aware local datetime."""
    return datetime.fromisoformat(text).astimezone()


def insert_row(connection: Connection, statement: Insert) -> int:
    """Insert one row and return its id."""
    key = connection.execute(statement).inserted_primary_key
    if key is None:
        raise TypeError("an insert without a row")
    return int(key[0])


@cache
def rows_by(column: Column[Any]) -> Select[Any]:
    """Return the question for the rows of a table in which ``column`` is one of ``ids``.

    Made once for each column: to put a question together takes as long as SQLite takes to answer it.
    """
    return select(column.table).where(column.in_(bindparam("ids", expanding=True)))


def numbers(result: CursorResult[Any]) -> array[int]:
    """Return the only column of a result, whole numbers, and close it.

    Read from the driver itself: a Row around each of 100,000 ids takes longer than finding them (60 ms, not 28).
    """
    with vault.explained(), closing(result):
        if result.cursor is None:
            raise TypeError("a statement without rows")
        return array("q", [row[0] for row in result.cursor.fetchall()])


def to_codes(codes: Iterable[str]) -> str:
    """Return codes as a column holds several: with a space between, in their order, each once."""
    return " ".join(dict.fromkeys(codes))


def from_codes(value: str) -> tuple[str, ...]:
    """Return the codes that a column holds."""
    return tuple(value.split())
