"""The heath at night beside the way in: painted, 560 wide, gone when the window is narrow.

Its colours say nothing and stand behind nothing but the name of the app; they are the only ones outside the
table of roles.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.theme import look

WIDTH: Final = 560
_HEIGHT: Final = 768.0
"""The height for which the distances below are meant; the scene keeps its proportions in others."""


@dataclass(frozen=True, slots=True)
class _Night:
    sky: str
    halos: tuple[str, str]
    moon: str
    hills: tuple[str, str, str]
    water: str
    ripple: str
    name: str
    mark: str


_LIGHT: Final = _Night(
    sky="#4C2A5C",
    halos=("#533064", "#5C386E"),
    moon="#E9D9EC",
    hills=("#583569", "#5F3B71", "#674279"),
    water="#502E61",
    ripple="#E9D9EC",
    name="#FFFFFF",
    mark="#FFFFFF",
)
_DARK: Final = _Night(
    sky="#221729",
    halos=("#26192D", "#2A1C33"),
    moon="#B795C6",
    hills=("#281B30", "#2C1D35", "#302039"),
    water="#24182C",
    ripple="#B795C6",
    name="#E9E5E1",
    mark="#CDA9DD",
)

_MOON: Final = QPointF(390, 322)
_RADII: Final = (150.0, 108.0, 66.0)
_SHORE: Final = 478.0
# Per hill: height at the left edge, then for each wave two control points and an end (x, y).
_HILLS: Final = (
    (357.0, ((40, 349, 75, 345, 110, 345), (190, 345, 240, 364, 310, 364), (360, 364, 400, 357, 445, 357),
             (485, 357, 520, 361, 560, 368))),
    (407.0, ((120, 403, 200, 362, 290, 362), (380, 362, 430, 404, 520, 404), (535, 404, 548, 403, 560, 403))),
    (439.0, ((110, 432, 150, 421, 220, 421), (300, 424, 350, 410, 410, 410), (470, 410, 510, 422, 560, 431))),
)  # fmt: skip
# Ripples of moonlight: left, right and height of each.
_RIPPLES: Final = (
    (332, 444, 500), (338, 422, 522), (330, 458, 545), (348, 420, 567), (328, 468, 589), (326, 438, 610),
    (310, 474, 632), (356, 444, 654), (284, 472, 676), (336, 452, 698), (276, 492, 720),
)  # fmt: skip
_RIPPLE_FAINTEST: Final = 0.22
_RIPPLE_CLEAREST: Final = 0.78


class Landscape(QWidget):
    """The picture; it holds no control and says nothing to a screen reader."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, round(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        night = _DARK if look().dark else _LIGHT
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(night.sky))
        painter.save()
        grown = max(self.height() / _HEIGHT, self.width() / WIDTH)
        painter.scale(grown, grown)
        painter.translate((self.width() / grown - WIDTH) / 2, (self.height() / grown - _HEIGHT) / 2)
        _paint_scene(painter, night)
        painter.restore()
        _paint_name(painter, night)


def _paint_scene(painter: QPainter, night: _Night) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    for radius, colour in zip(_RADII, (*night.halos, night.moon), strict=True):
        painter.setBrush(QColor(colour))
        painter.drawEllipse(_MOON, radius, radius)
    for (start, waves), colour in zip(_HILLS, night.hills, strict=True):
        painter.setBrush(QColor(colour))
        painter.drawPath(_hill(start, waves))
    painter.fillRect(QRectF(-WIDTH, _SHORE, 3 * WIDTH, _HEIGHT), QColor(night.water))
    _paint_ripples(painter, QColor(night.ripple))


def _hill(start: float, waves: tuple[tuple[float, ...], ...]) -> QPainterPath:
    path = QPainterPath(QPointF(-WIDTH, start))
    path.lineTo(0, start)
    for first_x, first_y, second_x, second_y, end_x, end_y in waves:
        path.cubicTo(first_x, first_y, second_x, second_y, end_x, end_y)
    path.lineTo(2 * WIDTH, waves[-1][-1])
    path.lineTo(2 * WIDTH, _SHORE)
    path.lineTo(-WIDTH, _SHORE)
    path.closeSubpath()
    return path


def _paint_ripples(painter: QPainter, colour: QColor) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    fading = (_RIPPLE_CLEAREST - _RIPPLE_FAINTEST) / (len(_RIPPLES) - 1)
    for place, (left, right, height) in enumerate(_RIPPLES):
        colour.setAlphaF(_RIPPLE_CLEAREST - place * fading)
        painter.setPen(QPen(colour, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        third = (right - left) / 3
        path = QPainterPath(QPointF(left, height))
        path.cubicTo(left + third, height + 3, right - third, height - 4, right, height)
        painter.drawPath(path)


def _paint_name(painter: QPainter, night: _Night) -> None:
    scale = look().px(100) / 100
    paint_mark(painter, QRectF(48, 48, 32 * scale, 32 * scale), QColor(night.mark))
    painter.setPen(QColor(night.name))
    painter.setFont(look().font(Type.SECTION))
    left = round(48 + 32 * scale + 10)
    place = QRect(left, 48, WIDTH - left - sizes.S24, round(32 * scale))
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, "mhdesk")


def paint_mark(painter: QPainter, place: QRectF, colour: QColor) -> None:
    """Paint the arc over the dot, the mark of the app, into a square."""
    unit = place.width() / 32
    painter.save()
    painter.translate(place.topLeft())
    painter.scale(unit, unit)
    painter.setPen(QPen(colour, 4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawArc(QRectF(3.5, 5.5, 25, 25), 18 * 16, 144 * 16)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(QPointF(16, 20.5), 5, 5)
    painter.restore()
