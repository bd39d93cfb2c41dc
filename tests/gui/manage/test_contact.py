"""How the organisation is reached, filled in where the registry is managed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from mhdesk.desk import contact, drafts
from mhdesk.desk.desk import Desk
from mhdesk.domain.contact import Contact
from mhdesk.domain.people import Role, User
from mhdesk.gui.manage.contact_section import ContactSection
from mhdesk.gui.widgets.messages import Kind
from tests.gui.manage.conftest import Shown
from tests.gui.reach import nameless
from tests.gui.widgets.screen import press, type_in

OWN = "Direct gevaar: 112\nCrisisdienst 18+: 035 000 00 02"


def shown(manage: Shown) -> ContactSection:
    section = manage("contact").section
    assert isinstance(section, ContactSection)
    return section


def test_what_is_typed_is_kept_and_stands_there_the_next_time(manage: Shown, team: Desk) -> None:
    section = shown(manage)
    assert nameless(section) == []
    type_in(section.lines["phone"], "035 000 00 01")
    section.numbers.setText(OWN)
    press(section.keep, Qt.Key.Key_Space)
    assert section.messages.kind is Kind.DONE
    assert contact.kept(team) == Contact(phone="035 000 00 01", crisis_numbers=OWN)
    again = shown(manage)
    assert again.lines["phone"].text() == "035 000 00 01"
    assert again.numbers.text() == OWN


def test_numbers_left_as_they_came_are_not_the_teams_own(manage: Shown, team: Desk) -> None:
    section = shown(manage)
    assert section.numbers.text().startswith("Direct gevaar: 112")
    section.keep.click()
    assert contact.kept(team) == Contact()
    section.numbers.setText("")
    section.keep.click()
    assert section.numbers.text().startswith("Direct gevaar: 112")


def test_what_is_typed_and_not_recorded_comes_back_and_goes_once_it_is(manage: Shown, team: Desk) -> None:
    section = shown(manage)
    type_in(section.lines["address"], "Postbus 1")
    assert section.has_unkept()
    section.keep_draft()
    assert not section.has_unkept()
    again = shown(manage)
    assert again.lines["address"].text() == "Postbus 1"
    assert again.messages.sentence().startswith("Wat je eerder typte, staat er weer.")
    again.keep.click()
    assert contact.kept(team).address == "Postbus 1"
    assert drafts.mine(team) == []
    type_in(again.lines["address"], "Postbus 12")
    again.keep_draft()
    last = shown(manage)
    last.messages.action_chosen.emit()
    assert last.lines["address"].text() == "Postbus 1"
    assert drafts.mine(team) == []


@pytest.mark.parametrize("typed", ["Crisisdienst 18+: 035 000 00 02", "Bel 112"])
def test_numbers_without_112_are_refused_at_their_field(manage: Shown, team: Desk, typed: str) -> None:
    section = shown(manage)
    section.numbers.setText(typed)
    section.keep.click()
    assert (
        "112" in section.fields["crisis_numbers"].error()
        or "Regel 1" in section.fields["crisis_numbers"].error()
    )
    assert contact.kept(team) == Contact()


def test_who_does_not_administer_has_no_such_section(manage: Shown, team: Desk) -> None:
    team.user = User(1, team.user.name, Role.VT_WORKER)
    assert "contact" not in manage("key").list.buttons
