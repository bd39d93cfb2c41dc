"""A list of statements with answers: by keyboard, one stop for Tab, and no answer is never an answer."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from mhdesk.gui.widgets.labels import Label
from mhdesk.gui.widgets.statement_row import AnswerOption, Segment, StatementRow
from mhdesk.gui.widgets.statements import Statement, StatementGroup, Statements
from tests.gui.reach import nameless, reachable
from tests.gui.widgets.screen import Screen, click, description_of, name_of, press

OPTIONS = (
    AnswerOption("yes", "Seen", "G", loud=True),
    AnswerOption("no", "Not seen", "N"),
    AnswerOption("", "Not assessed"),
)
GROUPS = (
    StatementGroup(
        "Control", (Statement("a", "May not leave", "strong"), Statement("b", "Is watched", "weak"))
    ),
    StatementGroup("Money", (Statement("c", "Has a débt", "strong"),)),
)


@pytest.fixture
def asked(screen: Screen) -> Statements:
    """Return a list between two other stops for Tab."""
    made = Statements(OPTIONS)
    made.set_groups(GROUPS)
    screen.show(QLineEdit("before"), made, QLineEdit("after"), width=900)
    made.take_focus()
    return made


def here() -> Segment:
    found = QApplication.focusWidget()
    assert isinstance(found, Segment)
    return found


def heads(asked: Statements) -> list[str]:
    return [label.text() for label in asked.findChildren(Label) if "assessed" in label.text()]


def test_a_letter_answers_and_arrows_walk(asked: Statements) -> None:
    for key in (Qt.Key.Key_G, Qt.Key.Key_Down, Qt.Key.Key_N, Qt.Key.Key_Return, Qt.Key.Key_Left):
        press(here(), key)
    assert asked.answers() == {"a": "yes", "b": "no", "c": "no"}
    press(here(), Qt.Key.Key_Left)
    press(here(), Qt.Key.Key_Left)
    assert asked.answers()["c"] == "yes"
    press(here(), Qt.Key.Key_Up)
    press(here(), Qt.Key.Key_Backspace)
    assert asked.answers() == {"a": "yes", "c": "yes"}


def test_the_ends_of_the_list_hold(asked: Statements) -> None:
    press(here(), Qt.Key.Key_Up)
    press(here(), Qt.Key.Key_Right)
    assert asked.answers() == {}
    assert name_of(here()).startswith("May not leave")


def test_each_answer_is_told_once_and_what_is_shown_is_not(asked: Statements) -> None:
    told: list[None] = []
    asked.edited.connect(lambda: told.append(None))
    asked.set_answers({"a": "no", "b": "perhaps"})
    assert asked.answers() == {"a": "no"}
    assert told == []
    press(here(), Qt.Key.Key_N)
    press(here(), Qt.Key.Key_G)
    click(asked.findChildren(StatementRow)[2].segments[1])
    assert len(told) == 2


def test_the_whole_list_is_one_stop_for_tab(asked: Statements) -> None:
    press(here(), Qt.Key.Key_Down)
    assert len([one for one in reachable(asked.window()) if isinstance(one, Segment)]) == 1
    press(here(), Qt.Key.Key_Tab)
    after = QApplication.focusWidget()
    assert isinstance(after, QLineEdit)
    assert after.text() == "after"
    press(after, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert name_of(here()).startswith("Is watched")


def test_words_find_a_statement_and_hide_no_answer(asked: Statements) -> None:
    press(here(), Qt.Key.Key_G)
    asked.show_only("debt strong")
    assert [row.code for row in asked.findChildren(StatementRow) if row.isVisible()] == ["c"]
    assert asked.answers() == {"a": "yes"}
    asked.take_focus()
    assert name_of(here()).startswith("Has a débt")
    asked.show_only("nothing like it")
    assert not any(row.isVisible() for row in asked.findChildren(StatementRow))
    asked.show_only("")
    assert all(row.isVisible() for row in asked.findChildren(StatementRow))


def test_heads_count_what_has_an_answer(asked: Statements) -> None:
    press(here(), Qt.Key.Key_N)
    assert len(heads(asked)) == 2
    assert heads(asked)[0].count("1") == 1


def test_a_screen_reader_hears_statement_answer_and_strength(asked: Statements) -> None:
    assert name_of(here()) == "May not leave: Not assessed"
    assert description_of(here()) == "strong"
    assert nameless(asked) == []
    assert isinstance(asked.focusProxy(), QWidget)
