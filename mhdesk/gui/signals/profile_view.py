"""How what was seen lies over the dimensions: a row of boxes and the same in words. There is no figure over all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from mhdesk.domain.indicators import Dimension, Strength
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.look.theme import look
from mhdesk.gui.signals import options
from mhdesk.gui.widgets.labels import Paragraph

_BOX: Final = 9
_GAP: Final = 3
_HEIGHT: Final = 20
_SHARES: Final = {Strength.STRONG: 1.0, Strength.MEDIUM: 0.66, Strength.WEAK: 0.36}
NAME_WIDTH: Final = 172
_BRIEF_WIDTH: Final = 154
_DASHES: Final = (1.5, 1.5)


def dimension_words(one: Dimension) -> str:
    """Return what was said of a dimension, such as "2 strong and 1 medium seen, 4 not assessed"."""
    return ", ".join(part for part in (seen_words(one), rest_words(one)) if part)


def rest_words(one: Dimension) -> str:
    """Return how many signs were not seen and how many nobody looked at; "" where nothing is left, or all is."""
    parts = []
    if one.not_observed.any():
        unseen = QCoreApplication.translate("Profile", "{count} not seen")
        parts.append(unseen.format(count=one.not_observed.any()))
    if one.not_assessed.any() and one.is_assessed():
        open_ = QCoreApplication.translate("Profile", "{count} not assessed")
        parts.append(open_.format(count=one.not_assessed.any()))
    return ", ".join(parts)


def seen_words(one: Dimension) -> str:
    """Return how many signs of each strength were seen; no sum of them."""
    if not one.is_assessed():
        return QCoreApplication.translate("Profile", "nothing assessed")
    told = [_step_words(step, one.observed.of(step)) for step in Strength if one.observed.of(step)]
    if not told:
        return QCoreApplication.translate("Profile", "nothing seen")
    listed = ", ".join(told[:-1])
    last = QCoreApplication.translate("Profile", "{several} and {last}").format(several=listed, last=told[-1])
    return QCoreApplication.translate("Profile", "{signs} seen").format(signs=last if listed else told[-1])


def _step_words(step: Strength, count: int) -> str:
    if count == 1:
        words = {
            Strength.STRONG: QCoreApplication.translate("Profile", "1 strong"),
            Strength.MEDIUM: QCoreApplication.translate("Profile", "1 medium"),
            Strength.WEAK: QCoreApplication.translate("Profile", "1 weak"),
        }
        return words[step]
    several = {
        Strength.STRONG: QCoreApplication.translate("Profile", "{count} strong"),
        Strength.MEDIUM: QCoreApplication.translate("Profile", "{count} medium"),
        Strength.WEAK: QCoreApplication.translate("Profile", "{count} weak"),
    }
    return several[step].format(count=count)


class Boxes(QWidget):
    """One box for each sign of a dimension; silent for a screen reader, the words stand beside it.

    Seen is filled, as high as the sign is strong; not seen is an empty box with a line through it, and what nobody
    looked at is dotted.
    """

    def __init__(self, one: Dimension, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._one = one
        self._most = most
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        px = look().px
        return QSize(self._most * px(_BOX + _GAP), px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = 0
        for step in Strength:
            for _ in range(self._one.observed.of(step)):
                self._paint_seen(painter, place, _SHARES[step])
                place += 1
        for _ in range(self._one.not_observed.any()):
            self._paint_unseen(painter, place)
            place += 1
        for _ in range(self._one.not_assessed.any()):
            self._paint_open(painter, place)
            place += 1

    def _box(self, place: int, share: float = 1.0) -> QRectF:
        """Return where a box stands; all stand on one line."""
        px = look().px
        height = px(_HEIGHT) - px(4)
        high = height * share
        return QRectF(place * px(_BOX + _GAP) + 0.5, px(2) + height - high + 0.5, px(_BOX) - 1, high - 1)

    def _paint_seen(self, painter: QPainter, place: int, share: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look().ink(Role.ACCENT))
        painter.drawRoundedRect(self._box(place, share), 1.5, 1.5)

    def _paint_unseen(self, painter: QPainter, place: int) -> None:
        box = self._box(place, _SHARES[Strength.MEDIUM])
        painter.setPen(QPen(look().ink(Role.BORDER), 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 1.5, 1.5)
        painter.drawLine(box.bottomLeft(), box.topRight())

    def _paint_open(self, painter: QPainter, place: int) -> None:
        pen = QPen(look().ink(Role.BORDER), 1)
        pen.setDashPattern(_DASHES)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self._box(place, _SHARES[Strength.MEDIUM]))


def profile_grid(dimensions: Sequence[Dimension]) -> QGridLayout:
    """Return for each dimension its name, its boxes, and under each other what was seen and what was not."""
    most = max((_signs(one) for one in dimensions), default=0)
    grid = _grid(NAME_WIDTH, last=2)
    for row, one in enumerate(dimensions):
        grid.addWidget(_name(one, Type.TEXT), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Boxes(one, most), row, 1, Qt.AlignmentFlag.AlignTop)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(Paragraph(seen_words(one), role=Role.TEXT if one.observed.any() else Role.SECOND))
        if rest := rest_words(one):
            said.addWidget(Paragraph(rest, Type.CAPTION, Role.SECOND))
        grid.addLayout(said, row, 2, Qt.AlignmentFlag.AlignTop)
    return grid


def brief_grid(dimensions: Sequence[Dimension]) -> QGridLayout:
    """Return the same in words only, small, for beside a question."""
    grid = _grid(_BRIEF_WIDTH, last=1)
    for row, one in enumerate(dimensions):
        grid.addWidget(_name(one, Type.CAPTION), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Paragraph(dimension_words(one), Type.CAPTION), row, 1, Qt.AlignmentFlag.AlignTop)
    return grid


def _grid(width: int, *, last: int) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(sizes.S16)
    grid.setVerticalSpacing(sizes.S4)
    grid.setColumnMinimumWidth(0, look().px(width))
    grid.setColumnStretch(last, 1)
    return grid


def _name(one: Dimension, kind: Type) -> Paragraph:
    return Paragraph(options.label("indicator_dimensions", one.code), kind, Role.SECOND)


def _signs(one: Dimension) -> int:
    """Return how many signs there are in a dimension."""
    return one.observed.any() + one.not_observed.any() + one.not_assessed.any()


def caveat() -> str:
    """Return what has to be said wherever a profile stands."""
    return QCoreApplication.translate(
        "Profile", "This is no score and no probability. One sign by itself proves nothing."
    )
