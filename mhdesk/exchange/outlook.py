"""Read a mail as Outlook saves it (``.msg``: MS-OXMSG, MAPI properties in a compound file).

The compound file is read by ``olefile``, which believes the counts in its header: a file of three kilobytes whose chain
of tables bites its own tail would take all memory. So the header is compared with the size of the file first.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from email.parser import HeaderParser
from typing import Any, Final

from olefile import DEFECT_INCORRECT, OleFileIO

from mhdesk.domain.attachments import NewFile
from mhdesk.domain.text import LONGEST_LINE, clean
from mhdesk.errors import InputError
from mhdesk.exchange.letters import FAULTS, decoded, moment
from mhdesk.exchange.mail import DEEPEST, LONGEST_HEADER, LONGEST_TEXT, Found, Mail
from mhdesk.exchange.plain_html import to_text

# Properties of MAPI (MS-OXPROPS) by their number; what was sent on somebody's behalf names that somebody.
_SUBJECT: Final = 0x0037
_BODY: Final = 0x1000
_HTML: Final = 0x1013
_HEADERS: Final = 0x007D
_NAMES: Final = (0x0042, 0x0C1A)
_ADDRESSES: Final = (0x5D02, 0x5D01, 0x0065, 0x0C1F)
_DELIVERED: Final = 0x0E06
_SUBMITTED: Final = 0x0039
_CODEPAGES: Final = (0x3FFD, 0x3FDE)
_CONTENT: Final = 0x3701
_FILE_NAMES: Final = (0x3707, 0x3704, 0x3001)
_MEDIA_TYPE: Final = 0x370E
# Kinds of values.
_STRING: Final = 0x001F
_OLD_STRING: Final = 0x001E
_BINARY: Final = 0x0102
_OBJECT: Final = 0x000D
_INTEGER: Final = 0x0003
_TIME: Final = 0x0040

_PROPERTIES: Final = "__properties_version1.0"
_ATTACHMENT: Final = "__attach_version1.0_#"
_TOP_HEAD: Final = 32
_INNER_HEAD: Final = 24
_EPOCH: Final = datetime(1601, 1, 1, tzinfo=UTC)
_MOST_ENTRIES: Final = 20_000
_HEADER_COUNTS: Final = struct.Struct("<40xI I16x I4x I")
_BROKEN: Final = (*FAULTS, OSError, struct.error)
_CHARSETS: Final = {65001: "utf-8", 28591: "iso-8859-1", 20127: "us-ascii"}
_HIGHEST_CODEPAGE: Final = 2_000

Place = tuple[str, ...]


class _Compound(OleFileIO):  # type: ignore[misc]  # olefile ships no types
    """A compound file with a bounded number of entries."""

    def _load_direntry(self, sid: int) -> Any:  # noqa: ANN401 - olefile's own
        if len(self.direntries) > _MOST_ENTRIES:
            raise OSError("more entries than any mail has")
        return super()._load_direntry(sid)


def read(content: bytes, source: NewFile) -> Mail:
    """Return what a mail of Outlook says. Raises InputError for what is no such mail or is damaged."""
    try:
        _check_counts(content)
        with _Compound(io.BytesIO(content), raise_defects=DEFECT_INCORRECT) as file:
            letter = _Letter(file)
            if not file.exists(_PROPERTIES):
                raise InputError("mail.no_mail")
            return _mail(letter, source)
    except _BROKEN:
        raise InputError("mail.no_mail") from None


def _check_counts(content: bytes) -> None:
    """Refuse a header that counts more sectors of tables than the file has (MS-CFB 2.2)."""
    (shift,) = struct.unpack_from("<30xH", content)
    most = len(content) >> shift if shift in {9, 12} else 0
    if any(count > most for count in _HEADER_COUNTS.unpack_from(content)):
        raise OSError("more sectors than the file has")


def _mail(letter: _Letter, source: NewFile) -> Mail:
    found = Found()
    letter.take_files((), found, 0)
    return Mail(
        received_at=letter.received_at(),
        sender_name=letter.line((), *_NAMES),
        sender_address=letter.address(),
        subject=letter.line((), _SUBJECT),
        text=letter.text(()),
        attachments=tuple(found.files),
        left_out=found.left_out,
        source=source,
    )


class _Letter:
    """The properties of a mail: texts in streams of their own, times and numbers in one table."""

    def __init__(self, file: _Compound) -> None:
        self._file = file
        self._storages: list[Place] = [tuple(one) for one in file.listdir(streams=False, storages=True)]
        self._charset = self._told_charset()

    def line(self, place: Place, *numbers: int) -> str:
        """Return the first of these properties that says something, as one line."""
        told = (" ".join(clean(self._string(place, number)).split()) for number in numbers)
        return next((text[:LONGEST_LINE] for text in told if text), "")

    def text(self, place: Place) -> str:
        """Return what the mail says: its plain text, else its HTML; that in RTF alone is not read."""
        plain = self._string(place, _BODY)
        if plain.strip():
            return plain
        raw = self._stream(place, _HTML, _BINARY)
        return to_text(decoded(raw, self._charset) if raw else self._string(place, _HTML))

    def address(self) -> str:
        """Return the address of the sender as the internet knows it; that of an Exchange server says nothing."""
        told = (self.line((), number) for number in _ADDRESSES)
        return next((one for one in told if "@" in one), "")

    def received_at(self) -> datetime | None:
        """Return when it was delivered, else when it was sent."""
        values = self._fixed((), _TOP_HEAD)
        for number in (_DELIVERED, _SUBMITTED):
            ticks = int.from_bytes(values.get((number, _TIME), b""), "little")
            if ticks:
                return (_EPOCH + timedelta(microseconds=ticks // 10)).astimezone()
        told = HeaderParser().parsestr(self._string((), _HEADERS)[:LONGEST_HEADER])
        return moment(str(told["date"] or ""))

    def take_files(self, place: Place, found: Found, depth: int) -> None:
        """Take the attachments of a mail, and those of the mails that are attached to it."""
        for at in self._attachments(place):
            inner = (*at, _tag(_CONTENT, _OBJECT))
            if not self._file.exists(list(inner)):
                kind = self.line(at, _MEDIA_TYPE)
                found.take(self.line(at, *_FILE_NAMES), kind, self._bytes(at, found))
            elif depth < DEEPEST and self._file.exists([*inner, _PROPERTIES]):
                self._take_mail(inner, found, depth)
            else:
                found.left_out += 1

    def _take_mail(self, at: Place, found: Found, depth: int) -> None:
        """Keep what an attached mail says as a text; the whole of it is in the mail itself."""
        subject, sender = self.line(at, _SUBJECT), self.line(at, *_NAMES)
        told = "\n".join(part for part in (sender, subject, "", self.text(at)))
        found.take(f"{subject or 'mail'}.txt", "text/plain", told.encode("utf-8", "replace"))
        self.take_files(at, found, depth + 1)

    def _attachments(self, place: Place) -> Iterator[Place]:
        depth = len(place) + 1
        for one in self._storages:
            if len(one) == depth and one[:-1] == place and one[-1].startswith(_ATTACHMENT):
                yield one

    def _bytes(self, at: Place, found: Found) -> bytes | None:
        name = [*at, _tag(_CONTENT, _BINARY)]
        if not self._file.exists(name) or found.is_full(self._file.get_size(name)):
            return None
        return bytes(self._file.openstream(name).read())

    def _string(self, place: Place, number: int) -> str:
        if raw := self._stream(place, number, _STRING):
            return raw.decode("utf-16-le", "replace")[:LONGEST_TEXT]
        return decoded(self._stream(place, number, _OLD_STRING), self._charset)

    def _stream(self, place: Sequence[str], number: int, kind: int) -> bytes:
        """Return a property that has a stream of its own, as far as it is looked at."""
        name = [*place, _tag(number, kind)]
        if not self._file.exists(name):
            return b""
        return bytes(self._file.openstream(name).read(4 * LONGEST_TEXT))

    def _fixed(self, place: Place, head: int) -> dict[tuple[int, int], bytes]:
        """Return the properties that lie in the table: number and kind, flags, eight bytes of value."""
        if not self._file.exists([*place, _PROPERTIES]):
            return {}
        table = self._file.openstream([*place, _PROPERTIES]).read(1 << 20)[head:]
        entries = (table[start : start + 16] for start in range(0, len(table) - 15, 16))
        return {
            (int.from_bytes(one[2:4], "little"), int.from_bytes(one[:2], "little")): one[8:]
            for one in entries
        }

    def _told_charset(self) -> str:
        """Return how strings are written that are not in Unicode."""
        values = self._fixed((), _TOP_HEAD)
        for number in _CODEPAGES:
            page = int.from_bytes(values.get((number, _INTEGER), b"")[:4], "little")
            if page in _CHARSETS:
                return _CHARSETS[page]
            if 0 < page < _HIGHEST_CODEPAGE:
                return f"cp{page}"
        return "cp1252"


def _tag(number: int, kind: int) -> str:
    return f"__substg1.0_{number:04X}{kind:04X}"
