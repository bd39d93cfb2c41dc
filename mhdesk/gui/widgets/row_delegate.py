"""Paints the rows of `rows`: mark at the left, title and reason, the clock at the right edge."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.lettering import draw_words, words_width
from mhdesk.gui.look.painting import (
    Mark,
    draw_focus,
    draw_ground,
    draw_hairline,
    draw_mark,
    word_role,
    word_type,
)
from mhdesk.gui.look.roles import Role
from mhdesk.gui.look.theme import Look, look
from mhdesk.gui.widgets.rows import LINE, Group, Index, Item, Line, spoken

_SELECTED = QStyle.StateFlag.State_Selected
_HOVER = QStyle.StateFlag.State_MouseOver
_FOCUS = QStyle.StateFlag.State_HasFocus

_BAR = 3
_BAR_INSET = 10
_MARK_TOP = 10
_TEXT_LEFT = 36
_CLOCK_GAP = 24
_CLOCK_RIGHT = 5
_PLACEHOLDER_WIDTHS = (220, 340)


@dataclass(frozen=True, slots=True)
class Places:
    """Where the parts of one row go."""

    mark: QRectF
    title: QRect
    reason: QRect
    clock: QRect
    day: QRect


def places(rect: QRect, line: Line, chosen_look: Look) -> Places:
    """Return the places of a row in ``rect``.

    The clock gets all the width it needs, the title and the reason what is left.
    """
    px = chosen_look.px
    left = rect.left() + sizes.BLEED_LEFT
    right = rect.right() - sizes.BLEED_RIGHT - _CLOCK_RIGHT
    clock_width = words_width(line.clock, word_type(line.mark), chosen_look.scale)
    day_width = words_width(line.day, Type.CAPTION, chosen_look.scale)
    text_left = left + px(_TEXT_LEFT)
    upper, lower = rect.top() + px(6), rect.top() + px(29)
    high, low = px(21), px(20)
    title_right = right - clock_width - (_CLOCK_GAP if clock_width else 0)
    reason_right = right - day_width - (_CLOCK_GAP if day_width else 0)
    side = px(sizes.MARK)
    return Places(
        QRectF(left + 1, rect.top() + px(_MARK_TOP), side, side),
        QRect(text_left, upper, max(0, title_right - text_left), high),
        QRect(text_left, lower, max(0, reason_right - text_left), low),
        QRect(right - clock_width, upper, clock_width, high),
        QRect(right - day_width, lower, day_width, low),
    )


class TwoLineDelegate(QStyledItemDelegate):
    """One row of 54 px, or the head of a group; states: hover tint, chosen tint with a bar, focus line."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        px = look().px
        width = option.rect.width()
        if not isinstance(index.data(LINE), Group):
            return QSize(width, px(sizes.ROW_HEIGHT))
        return QSize(width, px(sizes.GROUP_HEIGHT if index.row() else sizes.GROUP_FIRST_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item: Item | None = index.data(LINE)
        painter.save()
        if isinstance(item, Group):
            _paint_group(painter, option.rect, item)
        else:
            following = index.sibling(index.row() + 1, 0)
            _paint_state(
                painter,
                option,
                separated=following.isValid() and following.flags() != Qt.ItemFlag.NoItemFlags,
            )
            if item is None:
                _paint_placeholder(painter, option.rect)
            else:
                _paint_line(painter, option.rect, item)
        painter.restore()

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Show the whole row where the title does not fit: a name must be readable at any text size."""
        item = index.data(LINE)
        if not isinstance(item, Line):
            return False
        room = places(option.rect, item, look()).title.width()
        if words_width(item.title, Type.STRONG, look().scale) > room:
            QToolTip.showText(event.globalPos(), spoken(item), view)
        return True


def _paint_state(painter: QPainter, option: QStyleOptionViewItem, *, separated: bool) -> None:
    rect: QRect = option.rect
    state = option.state
    chosen = bool(state & _SELECTED)
    if chosen or state & _HOVER:
        draw_ground(painter, QRectF(rect), Role.CHOSEN if chosen else Role.HOVER)
    elif separated:
        left = rect.left() + sizes.BLEED_LEFT + look().px(_TEXT_LEFT)
        draw_hairline(painter, left, rect.right() - sizes.BLEED_RIGHT, rect.bottom())
    if chosen:
        bar = QRectF(rect.left(), rect.top() + _BAR_INSET, _BAR, rect.height() - 2 * _BAR_INSET)
        draw_ground(painter, bar, Role.ACCENT, _BAR / 2)
    if state & _FOCUS:
        draw_focus(painter, QRectF(rect))


def _paint_line(painter: QPainter, rect: QRect, line: Line) -> None:
    now = look()
    at = places(rect, line, now)
    if line.mark is not Mark.NONE:
        draw_mark(painter, at.mark, line.mark, line.share)
    draw_words(painter, at.title, line.title, Type.STRONG, Role.TEXT)
    draw_words(painter, at.reason, line.reason, Type.CAPTION, Role.SECOND)
    draw_words(painter, at.clock, line.clock, word_type(line.mark), word_role(line.mark), right=True)
    draw_words(painter, at.day, line.day, Type.CAPTION, Role.SECOND, right=True)


def _paint_group(painter: QPainter, rect: QRect, group: Group) -> None:
    now = look()
    left, right = rect.left() + sizes.BLEED_LEFT, rect.right() - sizes.BLEED_RIGHT
    place = QRect(left, rect.bottom() - now.px(27), right - left, now.px(22))
    draw_words(painter, place, group.title, Type.URGENT, Role.TEXT)
    if group.caption:
        place.setLeft(left + words_width(group.title, Type.URGENT, now.scale) + sizes.S12)
        draw_words(painter, place, group.caption, Type.CAPTION, Role.SECOND)
    draw_hairline(painter, left, right, rect.bottom())


def _paint_placeholder(painter: QPainter, rect: QRect) -> None:
    px = look().px
    left = rect.left() + sizes.BLEED_LEFT + px(_TEXT_LEFT)
    for top, width in zip((px(13), px(34)), _PLACEHOLDER_WIDTHS, strict=True):
        draw_ground(painter, QRectF(left, rect.top() + top, px(width), px(9)), Role.HAIRLINE, 4)
