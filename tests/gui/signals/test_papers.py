"""What of a signal goes on paper: safe contact is said first, and files tell nobody what they are about."""

from __future__ import annotations

import stat
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from mhdesk.desk import contact, drafts, informing
from mhdesk.desk.desk import Desk
from mhdesk.domain.contact import Contact
from mhdesk.domain.informing import InformDraft
from mhdesk.domain.people import Role, User
from mhdesk.gui.shell.context import MakesCrisisCard, PageContext
from mhdesk.gui.shell.crisis_panel import CrisisPanel
from mhdesk.gui.signals.card_dialog import CrisisCardDialog
from mhdesk.gui.signals.letter_dialog import LetterDialog
from mhdesk.gui.signals.loading import Loaded
from mhdesk.gui.signals.paper_dialog import PaperDialog
from mhdesk.gui.signals.printing import PapersRow
from mhdesk.gui.signals.signal_page import SignalPage
from mhdesk.gui.signals.story_dialog import StoryDialog
from mhdesk.gui.widgets.messages import Kind, MessageBar
from tests.gui.reach import nameless
from tests.gui.signals.conftest import Register
from tests.gui.widgets.screen import Screen, click, press, type_in
from tests.reports import paper

RULE = "Bel alleen tussen 10 en 12 uur."


def decide(desk: Desk, involvement_id: int, choice: str = "inform") -> None:
    draft = InformDraft(involvement_id, choice, decided_by="Noor", decided_on="23-11-2026", contact_read=True)
    if choice != "inform":
        draft.ground, draft.legal_ground = "safety_victim", "avg_14_5_b"
        draft.reasoning, draft.review_on = "Zij loopt gevaar.", "07-12-2026"
    informing.decide(desk, draft)


@pytest.fixture
def page(screen: Screen, context: PageContext, desk: Desk, register: Register) -> SignalPage:
    """Return the page of a notification: the victim is to be informed, the aggressor not yet."""
    number = register()
    decide(desk, 1)
    decide(desk, 2, "not_yet")
    made = SignalPage(context, number)
    screen.show(made, width=1158, height=668)
    return made


def rows(page: SignalPage) -> list[PapersRow]:
    return page.findChildren(PapersRow)


def opened(page: SignalPage) -> PaperDialog:
    dialog = page.acts.dialog()
    assert isinstance(dialog, PaperDialog)
    return dialog


def loaded(page: SignalPage) -> Loaded:
    assert page._loaded is not None
    return page._loaded


def first_bar(dialog: PaperDialog) -> MessageBar:
    return dialog.findChildren(MessageBar, options=Qt.FindChildOption.FindDirectChildrenOnly)[-1]


def save(dialog: PaperDialog, out: Path) -> None:
    """Press the button and choose a place."""
    click(dialog.primary)
    assert dialog.place is not None
    dialog.place.fileSelected.emit(str(out))
    dialog.place.close()


def test_a_letter_is_offered_where_informing_was_decided_and_a_story_of_every_decision(
    page: SignalPage,
) -> None:
    assert [(row.letter.isVisible(), row.story.isVisible()) for row in rows(page)] == [
        (True, True),
        (False, True),
    ]


def test_safe_contact_stands_above_everything_in_the_letter_dialog(page: SignalPage) -> None:
    click(rows(page)[0].letter)
    dialog = opened(page)
    bar = first_bar(dialog)
    assert (bar.kind, bar.sentence()) == (Kind.SAFETY, RULE)
    assert bar.y() < dialog.question.y()
    assert "het adres, het telefoonnummer" in dialog.messages.sentence()
    assert nameless(dialog) == []


def test_without_a_rule_the_dialog_says_that_nobody_knows(page: SignalPage, desk: Desk) -> None:
    decide(desk, 2)
    page.acts.papers.letter(loaded(page), 2)
    assert first_bar(opened(page)).kind is Kind.WARNING


def test_a_letter_is_saved_in_the_language_chosen_under_a_name_that_tells_nothing(
    page: SignalPage, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    contact.change(
        desk, Contact(address="Kerkbrink 1", phone="035 000 00 01", officer="fg@voorbeeld.example")
    )
    click(rows(page)[0].letter)
    dialog = opened(page)
    assert isinstance(dialog, LetterDialog)
    assert not dialog.messages.isVisible()
    dialog.part.fields["language"].editor.set_code("en")  # type: ignore[attr-defined]  # a Choice
    click(dialog.primary)
    assert dialog.place is not None
    assert [Path(name).name for name in dialog.place.selectedFiles()] == ["brief.pdf"]
    out = tmp_path / "brief.pdf"
    dialog.place.fileSelected.emit(str(out))
    qtbot.waitUntil(lambda: page.messages.sentence().startswith("De brief is bewaard."))
    text = paper.text_of(out.read_bytes())
    assert "We hold information about you" in text
    assert "Wij hebben gegevens over u" in text
    assert stat.S_IMODE(out.stat().st_mode) == 0o600


def test_where_nothing_can_be_written_the_dialog_stays_with_what_was_typed(
    page: SignalPage, tmp_path: Path
) -> None:
    page.acts.papers.card(loaded(page))
    dialog = opened(page)
    assert isinstance(dialog, CrisisCardDialog)
    dialog.fill_in("Hij staat voor de deur.", "Thuis.")
    type_in(dialog.part.fields["call_back"].editor, ", 035 000 00 01")
    save(dialog, tmp_path / "nowhere" / "kaart.pdf")
    assert dialog.isVisible()
    assert dialog.messages.kind is Kind.ERROR
    assert dialog.draft().danger == "Hij staat voor de deur."
    save(dialog, tmp_path / "kaart.pdf")
    assert (tmp_path / "kaart.pdf").exists()
    assert page.messages.sentence().startswith("De crisiskaart is bewaard.")


def test_the_card_shows_what_it_will_say_and_asks_for_the_danger(
    page: SignalPage, desk: Desk, qtbot: QtBot
) -> None:
    contact.change(desk, Contact(phone="035 000 00 01"))
    press(page, Qt.Key.Key_C)
    qtbot.waitUntil(lambda: page.acts.dialog() is not None)
    dialog = opened(page)
    assert isinstance(dialog, CrisisCardDialog)
    assert nameless(dialog) == []
    assert dialog.draft().call_back == "Noor Denkbeeld, 035 000 00 01"
    click(dialog.primary)
    assert dialog.place is None
    assert dialog.part.fields["danger"].error()
    type_in(dialog.part.fields["danger"].editor, "Hij slaat.")
    assert "Gevaar nu: Hij slaat." in dialog.preview.plain()
    assert f"Veilig contact: {RULE}" in dialog.preview.plain()
    assert "Voorbeeld" not in dialog.preview.plain()
    dialog.part.fields["also"].editor.set_codes(())  # type: ignore[attr-defined]  # a CheckGroup
    dialog.adapt()
    assert RULE not in dialog.preview.plain()


def test_what_was_typed_for_a_card_stays_a_draft_until_the_card_is_saved(
    page: SignalPage, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    page.acts.papers.card(loaded(page))
    dialog = opened(page)
    type_in(dialog.part.fields["danger"].editor, "Hij slaat.")
    press(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.acts.dialog() is None)
    (kept,) = drafts.mine(desk)
    assert "Hij slaat." in kept.payload
    page.acts.go_on(loaded(page), kept)
    again = opened(page)
    assert isinstance(again, CrisisCardDialog)
    assert again.draft().danger == "Hij slaat."
    type_in(again.part.fields["call_back"].editor, ", 035 000 00 01")
    save(again, tmp_path / "kaart.pdf")
    qtbot.waitUntil(lambda: not drafts.mine(desk))


def test_the_story_is_read_on_the_screen_and_saved(page: SignalPage, tmp_path: Path) -> None:
    click(rows(page)[1].story)
    dialog = opened(page)
    assert isinstance(dialog, StoryDialog)
    told = {label.accessibleName() for label in dialog.findChildren(QLabel)}
    assert "Op 23-11-2026 besloot Noor om Bas Verzonnen nog niet te informeren." in told
    assert nameless(dialog) == []
    press(dialog, Qt.Key.Key_PageDown)
    save(dialog, tmp_path / "besluiten.pdf")
    assert "Zij loopt gevaar." in paper.text_of((tmp_path / "besluiten.pdf").read_bytes())


def test_the_panel_of_immediate_danger_leads_to_the_card(page: SignalPage, context: PageContext) -> None:
    assert isinstance(page, MakesCrisisCard)
    panel = CrisisPanel(context.runner, context.bus, page, page.crisis_card())
    panel.show()
    click(panel.card)
    assert isinstance(opened(page), CrisisCardDialog)


def test_who_only_reads_makes_no_letter_and_no_card(
    screen: Screen, context: PageContext, desk: Desk, register: Register
) -> None:
    number = register()
    decide(desk, 1)
    reader = replace(context, user=User(1, "Samira Proef", Role.PRIVACY_OFFICER))
    page = SignalPage(reader, number)
    screen.show(page, width=1158, height=668)
    assert [(row.letter.isVisible(), row.story.isVisible()) for row in rows(page)] == [
        (False, True),
        (False, False),
    ]
    assert page.crisis_card() is None
