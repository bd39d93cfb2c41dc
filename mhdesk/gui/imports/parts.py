"""The parts of the page, one for each moment: choose a file, wait, look at what was read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData, QRectF, QSize, Qt, Slot
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from mhdesk.gui.imports import sentences
from mhdesk.gui.imports.models import ColumnsTableModel, ProblemsTableModel
from mhdesk.gui.imports.work import Looked
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.look.theme import look
from mhdesk.gui.widgets.column import Column
from mhdesk.gui.widgets.labels import IconMark, Label, Paragraph, Section
from mhdesk.gui.widgets.tables import TableView

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.imports import ImportResult

_ZONE_HEIGHT: Final = 196
_ICON: Final = 28
_TOLD_HEIGHT: Final = 76
_MIDDLE: Final = Qt.AlignmentFlag.AlignHCenter


def file_in(carried: QMimeData) -> Path | None:
    """Return the one file of this computer that is dragged, None when it is anything else."""
    places = carried.urls()
    if len(places) != 1 or not places[0].isLocalFile():
        return None
    path = Path(places[0].toLocalFile())
    return path if path.is_file() else None


class DropZone(QWidget):
    """Where a file can be dropped; a click asks for one.

    ``dropped`` carries the Path, ``clicked`` follows a click.
    """

    dropped = QtSignal(object)
    clicked = QtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hot = False
        self.setAcceptDrops(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        sentence = self.tr("Drop a spreadsheet here, or choose a file")
        self.setAccessibleName(sentence)
        column = QVBoxLayout(self)
        column.setSpacing(sizes.S8)
        column.addStretch(1)
        column.addWidget(IconMark("import", Role.ACCENT, size=_ICON), 0, _MIDDLE)
        column.addWidget(Label(sentence, Type.STRONG), 0, _MIDDLE)
        column.addWidget(
            Label(self.tr("Excel (.xlsx), LibreOffice (.ods) or CSV"), Type.CAPTION, Role.SECOND), 0, _MIDDLE
        )
        column.addStretch(1)

    def sizeHint(self) -> QSize:
        return QSize(look().px(sizes.FIELD_WIDTH), look().px(_ZONE_HEIGHT))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if file_in(event.mimeData()) is not None:
            event.acceptProposedAction()
            self._heat(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._heat(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._heat(False)
        path = file_in(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.dropped.emit(path)

    def _heat(self, hot: bool) -> None:
        self._hot = hot
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(look().ink(Role.ACCENT if self._hot else Role.BORDER), 1.5)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.setBrush(look().ink(Role.CHOSEN if self._hot else Role.SURFACE))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), sizes.RADIUS, sizes.RADIUS)


class WaitingPart(QWidget):
    """What is being done, and how far it is where that can be known."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._what = Section("")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._told = Paragraph("", role=Role.SECOND)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.S12)
        column.addWidget(self._what)
        column.addWidget(self._bar)
        column.addWidget(self._told)

    def show_reading(self, path: Path) -> None:
        """Say that a file is being read; nobody knows how long that takes."""
        self._what.set_text(self.tr("Reading {file}").format(file=path.name))
        self._bar.hide()
        self._told.set_plain(self.tr("Nothing is recorded yet."))

    def done(self) -> int:
        """Return how many rows are done."""
        return self._bar.value()

    def show_recording(self, rows: int) -> None:
        """Say that signals are being recorded."""
        self._what.set_text(self.tr("Recording {signals}").format(signals=sentences.signals(rows)))
        self._bar.show()
        self.show_progress(0, rows)

    @Slot(int, int)
    def show_progress(self, done: int, rows: int) -> None:
        """Move the bar."""
        self._bar.setMaximum(max(1, rows))
        self._bar.setValue(done)
        told = self.tr("{done} of {rows}. If you stop now, nothing is recorded.")
        self._told.set_plain(told.format(done=sentences.number(done), rows=sentences.number(rows)))


class ReadPart(QWidget):
    """What was read: how many signals, and the cells that were not understood, each with its explanation."""

    bleeds = True
    keeps_room = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.count = Section("")
        self.more = Paragraph("", role=Role.SECOND)
        self.cells = Section("", small=True)
        self.model = ProblemsTableModel(self)
        self.table = TableView(name=self.tr("Cells to check"))
        self.table.setModel(self.model)
        self.table.set_widths((68, 148, 132, 0), stretch=3)
        self._where = Label("", Type.STRONG)
        self._told = Paragraph("")
        self._chosen = QWidget()
        self._chosen.setMinimumHeight(look().px(_TOLD_HEIGHT))
        self.table.row_chosen.connect(self._on_table_row_chosen)
        self._lay_out()

    def _lay_out(self) -> None:
        told = QVBoxLayout(self._chosen)
        told.setContentsMargins(0, 0, 0, 0)
        told.setSpacing(2)
        told.addWidget(self._where)
        told.addWidget(self._told)
        told.addStretch(1)
        column = Column(reserve=sizes.SCROLL_BAR)
        self.setLayout(column)
        column.setContentsMargins(0, 0, 0, 0)
        column.add(self.count)
        column.add(self.more, before=sizes.S4)
        column.add(self.cells, before=sizes.S24)
        column.add(self.table, stretch=1)
        column.add(self._chosen, before=sizes.S12)
        column.addStretch()

    def show_looked(self, looked: Looked) -> None:
        """Show what taking this in would do."""
        self.count.set_text(sentences.signals(looked.expected.rows_read))
        self.more.set_plain(sentences.expected(looked))
        self._show_plan(True)
        self._show_problems(looked.expected)

    def show_done(self, result: ImportResult) -> None:
        """Show what is left to check; what was done stands in the message of the page."""
        self._show_plan(False)
        self._show_problems(result)

    def _show_plan(self, shown: bool) -> None:
        self.count.setVisible(shown)
        self.more.setVisible(shown)

    def explained(self) -> str:
        """Return what is said of the chosen cell: where it stands and what is in it, then what is wrong."""
        return f"{self._where.text()}\n{self._told.plain()}"

    def _show_problems(self, result: ImportResult) -> None:
        count = len(result.problems)
        places = self.tr("rows and columns as in the spreadsheet") if count else ""
        self.cells.set_text(sentences.cells(count), places)
        self.model.set_problems(result.problems)
        self.table.setVisible(count > 0)
        self._chosen.setVisible(count > 0)
        if count:
            self.table.selectRow(0)

    @Slot(int)
    def _on_table_row_chosen(self, place: int) -> None:
        problem = self.model.problem(place)
        if problem is None:
            self._where.setText("")
            self._told.set_plain("")
            return
        where = self.tr("Row {row}, {column}").format(row=problem.row, column=problem.column)
        self._where.setText(f"{where}: {problem.text}" if problem.text else where)
        self._told.set_plain(problem.message())


class ColumnsPart(QWidget):
    """How the columns were understood."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ColumnsTableModel(self)
        self.table = TableView(name=self.tr("How the columns were read"))
        self.table.setModel(self.model)
        self.table.set_widths((200, 0), stretch=1)
        column = Column()
        self.setLayout(column)
        column.setContentsMargins(0, 0, 0, 0)
        column.add(Section(self.tr("How the columns were read"), small=True))
        column.add(self.table, stretch=1)

    def show_columns(self, looked: Looked) -> None:
        """Show the columns of a sheet that was read."""
        self.model.set_columns(looked.sheet.columns)
