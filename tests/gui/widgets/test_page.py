"""Pages keep their grammar at every size."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mhdesk.gui.look import sizes, theme
from mhdesk.gui.widgets.bars import ActionBar, KeyHint, KeyStrip
from mhdesk.gui.widgets.buttons import PrimaryButton
from mhdesk.gui.widgets.fields import Field, TextEditor
from mhdesk.gui.widgets.labels import Label, Paragraph
from mhdesk.gui.widgets.list_view import ListView
from mhdesk.gui.widgets.page import FORM, LIST, Page
from mhdesk.gui.widgets.rows import Line, LinesModel
from tests.gui.widgets.screen import Screen, name_of

WIDTH = 1366 - sizes.NAVIGATION_WIDTH


def spread(widget: QWidget, page: Page) -> tuple[int, int]:
    """Return where a widget begins and ends on its page."""
    left = widget.mapTo(page, QPoint(0, 0)).x()
    return left, left + widget.width()


@pytest.mark.parametrize(("shape", "main", "side"), [(LIST, 772, 266), (FORM, 624, 406)])
def test_columns_have_the_widths_of_the_grid(shape: object, main: int, side: int, screen: Screen) -> None:
    page = Page("Vandaag", shape=LIST if shape is LIST else FORM)
    words, beside = Label("x"), Label("y")
    page.main.add(words)
    page.side.add(beside)
    page.resize(WIDTH, 600)
    screen.open(page)
    assert spread(words, page) == (40, 40 + main)
    assert spread(beside, page) == (WIDTH - 32 - side, WIDTH - 32)


def test_nothing_shifts_when_a_scroll_bar_appears(screen: Screen, qtbot: QtBot) -> None:
    page = Page("Nieuw signaal", shape=FORM)
    first = Label("eerste")
    page.main.add(first)
    tall = QWidget()
    page.main.add(tall)
    page.resize(WIDTH, 600)
    screen.open(page)
    before = spread(first, page)
    tall.setMinimumHeight(2000)
    qtbot.waitUntil(lambda: page._main_area.verticalScrollBar().maximum() > 0)
    QApplication.processEvents()
    assert spread(first, page) == before


def test_a_page_ends_where_its_content_ends(screen: Screen) -> None:
    page = Page("Nieuw signaal", shape=FORM)
    for _ in range(12):
        page.main.add(Paragraph("Een alinea van meer dan één regel. " * 6), before=12)
        page.main.add(Field("Naam", TextEditor()), before=12)
    last = Label("einde")
    page.main.add(last)
    page.main.fill()
    page.resize(WIDTH, 600)
    screen.open(page)
    QApplication.processEvents()
    bottom = last.mapTo(page._main_content, QPoint(0, last.height())).y()
    assert 0 <= page._main_content.height() - bottom < 24


def test_a_list_reaches_out_of_the_text_column(screen: Screen) -> None:
    page = Page("Vandaag", shape=LIST, scrolls=False)
    rows, words = ListView(name="Vandaag"), Label("x")
    page.main.add(words)
    page.main.add(rows, stretch=1)
    page.resize(WIDTH, 600)
    screen.open(page)
    assert spread(words, page) == (40, 812)
    assert spread(rows, page)[0] == 24
    assert spread(rows.viewport(), page) == (24, 820)
    assert rows.height() > 400


def test_large_text_puts_the_side_under_the_main_column_and_back(screen: Screen, qapp: QApplication) -> None:
    page = Page("Nieuw signaal", shape=FORM)
    words, beside = Label("x"), Label("y")
    page.main.add(words)
    page.side.add(beside)
    page.resize(WIDTH, 600)
    screen.open(page)
    for zoom, below in ((1.5, True), (1.0, False), (2.0, True), (1.0, False)):
        theme.apply(qapp, theme.Scheme.LIGHT, zoom=zoom)
        page.resize(WIDTH + 1, 600)
        page.resize(WIDTH, 600)
        QApplication.processEvents()
        assert beside.isVisible()
        assert (spread(beside, page)[0] == 40) is below


def test_a_side_that_is_found_elsewhere_leaves_a_list_its_height(screen: Screen, qapp: QApplication) -> None:
    page = Page("Vandaag", shape=LIST, scrolls=False, side_gives_way=True)
    beside = Label("y")
    page.side.add(beside)
    page.resize(WIDTH, 600)
    screen.open(page)
    assert beside.isVisible()
    theme.apply(qapp, theme.Scheme.LIGHT, zoom=2.0)
    page.resize(WIDTH - 300, 600)
    QApplication.processEvents()
    assert not beside.isVisible()


def test_the_side_gives_way_before_it_goes_under(screen: Screen, qapp: QApplication) -> None:
    theme.apply(qapp, theme.Scheme.LIGHT, zoom=1.25)
    page = Page("Nieuw signaal", shape=FORM)
    words, beside = Label("x"), Label("y")
    page.main.add(words)
    page.side.add(beside)
    page.resize(WIDTH, 600)
    screen.open(page)
    left, right = spread(beside, page)
    assert spread(words, page) == (40, 40 + 625)
    assert (left, right) == (721, WIDTH - 32)


def test_narrow_things_stand_at_the_left(screen: Screen) -> None:
    page = Page("Vandaag")
    button = PrimaryButton("Vastleggen")
    page.main.add(button)
    page.resize(WIDTH, 600)
    screen.open(page)
    assert spread(button, page)[0] == 40


def test_what_is_wrong_gives_way_to_the_actions(screen: Screen) -> None:
    actions = PrimaryButton("Vastleggen", keys="Ctrl+Return"), PrimaryButton("Later afmaken")
    bar = ActionBar(*actions)
    screen.show(bar, width=420)
    bar.set_wrong(12)
    QApplication.processEvents()
    assert all(action.width() == action.sizeHint().width() for action in actions)


def test_wide_windows_widen_the_main_column_to_960(screen: Screen) -> None:
    page = Page("Vandaag", shape=LIST)
    words = Label("x")
    page.main.add(words)
    page.resize(2200, 600)
    screen.open(page)
    assert spread(words, page) == (40, 1000)


def test_lines_of_text_stay_readable(screen: Screen) -> None:
    page = Page("Vandaag")
    words = Paragraph("woord " * 60)
    page.main.add(words)
    page.resize(WIDTH, 600)
    screen.open(page)
    assert spread(words, page) == (40, 640)
    assert words.height() >= words.heightForWidth(600)


def test_head_and_key_hints_follow_the_page(screen: Screen, qtbot: QtBot) -> None:
    page = Page("Casus")
    page.resize(WIDTH, 600)
    screen.open(page)
    page.set_title("Mai Voorbeeld", "vermoedelijk slachtoffer", "C-2026-014")
    page.set_summary("Eén besluit loopt af.")
    assert page.title == "Mai Voorbeeld"
    with qtbot.waitSignal(page.keyhints_changed):
        page.set_keyhints(KeyHint("B", "nieuw besluit"))
    assert page.keyhints() == (KeyHint("B", "nieuw besluit"),)


def test_the_action_bar_is_always_in_sight(screen: Screen) -> None:
    page = Page("Nieuw signaal", shape=FORM)
    tall = QWidget()
    tall.setMinimumHeight(3000)
    page.main.add(tall)
    bar = ActionBar(PrimaryButton("Vastleggen"))
    page.set_action_bar(bar)
    page.resize(WIDTH, 500)
    screen.open(page)
    assert bar.height() == sizes.ACTION_BAR_HEIGHT
    assert bar.geometry().bottom() == page.height() - 1


def test_the_key_strip_reads_its_keys_and_drops_what_does_not_fit(screen: Screen) -> None:
    strip = KeyStrip()
    screen.show(strip, width=500)
    strip.set_hints((KeyHint("Return", "openen"), KeyHint("Ctrl+/", "alle toetsen")))
    strip.set_status("Alles bewaard")
    assert name_of(strip) == "Enter: openen. Ctrl+/: alle toetsen. Alles bewaard"
    assert strip.status() == "Alles bewaard"
    wide = strip.grab().toImage()
    strip.window().resize(260, 300)
    QApplication.processEvents()
    assert strip.grab().toImage().width() < wide.width()


def test_a_whole_list_scrolls_with_its_page(screen: Screen, qtbot: QtBot) -> None:
    page = Page("Vandaag", shape=LIST)
    rows = ListView(name="Vandaag", whole=True)
    model = LinesModel(rows)
    rows.setModel(model)
    page.main.add(rows)
    page.resize(WIDTH, 400)
    screen.open(page)
    model.set_items([(number, Line(f"regel {number}")) for number in range(30)])
    qtbot.waitUntil(lambda: rows.height() == 30 * sizes.ROW_HEIGHT + 2)
    assert page._main_area.verticalScrollBar().maximum() > 0
