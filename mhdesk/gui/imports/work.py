"""What the page asks the worker: read a spreadsheet, and take it in with a way to stop."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mhdesk.gui.progress import Progress

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk
    from mhdesk.desk.imports import ImportResult
    from mhdesk.exchange.imported import Spreadsheet


@dataclass(frozen=True, slots=True)
class Looked:
    """A spreadsheet as read, and what taking it in would do."""

    path: Path
    sheet: Spreadsheet
    expected: ImportResult


def look(path: Path, desk: Desk) -> Looked:
    """Read a spreadsheet; nothing is written."""
    from mhdesk.desk import imports

    return Looked(path, *imports.look(desk, path))


def take_in(sheet: Spreadsheet, progress: Progress, desk: Desk) -> ImportResult:
    """Take in what was shown: all of it, or with a stop or an error nothing."""
    from mhdesk.desk import imports

    return imports.take_in(desk, sheet, progress=progress)
