"""Cover what is on the screen: while a lock waits for work that is under way, and when somebody looks along."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QApplication, QDialog, QVBoxLayout, QWidget
from shiboken6 import isValid

from mhdesk.gui.look import sizes
from mhdesk.gui.look.roles import Role
from mhdesk.gui.widgets.buttons import SecondaryButton
from mhdesk.gui.widgets.labels import Label


class Cover(QWidget):
    """An empty page in place of ``content``; every other window of the app is hidden while it is there.

    ``uncover_wanted`` follows its button, which stands there while it ``can_go``: after `hide_content`.
    ``skip_wanted`` follows the one that stands there while a backup is made.
    """

    uncover_wanted = QtSignal()
    skip_wanted = QtSignal()

    def __init__(self, *content: QWidget) -> None:
        super().__init__()
        self.can_go = False
        self._content = content
        self._windows: list[QWidget] = []
        self._sentence = Label("", role=Role.SECOND)
        self._show_again = SecondaryButton(self.tr("Show again"))
        self._show_again.clicked.connect(self.uncover_wanted)
        self._skip = SecondaryButton(self.tr("Close without a backup"))
        self._skip.clicked.connect(self.skip_wanted)
        self._skip.hide()
        column = QVBoxLayout(self)
        column.setSpacing(sizes.S16)
        column.addStretch(1)
        for widget in (self._sentence, self._show_again, self._skip):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self.hide()

    def hide_content(self) -> None:
        """Cover until somebody wants it back."""
        self._cover(self.tr("Hidden. The registry is still open."), can_go=True)

    def hide_for_lock(self) -> None:
        """Cover until the registry is locked."""
        self._cover(self.tr("Locking. What you typed is kept first."), can_go=False)

    def hide_for_closing(self) -> None:
        """Cover until the registry is closed."""
        self._cover(self.tr("Closing. What you typed is kept first."), can_go=False)

    def say_backup(self) -> None:
        """Say, while the registry closes, that a backup is made first."""
        if self._skip.isHidden():
            self._sentence.setText(self.tr("Closing. A backup is made first."))
            self._skip.show()
            self._skip.setFocus()

    def hide_for_question(self) -> None:
        """Stay, without words, under a question that must be answered first."""
        self._cover("", can_go=False)

    def uncover(self) -> None:
        """Show again what was shown."""
        self.hide()
        for widget in self._content:
            widget.show()
        for window in self._windows:
            if isValid(window):
                window.show()
        self._windows = []

    def _cover(self, sentence: str, *, can_go: bool) -> None:
        self.can_go = can_go
        self._sentence.setText(sentence)
        self._show_again.setVisible(can_go)
        for widget in self._content:
            widget.hide()
        self._hide_other_windows()
        self.show()
        self._show_again.setFocus()

    def _hide_other_windows(self) -> None:
        """Hide dialogs, menus and tips; only dialogs come back."""
        for window in QApplication.topLevelWidgets():
            if window is self.window() or not window.isVisible():
                continue
            if isinstance(window, QDialog):
                self._windows.append(window)
            window.hide()
