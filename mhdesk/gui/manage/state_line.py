"""How something stands: a mark, a sentence, and what that means."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.painting import Mark, draw_mark
from mhdesk.gui.look.roles import Role
from mhdesk.gui.look.theme import look
from mhdesk.gui.widgets.labels import Paragraph

_DROP = 4


class _MarkSign(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.mark = Mark.NONE
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = look().px(sizes.MARK)
        return QSize(side, side + _DROP)

    def paintEvent(self, _event: QPaintEvent) -> None:
        side = look().px(sizes.MARK)
        draw_mark(QPainter(self), QRectF(0, _DROP, side, side), self.mark)


class StateLine(QWidget):
    """Told by the shape of the mark and by words; colour is an extra."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = _MarkSign()
        self._sentence = Paragraph("", Type.STRONG)
        self._more = Paragraph("", Type.CAPTION, Role.SECOND)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._sentence)
        words.addWidget(self._more)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.S16)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def show_state(self, mark: Mark, sentence: str, more: str = "") -> None:
        """Say how it stands."""
        self._mark.mark = mark
        self._mark.update()
        self._sentence.set_plain(sentence)
        self._more.set_plain(more)
        self._more.setVisible(bool(more))
        self.setAccessibleName(f"{sentence} {more}".strip())

    def sentence(self) -> str:
        """Return what is said."""
        return self._sentence.plain()
