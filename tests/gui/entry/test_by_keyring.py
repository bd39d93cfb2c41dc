"""Unlocking by the keyring of this computer: the first start after a login, and otherwise the passphrase."""

from __future__ import annotations

import json
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import keyring
import pytest
from pytestqt.qtbot import QtBot

from mhdesk.desk import opening as desks
from mhdesk.desk.desk import Desk
from mhdesk.errors import DamageError
from mhdesk.gui.entry.entry import Entry
from mhdesk.gui.entry.locked import Locked
from mhdesk.gui.entry.opening import Opened, open_desk, this_computer
from mhdesk.gui.entry.recover_page import RecoverPage
from mhdesk.gui.preferences import Preferences
from mhdesk.gui.runner import InlineRunner
from mhdesk.gui.widgets.messages import Kind
from tests.gui.widgets.screen import Screen
from tests.keyrings import SystemKeyring, named
from tests.logins import log_in
from tests.quick_keys import quicken
from tests.registry_fixtures import PASSPHRASE, USER, ReadyRegistry


class Way:
    """One computer, its logins, and what its user meets at each start of mhdesk."""

    def __init__(
        self, folder: Path, screen: Screen, preferences: Preferences, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self.folder = folder
        self._screen = screen
        self._preferences = preferences
        self._monkeypatch = monkeypatch
        self.opened: list[object] = []

    def log_in(self, session: str) -> None:
        """Log in to the computer."""
        log_in(self.folder.parent, self._monkeypatch, session)

    def start(self, locked: Locked | None = None, folder: Path | None = None) -> Entry:
        """Start mhdesk, as far as it gets without a hand."""
        self.opened.clear()
        self._runner = InlineRunner()
        entry = Entry(self._runner, self._preferences)
        self._screen.open(entry)
        entry.opened.connect(self.opened.append)
        entry.begin(folder or self.folder, locked)
        entry.load()
        return entry

    def end(self) -> None:
        """Close mhdesk."""
        self._runner.close()


@pytest.fixture
def way(
    registry: ReadyRegistry,
    desk: Desk,
    cheap_keys: None,
    system_keyring: SystemKeyring,
    screen: Screen,
    preferences: Preferences,
    monkeypatch: pytest.MonkeyPatch,
) -> Way:
    """Return a computer that remembers the registry since its first login, and is logged in to again."""
    del cheap_keys, system_keyring
    quicken(registry.unlocked)
    made = Way(registry.folder, screen, preferences, monkeypatch)
    made.log_in("first")
    desk._clock = lambda: datetime.now(UTC)  # the window goes by the computer's own clock
    desks.remember(desk, this_computer(after_lock=False), PASSPHRASE)
    desk.close()
    preferences.change(registry=str(registry.folder), user_name=USER)
    made.log_in("second")
    return made


def told(entry: Entry) -> str:
    assert entry.unlock.messages.kind is Kind.QUESTION
    assert entry.unlock.messages.isVisible()
    return entry.unlock.messages.sentence()


def test_the_first_start_after_a_login_opens_by_itself(way: Way) -> None:
    way.start()
    (opened,) = way.opened
    assert isinstance(opened, Opened)
    assert (opened.user.name, opened.folder) == (USER, way.folder)
    way.end()


def test_a_second_start_in_the_same_login_asks_for_the_passphrase_and_says_why(way: Way) -> None:
    way.start()
    way.end()
    entry = way.start()
    assert way.opened == []
    assert told(entry).startswith("mhdesk is al eens geopend")
    assert entry.unlock.passphrase.editor.hasFocus()
    assert entry.unlock.unlock.text() == "Ontgrendelen"
    way.end()


def test_after_a_lock_the_keyring_is_not_even_asked(way: Way, system_keyring: SystemKeyring) -> None:
    calls = system_keyring.calls
    entry = way.start(Locked(time(2, 8)))
    assert way.opened == []
    assert system_keyring.calls == calls
    assert "02:08 vergrendeld" in entry.unlock._sentence.plain()
    assert entry.unlock._sentence.plain().endswith("vraagt mhdesk altijd je wachtzin.")
    way.end()


def test_after_twelve_hours_it_is_the_passphrase(way: Way, system_keyring: SystemKeyring) -> None:
    (place,) = system_keyring.kept
    entry = json.loads(system_keyring.kept[place])
    entry["passphrase_at"] = (datetime.now(UTC) - timedelta(hours=12, minutes=1)).isoformat()
    system_keyring.kept[place] = json.dumps(entry)
    assert "twaalf uur" in told(way.start())
    assert way.opened == []
    way.end()


def test_an_entry_that_is_gone_leaves_the_passphrase(way: Way, system_keyring: SystemKeyring) -> None:
    system_keyring.kept.clear()
    assert "niet meer" in told(way.start())
    way.end()


def test_a_keyring_that_is_locked_leaves_the_passphrase(way: Way, system_keyring: SystemKeyring) -> None:
    system_keyring.locked = True
    assert "op slot" in told(way.start())
    way.end()


def test_another_keyring_than_before_leaves_the_passphrase(way: Way) -> None:
    keyring.set_keyring(named("keyring.backends.kwallet.DBusKeyring"))
    assert "een andere dan eerst" in told(way.start())
    way.end()


def test_another_registry_is_not_opened_with_it(
    way: Way, registry: ReadyRegistry, tmp_path: Path, system_keyring: SystemKeyring
) -> None:
    other = registry.at(tmp_path / "ander")
    calls = system_keyring.calls
    entry = way.start(folder=other.folder)
    assert way.opened == []
    assert system_keyring.calls == calls
    assert "sleutelbos" not in entry.unlock.messages.sentence()
    way.end()


def test_whatever_is_wrong_with_the_registry_itself_is_told_as_such(way: Way) -> None:
    (way.folder / "registry.db").write_bytes(b"")
    entry = way.start()
    assert entry.unlock.messages.kind is Kind.ERROR
    assert "0 bytes" in entry.unlock.messages.sentence()
    with pytest.raises(DamageError):
        open_desk(way.folder, USER, PASSPHRASE)
    way.end()


def test_a_passphrase_typed_later_lets_the_next_login_open_again(
    way: Way, system_keyring: SystemKeyring, qtbot: QtBot
) -> None:
    (place,) = system_keyring.kept
    entry = json.loads(system_keyring.kept[place])
    entry["passphrase_at"] = (datetime.now(UTC) - timedelta(days=1)).isoformat()
    system_keyring.kept[place] = json.dumps(entry)
    page = way.start().unlock
    page._passphrase.setText(PASSPHRASE)
    page.unlock.click()
    qtbot.waitUntil(lambda: len(way.opened) == 1, timeout=30_000)
    way.end()
    way.log_in("third")
    way.start()
    assert len(way.opened) == 1
    way.end()


def test_it_is_tried_once_a_start_however_often_the_page_comes_back(
    way: Way, system_keyring: SystemKeyring
) -> None:
    system_keyring.locked = True
    entry = way.start()
    calls = system_keyring.calls
    entry.unlock.recover.click()
    aside = entry.currentWidget()
    assert isinstance(aside, RecoverPage)
    aside.back.click()
    assert system_keyring.calls == calls
    assert "sleutelbos" not in entry.unlock.messages.sentence()
    way.end()
