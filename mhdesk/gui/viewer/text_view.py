"""A text to read: it can be copied from, not typed in."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QPlainTextEdit, QWidget


class TextView(QPlainTextEdit):
    """Plain text as it is; ``name`` is what a screen reader calls it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)
        self.setAccessibleName(name)

    def wipe(self) -> None:
        """Forget the text."""
        self.setPlainText("")

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy plain text only: rich formats would carry more than what is seen."""
        copied = QMimeData()
        copied.setText(self.textCursor().selectedText().replace("\u2029", "\n"))
        return copied
