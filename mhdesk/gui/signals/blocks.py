"""What the page of one signal is built of: marks, lines with something at the right, facts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.painting import Mark, draw_mark
from mhdesk.gui.look.roles import Role
from mhdesk.gui.look.theme import look
from mhdesk.gui.widgets.labels import Paragraph

_FACT_NAME_WIDTH = 148
_LEADING = 2
"""By so much a `Paragraph` stands lower than a label beside it."""


class MarkSign(QWidget):
    """A mark beside the words that say the same; silent for a screen reader."""

    def __init__(self, mark: Mark, share: float = 0.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = mark
        self._share = share
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = look().px(sizes.MARK + 2)
        return QSize(side, side + look().px(_LEADING))

    def paintEvent(self, _event: QPaintEvent) -> None:
        side = look().px(sizes.MARK)
        draw_mark(QPainter(self), QRectF(1, look().px(_LEADING), side, side), self._mark, self._share)


def column(owner: QWidget, spacing: int = sizes.S4) -> QVBoxLayout:
    """Return a column without margins for a widget."""
    made = QVBoxLayout(owner)
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(spacing)
    return made


def beside(left: QWidget, right: QWidget, *, wraps: bool = False) -> QHBoxLayout:
    """Return a line with something at its right edge; with ``wraps`` the left one takes the room that is left."""
    row = QHBoxLayout()
    row.setSpacing(sizes.S12)
    row.addWidget(left, 1 if wraps else 0)
    if wraps:
        right.setContentsMargins(0, look().px(_LEADING), 0, 0)
    else:
        row.addStretch(1)
    row.addWidget(right, 0, Qt.AlignmentFlag.AlignTop if wraps else Qt.AlignmentFlag.AlignVCenter)
    return row


def marked(mark: QWidget, words: QLayout) -> QHBoxLayout:
    """Return a mark with a column of words beside it."""
    row = QHBoxLayout()
    row.setSpacing(sizes.S16)
    row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(words, 1)
    return row


def facts(pairs: Sequence[tuple[str, str]]) -> QGridLayout:
    """Return names and what they are, under each other in two columns; empty ones are left out."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(sizes.S16)
    grid.setVerticalSpacing(sizes.S4)
    grid.setColumnMinimumWidth(0, look().px(_FACT_NAME_WIDTH))
    grid.setColumnStretch(1, 3)
    for row, (name, value) in enumerate((name, value) for name, value in pairs if value):
        grid.addWidget(Paragraph(name, Type.TEXT, Role.SECOND), row, 0)
        grid.addWidget(Paragraph(value), row, 1)
    return grid


def empty_out(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            empty_out(inner)
