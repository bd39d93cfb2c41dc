"""The frame of every page: title, one line that sums up, message bar, main column, side column, action bar.

Only the main column scrolls. Pages are built by filling `Page.main` and `Page.side`; positions come from
layouts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractSlider,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.painting import draw_hairline
from mhdesk.gui.look.roles import Role
from mhdesk.gui.look.theme import look
from mhdesk.gui.widgets.bars import ActionBar, KeyHint
from mhdesk.gui.widgets.buttons import Button, QuietButton, keys_text
from mhdesk.gui.widgets.column import Column, ScrollColumn
from mhdesk.gui.widgets.labels import Label
from mhdesk.gui.widgets.messages import MessageBar

_HEAD_TOP = 20
_HEAD_BOTTOM = 16
_MESSAGE_GAP = 4
_EXTRA = sizes.BLEED_LEFT + sizes.BLEED_RIGHT + sizes.SCROLL_BAR
_ALL = 1000
"""A stretch beside which that of the right margin does not count."""
_RING = sizes.FOCUS_LINE + sizes.FOCUS_AIR
"""Room at the left of the side column for the ring around what has the focus there."""
_BESIDE = _RING, sizes.S4, 0, sizes.S4
_UNLIMITED = 16_777_215
"""QWIDGETSIZE_MAX: no largest width."""
_BACK_KEYS: Final = "Alt+Left"
_OWN_ARROWS: Final = (QLineEdit, QPlainTextEdit, QTextEdit, QComboBox)
_SCROLLS: Final = {
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
}


@dataclass(frozen=True, slots=True)
class Shape:
    """How a page divides its width; all but the gap at text scale 1.

    ``side`` is the width of the side column and ``side_least`` what it can give way to, ``least`` what the main
    column needs; with less the side goes under it. ``gap`` lies between them, ``line`` in the middle of the gap.
    """

    side: int
    side_least: int
    least: int
    gap: int
    line: bool


LIST = Shape(side=266, side_least=240, least=400, gap=48, line=False)
FORM = Shape(side=406, side_least=300, least=500, gap=56, line=True)
CASE = Shape(side=452, side_least=320, least=480, gap=56, line=True)


def _as_hint(text: str) -> str:
    """Return the words of a button as those of a key are written."""
    return f"{text[:1].lower()}{text[1:]}".rstrip("…").strip()


class _Head(QWidget):
    """Title with the lines above and under it."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.back = QuietButton(self.tr("‹ Back"), small=True, keys=_BACK_KEYS, binds=False)
        self.over = Label("", Type.CAPTION, Role.SECOND)
        self.title = Label(title, Type.TITLE)
        self.aside = Label("", Type.TEXT, Role.SECOND)
        self.summary = Label("", Type.TEXT, Role.SECOND)
        self.messages = MessageBar()
        self.title_row = QHBoxLayout()
        self.title_row.setSpacing(sizes.S12)
        self.title_row.addWidget(self.title)
        self.title_row.addWidget(self.aside, 0, Qt.AlignmentFlag.AlignVCenter)
        self.title_row.addStretch(1)
        self.summary_row = QHBoxLayout()
        self.summary_row.setSpacing(sizes.S16)
        self.summary_row.addWidget(self.summary, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.PAGE_LEFT, _HEAD_TOP, sizes.PAGE_RIGHT, _HEAD_BOTTOM)
        column.setSpacing(2)
        column.addWidget(self.back)
        column.addWidget(self.over)
        column.addLayout(self.title_row)
        column.addLayout(self.summary_row)
        column.addSpacing(_MESSAGE_GAP)
        column.addWidget(self.messages)
        for empty in (self.back, self.over, self.aside, self.summary):
            empty.hide()


class _Gap(QWidget):
    """What lies between main and side: air, a line where the page wants one, and the end of the action bar's."""

    def __init__(self, *, line: bool) -> None:
        super().__init__()
        self._line = line
        self.bar: QWidget | None = None

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        middle = self.width() // 2
        if self._line:
            painter.fillRect(middle, 0, 1, self.height(), look().ink(Role.HAIRLINE))
        if self.bar is not None:
            draw_hairline(painter, 0, middle, self.height() - self.bar.height())


class Page(QWidget):
    """One page of the window.

    ``shape`` gives it a side column; ``scrolls=False`` lets one list or table take the height and scroll by itself.
    A side that ``side_gives_way`` is left out where it does not fit beside: what it says stands elsewhere too. Fill
    `main` and `side` with `Column.add`. ``keyhints_changed`` asks the window to read `keyhints` again, ``back_wanted``
    follows the button that `show_back` shows.
    """

    keyhints_changed = QtSignal()
    back_wanted = QtSignal()

    def __init__(
        self,
        title: str,
        parent: QWidget | None = None,
        *,
        shape: Shape | None = None,
        scrolls: bool = True,
        side_gives_way: bool = False,
    ) -> None:
        super().__init__(parent)
        self.main = Column(reserve=0 if scrolls else sizes.SCROLL_BAR)
        self.side = Column(bleeding=False)
        self._shape = shape
        self._hints: tuple[KeyHint, ...] = ()
        self._more: tuple[KeyHint, ...] = ()
        self._beside = True
        self._side_gives_way = side_gives_way
        self._head = _Head(title)
        self._head.back.clicked.connect(self.back_wanted)
        self._main_content = QWidget()
        self._stack = QVBoxLayout(self._main_content)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(0)
        self._stack.addLayout(self.main, 1)
        self._main_area = ScrollColumn(self._main_content, title, keeps_room=scrolls)
        self._left = QVBoxLayout()
        self._body = QHBoxLayout()
        self._gap = _Gap(line=shape is not None and shape.line)
        self._side_content = QWidget()
        self._lay_out()

    def _lay_out(self) -> None:
        self._left.setSpacing(0)
        inset = QHBoxLayout()
        inset.setContentsMargins(sizes.PAGE_LEFT - sizes.BLEED_LEFT, 0, 0, 0)
        inset.addWidget(self._main_area)
        self._left.addLayout(inset, 1)
        self._body.setSpacing(0)
        self._body.addLayout(self._left, _ALL)
        self._side_content.setLayout(self.side)
        if self._shape is None:
            self._side_content.hide()
            self._body.addSpacing(sizes.PAGE_RIGHT - sizes.BLEED_RIGHT - sizes.SCROLL_BAR)
        else:
            self._lay_out_side(self._shape)
            self._body.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addLayout(self._body, 1)

    def _lay_out_side(self, shape: Shape) -> None:
        self._gap.setFixedWidth(shape.gap - sizes.BLEED_RIGHT - sizes.SCROLL_BAR - _RING)
        self.side.setContentsMargins(*_BESIDE)
        self._side_area = ScrollColumn(self._side_content, "")
        self._body.addWidget(self._gap)
        self._body.addWidget(self._side_area)
        self._body.addSpacing(sizes.PAGE_RIGHT - sizes.SCROLL_BAR)

    @property
    def title(self) -> str:
        """Return the title."""
        return self._head.title.text()

    @property
    def messages(self) -> MessageBar:
        """Return the message bar under the title; hidden until it has something to say."""
        return self._head.messages

    def set_title(self, title: str, aside: str = "", over: str = "") -> None:
        """Show another title; ``aside`` stands behind it, ``over`` is a caption above it."""
        self._head.title.setText(title)
        self._head.aside.setText(aside)
        self._head.aside.setVisible(bool(aside))
        self._head.over.setText(over)
        self._head.over.setVisible(bool(over))

    def show_back(self, shown: bool) -> None:
        """Offer the way back above the title, on a page with another one behind it."""
        self._head.back.setVisible(shown)

    def set_summary(self, sentence: str) -> None:
        """Show the one line that sums the page up."""
        self._head.summary.setText(sentence)
        self._head.summary.setVisible(bool(sentence))

    def add_title_action(self, widget: QWidget) -> None:
        """Put an action at the right of the summary line."""
        self._head.summary_row.addWidget(widget)

    def set_action_bar(self, bar: ActionBar) -> None:
        """Give the page an action bar under its main column; once."""
        self._left.addWidget(bar)
        self._gap.bar = bar

    def keyhints(self) -> tuple[KeyHint, ...]:
        """Return the three or four keys that work here and now, for the key strip."""
        return self._hints

    def all_keyhints(self) -> tuple[KeyHint, ...]:
        """Return every key that works here: the strip's, what `list_keys` named, and those in buttons in sight."""
        buttons = (one for one in self.findChildren(Button) if one.keys and one.isVisible())
        in_buttons = (KeyHint(one.keys, _as_hint(one.text())) for one in buttons)
        named: dict[str, KeyHint] = {}
        for one in (*self.keyhints(), *self._more, *in_buttons):
            named.setdefault(keys_text(one.keys) or one.keys, one)
        return tuple(named.values())

    def list_keys(self, *hints: KeyHint) -> None:
        """Name keys for the list of all keys only: the strip has no room for them, or they wait for something."""
        self._more = hints

    def set_keyhints(self, *hints: KeyHint) -> None:
        """Say which keys work here now."""
        self._hints = hints
        self.keyhints_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll the page by the keys that nothing in it used; a text field keeps them to itself."""
        action = _SCROLLS.get(Qt.Key(event.key()))
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        bars = [area.verticalScrollBar() for area in self.findChildren(ScrollColumn) if area.isVisible()]
        bar = next((one for one in bars if one.maximum() > 0), None)
        if action is None or not plain or bar is None or isinstance(self.focusWidget(), _OWN_ARROWS):
            super().keyPressEvent(event)
        else:
            bar.triggerAction(action)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Divide the width; without room for two columns the side goes under the main one."""
        if self._shape is None:
            return
        shape, px = self._shape, look().px
        least = max(px(shape.least), self._main_content.minimumSizeHint().width() - _EXTRA)
        room = self.width() - sizes.PAGE_LEFT - shape.gap - sizes.PAGE_RIGHT - least
        beside = room >= px(shape.side_least)
        self._main_area.setMaximumWidth(max(sizes.MAIN_WIDTH_MAX, least) + _EXTRA if beside else _UNLIMITED)
        self._side_area.setFixedWidth(min(px(shape.side), max(room, 0)) + sizes.SCROLL_BAR + _RING)
        if beside != self._beside:
            self._beside = beside
            self._move_side(beside)

    def _move_side(self, beside: bool) -> None:
        self._gap.setVisible(beside)
        self._side_area.setVisible(beside)
        if beside:
            self._stack.removeWidget(self._side_content)
            self._side_area.setWidget(self._side_content)
        else:
            self._side_area.takeWidget()
            self._stack.addWidget(self._side_content)
        inset = sizes.BLEED_LEFT, sizes.S24, sizes.BLEED_RIGHT, sizes.S4
        self.side.setContentsMargins(*(_BESIDE if beside else inset))
        self._side_content.setVisible(beside or not self._side_gives_way)
