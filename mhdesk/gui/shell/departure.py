"""Every way away from what is on the screen: hide it, lock, close; and the way back.

Locking and hiding have keys that work wherever somebody is: in dialogs, and while a menu or a list of choices is open.

Whoever was away comes back with the passphrase: a lock that began while nobody was there and that could not keep a
text stays covered until it is typed. What was hidden with the key comes back with the key, for as long as it takes
until the registry locks by itself.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import isValid

from mhdesk.gui.runner import DeskRunner
from mhdesk.gui.shell.cover import Cover
from mhdesk.gui.shell.idle import IdleWatch
from mhdesk.gui.shell.leaving import HasDrafts, Leaving
from mhdesk.gui.shell.return_dialog import ReturnDialog
from mhdesk.gui.shell.unkept_decision import UnkeptDecision
from mhdesk.gui.widgets.dialog import Decision

LOCK_KEYS: Final = "Ctrl+L"
HIDE_KEYS: Final = "Ctrl+Shift+H"
_BOUND: Final = "locks"


class Departure(QObject):
    """Lead away from an open registry.

    ``locked`` (was a draft kept?) and ``closed`` follow `lock` and `leave`; the desk is closed then. ``stayed``
    follows when a text could not be kept: somebody is asked then. ``covered`` carries whether keys of the window
    rest.
    """

    locked = QtSignal(bool)
    closed = QtSignal()
    stayed = QtSignal()
    covered = QtSignal(bool)

    def __init__(
        self, runner: DeskRunner, pages: HasDrafts, cover: Cover, idle: IdleWatch, window: QWidget
    ) -> None:
        super().__init__(window)
        self._runner = runner
        self._cover = cover
        self._idle = idle
        self._window = window
        self._locking = False
        self._must_prove = False
        self._asking: Decision | None = None
        self._leaving = Leaving(runner, pages, self)
        self._leaving.left.connect(self._on_left)
        self._leaving.stayed.connect(self._on_stayed)
        self._leaving.backing_up.connect(self._cover.say_backup)
        self._cover.skip_wanted.connect(self._leaving.skip_backup)
        self._cover.uncover_wanted.connect(self.toggle_hidden)
        self._idle.idle.connect(self.lock_unattended)
        self._bind(window)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_app_focus_changed)

    def _bind(self, window: QWidget) -> None:
        """Let the keys work in ``window``, also while a menu is open over it: for Qt that is another window."""
        bound: tuple[tuple[str, Callable[[], None]], ...] = (
            (LOCK_KEYS, self.lock),
            (HIDE_KEYS, self.toggle_hidden),
        )
        for keys, action in bound:
            shortcut = QShortcut(QKeySequence(keys), window)
            shortcut.setContext(Qt.ShortcutContext.ApplicationShortcut)
            shortcut.activated.connect(action)
            # While a list is open over a dialog, the window hears the key too: Qt then takes neither for sure.
            shortcut.activatedAmbiguously.connect(action)

    @Slot("QWidget*", "QWidget*")
    def _on_app_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Give the keys to every modal dialog too: it shadows those of the window, and no others do."""
        dialog = new.window() if new is not None else None
        if isinstance(dialog, QDialog) and dialog.isModal() and not dialog.property(_BOUND):
            dialog.setProperty(_BOUND, True)
            self._bind(dialog)

    @Slot()
    def lock(self) -> None:
        """Keep what is typed, close the desk and let `locked` follow; what is shown is covered at once."""
        self._locking = True
        self._cover.hide_for_lock()
        self._leave()

    @Slot()
    def lock_unattended(self) -> None:
        """Lock while nobody is there: what cannot be kept is asked about, but not shown without the passphrase."""
        self._must_prove = True
        self.lock()

    @Slot()
    def leave(self) -> None:
        """Keep what is typed, close the desk and let `closed` follow."""
        self._locking = False
        self._cover.hide_for_closing()
        self._leave()

    @Slot()
    def toggle_hidden(self) -> None:
        """Take everything off the screen at once, or show it again; the registry stays open, but not for longer."""
        if self._cover.isHidden():
            self._cover.hide_content()
            self.covered.emit(True)
            self._idle.hold()
            self._window.window().showMinimized()
        elif self._cover.can_go:
            self._stay()

    def draft_left(self) -> int | None:
        """Return the draft in which somebody was typing, None without one."""
        return self._leaving.draft_left()

    def _leave(self) -> None:
        self.covered.emit(True)
        self._leaving.begin(locking=self._locking)

    def _stay(self) -> None:
        self._must_prove = False
        self._cover.uncover()
        self.covered.emit(False)
        self._idle.begin()

    @Slot(bool)
    def _on_left(self, draft_kept: bool) -> None:
        self._idle.end()
        if self._locking:
            self.locked.emit(draft_kept)
        else:
            self.closed.emit()

    @Slot()
    def _on_stayed(self) -> None:
        """Ask what to do; where nobody is, the screen stays covered until somebody answers."""
        if self._must_prove:
            self._cover.hide_for_question()
        else:
            self._stay()
        if self._asking is None or not isValid(self._asking):
            self._ask_whether_to_stay()
        else:
            self._asking.open()
        self._idle.begin()
        self.stayed.emit()

    @Slot()
    def _ask_whether_to_stay(self) -> None:
        question = UnkeptDecision(self._window.window())
        question.leaving_chosen.connect(self._leaving.force)
        question.rejected.connect(self._on_staying_chosen)
        self._ask(question)

    @Slot()
    def _on_staying_chosen(self) -> None:
        if not self._must_prove:
            self._stay()
            return
        dialog = ReturnDialog(self._runner, self._window.window())
        dialog.proven.connect(self._stay)
        dialog.rejected.connect(self._ask_whether_to_stay)
        self._ask(dialog)

    def _ask(self, dialog: Decision) -> None:
        self._asking = dialog
        dialog.open()
