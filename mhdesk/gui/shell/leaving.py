"""Leave an open registry: keep what is typed, close the desk, and after a lock become a new process.

Nothing decrypted survives the lock: the process that held it is replaced by one that shows the unlock page.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Slot
from PySide6.QtCore import Signal as QtSignal

from mhdesk import wording
from mhdesk.domain.people import Permission
from mhdesk.errors import KnownError
from mhdesk.gui.entry.locked import Locked
from mhdesk.gui.progress import Progress
from mhdesk.gui.runner import DeskRunner
from mhdesk.gui.shell.context import KeepsDraft

if TYPE_CHECKING:  # loading it takes longer than painting the first window
    from mhdesk.desk.desk import Desk

KEEPING_TRIES: Final = 3
"""A form that was being kept already when it was asked to may need to keep once more."""
STUCK_AFTER_MS: Final = 700
"""When to look whether the worker is busy with something that cannot be broken off."""


class HasDrafts(Protocol):
    """Whoever knows the pages in which somebody types."""

    def drafts(self) -> list[KeepsDraft]:
        """Return them."""
        ...

    def draft_left(self) -> int | None:
        """Return the draft of the page or dialog that somebody left, None without one."""
        ...


def command(folder: Path, scheme: str, locked: Locked) -> list[str]:
    """Return how to start this program again, locked, on ``folder``."""
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "mhdesk"]
    options = ["--lang", wording.language(), "--theme", scheme, "--locked-at", locked.argument()]
    return [*program, str(folder), *options]


def replace_process(arguments: Sequence[str]) -> None:
    """Become ``arguments``: the same process where the system can (POSIX), else a new one and the end of this.

    Raises OSError when the program cannot be started.
    """
    if os.name == "posix":
        os.execv(arguments[0], list(arguments))  # noqa: S606 - our own program with arguments of our own
    subprocess.Popen(list(arguments), close_fds=True)  # noqa: S603 - as above
    QCoreApplication.exit(0)


class Leaving(QObject):
    """Keep every draft, then either close the desk and say so, or say that something could not be kept.

    ``left`` carries whether a draft was kept; the desk is closed then. ``stayed`` follows when a form still
    holds something that is not in the registry: nothing was closed. ``backing_up`` follows every step of the backup
    that is made before closing; `skip_backup` ends it.

    Work that is under way is broken off, unless it is done at once. What cannot be broken off is waited for only while
    a form holds something that is not kept.
    """

    left = QtSignal(bool)
    stayed = QtSignal()
    backing_up = QtSignal()

    def __init__(self, runner: DeskRunner, pages: HasDrafts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._pages = pages
        self._under_way = False
        self._locking = True
        self._progress: Progress | None = None
        self._stuck = QTimer(self)
        self._stuck.setInterval(STUCK_AFTER_MS)
        self._stuck.timeout.connect(self._on_stuck_timeout)

    def begin(self, *, locking: bool = True) -> None:
        """Start leaving, to lock or to close for good; a second call while it is under way does nothing more.

        But a lock waits for no backup that a closing began.
        """
        self._locking = locking
        if self._under_way and locking and self._progress is not None:
            self._progress.stop()
            self._runner.hurry()
            self._stuck.start()
        if not self._under_way:
            self._under_way = True
            self._runner.hurry()
            self._stuck.start()
            self._keep(KEEPING_TRIES)

    def _keep(self, tries: int) -> None:
        for page in self._pages.drafts():
            if page.has_unkept():
                page.keep_draft()
        done = partial(self._on_asked_done, tries - 1)
        self._runner.ask(_has_draft, done, self._on_asked_failed)

    def force(self) -> None:
        """Leave without what could not be kept."""
        self._close(draft_kept=False)

    def _on_asked_done(self, tries: int, draft_kept: bool) -> None:
        if not self._under_way:  # it was left meanwhile
            return
        unkept = self._has_unkept()
        if unkept and tries:
            self._keep(tries)
            return
        self._stuck.stop()
        if unkept:
            self._under_way = False
            self.stayed.emit()
        else:
            self._back_up(draft_kept)

    def _back_up(self, draft_kept: bool) -> None:
        """Make the backup that is due before the desk closes; whatever comes of it, the desk closes."""
        self._progress = Progress("backups.stopped")
        self._progress.moved.connect(self._on_progress_moved)
        work = partial(_back_up, self._locking, self._progress)
        done = partial(self._on_backed_up, draft_kept)
        self._runner.ask(work, done, done)

    @Slot(int, int)
    def _on_progress_moved(self, _done: int, _steps: int) -> None:
        if not self._locking:
            self.backing_up.emit()

    @Slot()
    def skip_backup(self) -> None:
        """Close without waiting for the backup."""
        if self._progress is not None:
            self._progress.stop()

    def _on_backed_up(self, draft_kept: bool, _made_or_failed: object) -> None:
        if not self._under_way:  # it was left meanwhile
            return
        self._under_way = False
        self._progress = None
        self._close(draft_kept=draft_kept)

    def _has_unkept(self) -> bool:
        return any(page.has_unkept() for page in self._pages.drafts())

    @Slot()
    def _on_stuck_timeout(self) -> None:
        """Go without waiting for what cannot be broken off, when nothing that was typed depends on it."""
        if self._runner.is_stuck() and not self._has_unkept():
            self._under_way = False
            self._close(draft_kept=self.draft_left() is not None, wait=False)

    def draft_left(self) -> int | None:
        """Return the draft in which somebody was typing, None without one."""
        return self._pages.draft_left()

    def _on_asked_failed(self, _error: KnownError) -> None:
        """Go on without knowing whether there is a draft: a broken desk must not keep the content open."""
        self._on_asked_done(0, draft_kept=False)

    def _close(self, *, draft_kept: bool, wait: bool = True) -> None:
        self._stuck.stop()
        if wait:  # whoever does not wait cannot write any more
            self._runner.ask(partial(_note, self._locking), _done)
        self._runner.close(wait=wait)
        self.left.emit(draft_kept)


def _has_draft(desk: Desk) -> bool:
    """Say whether the person at the desk has a draft; asked last, so everything before it is done."""
    from mhdesk.desk import drafts

    return desk.user.may(Permission.WRITE) and bool(drafts.mine(desk))


def _back_up(locking: bool, progress: Progress, desk: Desk) -> None:
    """Make a backup if one is due; what went wrong is noted in the registry and told at the next opening."""
    from mhdesk.desk import backups

    backups.at_leaving(desk, locking=locking, progress=progress)


def _note(locking: bool, desk: Desk) -> None:
    """Say in the log that somebody left, as far as it can be written; never a reason to stay."""
    from mhdesk.desk import logbook

    logbook.leave(desk, locked=locking)


def _done(_nothing: None) -> None:
    """Wait for no answer."""
