"""Whom to call stands where it is needed, the emergency number first."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from mhdesk.gui.crisis import CrisisNumbers, numbers
from tests.gui.widgets.screen import Screen


def test_the_emergency_number_comes_first_and_no_number_is_missing() -> None:
    assert numbers()[0].get("number") == "112"
    assert all(term.get("number") for term in numbers())


def test_while_locked_the_two_that_cannot_wait_are_shown(screen: Screen) -> None:
    shown = CrisisNumbers(while_locked=True)
    screen.show(shown)
    words = {label.text() for label in shown.findChildren(QLabel)}
    assert {"bel 112", "0800 2000"} <= words
    assert [term.code for term in numbers(while_locked=True)] == ["emergency", "veilig_thuis"]
