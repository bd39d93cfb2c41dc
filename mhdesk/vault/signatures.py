"""Sign as the user at the desk, and check what a user signed: Ed25519 over bytes that the caller documents."""

from __future__ import annotations

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from mhdesk.vault.keys import Unlocked


def public_key(one: Unlocked) -> str:
    """Return the public part of this user's signing key: 64 hex digits."""
    return one.signing_key.public_key().public_bytes_raw().hex()


def sign(one: Unlocked, content: bytes) -> str:
    """Return this user's signature: 128 hex digits."""
    return one.signing_key.sign(content).hex()


def is_signed(content: bytes, *, public: str, signature: str) -> bool:
    """Return whether the owner of the key ``public`` signed ``content``; whatever cannot be read did not."""
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(public)).verify(bytes.fromhex(signature), content)
    except (InvalidSignature, ValueError, TypeError):
        return False
    return True
