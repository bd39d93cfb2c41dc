"""Ask the desk who may be meant: everybody is read beforehand, and a question waits for a pause in the typing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtCore import Signal as QtSignal

from mhdesk.domain.change import Change
from mhdesk.domain.signals import PersonDraft
from mhdesk.domain.text import clean
from mhdesk.errors import KnownError
from mhdesk.gui.bus import Bus
from mhdesk.gui.runner import Runner

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk
    from mhdesk.desk.matching import Hints, Known, PossiblySame

PAUSE_MS: Final = 300
_AGAIN_MS: Final = 1_000
_BREATH_MS: Final = 5
"""Between two slices, so that whatever else is asked comes first."""

COMPARED: Final = frozenset({"first_names", "last_name", "birth", "phone"})
"""The fields of a person by which somebody is recognised."""


def _read_on(desk: Desk) -> bool:
    from mhdesk.desk import matching

    return matching.read_on(desk)


def _possibly_same(draft: PersonDraft, desk: Desk) -> Hints:
    from mhdesk.desk import matching

    return matching.possibly_same(desk, draft)


def known(person_id: int, desk: Desk) -> Known | None:
    """Return whom a draft was linked to, if he or she may still come up."""
    from mhdesk.desk import matching

    return matching.known(desk, person_id)


def alike(person_ids: Sequence[int], desk: Desk) -> dict[int, PossiblySame]:
    """Return who of the registry is probably the same as one of these persons."""
    from mhdesk.desk import matching

    return matching.alike(desk, person_ids)


def tell_apart(person_id: int, other: int, desk: Desk) -> Change:
    """Keep that two persons are not the same."""
    from mhdesk.desk import matching

    return matching.tell_apart(desk, person_id, other)


def tell_alike(person_id: int, other: int, desk: Desk) -> Change:
    """Take that back."""
    from mhdesk.desk import matching

    return matching.tell_alike(desk, person_id, other)


class ReadingOn(QObject):
    """Let the desk read everybody in slices, and after each change whom it concerns."""

    def __init__(self, runner: Runner, bus: Bus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._breath = QTimer(self)
        self._breath.setSingleShot(True)
        self._breath.setInterval(_BREATH_MS)
        self._breath.timeout.connect(self._on_breath_timeout)
        bus.changed.connect(self._on_bus_changed)

    def begin(self) -> None:
        """Read from now on; to be called once the first page was asked for."""
        self._breath.start()

    @Slot()
    def _on_breath_timeout(self) -> None:
        self._runner.ask(_read_on, self._on_read, self._on_refused)

    def _on_read(self, done: bool) -> None:
        if not done:
            self._breath.start()

    def _on_refused(self, _error: KnownError) -> None:
        """Read no further, as when the window locks: a form that asks reads on, and tells what is wrong."""

    @Slot(object)
    def _on_bus_changed(self, change: object) -> None:
        if isinstance(change, Change) and (change.persons or change.signals):
            self._breath.start()


class Asking(QObject):
    """Ask in each pause of the typing who may be meant by ``draft``.

    ``answered`` carries the :class:`mhdesk.desk.matching.PossiblySame` of what is typed now; an answer about what
    was typed before is dropped.
    """

    answered = QtSignal(tuple)

    def __init__(
        self, runner: Runner, draft: Callable[[], PersonDraft], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._draft = draft
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self.now)

    def soon(self) -> None:
        """Ask when the typing pauses."""
        self._pause.start(PAUSE_MS)

    @Slot()
    def now(self) -> None:
        """Ask at once; about nothing, or about somebody who is linked, there is nothing to ask."""
        self._pause.stop()
        draft = self._draft()
        if draft.person_id is not None or not any(clean(getattr(draft, name)) for name in COMPARED):
            self.answered.emit(())
            return
        self._runner.ask(partial(_possibly_same, draft), partial(self._on_answered, draft))

    def _on_answered(self, asked: PersonDraft, hints: Hints) -> None:
        if self._pause.isActive() or asked != self._draft():
            return
        self.answered.emit(hints.found)
        if not hints.complete:
            self._pause.start(_AGAIN_MS)
