"""Every key that works, in one panel: those of the window and those of the page that is shown."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.shell.panel import Panel
from mhdesk.gui.widgets.bars import KeyHint
from mhdesk.gui.widgets.buttons import keys_text
from mhdesk.gui.widgets.labels import Label, Section


class KeysPanel(Panel):
    """Two lists: what works everywhere, and beside it under its title what works on this page."""

    WIDTH = 2 * sizes.DIALOG_WIDTH

    def __init__(
        self, everywhere: tuple[KeyHint, ...], here: tuple[KeyHint, ...], title: str, parent: QWidget
    ) -> None:
        super().__init__(self.tr("All keys"), parent)
        beside = QHBoxLayout()
        beside.setSpacing(sizes.S48)
        for head, hints in ((self.tr("Everywhere"), everywhere), (title, here)):
            if hints:
                column = QVBoxLayout()
                column.setSpacing(sizes.S12)
                column.addWidget(Section(head))
                column.addLayout(_list(hints))
                column.addStretch(1)
                beside.addLayout(column, 1)
        self.column.addLayout(beside)


def _list(hints: tuple[KeyHint, ...]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(sizes.S24)
    grid.setVerticalSpacing(sizes.S8)
    grid.setColumnStretch(1, 1)
    for row, hint in enumerate(hints):
        grid.addWidget(Label(keys_text(hint.keys) or hint.keys, Type.STRONG), row, 0)
        grid.addWidget(Label(hint.words), row, 1)
    return grid
