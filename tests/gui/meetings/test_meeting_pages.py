"""Meetings in the window: by keyboard from the list to a report, with the wall where something is told."""

from __future__ import annotations

import json
from typing import TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import update

from mhdesk.desk import agenda, drafts, meetings, participants, signals
from mhdesk.desk.desk import Desk
from mhdesk.domain.agreements import AgreementDraft
from mhdesk.domain.meetings import HeldDraft, ItemDraft, MeetingDraft, MeetingState, ParticipantDraft
from mhdesk.gui.meetings.item_dialogs import FollowUpDialog, ReportDialog, ShareDialog
from mhdesk.gui.meetings.item_view import ItemPart
from mhdesk.gui.meetings.list_page import MeetingsPage
from mhdesk.gui.meetings.loading import load
from mhdesk.gui.meetings.meeting_page import MeetingPage
from mhdesk.gui.meetings.plan_dialogs import HoldDialog, PlanDialog
from mhdesk.gui.meetings.table_view import TablePart
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals.form_dialog import FormDialog
from mhdesk.gui.widgets.fields import CheckGroup, Choice, LongTextEditor, TextEditor
from mhdesk.gui.widgets.labels import Label, Paragraph
from mhdesk.gui.widgets.messages import MessageBar
from mhdesk.store.schema import organisation
from tests.desk.drafts import a_notification
from tests.desk.meeting_calls import TODAY, a_case
from tests.gui.conftest import Trail
from tests.gui.reach import nameless
from tests.gui.widgets.screen import Screen, press, type_in

Dialog = TypeVar("Dialog", bound=FormDialog)
Editor = TypeVar("Editor", bound=QWidget)


def settle() -> None:
    """Let the page show what is new and let go of what it replaced."""
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def texts(page: QWidget) -> str:
    settle()
    labels = [label for label in page.findChildren(Label) if label.isVisible()]
    return "\n".join(one.plain() if isinstance(one, Paragraph) else one.text() for one in labels)


@pytest.fixture
def busy(desk: Desk) -> Desk:
    """Return a desk with Lina, whose case is on the agenda of a planned meeting with Jip and Mo."""
    signals.register(desk, a_notification())
    with desk.database.writing() as connection:
        for number, side in ((1, "safety"), (2, "care")):
            statement = update(organisation).where(organisation.c.id == number)
            connection.execute(statement.values(side=side))
    a_case(desk)
    meetings.plan(desk, MeetingDraft("case_meeting", "30-11-2026", "14.00", "Kamer 2", case_ids=[1]))
    participants.add_participant(desk, 1, ParticipantDraft(1, name="Mo Verzinsel"))
    participants.add_participant(desk, 1, ParticipantDraft(2, name="Jip Bedacht"))
    return desk


@pytest.fixture
def page(screen: Screen, context: PageContext, busy: Desk) -> MeetingPage:
    assert busy.user.name
    made = MeetingPage(context, 1)
    screen.show(made, width=1158, height=668)
    made.entered()
    return made


def dialog_of(qtbot: QtBot, page: MeetingPage | MeetingsPage, kind: type[Dialog]) -> Dialog:
    """Wait for a dialog: a key presses its button as a finger does, which takes a moment."""
    qtbot.waitUntil(lambda: page.acts.dialog() is not None, timeout=10_000)
    found = page.acts.dialog()
    assert isinstance(found, kind)
    return found


def field(dialog: FormDialog, name: str, kind: type[Editor]) -> Editor:
    editor = dialog.part.fields[name].editor
    assert isinstance(editor, kind)
    return editor


def test_the_list_leads_to_a_meeting_and_plans_one(
    qtbot: QtBot, screen: Screen, context: PageContext, trail: Trail, busy: Desk
) -> None:
    made = MeetingsPage(context)
    screen.show(made, width=1158, height=668)
    made.entered()
    assert "Casusoverleg" in str(made.model.data(made.model.index(1), Qt.ItemDataRole.UserRole))
    press(made.list, Qt.Key.Key_Return)
    assert trail.steps == [("open_meeting", 1)]
    press(made, Qt.Key.Key_O)
    dialog = dialog_of(qtbot, made, PlanDialog)
    day = field(dialog, "held_on", TextEditor)
    type_in(day, "7-12-2026")
    dialog.decide()
    settle()
    assert [one.held_on.isoformat() for one in meetings.rows(busy)] == ["2026-12-07", "2026-11-30"]
    assert trail.steps[-1] == ("open_meeting", 2)


def test_an_empty_list_says_which_kinds_there_are(screen: Screen, context: PageContext) -> None:
    made = MeetingsPage(context)
    screen.show(made, width=1158, height=668)
    assert "zorgoverleg" in texts(made).lower()
    assert made.list.isHidden()


def test_a_report_is_written_by_keyboard(qtbot: QtBot, page: MeetingPage, busy: Desk) -> None:
    press(page.list, Qt.Key.Key_V)
    dialog = dialog_of(qtbot, page, ReportDialog)
    report = field(dialog, "report", LongTextEditor)
    type_in(report, "Zij wil terug naar school.")
    type_in(field(dialog, "minutes", TextEditor), "20")
    dialog.decide()
    settle()
    item = meetings.details(busy, 1).items[0]
    assert (item.report, item.minutes, item.discussed) == ("Zij wil terug naar school.", 20, True)
    assert "Zij wil terug naar school." in texts(page)


def test_what_was_typed_outlives_a_lock(qtbot: QtBot, page: MeetingPage, busy: Desk) -> None:
    press(page.list, Qt.Key.Key_V)
    dialog = dialog_of(qtbot, page, ReportDialog)
    type_in(field(dialog, "report", LongTextEditor), "Half.")
    dialog.keep_draft()
    dialog.close()
    (kept,) = drafts.mine(busy)
    told = json.loads(kept.payload)
    assert (kept.form, told["meeting_id"], told["person_id"]) == ("meeting.report", 1, 1)
    settle()
    assert any("verslag begonnen" in bar.sentence() for bar in page.findChildren(MessageBar))
    page.resume(kept.id)
    again = dialog_of(qtbot, page, ReportDialog)
    assert field(again, "report", LongTextEditor).text() == "Half."


def test_what_may_not_cross_the_wall_is_not_offered(qtbot: QtBot, page: MeetingPage, busy: Desk) -> None:
    press(page.list, Qt.Key.Key_D)
    dialog = dialog_of(qtbot, page, ShareDialog)
    people = field(dialog, "participant_ids", CheckGroup)
    shared = field(dialog, "shared", CheckGroup)

    def offered(*chosen: str) -> set[str]:
        people.set_codes(chosen)
        people.edited.emit()
        return set(shared._checks)

    assert offered() == set()
    assert "aggressor" in offered("1")
    assert "health" not in offered("1")
    assert "health" in offered("2")
    assert not offered("1", "2") & {"aggressor", "health", "reporter"}
    shared.set_codes(["name"])
    basis = field(dialog, "basis", Choice)
    basis.set_code("wgs")
    basis.edited.emit()
    assert "Wgs" in texts(dialog)
    assert "jurist" in texts(dialog)
    assert "geen convenant" in texts(dialog)
    type_in(field(dialog, "basis_note", TextEditor), "Nagekeken door de jurist op 1-11.")
    dialog.decide()
    settle()
    assert [one.participant_id for one in meetings.details(busy, 1).items[0].shares] == [1, 2]


def test_what_was_agreed_before_is_ended_in_place(qtbot: QtBot, page: MeetingPage, busy: Desk) -> None:
    agenda.agree(
        busy, AgreementDraft(what="De school bellen.", who="Jip", due_on="24-11-2026", meeting_item_id=1)
    )
    meetings.hold(busy, 1, HeldDraft(TODAY, [1]))
    meetings.plan(busy, MeetingDraft("case_meeting", "30-11-2026", case_ids=[1]))
    details = load(2, busy).details
    assert [one.what for one in details.items[0].before] == ["De school bellen."]
    other = MeetingPage(page.context, 2)
    other.resize(1158, 668)
    other.show()
    settle()
    assert "De school bellen." in texts(other)
    press(other.list, Qt.Key.Key_W)
    assert dialog_of(qtbot, other, FollowUpDialog)
    other.close()


def test_holding_and_calling_off_and_taking_that_back(qtbot: QtBot, page: MeetingPage, busy: Desk) -> None:
    page.acts.cancel(load(1, busy))
    dialog = page.acts.dialog()
    assert dialog is not None
    type_in(field(dialog, "reason", LongTextEditor), "Te weinig mensen.")
    dialog.decide()
    settle()
    assert meetings.details(busy, 1).state == MeetingState.CANCELLED
    page.messages.action_chosen.emit()
    assert meetings.details(busy, 1).state == MeetingState.PLANNED
    page.acts.hold(load(1, busy))
    held = dialog_of(qtbot, page, HoldDialog)
    type_in(field(held, "held_on", TextEditor), TODAY)
    held.decide()
    settle()
    assert meetings.details(busy, 1).state == MeetingState.HELD


def test_everything_on_the_page_has_a_name(page: MeetingPage, busy: Desk) -> None:
    agenda.report(busy, 1, 1, ItemDraft("Hoe nu?", "Rustig.", discussed=True))
    assert nameless(page) == []
    page.list.choose_row(0)
    settle()
    assert nameless(page) == []
    assert "Mo Verzinsel" in texts(page)


def test_cases_move_up_and_down_by_keyboard(page: MeetingPage, busy: Desk) -> None:
    a_case(busy, 2)
    agenda.add_case(busy, 1, [2])
    page._ask()
    settle()
    page.list.choose_row(page.model.row_of(2))
    page._move(-1)
    assert [one.case_id for one in meetings.details(busy, 1).items] == [2, 1]
    page._move(-1)
    assert [one.case_id for one in meetings.details(busy, 1).items] == [2, 1]


def test_why_a_meeting_was_called_off_stays_to_be_read(screen: Screen, busy: Desk) -> None:
    meetings.cancel(busy, 1, "Jip is ziek.")
    meetings.reopen(busy, 1)
    now = load(1, busy)
    meetings.amend(
        busy, 1, now.details.version, MeetingDraft("case_meeting", "01-12-2026", "14.00", "Kamer 3")
    )
    part = TablePart(load(1, busy), may_write=True)
    screen.show(part)
    told = texts(part)
    assert "Jip is ziek." in told
    assert "Plaats: Kamer 2" in told
    assert "Dag: ma 30-11-2026" in told


def test_of_a_question_and_a_report_that_changed_together_both_stay(screen: Screen, busy: Desk) -> None:
    for text in ("Eerste", "Tweede"):
        (item,) = load(1, busy).details.items
        draft = ItemDraft(question=f"{text} vraag.", report=f"{text} verslag.", discussed=True)
        agenda.report(busy, item.id, item.version, draft)
    now = load(1, busy)
    part = ItemPart(now, now.details.items[0], may_write=False)
    screen.show(part)
    assert "Eerste vraag." in texts(part)
    assert "Eerste verslag." in texts(part)
