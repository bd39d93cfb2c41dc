"""The frame of every page: title, one line that sums up, message bar, main column, side column, action bar.

Only the main column scrolls. Pages are built by filling `Page.main` and `Page.side`; positions come from layouts.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.look.theme import look
from mhdesk.gui.widgets.bars import ActionBar, KeyHint
from mhdesk.gui.widgets.labels import Hairline, Label
from mhdesk.gui.widgets.messages import MessageBar

_HEAD_TOP = 20
_HEAD_BOTTOM = 20
_MAIN_WIDTH_MIN = 480


@dataclass(frozen=True, slots=True)
class Shape:
    """How a page divides its width: the side column's width at text scale 1, the gap before it, a line in the gap."""

    side: int
    gap: int
    line: bool


LIST = Shape(266, 48, line=False)
FORM = Shape(406, 56, line=True)
CASE = Shape(452, 56, line=True)


class Column(QVBoxLayout):
    """Widgets under each other, in one text column that lists and tables may reach out of by their tint."""

    def __init__(self, *, bleeding: bool = True) -> None:
        super().__init__()
        self._bleeding = bleeding
        self.setContentsMargins(0, sizes.S4, 0, sizes.S4)
        self.setSpacing(0)

    def add(self, widget: QWidget, *, before: int = 0, stretch: int = 0) -> None:
        """Put a widget under the others with so much white space above it; ``stretch`` > 0 lets it grow."""
        self._gap(before)
        if not self._bleeding or getattr(widget, "bleeds", False):
            self.addWidget(widget, stretch)
            return
        inset = QHBoxLayout()
        inset.setContentsMargins(sizes.BLEED_LEFT, 0, sizes.BLEED_RIGHT, 0)
        inset.addWidget(widget)
        self.addLayout(inset, stretch)

    def add_row(self, *widgets: QWidget, before: int = 0, gap: int = sizes.S24) -> None:
        """Put widgets beside each other, aligned at their tops, with the room that is left at the right."""
        row = QHBoxLayout()
        row.setSpacing(gap)
        for widget in widgets:
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        self.add_layout(row, before=before)

    def add_layout(self, layout: QLayout, *, before: int = 0) -> None:
        """Put a layout of your own under the others, in the text column."""
        self._gap(before)
        inset = QHBoxLayout()
        margin = (sizes.BLEED_LEFT, 0, sizes.BLEED_RIGHT, 0) if self._bleeding else (0, 0, 0, 0)
        inset.setContentsMargins(*margin)
        inset.addLayout(layout)
        self.addLayout(inset)

    def add_hairline(self, *, before: int = sizes.S16) -> None:
        """Draw a line between groups."""
        self.add(Hairline(), before=before)

    def fill(self) -> None:
        """Push everything up: call it once, last, unless a widget stretches."""
        self.addStretch(1)

    def _gap(self, size: int) -> None:
        if size:
            self.addSpacing(size)


def _scroll(content: QWidget, name: str) -> QScrollArea:
    content.setObjectName("content")
    area = QScrollArea()
    area.setWidget(content)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setAccessibleName(name)
    return area


class _Head(QWidget):
    """Title with the lines above and under it."""

    def __init__(self, title: str) -> None:
        super().__init__()
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
        column.addWidget(self.over)
        column.addLayout(self.title_row)
        column.addLayout(self.summary_row)
        column.addWidget(self.messages)
        for empty in (self.over, self.aside, self.summary):
            empty.hide()


class Page(QWidget):
    """One page of the window.

    ``shape`` gives it a side column; ``scrolls=False`` lets one list or table take the height and scroll by itself.
    Fill `main` and `side` with `Column.add`. ``keyhints_changed`` asks the window to read `keyhints` again.
    """

    keyhints_changed = QtSignal()

    def __init__(
        self, title: str, parent: QWidget | None = None, *, shape: Shape | None = None, scrolls: bool = True
    ) -> None:
        super().__init__(parent)
        self.main = Column()
        self.side = Column(bleeding=False)
        self._shape = shape
        self._hints: tuple[KeyHint, ...] = ()
        self._beside = True
        self._head = _Head(title)
        self._main_content = QWidget()
        self._main_content.setLayout(self.main)
        self._main_area = _scroll(self._main_content, title) if scrolls else self._main_content
        self._left = QVBoxLayout()
        self._body = QHBoxLayout()
        self._gap = QWidget()
        self._side_content = QWidget()
        self._lay_out()

    def _lay_out(self) -> None:
        self._left.setSpacing(0)
        inset = QHBoxLayout()
        inset.setContentsMargins(sizes.PAGE_LEFT - sizes.BLEED_LEFT, 0, 0, 0)
        inset.addWidget(self._main_area)
        self._left.addLayout(inset, 1)
        self._body.setSpacing(0)
        self._body.addLayout(self._left, 1)
        self._side_content.setLayout(self.side)
        if self._shape is None:
            self._side_content.hide()
            self._body.addSpacing(sizes.PAGE_RIGHT - sizes.BLEED_RIGHT)
        else:
            self._lay_out_side(self._shape)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addLayout(self._body, 1)

    def _lay_out_side(self, shape: Shape) -> None:
        middle = QHBoxLayout(self._gap)
        middle.setContentsMargins(0, 0, 0, 0)
        if shape.line:
            middle.addStretch(1)
            middle.addWidget(Hairline(vertical=True))
            middle.addStretch(1)
        self._gap.setFixedWidth(shape.gap - sizes.BLEED_RIGHT)
        self._side_area = _scroll(self._side_content, "")
        self._body.addWidget(self._gap)
        self._body.addWidget(self._side_area)
        self._body.addSpacing(sizes.PAGE_RIGHT - sizes.S8)

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

    def keyhints(self) -> tuple[KeyHint, ...]:
        """Return the three or four keys that work here and now, for the key strip."""
        return self._hints

    def set_keyhints(self, *hints: KeyHint) -> None:
        """Say which keys work here now."""
        self._hints = hints
        self.keyhints_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give the main column what it needs; without room for two columns the side goes under the main one."""
        shape = self._shape
        margins = sizes.PAGE_LEFT + sizes.PAGE_RIGHT
        if shape is None:
            self._main_area.setMaximumWidth(sizes.BLEED_LEFT + sizes.BLEED_RIGHT + self.width() - margins)
            return
        side = look().px(shape.side)
        beside = self.width() >= margins + look().px(_MAIN_WIDTH_MIN) + shape.gap + side
        if beside:
            main = min(
                self.width() - margins - shape.gap - side,
                max(sizes.MAIN_WIDTH_MAX, look().px(_MAIN_WIDTH_MIN)),
            )
            self._main_area.setMaximumWidth(main + sizes.BLEED_LEFT + sizes.BLEED_RIGHT)
            self._side_area.setFixedWidth(side + sizes.S8)
        if beside != self._beside:
            self._beside = beside
            self._move_side(beside)

    def _move_side(self, beside: bool) -> None:
        self._gap.setVisible(beside)
        self._side_area.setVisible(beside)
        if beside:
            self.main.removeWidget(self._side_content)
            self._side_area.setWidget(self._side_content)
        else:
            self._side_area.takeWidget()
            self.main.add(self._side_content, before=sizes.S24)
        self._side_content.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._side_content.show()
