"""The bar above every page: search everywhere, whom to call now, a new signal."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from mhdesk.gui.look import icons, sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.look.theme import look
from mhdesk.gui.widgets.buttons import PlainButton, PrimaryButton, keys_text
from mhdesk.gui.widgets.editors import TextEditor

SEARCH_KEYS: Final = "Ctrl+K"
NEW_KEYS: Final = "Ctrl+N"
_SEARCH_WIDTH: Final = 448
_ICON_LEFT: Final = 12
_TEXT_LEFT: Final = 28


class SearchField(TextEditor):
    """One line to search everything with; its key stands at the right while it is empty."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, width=_SEARCH_WIDTH)
        self.setPlaceholderText(self.tr("Search everywhere: name, number, phone, word"))
        self.setAccessibleName(self.tr("Search everywhere"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(160)
        self._fit()

    def _fit(self) -> None:
        """Leave room for the icon and the key, at today's size of text."""
        self.setMaximumWidth(look().px(_SEARCH_WIDTH))
        keys = look().metrics(Type.CAPTION).horizontalAdvance(keys_text(SEARCH_KEYS))
        self.setTextMargins(look().px(_TEXT_LEFT), 0, keys, 0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        side = look().px(sizes.ICON - 2)
        place = QRect(_ICON_LEFT, (self.height() - side) // 2, side, side)
        icons.draw(painter, place, "search", Role.SECOND)
        if self.text():
            return
        painter.setPen(look().ink(Role.SECOND))
        painter.setFont(look().font(Type.CAPTION))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(self.rect().adjusted(0, 0, -sizes.S12, 0), right, keys_text(SEARCH_KEYS))


class TopBar(QWidget):
    """60 high; what is typed in `search` belongs to :class:`mhdesk.gui.finding.everywhere.FindEverywhere`."""

    crisis_wanted = QtSignal()
    new_wanted = QtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchField()
        self.crisis = PlainButton(self.tr("Immediate danger"), icon="phone")
        self.new = PrimaryButton(self.tr("New signal"), icon="plus", keys=NEW_KEYS, binds=False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.PAGE_LEFT, 0, sizes.PAGE_RIGHT, 0)
        row.setSpacing(sizes.S12)
        row.addWidget(self.search, 10)
        row.addStretch(1)
        row.addWidget(self.crisis)
        row.addWidget(self.new)
        self.crisis.clicked.connect(self.crisis_wanted)
        self.new.clicked.connect(self.new_wanted)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), look().px(sizes.TOP_BAR_HEIGHT))

    def show_new(self, shown: bool) -> None:
        """Show or hide the button for a new signal: a form needs no second one."""
        self.new.setVisible(shown)
