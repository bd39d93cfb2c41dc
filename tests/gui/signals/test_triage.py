"""Triage in the window: recorded by keyboard, kept when interrupted, and what follows can be finished or put off."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mhdesk.desk import drafts, signals, today
from mhdesk.desk.desk import Desk
from mhdesk.domain.signals import Kind
from mhdesk.domain.views import TodayKind
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals.form_dialog import FormDialog
from mhdesk.gui.signals.loading import load
from mhdesk.gui.signals.signal_page import SignalPage
from mhdesk.gui.signals.task_dialogs import FinishTaskDialog, SnoozeTaskDialog
from mhdesk.gui.signals.triage_dialog import TriageDialog
from mhdesk.gui.signals.triage_view import TriageBlock
from mhdesk.gui.widgets.buttons import QuietButton
from mhdesk.gui.widgets.fields import CheckGroup, Choice, DateEditor, LongTextEditor, TextEditor
from mhdesk.gui.widgets.labels import Paragraph
from mhdesk.gui.widgets.toggles import Check
from tests.gui.reach import nameless
from tests.gui.signals.conftest import Register
from tests.gui.widgets.screen import Screen, click, press, type_in

pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support (raise|grabbing the keyboard)", extend=True
)


@pytest.fixture
def page(screen: Screen, context: PageContext, register: Register) -> SignalPage:
    """Return the page of a notification."""
    shown = SignalPage(context, register())
    screen.show(shown, width=1158, height=668)
    shown.entered()
    return shown


def opened(page: SignalPage, kind: type[FormDialog], qtbot: QtBot) -> FormDialog:
    qtbot.waitUntil(lambda: isinstance(page.acts.dialog(), kind))
    dialog = page.acts.dialog()
    assert dialog is not None
    return dialog


def fill_in(dialog: FormDialog) -> None:
    who = dialog.part.fields["disciplines"].editor
    outcome = dialog.part.fields["outcome"].editor
    why = dialog.part.fields["reasoning"].editor
    assert isinstance(who, CheckGroup)
    assert isinstance(outcome, Choice)
    assert isinstance(why, LongTextEditor)
    click(next(box for box in who.findChildren(Check) if box.text().startswith("Gedrags")))
    outcome.set_code("investigation")
    outcome.activated.emit(outcome.currentIndex())
    type_in(why, "Er zijn nog te veel vragen.")


def test_a_triage_is_recorded_and_stands_on_the_page(page: SignalPage, desk: Desk, qtbot: QtBot) -> None:
    press(page, Qt.Key.Key_T)
    dialog = opened(page, TriageDialog, qtbot)
    fill_in(dialog)
    click(dialog.primary)
    (told,) = signals.details(desk, 1).triages
    assert (told.disciplines, told.outcome) == (("behavioural_scientist",), "investigation")
    words = {part.plain() for part in page.findChildren(Paragraph)}
    assert {"Er zijn nog te veel vragen.", "Onderzoek", "Onderzoek afronden"} <= words


def test_what_is_missing_is_told_at_its_field_and_nothing_is_recorded(
    page: SignalPage, desk: Desk, qtbot: QtBot
) -> None:
    press(page, Qt.Key.Key_T)
    dialog = opened(page, TriageDialog, qtbot)
    click(dialog.primary)
    wrong = {name for name, field in dialog.part.fields.items() if field.error()}
    assert wrong == {"disciplines", "outcome", "reasoning"}
    assert signals.details(desk, 1).triages == ()


def test_danger_at_this_moment_makes_somebody_think_of_112(page: SignalPage, qtbot: QtBot) -> None:
    press(page, Qt.Key.Key_T)
    dialog = opened(page, TriageDialog, qtbot)
    safety = dialog.part.fields["direct_safety"].editor
    assert isinstance(safety, Choice)
    safety.set_code("acute")
    safety.activated.emit(safety.currentIndex())
    assert "112" in safety.accessibleDescription()


def test_esc_keeps_a_triage_and_the_page_goes_on_with_it(page: SignalPage, desk: Desk, qtbot: QtBot) -> None:
    press(page, Qt.Key.Key_T)
    dialog = opened(page, TriageDialog, qtbot)
    fill_in(dialog)
    press(dialog, Qt.Key.Key_Escape)
    (kept,) = drafts.mine(desk)
    assert json.loads(kept.payload)["disciplines"] == ["behavioural_scientist"]
    page.acts.go_on(load(1, desk), kept)
    again = opened(page, TriageDialog, qtbot)
    assert isinstance(again, TriageDialog)
    assert again.draft().reasoning == "Er zijn nog te veel vragen."


def button(page: SignalPage, name: str) -> QuietButton:
    return next(one for one in page.findChildren(QuietButton) if one.accessibleName() == name)


def waiting(desk: Desk) -> set[str]:
    return {item.ground for item in today.items(desk) if item.kind is TodayKind.TASK}


def test_feedback_to_the_reporter_is_done_once_it_says_what_was_told(
    page: SignalPage, desk: Desk, qtbot: QtBot
) -> None:
    click(button(page, "Terugkoppelen aan de melder: gedaan"))
    dialog = opened(page, FinishTaskDialog, qtbot)
    assert any("Zeg niets over de betrokkenen." in part.plain() for part in dialog.findChildren(Paragraph))
    click(dialog.primary)
    assert dialog.part.fields["how"].error()
    editor = dialog.part.fields["how"].editor
    assert isinstance(editor, LongTextEditor)
    type_in(editor, "Gebeld en bedankt.")
    click(dialog.primary)
    assert waiting(desk) == {"safety_assessment"}


def test_a_task_is_put_off_with_a_day_and_a_reason(page: SignalPage, desk: Desk, qtbot: QtBot) -> None:
    click(button(page, "Triage en veiligheidsbeoordeling: later weer bekijken"))
    dialog = opened(page, SnoozeTaskDialog, qtbot)
    until, reason = (dialog.part.fields[name].editor for name in ("until", "reason"))
    assert isinstance(until, DateEditor)
    assert isinstance(reason, TextEditor)
    type_in(until, "26-11-2026")
    type_in(reason, "Dan is de arts er.")
    click(dialog.primary)
    assert waiting(desk) == {"reporter_feedback"}
    words = {part.plain() for part in page.findChildren(Paragraph)}
    assert any("Dan is de arts er." in line for line in words)


@pytest.mark.parametrize("kind", [Kind.ADVICE, Kind.SIGNAL])
def test_advice_shows_no_triage_and_a_signal_offers_one(
    kind: Kind, screen: Screen, context: PageContext, register: Callable[..., int]
) -> None:
    shown = SignalPage(context, register(kind=kind, persons=[]))
    screen.show(shown, width=1158, height=668)
    assert bool(shown.findChildren(TriageBlock)) == (kind is Kind.SIGNAL)


def test_every_control_has_a_name(page: SignalPage, qtbot: QtBot) -> None:
    assert nameless(page) == []
    press(page, Qt.Key.Key_T)
    assert nameless(opened(page, TriageDialog, qtbot)) == []
