"""What the page asks the worker: read a spreadsheet, and take it in with a way to stop."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtCore import Signal as QtSignal

from mhdesk.errors import KnownError

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk
    from mhdesk.desk.imports import ImportResult
    from mhdesk.exchange.imported import Spreadsheet


class StoppedError(KnownError):
    """The user stopped an import; nothing of it was written."""

    def __init__(self) -> None:
        super().__init__("imports.stopped")


@dataclass(frozen=True, slots=True)
class Looked:
    """A spreadsheet as read, and what taking it in would do."""

    path: Path
    sheet: Spreadsheet
    expected: ImportResult


class Progress(QObject):
    """How far an import is; called by the worker for every row, told to the window at most a hundred times.

    ``moved`` carries how many rows are done of how many. After `stop` the next call raises StoppedError.
    """

    moved = QtSignal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self._stopped = threading.Event()
        self._told = -1

    def stop(self) -> None:
        """Let the import end without having written anything."""
        self._stopped.set()

    def __call__(self, done: int, rows: int) -> None:
        """Tell how many rows are done; raise StoppedError after `stop`."""
        if self._stopped.is_set():
            raise StoppedError
        percent = done * 100 // max(1, rows)
        if percent != self._told:
            self._told = percent
            self.moved.emit(done, rows)


def look(path: Path, desk: Desk) -> Looked:
    """Read a spreadsheet; nothing is written."""
    from mhdesk.desk import imports

    return Looked(path, *imports.look(desk, path))


def take_in(path: Path, progress: Progress, desk: Desk) -> ImportResult:
    """Take a spreadsheet in: all of it, or with a stop or an error nothing."""
    from mhdesk.desk import imports

    return imports.take_in(desk, path, progress=progress)
