"""Whom to call stands where it is needed, the emergency number first."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from mhdesk.desk import contact
from mhdesk.desk.desk import Desk
from mhdesk.domain.contact import Contact, shipped_numbers
from mhdesk.gui.crisis import CrisisNumbers, OwnNumbers, numbers_while_locked
from mhdesk.gui.shell.context import PageContext
from tests.gui.widgets.screen import Screen


def words_of(shown: CrisisNumbers) -> set[str]:
    return {label.accessibleName() for label in shown.findChildren(QLabel) if label.isVisible()}


def test_the_emergency_number_comes_first_and_no_number_is_missing() -> None:
    assert shipped_numbers()[0].number == "112"
    assert all(one.number for one in shipped_numbers())


def test_while_locked_the_two_that_cannot_wait_are_shown(screen: Screen) -> None:
    shown = CrisisNumbers(numbers=numbers_while_locked())
    screen.show(shown)
    words = {label.text() for label in shown.findChildren(QLabel)}
    assert {"bel 112", "0800 2000"} <= words
    assert len(numbers_while_locked()) == 2


def test_the_numbers_of_the_team_follow_what_is_kept(
    screen: Screen, desk: Desk, context: PageContext, qtbot: QtBot
) -> None:
    shown = OwnNumbers(context.runner, context.bus)
    screen.show(shown)
    assert "Veilig Thuis, dag en nacht: 0800 2000" in words_of(shown)
    own = Contact(crisis_numbers="Direct gevaar: 112\nCrisisdienst 18-: 035 000 00 02")
    context.bus.changed.emit(contact.change(desk, own))
    qtbot.waitUntil(lambda: "Crisisdienst 18-: 035 000 00 02" in words_of(shown))
    assert "Veilig Thuis, dag en nacht: 0800 2000" not in words_of(shown)
