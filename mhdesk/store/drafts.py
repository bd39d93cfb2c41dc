"""Forms that somebody began: kept inside the registry, so that a lock or crash loses nothing."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, delete, insert, select, update

from mhdesk.domain.views import QUICK_NOTE, DraftView
from mhdesk.store.schema import draft
from mhdesk.store.values import insert_row, to_moment


def keep(
    connection: Connection, *, user_id: int, form: str, saved_at: str, payload: str, draft_id: int | None
) -> int:
    """Keep a draft, over its former version when ``draft_id`` still exists, and return its id.

    A draft stays of the form as which it began.
    """
    if draft_id is not None:
        values = {"saved_at": saved_at, "payload": payload}
        if connection.execute(update(draft).where(_open_to(user_id, draft_id)).values(**values)).rowcount:
            return draft_id
    return insert_row(
        connection, insert(draft).values(user_id=user_id, form=form, saved_at=saved_at, payload=payload)
    )


def discard(connection: Connection, user_id: int, draft_id: int) -> bool:
    """Remove a draft that this user may finish; say whether there was one."""
    return connection.execute(delete(draft).where(_open_to(user_id, draft_id))).rowcount > 0


def find(connection: Connection, user_id: int, draft_id: int | None) -> DraftView | None:
    """Return a draft that this user may finish, or None."""
    row = connection.execute(select(draft).where(_open_to(user_id, draft_id or 0))).one_or_none()
    return _view(row) if row else None


def of_user(connection: Connection, user_id: int) -> list[DraftView]:
    """Return the drafts of one user, newest first, without quick notes."""
    return _listed(connection, (draft.c.user_id == user_id) & (draft.c.form != QUICK_NOTE))


def quick_notes(connection: Connection) -> list[DraftView]:
    """Return the quick notes that nobody finished, newest first: they are everybody's."""
    return _listed(connection, draft.c.form == QUICK_NOTE)


def signal_of(payload: str) -> int | None:
    """Return the signal to which a draft belongs, if it belongs to one."""
    return _number(_members(payload), "signal_id")


def persons_of(payload: str) -> frozenset[int]:
    """Return who of the registry is named in a draft."""
    kept = _members(payload)
    told = kept.get("persons")
    named = [kept, *(told if isinstance(told, list) else ())]
    numbers = (_number(one, "person_id") for one in named if isinstance(one, dict))
    return frozenset(number for number in numbers if number is not None)


def _members(payload: str) -> dict[str, Any]:
    try:
        kept = json.loads(payload)
    except (ValueError, RecursionError):
        return {}
    return kept if isinstance(kept, dict) else {}


def _number(members: dict[str, Any], name: str) -> int | None:
    found = members.get(name)
    return found if isinstance(found, int) else None


def _open_to(user_id: int, draft_id: int) -> ColumnElement[bool]:
    """Return what finds a draft if it is of this user, or a quick note."""
    return (draft.c.id == draft_id) & ((draft.c.user_id == user_id) | (draft.c.form == QUICK_NOTE))


def _listed(connection: Connection, wanted: ColumnElement[bool]) -> list[DraftView]:
    rows = connection.execute(
        select(draft).where(wanted).order_by(draft.c.saved_at.desc(), draft.c.id.desc())
    )
    return [_view(row) for row in rows]


def _view(row: Row[Any]) -> DraftView:
    return DraftView(row.id, row.form, to_moment(row.saved_at), row.payload)
