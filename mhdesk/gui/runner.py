"""Ask the desk without waiting for it: one worker thread owns the desk, answers arrive in the window.

``ask(work, then, failed)`` gives ``work`` the desk in the worker's thread and hands what it returns to
``then`` in the window's thread. Questions are answered in the order in which they were asked. An error
arrives as a :class:`mhdesk.errors.KnownError`, always: a bug has first been logged by its places and is told
by its number. Without ``failed`` it goes to whoever listens to the runner's signal ``failed``: the window.

An answer for a widget that is gone is dropped. The runner sees that for bound methods of a QObject, also
inside ``functools.partial``; a lambda or a nested function names its widget as ``owner``.
"""

from __future__ import annotations

import threading
from abc import abstractmethod
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeVar

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtCore import Signal as QtSignal
from shiboken6 import isValid

from mhdesk.errors import KnownError
from mhdesk.gui import faults

if TYPE_CHECKING:  # the desk brings the database along: that would take longer than painting the first window
    from mhdesk.desk.desk import Desk

PATIENCE_MS: Final = 200
"""How long work may go on that nobody waits for any more: whatever saves is done by then."""
_AGAIN_MS: Final = 25
_INTERRUPTED: Final = "common.interrupted"

T = TypeVar("T")
Failed = Callable[[KnownError], None]


class Runner(Protocol):
    """What a page needs to ask the desk."""

    def ask(
        self,
        work: Callable[[Desk], T],
        then: Callable[[T], None],
        failed: Failed | None = None,
        *,
        owner: QObject | None = None,
    ) -> None:
        """Do ``work`` with the desk, then give ``then`` what it returned, or ``failed`` its error."""
        ...


@dataclass(frozen=True, slots=True)
class _Job:
    """Something to do, and who waits for it."""

    work: Callable[[], Any]
    then: Callable[[Any], None]
    failed: Failed | None
    owner: QObject | None
    number: int = 0

    def wanted(self) -> bool:
        """Say whether everybody who waits for the answer is still there."""
        waiting = (self.owner, _receiver(self.then), _receiver(self.failed))
        return all(one is None or isValid(one) for one in waiting)


@dataclass(frozen=True, slots=True)
class _Answer:
    job: _Job
    result: Any
    error: BaseException | None


def _receiver(callback: Callable[..., object] | None) -> QObject | None:
    while isinstance(callback, partial):
        callback = callback.func
    owner = getattr(callback, "__self__", None)
    return owner if isinstance(owner, QObject) else None


def _answered(job: _Job) -> _Answer:
    try:
        return _Answer(job, job.work(), None)
    except BaseException as error:  # noqa: BLE001 - nothing is hidden: it is told to whoever waits for the answer
        return _Answer(job, None, error)


class DeskRunner(QObject):
    """Hold the open desk and answer questions; see the two kinds below.

    ``failed`` carries the KnownError of a question that nobody caught.
    """

    failed = QtSignal(object)

    def __init__(self, desk: Desk | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk

    def ask(
        self,
        work: Callable[[Desk], T],
        then: Callable[[T], None],
        failed: Failed | None = None,
        *,
        owner: QObject | None = None,
    ) -> None:
        """Do ``work`` with the desk, then give ``then`` what it returned, or ``failed`` its error."""
        self._submit(_Job(partial(self._at_the_desk, work), then, failed, owner))

    def run(
        self,
        work: Callable[[], T],
        then: Callable[[T], None],
        failed: Failed | None = None,
        *,
        owner: QObject | None = None,
    ) -> None:
        """Do ``work`` that needs no desk in the same way: slow imports, key derivation."""
        self._submit(_Job(work, then, failed, owner))

    def open_desk(
        self,
        factory: Callable[[], tuple[Desk, T]],
        then: Callable[[T], None],
        failed: Failed | None = None,
        *,
        owner: QObject | None = None,
    ) -> None:
        """Let ``factory`` open a desk in the worker's thread; ``then`` gets what it returned beside the desk.

        A desk that was open before is closed when the new one stands.
        """
        self._submit(_Job(partial(self._take, factory), then, failed, owner))

    def hurry(self) -> None:
        """Want what was asked until now no longer: what is not done soon fails with "common.interrupted".

        What is asked later is answered as always.
        """

    def is_stuck(self) -> bool:
        """Say whether work goes on that nobody wants and that could not be broken off."""
        return False

    @abstractmethod
    def close(self, *, wait: bool = True) -> None:
        """Close the desk and end; later questions are not answered any more.

        What was asked gets the time that `hurry` gives it. Without ``wait`` the thread, and the desk if work is stuck,
        are left to the end of the process: a database stands that as it stands a kill.
        """

    @abstractmethod
    def _submit(self, job: _Job) -> None: ...

    def _at_the_desk(self, work: Callable[[Desk], T]) -> T:
        if self._desk is None:
            raise RuntimeError("a question was asked before a desk was open")
        if self._desk.is_closed():
            raise KnownError("desk.closed")
        return work(self._desk)

    def _take(self, factory: Callable[[], tuple[Desk, T]]) -> T:
        desk, beside = factory()
        self._close_desk()
        self._desk = desk
        return beside

    def _close_desk(self) -> None:
        if self._desk is not None:
            self._desk.close()
            self._desk = None

    def _tell(self, error: KnownError, failed: Failed | None) -> None:
        if failed is not None:
            failed(error)
        else:
            self.failed.emit(error)


class ThreadRunner(DeskRunner):
    """Answer questions in one thread of its own; callbacks run in the thread that made the runner.

    Call `close` before the application ends: it waits until the desk is closed.
    """

    _arrived = QtSignal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(None, parent)
        self._jobs: SimpleQueue[_Job | None] = SimpleQueue()
        self._closed = False
        self._asked = 0
        self._unwanted = 0
        self._impatient = False
        self._reached = 0
        self._under_way = 0
        self._turn = threading.Lock()
        self._patience = QTimer(self)
        self._patience.timeout.connect(self._on_patience_timeout)
        self._arrived.connect(self._on_arrived)
        self._thread = threading.Thread(target=self._serve, name="desk", daemon=True)
        self._thread.start()

    def close(self, *, wait: bool = True) -> None:
        if not self._closed:
            self._closed = True
            self._jobs.put(None)
        self._unwanted = self._asked
        self._thread.join(PATIENCE_MS / 1000)
        self._patience.stop()
        while wait and self._thread.is_alive():
            self._interrupt()
            self._thread.join(_AGAIN_MS / 1000)

    def hurry(self) -> None:
        self._unwanted = self._asked
        self._impatient = False
        self._patience.start(PATIENCE_MS)

    def is_stuck(self) -> bool:
        return self._impatient and 0 < self._under_way <= self._unwanted

    @Slot()
    def _on_patience_timeout(self) -> None:
        """Break off what nobody wants, again and again: one job may begin many statements."""
        self._patience.setInterval(_AGAIN_MS)
        self._interrupt()
        if self._reached >= self._unwanted and not self.is_stuck():
            self._patience.stop()

    def _interrupt(self) -> None:
        with self._turn:
            self._impatient = True
            if 0 < self._under_way <= self._unwanted and self._desk is not None:
                self._desk.database.interrupt()

    def _submit(self, job: _Job) -> None:
        if not self._closed:
            self._asked += 1
            self._jobs.put(replace(job, number=self._asked))

    def _serve(self) -> None:
        """Answer until the end; the one function that runs in the worker's thread."""
        while (job := self._jobs.get()) is not None:
            self._arrived.emit(self._answer(job))
        try:
            self._close_desk()
        except Exception as error:  # noqa: BLE001 - logged: the window that could show it is gone
            faults.unexpected(error)

    def _answer(self, job: _Job) -> _Answer:
        with self._turn:
            if self._impatient and job.number <= self._unwanted:
                self._reached = job.number
                return _Answer(job, None, KnownError(_INTERRUPTED))
            self._reached = self._under_way = job.number
        try:
            return _answered(job)
        finally:
            with self._turn:
                self._under_way = 0
                if self._desk is not None:
                    self._desk.database.go_on()

    @Slot(object)
    def _on_arrived(self, arrived: object) -> None:
        if isinstance(arrived, _Answer):
            self._deliver(arrived)

    def _deliver(self, answer: _Answer) -> None:
        if self._closed or not answer.job.wanted():
            if answer.error is not None:
                faults.known(answer.error)
            return
        if answer.error is None:
            answer.job.then(answer.result)
        else:
            self._tell(faults.known(answer.error), answer.job.failed)


class InlineRunner(DeskRunner):
    """Answer at once in the same thread, for tests and screenshots; a bug is raised where it happens."""

    _closed = False

    def close(self, *, wait: bool = True) -> None:
        del wait  # nothing is ever under way
        self._closed = True
        self._close_desk()

    def _submit(self, job: _Job) -> None:
        if self._closed:  # a timer of a page that nobody has deleted yet
            return
        answer = _answered(job)
        if answer.error is None:
            job.then(answer.result)
        elif isinstance(answer.error, KnownError):
            self._tell(answer.error, job.failed)
        else:
            raise answer.error
