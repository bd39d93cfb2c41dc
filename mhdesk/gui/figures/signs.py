"""How a figure is marked: small, going along, withheld. Each by its shape, the tint is an extra."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.painting import draw_ground
from mhdesk.gui.look.roles import Role
from mhdesk.gui.look.theme import look

WITHHELD: Final = "x"
NIL: Final = "–"

_LINE: Final = 1.5
_DASHES: Final = (1.6, 1.6)
_REACH: Final = 2
_DROP: Final = 4
_TINT_RADIUS: Final = 4
_SAMPLE_PADDING: Final = 10
_LEGEND_LINE: Final = 24
_LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_CENTRE: Final = int(Qt.AlignmentFlag.AlignCenter)


class Sign(StrEnum):
    """The ways in which a figure is marked."""

    PLAIN = "plain"
    SMALL = "small"
    ALONG = "along"
    WITHHELD = "withheld"


def draw_underline(painter: QPainter, place: QRect, words: str, kind: Type, sign: Sign) -> None:
    """Draw the line under a figure that ends at the right edge of ``place``: whole if small, else dashed."""
    metrics = look().metrics(kind)
    baseline = place.top() + (place.height() - metrics.height()) / 2 + metrics.ascent()
    right = place.right() + 1 + _REACH
    left = right - metrics.horizontalAdvance(words) - 2 * _REACH
    pen = QPen(look().ink(Role.SECOND), _LINE)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if sign is Sign.ALONG:
        pen.setDashPattern(_DASHES)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(pen)
    painter.drawLine(QPointF(left, baseline + _DROP), QPointF(right, baseline + _DROP))
    painter.restore()


def draw_tint(painter: QPainter, place: QRect) -> None:
    """Draw the ground of a withheld figure."""
    draw_ground(painter, QRectF(place), Role.WITHHELD, _TINT_RADIUS)


@dataclass(frozen=True, slots=True)
class Entry:
    """A mark and what it means."""

    sample: str
    sign: Sign
    words: str

    def sample_width(self) -> int:
        """Return the width of the sample with the air around it."""
        width = look().metrics(Type.CAPTION_STRONG).horizontalAdvance(self.sample)
        return width + (2 * _SAMPLE_PADDING if self.sign is Sign.WITHHELD else 2 * _REACH)

    def width(self) -> int:
        """Return the width of sample and words."""
        words = look().metrics(Type.CAPTION).horizontalAdvance(self.words)
        return self.sample_width() + sizes.S8 + words + 2


class Legend(QWidget):
    """What the marks mean, on as many lines as it needs."""

    def __init__(self, entries: Sequence[Entry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries = tuple(entries)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(". ".join(f"{entry.sample}: {entry.words}" for entry in entries))

    def sizeHint(self) -> QSize:
        return QSize(look().px(sizes.FIELD_WIDTH), look().px(_LEGEND_LINE))

    def minimumSizeHint(self) -> QSize:
        return QSize(sizes.S64, look().px(_LEGEND_LINE))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = [place.bottom() + 1 for _, place in self._places(width)]
        return max(lines, default=look().px(_LEGEND_LINE))

    def _places(self, width: int) -> Iterator[tuple[Entry, QRect]]:
        left, top, line = 0, 0, look().px(_LEGEND_LINE)
        for entry in self._entries:
            if left and left + entry.width() > width:
                left, top = 0, top + line
            yield entry, QRect(left, top, entry.width(), line)
            left += entry.width() + sizes.S24

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        for entry, place in self._places(self.width()):
            _paint_entry(painter, entry, place)


def _paint_entry(painter: QPainter, entry: Entry, place: QRect) -> None:
    sample = QRect(place.left(), place.top(), entry.sample_width(), place.height())
    if entry.sign is Sign.WITHHELD:
        draw_tint(painter, sample.adjusted(0, 3, 0, -3))
    painter.setFont(look().font(Type.CAPTION_STRONG))
    painter.setPen(look().ink(Role.TEXT))
    painter.drawText(sample, _CENTRE, entry.sample)
    if entry.sign in {Sign.SMALL, Sign.ALONG}:
        draw_underline(
            painter, sample.adjusted(0, 0, -_REACH, 0), entry.sample, Type.CAPTION_STRONG, entry.sign
        )
    painter.setFont(look().font(Type.CAPTION))
    painter.setPen(look().ink(Role.SECOND))
    painter.drawText(place.adjusted(sample.width() + sizes.S8, 0, 0, 0), _LEFT, entry.words)
