"""Let the desk look through the registry, slice by slice, until it is done or nobody wants it any more."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtCore import Signal as QtSignal

from mhdesk.errors import KnownError
from mhdesk.gui.runner import Runner

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk
    from mhdesk.desk.doubles import Check, Step

_BREATH_MS: Final = 5
"""Between two slices, so that whatever else is asked comes first."""


def _begin(desk: Desk) -> tuple[Check, Step]:
    from mhdesk.desk.doubles import Check

    check = Check()
    return check, check.step(desk)


def _go_on(check: Check, desk: Desk) -> tuple[Check, Step]:
    return check, check.step(desk)


class Looking(QObject):
    """One look through the registry at a time.

    ``moved`` carries after each slice how many of how many persons are compared (of 0 while they are read) and the
    :class:`mhdesk.desk.doubles.Double` found; ``failed`` carries a KnownError, and the look ends.
    """

    moved = QtSignal(int, int, tuple)
    failed = QtSignal(object)

    def __init__(self, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._check: Check | None = None
        self._wanted = False
        self._number = 0
        self._breath = QTimer(self)
        self._breath.setSingleShot(True)
        self._breath.setInterval(_BREATH_MS)
        self._breath.timeout.connect(self._on_breath_timeout)

    def is_running(self) -> bool:
        """Say whether the look goes on."""
        return self._wanted

    def begin(self) -> None:
        """Look from the beginning."""
        self._wanted = True
        self._number += 1
        self._check = None
        then = partial(self._on_stepped, self._number)
        self._runner.ask(_begin, then, partial(self._on_refused, self._number))

    def stop(self) -> None:
        """Look no further; what was found stays found."""
        self._wanted = False
        self._check = None
        self._breath.stop()

    def _on_stepped(self, number: int, answer: tuple[Check, Step]) -> None:
        if number != self._number or not self._wanted:
            return
        self._check, step = answer
        if step.finished:
            self.stop()
        else:
            self._breath.start()
        self.moved.emit(step.done, step.total, step.found)

    @Slot()
    def _on_breath_timeout(self) -> None:
        if self._check is not None:
            then = partial(self._on_stepped, self._number)
            self._runner.ask(partial(_go_on, self._check), then, partial(self._on_refused, self._number))

    def _on_refused(self, number: int, error: KnownError) -> None:
        if number == self._number:
            self.stop()
            self.failed.emit(error)
