"""Signs of exploitation in the window: gone through by keyboard, shown as a profile, and never a score."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mhdesk.desk import drafts, indicators, signals
from mhdesk.desk.desk import Desk
from mhdesk.domain.indicators import AssessmentDraft, Counts, Dimension
from mhdesk.domain.signals import Kind
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals.indicators_dialog import IndicatorsDialog
from mhdesk.gui.signals.indicators_view import IndicatorsBlock
from mhdesk.gui.signals.loading import load
from mhdesk.gui.signals.profile_view import dimension_words
from mhdesk.gui.signals.signal_page import SignalPage
from mhdesk.gui.signals.triage_dialog import TriageDialog
from mhdesk.gui.widgets.buttons import QuietButton
from mhdesk.gui.widgets.fields import Choice, TextEditor
from mhdesk.gui.widgets.labels import Paragraph
from mhdesk.gui.widgets.statement_row import Segment
from tests.gui.reach import nameless
from tests.gui.signals.conftest import Register
from tests.gui.widgets.screen import CONTROL, Screen, click, name_of, press, type_in

pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support (raise|grabbing the keyboard)", extend=True
)
FIRST = AssessmentDraft(
    signal_id=1,
    form="labour_exploitation",
    list_version="2026-1",
    assessed_on="20-11-2026",
    answers={"la_hours": "observed", "g_no_doctor": "not_observed", "g_papers_held": "observed"},
    note="Zelf gezien.",
)


@pytest.fixture
def page(screen: Screen, context: PageContext, register: Register) -> SignalPage:
    """Return the page of a notification of labour exploitation."""
    return shown(screen, context, register())


def shown(screen: Screen, context: PageContext, number: int) -> SignalPage:
    made = SignalPage(context, number)
    screen.show(made, width=1158, height=668)
    made.entered()
    return made


def opened(page: SignalPage, qtbot: QtBot) -> IndicatorsDialog:
    press(page, Qt.Key.Key_I)
    qtbot.waitUntil(lambda: isinstance(page.acts.dialog(), IndicatorsDialog))
    dialog = page.acts.dialog()
    assert isinstance(dialog, IndicatorsDialog)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), Segment))
    return dialog


def here() -> Segment:
    found = QApplication.focusWidget()
    assert isinstance(found, Segment)
    return found


def said(page: SignalPage) -> set[str]:
    return {
        one.plain() for block in page.findChildren(IndicatorsBlock) for one in block.findChildren(Paragraph)
    }


def test_signs_are_recorded_by_keyboard_alone(page: SignalPage, desk: Desk, qtbot: QtBot) -> None:
    dialog = opened(page, qtbot)
    press(here(), Qt.Key.Key_G)
    press(here(), Qt.Key.Key_Down)
    press(here(), Qt.Key.Key_N)
    press(here(), Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: len(signals.details(desk, 1).assessments) == 1)
    (told,) = signals.details(desk, 1).assessments
    assert (told.form, sorted(dict(told.answers).values())) == (
        "labour_exploitation",
        ["not_observed", "observed"],
    )
    qtbot.waitUntil(lambda: "1 middelmatig gezien" in said(page))
    assert dialog is not page.acts.dialog()


def test_a_profile_tells_each_dimension_apart_and_no_probability(
    screen: Screen, context: PageContext, register: Register, desk: Desk
) -> None:
    register()
    indicators.assess(desk, FIRST)
    page = shown(screen, context, 1)
    assert {"1 sterk gezien", "1 niet gezien, 3 niet beoordeeld", "niets beoordeeld"} <= said(page)
    assert {"Werkt bijna elke dag meer dan twaalf uur", "Zelf gezien."} <= said(page)
    assert any("geen score en geen kans" in line for line in said(page))
    assert not any("%" in line for line in said(page))


def test_what_was_recorded_before_can_be_read_and_begins_the_next(
    screen: Screen, context: PageContext, register: Register, desk: Desk, qtbot: QtBot
) -> None:
    register()
    indicators.assess(desk, FIRST)
    indicators.assess(desk, replace(FIRST, answers={"la_fines": "observed"}, note=""))
    page = shown(screen, context, 1)
    (block,) = page.findChildren(IndicatorsBlock)
    more = next(one for one in block.findChildren(QuietButton) if "eerder" in one.text())
    earlier = [one for one in block.findChildren(Paragraph) if one.plain() == "Zelf gezien."]
    assert not earlier[0].isVisible()
    click(more)
    assert earlier[0].isVisible()
    assert opened(page, qtbot).draft().answers == {"la_fines": "observed"}


def test_nothing_answered_is_told_at_the_list(page: SignalPage, desk: Desk, qtbot: QtBot) -> None:
    dialog = opened(page, qtbot)
    click(dialog.primary)
    assert {name for name, field in dialog.part.fields.items() if field.error()} == {"answers"}
    assert signals.details(desk, 1).assessments == ()


def test_esc_keeps_the_answers_and_the_page_goes_on_with_them(
    page: SignalPage, desk: Desk, qtbot: QtBot
) -> None:
    dialog = opened(page, qtbot)
    press(here(), Qt.Key.Key_G)
    code = next(iter(dialog.draft().answers))
    press(dialog, Qt.Key.Key_Escape)
    (kept,) = drafts.mine(desk)
    assert json.loads(kept.payload)["answers"] == {code: "observed"}
    page.acts.go_on(load(1, desk), kept)
    qtbot.waitUntil(lambda: isinstance(page.acts.dialog(), IndicatorsDialog))
    again = page.acts.dialog()
    assert isinstance(again, IndicatorsDialog)
    assert again.draft().answers == {code: "observed"}


def choose(dialog: IndicatorsDialog, form: str) -> None:
    editor = dialog.part.fields["form"].editor
    assert isinstance(editor, Choice)
    editor.set_code(form)
    editor.activated.emit(editor.currentIndex())


def test_another_form_asks_its_own_signs_and_choosing_back_loses_nothing(
    page: SignalPage, qtbot: QtBot
) -> None:
    dialog = opened(page, qtbot)
    press(here(), Qt.Key.Key_Down)
    assert name_of(here()).startswith("Loon, werk of slaapplek")
    press(here(), Qt.Key.Key_G)
    choose(dialog, "sexual_exploitation")
    assert dialog.draft().answers == {}
    choose(dialog, "labour_exploitation")
    assert dialog.draft().answers == {"la_other_terms": "observed"}


def test_words_find_a_sign_from_the_keyboard(page: SignalPage, qtbot: QtBot) -> None:
    dialog = opened(page, qtbot)
    press(here(), Qt.Key.Key_F, CONTROL)
    find = QApplication.focusWidget()
    assert isinstance(find, TextEditor)
    type_in(find, "pincode")
    press(find, Qt.Key.Key_Down)
    press(here(), Qt.Key.Key_G)
    assert dialog.draft().answers == {"la_bank_card": "observed"}


def test_advice_asks_signs_but_no_comment(
    screen: Screen, context: PageContext, register: Register, qtbot: QtBot
) -> None:
    page = shown(screen, context, register(kind=Kind.ADVICE, persons=[]))
    dialog = opened(page, qtbot)
    assert not dialog.part.fields["note"].isVisible()


def test_triage_shows_what_was_seen_and_fills_in_nothing(
    screen: Screen, context: PageContext, register: Register, desk: Desk, qtbot: QtBot
) -> None:
    register()
    indicators.assess(desk, FIRST)
    page = shown(screen, context, 1)
    press(page, Qt.Key.Key_T)
    qtbot.waitUntil(lambda: isinstance(page.acts.dialog(), TriageDialog))
    dialog = page.acts.dialog()
    assert isinstance(dialog, TriageDialog)
    words = {one.plain() for one in dialog.findChildren(Paragraph)}
    assert any(line.startswith("1 sterk gezien, 1 niet gezien") for line in words)
    assert dialog.draft().severity == "unknown"


def test_every_control_has_a_name(page: SignalPage, qtbot: QtBot) -> None:
    assert nameless(page) == []
    assert nameless(opened(page, qtbot)) == []


@pytest.mark.usefixtures("dutch")
def test_a_dimension_in_words_adds_no_strengths_together() -> None:
    told = Dimension("control", Counts(2, 1, 0), Counts(0, 0, 1), Counts(0, 3, 1))
    assert dimension_words(told) == "2 sterke en 1 middelmatig gezien, 1 niet gezien, 4 niet beoordeeld"
    assert dimension_words(Dimension("control", Counts(), Counts(), Counts(4))) == "niets beoordeeld"
    every = Dimension("control", Counts(1, 2, 3), Counts(), Counts())
    assert dimension_words(every) == "1 sterk, 2 middelmatige en 3 zwakke gezien"
