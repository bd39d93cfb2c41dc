"""Tables: rows of 36, hairlines between them, a darker line under the head, numbers at the right.

A model answers ``DisplayRole``, ``rows.ROW_ID`` in any column, and may answer:

- ``Qt.TextAlignmentRole``: `NUMBER` for a column of numbers, nothing for words;
- `STRENGTH`: a `look.fonts.Type` for a cell that is heavier or lighter than text;
- `INK`: a `look.roles.Role` for a cell in another colour;
- `TOTAL`: True for a row of totals (a darker line above it).
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.lettering import draw_words
from mhdesk.gui.look.painting import draw_focus, draw_ground, draw_hairline
from mhdesk.gui.look.roles import Role
from mhdesk.gui.look.theme import look
from mhdesk.gui.widgets.row_keys import id_at, is_for_page, opens_row
from mhdesk.gui.widgets.rows import ROW_ID, Index

STRENGTH = ROW_ID + 1
INK = ROW_ID + 2
TOTAL = ROW_ID + 3
NUMBER = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

_WORDS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
_SELECTED = QStyle.StateFlag.State_Selected
_PADDING = 10
_ROWS_MIN = 5
_BAR = 3


class _Cells(QStyledItemDelegate):
    """Paints one cell; what belongs to the row (tints, hairlines) is cut from the row's whole width."""

    def __init__(self, view: TableView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(sizes.S64, look().px(sizes.TABLE_ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setClipRect(option.rect)
        self._paint_row(painter, option, index)
        self._paint_words(painter, option.rect, index)
        painter.restore()

    def _paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view = self._view
        whole = QRect(0, option.rect.top(), view.viewport().width(), option.rect.height())
        chosen = bool(option.state & _SELECTED)
        left, right = sizes.BLEED_LEFT, whole.right() - sizes.BLEED_RIGHT
        if chosen or index.row() == view.hovered_row():
            draw_ground(painter, QRectF(whole), Role.CHOSEN if chosen else Role.HOVER)
        elif index.row() + 1 < view.model().rowCount():
            draw_hairline(painter, left, right, whole.bottom())
        if index.data(TOTAL):
            draw_hairline(painter, left, right, whole.top(), Role.BORDER)
        if chosen:
            draw_ground(painter, QRectF(0, whole.top() + 6, _BAR, whole.height() - 12), Role.ACCENT, _BAR / 2)
            if view.hasFocus():
                draw_focus(painter, QRectF(whole))

    def _paint_words(self, painter: QPainter, cell: QRect, index: Index) -> None:
        words = index.data(_DISPLAY)
        if words is None:
            return
        kind, role = index.data(STRENGTH) or Type.TEXT, index.data(INK) or Role.TEXT
        place = cell.adjusted(sizes.BLEED_LEFT if index.column() == 0 else _PADDING, 0, -_PADDING, 0)
        right = bool(int(index.data(_ALIGNMENT) or 0) & int(Qt.AlignmentFlag.AlignRight))
        draw_words(painter, place, str(words), kind, role, right=right)


class _Header(QHeaderView):
    """Captions over the columns, aligned as their columns are, and a darker line under them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setHighlightSections(False)
        self.setSectionsMovable(False)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), look().px(sizes.FIELD_HEIGHT))

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        model, across = self.model(), Qt.Orientation.Horizontal
        painter.save()
        alignment = model.headerData(logical, across, _ALIGNMENT) or _WORDS
        place = rect.adjusted(sizes.BLEED_LEFT if logical == 0 else _PADDING, 0, -_PADDING, 0)
        words = str(model.headerData(logical, across, _DISPLAY) or "")
        right = bool(int(alignment) & int(Qt.AlignmentFlag.AlignRight))
        draw_words(painter, place, words, Type.CAPTION_STRONG, Role.SECOND, right=right)
        left = rect.left() + (sizes.BLEED_LEFT if logical == 0 else 0)
        last = self.visualIndex(logical) == self.count() - 1
        draw_hairline(
            painter, left, rect.right() - (sizes.BLEED_RIGHT if last else 0), rect.bottom(), Role.BORDER
        )
        painter.restore()


class TableView(QTableView):
    """A table that is read and opened by row.

    ``row_opened`` carries the id (`rows.ROW_ID`) of a row opened by Enter or a double click,
    ``row_chosen`` the id the cursor came to (-1: none). Column widths are given, never measured over
    the rows: `set_widths`.
    """

    row_opened = QtSignal(int)
    row_chosen = QtSignal(int)
    bleeds = True
    row_height = sizes.TABLE_ROW_HEIGHT

    def __init__(self, parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(parent)
        self._hovered = -1
        self.setAccessibleName(name)
        self.setItemDelegate(_Cells(self))
        self.setHorizontalHeader(_Header(self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setAlternatingRowColors(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setDragEnabled(False)
        self.setMouseTracking(True)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._fit_rows()
        self.doubleClicked.connect(self._on_index_opened)

    def _fit_rows(self) -> None:
        self.verticalHeader().setDefaultSectionSize(look().px(self.row_height))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit_rows()

    def set_widths(self, widths: Sequence[int], stretch: int = 0) -> None:
        """Give the columns their widths at text scale 1; column ``stretch`` takes what is left."""
        header = self.horizontalHeader()
        for column, width in enumerate(widths):
            stretches = column == stretch
            mode = QHeaderView.ResizeMode.Stretch if stretches else QHeaderView.ResizeMode.Interactive
            header.setSectionResizeMode(column, mode)
            if not stretches:
                header.resizeSection(column, look().px(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(sizes.S64, look().px(_ROWS_MIN * sizes.TABLE_ROW_HEIGHT))

    def hovered_row(self) -> int:
        """Return the row under the mouse, -1 for none."""
        return self._hovered

    def current_id(self) -> int | None:
        """Return the id of the row the cursor is on, None when there is none."""
        return id_at(self.currentIndex())

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        row_id = id_at(current)
        self.row_chosen.emit(-1 if row_id is None else row_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the row on Enter; leave letters to the page, they are its keys and no search in the table."""
        if opens_row(event):
            self._on_index_opened(self.currentIndex())
        elif is_for_page(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            self._hovered = row
            self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()).row())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    @Slot(QModelIndex)
    def _on_index_opened(self, index: Index) -> None:
        row_id = id_at(index)
        if row_id is not None:
            self.row_opened.emit(row_id)
