"""The timeline as a painted list: the day at the left, a mark on a line, what happened and why.

What is still to come stands above the line of today, on a dashed line. One delegate paints all rows.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from mhdesk.domain.informing import Choice
from mhdesk.domain.timeline import Event, EventKind, Timeline
from mhdesk.gui import words
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.lettering import draw_words
from mhdesk.gui.look.painting import Mark, draw_focus, draw_ground, draw_mark
from mhdesk.gui.look.roles import Role
from mhdesk.gui.look.theme import look
from mhdesk.gui.persons.event_words import reason_of, title_of
from mhdesk.gui.widgets.list_view import ListView
from mhdesk.gui.widgets.rows import LINE, ROW_ID, SPOKEN, Group, Index, Item, Line, row_flags, spoken

_DAY_WIDTH = 84
_LINE_LEFT = 96
_TEXT_LEFT = 124
_TODAY_HEIGHT = 34
_MIDDLE = 20
_AHEAD_IN_SIGHT = 3
_DAY_AND_MONTH = 5
"""Characters of ``26-11``; the year of another one stands under it."""
_DOT = 9
_MARKS = {
    Choice.NOT_YET: Mark.NOT_YET,
    Choice.NOT: Mark.NOT_INFORMED,
}


def line_of(event: Event, name: str, today: date, *, tells_role: bool) -> Line:
    """Return one event as a line; ``name`` is the person whose timeline it is."""
    title = title_of(event, name)
    reason = reason_of(event, name, today, tells_role=tells_role)
    day = words.weekday_day(event.day, today)
    if event.open:
        clock = words.deadline(event.day, today, event.started_on)
        return Line(title, reason, day=day, mark=clock.mark, share=clock.share)
    return Line(title, reason, day=day, mark=_mark(event))


def _mark(event: Event) -> Mark:
    if event.kind is EventKind.INFORMED:
        return Mark.INFORMED
    if event.kind is EventKind.DECISION:
        return _MARKS.get(Choice(event.codes[0]), Mark.NONE)
    return Mark.NONE


class TimelineModel(QAbstractListModel):
    """The events with the line of today among them, put into words when they are painted.

    The id of a row is its place in `events`; the line of today has none.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.events: tuple[Event, ...] = ()
        self.today_row = 0
        self._now = Group("")
        self._say: Callable[[Event], Line] = _nothing
        self._lines: dict[int, Line] = {}

    def show_events(
        self, timeline: Timeline, name: str, today: date, now_words: str, *, tells_role: bool
    ) -> None:
        """Show other events."""
        self.beginResetModel()
        self.events = timeline.events()
        self.today_row = len(timeline.ahead)
        self._now = Group(now_words)
        self._say = partial(line_of, name=name, today=today, tells_role=tells_role)
        self._lines = {}
        self.endResetModel()

    def wipe(self) -> None:
        """Show nothing any more."""
        self.show_events(Timeline(), "", date.min, "", tells_role=False)

    def row_of(self, place: int) -> int:
        """Return the row of an event by its place in `events`."""
        return place if place < self.today_row else place + 1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - the signature Qt gives it
        return 0 if parent.isValid() else len(self.events) + 1

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if role == ROW_ID:
            return self._place(index.row())
        if role in {LINE, SPOKEN}:
            item = self._item(index.row())
            return item if role == LINE else spoken(item)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        is_line = index.isValid() and index.row() != self.today_row
        return row_flags(None if is_line else self._now)

    def _place(self, row: int) -> int | None:
        return None if row == self.today_row else row - (row > self.today_row)

    def _item(self, row: int) -> Item:
        place = self._place(row)
        if place is None:
            return self._now
        if place not in self._lines:
            self._lines[place] = self._say(self.events[place])
        return self._lines[place]


def _nothing(_event: Event) -> Line:
    return Line("")


class TimelineList(ListView):
    """The list itself; ``row_opened`` carries the place of an event in the model's `events`."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, name=name)
        self.timeline = TimelineModel(self)
        self.setModel(self.timeline)
        self.setItemDelegate(TimelineDelegate(self))

    def show_events(
        self, timeline: Timeline, name: str, today: date, now_words: str, *, tells_role: bool
    ) -> None:
        """Show other events; what is chosen and in sight stays where it is, and at first that is today."""
        chosen, scrolled = self._chosen(), self.verticalScrollBar().value()
        self.timeline.show_events(timeline, name, today, now_words, tells_role=tells_role)
        events = self.timeline.events
        if chosen in events:
            self.choose_row(self.timeline.row_of(events.index(chosen)))
            self.verticalScrollBar().setValue(scrolled)
        elif events:
            self._begin_at_today()

    def _chosen(self) -> Event | None:
        place = self.current_id()
        return (
            self.timeline.events[place] if place is not None and place < len(self.timeline.events) else None
        )

    def _begin_at_today(self) -> None:
        """Put the cursor on what waits first, or on what happened last, with today and what came before in sight."""
        row = self.timeline.today_row
        self.choose_row(row - 1 if row else 1)
        top = self.timeline.index(max(0, row - _AHEAD_IN_SIGHT))
        self.scrollTo(top, QAbstractItemView.ScrollHint.PositionAtTop)


class TimelineDelegate(QStyledItemDelegate):
    """Paint one row; states as in other lists."""

    def __init__(self, view: TimelineList) -> None:
        super().__init__(view)
        self._model = view.timeline

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row: asked of every row whenever the list is laid out, so nothing is looked up."""
        now = self._model.today_row == index.row()
        return QSize(option.rect.width(), look().px(_TODAY_HEIGHT if now else sizes.ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item = index.data(LINE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(item, Group):
            _paint_today(painter, option.rect, item.title)
        elif isinstance(item, Line):
            _paint_state(painter, option)
            _paint_thread(painter, option.rect, index)
            _paint_line(painter, option.rect, item)
        painter.restore()

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Show the whole row: a reason that was ever asked for must be readable to its end."""
        item = index.data(LINE)
        if isinstance(item, Line):
            QToolTip.showText(event.globalPos(), spoken(item), view)
        return True


def _paint_state(painter: QPainter, option: QStyleOptionViewItem) -> None:
    rect: QRect = option.rect
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    if chosen or option.state & QStyle.StateFlag.State_MouseOver:
        draw_ground(painter, QRectF(rect), Role.CHOSEN if chosen else Role.HOVER)
    if chosen:
        bar = QRectF(rect.left(), rect.top() + 10, 3, rect.height() - 20)
        draw_ground(painter, bar, Role.ACCENT, 1.5)
    if option.state & QStyle.StateFlag.State_HasFocus:
        draw_focus(painter, QRectF(rect))


def _thread_x(rect: QRect) -> float:
    return rect.left() + sizes.BLEED_LEFT + look().px(_LINE_LEFT)


def _paint_thread(painter: QPainter, rect: QRect, index: Index) -> None:
    """Draw the line on which the marks stand: dashed above today, not above the first nor below the last row."""
    model, px = index.model(), look().px
    ahead = isinstance(model, TimelineModel) and index.row() < model.today_row
    pen = QPen(look().ink(Role.BORDER if ahead else Role.HAIRLINE), 1.4)
    if ahead:
        pen.setDashPattern([2, 3])
    painter.setPen(pen)
    x, middle, room = _thread_x(rect), rect.top() + px(_MIDDLE), px(sizes.MARK) / 2 + 3
    if index.row() > 0:
        painter.drawLine(QPointF(x, rect.top()), QPointF(x, middle - room))
    if index.row() < model.rowCount() - 1:
        painter.drawLine(QPointF(x, middle + room), QPointF(x, rect.bottom() + 1))


def _paint_line(painter: QPainter, rect: QRect, line: Line) -> None:
    px = look().px
    left, right = rect.left() + sizes.BLEED_LEFT, rect.right() - sizes.BLEED_RIGHT
    upper, lower = rect.top() + px(7), rect.top() + px(29)
    weekday, _, day = line.day.partition(" ")
    day, weekday = day[:_DAY_AND_MONTH], f"{weekday} {day[_DAY_AND_MONTH + 1 :]}".rstrip()
    draw_words(painter, QRect(left, upper, px(_DAY_WIDTH), px(21)), day, Type.TEXT, Role.TEXT)
    draw_words(painter, QRect(left, lower, px(_DAY_WIDTH), px(20)), weekday, Type.CAPTION, Role.SECOND)
    _paint_mark(painter, QPointF(_thread_x(rect), rect.top() + px(_MIDDLE)), line)
    text = left + px(_TEXT_LEFT)
    draw_words(painter, QRect(text, upper, right - text, px(21)), line.title, Type.STRONG, Role.TEXT)
    draw_words(painter, QRect(text, lower, right - text, px(20)), line.reason, Type.CAPTION, Role.SECOND)


def _paint_mark(painter: QPainter, middle: QPointF, line: Line) -> None:
    if line.mark is Mark.NONE:
        painter.setPen(QPen(look().ink(Role.SECOND), 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(middle, look().px(_DOT) / 2, look().px(_DOT) / 2)
    else:
        side = look().px(sizes.MARK)
        place = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
        draw_mark(painter, place, line.mark, line.share)


def _paint_today(painter: QPainter, rect: QRect, now_words: str) -> None:
    px, middle = look().px, rect.center().y() + 0.5
    left, right = rect.left() + sizes.BLEED_LEFT, rect.right() - sizes.BLEED_RIGHT
    place = QRect(left, rect.top(), px(_DAY_WIDTH), rect.height())
    draw_words(painter, place, now_words, Type.CAPTION_STRONG, Role.ACCENT)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look().ink(Role.ACCENT))
    painter.drawEllipse(QPointF(_thread_x(rect), middle), px(4), px(4))
    painter.setPen(QPen(look().ink(Role.ACCENT), 1.4))
    painter.drawLine(QPointF(left + px(_TEXT_LEFT), middle), QPointF(right, middle))
