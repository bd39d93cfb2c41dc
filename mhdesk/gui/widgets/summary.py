"""What a page says when there is nothing, and what a form says when it is not right yet."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.widgets import focus
from mhdesk.gui.widgets.buttons import Button, JumpButton
from mhdesk.gui.widgets.fields import Field
from mhdesk.gui.widgets.labels import IconMark, Label, Paragraph
from mhdesk.gui.widgets.messages import announce

_MARK = 28


class EmptyState(QWidget):
    """A small mark, one sentence, and the next date or the one thing to do."""

    def __init__(
        self, sentence: str, more: str = "", parent: QWidget | None = None, *, action: Button | None = None
    ) -> None:
        super().__init__(parent)
        self._sentence = Paragraph(sentence, Type.STRONG)
        self._more = Paragraph(more, Type.CAPTION, Role.SECOND)
        self._more.setVisible(bool(more))
        words = QVBoxLayout()
        words.setSpacing(sizes.S4)
        words.addWidget(self._sentence)
        words.addWidget(self._more)
        if action is not None:
            words.addSpacing(sizes.S8)
            words.addWidget(action, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, sizes.S8, 0, sizes.S8)
        row.setSpacing(sizes.S16)
        row.addWidget(IconMark("mark", Role.SECOND, size=_MARK), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addStretch()
        self.setAccessibleName(f"{sentence} {more}".strip())

    def set_words(self, sentence: str, more: str = "") -> None:
        """Say something else."""
        self._sentence.set_plain(sentence)
        self._more.set_plain(more)
        self._more.setVisible(bool(more))
        self.setAccessibleName(f"{sentence} {more}".strip())


class _Heading(Label):
    """A heading that can hold the focus, so that a screen reader starts reading there."""

    def __init__(self) -> None:
        super().__init__("", Type.URGENT)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        focus.ring()

    def focus_ring(self) -> QRect | None:
        """Return the heading."""
        return self.rect()


def bring_to(target: QWidget) -> None:
    """Give a field or widget the focus and scroll it into sight."""
    editor = target.editor if isinstance(target, Field) else target
    editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
    into_sight(target)


def into_sight(target: QWidget) -> None:
    """Scroll everything around a widget so that all of it can be seen; one that is new is laid out first."""
    place = target.parentWidget()
    while place is not None:
        if isinstance(place, QScrollArea):
            place.ensureWidgetVisible(target, 0, sizes.S24)
        place = place.parentWidget()


class SummaryList(QWidget):
    """What is still needed, one line a problem; a line jumps to its field.

    After a failed submit call `take_focus`; F8 of the form calls `bring_to_next`.
    """

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = _Heading()
        self._heading.setText(heading)
        self._targets: list[QWidget] = []
        self._jumps: list[JumpButton] = []
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.S8)
        column.addWidget(self._heading, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._lines)
        self.hide()

    def set_problems(self, problems: Sequence[tuple[str, QWidget]]) -> None:
        """Show these (sentence, field) pairs in the order of the form; none hides the list."""
        for old in self._jumps:
            self._lines.removeWidget(old)
            old.deleteLater()
        self._jumps = []
        self._targets = [target for _, target in problems]
        for sentence, target in problems:
            line = JumpButton(sentence)
            line.clicked.connect(partial(bring_to, target))
            self._lines.addWidget(line)
            self._jumps.append(line)
        self._heading.setAccessibleDescription(" ".join(sentence for sentence, _ in problems))
        self.setVisible(bool(problems))

    def count(self) -> int:
        """Return how many problems are shown."""
        return len(self._targets)

    def take_focus(self) -> None:
        """Take the focus and let a screen reader say what is needed."""
        if not self._targets:
            return
        self._heading.setFocus(Qt.FocusReason.ShortcutFocusReason)
        announce(
            self._heading, f"{self._heading.text()}. {self._heading.accessibleDescription()}", at_once=True
        )

    def bring_to_first(self) -> None:
        """Jump to the first problem, if there is one."""
        if self._targets:
            bring_to(self._targets[0])

    def bring_to_next(self) -> None:
        """Jump to the problem after the one that has the focus, and from the last to the first."""
        if not self._targets:
            return
        here = next((place for place, target in enumerate(self._targets) if _has_focus(target)), -1)
        bring_to(self._targets[(here + 1) % len(self._targets)])


def _has_focus(target: QWidget) -> bool:
    return target.hasFocus() or any(inner.hasFocus() for inner in target.findChildren(QWidget))
