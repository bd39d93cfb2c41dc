"""Widgets under each other in one text column, and the area in which such a column scrolls."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from mhdesk.gui.look import sizes
from mhdesk.gui.widgets.labels import Hairline

_ALL = 1000
"""A stretch beside which that of an empty place does not count."""
_UNLIMITED = 16_777_215
"""QWIDGETSIZE_MAX: a widget that has no largest width of its own."""


class Column(QVBoxLayout):
    """Widgets under each other.

    In a ``bleeding`` column lists and tables reach out of the text by the tint of their rows. ``reserve`` is room at
    the right that only a list's own scroll bar may take.
    """

    def __init__(self, *, bleeding: bool = True, reserve: int = 0) -> None:
        super().__init__()
        self._left = sizes.BLEED_LEFT if bleeding else 0
        self._right = (sizes.BLEED_RIGHT if bleeding else 0) + reserve
        self._reserve = reserve
        self.setContentsMargins(0, sizes.S4, 0, sizes.S4)
        self.setSpacing(0)

    def add(self, widget: QWidget, *, before: int = 0, stretch: int = 0) -> None:
        """Put a widget under the others with so much white space above it; ``stretch`` > 0 lets it grow."""
        bleeds = bool(getattr(widget, "bleeds", False))
        row = self._row(bleeds=bleeds, keeps_room=bool(getattr(widget, "keeps_room", False)))
        row.addWidget(widget, _ALL)
        if _is_narrow(widget):
            row.addStretch(0)
        self._space(before)
        self.addLayout(row, stretch)

    def add_row(self, *widgets: QWidget, before: int = 0, gap: int = sizes.S24) -> None:
        """Put widgets beside each other, aligned at their tops; what is left of the width stays empty."""
        row = QHBoxLayout()
        row.setSpacing(gap)
        for widget in widgets:
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        self.add_layout(row, before=before)

    def add_equal(self, *widgets: QWidget, before: int = 0, gap: int = sizes.S24) -> None:
        """Put widgets beside each other in columns of the same width: the two columns of a form."""
        row = QHBoxLayout()
        row.setSpacing(gap)
        for widget in widgets:
            row.addWidget(widget, 1, Qt.AlignmentFlag.AlignTop)
        self.add_layout(row, before=before)

    def add_layout(self, layout: QLayout, *, before: int = 0) -> None:
        """Put a layout of your own under the others, in the text column."""
        row = self._row()
        row.addLayout(layout)
        self._space(before)
        self.addLayout(row)

    def add_hairline(self, *, before: int = sizes.S16) -> None:
        """Draw a line between groups."""
        self.add(Hairline(), before=before)

    def fill(self) -> None:
        """Push everything up: call it once, last, unless a widget stretches."""
        self.addStretch(1)

    def _row(self, *, bleeds: bool = False, keeps_room: bool = False) -> QHBoxLayout:
        row = QHBoxLayout()
        right = self._reserve if bleeds else self._right
        row.setContentsMargins(0 if bleeds else self._left, 0, 0 if keeps_room else right, 0)
        return row

    def _space(self, size: int) -> None:
        if size:
            self.addSpacing(size)


def _is_narrow(widget: QWidget) -> bool:
    """Return whether a widget leaves room beside it: it would be laid in the middle of a wide column."""
    policy = widget.sizePolicy().horizontalPolicy()
    fixed = policy in (QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Maximum)
    return fixed or widget.maximumWidth() < _UNLIMITED


class ScrollColumn(QScrollArea):
    """Scroll a widget up and down; with ``keeps_room`` nothing shifts when the bar appears."""

    def __init__(self, content: QWidget, name: str, *, keeps_room: bool = True) -> None:
        super().__init__()
        content.setObjectName("content")
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(name)
        if keeps_room:
            self.verticalScrollBar().rangeChanged.connect(self._on_bar_range_changed)
            self._on_bar_range_changed()

    @Slot()
    def _on_bar_range_changed(self) -> None:
        shown = self.verticalScrollBar().maximum() > 0
        self.setViewportMargins(0, 0, 0 if shown else sizes.SCROLL_BAR, 0)
