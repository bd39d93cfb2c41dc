"""Statements under each other, each with one of a few answers beside it; by keyboard as fast as reading.

The whole list is one stop for Tab. The arrows up and down, and Enter, go from statement to statement, those to the
side from answer to answer, a letter gives an answer at once, and Backspace takes it away.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from mhdesk.domain.text import plain
from mhdesk.gui.look import sizes
from mhdesk.gui.look.roles import Role
from mhdesk.gui.look.theme import look
from mhdesk.gui.widgets.labels import Hairline, Paragraph, Section
from mhdesk.gui.widgets.statement_row import AnswerOption, StatementRow

_LEAST: Final = 160
_ERASERS: Final = frozenset({Qt.Key.Key_Backspace, Qt.Key.Key_Delete})
_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Return: 1, Qt.Key.Key_Enter: 1}
_SIDEWAYS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


@dataclass(frozen=True, slots=True)
class Statement:
    """One line: what is said, and a short caption beside it."""

    code: str
    words: str
    caption: str = ""


@dataclass(frozen=True, slots=True)
class StatementGroup:
    """Statements under one head."""

    title: str
    statements: tuple[Statement, ...]


class _Head(Section):
    """The name of a group, with how many of it have an answer."""

    def __init__(self, group: StatementGroup) -> None:
        super().__init__(group.title, small=True)
        self.setContentsMargins(sizes.S12, sizes.S12, 0, sizes.S4)
        self._title = group.title

    def count(self, answered: int, of: int) -> None:
        """Say how many statements have an answer."""
        self.set_text(self._title, self.tr("{answered} of {all} assessed").format(answered=answered, all=of))


class Statements(QScrollArea):
    """Ask the same of many statements. The last of ``options`` is that there is no answer: its code is empty.

    ``edited`` follows each answer by the user, ``left`` the focus leaving the list; ``current_changed`` carries the
    code of the statement that somebody came to.
    """

    edited = QtSignal()
    left = QtSignal()
    current_changed = QtSignal(str)

    def __init__(self, options: Sequence[AnswerOption], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._options = tuple(options)
        self._groups: list[tuple[_Head, list[StatementRow]]] = []
        self._current: StatementRow | None = None
        self._nothing = Paragraph("", role=Role.SECOND)
        self._height = _LEAST
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self._fill()

    def _fill(self) -> None:
        content = QWidget()
        content.setObjectName("content")
        self._lines = QVBoxLayout(content)
        self._lines.setContentsMargins(0, 0, sizes.SCROLL_BAR, 0)
        self._lines.setSpacing(0)
        self.setWidget(content)

    def set_groups(self, groups: Iterable[StatementGroup]) -> None:
        """Ask other statements; none has an answer."""
        self._empty_out()
        for group in groups:
            head, rows = _Head(group), [self._row(one) for one in group.statements]
            self._groups.append((head, rows))
            self._lines.addWidget(head)
            self._lines.addWidget(Hairline())
            for row in rows:
                self._lines.addWidget(row)
        self._lines.addWidget(self._nothing)
        self._lines.addStretch(1)
        self._nothing.hide()
        self._count()
        self._make_current(self._rows()[0] if self._rows() else None)
        self.verticalScrollBar().setValue(0)

    def _empty_out(self) -> None:
        self._current = None
        self._groups = []
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None and widget is not self._nothing:
                widget.hide()
                widget.deleteLater()

    def _row(self, one: Statement) -> StatementRow:
        row = StatementRow(one.code, one.words, one.caption, self._options)
        for segment in row.segments:
            segment.key_pressed.connect(partial(self._on_segment_key_pressed, row))
            segment.focused.connect(partial(self._on_segment_focused, row))
            segment.unfocused.connect(self.left)
        row.edited.connect(partial(self._on_row_edited, row))
        return row

    def answers(self) -> dict[str, str]:
        """Return the answers that were given, by the code of the statement."""
        return {row.code: row.answer() for row in self._rows() if row.answer()}

    def set_answers(self, answers: Mapping[str, str]) -> None:
        """Show these answers and no others."""
        for row in self._rows():
            row.set_answer(answers.get(row.code, ""))
        self._count()
        self._make_current(self._current)

    def show_only(self, words: str) -> None:
        """Show the statements that say all of these words; the others keep their answers."""
        wanted = plain(words).split()
        for head, rows in self._groups:
            for row in rows:
                row.setVisible(all(word in row.searched for word in wanted))
            found = any(not row.isHidden() for row in rows)
            for widget in (head, self._line_under(head)):
                widget.setVisible(found)
        shown = [row for row in self._rows() if not row.isHidden()]
        self._nothing.set_plain(self.tr("No sign with these words."))
        self._nothing.setVisible(not shown)
        self._make_current(self._current if self._current in shown else next(iter(shown), None))
        self.verticalScrollBar().setValue(0)

    def _line_under(self, head: _Head) -> QWidget:
        item = self._lines.itemAt(self._lines.indexOf(head) + 1)
        line = item.widget() if item is not None else None
        if line is None:
            raise RuntimeError("a head without the line under it")
        return line

    def take_focus(self) -> None:
        """Go to the statement where somebody was."""
        if self._current is not None:
            self._go_to(self._current)

    def whole_height(self) -> int:
        """Return the height in which nothing has to scroll."""
        content = self.widget()
        return max(_LEAST, content.heightForWidth(self.viewport().width()) if content is not None else 0)

    def set_height(self, height: int) -> None:
        """Take this height; the rest scrolls."""
        if height != self._height:
            self._height = height
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(look().px(sizes.FIELD_WIDTH), self._height)

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(_LEAST), self._height)

    def _rows(self) -> list[StatementRow]:
        return [row for _, rows in self._groups for row in rows]

    def _count(self) -> None:
        for head, rows in self._groups:
            head.count(sum(bool(row.answer()) for row in rows), len(rows))

    def _make_current(self, row: StatementRow | None) -> None:
        """Let Tab come to the chosen answer of one statement only."""
        self._current = row
        for other in self._rows():
            other.let_tab_in(other is row)
        if row is not None:
            self.setFocusProxy(row.chosen())
            self.current_changed.emit(row.code)

    def _go_to(self, row: StatementRow) -> None:
        row.chosen().setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_segment_focused(self, row: StatementRow) -> None:
        self._make_current(row)
        self.ensureWidgetVisible(row, 0, row.height())

    def _on_row_edited(self, row: StatementRow) -> None:
        had_focus = any(segment.hasFocus() for segment in row.segments)
        self._count()
        self._make_current(row)
        if had_focus:
            self._go_to(row)
        self.edited.emit()

    def _on_segment_key_pressed(self, row: StatementRow, event: QKeyEvent) -> None:
        """Answer or walk; a key that means nothing here goes on to the dialog."""
        event.setAccepted(self._uses(row, event))

    def _uses(self, row: StatementRow, event: QKeyEvent) -> bool:
        if event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier):
            return False
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._step(row, _STEPS[key])
        elif key in _SIDEWAYS:
            row.step(_SIDEWAYS[key])
        elif key in _ERASERS:
            row.choose("")
        elif option := next(
            (one for one in self._options if one.key and one.key == event.text().upper()), None
        ):
            row.choose(option.code)
        else:
            return False
        return True

    def _step(self, row: StatementRow, by: int) -> None:
        shown = [one for one in self._rows() if not one.isHidden()]
        place = shown.index(row) + by
        if 0 <= place < len(shown):
            self._go_to(shown[place])
