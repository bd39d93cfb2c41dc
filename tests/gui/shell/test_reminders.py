"""What the window asks for by itself: a recovery page at all, a first try, the yearly one; and a new name."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from mhdesk.desk import people, registries
from mhdesk.desk.desk import Desk
from mhdesk.domain.change import Change
from mhdesk.domain.colleagues import ColleagueDraft
from mhdesk.domain.people import Role, User
from mhdesk.gui.entry.entry import Entry
from mhdesk.gui.entry.opening import Opened, open_desk
from mhdesk.gui.look.theme import Scheme, Theme
from mhdesk.gui.manage.page import ManagePage
from mhdesk.gui.preferences import Preferences
from mhdesk.gui.runner import InlineRunner
from mhdesk.gui.shell.main_window import MainWindow
from mhdesk.gui.shell.recovery_page import RecoveryPage
from mhdesk.gui.shell.view_menu import ViewMenu
from tests.gui.widgets.screen import Screen
from tests.quick_keys import quicken
from tests.registry_fixtures import PASSPHRASE, USER, ReadyRegistry


@pytest.fixture
def menu(dutch: QApplication, preferences: Preferences, opened: Opened) -> ViewMenu:
    return ViewMenu(Theme(dutch, Scheme.LIGHT), preferences, opened.user.name)


def shown(runner: InlineRunner, opened: Opened, menu: ViewMenu, screen: Screen) -> MainWindow:
    window = MainWindow(runner, opened, menu)
    window.resize(1366, 768)
    screen.open(window)
    return window


def test_a_registry_whose_page_was_never_saved_is_offered_a_new_one(
    runner: InlineRunner, opened: Opened, menu: ViewMenu, screen: Screen
) -> None:
    lost = replace(opened, recovery_proven=False, page_written=False)
    window = shown(runner, lost, menu, screen)
    assert "nooit een herstelblad opgeslagen" in window.messages.sentence()
    window.messages.action_chosen.emit()
    page = window.pages.page
    assert isinstance(page, ManagePage)
    assert page.title == "Nieuw herstelblad"
    window.bus.changed.emit(Change("registry.recovery_renewed"))
    assert not window.messages.isVisible()


def test_who_cannot_make_a_page_is_asked_to_type_it_back(
    runner: InlineRunner, opened: Opened, menu: ViewMenu, screen: Screen
) -> None:
    worker = User(1, USER, Role.VT_WORKER)
    lost = replace(opened, user=worker, recovery_proven=False, page_written=False)
    window = shown(runner, lost, menu, screen)
    assert "overgetypt" in window.messages.sentence()


def test_a_year_after_the_last_try_the_window_asks_for_another(
    runner: InlineRunner, opened: Opened, menu: ViewMenu, screen: Screen
) -> None:
    window = shown(runner, replace(opened, recovery_due=True), menu, screen)
    assert "langer dan een jaar" in window.messages.sentence()
    window.messages.action_chosen.emit()
    assert isinstance(window.pages.page, RecoveryPage)


def test_a_key_that_was_not_finished_comes_before_everything_else(
    runner: InlineRunner, opened: Opened, menu: ViewMenu, screen: Screen
) -> None:
    window = shown(runner, replace(opened, key_change_due=True, recovery_proven=False), menu, screen)
    assert "nog de oude sleutel" in window.messages.sentence()
    window.pages.open_manage("computer")
    window.messages.action_chosen.emit()
    page = window.pages.page
    assert isinstance(page, ManagePage)
    assert page.title == "Gebruikers"


def test_a_page_that_is_in_order_is_not_asked_for(
    runner: InlineRunner, opened: Opened, menu: ViewMenu, screen: Screen
) -> None:
    assert not shown(runner, opened, menu, screen).messages.isVisible()


def test_nobody_is_reminded_twice_a_day(opened: Opened, preferences: Preferences, screen: Screen) -> None:
    entry, told = Entry(InlineRunner(), preferences), list[object]()
    screen.open(entry)
    entry.opened.connect(told.append)
    due = replace(opened, recovery_due=True)
    for day in ("", None, "2026-11-22"):
        if day is not None:
            preferences.change(reminded_on=day)
        entry.unlock.opened.emit(due)
    assert told == [due, replace(due, recovery_due=False, first_today=False), due]


def test_opening_tells_how_the_page_stands(registry: ReadyRegistry, desk: Desk, cheap_keys: None) -> None:
    del cheap_keys
    quicken(registry.unlocked)

    def state() -> tuple[bool, bool, bool]:
        desk.close()
        open_now, opened = open_desk(registry.folder, USER, PASSPHRASE)
        open_now.close()
        return opened.recovery_proven, opened.page_written, opened.recovery_due

    assert state() == (False, False, False)
    again = registry.open(desk._clock)  # type: ignore[arg-type]  # the stopped clock of the fixture
    registries.write_recovery_page(again, registry.recovery_groups, registry.folder.parent / "blad.pdf")
    again.close()
    assert state() == (False, True, False)


def test_opening_tells_of_a_key_that_was_not_finished(
    registry: ReadyRegistry, desk: Desk, cheap_keys: None
) -> None:
    del cheap_keys
    quicken(registry.unlocked)
    change = people.add(desk, ColleagueDraft("Bram Verzonnen"), "wimpel granaat zwaluw kompas")
    people.take_key(desk, change.created or 0)
    desk.close()
    again, opened = open_desk(registry.folder, USER, PASSPHRASE)
    again.close()
    assert opened.key_change_due


def test_who_may_not_read_signals_begins_where_there_is_something_to_do(
    runner: InlineRunner, opened: Opened, desk: Desk, menu: ViewMenu, screen: Screen
) -> None:
    desk.user = User(1, USER, Role.ADMINISTRATOR)
    window = shown(runner, replace(opened, user=desk.user), menu, screen)
    assert window.pages.place == "manage"


def test_a_new_name_stands_in_the_window_and_is_the_one_that_is_remembered(
    registry: ReadyRegistry,
    runner: InlineRunner,
    desk: Desk,
    opened: Opened,
    menu: ViewMenu,
    preferences: Preferences,
    screen: Screen,
    cheap_keys: None,
) -> None:
    del cheap_keys
    quicken(registry.unlocked)
    preferences.change(user_name=USER)
    window = shown(runner, opened, menu, screen)
    window.bus.changed.emit(people.rename(desk, 1, "Noor Anders", PASSPHRASE))
    assert window.navigation._name.text() == "Noor Anders"
    assert window.pages._context.user.name == window.pages._context.info.user_name == "Noor Anders"
    assert preferences.values.user_name == "Noor Anders"
    preferences.change(remember_user=False)
    menu.rename_user("Noor Nogeens")
    assert preferences.values.user_name == ""


def test_alt_left_leaves_the_page_that_a_section_led_to_before_the_place(
    runner: InlineRunner, opened: Opened, menu: ViewMenu, screen: Screen
) -> None:
    window = shown(runner, opened, menu, screen)
    window.pages.renew_recovery()
    page = window.pages.page
    assert isinstance(page, ManagePage)
    window.pages.back()
    assert window.pages.page is page
    assert page.title == "Herstelblad"
    window.pages.back()
    assert window.pages.place == "today"
