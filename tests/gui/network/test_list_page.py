"""The page of the network: who can help tonight by keyboard, and what is done when nobody can."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mhdesk.desk import network, unmet
from mhdesk.desk.desk import Desk
from mhdesk.domain.finding_help import Wanted
from mhdesk.domain.network import CapacityDraft, OfferDraft, OrganisationDraft
from mhdesk.domain.people import Role, User
from mhdesk.gui.network.list_page import NetworkPage
from mhdesk.gui.network.need_dialogs import NeedDialog
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.widgets.fields import Choice
from mhdesk.gui.widgets.rows import LINE, SPOKEN, Group
from tests.desk.network_calls import ORGANISATION, TODAY, a_need
from tests.gui.conftest import Trail
from tests.gui.reach import nameless
from tests.gui.widgets.screen import CONTROL, Screen, press, type_in

PATIENCE_MS = 5_000
TONIGHT = Wanted(sex="female", age=19, children="one", tonight=True)


@pytest.fixture
def home(desk: Desk) -> int:
    """Return an organisation with half a place for women, heard of today."""
    number = network.add_organisation(desk, ORGANISATION).created
    assert number is not None
    offer = network.add_offer(
        desk, number, OfferDraft("shelter", "Noodbed", ["female"], age_from="18")
    ).created
    assert offer is not None
    network.hear_capacity(desk, offer, CapacityDraft("0,5", TODAY))
    return number


def opened(screen: Screen, context: PageContext, wanted: Wanted | None = None) -> NetworkPage:
    page = NetworkPage(context, wanted)
    screen.show(page, width=1158, height=668)
    page.entered()
    return page


def said(page: NetworkPage) -> list[str]:
    rows = (page.model.index(row) for row in range(page.model.rowCount()))
    return [str(index.data(SPOKEN)) for index in rows]


def heads(page: NetworkPage) -> list[str]:
    rows = (page.model.index(row).data(LINE) for row in range(page.model.rowCount()))
    return [line.title for line in rows if isinstance(line, Group)]


@pytest.mark.usefixtures("home")
def test_organisations_stand_by_group_and_every_field_has_a_name(
    screen: Screen, context: PageContext
) -> None:
    page = opened(screen, context)
    assert "Opvang" in heads(page)
    assert any("Huize Verzonnen" in line and "06 00000001" in line for line in said(page))
    assert nameless(page) == []
    QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_who_can_take_a_woman_of_19_with_a_child_tonight(
    screen: Screen, context: PageContext, home: int, trail: Trail
) -> None:
    page = opened(screen, context, TONIGHT)
    assert heads(page) == ["Vraag na"]
    (line,) = said(page)[1:]
    assert "Huize Verzonnen · Noodbed · 06 00000001" in line
    assert "0,5 vrij" in line
    assert "kinderen: niet bekend, vraag na" in line.lower()
    press(page.list, Qt.Key.Key_Return)
    assert trail.steps[-1] == ("open_organisation", home)


@pytest.mark.usefixtures("home")
def test_what_is_filled_in_narrows_at_once_and_is_wiped_at_once(screen: Screen, context: PageContext) -> None:
    page = opened(screen, context)
    press(page.list, Qt.Key.Key_F, CONTROL)
    assert page.finder.purpose.hasFocus()
    page.finder.purpose.set_code("shelter")
    page.finder.purpose.edited.emit()
    page.finder.age.setFocus()
    type_in(page.finder.age, "15")
    assert heads(page) == ["Past niet"]
    page.clear_button.click()
    assert "Opvang" in heads(page)


def test_when_nobody_can_that_is_recorded_with_what_was_looked_for(
    screen: Screen, context: PageContext, desk: Desk, qtbot: QtBot
) -> None:
    page = opened(screen, context, TONIGHT)
    assert page.empty.isVisible()
    press(page, Qt.Key.Key_M, CONTROL)
    qtbot.waitUntil(lambda: page.acts.dialog() is not None, timeout=PATIENCE_MS)
    dialog = page.acts.dialog()
    assert isinstance(dialog, NeedDialog)
    draft = dialog.draft()
    assert (draft.purpose, draft.sex, draft.age_band, draft.wanted_on) == (
        "shelter",
        "female",
        "18_22",
        TODAY,
    )
    reason = dialog.part.fields["reason"].editor
    assert isinstance(reason, Choice)
    reason.set_code("no_place")
    dialog.decide()
    qtbot.waitUntil(lambda: bool(unmet.open_needs(desk)), timeout=PATIENCE_MS)
    assert "vastgelegd" in page.messages.sentence()


def test_an_unmet_need_without_a_person_is_met_from_the_list(
    screen: Screen, context: PageContext, desk: Desk, qtbot: QtBot
) -> None:
    a_need(desk, sex="female")
    page = opened(screen, context)
    assert heads(page)[-1] == "Nog niet gevonden"
    page.list.choose_row(page.model.rowCount() - 1)
    press(page.list, Qt.Key.Key_Return)
    dialog = page.acts.dialog()
    assert dialog is not None
    how: QWidget = dialog.part.fields["met_how"].editor
    type_in(how, "Toch een plek bij een collega.")
    dialog.decide()
    qtbot.waitUntil(lambda: not unmet.open_needs(desk), timeout=PATIENCE_MS)


@pytest.mark.usefixtures("home")
def test_whoever_only_reads_looks_and_records_nothing(
    screen: Screen, context: PageContext, desk: Desk
) -> None:
    desk.user = User(desk.user.id, desk.user.name, Role.PRIVACY_OFFICER)
    reader = PageContext(context.runner, context.bus, context.navigator, context.info, desk.user)
    page = opened(screen, reader, TONIGHT)
    assert heads(page) == ["Vraag na"]
    assert not page.new_button.isVisible()
    assert not page.need_button.isVisible()


def test_a_name_narrows_the_list_and_says_so_when_there_is_none(
    screen: Screen, context: PageContext, desk: Desk
) -> None:
    network.add_organisation(desk, OrganisationDraft("Één Bedacht", "care"))
    page = opened(screen, context)
    type_in(page.search, "een bed")
    assert [line.partition(".")[0] for line in said(page)] == ["Zorg", "Één Bedacht"]
    type_in(page.search, "x")
    assert page.empty.isVisible()
