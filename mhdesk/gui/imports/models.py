"""The two tables of the page: cells that were not understood, and how the columns were understood."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from mhdesk.domain.vocabulary import vocabulary
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.widgets.rows import ROW_ID, Index
from mhdesk.gui.widgets.tables import INK, NUMBER, STRENGTH
from mhdesk.gui.words import sentence_case

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.exchange.columns import Columns
    from mhdesk.exchange.imported import ImportProblem

_DISPLAY: Final = int(Qt.ItemDataRole.DisplayRole)
_ALIGNMENT: Final = int(Qt.ItemDataRole.TextAlignmentRole)
_ROW: Final = 0


class ProblemsTableModel(QAbstractTableModel):
    """Cells that were not understood: row and column of the spreadsheet, what stands there, what is wrong.

    `rows.ROW_ID` is the place in the list.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._problems: Sequence[ImportProblem] = ()

    def set_problems(self, problems: Sequence[ImportProblem]) -> None:
        """Show other cells."""
        self.beginResetModel()
        self._problems = problems
        self.endResetModel()

    def problem(self, place: int) -> ImportProblem | None:
        """Return the cell at a place of the list, None when there is none."""
        return self._problems[place] if 0 <= place < len(self._problems) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - the signature Qt gives it
        return 0 if parent.isValid() else len(self._problems)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - the signature Qt gives it
        return 0 if parent.isValid() else 4

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        if role == ROW_ID:
            return index.row()
        if role == _DISPLAY:
            problem = self._problems[index.row()]
            return (str(problem.row), problem.column, problem.text, problem.message())[index.column()]
        return NUMBER if role == _ALIGNMENT and index.column() == _ROW else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == _ALIGNMENT and section == _ROW:
            return NUMBER
        if role != _DISPLAY:
            return None
        return (self.tr("Row"), self.tr("Column"), self.tr("In the cell"), self.tr("What is wrong"))[section]


class ColumnsTableModel(QAbstractTableModel):
    """How the columns were understood: the name in the spreadsheet, and the field it became."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names: list[str] = []
        self._fields: list[str] = []

    def set_columns(self, columns: Columns) -> None:
        """Show other columns."""
        self.beginResetModel()
        self._names = [columns.name(place) for place in range(len(columns.fields))]
        self._fields = list(columns.fields)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - the signature Qt gives it
        return 0 if parent.isValid() else len(self._names)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - the signature Qt gives it
        return 0 if parent.isValid() else 2

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        known = self._fields[index.row()] in vocabulary("spreadsheet_columns")
        if role == _DISPLAY:
            return self._names[index.row()] if index.column() == 0 else self._field(index.row())
        if role == ROW_ID:
            return index.row()
        if role == INK and index.column() == 1 and not known:
            return Role.SECOND
        return Type.TEXT if role == STRENGTH else None

    def _field(self, row: int) -> str:
        code = self._fields[row]
        known = vocabulary("spreadsheet_columns")
        return sentence_case(known.label(code)) if code in known else self.tr("kept as a note")

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        if orientation == Qt.Orientation.Vertical or role != _DISPLAY:
            return None
        return (self.tr("Column"), self.tr("Read as"))[section]
