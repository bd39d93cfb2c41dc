"""Keep files with a signal: add, read, save outside the registry, take away and put back."""

from __future__ import annotations

import mimetypes
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mhdesk import files
from mhdesk.desk import recording
from mhdesk.desk.desk import Desk
from mhdesk.desk.registries import require_outside_registries
from mhdesk.desk.verbs import Work, demand, logged_reading, verb
from mhdesk.domain.attachments import (
    LARGEST_FILE,
    MOST_FILES,
    NewFile,
    media_type,
    safe_name,
    unlike,
)
from mhdesk.domain.change import Change
from mhdesk.domain.people import Permission
from mhdesk.domain.signals import Kind
from mhdesk.errors import DamageError, InputError
from mhdesk.exchange.mail import read_file
from mhdesk.store import attachments, search, signals
from mhdesk.store.database import Connection, Row
from mhdesk.wording import say


@dataclass(frozen=True, slots=True)
class Removed:
    """A file that was taken away, whole, for as long as that can be undone: it is nowhere else any more.

    ``content`` is None where it was damaged: nothing can be put back then.
    """

    change: Change
    signal_id: int
    name: str
    values: dict[str, Any]
    content: bytes | None


@verb("attachment.added", "C", Permission.WRITE)
def add(work: Work, signal_id: int, path: Path) -> Change:
    """Add a file from this computer to a signal; ``created`` is its id. The file itself stays where it lies.

    Raises InputError for a file that cannot be read, is empty or larger than ``LARGEST_FILE``, for advice, in which
    nobody may be named, and beyond ``MOST_FILES``.
    """
    _require_room(work.connection, signal_id)
    content = read_file(path, LARGEST_FILE, "attachment.too_large")
    kind = mimetypes.guess_type(path.name, strict=False)[0] or ""
    before = attachments.names(work.connection, signal_id)
    file = _named(NewFile(path.name, kind, content), before)
    number = attachments.add(work.connection, signal_id, file, "", recording.author(work))
    return _changed(work, signal_id, number, before)


def _named(file: NewFile, others: list[str]) -> NewFile:
    """Return a file with a name that is safe and that no other of the signal has."""
    name = unlike(safe_name(file.name, say("mail.unnamed")), {other.casefold() for other in others})
    return NewFile(name, media_type(file.media_type), file.content)


def add_recorded(work: Work, signal_id: int, file: NewFile, origin: str) -> None:
    """Add a file within the verb that records its signal."""
    named = _named(file, attachments.names(work.connection, signal_id))
    number = attachments.add(work.connection, signal_id, named, origin, recording.author(work))
    work.concerns("attachment", [number])


@logged_reading("attachment.read", Permission.READ)
def read(work: Work, attachment_id: int) -> bytes:
    """Return the bytes of a file. Raises DamageError where they are not what was recorded."""
    row = _row(work.connection, attachment_id)
    _concern(work, row.signal_id, attachment_id)
    return attachments.content(work.connection, row)


def name_of(desk: Desk, attachment_id: int) -> str:
    """Return what a file is called. Raises InputError for one that was taken away."""
    desk.demand(Permission.READ)
    return str(_row(desk.database.connection, attachment_id).name)


@verb("attachment.saved", "E", Permission.READ)
def save(work: Work, attachment_id: int, out: Path) -> Change:
    """Write a file outside the registry, readable for its owner only; from then on the registry protects it no more.

    Raises InputError when something stands there, when it is in the folder of a registry, or cannot be written;
    DamageError as :func:`read`.
    """
    row = _row(work.connection, attachment_id)
    require_outside_registries(out)
    content = attachments.content(work.connection, row)
    try:
        files.write_new(out, content)
    except FileExistsError:
        raise InputError("desk.file_exists", path=str(out)) from None
    except OSError:
        raise InputError("desk.cannot_write", path=str(out)) from None
    _concern(work, row.signal_id, attachment_id)
    return Change("attachment.saved", created=attachment_id)


def remove(desk: Desk, attachment_id: int) -> Removed:
    """Take a file out of the registry; what comes back is the only copy, for :func:`put_back`.

    Who took away what stays readable with the signal. Backups hold the file until they go.
    """
    demand(desk, "attachment.removed", "D", Permission.WRITE)
    row = _row(desk.database.connection, attachment_id)
    try:
        content = attachments.content(desk.database.connection, row)
    except DamageError:
        content = None
    change = _remove(desk, attachment_id)
    values = {name: value for name, value in row._mapping.items() if name != "id"}
    return Removed(change, row.signal_id, row.name, values, content)


@verb("attachment.removed", "D", Permission.WRITE)
def _remove(work: Work, attachment_id: int) -> Change:
    row = _row(work.connection, attachment_id)
    before = attachments.names(work.connection, row.signal_id)
    attachments.remove(work.connection, attachment_id)
    return _changed(work, row.signal_id, attachment_id, before)


@verb("attachment.put_back", "C", Permission.WRITE)
def put_back(work: Work, removed: Removed) -> Change:
    """Put a file back that was taken away, as it was: with who added it when. ``created`` is its new id.

    Whatever the number of files has become: there is no other copy. Raises InputError for a signal that is gone or
    became advice meanwhile, and for a file that was put back already.
    """
    _require_place(work.connection, removed.signal_id)
    if removed.content is None:
        raise DamageError("attachment.damaged")
    if attachments.is_kept(work.connection, removed.values["uid"]):
        raise InputError("attachment.already_back")
    before = attachments.names(work.connection, removed.signal_id)
    number = attachments.put(work.connection, removed.values, removed.content)
    return _changed(work, removed.signal_id, number, before)


def size_of_all(desk: Desk) -> int:
    """Return how many bytes all files of the registry take."""
    desk.demand(Permission.READ)
    return attachments.size_of_all(desk.database.connection)


def _changed(work: Work, signal_id: int, number: int, before: list[str]) -> Change:
    """Keep what files there were, and let the signal be found by those that there are."""
    signals.mark_attachments(work.connection, signal_id, before, recording.author(work))
    search.index(work.connection, [signals.document(work.connection, signal_id)])
    _concern(work, signal_id, number)
    return Change(work.verb, signals=frozenset({signal_id}), created=number)


def _concern(work: Work, signal_id: int, number: int) -> None:
    recording.concern_signal(work, signal_id)
    work.concerns("attachment", [number])


def _row(connection: Connection, attachment_id: int) -> Row[Any]:
    row = attachments.get(connection, attachment_id)
    if row is None:
        raise InputError("attachment.no_such_file")
    return row


def _require_room(connection: Connection, signal_id: int) -> None:
    _require_place(connection, signal_id)
    if len(attachments.names(connection, signal_id)) >= MOST_FILES:
        raise InputError("attachment.too_many", most=MOST_FILES)


def _require_place(connection: Connection, signal_id: int) -> None:
    row = signals.get(connection, signal_id)
    if row is None:
        raise InputError("desk.no_such_signal")
    if row.kind == Kind.ADVICE:
        raise InputError("attachment.not_for_advice")
