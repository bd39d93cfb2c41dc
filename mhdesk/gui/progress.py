"""How far a long task of the worker is, and the way to stop it."""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject
from PySide6.QtCore import Signal as QtSignal

from mhdesk.errors import KnownError


class StoppedError(KnownError):
    """The user stopped a task; its code says what that means."""


class Progress(QObject):
    """How far a task is; called by the worker for every step, told to the window at most a hundred times.

    ``moved`` carries how many steps are done of how many. After `stop` the next call raises StoppedError with
    the code ``stopped``.
    """

    moved = QtSignal(int, int)

    def __init__(self, stopped: str) -> None:
        super().__init__()
        self._code = stopped
        self._stopped = threading.Event()
        self._told = -1

    def stop(self) -> None:
        """Let the task end at its next step."""
        self._stopped.set()

    def __call__(self, done: int, steps: int) -> None:
        """Tell how many steps are done; raise StoppedError after `stop`."""
        if self._stopped.is_set():
            raise StoppedError(self._code)
        percent = done * 100 // max(1, steps)
        if percent != self._told:
            self._told = percent
            self.moved.emit(done, steps)
