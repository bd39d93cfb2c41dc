"""The heath at night, beside the unlock form: painted, calm, and about nobody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from mhdesk.gui.look import icons, sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.look.theme import look

_WIDTH, _HEIGHT = 560.0, 768.0
_MOON = QPointF(390, 322)
_MOON_RADII = (150.0, 108.0, 66.0)
_SHORE = 478.0
_BRAND = QRect(48, 48, 32, 32)
_BRAND_TEXT_LEFT = 90

# Each hill: height at the left edge, then (x, y) pairs of control and end points of cubic curves.
_HILLS: tuple[tuple[float, Sequence[tuple[float, float]]], ...] = (
    (
        357,
        (
            (70, 338),
            (140, 343),
            (215, 357),
            (300, 372),
            (350, 362),
            (430, 357),
            (480, 356),
            (520, 362),
            (560, 367),
        ),
    ),
    (
        406,
        (
            (90, 400),
            (180, 372),
            (255, 363),
            (330, 357),
            (370, 388),
            (430, 398),
            (480, 406),
            (520, 404),
            (560, 402),
        ),
    ),
    (
        439,
        (
            (80, 436),
            (150, 420),
            (225, 420),
            (300, 424),
            (350, 409),
            (415, 409),
            (480, 410),
            (520, 424),
            (560, 429),
        ),
    ),
)
# Each stroke of moonlight on the water: left, right, height and how strong it still is.
_LIGHT = (
    (332, 444, 500, 0.86),
    (338, 422, 522, 0.76),
    (330, 458, 544, 0.70),
    (348, 420, 566, 0.62),
    (328, 468, 588, 0.56),
    (326, 422, 610, 0.48),
    (310, 474, 632, 0.40),
    (356, 444, 654, 0.34),
    (284, 472, 676, 0.30),
    (336, 452, 698, 0.22),
    (276, 492, 720, 0.18),
)


@dataclass(frozen=True, slots=True)
class _Night:
    """The colours of the landscape, far to near; decoration, so outside the table of roles."""

    sky: str
    low_sky: str
    halos: tuple[str, str]
    moon: str
    hills: tuple[str, str, str]
    water: str
    deep_water: str
    brand: str
    words: str


_LIGHT_NIGHT = _Night(
    "#482756",
    "#52305F",
    ("#533064", "#5C386E"),
    "#E9D9EC",
    ("#583569", "#5F3B71", "#674279"),
    "#543264",
    "#4C2A5C",
    "#FFFFFF",
    "#FFFFFF",
)
_DARK_NIGHT = _Night(
    "#1F1527",
    "#25192D",
    ("#26192D", "#2A1C33"),
    "#B795C6",
    ("#281B30", "#2C1D35", "#302039"),
    "#261A2E",
    "#211629",
    "#CDA9DD",
    "#E9E5E1",
)


def _hill(start: float, points: Sequence[tuple[float, float]]) -> QPainterPath:
    path = QPainterPath(QPointF(0, start))
    curve = [QPointF(x, y) for x, y in points]
    for first, second, end in zip(curve[::3], curve[1::3], curve[2::3], strict=True):
        path.cubicTo(first, second, end)
    path.lineTo(_WIDTH, _SHORE)
    path.lineTo(0, _SHORE)
    path.closeSubpath()
    return path


def _fade(top: float, bottom: float, first: str, last: str) -> QLinearGradient:
    gradient = QLinearGradient(0, top, 0, bottom)
    gradient.setColorAt(0, QColor(first))
    gradient.setColorAt(1, QColor(last))
    return gradient


def _paint_sky(painter: QPainter, night: _Night) -> None:
    painter.fillRect(QRectF(0, 0, _WIDTH, _SHORE), _fade(0, _SHORE, night.sky, night.low_sky))
    painter.setPen(Qt.PenStyle.NoPen)
    for radius, colour in zip(_MOON_RADII, (*night.halos, night.moon), strict=True):
        painter.setBrush(QColor(colour))
        painter.drawEllipse(_MOON, radius, radius)


def _paint_land(painter: QPainter, night: _Night) -> None:
    for (start, points), colour in zip(_HILLS, night.hills, strict=True):
        painter.setBrush(QColor(colour))
        painter.drawPath(_hill(start, points))


def _paint_water(painter: QPainter, night: _Night) -> None:
    painter.fillRect(
        QRectF(0, _SHORE, _WIDTH, _HEIGHT - _SHORE), _fade(_SHORE, _HEIGHT, night.water, night.deep_water)
    )
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for left, right, height, strength in _LIGHT:
        colour = QColor(night.moon)
        colour.setAlphaF(strength * 0.8)
        painter.setPen(QPen(colour, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        third = (right - left) / 3
        wave = QPainterPath(QPointF(left, height))
        wave.cubicTo(left + third, height + 3, left + third, height - 3, left + 2 * third, height - 1)
        wave.cubicTo(left + 2.4 * third, height, left + 2.7 * third, height + 1, right, height)
        painter.drawPath(wave)


def draw_landscape(painter: QPainter, rect: QRect) -> None:
    """Paint the heath so that it covers ``rect``: moon and horizon keep their place, edges may be cut off.

    Under the system's high contrast nothing is painted.
    """
    if look().native:
        return
    night = _DARK_NIGHT if look().dark else _LIGHT_NIGHT
    scale = max(rect.width() / _WIDTH, rect.height() / _HEIGHT)
    painter.save()
    painter.setClipRect(rect)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.right() + 1 - _WIDTH * scale, rect.bottom() + 1 - _HEIGHT * scale)
    painter.scale(scale, scale)
    for paint in (_paint_sky, _paint_land, _paint_water):
        paint(painter, night)
    painter.restore()


class Landscape(QWidget):
    """The landscape with the name of the app on it; 560 wide, decoration for a screen reader."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(round(_WIDTH), round(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(round(_WIDTH), sizes.S64)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_landscape(painter, self.rect())
        night = _DARK_NIGHT if look().dark else _LIGHT_NIGHT
        plain = look().native
        brand = look().ink(Role.TEXT).name() if plain else night.brand
        icons.draw_colour(painter, _BRAND, "mark", brand)
        painter.setFont(look().font(Type.SECTION))
        painter.setPen(look().ink(Role.TEXT) if plain else QColor(night.words))
        place = QRect(_BRAND_TEXT_LEFT, _BRAND.top(), self.width() - _BRAND_TEXT_LEFT, _BRAND.height())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), "mhdesk")
