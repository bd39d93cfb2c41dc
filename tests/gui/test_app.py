"""The one window: painted before anything heavy is loaded, closed only when everything is kept."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mhdesk.desk.desk import Desk
from mhdesk.gui.app import AppWindow
from mhdesk.gui.entry.locked import Locked, read_locked
from mhdesk.gui.entry.opening import Opened
from mhdesk.gui.look.theme import Scheme, Theme
from mhdesk.gui.preferences import Preferences
from mhdesk.gui.runner import InlineRunner
from mhdesk.gui.shell.main_window import MainWindow
from mhdesk.gui.signals.form_page import SignalFormPage
from mhdesk.gui.widgets.messages import Kind
from tests.gui.shell.test_leaving import STORY, story_of, typed_into_a_form
from tests.gui.widgets.screen import Screen
from tests.registry_fixtures import PASSPHRASE, USER, ReadyRegistry, StoppedClock

HEAVY = {
    "sqlalchemy",
    "alembic",
    "sqlcipher3",
    "numpy",
    "pyrage",
    "cryptography",
    "reportlab",
    "phonenumbers",
}


@pytest.fixture
def theme(dutch: QApplication) -> Theme:
    return Theme(dutch, Scheme.LIGHT)


@pytest.fixture
def window(runner: InlineRunner, preferences: Preferences, theme: Theme, screen: Screen) -> AppWindow:
    made = AppWindow(runner, preferences, theme)
    made.begin(None)
    screen.open(made)
    return made


@pytest.mark.parametrize(
    ("room", "size", "maximized"),
    [
        (QSize(1920, 1040), (1366, 768), False),
        (QSize(1366, 768), (1366, 728), True),
        (QSize(1280, 1024), (1280, 768), True),
        (QSize(1600, 790), (1366, 750), True),
    ],
)
def test_the_window_leaves_room_for_its_title_bar(
    room: QSize, size: tuple[int, int], maximized: bool, window: AppWindow
) -> None:
    window.hide()
    window.setWindowState(Qt.WindowState.WindowNoState)
    window._fit(room)
    assert (window.width(), window.height()) == size
    assert window.isMaximized() == maximized


LOADED = "import sys, mhdesk.gui.app; print(*{name.partition('.')[0] for name in sys.modules})"


def test_nothing_heavy_is_loaded_before_the_first_paint() -> None:
    run = subprocess.run([sys.executable, "-c", LOADED], check=True, capture_output=True, text=True)
    assert HEAVY & set(run.stdout.split()) == set()


def test_the_desk_is_loaded_once_the_window_has_been_painted(
    runner: InlineRunner, preferences: Preferences, theme: Theme, tmp_path: Path, screen: Screen, qtbot: QtBot
) -> None:
    window = AppWindow(runner, preferences, theme)
    window.begin(tmp_path)
    assert not window.entry.unlock.messages.isVisible()
    with qtbot.waitSignal(window.first_painted):
        screen.open(window)
    qtbot.waitUntil(window.entry.unlock.messages.isVisible)  # the loader found that this is no registry


def test_typing_can_begin_at_once(
    runner: InlineRunner, registry: ReadyRegistry, preferences: Preferences, theme: Theme, screen: Screen
) -> None:
    preferences.change(registry=str(registry.folder), user_name=USER)
    window = AppWindow(runner, preferences, theme)
    window.begin(None)
    screen.open(window)
    assert window.entry.unlock.passphrase.editor.hasFocus()


def test_an_opened_registry_takes_the_place_of_the_way_in(window: AppWindow, opened: Opened) -> None:
    assert window.windowTitle() == "mhdesk"
    window.entry.opened.emit(opened)
    assert isinstance(window.main, MainWindow)
    assert window.main.isVisible()
    assert window.windowTitle() == "mhdesk · Voorbeeldregio"


def test_copying_is_logged_once_a_registry_is_open(window: AppWindow, opened: Opened, desk: Desk) -> None:
    window.clipboard.owned = lambda mode: mode is QClipboard.Mode.Clipboard  # offscreen nobody owns it
    QApplication.clipboard().setText("voor het ontgrendelen")
    window.entry.opened.emit(opened)
    QApplication.clipboard().setText("Roman Fictief")
    window.clipboard.clear()
    asked = "SELECT count(*) FROM audit_event WHERE verb = 'record.copied'"
    assert desk.database.connection.exec_driver_sql(asked).scalar_one() == 1


def test_a_made_up_registry_is_marked_for_as_long_as_it_is_open(window: AppWindow, opened: Opened) -> None:
    window.entry.opened.emit(replace(opened, made_up=True))
    assert isinstance(window.main, MainWindow)
    assert window.main.made_up.isVisible()
    assert window.main.made_up.sentence() == "Verzonnen register. Leg hier niets echts vast."
    window.main.messages.hide()
    assert window.main.made_up.isVisible()


def test_a_real_registry_has_no_such_mark(window: AppWindow, opened: Opened) -> None:
    window.entry.opened.emit(opened)
    assert isinstance(window.main, MainWindow)
    assert not window.main.made_up.isVisible()


def test_who_proved_the_page_is_told_to_delete_its_file(
    window: AppWindow, opened: Opened, tmp_path: Path
) -> None:
    page = tmp_path / "blad.pdf"
    window.entry.opened.emit(replace(opened, recovery_proven=True, page=page))
    assert isinstance(window.main, MainWindow)
    assert window.main.messages.sentence() == f"De sleutel klopt. Wis nu het PDF-bestand: {page}"


def test_closing_keeps_what_is_typed_and_closes_the_desk(
    window: AppWindow, opened: Opened, registry: ReadyRegistry, clock: StoppedClock, qtbot: QtBot
) -> None:
    window.entry.opened.emit(opened)
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    registry.open(clock).close()


def test_closing_before_anything_is_open_just_closes(window: AppWindow) -> None:
    assert window.close()


def test_the_window_stands_where_it_stood(
    window: AppWindow, runner: InlineRunner, preferences: Preferences, theme: Theme
) -> None:
    window.resize(700, 600)
    window.close()
    assert AppWindow(runner, preferences, theme).size() == window.size()


def test_a_lock_asks_for_a_new_process_with_the_folder(
    window: AppWindow, opened: Opened, qtbot: QtBot
) -> None:
    window.entry.opened.emit(opened)
    assert isinstance(window.main, MainWindow)
    with qtbot.waitSignal(window.lock_wanted) as told:
        window.main.lock()
    assert told.args is not None
    folder, locked = told.args
    assert folder == opened.folder
    assert isinstance(locked, Locked)
    assert not locked.draft_kept


def test_after_a_lock_a_form_comes_back_where_somebody_was_typing(
    window: AppWindow,
    opened: Opened,
    desk: Desk,
    registry: ReadyRegistry,
    clock: StoppedClock,
    preferences: Preferences,
    theme: Theme,
    screen: Screen,
) -> None:
    left: list[Locked] = []
    window.lock_wanted.connect(lambda _folder, locked: left.append(locked))
    window.entry.opened.emit(opened)
    assert isinstance(window.main, MainWindow)
    typed_into_a_form(window.main)
    window.main.lock()
    again = registry.open(clock)
    runner = InlineRunner(again)
    following = AppWindow(runner, preferences, theme)
    screen.open(following)
    following.begin(desk.folder, read_locked(left[0].argument()))
    following.entry.opened.emit(opened)
    assert isinstance(following.main, MainWindow)
    form = following.main.pages.page
    assert isinstance(form, SignalFormPage)
    assert story_of(form).text() == STORY
    runner.close()


def test_a_bug_is_shown_wherever_the_user_is(window: AppWindow, opened: Opened) -> None:
    from mhdesk.gui.faults import UnexpectedError

    bug = UnexpectedError("common.bug", number="0a1b2c3d")
    window.tell(bug)
    assert "0a1b2c3d" in window.entry.welcome.messages.sentence()
    window.entry.opened.emit(opened)
    window.tell(bug)
    assert isinstance(window.main, MainWindow)
    assert window.main.messages.kind is Kind.ERROR


LOCK_BY_ITSELF = """
import sys, threading, time
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from mhdesk.gui import app

folder, name, passphrase = sys.argv[1:]

def step():
    (window,) = [top for top in QApplication.topLevelWidgets() if isinstance(top, app.AppWindow)]
    page = window.entry.unlock if window.main is None else None
    if page is not None and not page._busy:
        page._name.setText(name)
        page._passphrase.setText(passphrase)
        page.unlock.click()
    elif window.main is not None:
        window.main.lock()
        return
    QTimer.singleShot(100, step)

def drive():
    while QApplication.instance() is None or not QApplication.topLevelWidgets():
        time.sleep(0.05)
    time.sleep(0.3)
    QTimer.singleShot(0, QApplication.instance(), step)

threading.Thread(target=drive, daemon=True).start()
app.main(folder)
"""


def arguments_of(process: subprocess.Popen[str]) -> list[str]:
    """Return the command line of a running process as it is now."""
    command = ["ps", "-ww", "-o", "args=", "-p", str(process.pid)]
    proc = Path(f"/proc/{process.pid}/cmdline")
    if proc.exists():
        return proc.read_bytes().decode().split("\0")
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()


def test_the_real_program_locks_by_becoming_a_new_process(registry: ReadyRegistry, tmp_path: Path) -> None:
    """Unlock, lock, and find the same process running the unlock page, and the registry free."""
    places = {name: str(tmp_path / name) for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME")}
    environment = {**os.environ, **places, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", LOCK_BY_ITSELF, str(registry.folder), USER, PASSPHRASE]
    process = subprocess.Popen(command, env=environment, text=True, stderr=subprocess.PIPE)
    try:
        deadline = time.monotonic() + 60
        while "--locked-at" not in arguments_of(process) and time.monotonic() < deadline:
            assert process.poll() is None, process.communicate()[1]
            time.sleep(0.1)
        arguments = arguments_of(process)
        assert arguments[arguments.index("-m") + 1 :][:2] == ["mhdesk", str(registry.folder)]
        assert PASSPHRASE not in " ".join(arguments)
        registry.open(StoppedClock()).close()
        time.sleep(1)
        assert process.poll() is None
    finally:
        process.kill()
        process.communicate()
    kept = json.loads(
        (tmp_path / "XDG_CONFIG_HOME" / "mhdesk" / "preferences.json").read_text(encoding="utf-8")
    )
    assert (kept["registry"], kept["user_name"]) == (str(registry.folder), USER)
