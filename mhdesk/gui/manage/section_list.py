"""The column at the left of the place Management: its sections under each other."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.look.theme import look
from mhdesk.gui.manage.section import ManageSection
from mhdesk.gui.shell.nav_button import NavButton
from mhdesk.gui.widgets.labels import Label

_WIDTH: Final = 176
_NARROW: Final = 48
_TOP: Final = 20
_WORDS_AT: Final = 14
"""Where a `NavButton` has its icon: the heading stands above it."""


class SectionList(QWidget):
    """One button a section; arrow keys walk. ``chosen`` carries the key of a section."""

    chosen = QtSignal(str)

    def __init__(
        self, title: str, sections: Iterable[type[ManageSection]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._narrow = False
        self._title = Label(title, Type.CAPTION_STRONG, Role.SECOND)
        self.buttons = {one.key: NavButton(one.icon, one.word()) for one in sections}
        self.setAccessibleName(title)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, _TOP, 0, sizes.S16)
        column.setSpacing(sizes.S4)
        self._title.setContentsMargins(_WORDS_AT, sizes.S8, 0, sizes.S12)
        column.addWidget(self._title)
        for key, button in self.buttons.items():
            button.clicked.connect(partial(self.chosen.emit, key))
            column.addWidget(button)
        column.addStretch(1)

    def show_chosen(self, key: str) -> None:
        """Mark the section that is shown."""
        for name, button in self.buttons.items():
            button.set_chosen(name == key)

    def set_narrow(self, narrow: bool) -> None:
        """Show icons only, their words as tooltips."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self._title.setVisible(not narrow)
        for button in self.buttons.values():
            button.set_narrow(narrow)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(look().px(_NARROW if self._narrow else _WIDTH), super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrow keys."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        buttons = [*self.buttons.values()]
        here = next((place for place, button in enumerate(buttons) if button.hasFocus()), None)
        if step is None or here is None:
            super().keyPressEvent(event)
        else:
            buttons[(here + step) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)
