"""One line of the navigation: an icon and a word; only the icon when there is no room."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from mhdesk.gui.look import icons, sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.painting import draw_ground
from mhdesk.gui.look.roles import Role
from mhdesk.gui.look.theme import look
from mhdesk.gui.widgets import enter, focus

_HEIGHT: Final = 36
_ICON_LEFT: Final = 14
_WORDS_LEFT: Final = 44
_BAR: Final = 3


class NavButton(QPushButton):
    """A place to go to, or with ``chosen`` never set something to do. ``count`` stands at the right edge."""

    def __init__(self, icon: str, text: str, keys: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._icon = icon
        self._keys = keys
        self._count = 0
        self._narrow = False
        self._chosen = False
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        focus.ring()
        self._rename()

    @property
    def chosen(self) -> bool:
        """Return whether this is the place that is shown."""
        return self._chosen

    def set_chosen(self, chosen: bool) -> None:
        """Show whether this is the place that is shown."""
        self._chosen = chosen
        self._rename()
        self.update()

    def set_count(self, count: int) -> None:
        """Show how many things wait there; nothing for none."""
        self._count = count
        self._rename()
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        """Show the icon only, the word as a tooltip."""
        self._narrow = narrow
        self._rename()
        self.updateGeometry()
        self.update()

    def _rename(self) -> None:
        name = f"{self.text()}, {self._count}" if self._count else self.text()
        self.setAccessibleName(name)
        self.setAccessibleDescription(self._keys)
        self.setToolTip(f"{self.text()}  {self._keys}".strip() if self._narrow else self._keys)

    def focus_ring(self) -> QRect | None:
        """Return what lies inside the ring."""
        return self.rect().adjusted(4, 4, -4, -4)

    def sizeHint(self) -> QSize:
        return QSize(sizes.S32, look().px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrow keys to the navigation: Qt would walk out of it with them."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        elif not enter.pressed(self, event):
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._chosen:
            draw_ground(painter, QRectF(self.rect()), Role.CHOSEN)
            bar = QRectF(0, self.height() / 2 - 10, _BAR, 20)
            draw_ground(painter, bar, Role.ACCENT, _BAR / 2)
        elif self.underMouse():
            draw_ground(painter, QRectF(self.rect()), Role.HOVER)
        side = look().px(sizes.ICON)
        left = (self.width() - side) // 2 if self._narrow else _ICON_LEFT
        place = QRect(left, (self.height() - side) // 2, side, side)
        icons.draw(painter, place, self._icon, Role.ACCENT if self._chosen else Role.SECOND)
        if not self._narrow:
            self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        painter.setPen(look().ink(Role.TEXT if self._chosen else Role.SECOND))
        painter.setFont(look().font(Type.STRONG if self._chosen else Type.TEXT))
        words = self.rect().adjusted(_WORDS_LEFT + look().px(sizes.ICON) - sizes.ICON, 0, -sizes.S12, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._count:
            painter.setPen(look().ink(Role.ACCENT if self._chosen else Role.SECOND))
            painter.setFont(look().font(Type.CAPTION_STRONG))
            right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(words, right, str(self._count))
