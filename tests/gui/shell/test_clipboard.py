"""What is copied is plain, marked as not to be kept, and gone again soon; what others copied stays."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from mhdesk.gui.shell.clipboard import ClipboardGuard, do_not_keep
from tests.gui.widgets.screen import CONTROL, Screen, press


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
