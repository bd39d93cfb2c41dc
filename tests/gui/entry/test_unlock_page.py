"""The way in: right opens, wrong says so at its field, and the numbers to call are readable meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from mhdesk.desk.desk import Desk
from mhdesk.errors import DamageError, KnownError, UnlockError
from mhdesk.gui.entry.frame import EntryFrame
from mhdesk.gui.entry.locked import Locked, read_locked
from mhdesk.gui.entry.opening import Demo, Opened
from mhdesk.gui.entry.unlock_page import UnlockPage
from mhdesk.gui.runner import Failed, InlineRunner, ThreadRunner
from mhdesk.gui.widgets.editors import PassphraseEditor, TextEditor
from mhdesk.gui.widgets.landscape import Landscape
from tests.gui.reach import nameless, reachable
from tests.gui.widgets.screen import ALT, Screen, click, press, type_in
from tests.registry_fixtures import PASSPHRASE, USER, ReadyRegistry

T = TypeVar("T")
FOLDER = Path("/registers/Voorbeeldregio")


class Refusing(InlineRunner):
    """A registry that refuses everybody for the same reason."""

    def __init__(self, error: KnownError) -> None:
        super().__init__()
        self.error = error
        self.asked = 0

    def open_desk(
        self,
        factory: Callable[[], tuple[Desk, T]],
        then: Callable[[T], None],
        failed: Failed | None = None,
        *,
        owner: QObject | None = None,
    ) -> None:
        del factory, then, owner  # nobody gets in
        self.asked += 1
        assert failed is not None
        failed(self.error)


def unlock_page(runner: InlineRunner | ThreadRunner, screen: Screen, width: int = 1366) -> UnlockPage:
    page = UnlockPage(runner)
    page.resize(width, 768)
    screen.open(page)
    page.ask(FOLDER, USER)
    return page


def passphrase_of(page: UnlockPage) -> PassphraseEditor:
    assert isinstance(page.passphrase.editor, PassphraseEditor)
    return page.passphrase.editor


def name_of(page: UnlockPage) -> TextEditor:
    assert isinstance(page.name.editor, TextEditor)
    return page.name.editor


def words(page: QWidget) -> set[str]:
    return {label.text() for label in page.findChildren(QLabel) if label.isVisible()}


def enter(page: UnlockPage, passphrase: str) -> None:
    passphrase_of(page).setText("")
    type_in(passphrase_of(page), passphrase)
    press(passphrase_of(page), Qt.Key.Key_Return)


def test_a_wrong_passphrase_is_told_and_the_right_one_opens(
    thread_runner: ThreadRunner, registry: ReadyRegistry, screen: Screen, qtbot: QtBot
) -> None:
    page = unlock_page(thread_runner, screen)
    page.ask(registry.folder, USER)
    enter(page, "een heel andere wachtzin")
    qtbot.waitUntil(lambda: bool(page.passphrase.error()), timeout=30_000)
    assert "Caps Lock" in page.passphrase.error()
    assert passphrase_of(page).hasFocus()
    enter(page, PASSPHRASE)
    with qtbot.waitSignal(page.opened, timeout=30_000) as told:
        pass
    assert told.args is not None
    opened = told.args[0]
    assert isinstance(opened, Opened)
    assert (opened.info.name, opened.user.name, opened.folder) == ("Voorbeeldregio", USER, registry.folder)
    assert not opened.recovery_proven


def test_the_window_lives_while_the_key_is_derived(
    thread_runner: ThreadRunner, registry: ReadyRegistry, screen: Screen, qtbot: QtBot
) -> None:
    page = unlock_page(thread_runner, screen)
    page.ask(registry.folder, USER)
    beats: list[int] = []
    heart = QTimer(page)
    heart.setInterval(20)
    heart.timeout.connect(lambda: beats.append(1))
    heart.start()
    with qtbot.waitSignal(page.opened, timeout=30_000):
        enter(page, PASSPHRASE)
        assert page.unlock.text() == "Wachtzin controleren…"
        assert name_of(page).isReadOnly()
        press(page.unlock, Qt.Key.Key_Space)  # nothing more is asked
    assert beats  # a busy machine may leave room for few; a window that waits has none
    assert page.unlock.text() == "Ontgrendelen"


def test_nothing_of_the_passphrase_stays_in_the_field(
    thread_runner: ThreadRunner, registry: ReadyRegistry, screen: Screen, qtbot: QtBot
) -> None:
    page = unlock_page(thread_runner, screen)
    page.ask(registry.folder, USER)
    with qtbot.waitSignal(page.opened, timeout=30_000):
        enter(page, PASSPHRASE)
    passphrase_of(page).undo()
    assert passphrase_of(page).text() == ""


def test_the_first_wrong_ones_are_forgiven_then_the_wait_grows(screen: Screen) -> None:
    runner = Refusing(UnlockError("vault.wrong_passphrase"))
    page = unlock_page(runner, screen)
    enter(page, "fout")
    enter(page, "weer fout")
    assert page.unlock.text() == "Ontgrendelen"
    assert page.passphrase.error() == "Deze wachtzin past niet bij deze naam. Staat Caps Lock aan?"
    enter(page, "nog eens")
    assert page.passphrase.error().endswith("open het register met de herstelsleutel.")
    assert page.unlock.text() == "Wacht nog 2 seconden"
    enter(page, "ongeduldig")
    assert runner.asked == 3


def test_the_wait_counts_down_and_ends(screen: Screen, qtbot: QtBot) -> None:
    runner = Refusing(UnlockError("vault.wrong_passphrase"))
    page = unlock_page(runner, screen)
    for attempt in ("fout", "weer fout", "nog eens"):
        enter(page, attempt)
    qtbot.waitUntil(lambda: page.unlock.text() == "Ontgrendelen", timeout=5_000)
    enter(page, "weer")
    assert runner.asked == 4


@pytest.mark.parametrize(
    "error",
    [
        UnlockError("vault.in_use"),
        DamageError("vault.database_missing"),
        DamageError("vault.database_empty"),
        DamageError("vault.key_damaged", file="user-0.age"),
        DamageError("common.disk_full"),
    ],
)
def test_what_is_wrong_with_the_registry_stands_above_the_form_and_slows_nobody_down(
    error: KnownError, screen: Screen
) -> None:
    page = unlock_page(Refusing(error), screen)
    for _ in range(4):
        enter(page, PASSPHRASE)
    assert page.messages.isVisible()
    assert page.messages.sentence()
    assert page.passphrase.error() == ""
    assert page.unlock.text() == "Ontgrendelen"


def test_an_empty_name_is_told_at_the_name(screen: Screen) -> None:
    page = unlock_page(Refusing(UnlockError("vault.name_empty")), screen)
    name_of(page).setText("")
    enter(page, PASSPHRASE)
    assert page.name.error()
    assert name_of(page).hasFocus()


def test_typing_takes_the_mistake_back(screen: Screen) -> None:
    page = unlock_page(Refusing(UnlockError("vault.wrong_passphrase")), screen)
    enter(page, "fout")
    type_in(passphrase_of(page), "v")
    assert page.passphrase.error() == ""


def test_alt_t_shows_the_passphrase(screen: Screen, qtbot: QtBot) -> None:
    page = unlock_page(InlineRunner(), screen)
    press(passphrase_of(page), Qt.Key.Key_T, ALT)
    qtbot.waitUntil(lambda: passphrase_of(page).echoMode() == QLineEdit.EchoMode.Normal)


def test_the_known_name_stands_there_and_typing_begins_in_the_passphrase(screen: Screen) -> None:
    page = unlock_page(InlineRunner(), screen)
    assert name_of(page).text() == USER
    assert passphrase_of(page).hasFocus()
    page.ask(FOLDER)
    assert name_of(page).text() == ""
    assert name_of(page).hasFocus()


def test_the_numbers_to_call_and_the_registry_are_readable_while_locked(screen: Screen) -> None:
    page = unlock_page(InlineRunner(), screen)
    assert {"bel 112", "0800 2000", "Register Voorbeeldregio · op deze computer"} <= words(page)


def test_since_when_it_is_locked_and_that_a_draft_waits_is_told(screen: Screen) -> None:
    page = unlock_page(InlineRunner(), screen)
    page.ask(FOLDER, USER, Locked(time(1, 52), draft_kept=True))
    assert any("Om 01:52 vergrendeld. Je concept is bewaard." in text for text in words(page))
    page.ask(FOLDER, USER, Locked(time(1, 52)))
    assert not any("concept" in text for text in words(page))
    page.ask(FOLDER, USER, Locked(time(1, 52), mails=3))
    assert any(
        "vergrendeld voordat alle mails waren ingelezen. Nog inlezen: 3." in one for one in words(page)
    )
    page.ask(FOLDER, USER, Locked(time(1, 52), note_kept=True))
    assert any("Je notitie van 01:52 is verzegeld bewaard." in text for text in words(page))


@pytest.mark.parametrize(
    "locked",
    [
        Locked(time(1, 52)),
        Locked(time(23, 5), draft_kept=True),
        Locked(time(23, 5), draft_kept=True, draft=17),
        Locked(time(2, 8), note_kept=True),
        Locked(time(2, 8), draft_kept=True, draft=3, mails=12),
    ],
)
def test_one_process_tells_the_next_when_it_locked(locked: Locked) -> None:
    assert read_locked(locked.argument()) == locked


@pytest.mark.parametrize("argument", [None, "", "25:00", "soon", "+draft", "02:08+draft0", "02:08+drafts"])
def test_what_is_no_time_says_nothing(argument: str | None) -> None:
    assert read_locked(argument) is None


@pytest.mark.parametrize(
    ("hour", "greeting"), [(2, "Goedenavond"), (8, "Goedemorgen"), (14, "Goedemiddag"), (20, "Goedenavond")]
)
def test_the_greeting_follows_the_clock(hour: int, greeting: str, screen: Screen) -> None:
    assert unlock_page(InlineRunner(), screen)._greet(hour) == greeting


def test_the_made_up_registry_says_how_it_opens(screen: Screen) -> None:
    page = unlock_page(InlineRunner(), screen)
    page.ask(FOLDER)
    page.fill_in(Demo("Noor Denkbeeld", "verzonnen wachtzin"))
    assert passphrase_of(page).text() == "verzonnen wachtzin"
    assert "verzonnen register" in page.messages.sentence()


def test_what_somebody_is_typing_is_never_overwritten(screen: Screen) -> None:
    page = unlock_page(InlineRunner(), screen)
    type_in(passphrase_of(page), "vier")
    page.fill_in(Demo(USER, "verzonnen wachtzin"))
    assert passphrase_of(page).text() == "vier"
    assert not page.messages.isVisible()


def test_the_landscape_leaves_a_narrow_window(screen: Screen) -> None:
    wide, narrow = unlock_page(InlineRunner(), screen), unlock_page(InlineRunner(), screen, width=960)
    assert wide.findChildren(Landscape)[0].isVisible()
    assert not narrow.findChildren(Landscape)[0].isVisible()


def test_the_landscape_leaves_a_column_that_would_not_fit_beside_it(screen: Screen) -> None:
    frame = EntryFrame(width=520)
    frame.resize(1040, 768)
    screen.open(frame)
    assert not frame.findChildren(Landscape)[0].isVisible()


def test_everything_that_can_be_reached_has_a_name(screen: Screen) -> None:
    page = unlock_page(InlineRunner(), screen)
    assert isinstance(page, EntryFrame)
    assert len(reachable(page)) == 8
    assert nameless(page) == []


def test_the_links_lead_to_another_and_to_a_new_registry(screen: Screen, qtbot: QtBot) -> None:
    page = unlock_page(InlineRunner(), screen)
    links = {button.text(): button for button in reachable(page) if hasattr(button, "text")}
    with qtbot.waitSignals([page.other_wanted, page.new_wanted]):
        click(links["Ander register…"])
        click(links["Nieuw register…"])
