"""The page with the list of cases: what it says of each, what narrows it down, and what opens a person."""

from __future__ import annotations

from array import array

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from mhdesk.desk.desk import Desk
from mhdesk.errors import KnownError
from mhdesk.gui.cases.list_model import CaseTableModel
from mhdesk.gui.cases.list_page import CasesPage
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.widgets.rows import SPOKEN
from tests.desk.test_case_list import open_case
from tests.gui.conftest import Trail
from tests.gui.reach import nameless
from tests.gui.widgets.screen import Screen, press, type_in


def spoken(page: CasesPage, row: int) -> str:
    return str(page.model.data(page.model.index(row), SPOKEN))


@pytest.fixture
def page(screen: Screen, context: PageContext, desk: Desk, qtbot: QtBot) -> CasesPage:
    """Return the page with a case of a month ago, and one of yesterday at high risk."""
    open_case(desk, "Ama", "20-10-2026")
    open_case(desk, "Bo", risk="high")
    made = CasesPage(context)
    screen.show(made, width=1158, height=668)
    made.entered()
    qtbot.waitUntil(lambda: bool(spoken(made, 0)))
    return made


def test_each_line_says_who_whose_how_risky_and_since_when(page: CasesPage) -> None:
    assert spoken(page, 0).startswith("C-2026-0002 · Bo Voorbeeld")
    assert "risico hoog · Noor Denkbeeld · loopt sinds 22-11 · er loopt geen traject" in spoken(page, 0)
    assert page.list.current_id() == page.model._ids[0]
    assert not nameless(page)


def test_enter_opens_the_person(page: CasesPage, trail: Trail) -> None:
    press(page.list, Qt.Key.Key_Return)
    assert trail.steps == [("open_person", 2)]


def test_typing_narrows_the_list_and_nothing_found_says_so(page: CasesPage, qtbot: QtBot) -> None:
    press(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    type_in(page.filters.search, "ama")
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    assert page.filters.clear.isVisible()
    type_in(page.filters.search, "x")
    qtbot.waitUntil(lambda: page.model.rowCount() == 0)
    assert page.empty.isVisible()
    page.filters.clear.click()
    assert page.model.rowCount() == 2


def test_without_any_case_the_page_says_how_one_is_opened(screen: Screen, context: PageContext) -> None:
    page = CasesPage(context)
    screen.show(page, width=1158, height=668)
    page.entered()
    assert page.empty.isVisible()
    assert not page.list.isVisible()


def test_the_model_keeps_qts_rules(context: PageContext, desk: Desk, qtbot: QtBot) -> None:
    def unexpected(error: KnownError) -> None:
        raise AssertionError(error)

    number = open_case(desk, "Ama")
    model = CaseTableModel(context.runner, unexpected)
    watched = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.set_ids(array("q", [number, 99]))
    model.data(model.index(0), SPOKEN)
    qtbot.waitUntil(lambda: bool(model.data(model.index(1), SPOKEN)))
    assert "niet meer in het register" in str(model.data(model.index(1), SPOKEN))
    assert watched.model() is model
