"""Mails to read: ordinary ones, and a writer of compound files, since no library here makes a ``.msg``."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from email.message import EmailMessage
from typing import Final, Union

Tree = Mapping[str, Union[bytes, "Tree"]]

_SECTOR: Final = 512
_FREE: Final = 0xFFFFFFFF
_END: Final = 0xFFFFFFFE
_FAT: Final = 0xFFFFFFFD
_MAGIC: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def a_mail(text: str = "Er is iets mis op het vakantiepark.", **headers: str) -> EmailMessage:
    """Return an ordinary mail; ``headers`` stand over its own."""
    mail = EmailMessage()
    told = {
        "Received": "from a by b; Fri, 20 Nov 2026 14:31:05 +0100",
        "From": "Ilse Verzonnen <ilse@voorbeeld.invalid>",
        "To": "meldpunt@voorbeeld.invalid",
        "Subject": "Zorgen om een meisje",
        "Date": "Fri, 20 Nov 2026 14:30:00 +0100",
    }
    for name, value in {**told, **{name.title(): value for name, value in headers.items()}}.items():
        mail[name] = value
    mail.set_content(text)
    return mail


def with_file(
    mail: EmailMessage, name: str, content: bytes = b"%PDF-1.7 x", kind: str = "application/pdf"
) -> EmailMessage:
    """Attach a file to a mail."""
    main, _, sub = kind.partition("/")
    mail.add_attachment(content, maintype=main, subtype=sub, filename=name)
    return mail


def a_msg(
    properties: Mapping[tuple[int, int], bytes] | None = None,
    attachments: Mapping[str, Tree] | None = None,
    **streams: bytes,
) -> bytes:
    """Return a mail of Outlook with these fixed properties (number, kind) and streams (``s0037001F=...``)."""
    table = b"".join(
        struct.pack("<HHI", kind, number, 6) + value.ljust(8, b"\0")
        for (number, kind), value in (properties or {}).items()
    )
    tree: dict[str, bytes | Tree] = {"__properties_version1.0": b"\0" * 32 + table}
    tree |= {f"__substg1.0_{name[1:]}": value for name, value in streams.items()}
    for number, (_, inner) in enumerate((attachments or {}).items()):
        tree[f"__attach_version1.0_#{number:08X}"] = inner
    return compound(tree)


def attached(name: str, content: bytes, kind: str = "application/pdf") -> Tree:
    """Return what a mail of Outlook holds of one attachment."""
    return {
        "__properties_version1.0": b"\0" * 8,
        "__substg1.0_3707001F": name.encode("utf-16-le"),
        "__substg1.0_370E001F": kind.encode("utf-16-le"),
        "__substg1.0_37010102": content,
    }


def compound(tree: Tree) -> bytes:
    """Return a compound file (MS-CFB, version 3) with everything in whole sectors; small streams are padded."""
    writer = _Writer()
    writer.add("Root Entry", 5, b"")
    writer.children(0, tree)
    return writer.file()


class _Writer:
    def __init__(self) -> None:
        self.entries: list[list[object]] = []
        self.sectors: list[bytes] = []
        self.fat: list[int] = []
        self.mini = b""
        self.mini_fat: list[int] = []

    def add(self, name: str, kind: int, content: bytes) -> int:
        start = _END
        if kind == 2 and content:
            start = self._mini(content) if len(content) < 4096 else self._chain(content)
        self.entries.append([name, kind, _FREE, _FREE, start, len(content)])
        return len(self.entries) - 1

    def children(self, parent: int, tree: Tree) -> None:
        """Add what lies in a storage, each entry to the right of the one before it."""
        before = None
        for name, value in tree.items():
            number = self.add(name, 2, value) if isinstance(value, bytes) else self.add(name, 1, b"")
            if before is None:
                self.entries[parent][3] = number
            else:
                self.entries[before][2] = number
            before = number
            if not isinstance(value, bytes):
                self.children(number, value)

    def _chain(self, content: bytes) -> int:
        first = len(self.fat)
        count = -(-len(content) // _SECTOR)
        for number in range(count):
            self.sectors.append(content[number * _SECTOR : (number + 1) * _SECTOR].ljust(_SECTOR, b"\0"))
            self.fat.append(first + number + 1 if number + 1 < count else _END)
        return first

    def _mini(self, content: bytes) -> int:
        first = len(self.mini_fat)
        count = -(-len(content) // 64)
        self.mini += content.ljust(count * 64, b"\0")
        self.mini_fat += [first + number + 1 for number in range(count - 1)] + [_END]
        return first

    def file(self) -> bytes:
        root = self.entries[0]
        if self.mini:
            root[4], root[5] = self._chain(self.mini), len(self.mini)
        short = b"".join(struct.pack("<I", one) for one in self.mini_fat)
        mini_at = self._chain(short.ljust(-(-len(short) // _SECTOR) * _SECTOR, b"\xff")) if short else _END
        listed = b"".join(self._entry(*one) for one in self.entries)
        directory = self._chain(listed.ljust(-(-len(listed) // _SECTOR) * _SECTOR, b"\0"))
        tables = -(-(len(self.fat) + 1) // 127)
        first = len(self.fat)
        self.fat += [_FAT] * tables
        packed = b"".join(struct.pack("<I", one) for one in self.fat).ljust(tables * _SECTOR, b"\xff")
        difat = [first + number for number in range(tables)] + [_FREE] * (109 - tables)
        header = _MAGIC + b"\0" * 16 + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
        header += struct.pack(
            "<IIIIIIIII", 0, tables, directory, 0, 4096, mini_at, -(-len(short) // _SECTOR), _END, 0
        )
        return header + struct.pack("<109I", *difat) + b"".join(self.sectors) + packed

    def _entry(
        self, name: object, kind: object, right: object, child: object, start: object, size: object
    ) -> bytes:
        told = str(name).encode("utf-16-le")
        return (
            told.ljust(64, b"\0")
            + struct.pack("<HBBIII", len(told) + 2, kind, 1, _FREE, right, child)
            + b"\0" * 36
            + struct.pack("<IQ", start, size)
        )
