"""The list of signals: filtered and searched by the registry, walked by keyboard, kept where it was."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mhdesk.desk import informing, signals
from mhdesk.desk.desk import Desk
from mhdesk.domain.informing import InformDraft
from mhdesk.domain.signals import Kind, SignalDraft, Status
from mhdesk.domain.views import Order, SignalFilter
from mhdesk.gui.look import theme
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals import list_page
from mhdesk.gui.signals.list_page import SignalsPage
from mhdesk.gui.widgets.labels import Label
from mhdesk.gui.widgets.rows import LINE, Line
from tests.gui.conftest import Trail
from tests.gui.reach import nameless
from tests.gui.signals.conftest import Register
from tests.gui.widgets.screen import CONTROL, Screen, click, press, type_in


def shown_on(screen: Screen, context: PageContext) -> SignalsPage:
    page = SignalsPage(context)
    screen.show(page, width=1158, height=668)
    page.entered()
    return page


def focused() -> QWidget | None:
    return QApplication.focusWidget()


def titles(page: SignalsPage, qtbot: QtBot) -> list[str]:
    """Return the titles of all lines; each is painted, so each is fetched."""
    indexes = [page.model.index(row) for row in range(page.model.rowCount())]
    qtbot.waitUntil(lambda: all(index.data(LINE) is not None for index in indexes))
    return [index.data(LINE).title.split(" · ")[0] for index in indexes]


def texts(page: SignalsPage) -> list[str]:
    return [label.text() for label in page.findChildren(Label) if label.isVisible()]


def test_an_empty_registry_says_what_to_do(screen: Screen, context: PageContext, trail: Trail) -> None:
    page = shown_on(screen, context)
    assert not page.list.isVisible()
    assert page.empty.accessibleName().startswith("Er staat nog geen signaal in dit register.")
    click(page.new_button)
    assert trail.steps == [("new_signal", None)]


@pytest.mark.parametrize("zoom", [1.0, 1.5])
def test_no_filter_becomes_a_slit_in_large_text(
    zoom: float, screen: Screen, context: PageContext, register: Register, qapp: QApplication
) -> None:
    register()
    theme.apply(qapp, theme.Scheme.LIGHT, zoom=zoom)
    page = SignalsPage(context)
    screen.show(page, width=1080, height=668)
    QApplication.processEvents()
    filters = page.filters
    assert filters.search.width() >= theme.look().px(200)
    for choice in (filters.kind, filters.status, filters.municipality, filters.form):
        assert choice.width() >= 0.9 * choice.sizeHint().width()
    assert (filters.kind.y() > filters.search.y()) is (zoom > 1)


def test_all_signals_stand_there_with_their_number(
    screen: Screen, context: PageContext, register: Register, qtbot: QtBot
) -> None:
    for _ in range(3):
        register()
    page = shown_on(screen, context)
    assert titles(page, qtbot) == ["GV-2026-0003", "GV-2026-0002", "GV-2026-0001"]
    assert "3 signalen" in texts(page)


def test_arrows_and_enter_open_a_signal(
    screen: Screen, context: PageContext, register: Register, trail: Trail
) -> None:
    first, _ = register(), register()
    shown_on(screen, context)
    press(focused(), Qt.Key.Key_Down)
    press(focused(), Qt.Key.Key_Return)
    assert trail.steps == [("open_signal", first)]


def test_filters_narrow_the_list_and_are_cleared_at_once(
    screen: Screen, context: PageContext, register: Register, qtbot: QtBot
) -> None:
    register()
    register(municipality="GM0406", kind=Kind.SIGNAL)
    page = shown_on(screen, context)
    assert not page.filters.clear.isVisible()
    page.filters.municipality.setCurrentIndex(page.filters.municipality.findData("GM0406"))
    page.filters.municipality.activated.emit(page.filters.municipality.currentIndex())
    assert titles(page, qtbot) == ["GV-2026-0002"]
    assert "1 signaal gevonden" in texts(page)
    click(page.filters.clear)
    assert titles(page, qtbot) == ["GV-2026-0002", "GV-2026-0001"]


def test_what_is_typed_is_searched_after_a_pause(
    screen: Screen, context: PageContext, register: Register, qtbot: QtBot
) -> None:
    register()
    register(kind=Kind.SIGNAL, persons=[], narrative="Een advertentie van een nagelstudio.")
    page = shown_on(screen, context)
    press(page, Qt.Key.Key_F, CONTROL)
    type_in(page.filters.search, "nagelst")
    assert page.model.rowCount() == 2
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    press(page.filters.search, Qt.Key.Key_Down)
    assert focused() is page.list


def test_enter_searches_without_waiting_and_escape_shows_everything_again(
    screen: Screen, context: PageContext, register: Register
) -> None:
    register()
    page = shown_on(screen, context)
    page.filters.search.setFocus()
    type_in(page.filters.search, "bestaatniet")
    press(page.filters.search, Qt.Key.Key_Return)
    assert page.model.rowCount() == 0
    assert page.empty.accessibleName().startswith("Geen signaal past bij deze keuze.")
    assert focused() is page.filters.search
    press(page.filters.search, Qt.Key.Key_Escape)
    assert page.model.rowCount() == 1


def test_the_window_can_hand_over_a_question(
    screen: Screen, context: PageContext, register: Register
) -> None:
    register()
    register(kind=Kind.SIGNAL, persons=[], narrative="Iets anders.")
    page = shown_on(screen, context)
    page.show_filter(SignalFilter(search="06 12 34 56 78"))
    assert page.filters.search.text() == "06 12 34 56 78"
    assert page.model.rowCount() == 1


def test_the_list_to_look_through_has_its_own_sentence(
    screen: Screen, context: PageContext, register: Register
) -> None:
    register()
    page = shown_on(screen, context)
    page.show_filter(SignalFilter(to_review=True))
    assert page.model.rowCount() == 0
    assert page.filters.chosen() == SignalFilter(to_review=True)


def test_the_order_can_be_that_of_recording(
    screen: Screen, context: PageContext, register: Register, qtbot: QtBot
) -> None:
    register(received_on="20-11-2026")
    register(received_on="01-11-2026")
    page = shown_on(screen, context)
    assert titles(page, qtbot) == ["GV-2026-0001", "GV-2026-0002"]
    page.show_filter(SignalFilter(order=Order.RECORDED))
    assert titles(page, qtbot) == ["GV-2026-0002", "GV-2026-0001"]


def test_a_new_signal_comes_in_and_the_cursor_stays_where_it_was(
    screen: Screen, context: PageContext, register: Register, desk: Desk
) -> None:
    first, _ = register(), register()
    page = shown_on(screen, context)
    page.list.choose_row(1)
    change = signals.register(desk, SignalDraft(received_on="23-11-2026", narrative="Nieuw."))
    context.bus.changed.emit(change)
    assert page.model.rowCount() == 3
    assert page.list.current_id() == first


def test_a_closed_signal_says_so_in_its_line(
    screen: Screen, context: PageContext, register: Register, desk: Desk, qtbot: QtBot
) -> None:
    number = register()
    page = shown_on(screen, context)
    assert page.model.rowCount() == 1
    change = signals.change_status(desk, number, Status.CLOSED, "Afgerond.")
    context.bus.changed.emit(change)
    qtbot.waitUntil(lambda: _line(page, 0).reason.endswith("afgesloten"))


def _line(page: SignalsPage, row: int) -> Line:
    found = page.model.index(row).data(LINE)
    return found if isinstance(found, Line) else Line("")


def test_a_taken_decision_shows_in_the_line(
    screen: Screen, context: PageContext, register: Register, desk: Desk, qtbot: QtBot
) -> None:
    number = register()
    page = shown_on(screen, context)
    qtbot.waitUntil(lambda: _line(page, 0).clock == "nog 30 dagen")
    for one in signals.details(desk, number).involvements:
        draft = InformDraft(one.id, "inform", decided_by="Noor", decided_on="23-11-2026")
        draft.informed_on, draft.informed_how = "23-11-2026", "in een gesprek"
        draft.contact_read = True
        context.bus.changed.emit(informing.decide(desk, draft))
    qtbot.waitUntil(lambda: _line(page, 0).clock == "Geïnformeerd")


def test_everything_that_tab_visits_has_a_name(
    screen: Screen, context: PageContext, register: Register
) -> None:
    register()
    page = shown_on(screen, context)
    page.show_filter(SignalFilter(search="lina"))
    assert nameless(page.window()) == []


def test_a_hidden_list_asks_again_when_it_is_shown(screen: Screen, context: PageContext, desk: Desk) -> None:
    page = shown_on(screen, context)
    page.hide()
    change = signals.register(desk, SignalDraft(received_on="23-11-2026", narrative="Nieuw."))
    context.bus.changed.emit(change)
    assert page.model.rowCount() == 0
    page.show()
    page.entered()
    assert page.model.rowCount() == 1


@pytest.mark.parametrize("typed", ['"', "a OR b*", "'; drop table signal", "*", "NEAR("])
def test_nothing_that_is_typed_is_a_command(
    screen: Screen, context: PageContext, register: Register, typed: str
) -> None:
    register()
    page = shown_on(screen, context)
    page.show_filter(SignalFilter(search=typed))
    assert page.model.rowCount() in {0, 1}
    assert not page.messages.isVisible()


def test_a_spreadsheet_is_taken_in_from_here(screen: Screen, context: PageContext, trail: Trail) -> None:
    click(shown_on(screen, context).import_button)
    assert trail.steps == [("import_sheet",)]


def test_the_first_lines_stand_there_while_the_rest_is_counted(
    screen: Screen, context: PageContext, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(list_page, "_AT_FIRST", 2)
    for number in range(1, 6):
        signals.register(desk, SignalDraft(received_on=f"0{number}-11-2026", narrative="Een busje."))
    grown: list[tuple[int, int]] = []
    page = SignalsPage(context)
    page.model.rowsInserted.connect(lambda _, first, last: grown.append((first, last)))
    screen.show(page, width=1158, height=668)
    page.entered()
    assert grown == [(2, 4)]
    assert titles(page, qtbot) == [f"GV-2026-000{number}" for number in (5, 4, 3, 2, 1)]
    assert "5 signalen" in texts(page)
