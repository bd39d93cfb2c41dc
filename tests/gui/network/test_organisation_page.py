"""The page of an organisation: what belongs to it is added, amended, ended and taken back by keyboard."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mhdesk.desk import network
from mhdesk.desk.desk import Desk
from mhdesk.domain.network import ContactDraft, CovenantDraft, OrganisationDraft
from mhdesk.domain.network_views import OrganisationDetails
from mhdesk.gui.network.covenant_dialogs import CovenantDialog, ExperienceDialog
from mhdesk.gui.network.guard import ClientGuard
from mhdesk.gui.network.offer_dialogs import CapacityDialog, OfferDialog, languages_typed
from mhdesk.gui.network.organisation_dialogs import ContactDialog, OrganisationDialog
from mhdesk.gui.network.organisation_page import OrganisationPage
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals.form_dialog import FormDialog
from mhdesk.gui.widgets.fields import Choice, LongTextEditor, TextEditor
from mhdesk.gui.widgets.labels import Label, Paragraph
from tests.desk.network_calls import EXPERIENCE, OFFER, ORGANISATION
from tests.gui.reach import nameless
from tests.gui.widgets.screen import CONTROL, Screen, press, type_in

PATIENCE_MS = 5_000


@pytest.fixture
def page(screen: Screen, context: PageContext, desk: Desk) -> OrganisationPage:
    number = network.add_organisation(desk, ORGANISATION).created
    assert number is not None
    made = OrganisationPage(context, number)
    screen.show(made, width=1158, height=668)
    made.entered()
    return made


def one(page: OrganisationPage, desk: Desk) -> OrganisationDetails:
    assert page.shown is not None
    return network.organisation(desk, page.shown.one.id)


def at_the_front(page: OrganisationPage, qtbot: QtBot) -> None:
    """Let the window be the active one again, as it is once a dialog closes."""
    page.window().activateWindow()
    qtbot.waitUntil(page.window().isActiveWindow, timeout=PATIENCE_MS)


def asked(page: OrganisationPage, key: Qt.Key, kind: type[FormDialog], qtbot: QtBot) -> FormDialog:
    at_the_front(page, qtbot)
    press(page, key)
    qtbot.waitUntil(lambda: isinstance(page.acts.dialog(), kind), timeout=PATIENCE_MS)
    dialog = page.acts.dialog()
    assert dialog is not None
    qtbot.waitUntil(dialog.isActiveWindow, timeout=PATIENCE_MS)
    return dialog


def fill(dialog: FormDialog, **told: str) -> None:
    for name, text in told.items():
        editor = dialog.part.fields[name].editor
        if isinstance(editor, Choice):
            editor.set_code(text)
        elif isinstance(editor, TextEditor | LongTextEditor):
            editor.setText(text)


def record(page: OrganisationPage, dialog: FormDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(dialog.isActiveWindow, timeout=PATIENCE_MS)
    press(dialog, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: page.acts.dialog() is None, timeout=PATIENCE_MS)


def told(page: OrganisationPage) -> str:
    lines = [line.plain() for line in page.findChildren(Paragraph)]
    return " ".join([*lines, *(label.text() for label in page.findChildren(Label))])


def test_an_offer_with_half_a_place_is_added_and_heard_of(
    page: OrganisationPage, desk: Desk, qtbot: QtBot
) -> None:
    dialog = asked(page, Qt.Key.Key_W, OfferDialog, qtbot)
    assert nameless(dialog) == []
    fill(dialog, purpose="shelter", name="Noodbed", age_from="18", places="0,5", languages="Pools, Engels")
    record(page, dialog, qtbot)
    (offer,) = one(page, desk).offers
    assert (offer.places, offer.languages) == (0.5, ("pl", "en"))
    assert page.shown is not None
    page.acts.capacity(page.shown, offer.id)
    heard = page.acts.dialog()
    assert isinstance(heard, CapacityDialog)
    fill(heard, places_free="½")
    record(page, heard, qtbot)
    assert "vrij: 0,5, gehoord op ma 23-11" in told(page).lower()
    page.acts.capacity(page.shown, offer.id)
    heard = page.acts.dialog()
    assert isinstance(heard, CapacityDialog)
    fill(heard, places_free="0")
    record(page, heard, qtbot)
    page.messages.action_chosen.emit()
    assert one(page, desk).offers[0].places_free == 0.5


def test_a_contact_and_a_covenant_are_added_by_their_keys(
    page: OrganisationPage, desk: Desk, qtbot: QtBot
) -> None:
    dialog = asked(page, Qt.Key.Key_C, ContactDialog, qtbot)
    fill(dialog, name="Jip Bedacht", phone="06 00000002")
    record(page, dialog, qtbot)
    dialog = asked(page, Qt.Key.Key_V, CovenantDialog, qtbot)
    fill(dialog, kind="privacy", title="Privacyconvenant", starts_on="01-01-2026", ends_on="31-12-2026")
    record(page, dialog, qtbot)
    assert [contact.name for contact in one(page, desk).contacts] == ["Jip Bedacht"]
    assert "nog 38 dagen" in told(page)
    assert nameless(page) == []


def test_what_is_missing_is_said_at_its_field_and_nothing_is_recorded(
    page: OrganisationPage, desk: Desk, qtbot: QtBot
) -> None:
    dialog = asked(page, Qt.Key.Key_W, OfferDialog, qtbot)
    fill(dialog, age_from="30", age_to="18", languages="Klingon")
    dialog.decide()
    wrong = {name for name, field in dialog.part.fields.items() if field.error()}
    assert wrong == {"purpose", "age_to", "languages"}
    assert one(page, desk).offers == ()


def test_a_name_in_an_experience_is_asked_about_and_never_forbidden(
    page: OrganisationPage, desk: Desk, qtbot: QtBot
) -> None:
    dialog = asked(page, Qt.Key.Key_X, ExperienceDialog, qtbot)
    text = dialog.part.fields["text"].editor
    text.setFocus()
    type_in(text, "Zij heet Lina Verzonnen en kon terecht.")
    press(text, Qt.Key.Key_Tab)
    guard = dialog.findChild(ClientGuard)
    qtbot.waitUntil(guard.isVisible, timeout=PATIENCE_MS)
    assert "Lina Verzonnen" in guard.sentence()
    record(page, dialog, qtbot)
    assert len(one(page, desk).experiences) == 1


def test_an_end_is_taken_back_from_the_message(page: OrganisationPage, desk: Desk, qtbot: QtBot) -> None:
    page.end_button.click()
    dialog = page.acts.dialog()
    assert dialog is not None
    record(page, dialog, qtbot)
    assert one(page, desk).ended_on is not None
    at_the_front(page, qtbot)
    press(page, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: one(page, desk).ended_on is None, timeout=PATIENCE_MS)


def test_an_organisation_that_a_colleague_amended_is_not_written_over(
    page: OrganisationPage, desk: Desk, qtbot: QtBot
) -> None:
    dialog = asked(page, Qt.Key.Key_A, OrganisationDialog, qtbot)
    network.amend_organisation(desk, one(page, desk).id, 1, OrganisationDraft("Huis Anders", "care"))
    fill(dialog, name="Huize Vergeefs")
    dialog.decide()
    qtbot.waitUntil(lambda: bool(dialog.messages.sentence()), timeout=PATIENCE_MS)
    assert one(page, desk).name == "Huis Anders"
    dialog.reject()


def test_what_is_amended_stands_in_the_fields_as_it_was(
    page: OrganisationPage, context: PageContext, desk: Desk, qtbot: QtBot
) -> None:
    number = one(page, desk).id
    network.add_offer(desk, number, OFFER)
    covenant = CovenantDraft("cooperation", "Convenant", ["shelter"], "Naam.", "01-01-2026", "", "Map 3")
    network.add_covenant(desk, number, covenant)
    context.bus.changed.emit(network.add_experience(desk, number, EXPERIENCE))
    shown = page.shown
    assert shown is not None
    page.acts.offer(shown, shown.one.offers[0].id)
    dialog = page.acts.dialog()
    assert isinstance(dialog, OfferDialog)
    assert dialog.draft() == OFFER
    dialog.reject()
    qtbot.waitUntil(lambda: page.acts.dialog() is None, timeout=PATIENCE_MS)
    page.acts.covenant(shown, shown.one.covenants[0].id)
    again = page.acts.dialog()
    assert isinstance(again, CovenantDialog)
    assert again.draft() == covenant
    again.reject()


@pytest.mark.parametrize(
    ("typed", "codes"),
    [("", []), ("Pools", ["pl"]), ("pools; ENGELS", ["pl", "en"]), ("Klingon, nl", ["Klingon", "nl"])],
)
def test_languages_are_typed_with_commas_and_an_unknown_one_stays(typed: str, codes: list[str]) -> None:
    assert languages_typed(typed) == codes


def test_what_was_known_before_stays_to_be_read(page: OrganisationPage, desk: Desk, qtbot: QtBot) -> None:
    now = one(page, desk)
    network.amend_organisation(desk, now.id, now.version, replace(ORGANISATION, phone="020 555 0100"))
    contact = network.add_contact(
        desk, now.id, ContactDraft("Bo Bedacht", note="Alleen in de ochtend.")
    ).created
    network.amend_contact(desk, contact or 0, 1, ContactDraft("Bo Bedacht", note="Altijd."))
    page._ask()
    qtbot.waitUntil(lambda: "Alleen in de ochtend." in told(page), timeout=PATIENCE_MS)
    assert "Gewijzigd" in told(page)
    assert ORGANISATION.phone in told(page)
