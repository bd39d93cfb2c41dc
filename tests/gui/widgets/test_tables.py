"""Tables are read by row and worked by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHeaderView
from pytestqt.qtbot import QtBot

from mhdesk.gui.look import sizes, theme
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import LIGHT, Role
from mhdesk.gui.widgets.rows import ROW_ID, Index
from mhdesk.gui.widgets.tables import INK, NUMBER, STRENGTH, TOTAL, TableView
from tests.gui.widgets.screen import Screen, name_of, press

HEAD = ("Gemeente", "Seksueel", "Totaal")
ROWS = (("Gooise Meren", 9, 19), ("Hilversum", 21, 46), ("Regio", 45, 104))
EXTRA = {STRENGTH: Type.URGENT, INK: Role.TEXT, TOTAL: True}


class Counts(QAbstractTableModel):
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - the signature Qt gives it
        return 0 if parent.isValid() else len(ROWS)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - the signature Qt gives it
        return 0 if parent.isValid() else len(HEAD)

    def headerData(self, section: int, _orientation: Qt.Orientation, role: int = 0) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole and section:
            return NUMBER
        return HEAD[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = 0) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return ROWS[index.row()][index.column()]
        if role == ROW_ID:
            return index.row() + 100
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column():
            return NUMBER
        return EXTRA.get(role) if index.row() == len(ROWS) - 1 else None


def table() -> TableView:
    """Return a table of three rows."""
    view = TableView(name="Intern")
    view.setModel(Counts(view))
    view.set_widths((0, 90, 90))
    return view


def test_enter_and_double_click_open_a_row(screen: Screen, qtbot: QtBot) -> None:
    view = table()
    screen.show(view)
    view.selectRow(1)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        with qtbot.waitSignal(view.row_opened) as opened:
            press(view, key)
        assert opened.args == [101]
    with qtbot.waitSignal(view.row_chosen) as chosen:
        press(view, Qt.Key.Key_Down)
    assert (chosen.args, view.current_id()) == ([102], 102)


def test_tab_leaves_the_table_and_letters_go_to_the_page(screen: Screen) -> None:
    view, after = table(), table()
    screen.show(view, after)
    view.setFocus()
    view.selectRow(0)
    press(view, Qt.Key.Key_R)
    assert view.current_id() == 100
    press(view, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is after


def test_rows_are_measured_by_nobody(screen: Screen) -> None:
    view = table()
    screen.show(view)
    modes = {view.horizontalHeader().sectionResizeMode(column) for column in range(len(HEAD))}
    assert QHeaderView.ResizeMode.ResizeToContents not in modes
    assert view.verticalHeader().sectionResizeMode(0) == QHeaderView.ResizeMode.Fixed
    assert {view.rowHeight(row) for row in range(len(ROWS))} == {sizes.TABLE_ROW_HEIGHT}


def test_numbers_end_at_the_right_edge_of_their_column(screen: Screen) -> None:
    view = table()
    window = screen.show(view)
    cell = view.visualRect(view.model().index(0, 2))
    place = QRect(view.viewport().mapTo(window, cell.topLeft()), cell.size())
    image = window.grab(place).toImage()
    inked = [
        x for x in range(image.width()) for y in range(8, 28) if image.pixelColor(x, y).lightness() < 100
    ]
    assert min(inked) > image.width() / 2
    assert image.width() - 14 <= max(inked) < image.width() - 8


def test_a_total_has_a_darker_line_above_it(screen: Screen) -> None:
    view = table()
    screen.show(view)
    middle = view.viewport().width() // 2
    image = view.viewport().grab().toImage()
    lines = {row: image.pixelColor(middle, sizes.TABLE_ROW_HEIGHT * row) for row in (0, 2)}
    assert lines[2].name().upper() == LIGHT[Role.BORDER]
    assert lines[0].name().upper() != LIGHT[Role.BORDER]


def test_the_whole_row_answers_the_mouse(screen: Screen) -> None:
    view = table()
    screen.show(view)
    view.selectRow(2)
    QTest.mouseMove(view.viewport(), QPoint(20, 50))
    QTest.mouseMove(view.viewport(), QPoint(22, 52))
    assert view.hovered_row() == 1
    right = view.viewport().grab().toImage().pixelColor(view.viewport().width() - 4, 50)
    assert right.name().upper() == LIGHT[Role.HOVER]


@pytest.mark.parametrize("zoom", [1.0, 1.5])
def test_it_has_a_name_and_grows_with_the_text(zoom: float, screen: Screen, qapp: QApplication) -> None:
    theme.apply(qapp, theme.Scheme.DARK, zoom=zoom)
    view = table()
    screen.show(view)
    assert name_of(view) == "Intern"
    assert view.rowHeight(0) == round(36 * zoom)
    assert not view.grab().isNull()
