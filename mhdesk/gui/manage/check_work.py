"""The check of the registry, slice by slice, so that others are answered in between."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtCore import Signal as QtSignal

from mhdesk.domain.change import Change
from mhdesk.errors import KnownError
from mhdesk.gui.progress import Progress
from mhdesk.gui.runner import Runner

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk
    from mhdesk.desk.findings import Finding
    from mhdesk.desk.verifying import Step

_SLICE_S: Final = 0.04
"""How long others wait at most, but for the one piece in which the engine reads all pages."""


@dataclass(frozen=True, slots=True)
class CheckState:
    """When the registry was checked last, and what its opening found."""

    last: date | None
    warnings: tuple[Finding, ...]
    today: date


def look(desk: Desk) -> CheckState:
    """Return how the registry stands without checking it."""
    from mhdesk.desk import logbook, verifying

    return CheckState(verifying.checked_on(desk), logbook.warnings(desk), desk.today())


def accept_older(desk: Desk) -> Change:
    """Go on with a registry that was put back on purpose."""
    from mhdesk.desk import verifying

    return verifying.accept_older(desk)


def rebuild_search(progress: Progress, desk: Desk) -> Change:
    """Make the search index anew; ``progress`` can stop it."""
    from mhdesk.desk import repairing

    return repairing.rebuild_search(desk, progress)


@dataclass(frozen=True, slots=True)
class Slice:
    """What some pieces of the check came to."""

    done: int
    all: int
    findings: tuple[Finding, ...]
    ended: bool


class CheckRun(QObject):
    """One check: each slice is a request of its own. Starts with `begin`, ends by ``ended``, ``stopped`` or ``failed``.

    ``moved`` carries how many pieces are done of how many, ``found`` a tuple of findings, ``failed`` a KnownError.
    """

    moved = QtSignal(int, int)
    found = QtSignal(object)
    ended = QtSignal()
    stopped = QtSignal()
    failed = QtSignal(object)

    def __init__(self, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._steps: Iterator[Step] | None = None
        self._to_stop = False

    def begin(self) -> None:
        """Ask for the first slice."""
        self._runner.ask(self._slice, self._on_sliced, self._on_failed)

    def stop(self) -> None:
        """End after the slice that is under way; no event is left of the check."""
        self._to_stop = True

    def _slice(self, desk: Desk) -> Slice:
        """Go on for a moment, in the worker's thread, which the pieces never leave."""
        from mhdesk.desk import verifying

        if self._steps is None:
            self._steps = verifying.verify_steps(desk)
        return _some(self._steps)

    def _on_sliced(self, part: Slice) -> None:
        if part.all:
            self.moved.emit(part.done, part.all)
        if part.findings:
            self.found.emit(part.findings)
        if part.ended:
            self.ended.emit()
        elif self._to_stop:
            self._runner.ask(self._drop, self._on_dropped, self._on_failed)
        else:
            self.begin()

    def _drop(self, _desk: Desk) -> None:
        """Let go of what the pieces hold of the database, where they were made."""
        self._steps = None

    def _on_dropped(self, _nothing: None) -> None:
        self.stopped.emit()

    def _on_failed(self, error: KnownError) -> None:
        self.failed.emit(error)


def _some(steps: Iterator[Step]) -> Slice:
    until = time.monotonic() + _SLICE_S
    findings: list[Finding] = []
    done = every = 0
    for step in steps:
        done, every = step.done, step.all
        findings += step.findings
        if time.monotonic() > until:
            return Slice(done, every, tuple(findings), ended=False)
    return Slice(done, every, tuple(findings), ended=True)
