"""Marks: the shape beside every clock and every inform decision.

Each mark differs in shape, not only in colour: a greyscale screen tells the same. Words stand beside it
always; a mark on its own says nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from mhdesk.gui.look import icons, sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.look.theme import look


class Mark(StrEnum):
    """The shapes: seven for clocks, four for decisions to inform."""

    LATE = "late"
    TODAY = "today"
    RUNNING = "running"
    WAITING = "waiting"
    TASK = "task"
    DRAFT = "draft"
    DONE = "done"
    INFORMED = "informed"
    NOT_YET = "not-yet"
    NOT_INFORMED = "not-informed"
    NO_DECISION = "no-decision"
    NONE = "none"


INKS: dict[Mark, Role] = {
    Mark.LATE: Role.LATE,
    Mark.NO_DECISION: Role.LATE,
    Mark.TODAY: Role.TODAY,
    Mark.NOT_YET: Role.TODAY,
    Mark.INFORMED: Role.DONE,
    Mark.DONE: Role.DONE,
}
"""The marks that have a colour of their own; all others are drawn in SECOND, their words in TEXT."""

_LINE = 1.6
_THICK = 2.6
_AIR = 2.0
_START = 90 * 16
_FULL = 360 * 16
_DASHES = 8


def mark_role(mark: Mark) -> Role:
    """Return the role in which a mark is drawn."""
    return INKS.get(mark, Role.SECOND)


def word_role(mark: Mark) -> Role:
    """Return the role in which the words beside a mark are written."""
    return INKS.get(mark, Role.TEXT)


def word_type(mark: Mark) -> Type:
    """Return the type in which the words beside a mark are written: a missed or due term is heavier."""
    return Type.URGENT if mark in INKS else Type.STRONG


def _pen(colour: QColor, width: float) -> QPen:
    return QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def _ring(painter: QPainter, rect: QRectF, colour: QColor, width: float) -> None:
    inset = width / 2
    painter.setPen(_pen(colour, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(rect.adjusted(inset, inset, -inset, -inset))


def _disc(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(rect)


def _wedge(painter: QPainter, rect: QRectF, colour: QColor, share: float, inset: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    used = min(1.0, max(0.0, share))
    painter.drawPie(rect.adjusted(inset, inset, -inset, -inset), _START, -round(used * _FULL))


def _dashed_ring(painter: QPainter, rect: QRectF, colour: QColor, width: float) -> None:
    inset = width / 2
    painter.setPen(_pen(colour, width))
    inner = rect.adjusted(inset, inset, -inset, -inset)
    step = _FULL // _DASHES
    for dash in range(_DASHES):
        painter.drawArc(inner, _START + dash * step - step // 4, step // 2)


def _late(painter: QPainter, rect: QRectF, colour: QColor, _share: float) -> None:
    unit = rect.width() / sizes.MARK
    centre = rect.center()
    _disc(painter, rect, colour)
    sign = look().ink(Role.PAPER)
    painter.setPen(_pen(sign, 2.2 * unit))
    painter.drawLine(
        QPointF(centre.x(), centre.y() - 4.4 * unit), QPointF(centre.x(), centre.y() + 0.6 * unit)
    )
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(sign)
    painter.drawEllipse(QPointF(centre.x(), centre.y() + 4.2 * unit), 1.3 * unit, 1.3 * unit)


def _today(painter: QPainter, rect: QRectF, colour: QColor, share: float) -> None:
    unit = rect.width() / sizes.MARK
    _ring(painter, rect, colour, _THICK * unit)
    _wedge(painter, rect, colour, share, (_THICK + 1.2) * unit)


def _running(painter: QPainter, rect: QRectF, colour: QColor, share: float) -> None:
    unit = rect.width() / sizes.MARK
    _ring(painter, rect, colour, _LINE * unit)
    _wedge(painter, rect, colour, share, (_LINE + _AIR / 2) * unit)


def _waiting(painter: QPainter, rect: QRectF, colour: QColor, _share: float) -> None:
    _dashed_ring(painter, rect, colour, _LINE * rect.width() / sizes.MARK)


def _task(painter: QPainter, rect: QRectF, colour: QColor, _share: float) -> None:
    """Draw a diamond: a square would pass for a box to tick."""
    unit = rect.width() / sizes.MARK
    painter.setPen(_pen(colour, _LINE * unit))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    corners = ((0, -7.2), (7.2, 0), (0, 7.2), (-7.2, 0))
    painter.drawPolygon([rect.center() + QPointF(x, y) * unit for x, y in corners])


def _draft(painter: QPainter, rect: QRectF, _colour: QColor, _share: float) -> None:
    icons.draw(painter, rect.toRect(), "pencil", Role.SECOND)


def _informed(painter: QPainter, rect: QRectF, colour: QColor, _share: float) -> None:
    unit = rect.width() / sizes.MARK
    centre = rect.center()
    _disc(painter, rect, colour)
    painter.setPen(_pen(look().ink(Role.PAPER), 2 * unit))
    points = [centre + QPointF(x, y) * unit for x, y in ((-4.0, 0.4), (-1.2, 3.2), (4.0, -2.8))]
    painter.drawPolyline(points)


def _not_yet(painter: QPainter, rect: QRectF, colour: QColor, _share: float) -> None:
    unit = rect.width() / sizes.MARK
    centre = rect.center()
    _dashed_ring(painter, rect, colour, 2 * unit)
    points = [centre + QPointF(x, y) * unit for x, y in ((0, -4.2), (0, 0.4), (3.0, 2.2))]
    painter.drawPolyline(points)


def _not_informed(painter: QPainter, rect: QRectF, colour: QColor, _share: float) -> None:
    unit = rect.width() / sizes.MARK
    centre = rect.center()
    _ring(painter, rect, colour, _LINE * unit)
    painter.drawLine(centre - QPointF(3.8, 0) * unit, centre + QPointF(3.8, 0) * unit)


def _nothing(_painter: QPainter, _rect: QRectF, _colour: QColor, _share: float) -> None:
    """Leave the place of the mark empty."""


_DRAW: dict[Mark, Callable[[QPainter, QRectF, QColor, float], None]] = {
    Mark.LATE: _late,
    Mark.NO_DECISION: _late,
    Mark.TODAY: _today,
    Mark.RUNNING: _running,
    Mark.WAITING: _waiting,
    Mark.TASK: _task,
    Mark.DRAFT: _draft,
    Mark.DONE: _informed,
    Mark.INFORMED: _informed,
    Mark.NOT_YET: _not_yet,
    Mark.NOT_INFORMED: _not_informed,
    Mark.NONE: _nothing,
}


def draw_mark(painter: QPainter, rect: QRectF, mark: Mark, share: float = 0.0) -> None:
    """Draw a mark that fills the square ``rect``; ``share`` (0 to 1) is the part of the term that is used."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _DRAW[mark](painter, rect, look().ink(mark_role(mark)), share)
    painter.restore()


def draw_focus(painter: QPainter, rect: QRectF, radius: float = sizes.RADIUS) -> None:
    """Draw the accent line of the focus just inside ``rect``."""
    half = sizes.FOCUS_LINE / 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(_pen(look().ink(Role.ACCENT), sizes.FOCUS_LINE))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius)
    painter.restore()


def draw_ground(painter: QPainter, rect: QRectF, role: Role, radius: float = sizes.RADIUS) -> None:
    """Fill a rounded rectangle with the colour of a role."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look().ink(role))
    painter.drawRoundedRect(rect, radius, radius)
    painter.restore()


def draw_hairline(painter: QPainter, left: int, right: int, y: int, role: Role = Role.HAIRLINE) -> None:
    """Draw a horizontal line of one pixel from ``left`` to ``right``, both included."""
    painter.fillRect(left, y, right - left + 1, 1, look().ink(role))
