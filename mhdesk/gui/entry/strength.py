"""How strong a passphrase is: four bars, a word, and what would make it stronger."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.painting import draw_ground
from mhdesk.gui.look.roles import Role
from mhdesk.gui.widgets.labels import Paragraph
from mhdesk.wording import say

_BARS: Final = 4
_HEIGHT: Final = 6
_ENOUGH: Final = 2


class _Bars(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._level = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_level(self, level: int) -> None:
        self._level = level
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(sizes.FIELD_WIDTH, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        step = (self.width() + sizes.S4) / _BARS
        filled = Role.DONE if self._level >= _ENOUGH else Role.TODAY
        for place in range(_BARS):
            bar = QRectF(place * step, 0, step - sizes.S4, _HEIGHT)
            draw_ground(painter, bar, filled if place < self._level else Role.HAIRLINE, _HEIGHT / 2)


class StrengthMeter(QWidget):
    """Say how strong what was typed is; until something is typed, what a strong one is made of."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars = _Bars()
        self._advice = Paragraph("", Type.CAPTION, Role.SECOND)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.S4)
        column.addWidget(self._bars)
        column.addWidget(self._advice)

    def advice(self) -> str:
        """Return the sentence that is shown."""
        return self._advice.plain()

    def rate(self, passphrase: str, names: tuple[str, ...]) -> None:
        """Show the strength of a passphrase for somebody who knows these names."""
        from mhdesk.vault import strength  # brings the encryption along: not before the first paint

        if not passphrase:
            self._bars.set_level(0)
            self._advice.set_plain(
                self.tr("Four or more ordinary words that have nothing to do with each other.")
            )
            return
        found = strength(passphrase, names)
        self._bars.set_level(found.level)
        words = (self.tr("Very weak. "), self.tr("Weak. "))
        self._advice.set_plain("".join(words[found.level : found.level + 1]) + say(found.advice))
