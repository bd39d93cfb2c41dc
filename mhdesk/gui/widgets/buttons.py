"""Buttons: one primary a page, secondary and plain beside it, quiet ones that read like a link.

They are painted here and not by a style sheet: a shortcut stands in the button, and the focus ring around it.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import QAbstractButton, QPushButton, QSizePolicy, QWidget

from mhdesk.gui.look import icons, sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.painting import draw_ground
from mhdesk.gui.look.roles import Role
from mhdesk.gui.look.theme import look
from mhdesk.gui.widgets import enter, focus

_ICON_GAP = 8
_KEYS_GAP = 14
_TEXT_FLAGS = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextHideMnemonic


@dataclass(frozen=True, slots=True)
class _Ink:
    """The roles of one kind of button in one state; None is not painted."""

    text: Role
    ground: Role | None = None
    border: Role | None = None


@dataclass(frozen=True, slots=True)
class _Kind:
    rest: _Ink
    hover: _Ink
    type: Type = Type.URGENT
    padding: int = sizes.S16
    line: float = 1.0
    icon: Role | None = None


_PRIMARY = _Kind(_Ink(Role.ON_ACCENT, Role.ACCENT), _Ink(Role.ON_ACCENT, Role.ACCENT_HOVER))
_SECONDARY = _Kind(
    _Ink(Role.ACCENT, None, Role.ACCENT), _Ink(Role.ACCENT, Role.CHOSEN, Role.ACCENT), line=1.5
)
_PLAIN = _Kind(_Ink(Role.TEXT, Role.SURFACE, Role.BORDER), _Ink(Role.TEXT, Role.HOVER, Role.SECOND))
_QUIET = _Kind(_Ink(Role.ACCENT), _Ink(Role.ACCENT_HOVER), Type.STRONG, 0)
_QUIET_SMALL = _Kind(_Ink(Role.ACCENT), _Ink(Role.ACCENT_HOVER), Type.CAPTION_STRONG, 0)
_JUMP = _Kind(_Ink(Role.TEXT), _Ink(Role.ACCENT), Type.TEXT, 0, icon=Role.ACCENT)
_WRONG = _Kind(_Ink(Role.LATE), _Ink(Role.TEXT), Type.URGENT, 0)
_DISABLED = _Ink(Role.THIRD, None, Role.HAIRLINE)


def keys_text(keys: str) -> str:
    """Return a shortcut as people read it on a key: ``Ctrl+Return`` is ``Ctrl+Enter``."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText).replace("Return", "Enter")


def bind_keys(button: QAbstractButton, keys: str) -> None:
    """Let the keys press the button while it can be seen; both Enter keys count as one."""
    for sequence in {keys, keys.replace("Return", "Enter")}:
        shortcut = QShortcut(QKeySequence(sequence), button)
        shortcut.activated.connect(button.animateClick)


class Button(QPushButton):
    """A button of one of the four kinds; make one of the classes below.

    ``keys`` (``"Ctrl+N"``) is shown in the button and presses it while it is visible; with
    ``binds=False`` it is only shown, for keys that an action of the window already has. ``icon`` names
    a drawing of `look.icons`.
    """

    _kind = _PLAIN

    def __init__(
        self, text: str, parent: QWidget | None = None, *, keys: str = "", binds: bool = True, icon: str = ""
    ) -> None:
        super().__init__(text, parent)
        self._keys = keys_text(keys) if keys else ""
        self._icon_name = icon
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if keys and binds:
            bind_keys(self, keys)
        if keys:
            self.setAccessibleDescription(self._keys)
        focus.ring()

    @property
    def keys(self) -> str:
        """Return the keys that stand in the button, as people read them; an empty text for none."""
        return self._keys

    def show_keys(self, keys: str) -> None:
        """Show other keys, which something else binds; an empty text shows none."""
        self._keys = keys_text(keys) if keys else ""
        self.setAccessibleDescription(self._keys)
        self.updateGeometry()
        self.update()

    def widen(self) -> None:
        """Let the button take the whole width that its layout has."""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def focus_ring(self) -> QRect | None:
        """Return the whole button: the ring lies around it."""
        return self.rect()

    def _ink(self) -> _Ink:
        if not self.isEnabled():
            return _DISABLED
        hot = self.underMouse() or self.isDown()
        return self._kind.hover if hot else self._kind.rest

    def _keys_width(self) -> int:
        return look().metrics(Type.CAPTION).horizontalAdvance(self._keys) + _KEYS_GAP if self._keys else 0

    def _icon_width(self) -> int:
        return look().px(sizes.ICON) + _ICON_GAP if self._icon_name else 0

    def _text_width(self) -> int:
        return (
            look()
            .metrics(self._kind.type)
            .size(Qt.TextFlag.TextHideMnemonic | Qt.TextFlag.TextSingleLine, self.text())
            .width()
        )

    def sizeHint(self) -> QSize:
        width = self._text_width() + self._icon_width() + self._keys_width() + 2 * self._kind.padding
        return QSize(width, look().px(sizes.FIELD_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not enter.pressed(self, event):
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        ink = self._ink()
        self._paint_ground(painter, ink)
        self._paint_words(painter, ink)

    def _paint_ground(self, painter: QPainter, ink: _Ink) -> None:
        if ink.ground is not None:
            draw_ground(painter, QRectF(self.rect()), ink.ground)
        if ink.border is None or not self._kind.padding:
            return
        half = self._kind.line / 2
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look().ink(ink.border), self._kind.line))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inner = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(inner, sizes.RADIUS - half, sizes.RADIUS - half)
        painter.restore()

    def _paint_words(self, painter: QPainter, ink: _Ink) -> None:
        inner = self.rect().adjusted(self._kind.padding, 0, -self._kind.padding, 0)
        spread = bool(self._keys) or not self._kind.padding
        left = inner.left() if spread else inner.left() + max(0, (inner.width() - self._content_width()) // 2)
        if self._icon_name:
            size = look().px(sizes.ICON)
            place = QRect(left, (self.height() - size) // 2, size, size)
            icons.draw(painter, place, self._icon_name, self._kind.icon or ink.text)
            left += size + _ICON_GAP
        painter.setPen(look().ink(ink.text))
        painter.setFont(look().font(self._kind.type))
        room = QRect(left, 0, inner.right() - left + 1 - self._keys_width(), self.height())
        painter.drawText(room, int(_TEXT_FLAGS), self._words(room.width()))
        if self._keys:
            painter.setFont(look().font(Type.CAPTION))
            painter.drawText(
                inner, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), self._keys
            )

    def _words(self, width: int) -> str:
        if self._text_width() <= width:
            return self.text()
        return look().metrics(self._kind.type).elidedText(self.text(), Qt.TextElideMode.ElideRight, width)

    def _content_width(self) -> int:
        return self._text_width() + self._icon_width()


class PrimaryButton(Button):
    """The one thing this page is for; at most one in sight, never disabled in a form."""

    _kind = _PRIMARY


class SecondaryButton(Button):
    """Something that also belongs to the work, in an accent frame."""

    _kind = _SECONDARY


class PlainButton(Button):
    """Something always at hand that is not the work itself, in a grey frame."""

    _kind = _PLAIN


class QuietButton(Button):
    """A way out or aside, written like a link; ``small`` for one beside a label."""

    _kind = _QUIET

    def __init__(
        self,
        text: str,
        parent: QWidget | None = None,
        *,
        keys: str = "",
        binds: bool = True,
        icon: str = "",
        small: bool = False,
    ) -> None:
        super().__init__(text, parent, keys=keys, binds=binds, icon=icon)
        if small:
            self._kind = _QUIET_SMALL

    def sizeHint(self) -> QSize:
        if self._kind is _QUIET:
            return super().sizeHint()
        return QSize(super().sizeHint().width(), look().px(sizes.S24))


class JumpButton(Button):
    """A line that brings the cursor somewhere else: a chevron and words that may be cut off."""

    _kind = _JUMP

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent, icon="chevron-right")
        self.setToolTip(text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(sizes.S64), look().px(sizes.S32))

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), look().px(sizes.S32))


class WrongButton(Button):
    """What is still wrong, in brick; pressing it jumps there. It gives way before the actions beside it."""

    _kind = _WRONG

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(sizes.S64), self.sizeHint().height())
