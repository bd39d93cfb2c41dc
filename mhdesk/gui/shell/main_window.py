"""The window over an open registry: navigation, top bar, page, key strip."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal as QtSignal
from PySide6.QtCore import Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mhdesk.domain.change import Change
from mhdesk.domain.people import Permission
from mhdesk.errors import KnownError
from mhdesk.gui import faults
from mhdesk.gui.bus import Bus
from mhdesk.gui.entry.opening import Opened
from mhdesk.gui.finding.everywhere import FindEverywhere
from mhdesk.gui.look import sizes
from mhdesk.gui.mail.drops import FileDrops, TakesFiles
from mhdesk.gui.mail.intake import MAIL_KEYS, MailIntake
from mhdesk.gui.runner import DeskRunner
from mhdesk.gui.shell.context import KeepsDraft, MakesCrisisCard, TellsStatus
from mhdesk.gui.shell.cover import Cover
from mhdesk.gui.shell.crisis_panel import CrisisPanel
from mhdesk.gui.shell.departure import HIDE_KEYS, LOCK_KEYS, Departure
from mhdesk.gui.shell.idle import WARN_SECONDS, Clocks, IdleWatch
from mhdesk.gui.shell.keys_panel import KeysPanel
from mhdesk.gui.shell.navigation import Navigation
from mhdesk.gui.shell.pages import Pages
from mhdesk.gui.shell.top_bar import NEW_KEYS, SEARCH_KEYS, TopBar
from mhdesk.gui.shell.view_menu import ViewMenu
from mhdesk.gui.signals.matching import ReadingOn
from mhdesk.gui.widgets.bars import KeyHint, KeyStrip
from mhdesk.gui.widgets.buttons import keys_text
from mhdesk.gui.widgets.messages import Kind, MessageBar, announce
from mhdesk.gui.widgets.page import Page

if TYPE_CHECKING:  # the runner brings it
    from mhdesk.desk.desk import Desk

_NARROW_BELOW: Final = 1100
_ALL_KEYS: Final = "Ctrl+/"
_MAY_WAIT: Final = frozenset(
    {"backups.never", "backups.no_second_place", "backups.second_on_same_disk", "backups.second_never"}
)
"""What is told about backups once a day only."""
_BACK_KEYS: Final = "Alt+Left"


class MainWindow(QWidget):
    """Everything while a registry is open.

    ``locked`` (was a draft kept?) and ``closed`` follow `lock` and `leave`; the desk is closed then.
    """

    locked = QtSignal(bool)
    closed = QtSignal()

    def __init__(
        self,
        runner: DeskRunner,
        opened: Opened,
        menu: ViewMenu,
        parent: QWidget | None = None,
        *,
        clocks: Clocks | None = None,
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._may_read = opened.user.may(Permission.READ)
        self._may_write = opened.user.may(Permission.WRITE)
        self._uncovered_keys: list[QShortcut] = []
        self._on_message: Callable[[], object] | None = None
        self._said_of_mail = ""
        self._menu = menu
        self.bus = Bus(self)
        self.pages = Pages(runner, self.bus, opened.info, opened.user)
        self.navigation = Navigation(opened.user.name, opened.user.role, menu)
        self.top = TopBar()
        self.finding = FindEverywhere(runner, self.pages, self.top.search, self.navigation.words(), self)
        self.messages = MessageBar()
        self.keys = KeyStrip()
        self.made_up = MessageBar()
        self.cover = Cover(self.navigation, self.top, self.pages, self.keys)
        self.idle = IdleWatch(menu.idle_minutes(), clocks, self)
        menu.idle_minutes_chosen.connect(self.idle.set_minutes)
        self.mail = MailIntake(runner, self.bus, self)
        self.drops = FileDrops(self, self._droppable)
        self.departure = Departure(runner, self.pages, self.cover, self.idle, self)
        self._lay_out()
        self._connect()
        self._bind_keys()
        self._begin()
        if self._may_read:
            ReadingOn(runner, self.bus, self).begin()
        self._count()
        self._ask_what_is_due(opened)
        self.idle.begin()

    def _lay_out(self) -> None:
        above = QVBoxLayout()
        above.setContentsMargins(sizes.PAGE_LEFT, 0, sizes.PAGE_RIGHT, 0)
        above.addWidget(self.made_up)
        above.addWidget(self.messages)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.top)
        right.addLayout(above)
        right.addWidget(self.pages, 1)
        right.addWidget(self.cover, 1)
        right.addWidget(self.keys)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.navigation)
        row.addLayout(right, 1)

    def _connect(self) -> None:
        self._runner.failed.connect(self._on_runner_failed)
        self.bus.changed.connect(self._on_bus_changed)
        self.pages.page_changed.connect(self._on_pages_page_changed)
        self.navigation.place_chosen.connect(self._on_place_chosen)
        self.navigation.lock_wanted.connect(self.lock)
        self.pages.lock_wanted.connect(self.lock)
        self.pages.mail_wanted.connect(self.take_in_mail)
        self.mail.told.connect(self._on_mail_told)
        self.mail.opened.connect(self.pages.new_signal)
        self.drops.mails_dropped.connect(self.mail.take)
        self.drops.files_dropped.connect(self._on_files_dropped)
        self.top.crisis_wanted.connect(self.show_crisis)
        self.top.new_wanted.connect(self.new_signal)
        self.messages.action_chosen.connect(self._on_message_action_chosen)
        self.idle.nearly_idle.connect(self._on_idle_near)
        self.idle.back.connect(self._show_status)
        self.departure.locked.connect(self.locked)
        self.departure.closed.connect(self.closed)
        self.departure.covered.connect(self._on_departure_covered)

    def _bind_keys(self) -> None:
        bound: dict[str, Callable[[], object]] = {
            SEARCH_KEYS: self.finding.begin,
            NEW_KEYS: self.new_signal,
            MAIL_KEYS: self.take_in_mail,
            _ALL_KEYS: self.show_keys,
            _BACK_KEYS: self.pages.back,
        }
        for number, key in enumerate(self.navigation.places, 1):
            bound[f"Ctrl+{number}"] = partial(self.pages.go, key)
        self._uncovered_keys = [self._bind(keys, action) for keys, action in bound.items()]

    def _bind(self, keys: str, action: Callable[[], object]) -> QShortcut:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.activated.connect(action)
        return shortcut

    def key_hints(self) -> tuple[KeyHint, ...]:
        """Return every key that works on every page."""
        words = self.navigation.words()
        places = (
            KeyHint(f"Ctrl+{number}", words[key]) for number, key in enumerate(self.navigation.places, 1)
        )
        return (
            KeyHint(SEARCH_KEYS, self.tr("search everywhere")),
            KeyHint(NEW_KEYS, self.tr("new signal")),
            KeyHint(MAIL_KEYS, self.tr("take in a mail")),
            *places,
            KeyHint(_BACK_KEYS, self.tr("back")),
            KeyHint(HIDE_KEYS, self.tr("hide the screen")),
            KeyHint(LOCK_KEYS, self.tr("lock")),
            KeyHint(_ALL_KEYS, self.tr("all keys")),
        )

    @Slot()
    def new_signal(self) -> None:
        """Show the form for a signal."""
        self.pages.new_signal()

    @Slot()
    def take_in_mail(self) -> None:
        """Ask which mail becomes a signal."""
        if self._may_write:
            self.mail.choose()

    def _droppable(self) -> Page | None:
        """Return the page on which files may be dropped, None while nothing may."""
        return self.pages.page if self._may_write and self.cover.isHidden() else None

    @Slot(object, list)
    def _on_files_dropped(self, page: object, paths: list[Path]) -> None:
        if isinstance(page, TakesFiles):
            page.take_files(paths)

    @Slot(object, str)
    def _on_mail_told(self, kind: object, sentence: str) -> None:
        if isinstance(kind, Kind):
            self._on_message = None
            self._said_of_mail = "" if kind == Kind.ERROR else sentence
            self.messages.show_message(kind, sentence)

    @Slot()
    def show_crisis(self) -> None:
        """Show whom to call now, under the button."""
        panel = CrisisPanel(self._runner, self.bus, self.window(), self._crisis_card())
        panel.show()
        below = self.top.crisis.mapToGlobal(self.top.crisis.rect().bottomRight())
        panel.move(below.x() - panel.width(), below.y() + sizes.S8)

    def _crisis_card(self) -> Callable[[], None] | None:
        """Return what asks for a crisis card about what is shown, if anything does."""
        page = self.pages.page
        if page is None:
            return None
        return page.crisis_card() if isinstance(page, MakesCrisisCard) else None

    @Slot()
    def show_keys(self) -> None:
        """Show every key that works here."""
        page = self.pages.page
        everywhere = self.key_hints()
        known = {keys_text(hint.keys) for hint in everywhere}
        hints = page.all_keyhints() if page is not None else ()
        here = tuple(one for one in hints if (keys_text(one.keys) or one.keys) not in known)
        KeysPanel(everywhere, here, page.title if page is not None else "", self.window()).show()

    @Slot()
    def lock(self) -> None:
        """Keep what is typed, close the desk and let `locked` follow."""
        self.departure.lock()

    @Slot()
    def lock_unattended(self) -> None:
        """Lock while nobody is there."""
        self.departure.lock_unattended()

    def leave(self) -> None:
        """Keep what is typed, close the desk and let `closed` follow; mails that are read may ask to wait."""
        if not self.mail.asks_to_wait():
            self.departure.leave()

    @Slot(bool)
    def _on_departure_covered(self, covered: bool) -> None:
        """Let no key of the window work on what is covered; those that lock and hide do."""
        for shortcut in self._uncovered_keys:
            shortcut.setEnabled(not covered)

    @Slot()
    def _on_idle_near(self) -> None:
        words = self.tr("Locks in {seconds} seconds. Press a key to go on.").format(seconds=WARN_SECONDS)
        self.keys.set_status(words)
        announce(self.keys, words)

    def _count(self) -> None:
        if self._may_read:
            self._runner.ask(_count_open, self._on_counted)

    def _on_counted(self, count: int) -> None:
        self.navigation.places["today"].set_count(count)

    def _begin(self) -> None:
        """Show what waits; who may not read signals begins where there is something to do."""
        if self._may_read:
            self.pages.open_today()
        else:
            self.pages.open_manage()

    def _ask_what_is_due(self, opened: Opened) -> None:
        """Ask for a new key that is due, or for a recovery page: one at all, a first try, the yearly one."""
        if opened.key_change_due and opened.user.may(Permission.ADMINISTER):
            words = self.tr("A key was taken away or lost, and the registry still has its old key.")
            self._ask(words, self.tr("Finish"), partial(self.pages.open_manage, "users"))
        elif not opened.page_written and opened.user.may(Permission.ADMINISTER):
            words = self.tr(
                "No recovery page was ever saved: without the passphrase the registry may be lost."
            )
            self._ask(words, self.tr("Make a recovery page"), self.pages.renew_recovery)
        elif not opened.recovery_proven:
            words = self.tr("The recovery page was not typed back yet: nobody knows whether it works.")
            self._ask(words, self.tr("Type it back"), self.pages.prove_recovery)
        elif opened.recovery_due:
            words = self.tr("The recovery page was last tried more than a year ago. Is it still there?")
            self._ask(words, self.tr("Try it"), self.pages.prove_recovery)

        elif not opened.made_up:
            self._runner.ask(partial(_alarms, opened.first_today), self._on_alarms_arrived)

    def _on_alarms_arrived(self, alarms: Alarms) -> None:
        """Say what is the matter with the registry or its backups, the gravest first."""
        if alarms.registry:
            self._ask(
                alarms.registry, self.tr("Check the registry"), partial(self.pages.open_manage, "check")
            )
        elif alarms.backups:
            self._ask(alarms.backups, self.tr("To the backups"), partial(self.pages.open_manage, "backups"))

    def _ask(self, words: str, action: str, then: Callable[[], object]) -> None:
        self._on_message = then
        self.messages.show_message(Kind.WARNING, words, action=action)

    @Slot()
    def _on_message_action_chosen(self) -> None:
        if self._on_message is not None:
            self._on_message()

    @Slot(object)
    def _on_bus_changed(self, change: object) -> None:
        self._count()
        if not isinstance(change, Change):
            return
        if change.verb == "registry.recovery_proven":
            self._on_message = None
            self.messages.show_message(Kind.DONE, self.tr("The recovery page works."))
        elif change.verb == "registry.recovery_renewed" and self._on_message is not None:
            self._on_message = None
            self.messages.hide()
        elif change.verb == "user.renamed":
            self._runner.ask(_own_name, self._on_own_name_arrived)

    def _on_own_name_arrived(self, name: str) -> None:
        self.navigation.set_user_name(name)
        self.pages.rename_user(name)
        self._menu.rename_user(name)

    @Slot(object)
    def _on_runner_failed(self, error: object) -> None:
        if isinstance(error, KnownError):
            self.tell(error)

    def tell(self, error: KnownError) -> None:
        """Say above the page what went wrong."""
        self._on_message = None
        self.messages.show_message(Kind.ERROR, faults.sentence(error))

    @Slot(str)
    def _on_place_chosen(self, key: str) -> None:
        self.pages.go(key)

    @Slot()
    def _on_pages_page_changed(self) -> None:
        page = self.pages.page
        if page is None:
            return
        if self._said_of_mail and self.messages.sentence() == self._said_of_mail:
            self.messages.hide()  # it was about the form that was shown
        self.navigation.show_place(self.pages.place)
        self.top.show_new(not isinstance(page, KeepsDraft))
        self.keys.set_hints((*page.keyhints(), KeyHint(_ALL_KEYS, self.tr("all keys"))))
        self._show_status()

    @Slot()
    def _show_status(self) -> None:
        page = self.pages.page
        if page is None:
            return
        own = page.status() if isinstance(page, TellsStatus) else ""
        self.keys.set_status(own or self.tr("Everything saved"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.navigation.set_narrow(self.width() < _NARROW_BELOW)


@dataclass(frozen=True, slots=True)
class Alarms:
    """What somebody who just came in should know: about the registry itself, and about its backups."""

    registry: str
    backups: str


def _alarms(first_today: bool, desk: Desk) -> Alarms:
    from mhdesk.desk import backups, logbook

    registry = [found.sentence() for found in logbook.warnings(desk)]
    found = backups.warnings(desk, desk.today()) if desk.info().signals else ()
    told = [one.sentence() for one in found if first_today or one.code not in _MAY_WAIT]
    return Alarms(" ".join(registry[:1]), " ".join(told[:1]))


def _count_open(desk: Desk) -> int:
    from mhdesk.desk import today

    return today.count_open(desk)


def _own_name(desk: Desk) -> str:
    return desk.user.name
