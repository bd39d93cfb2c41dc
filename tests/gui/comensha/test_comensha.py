"""CoMensha in the window: what waits, on whose word, what is copied, and the list of the year."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from mhdesk.desk import comensha, today
from mhdesk.desk.desk import Desk
from mhdesk.domain.comensha import ComenshaState
from mhdesk.domain.views import TodayKind
from mhdesk.gui.comensha.block import ComenshaBlock
from mhdesk.gui.comensha.dialogs import ReasonDialog, RegisterDialog
from mhdesk.gui.comensha.out_dialog import CodedDialog, YearOutDialog
from mhdesk.gui.comensha.page import ComenshaPage
from mhdesk.gui.persons.person_page import PersonPage
from mhdesk.gui.persons.person_parts import Tab
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.widgets.rows import LINE, Line
from tests.desk.test_comensha import ADULT, registered, state
from tests.gui.conftest import Trail
from tests.gui.persons.test_person_page import settle, shown_on, texts
from tests.gui.reach import nameless
from tests.gui.widgets.screen import Screen


@pytest.fixture
def page(screen: Screen, context: PageContext, desk: Desk) -> PersonPage:
    """Return the page of a victim, with what is done for her in sight."""
    registered(desk)
    made = shown_on(screen, context, 1)
    made.show_tab(Tab.HELP)
    settle()
    return made


def block(page: PersonPage) -> ComenshaBlock:
    settle()
    return next(one for one in page.findChildren(ComenshaBlock) if one.isVisible())


def test_a_registration_is_recorded_on_the_word_that_fits_the_age_and_can_be_taken_back(
    page: PersonPage, desk: Desk, qtbot: QtBot
) -> None:
    block(page).register.click()
    dialog = page.acts.dialog()
    assert isinstance(dialog, RegisterDialog)
    offered = [dialog._consent.itemData(row) for row in range(dialog._consent.count())]
    assert offered == ["victim", "form_victim", "legal_duty"]
    dialog._show(ADULT)
    dialog.primary.click()
    qtbot.waitUntil(lambda: state(desk) == ComenshaState.REGISTERED)
    assert "Geregistreerd" in texts(page)
    assert "C-77" in texts(page)
    page.messages.action_chosen.emit()
    qtbot.waitUntil(lambda: state(desk) is None)


def test_what_is_missing_is_said_at_its_field(page: PersonPage, desk: Desk) -> None:
    block(page).register.click()
    dialog = page.acts.dialog()
    assert isinstance(dialog, RegisterDialog)
    dialog.primary.click()
    assert dialog.part.fields["dossier_type"].error()
    assert state(desk) is None
    dialog.reject()


def test_a_refusal_shows_its_reason(page: PersonPage, qtbot: QtBot) -> None:
    block(page).refuse.click()
    dialog = page.acts.dialog()
    assert isinstance(dialog, ReasonDialog)
    dialog._reason.setText("Zij wil nergens bekend zijn.")
    dialog.primary.click()
    qtbot.waitUntil(lambda: "Zij wil nergens bekend zijn." in texts(page))
    assert not nameless(page)


def test_today_leads_into_the_form_unless_it_was_done_meanwhile(page: PersonPage, desk: Desk) -> None:
    block(page).due.click()
    (item,) = (one for one in today.items(desk) if one.kind == TodayKind.COMENSHA)
    page.act_on(item)
    dialog = page.acts.dialog()
    assert isinstance(dialog, RegisterDialog)
    dialog.reject()
    settle()
    comensha.register(desk, ADULT)
    page._ask()
    page.act_on(item)
    assert page.acts.dialog() is None


def test_what_is_typed_goes_on_after_a_lock(page: PersonPage, qtbot: QtBot) -> None:
    block(page).register.click()
    dialog = page.acts.dialog()
    assert isinstance(dialog, RegisterDialog)
    dialog._number.setText("C-12")
    dialog._number.edited.emit()
    dialog.reject()
    qtbot.waitUntil(lambda: "Een formulier over CoMensha staat als concept." in texts(page))
    block(page).register.click()
    again = page.acts.dialog()
    assert isinstance(again, RegisterDialog)
    assert again.typed().their_number == "C-12"
    again.reject()


def test_each_value_is_copied_by_itself_and_a_name_only_after_consent(page: PersonPage, desk: Desk) -> None:
    block(page).coded.click()
    dialog = page.acts.dialog()
    assert isinstance(dialog, CodedDialog)
    assert set(dialog.copies) == {"reference", "form", "sex", "birth", "nationality"}
    assert dialog.named.isHidden()
    dialog.copies["form"].click()
    assert QGuiApplication.clipboard().text() == "Criminele uitbuiting"
    dialog.reject()
    settle()
    comensha.register(desk, ADULT)
    page._ask()
    block(page).coded.click()
    dialog = page.acts.dialog()
    assert isinstance(dialog, CodedDialog)
    assert {"name", "dossier", "consent"} <= set(dialog.copies)
    dialog.reject()


def test_the_list_of_the_year_tells_each_state_and_opens_the_person(
    screen: Screen, context: PageContext, desk: Desk, trail: Trail, tmp_path: Path
) -> None:
    registered(desk)
    comensha.register(desk, replace(ADULT, their_number="C-78"))
    page = ComenshaPage(context)
    screen.show(page, width=1158, height=668)
    page.entered()
    line = page.model.data(page.model.index(0), LINE)
    assert isinstance(line, Line)
    assert line.title.endswith("Lina Voorbeeld")
    assert (line.clock, line.reason) == ("Geregistreerd", "Registratie · hun nummer C-78")
    page.list.row_opened.emit(1)
    assert trail.steps == [("open_person", 1)]
    page.out.click()
    dialog = page.dialog()
    assert isinstance(dialog, YearOutDialog)
    dialog.primary.click()
    assert dialog.part.fields["purpose"].error()
    dialog._purpose.set_code("reconcile")
    dialog._on_place_chosen(tmp_path / "lijst.csv")
    assert "C-78" in (tmp_path / "lijst.csv").read_text(encoding="utf-8")
    assert "De lijst is bewaard" in page.messages.sentence()
