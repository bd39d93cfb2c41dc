"""Tabs under a title: words with a line under the chosen one."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QTabBar, QWidget

from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.painting import draw_ground, draw_hairline
from mhdesk.gui.look.roles import Role
from mhdesk.gui.look.theme import look
from mhdesk.gui.widgets import focus

_HEIGHT = 38
_GAP = 32
_BAR = 3


class Tabs(QTabBar):
    """A row of words to choose one of; arrows walk through them. Qt tells a screen reader which are chosen."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        focus.ring()

    def tabSizeHint(self, index: int) -> QSize:
        width = look().metrics(Type.URGENT).horizontalAdvance(self.tabText(index))
        return QSize(width + _GAP, look().px(_HEIGHT))

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def focus_ring(self) -> QRect | None:
        """Return the words of the chosen tab."""
        return self._words(self.currentIndex()).adjusted(-sizes.S8, sizes.S4, sizes.S8, -sizes.S4)

    def _words(self, index: int) -> QRect:
        return self.tabRect(index).adjusted(0, 0, -_GAP, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_hairline(painter, 0, self.width(), self.height() - 1)
        for index in range(self.count()):
            chosen, words = index == self.currentIndex(), self._words(index)
            painter.setFont(look().font(Type.URGENT if chosen else Type.STRONG))
            painter.setPen(look().ink(Role.TEXT if chosen else Role.SECOND))
            painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), self.tabText(index))
            if chosen:
                line = QRectF(words.left(), words.bottom() - _BAR + 1, words.width(), _BAR)
                draw_ground(painter, line, Role.ACCENT, _BAR / 2)
