"""The list for very many rows of one height."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QHeaderView, QWidget

from mhdesk.gui.look import sizes
from mhdesk.gui.look.theme import look
from mhdesk.gui.widgets.row_delegate import TwoLineDelegate
from mhdesk.gui.widgets.tables import TableView

_ROWS_MIN = 4


class LongListView(TableView):
    """A `list_view.ListView` for 100,000 rows without groups: same rows, same signals, same keys.

    Qt's list asks the model about every row before it shows one (0.7 s); its table asks about what is in sight.
    The scroll bar has its place always, so no clock shifts when it is needed.
    """

    keeps_room = True
    row_height = sizes.ROW_HEIGHT

    def __init__(self, parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(parent, name=name)
        self.setItemDelegate(TwoLineDelegate(self))
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().rangeChanged.connect(self._on_bar_range_changed)
        self._on_bar_range_changed()

    def choose_row(self, row: int) -> None:
        """Put the cursor on a row and bring it in sight."""
        index = self.model().index(row, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def minimumSizeHint(self) -> QSize:
        return QSize(sizes.S64, look().px(_ROWS_MIN * sizes.ROW_HEIGHT))

    @Slot()
    def _on_bar_range_changed(self) -> None:
        """Hide the handle of a bar that has nothing to scroll."""
        bar = self.verticalScrollBar()
        bar.setEnabled(bar.maximum() > 0)
