"""The window over an open registry: everything can be reached by keys, and its title says nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from mhdesk.desk import registries, signals
from mhdesk.desk.desk import Desk
from mhdesk.domain.change import Change
from mhdesk.errors import InputError
from mhdesk.gui.entry.opening import Opened
from mhdesk.gui.look.theme import Scheme, Theme
from mhdesk.gui.preferences import Preferences
from mhdesk.gui.runner import InlineRunner
from mhdesk.gui.shell.crisis_panel import CrisisPanel
from mhdesk.gui.shell.destinations import DESTINATIONS
from mhdesk.gui.shell.keys_panel import KeysPanel
from mhdesk.gui.shell.main_window import MainWindow
from mhdesk.gui.shell.recovery_page import RecoveryPage
from mhdesk.gui.shell.view_menu import ViewMenu
from mhdesk.gui.signals.form_page import SignalFormPage
from mhdesk.gui.signals.list_page import SignalsPage
from mhdesk.gui.signals.signal_page import SignalPage
from mhdesk.gui.today.page import TodayPage
from mhdesk.gui.widgets.messages import Kind
from tests.desk.drafts import a_notification
from tests.gui.reach import nameless, reachable
from tests.gui.widgets.screen import CONTROL, Screen, click, press, type_in
from tests.registry_fixtures import ReadyRegistry


def a_signal(desk: Desk) -> Change:
    return signals.register(desk, a_notification())


@pytest.fixture
def menu(dutch: QApplication, preferences: Preferences, opened: Opened) -> ViewMenu:
    return ViewMenu(Theme(dutch, Scheme.LIGHT), preferences, opened.user.name)


@pytest.fixture
def window(runner: InlineRunner, opened: Opened, menu: ViewMenu, screen: Screen) -> MainWindow:
    return shown(MainWindow(runner, opened, menu), screen)


def shown(window: MainWindow, screen: Screen, width: int = 1366) -> MainWindow:
    window.resize(width, 768)
    screen.open(window)
    return window


def panel(kind: type[QWidget], window: MainWindow) -> QWidget:
    (found,) = [one for one in window.findChildren(kind) if one.isVisible()]
    return found


def words(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_it_begins_with_what_waits(window: MainWindow) -> None:
    assert isinstance(window.pages.page, TodayPage)
    assert [key for key, button in window.navigation.places.items() if button.chosen] == ["today"]


def test_every_place_has_a_key(window: MainWindow) -> None:
    for number, place in reversed([*enumerate(DESTINATIONS, 1)]):
        press(window, Qt.Key(Qt.Key.Key_0 + number), CONTROL)
        assert window.pages.place == place.key
        assert window.navigation.places[place.key].chosen


def test_arrow_keys_walk_through_the_navigation_and_space_goes(window: MainWindow) -> None:
    places = window.navigation.places
    places["today"].setFocus()
    press(places["today"], Qt.Key.Key_Up)
    assert window.navigation.lock.hasFocus()
    press(window.navigation.lock, Qt.Key.Key_Down)
    press(places["today"], Qt.Key.Key_Down)
    assert places["signals"].hasFocus()
    press(places["signals"], Qt.Key.Key_Space)
    assert isinstance(window.pages.page, SignalsPage)


def test_a_search_from_anywhere_lists_what_is_found_and_leaves_the_field_empty(
    window: MainWindow, desk: Desk
) -> None:
    a_signal(desk)
    press(window, Qt.Key.Key_K, CONTROL)
    assert window.top.search.hasFocus()
    type_in(window.top.search, "Voorbeeld")
    press(window.top.search, Qt.Key.Key_Return, CONTROL)
    page = window.pages.page
    assert isinstance(page, SignalsPage)
    assert page.model.rowCount() == 1
    window.top.search.undo()
    assert window.top.search.text() == ""


def test_an_empty_search_goes_nowhere(window: MainWindow) -> None:
    press(window.top.search, Qt.Key.Key_Return)
    assert isinstance(window.pages.page, TodayPage)


def test_a_form_hides_the_button_for_a_second_one(window: MainWindow) -> None:
    press(window, Qt.Key.Key_N, CONTROL)
    form = window.pages.page
    assert isinstance(form, SignalFormPage)
    assert not window.top.new.isVisible()
    press(window, Qt.Key.Key_N, CONTROL)
    assert window.pages.page is form
    press(window, Qt.Key.Key_1, CONTROL)
    assert window.top.new.isVisible()


def test_back_leads_from_a_signal_to_the_list_it_was_opened_from(window: MainWindow, desk: Desk) -> None:
    number = a_signal(desk).created
    assert number is not None
    listed = window.pages.go("signals")
    window.pages.open_signal(number, "Vastgelegd.")
    page = window.pages.page
    assert isinstance(page, SignalPage)
    assert page.messages.sentence() == "Vastgelegd."
    assert window.navigation.places["signals"].chosen
    back = page._head.back
    assert back.isVisible()
    click(back)
    assert window.pages.page is listed
    assert not listed._head.back.isVisible()
    window.pages.open_signal(number)
    press(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.pages.page is listed
    window.pages.back()
    assert isinstance(window.pages.page, TodayPage)


def test_a_page_that_nothing_leads_back_to_is_let_go(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    number = a_signal(desk).created
    assert number is not None
    window.pages.open_signal(number)
    window.pages.open_today()
    qtbot.waitUntil(lambda: not window.findChildren(SignalPage))


def test_the_number_of_what_waits_stands_in_the_navigation(window: MainWindow, desk: Desk) -> None:
    assert window.navigation.places["today"].accessibleName() == "Vandaag"
    window.bus.changed.emit(a_signal(desk))
    assert window.navigation.places["today"].accessibleName() == "Vandaag, 4"


def test_whom_to_call_stands_beside_the_work(window: MainWindow) -> None:
    click(window.top.crisis)
    numbers = panel(CrisisPanel, window)
    assert not numbers.isModal()
    assert "bel 112" in words(numbers)
    press(numbers, Qt.Key.Key_Escape)
    assert not numbers.isVisible()


def test_all_keys_are_listed_those_of_the_page_too(window: MainWindow) -> None:
    window.pages.show_signals()
    press(window, Qt.Key.Key_Slash, CONTROL)
    listed = words(panel(KeysPanel, window))
    assert all(keys in listed for keys in ("Ctrl+K", "Ctrl+N", "Ctrl+L", "Ctrl+1", "Ctrl+/", "Enter"))
    assert "vergrendelen" in listed


def test_the_key_strip_says_that_everything_is_saved(window: MainWindow) -> None:
    assert window.keys.status() == "Alles bewaard"


def test_a_question_that_fails_uncaught_is_told_above_the_page(
    window: MainWindow, runner: InlineRunner
) -> None:
    def refuse(_desk: Desk) -> None:
        raise InputError("desk.no_such_signal")

    runner.ask(refuse, lambda _: None)
    assert window.messages.kind is Kind.ERROR
    assert "staat niet in het register" in window.messages.sentence()


def test_no_title_says_what_is_in_a_record(window: MainWindow, desk: Desk) -> None:
    number = a_signal(desk).created
    assert number is not None
    window.pages.open_signal(number)
    window.show_crisis()
    window.show_keys()
    titles = {top.windowTitle() for top in QApplication.topLevelWidgets()}
    assert not [title for title in titles if "Lina" in title or "GV-" in title]


def test_a_narrow_window_shows_icons_with_their_word_as_tooltip(
    runner: InlineRunner, opened: Opened, menu: ViewMenu, screen: Screen
) -> None:
    window = shown(MainWindow(runner, opened, menu), screen, width=1000)
    assert window.navigation.width() == 56
    assert window.navigation.places["today"].toolTip().startswith("Vandaag")
    window.resize(1366, 768)
    assert window.navigation.width() == 208


def test_everything_that_can_be_reached_has_a_name(window: MainWindow) -> None:
    assert reachable(window)
    assert nameless(window) == []
    window.show_crisis()
    window.show_keys()
    assert nameless(panel(CrisisPanel, window)) == nameless(panel(KeysPanel, window)) == []


def test_a_page_not_typed_back_is_asked_for_until_it_is(
    runner: InlineRunner, desk: Desk, registry: ReadyRegistry, menu: ViewMenu, screen: Screen
) -> None:
    opened = Opened(desk.folder, desk.info(), desk.user, recovery_proven=False)
    window = shown(MainWindow(runner, opened, menu), screen)
    assert "Herstelblad" in window.messages.sentence() or "herstelblad" in window.messages.sentence()
    window.messages.action_chosen.emit()
    page = window.pages.page
    assert isinstance(page, RecoveryPage)
    for editor, group in zip(page.groups._editors, registry.recovery_groups, strict=True):
        editor.setText(group)
    page.groups.submitted.emit()
    assert registries.recovery_is_proven(desk)
    assert window.messages.sentence() == "Het herstelblad klopt."
    assert isinstance(window.pages.page, TodayPage)


def test_looks_are_chosen_at_once_and_remembered(
    menu: ViewMenu, preferences: Preferences, dutch: QApplication
) -> None:
    chosen = {action.text(): action for action in menu.actions()}
    chosen["Donker"].trigger()
    chosen["Tekst 125 %"].trigger()
    assert (preferences.values.scheme, preferences.values.zoom) == ("dark", 1.25)
    assert "#1C1B1D".lower() in dutch.palette().window().color().name()
    chosen["Licht"].trigger()
    chosen["Tekst 100 %"].trigger()


def test_showing_the_name_when_unlocking_can_be_turned_off(
    menu: ViewMenu, preferences: Preferences, opened: Opened
) -> None:
    preferences.change(user_name=opened.user.name)
    menu.remember.trigger()
    assert preferences.values.user_name == ""
    menu.remember.trigger()
    assert preferences.values.user_name == opened.user.name
