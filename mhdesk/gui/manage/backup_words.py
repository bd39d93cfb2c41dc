"""Backups as people read them: when, what is in them, where they lie."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from mhdesk.domain.backups import Backup, BackupPlace, Holdings, Key, Origin, PlaceKind
from mhdesk.domain.dates import display_day
from mhdesk.gui import words
from mhdesk.gui.look.painting import Mark
from mhdesk.gui.widgets.rows import Group, Item, Line

_GIGABYTE = 1024**3
_MEGABYTE = 1024**2


def rows(listed: Sequence[tuple[BackupPlace, Backup]], today: date) -> list[tuple[int | None, Item]]:
    """Return the lines of the list; the id of a line is its place in ``listed``."""
    found: list[tuple[int | None, Item]] = []
    before: date | None = None
    for place, (at, backup) in enumerate(listed):
        if backup.made_on != before:
            before = backup.made_on
            found.append((None, Group(words.sentence_case(words.weekday_day(backup.made_on, today)))))
        found.append((place, _line(at, backup)))
    return found


def _line(at: BackupPlace, backup: Backup) -> Line:
    good = backup.readable and backup.key is Key.PRESENT
    state = QCoreApplication.translate("backups", "can be read") if good else why_not(backup)
    return Line(
        titled(backup), f"{origin(backup)} · {where(at)}", state, "", Mark.DONE if good else Mark.LATE
    )


def titled(backup: Backup) -> str:
    """Return what a backup is called: its moment and what it holds."""
    if backup.holds is None:
        return backup.name
    time = words.time_of(backup.holds.made_at) if backup.holds.made_at else ""
    held = f"{words.count('signal', backup.holds.signals)}, {words.count('person', backup.holds.persons)}"
    return f"{time} · {held}" if time else held


def why_not(backup: Backup) -> str:
    """Return why a backup cannot be read here."""
    if backup.key is Key.OLD:
        return QCoreApplication.translate("backups", "old key")
    if backup.key is Key.NONE:
        return QCoreApplication.translate("backups", "another key")
    return QCoreApplication.translate("backups", "damaged")


def origin(backup: Backup) -> str:
    """Return why a backup is there."""
    return {
        Origin.WORK: QCoreApplication.translate("backups", "Backup"),
        Origin.UPGRADE: QCoreApplication.translate("backups", "From before a newer mhdesk"),
        Origin.REPLACED: QCoreApplication.translate("backups", "Put aside when a backup was put back"),
    }[backup.origin]


def where(place: BackupPlace) -> str:
    """Return in which place a backup lies."""
    if place.kind is PlaceKind.OWN:
        return QCoreApplication.translate("backups", "with the registry")
    return QCoreApplication.translate("backups", "second place")


def span(holds: Holdings) -> str:
    """Return from when to when the signals in a backup came in."""
    if holds.first is None or holds.last is None:
        return QCoreApplication.translate("backups", "none")
    return f"{display_day(holds.first)} – {display_day(holds.last)}"


def size(count: int) -> str:
    """Return an amount of room."""
    if count >= _GIGABYTE:
        return f"{words.locale().toString(count / _GIGABYTE, 'f', 1)} GB"
    return f"{words.locale().toString(count // _MEGABYTE)} MB"
