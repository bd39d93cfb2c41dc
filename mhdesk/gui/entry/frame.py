"""The frame of the way in: the landscape at the left, one narrow column at the right."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from mhdesk.gui.crisis import CrisisNumbers, numbers_while_locked
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.look.theme import look
from mhdesk.gui.widgets.labels import Hairline, Label
from mhdesk.gui.widgets.landscape import Landscape

COLUMN_WIDTH: Final = 360
_LANDSCAPE_FROM: Final = 1000
"""Windows narrower than this, or than the landscape and the whole column, have no landscape."""


class EntryFrame(QWidget):
    """A page before anything is unlocked: fill `column`; the crisis numbers stand under it, always readable."""

    def __init__(self, parent: QWidget | None = None, *, width: int = COLUMN_WIDTH) -> None:
        super().__init__(parent)
        self._width = width
        self._sight = QTimer(self)
        self._sight.setSingleShot(True)
        self._sight.timeout.connect(self._on_sight_timeout)
        self.column = QVBoxLayout()
        self.column.setSpacing(0)
        self.foot = Label("", Type.CAPTION, Role.SECOND)
        self._landscape = Landscape()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._landscape)
        self._content = QWidget()
        self._area = self._right()
        row.addWidget(self._area, 1)

    def name_registry(self, folder: Path, *, removable: bool = False) -> None:
        """Say at the foot which registry this is about, and whether it stands on a disk that can be pulled out."""
        here, stick = self.tr("Registry {name} · on this computer"), self.tr("Registry {name} · on a stick")
        self.foot.setText((stick if removable else here).format(name=folder.name))

    def bring_focus_into_sight(self) -> None:
        """Scroll to where the focus is, once what has just been said has found its place."""
        self._sight.start(0)

    @Slot()
    def _on_sight_timeout(self) -> None:
        here = self.focusWidget()
        if here is not None:
            # Not ensureWidgetVisible: for a line of text that is content with its cursor.
            middle = here.mapTo(self._content, here.rect().center())
            self._area.ensureVisible(0, middle.y(), 0, here.height() + sizes.S64)

    def _right(self) -> QScrollArea:
        """Return the right half: scrolled when the window is low, its column in the middle."""
        self._content.setObjectName("content")
        self._content.setLayout(self._beside(self._block()))
        area = QScrollArea()
        area.setWidget(self._content)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return area

    def _beside(self, block: QWidget) -> QHBoxLayout:
        middle = QHBoxLayout()
        middle.setContentsMargins(sizes.S24, 0, sizes.S24, 0)
        middle.addStretch(1)
        middle.addWidget(block)
        middle.addStretch(1)
        return middle

    def _block(self) -> QWidget:
        block = QWidget()
        block.setFixedWidth(look().px(self._width))
        stack = QVBoxLayout(block)
        stack.setContentsMargins(0, sizes.S32, 0, sizes.S24)
        stack.setSpacing(0)
        stack.addStretch(5)
        stack.addLayout(self.column)
        stack.addStretch(1)
        stack.addSpacing(sizes.S24)
        stack.addWidget(Hairline())
        stack.addSpacing(sizes.S16)
        stack.addWidget(CrisisNumbers(numbers=numbers_while_locked()))
        stack.addSpacing(sizes.S32)
        stack.addWidget(self.foot)
        return block

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = (
            self._landscape.sizeHint().width() + look().px(self._width) + 2 * sizes.S24 + sizes.SCROLL_BAR
        )
        self._landscape.setVisible(self.width() >= max(_LANDSCAPE_FROM, beside))
