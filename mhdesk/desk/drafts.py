"""Keep what somebody is typing, so that no lock, crash or error loses it."""

from __future__ import annotations

from mhdesk.desk.desk import Desk
from mhdesk.desk.verbs import Work, verb
from mhdesk.domain.change import Change
from mhdesk.domain.people import Permission
from mhdesk.domain.text import mend
from mhdesk.domain.views import DraftView
from mhdesk.errors import InputError
from mhdesk.store import drafts


@verb("draft.kept", "U", Permission.WRITE)
def keep(work: Work, form: str, payload: str, draft_id: int | None) -> Change:
    """Keep a form as typed (JSON), over its former version; ``created`` is the draft's id."""
    number = drafts.keep(
        work.connection,
        user_id=work.user.id,
        form=form,
        saved_at=work.recorded_at,
        payload=mend(payload),
        draft_id=draft_id,
    )
    work.concerns("draft", [number])
    return Change("draft.kept", created=number)


@verb("draft.discarded", "D", Permission.WRITE)
def discard(work: Work, draft_id: int) -> Change:
    """Throw a draft of one's own away."""
    if not drafts.discard(work.connection, work.user.id, draft_id):
        raise InputError("desk.no_such_draft")
    work.concerns("draft", [draft_id])
    return Change("draft.discarded")


def mine(desk: Desk) -> list[DraftView]:
    """Return the drafts of the person at the desk, newest first."""
    desk.demand(Permission.WRITE)
    return drafts.of_user(desk.database.connection, desk.user.id)


def load(desk: Desk, draft_id: int) -> DraftView:
    """Return one draft of the person at the desk. Raises InputError when there is none."""
    for view in mine(desk):
        if view.id == draft_id:
            return view
    raise InputError("desk.no_such_draft")
