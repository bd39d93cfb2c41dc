"""The form for a new signal: typed in the order of a call, checked when left, never lost."""

from __future__ import annotations

import json
import time

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QRadioButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from mhdesk.desk import drafts, signals
from mhdesk.desk.desk import Desk
from mhdesk.domain.people import Role as UserRole
from mhdesk.domain.people import User
from mhdesk.domain.signals import Kind, SignalDraft
from mhdesk.domain.views import SignalDetails
from mhdesk.gui.shell.context import KeepsDraft, PageContext, TellsStatus
from mhdesk.gui.signals.discard_dialog import DiscardDraftDialog
from mhdesk.gui.signals.form_page import SignalFormPage
from mhdesk.gui.signals.part import Part
from mhdesk.gui.widgets import messages
from mhdesk.gui.widgets.buttons import JumpButton, QuietButton
from mhdesk.gui.widgets.fields import Check, CheckGroup, Choice, Field, LongTextEditor, TextEditor
from tests.gui.conftest import Trail
from tests.gui.reach import nameless
from tests.gui.widgets.screen import ALT, CONTROL, Screen, click, press, type_in


def shown_on(screen: Screen, context: PageContext, draft_id: int | None = None) -> SignalFormPage:
    page = SignalFormPage(context, draft_id)
    screen.show(page, width=1158, height=668)
    page.entered()
    return page


def main_area(page: SignalFormPage) -> QScrollArea:
    """Return what the form scrolls in."""
    return next(area for area in page.findChildren(QScrollArea) if area.isAncestorOf(page.receipt))


def focused() -> QWidget | None:
    return QApplication.focusWidget()


def line(field: Field) -> TextEditor:
    assert isinstance(field.editor, TextEditor)
    return field.editor


def told(page: SignalFormPage) -> LongTextEditor:
    editor = page.content.fields["narrative"].editor
    assert isinstance(editor, LongTextEditor)
    return editor


def choose(field: Field | Choice, code: str) -> None:
    """Choose as a user does."""
    editor = field.editor if isinstance(field, Field) else field
    assert isinstance(editor, Choice)
    editor.setCurrentIndex(editor.findData(code))
    editor.activated.emit(editor.currentIndex())


def fill(page: SignalFormPage, part: Part, name: str, words: str) -> None:
    """Type into a field and go on to the next."""
    editor = line(part.fields[name])
    editor.setFocus()
    type_in(editor, words)
    press(editor, Qt.Key.Key_Tab)
    assert page.isVisible()


def choose_kind(page: SignalFormPage, kind: Kind) -> None:
    page.kind.show_kind(kind)
    page.kind.edited.emit()


def needed(page: SignalFormPage) -> list[str]:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return [button.text() for button in page.needed.findChildren(JumpButton)]


def recorded(desk: Desk, trail: Trail) -> SignalDetails:
    """Return the signal that the form led to."""
    step = trail.steps[-1]
    assert step[0] == "open_signal"
    assert isinstance(step[1], int)
    return signals.details(desk, step[1])


def test_a_call_can_be_recorded_by_keyboard_alone(
    screen: Screen, context: PageContext, desk: Desk, trail: Trail, qtbot: QtBot
) -> None:
    page = shown_on(screen, context)
    press(focused(), Qt.Key.Key_Right)
    assert page.kind.kind() is Kind.NOTIFICATION
    told(page).setFocus()
    type_in(told(page), "Zij wordt elke dag opgehaald.")
    press(told(page), Qt.Key.Key_Tab)
    for words in ("", "Mai", "Voorbeeld", "12-05-2004", "", "", "06 12345678", "Alleen tussen 10 en 12."):
        type_in(focused() or page, words)
        press(focused(), Qt.Key.Key_Tab)
    press(focused(), Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: bool(trail.steps))
    details = recorded(desk, trail)
    assert details.kind == Kind.NOTIFICATION
    assert details.narrative == "Zij wordt elke dag opgehaald."
    one = details.involvements[0]
    assert (one.name, one.phone, one.safe_contact) == (
        "Mai Voorbeeld",
        "+31612345678",
        "Alleen tussen 10 en 12.",
    )
    assert trail.steps[-1][2] == "Vastgelegd als GV-2026-0001. Informeren: uiterlijk wo 23-12."


def test_what_is_not_known_is_unknown_and_never_asked(
    screen: Screen, context: PageContext, desk: Desk, trail: Trail
) -> None:
    page = shown_on(screen, context)
    told(page).setFocus()
    type_in(told(page), "Een busje zonder ramen.")
    click(page.submit)
    details = recorded(desk, trail)
    assert (details.kind, details.municipality, details.form, details.discipline) == (
        Kind.SIGNAL,
        "unknown",
        "unknown",
        "unknown",
    )
    assert details.involvements == ()
    assert trail.steps[-1][2] == "Vastgelegd als GV-2026-0001."


def test_the_moment_of_the_call_is_filled_in(screen: Screen, context: PageContext) -> None:
    page = shown_on(screen, context)
    draft = page.draft()
    assert (draft.received_on, draft.received_time) == ("23-11-2026", "02:08")


def test_a_field_is_checked_when_it_is_left_and_no_other(screen: Screen, context: PageContext) -> None:
    page = shown_on(screen, context)
    block = page.persons.blocks[0]
    birth = block.fields["birth"]
    line(birth).setFocus()
    type_in(line(birth), "30-02-2004")
    assert birth.error() == ""
    press(line(birth), Qt.Key.Key_Tab)
    assert birth.error().startswith("30-02-2004 bestaat niet.")
    assert page.content.fields["narrative"].error() == ""
    assert needed(page) == ["Geboortedatum verbeteren"]


def test_a_mended_mistake_goes_away(screen: Screen, context: PageContext, qtbot: QtBot) -> None:
    page = shown_on(screen, context)
    phone = page.persons.blocks[0].fields["phone"]
    fill(page, page.persons.blocks[0], "phone", "geen idee")
    assert phone.error()
    line(phone).setFocus()
    line(phone).selectAll()
    type_in(line(phone), "06 12345678")
    qtbot.waitUntil(lambda: phone.error() == "")


def test_nothing_is_said_while_somebody_types(screen: Screen, context: PageContext, qtbot: QtBot) -> None:
    page = shown_on(screen, context)
    birth = page.persons.blocks[0].fields["birth"]
    line(birth).setFocus()
    type_in(line(birth), "12-")
    qtbot.wait(400)
    assert birth.error() == ""


def test_recording_too_early_shows_everything_and_the_summary_takes_the_focus(
    screen: Screen, context: PageContext, trail: Trail
) -> None:
    page = shown_on(screen, context)
    fill(page, page.persons.blocks[0], "phone", "geen nummer")
    line(page.receipt.fields["received_on"]).setText("")
    click(page.submit)
    assert trail.steps == []
    assert needed(page) == ["Ontvangen op", "Telefoon verbeteren"]
    assert page.receipt.fields["received_on"].error() == "Vul in op welke dag dit binnenkwam."
    assert page.needed.isAncestorOf(focused() or page)
    press(focused(), Qt.Key.Key_F8)
    assert focused() is page.receipt.fields["received_on"].editor
    press(focused(), Qt.Key.Key_F8)
    assert focused() is page.persons.blocks[0].fields["phone"].editor
    press(focused(), Qt.Key.Key_F8)
    assert focused() is page.receipt.fields["received_on"].editor


def test_a_notification_without_anybody_asks_for_somebody(
    screen: Screen, context: PageContext, trail: Trail
) -> None:
    page = shown_on(screen, context)
    choose_kind(page, Kind.NOTIFICATION)
    told(page).setFocus()
    type_in(told(page), "Iemand belde over haar zus.")
    click(page.submit)
    assert trail.steps == []
    assert page.persons.error.plain().startswith("Een melding noemt een slachtoffer of een pleger.")
    assert needed(page) == ["Een slachtoffer of een pleger"]


def test_advice_hides_persons_records_none_and_forgets_nothing(
    screen: Screen, context: PageContext, desk: Desk, trail: Trail
) -> None:
    page = shown_on(screen, context)
    fill(page, page.persons.blocks[0], "first_names", "Lina")
    choose_kind(page, Kind.ADVICE)
    assert not page.persons.isVisible()
    assert page.hidden.isVisible()
    assert page.hidden.sentence().startswith("Bij advies worden de betrokkenen niet vastgelegd.")
    choose_kind(page, Kind.SIGNAL)
    assert line(page.persons.blocks[0].fields["first_names"]).text() == "Lina"
    choose_kind(page, Kind.ADVICE)
    told(page).setFocus()
    type_in(told(page), "Hoe meld ik dit?")
    click(page.submit)
    assert recorded(desk, trail).involvements == ()


def test_another_person_comes_with_alt_b_and_the_role_is_asked_first(
    screen: Screen, context: PageContext, qtbot: QtBot
) -> None:
    page = shown_on(screen, context)
    press(focused(), Qt.Key.Key_B, ALT)
    qtbot.waitUntil(lambda: focused() is page.persons.blocks[0].role)
    assert len(page.persons.blocks) == 1
    first = page.persons.blocks[0].fields["first_names"].editor
    type_in(first, "Lina")
    press(first, Qt.Key.Key_B, ALT)
    qtbot.waitUntil(lambda: len(page.persons.blocks) == 2)
    seen = page.persons.blocks[1].role
    qtbot.waitUntil(lambda: seen.visibleRegion().boundingRect() == seen.rect())
    assert [block.heading.text() for block in page.persons.blocks] == ["Betrokkene 1", "Betrokkene 2"]
    assert focused() is seen


def test_a_person_taken_off_can_be_put_back(screen: Screen, context: PageContext) -> None:
    page = shown_on(screen, context)
    fill(page, page.persons.blocks[0], "first_names", "Lina")
    click(page.persons.add_button)
    fill(page, page.persons.blocks[1], "first_names", "Bas")
    click(page.persons.blocks[0].remove)
    assert [person.first_names for person in page.persons.persons()] == ["Bas"]
    assert page.messages.sentence() == "Betrokkene 1 is weggehaald."
    page.messages.action_chosen.emit()
    assert [person.first_names for person in page.persons.persons()] == ["Lina", "Bas"]
    assert [block.heading.text() for block in page.persons.blocks] == ["Betrokkene 1", "Betrokkene 2"]


def test_a_role_alone_is_nobody(screen: Screen, context: PageContext, desk: Desk, trail: Trail) -> None:
    page = shown_on(screen, context)
    told(page).setFocus()
    type_in(told(page), "Er is een man die haar brengt.")
    choose(page.persons.blocks[0].role, "aggressor")
    click(page.submit)
    assert recorded(desk, trail).involvements == ()


def test_mistakes_of_the_second_person_stand_at_the_second_person(
    screen: Screen, context: PageContext
) -> None:
    page = shown_on(screen, context)
    fill(page, page.persons.blocks[0], "last_name", "Voorbeeld")
    click(page.persons.add_button)
    fill(page, page.persons.blocks[1], "first_names", "Bas")
    fill(page, page.persons.blocks[1], "birth", "31-04-1990")
    assert page.persons.blocks[1].fields["birth"].error()
    assert not page.persons.blocks[0].fields["birth"].error()
    assert needed(page) == ["Geboortedatum verbeteren (betrokkene 2)"]


def test_an_age_shows_how_it_was_understood(screen: Screen, context: PageContext) -> None:
    page = shown_on(screen, context)
    fill(page, page.persons.blocks[0], "birth", "ca. 24 jr")
    described = page.persons.blocks[0].fields["birth"].editor.accessibleDescription()
    assert described.startswith("geboren ca. 2002")


def test_weesp_can_be_chosen_for_a_signal_from_before_it_left(screen: Screen, context: PageContext) -> None:
    page = shown_on(screen, context)
    place = page.content.fields["municipality"].editor
    assert isinstance(place, Choice)
    assert place.findData("GM0457") == -1
    day = line(page.receipt.fields["received_on"])
    day.setText("")
    fill(page, page.receipt, "received_on", "03-05-2019")
    assert place.findData("GM0457") >= 0


def test_typing_is_kept_after_a_pause_and_the_strip_says_when(
    screen: Screen, context: PageContext, desk: Desk, qtbot: QtBot
) -> None:
    page = shown_on(screen, context)
    assert isinstance(page, KeepsDraft)
    assert isinstance(page, TellsStatus)
    told(page).setFocus()
    type_in(told(page), "Zij sprak van een ")
    assert page.has_unkept()
    assert page.status() == "Nog niet bewaard"
    assert drafts.mine(desk) == []
    with qtbot.waitSignal(page.keeper.kept, timeout=4_000):
        pass
    assert not page.has_unkept()
    assert page.status() == "Concept bewaard om 02:08"
    assert json.loads(drafts.mine(desk)[0].payload)["narrative"] == "Zij sprak van een "


def test_opening_and_leaving_a_form_without_typing_keeps_nothing(
    screen: Screen, context: PageContext, desk: Desk
) -> None:
    page = shown_on(screen, context)
    page.keep_draft()
    assert not page.has_unkept()
    assert drafts.mine(desk) == []


def test_a_kept_form_comes_back_with_everybody_in_it(
    screen: Screen, context: PageContext, desk: Desk, trail: Trail
) -> None:
    page = shown_on(screen, context)
    choose_kind(page, Kind.NOTIFICATION)
    fill(page, page.persons.blocks[0], "first_names", "Lina")
    fill(page, page.persons.blocks[0], "birth", "30-02-2004")
    click(page.persons.add_button)
    fill(page, page.persons.blocks[1], "last_name", "Verzonnen")
    choose(page.persons.blocks[1].role, "aggressor")
    click(page.later)
    assert trail.steps == [("back",)]
    again = shown_on(screen, context, drafts.mine(desk)[0].id)
    assert again.kind.kind() is Kind.NOTIFICATION
    assert focused() is again.kind.cards.focusProxy()
    here = focused()
    assert isinstance(here, QRadioButton)
    assert here.isChecked()
    assert [one.first_names for one in again.persons.persons()] == ["Lina", ""]
    assert [one.role for one in again.persons.persons()] == ["possible_victim", "aggressor"]
    assert line(again.persons.blocks[0].fields["birth"]).text() == "30-02-2004"
    assert again.status() == "Concept bewaard om 02:08"


def test_later_versions_of_a_draft_write_over_the_first(
    screen: Screen, context: PageContext, desk: Desk
) -> None:
    page = shown_on(screen, context)
    for words in ("Een", " twee", " drie"):
        type_in(told(page), words)
        page.keep_draft()
    assert len(drafts.mine(desk)) == 1


def test_recording_removes_the_draft(screen: Screen, context: PageContext, desk: Desk, trail: Trail) -> None:
    page = shown_on(screen, context)
    type_in(told(page), "Een busje.")
    page.keep_draft()
    click(page.submit)
    assert recorded(desk, trail).narrative == "Een busje."
    assert drafts.mine(desk) == []


def test_a_draft_is_thrown_away_only_after_a_question(
    screen: Screen, context: PageContext, desk: Desk, trail: Trail
) -> None:
    page = shown_on(screen, context)
    assert not page.discard.isVisible()
    type_in(told(page), "Vergissing.")
    page.keep_draft()
    click(page.discard)
    dialog = page.findChild(DiscardDraftDialog)
    press(dialog, Qt.Key.Key_Escape)
    assert len(drafts.mine(desk)) == 1
    click(page.discard)
    again = page.findChildren(DiscardDraftDialog)[-1]
    assert again.focusWidget() is again.cancel
    press(again, Qt.Key.Key_Return)
    assert len(drafts.mine(desk)) == 1
    click(page.discard)
    click(page.findChildren(DiscardDraftDialog)[-1].primary)
    assert drafts.mine(desk) == []
    assert trail.steps == [("back",)]


def test_a_failure_says_why_and_what_was_typed_stays(
    screen: Screen, context: PageContext, desk: Desk, trail: Trail
) -> None:
    page = shown_on(screen, context)
    type_in(told(page), "Een busje.")
    desk.user = User(desk.user.id, desk.user.name, UserRole.PRIVACY_OFFICER)
    click(page.submit)
    assert page.messages.kind is messages.Kind.ERROR
    assert page.messages.sentence().startswith("Bij jouw rol hoort dit niet.")
    assert told(page).text() == "Een busje."
    assert page.has_unkept()
    assert trail.steps == []


def test_what_could_not_be_kept_stays_unkept(screen: Screen, context: PageContext, desk: Desk) -> None:
    page = shown_on(screen, context)
    type_in(told(page), "Een busje.")
    desk.user = User(desk.user.id, desk.user.name, UserRole.PRIVACY_OFFICER)
    page.keep_draft()
    assert page.has_unkept()
    assert page.messages.kind is messages.Kind.ERROR


def test_a_begun_decision_is_finished_on_the_page_of_its_signal(
    screen: Screen, context: PageContext, desk: Desk, trail: Trail, qtbot: QtBot
) -> None:
    about = signals.register(desk, SignalDraft(received_on="23-11-2026", narrative="Verzonnen.")).created
    kept = drafts.keep(desk, "inform", json.dumps({"signal_id": about}), None)
    shown_on(screen, context, kept.created)
    qtbot.waitUntil(lambda: trail.steps == [("open_signal", about)])


def test_everything_that_tab_visits_has_a_name_and_comes_in_the_order_of_the_page(
    screen: Screen, context: PageContext
) -> None:
    page = shown_on(screen, context)
    fill(page, page.persons.blocks[0], "last_name", "Voorbeeld")
    click(page.persons.add_button)
    assert nameless(page.window()) == []
    first = page.kind.cards.focusProxy()
    assert isinstance(first, QWidget)
    first.setFocus()
    area = main_area(page)
    seen: list[QWidget] = []
    while (here := focused()) is not None and here not in seen:
        seen.append(here)
        press(here, Qt.Key.Key_Tab)
    content = [widget for widget in seen if area.isAncestorOf(widget)]
    places = [widget.mapTo(page, widget.rect().topLeft()) for widget in content]
    rows = [(place.y() // 12, place.x()) for place in places]
    assert rows == sorted(rows)
    assert len(content) > 25


@pytest.mark.parametrize("height", [668, 590])
def test_the_ordinary_case_scrolls_one_screenful_at_most(
    screen: Screen, context: PageContext, height: int
) -> None:
    page = SignalFormPage(context)
    screen.open(page)
    page.resize(1158, height)
    area = main_area(page)
    QApplication.processEvents()
    bar = area.verticalScrollBar()
    limit = area.viewport().height() if height == 668 else 2 * area.viewport().height()
    assert 0 < bar.maximum() <= limit


def test_a_field_out_of_sight_is_scrolled_to(screen: Screen, context: PageContext) -> None:
    page = shown_on(screen, context)
    fill(page, page.persons.blocks[0], "phone", "niets")
    area = main_area(page)
    area.verticalScrollBar().setValue(0)
    page.bar.wrong_chosen.emit()
    assert area.verticalScrollBar().value() > 0


def test_no_typed_word_reaches_a_window_title_or_an_object_name(screen: Screen, context: PageContext) -> None:
    page = shown_on(screen, context)
    fill(page, page.persons.blocks[0], "last_name", "Merkwoord")
    click(page.persons.add_button)
    window = page.window()
    everything: list[QObject] = [window, *window.findChildren(QObject)]
    assert not [one for one in everything if "Merkwoord" in one.objectName()]
    assert "Merkwoord" not in window.windowTitle()


@pytest.mark.parametrize("height", [668, 560])
def test_the_page_follows_the_caret_through_a_long_story(
    screen: Screen, context: PageContext, qtbot: QtBot, height: int
) -> None:
    page = SignalFormPage(context)
    screen.show(page, width=1158, height=height)
    area = main_area(page)
    told(page).setFocus()
    for _ in range(16):
        type_in(told(page), "Zij wordt elke dag opgehaald.")
        press(told(page), Qt.Key.Key_Return)
        qtbot.wait(20)
        caret = told(page).cursorRect()
        seen = area.viewport().rect()
        for corner in (caret.topLeft(), caret.bottomLeft()):
            assert seen.contains(told(page).viewport().mapTo(area.viewport(), corner))
    told(page).setText("")


def test_typing_without_a_pause_is_kept_every_three_seconds(
    screen: Screen, context: PageContext, desk: Desk, qtbot: QtBot
) -> None:
    page = shown_on(screen, context)
    told(page).setFocus()
    began = time.monotonic()
    while not drafts.mine(desk) and time.monotonic() - began < 10:
        type_in(told(page), "a")
        qtbot.wait(100)
    assert time.monotonic() - began < 4
    type_in(told(page), "b")
    assert page.status() == "Nog niet bewaard"


def test_advice_asks_whether_something_names_somebody_and_a_signal_does_not(
    screen: Screen, context: PageContext
) -> None:
    page = shown_on(screen, context)
    type_in(told(page), "De leerling heet Lina")
    assert page.content.guard.isHidden()
    choose_kind(page, Kind.ADVICE)
    asked = "Is dit een naam: “Lina”? In een adviesvraag staat niemand met naam."
    assert page.content.guard.sentence() == told(page).accessibleDescription() == asked
    told(page).setText("")
    type_in(told(page), "De leerling is bang.")
    assert page.content.guard.isHidden()
    assert "naam" not in told(page).accessibleDescription()


def test_the_question_about_a_name_stands_whole_under_the_text_and_widens_nothing(
    screen: Screen, context: PageContext, qtbot: QtBot
) -> None:
    page = shown_on(screen, context)
    choose_kind(page, Kind.ADVICE)
    before = told(page).width()
    type_in(
        told(page), "Over Lina Verzonnen, geboren 12-05-2004, tel 06 12345678 of 06 87654321, en Mai en Kim."
    )
    guard = page.content.guard
    qtbot.waitUntil(lambda: guard.height() >= guard.heightForWidth(guard.width()))
    assert told(page).width() == before
    assert guard.width() <= before
    assert "“06 12345678”, “06 87654321”" in guard.sentence()


def test_advice_that_may_name_somebody_is_recorded_only_after_one_more_look(
    screen: Screen, context: PageContext, desk: Desk, trail: Trail, qtbot: QtBot
) -> None:
    page = shown_on(screen, context)
    choose_kind(page, Kind.ADVICE)
    told(page).setFocus()
    type_in(told(page), "De leerling heet Lina.")
    for _ in range(2):
        press(focused(), Qt.Key.Key_Return, CONTROL)
        qtbot.wait(150)
        assert told(page).hasFocus()
        assert told(page).textCursor().selectedText() == "Lina"
    assert not trail.steps
    press(focused(), Qt.Key.Key_Tab)
    button = focused()
    assert isinstance(button, QuietButton)
    assert button.text() == "Toch vastleggen"
    press(button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(trail.steps))
    assert recorded(desk, trail).narrative == "De leerling heet Lina."


def test_another_name_is_asked_about_again(screen: Screen, context: PageContext, trail: Trail) -> None:
    page = shown_on(screen, context)
    choose_kind(page, Kind.ADVICE)
    type_in(told(page), "De leerling heet Lina.")
    click(page.submit)
    told(page).setText("")
    type_in(told(page), "De leerling heet Kim.")
    assert not [one for one in page.content.guard.findChildren(QuietButton) if one.isVisible()]
    click(page.submit)
    assert not trail.steps


def test_the_main_form_is_not_offered_besides_itself(screen: Screen, context: PageContext) -> None:
    page = shown_on(screen, context)
    others = page.content.fields["other_forms"].editor
    assert isinstance(others, CheckGroup)
    offered = len(others.findChildren(Check))
    others.set_codes(["labour_exploitation"])
    choose(page.content.fields["form"], "labour_exploitation")
    assert sum(check.isVisibleTo(page) for check in others.findChildren(Check)) == offered - 1
    assert others.codes() == ()


def test_advice_that_may_name_somebody_is_not_called_ready(screen: Screen, context: PageContext) -> None:
    page = shown_on(screen, context)
    choose_kind(page, Kind.ADVICE)
    told(page).setFocus()
    type_in(told(page), "Mag hij zomaar weg?")
    page.check.look()
    assert page.ready.plain()
    type_in(told(page), " Bel op 06-12344202.")
    page.check.look()
    assert not page.ready.plain()
