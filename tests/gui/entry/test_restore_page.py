"""A registry that does not open any more: the last good backup is offered, proven, and put back."""

from __future__ import annotations

import dataclasses
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from mhdesk import vault
from mhdesk.desk import backups, opening, signals
from mhdesk.domain.views import SignalFilter
from mhdesk.gui.entry.entry import Entry
from mhdesk.gui.entry.restore_page import EntryRestorePage
from mhdesk.gui.preferences import Preferences
from mhdesk.gui.runner import InlineRunner
from mhdesk.gui.widgets.editors import PassphraseEditor, TextEditor
from mhdesk.gui.widgets.messages import Kind
from tests.desk.drafts import a_notification
from tests.gui.reach import nameless
from tests.gui.widgets.screen import Screen, click, press, type_in
from tests.quick_keys import quicken
from tests.registry_fixtures import PASSPHRASE, USER, ReadyRegistry, StoppedClock

pytestmark = pytest.mark.usefixtures("cheap_keys")


@pytest.fixture
def damaged(registry: ReadyRegistry, clock: StoppedClock) -> ReadyRegistry:
    """Return a registry with one signal and a backup of it, whose database was overwritten."""
    quicken(registry.unlocked)
    desk = registry.open(clock)
    signals.register(desk, a_notification())
    backups.make(desk)
    desk.close()
    (registry.folder / "registry.db").write_bytes(b"\0" * 8192)
    return registry


@pytest.fixture
def entry(damaged: ReadyRegistry, screen: Screen, preferences: Preferences, dutch: QApplication) -> Entry:
    """Return the way in after somebody tried to open that registry."""
    del dutch  # asked for what it does
    shown = Entry(InlineRunner(), preferences)
    shown.resize(1366, 768)
    screen.open(shown)
    shown.begin(damaged.folder)
    names, words = shown.unlock.name.editor, shown.unlock.passphrase.editor
    assert isinstance(names, TextEditor)
    assert isinstance(words, PassphraseEditor)
    type_in(names, USER)
    type_in(words, PASSPHRASE)
    press(words, Qt.Key.Key_Return)
    return shown


def offered(entry: Entry) -> EntryRestorePage:
    click(entry.unlock.restore)
    page = entry.currentWidget()
    assert isinstance(page, EntryRestorePage)
    return page


def look(page: EntryRestorePage) -> None:
    words = page.form.fields["passphrase"].editor
    assert isinstance(words, PassphraseEditor)
    type_in(words, PASSPHRASE)
    press(words, Qt.Key.Key_Return)


def test_the_damage_is_said_and_the_newest_backup_is_chosen(entry: Entry, damaged: ReadyRegistry) -> None:
    assert entry.unlock.messages.sentence()
    page = offered(entry)
    assert Path(page.form.choice.code()).parent == damaged.folder / "backups"
    assert nameless(page) == []


def test_it_is_put_back_and_opens(entry: Entry, damaged: ReadyRegistry, clock: StoppedClock) -> None:
    page = offered(entry)
    look(page)
    assert page.form.state.sentence().startswith("Deze reservekopie is heel: 1 signaal en 2 personen")
    assert "niet te zeggen" in page.form.told.plain()
    click(page.form.put_back)
    assert "teruggezet" in page.done.plain()
    assert page.form.isHidden()
    click(page.back)
    assert entry.currentWidget() is entry.unlock
    # It has another key: nobody can tell who had left.
    desk = dataclasses.replace(damaged, unlocked=vault.read_again(damaged.unlocked)).open(clock)
    assert len(signals.ids(desk, SignalFilter())) == 1
    desk.close()


def test_what_is_missing_is_told_at_its_field(entry: Entry) -> None:
    page = offered(entry)
    page.form.choice.wipe()
    click(page.form.look)
    assert page.form.fields["backup"].error()
    assert page.form.fields["passphrase"].error()


def test_a_folder_that_is_no_backup_is_refused_in_words(entry: Entry, tmp_path: Path) -> None:
    page = offered(entry)
    page.form.add(tmp_path)
    look(page)
    assert "geen reservekopie" in page.form.messages.sentence()
    assert page.form.put_back.isHidden()


def test_the_passphrase_is_gone_once_the_page_is_left(entry: Entry) -> None:
    page = offered(entry)
    words = page.form.fields["passphrase"].editor
    assert isinstance(words, PassphraseEditor)
    type_in(words, PASSPHRASE)
    page.hide()
    assert words.text() == ""


# --- a registry that is not here any more ------------------------------------------------------------------


@pytest.fixture
def stick(registry: ReadyRegistry, clock: StoppedClock, tmp_path: Path) -> Path:
    """Return a stick with a backup of a registry whose computer is gone."""
    quicken(registry.unlocked)
    desk = registry.open(clock)
    signals.register(desk, a_notification())
    place = tmp_path / "stick"
    place.mkdir()
    backups.make(desk, place)
    desk.close()
    shutil.rmtree(registry.folder)
    return place


def elsewhere(screen: Screen, preferences: Preferences) -> tuple[Entry, EntryRestorePage]:
    """Return the way in on a new computer, after somebody chose to put a backup back."""
    shown = Entry(InlineRunner(), preferences)
    shown.resize(1366, 768)
    screen.open(shown)
    shown.begin(None)
    click(shown.welcome.restore)
    page = shown.currentWidget()
    assert isinstance(page, EntryRestorePage)
    return shown, page


def test_a_lost_registry_is_put_back_from_the_welcome_and_opens(
    stick: Path, screen: Screen, preferences: Preferences, tmp_path: Path
) -> None:
    entry, page = elsewhere(screen, preferences)
    assert nameless(page) == []
    page.form.add(stick)
    assert Path(page.form.choice.code()).parent == stick
    place, names = page.form.fields["place"].editor, page.form.fields["name"].editor
    assert isinstance(place, TextEditor)
    assert isinstance(names, TextEditor)
    place.setText(str(tmp_path / "nieuw" / "register"))
    type_in(names, USER)
    look(page)
    assert "Er staat nu geen register" in page.form.told.plain()
    assert "apart gezet" not in page.form.told.plain()
    click(page.form.put_back)
    assert "teruggezet" in page.done.plain()
    click(page.back)
    assert entry.currentWidget() is entry.unlock
    assert entry.unlock.folder == tmp_path / "nieuw" / "register"
    desk = opening.by_passphrase(entry.unlock.folder, USER, PASSPHRASE)
    assert len(signals.ids(desk, SignalFilter())) == 1
    desk.close()


def test_a_folder_in_which_something_stands_is_refused_and_the_way_back_is_the_welcome(
    stick: Path, screen: Screen, preferences: Preferences, tmp_path: Path
) -> None:
    entry, page = elsewhere(screen, preferences)
    (tmp_path / "vol").mkdir()
    (tmp_path / "vol" / "brief.txt").touch()
    page.form.add(stick)
    place = page.form.fields["place"].editor
    assert isinstance(place, TextEditor)
    place.setText(str(tmp_path / "vol"))
    page.form.fill_in(USER)
    look(page)
    click(page.form.put_back)
    assert page.form.messages.kind is Kind.ERROR
    assert [path.name for path in (tmp_path / "vol").iterdir()] == ["brief.txt"]
    click(page.back)
    assert entry.currentWidget() is entry.welcome


def test_a_restore_can_be_stopped_until_the_files_change_places(entry: Entry, damaged: ReadyRegistry) -> None:
    page = offered(entry)
    before = (damaged.folder / "registry.db").read_bytes()
    look(page)
    assert page.form.bar.isHidden()
    seen: list[tuple[int, bool]] = []

    def choose_stop(done: int) -> None:
        seen.append((done, page.form.stop.isVisible()))
        if done == 2:
            click(page.form.stop)

    page.form.bar.valueChanged.connect(choose_stop)
    click(page.form.put_back)
    assert seen[:3] == [(0, True), (1, True), (2, True)]
    assert page.form.messages.sentence().startswith("Gestopt.")
    assert page.form.messages.kind is Kind.DONE
    assert page.form.stop.isHidden()
    assert (damaged.folder / "registry.db").read_bytes() == before
