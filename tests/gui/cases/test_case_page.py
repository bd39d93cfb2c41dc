"""The case on the page of its person: opened, followed and closed with real dialogs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt

from mhdesk.desk import agreements, cases, drafts, today, trajectories
from mhdesk.domain.agreements import AgreementDraft
from mhdesk.domain.cases import CaseDraft, CloseDraft, GoalDraft
from mhdesk.domain.trajectories import TrajectoryDraft
from mhdesk.domain.views import TodayKind
from mhdesk.gui.cases.draft_dialog import DraftDialog
from mhdesk.gui.persons.person_page import PersonPage
from mhdesk.gui.persons.person_parts import Tab
from mhdesk.gui.widgets.buttons import QuietButton
from mhdesk.gui.widgets.editors import DateEditor, LongTextEditor, TextEditor
from mhdesk.gui.widgets.fields import CheckGroup, Choice
from mhdesk.gui.widgets.messages import Kind as Message
from mhdesk.gui.widgets.messages import MessageBar
from tests.gui.persons.test_person_page import button, lina, record, settle, shown_on, texts
from tests.gui.reach import nameless
from tests.gui.widgets.screen import press

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from mhdesk.desk.desk import Desk
    from mhdesk.gui.shell.context import PageContext
    from tests.gui.widgets.screen import Screen

TODAY = "23-11-2026"


def on_case_tab(page: PersonPage, qtbot: QtBot) -> PersonPage:
    page.show_tab(Tab.CASE)
    page.window().activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    settle()
    return page


@pytest.fixture
def page(screen: Screen, context: PageContext, desk: Desk, qtbot: QtBot) -> PersonPage:
    """Return the case tab of somebody without a case."""
    record(desk, lina())
    return on_case_tab(shown_on(screen, context, 1), qtbot)


@pytest.fixture
def followed(screen: Screen, context: PageContext, desk: Desk, qtbot: QtBot) -> PersonPage:
    """Return the case tab of somebody with a case in which everything happened once."""
    record(desk, lina())
    cases.open_for(desk, CaseDraft(1, opened_on=TODAY, risk="high", reasoning="Hij zoekt haar."))
    cases.add_goal(desk, GoalDraft(1, "Een eigen woning."))
    trajectories.add(desk, TrajectoryDraft(1, "shelter", organisation_name="De Luwte", started_on=TODAY))
    agreements.add(desk, AgreementDraft(1, "Intake plannen.", "De Luwte", due_on="30-11-2026"))
    return on_case_tab(shown_on(screen, context, 1), qtbot)


def fill(dialog: DraftDialog[Any], **values: object) -> None:
    """Fill fields as somebody does who types and chooses."""
    for name, value in values.items():
        editor = dialog.part.fields[name].editor
        if isinstance(editor, Choice):
            editor.setCurrentIndex(editor.findData(value))
            editor.activated.emit(editor.currentIndex())
        elif isinstance(editor, CheckGroup) and isinstance(value, list):
            editor.set_codes(value)
        elif isinstance(editor, TextEditor | LongTextEditor | DateEditor):
            editor.setText(str(value))
        dialog.part.edited.emit(dialog.part.fields[name])


def dialog_of(page: PersonPage, qtbot: QtBot) -> DraftDialog[Any]:
    qtbot.waitUntil(lambda: page.acts.dialog() is not None)
    dialog = page.acts.dialog()
    assert isinstance(dialog, DraftDialog)
    return dialog


def test_a_case_is_opened_from_the_keyboard(page: PersonPage, desk: Desk, qtbot: QtBot) -> None:
    assert "Er is geen casus." in " ".join(texts(page))
    press(page, Qt.Key.Key_K)
    dialog = dialog_of(page, qtbot)
    assert not dialog.part.fields["reasoning"].isVisible()
    fill(dialog, risk="high")
    assert dialog.part.fields["reasoning"].isVisible()
    dialog.decide()
    assert dialog.part.fields["reasoning"].error()
    fill(dialog, reasoning="Hij weet waar zij woont.")
    dialog.decide()
    settle()
    told = texts(page)
    assert "Casus C-2026-0001" in told
    assert "Risico: hoog" in told
    assert not nameless(page)
    assert cases.of_person(desk, 1)[0].head.coordinator == "Noor Denkbeeld"


def test_before_a_contact_stands_how_she_is_called_safely(followed: PersonPage, qtbot: QtBot) -> None:
    press(followed, Qt.Key.Key_C)
    dialog = dialog_of(followed, qtbot)
    bars = [bar for bar in dialog.findChildren(MessageBar) if bar.isVisible()]
    assert [bar.kind for bar in bars] == [Message.SAFETY]
    assert "Bel alleen tussen 10 en 12 uur." in bars[0].sentence()
    fill(dialog, codes="phone", text="Zij nam op.")
    dialog.decide()
    settle()
    assert {"Contact: telefoon", "Zij nam op."} <= set(texts(followed))


def test_what_the_client_was_told_has_a_block_of_its_own(followed: PersonPage, qtbot: QtBot) -> None:
    press(followed, Qt.Key.Key_I)
    dialog = dialog_of(followed, qtbot)
    fill(dialog, codes=["rights", "lawyer"], text="Folder in het Spaans meegegeven.")
    dialog.decide()
    settle()
    told = texts(followed)
    place = told.index("Wat de cliënt hoorde en kreeg")
    assert "Folder in het Spaans meegegeven." in told[place:]


def test_what_is_typed_is_kept_when_a_dialog_is_left(followed: PersonPage, desk: Desk, qtbot: QtBot) -> None:
    press(followed, Qt.Key.Key_V)
    dialog = dialog_of(followed, qtbot)
    fill(dialog, text="Zij slaapt weer.")
    dialog.reject()
    settle()
    (kept,) = drafts.mine(desk)
    assert kept.form == "person.case.entry"
    assert "Begonnen en nog niet vastgelegd: Hoe gaat het?" in " ".join(
        bar.sentence() for bar in followed.findChildren(MessageBar)
    )
    followed.resume(kept.id)
    again = dialog_of(followed, qtbot)
    editor = again.part.fields["text"].editor
    assert isinstance(editor, LongTextEditor)
    assert editor.text() == "Zij slaapt weer."
    again.decide()
    assert drafts.mine(desk) == []


def test_an_agreement_on_today_opens_its_form_and_can_be_taken_back(
    followed: PersonPage, desk: Desk, qtbot: QtBot
) -> None:
    (item,) = (one for one in today.items(desk) if one.kind is TodayKind.AGREEMENT)
    followed.show_tab(Tab.COURSE)
    followed.act_on(item)
    dialog = dialog_of(followed, qtbot)
    fill(dialog, how="Gepland op 2 december.")
    dialog.decide()
    settle()
    assert cases.of_person(desk, 1)[0].agreements[0].done_how == "Gepland op 2 december."
    followed.messages.action_chosen.emit()
    assert cases.of_person(desk, 1)[0].agreements[0].done_on is None


def test_a_reflection_period_proposes_its_last_day_with_its_source(
    followed: PersonPage, desk: Desk, qtbot: QtBot
) -> None:
    press(followed, Qt.Key.Key_T)
    dialog = dialog_of(followed, qtbot)
    fill(dialog, kind="reflection_period", started_on=TODAY)
    until = dialog.part.fields["until_on"].editor
    assert isinstance(until, DateEditor)
    assert until.typed() == "23-02-2027"
    dialog.decide()
    settle()
    assert cases.of_person(desk, 1)[0].trajectories[1].kind == "reflection_period"


def test_closing_says_first_what_stands_open_and_then_shows_why(
    followed: PersonPage, desk: Desk, qtbot: QtBot
) -> None:
    button(followed, "Deze casus sluiten").click()
    dialog = dialog_of(followed, qtbot)
    assert "Afspraken: 1. Trajecten: 1." in " ".join(
        bar.sentence() for bar in dialog.findChildren(MessageBar) if bar.isVisible()
    )
    fill(dialog, reason="goals_reached", outcome="improved", text="Zij woont veilig.")
    dialog.decide()
    assert dialog.messages.isVisible()
    dialog.reject()
    settle()
    assert cases.of_person(desk, 1)[0].head.is_open()


def test_a_closed_case_stays_readable_with_its_reason(
    screen: Screen, context: PageContext, desk: Desk
) -> None:
    record(desk, lina())
    cases.open_for(desk, CaseDraft(1, opened_on=TODAY))
    cases.close(desk, CloseDraft(1, TODAY, "goals_reached", "improved", "Zij woont veilig."))
    page = shown_on(screen, context, 1)
    page.show_tab(Tab.CASE)
    told = texts(page)
    assert {"Doelen bereikt", "Situatie verbeterd", "Zij woont veilig."} <= set(told)
    assert button(page, "Opnieuw openen").isVisible()


def test_a_typing_error_is_mended_and_what_stood_there_stays(
    followed: PersonPage, desk: Desk, qtbot: QtBot
) -> None:
    for one, said in (
        ("Een eigen woning.", {"text": "Een kamer."}),
        ("Intake plannen.", {"what": "Bellen."}),
    ):
        amends = [found for found in followed.findChildren(QuietButton) if found.isVisible()]
        next(found for found in amends if found.accessibleName() == f"{one}: Verbeteren").click()
        dialog = dialog_of(followed, qtbot)
        fill(dialog, **said)
        dialog.decide()
        settle()
        qtbot.waitUntil(lambda: followed.acts.dialog() is None)
        settle()
    told = " ".join(texts(followed))
    assert "Eerder stond er: doel: Een eigen woning." in told
    assert "Eerder stond er: Intake plannen." in told
    assert cases.of_person(desk, 1)[0].goals[0].text == "Een kamer."
