"""A line of a list is found by typing how it, or one of its words, begins."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mhdesk.domain.text import plain
from mhdesk.gui.widgets.choices import Choice
from mhdesk.gui.widgets.type_ahead import find
from tests.gui.widgets.screen import Screen, press, type_in

PLACES = (
    "Blaricum",
    "Bunnik",
    "De Bilt",
    "Eemnes",
    "Gooise Meren",
    "'s-Graveland",
    "Groningen",
    "Súdwest-Fryslân",
)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("bu", "Bunnik"),
        ("bil", "De Bilt"),
        ("de b", "De Bilt"),
        ("grav", "'s-Graveland"),
        ("s-g", "'s-Graveland"),
        ("gr", "Groningen"),
        ("sud", "Súdwest-Fryslân"),
        ("fryslâ", "Súdwest-Fryslân"),
        ("MEREN", "Gooise Meren"),
        ("nik", None),
        ("bx", None),
        ("-", None),
    ],
)
def test_a_line_is_found_by_its_beginning_or_that_of_a_word(typed: str, found: str | None) -> None:
    row = find(typed, PLACES, -1)
    assert (None if row is None else PLACES[row]) == found


@pytest.mark.parametrize(("typed", "rows"), [("b", [0, 1, 0]), ("bb", [0, 1, 0]), ("m", [4, 4]), ("d", [2])])
def test_one_letter_again_and_again_goes_round(typed: str, rows: list[int]) -> None:
    current = -1
    for row in rows:
        current = find(typed, PLACES, current) or 0
        assert current == row


@given(st.sampled_from(PLACES), st.integers(1, 20), st.integers(-1, len(PLACES) - 1))
def test_whoever_types_on_comes_to_the_line(place: str, letters: int, current: int) -> None:
    row = find(place[:letters], PLACES, current)
    assert find(place, PLACES, current) == PLACES.index(place)
    assert row is None or f" {plain(place[:letters])}" in f" {plain(PLACES[row])}"


def a_choice() -> Choice:
    choice = Choice()
    choice.set_options((place, place) for place in PLACES)
    return choice


def test_typing_chooses_and_a_wrong_letter_changes_nothing(screen: Screen, qtbot: QtBot) -> None:
    choice = a_choice()
    screen.show(choice)
    choice.setFocus()
    with qtbot.waitSignal(choice.edited):
        type_in(choice, "de b")
    assert choice.code() == "De Bilt"
    with qtbot.assertNotEmitted(choice.edited):
        type_in(choice, "xgr")
    assert choice.code() == "De Bilt"


@pytest.mark.qt_log_ignore("does not support raise", "does not support grabbing the keyboard")
def test_typing_goes_to_a_line_of_the_list_and_enter_chooses_it(screen: Screen, qtbot: QtBot) -> None:
    choice = a_choice()
    screen.show(choice)
    choice.setFocus()
    press(choice, Qt.Key.Key_Space)
    qtbot.waitUntil(choice.view().isVisible)
    QTest.keyClicks(choice.view(), "gooise m")
    assert choice.code() == ""
    QTest.keyClick(choice.view(), Qt.Key.Key_Return)
    assert choice.code() == "Gooise Meren"
    assert QApplication.activePopupWidget() is None
