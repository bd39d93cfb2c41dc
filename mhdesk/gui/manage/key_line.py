"""The line that says that the registry still needs another key, or how far that is."""

from __future__ import annotations

from PySide6.QtCore import Signal as QtSignal
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.widgets.buttons import QuietButton
from mhdesk.gui.widgets.labels import Label, Paragraph
from mhdesk.gui.widgets.messages import Kind, MessageBar

_PERCENT = 100


class KeyLine(QWidget):
    """Hidden while nothing is due. ``finish_wanted`` and ``stop_wanted`` follow its buttons."""

    finish_wanted = QtSignal()
    stop_wanted = QtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.due = MessageBar()
        self._doing = QWidget()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._told = Paragraph("", Type.CAPTION, Role.SECOND)
        self.stop = QuietButton(self.tr("Stop"), keys="Esc")
        self.due.action_chosen.connect(self.finish_wanted)
        self.stop.clicked.connect(self.stop_wanted)
        doing = QVBoxLayout(self._doing)
        doing.setContentsMargins(0, 0, 0, 0)
        doing.setSpacing(sizes.S8)
        doing.addWidget(Label(self.tr("The registry gets a new key"), Type.STRONG))
        doing.addWidget(self._bar)
        doing.addWidget(self._told)
        doing.addWidget(self.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, sizes.S12)
        column.addWidget(self.due)
        column.addWidget(self._doing)
        self._bar.setAccessibleName(self.tr("How far the new key is"))
        self.show_nothing()

    def show_nothing(self) -> None:
        """Take the line away: the registry has the key that it should have."""
        self.hide()
        self.due.hide()
        self._doing.hide()

    def show_due(self) -> None:
        """Say that the registry still has its old key, until somebody finishes it."""
        self._doing.hide()
        words = self.tr("A key was taken away or lost, and the registry still has its old key.")
        self.due.show_message(Kind.WARNING, words, action=self.tr("Finish"), closable=False)
        self.show()

    def show_begun(self) -> None:
        """Say that it is being done."""
        self.due.hide()
        self.show_progress(0, 0)
        self._doing.show()
        self.show()

    def is_doing(self) -> bool:
        """Say whether the registry is getting its key now."""
        return not self._doing.isHidden()

    @Slot(int, int)
    def show_progress(self, done: int, steps: int) -> None:
        """Move the bar; what follows the copying is checked, which nobody can measure."""
        share = done * _PERCENT // steps if steps else 0
        self._bar.setMaximum(_PERCENT if share < _PERCENT else 0)
        self._bar.setValue(share)
        if share < _PERCENT:
            self._told.set_plain(
                self.tr("You can stop: the registry then keeps its old key until you finish.")
            )
        else:
            self._told.set_plain(self.tr("Checking that everything came along. Nearly there."))
