"""Choices know codes, and change only on purpose."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from mhdesk.gui.look import theme
from mhdesk.gui.widgets.choices import CheckGroup, Choice, RadioCards
from mhdesk.gui.widgets.toggles import Check
from tests.gui.widgets.screen import Screen, click, description_of, name_of, press

WAYS = (("phone", "Telefoon"), ("mail", "E-mail"), ("visit", "Aan de balie"))
KINDS = (
    ("advice", "Advies", "zonder persoonsgegevens"),
    ("signal", "Signaal", "met of zonder persoon"),
    ("report", "Melding", "personen genoemd"),
)


def ways() -> Choice:
    choice = Choice()
    choice.set_options(WAYS)
    return choice


def kinds() -> RadioCards:
    cards = RadioCards()
    cards.set_options(KINDS)
    return cards


def test_a_choice_begins_with_nothing(qtbot: QtBot) -> None:
    choice = ways()
    qtbot.addWidget(choice)
    assert choice.code() == ""


@pytest.mark.parametrize(("asked", "got"), [("mail", "mail"), ("", ""), ("fax", "")])
def test_a_choice_is_made_by_code(asked: str, got: str, qtbot: QtBot) -> None:
    choice = ways()
    qtbot.addWidget(choice)
    choice.set_code("phone")
    choice.set_code(asked)
    assert choice.code() == got


def test_a_choice_can_be_given_back(qtbot: QtBot) -> None:
    choice = Choice()
    qtbot.addWidget(choice)
    choice.set_options(WAYS, blank="niet bekend")
    choice.set_code("mail")
    choice.setCurrentIndex(0)
    assert choice.code() == ""


def test_the_wheel_never_chooses(screen: Screen) -> None:
    choice = ways()
    screen.show(choice)
    choice.set_code("phone")
    choice.setFocus()
    turn = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(choice, turn)
    assert choice.code() == "phone"


def test_the_arrow_keys_choose(screen: Screen, qtbot: QtBot) -> None:
    choice = ways()
    screen.show(choice)
    choice.set_code("phone")
    with qtbot.waitSignal(choice.edited):
        press(choice, Qt.Key.Key_Down)
    assert choice.code() == "mail"


def test_cards_are_walked_by_arrow_keys(screen: Screen, qtbot: QtBot) -> None:
    cards = kinds()
    screen.show(cards)
    cards.set_code("advice")
    cards.setFocus()
    with qtbot.waitSignal(cards.edited):
        press(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert cards.code() == "signal"


def test_focus_comes_to_the_chosen_card(screen: Screen) -> None:
    cards = kinds()
    screen.show(cards)
    cards.set_code("report")
    cards.setFocus()
    focused = QApplication.focusWidget()
    assert isinstance(focused, QAbstractButton)
    assert focused.text() == "Melding"


def test_cards_say_their_consequence(screen: Screen) -> None:
    cards = kinds()
    screen.show(cards)
    card = cards._buttons[0]
    assert (name_of(card), description_of(card)) == ("Advies", "zonder persoonsgegevens")


def test_cards_can_be_unchosen(qtbot: QtBot) -> None:
    cards = kinds()
    qtbot.addWidget(cards)
    cards.set_code("report")
    cards.wipe()
    assert cards.code() == ""
    cards.set_code("signal")
    assert cards.code() == "signal"


def test_cards_stand_under_each_other_when_there_is_no_room(
    screen: Screen, qtbot: QtBot, qapp: QApplication
) -> None:
    cards = kinds()
    window = screen.show(cards, width=700)
    assert len({button.y() for button in cards._buttons}) == 1
    theme.apply(qapp, theme.Scheme.LIGHT, zoom=1.5)
    window.resize(400, 500)
    qtbot.waitUntil(lambda: len({button.y() for button in cards._buttons}) == 3)


def test_a_group_holds_several_codes_in_its_own_order(screen: Screen, qtbot: QtBot) -> None:
    group = CheckGroup()
    group.set_options(WAYS)
    screen.show(group)
    group.set_codes(["visit", "phone", "fax"])
    assert group.codes() == ("phone", "visit")
    with qtbot.waitSignal(group.edited):
        press(group._buttons[1], Qt.Key.Key_Space)
    assert group.codes() == ("phone", "mail", "visit")
    group.wipe()
    assert group.codes() == ()


def test_other_options_replace_the_old_ones(screen: Screen) -> None:
    group = CheckGroup()
    group.set_options(WAYS)
    screen.show(group)
    group.set_options(WAYS[:1])
    group.set_codes(["phone", "mail"])
    assert group.codes() == ("phone",)


def test_a_box_is_ticked_by_its_words_too(screen: Screen, qtbot: QtBot) -> None:
    check = Check("Bron geheimhouden", "de melder komt in geen enkele brief of kopie")
    screen.show(check)
    with qtbot.waitSignal(check.edited):
        click(check, QPoint(100, 8))
    assert check.isChecked()
    check.wipe()
    assert not check.isChecked()


def test_a_caption_goes_under_when_it_does_not_fit_beside(qtbot: QtBot) -> None:
    check = Check("Bron geheimhouden", "de melder komt in geen enkele brief of kopie")
    qtbot.addWidget(check)
    assert check.heightForWidth(250) > check.heightForWidth(700)
    assert check.heightForWidth(120) > check.heightForWidth(250)
