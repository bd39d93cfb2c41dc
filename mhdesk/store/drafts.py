"""Forms that somebody began: kept inside the registry, so that a lock or crash loses nothing."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select, update

from mhdesk.domain.views import DraftView
from mhdesk.store.schema import draft
from mhdesk.store.values import insert_row, to_moment


def keep(
    connection: Connection, *, user_id: int, form: str, saved_at: str, payload: str, draft_id: int | None
) -> int:
    """Keep a draft, over its former version when ``draft_id`` still exists, and return its id."""
    values = {"form": form, "saved_at": saved_at, "payload": payload}
    if draft_id is not None:
        mine = (draft.c.id == draft_id) & (draft.c.user_id == user_id)
        if connection.execute(update(draft).where(mine).values(**values)).rowcount:
            return draft_id
    return insert_row(connection, insert(draft).values(user_id=user_id, **values))


def discard(connection: Connection, user_id: int, draft_id: int) -> bool:
    """Remove a draft of this user; say whether there was one."""
    mine = (draft.c.id == draft_id) & (draft.c.user_id == user_id)
    return connection.execute(delete(draft).where(mine)).rowcount > 0


def of_user(connection: Connection, user_id: int) -> list[DraftView]:
    """Return the drafts of one user, newest first."""
    rows = connection.execute(
        select(draft).where(draft.c.user_id == user_id).order_by(draft.c.saved_at.desc(), draft.c.id.desc())
    )
    return [DraftView(row.id, row.form, to_moment(row.saved_at), row.payload) for row in rows]
