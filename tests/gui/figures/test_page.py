"""The page with figures: inside beside outside, one cursor, reasons, and the way out."""

from __future__ import annotations

import csv
import dataclasses
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from mhdesk.desk import figures, signals, unmet
from mhdesk.desk.desk import Desk
from mhdesk.desk.figure_files import DEFAULT_FORMATS, FORMATS
from mhdesk.domain.change import Change
from mhdesk.domain.figures import Unit
from mhdesk.domain.people import Role, User
from mhdesk.domain.periods import Period, parse_period
from mhdesk.domain.signals import SignalDraft
from mhdesk.domain.splits import DEFAULT_BY
from mhdesk.domain.unmet import UnmetNeedDraft
from mhdesk.gui.figures.page import FiguresPage
from mhdesk.gui.figures.publish_dialog import PublishFiguresDialog
from mhdesk.gui.figures.table_model import FIGURE
from mhdesk.gui.figures.table_view import FiguresView
from mhdesk.gui.figures.work import Order
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.widgets.messages import Kind
from tests.gui.reach import nameless
from tests.gui.widgets.screen import CONTROL, Screen, click, name_of, press, type_in

FORM, MUNICIPALITY = 0, 1
INSIDE, OUTSIDE = 0, 1


def shown(context: PageContext, screen: Screen) -> FiguresPage:
    page = FiguresPage(context)
    page.resize(1118, 640)
    screen.open(page)
    page.entered()
    return page


@pytest.fixture
def page(context: PageContext, screen: Screen, year: Period) -> FiguresPage:
    """Return the page with the figures of 2019."""
    page = shown(context, screen)
    page.show_period(year)
    return page


def view(page: FiguresPage, table: int, side: int) -> FiguresView:
    return page.board.tables[table][side].view


def figure(page: FiguresPage, table: int, side: int, row: int) -> str:
    return str(page.board.tables[table][side].model.index(row, FIGURE).data())


def rows(page: FiguresPage) -> list[int]:
    """Return where the cursor stands in each view, by table; -1 where it does not."""
    return [side.view.currentIndex().row() for pair in page.board.tables for side in pair]


def test_2019_shows_36_and_25_and_hides_what_is_small(page: FiguresPage) -> None:
    assert [figure(page, FORM, OUTSIDE, row) for row in range(4)] == ["25", "x", "x", "x"]
    assert figure(page, FORM, OUTSIDE, 7) == figure(page, MUNICIPALITY, OUTSIDE, 10) == "36"
    assert [figure(page, FORM, INSIDE, row) for row in range(4)] == ["25", "7", "3", "1"]
    assert page.board.count.plain().startswith("7 van 19 weggelaten")


def test_it_opens_with_the_last_year_that_is_over(context: PageContext, screen: Screen) -> None:
    page = shown(context, screen)
    assert page.periods.editor.text() == "2025"


def test_the_cursor_starts_where_something_is_to_be_explained(page: FiguresPage) -> None:
    assert rows(page) == [1, 1, -1, -1]
    told = page.chosen.explained()
    assert told.startswith("Gekozen cel: arbeidsuitbuiting\nIntern 7, naar buiten x\n")
    assert "criminele uitbuiting en uithuwelijking samen" in told
    assert told.endswith("1 tot en met 9.")


def test_one_cursor_walks_through_all_tables(page: FiguresPage) -> None:
    view(page, FORM, INSIDE).setFocus()
    for _ in range(7):
        press(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert rows(page) == [-1, -1, 0, 0]
    assert view(page, MUNICIPALITY, INSIDE).hasFocus()
    press(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert view(page, MUNICIPALITY, OUTSIDE).hasFocus()
    press(QApplication.focusWidget(), Qt.Key.Key_Up)
    assert rows(page) == [7, 7, -1, -1]
    assert view(page, FORM, OUTSIDE).hasFocus()
    assert page.chosen.explained().startswith("Gekozen cel: het totaal")


def test_the_arrows_stop_at_the_ends(page: FiguresPage) -> None:
    page.board.choose(FORM, 0)
    press(view(page, FORM, INSIDE), Qt.Key.Key_Up)
    assert rows(page) == [0, 0, -1, -1]


def test_a_click_outside_moves_the_cursor_inside_too(page: FiguresPage) -> None:
    outside = view(page, FORM, OUTSIDE)
    place = outside.visualRect(outside.model().index(3, FIGURE)).center()
    QTest.mouseClick(outside.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert rows(page) == [3, 3, -1, -1]


@pytest.mark.parametrize("side", [INSIDE, OUTSIDE])
def test_no_figure_goes_to_the_clipboard(page: FiguresPage, side: int) -> None:
    QGuiApplication.clipboard().setText("iets anders")
    copy = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_C, CONTROL, "\x03")  # as a keyboard sends it
    QApplication.sendEvent(view(page, FORM, side), copy)
    assert QGuiApplication.clipboard().text() == "iets anders"


def test_every_look_is_noted(page: FiguresPage, desk: Desk) -> None:
    before = looks(desk)
    page.show_period(parse_period("2018"))
    assert looks(desk) == before + 1
    page.entered()
    assert looks(desk) == before + 1


def looks(desk: Desk) -> int:
    query = "SELECT count(*) FROM audit_event WHERE verb = 'figures.counted'"
    return int(desk.database.connection.exec_driver_sql(query).scalar_one())


def typed(page: FiguresPage, period: str) -> None:
    page.periods.editor.setFocus()
    page.periods.editor.selectAll()
    type_in(page.periods.editor, period)
    press(page.periods.editor, Qt.Key.Key_Return)


def test_a_period_can_be_typed(page: FiguresPage) -> None:
    typed(page, "2019-q1")
    assert page.periods.editor.text() == "2019-Q1"
    assert 0 < int(figure(page, FORM, INSIDE, 7)) < 36


@pytest.mark.parametrize("period", ["2019-13", "2019-02-01..2019-01-01", "volgend jaar"])
def test_what_is_no_period_is_said_and_the_figures_stay(page: FiguresPage, period: str) -> None:
    typed(page, period)
    assert page.messages.kind is Kind.ERROR
    assert period in page.messages.sentence()
    assert figure(page, FORM, INSIDE, 7) == "36"


def test_a_year_can_be_chosen(page: FiguresPage) -> None:
    click(page.periods.this_year)
    assert page.periods.editor.text() == "2026"
    assert "nog niet voorbij" in page.checks.told()
    click(page.periods.last_year)
    assert page.periods.editor.text() == "2025"
    assert "De periode is voorbij" in page.checks.told()


def test_what_was_checked_is_said(page: FiguresPage) -> None:
    told = page.checks.told()
    assert "Geen x is uit te rekenen" in told
    assert re.search(r"elke x: minstens [5-9] mogelijke waarden", told)
    assert "nog geen over deze dagen" in told


# --- publishing -------------------------------------------------------------------------------


def test_publishing_asks_for_reasons_and_then_for_a_folder(page: FiguresPage) -> None:
    click(page.checks.publish)
    (dialog,) = page.findChildren(PublishFiguresDialog)
    assert dialog.question.plain() == "De cijfers van 2019 publiceren?"
    assert dialog.focusWidget() is dialog.purpose
    type_in(dialog.purpose, "Jaarverslag")
    orders: list[object] = []
    dialog.decided.connect(orders.append)
    click(dialog.primary)
    assert orders == [Order(parse_period("2019"), "Jaarverslag", "")]
    (folders,) = page.findChildren(QFileDialog)
    assert folders.fileMode() is QFileDialog.FileMode.Directory


def test_figures_leave_as_the_files_that_were_chosen(page: FiguresPage, qtbot: QtBot, tmp_path: Path) -> None:
    click(page.checks.publish)
    (dialog,) = page.findChildren(PublishFiguresDialog)
    assert dialog.formats.codes() == DEFAULT_FORMATS
    for code in DEFAULT_FORMATS:
        click(dialog.formats.check(code))
    click(dialog.primary)
    assert dialog.messages.sentence() == "Kies minstens één soort bestand."
    assert dialog.focusWidget() is dialog.formats.first
    for code in FORMATS[1:3]:
        click(dialog.formats.check(code))
    with qtbot.waitSignal(dialog.decided) as told:
        click(dialog.primary)
    page.publish(told.args[0], tmp_path)
    assert {path.name for path in tmp_path.iterdir() if path.is_file()} == {
        "R-2026-001.html",
        "R-2026-001.xlsx",
    }


def test_every_kind_of_file_has_a_box_with_a_sentence(page: FiguresPage) -> None:
    click(page.checks.publish)
    (dialog,) = page.findChildren(PublishFiguresDialog)
    boxes = [dialog.formats.check(code) for code in FORMATS]
    assert all(box.accessibleDescription().endswith(".") for box in boxes)
    assert nameless(dialog) == []


def test_ctrl_enter_goes_on_to_the_folder_as_in_other_dialogs(page: FiguresPage, qtbot: QtBot) -> None:
    click(page.checks.publish)
    (dialog,) = page.findChildren(PublishFiguresDialog)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    with qtbot.waitSignal(dialog.decided):
        press(dialog.receiver, Qt.Key.Key_Return, CONTROL)


def test_a_period_without_a_signal_is_said_before_anything_leaves(page: FiguresPage) -> None:
    page.show_period(parse_period("2011"))
    assert page.messages.kind is Kind.QUESTION
    told = "Over 2011 is geen signaal of melding binnengekomen. Is dat de periode die je bedoelt?"
    assert page.messages.sentence() == told
    click(page.checks.publish)
    (dialog,) = page.findChildren(PublishFiguresDialog)
    assert dialog.question.plain() == "Publiceren dat er over 2011 geen enkel signaal was?"
    dialog.reject()
    page.show_period(parse_period("2019"))
    assert not page.messages.isVisible()


def order(year: Period) -> Order:
    return Order(year, "Jaarverslag", "gemeenten")


def test_a_publication_says_its_number_and_where_it_lies(
    page: FiguresPage, context: PageContext, year: Period, tmp_path: Path
) -> None:
    changes: list[object] = []
    context.bus.changed.connect(changes.append)
    page.publish(order(year), tmp_path)
    assert page.messages.kind is Kind.DONE
    told = page.messages.sentence()
    assert told.startswith(f"Gepubliceerd als R-2026-001. In {tmp_path} staan R-2026-001.pdf")
    names = {path.name for path in tmp_path.iterdir() if path.is_file()}
    tables = {"R-2026-001-vorm.csv", "R-2026-001-gemeente.csv", "datapackage.json"}
    assert names == {"R-2026-001.pdf"} | tables
    assert [change.verb for change in changes if isinstance(change, Change)] == ["figures.published"]
    assert "1 over deze dagen" in page.checks.told()


def test_what_was_published_is_what_was_shown(page: FiguresPage, year: Period, tmp_path: Path) -> None:
    page.publish(order(year), tmp_path)
    with (tmp_path / "R-2026-001-vorm.csv").open(encoding="utf-8-sig", newline="") as file:
        published = [row["count"] for row in csv.DictReader(file)]
    shown = [figure(page, FORM, OUTSIDE, row) for row in range(8)]
    assert [one or "x" for one in published] == [one.replace("–", "0") for one in shown]


def test_a_folder_that_cannot_be_written_publishes_nothing(
    page: FiguresPage, desk: Desk, year: Period, tmp_path: Path
) -> None:
    page.publish(order(year), tmp_path / "weg")
    assert page.messages.kind is Kind.ERROR
    assert figures.preview(desk, year, DEFAULT_BY).earlier == 0


def test_when_signals_changed_after_a_publication_it_says_why_nothing_may_leave(
    page: FiguresPage, context: PageContext, desk: Desk, year: Period, tmp_path: Path
) -> None:
    page.publish(order(year), tmp_path)
    draft = SignalDraft(received_on="01-03-2019", narrative="Later gevonden.", form="sexual_exploitation")
    context.bus.changed.emit(signals.register(desk, draft))
    assert page.messages.kind is Kind.WARNING
    assert page.messages.sentence().startswith("Over deze dagen is al gepubliceerd")
    assert not page.checks.publish.isEnabled()
    assert "kunnen nu niet gepubliceerd worden" in page.checks.told()
    assert {figure(page, FORM, OUTSIDE, row) for row in range(8)} == {"x"}
    assert page.chosen.explained().splitlines()[2] == page.messages.sentence()


def test_a_role_that_may_not_publish_gets_no_button(context: PageContext, screen: Screen) -> None:
    worker = User(context.user.id, "Tess Proef", Role.VT_WORKER)
    page = shown(dataclasses.replace(context, user=worker), screen)
    assert page.checks.publish.isHidden()
    assert "hoort niet bij jouw rol" in page.checks.told()


def test_tables_and_everything_that_tab_comes_to_have_names(page: FiguresPage) -> None:
    assert nameless(page) == []
    assert name_of(view(page, FORM, INSIDE)) == "Naar vorm van uitbuiting, intern"
    assert name_of(view(page, FORM, OUTSIDE)) == "Naar vorm van uitbuiting, zo komt het naar buiten"


def test_no_figure_reaches_the_title_of_a_window(page: FiguresPage) -> None:
    assert page.title == "Cijfers"
    assert page.windowTitle() == ""


# --- what else is counted ---------------------------------------------------------------------------


def titles(page: FiguresPage) -> list[str]:
    horizontal = Qt.Orientation.Horizontal
    return [str(pair[INSIDE].model.headerData(0, horizontal)) for pair in page.board.tables]


def test_persons_and_what_was_not_found_are_counted_behind_their_own_tab(
    page: FiguresPage, desk: Desk
) -> None:
    for _ in range(6):
        unmet.record(desk, UnmetNeedDraft(purpose="shelter", wanted_on="01-11-2026", reason="no_place"))
    page.show_period(parse_period("2026"))
    press(page, Qt.Key.Key_PageUp, CONTROL)
    assert page.unit_shown is tuple(Unit)[-1]
    page.units.setCurrentIndex(tuple(Unit).index(Unit.TRIAGES))
    press(page, Qt.Key.Key_PageUp, CONTROL)
    assert page.unit_shown is Unit.NEEDS
    assert page.units.hasFocus()
    assert titles(page)[0] == "Niet gevonden hulp naar soort"
    assert figure(page, 0, INSIDE, 0) == "6"
    assert "ieder één keer" in page.unit.plain()
    press(page, Qt.Key.Key_PageUp, CONTROL)
    assert [len(page.board.tables), titles(page)[1]] == [4, "Vermoedelijke slachtoffers naar geslacht"]
    assert nameless(page) == []
    page.units.setCurrentIndex(0)
    assert len(page.board.tables) == len(titles(page)) == 2
    assert not any(side.view.isVisible() for pair in page.board._pairs[2:] for side in pair)


def test_only_what_is_shown_is_published(page: FiguresPage, desk: Desk, tmp_path: Path) -> None:
    page.show_period(parse_period("2026"))
    page.units.setCurrentIndex(2)
    assert page.messages.sentence().startswith("Over 2026 is geen hulp vastgelegd")
    change = unmet.record(desk, UnmetNeedDraft(purpose="care", wanted_on="01-11-2026", reason="waiting"))
    page._context.bus.changed.emit(change)
    assert figure(page, 0, OUTSIDE, 1) == "x"
    click(page.checks.publish)
    (dialog,) = page.findChildren(PublishFiguresDialog)
    decided: list[object] = []
    dialog.decided.connect(decided.append)
    dialog.decide()
    dialog.reject()
    (wanted,) = decided
    assert isinstance(wanted, Order)
    page.publish(wanted, tmp_path)
    names = {path.name for path in tmp_path.glob("*.csv")}
    assert names == {f"R-2026-001-hulp-{word}.csv" for word in ("soort", "reden", "gemeente")}
    assert page.messages.kind is Kind.DONE
