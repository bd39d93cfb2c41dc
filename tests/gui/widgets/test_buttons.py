"""Buttons: keys, states, words that fit."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from mhdesk.gui.look import theme
from mhdesk.gui.look.roles import LIGHT, Role
from mhdesk.gui.shell.nav_button import NavButton
from mhdesk.gui.widgets.buttons import (
    Button,
    JumpButton,
    PlainButton,
    PrimaryButton,
    QuietButton,
    SecondaryButton,
    WrongButton,
    keys_text,
)
from mhdesk.gui.widgets.dialog import Decision
from mhdesk.gui.widgets.editors import TextEditor
from mhdesk.gui.widgets.icon_button import IconButton
from tests.gui.widgets.screen import CONTROL, Screen, click, description_of, name_of, press

KINDS = [PrimaryButton, SecondaryButton, PlainButton, QuietButton]


def ground(button: Button) -> str:
    """Return the colour just inside the left edge of a button, where no words are."""
    image: QImage = button.grab().toImage()
    return image.pixelColor(6, image.height() // 2).name().upper()


@pytest.mark.parametrize("kind", KINDS)
def test_space_and_mouse_press_it(kind: type[Button], screen: Screen, qtbot: QtBot) -> None:
    button = kind("Vastleggen")
    screen.show(button)
    with qtbot.waitSignal(button.clicked):
        click(button)
    with qtbot.waitSignal(button.clicked):
        press(button, Qt.Key.Key_Space)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
@pytest.mark.parametrize(
    "make",
    [
        *KINDS,
        JumpButton,
        WrongButton,
        lambda text: IconButton("close", text),
        lambda text: NavButton("today", text),
    ],
)
def test_enter_presses_the_button_that_has_the_focus(
    make: Callable[[str], QPushButton], key: Qt.Key, screen: Screen
) -> None:
    button = make("Vastleggen")
    screen.show(button)
    pressed: list[str] = []
    button.clicked.connect(lambda: pressed.append("once"))
    press(button, key)
    assert pressed == ["once"]


def test_enter_in_a_dialog_presses_the_default_button_from_a_field_and_the_focused_one_from_itself(
    screen: Screen,
) -> None:
    dialog = Decision("Weggooien?", "", "Weggooien")
    field = TextEditor()
    dialog.body.addWidget(field)
    told: list[str] = []
    dialog.accepted.connect(lambda: told.append("accepted"))
    dialog.rejected.connect(lambda: told.append("rejected"))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    screen.open(dialog)
    press(field, Qt.Key.Key_Return)
    dialog.show()
    press(dialog.cancel, Qt.Key.Key_Return)
    assert told == ["accepted", "rejected"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_its_keys_press_it_with_either_enter(key: Qt.Key, screen: Screen, qtbot: QtBot) -> None:
    button = PrimaryButton("Vastleggen", keys="Ctrl+Return")
    window = screen.show(button)
    with qtbot.waitSignal(button.clicked):
        press(window, key, CONTROL)


def test_keys_of_an_action_elsewhere_are_shown_and_not_taken(screen: Screen, qtbot: QtBot) -> None:
    button = PrimaryButton("Nieuw signaal", keys="Ctrl+N", binds=False)
    window = screen.show(button)
    with qtbot.assertNotEmitted(button.clicked, wait=50):
        press(window, Qt.Key.Key_N, CONTROL)
    assert description_of(button) == "Ctrl+N"


def test_keys_are_written_as_they_stand_on_the_key() -> None:
    assert keys_text("Ctrl+Return") == "Ctrl+Enter"


@pytest.mark.parametrize("kind", KINDS)
def test_a_button_is_as_wide_as_its_words_at_every_size(
    kind: type[Button], qtbot: QtBot, qapp: QApplication
) -> None:
    button = kind("Ontgrendelen", keys="Ctrl+U", icon="lock")
    qtbot.addWidget(button)
    small = button.sizeHint()
    theme.apply(qapp, theme.Scheme.LIGHT, zoom=1.5)
    large = button.sizeHint()
    words = theme.look().metrics(button._kind.type).horizontalAdvance("Ontgrendelen")
    assert large.width() > max(words, small.width())
    assert large.height() > small.height()


def test_a_disabled_button_is_seen_to_be_disabled(screen: Screen) -> None:
    button = PrimaryButton("Vastleggen")
    screen.show(button)
    assert ground(button) == LIGHT[Role.ACCENT]
    button.setEnabled(False)
    assert ground(button) != LIGHT[Role.ACCENT]


def test_a_button_under_the_mouse_is_darker(screen: Screen) -> None:
    button = PrimaryButton("Vastleggen")
    screen.show(button)
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    assert ground(button) == LIGHT[Role.ACCENT_HOVER]


def test_words_that_do_not_fit_are_cut_with_dots_and_told_whole(screen: Screen) -> None:
    words = "Wat er precies gezien of gehoord is, en door wie, in hun eigen woorden"
    button = JumpButton(words)
    screen.show(button, width=200)
    assert button._words(100).endswith("…")
    assert (button.toolTip(), name_of(button)) == (words, words)


def test_an_icon_alone_has_a_name(screen: Screen) -> None:
    button = IconButton("close", "Melding sluiten")
    screen.show(button)
    assert (name_of(button), button.toolTip()) == ("Melding sluiten", "Melding sluiten")
