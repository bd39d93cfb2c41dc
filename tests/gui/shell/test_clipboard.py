"""What is copied is plain, marked as not to be kept, and gone again soon; what others copied stays."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from mhdesk.gui.shell.clipboard import ClipboardGuard, do_not_keep
from mhdesk.gui.widgets.editors import LongTextEditor, PassphraseEditor, TextEditor
from mhdesk.gui.widgets.tables import TableView
from tests.gui.widgets.screen import CONTROL, Screen, press

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()


class Owner:
    """Who put something on the clipboard last: the platform of the tests does not say."""

    here = True

    def says(self, mode: QClipboard.Mode) -> bool:
        return self.here and mode is QClipboard.Mode.Clipboard


@pytest.fixture
def owner() -> Owner:
    return Owner()


@pytest.fixture
def board(qtbot: QtBot) -> Iterator[QClipboard]:
    del qtbot  # asked for the application
    found = QGuiApplication.clipboard()
    yield found
    found.clear()


@pytest.fixture
def guard(board: QClipboard, owner: Owner) -> Iterator[ClipboardGuard]:
    del board  # emptied after it
    made = ClipboardGuard(owned=owner.says, kept_ms=50)
    yield made
    made.deleteLater()


@pytest.mark.usefixtures("guard")
def test_only_plain_text_is_copied_with_the_hint_not_to_keep_it(board: QClipboard) -> None:
    rich = QMimeData()
    rich.setText("Roman Fictief")
    rich.setHtml("<b>Roman Fictief</b>")
    board.setMimeData(rich)
    assert set(board.mimeData().formats()) == {"text/plain", *do_not_keep()}
    assert board.text() == "Roman Fictief"


def test_one_copying_is_told_once(board: QClipboard, guard: ClipboardGuard) -> None:
    told: list[int] = []
    guard.copied.connect(lambda: told.append(1))
    board.setText("Roman Fictief")
    assert told == [1]
    board.setText("Roman Bedacht")
    assert told == [1, 1]
    board.setText("Geselecteerd", QClipboard.Mode.Selection)
    assert told == [1, 1]


def test_a_copy_from_a_field_is_gone_after_a_while(
    board: QClipboard, guard: ClipboardGuard, screen: Screen, qtbot: QtBot
) -> None:
    line = QLineEdit("Roman Fictief")
    screen.open(line)
    line.selectAll()
    with qtbot.waitSignal(guard.cleared):
        press(line, Qt.Key.Key_C, CONTROL)
        assert board.text() == "Roman Fictief"
    assert board.text() == ""


ROLE = int(Qt.ItemDataRole.DisplayRole)


class OneName(QAbstractTableModel):
    """A table in which one name stands."""

    def rowCount(self, _parent: Index = NO_INDEX) -> int:
        return 1

    def columnCount(self, _parent: Index = NO_INDEX) -> int:
        return 1

    def data(self, _index: Index, role: int = ROLE) -> str | None:
        return "Roman Fictief" if role == ROLE else None


def one_line() -> QWidget:
    editor = TextEditor()
    editor.setText("Roman Fictief")
    editor.selectAll()
    return editor


def several_lines() -> QWidget:
    editor = LongTextEditor()
    editor.setText("Roman Fictief")
    editor.selectAll()
    return editor


def a_shown_passphrase() -> QWidget:
    editor = PassphraseEditor()
    editor.setText("Roman Fictief")
    editor.toggle.click()
    editor.selectAll()
    return editor


def a_table() -> QWidget:
    table = TableView()
    table.setModel(OneName(table))
    table.setCurrentIndex(table.model().index(0, 0))
    return table


@pytest.mark.usefixtures("guard")
@pytest.mark.parametrize("made", [one_line, several_lines, a_shown_passphrase])
def test_every_way_to_copy_is_plain_marked_and_taken_off(
    made: Callable[[], QWidget], board: QClipboard, screen: Screen, qtbot: QtBot
) -> None:
    widget = made()
    screen.show(widget)
    press(widget, Qt.Key.Key_C, CONTROL)
    assert set(board.mimeData().formats()) == {"text/plain", *do_not_keep()}
    assert board.text() == "Roman Fictief"
    qtbot.waitUntil(lambda: board.text() == "")


@pytest.mark.usefixtures("guard")
def test_from_a_table_nothing_is_copied(board: QClipboard, screen: Screen) -> None:
    table = a_table()
    screen.show(table)
    press(table, Qt.Key.Key_C, CONTROL)
    assert board.text() == ""


def test_no_other_code_copies_or_lets_text_be_dragged_away() -> None:
    """What the guard does not see it cannot take off, and bare editors of Qt drag and drop."""
    root = Path(__file__).resolve().parents[3] / "mhdesk" / "gui"
    ways = (
        "setMimeData",
        r"QDrag\(",
        r"setDragEnabled\(True",
        r"\bQ(Line|Text|PlainText)Edit\(",
        "QTextBrowser",
        "TextSelectable",
    )
    bare = re.compile("|".join(ways))
    inside = {"shell/clipboard.py", "widgets/editors.py"}
    found = [path for path in root.rglob("*.py") if bare.search(path.read_text(encoding="utf-8"))]
    assert {path.relative_to(root).as_posix() for path in found} - inside == set()


def test_a_lock_takes_it_off_at_once(board: QClipboard, guard: ClipboardGuard) -> None:
    board.setText("Roman Fictief")
    guard.clear()
    assert board.text() == ""


def test_a_later_copy_gets_its_own_time(board: QClipboard, guard: ClipboardGuard, qtbot: QtBot) -> None:
    board.setText("eerst")
    board.setText("daarna")
    with qtbot.waitSignal(guard.cleared):
        assert board.text() == "daarna"
    with qtbot.assertNotEmitted(guard.cleared, wait=100):
        pass


def test_what_somebody_copied_elsewhere_stays(
    board: QClipboard, guard: ClipboardGuard, owner: Owner, qtbot: QtBot
) -> None:
    board.setText("Roman Fictief")
    owner.here = False
    board.setText("boodschappen")
    with qtbot.assertNotEmitted(guard.cleared, wait=150):
        guard.clear()
    assert board.text() == "boodschappen"


def test_another_text_stays_even_when_nobody_told_of_it(board: QClipboard, guard: ClipboardGuard) -> None:
    board.setText("Roman Fictief")
    board.blockSignals(True)
    board.setText("boodschappen")
    board.blockSignals(False)
    guard.clear()
    assert board.text() == "boodschappen"


def test_the_guard_remembers_no_words(board: QClipboard, guard: ClipboardGuard) -> None:
    board.setText("Roman Fictief")
    assert "Roman" not in repr(vars(guard))
