"""What the section of backups asks the worker."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from mhdesk.domain.backups import Backup, BackupPlace, Holdings
from mhdesk.domain.change import Change
from mhdesk.gui.progress import Progress

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.backups import Made
    from mhdesk.desk.desk import Desk
    from mhdesk.desk.findings import Finding


@dataclass(frozen=True, slots=True)
class Backups:
    """Where backups lie and what they hold, what is the matter with them, and when one was tried last."""

    places: tuple[BackupPlace, ...]
    warnings: tuple[Finding, ...]
    tested_on: date | None
    test_is_due: bool
    today: date

    def listed(self) -> list[tuple[BackupPlace, Backup]]:
        """Return every backup with its place, the newest first."""
        found = [(place, backup) for place in self.places for backup in place.backups]
        return sorted(found, key=lambda one: (one[1].made_on, _events(one[1])), reverse=True)


def _events(backup: Backup) -> int:
    return backup.holds.events if backup.holds else 0


def look(desk: Desk) -> Backups:
    """Look at every backup; some milliseconds each."""
    from mhdesk.desk import backups

    return Backups(
        places=backups.places(desk),
        warnings=backups.warnings(desk, desk.today()),
        tested_on=backups.restore_tested_on(desk),
        test_is_due=backups.restore_test_is_due(desk),
        today=desk.today(),
    )


def make(progress: Progress, desk: Desk) -> Made:
    """Make a backup in every place that is there; ``progress`` can stop it."""
    from mhdesk.desk import backups

    return backups.make(desk, None, progress)


def choose_place(place: Path | None, desk: Desk) -> Change:
    """Let backups also go to ``place``, or with None only to the registry's own place."""
    from mhdesk.desk import backups

    return backups.choose_place(desk, place)


def try_restore(backup: Path, desk: Desk) -> Holdings:
    """Put a backup back on trial and read it whole; takes some seconds."""
    from mhdesk.desk import backups

    return backups.try_restore(desk, backup)
