"""What is kept beside a record, such as a spreadsheet cell that could not be placed."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, Select, insert, select

from mhdesk.domain.views import NoteView
from mhdesk.store import users
from mhdesk.store.schema import note
from mhdesk.store.values import to_moment
from mhdesk.wording import in_every_language


def add_all(
    connection: Connection,
    signal_id: int,
    rows: Iterable[tuple[str, str]],
    *,
    recorded_at: str,
    recorded_by: int,
) -> None:
    """Add notes as (text, origin) to a signal."""
    values = [
        {
            "signal_id": signal_id,
            "text": text,
            "origin": origin,
            "recorded_at": recorded_at,
            "recorded_by": recorded_by,
        }
        for text, origin in rows
    ]
    if values:
        connection.execute(insert(note), values)


def of_signal(connection: Connection, signal_id: int) -> tuple[NoteView, ...]:
    """Return the notes of a signal in the order in which they were added."""
    people = users.names(connection)
    rows = connection.execute(select(note).where(note.c.signal_id == signal_id).order_by(note.c.id))
    return tuple(
        NoteView(row.id, row.text, row.origin, to_moment(row.recorded_at), people.get(row.recorded_by, ""))
        for row in rows
    )


def signals_with(connection: Connection) -> list[int]:
    """Return the signals that have notes, oldest first."""
    return list(connection.execute(select(note.c.signal_id).distinct().order_by(note.c.signal_id)).scalars())


def searched() -> Select[int, str]:
    """Return the question for what can be searched of notes, as signal and text; its caller says of which signals.

    What mhdesk itself writes about another signal or about who noted something is left out: who types a reference
    looks for that signal, not for those that it is named beside.
    """
    own = in_every_language("lead.origin") | in_every_language("notes.origin")
    return select(note.c.signal_id, note.c.text).where(note.c.origin.not_in(own))
