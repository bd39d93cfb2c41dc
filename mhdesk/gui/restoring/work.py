"""What putting a backup back asks the worker, with and without an open desk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from mhdesk.errors import KnownError
from mhdesk.gui.progress import Progress
from mhdesk.gui.runner import DeskRunner, Runner

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk
    from mhdesk.desk.restoring import Inspection, Restored

Failed = Callable[[KnownError], None]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which backup, and who opens it with which passphrase: the one of the day on which it was made.

    ``folder`` is where the registry comes, if that was asked.
    """

    backup: Path
    user_name: str
    passphrase: str
    folder: Path | None = None


class Way(Protocol):
    """How the worker is reached."""

    def inspect(
        self, wanted: Wanted, progress: Progress, then: Callable[[Inspection], None], failed: Failed
    ) -> None:
        """Prove a backup and say what it holds; takes some seconds."""
        ...

    def restore(
        self, wanted: Wanted, progress: Progress, then: Callable[[Restored], None], failed: Failed
    ) -> None:
        """Put a backup back; takes some seconds. Nobody may have the registry open after that."""
        ...


@dataclass(frozen=True, slots=True)
class AtTheDesk:
    """The registry is open: its desk is closed before the backup takes its place."""

    runner: Runner

    def inspect(
        self, wanted: Wanted, progress: Progress, then: Callable[[Inspection], None], failed: Failed
    ) -> None:
        """Prove a backup beside the open registry."""
        self.runner.ask(partial(_inspect_at, wanted, progress), then, failed)

    def restore(
        self, wanted: Wanted, progress: Progress, then: Callable[[Restored], None], failed: Failed
    ) -> None:
        """Close the registry and put the backup back."""
        self.runner.ask(partial(_restore_at, wanted, progress), then, failed)


@dataclass(frozen=True, slots=True)
class BeforeUnlocking:
    """The registry is not open, and may be damaged or gone; where none is known the place is asked with the rest."""

    runner: DeskRunner
    folder: Path = Path()

    def inspect(
        self, wanted: Wanted, progress: Progress, then: Callable[[Inspection], None], failed: Failed
    ) -> None:
        """Prove a backup beside the registry as it lies there."""
        self.runner.run(partial(_inspect, wanted, progress, wanted.folder or self.folder), then, failed)

    def restore(
        self, wanted: Wanted, progress: Progress, then: Callable[[Restored], None], failed: Failed
    ) -> None:
        """Put the backup back."""
        self.runner.run(partial(_restore, wanted, progress, wanted.folder or self.folder), then, failed)


def _inspect_at(wanted: Wanted, progress: Progress, desk: Desk) -> Inspection:
    from mhdesk.desk import restoring

    who = (wanted.user_name, wanted.passphrase)
    return restoring.inspect(wanted.backup, *who, present=desk, progress=progress)


def _restore_at(wanted: Wanted, progress: Progress, desk: Desk) -> Restored:
    from mhdesk.desk import restoring

    return restoring.restore_at(desk, wanted.backup, wanted.passphrase, progress)


def _inspect(wanted: Wanted, progress: Progress, folder: Path) -> Inspection:
    from mhdesk.desk import restoring

    who = (wanted.user_name, wanted.passphrase)
    return restoring.inspect(wanted.backup, *who, present=folder, progress=progress)


def _restore(wanted: Wanted, progress: Progress, folder: Path) -> Restored:
    from mhdesk.desk import restoring

    who = (wanted.user_name, wanted.passphrase)
    return restoring.restore(wanted.backup, folder, *who, progress=progress)


def found_beside(folder: Path) -> list[tuple[Path, str]]:
    """Return the backups in a registry's own place and the day of each, newest first; nothing is opened."""
    from mhdesk import vault

    return found_in(vault.own_backups(folder))


def found_in(place: Path) -> list[tuple[Path, str]]:
    """Return the backups in a folder and the day of each, newest first; nothing is opened."""
    from mhdesk import vault
    from mhdesk.domain.dates import display_day

    found = vault.backup_folders(place)
    return [(one.folder, display_day(one.made_on)) for one in reversed(found) if not one.replaced]
