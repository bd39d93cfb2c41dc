"""A table shows what it may: counts inside, marks outside."""

from __future__ import annotations

import dataclasses

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from mhdesk.desk.figures import FiguresPreview
from mhdesk.gui.figures.signs import Sign
from mhdesk.gui.figures.table_model import FIGURE, SIGN, FiguresTableModel
from mhdesk.gui.widgets.rows import SPOKEN
from mhdesk.gui.widgets.tables import TOTAL

ROLES = (*(role.value for role in Qt.ItemDataRole), *range(Qt.ItemDataRole.UserRole, SIGN + 20))

pytestmark = pytest.mark.usefixtures("dutch")


def inside(preview: FiguresPreview, table: int = 0) -> FiguresTableModel:
    model = FiguresTableModel(leaves=False)
    model.set_table(preview.tables[table])
    return model


def outside(preview: FiguresPreview, table: int = 0) -> FiguresTableModel:
    model = FiguresTableModel(leaves=True)
    model.set_table(preview.tables[table])
    return model


def figures(model: FiguresTableModel, role: int = Qt.ItemDataRole.DisplayRole) -> list[object]:
    return [model.index(row, FIGURE).data(role) for row in range(model.rowCount())]


def test_inside_every_count_is_shown(preview: FiguresPreview) -> None:
    assert figures(inside(preview)) == ["25", "7", "3", "1", "–", "–", "–", "36"]


def test_outside_small_counts_and_what_would_betray_them_are_one_mark(preview: FiguresPreview) -> None:
    assert figures(outside(preview)) == ["25", "x", "x", "x", "–", "–", "–", "36"]


def test_inside_a_small_count_and_one_that_goes_along_are_told_apart(preview: FiguresPreview) -> None:
    plain, small, along = Sign.PLAIN, Sign.SMALL, Sign.ALONG
    assert figures(inside(preview), SIGN) == [plain, along, small, small, plain, plain, plain, plain]


def test_outside_they_are_not(preview: FiguresPreview) -> None:
    assert set(figures(outside(preview), SIGN)) == {Sign.PLAIN, Sign.WITHHELD}


@pytest.mark.parametrize("table", [0, 1])
def test_no_role_of_the_outgoing_table_answers_a_withheld_count(preview: FiguresPreview, table: int) -> None:
    changed = tuple(
        dataclasses.replace(cell, count=987_654) if cell.status == "withheld" else cell
        for cell in preview.tables[table].cells
    )
    model = FiguresTableModel(leaves=True)
    model.set_table(dataclasses.replace(preview.tables[table], cells=changed))
    answers = [
        str(model.index(row, column).data(role))
        for row in range(model.rowCount())
        for column in (0, FIGURE)
        for role in ROLES
    ]
    assert not [answer for answer in answers if "987" in answer]


def test_a_screen_reader_hears_what_the_marks_mean(preview: FiguresPreview) -> None:
    assert figures(inside(preview), SPOKEN)[1:3] == ["7, mee weggelaten", "3, minder dan vijf"]
    assert figures(outside(preview), SPOKEN)[1:3] == ["weggelaten", "weggelaten"]


def test_rows_and_their_order_are_those_of_the_vocabulary(preview: FiguresPreview) -> None:
    labels = [[model.index(row, 0).data() for row in range(model.rowCount())] for model in both(preview)]
    assert labels[0] == labels[1]
    assert labels[0][:2] == ["Seksuele uitbuiting", "Arbeidsuitbuiting"]
    assert labels[0][-1] == "Totaal"


def both(preview: FiguresPreview) -> tuple[FiguresTableModel, FiguresTableModel]:
    return inside(preview), outside(preview)


def test_the_total_is_the_last_row(preview: FiguresPreview) -> None:
    assert figures(inside(preview), TOTAL) == [False] * 7 + [True]


def test_without_protection_nothing_inside_is_marked_as_if_there_were(preview: FiguresPreview) -> None:
    model = FiguresTableModel(leaves=False)
    model.set_table(preview.tables[0], marked=False)
    assert set(figures(model, SIGN)) == {Sign.PLAIN}


def test_the_tables_are_models_that_qt_trusts(preview: FiguresPreview) -> None:
    models = [*both(preview), inside(preview, 1), outside(preview, 1)]
    warn = QAbstractItemModelTester.FailureReportingMode.Warning
    testers = [QAbstractItemModelTester(model, warn) for model in models]
    for model in models:
        model.set_table(preview.tables[0])
    assert len(testers) == 4
