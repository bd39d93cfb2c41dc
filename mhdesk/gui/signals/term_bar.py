"""The term of informing as a line: recorded, the first term, each extension, and where today is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from mhdesk.domain.informing import Choice
from mhdesk.domain.views import InvolvementView
from mhdesk.gui import words
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.painting import draw_ground
from mhdesk.gui.look.roles import Role
from mhdesk.gui.look.theme import look

_HEIGHT: Final = 76
_BAR_TOP: Final = 22
_BAR: Final = 8
_GAP: Final = 4
_STROKE: Final = 18
_LINE: Final = 20
_LABEL_GAP: Final = 10
_CENTRE: Final = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True)
class Edge:
    """Where a part of the term begins or ends."""

    day: date
    name: str


def edges_of(involvement: InvolvementView, recorded_on: date) -> list[Edge]:
    """Return the edges of somebody's term, oldest first; fewer than two means that no term runs.

    An extension ends where its decision is looked at again; one within the first term adds no edge.
    """
    if involvement.inform_due is None:
        return []
    edges = [Edge(recorded_on, QCoreApplication.translate("TermBar", "recorded"))]
    if involvement.inform_due > recorded_on:
        edges.append(Edge(involvement.inform_due, QCoreApplication.translate("TermBar", "first term")))
    for decision in reversed(involvement.decisions):
        review = decision.review_on if decision.choice == Choice.NOT_YET else None
        if review and review > edges[-1].day:
            edges.append(Edge(review, QCoreApplication.translate("TermBar", "extended")))
    if len(edges) > 1:
        edges[-1] = Edge(edges[-1].day, QCoreApplication.translate("TermBar", "at the latest"))
    return edges


class TermBar(QWidget):
    """Paint the edges of a term and today's place in it. An extra: the words beside it say the same."""

    def __init__(self, edges: Sequence[Edge], today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edges = tuple(edges)
        self._today = today
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        said = [f"{edge.name} {words.weekday_day(edge.day, today)}" for edge in self._edges]
        self.setAccessibleName(", ".join(said))

    def sizeHint(self) -> QSize:
        return QSize(look().px(200), look().px(_HEIGHT))

    def _x(self, day: date) -> int:
        first, last = self._edges[0].day, max(self._edges[-1].day, self._today)
        span = max(1, (last - first).days)
        return round((day - first).days / span * (self.width() - 2)) + 1

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, (begin, end) in enumerate(zip(self._edges, self._edges[1:], strict=False)):
            self._paint_part(painter, begin.day, end.day, Role.TODAY if number else Role.SECOND)
        self._paint_today(painter)
        self._paint_labels(painter)

    def _paint_part(self, painter: QPainter, begin: date, end: date, role: Role) -> None:
        """Paint one part: filled as far as it is used, hollow beyond."""
        top, height = look().px(_BAR_TOP), look().px(_BAR)
        left = self._x(begin) + (_GAP if begin != self._edges[0].day else 0)
        whole = QRectF(left, top, self._x(end) - left, height)
        painter.setPen(QPen(look().ink(role), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(whole.adjusted(0.5, 0.5, -0.5, -0.5), height / 2, height / 2)
        used = QRectF(whole)
        used.setRight(min(whole.right(), float(self._x(self._today))))
        if used.width() > 1:
            draw_ground(painter, used, role, height / 2)

    def _paint_today(self, painter: QPainter) -> None:
        x = self._x(max(self._today, self._edges[0].day))
        middle = look().px(_BAR_TOP) + look().px(_BAR) // 2
        half = look().px(_STROKE) // 2
        painter.fillRect(x - 1, middle - half, 2, 2 * half, look().ink(Role.TEXT))
        said = words.distance(self._today, self._today)
        painter.setFont(look().font(Type.CAPTION_STRONG))
        painter.setPen(look().ink(Role.TEXT))
        width = look().metrics(Type.CAPTION_STRONG).horizontalAdvance(said) + 2
        painter.drawText(QRect(self._inside(x, width), -2, width, look().px(_LINE) - 4), _CENTRE, said)

    def _inside(self, x: int, width: int) -> int:
        """Return where words of a width begin that are centred on ``x`` and not cut off at an end."""
        return min(max(0, x - width // 2), self.width() - width)

    def _paint_labels(self, painter: QPainter) -> None:
        """Write the edges under the bar; one between the first and the last gives way where there is no room."""
        places = [self._label_place(edge) for edge in self._edges]
        last = len(places) - 1
        taken = [places[0], places[last]]
        for number, (edge, place) in enumerate(zip(self._edges, places, strict=True)):
            near = place.adjusted(-_LABEL_GAP, 0, _LABEL_GAP, 0)
            if number not in {0, last} and any(near.intersects(other) for other in taken):
                continue
            taken.append(place)
            self._paint_label(painter, edge, place)

    def _label_place(self, edge: Edge) -> QRect:
        strong, plain = look().metrics(Type.CAPTION_STRONG), look().metrics(Type.CAPTION)
        day = words.short_day(edge.day, self._today)
        width = max(strong.horizontalAdvance(day), plain.horizontalAdvance(edge.name)) + 2
        return QRect(self._inside(self._x(edge.day), width), look().px(38), width, 2 * look().px(18))

    def _paint_label(self, painter: QPainter, edge: Edge, place: QRect) -> None:
        flags = _CENTRE
        if place.left() == 0:
            flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        elif place.right() + 1 == self.width():
            flags = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        half = place.height() // 2
        painter.setFont(look().font(Type.CAPTION_STRONG))
        painter.setPen(look().ink(Role.TEXT))
        day = words.short_day(edge.day, self._today)
        painter.drawText(QRect(place.left(), place.top(), place.width(), half), flags, day)
        painter.setFont(look().font(Type.CAPTION))
        painter.setPen(look().ink(Role.SECOND))
        painter.drawText(QRect(place.left(), place.top() + half, place.width(), half), flags, edge.name)
