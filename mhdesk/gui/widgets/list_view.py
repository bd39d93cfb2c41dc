"""The list on a page: keyboard first, rows painted by one delegate."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSize, Qt, Slot
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QSizePolicy, QWidget

from mhdesk.gui.look import sizes
from mhdesk.gui.look.theme import look
from mhdesk.gui.widgets.row_delegate import TwoLineDelegate
from mhdesk.gui.widgets.row_keys import id_at, is_for_page, opens_row
from mhdesk.gui.widgets.rows import Index

_ROWS_MIN = 4


class ListView(QListView):
    """A list of `rows.Line` and `rows.Group`.

    ``row_opened`` carries the id of a row that was opened by Enter or a double click, ``row_chosen``
    the id of the row the cursor came to (-1: none). ``whole`` makes the list as high as its rows,
    for short lists on a page that scrolls as a whole. For thousands of rows there is `long_list`.
    """

    row_opened = QtSignal(int)
    row_chosen = QtSignal(int)

    bleeds = True
    """Rows reach out of the text column; `page.Column` gives the list that room."""

    def __init__(self, parent: QWidget | None = None, *, name: str = "", whole: bool = False) -> None:
        super().__init__(parent)
        self._whole = whole
        self.keeps_room = not whole
        self.setAccessibleName(name)
        self.setItemDelegate(TwoLineDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(False)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        if whole:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        else:
            self.verticalScrollBar().rangeChanged.connect(self._on_bar_range_changed)
            self._on_bar_range_changed()
        self.doubleClicked.connect(self._on_index_opened)

    def current_id(self) -> int | None:
        """Return the id of the row the cursor is on, None when there is none."""
        return id_at(self.currentIndex())

    def choose_row(self, row: int) -> None:
        """Put the cursor on a row and bring it in sight."""
        index = self.model().index(row, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        row_id = id_at(current)
        self.row_chosen.emit(-1 if row_id is None else row_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the row on Enter; leave letters to the page, they are its keys and no search in the list."""
        if opens_row(event):
            self._on_index_opened(self.currentIndex())
        elif is_for_page(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        if not self._whole or self.model() is None:
            return super().sizeHint()
        height = sum(self.sizeHintForRow(row) for row in range(self.model().rowCount()))
        return QSize(super().sizeHint().width(), height + 2)

    def minimumSizeHint(self) -> QSize:
        least = look().px(_ROWS_MIN * sizes.ROW_HEIGHT)
        return self.sizeHint() if self._whole else QSize(sizes.S64, least)

    def reset(self) -> None:
        super().reset()
        if self._whole:
            self.updateGeometry()

    @Slot()
    def _on_bar_range_changed(self) -> None:
        """Keep the room of the scroll bar free, so that no clock shifts when it appears."""
        shown = self.verticalScrollBar().maximum() > 0
        self.setViewportMargins(0, 0, 0 if shown else sizes.SCROLL_BAR, 0)

    @Slot(QModelIndex)
    def _on_index_opened(self, index: Index) -> None:
        row_id = id_at(index)
        if row_id is not None:
            self.row_opened.emit(row_id)
