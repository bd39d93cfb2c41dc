"""Read one mail that was saved as a file, ``.eml`` or ``.msg``: who sent it when, what it says, what came with it.

A mail comes from anybody. Nothing in it is opened, fetched or run: its text is taken as text, its attachments as bytes.
How much of it is read is bounded; what is left out is counted, so that it can be said.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Final

from mhdesk import files
from mhdesk.domain.attachments import LARGEST_FILE, MOST_FILES, NewFile, media_type, safe_name, unlike
from mhdesk.errors import InputError
from mhdesk.wording import say

LARGEST_MAIL: Final = 50_000_000
"""Bytes: two attachments as large as they may be do not fit, one in Base64 does."""
SUFFIXES: Final = (".eml", ".msg")
MOST_PARTS: Final = 1_000
DEEPEST: Final = 12
"""Parts in parts, and mails in mails."""
LONGEST_HEADER: Final = 2_000
LONGEST_TEXT: Final = 200_000
"""Characters of one text that are looked at; the form of a signal holds a tenth of it."""
EML: Final = "message/rfc822"
MSG: Final = "application/vnd.ms-outlook"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@dataclass(frozen=True, slots=True)
class Mail:
    """What a mail says.

    ``received_at`` is when it reached the mailbox, else when it was sent; None when neither is told. ``attachments``
    have names that are safe and differ from each other. ``left_out`` counts those that were too large, too many or
    damaged. ``source`` is the mail itself, as it came.
    """

    received_at: datetime | None
    sender_name: str
    sender_address: str
    subject: str
    text: str
    attachments: tuple[NewFile, ...]
    left_out: int
    source: NewFile


@dataclass(slots=True)
class Found:
    """Attachments as they are found, within what a mail may bring along."""

    files: list[NewFile] = field(default_factory=list)
    left_out: int = 0
    _taken: set[str] = field(default_factory=set)
    _bytes: int = 0

    def take(self, name: str, kind: str, content: bytes | None) -> None:
        """Keep one, or count it as left out; None is one that could not be read."""
        if content is None or len(content) > LARGEST_FILE or self.is_full(len(content)):
            self.left_out += 1
            return
        self._bytes += len(content)
        called = safe_name(name, say("mail.unnamed"))
        self.files.append(NewFile(unlike(called, self._taken), media_type(kind), content))

    def is_full(self, more: int = 0) -> bool:
        """Say whether ``more`` bytes do not fit any more: one content can be named a thousand times."""
        return len(self.files) >= MOST_FILES or self._bytes + more > LARGEST_MAIL


def is_mail(path: Path) -> bool:
    """Say whether a file is called as mails are."""
    return path.suffix.lower() in SUFFIXES


def read(path: Path) -> Mail:
    """Return what a saved mail says. Raises InputError for a file that cannot be read or is no mail."""
    return from_bytes(read_file(path, LARGEST_MAIL, "mail.too_large"), path.name)


def from_bytes(content: bytes, called: str) -> Mail:
    """Return what the bytes of a saved mail say. Raises InputError for what is no mail."""
    name = safe_name(called, f"mail{Path(called).suffix}")
    try:
        if content.startswith(_OLE):
            from mhdesk.exchange import outlook

            return outlook.read(content, NewFile(name, MSG, content))
        from mhdesk.exchange import letters

        return letters.read(content, NewFile(name, EML, content))
    except (RecursionError, MemoryError):
        raise InputError("mail.too_deep") from None


def read_file(path: Path, most: int, too_large: str) -> bytes:
    """Return the bytes of a file that somebody chose; a link leads to what it points at.

    Raises InputError ``mail.unreadable``, ``mail.empty``, or ``too_large`` with the bound in megabytes.
    """
    try:
        size = path.stat().st_size
        content = files.read_bounded(path.resolve(), most) if size <= most else b""
    except OSError:
        raise InputError("mail.unreadable", path=str(path)) from None
    if size > most:
        raise InputError(too_large, path=str(path), most=most // 1_000_000)
    if not content:
        raise InputError("mail.empty", path=str(path))
    return content


def joined(texts: Iterable[str]) -> str:
    """Return texts under each other, without the empty ones."""
    return "\n\n".join(text for text in (one.strip() for one in texts) if text)
