"""The route in the window: proposed with its reason, chosen by keyboard, and another route with a reason."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mhdesk.desk import drafts, signals
from mhdesk.desk.desk import Desk
from mhdesk.domain.people import Role, User
from mhdesk.domain.signals import Kind, Status
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals.loading import load
from mhdesk.gui.signals.route_dialog import RouteDialog
from mhdesk.gui.signals.routing import RouteBlock
from mhdesk.gui.signals.signal_page import SignalPage
from mhdesk.gui.widgets.buttons import SecondaryButton
from mhdesk.gui.widgets.fields import Choice, LongTextEditor
from mhdesk.gui.widgets.labels import Paragraph
from tests.gui.reach import nameless
from tests.gui.signals.conftest import Register
from tests.gui.widgets.screen import Screen, click, press, type_in

pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support (raise|grabbing the keyboard)", extend=True
)


@pytest.fixture
def page(screen: Screen, context: PageContext, register: Register) -> SignalPage:
    """Return the page of a notification of labour exploitation."""
    shown = SignalPage(context, register())
    screen.show(shown, width=1158, height=668)
    shown.entered()
    return shown


def opened(page: SignalPage, qtbot: QtBot) -> RouteDialog:
    press(page, Qt.Key.Key_R)
    qtbot.waitUntil(lambda: isinstance(page.acts.dialog(), RouteDialog))
    dialog = page.acts.dialog()
    assert isinstance(dialog, RouteDialog)
    return dialog


def choose_police(dialog: RouteDialog) -> None:
    route = dialog.part.fields["chosen"].editor
    assert isinstance(route, Choice)
    route.set_code("police")
    route.activated.emit(route.currentIndex())


def told(page: SignalPage) -> set[str]:
    blocks = page.findChildren(RouteBlock)
    return {part.plain() for block in blocks for part in block.findChildren(Paragraph)}


def test_the_page_says_what_is_proposed_and_why_and_that_it_counts_apart(page: SignalPage) -> None:
    words = told(page)
    assert "Voorstel: Nederlandse Arbeidsinspectie" in words
    assert any("meteen of na de triage" in line for line in words)
    assert any("telt apart" in line for line in words)


def test_what_is_proposed_is_chosen_at_once(page: SignalPage, desk: Desk, qtbot: QtBot) -> None:
    dialog = opened(page, qtbot)
    assert dialog.part.fields["reason"].isHidden()
    assert nameless(dialog) == []
    press(dialog.primary, Qt.Key.Key_Space)
    (one,) = signals.details(desk, 1).routings
    assert (one.chosen, one.proposed) == ("labour_inspectorate", "labour_inspectorate")
    assert "Nederlandse Arbeidsinspectie" in told(page)


def test_another_route_asks_why_and_shows_both(page: SignalPage, desk: Desk, qtbot: QtBot) -> None:
    dialog = opened(page, qtbot)
    choose_police(dialog)
    click(dialog.primary)
    assert dialog.part.fields["reason"].error()
    assert signals.details(desk, 1).routings == ()
    why = dialog.part.fields["reason"].editor
    assert isinstance(why, LongTextEditor)
    type_in(why, "Zij doet vanmiddag aangifte.")
    click(dialog.primary)
    words = told(page)
    assert "Zij doet vanmiddag aangifte." in words
    assert any(line.startswith("Voorstel was: Nederlandse Arbeidsinspectie") for line in words)


def test_esc_keeps_the_choice_and_the_page_goes_on_with_it(
    page: SignalPage, desk: Desk, qtbot: QtBot
) -> None:
    dialog = opened(page, qtbot)
    choose_police(dialog)
    press(dialog, Qt.Key.Key_Escape)
    (kept,) = drafts.mine(desk)
    page.acts.go_on(load(1, desk), kept)
    again = page.acts.dialog()
    assert isinstance(again, RouteDialog)
    assert again.draft().chosen == "police"


def test_advice_has_no_route_and_a_closed_signal_gets_no_other(
    screen: Screen, context: PageContext, register: Register, desk: Desk
) -> None:
    advice = SignalPage(context, register(kind=Kind.ADVICE, persons=[]))
    screen.show(advice, width=1158, height=668)
    assert advice.findChildren(RouteBlock) == []
    number = register()
    signals.change_status(desk, number, Status.CLOSED, "Klaar.")
    closed = SignalPage(context, number)
    screen.show(closed, width=1158, height=668)
    assert closed.findChildren(RouteBlock)[0].findChildren(SecondaryButton) == []


def test_who_may_not_decide_sees_the_proposal_without_a_button(
    screen: Screen, context: PageContext, register: Register
) -> None:
    number = register()
    reader = replace(context, user=User(1, context.user.name, Role.PRIVACY_OFFICER))
    shown = SignalPage(reader, number)
    screen.show(shown, width=1158, height=668)
    (block,) = shown.findChildren(RouteBlock)
    assert block.findChildren(SecondaryButton) == []
