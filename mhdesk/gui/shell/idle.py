"""Notice that nobody is at the desk: no key, mouse or touch in any window of the app.

Two clocks judge. The monotonic one cannot be set back, but stands still while the computer sleeps; the wall
clock goes on in sleep, but can be set back. The longer of the two times counts: at worst somebody has to
unlock once too often.

It looks at what the system sends to the windows. A filter over the whole app would see every event of every
widget: 5,000 to open a form, 5 microseconds each.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QGuiApplication, QWindow

MIN_MINUTES: Final = 1
MAX_MINUTES: Final = 30
WARN_SECONDS: Final = 30
_LOOK_EVERY_MS: Final = 1000
_BY_HAND: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,  # all that a window hears of a key that was a shortcut
        QEvent.Type.InputMethod,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
        QEvent.Type.TabletMove,
    }
)


@dataclass(frozen=True, slots=True)
class Clocks:
    """Both clocks, in seconds."""

    monotonic: Callable[[], float] = time.monotonic
    wall: Callable[[], float] = time.time


def minutes_within_bounds(minutes: int) -> int:
    """Return ``minutes`` as they may be: 1 to 30."""
    return max(MIN_MINUTES, min(MAX_MINUTES, minutes))


class IdleWatch(QObject):
    """Watch the whole app from `begin` on.

    ``nearly_idle`` comes once, 30 seconds before ``idle``; ``back`` when somebody does something in between.
    ``idle`` comes once. From then on nothing that is done by hand reaches the app, nor does what is done too
    late (the first key after a sleep), until `begin` starts all over or `end` gives up. After `hold` nothing starts
    the count again but `begin`.
    """

    nearly_idle = QtSignal()
    back = QtSignal()
    idle = QtSignal()

    def __init__(self, minutes: int, clocks: Clocks | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clocks = clocks or Clocks()
        self._limit = 60 * minutes_within_bounds(minutes)
        self._since = self._now()
        self._warned = False
        self._ended = False
        self._held = False
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Count from now on."""
        self._ended = self._held = False
        self._restart()
        for window in QGuiApplication.topLevelWindows():
            window.installEventFilter(self)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._on_focus_window_changed, Qt.ConnectionType.UniqueConnection)
        self._timer.start()

    def hold(self) -> None:
        """Count from now on, whatever is done by hand: for a screen that is hidden from somebody who stands there."""
        self._restart()
        self._held = True

    def end(self) -> None:
        """Watch no longer."""
        self._timer.stop()
        for window in QGuiApplication.topLevelWindows():
            window.removeEventFilter(self)
        self._ended = True

    @Slot("QWindow*")
    def _on_focus_window_changed(self, window: QWindow | None) -> None:
        if window is not None and not self._ended:
            window.installEventFilter(self)

    def set_minutes(self, minutes: int) -> None:
        """Wait another time, counted from now on."""
        self._limit = 60 * minutes_within_bounds(minutes)
        self._restart()

    @Slot()
    def look(self) -> None:
        """See how late it is; a timer does it every second."""
        if not self._timer.isActive():
            return
        passed = self._passed()
        if passed >= self._limit:
            self._timer.stop()
            self.idle.emit()
        elif passed >= self._limit - WARN_SECONDS and not self._warned:
            self._warned = True
            self.nearly_idle.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Start counting again at everything done by hand; what comes too late is swallowed."""
        if event.type() not in _BY_HAND:
            return False
        if self._passed() >= self._limit:
            self.look()
        if not self._timer.isActive():
            return True
        if not self._held:
            self._restart()
        return False

    def _restart(self) -> None:
        self._since = self._now()
        if self._warned:
            self._warned = False
            self.back.emit()

    def _now(self) -> tuple[float, float]:
        return self._clocks.monotonic(), self._clocks.wall()

    def _passed(self) -> float:
        return max(now - then for now, then in zip(self._now(), self._since, strict=True))
