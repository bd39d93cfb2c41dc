"""What tests of the window share: the Dutch window as people see it, over a real registry."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mhdesk import wording
from mhdesk.desk.desk import Desk
from mhdesk.domain.attachments import AttachmentView
from mhdesk.domain.finding_help import Wanted
from mhdesk.domain.views import SignalFilter, TodayItem
from mhdesk.gui import i18n
from mhdesk.gui.bus import Bus
from mhdesk.gui.entry.opening import Opened
from mhdesk.gui.look import theme
from mhdesk.gui.preferences import Preferences
from mhdesk.gui.runner import InlineRunner, ThreadRunner
from mhdesk.gui.shell.context import PageContext
from tests.gui.widgets.screen import Screen


class Trail:
    """A navigator that goes nowhere and notes where it was sent: ``("open_signal", 3)``."""

    def __init__(self) -> None:
        self.steps: list[tuple[object, ...]] = []

    def open_signal(self, signal_id: int, done: str = "") -> None:
        self.steps.append(("open_signal", signal_id, done) if done else ("open_signal", signal_id))

    def open_person(self, person_id: int, done: str = "") -> None:
        self.steps.append(("open_person", person_id, done) if done else ("open_person", person_id))

    def open_meeting(self, meeting_id: int) -> None:
        self.steps.append(("open_meeting", meeting_id))

    def open_organisation(self, organisation_id: int) -> None:
        self.steps.append(("open_organisation", organisation_id))

    def resume(self, draft_id: int) -> None:
        self.steps.append(("resume", draft_id))

    def open_file(self, file: AttachmentView, reference: str) -> None:
        self.steps.append(("open_file", file.name, reference))

    def find_help(self, wanted: Wanted, person_id: int | None) -> None:
        self.steps.append(("find_help", wanted, person_id))

    def show_needs(self) -> None:
        self.steps.append(("show_needs",))

    def act_on(self, item: TodayItem) -> None:
        self.steps.append(("act_on", str(item.kind), item.signal_id))

    def new_signal(self, draft_id: int | None = None) -> None:
        self.steps.append(("new_signal", draft_id))

    def show_signals(self, wanted: SignalFilter | None = None) -> None:
        self.steps.append(("show_signals", wanted))

    def open_today(self) -> None:
        self.steps.append(("open_today",))

    def open_figures(self) -> None:
        self.steps.append(("open_figures",))

    def show_questions(self, number: int | None = None, draft_id: int | None = None) -> None:
        self.steps.append(("show_questions", number, draft_id))

    def show_comensha(self) -> None:
        self.steps.append(("show_comensha",))

    def show_doubles(self) -> None:
        self.steps.append(("show_doubles",))

    def take_in_mail(self) -> None:
        self.steps.append(("take_in_mail",))

    def import_sheet(self) -> None:
        self.steps.append(("import_sheet",))

    def back(self) -> None:
        self.steps.append(("back",))

    def lock(self) -> None:
        self.steps.append(("lock",))


@pytest.fixture
def dutch(qapp: QApplication) -> Iterator[QApplication]:
    """Return the application, light and in Dutch; afterwards it speaks English again."""
    theme.apply(qapp, theme.Scheme.LIGHT)
    i18n.speak(qapp, "nl")
    yield qapp
    theme.apply(qapp, theme.Scheme.LIGHT)
    i18n.speak(qapp, "en")
    QLocale.setDefault(QLocale.c())
    wording.use_language("nl")


@pytest.fixture
def screen(qtbot: QtBot, dutch: QApplication) -> Screen:
    """Return a screen to show Dutch windows on."""
    del dutch  # asked for what it does
    return Screen(qtbot)


@pytest.fixture
def runner(desk: Desk) -> Iterator[InlineRunner]:
    """Return a runner that answers at once, over an empty registry of its own."""
    made = InlineRunner(desk)
    yield made
    made.close()


@pytest.fixture
def thread_runner(qapp: QApplication) -> Iterator[ThreadRunner]:
    """Return a runner with a thread of its own and no desk yet."""
    del qapp  # asked for being there
    made = ThreadRunner()
    yield made
    made.close()


@pytest.fixture
def opened(desk: Desk) -> Opened:
    """Return what the window knows of the open registry."""
    return Opened(desk.folder, desk.info(), desk.user, recovery_proven=True)


@pytest.fixture
def preferences(tmp_path_factory: pytest.TempPathFactory) -> Preferences:
    """Return preferences that nobody has set yet."""
    return Preferences(tmp_path_factory.mktemp("preferences") / "preferences.json")


@pytest.fixture
def trail() -> Trail:
    """Return a navigator that notes where it was sent."""
    return Trail()


@pytest.fixture
def context(runner: InlineRunner, desk: Desk, trail: Trail, dutch: QApplication) -> PageContext:
    """Return what a page gets from the window."""
    del dutch  # asked for what it does
    return PageContext(runner, Bus(), trail, desk.info(), desk.user)
