"""The column that says where you are on the way to a new registry."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from mhdesk.gui.look import icons, sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.painting import Mark, draw_mark
from mhdesk.gui.look.roles import Role
from mhdesk.gui.look.theme import look

_TOP: Final = 72
_STEP: Final = 40
_LEFT: Final = 26
_WORDS_LEFT: Final = 56


class Steps(QWidget):
    """The steps under each other: done, here, still to come. Told by mark, weight and words, not by colour."""

    def __init__(self, steps: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps = steps
        self._here = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.go_to(0)

    def go_to(self, here: int) -> None:
        """Show another step as the present one."""
        self._here = here
        words = self.tr("Step {number} of {count}: {name}")
        self.setAccessibleName(words.format(number=here + 1, count=len(self._steps), name=self._steps[here]))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(look().px(sizes.NAVIGATION_WIDTH), 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), look().ink(Role.NAVIGATION))
        icons.draw(painter, QRect(20, 16, 24, 24), "mark", Role.ACCENT)
        painter.setPen(look().ink(Role.TEXT))
        painter.setFont(look().font(Type.URGENT))
        painter.drawText(QRect(52, 12, self.width() - 52, 32), Qt.AlignmentFlag.AlignVCenter, "mhdesk")
        for place, name in enumerate(self._steps):
            self._paint_step(painter, place, name)

    def _paint_step(self, painter: QPainter, place: int, name: str) -> None:
        here, done = place == self._here, place < self._here
        middle = _TOP + place * look().px(_STEP) + look().px(_STEP) / 2
        mark = QRectF(_LEFT, middle - sizes.MARK / 2, sizes.MARK, sizes.MARK)
        if done:
            draw_mark(painter, mark, Mark.DONE)
        else:
            self._paint_number(painter, mark, place + 1, here=here)
        painter.setFont(look().font(Type.URGENT if here else Type.TEXT))
        painter.setPen(look().ink(Role.TEXT if here else Role.SECOND))
        words = QRect(_WORDS_LEFT, round(middle) - 16, self.width() - _WORDS_LEFT, 32)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, name)

    def _paint_number(self, painter: QPainter, mark: QRectF, number: int, *, here: bool) -> None:
        role = Role.ACCENT if here else Role.SECOND
        painter.setPen(QPen(look().ink(role), 2.4 if here else 1.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(mark.center()), 9.5, 9.5)
        painter.setFont(look().font(Type.CAPTION_STRONG))
        painter.drawText(mark.adjusted(-2, -2, 2, 2), Qt.AlignmentFlag.AlignCenter, str(number))
