"""A box or a circle with a label, and a caption beside or under it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QRadioButton, QSizePolicy, QWidget

from mhdesk.gui.look import icons
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.look.theme import look
from mhdesk.gui.widgets import focus

_MARK = 20
_GAP = 10
_LINE = 1.6
_BOX_RADIUS = 4.5
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop
_BIG = 10_000


@dataclass(frozen=True, slots=True)
class _Places:
    """Where label and caption go, and how large all of it is."""

    label: QRect
    caption: QRect
    size: QSize


def _lines(text: str, kind: Type, width: int) -> QSize:
    return look().metrics(kind).boundingRect(QRect(0, 0, width, _BIG), int(_WRAP), text).size()


def _places(label: str, kind: Type, caption: str, width: int, below: bool) -> _Places:
    left = look().px(_MARK) + _GAP
    room = max(1, width - left)
    label_size = _lines(label, kind, room)
    label_rect = QRect(QPoint(left, 1), label_size)
    if not caption:
        return _Places(label_rect, QRect(), QSize(left + label_size.width() + 4, label_size.height() + 2))
    one_line = look().metrics(Type.CAPTION).horizontalAdvance(caption)
    if not below and label_size.width() + _GAP + one_line <= room:
        place = QRect(label_rect.right() + 1 + _GAP, 3, one_line + 2, label_size.height())
        return _Places(label_rect, place, QSize(place.right() + 5, label_size.height() + 2))
    caption_size = _lines(caption, Type.CAPTION, room)
    place = QRect(QPoint(left, label_rect.bottom() + 1 + 2), caption_size)
    return _Places(label_rect, place, QSize(max(label_rect.right(), place.right()) + 5, place.bottom() + 2))


class _Words:
    """Label and caption of a toggle: measuring and painting, shared by box and circle."""

    def __init__(self, owner: QCheckBox | QRadioButton, caption: str, below: bool) -> None:
        self._owner = owner
        self._below = below
        self.caption = caption
        owner.setAccessibleDescription(caption)
        owner.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        owner.setSizePolicy(policy)
        focus.ring()

    def places(self, width: int) -> _Places:
        heavy = (
            Type.URGENT if isinstance(self._owner, QRadioButton) and self._owner.isChecked() else Type.STRONG
        )
        return _places(self._owner.text(), heavy, self.caption, width, self._below)

    def paint(self, painter: QPainter) -> None:
        owner = self._owner
        places = self.places(owner.width())
        heavy = Type.URGENT if isinstance(owner, QRadioButton) and owner.isChecked() else Type.STRONG
        painter.setFont(look().font(heavy))
        painter.setPen(look().ink(Role.TEXT if owner.isEnabled() else Role.THIRD))
        painter.drawText(places.label.adjusted(0, 0, 2, 2), int(_WRAP), owner.text())
        if self.caption:
            painter.setFont(look().font(Type.CAPTION))
            painter.setPen(look().ink(Role.SECOND if owner.isEnabled() else Role.THIRD))
            painter.drawText(places.caption.adjusted(0, 0, 2, 2), int(_WRAP), self.caption)

    def mark_rect(self) -> QRectF:
        side = look().px(_MARK)
        inset = side * 0.08
        return QRectF(0, 1, side, side).adjusted(inset, inset, -inset, -inset)


def _border(owner: QWidget) -> Role:
    if not owner.isEnabled():
        return Role.HAIRLINE
    return Role.SECOND if owner.underMouse() else Role.BORDER


class Check(QCheckBox):
    """A box to tick, with a caption beside it when there is room, else under it."""

    edited = QtSignal()

    def __init__(self, text: str, caption: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._words = _Words(self, caption, below=False)
        self.clicked.connect(self._on_clicked)

    def wipe(self) -> None:
        """Take the tick away."""
        self.setChecked(False)

    def focus_ring(self) -> QRect | None:
        """Return the box with its words."""
        return QRect(QPoint(0, 0), self._words.places(self.width()).size)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:
        return self._words.places(_BIG).size

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(120), self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._words.places(width).size.height()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self._words.mark_rect()
        checked = self.isChecked() and self.isEnabled()
        painter.setPen(QPen(look().ink(Role.ACCENT if checked else _border(self)), _LINE))
        painter.setBrush(look().ink(Role.ACCENT if checked else Role.SURFACE))
        half = _LINE / 2
        painter.drawRoundedRect(box.adjusted(half, half, -half, -half), _BOX_RADIUS, _BOX_RADIUS)
        if self.isChecked():
            icons.draw(
                painter,
                box.toRect().adjusted(1, 1, -1, -1),
                "check",
                Role.ON_ACCENT if checked else Role.THIRD,
            )
        self._words.paint(painter)

    @Slot()
    def _on_clicked(self) -> None:
        self.edited.emit()


class RadioCard(QRadioButton):
    """One circle of a group, its consequence under its label; `choices.RadioCards` makes them."""

    def __init__(self, text: str, caption: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._words = _Words(self, caption, below=True)

    def focus_ring(self) -> QRect | None:
        """Return the circle with its words."""
        return QRect(QPoint(0, 0), self._words.places(self.width()).size)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:
        return self._words.places(_BIG).size

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(120), self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._words.places(width).size.height()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        circle = self._words.mark_rect()
        chosen = self.isChecked() and self.isEnabled()
        half = 1.0 if chosen else _LINE / 2
        painter.setPen(QPen(look().ink(Role.ACCENT if chosen else _border(self)), 2 * half))
        painter.setBrush(look().ink(Role.SURFACE))
        painter.drawEllipse(circle.adjusted(half, half, -half, -half))
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look().ink(Role.ACCENT if chosen else Role.THIRD))
            dot = circle.width() * 0.26
            painter.drawEllipse(QPointF(circle.center()), dot, dot)
        self._words.paint(painter)
