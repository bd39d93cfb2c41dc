"""A button that is only an icon; its name is its tooltip and what a screen reader says."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from mhdesk.gui.look import icons, sizes
from mhdesk.gui.look.painting import draw_ground
from mhdesk.gui.look.roles import Role
from mhdesk.gui.look.theme import look
from mhdesk.gui.widgets import enter, focus

_SIDE = 28


class IconButton(QPushButton):
    """An icon to press, 28 x 28; only where the icon is known by everybody (close, more)."""

    def __init__(self, icon: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = icon
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        focus.ring()

    def focus_ring(self) -> QRect | None:
        """Return what lies inside the ring: the button without its outer edge."""
        return self.rect().adjusted(2, 2, -2, -2)

    def sizeHint(self) -> QSize:
        side = look().px(_SIDE)
        return QSize(side, side)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not enter.pressed(self, event):
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.underMouse():
            draw_ground(painter, QRectF(self.rect()), Role.HOVER)
        side = look().px(sizes.ICON - 4)
        icons.draw(
            painter,
            QRect((self.width() - side) // 2, (self.height() - side) // 2, side, side),
            self._icon_name,
            Role.SECOND,
        )
