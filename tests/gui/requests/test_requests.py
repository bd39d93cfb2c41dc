"""Requests about own data in the window: the guard is said at once, and a copy is looked at before it leaves."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from mhdesk.desk import data_requests, relating, signals, today
from mhdesk.desk.desk import Desk
from mhdesk.domain.data_requests import DecisionDraft, RequestState
from mhdesk.domain.relations import RelationDraft
from mhdesk.domain.signals import PersonDraft
from mhdesk.domain.views import TodayKind
from mhdesk.gui.persons.person_page import PersonPage
from mhdesk.gui.persons.person_parts import Tab
from mhdesk.gui.requests.block import RequestsBlock
from mhdesk.gui.requests.copy_dialog import AccessCopyDialog
from mhdesk.gui.requests.dialogs import (
    AnsweredDialog,
    DecideRequestDialog,
    ExtendDialog,
    RequestDialog,
)
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.widgets.messages import MessageBar
from tests.desk.client_calls import ASKED
from tests.desk.drafts import a_notification
from tests.desk.test_access_copies import a_family, granted
from tests.gui.persons.test_person_page import settle, shown_on, texts
from tests.gui.reach import nameless
from tests.gui.widgets.screen import Screen
from tests.reports import paper


def opened(screen: Screen, context: PageContext, number: int = 1) -> PersonPage:
    made = shown_on(screen, context, number)
    made.show_tab(Tab.PERSON)
    settle()
    return made


def block(page: PersonPage) -> RequestsBlock:
    settle()
    return next(one for one in page.findChildren(RequestsBlock) if one.isVisible())


@pytest.fixture
def page(screen: Screen, context: PageContext, desk: Desk) -> PersonPage:
    """Return the page of a victim whose father is the aggressor."""
    girl = PersonDraft(first_names="Lina", last_name="Voorbeeld", birth="12-05-2013")
    him = PersonDraft(role="aggressor", first_names="Bas", last_name="Verzonnen")
    signals.register(desk, a_notification(persons=[girl, him]))
    relating.relate(desk, 1, RelationDraft(2, "parent_of", 1))
    return opened(screen, context)


def test_a_request_of_the_aggressor_is_recorded_and_can_only_be_refused(
    page: PersonPage, qtbot: QtBot
) -> None:
    block(page).add.click()
    dialog = page.acts.dialog()
    assert isinstance(dialog, RequestDialog)
    dialog._kind.set_code("access")
    dialog._asker.set_code("parent")
    dialog._identity.setText("Identiteitskaart van de vader.")
    dialog.adapt()
    assert "alleen worden geweigerd" in dialog.messages.sentence()
    dialog.primary.click()
    qtbot.waitUntil(lambda: "Inzage en kopie" in texts(page))
    block(page).entries[0].decide.click()
    decide = page.acts.dialog()
    assert isinstance(decide, DecideRequestDialog)
    assert decide._decision.code() == "refused"
    assert decide._decision._codes == ["refused"]
    decide._ground.set_code("unsafe_representative")
    decide._reasoning.setText("Hij staat als pleger.")
    decide.primary.click()
    qtbot.waitUntil(lambda: "Hij staat als pleger." in texts(page))
    assert block(page).entries[0].copy.isHidden()
    assert not nameless(page)


def test_a_request_is_put_off_decided_answered_and_taken_back(
    screen: Screen, context: PageContext, desk: Desk, qtbot: QtBot
) -> None:
    a_family(desk)
    page = opened(screen, context)
    number = granted(desk, 1)
    page._ask()
    block(page).entries[0].answered.click()
    dialog = page.acts.dialog()
    assert isinstance(dialog, AnsweredDialog)
    dialog.primary.click()
    qtbot.waitUntil(lambda: data_requests.of_person(desk, 1).requests[0].state == RequestState.ANSWERED)
    page.messages.action_chosen.emit()
    qtbot.waitUntil(lambda: data_requests.of_person(desk, 1).requests[0].state == RequestState.DECIDED)
    (item,) = (one for one in today.items(desk) if one.kind == TodayKind.DATA_REQUEST)
    assert item.record_id == number
    page.act_on(item)
    assert isinstance(page.acts.dialog(), AnsweredDialog)


def test_an_answer_is_put_off_with_a_reason(
    screen: Screen, context: PageContext, desk: Desk, qtbot: QtBot
) -> None:
    a_family(desk)
    asked = data_requests.record(desk, ASKED)
    page = opened(screen, context)
    block(page).entries[0].extend.click()
    dialog = page.acts.dialog()
    assert isinstance(dialog, ExtendDialog)
    dialog._reason.setText("Er is veel na te lopen.")
    dialog.primary.click()
    qtbot.waitUntil(lambda: "Er is veel na te lopen." in texts(page))
    assert block(page).entries[0].extend.isHidden()
    assert asked.created == 1


def test_the_officer_chooses_what_goes_on_the_copy(
    screen: Screen, context: PageContext, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    a_family(desk, source_capacity="anonymous")
    granted(desk, 1)
    page = opened(screen, context)
    block(page).entries[0].copy.click()
    dialog = page.acts.dialog()
    assert isinstance(dialog, AccessCopyDialog)
    assert (
        "GV-2026-0001: wie meldde: de bron blijft geheim (Uitvoeringsbesluit Wmo 2015 art. 4.1.8 lid 3)"
        in texts(dialog)
    )
    story = next(check for check in dialog.checks.values() if check.text() == "Wat er verteld is")
    assert not story.isChecked()
    for check in dialog.checks.values():
        check.setChecked(False)
    dialog._on_place_chosen(tmp_path / "kopie.pdf")
    qtbot.waitUntil((tmp_path / "kopie.pdf").exists)
    text = paper.text_of((tmp_path / "kopie.pdf").read_bytes())
    assert "Lina Voorbeeld" in text
    assert "wie meldde" not in text


def test_where_everything_is_withheld_nothing_can_be_saved(
    screen: Screen, context: PageContext, desk: Desk
) -> None:
    a_family(desk)
    granted(desk, 2)
    page = opened(screen, context, 2)
    block(page).entries[0].copy.click()
    dialog = page.acts.dialog()
    assert isinstance(dialog, AccessCopyDialog)
    assert dialog.primary.isHidden()
    assert not dialog.checks
    dialog.reject()


def test_a_restriction_that_was_granted_stands_above_everything(
    screen: Screen, context: PageContext, desk: Desk
) -> None:
    signals.register(desk, a_notification())
    data_requests.record(desk, replace(ASKED, kind="restriction"))
    data_requests.decide(desk, DecisionDraft(1, 1, "partly", "must_be_kept", "Eerste reden."))
    (one,) = data_requests.of_person(desk, 1).requests
    data_requests.decide(desk, DecisionDraft(1, one.version, "granted"))
    made = opened(screen, context)
    bars = [bar.sentence() for bar in made.findChildren(MessageBar) if bar.isVisible()]
    assert any("Verwerking beperkt sinds" in told for told in bars), bars
    assert any("Eerste reden." in told for told in texts(made))


def test_a_restriction_that_was_refused_says_nothing(
    screen: Screen, context: PageContext, desk: Desk
) -> None:
    signals.register(desk, a_notification())
    data_requests.record(desk, replace(ASKED, kind="restriction"))
    data_requests.decide(desk, DecisionDraft(1, 1, "refused", "must_be_kept", "Andere plicht."))
    assert "Verwerking beperkt" not in " ".join(
        bar.sentence() for bar in opened(screen, context).findChildren(MessageBar)
    )
