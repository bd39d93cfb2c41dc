"""What is typed leaves nothing behind."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from mhdesk.gui.widgets.editors import DateEditor, LongTextEditor, PassphraseEditor, TextEditor
from tests.gui.widgets.screen import ALT, Screen, click, press, type_in

LINES = [TextEditor, DateEditor, PassphraseEditor]


@pytest.mark.parametrize("kind", LINES)
def test_wiping_a_line_leaves_nothing_to_undo(kind: type[TextEditor], screen: Screen) -> None:
    editor = kind()
    screen.show(editor)
    type_in(editor, "Lina")
    editor.wipe()
    editor.undo()
    assert (editor.text(), editor.isUndoAvailable(), editor.isRedoAvailable()) == ("", False, False)


def test_wiping_longer_text_leaves_nothing_to_undo(screen: Screen) -> None:
    editor = LongTextEditor()
    screen.show(editor)
    type_in(editor, "Lina")
    editor.wipe()
    editor.undo()
    assert (editor.text(), editor.document().isUndoAvailable()) == ("", False)


@pytest.mark.parametrize("kind", [*LINES, LongTextEditor])
def test_only_the_user_edits(kind: type[TextEditor | LongTextEditor], screen: Screen, qtbot: QtBot) -> None:
    editor = kind()
    screen.show(editor)
    with qtbot.assertNotEmitted(editor.edited):
        editor.setText("uit het concept")
        editor.wipe()
    with qtbot.waitSignal(editor.edited):
        type_in(editor, "a")


def test_leaving_a_field_is_told(screen: Screen, qtbot: QtBot) -> None:
    first, second = DateEditor(), TextEditor()
    screen.show(first, second)
    first.setFocus()
    with qtbot.waitSignal(first.left):
        press(first, Qt.Key.Key_Tab)


def test_a_date_keeps_what_was_typed(screen: Screen) -> None:
    editor = DateEditor()
    screen.show(editor)
    type_in(editor, " 30-02-2004")
    assert editor.typed() == "30-02-2004"


@pytest.mark.parametrize(
    ("ahead", "typed", "shown"),
    [
        (False, "25-12", "25-12-2025"),
        (True, "30 nov", "30-11-2026"),
        (False, "gisteren", "22-11-2026"),
        (False, "31-11", "31-11"),
    ],
)
def test_a_day_without_its_year_becomes_whole_when_its_field_is_left(
    ahead: bool, typed: str, shown: str, screen: Screen, qtbot: QtBot
) -> None:
    editor = DateEditor()
    editor.expect(date(2026, 11, 23), ahead=ahead)
    screen.show(editor, TextEditor())
    editor.setFocus()
    type_in(editor, typed)
    assert editor.typed() == typed
    with qtbot.waitSignal(editor.left, check_params_cb=lambda: editor.typed() == shown):
        press(editor, Qt.Key.Key_Tab)


def test_a_date_that_expects_no_day_stays_as_typed(screen: Screen) -> None:
    editor = DateEditor()
    screen.show(editor, TextEditor())
    type_in(editor, "25-11")
    press(editor, Qt.Key.Key_Tab)
    assert editor.typed() == "25-11"


@pytest.mark.parametrize("kind", [*LINES, LongTextEditor])
def test_nothing_is_dragged_in(kind: type[TextEditor | LongTextEditor], qtbot: QtBot) -> None:
    editor = kind()
    qtbot.addWidget(editor)
    assert not editor.acceptDrops()
    if isinstance(editor, QLineEdit):
        assert not editor.dragEnabled()


def test_nothing_is_dragged_out_of_longer_text(screen: Screen) -> None:
    editor = LongTextEditor()
    editor.setText("Lina Voorbeeld belde")
    screen.show(editor)
    editor.selectAll()
    QTest.mousePress(
        editor.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(20, 14)
    )
    assert not editor.textCursor().hasSelection()


def test_longer_text_is_copied_and_pasted_without_markup(screen: Screen) -> None:
    editor = LongTextEditor()
    screen.show(editor)
    rich = QMimeData()
    rich.setHtml("<b>een</b><br>twee")
    rich.setText("een\ntwee")
    editor.insertFromMimeData(rich)
    assert editor.text() == "een\ntwee"
    editor.selectAll()
    copied = editor.createMimeDataFromSelection()
    assert (copied.formats(), copied.text()) == (["text/plain"], "een\ntwee")
    editor.insertFromMimeData(QMimeData())
    assert editor.text() == "een\ntwee"


def test_longer_text_makes_room_and_then_scrolls(screen: Screen) -> None:
    editor = LongTextEditor()
    screen.show(editor, height=900)
    heights = []
    for lines in (1, 6, 12, 40):
        editor.setText("\n".join("regel" for _ in range(lines)))
        heights.append(editor.sizeHint().height())
    assert heights[0] < heights[1] < heights[2] == heights[3]


def test_tab_leaves_longer_text(screen: Screen) -> None:
    editor, after = LongTextEditor(), TextEditor()
    screen.show(editor, after)
    editor.setFocus()
    press(editor, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is after
    assert editor.text() == ""


def test_a_passphrase_is_shown_only_on_request(screen: Screen, qtbot: QtBot) -> None:
    editor = PassphraseEditor()
    window = screen.show(editor, editor.toggle)
    type_in(editor, "drie gele fietsen")
    assert editor.echoMode() == QLineEdit.EchoMode.Password
    with qtbot.waitSignal(editor.toggle.clicked):
        press(window, Qt.Key.Key_T, ALT)
    assert editor.echoMode() == QLineEdit.EchoMode.Normal
    editor.wipe()
    assert (editor.echoMode(), editor.passphrase()) == (QLineEdit.EchoMode.Password, "")


def test_a_passphrase_is_never_copied(screen: Screen) -> None:
    editor = PassphraseEditor()
    screen.show(editor)
    QApplication.clipboard().setText("eerder")
    type_in(editor, "drie gele fietsen")
    editor.selectAll()
    editor.copy()
    assert QApplication.clipboard().text() == "eerder"


def test_the_cursor_can_be_put_by_the_mouse(screen: Screen) -> None:
    editor = LongTextEditor()
    editor.setText("een twee")
    screen.show(editor)
    editor.moveCursor(QTextCursor.MoveOperation.End)
    click(editor.viewport(), QPoint(2, 14))
    assert editor.textCursor().position() == 0
