"""Forms that somebody began: kept inside the registry, so that a lock or crash loses nothing.

What somebody types is hers alone for as long as she can finish it. What somebody left who has no access any more, or a
role without writing, may be all that is known of a victim: it is shown to whoever may write, and is of the first who
goes on with it.
"""

from __future__ import annotations

import json
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Row, case, delete, select, update

from mhdesk.domain.people import PERMISSIONS, Permission
from mhdesk.domain.views import QUICK_NOTE, DraftView
from mhdesk.store import ids, parked
from mhdesk.store.schema import draft, user
from mhdesk.store.values import to_moment

_WRITERS: Final = sorted(role for role, may in PERMISSIONS.items() if Permission.WRITE in may)


def keep(
    connection: Connection, *, user_id: int, form: str, saved_at: str, payload: str, draft_id: int | None
) -> int:
    """Keep a draft, over its former version when ``draft_id`` still exists, and return its id.

    A draft stays of the form as which it began; a quick note stays of its author. A new one gets an id that the log
    never heard of: a form whose draft is gone may still ask to be kept, and must not write over somebody else's.
    """
    if draft_id is not None:
        owner = case((draft.c.form == QUICK_NOTE, draft.c.user_id), else_=user_id)
        values = {"user_id": owner, "saved_at": saved_at, "payload": payload}
        if connection.execute(update(draft).where(_one(user_id, draft_id)).values(**values)).rowcount:
            return draft_id
    begun = {"user_id": user_id, "form": form, "saved_at": saved_at, "payload": payload}
    return ids.add(connection, draft, begun)


def discard(connection: Connection, user_id: int, draft_id: int) -> bool:
    """Remove a draft that this user may finish, with the files that wait with it; say whether there was one."""
    if not connection.execute(delete(draft).where(_one(user_id, draft_id))).rowcount:
        return False
    parked.remove(connection, draft_id)
    return True


def find(connection: Connection, user_id: int, draft_id: int | None) -> DraftView | None:
    """Return a draft that this user may finish, or None."""
    return next(iter(_listed(connection, user_id, _one(user_id, draft_id or 0))), None)


def to_finish(connection: Connection, user_id: int) -> list[DraftView]:
    """Return the drafts of a user and those that colleagues left, newest first, without quick notes."""
    return _listed(connection, user_id, _open_to(user_id) & (draft.c.form != QUICK_NOTE))


def quick_notes(connection: Connection) -> list[DraftView]:
    """Return the quick notes that nobody finished, newest first: they are everybody's."""
    return _listed(connection, 0, draft.c.form == QUICK_NOTE)


def signal_of(payload: str) -> int | None:
    """Return the signal to which a draft belongs, if it belongs to one."""
    return _number(_members(payload), "signal_id")


def meeting_of(payload: str) -> int | None:
    """Return the meeting to which a draft belongs, if it belongs to one."""
    return _number(_members(payload), "meeting_id")


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


def _one(user_id: int, draft_id: int) -> ColumnElement[bool]:
    """Return what finds a draft that this user may finish."""
    return (draft.c.id == draft_id) & _open_to(user_id)


def _open_to(user_id: int) -> ColumnElement[bool]:
    """Return what finds the drafts of this user, quick notes, and what is left of who cannot finish it."""
    finishes = select(user.c.id).where(user.c.active, user.c.role.in_(_WRITERS))
    hers = (draft.c.user_id == user_id) | (draft.c.form == QUICK_NOTE) | draft.c.user_id.not_in(finishes)
    return hers & parked.is_draft()


def _listed(connection: Connection, user_id: int, wanted: ColumnElement[bool]) -> list[DraftView]:
    named = select(draft, user.c.name).join_from(draft, user)
    newest_first = named.where(wanted).order_by(draft.c.saved_at.desc(), draft.c.id.desc())
    return [_view(row, user_id) for row in connection.execute(newest_first)]


def _view(row: Row[Any], user_id: int) -> DraftView:
    begun_by = "" if row.form == QUICK_NOTE or row.user_id == user_id else row.name
    return DraftView(row.id, row.form, to_moment(row.saved_at), row.payload, begun_by)
