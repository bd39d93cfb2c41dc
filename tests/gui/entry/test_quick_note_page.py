"""Snel noteren: nobody on night duty is turned away, nothing is on disk in clear, and nothing stays on the screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mhdesk import files, vault
from mhdesk.desk import opening, people, quick_notes
from mhdesk.desk.desk import Desk
from mhdesk.domain.colleagues import ColleagueDraft
from mhdesk.gui.app import AppWindow
from mhdesk.gui.entry.entry import Entry
from mhdesk.gui.entry.locked import Locked
from mhdesk.gui.entry.opening import Opened
from mhdesk.gui.entry.quick_note_page import DiscardNoteDialog, QuickNotePage
from mhdesk.gui.look.theme import Scheme, Theme
from mhdesk.gui.preferences import Preferences
from mhdesk.gui.runner import InlineRunner
from mhdesk.gui.shell.main_window import MainWindow
from mhdesk.gui.signals.form_page import SignalFormPage
from mhdesk.gui.today.page import TodayPage
from mhdesk.gui.widgets.editors import LongTextEditor, PassphraseEditor, TextEditor
from mhdesk.gui.widgets.messages import Kind
from mhdesk.gui.widgets.rows import LINE, Line
from mhdesk.vault import layout
from tests.gui.reach import nameless, reachable
from tests.gui.widgets.screen import CONTROL, Screen, click, press, type_in
from tests.quick_keys import quicken
from tests.registry_fixtures import PASSPHRASE, USER, ReadyRegistry, StoppedClock

COLLEAGUE = "Bram Verzonnen"
WORDS = "wimpel granaat zwaluw kompas"
STORY = "Gezien bij het vakantiepark."

pytestmark = [
    pytest.mark.usefixtures("cheap_keys"),
    pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing the keyboard)", extend=True),
]


@pytest.fixture
def team(registry: ReadyRegistry, clock: StoppedClock) -> ReadyRegistry:
    """Return a closed registry with a colleague; passphrases cost no work."""
    quicken(registry.unlocked)
    desk = registry.open(clock)
    people.add(desk, ColleagueDraft(COLLEAGUE), WORDS)
    desk.close()
    return registry


@pytest.fixture
def in_use(team: ReadyRegistry, clock: StoppedClock) -> Iterator[Desk]:
    """Let the coordinator have the registry open."""
    desk = team.open(clock)
    yield desk
    desk.close()


@pytest.fixture
def window(team: ReadyRegistry, preferences: Preferences, dutch: QApplication, screen: Screen) -> AppWindow:
    """Return the window of the colleague on night duty, on the same registry."""
    made = AppWindow(InlineRunner(), preferences, Theme(dutch, Scheme.LIGHT))
    made.resize(1366, 768)
    screen.open(made)
    made.begin(team.folder)
    return made


def fill_in(entry: Entry, words: str = WORDS) -> PassphraseEditor:
    name, passphrase = entry.unlock.name.editor, entry.unlock.passphrase.editor
    assert isinstance(name, TextEditor)
    assert isinstance(passphrase, PassphraseEditor)
    name.setText(COLLEAGUE)
    passphrase.setText(words)
    return passphrase


def noting(window: AppWindow) -> QuickNotePage:
    """Lead the colleague to the page for notes, without waiting."""
    fill_in(window.entry)
    click(window.entry.unlock.note)
    page = window.entry.currentWidget()
    assert isinstance(page, QuickNotePage)
    return page


def story_of(page: QuickNotePage) -> LongTextEditor:
    (found,) = page.findChildren(LongTextEditor)
    return found


def waiting(team: ReadyRegistry) -> list[Path]:
    return layout.notes(team.folder)


def told(team: ReadyRegistry) -> str:
    """Return what the one note that waits says."""
    (path,) = waiting(team)
    return str(vault.open_note(team.unlocked, path).note.payload["narrative"])


@pytest.mark.usefixtures("in_use")
def test_a_registry_in_use_offers_to_note_the_call(window: AppWindow, team: ReadyRegistry) -> None:
    press(fill_in(window.entry), Qt.Key.Key_Return)
    unlock = window.entry.unlock
    assert "in gebruik" in unlock.messages.sentence()
    assert unlock.note.hasFocus()
    press(unlock.note, Qt.Key.Key_Space)
    page = window.entry.currentWidget()
    assert isinstance(page, QuickNotePage)
    assert isinstance(page.part.fields["caller"].editor, TextEditor)
    assert page.part.fields["caller"].editor.hasFocus()
    assert nameless(page) == []
    assert waiting(team) == []


def test_a_registry_that_is_damaged_offers_it_too(window: AppWindow, team: ReadyRegistry) -> None:
    layout.database(team.folder).unlink()
    press(fill_in(window.entry), Qt.Key.Key_Return)
    unlock = window.entry.unlock
    assert unlock.messages.kind is Kind.ERROR
    assert unlock.note.hasFocus()
    click(unlock.note)
    assert isinstance(window.entry.currentWidget(), QuickNotePage)


def test_noting_takes_the_passphrase_too(window: AppWindow) -> None:
    fill_in(window.entry, "een heel andere wachtzin")
    click(window.entry.unlock.note)
    assert window.entry.currentWidget() is window.entry.unlock
    assert window.entry.unlock.passphrase.error()


@pytest.mark.usefixtures("in_use")
def test_the_whole_night(
    window: AppWindow,
    team: ReadyRegistry,
    in_use: Desk,
    clock: StoppedClock,
    preferences: Preferences,
    dutch: QApplication,
    screen: Screen,
    qtbot: QtBot,
) -> None:
    page = noting(window)
    for name, typed in (("caller", "wijkagent"), ("number", "06 00 00 00 12")):
        type_in(page.part.fields[name].editor, typed)
    type_in(story_of(page), STORY)
    with qtbot.waitSignal(window.lock_wanted) as left:
        press(story_of(page), Qt.Key.Key_Return, CONTROL)
    assert left.args is not None
    folder, locked = left.args
    assert folder == team.folder
    assert isinstance(locked, Locked)
    assert locked.note_kept
    assert story_of(page).text() == ""
    assert told(team) == f"Gebeld door wijkagent, nummer 06 00 00 00 12.\n\n{STORY}"
    in_use.close()
    desk = opening.by_passphrase(team.folder, USER, PASSPHRASE, clock=clock)
    assert waiting(team) == []
    opened = Opened(desk.folder, desk.info(), desk.user, recovery_proven=True)
    runner = InlineRunner(desk)
    morning = AppWindow(runner, preferences, Theme(dutch, Scheme.LIGHT))
    screen.open(morning)
    morning.entry.opened.emit(opened)
    assert isinstance(morning.main, MainWindow)
    today = morning.main.pages.page
    assert isinstance(today, TodayPage)
    shown = [today.model.index(row).data(LINE) for row in range(today.model.rowCount())]
    first = next(one for one in shown if isinstance(one, Line))
    assert first.title.startswith(f"Snel genoteerd door {COLLEAGUE}, ")
    assert not today.messages.isVisible()
    today.list.setFocus()
    press(today.list, Qt.Key.Key_Return)
    form = morning.main.pages.page
    assert isinstance(form, SignalFormPage)
    assert STORY in form.draft().narrative
    runner.close()


@pytest.mark.usefixtures("in_use")
def test_what_is_typed_is_sealed_in_every_pause(window: AppWindow, team: ReadyRegistry, qtbot: QtBot) -> None:
    page = noting(window)
    type_in(story_of(page), STORY)
    assert page.status.text() == "Nog niet bewaard"
    qtbot.waitUntil(lambda: bool(waiting(team)), timeout=10_000)
    assert told(team) == STORY
    assert page.status.text().startswith("Verzegeld bewaard om ")
    type_in(story_of(page), " En nog een huisje.")
    qtbot.waitUntil(lambda: told(team).endswith("huisje."), timeout=10_000)
    for path in team.folder.rglob("*"):
        if path.is_file() and path.name != layout.DATABASE:
            assert b"vakantiepark" not in path.read_bytes()


@pytest.mark.usefixtures("in_use")
def test_a_screen_that_is_left_shows_nothing_and_keeps_the_note(
    window: AppWindow, team: ReadyRegistry, qtbot: QtBot
) -> None:
    page = noting(window)
    type_in(story_of(page), STORY)
    with qtbot.waitSignal(window.lock_wanted):
        page.leave_unattended()
    assert told(team) == STORY
    assert not story_of(page).isVisible()
    assert story_of(page).text() == ""


@pytest.fixture
def full(team: ReadyRegistry) -> None:
    """Let nothing be written: a file stands where the folder for notes should be."""
    files.write_bytes(team.folder / layout.NOTES, b"")


@pytest.mark.usefixtures("in_use", "full")
def test_what_cannot_be_kept_stays_on_the_screen_with_the_reason(window: AppWindow, qtbot: QtBot) -> None:
    page = noting(window)
    type_in(story_of(page), STORY)
    with qtbot.assertNotEmitted(page.left):
        click(page.done)
    assert page.messages.kind is Kind.ERROR
    assert story_of(page).text() == STORY
    with qtbot.waitSignal(page.left) as left:
        page.leave_unattended()
    assert left.args == [False]
    assert story_of(page).text() == ""


@pytest.mark.usefixtures("in_use")
def test_a_note_in_which_nothing_stands_leads_back(
    window: AppWindow, team: ReadyRegistry, qtbot: QtBot
) -> None:
    page = noting(window)
    with qtbot.assertNotEmitted(window.lock_wanted):
        click(page.done)
    assert window.entry.currentWidget() is window.entry.unlock
    assert waiting(team) == []


@pytest.mark.usefixtures("in_use")
def test_a_note_can_be_thrown_away(window: AppWindow, team: ReadyRegistry, qtbot: QtBot) -> None:
    page = noting(window)
    type_in(story_of(page), STORY)
    page.keeper.keep()
    assert len(waiting(team)) == 1
    click(page.discard)
    (dialog,) = page.findChildren(DiscardNoteDialog)
    qtbot.waitUntil(dialog.isVisible)
    qtbot.waitUntil(dialog.cancel.hasFocus)
    click(dialog.primary)
    qtbot.waitUntil(lambda: waiting(team) == [])
    assert window.entry.currentWidget() is window.entry.unlock


@pytest.mark.usefixtures("in_use")
def test_closing_the_window_keeps_the_note(window: AppWindow, team: ReadyRegistry, qtbot: QtBot) -> None:
    type_in(story_of(noting(window)), STORY)
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert told(team) == STORY


@pytest.mark.usefixtures("in_use")
def test_two_notes_of_one_night_stand_beside_each_other(window: AppWindow, team: ReadyRegistry) -> None:
    for number in range(2):
        page = noting(window)
        type_in(story_of(page), f"Telefoontje {number}")
        page.keeper.keep()
        window.entry.begin(team.folder)
    assert len(waiting(team)) == 2


@pytest.mark.usefixtures("in_use")
def test_every_field_is_reached_by_tab_in_the_order_of_a_call(window: AppWindow) -> None:
    page = noting(window)
    names = [field.editor for field in page.part.fields.values()]
    assert set(names) <= set(reachable(page))
    for wanted in names[1:]:
        press(page.focusWidget(), Qt.Key.Key_Tab)
        assert page.focusWidget() is wanted


def test_a_note_nobody_can_read_is_named_on_today(
    team: ReadyRegistry, clock: StoppedClock, preferences: Preferences, dutch: QApplication, screen: Screen
) -> None:
    path = layout.note(team.folder, "ef" * 16)
    files.make_folder(path.parent)
    files.write_bytes(path, b"geen notitie")
    desk = opening.by_passphrase(team.folder, USER, PASSPHRASE, clock=clock)
    assert quick_notes.open_notes(desk) == []
    runner = InlineRunner(desk)
    window = AppWindow(runner, preferences, Theme(dutch, Scheme.LIGHT))
    screen.open(window)
    window.entry.opened.emit(Opened(desk.folder, desk.info(), desk.user, recovery_proven=True))
    assert isinstance(window.main, MainWindow)
    today = window.main.pages.page
    assert isinstance(today, TodayPage)
    assert today.unread.isVisible()
    assert path.name in today.unread.sentence()
    runner.close()
