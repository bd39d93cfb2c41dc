"""What the window and the process that reads pictures and PDFs say to each other.

A message is four bytes with the length of a head, the head (JSON; ``bytes`` is the length of its body) and the body.
"""

from __future__ import annotations

import json
import struct
from typing import Any, BinaryIO, Final

_LENGTH: Final = struct.Struct(">I")
_LARGEST_HEAD: Final = 1_000_000

Head = dict[str, Any]


def packed(head: Head, body: bytes = b"") -> bytes:
    """Return a message as it goes over."""
    told = json.dumps({**head, "bytes": len(body)}).encode()
    return _LENGTH.pack(len(told)) + told + body


def read(source: BinaryIO, largest_body: int) -> tuple[Head, bytes] | None:
    """Return the next message, None at the end of the input or for what is no message."""
    start = source.read(_LENGTH.size)
    size = _LENGTH.unpack(start)[0] if len(start) == _LENGTH.size else _LARGEST_HEAD + 1
    if size > _LARGEST_HEAD:
        return None
    head = _head(source.read(size), largest_body)
    return head, source.read(head["bytes"])


def _head(told: bytes, largest_body: int) -> Head:
    head = json.loads(told)
    if not isinstance(head, dict) or not 0 <= int(head.get("bytes", -1)) <= largest_body:
        raise ValueError("this is no head")
    return head


class Incoming:
    """Messages out of a stream of bytes that arrives in pieces of any size."""

    def __init__(self, largest_body: int) -> None:
        self._largest = largest_body
        self._held = bytearray()

    def feed(self, piece: bytes) -> list[tuple[Head, bytes]]:
        """Take a piece; return the messages that are whole now. Raises ValueError for what is no message."""
        self._held += piece
        found = []
        while (one := self._next()) is not None:
            found.append(one)
        return found

    def _next(self) -> tuple[Head, bytes] | None:
        if len(self._held) < _LENGTH.size:
            return None
        (size,) = _LENGTH.unpack_from(self._held)
        if size > _LARGEST_HEAD:
            raise ValueError("a head that long is none")
        begins = _LENGTH.size + size
        if len(self._held) < begins:
            return None
        head = _head(bytes(self._held[_LENGTH.size : begins]), self._largest)
        ends = begins + head["bytes"]
        if len(self._held) < ends:
            return None
        body = bytes(self._held[begins:ends])
        del self._held[:ends]
        return head, body
