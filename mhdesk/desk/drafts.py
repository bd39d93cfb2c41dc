"""Keep what somebody is typing, so that no lock, crash or error loses it."""

from __future__ import annotations

from typing import Final

from mhdesk.desk import logbook, quick_notes
from mhdesk.desk.desk import Desk
from mhdesk.desk.verbs import Work, logged_reading, verb
from mhdesk.domain.change import Change
from mhdesk.domain.people import Permission
from mhdesk.domain.text import mend
from mhdesk.domain.views import DraftView
from mhdesk.errors import InputError
from mhdesk.store import drafts, meetings, persons, signals

_LONGEST: Final = 1_000_000
"""Characters of JSON: all texts of a signal with all its persons, twice."""
OF_A_PERSON: Final = "person."
"""What the name of a form begins with that goes on at the page of a person."""


@verb("draft.kept", "U", Permission.WRITE)
def keep(work: Work, form: str, payload: str, draft_id: int | None) -> Change:
    """Keep a form as typed (JSON), over its former version; ``created`` is the draft's id.

    A quick note stays one, of its author, whoever goes on with it; what a colleague left who cannot finish it is from
    then on of whoever does. Raises InputError for more than any form can hold,
    and for a form about a signal, a meeting or a person that was destroyed: what it told must not come back.
    """
    if len(payload) > _LONGEST:
        raise InputError("draft.too_large")
    about = drafts.signal_of(payload)
    if about and signals.get(work.connection, about) is None:
        raise InputError("desk.no_such_signal")
    if form.startswith(OF_A_PERSON) and not all(
        persons.exists(work.connection, one) for one in drafts.persons_of(payload)
    ):
        raise InputError("person.not_here")
    meeting = drafts.meeting_of(payload)
    if meeting and meetings.get(work.connection, meeting) is None:
        raise InputError("meeting.no_such_meeting")
    earlier = drafts.find(work.connection, work.user.id, draft_id)
    number = drafts.keep(
        work.connection,
        user_id=work.user.id,
        form=form,
        saved_at=work.recorded_at,
        payload=quick_notes.kept_along(earlier, mend(payload)),
        draft_id=draft_id,
    )
    work.concerns("draft", [number])
    return Change("draft.kept", created=number)


@verb("draft.discarded", "D", Permission.WRITE)
def discard(work: Work, draft_id: int) -> Change:
    """Throw away a draft that this person may finish."""
    if not drafts.discard(work.connection, work.user.id, draft_id):
        raise InputError("desk.no_such_draft")
    work.concerns("draft", [draft_id])
    return Change("draft.discarded")


def mine(desk: Desk) -> list[DraftView]:
    """Return the drafts of the person at the desk, newest first, without quick notes."""
    desk.demand(Permission.WRITE)
    return [one for one in drafts.to_finish(desk.database.connection, desk.user.id) if not one.begun_by]


def to_finish(desk: Desk) -> list[DraftView]:
    """Return one's own drafts and those of colleagues who cannot finish them any more, newest first.

    Without quick notes. That a colleague's were shown is logged.
    """
    desk.demand(Permission.WRITE)
    found = drafts.to_finish(desk.database.connection, desk.user.id)
    if any(one.begun_by for one in found):
        logbook.list_shown(desk, "drafts")
    return found


@logged_reading("draft.read", Permission.WRITE)
def load(work: Work, draft_id: int) -> DraftView:
    """Return a draft that the person at the desk may finish. Raises InputError when there is none."""
    found = drafts.find(work.connection, work.user.id, draft_id)
    if found is None:
        raise InputError("desk.no_such_draft")
    work.concerns("draft", [draft_id])
    return found
