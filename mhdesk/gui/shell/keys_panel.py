"""Every key that works, in one panel: those of the window and those of the page that is shown."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.theme import look
from mhdesk.gui.widgets.bars import KeyHint
from mhdesk.gui.widgets.buttons import QuietButton, keys_text
from mhdesk.gui.widgets.labels import Label, Section


class KeysPanel(QDialog):
    """Two lists: what works everywhere, what works on this page. Not modal; Esc closes it."""

    def __init__(
        self, everywhere: tuple[KeyHint, ...], here: tuple[KeyHint, ...], title: str, parent: QWidget
    ) -> None:
        super().__init__(parent, Qt.WindowType.Dialog)
        self.setObjectName("decision")
        self.setModal(False)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("mhdesk")
        self.setAccessibleName(self.tr("All keys"))
        close = QuietButton(self.tr("Close"))
        close.clicked.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.S24, sizes.S24, sizes.S24, sizes.S16)
        column.setSpacing(sizes.S12)
        column.addWidget(Section(self.tr("Everywhere")))
        column.addLayout(_list(everywhere))
        if here:
            column.addSpacing(sizes.S12)
            column.addWidget(Section(title))
            column.addLayout(_list(here))
        column.addSpacing(sizes.S8)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignLeft)
        close.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        self.setFixedWidth(look().px(sizes.DIALOG_WIDTH))
        super().showEvent(event)


def _list(hints: tuple[KeyHint, ...]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(sizes.S24)
    grid.setVerticalSpacing(sizes.S8)
    grid.setColumnStretch(1, 1)
    for row, hint in enumerate(hints):
        grid.addWidget(Label(keys_text(hint.keys) or hint.keys, Type.STRONG), row, 0)
        grid.addWidget(Label(hint.words), row, 1)
    return grid
