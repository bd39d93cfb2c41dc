"""A small panel beside the work: it asks nothing and stops nothing; Esc or its button closes it."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from mhdesk.gui.look import sizes
from mhdesk.gui.look.theme import look
from mhdesk.gui.widgets.buttons import QuietButton


class Panel(QDialog):
    """Fill `column`; ``name`` is what a screen reader says. The title of its window is only that of the app.

    `WIDTH` is in pixels at the usual text size.
    """

    WIDTH: ClassVar[int] = sizes.DIALOG_WIDTH

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Dialog)
        self.setObjectName("decision")
        self.setModal(False)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("mhdesk")
        self.setAccessibleName(name)
        self.column = QVBoxLayout()
        self.column.setSpacing(sizes.S12)
        close = QuietButton(self.tr("Close"))
        close.clicked.connect(self.close)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(sizes.S24, sizes.S24, sizes.S24, sizes.S16)
        self._whole.setSpacing(sizes.S16)
        self._whole.addLayout(self.column)
        self._whole.addWidget(close, 0, Qt.AlignmentFlag.AlignLeft)
        close.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        self._fit()
        super().showEvent(event)

    def event(self, event: QEvent) -> bool:
        """Follow words that arrive while the panel is shown."""
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        """Be as high as the text needs at this width."""
        width = min(look().px(self.WIDTH), self.screen().availableGeometry().width() - sizes.S16)
        wraps = self._whole.hasHeightForWidth()
        height = self._whole.totalHeightForWidth(width) if wraps else self._whole.totalSizeHint().height()
        self.setFixedSize(width, height)
