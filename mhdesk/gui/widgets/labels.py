"""Words on a page: labels by kind and role, paragraphs, hairlines, heads of sections."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from mhdesk.gui.look import icons, sizes
from mhdesk.gui.look.fonts import SIZES, Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.look.theme import look

_LINE_HEIGHT = 122
"""Per cent of Inter's own line (1.21 em): together 1.48 em."""
_LEADING = 0.13
"""Half of what that adds, in em: Qt puts all of it under the line."""
_PARAGRAPH_WIDTH_MIN = 96
_SECTION_HEIGHT = 22
_DROP, _DROP_SMALL = 4, 2
"""Bring a caption down to the base line of the heading beside it."""


class Label(QLabel):
    """One line of text of one kind in the colour of one role; never reads its text as markup."""

    def __init__(
        self, text: str = "", kind: Type = Type.TEXT, role: Role = Role.TEXT, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", kind.value)
        self.setProperty("ink", role.value)
        self.setText(text)

    def set_role(self, role: Role) -> None:
        """Show the text in the colour of another role."""
        if self.property("ink") != role.value:
            self.setProperty("ink", role.value)
            self.style().unpolish(self)
            self.style().polish(self)


class Paragraph(Label):
    """Text that wraps, with a line height of about 1.5 and lines of at most some 75 characters.

    The text is plain: what looks like markup is shown as it is. ``plain()`` gives it back.
    """

    def __init__(
        self, text: str = "", kind: Type = Type.TEXT, role: Role = Role.TEXT, parent: QWidget | None = None
    ) -> None:
        self._plain = text
        self._kind = kind
        super().__init__("", kind, role, parent)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_plain(text)

    def set_plain(self, text: str) -> None:
        """Show another text."""
        self._plain = text
        lines = escape(text).replace("\n", "<br>")
        self.setContentsMargins(0, round(look().px(SIZES[self._kind][0]) * _LEADING), 0, 0)
        style = f"line-height:{_LINE_HEIGHT}%; margin:0"
        self.setText(f'<p style="{style}">{lines}</p>' if text else "")
        self.setAccessibleName(text)
        self.setMaximumWidth(look().px(sizes.PARAGRAPH_WIDTH_MAX))

    def heightForWidth(self, width: int) -> int:
        """Return the height in a column: one wider than the paragraph does not make it lower."""
        return super().heightForWidth(min(width, self.maximumWidth()))

    def minimumSizeHint(self) -> QSize:
        """Return the least width and one line; how high it is follows from its width.

        Qt's own answer is the height in the narrowest column, and pages would end with an empty screen.
        """
        return QSize(look().px(_PARAGRAPH_WIDTH_MIN), look().metrics(self._kind).height())

    def plain(self) -> str:
        """Return the text without markup."""
        return self._plain


class Hairline(QWidget):
    """A line of one pixel, horizontal or vertical."""

    def __init__(
        self, parent: QWidget | None = None, *, vertical: bool = False, role: Role = Role.HAIRLINE
    ) -> None:
        super().__init__(parent)
        self._role = role
        if vertical:
            self.setFixedWidth(1)
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        else:
            self.setFixedHeight(1)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), look().ink(self._role))


class IconMark(QWidget):
    """A line icon beside words, ``drop`` pixels lower than its place; it is silent for a screen reader."""

    def __init__(
        self,
        name: str,
        role: Role = Role.SECOND,
        parent: QWidget | None = None,
        *,
        size: int = sizes.ICON,
        drop: int = 0,
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._role = role
        self._size = size
        self._drop = drop
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = look().px(self._size)
        return QSize(side, side + self._drop)

    def set_icon(self, name: str, role: Role) -> None:
        """Show another icon."""
        self._name, self._role = name, role
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        icons.draw(QPainter(self), self.rect().adjusted(0, self._drop, 0, 0), self._name, self._role)


class Section(QWidget):
    """The head of a group: its name, and beside it a caption or at the right a widget.

    ``small`` writes the name at text size, for side columns and groups inside a page.
    """

    def __init__(
        self,
        text: str,
        caption: str = "",
        parent: QWidget | None = None,
        *,
        icon: str = "",
        small: bool = False,
    ) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(sizes.S12)
        if icon:
            self._row.addWidget(IconMark(icon, Role.ACCENT))
        self.heading = Label(text, Type.URGENT if small else Type.SECTION)
        self.caption = Label(caption, Type.CAPTION, Role.SECOND)
        self.caption.setVisible(bool(caption))
        self.heading.setMinimumHeight(look().px(_SECTION_HEIGHT))
        self.caption.setContentsMargins(0, _DROP_SMALL if small else _DROP, 0, 0)
        self._row.addWidget(self.heading, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self.caption, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addStretch(1)

    def set_text(self, text: str, caption: str = "") -> None:
        """Show another name and caption."""
        self.heading.setText(text)
        self.caption.setText(caption)
        self.caption.setVisible(bool(caption))

    def add_right(self, widget: QWidget) -> None:
        """Put a widget at the right edge of the head."""
        self._row.addWidget(widget)
