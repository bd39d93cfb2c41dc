"""Away from the screen and back: by keys that work everywhere, at once, and not without the passphrase."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from mhdesk.desk import drafts, referring, signals
from mhdesk.desk.desk import Desk
from mhdesk.domain.referrals import ReferralDraft
from mhdesk.gui.entry.opening import Opened
from mhdesk.gui.look.theme import Scheme, Theme
from mhdesk.gui.preferences import Preferences
from mhdesk.gui.runner import InlineRunner, ThreadRunner
from mhdesk.gui.shell.main_window import MainWindow
from mhdesk.gui.shell.return_dialog import ReturnDialog
from mhdesk.gui.shell.unkept_decision import UnkeptDecision
from mhdesk.gui.shell.view_menu import ViewMenu
from mhdesk.gui.signals.answer_dialog import AnswerReferralDialog
from mhdesk.gui.signals.form_dialog import FormDialog
from mhdesk.gui.signals.form_page import SignalFormPage
from mhdesk.gui.signals.signal_page import SignalPage
from mhdesk.gui.signals.status_dialog import ChangeStatusDialog
from mhdesk.gui.widgets.editors import LongTextEditor, PassphraseEditor
from tests.desk.drafts import a_notification
from tests.gui.reach import nameless
from tests.gui.shell.test_idle import Hands, hit
from tests.gui.shell.test_leaving import STORY, story_of, typed_into_a_form
from tests.gui.shell.test_walking_away import HIDE, content
from tests.gui.widgets.screen import CONTROL, Screen, click, press, type_in
from tests.quick_keys import quicken
from tests.registry_fixtures import PASSPHRASE, ReadyRegistry, StoppedClock

ENDLESS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"
REFERRAL = ReferralDraft(
    signal_id=1,
    involvement_id=1,
    organisation_id=1,
    purpose="care",
    basis="consent_oral",
    referred_on="20-11-2026",
)


# What the platform of the tests says of every menu.
OF_THE_PLATFORM = ("does not support raise", "does not support grabbing", "propagateSizeHints")


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def menu(dutch: QApplication, preferences: Preferences, opened: Opened) -> ViewMenu:
    return ViewMenu(Theme(dutch, Scheme.LIGHT), preferences, opened.user.name)


@pytest.fixture
def window(runner: InlineRunner, opened: Opened, menu: ViewMenu, hands: Hands, screen: Screen) -> MainWindow:
    made = MainWindow(runner, opened, menu, clocks=hands.clocks())
    made.resize(1366, 768)
    screen.open(made)
    return made


def let_nothing_be_written(desk: Desk, *, so: bool = True) -> None:
    desk.database.connection.exec_driver_sql(f"PRAGMA query_only = {int(so)}")


# --- coming back to what could not be kept -------------------------------------------------------


@pytest.fixture
def left(window: MainWindow, desk: Desk) -> MainWindow:
    """Return a window that locked while nobody was there, with a text that cannot be kept."""
    quicken(desk.unlocked)
    typed_into_a_form(window)
    let_nothing_be_written(desk)
    window.lock_unattended()
    return window


def question_of(window: MainWindow) -> UnkeptDecision:
    (found,) = [one for one in window.findChildren(UnkeptDecision) if one.isVisible()]
    return found


def return_of(window: MainWindow) -> ReturnDialog:
    (found,) = [one for one in window.findChildren(ReturnDialog) if one.isVisible()]
    return found


def passphrase_of(dialog: ReturnDialog) -> PassphraseEditor:
    assert isinstance(dialog.passphrase.editor, PassphraseEditor)
    return dialog.passphrase.editor


def test_staying_after_an_unattended_lock_takes_the_passphrase(left: MainWindow, qtbot: QtBot) -> None:
    click(question_of(left).cancel)
    assert content(left) == []
    dialog = return_of(left)
    assert nameless(dialog) == []
    qtbot.waitUntil(passphrase_of(dialog).hasFocus)
    type_in(passphrase_of(dialog), "een heel andere wachtzin")
    press(passphrase_of(dialog), Qt.Key.Key_Return)
    assert dialog.passphrase.error()
    assert content(left) == []
    passphrase_of(dialog).setText("")
    type_in(passphrase_of(dialog), PASSPHRASE)
    press(passphrase_of(dialog), Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert len(content(left)) == 4
    form = left.pages.page
    assert isinstance(form, SignalFormPage)
    assert story_of(form).text() == STORY


@pytest.mark.parametrize("way", ["escape", "lock", "close", "hide"])
def test_no_other_way_shows_it_without_the_passphrase(way: str, left: MainWindow) -> None:
    question = question_of(left)
    steps: dict[str, Callable[[], None]] = {
        "escape": lambda: press(question, Qt.Key.Key_Escape),
        "lock": lambda: press(question, Qt.Key.Key_L, CONTROL),
        "close": left.leave,
        "hide": lambda: press(question, Qt.Key.Key_H, HIDE),
    }
    for _ in range(2):
        steps[way]()
        assert content(left) == []
        assert left.cover.isVisible()


def test_escape_leads_back_to_the_question_and_leaving_goes_without_the_text(
    left: MainWindow, qtbot: QtBot
) -> None:
    press(question_of(left), Qt.Key.Key_Escape)
    press(passphrase_of(return_of(left)), Qt.Key.Key_Escape)
    with qtbot.waitSignal(left.locked):
        click(question_of(left).primary)


def test_somebody_who_was_there_goes_on_without_it(window: MainWindow, desk: Desk) -> None:
    typed_into_a_form(window)
    let_nothing_be_written(desk)
    window.lock()
    click(question_of(window).cancel)
    assert len(content(window)) == 4
    let_nothing_be_written(desk, so=False)


# --- what is hidden ------------------------------------------------------------------------------


def test_what_is_hidden_can_be_shown_again_for_the_idle_time_only(
    window: MainWindow, hands: Hands, qtbot: QtBot
) -> None:
    hit(window, Qt.Key.Key_Shift)
    press(window, Qt.Key.Key_H, HIDE)
    with qtbot.waitSignal(window.locked):
        for _ in range(10):  # somebody touches the keys all the time
            hands.go_on(31)
            hit(window, Qt.Key.Key_Shift)
            window.idle.look()


def test_what_was_shown_again_gets_its_whole_time(window: MainWindow, hands: Hands, qtbot: QtBot) -> None:
    press(window, Qt.Key.Key_H, HIDE)
    hands.go_on(200)
    press(window, Qt.Key.Key_H, HIDE)
    assert len(content(window)) == 4
    with qtbot.assertNotEmitted(window.locked, wait=20):
        for _ in range(3):
            hands.go_on(200)
            hit(window, Qt.Key.Key_Shift)
            window.idle.look()


# --- the keys ------------------------------------------------------------------------------------


def opened_list(window: MainWindow, qtbot: QtBot) -> QWidget:
    """Open the choices of a field of the form."""
    window.new_signal()
    form = window.pages.page
    assert form is not None
    choice = next(one for one in form.findChildren(QComboBox) if one.isVisible())
    choice.showPopup()
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    return popup


def opened_menu(window: MainWindow, qtbot: QtBot) -> QWidget:
    """Open a menu over the window."""
    menu = QMenu(window)
    menu.addAction("Iets")
    menu.popup(window.mapToGlobal(window.rect().center()))
    qtbot.waitUntil(menu.isVisible)
    return menu


@pytest.mark.qt_log_ignore(*OF_THE_PLATFORM)
@pytest.mark.parametrize("over", [opened_list, opened_menu])
def test_it_locks_while_something_is_open_over_the_window(
    over: object, window: MainWindow, qtbot: QtBot
) -> None:
    assert callable(over)
    popup = over(window, qtbot)
    with qtbot.waitSignal(window.locked):
        press(popup, Qt.Key.Key_L, CONTROL)
    assert not popup.isVisible()


@pytest.mark.qt_log_ignore(*OF_THE_PLATFORM)
@pytest.mark.parametrize("over", [opened_list, opened_menu])
def test_it_hides_while_something_is_open_over_the_window(
    over: object, window: MainWindow, qtbot: QtBot
) -> None:
    assert callable(over)
    popup = over(window, qtbot)
    press(popup, Qt.Key.Key_H, HIDE)
    assert content(window) == []
    assert not popup.isVisible()


def a_referral(desk: Desk) -> None:
    signals.register(desk, a_notification())
    referring.refer(desk, REFERRAL)


def opened_dialog(window: MainWindow, kind: type[FormDialog], qtbot: QtBot) -> FormDialog:
    """Open a dialog of the first signal as a user does."""
    window.pages.open_signal(1)
    page = window.pages.page
    assert isinstance(page, SignalPage)
    wanted = "Antwoord vastleggen" if kind is AnswerReferralDialog else "Afsluiten"
    (button,) = [one for one in page.findChildren(QPushButton) if wanted in one.text()]
    button.click()
    dialog = page.acts.dialog()
    assert isinstance(dialog, kind)
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


@pytest.mark.qt_log_ignore(*OF_THE_PLATFORM)
def test_it_locks_from_a_list_that_is_open_over_a_dialog(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    a_referral(desk)
    dialog = opened_dialog(window, AnswerReferralDialog, qtbot)
    choice = dialog.findChildren(QComboBox)[0]
    choice.setFocus()
    choice.showPopup()
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    with qtbot.waitSignal(window.locked):
        press(QApplication.activePopupWidget(), Qt.Key.Key_L, CONTROL)


def test_it_locks_from_a_panel_that_stops_nothing(window: MainWindow, qtbot: QtBot) -> None:
    window.show_keys()
    panel = QApplication.focusWidget()
    assert panel is not None
    with qtbot.waitSignal(window.locked):
        press(panel, Qt.Key.Key_L, CONTROL)


# --- the same place ------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [AnswerReferralDialog, ChangeStatusDialog])
def test_what_is_typed_in_a_dialog_is_kept_at_the_lock_and_comes_back_in_it(
    kind: type[FormDialog],
    window: MainWindow,
    desk: Desk,
    registry: ReadyRegistry,
    clock: StoppedClock,
    menu: ViewMenu,
    screen: Screen,
    qtbot: QtBot,
) -> None:
    a_referral(desk)
    dialog = opened_dialog(window, kind, qtbot)
    type_in(dialog.findChildren(LongTextEditor)[0], STORY)
    assert window.keys.status() == "Nog niet bewaard"
    with qtbot.waitSignal(window.locked) as told:
        press(dialog, Qt.Key.Key_L, CONTROL)
    assert told.args == [True]
    left = window.departure.draft_left()
    assert left is not None
    again = registry.open(clock)
    opened = Opened(again.folder, again.info(), again.user, recovery_proven=True)
    next_window = MainWindow(InlineRunner(again), opened, menu)
    screen.open(next_window)
    next_window.pages.resume(left)
    page = next_window.pages.page
    assert isinstance(page, SignalPage)
    reopened = page.acts.dialog()
    assert isinstance(reopened, kind)
    assert reopened.findChildren(LongTextEditor)[0].text() == STORY
    reopened.reject()
    again.close()


def test_a_form_comes_back_as_it_was_left(
    window: MainWindow,
    registry: ReadyRegistry,
    clock: StoppedClock,
    menu: ViewMenu,
    screen: Screen,
) -> None:
    typed_into_a_form(window)
    window.lock()
    left = window.departure.draft_left()
    assert left is not None
    again = registry.open(clock)
    opened = Opened(again.folder, again.info(), again.user, recovery_proven=True)
    next_window = MainWindow(InlineRunner(again), opened, menu)
    screen.open(next_window)
    next_window.pages.resume(left)
    form = next_window.pages.page
    assert isinstance(form, SignalFormPage)
    assert story_of(form).text() == STORY
    again.close()


def test_a_draft_that_is_not_there_leaves_today_as_it_is(window: MainWindow) -> None:
    page = window.pages.page
    window.pages.resume(99)
    assert window.pages.page is page
    assert window.messages.isHidden()


# --- long work -----------------------------------------------------------------------------------


@pytest.fixture
def busy(
    thread_runner: ThreadRunner,
    registry: ReadyRegistry,
    clock: StoppedClock,
    dutch: QApplication,
    preferences: Preferences,
    screen: Screen,
    qtbot: QtBot,
) -> MainWindow:
    """Return a window over a registry of which a thread of its own takes care."""

    def open_it() -> tuple[Desk, Opened]:
        desk = registry.open(clock)
        return desk, Opened(desk.folder, desk.info(), desk.user, recovery_proven=True)

    found: list[Opened] = []
    thread_runner.open_desk(open_it, found.append)
    qtbot.waitUntil(lambda: bool(found))
    menu = ViewMenu(Theme(dutch, Scheme.LIGHT), preferences, "Noor Denkbeeld")
    made = MainWindow(thread_runner, found[0], menu)
    screen.open(made)
    return made


def count_for_ever(desk: Desk) -> None:
    desk.database.connection.exec_driver_sql(ENDLESS).fetchall()


def compute(_desk: Desk) -> None:
    """Be busy without the desk for ten seconds, as a calculation is."""
    end = time.monotonic() + 10
    while time.monotonic() < end:
        time.sleep(0.02)


def test_long_work_is_broken_off_and_what_is_typed_is_kept_before_it_locks(
    busy: MainWindow, thread_runner: ThreadRunner, registry: ReadyRegistry, clock: StoppedClock, qtbot: QtBot
) -> None:
    typed_into_a_form(busy)
    thread_runner.ask(count_for_ever, lambda _: None, lambda _: None, owner=busy)
    begun = time.monotonic()
    with qtbot.waitSignal(busy.locked, timeout=10_000) as told:
        busy.lock_unattended()
    assert time.monotonic() - begun < 5  # 0.3 s on a machine that does nothing else
    assert told.args == [True]
    desk = registry.open(clock)
    assert STORY in drafts.mine(desk)[0].payload
    desk.close()


def test_work_that_cannot_be_broken_off_does_not_stop_the_lock(
    busy: MainWindow, thread_runner: ThreadRunner, qtbot: QtBot
) -> None:
    thread_runner.ask(compute, lambda _: None, lambda _: None, owner=busy)
    begun = time.monotonic()
    with qtbot.waitSignal(busy.locked, timeout=9_000):
        busy.lock_unattended()
    assert time.monotonic() - begun < 8
