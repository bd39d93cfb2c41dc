"""The place with its sections: who sees which, how the keyboard walks, how a section leads to a page and back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from mhdesk.desk.desk import Desk
from mhdesk.domain.people import Permission, Role, User
from mhdesk.gui.manage.sections import SECTIONS
from mhdesk.gui.manage.users_section import UsersSection
from mhdesk.gui.shell.context import HoldsPages, RenewsRecovery
from tests.gui.manage.conftest import Shown
from tests.gui.reach import nameless, reachable
from tests.gui.widgets.screen import CONTROL, press

OWN = ("users", "key", "recovery", "computer")


@pytest.mark.parametrize("role", Role)
def test_everybody_sees_what_the_role_allows_and_users_only_who_administers(
    manage: Shown, team: Desk, role: Role
) -> None:
    team.user = User(1, team.user.name, role)
    page = manage("key")
    assert [*page.list.buttons] == [one.key for one in SECTIONS if team.user.may(one.permission)]
    assert ("users" in page.list.buttons) == team.user.may(Permission.ADMINISTER)
    assert {"key", "recovery", "computer"} <= page.list.buttons.keys()
    assert (page.open_section("users") is None) == ("users" not in page.list.buttons)
    assert nameless(page) == []


@pytest.mark.parametrize("key", OWN)
def test_every_section_has_a_title_and_names_for_what_can_be_reached(manage: Shown, key: str) -> None:
    page = manage(key)
    assert page.title == page.list.buttons[key].text()
    assert page.list.buttons[key].chosen
    assert nameless(page) == []
    assert page.messages is page.section.messages


def test_arrow_keys_walk_through_the_sections_and_space_opens(manage: Shown) -> None:
    page = manage("users")
    page.list.buttons["users"].setFocus()
    press(page.list.buttons["users"], Qt.Key.Key_Down)
    assert page.list.buttons["key"].hasFocus()
    press(page.list.buttons["key"], Qt.Key.Key_Space)
    assert page.title == "Mijn sleutel"
    page.list.buttons["users"].setFocus()
    press(page.list.buttons["users"], Qt.Key.Key_Up)
    assert [*page.list.buttons.values()][-1].hasFocus()


def test_a_key_goes_on_to_the_next_section_and_back(manage: Shown) -> None:
    page = manage("users")
    press(page, Qt.Key.Key_PageDown, CONTROL)
    assert page.title == "Mijn sleutel"
    press(page, Qt.Key.Key_PageUp, CONTROL)
    press(page, Qt.Key.Key_PageUp, CONTROL)
    assert page.title == [*page.list.buttons.values()][-1].text()
    assert [hint.words for hint in page.keyhints()][-1] == "volgend onderdeel"


def test_tab_alone_comes_to_everything(manage: Shown) -> None:
    page = manage("users")
    wanted, seen = set(reachable(page)), set[QWidget]()
    for _ in range(3 * len(wanted)):
        here = QApplication.focusWidget()
        if here is not None:
            seen.add(here)
            press(here, Qt.Key.Key_Tab)
    assert wanted <= seen


def test_a_page_that_a_section_led_to_is_left_by_the_way_back(manage: Shown) -> None:
    page = manage("users")
    section = page.section
    assert isinstance(section, UsersSection)
    assert isinstance(page, HoldsPages)
    assert not page.step_back()
    section.add.click()
    assert page.title == "Collega toevoegen"
    assert page.step_back()
    assert page.page is section
    section.add.click()
    page.list.buttons["key"].click()
    assert page.title == "Mijn sleutel"
    assert not page.step_back()


def test_the_window_can_begin_a_new_recovery_page(manage: Shown) -> None:
    page = manage("users")
    assert isinstance(page, RenewsRecovery)
    page.renew_recovery()
    assert page.title == "Nieuw herstelblad"


def test_a_narrow_window_shows_icons_with_their_word_as_tooltip(manage: Shown) -> None:
    page = manage("users", width=700)
    assert page.list.width() == 48
    assert page.list.buttons["key"].toolTip() == "Mijn sleutel"
