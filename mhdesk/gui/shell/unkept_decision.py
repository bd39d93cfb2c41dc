"""What is asked when somebody leaves and something typed could not be kept."""

from __future__ import annotations

from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QWidget

from mhdesk.gui.widgets.dialog import Decision


class UnkeptDecision(Decision):
    """Ask whether to leave without the text; ``leaving_chosen`` follows a yes, Esc stays."""

    leaving_chosen = QtSignal()

    def __init__(self, parent: QWidget) -> None:
        question = self.tr("Leave without what you typed?")
        why = self.tr(
            "Your text could not be kept in the registry: the page says why. It is lost when you leave now."
        )
        super().__init__(question, why, self.tr("Leave without it"), parent)
        self.cancel.setText(self.tr("Stay"))
        self.cancel.setFocus()

    def decide(self) -> bool:
        self.leaving_chosen.emit()
        return True
