"""The columns that most tables have, and the place where all tables are known."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Column, Integer, MetaData, Text

metadata: Final = MetaData()


def id_column() -> Column[int]:
    """Return the number by which a row is known."""
    return Column("id", Integer, primary_key=True)


def text_column(name: str, default: str | None = "") -> Column[str]:
    """Return a column of text that is never NULL; with ``default`` None it must be given."""
    return Column(name, Text, nullable=False, server_default=default)
