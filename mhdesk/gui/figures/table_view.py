"""A table of figures: as high as its rows, walked through with the arrows, copied by nobody."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from mhdesk.gui.figures.signs import Sign, draw_tint, draw_underline
from mhdesk.gui.figures.table_model import FIGURE, SIGN
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.theme import look
from mhdesk.gui.widgets.rows import Index
from mhdesk.gui.widgets.tables import STRENGTH, TableView

_FIGURE_WIDTH: Final = 84
_PADDING: Final = 10
_CHOOSE: Final = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
_CROSSING: Final = frozenset((Qt.Key.Key_Left, Qt.Key.Key_Right))


class _Figures(QStyledItemDelegate):
    """Paints a figure as the table paints every cell, and its mark with it."""

    def __init__(self, view: TableView, plain: QAbstractItemDelegate) -> None:
        super().__init__(view)
        self._view = view
        self._plain = plain

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        sign = Sign(index.data(SIGN))  # Qt hands a StrEnum back as a plain string
        if sign is Sign.WITHHELD and not option.state & QStyle.StateFlag.State_Selected:
            draw_tint(painter, option.rect.adjusted(look().px(sizes.S16), 4, -2, -4))
        self._plain.paint(painter, option, index)
        if sign in {Sign.SMALL, Sign.ALONG}:
            place = option.rect.adjusted(0, 0, -_PADDING, 0)
            words, kind = str(index.data()), index.data(STRENGTH) or Type.TEXT
            draw_underline(painter, place, words, kind, sign)


class FiguresView(TableView):
    """One table of figures.

    ``stepped_out`` follows an arrow that leaves the table at its top (-1) or bottom (1); ``crossed`` one to the side.
    """

    stepped_out = QtSignal(int)
    crossed = QtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegateForColumn(FIGURE, _Figures(self, self.itemDelegate()))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def choose(self, row: int) -> None:
        """Put the cursor on a row; -1 takes it away."""
        index = self.model().index(row, FIGURE) if row >= 0 else QModelIndex()
        self.selectionModel().setCurrentIndex(index, _CHOOSE)

    def fit(self) -> None:
        """Take the widths and the height that the model asks for; call it when the model changed."""
        self.set_widths((0, _FIGURE_WIDTH), stretch=0)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        rows = self.model().rowCount() if self.model() else 0
        height = look().px(sizes.FIELD_HEIGHT) + rows * look().px(sizes.TABLE_ROW_HEIGHT)
        return QSize(look().px(sizes.FIELD_WIDTH), height + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(sizes.S64 * 3), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk on into the next table; no figure goes to the clipboard, where no publication remembers it."""
        row, last = self.currentIndex().row(), self.model().rowCount() - 1
        if event.matches(QKeySequence.StandardKey.Copy):
            event.accept()
        elif event.key() in _CROSSING:
            self.crossed.emit()
        elif event.key() == Qt.Key.Key_Up and row == 0:
            self.stepped_out.emit(-1)
        elif event.key() == Qt.Key.Key_Down and row == last:
            self.stepped_out.emit(1)
        else:
            super().keyPressEvent(event)
