"""Decrypt the pages of a database without its engine: what stands there, also where nothing should be left."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES256
from cryptography.hazmat.primitives.ciphers.modes import CBC

from mhdesk.vault import DatabaseKey

_PAGE: Final = 4096
_SALT: Final = 16
_IV: Final = 16
_MAC: Final = 64


def decrypted(database: Path, key: DatabaseKey) -> bytes:
    """Return every page in clear, free pages and freed places included. Nobody may have it open.

    SQLCipher 4: the salt stands at the beginning of the file; each page ends with its IV and its MAC.
    """
    sealed = database.read_bytes()
    pages = (sealed[start : start + _PAGE] for start in range(0, len(sealed), _PAGE))
    return b"".join(_page(page, bytes.fromhex(key.digits), first=not n) for n, page in enumerate(pages))


def _page(page: bytes, key: bytes, *, first: bool) -> bytes:
    begin, end = _SALT if first else 0, _PAGE - _IV - _MAC
    opened = Cipher(AES256(key), CBC(page[end : end + _IV])).decryptor()
    return opened.update(page[begin:end]) + opened.finalize()
