"""The two bars at the bottom: what a form can do, and which keys work here and now."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.painting import draw_hairline
from mhdesk.gui.look.roles import Role
from mhdesk.gui.look.theme import look
from mhdesk.gui.widgets.buttons import Button, WrongButton, keys_text

_CAP_PADDING = 6
_CAP_HEIGHT = 22
_CAP_GAP = 9
_CAP_RADIUS = 4
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class ActionBar(QWidget):
    """Primary action left, quiet ones beside it, what is still wrong at the right; 64 high, always in sight.

    ``wrong_chosen`` follows a press on what is wrong: jump to the first of it.
    """

    wrong_chosen = QtSignal()

    def __init__(self, primary: Button, *others: Button, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wrong = WrongButton("")
        self._wrong.clicked.connect(self.wrong_chosen)
        self._wrong.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.PAGE_LEFT, 1, sizes.BLEED_RIGHT + sizes.SCROLL_BAR, 0)
        row.setSpacing(sizes.S24)
        row.addWidget(primary)
        for other in others:
            row.addWidget(other)
        row.addStretch(1)
        row.addWidget(self._wrong)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_wrong(self, count: int) -> None:
        """Say how many fields are not right yet; 0 says nothing."""
        one = self.tr("1 field is not right yet")
        self._wrong.setText(
            one if count == 1 else self.tr("{count} fields are not right yet").format(count=count)
        )
        self._wrong.setVisible(count > 0)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), look().px(sizes.ACTION_BAR_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        draw_hairline(QPainter(self), 0, self.width() - 1, 0)


@dataclass(frozen=True, slots=True)
class KeyHint:
    """A key and what it does: ``KeyHint("Ctrl+/", "all keys")``."""

    keys: str
    words: str


class KeyStrip(QWidget):
    """The keys that work here and now, and at the right what is saved; 40 high.

    Hints that do not fit are left out, the last one first.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hints: tuple[KeyHint, ...] = ()
        self._status = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_hints(self, hints: tuple[KeyHint, ...]) -> None:
        """Show other keys."""
        self._hints = tuple(KeyHint(keys_text(hint.keys) or hint.keys, hint.words) for hint in hints)
        self._rename()

    def set_status(self, words: str) -> None:
        """Show other words at the right: what is saved, when the last backup was made."""
        self._status = words
        self._rename()

    def status(self) -> str:
        """Return the words at the right."""
        return self._status

    def _rename(self) -> None:
        hints = [f"{hint.keys}: {hint.words}" for hint in self._hints]
        self.setAccessibleName(". ".join((*hints, self._status)).strip(". "))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(sizes.S64, look().px(sizes.KEY_STRIP_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_hairline(painter, 0, self.width() - 1, 0)
        caption = look().metrics(Type.CAPTION)
        right = self.width() - sizes.PAGE_RIGHT
        status_width = caption.horizontalAdvance(self._status) + 2
        painter.setFont(look().font(Type.CAPTION))
        painter.setPen(look().ink(Role.SECOND))
        painter.drawText(QRect(right - status_width, 0, status_width, self.height()), _RIGHT, self._status)
        left = sizes.PAGE_LEFT
        for hint in self._hints:
            width = _hint_width(hint)
            if left + width > right - status_width - sizes.S24:
                return
            _paint_hint(painter, QRect(left, 0, width, self.height()), hint)
            left += width + sizes.S24


def _cap_width(hint: KeyHint) -> int:
    return look().metrics(Type.CAPTION_STRONG).horizontalAdvance(hint.keys) + 2 * _CAP_PADDING


def _hint_width(hint: KeyHint) -> int:
    return _cap_width(hint) + _CAP_GAP + look().metrics(Type.CAPTION).horizontalAdvance(hint.words) + 2


def _paint_hint(painter: QPainter, place: QRect, hint: KeyHint) -> None:
    now = look()
    height = now.px(_CAP_HEIGHT)
    cap = QRectF(place.left() + 0.5, (place.height() - height) // 2 + 0.5, _cap_width(hint) - 1, height - 1)
    painter.setPen(QPen(now.ink(Role.HAIRLINE), 1))
    painter.setBrush(now.ink(Role.SURFACE))
    painter.drawRoundedRect(cap, _CAP_RADIUS, _CAP_RADIUS)
    painter.setFont(now.font(Type.CAPTION_STRONG))
    painter.setPen(now.ink(Role.TEXT))
    painter.drawText(cap, _CENTRE, hint.keys)
    painter.setFont(now.font(Type.CAPTION))
    painter.setPen(now.ink(Role.SECOND))
    painter.drawText(place.adjusted(_cap_width(hint) + _CAP_GAP, 0, 0, 0), _LEFT, hint.words)
