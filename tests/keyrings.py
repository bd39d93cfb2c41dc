"""Stand-ins for what a system's keyring does: the real ones need a desktop session."""

from __future__ import annotations

from typing import ClassVar

from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked, PasswordDeleteError


class SystemKeyring(KeyringBackend):
    """Keeps secrets as the Secret Service does, in memory, and can be locked or emptied."""

    priority: ClassVar[float] = 5

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # keyring leaves it bare
        self.kept: dict[tuple[str, str], str] = {}
        self.locked = False
        self.calls = 0

    def _answer(self) -> None:
        self.calls += 1
        if self.locked:
            raise KeyringLocked("Failed to unlock the collection!")

    def get_password(self, service: str, username: str) -> str | None:
        self._answer()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._answer()
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._answer()
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError("No such password!")


def named(name: str) -> SystemKeyring:
    """Return a keyring whose class has another one's full name: that is what mhdesk goes by."""
    module, _, qualname = name.rpartition(".")
    made: SystemKeyring = type(qualname, (SystemKeyring,), {"__module__": module, "__qualname__": qualname})()
    return made


SECRET_SERVICE = "keyring.backends.SecretService.Keyring"
