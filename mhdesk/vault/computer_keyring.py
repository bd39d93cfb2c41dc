"""The keyring of this computer's system: whether there is one that keeps a secret.

Only backends that hand secrets to the system's own store count. Others write them in clear to a file, keep
nothing at all, or choose among several: those are never used.
"""

from __future__ import annotations

import contextlib
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

LONGEST_SECRET: Final = 1280
"""Characters that Windows keeps in one entry."""
SERVICE: Final = "mhdesk"

_PROBE: Final = "mhdesk self-test"
_WINDOWS: Final = "keyring.backends.Windows.WinVaultKeyring"
_TRUSTED: Final = frozenset(
    {
        "keyring.backends.SecretService.Keyring",
        "keyring.backends.kwallet.DBusKeyring",
        _WINDOWS,
        "keyring.backends.macOS.Keyring",
    }
)


class KeyringRefusedError(Exception):
    """Say that the keyring did not do what was asked, or is not one to ask; never leaves the vault."""


@dataclass(frozen=True, slots=True)
class KeyringState:
    """Which backend this computer offers, and whether it kept a probe."""

    backend: str
    usable: bool


def probe() -> KeyringState:
    """Write, read and delete a random secret; a backend that is not trusted is not even asked."""
    account, secret, name = secrets.token_hex(8), secrets.token_hex(16), ""
    try:
        name = _current()
        write(name, account, secret, service=_PROBE)
        kept = read(name, account, service=_PROBE) == secret
        delete(name, account, service=_PROBE)
    except KeyringRefusedError:
        return KeyringState(name, usable=False)
    return KeyringState(name, usable=kept)


def trusted() -> str:
    """Return the name of the backend that answers here; raises KeyringRefusedError when it is not one to trust."""
    name = _current()
    if name not in _TRUSTED:
        raise KeyringRefusedError(name)
    return name


def write(pinned: str, account: str, secret: str, *, service: str = SERVICE) -> None:
    """Keep ``secret`` in the backend ``pinned``; raises KeyringRefusedError, also when another one answers."""
    if len(secret) > LONGEST_SECRET:
        raise ValueError(len(secret))
    with _refusals():
        _backend(pinned).set_password(service, account, secret)


def read(pinned: str, account: str, *, service: str = SERVICE) -> str | None:
    """Return what :func:`write` kept, None when it is gone; raises KeyringRefusedError."""
    with _refusals():
        return _backend(pinned).get_password(service, account)


def delete(pinned: str, account: str, *, service: str = SERVICE) -> None:
    """Forget what :func:`write` kept; raises KeyringRefusedError, also when there is nothing."""
    with _refusals():
        _backend(pinned).delete_password(service, account)


def _current() -> str:
    """Return the full name of the class of the backend that keyring chose."""
    with _refusals():
        return _name(_chosen())


def _chosen() -> KeyringBackend:
    import keyring  # takes 40 ms that a start without it need not spend

    return keyring.get_keyring()


def _name(backend: KeyringBackend) -> str:
    return f"{type(backend).__module__}.{type(backend).__qualname__}"


def _backend(pinned: str) -> KeyringBackend:
    backend = _chosen()
    if _name(backend) != pinned or pinned not in _TRUSTED:
        raise KeyringRefusedError(pinned)
    if pinned == _WINDOWS:
        # Written from keyring's documentation, not tried on Windows: its default lets the entry travel with the
        # user's profile to every computer of the domain.
        backend.persist = "local machine"  # type: ignore[attr-defined]  # only this backend has it
    return backend


@contextlib.contextmanager
def _refusals() -> Iterator[None]:
    """Turn whatever a backend raises into one error without its words."""
    try:
        yield
    except Exception as error:  # noqa: BLE001 - each backend raises what its system raises; a passphrase always works
        raise KeyringRefusedError(type(error).__name__) from None
