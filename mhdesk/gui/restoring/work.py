"""What putting a backup back asks the worker, with and without an open desk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from mhdesk.errors import KnownError
from mhdesk.gui.runner import DeskRunner, Runner

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk
    from mhdesk.desk.restoring import Inspection, Restored

Failed = Callable[[KnownError], None]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which backup, and who opens it with which passphrase: the one of the day on which it was made."""

    backup: Path
    user_name: str
    passphrase: str


class Way(Protocol):
    """How the worker is reached."""

    def inspect(self, wanted: Wanted, then: Callable[[Inspection], None], failed: Failed) -> None:
        """Prove a backup and say what it holds; takes some seconds."""
        ...

    def restore(self, wanted: Wanted, then: Callable[[Restored], None], failed: Failed) -> None:
        """Put a backup back; takes some seconds. Nobody may have the registry open after that."""
        ...


@dataclass(frozen=True, slots=True)
class AtTheDesk:
    """The registry is open: its desk is closed before the backup takes its place."""

    runner: Runner

    def inspect(self, wanted: Wanted, then: Callable[[Inspection], None], failed: Failed) -> None:
        """Prove a backup beside the open registry."""
        self.runner.ask(partial(_inspect_at, wanted), then, failed)

    def restore(self, wanted: Wanted, then: Callable[[Restored], None], failed: Failed) -> None:
        """Close the registry and put the backup back."""
        self.runner.ask(partial(_restore_at, wanted), then, failed)


@dataclass(frozen=True, slots=True)
class BeforeUnlocking:
    """The registry is not open, and may be damaged or gone."""

    runner: DeskRunner
    folder: Path

    def inspect(self, wanted: Wanted, then: Callable[[Inspection], None], failed: Failed) -> None:
        """Prove a backup beside the registry as it lies there."""
        self.runner.run(partial(_inspect, wanted, self.folder), then, failed)

    def restore(self, wanted: Wanted, then: Callable[[Restored], None], failed: Failed) -> None:
        """Put the backup back."""
        self.runner.run(partial(_restore, wanted, self.folder), then, failed)


def _inspect_at(wanted: Wanted, desk: Desk) -> Inspection:
    from mhdesk.desk import restoring

    return restoring.inspect(wanted.backup, wanted.user_name, wanted.passphrase, present=desk)


def _restore_at(wanted: Wanted, desk: Desk) -> Restored:
    from mhdesk.desk import restoring

    return restoring.restore_at(desk, wanted.backup, wanted.passphrase)


def _inspect(wanted: Wanted, folder: Path) -> Inspection:
    from mhdesk.desk import restoring

    return restoring.inspect(wanted.backup, wanted.user_name, wanted.passphrase, present=folder)


def _restore(wanted: Wanted, folder: Path) -> Restored:
    from mhdesk.desk import restoring

    return restoring.restore(wanted.backup, folder, wanted.user_name, wanted.passphrase)


def found_beside(folder: Path) -> list[tuple[Path, str]]:
    """Return the backups in a registry's own place and the day of each, newest first; nothing is opened."""
    from mhdesk import vault
    from mhdesk.domain.dates import display_day

    found = vault.backup_folders(vault.own_backups(folder))
    return [(one.folder, display_day(one.made_on)) for one in reversed(found) if not one.replaced]
