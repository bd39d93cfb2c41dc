"""Notes beside a registry that somebody else has open: sealed to everybody who can open it, read by nobody until then.

A note is one age file in ``notes/`` under a random name: JSON ``{format, registry, uid, version, author, written_at,
payload}``, filled up with spaces to one of a few sizes. Writing one takes public keys only, so whoever writes can
open neither the note nor anything else with what is in memory. While somebody types the same file is sealed anew, with
a higher ``version``: nothing is ever on disk in clear.

What is read may come from anybody who can write into the folder. It is bounded, and ``author`` is what the note says,
not a proof.
"""

from __future__ import annotations

import json
import re
import secrets
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from mhdesk import files
from mhdesk.errors import DamageError, InputError
from mhdesk.vault import age, keys, layout, names, openers
from mhdesk.vault.age import SealedError
from mhdesk.vault.faults import explained
from mhdesk.vault.keys import Unlocked

FORMAT: Final = "mhdesk-note-1"
MOST_BYTES: Final = 1024 * 1024
"""A file that is longer is not read."""
SIZES: Final = (4096, 16_384, 65_536, 262_144, 786_432)
"""A note is filled up to the next of these bytes before it is sealed: its length does not tell how much was told."""

_UID: Final = re.compile(r"[0-9a-f]{32}")
_AUTHOR: Final = re.compile(r"[0-9a-f]{16}")
_MOST_VERSIONS: Final = 1_000_000
_YEARS: Final = range(2000, 2200)
"""A moment at either end of what Python can hold has no local time."""


@dataclass(frozen=True, slots=True)
class Pen:
    """What it takes to write notes beside a registry: where, as whom, and the public keys of who may read them."""

    folder: Path
    registry_id: str
    author: str
    recipients: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Note:
    """One note. ``uid`` stays the same while somebody types on, ``version`` counts; ``author`` is a key id."""

    uid: str
    version: int
    author: str
    written_at: datetime
    payload: dict[str, Any] = field(repr=False)


@dataclass(frozen=True, slots=True)
class SealedNote:
    """A note that was opened, with the file as it was then."""

    path: Path
    sealed: bytes = field(repr=False)
    note: Note = field(repr=False)


def new_uid() -> str:
    """Return the random name of a new note."""
    return secrets.token_hex(16)


def pick_up_pen(folder: Path, *, user_name: str, passphrase: str) -> Pen:
    """Prove who writes, and return what writing takes; about a second.

    Needs no database: it may be in use, damaged or gone. Raises as :func:`mhdesk.vault.unlock` does. A note beside an
    early registry, whose file does not tell to whom it is sealed, can be read by its author alone.
    """
    user, registry = keys.opened_by_passphrase(
        folder, user_name, passphrase, require=layout.require_registry_key
    )
    readers = openers.recipients(registry.openers) or [age.recipient_of(user.identity)]
    return Pen(folder, registry.registry, names.key_id(user.user), tuple(readers))


def write_note(pen: Pen, note: Note) -> None:
    """Write a note, over its earlier version.

    Raises InputError when it is too long, and UnlockError or DamageError, always, when it cannot be written.
    """
    members = {
        "format": FORMAT,
        "registry": pen.registry_id,
        "uid": note.uid,
        "version": note.version,
        "author": pen.author,
        "written_at": note.written_at.isoformat(timespec="seconds"),
        "payload": note.payload,
    }
    sealed = age.seal_to(_filled_up(json.dumps(members).encode()), list(pen.recipients))
    path = layout.note(pen.folder, note.uid)
    try:
        with explained():
            files.make_folder(path.parent)
            files.write_bytes(path, sealed)
    except OSError:
        raise DamageError("notes.cannot_keep") from None


def take_back(pen: Pen, uid: str) -> None:
    """Remove a note that turned out to be empty; one that is not there is no mistake."""
    with explained():
        layout.note(pen.folder, uid).unlink(missing_ok=True)


def _filled_up(content: bytes) -> bytes:
    size = next((size for size in SIZES if size >= len(content)), 0)
    if not size:
        raise InputError("notes.too_long")
    return content.ljust(size)


def waiting_notes(folder: Path) -> list[Path]:
    """Return the notes that wait beside a registry, whoever wrote them."""
    with explained():
        return layout.notes(folder)


def open_note(one: Unlocked, path: Path) -> SealedNote:
    """Open a note, in memory only.

    Raises DamageError("notes.unreadable") for whatever cannot be read: damaged, sealed to others, of another registry,
    longer than it may be, no file at all.
    """
    try:
        sealed = files.read_bounded(path, MOST_BYTES)
        note = _read(json.loads(age.open_with_identity(sealed, one.identity)), one.registry_id)
    except (OSError, SealedError, ValueError, RecursionError):
        raise DamageError("notes.unreadable", file=path.name) from None
    if note is None:
        raise DamageError("notes.unreadable", file=path.name)
    return SealedNote(path, sealed, note)


def _read(found: object, registry_id: str) -> Note | None:
    """Return the note in what was sealed, or None when it is in another shape."""
    members = found if isinstance(found, dict) else {}
    uid, author, written = (members.get(name) for name in ("uid", "author", "written_at"))
    version, payload = members.get("version"), members.get("payload")
    if (members.get("format"), members.get("registry")) != (FORMAT, registry_id):
        return None
    if not (isinstance(uid, str) and _UID.fullmatch(uid) and isinstance(author, str)):
        return None
    if not (_AUTHOR.fullmatch(author) and isinstance(written, str) and isinstance(payload, dict)):
        return None
    if type(version) is not int or not 1 <= version <= _MOST_VERSIONS:
        return None
    moment = datetime.fromisoformat(written)
    sane = moment.tzinfo and moment.year in _YEARS
    return Note(uid, version, author, moment, payload) if sane else None


def put_away(taken: SealedNote) -> None:
    """Remove the file of a note that is in the registry now, unless its author went on writing meanwhile."""
    with explained():
        if files.read_bounded(taken.path, MOST_BYTES) == taken.sealed:
            taken.path.unlink()
            files.sync_folder(taken.path.parent)
