"""Leads by keyboard: noted without a person, recognised while typing, added, corrected and taken off with undo."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mhdesk.desk import drafts, signals
from mhdesk.desk.desk import Desk
from mhdesk.domain.leads import LeadDraft
from mhdesk.domain.signals import Kind, SignalDraft
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals import payloads
from mhdesk.gui.signals.form_page import SignalFormPage
from mhdesk.gui.signals.lead_dialog import LeadDialog
from mhdesk.gui.signals.leads_view import LeadsBlock
from mhdesk.gui.widgets.fields import Choice, TextEditor
from mhdesk.gui.widgets.labels import Paragraph
from tests.gui.conftest import Trail
from tests.gui.reach import nameless
from tests.gui.signals.test_signal_page import focused, shown_on
from tests.gui.widgets.screen import ALT, CONTROL, Screen, click, press, type_in

PATIENCE_MS = 5_000
VAN = LeadDraft("vehicle", "witte bestelbus 12-ABC-3", "Staat er elke avond.")


def a_van(desk: Desk) -> int:
    created = signals.register(desk, SignalDraft(received_on="20-11-2026", leads=[VAN])).created
    assert created is not None
    return created


@pytest.fixture
def page(screen: Screen, context: PageContext) -> SignalFormPage:
    made = SignalFormPage(context)
    screen.show(made, width=1158, height=668)
    made.entered()
    return made


def noted(desk: Desk, number: int) -> list[tuple[str, str, str]]:
    return [(one.kind, one.text, one.note) for one in signals.details(desk, number).leads]


def type_lead(page: SignalFormPage, qtbot: QtBot, kind: str, text: str) -> None:
    before = len(page.leads.rows)
    press(page, Qt.Key.Key_A, ALT)
    qtbot.waitUntil(lambda: len(page.leads.rows) > before, timeout=PATIENCE_MS)
    row = page.leads.rows[-1]
    row.kind.set_code(kind)
    row.kind.edited.emit()
    row.text.setFocus()
    type_in(row.text, text)
    press(row.text, Qt.Key.Key_Tab)


def test_a_lead_alone_is_recorded_by_keyboard(
    page: SignalFormPage, desk: Desk, trail: Trail, qtbot: QtBot
) -> None:
    assert page.leads.rows == []
    type_lead(page, qtbot, "advertisement", "https://advertenties.example/massage/1234567")
    assert nameless(page) == []
    press(page, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: bool(trail.steps), timeout=PATIENCE_MS)
    step = trail.steps[-1]
    assert isinstance(step[1], int)
    assert noted(desk, step[1]) == [("advertisement", "https://advertenties.example/massage/1234567", "")]


def test_a_new_lead_comes_into_sight_as_a_whole(page: SignalFormPage, qtbot: QtBot) -> None:
    press(page, Qt.Key.Key_A, ALT)
    qtbot.waitUntil(lambda: bool(page.leads.rows), timeout=PATIENCE_MS)
    row = page.leads.rows[0]
    qtbot.waitUntil(lambda: row.visibleRegion().boundingRect() == row.rect(), timeout=PATIENCE_MS)


def test_tab_visits_the_leads_before_recording_and_never_from_a_field_to_taking_off(
    page: SignalFormPage, qtbot: QtBot
) -> None:
    name = page.persons.blocks[0].fields["first_names"].editor
    type_in(name, "Lina")
    press(name, Qt.Key.Key_Tab)
    click(page.persons.add_button)
    type_lead(page, qtbot, "vehicle", "12-ABC-3")
    type_lead(page, qtbot, "business", "Proef BV")
    page.persons.blocks[0].role.setFocus()
    walked: list[QWidget | None] = []
    while page.submit not in walked and len(walked) < 100:
        press(focused(), Qt.Key.Key_Tab)
        walked.append(focused())
    first, second = page.leads.rows
    second_person = page.persons.blocks[1]
    lead = [field.editor for row in (first, second) for field in row.fields.values()]
    assert [one for one in walked if one in lead] == lead
    assert walked.index(second.remove) + 1 == walked.index(page.leads.add_button)
    after_role = walked[walked.index(second_person.role) + 1]
    assert after_role is second_person.fields["first_names"].editor


def test_a_mistake_in_a_lead_stands_at_its_field(page: SignalFormPage, qtbot: QtBot) -> None:
    type_lead(page, qtbot, "phone", "geen nummer")
    field = page.leads.rows[0].fields["text"]
    assert "geen telefoonnummer" in field.error()


def test_advice_says_what_does_not_belong_in_it(page: SignalFormPage, trail: Trail, qtbot: QtBot) -> None:
    type_lead(page, qtbot, "phone", "06-00123456")
    page.kind.show_kind(Kind.ADVICE)
    page.kind.edited.emit()
    assert page.leads.guard.isVisible()
    press(page, Qt.Key.Key_Return, CONTROL)
    assert trail.steps == []
    assert "Bij een advies staat niets" in page.leads.rows[0].fields["text"].error()


def test_a_row_taken_off_is_gone_and_a_kept_form_brings_the_others_back(
    page: SignalFormPage, desk: Desk, qtbot: QtBot
) -> None:
    type_lead(page, qtbot, "vehicle", "12-ABC-3")
    type_lead(page, qtbot, "business", "Proef BV")
    click(page.leads.rows[0].remove)
    assert [one.text for one in page.leads.leads()] == ["Proef BV"]
    page.keep_draft()
    number = page.draft_number()
    assert number is not None
    kept = payloads.unpack_signal(drafts.load(desk, number).payload)
    assert kept.leads == [LeadDraft("business", "Proef BV")]


def test_another_signal_with_the_same_is_noted_by_one_key(
    page: SignalFormPage, desk: Desk, trail: Trail, qtbot: QtBot
) -> None:
    earlier = a_van(desk)
    type_lead(page, qtbot, "vehicle", "12 abc 3")
    qtbot.waitUntil(lambda: bool(page.leads.known.found), timeout=PATIENCE_MS)
    first = page.leads.known.lines[0]
    assert first.told() == "Hetzelfde kenteken staat in GV-2026-0001. · witte bestelbus 12-ABC-3"
    press(page, Qt.Key.Key_L, ALT)
    qtbot.waitUntil(lambda: "bij beide signalen genoteerd" in first.told(), timeout=PATIENCE_MS)
    press(page, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: bool(trail.steps), timeout=PATIENCE_MS)
    assert [one.text for one in signals.details(desk, earlier).notes] == [
        "Hetzelfde kenteken staat in GV-2026-0002."
    ]
    assert len(trail.steps) == 1


def test_the_number_of_a_person_is_compared_with_leads_too(
    page: SignalFormPage, desk: Desk, trail: Trail, qtbot: QtBot
) -> None:
    told = SignalDraft(received_on="20-11-2026", leads=[LeadDraft("phone", "+31 6 00123456")])
    number = signals.register(desk, told).created
    editor = page.persons.blocks[0].fields["phone"].editor
    assert isinstance(editor, TextEditor)
    type_in(editor, "06-00 12 34 56")
    qtbot.waitUntil(lambda: bool(page.leads.known.found), timeout=PATIENCE_MS)
    click(page.leads.known.lines[0].open)
    assert trail.steps[-1][:2] == ("open_signal", number)


def test_on_the_page_a_lead_is_added_corrected_and_taken_off_with_undo(
    screen: Screen, context: PageContext, desk: Desk, qtbot: QtBot
) -> None:
    number = a_van(desk)
    page = shown_on(screen, context, number)
    qtbot.waitUntil(lambda: page.findChild(LeadsBlock) is not None, timeout=PATIENCE_MS)
    block = page.findChild(LeadsBlock)
    assert isinstance(block, LeadsBlock)
    block.removal_wanted.emit(signals.details(desk, number).leads[0].id)
    assert noted(desk, number) == []
    page.messages.action_chosen.emit()
    assert noted(desk, number) == [(VAN.kind, VAN.text, VAN.note)]
    said = [one.plain() for one in page.findChildren(Paragraph)]
    assert any(
        sentence.startswith("De aanknopingspunten waren: Kenteken witte bestelbus") for sentence in said
    )
    qtbot.waitUntil(
        lambda: any(one.isVisible() for one in page.findChildren(LeadsBlock)), timeout=PATIENCE_MS
    )
    press(page, Qt.Key.Key_L)
    qtbot.waitUntil(lambda: page.acts.dialog() is not None, timeout=PATIENCE_MS)
    dialog = page.acts.dialog()
    assert isinstance(dialog, LeadDialog)
    assert nameless(dialog) == []
    kind, text = dialog.part.fields["kind"].editor, dialog.part.fields["text"].editor
    assert isinstance(kind, Choice)
    assert isinstance(text, TextEditor)
    kind.set_code("phone")
    type_in(text, "06 00 12 34 56")
    click(dialog.primary)
    assert noted(desk, number)[1:] == [("phone", "06 00123456", "")]
