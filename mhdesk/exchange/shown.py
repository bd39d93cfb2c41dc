"""Make of the bytes of a file what can be shown: by what they are, never by what the file is called.

A text comes from anybody. What cannot be seen in it, such as the signs that turn the reading direction, is left out,
and a line without an end is broken; nothing else is changed.
"""

from __future__ import annotations

import codecs
from typing import Final

from mhdesk.domain.text import clean
from mhdesk.domain.viewing import (
    LONGEST_LINE_SHOWN,
    LONGEST_TEXT_SHOWN,
    Form,
    Shown,
    is_pdf,
    picture_format,
)
from mhdesk.errors import InputError
from mhdesk.exchange import mail
from mhdesk.wording import say

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MOST_BYTES: Final = 4 * LONGEST_TEXT_SHOWN + 4
_LOOKED_AT: Final = 4_096
_NO_TEXT: Final = frozenset(range(32)) - {9, 10, 12, 13}
"""Control characters that stand in no text; form feeds do."""
_ZEROS: Final = 0.7
"""The share of zeros in the upper halves of text that is mostly of the west."""


def look_at(content: bytes, name: str) -> Shown:
    """Return a file as it can be looked at; ``Form.NONE`` for what cannot.

    A file called as mails are is read as one; when it is none, it is what its bytes are.
    """
    if (picture := picture_format(content)) != "":
        return Shown(Form.PICTURE, content, picture)
    if is_pdf(content):
        return Shown(Form.PDF, content)
    if name.lower().endswith(mail.SUFFIXES) and (told := _mail(content, name)) is not None:
        return told
    text = decoded(content[:_MOST_BYTES])
    if text is None:
        return Shown(Form.NONE)
    return _text(Form.TEXT, text, cut=len(content) > _MOST_BYTES)


def _mail(content: bytes, name: str) -> Shown | None:
    try:
        read = mail.from_bytes(content, name)
    except InputError:
        return None
    sender = f"{read.sender_name} <{read.sender_address}>" if read.sender_name else read.sender_address
    moment = f"{read.received_at:%d-%m-%Y %H:%M}" if read.received_at else ""
    head = (("mail.head_from", sender), ("mail.head_at", moment), ("mail.head_subject", read.subject))
    lines = [f"{say(code)}: {value}" for code, value in head if value]
    if read.attachments:
        lines.append(f"{say('mail.head_files')}: {', '.join(one.name for one in read.attachments)}")
    return _text(Form.MAIL, "\n".join([*lines, "", read.text]), cut=False)


def decoded(content: bytes) -> str | None:
    """Return the bytes as text: by their mark, else UTF-8, else as old Windows programs wrote; None for no text."""
    for mark, codec in _MARKS:
        if content.startswith(mark):
            return content.decode(codec, "replace")
    if (wide := _wide(content[:_LOOKED_AT])) is not None:
        return content.decode(wide, "replace")
    if _NO_TEXT & set(content[:_LOOKED_AT]):
        return None
    try:
        # A character that the bound cut in two is no reason to read all of it as something else.
        return codecs.getincrementaldecoder("utf-8")().decode(content)
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _wide(head: bytes) -> str | None:
    """Return how text of two bytes a character lies, told by where its zeros are; None for other text."""
    even, odd = head[0::2], head[1::2]
    for codec, zeros, others in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if len(head) >= 4 and zeros.count(0) > _ZEROS * len(zeros) and not others.count(0):
            text = head.decode(codec, "replace")
            return None if _NO_TEXT & set(map(ord, text)) else codec
    return None


def _text(form: Form, text: str, *, cut: bool) -> Shown:
    kept = clean(text[:LONGEST_TEXT_SHOWN].replace("\f", "\n"))
    lines = (part for line in kept.split("\n") for part in _broken(line))
    return Shown(form, text="\n".join(lines), cut=cut or len(text) > LONGEST_TEXT_SHOWN)


def _broken(line: str) -> list[str]:
    """Return a line in pieces that an editor can lay out."""
    starts = range(0, max(len(line), 1), LONGEST_LINE_SHOWN)
    return [line[start : start + LONGEST_LINE_SHOWN] for start in starts]
