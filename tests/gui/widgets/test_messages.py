"""A message pushes down, says one thing, and stays as long as it asks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mhdesk.gui.look import sizes
from mhdesk.gui.widgets.buttons import PrimaryButton
from mhdesk.gui.widgets.messages import Kind, MessageBar
from tests.gui.widgets.screen import CONTROL, Screen, click, name_of, press


@pytest.mark.parametrize("kind", list(Kind))
def test_it_pushes_down_what_is_under_it_and_covers_nothing(kind: Kind, screen: Screen, qtbot: QtBot) -> None:
    bar, under = MessageBar(), PrimaryButton("Vastleggen")
    screen.show(bar, under, height=120)
    before = under.y()
    bar.show_message(kind, "Reservekopie is 8 dagen oud.")
    qtbot.waitUntil(lambda: under.y() > before)
    assert bar.height() >= sizes.BAR_HEIGHT
    assert not bar.geometry().intersects(under.geometry())
    assert name_of(bar) == "Reservekopie is 8 dagen oud."


def test_its_action_is_told_and_then_it_goes(screen: Screen, qtbot: QtBot) -> None:
    bar = MessageBar()
    screen.show(bar)
    bar.show_message(Kind.DONE, "Vastgelegd als S-2026-0094.", action="Ongedaan maken")
    with qtbot.waitSignal(bar.action_chosen):
        click(bar._action)
    assert not bar.isVisible()


def test_ctrl_z_undoes_while_the_bar_offers_it_and_never_else(screen: Screen, qtbot: QtBot) -> None:
    bar, other = MessageBar(), PrimaryButton("Vastleggen")
    screen.show(bar, other)
    other.setFocus()
    bar.show_message(Kind.DONE, "Weggehaald.", action="Ongedaan maken", undoes=True)
    assert bar._action.keys == "Ctrl+Z"
    with qtbot.waitSignal(bar.action_chosen):
        press(other, Qt.Key.Key_Z, CONTROL)
    assert not bar.isVisible()
    bar.show_message(Kind.QUESTION, "Je was bezig.", action="Verder")
    with qtbot.assertNotEmitted(bar.action_chosen, wait=50):
        press(other, Qt.Key.Key_Z, CONTROL)
    assert bar._action.keys == ""


def test_it_can_be_closed(screen: Screen, qtbot: QtBot) -> None:
    bar = MessageBar()
    screen.show(bar)
    bar.show_message(Kind.WARNING, "Reservekopie is 8 dagen oud.")
    with qtbot.waitSignal(bar.closed):
        click(bar._close)
    assert not bar.isVisible()


def test_rules_of_safe_contact_cannot_be_closed(screen: Screen, qtbot: QtBot) -> None:
    bar = MessageBar()
    screen.show(bar)
    rule = "Bel alleen tussen 10 en 12 uur. Spreek niets in."
    bar.show_message(Kind.SAFETY, rule, lead="Veilig contact", closable=False, action="Bekijken")
    assert not bar._close.isVisible()
    with qtbot.waitSignal(bar.action_chosen):
        click(bar._action)
    assert bar.isVisible()
    assert (bar.kind, bar.sentence(), name_of(bar)) == (Kind.SAFETY, rule, f"Veilig contact {rule}")


def test_a_long_sentence_is_shown_whole(screen: Screen, qtbot: QtBot) -> None:
    bar = MessageBar()
    screen.show(bar, width=360)
    bar.show_message(
        Kind.ERROR, "De schijf is vol. Je tekst staat nog hier. Maak ruimte en kies Opnieuw bewaren."
    )
    qtbot.waitUntil(lambda: bar.height() > sizes.BAR_HEIGHT + 10)
