"""A picture or a page that fits its place, or is enlarged, turned and moved about."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QTransform
from PySide6.QtWidgets import QAbstractScrollArea, QAbstractSlider, QFrame, QWidget

from mhdesk.gui.look.painting import draw_focus
from mhdesk.gui.look.roles import Role
from mhdesk.gui.look.theme import look

_STEP: Final = 1.25
_LEAST, _MOST = 0.05, 8.0
_LARGEST_DRAWN: Final = 12_000
"""Pixels of a side as it is drawn; one more step of enlarging is not taken beyond it."""
_AIR: Final = 4


class Fit(StrEnum):
    """What an image is made as large as: its whole place, the width of it, or ``NONE``."""

    WHOLE = "whole"
    WIDTH = "width"
    NONE = "none"


class Canvas(QAbstractScrollArea):
    """Show one image; arrows and Page Up or Down move over it.

    ``turned_over`` carries -1 or 1 when a key wants to go beyond the top or the end: to the page before or after.
    """

    turned_over = QtSignal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self._drawn = QImage()
        self._turned = 0
        self._fit = Fit.WHOLE
        self._factor = 1.0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def factor(self) -> float:
        """Return how large the image is drawn, 1 for each of its pixels as one of the screen."""
        return self._factor

    @property
    def turned(self) -> int:
        """Return by how many degrees the image is turned to the right."""
        return self._turned

    def has_image(self) -> bool:
        """Say whether there is anything to see."""
        return not self._image.isNull()

    def show_image(self, image: QImage, spoken: str = "") -> None:
        """Show an image from its top; ``spoken`` is what a screen reader says of what stands in it."""
        self._image = image
        self.setAccessibleDescription(spoken)
        self._draw()
        self.verticalScrollBar().setValue(0)

    def wipe(self) -> None:
        """Forget the image."""
        self.show_image(QImage())

    def fit(self, how: Fit) -> None:
        """Make the image as large as its place allows."""
        self._fit = how
        self._draw()

    def show_actual(self) -> None:
        """Show each pixel of the image as one of the screen."""
        self._enlarge_to(1.0)

    def enlarge(self, steps: int) -> None:
        """Show the image larger, or with negative ``steps`` smaller."""
        self._enlarge_to(self._factor * _STEP**steps)

    def turn(self) -> None:
        """Turn the image a quarter to the right."""
        self._turned = (self._turned + 90) % 360
        self._draw()

    def _enlarge_to(self, factor: float) -> None:
        side = max(self._image.width(), self._image.height(), 1)
        self._fit = Fit.NONE
        self._factor = max(_LEAST, min(factor, _MOST, _LARGEST_DRAWN / side))
        self._draw()

    def _draw(self) -> None:
        """Make what is painted: once for each size, and nowhere but in memory."""
        image = self._image.transformed(QTransform().rotate(self._turned)) if self._turned else self._image
        if image.isNull():
            self._drawn = QImage()
        else:
            self._factor = self._fitting(image.size())
            ratio = self.devicePixelRatioF()
            size = QSize(round(image.width() * self._factor), round(image.height() * self._factor))
            smooth = Qt.TransformationMode.SmoothTransformation
            aspect = Qt.AspectRatioMode.IgnoreAspectRatio
            self._drawn = image.scaled((size * ratio).expandedTo(QSize(1, 1)), aspect, smooth)
            self._drawn.setDevicePixelRatio(ratio)
        self._set_bars()
        self.viewport().update()

    def _fitting(self, size: QSize) -> float:
        if self._fit is Fit.NONE:
            return self._factor
        room = self.maximumViewportSize() - QSize(2 * _AIR, 2 * _AIR)
        wide = max(room.width(), 1) / size.width()
        high = max(room.height(), 1) / size.height()
        if self._fit is Fit.WHOLE:
            return min(wide, high, 1.0)
        bar = self.verticalScrollBar().sizeHint().width()
        return min((room.width() - bar) / size.width() if high < wide else wide, 1.0)

    def _extent(self) -> QSize:
        return self._drawn.deviceIndependentSize().toSize()

    def _set_bars(self) -> None:
        whole = self._fit is Fit.WHOLE  # a bar that is still there goes
        extent, room = self._extent(), self.maximumViewportSize() if whole else self.viewport().size()
        for bar, length, seen in (
            (self.horizontalScrollBar(), extent.width(), room.width()),
            (self.verticalScrollBar(), extent.height(), room.height()),
        ):
            bar.setPageStep(seen)
            bar.setSingleStep(look().px(48))
            bar.setRange(0, max(0, length + 2 * _AIR - seen))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fit is Fit.NONE:
            self._set_bars()
        else:
            self._draw()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        room, extent = self.viewport().rect(), self._extent()
        painter.fillRect(room, look().ink(Role.NAVIGATION))
        left = max((room.width() - extent.width()) // 2, _AIR) - self.horizontalScrollBar().value()
        top = max((room.height() - extent.height()) // 2, _AIR) - self.verticalScrollBar().value()
        if not self._drawn.isNull():
            painter.fillRect(QRect(left, top, extent.width(), extent.height()), Qt.GlobalColor.white)
            painter.drawImage(left, top, self._drawn)
        if self.hasFocus():
            draw_focus(painter, room.toRectF())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move over the image; at its top or end go to another page."""
        down = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}.get(Qt.Key(event.key()))
        bar = self.verticalScrollBar()
        if down is None:
            self._move(event)
        elif bar.value() == (bar.minimum() if down < 0 else bar.maximum()):
            self.turned_over.emit(down)
        else:
            way = QAbstractSlider.SliderAction
            bar.triggerAction(way.SliderPageStepAdd if down > 0 else way.SliderPageStepSub)

    def _move(self, event: QKeyEvent) -> None:
        way = QAbstractSlider.SliderAction
        across, along = self.horizontalScrollBar(), self.verticalScrollBar()
        moves = {
            Qt.Key.Key_Left: (across, way.SliderSingleStepSub),
            Qt.Key.Key_Right: (across, way.SliderSingleStepAdd),
            Qt.Key.Key_Up: (along, way.SliderSingleStepSub),
            Qt.Key.Key_Down: (along, way.SliderSingleStepAdd),
            Qt.Key.Key_Home: (along, way.SliderToMinimum),
            Qt.Key.Key_End: (along, way.SliderToMaximum),
        }
        found = moves.get(Qt.Key(event.key()))
        if found is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        else:
            bar, action = found
            bar.triggerAction(action)
