"""The question before a draft is thrown away."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from mhdesk.gui.widgets.dialog import Decision


class DiscardDraftDialog(Decision):
    """Ask whether what was typed is really to go: it cannot be brought back."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            self.tr("Throw this draft away?"),
            self.tr("What you typed is gone then. Nothing of it was recorded."),
            self.tr("Throw away"),
            parent,
        )
        self.primary.setDefault(False)
        self.cancel.setDefault(True)
        self.cancel.setFocus()
