"""Words in a line of their own, cut off with dots where they do not fit.

Shaping text costs more than anything else in painting a list, and most lines are painted many times over: the
last few hundred are kept as they were laid out. They live in this process only, which ends when the app locks.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QStaticText, QTransform

from mhdesk.gui.look import fonts
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.look.theme import look

_KEPT = 512


@lru_cache(maxsize=_KEPT)
def _width(words: str, kind: Type, scale: float) -> int:
    return QFontMetrics(fonts.font(kind, scale)).horizontalAdvance(words) + 2


def words_width(words: str, kind: Type, scale: float) -> int:
    """Return the width that words need so that nothing of them is cut off; 0 for no words."""
    return _width(words, kind, scale) if words else 0


@lru_cache(maxsize=_KEPT)
def _laid_out(words: str, kind: Type, scale: float, width: int) -> QStaticText:
    font = fonts.font(kind, scale)
    line = " ".join(words.splitlines())
    laid = QStaticText(QFontMetrics(font).elidedText(line, Qt.TextElideMode.ElideRight, width))
    laid.setTextFormat(Qt.TextFormat.PlainText)
    laid.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
    laid.prepare(QTransform(), font)
    return laid


def draw_words(
    painter: QPainter, place: QRect, words: str, kind: Type, role: Role, *, right: bool = False
) -> None:
    """Write one line in the middle of ``place``, from its left edge or, with ``right``, up to its right edge."""
    if not words or place.width() <= 0:
        return
    now = look()
    laid = _laid_out(words, kind, now.scale, place.width())
    size = laid.size()
    left = place.left() + (round(place.width() - size.width()) if right else 0)
    top = place.top() + round((place.height() - size.height()) / 2)
    painter.setFont(now.font(kind))
    painter.setPen(now.ink(role))
    painter.drawStaticText(QPointF(left, top), laid)
