"""One statement with its answers beside it, of which one is always chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from mhdesk.domain.text import plain
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.painting import draw_ground
from mhdesk.gui.look.roles import Role
from mhdesk.gui.look.theme import look
from mhdesk.gui.widgets import focus
from mhdesk.gui.widgets.labels import Label, Paragraph

_HEIGHT: Final = 28
_PADDING: Final = 10
_RADIUS: Final = 5
_BAR: Final = 3
_CAPTION_WIDTH: Final = 92
_ANY_WIDTH: Final = 16_777_215
_CENTRE: Final = int(Qt.AlignmentFlag.AlignCenter)


@dataclass(frozen=True, slots=True)
class AnswerOption:
    """One answer: its code, its word, the letter that gives it, and whether it stands out from afar."""

    code: str
    label: str
    key: str = ""
    loud: bool = False


class Segment(QRadioButton):
    """One answer to one statement. ``key_pressed`` carries the QKeyEvent: accept what is used."""

    key_pressed = QtSignal(object)
    focused = QtSignal()
    unfocused = QtSignal()

    def __init__(self, option: AnswerOption, statement: str) -> None:
        super().__init__(option.label)
        self._loud = option.loud
        self._quiet = not option.code
        self.setAccessibleName(f"{statement}: {option.label}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        focus.ring()

    def focus_ring(self) -> QRect | None:
        """Return the whole of it."""
        return self.rect()

    def sizeHint(self) -> QSize:
        width = look().metrics(Type.CAPTION_STRONG).horizontalAdvance(self.text())
        return QSize(width + 2 * _PADDING, look().px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask the list first: Qt's own arrows would walk through the answers only."""
        event.ignore()
        self.key_pressed.emit(event)
        if not event.isAccepted():
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.unfocused.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        ink = Role.SECOND
        if chosen:
            ink = self._paint_choice(painter)
        elif self.underMouse():
            draw_ground(painter, QRectF(self.rect()), Role.HOVER, _RADIUS)
        painter.setFont(look().font(Type.CAPTION_STRONG if chosen else Type.CAPTION))
        painter.setPen(look().ink(ink))
        painter.drawText(self.rect(), _CENTRE, self.text())

    def _paint_choice(self, painter: QPainter) -> Role:
        """Paint the ground of the chosen answer, or only a line where nothing is said, and return its ink."""
        if self._loud:
            draw_ground(painter, QRectF(self.rect()), Role.ACCENT, _RADIUS)
            return Role.ON_ACCENT
        painter.setPen(
            QPen(look().ink(Role.BORDER if self._quiet else Role.ACCENT), 1 if self._quiet else 1.5)
        )
        painter.setBrush(Qt.BrushStyle.NoBrush if self._quiet else look().ink(Role.CHOSEN))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75), _RADIUS, _RADIUS)
        return Role.SECOND if self._quiet else Role.ACCENT


class _Words(Paragraph):
    """What is said, as wide as the row lets it be: longer ones stay on one line where they fit."""

    def set_plain(self, text: str) -> None:
        super().set_plain(text)
        self.setMaximumWidth(_ANY_WIDTH)


class StatementRow(QWidget):
    """What is said at the left, the answers at the right. ``edited`` follows an answer by the user."""

    edited = QtSignal()

    def __init__(self, code: str, words: str, caption: str, options: Sequence[AnswerOption]) -> None:
        super().__init__()
        self.code = code
        self.searched = plain(f"{words} {caption}")
        self._codes = [option.code for option in options]
        self._group = QButtonGroup(self)
        self.segments = [Segment(option, words) for option in options]
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.S12, 3, sizes.S4, 3)
        row.setSpacing(sizes.S4)
        row.addWidget(_Words(words), 1)
        beside = Label(caption, Type.CAPTION, Role.SECOND)
        beside.setFixedWidth(look().px(_CAPTION_WIDTH))
        row.addWidget(beside)
        for place, segment in enumerate(self.segments):
            self._group.addButton(segment, place)
            segment.setAccessibleDescription(caption)
            segment.focused.connect(self.update)
            segment.unfocused.connect(self.update)
            row.addWidget(segment)
        self.set_answer("")
        self._group.idClicked.connect(self._on_group_id_clicked)

    def answer(self) -> str:
        """Return the code of the chosen answer, "" for none."""
        return self._codes[max(0, self._group.checkedId())]

    def set_answer(self, code: str) -> None:
        """Choose an answer; an unknown one is none."""
        known = code if code in self._codes else ""
        self.segments[self._codes.index(known)].setChecked(True)

    def choose(self, code: str) -> None:
        """Choose an answer as the user does."""
        if code != self.answer():
            self.set_answer(code)
            self.edited.emit()

    def step(self, by: int) -> None:
        """Choose the answer beside the chosen one, if there is one."""
        place = self._codes.index(self.answer()) + by
        if 0 <= place < len(self._codes):
            self.choose(self._codes[place])

    def chosen(self) -> Segment:
        """Return the answer that is chosen."""
        return self.segments[self._codes.index(self.answer())]

    def let_tab_in(self, wanted: bool) -> None:
        """Let Tab come to the chosen answer, or to nothing here."""
        for segment in self.segments:
            stops = wanted and segment is self.chosen()
            segment.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stops else Qt.FocusPolicy.ClickFocus)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Show where somebody is, as a list does."""
        if not any(segment.hasFocus() for segment in self.segments):
            return
        painter = QPainter(self)
        draw_ground(painter, QRectF(self.rect()), Role.HOVER)
        bar = QRectF(0, sizes.S8, _BAR, self.height() - 2 * sizes.S8)
        draw_ground(painter, bar, Role.ACCENT, _BAR / 2)

    @Slot(int)
    def _on_group_id_clicked(self, _place: int) -> None:
        self.edited.emit()
