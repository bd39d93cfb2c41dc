"""Rows: the clock is never cut, the keyboard does everything, a group is no row."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mhdesk.gui.look import sizes, theme
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.painting import Mark, word_type
from mhdesk.gui.look.roles import LIGHT, Role
from mhdesk.gui.look.theme import Look
from mhdesk.gui.widgets.list_view import ListView
from mhdesk.gui.widgets.long_list import LongListView
from mhdesk.gui.widgets.row_delegate import places
from mhdesk.gui.widgets.rows import LINE, ROW_ID, SPOKEN, Group, Index, Item, Line, LinesModel, spoken
from tests.gui.widgets.screen import Screen, click, name_of, press

LATE = Line(
    "Besluit nemen over informeren: Lina Voorbeeld",
    "Vermoedelijk slachtoffer, C-2026-017. Vier weken na vastleggen is er nog geen besluit.",
    "3 dagen te laat",
    "uiterlijk vr 20-11",
    Mark.LATE,
)
SOON = Line(
    "Terugbellen: Ilse Verzonnen",
    "Afspraak uit het overleg.",
    "nog 3 dagen",
    "uiterlijk do 26-11",
    Mark.RUNNING,
    0.8,
)
ITEMS: list[tuple[int | None, Item]] = [
    (None, Group("Eerst", "over de termijn")),
    (17, LATE),
    (None, Group("Deze week")),
    (23, SOON),
    (42, Line("Concept afmaken", mark=Mark.DRAFT)),
]


def listed(model: LinesModel | None = None, *, whole: bool = False) -> ListView:
    """Return a list that shows the items."""
    view = ListView(name="Vandaag", whole=whole)
    if model is None:
        model = LinesModel(view)
        model.set_items(ITEMS)
    view.setModel(model)
    return view


def test_the_model_keeps_qts_rules(qtbot: QtBot) -> None:
    view = listed()
    qtbot.addWidget(view)
    QAbstractItemModelTester(view.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
    index = view.model().index(1, 0)
    assert (index.data(LINE), index.data(ROW_ID), index.data(SPOKEN)) == (LATE, 17, spoken(LATE))
    assert index.data() is None


def test_a_row_is_read_aloud_with_the_clock_before_the_reason() -> None:
    assert spoken(LATE).startswith(
        "Besluit nemen over informeren: Lina Voorbeeld. 3 dagen te laat. uiterlijk vr 20-11. "
    )
    assert spoken(Group("Eerst")) == "Eerst"
    assert spoken(None) == ""


def test_a_row_is_found_by_its_id() -> None:
    model = LinesModel()
    model.set_items(ITEMS)
    assert (model.row_of(23), model.row_of(99)) == (3, -1)


@given(
    width=st.integers(200, 1200),
    clock=st.text(st.characters(codec="latin-1", exclude_categories=["C"]), max_size=30),
    scale=st.sampled_from([1.0, 1.25, 1.5, 2.0]),
    mark=st.sampled_from(Mark),
)
def test_the_clock_is_never_cut_and_never_touched(width: int, clock: str, scale: float, mark: Mark) -> None:
    line = Line(LATE.title, LATE.reason, clock, clock, mark)
    at = places(QRect(0, 0, width, 54), line, Look(LIGHT, scale))
    look = Look(LIGHT, scale)
    assert at.clock.width() >= look.metrics(word_type(mark)).horizontalAdvance(clock)
    assert at.day.width() >= look.metrics(Type.CAPTION).horizontalAdvance(clock)
    assert at.clock.right() == at.day.right() <= width - sizes.BLEED_RIGHT
    assert at.title.width() == 0 or at.title.right() < at.clock.left()
    assert at.reason.width() == 0 or at.reason.right() < at.day.left()


def test_enter_and_double_click_open_a_row(screen: Screen, qtbot: QtBot) -> None:
    view = listed()
    screen.show(view)
    view.choose_row(1)
    view.setFocus()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        with qtbot.waitSignal(view.row_opened) as opened:
            press(view, key)
        assert opened.args == [17]
    with qtbot.waitSignal(view.row_opened) as opened:
        view.doubleClicked.emit(view.model().index(3, 0))
    assert opened.args == [23]


def test_the_cursor_walks_over_groups(screen: Screen, qtbot: QtBot) -> None:
    view = listed()
    screen.show(view)
    view.choose_row(1)
    with qtbot.waitSignal(view.row_chosen) as chosen:
        press(view, Qt.Key.Key_Down)
    assert (chosen.args, view.current_id()) == ([23], 23)


def test_a_group_is_neither_chosen_nor_opened(screen: Screen, qtbot: QtBot) -> None:
    view = listed()
    screen.show(view)
    place = view.visualRect(view.model().index(2, 0)).center()
    view.choose_row(3)
    with qtbot.assertNotEmitted(view.row_opened):
        click(view.viewport(), place)
        view.doubleClicked.emit(view.model().index(2, 0))
    assert view.current_id() == 23


def test_letters_are_left_to_the_page(screen: Screen) -> None:
    view = listed()
    screen.show(view)
    view.choose_row(1)
    press(view, Qt.Key.Key_T)
    assert view.current_id() == 17


def test_a_whole_list_is_as_high_as_its_rows(screen: Screen) -> None:
    view = listed(whole=True)
    screen.show(view)
    rows = 3 * sizes.ROW_HEIGHT + sizes.GROUP_FIRST_HEIGHT + sizes.GROUP_HEIGHT
    assert view.height() == rows + 2


@pytest.mark.parametrize("scheme", [theme.Scheme.LIGHT, theme.Scheme.DARK])
@pytest.mark.parametrize("zoom", [1.0, 1.5])
def test_every_row_is_painted(scheme: theme.Scheme, zoom: float, screen: Screen, qapp: QApplication) -> None:
    theme.apply(qapp, scheme, zoom=zoom)
    view = listed()
    screen.show(view)
    image = view.grab().toImage()
    for row in range(len(ITEMS)):
        assert has_ink(image, view.visualRect(view.model().index(row, 0)))


def has_ink(image: QImage, rect: QRect) -> bool:
    """Return whether anything is painted in a part of an image."""
    band = image.copy(rect)
    first = band.pixel(0, band.height() - 3)
    return any(
        band.pixel(x, y) != first for x in range(0, band.width(), 2) for y in range(0, band.height(), 2)
    )


def test_a_row_that_is_still_fetched_has_a_placeholder(screen: Screen) -> None:
    model = LinesModel()
    model.set_items([(1, None)])  # type: ignore[list-item]  # what a model of fetched rows answers
    view = listed(model)
    screen.show(view)
    assert has_ink(view.grab().toImage(), view.visualRect(model.index(0, 0)))


def test_chosen_and_focused_can_be_told_apart(screen: Screen) -> None:
    view, other = listed(), ListView(name="andere")
    screen.show(view, other)
    view.choose_row(1)
    rect = view.visualRect(view.model().index(1, 0))
    seen = {}
    for who in (view, other):
        who.setFocus()
        QApplication.processEvents()
        seen[who] = view.viewport().grab(rect).toImage()
    edge = rect.width() // 2
    assert seen[view].pixelColor(edge, 0).name().upper() == LIGHT[Role.ACCENT]
    assert seen[other].pixelColor(edge, 1).name().upper() == LIGHT[Role.CHOSEN]
    assert seen[other].pixelColor(1, 27).name().upper() == LIGHT[Role.ACCENT]


def long_list(count: int) -> LongListView:
    """Return a list of so many rows."""
    view = LongListView(name="Signalen")
    model = LinesModel(view)
    model.set_items([(row + 100, SOON) for row in range(count)])
    view.setModel(model)
    return view


def test_a_long_list_works_as_a_short_one(screen: Screen, qtbot: QtBot) -> None:
    view = long_list(5000)
    screen.show(view)
    with qtbot.waitSignal(view.row_chosen) as chosen:
        view.choose_row(4000)
    with qtbot.waitSignal(view.row_opened) as opened:
        press(view, Qt.Key.Key_Return)
    assert (chosen.args, opened.args, view.current_id()) == ([4100], [4100], 4100)
    press(view, Qt.Key.Key_T)
    press(view, Qt.Key.Key_Down)
    assert view.current_id() == 4101
    assert has_ink(view.grab().toImage(), view.visualRect(view.currentIndex()))


def test_a_long_list_asks_only_about_what_is_in_sight(screen: Screen) -> None:
    class Counting(LinesModel):
        asked = 0

        def data(self, index: Index, role: int = 0) -> object:
            self.asked += 1
            return super().data(index, role)

    model = Counting()
    model.set_items([(row, SOON) for row in range(5000)])
    view = LongListView(name="Signalen")
    view.setModel(model)
    screen.show(view)
    view.grab()
    assert 0 < model.asked < 1000


def test_the_scroll_bar_of_a_long_list_has_its_place_always(screen: Screen) -> None:
    short, long = long_list(2), long_list(200)
    screen.show(short, long, height=400)
    assert short.viewport().width() == long.viewport().width()
    assert (short.verticalScrollBar().isEnabled(), long.verticalScrollBar().isEnabled()) == (False, True)


def test_rows_of_a_long_list_grow_with_the_text(screen: Screen, qapp: QApplication) -> None:
    view = long_list(20)
    screen.show(view)
    theme.apply(qapp, theme.Scheme.LIGHT, zoom=1.5)
    assert view.rowHeight(0) == round(1.5 * sizes.ROW_HEIGHT)


def test_the_list_has_a_name(screen: Screen) -> None:
    view = listed()
    screen.show(view)
    assert name_of(view) == "Vandaag"


@pytest.mark.usefixtures("qapp")
def test_measures_of_type_are_those_of_the_look() -> None:
    assert Look(LIGHT, 2.0).metrics(Type.TEXT).height() > Look(LIGHT).metrics(Type.TEXT).height()
