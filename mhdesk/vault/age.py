"""Seal and open small files in the age format (https://age-encryption.org/v1).

pyrage does the work for recipients. Files under a passphrase are written and read here, for two reasons.
pyrage takes no work factor but measures the machine for two milliseconds: on a machine that is busy in that
moment it wrote 2^16 instead of 2^19, and a fast one writes files that a small laptop cannot open in its
memory. The key files of a registry all cost the same on purpose (a wrong name takes as long as a wrong
passphrase). And pyrage keeps the interpreter to itself while it derives the key: the window would stand still
for a second or two. Tests let pyrage open what is written here, and open here what pyrage wrote.
"""

from __future__ import annotations

import base64
import hmac
import re
import secrets
from collections.abc import Callable
from enum import Enum, auto
from typing import Final

import pyrage
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

WORK_FACTOR: Final = 18
"""log2 of scrypt's N in the files that we write: 256 MiB and 0.8 s on a laptop, as ``age`` itself does."""
MOST_WORK: Final = 20
"""log2 of the largest N that we are willing to compute; 2^22 takes 4 GiB and half a minute."""
MOST_CONTENT: Final = 64 * 1024
"""Bytes that age seals in one chunk; a key file has some hundreds."""

_PASSPHRASE_HEADER: Final = re.compile(
    rb"(?P<signed>age-encryption\.org/v1\n"
    rb"-> scrypt (?P<salt>[A-Za-z0-9+/]{22}) (?P<work>[1-9][0-9]{0,2})\n"
    rb"(?P<wrapped>[A-Za-z0-9+/]{43})\n"
    rb"---) (?P<mac>[A-Za-z0-9+/]{43})\n"
)
_NONCE: Final = 16
_NO_NONCE: Final = bytes(12)
_LAST_CHUNK: Final = bytes(11) + b"\x01"


class Reason(Enum):
    """Why a sealed file did not open."""

    WRONG_KEY = auto()
    """The passphrase or identity is not the one, or the few bytes that hold the wrapped key are damaged."""
    DAMAGED = auto()
    TOO_MUCH_WORK = auto()
    BUSY = auto()
    """The machine has not enough memory free to derive the key."""


class SealedError(Exception):
    """Say why a file did not open; never leaves the vault."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.name)
        self.reason = reason


def _base64(raw: bytes) -> bytes:
    return base64.b64encode(raw).rstrip(b"=")


def _raw(text: bytes) -> bytes:
    return base64.b64decode(text + b"=" * (-len(text) % 4))


def _derive(key: bytes, *, salt: bytes | None, label: bytes) -> bytes:
    return HKDF(SHA256(), length=32, salt=salt, info=label).derive(key)


def seal_with_passphrase(content: bytes, passphrase: str, work_factor: int = WORK_FACTOR) -> bytes:
    """Return ``content`` (at most 64 KiB) as an age file that ``passphrase`` opens; takes 0.8 s of work.

    Follows https://c2sp.org/age: a random file key, wrapped by scrypt; the header authenticated by
    HMAC; the content as the one and last chunk of the stream.
    """
    if len(content) > MOST_CONTENT:
        raise ValueError(len(content))
    salt, file_key, nonce = (secrets.token_bytes(_NONCE) for _ in range(3))
    wrapping = ChaCha20Poly1305(_stretch(passphrase, salt, work_factor))
    wrapped = wrapping.encrypt(_NO_NONCE, file_key, None)
    stanza = b"-> scrypt %b %d\n%b" % (_base64(salt), work_factor, _base64(wrapped))
    signed = b"age-encryption.org/v1\n%b\n---" % stanza
    content_key = ChaCha20Poly1305(_derive(file_key, salt=nonce, label=b"payload"))
    chunk = content_key.encrypt(_LAST_CHUNK, content, None)
    return b"%b %b\n%b%b" % (signed, _mac(file_key, signed), nonce, chunk)


def _stretch(passphrase: str, salt: bytes, work_factor: int) -> bytes:
    """Return the key that wraps the file key; leaves the interpreter to others meanwhile."""
    scrypt = Scrypt(salt=b"age-encryption.org/v1/scrypt" + salt, length=32, n=1 << work_factor, r=8, p=1)
    return scrypt.derive(passphrase.encode())


def _mac(file_key: bytes, signed: bytes) -> bytes:
    """Return the code that authenticates a header, as it is written."""
    return _base64(hmac.digest(_derive(file_key, salt=None, label=b"header"), signed, "sha256"))


def seal_to(content: bytes, recipients: list[str]) -> bytes:
    """Return ``content`` as an age file that the identity of each of ``recipients`` (age1…) opens."""
    return pyrage.encrypt(content, [pyrage.x25519.Recipient.from_str(recipient) for recipient in recipients])


def count_recipients(sealed: bytes) -> int:
    """Return to how many keys an age file is sealed, as far as its clear header tells.

    The stanzas whose type ends in "-grease" mean nothing: every program adds one at random, so that readers pass over
    what they do not know.
    """
    header, _, _ = sealed.partition(b"\n---")
    stanzas = [line.split(b" ") for line in header.split(b"\n") if line.startswith(b"-> ")]
    return sum(not stanza[1].endswith(b"-grease") for stanza in stanzas)


def new_identity() -> str:
    """Return a new X25519 identity in age's own notation."""
    return str(pyrage.x25519.Identity.generate())


def recipient_of(identity: str) -> str:
    """Return the public key (age1…) of an identity: what others seal to."""
    return str(pyrage.x25519.Identity.from_str(identity).to_public())


def is_recipient(text: str) -> bool:
    """Return whether ``text`` is an X25519 public key in age's notation."""
    try:
        pyrage.x25519.Recipient.from_str(text)
    except pyrage.RecipientError:
        return False
    return True


def is_identity(text: str) -> bool:
    """Return whether ``text`` is an X25519 identity in age's notation."""
    try:
        pyrage.x25519.Identity.from_str(text)
    except pyrage.IdentityError:
        return False
    return True


def require_passphrase_file(sealed: bytes) -> None:
    """Check the clear header before anything is derived from it.

    Raises SealedError(DAMAGED) when it is not a passphrase file, SealedError(TOO_MUCH_WORK) when it
    asks for more than 2^20.
    """
    _header(sealed)


def _header(sealed: bytes) -> re.Match[bytes]:
    found = _PASSPHRASE_HEADER.match(sealed)
    if not found:
        raise SealedError(Reason.DAMAGED)
    if int(found["work"]) > MOST_WORK:
        raise SealedError(Reason.TOO_MUCH_WORK)
    return found


def open_with_passphrase(sealed: bytes, passphrase: str) -> bytes:
    """Return what ``passphrase`` opens, in memory; SealedError names the reason when it does not.

    The header must be written exactly as authenticated: codes are compared as text, so that a spare bit of
    base64 that was changed is damage too.
    """
    header = _header(sealed)
    file_key = _file_key(header, passphrase)
    if not hmac.compare_digest(_mac(file_key, header["signed"]), header["mac"]):
        raise SealedError(Reason.DAMAGED)
    nonce, chunk = sealed[header.end() :][:_NONCE], sealed[header.end() :][_NONCE:]
    content_key = ChaCha20Poly1305(_derive(file_key, salt=nonce, label=b"payload"))
    try:
        return content_key.decrypt(_LAST_CHUNK, chunk, None)
    except InvalidTag:
        raise SealedError(Reason.DAMAGED) from None


def _file_key(header: re.Match[bytes], passphrase: str) -> bytes:
    try:
        key = _stretch(passphrase, _raw(header["salt"]), int(header["work"]))
        return ChaCha20Poly1305(key).decrypt(_NO_NONCE, _raw(header["wrapped"]), None)
    except InvalidTag:
        raise SealedError(Reason.WRONG_KEY) from None
    except MemoryError:
        raise SealedError(Reason.BUSY) from None


def open_with_identity(sealed: bytes, identity: str) -> bytes:
    """Return what ``identity`` opens, in memory; SealedError names the reason when it does not."""
    own = pyrage.x25519.Identity.from_str(identity)
    return _opened(lambda: pyrage.decrypt(sealed, [own]))


def _opened(decrypt: Callable[[], bytes]) -> bytes:
    try:
        return decrypt()
    except pyrage.DecryptError as error:
        raise SealedError(_reason(error)) from None


def _reason(error: Exception) -> Reason:
    """Read pyrage's one exception by its text; tests hold these texts against the pinned version."""
    text = str(error)
    return Reason.WRONG_KEY if text in {"Decryption failed", "No matching keys found"} else Reason.DAMAGED
