"""One table of figures with one dimension, as it is inside or as it may leave."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from mhdesk.gui import words
from mhdesk.gui.figures.signs import NIL, WITHHELD, Sign
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.widgets.rows import ROW_ID, SPOKEN, Index
from mhdesk.gui.widgets.tables import NUMBER, STRENGTH, TOTAL

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.explaining import PreviewCell, PreviewTable

SIGN: Final = TOTAL + 1
FIGURE: Final = 1
_DISPLAY: Final = int(Qt.ItemDataRole.DisplayRole)
_ALIGNMENT: Final = int(Qt.ItemDataRole.TextAlignmentRole)


class FiguresTableModel(QAbstractTableModel):
    """Labels and their figures; `SIGN` says how a figure is marked.

    The table that may leave (``leaves``) answers no role with a count that is withheld.
    """

    def __init__(self, parent: QObject | None = None, *, leaves: bool) -> None:
        super().__init__(parent)
        self._leaves = leaves
        self._title = ""
        self._cells: tuple[PreviewCell, ...] = ()
        self._marked = True

    def set_table(self, table: PreviewTable, *, marked: bool = True) -> None:
        """Show another table; without ``marked`` figures for inside bear no sign of what becomes of them."""
        self.beginResetModel()
        self._title = table.title
        self._cells = table.cells
        self._marked = marked
        self.endResetModel()

    def cell(self, row: int) -> PreviewCell | None:
        """Return what stands in a row, None when there is no such row."""
        return self._cells[row] if 0 <= row < len(self._cells) else None

    def first_withheld(self) -> int:
        """Return the first row whose figure is withheld, -1 when none is."""
        rows = (row for row, cell in enumerate(self._cells) if cell.status == "withheld")
        return next(rows, -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - the signature Qt gives it
        return 0 if parent.isValid() else len(self._cells)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - the signature Qt gives it
        return 0 if parent.isValid() else 2

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        cell = self._cells[index.row()]
        if role == ROW_ID:
            return index.row()
        if role == TOTAL:
            return cell.is_total
        if role == STRENGTH:
            return Type.URGENT if cell.is_total else Type.TEXT
        if index.column() == FIGURE:
            return self._figure(cell, role)
        return self._label(cell) if role == _DISPLAY else None

    def _figure(self, cell: PreviewCell, role: int) -> object:
        if role == _DISPLAY:
            return self._shown(cell)
        if role == _ALIGNMENT:
            return NUMBER
        if role == SIGN:
            return self._sign(cell)
        return self._spoken(cell) if role == SPOKEN else None

    def _label(self, cell: PreviewCell) -> str:
        if cell.is_total:
            return self.tr("Total")
        return words.sentence_case(", ".join(cell.labels))

    def _shown(self, cell: PreviewCell) -> str:
        if self._leaves and cell.status == "withheld":
            return WITHHELD
        return words.locale().toString(cell.count) if cell.count else NIL

    def _sign(self, cell: PreviewCell) -> Sign:
        if cell.status != "withheld":
            return Sign.PLAIN
        if self._leaves:
            return Sign.WITHHELD
        if not self._marked:
            return Sign.PLAIN
        return Sign.SMALL if cell.small else Sign.ALONG

    def _spoken(self, cell: PreviewCell) -> str:
        sign = self._sign(cell)
        if sign is Sign.WITHHELD:
            return self.tr("left out")
        count = words.locale().toString(cell.count)
        if sign is Sign.SMALL:
            return self.tr("{count}, fewer than five").format(count=count)
        if sign is Sign.ALONG:
            return self.tr("{count}, left out along with others").format(count=count)
        return count

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == _ALIGNMENT and section == FIGURE:
            return NUMBER
        if role != _DISPLAY:
            return None
        return self.tr("Count") if section == FIGURE else self._title
