"""Searching everywhere by keyboard: under the field, in groups, and wiped when it is done with."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from mhdesk.desk import cases, network, signals
from mhdesk.desk.desk import Desk
from mhdesk.domain.cases import CaseDraft
from mhdesk.domain.network import OrganisationDraft
from mhdesk.domain.signals import PersonDraft
from mhdesk.gui.entry.opening import Opened
from mhdesk.gui.finding.panel import FindPanel
from mhdesk.gui.look.theme import Scheme, Theme
from mhdesk.gui.persons.person_page import PersonPage
from mhdesk.gui.preferences import Preferences
from mhdesk.gui.runner import InlineRunner
from mhdesk.gui.shell.main_window import MainWindow
from mhdesk.gui.shell.view_menu import ViewMenu
from mhdesk.gui.signals.list_page import SignalsPage
from mhdesk.gui.signals.signal_page import SignalPage
from mhdesk.gui.widgets.rows import SPOKEN
from mhdesk.store.schema import audit_event
from tests.desk.drafts import a_notification
from tests.gui.widgets.screen import CONTROL, Screen, press, type_in


@pytest.fixture
def window(
    desk: Desk, opened: Opened, screen: Screen, runner: InlineRunner, dutch: QApplication
) -> MainWindow:
    """Return the window over a registry with two persons, a case and an organisation."""
    del desk
    preferences = Preferences(opened.folder.parent / "preferences.json")
    menu = ViewMenu(Theme(dutch, Scheme.LIGHT), preferences, opened.user.name)
    made = MainWindow(runner, opened, menu)
    made.resize(1366, 768)
    screen.open(made)
    return made


@pytest.fixture
def full(desk: Desk) -> Desk:
    signals.register(desk, a_notification())
    cases.open_for(desk, CaseDraft(person_id=1, opened_on="23-11-2026"))
    network.add_organisation(desk, OrganisationDraft(name="Voorbeeldhuis", group="shelter"))
    return desk


def look_for(window: MainWindow, typed: str, qtbot: QtBot) -> FindPanel:
    press(window, Qt.Key.Key_K, CONTROL)
    type_in(window.top.search, typed)
    panel = window.finding.panel
    qtbot.waitUntil(panel.isVisible, timeout=5_000)
    return panel


def shown(panel: FindPanel) -> list[str]:
    return [str(panel.model.index(row).data(SPOKEN)) for row in range(panel.model.rowCount())]


def current(panel: FindPanel) -> str:
    return str(panel.list.currentIndex().data(SPOKEN))


def test_what_is_found_lies_under_the_field_in_groups(full: Desk, window: MainWindow, qtbot: QtBot) -> None:
    del full
    panel = look_for(window, "voorbeeld", qtbot)
    QAbstractItemModelTester(panel.model)
    lines = shown(panel)
    assert lines[0] == "Mensen"
    assert lines[1].startswith("Lina Voorbeeld")
    assert "C-2026-0001" in lines[1]
    assert [one for one in lines if one in {"Mensen", "Casussen", "Signalen", "Organisaties"}] == [
        "Mensen",
        "Casussen",
        "Signalen",
        "Organisaties",
    ]
    assert window.top.search.hasFocus()
    assert window.rect().contains(panel.geometry())


def test_the_arrows_walk_over_the_heads_and_enter_opens(full: Desk, window: MainWindow, qtbot: QtBot) -> None:
    del full
    panel = look_for(window, "voorbeeld", qtbot)
    press(window.top.search, Qt.Key.Key_Down)
    assert current(panel).startswith("C-2026-0001")
    press(window.top.search, Qt.Key.Key_Down)
    assert current(panel).startswith("GV-2026-0001")
    press(window.top.search, Qt.Key.Key_PageDown)
    assert current(panel).startswith("Voorbeeldhuis")
    press(window.top.search, Qt.Key.Key_PageUp)
    assert current(panel).startswith("Lina Voorbeeld")
    press(window.top.search, Qt.Key.Key_Up)
    assert current(panel).startswith("Lina Voorbeeld")
    press(window.top.search, Qt.Key.Key_Return)
    assert isinstance(window.pages.page, PersonPage)
    assert not panel.isVisible()
    assert window.top.search.text() == ""
    window.top.search.undo()
    assert window.top.search.text() == ""
    assert panel.model.rowCount() == 0


def test_enter_means_the_same_however_fast_somebody_types(full: Desk, window: MainWindow) -> None:
    del full
    press(window, Qt.Key.Key_K, CONTROL)
    type_in(window.top.search, "vakantiepark")
    press(window.top.search, Qt.Key.Key_Return)
    assert isinstance(window.pages.page, SignalPage)


def test_control_and_enter_lists_every_signal(full: Desk, window: MainWindow, qtbot: QtBot) -> None:
    del full
    look_for(window, "Voorbeeld", qtbot)
    press(window.top.search, Qt.Key.Key_Return, CONTROL)
    page = window.pages.page
    assert isinstance(page, SignalsPage)
    assert page.model.rowCount() == 1
    assert page.filters.search.text() == "Voorbeeld"


def test_a_place_is_found_by_its_word(full: Desk, window: MainWindow, qtbot: QtBot) -> None:
    del full
    panel = look_for(window, "cijfers", qtbot)
    assert shown(panel) == ["Ga naar", "Cijfers"]
    press(window.top.search, Qt.Key.Key_Return)
    assert window.pages.place == "figures"


def test_escape_wipes_everything_and_gives_the_focus_back(
    full: Desk, window: MainWindow, qtbot: QtBot
) -> None:
    del full
    place = window.navigation.places["figures"]
    place.setFocus()
    panel = look_for(window, "voorbeeld", qtbot)
    press(window.top.search, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert panel.model.rowCount() == 0
    assert window.top.search.text() == ""
    assert place.hasFocus()


def test_nobody_found_says_how_it_was_looked_for(full: Desk, window: MainWindow, qtbot: QtBot) -> None:
    del full
    panel = look_for(window, "06 00 00 00 99", qtbot)
    assert panel.sentence.plain() == "Niemand gevonden met 06 00 00 00 99."
    assert panel.more.plain() == "Ook gezocht zonder spaties en met +31."
    press(window.top.search, Qt.Key.Key_Return)
    assert window.pages.place == "today"


def test_more_than_a_few_signals_lead_to_all_of_them(desk: Desk, window: MainWindow, qtbot: QtBot) -> None:
    for number in range(7):
        who = [PersonDraft(first_names=f"Kind{number}", last_name="Talrijk")]
        signals.register(desk, a_notification(persons=who))
    panel = look_for(window, "talrijk", qtbot)
    assert any(one.startswith("Toon alle 7 signalen") for one in shown(panel))


def test_more_than_a_few_people_are_shown_by_a_line_and_escape_goes_back(
    desk: Desk, window: MainWindow, qtbot: QtBot
) -> None:
    many = [PersonDraft(first_names=f"Kind{number}", last_name="Talrijk") for number in range(53)]
    for start in range(0, len(many), 9):
        signals.register(desk, a_notification(persons=many[start : start + 9]))
    panel = look_for(window, "talrijk", qtbot)
    for _ in range(5):
        press(window.top.search, Qt.Key.Key_Down)
    assert current(panel) == "Toon de eerste 50 van 53 mensen"
    press(window.top.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: panel.model.rowCount() == 51, timeout=5_000)
    assert shown(panel)[0] == "Mensen. de eerste 50 van 53: typ meer om te kiezen"
    assert window.rect().contains(panel.geometry())
    press(window.top.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: panel.model.rowCount() < 51, timeout=5_000)
    assert window.top.search.text() == "talrijk"
    assert "Toon de eerste 50 van 53 mensen" in shown(panel)
    type_in(window.top.search, " Kind52")
    qtbot.waitUntil(lambda: "53 mensen" not in " ".join(shown(panel)), timeout=5_000)
    assert current(panel).startswith("Kind52 Talrijk")
    press(window.top.search, Qt.Key.Key_Escape)
    assert not panel.isVisible()


def test_what_was_found_is_covered_and_wiped_with_the_rest(
    full: Desk, window: MainWindow, qtbot: QtBot
) -> None:
    del full
    panel = look_for(window, "voorbeeld", qtbot)
    window.cover.hide_content()
    assert not panel.isVisible()
    assert panel.model.rowCount() == 0
    assert window.top.search.text() == ""


def test_a_search_is_noted_once_from_an_empty_field_to_an_empty_field(
    full: Desk, window: MainWindow, qtbot: QtBot
) -> None:
    searched = select(audit_event).where(audit_event.c.verb == "list.searched")
    look_for(window, "voor", qtbot)
    type_in(window.top.search, "beeld")
    qtbot.wait(200)
    press(window.top.search, Qt.Key.Key_Escape)
    assert len(full.database.connection.execute(searched).all()) == 1
    look_for(window, "lina", qtbot)
    events = full.database.connection.execute(searched).all()
    assert len(events) == 2
    assert "lina" not in str(events)
