"""A small picture of whom a person is connected with; the list beside it says the same in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from mhdesk.domain.links import MOST_IN_PICTURE, Link, TieKind
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.lettering import draw_words
from mhdesk.gui.look.roles import Role
from mhdesk.gui.look.theme import look
from mhdesk.gui.persons.link_words import kind_word, name_of, reasons

_NODE_WIDTH: Final = 176
_NODE_HEIGHT: Final = 44
_NODE_GAP: Final = 10
_CENTRE_WIDTH: Final = 132
_INSET: Final = 8
_STYLES: Final = {
    TieKind.RELATION: Qt.PenStyle.SolidLine,
    TieKind.EXPLOITER: Qt.PenStyle.SolidLine,
    TieKind.SAME_EXPLOITER: Qt.PenStyle.DashLine,
    TieKind.PHONE: Qt.PenStyle.DashDotLine,
    TieKind.LEAD: Qt.PenStyle.DotLine,
    TieKind.TOGETHER: Qt.PenStyle.SolidLine,
}
_WIDTHS: Final = {TieKind.RELATION: 2.4, TieKind.EXPLOITER: 2.4, TieKind.TOGETHER: 1.0}


class LinksPicture(QWidget):
    """The person in the middle, the strongest links at both sides, on each the kind in words; the line differs too.

    It takes no focus: the list under it has the keys, and its accessible description says everything.
    """

    def __init__(self, name: str, links: Sequence[Link], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._links = tuple(links[:MOST_IN_PICTURE])
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Picture of the links of {name}").format(name=name))
        self.setAccessibleDescription(". ".join(f"{name_of(one)}: {reasons(one)}" for one in self._links))

    def sizeHint(self) -> QSize:
        rows = (len(self._links) + 1) // 2
        height = rows * look().px(_NODE_HEIGHT) + max(0, rows - 1) * _NODE_GAP + 2 * sizes.S4
        return QSize(look().px(2 * _NODE_WIDTH + _CENTRE_WIDTH + 2 * sizes.S48), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(2 * _NODE_WIDTH), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centre = self._centre()
        for link, place, is_left in self._places():
            end = QPointF(place.right() if is_left else place.left(), place.center().y())
            start = QPointF(centre.left() if is_left else centre.right(), centre.center().y())
            painter.setPen(_pen(link.strongest()))
            painter.drawLine(QLineF(start, end))
        for link, place, _ in self._places():
            _paint_node(painter, place, name_of(link), kind_word(link))
        _paint_centre(painter, centre, self._name)

    def _centre(self) -> QRectF:
        width, height = look().px(_CENTRE_WIDTH), look().px(_NODE_HEIGHT)
        return QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)

    def _places(self) -> Iterator[tuple[Link, QRectF, bool]]:
        """Yield each link with its place: left and right in turn, both columns in the middle of the height."""
        width = min(look().px(_NODE_WIDTH), (self.width() - look().px(_CENTRE_WIDTH)) / 2 - sizes.S24)
        height = look().px(_NODE_HEIGHT)
        for side in (0, 1):
            column = self._links[side::2]
            used = len(column) * height + max(0, len(column) - 1) * _NODE_GAP
            top = (self.height() - used) / 2
            left = 0.5 if side == 0 else self.width() - width - 0.5
            for row, link in enumerate(column):
                yield link, QRectF(left, top + row * (height + _NODE_GAP), width, height), side == 0


def _pen(kind: TieKind) -> QPen:
    return QPen(look().ink(Role.SECOND), _WIDTHS.get(kind, 1.6), _STYLES[kind])


def _paint_node(painter: QPainter, place: QRectF, name: str, kind: str) -> None:
    painter.setPen(QPen(look().ink(Role.BORDER), 1))
    painter.setBrush(look().ink(Role.SURFACE))
    painter.drawRoundedRect(place, sizes.RADIUS, sizes.RADIUS)
    upper, lower = _halves(place)
    draw_words(painter, upper, name, Type.CAPTION_STRONG, Role.TEXT)
    draw_words(painter, lower, kind, Type.CAPTION, Role.SECOND)


def _halves(place: QRectF) -> tuple[QRect, QRect]:
    inner = place.toRect().adjusted(_INSET, 3, -_INSET, -3)
    half = inner.height() // 2
    return (
        QRect(inner.left(), inner.top(), inner.width(), half),
        QRect(inner.left(), inner.top() + half, inner.width(), half),
    )


def _paint_centre(painter: QPainter, place: QRectF, name: str) -> None:
    painter.setPen(QPen(look().ink(Role.ACCENT), 2))
    painter.setBrush(look().ink(Role.CHOSEN))
    painter.drawRoundedRect(place, sizes.RADIUS, sizes.RADIUS)
    inner = place.toRect().adjusted(_INSET, 0, -_INSET, 0)
    draw_words(painter, inner, name, Type.CAPTION_STRONG, Role.TEXT)
