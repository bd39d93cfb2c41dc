"""The keyring of this computer's system: whether there is one that keeps a secret.

Only backends that hand secrets to the system's own store count. Others write them in clear to a file, keep
nothing at all, or choose among several: those are never used.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Final

import keyring
from keyring.errors import KeyringError

_SERVICE: Final = "mhdesk self-test"
_TRUSTED: Final = frozenset(
    {
        "keyring.backends.SecretService.Keyring",
        "keyring.backends.kwallet.DBusKeyring",
        "keyring.backends.Windows.WinVaultKeyring",
        "keyring.backends.macOS.Keyring",
    }
)


@dataclass(frozen=True, slots=True)
class KeyringState:
    """Which backend this computer offers, and whether it kept a probe."""

    backend: str
    usable: bool


def probe() -> KeyringState:
    """Write, read and delete a random secret; a backend that is not trusted is not even asked."""
    backend = keyring.get_keyring()
    name = f"{type(backend).__module__}.{type(backend).__qualname__}"
    if name not in _TRUSTED:
        return KeyringState(name, usable=False)
    account, secret = secrets.token_hex(8), secrets.token_hex(16)
    try:
        backend.set_password(_SERVICE, account, secret)
        kept = backend.get_password(_SERVICE, account) == secret
        backend.delete_password(_SERVICE, account)
    except (KeyringError, OSError):
        return KeyringState(name, usable=False)
    return KeyringState(name, usable=kept)
