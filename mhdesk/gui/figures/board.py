"""The tables for inside and those that may leave, side by side, with one cursor in both."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from mhdesk.domain.figures import Unit
from mhdesk.domain.splits import default_by
from mhdesk.gui.figures.signs import NIL, WITHHELD, Entry, Legend, Sign
from mhdesk.gui.figures.table_model import FiguresTableModel
from mhdesk.gui.figures.table_view import FiguresView
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.widgets.labels import Paragraph, Section
from mhdesk.gui.widgets.rows import ROW_ID

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.explaining import PreviewCell
    from mhdesk.desk.figures import FiguresPreview

_GAP: Final = 24
_MARGIN: Final = 48
_MOST: Final = max(len(default_by(unit)) for unit in Unit)


@dataclass(frozen=True, slots=True)
class _Side:
    """One of the two views of a table."""

    model: FiguresTableModel
    view: FiguresView


class FiguresBoard(QWidget):
    """Two columns of tables; ``cell_chosen`` follows the cursor, which is the same in both: ask `chosen`.

    ``tables`` are those that are shown, as many as there are in the figures.
    """

    cell_chosen = QtSignal()
    bleeds = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._moving = False
        self._place: tuple[int, int] | None = None
        self.count = Paragraph("", Type.CAPTION, Role.SECOND)
        self._pairs = [self._pair() for _ in range(_MOST)]
        self.tables = self._pairs[:1]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(_GAP)
        grid.setVerticalSpacing(sizes.S12)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._inside_head(), 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._outside_head(), 0, 1, Qt.AlignmentFlag.AlignTop)
        for column in (0, 1):
            for row, pair in enumerate(self._pairs):
                grid.addWidget(pair[column].view, row + 1, column, Qt.AlignmentFlag.AlignTop)
        self._connect()

    def _inside_head(self) -> QWidget:
        head = Section(self.tr("Inside"), icon="lock")
        told = Paragraph(
            self.tr("Do not share. Every time somebody looks here, the log notes it."),
            Type.CAPTION,
            Role.SECOND,
        )
        legend = Legend(
            (
                Entry("3", Sign.SMALL, self.tr("fewer than five")),
                Entry("8", Sign.ALONG, self.tr("left out along with others")),
            )
        )
        return _head(head, told, legend)

    def _outside_head(self) -> QWidget:
        head = Section(self.tr("What goes out"), icon="shield")
        legend = Legend(
            (
                Entry(WITHHELD, Sign.WITHHELD, self.tr("left out")),
                Entry(NIL, Sign.PLAIN, self.tr("nil")),
            )
        )
        return _head(head, self.count, legend)

    def _pair(self) -> tuple[_Side, _Side]:
        return self._side(leaves=False), self._side(leaves=True)

    def _side(self, *, leaves: bool) -> _Side:
        side = _Side(FiguresTableModel(self, leaves=leaves), FiguresView())
        side.view.setModel(side.model)
        return side

    def _connect(self) -> None:
        for number, pair in enumerate(self._pairs):
            for column, side in enumerate(pair):
                side.view.row_chosen.connect(partial(self._on_view_row_chosen, number, column))
                side.view.stepped_out.connect(partial(self._on_view_stepped_out, number, column))
                side.view.crossed.connect(partial(self._on_view_crossed, number, column))

    def show_preview(self, preview: FiguresPreview, *, stay: bool = False) -> None:
        """Show other figures; the cursor starts where something is to be explained, or stays where it is."""
        place = self._place if stay else None
        self._moving = True
        self._show_so_many(len(preview.tables))
        for pair, table in zip(self.tables, preview.tables, strict=True):
            for side, where in zip(pair, (self.tr("inside"), self.tr("what goes out")), strict=True):
                side.model.set_table(table, marked=preview.certified)
                side.view.setAccessibleName(f"{table.title}, {where}")
                side.view.fit()
        told = self.tr("{withheld} of {cells} left out, so that nobody is recognised.")
        self.count.set_plain(told.format(withheld=preview.withheld, cells=preview.cells))
        self._moving = False
        self.choose(*(place or self._first()))
        if place is None and (area := self._area()) is not None:
            area.verticalScrollBar().setValue(0)

    def _show_so_many(self, count: int) -> None:
        self.tables = self._pairs[:count]
        for number, pair in enumerate(self._pairs):
            for side in pair:
                side.view.setVisible(number < count)

    def _first(self) -> tuple[int, int]:
        found = ((number, pair[0].model.first_withheld()) for number, pair in enumerate(self.tables))
        return next(((number, row) for number, row in found if row >= 0), (0, 0))

    def choose(self, table: int, row: int) -> None:
        """Put the cursor on a row of a table, inside and outside."""
        self._moving = True
        for number, pair in enumerate(self.tables):
            for side in pair:
                side.view.choose(row if number == table else -1)
        self._moving = False
        self._place = table, row
        self.cell_chosen.emit()

    def chosen(self) -> PreviewCell | None:
        """Return the figure under the cursor, None when there is none."""
        if self._place is None:
            return None
        table, row = self._place
        return self.tables[table][0].model.cell(row)

    def take_focus(self) -> None:
        """Let the arrows walk through the figures."""
        views = [side.view for pair in self.tables for side in pair]
        chosen = (view for view in views if view.currentIndex().data(ROW_ID) is not None)
        next(chosen, views[0]).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_view_row_chosen(self, table: int, column: int, row: int) -> None:
        if row >= 0 and not self._moving:
            self.choose(table, row)
            self._bring_in_sight(self.tables[table][column].view, row)

    def _on_view_stepped_out(self, table: int, column: int, step: int) -> None:
        if not 0 <= table + step < len(self.tables):
            return
        side = self.tables[table + step][column]
        row = 0 if step > 0 else side.model.rowCount() - 1
        self.choose(table + step, row)
        side.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._bring_in_sight(side.view, row)

    def _on_view_crossed(self, table: int, column: int) -> None:
        self.tables[table][1 - column].view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _bring_in_sight(self, view: FiguresView, row: int) -> None:
        """Scroll the page along: the tables themselves show all their rows."""
        area = self._area()
        content = area.widget() if area is not None else None
        if area is not None and content is not None:
            centre = view.visualRect(view.model().index(row, 0)).center()
            spot = view.viewport().mapTo(content, QPoint(0, centre.y()))
            area.ensureVisible(0, spot.y(), 0, _MARGIN)

    def _area(self) -> QScrollArea | None:
        """Return the area of the page in which the tables scroll."""
        place = self.parentWidget()
        while place is not None and not isinstance(place, QScrollArea):
            place = place.parentWidget()
        return place


def _head(title: Section, told: Paragraph, legend: Legend) -> QWidget:
    head = QWidget()
    column = QVBoxLayout(head)
    column.setContentsMargins(sizes.BLEED_LEFT, 0, sizes.BLEED_RIGHT, 0)
    column.setSpacing(2)
    column.addWidget(title)
    column.addWidget(told)
    column.addSpacing(sizes.S4)
    column.addWidget(legend)
    return head
