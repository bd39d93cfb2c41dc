"""Keep what somebody types: in a pause, while they type on, on leaving, and when the window locks."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtCore import Signal as QtSignal

from mhdesk.domain.change import Change
from mhdesk.errors import KnownError
from mhdesk.gui.bus import Bus
from mhdesk.gui.runner import Runner

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk

PAUSE_MS: Final = 2_000
LONGEST_MS: Final = 2_500
"""With the writing itself, whoever types without a pause can lose three seconds of it."""


def _keep(form: str, payload: str, draft_id: int | None, desk: Desk) -> tuple[Change, datetime]:
    from mhdesk.desk import drafts

    return drafts.keep(desk, form, payload, draft_id), desk.now()


def _discard(draft_id: int, desk: Desk) -> Change:
    from mhdesk.desk import drafts

    return drafts.discard(desk, draft_id)


class Keeper(QObject):
    """Keep one form while somebody types. How that is done is up to `_begin_keeping`.

    One request runs at a time. ``unkept`` follows the first change after a keeping, ``kept`` carries the moment
    (datetime), ``failed`` the KnownError: what was typed is then still only in the form, and `is_dirty` says so.
    """

    unkept = QtSignal()
    kept = QtSignal(object)
    failed = QtSignal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dirty = False
        self._asking = False
        self._afterwards: Callable[[], None] | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._on_pause_timeout)
        self._longest = QTimer(self)
        self._longest.setSingleShot(True)
        self._longest.setInterval(LONGEST_MS)
        self._longest.timeout.connect(self._on_pause_timeout)

    @abstractmethod
    def _begin_keeping(self) -> None:
        """Ask for what is in the form to be kept; `_on_kept` or `_on_refused` must follow."""

    def is_dirty(self) -> bool:
        """Say whether something typed is not kept yet."""
        return self._dirty or self._asking

    def mark_changed(self) -> None:
        """Note that something was typed: it is kept in the next pause, and after `LONGEST_MS` without one."""
        first, self._dirty = not self._dirty, True
        self._wait()
        if first:
            self.unkept.emit()

    def _wait(self) -> None:
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()

    def _stop(self) -> None:
        self._pause.stop()
        self._longest.stop()

    def keep(self) -> None:
        """Keep what is typed and not kept yet, now."""
        self._stop()
        if not self._dirty or self._asking:
            return
        self._dirty = False
        self._asking = True
        self._begin_keeping()

    def settle(self, then: Callable[[], None], *, keep: bool) -> None:
        """Call ``then`` when no request is under way, after keeping what is typed if ``keep``.

        When keeping fails, ``then`` is not called: ``failed`` says why.
        """
        self._stop()
        if keep:
            self.keep()
        if self._asking:
            self._afterwards = then
        elif not (keep and self._dirty):
            then()

    def finish(self) -> None:
        """Forget that anything was typed: it is recorded."""
        self._stop()
        self._dirty = False

    @Slot()
    def _on_pause_timeout(self) -> None:
        self.keep()

    def _on_kept(self, moment: datetime) -> None:
        self._asking = False
        self.kept.emit(moment)
        self._go_on()

    def _on_refused(self, error: KnownError) -> None:
        self._asking = False
        self._dirty = True
        self._afterwards = None
        self.failed.emit(error)

    def _go_on(self) -> None:
        if self._afterwards is not None:
            then, self._afterwards = self._afterwards, None
            then()
        elif self._dirty and not self._pause.isActive():
            self._wait()


class DraftKeeper(Keeper):
    """Keep one form as a draft in the registry.

    ``payload`` gives the form as text when it is needed; the first answer brings the id that later ones write over.
    """

    def __init__(
        self, runner: Runner, bus: Bus, form: str, payload: Callable[[], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.draft_id: int | None = None
        self._runner = runner
        self._bus = bus
        self._form = form
        self._payload = payload

    def _begin_keeping(self) -> None:
        work = partial(_keep, self._form, self._payload(), self.draft_id)
        self._runner.ask(work, self._on_runner_kept, self._on_refused)

    def discard(self) -> None:
        """Throw the draft away, if one was kept."""
        self.finish()
        self.settle(self._discard, keep=False)

    def _discard(self) -> None:
        if self.draft_id is not None:
            work = partial(_discard, self.draft_id)
            self.draft_id = None
            self._runner.ask(work, self._bus.changed.emit)

    def _on_runner_kept(self, answer: tuple[Change, datetime]) -> None:
        change, moment = answer
        self.draft_id = change.created
        self._bus.changed.emit(change)
        self._on_kept(moment)
