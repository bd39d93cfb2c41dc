"""A registry where a cloud service copies it: said and refused, and opened all the same by who has read why."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mhdesk import files
from mhdesk.gui.entry.entry import Entry
from mhdesk.gui.entry.opening import folder_problem
from mhdesk.gui.preferences import Preferences
from mhdesk.gui.runner import InlineRunner
from mhdesk.gui.widgets.editors import PassphraseEditor, TextEditor
from tests.gui.reach import nameless
from tests.gui.widgets.screen import Screen, click, press
from tests.quick_keys import quicken
from tests.registry_fixtures import PASSPHRASE, USER, ReadyRegistry

pytestmark = pytest.mark.usefixtures("dutch")


@pytest.fixture
def synced(registry: ReadyRegistry) -> ReadyRegistry:
    """Return a registry in a folder that Syncthing copies."""
    quicken(registry.unlocked)
    files.make_folder(registry.folder / ".stfolder")
    return registry


def start(registry: ReadyRegistry, preferences: Preferences, screen: Screen) -> Entry:
    entry = Entry(InlineRunner(), preferences)
    screen.open(entry)
    entry.begin(registry.folder)
    entry.load()
    return entry


def enter(entry: Entry) -> None:
    name, passphrase = entry.unlock.name.editor, entry.unlock.passphrase.editor
    assert isinstance(name, TextEditor)
    assert isinstance(passphrase, PassphraseEditor)
    name.setText(USER)
    passphrase.setText(PASSPHRASE)
    press(passphrase, Qt.Key.Key_Return)


def test_it_is_refused_with_the_reason_and_opened_by_who_wants_it_all_the_same(
    synced: ReadyRegistry, preferences: Preferences, screen: Screen, qtbot: QtBot
) -> None:
    entry = start(synced, preferences, screen)
    assert not entry.unlock.anyway.isVisible()
    with qtbot.assertNotEmitted(entry.opened):
        enter(entry)
    assert "clouddienst" in entry.unlock.messages.sentence()
    assert entry.unlock.anyway.isVisible()
    assert not entry.unlock.anyway.hasFocus()
    assert nameless(entry.unlock) == []
    with qtbot.waitSignal(entry.opened):
        click(entry.unlock.anyway)
    entry._runner.close()


def test_who_went_on_once_is_not_asked_again_on_this_computer_for_this_folder(
    synced: ReadyRegistry, preferences: Preferences, screen: Screen, qtbot: QtBot
) -> None:
    entry = start(synced, preferences, screen)
    enter(entry)
    click(entry.unlock.anyway)
    entry._runner.close()
    assert synced.folder.name not in preferences.values.accepted_folders
    other = synced.at(synced.folder.with_name("ander"))
    again = start(synced, preferences, screen)
    with qtbot.waitSignal(again.opened):
        enter(again)
    again._runner.close()
    elsewhere = start(other, preferences, screen)
    with qtbot.assertNotEmitted(elsewhere.opened):
        enter(elsewhere)


def test_none_is_made_there(synced: ReadyRegistry, dutch: QApplication) -> None:
    del dutch  # asked for the language
    assert "clouddienst" in folder_problem(synced.folder / "nieuw")
    assert folder_problem(synced.folder.with_name("nieuw")) == ""
