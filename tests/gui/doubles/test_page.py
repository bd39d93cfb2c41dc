"""The page with persons who may stand in the registry twice: found, told apart, taken back, opened, stopped."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from mhdesk.desk import matching, signals
from mhdesk.desk.desk import Desk
from mhdesk.domain.people import Role, User
from mhdesk.domain.signals import PersonDraft, SignalDraft
from mhdesk.gui.doubles.page import DoublesPage
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals.list_page import SignalsPage
from mhdesk.gui.widgets.labels import Paragraph
from mhdesk.gui.widgets.rows import LINE, Line
from mhdesk.store import apart
from tests.gui.conftest import Trail
from tests.gui.reach import nameless
from tests.gui.widgets.screen import Screen, click, press

TWICE = (
    ("Loubna", "El Mithal", "12-05-1991"),
    ("Loebna", "Elmithal", "12-05-1991"),
    ("Bas", "Verzonnen", "01-02-1980"),
    ("Bas", "Verzonne", "01-02-1980"),
    ("Zoë", "Denkbeeldig", "03-04-1999"),
)


@pytest.fixture
def doubled(desk: Desk) -> Desk:
    """Return a desk over a registry in which two persons stand twice."""
    for first, last, birth in TWICE:
        told = PersonDraft(first_names=first, last_name=last, birth=birth)
        signals.register(desk, SignalDraft(received_on="20-11-2026", narrative="Verzonnen.", persons=[told]))
    return desk


def entered(context: PageContext, screen: Screen, qtbot: QtBot) -> DoublesPage:
    page = DoublesPage(context)
    screen.show(page, width=1158, height=668)
    page.entered()
    qtbot.waitUntil(lambda: not page.looking.is_running(), timeout=20_000)
    return page


def shown(page: DoublesPage) -> list[str]:
    rows = (page.model.index(row, 0).data(LINE) for row in range(page.model.rowCount()))
    return [row.title for row in rows if isinstance(row, Line)]


@pytest.mark.usefixtures("doubled")
def test_each_pair_stands_once_with_what_agrees(context: PageContext, screen: Screen, qtbot: QtBot) -> None:
    page = entered(context, screen, qtbot)
    assert sorted(shown(page)) == ["Bas Verzonnen en Bas Verzonne", "Loubna El Mithal en Loebna Elmithal"]
    told = {part.plain() for part in page.pair.findChildren(Paragraph)}
    assert "Zelfde geboortedatum" in told
    assert any("% gelijk" in line for line in told)
    assert nameless(page) == []


def test_not_the_same_is_kept_and_can_be_taken_back(
    context: PageContext, screen: Screen, qtbot: QtBot, doubled: Desk
) -> None:
    page = entered(context, screen, qtbot)
    first = shown(page)[0]
    click(page.pair.other)
    assert first not in shown(page)
    assert len(apart.all_of(doubled.database.connection)) == 1
    undo = next(one for one in page.messages.findChildren(QPushButton) if one.text() == "Ongedaan maken")
    click(undo)
    assert shown(page)[0] == first
    assert apart.all_of(doubled.database.connection) == []


@pytest.mark.usefixtures("doubled")
def test_both_records_can_be_opened(context: PageContext, screen: Screen, qtbot: QtBot, trail: Trail) -> None:
    page = entered(context, screen, qtbot)
    numbers = {who.signals[0][0] for who in (page._pairs[0].one, page._pairs[0].other)}
    for button in [one for one in page.pair.findChildren(QPushButton) if one.text().endswith("openen")]:
        click(button)
    assert {step for step in trail.steps if step[0] == "open_signal"} == {
        ("open_signal", one) for one in numbers
    }
    press(page.list, Qt.Key.Key_Return)
    assert trail.steps[-1][0] == "open_signal"


@pytest.mark.usefixtures("doubled")
def test_the_look_can_be_stopped_and_begun_again(context: PageContext, screen: Screen, qtbot: QtBot) -> None:
    page = DoublesPage(context)
    screen.show(page, width=1158, height=668)
    page.looking.begin()
    page.looking.stop()
    assert not page.looking.is_running()
    click(page.again)
    qtbot.waitUntil(lambda: not page.looking.is_running(), timeout=20_000)
    assert len(shown(page)) == 2


def test_nobody_twice_is_said_calmly(context: PageContext, screen: Screen, qtbot: QtBot) -> None:
    page = entered(context, screen, qtbot)
    assert shown(page) == []
    assert page.empty.isVisible()
    assert page.pair.isHidden()


def test_who_may_only_read_sees_pairs_without_telling_them_apart(
    context: PageContext, screen: Screen, qtbot: QtBot, doubled: Desk
) -> None:
    matching.tell_apart(doubled, 1, 2)
    reader = replace(context, user=User(1, context.user.name, Role.PRIVACY_OFFICER))
    page = entered(reader, screen, qtbot)
    assert len(shown(page)) == 1
    assert page.pair.other.isHidden()


def test_the_list_of_signals_leads_there(context: PageContext, screen: Screen, trail: Trail) -> None:
    page = SignalsPage(context)
    screen.show(page, width=1158, height=668)
    click(page.doubles_button)
    assert trail.steps == [("show_doubles",)]
