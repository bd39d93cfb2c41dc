"""The focus ring that lies around a widget, with a little air between.

A style sheet cannot draw outside a widget, so one transparent overlay follows the focus. It belongs to
the window or, inside a scroll area, to the scrolled content: there it moves and is cut off together
with its widget.
"""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

from mhdesk.gui.look import sizes
from mhdesk.gui.look.painting import draw_focus

_REACH = sizes.FOCUS_LINE + sizes.FOCUS_AIR
_MOVES = frozenset(
    (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.ParentChange)
)


def _alive(thing: QObject) -> bool:
    """Return whether Qt still has the object behind a Python name."""
    return bool(isValid(thing))


@runtime_checkable
class Ringed(Protocol):
    """A widget that wants the ring around it while it has the focus."""

    def focus_ring(self) -> QRect | None:
        """Return what to draw the ring around, in the widget's own coordinates; None for no ring now."""
        ...


class _Ring(QWidget):
    """The overlay itself: seen, never clicked, never focused."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_focus(painter, QRectF(self.rect()), sizes.RADIUS_FOCUS)


def _container(widget: QWidget) -> QWidget:
    """Return the widget that the ring of ``widget`` is laid in."""
    place = widget
    while (parent := place.parentWidget()) is not None and not place.isWindow():
        if isinstance(grand := parent.parentWidget(), QAbstractScrollArea) and grand.viewport() is parent:
            return place
        place = parent
    return place


class FocusRing(QObject):
    """Lay the ring around whatever has the focus and asks for it."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._ring: _Ring | None = None
        self._watched: list[QWidget] = []
        app.focusChanged.connect(self._on_app_focus_changed)

    @Slot("QWidget*", "QWidget*")
    def _on_app_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._drop()
        if new is not None and isinstance(new, Ringed):
            self._follow(new)

    def _drop(self) -> None:
        for widget in self._watched:
            if _alive(widget):
                widget.removeEventFilter(self)
        self._watched = []
        if self._ring is not None and _alive(self._ring):
            self._ring.hide()
            self._ring.deleteLater()
        self._ring = None

    def _follow(self, widget: QWidget) -> None:
        container = _container(widget)
        if container is widget:
            return
        place: QWidget | None = widget
        while place is not None and place is not container:
            place.installEventFilter(self)
            self._watched.append(place)
            place = place.parentWidget()
        self._ring = _Ring(container)
        self.place()

    def place(self) -> None:
        """Lay the ring where its widget is now; call it when `Ringed.focus_ring` answers something else."""
        if self._ring is None or not self._watched or not _alive(self._ring):
            return
        widget = self._watched[0]
        around = widget.focus_ring() if isinstance(widget, Ringed) else None
        if around is None or not widget.isVisible():
            self._ring.hide()
            return
        container = self._ring.parentWidget()
        if container is None:
            return
        corner = widget.mapTo(container, QPoint(0, 0))
        self._ring.setGeometry(around.translated(corner).adjusted(-_REACH, -_REACH, _REACH, _REACH))
        self._ring.raise_()
        self._ring.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES:
            self.place()
        return super().eventFilter(watched, event)


def ring() -> FocusRing:
    """Return the ring of this application; it is made on the first call.

    Raises RuntimeError without a QApplication.
    """
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise RuntimeError("no QApplication")  # noqa: TRY004 - nobody passed a wrong type
    found = app.findChildren(FocusRing, "", Qt.FindChildOption.FindDirectChildrenOnly)
    return found[0] if found else FocusRing(app)
