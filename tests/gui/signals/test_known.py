"""Who may be meant while a person is typed: proposed quietly, linked by one key, told apart, and taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from mhdesk.desk import destroying, drafts, matching, signals
from mhdesk.desk.desk import Desk
from mhdesk.domain.change import Change
from mhdesk.domain.destroying import DestroyDraft
from mhdesk.domain.people import Role as UserRole
from mhdesk.domain.people import User
from mhdesk.domain.signals import Kind, PersonDraft
from mhdesk.gui.entry.opening import Opened
from mhdesk.gui.look.theme import Scheme, Theme
from mhdesk.gui.preferences import Preferences
from mhdesk.gui.runner import InlineRunner
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.shell.main_window import MainWindow
from mhdesk.gui.shell.view_menu import ViewMenu
from mhdesk.gui.signals import payloads
from mhdesk.gui.signals.form_page import SignalFormPage
from mhdesk.gui.signals.known_part import KnownLine, KnownPart
from mhdesk.gui.signals.matching import PAUSE_MS
from mhdesk.gui.signals.people_view import PeopleView
from mhdesk.gui.signals.person_dialog import PersonDialog
from mhdesk.gui.signals.person_part import PersonPart
from mhdesk.gui.signals.signal_page import SignalPage
from mhdesk.gui.widgets.buttons import QuietButton
from mhdesk.gui.widgets.fields import TextEditor
from mhdesk.store import apart
from tests.gui.conftest import Trail
from tests.gui.reach import nameless
from tests.gui.signals.conftest import Register
from tests.gui.widgets.screen import ALT, Screen, click, press, type_in

LINA = "Waarschijnlijk bekend: Lina Voorbeeld"
PATIENCE_MS = 5_000


@pytest.fixture
def page(screen: Screen, context: PageContext, register: Register) -> SignalFormPage:
    """Return an empty form in a registry that knows Lina Voorbeeld."""
    register()
    made = SignalFormPage(context)
    screen.show(made, width=1158, height=668)
    made.entered()
    return made


def block(page: SignalFormPage, number: int = 0) -> PersonPart:
    return page.persons.blocks[number]


def line(part: PersonPart, name: str) -> TextEditor:
    editor = part.fields[name].editor
    assert isinstance(editor, TextEditor)
    return editor


def type_lina(page: SignalFormPage, number: int = 0) -> None:
    """Type the name as somebody else spells it, the phone number in another notation."""
    for name, words in (("first_names", "Lyna"), ("last_name", "Voorbeeld"), ("phone", "0031 6 1234 5678")):
        line(block(page, number), name).setFocus()
        type_in(line(block(page, number), name), words)


def sentences(known: KnownPart) -> list[str]:
    """Return what is said beside the form, as far as it is shown."""
    return [
        label.accessibleName() or label.text()
        for label in known.findChildren(QLabel)
        if label.isVisible() and label.text()
    ]


def hinted(page: SignalFormPage, qtbot: QtBot, number: int = 0) -> KnownPart:
    """Return the part beside a block once it proposes somebody."""
    known = block(page, number).known
    qtbot.waitUntil(lambda: bool(known.hints), timeout=PATIENCE_MS)
    return known


def record(page: SignalFormPage, trail: Trail, qtbot: QtBot) -> int:
    """Record what is typed and return the signal."""
    told = page.content.fields["narrative"].editor
    type_in(told, "Weer gezien.")
    page.submit.click()
    qtbot.waitUntil(lambda: bool(trail.steps), timeout=PATIENCE_MS)
    made = trail.steps[-1][1]
    assert isinstance(made, int)
    return made


def test_who_may_be_meant_appears_with_the_reasons_in_a_pause(page: SignalFormPage, qtbot: QtBot) -> None:
    type_lina(page)
    known = hinted(page, qtbot)
    said = sentences(known)
    assert said[-2].endswith("bekend: Lina Voorbeeld")
    assert said[-1].startswith("GV-2026-0001 · ")
    assert "zelfde achternaam" in said[-1]
    assert "zelfde telefoonnummer" in said[-1]
    assert nameless(page) == []
    assert "Alt+K" in [hint.keys for hint in page.keyhints()]


def test_the_desk_is_asked_once_a_pause_and_nothing_moves_in_the_form(
    page: SignalFormPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[PersonDraft] = []
    ask = matching.possibly_same

    def noting(desk: Desk, draft: PersonDraft) -> matching.Hints:
        asked.append(draft)
        return ask(desk, draft)

    monkeypatch.setattr(matching, "possibly_same", noting)
    places = {name: field.mapTo(page, field.rect().topLeft()) for name, field in block(page).fields.items()}
    type_lina(page)
    assert asked == []
    hinted(page, qtbot)
    qtbot.wait(2 * PAUSE_MS)
    assert [draft.phone for draft in asked] == ["0031 6 1234 5678"]
    assert places == {
        name: field.mapTo(page, field.rect().topLeft()) for name, field in block(page).fields.items()
    }


def test_one_key_links_and_both_signals_show_one_person(
    page: SignalFormPage, desk: Desk, trail: Trail, qtbot: QtBot
) -> None:
    type_lina(page)
    known = hinted(page, qtbot)
    here = QApplication.focusWidget()
    press(here, Qt.Key.Key_K, ALT)
    assert QApplication.focusWidget() is here
    assert sentences(known)[1] == "Dezelfde persoon als Lina Voorbeeld in GV-2026-0001."
    assert line(block(page), "first_names").text() == "Lyna"
    assert "Alt+K" not in [hint.keys for hint in page.keyhints()]
    made = record(page, trail, qtbot)
    one, before = signals.details(desk, made).involvements[0], signals.details(desk, 1).involvements[0]
    assert one.person_id == before.person_id
    assert one.name == "Lina Voorbeeld"
    assert one.other_signals == ((1, "GV-2026-0001"),)
    assert before.other_signals == ((made, signals.details(desk, made).reference),)


def test_a_link_can_be_taken_back(page: SignalFormPage, desk: Desk, trail: Trail, qtbot: QtBot) -> None:
    line(block(page), "last_name").setFocus()
    for name, words in (("first_names", "Lyna"), ("last_name", "Voorbeelt"), ("phone", "06 12345678")):
        type_in(line(block(page), name), words)
    known = hinted(page, qtbot)
    click(known.lines[0].same)
    assert QApplication.focusWidget() is known.unlink
    press(known.unlink, Qt.Key.Key_Space)
    assert QApplication.focusWidget() is line(block(page), "phone")
    assert hinted(page, qtbot) is known
    made = record(page, trail, qtbot)
    assert signals.details(desk, made).involvements[0].other_signals == ()


def test_not_the_same_is_remembered_and_can_be_taken_back(
    page: SignalFormPage, desk: Desk, trail: Trail, qtbot: QtBot
) -> None:
    for name, words in (("first_names", "Lina"), ("last_name", "Voorbeeld"), ("phone", "06 12345678")):
        type_in(line(block(page), name), words)
    known = hinted(page, qtbot)
    click(known.lines[0].other)
    assert known.hints == ()
    assert sentences(known)[1] == "Niet dezelfde persoon als Lina Voorbeeld."
    click(known.unpart)
    hinted(page, qtbot)
    click(known.lines[0].other)
    type_in(line(block(page), "first_names"), "a")
    qtbot.wait(2 * PAUSE_MS)
    assert known.hints == ()
    press(line(block(page), "first_names"), Qt.Key.Key_Backspace)
    made = record(page, trail, qtbot)  # by name and number alone they would have been one
    one, before = signals.details(desk, made).involvements[0], signals.details(desk, 1).involvements[0]
    assert one.person_id != before.person_id
    assert matching.alike(desk, [one.person_id or 0]) == {}


def test_a_proposal_goes_when_it_no_longer_fits(page: SignalFormPage, qtbot: QtBot) -> None:
    type_lina(page)
    known = hinted(page, qtbot)
    for name in ("first_names", "last_name", "phone"):
        line(block(page), name).clear()
        type_in(line(block(page), name), "Bas" if name != "phone" else "06 99999999")
    qtbot.waitUntil(lambda: not known.hints, timeout=PATIENCE_MS)
    assert not known.isVisible()


def test_the_key_belongs_to_the_person_in_whose_block_the_cursor_is(
    page: SignalFormPage, qtbot: QtBot
) -> None:
    type_lina(page)
    hinted(page, qtbot)
    page.persons.add_button.click()
    type_lina(page, 1)
    hinted(page, qtbot, 1)
    press(QApplication.focusWidget(), Qt.Key.Key_K, ALT)
    assert [person.person_id is not None for person in page.persons.persons()] == [False, True]
    assert sentences(block(page, 1).known)[0] == "Betrokkene 2"


def test_tab_reaches_every_answer(page: SignalFormPage, qtbot: QtBot) -> None:
    type_lina(page)
    known = hinted(page, qtbot)
    block(page).fields["safe_contact"].editor.setFocus()
    reached = []
    for _ in range(3):
        press(QApplication.focusWidget(), Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())
    first = known.lines[0]
    assert reached == [first.same, first.other, first.open]
    press(first.open, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is page.persons.add_button


def test_a_candidate_can_be_opened_which_the_log_says(
    page: SignalFormPage, trail: Trail, qtbot: QtBot
) -> None:
    type_lina(page)
    click(hinted(page, qtbot).lines[0].open)
    assert trail.steps == [("open_signal", 1)]


def test_out_of_sight_the_key_shows_before_it_links(
    screen: Screen, context: PageContext, register: Register, qtbot: QtBot
) -> None:
    register()
    page = SignalFormPage(context)
    screen.show(page, width=640, height=420)
    line(block(page), "first_names").setFocus()
    type_lina(page)
    known = hinted(page, qtbot)
    assert known.lines[0].same.visibleRegion().isEmpty()
    press(QApplication.focusWidget(), Qt.Key.Key_K, ALT)
    assert known.person_id is None
    assert QApplication.focusWidget() is known.lines[0].same
    press(known.lines[0].same, Qt.Key.Key_K, ALT)
    assert known.person_id is not None


def test_a_draft_keeps_what_was_said(
    screen: Screen, context: PageContext, register: Register, desk: Desk
) -> None:
    register()
    told = PersonDraft(first_names="Lina", last_name="Voorbeeld", phone="06 12345678")
    people = [replace(told, person_id=1), replace(told, apart_from=[1]), told]
    typed = replace(payloads.unpack_signal("{}"), kind=Kind.SIGNAL, persons=people)
    kept = drafts.keep(desk, payloads.FORM_SIGNAL, payloads.pack(typed), None)
    page = SignalFormPage(context, kept.created)
    screen.show(page, width=1158, height=668)
    assert [sentences(one.known)[1:2] for one in page.persons.blocks] == [
        ["Dezelfde persoon als Lina Voorbeeld in GV-2026-0001."],
        [],
        ["Vrijwel zeker bekend: Lina Voorbeeld"],
    ]
    assert page.draft().persons == people


def test_a_link_to_somebody_who_is_gone_is_dropped(
    screen: Screen, context: PageContext, register: Register, desk: Desk
) -> None:
    register()
    person = PersonDraft(first_names="Lina", last_name="Voorbeeld", person_id=1)
    typed = replace(payloads.unpack_signal("{}"), persons=[person])
    kept = drafts.keep(desk, payloads.FORM_SIGNAL, payloads.pack(typed), None)
    destroying.destroy(desk, [1], DestroyDraft("unfounded", "Samira Proef"))
    page = SignalFormPage(context, kept.created)
    screen.show(page, width=1158, height=668)
    assert page.persons.persons()[0].person_id is None
    assert not block(page).known.isVisible()


def test_a_person_taken_off_takes_the_proposals_along(page: SignalFormPage, qtbot: QtBot) -> None:
    type_lina(page)
    page.persons.add_button.click()
    type_lina(page, 1)
    hinted(page, qtbot, 1)
    block(page, 1).remove.click()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert len(page.persons.known.findChildren(KnownPart)) == 1
    page.persons.put_back()
    hinted(page, qtbot, 1)


def test_advice_proposes_nobody(page: SignalFormPage, qtbot: QtBot) -> None:
    type_lina(page)
    known = hinted(page, qtbot)
    page.kind.show_kind(Kind.ADVICE)
    page.kind.edited.emit()
    assert not known.isVisible()


class TestRecordedTwice:
    """Two signals that tell of one person, recorded without a link."""

    @pytest.fixture
    def shown(self, screen: Screen, context: PageContext, register: Register) -> SignalPage:
        """Return the page of the second signal."""
        register()
        person = PersonDraft(first_names="Lyna", last_name="Voorbeeld", phone="06 12345678")
        page = SignalPage(context, register(persons=[person]))
        screen.show(page, width=1158, height=668)
        page.entered()
        return page

    def said(self, page: SignalPage) -> list[str]:
        """Return what the page says about the same person."""
        emptied(page)
        (people,) = page.findChildren(PeopleView)
        lines = [line.told() for line in people.findChildren(KnownLine) if line.isVisible()]
        assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, KnownLine)]
        return lines

    def button(self, page: SignalPage, text: str) -> QuietButton:
        """Return a button under the person."""
        (people,) = page.findChildren(PeopleView)
        (line,) = people.findChildren(KnownLine)
        return next(one for one in line.findChildren(QuietButton) if one.text() == text)

    def test_the_page_says_so(self, shown: SignalPage, trail: Trail) -> None:
        (line,) = self.said(shown)
        assert line.startswith("Misschien dezelfde als Lina Voorbeeld · GV-2026-0001 · ")
        assert nameless(shown) == []
        click(self.button(shown, "Openen"))
        assert trail.steps == [("open_signal", 1)]

    def test_not_the_same_is_kept_and_can_be_undone(
        self, shown: SignalPage, desk: Desk, qtbot: QtBot
    ) -> None:
        press(self.button(shown, "Niet dezelfde"), Qt.Key.Key_Space)
        assert shown.messages.sentence() == "Onthouden: niet dezelfde persoon als Lina Voorbeeld."
        assert self.said(shown) == []
        assert apart.of(desk.database.connection, 1) != frozenset()
        click(next(one for one in shown.messages.findChildren(QuietButton) if one.isVisible()))
        qtbot.waitUntil(lambda: len(self.said(shown)) == 1, timeout=PATIENCE_MS)
        assert apart.of(desk.database.connection, 1) == frozenset()

    def test_whoever_may_only_read_cannot_tell_apart(
        self, screen: Screen, context: PageContext, register: Register, desk: Desk
    ) -> None:
        register()
        number = register(
            persons=[PersonDraft(first_names="Lyna", last_name="Voorbeeld", phone="06 12345678")]
        )
        desk.user = User(1, "Samira Proef", UserRole.PRIVACY_OFFICER)
        page = SignalPage(replace(context, user=desk.user), number)
        screen.show(page, width=1158, height=668)
        (people,) = page.findChildren(PeopleView)
        (line,) = people.findChildren(KnownLine)
        assert [one.text() for one in line.findChildren(QuietButton)] == ["Openen"]


def emptied(page: SignalPage) -> None:
    """Let go of what the page showed before."""
    assert page.isVisible()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def window(
    runner: InlineRunner, opened: Opened, preferences: Preferences, screen: Screen, qapp: QApplication
) -> MainWindow:
    """Return the window over a registry that knows nobody yet."""
    menu = ViewMenu(Theme(qapp, Scheme.LIGHT), preferences, opened.user.name)
    made = MainWindow(runner, opened, menu)
    menu.setParent(made, menu.windowFlags())
    screen.open(made)
    return made


def test_the_window_reads_everybody_and_follows_what_is_recorded(
    window: MainWindow, register: Register, desk: Desk, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: desk.matcher is not None and desk.matcher.ready, timeout=PATIENCE_MS)
    made = register()
    assert desk.matcher is not None
    assert not desk.matcher.ready
    window.bus.changed.emit(Change("signal.registered", signals=frozenset({made})))
    qtbot.waitUntil(lambda: desk.matcher is not None and desk.matcher.ready, timeout=PATIENCE_MS)


def test_who_is_proposed_is_covered_with_the_rest_and_gone_after_the_lock(
    window: MainWindow, register: Register, desk: Desk, qtbot: QtBot
) -> None:
    register()
    window.new_signal()
    page = window.pages.page
    assert isinstance(page, SignalFormPage)
    type_lina(page)
    line(block(page), "first_names").setFocus()
    window.departure.toggle_hidden()
    qtbot.waitUntil(window.cover.isVisible, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: bool(block(page).known.hints), timeout=PATIENCE_MS)  # asked for before
    shown = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    assert not any("Voorbeeld" in text for text in shown)
    with qtbot.waitSignal(window.locked, timeout=PATIENCE_MS):
        window.lock()
    assert desk.matcher is None


def test_somebody_added_later_is_proposed_in_the_dialog(
    screen: Screen, context: PageContext, register: Register, desk: Desk, qtbot: QtBot
) -> None:
    register()
    other = register(persons=[], narrative="Een tweede verzonnen signaal.", kind=Kind.SIGNAL)
    page = SignalPage(context, other)
    screen.show(page, width=1158, height=668)
    page.entered()
    press(page, Qt.Key.Key_P)
    qtbot.waitUntil(lambda: page.acts.dialog() is not None, timeout=PATIENCE_MS)
    dialog = page.acts.dialog()
    assert isinstance(dialog, PersonDialog)
    qtbot.waitUntil(dialog.isActiveWindow, timeout=PATIENCE_MS)
    for name, words in (("first_names", "Lyna"), ("last_name", "Voorbeeld"), ("phone", "06 12345678")):
        type_in(dialog.part.fields[name].editor, words)
    qtbot.waitUntil(lambda: bool(dialog.known.hints), timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: not dialog.known.lines[0].same.visibleRegion().isEmpty(), timeout=PATIENCE_MS)
    assert not dialog.known.lines[0].open.isVisible()
    press(QApplication.focusWidget(), Qt.Key.Key_K, ALT)
    dialog.decide()
    qtbot.waitUntil(lambda: page.acts.dialog() is None, timeout=PATIENCE_MS)
    assert signals.details(desk, other).involvements[0].other_signals == ((1, "GV-2026-0001"),)
