"""Take in what was noted while somebody else had the registry open.

A note is taken in once: its id and version are remembered in the same transaction, so that a kill before its file is
gone makes no second one. A note whose author went on writing is taken in again, over what came of it while nobody
has touched that, else beside it: nothing that was told is lost.
"""

from __future__ import annotations

import json
import logging
import time
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from mhdesk import vault
from mhdesk.desk import logbook
from mhdesk.desk.desk import Desk
from mhdesk.desk.verbs import Work, verb
from mhdesk.domain.change import Change
from mhdesk.domain.people import Permission
from mhdesk.domain.quick_notes import read_draft
from mhdesk.domain.views import QUICK_NOTE, DraftView, QuickNoteView
from mhdesk.errors import DamageError, KnownError
from mhdesk.store import drafts, notes, settings, users
from mhdesk.store.database import Connection
from mhdesk.wording import say

MOST_AT_ONCE: Final = 200
"""Notes taken in at one opening, and how many that cannot be read are named."""
_SECONDS: Final = 2.0
"""Spent on notes at one opening: somebody who fills the folder does not keep others from work."""
_SLICE: Final = 0.02
"""Seconds for notes between two questions of the window."""
_REST: Final = 20.0
"""Seconds that a note lies still before an open window takes it in: until then its author is writing."""
_TAKEN_IN: Final = "notes_taken_in"
_REMEMBERED: Final = 500
_NOTE: Final = "note"
_log: Final = logging.getLogger("mhdesk.desk")


def take_in_all(desk: Desk) -> None:
    """Take in every note that waits and can be read; never a reason for not opening the registry."""
    try:
        found = sorted(vault.waiting_notes(desk.folder), key=_age)
    except (KnownError, OSError) as error:
        _log.info("notes not listed: %s", type(error).__name__)
        return
    until, taken = time.monotonic() + _SECONDS, 0
    for path in found:
        if taken == MOST_AT_ONCE or time.monotonic() > until:
            break
        read, _ = _take_in_file(desk, path)
        taken += read


def take_in_some(desk: Desk, after: str = "") -> tuple[list[Change], str]:
    """Take in notes that arrived while the registry is open, for a moment, beginning behind the file ``after``.

    Return what was taken in, and behind which file to go on, "" when all have been looked at. Like `take_in_all` it
    passes over what cannot be read; a note that was written a moment ago waits until its author pauses.
    """
    try:
        names = {path.name: path for path in vault.waiting_notes(desk.folder)}
    except (KnownError, OSError):
        return [], ""
    until, changes = time.monotonic() + _SLICE, []
    for name in sorted(name for name in names if name > after):
        if 0 <= time.time() - _age(names[name]) < _REST:
            continue
        _, change = _take_in_file(desk, names[name])
        if change is not None:
            changes.append(change)
        if time.monotonic() > until:
            return changes, name
    return changes, ""


def _take_in_file(desk: Desk, path: Path) -> tuple[bool, Change | None]:
    """Take in one file unless that was done before; return whether it could be read, and what came of it."""
    change = None
    try:
        sealed = vault.open_note(desk.unlocked, path)
        if _version_taken_in(desk.database.connection, sealed.note.uid) < sealed.note.version:
            change = take_in(desk, sealed.note)
        vault.put_away(sealed)
    except (KnownError, OSError) as error:
        _log.info("note not taken in: %s", type(error).__name__)
        return False, change
    return True, change


def _age(path: Path) -> float:
    """Return what puts the oldest first."""
    try:
        return path.lstat().st_mtime
    except OSError:
        return 0.0


def unreadable(desk: Desk) -> list[DamageError]:
    """Return why each note that cannot be read with the keys at this desk stays where it is."""
    found = []
    for path in vault.waiting_notes(desk.folder)[:MOST_AT_ONCE]:
        try:
            vault.open_note(desk.unlocked, path)
        except DamageError as error:
            found.append(error)
    return found


@verb("note.taken_in", "C", Permission.LOGIN)
def take_in(work: Work, note: vault.Note) -> Change:
    """Make a note the draft of a signal that everybody who may write can finish; ``created`` is the draft's id.

    It stands under its author's name if that is a user, else under the name of whoever opens the registry now.
    """
    connection = work.connection
    author = next((row for row in users.rows(connection) if row.key_id == note.author), None)
    written_at = note.written_at.astimezone(UTC).isoformat(timespec="milliseconds")
    told = {
        "uid": note.uid,
        "version": note.version,
        "author": author.name if author else "",
        "written_at": written_at,
    }
    number = drafts.keep(
        connection,
        user_id=author.id if author else work.user.id,
        form=QUICK_NOTE,
        saved_at=written_at,
        payload=_packed(asdict(read_draft(note.payload)), told),
        draft_id=_untouched(connection, note.uid),
    )
    _remember(connection, note)
    work.concerns("draft", [number])
    return Change("note.taken_in", created=number)


def open_notes(desk: Desk) -> list[QuickNoteView]:
    """Return the quick notes that nobody finished yet, newest first. That they were shown is logged."""
    desk.demand(Permission.WRITE)
    found = waiting(desk.database.connection)
    if found:
        logbook.list_shown(desk, "quick_notes")
    return found


def waiting(connection: Connection) -> list[QuickNoteView]:
    """Return the quick notes that nobody finished yet for who shows nothing of what they tell."""
    return [_view(draft) for draft in drafts.quick_notes(connection)]


def kept_along(earlier: DraftView | None, payload: str) -> str:
    """Return the payload of a draft that is kept again, with who noted it first."""
    if earlier is None or earlier.form != QUICK_NOTE:
        return payload
    told = {
        **_told(earlier),
        "uid": "",
    }  # somebody goes on with it: what the author writes now stands beside it
    return _packed(json.loads(payload), told)


def name_author(work: Work, signal_id: int, finished: DraftView) -> None:
    """Note beside a signal who wrote the quick note that it was made of."""
    view = _view(finished)
    moment = f"{view.written_at:%d-%m-%Y %H:%M}"
    words = (
        say("notes.noted_by", author=view.author, moment=moment)
        if view.author
        else say("notes.noted", moment=moment)
    )
    line = [(words, say("notes.origin"))]
    notes.add_all(work.connection, signal_id, line, recorded_at=work.recorded_at, recorded_by=work.user.id)


def _packed(draft: dict[str, Any], told: dict[str, Any]) -> str:
    return json.dumps({**draft, _NOTE: told}, ensure_ascii=False)


def _told(draft: DraftView) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(draft.payload)[_NOTE]
    return found


def _view(draft: DraftView) -> QuickNoteView:
    told = _told(draft)
    return QuickNoteView(draft, told["author"], datetime.fromisoformat(told["written_at"]).astimezone())


def _untouched(connection: Connection, uid: str) -> int | None:
    """Return the draft that an earlier version of a note became, if nobody went on with it."""
    return next((one.id for one in drafts.quick_notes(connection) if _told(one)["uid"] == uid), None)


def _taken_in(connection: Connection) -> dict[str, int]:
    """Return the last version of each note that was taken in, oldest first."""
    listed = settings.all_of(connection).get(_TAKEN_IN, "").split()
    return {uid: int(version) for uid, _, version in (one.partition(":") for one in listed)}


def _version_taken_in(connection: Connection, uid: str) -> int:
    return _taken_in(connection).get(uid, 0)


def _remember(connection: Connection, note: vault.Note) -> None:
    known = _taken_in(connection)
    known.pop(note.uid, None)
    latest = [*known.items(), (note.uid, note.version)][-_REMEMBERED:]
    settings.put(connection, {_TAKEN_IN: " ".join(f"{uid}:{version}" for uid, version in latest)})
