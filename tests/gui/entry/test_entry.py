"""The way in as a whole: which page comes first, and what is remembered of it."""

from __future__ import annotations

from datetime import time
from pathlib import Path

import platformdirs
import pytest
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from mhdesk.gui.entry.entry import DEMO_FOLDER, Entry
from mhdesk.gui.entry.locked import Locked
from mhdesk.gui.entry.new_registry import NewRegistry
from mhdesk.gui.entry.opening import Opened
from mhdesk.gui.preferences import Preferences
from mhdesk.gui.runner import InlineRunner, ThreadRunner
from mhdesk.gui.widgets.messages import Kind
from tests.gui.reach import nameless
from tests.gui.widgets.screen import Screen, click
from tests.registry_fixtures import USER, ReadyRegistry

LONG = 60_000


@pytest.fixture
def entry(screen: Screen, preferences: Preferences) -> Entry:
    return shown(Entry(InlineRunner(), preferences), screen)


def shown(entry: Entry, screen: Screen) -> Entry:
    entry.resize(1366, 768)
    screen.open(entry)
    return entry


def button(page: QWidget, text: str) -> QPushButton:
    return next(one for one in page.findChildren(QPushButton) if one.text() == text and one.isVisible())


def test_a_computer_that_knows_no_registry_is_welcomed(entry: Entry) -> None:
    entry.begin(None)
    assert entry.currentWidget() is entry.welcome
    assert nameless(entry) == []


def test_the_registry_opened_last_is_asked_for_again(
    entry: Entry, preferences: Preferences, registry: ReadyRegistry
) -> None:
    preferences.change(registry=str(registry.folder), user_name=USER)
    entry.begin(None)
    assert entry.currentWidget() is entry.unlock
    assert entry.unlock.folder == registry.folder
    assert entry.unlock._name.text() == USER


def test_a_registry_that_is_gone_is_not_asked_for(entry: Entry, preferences: Preferences) -> None:
    preferences.change(registry="/registers/weg", user_name=USER)
    entry.begin(None)
    assert entry.currentWidget() is entry.welcome


def test_the_name_of_one_registry_is_not_shown_at_another(
    entry: Entry, preferences: Preferences, registry: ReadyRegistry
) -> None:
    preferences.change(registry="/registers/ander", user_name=USER)
    entry.begin(registry.folder, Locked(time(2, 8)))
    assert entry.unlock._name.text() == ""


def test_a_folder_that_is_no_registry_is_told_before_anybody_types(entry: Entry, tmp_path: Path) -> None:
    entry.begin(tmp_path)
    entry.load()
    assert "registry.db" in entry.unlock.messages.sentence()


def test_a_registry_is_chosen_from_a_folder(entry: Entry, registry: ReadyRegistry) -> None:
    entry.begin(None)
    click(button(entry, "Register openen"))
    (dialog,) = entry.findChildren(QFileDialog)
    dialog.selectFile(str(registry.folder))
    dialog.accept()
    assert entry.currentWidget() is entry.unlock
    assert entry.unlock.folder == registry.folder
    assert entry.unlock.messages.kind is not Kind.ERROR


def test_what_was_opened_is_remembered(
    entry: Entry, preferences: Preferences, opened: Opened, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(entry.opened):
        entry.unlock.opened.emit(opened)
    assert preferences.values.registry == str(opened.folder)
    assert preferences.values.user_name == USER


def test_a_name_that_should_not_be_shown_is_not_remembered(
    entry: Entry, preferences: Preferences, opened: Opened
) -> None:
    preferences.change(remember_user=False)
    entry.unlock.opened.emit(opened)
    assert preferences.values.user_name == ""


def test_a_new_registry_can_be_left_before_it_exists(entry: Entry) -> None:
    entry.begin(None)
    click(button(entry, "Nieuw register maken"))
    assert isinstance(entry.currentWidget(), NewRegistry)
    click(button(entry, "Annuleren"))
    assert entry.currentWidget() is entry.welcome


def test_the_made_up_registry_is_made_and_opens_with_what_is_filled_in(
    thread_runner: ThreadRunner, preferences: Preferences, screen: Screen, qtbot: QtBot
) -> None:
    entry = shown(Entry(thread_runner, preferences), screen)
    entry.begin(None)
    click(button(entry, "Rondkijken met verzonnen gegevens"))
    assert not button(entry, "Register openen").isEnabled()
    qtbot.waitUntil(entry.unlock.messages.isVisible, timeout=LONG)
    assert entry.unlock.folder == platformdirs.user_data_path("mhdesk", appauthor=False) / DEMO_FOLDER
    assert "verzonnen register" in entry.unlock.messages.sentence()
    with qtbot.waitSignal(entry.opened, timeout=LONG) as told:
        click(entry.unlock.unlock)
    assert told.args is not None
    assert told.args[0].info.signals > 0
    assert told.args[0].made_up
