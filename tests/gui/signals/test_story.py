"""One signal's whole way at the keyboard, over an encrypted registry that a thread of its own holds."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mhdesk.desk import signals
from mhdesk.desk.desk import Desk
from mhdesk.domain.people import User
from mhdesk.domain.views import RegistryInfo, SignalDetails, SignalFilter
from mhdesk.gui.bus import Bus
from mhdesk.gui.runner import ThreadRunner
from mhdesk.gui.shell.pages import Pages
from mhdesk.gui.signals.answer_dialog import AnswerReferralDialog
from mhdesk.gui.signals.decide_dialog import DecideInformingDialog
from mhdesk.gui.signals.form_dialog import FormDialog
from mhdesk.gui.signals.form_page import SignalFormPage
from mhdesk.gui.signals.list_page import SignalsPage
from mhdesk.gui.signals.refer_dialog import ReferDialog
from mhdesk.gui.signals.signal_page import SignalPage
from mhdesk.gui.widgets.rows import LINE
from tests.gui.widgets.screen import CONTROL, Screen, press, type_in
from tests.registry_fixtures import ReadyRegistry, StoppedClock

T = TypeVar("T")
D = TypeVar("D", bound=FormDialog)
MARKER = "Merkwoordzandloper"

pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support (raise|grabbing the keyboard)", extend=True
)


class Window:
    """The pages of the window, and somebody at the keyboard."""

    def __init__(self, pages: Pages, runner: ThreadRunner, bus: Bus, qtbot: QtBot) -> None:
        self.pages, self.runner, self.bus, self._qtbot = pages, runner, bus, qtbot

    def until(self, seen: Callable[[], object]) -> None:
        self._qtbot.waitUntil(lambda: bool(seen()), timeout=5_000)

    def ask(self, work: Callable[[Desk], T]) -> T:
        """Return what the desk answers."""
        answers: list[T] = []
        self.runner.ask(work, answers.append)
        self.until(lambda: answers)
        return answers[0]

    def keys(self, *steps: str | Qt.Key) -> None:
        """Type words and press keys, wherever the focus is."""
        for step in steps:
            here = QApplication.focusWidget()
            assert here is not None
            if isinstance(step, Qt.Key):
                press(here, step)
            else:
                type_in(here, step)

    def dialog(self, kind: type[D]) -> D:
        """Return the dialog that came up."""
        self.until(lambda: self.pages.findChildren(kind))
        found: D = self.pages.findChildren(kind)[-1]
        found.activateWindow()
        self.until(found.isActiveWindow)
        return found

    def record(self, dialog: FormDialog) -> None:
        """Record what a dialog holds and wait until the page is back and shows it."""
        page = self.pages.page
        assert isinstance(page, SignalPage)
        before = page._loaded
        press(QApplication.focusWidget(), Qt.Key.Key_Return, CONTROL)
        self.until(lambda: not self.pages.findChildren(type(dialog)) and page._loaded is not before)
        self.come_back()

    def come_back(self) -> None:
        """Do what a window manager does: make the window active again, with the page in focus."""
        window, page = self.pages.window(), self.pages.page
        assert isinstance(page, QWidget)

        def active() -> bool:
            window.activateWindow()
            return window.isActiveWindow()

        self.until(active)
        page.setFocus()


@pytest.fixture
def window(
    thread_runner: ThreadRunner,
    registry: ReadyRegistry,
    clock: StoppedClock,
    screen: Screen,
    qtbot: QtBot,
) -> Window:
    """Return the pages over a registry that the runner's own thread opened."""
    opened: list[tuple[RegistryInfo, User]] = []

    def open_there() -> tuple[Desk, tuple[RegistryInfo, User]]:
        desk = registry.open(clock)
        return desk, (desk.info(), desk.user)

    thread_runner.open_desk(open_there, opened.append)
    qtbot.waitUntil(lambda: bool(opened))
    bus = Bus()
    pages = Pages(thread_runner, bus, *opened[0])
    screen.show(pages, width=1158, height=668)
    return Window(pages, thread_runner, bus, qtbot)


def call_comes_in(window: Window) -> int:
    """Record a notification with a victim and an aggressor; return its id."""
    tab, down = Qt.Key.Key_Tab, Qt.Key.Key_Down
    window.pages.new_signal()
    form = window.pages.page
    assert isinstance(form, SignalFormPage)
    window.until(lambda: form.draft().received_on)
    window.keys(Qt.Key.Key_Right, *[tab] * 8)
    while QApplication.focusWidget() is not form.content.fields["narrative"].editor:
        window.keys(tab)
    window.keys(
        f"Zij sprak van een {MARKER}.", tab, tab, "Lina", tab, MARKER, tab, "ca. 17 jr", tab, tab, tab
    )
    window.keys("06 12345678", tab, "Alleen per app.")
    press(QApplication.focusWidget(), Qt.Key.Key_B, Qt.KeyboardModifier.AltModifier)
    window.until(lambda: len(form.persons.blocks) == 2)
    form.persons.blocks[1].role.setFocus()
    window.keys(down)
    form.persons.blocks[1].fields["first_names"].take_focus()
    window.keys("Bas")
    press(QApplication.focusWidget(), Qt.Key.Key_Return, CONTROL)
    window.until(lambda: isinstance(window.pages.page, SignalPage))
    page = window.pages.page
    assert isinstance(page, SignalPage)
    assert page.messages.sentence() == "Vastgelegd als GV-2026-0001. Informeren: uiterlijk wo 23-12."
    window.until(lambda: page.title == "GV-2026-0001")
    window.come_back()
    return window.ask(lambda desk: signals.ids(desk, SignalFilter()))[0]


def decide_not_yet(window: Window) -> None:
    """Decide with B that the most pressing person is not informed yet."""
    tab, down = Qt.Key.Key_Tab, Qt.Key.Key_Down
    window.keys(Qt.Key.Key_B)
    dialog = window.dialog(DecideInformingDialog)
    dialog.part.fields["choice"].take_focus()
    window.keys(Qt.Key.Key_Space, Qt.Key.Key_Right, tab, down, tab, down, down, tab)
    window.keys("Niets, tot zij veilig is", tab, tab, tab)
    window.keys(f"De {MARKER} hoort het anders", tab, tab, tab, tab, "07-12-2026")
    window.record(dialog)


def refer_and_answer(window: Window) -> None:
    """Refer with D to a partner and record with A that there is room."""
    tab, down = Qt.Key.Key_Tab, Qt.Key.Key_Down
    window.keys(Qt.Key.Key_D)
    referral = window.dialog(ReferDialog)
    window.keys("Moviera", tab, down, tab, down)
    referral.part.fields["basis"].take_focus()
    window.keys(down)
    window.record(referral)
    window.keys(Qt.Key.Key_A)
    answer = window.dialog(AnswerReferralDialog)
    window.keys(down, down, down, tab, tab, f"Er is plaats voor {MARKER}.")
    window.record(answer)


def read(window: Window, number: int) -> SignalDetails:
    return window.ask(lambda desk: signals.details(desk, number))


def test_one_signals_whole_way(window: Window, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    window.pages.go("signals")
    number = call_comes_in(window)
    decide_not_yet(window)
    refer_and_answer(window)
    told = read(window, number)
    assert [one.name for one in told.involvements] == [f"Lina {MARKER}", "Bas"]
    assert [one.role for one in told.involvements] == ["possible_victim", "aggressor"]
    decision = told.involvements[0].decisions[0]
    assert (decision.choice, decision.ground) == ("not_yet", "safety_victim")
    assert decision.reasoning == f"De {MARKER} hoort het anders"
    referral = told.referrals[0]
    assert (referral.organisation, referral.purpose, referral.state) == ("Moviera", "shelter", "accepted")
    window.pages.back()
    page = window.pages.page
    assert isinstance(page, SignalsPage)
    window.until(lambda: page.model.rowCount() == 1 and page.model.index(0).data(LINE) is not None)
    # The referral told of Lina alone, about whom was decided: the term of the other one stays (AVG 14(3)(c)).
    assert page.model.index(0).data(LINE).clock == "nog 14 dagen"
    assert not [one for one in QApplication.topLevelWidgets() if MARKER in one.windowTitle()]
    assert MARKER not in caplog.text
    assert not [p for p in tmp_path.rglob("*") if p.is_file() and MARKER.encode() in p.read_bytes()]


def test_locking_in_the_middle_keeps_what_is_typed_in_a_dialog(window: Window) -> None:
    window.pages.go("signals")
    number = call_comes_in(window)
    page = window.pages.page
    assert isinstance(page, SignalPage)
    window.keys(Qt.Key.Key_B)
    dialog = window.dialog(DecideInformingDialog)
    dialog.part.fields["choice"].take_focus()
    window.keys(Qt.Key.Key_Space)
    assert [one.has_unkept() for one in window.pages.drafts()] == [True]
    for one in window.pages.drafts():
        one.keep_draft()
    window.until(lambda: not any(one.has_unkept() for one in window.pages.drafts()))
    from mhdesk.desk import drafts

    kept = window.ask(drafts.mine)
    assert [draft.form for draft in kept] == ["inform"]
    assert read(window, number).involvements[0].decisions == ()
