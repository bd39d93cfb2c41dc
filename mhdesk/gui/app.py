"""Start the window: the unlock page is painted first, everything heavy is loaded after it."""

from __future__ import annotations

import logging
import sys
from datetime import datetime, time
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QCoreApplication, QSize, Qt, QTimer, Slot
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QStackedLayout, QWidget
from shiboken6 import isValid

from mhdesk import files
from mhdesk.domain.people import Permission
from mhdesk.errors import KnownError
from mhdesk.gui import faults, i18n
from mhdesk.gui.entry.entry import Entry
from mhdesk.gui.entry.locked import Locked, read_locked
from mhdesk.gui.entry.opening import Opened
from mhdesk.gui.log import LogFile
from mhdesk.gui.look import icons
from mhdesk.gui.look.roles import Role
from mhdesk.gui.look.theme import Scheme, Theme, look
from mhdesk.gui.preferences import Preferences
from mhdesk.gui.runner import DeskRunner, ThreadRunner
from mhdesk.gui.shell.clipboard import ClipboardGuard
from mhdesk.gui.widgets.messages import Kind

if TYPE_CHECKING:  # after the first paint, and only when wanted
    from mhdesk.desk.desk import Desk
    from mhdesk.gui.entry.quick_note_page import QuickNotePage

WIDTH: Final = 1366
HEIGHT: Final = 768
_TITLE_BAR: Final = 40
"""What the title bar of the system takes at most, in the pixels of the window."""
_CANNOT_START_AGAIN: Final = 4


class AppWindow(QWidget):
    """The one window: the way in, then the registry. Its title never says what is in a record.

    ``first_painted`` follows the first picture on the screen; ``lock_wanted`` carries the folder and the
    :class:`Locked`, when the desk is closed and this process should be replaced.
    """

    first_painted = QtSignal()
    lock_wanted = QtSignal(object, object)

    def __init__(self, runner: DeskRunner, preferences: Preferences, theme: Theme) -> None:
        super().__init__()
        self._runner = runner
        self._preferences = preferences
        self._theme = theme
        self._painted = False
        self._closed = False
        self._closing = False
        self._folder = Path()
        self._locked: Locked | None = None
        self._note: QuickNotePage | None = None
        self.entry = Entry(runner, preferences)
        self.clipboard = ClipboardGuard(self)
        self.clipboard.copied.connect(self._on_clipboard_copied)
        self.main: QWidget | None = None
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self.entry)
        self.entry.opened.connect(self._on_entry_opened)
        self.entry.noting.connect(self._on_entry_noting)
        self.setWindowTitle("mhdesk")
        self.setMinimumSize(640, 480)
        self._place()

    def begin(self, folder: Path | None, locked: Locked | None = None) -> None:
        """Show the way in; the desk is loaded once the window has been painted."""
        self._folder, self._locked = folder or Path(), locked
        self.entry.begin(folder, locked)
        self.first_painted.connect(self.entry.load, Qt.ConnectionType.SingleShotConnection)

    def tell(self, error: KnownError) -> None:
        """Say what went wrong wherever the user is now."""
        from mhdesk.gui.shell.main_window import MainWindow

        if isinstance(self.main, MainWindow):
            self.main.tell(error)
        else:
            self.entry.tell(error)

    @Slot(object)
    def _on_entry_opened(self, opened: object) -> None:
        from mhdesk.gui.shell.main_window import MainWindow  # after the first paint
        from mhdesk.gui.shell.session import watch_session
        from mhdesk.gui.shell.view_menu import ViewMenu

        if not isinstance(opened, Opened):
            return
        resumed = self._locked.draft if self._locked and opened.folder == self._folder else None
        self._folder = opened.folder
        menu = ViewMenu(self._theme, self._preferences, opened.user.name, self)
        main = MainWindow(self._runner, opened, menu)
        main.locked.connect(self._on_main_locked)
        main.closed.connect(self._on_main_closed)
        session = watch_session(self)
        if session is not None:
            session.left.connect(main.lock_unattended)
            main.locked.connect(session.let_sleep)
            main.departure.stayed.connect(session.let_sleep)
        if opened.made_up:
            warning = self.tr("Made-up registry. Record nothing real here.")
            main.made_up.show_message(Kind.WARNING, warning, closable=False)
        if opened.page is not None:
            words = self.tr("The key is right. Delete the PDF file now: {path}")
            main.messages.show_message(Kind.DONE, words.format(path=opened.page))
        self.main = main
        self._pages.addWidget(main)
        self._pages.setCurrentWidget(main)
        self._pages.removeWidget(self.entry)
        self.entry.deleteLater()
        self.setWindowTitle(f"mhdesk · {opened.info.name}")
        if self._locked is not None and self._locked.mails and opened.user.may(Permission.WRITE):
            main.messages.show_message(Kind.WARNING, main.mail.left_words(self._locked.mails))
        if resumed is not None:
            main.pages.resume(resumed)

    @Slot()
    def _on_clipboard_copied(self) -> None:
        """Let the log say that something was copied; what is copied on the way in is no record."""
        if self.main is not None and not self._closed:
            self._runner.ask(_note_copying, _wait_for_nothing)

    @Slot(bool)
    def _on_main_locked(self, draft_kept: bool) -> None:
        from mhdesk.gui.shell.main_window import MainWindow

        main = self.main if isinstance(self.main, MainWindow) else None
        draft = main.departure.draft_left() if draft_kept and main is not None else None
        mails = main.mail.left() if main is not None else 0
        self._start_again(Locked(_time_now(), draft_kept, draft, mails=mails))

    def _start_again(self, locked: Locked) -> None:
        self._closed = True
        self.clipboard.clear()
        self._remember_place()
        self.lock_wanted.emit(self._folder, locked)

    @Slot(object)
    def _on_entry_noting(self, page: object) -> None:
        """Watch over a quick note as over an open registry: nothing of it stays on a screen that was left."""
        from mhdesk.gui.entry.quick_note_page import QuickNotePage
        from mhdesk.gui.shell.idle import IdleWatch
        from mhdesk.gui.shell.session import watch_session

        if not isinstance(page, QuickNotePage):
            return
        self._note, self._folder = page, self.entry.unlock.folder
        idle = IdleWatch(self._preferences.values.idle_minutes, None, page)
        idle.idle.connect(page.leave_unattended)
        idle.begin()
        session = watch_session(page)
        if session is not None:
            session.left.connect(page.leave_unattended)
            page.left.connect(session.let_sleep)
        page.left.connect(self._on_note_left)

    @Slot(bool)
    def _on_note_left(self, kept: bool) -> None:
        """End this process with the note: what was typed in it must not stay in memory."""
        self._note = None
        if self._closing:
            self._on_main_closed()
        elif kept:
            self._start_again(Locked(_time_now(), note_kept=True))

    @Slot()
    def _on_main_closed(self) -> None:
        """Close for good, after the closing that began this: Qt ignores one inside another."""
        self._closed = True
        QTimer.singleShot(0, self.close)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is typed before the window goes; until that is done it stays."""
        from mhdesk.gui.shell.main_window import MainWindow

        if isinstance(self.main, MainWindow) and not self._closed:
            event.ignore()
            self.main.leave()
            return
        if self._note is not None and not self._closed:
            event.ignore()
            self._closing = True
            self._note.leave()
            return
        self._remember_place()
        self.clipboard.clear()
        self._runner.close()
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), look().ink(Role.PAPER))
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.first_painted.emit)

    def _place(self) -> None:
        """Stand where the window stood, or as large as is useful and fits."""
        kept = QByteArray.fromBase64(self._preferences.values.window.encode())
        if not kept.isEmpty() and self.restoreGeometry(kept):
            return
        self._fit(QGuiApplication.primaryScreen().availableSize())

    def _fit(self, room: QSize) -> None:
        """Take the useful size and leave a title bar its place; where that is all there is, take everything."""
        height = room.height() - _TITLE_BAR
        self.resize(min(WIDTH, room.width()), min(HEIGHT, height))
        if room.width() <= WIDTH or height <= HEIGHT:
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def _remember_place(self) -> None:
        place = bytes(self.saveGeometry().toBase64().data()).decode()
        self._preferences.change(window=place)


def main(
    registry: str | Path | None,
    lang: str = "nl",
    theme: str | None = None,
    *,
    locked_at: str | None = None,
) -> int:
    """Open the window on ``registry``, or on the one opened last, and return the exit status.

    ``theme`` ("system", "light", "dark") is the user's own choice when None; ``locked_at`` is what
    the process said that this one replaces.
    """
    files.private_process()
    logging.getLogger().addHandler(LogFile())
    app = QApplication(sys.argv[:1])
    app.setApplicationName("mhdesk")
    icons.set_app_icon(app)
    preferences = Preferences()
    dress = Theme(app, _scheme(theme or preferences.values.scheme), zoom=preferences.values.zoom)
    i18n.speak(app, lang)
    runner = ThreadRunner()
    window = AppWindow(runner, preferences, dress)
    window.lock_wanted.connect(partial(start_again, dress))
    sys.excepthook = partial(_show_bug, window)
    window.begin(Path(registry).absolute() if registry else None, read_locked(locked_at))
    window.show()
    try:
        return app.exec()
    finally:
        runner.close()


def _note_copying(desk: Desk) -> None:
    from mhdesk.desk import logbook

    logbook.copied(desk)


def _wait_for_nothing(_nothing: None) -> None:
    """Need no answer."""


def start_again(dress: Theme, folder: Path, locked: Locked) -> None:
    """Become a new process that shows the unlock page for ``folder``; when that fails, end."""
    from mhdesk.gui.shell.leaving import command, replace_process  # after the first paint

    try:
        replace_process(command(folder, dress.scheme.value, locked))
    except OSError as error:
        faults.unexpected(error)
        QCoreApplication.exit(_CANNOT_START_AGAIN)


def _time_now() -> time:
    return datetime.now().astimezone().time()


def _scheme(chosen: str) -> Scheme:
    return Scheme(chosen) if chosen in set(Scheme) else Scheme.SYSTEM


def _show_bug(
    window: AppWindow, kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Show an exception that nobody caught by its number; its own text may quote what somebody typed."""
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    told = faults.known(error)
    if isValid(window):
        window.tell(told)
