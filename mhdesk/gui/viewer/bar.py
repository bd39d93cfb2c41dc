"""The buttons over a picture or PDF: the page, how large, which way up. Each has a key of its own."""

from __future__ import annotations

from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.widgets.buttons import QuietButton
from mhdesk.gui.widgets.labels import Label


class ViewBar(QWidget):
    """``turned_over`` carries -1 or 1, ``enlarged`` how many steps; ``fitted`` and ``turned`` follow their buttons."""

    turned_over = QtSignal(int)
    enlarged = QtSignal(int)
    fitted = QtSignal()
    turned = QtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.before = self._button(self.tr("Page before"), "P")
        self.after = self._button(self.tr("Next page"), "N")
        self._place = Label("", Type.CAPTION, Role.SECOND)
        larger, smaller = self._button(self.tr("Larger"), "+"), self._button(self.tr("Smaller"), "-")
        fit, turn = self._button(self.tr("Fit"), "0"), self._button(self.tr("Turn"), "R")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, sizes.S8, 0)
        row.setSpacing(sizes.S16)
        for widget in (self.before, self._place, self.after):
            row.addWidget(widget)
        row.addSpacing(sizes.S8)
        for widget in (larger, smaller, fit, turn):
            row.addWidget(widget)
        self.before.clicked.connect(lambda: self.turned_over.emit(-1))
        self.after.clicked.connect(lambda: self.turned_over.emit(1))
        larger.clicked.connect(lambda: self.enlarged.emit(1))
        smaller.clicked.connect(lambda: self.enlarged.emit(-1))
        fit.clicked.connect(self.fitted)
        turn.clicked.connect(self.turned)
        self.show_place(0, 1)

    def _button(self, words: str, keys: str) -> QuietButton:
        return QuietButton(words, keys=keys, small=True)

    def show_place(self, page: int, pages: int) -> None:
        """Say which page is shown, counted from 0; of a single one nothing is said."""
        self._place.setText(self.tr("{page} of {pages}").format(page=page + 1, pages=pages))
        for widget in (self.before, self._place, self.after):
            widget.setVisible(pages > 1)
        self.before.setEnabled(page > 0)
        self.after.setEnabled(page + 1 < pages)
