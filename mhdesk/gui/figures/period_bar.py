"""Which period is counted: typed, or one of two years with a click."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import Signal as QtSignal
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mhdesk.domain.periods import Period, parse_period
from mhdesk.errors import InputError
from mhdesk.gui.figures import work
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.widgets.buttons import QuietButton
from mhdesk.gui.widgets.editors import TextEditor, mark_wrong
from mhdesk.gui.widgets.labels import Label

_WIDTH: Final = 208


class PeriodBar(QWidget):
    """The period as typed. ``chosen`` carries another Period, ``refused`` the InputError of what is none."""

    chosen = QtSignal(object)
    refused = QtSignal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = date.min
        self._read = ""
        self.editor = TextEditor(width=_WIDTH)
        self.editor.setAccessibleName(self.tr("Period"))
        self.editor.setAccessibleDescription(self.tr("2025, 2025-H1, 2025-Q1, 2025-03 or two days"))
        self.editor.setToolTip(self.editor.accessibleDescription())
        self.last_year = QuietButton(self.tr("Last year"))
        self.this_year = QuietButton(self.tr("This year"))
        label = Label(self.tr("Period"), Type.STRONG)
        label.setBuddy(self.editor)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.S16)
        for part in (label, self.editor, self.last_year, self.this_year):
            row.addWidget(part)
        self.editor.returnPressed.connect(self._on_editor_left)
        self.editor.left.connect(self._on_editor_left)
        self.last_year.clicked.connect(self._on_last_year_clicked)
        self.this_year.clicked.connect(self._on_this_year_clicked)

    def set_today(self, today: date) -> None:
        """Say which year is the last one and which is this one."""
        self._today = today

    def show_period(self, period: Period) -> None:
        """Show a period without a word to anybody."""
        self._read = period.code()
        self.editor.setText(self._read)
        mark_wrong(self.editor, False)

    def _choose(self, period: Period) -> None:
        self.show_period(period)
        self.chosen.emit(period)

    @Slot()
    def _on_editor_left(self) -> None:
        """Read what was typed, once."""
        typed = self.editor.text().strip()
        if typed == self._read:
            return
        self._read = typed
        try:
            period = parse_period(typed)
        except InputError as error:
            mark_wrong(self.editor, True)
            self.refused.emit(error)
        else:
            self._choose(period)

    @Slot()
    def _on_last_year_clicked(self) -> None:
        self._choose(work.last_year(self._today))

    @Slot()
    def _on_this_year_clicked(self) -> None:
        self._choose(work.this_year(self._today))
