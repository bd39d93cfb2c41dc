"""A decision is asked once, plainly, and can always be left."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mhdesk.gui.look import theme
from mhdesk.gui.widgets.dialog import Decision
from mhdesk.gui.widgets.fields import DateEditor, Field
from tests.gui.widgets.screen import Screen, click, name_of, press


class Postpone(Decision):
    """Asks for a date, and takes only one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            "Wanneer opnieuw bekijken?", "Telkens voor hooguit twee weken.", "Uitstellen", parent
        )
        self.day = Field("Datum", DateEditor())
        self.body.addWidget(self.day)
        self.day.take_focus()

    def decide(self) -> bool:
        wrong = self.day.editor.property("text") != "07-12-2026"
        sentence = "Deze dag ligt meer dan twee weken verder: kies een dag tot en met ma 07-12-2026."
        self.day.set_error(sentence if wrong else None)
        return not wrong


@pytest.fixture
def asked(screen: Screen, qtbot: QtBot) -> Postpone:
    """Return the dialog, opened over a window."""
    window = screen.show(QWidget())
    dialog = Postpone(window)
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def test_escape_changes_nothing(asked: Postpone, qtbot: QtBot) -> None:
    with qtbot.waitSignal(asked.rejected), qtbot.assertNotEmitted(asked.accepted):
        press(asked, Qt.Key.Key_Escape)


def test_cancelling_changes_nothing(asked: Postpone, qtbot: QtBot) -> None:
    with qtbot.waitSignal(asked.rejected):
        click(asked.cancel)


def test_it_stays_open_until_the_answer_is_right(asked: Postpone, qtbot: QtBot) -> None:
    height = asked.height()
    with qtbot.assertNotEmitted(asked.accepted):
        press(asked.day.editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: asked.height() > height)
    asked.day.editor.setProperty("text", "07-12-2026")
    with qtbot.waitSignal(asked.accepted):
        click(asked.primary)


def test_nothing_of_it_is_cut_off(asked: Postpone) -> None:
    asked.decide()
    QApplication.processEvents()
    error = asked.day._error
    assert error.height() >= error.heightForWidth(error.width())
    assert asked.primary.geometry().bottom() < asked.height()


def test_the_task_bar_reads_no_question(asked: Postpone) -> None:
    assert asked.windowTitle() == ""
    assert name_of(asked) == "Wanneer opnieuw bekijken?"


@pytest.mark.parametrize(("zoom", "width"), [(1.0, 406), (1.5, 609)])
def test_it_is_as_wide_as_its_text_is_large(
    zoom: float, width: int, screen: Screen, qapp: QApplication
) -> None:
    theme.apply(qapp, theme.Scheme.DARK, zoom=zoom)
    window = screen.show(QWidget())
    dialog = Postpone(window)
    dialog.open()
    assert dialog.width() == width
    dialog.reject()
