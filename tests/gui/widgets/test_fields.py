"""A field says what it asks, what is wrong and how to mend it: to the eye and to a screen reader."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mhdesk.gui.look.roles import LIGHT, Role
from mhdesk.gui.widgets.fields import (
    CheckGroup,
    Choice,
    DateEditor,
    Field,
    LongTextEditor,
    PassphraseEditor,
    RadioCards,
    TextEditor,
)
from mhdesk.gui.widgets.labels import Label
from tests.gui.widgets.screen import Screen, description_of, press, type_in

WRONG = "30 februari bestaat niet. Typ alleen 2004 als je de dag niet zeker weet."
EDITORS = [TextEditor, DateEditor, PassphraseEditor, LongTextEditor, Choice, RadioCards, CheckGroup]


@pytest.mark.parametrize("make", EDITORS)
def test_every_editor_is_labelled(make: Callable[[], QWidget], screen: Screen) -> None:
    field = Field("Geboortedatum", make(), optional=True)
    screen.show(field)
    told = QAccessible.queryAccessibleInterface(field.editor)
    labels = [pair[0].object() for pair in told.relations()]
    assert field.label in labels
    assert field.editor.accessibleName() == "Geboortedatum (optional)"


def test_a_mistake_is_seen_read_and_taken_away(screen: Screen) -> None:
    field = Field(
        "Geboortedatum", DateEditor(), hint="of alleen het jaar", help_text="Zoals op het paspoort."
    )
    screen.show(field)
    height = field.sizeHint().height()
    field.set_error(WRONG)
    assert (field.error(), field._error_row.isVisible()) == (WRONG, True)
    assert description_of(field.editor) == f"of alleen het jaar {WRONG} Zoals op het paspoort."
    assert field.sizeHint().height() > height
    edge = field.editor.grab().toImage().pixelColor(0, field.editor.height() // 2)
    assert edge == QColor(LIGHT[Role.LATE])
    field.set_error(None)
    assert (field.error(), field._error_row.isVisible()) == ("", False)
    assert description_of(field.editor) == "of alleen het jaar Zoals op het paspoort."


def test_the_words_stay_where_they_are_when_the_border_grows(screen: Screen) -> None:
    field = Field("Telefoon", TextEditor())
    screen.show(field)
    before = field.editor.height()
    field.set_error(WRONG)
    assert field.editor.height() == before


@pytest.mark.parametrize("make", [Choice, LongTextEditor])
def test_a_mistake_shows_on_every_kind_of_field(make: Callable[[], QWidget], screen: Screen) -> None:
    field = Field("Weg", make())
    screen.show(field)
    field.set_error("Kies hoe het signaal binnenkwam.")
    edge = field.editor.grab().toImage().pixelColor(0, field.editor.height() // 2)
    assert edge == QColor(LIGHT[Role.LATE])


def test_a_question_can_change(screen: Screen) -> None:
    field = Field("Naam", TextEditor())
    screen.show(field)
    field.set_label("Naam van de organisatie")
    field.set_hint("zoals in de brief")
    assert field.editor.accessibleName() == "Naam van de organisatie"
    assert description_of(field.editor) == "zoals in de brief"


def test_wiping_takes_text_and_mistake(screen: Screen) -> None:
    editor = TextEditor()
    field = Field("Voornaam", editor)
    screen.show(field)
    type_in(editor, "Lina")
    field.set_error("Te kort.")
    field.wipe()
    assert (editor.text(), editor.isUndoAvailable(), field.error()) == ("", False, "")


def test_markup_in_a_mistake_is_only_text(qtbot: QtBot) -> None:
    field = Field("Naam", TextEditor())
    qtbot.addWidget(field)
    field.set_error("<b>x</b> & y")
    assert field.error() == "<b>x</b> & y"
    assert "&lt;b&gt;" in field._error.text()


def test_the_field_takes_the_focus_to_its_editor(screen: Screen) -> None:
    field = Field("Naam", TextEditor())
    screen.show(field)
    field.take_focus()
    assert field.editor.hasFocus()


@pytest.mark.parametrize(("width", "under"), [(700, False), (260, True)])
def test_a_hint_that_does_not_fit_beside_the_label_stands_whole_under_it(
    width: int, under: bool, screen: Screen
) -> None:
    hint = "wie dat is, en hoe je die persoon kunt bereiken"
    field = Field("Functionaris", TextEditor(), hint=hint)
    screen.show(field, width=width)
    QApplication.processEvents()
    (shown,) = [one for one in field.findChildren(Label) if one.text() == hint]
    assert (shown.x() == field.label.x()) is under
    assert shown.height() >= (shown.heightForWidth(shown.width()) if under else 1)
    assert field.width() <= width
    assert shown.geometry().right() <= field.width()


def test_tab_comes_to_a_passphrase_before_its_toggle_wherever_it_stands(screen: Screen) -> None:
    first, secret, last = TextEditor(), PassphraseEditor(), TextEditor()
    screen.show(Field("Naam", first), Field("Wachtzin", secret), Field("Nog een keer", last))
    first.setFocus()
    for expected in (secret, secret.toggle, last):
        press(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is expected


def test_the_toggle_of_a_passphrase_stands_beside_its_label(screen: Screen) -> None:
    editor = PassphraseEditor()
    field = Field("Wachtzin", editor)
    screen.show(field)
    assert editor.toggle.parentWidget() is field
    assert editor.toggle.y() < editor.y()
    editor.setFocus()
    press(editor, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is editor.toggle
