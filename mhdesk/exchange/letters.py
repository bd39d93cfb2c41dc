"""Read a mail as it travels (``.eml``: RFC 5322 and MIME), with Python's own reader and bounds around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from email.errors import MessageError
from email.feedparser import BytesFeedParser
from email.generator import BytesGenerator
from email.message import EmailMessage, Message
from email.policy import EmailPolicy, compat32
from email.utils import parseaddr, parsedate_to_datetime
from io import BytesIO
from typing import Any, Final, cast

from mhdesk.domain.attachments import NewFile
from mhdesk.domain.text import LONGEST_LINE, clean
from mhdesk.errors import InputError
from mhdesk.exchange.mail import DEEPEST, EML, LONGEST_HEADER, LONGEST_TEXT, MOST_PARTS, Found, Mail, joined
from mhdesk.exchange.plain_html import to_text

_MOST_LINES: Final = 1_000_000
_MOST_HEADERS: Final = 5_000
_MOST_HEADER_CHARACTERS: Final = 200_000
"""Over all parts: Python takes time by the square of a header."""
_AT_ONCE: Final = 1 << 20
# What Python's reader is known to raise for headers that nobody would write.
FAULTS: Final = (
    *(AttributeError, AssertionError, IndexError, KeyError, LookupError, MessageError),
    *(OverflowError, RecursionError, TypeError, UnicodeError, ValueError),
)
# Others of Python's codecs take time by the square of a text, or are no characters at all.
_CHARSET: Final = re.compile(
    r"(utf[-_]?(8|16|32).*|us-ascii|ascii|iso[-_]?8859.*|latin.*|windows-?\d+|cp\d+|koi8.*|gb\w+|big5.*|euc.*"
    r"|shift_?jis.*|iso-?2022.*|tis-?620|macintosh|mac\w+)",
    re.IGNORECASE,
)
_OPENING: Final = re.compile(rb"\A(?:From [^\n]*\n)?[\r\n]*[!-9;-~]{1,80}:")


@dataclass(slots=True)
class _Budget:
    """How many parts and headers a mail may still have."""

    parts: int = MOST_PARTS
    headers: int = _MOST_HEADERS
    characters: int = _MOST_HEADER_CHARACTERS

    def spend(self, *, parts: int = 0, headers: int = 0, characters: int = 0) -> None:
        self.parts -= parts
        self.headers -= headers
        self.characters -= characters
        if min(self.parts, self.headers, self.characters) < 0:
            raise InputError("mail.too_deep")


def _policy(budget: _Budget) -> EmailPolicy:
    """Return Python's policy for reading mail: parts and headers of a bounded number and length, each read once."""
    read_before: dict[tuple[str, str], Any] = {}

    class Bounded(EmailPolicy):
        def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
            name, value = super().header_source_parse(sourcelines)
            name, value = name[:LONGEST_HEADER], value[:LONGEST_HEADER]
            budget.spend(headers=1, characters=len(value))
            return name, value

        def header_fetch_parse(self, name: str, value: str) -> Any:  # noqa: ANN401 - Python's own kinds of headers
            if (name, value) not in read_before:
                read_before[name, value] = super().header_fetch_parse(name, value)
            return read_before[name, value]

    def make(policy: Any) -> EmailMessage:  # noqa: ANN401 - Python's own, which is generic in what it makes
        budget.spend(parts=1)
        return EmailMessage(policy=policy)

    return Bounded(message_factory=make)


def read(content: bytes, source: NewFile) -> Mail:
    """Return what a mail says. Raises InputError for what is no mail, or one with more parts than anybody sends."""
    content = content.removeprefix(b"\xef\xbb\xbf")
    if not _OPENING.match(content) or max(content.count(b"\n"), content.count(b"\r")) > _MOST_LINES:
        raise InputError("mail.no_mail")
    message = _parsed(content)
    if not any(name in message for name in ("from", "date", "subject", "received", "to")):
        raise InputError("mail.no_mail")
    found = Found()
    texts = _Texts(found)
    text = texts.of(message, 0) or joined(texts.forwarded)
    name, address = _sender(message)
    return Mail(
        received_at=_received_at(message),
        sender_name=name,
        sender_address=address,
        subject=header(message, "subject"),
        text=text,
        attachments=tuple(found.files),
        left_out=found.left_out,
        source=source,
    )


def _parsed(content: bytes) -> Message:
    parser = BytesFeedParser(policy=_policy(_Budget()))
    try:
        for start in range(0, len(content), _AT_ONCE):
            parser.feed(content[start : start + _AT_ONCE])
        return parser.close()
    except RecursionError:
        raise InputError("mail.too_deep") from None
    except FAULTS:
        raise InputError("mail.no_mail") from None


class _Texts:
    """Go through the parts of a mail: texts to read, and everything else as attachments."""

    def __init__(self, found: Found | None) -> None:
        """Look for texts, and for attachments where ``found`` keeps them: writing those down takes its time."""
        self._found = found
        self.forwarded: list[str] = []

    def of(self, part: Message, depth: int) -> str:
        """Return the text of a part with all its parts."""
        if depth > DEEPEST:
            if self._found:
                self._found.left_out += 1
            return ""
        kind = _or(part.get_content_type, "text/plain")
        if kind == EML:
            self._forward(part, depth)
            return ""
        if part.is_multipart():
            told = [(_or(one.get_content_type, ""), self.of(one, depth + 1)) for one in _parts(part)]
            return _alternative(told) if kind == "multipart/alternative" else joined(text for _, text in told)
        if kind in {"text/plain", "text/html"} and not _is_file(part):
            text = decoded(_content(part) or b"", _or(part.get_content_charset, None))
            return to_text(text) if kind == "text/html" else text
        if self._found:
            self._found.take(_file_name(part), kind, _content(part))
        return ""

    def _forward(self, part: Message, depth: int) -> None:
        """Keep a mail inside a mail as a file; what it says is only read where the outer one says nothing."""
        for inner in _parts(part):
            subject = header(inner, "subject")
            if self._found:
                self._found.take(_file_name(part) or f"{subject or 'mail'}.eml", EML, _written(inner))
            self.forwarded.append(joined((subject, _Texts(None).of(inner, depth + 1))))


def _alternative(told: list[tuple[str, str]]) -> str:
    """Return the same text in its plainest form."""
    plain = next((text for kind, text in told if kind == "text/plain" and text.strip()), "")
    return plain or next((text for _, text in reversed(told) if text.strip()), "")


def _parts(part: Message) -> Iterator[Message]:
    payload = part.get_payload()
    if isinstance(payload, list):
        yield from (one for one in payload if isinstance(one, Message))


def _is_file(part: Message) -> bool:
    return _or(part.get_content_disposition, None) == "attachment" or bool(_file_name(part))


def _file_name(part: Message) -> str:
    return _or(part.get_filename, None) or ""


def _content(part: Message) -> bytes | None:
    """Return the bytes of a part, None where they cannot be made out."""
    try:
        content = part.get_payload(decode=True)
    except FAULTS:
        return None
    return content if isinstance(content, bytes) else None


def _written(message: Message) -> bytes | None:
    """Return a mail inside a mail as a file of its own."""
    out = BytesIO()
    try:
        BytesGenerator(out, mangle_from_=False, policy=compat32).flatten(message)
    except FAULTS:
        return None
    return out.getvalue()


def decoded(content: bytes, charset: str | None) -> str:
    """Return bytes as text: by the charset that was told, by UTF-8, or by that of Windows."""
    tries = [charset] if charset and _CHARSET.fullmatch(charset) else []
    for name in (*tries, "utf-8"):
        try:
            return content.decode(name)[:LONGEST_TEXT]
        except (LookupError, UnicodeError):
            continue
    return content.decode("cp1252", "replace")[:LONGEST_TEXT]


def header(message: Message, name: str) -> str:
    """Return a header as one line, "" where there is none or it cannot be made out."""
    value = _or(lambda: message[name], None)
    return " ".join(clean(str(value)).split())[:LONGEST_LINE] if value is not None else ""


def _sender(message: Message) -> tuple[str, str]:
    """Return name and address of who sent it, either may be ""."""
    try:
        one = cast("Any", message["from"]).addresses[0]
        told = one.display_name, one.addr_spec
    except FAULTS:
        told = _or(lambda: parseaddr(str(message["from"] or "")), ("", ""))
    name, address = (" ".join(clean(part).split())[:LONGEST_LINE] for part in told)
    return name, address


def _received_at(message: Message) -> datetime | None:
    """Return when the last server on its way took it in, else when it was sent."""
    hops = _or(lambda: message.get_all("received"), None) or []
    last = str(hops[0]).rpartition(";")[2] if hops else ""
    return moment(last) or moment(header(message, "date"))


def moment(written: str) -> datetime | None:
    """Return a moment as mails write it, in the time of this computer."""
    try:
        return parsedate_to_datetime(written.strip()[:100]).astimezone()
    except (*FAULTS, OSError):
        return None


def _or(ask: Any, otherwise: Any) -> Any:  # noqa: ANN401 - whatever is asked for
    """Return what ``ask`` finds, or ``otherwise`` for what Python's reader stumbles over."""
    try:
        return ask()
    except FAULTS:
        return otherwise
