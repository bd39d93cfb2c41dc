"""What is asked of somebody who comes back to a text that could not be kept: the passphrase."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Slot
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QWidget

from mhdesk.errors import KnownError
from mhdesk.gui import faults
from mhdesk.gui.look import sizes
from mhdesk.gui.runner import DeskRunner
from mhdesk.gui.widgets.dialog import Decision
from mhdesk.gui.widgets.editors import PassphraseEditor
from mhdesk.gui.widgets.fields import Field
from mhdesk.gui.widgets.messages import announce

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk

_WIDTH: Final = sizes.DIALOG_WIDTH - 2 * sizes.S24
_SECOND: Final = 1000


def _check(words: str, desk: Desk) -> None:
    from mhdesk.desk import opening

    opening.check_passphrase(desk, words)


class ReturnDialog(Decision):
    """Ask whether it is the same person who comes back. ``proven`` follows the right passphrase.

    After wrong ones it waits longer each time, as the unlock page does.
    """

    proven = QtSignal()

    def __init__(self, runner: DeskRunner, parent: QWidget) -> None:
        question = self.tr("Is it you?")
        why = self.tr("Nobody was here for a while. With your passphrase you go on where your text is.")
        super().__init__(question, why, self.tr("Go on"), parent)
        self._runner = runner
        self._failures = 0
        self._busy = False
        self._editor = PassphraseEditor(width=_WIDTH)
        self.passphrase = Field(self.tr("Passphrase"), self._editor)
        self.body.addWidget(self.passphrase)
        self.cancel.setText(self.tr("Back"))
        self._editor.edited.connect(self._on_editor_edited)
        for before, after in ((self._editor.toggle, self.primary), (self.primary, self.cancel)):
            QWidget.setTabOrder(before, after)
        self.passphrase.take_focus()

    def decide(self) -> bool:
        """Let the desk check; the dialog closes when it was right."""
        if not self._busy:
            self._busy = True
            self.passphrase.set_error(None)
            work = partial(_check, self._editor.passphrase())
            self._runner.ask(work, self._on_proven, self._on_refused)
        return False

    def reject(self) -> None:
        self.passphrase.wipe()
        super().reject()

    def _on_proven(self, _nothing: None) -> None:
        self.passphrase.wipe()
        self.accept()
        self.proven.emit()

    def _on_refused(self, error: KnownError) -> None:
        from mhdesk.vault import delay_after  # is loaded by now; at the start it would delay the first paint

        self._failures += 1
        sentence = faults.sentence(error)
        self.passphrase.set_error(sentence)
        self._editor.selectAll()
        self.passphrase.take_focus()
        announce(self, sentence, at_once=True)
        self._wait(delay_after(self._failures))

    def _wait(self, seconds: int) -> None:
        self.primary.setEnabled(not seconds)
        if seconds:
            QTimer.singleShot(seconds * _SECOND, self, self._on_wait_over)
        else:
            self._busy = False

    @Slot()
    def _on_wait_over(self) -> None:
        self._wait(0)

    @Slot()
    def _on_editor_edited(self) -> None:
        self.passphrase.set_error(None)
