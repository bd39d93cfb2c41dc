"""What people type in: lines, longer text, dates and passphrases.

Editors of text about people keep nothing behind: no drag and drop, plain text on the clipboard only,
and `wipe` empties them without leaving anything to undo. They have no completion: it would show names
of others.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QMimeData, QPoint, QRect, QSize, Qt, QTimer, Slot
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QScrollArea, QSizePolicy, QWidget

from mhdesk.domain import dates
from mhdesk.gui.look import sizes
from mhdesk.gui.look.theme import look
from mhdesk.gui.widgets import focus
from mhdesk.gui.widgets.buttons import QuietButton

DATE_WIDTH = 140
TIME_WIDTH = 88
_LINES_MIN, _LINES_MAX = 3, 12
_FRAME = 12
_STAYS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
"""The focus comes back by itself: nobody left the field."""


def is_wrong(editor: QWidget) -> bool:
    """Return whether the editor is marked as holding a mistake."""
    return bool(editor.property("wrong"))


def mark_wrong(editor: QWidget, wrong: bool) -> None:
    """Give an editor the border of a mistake, or take it away."""
    if is_wrong(editor) == wrong:
        return
    editor.setProperty("wrong", wrong)
    editor.style().unpolish(editor)
    editor.style().polish(editor)
    editor.update()
    focus.ring().place()


class TextEditor(QLineEdit):
    """One line of text; ``width`` hints at the answer, one below `sizes.FIELD_WIDTH` is kept in a wider column.

    ``edited`` follows each change by the user, not by `setText`; ``left`` follows leaving the field:
    the time to check.
    """

    edited = QtSignal()
    left = QtSignal()

    def __init__(
        self, parent: QWidget | None = None, *, width: int = sizes.FIELD_WIDTH, placeholder: str = ""
    ) -> None:
        super().__init__(parent)
        self._width = width
        self.narrow = width < sizes.FIELD_WIDTH
        self.setPlaceholderText(placeholder)
        self.setDragEnabled(False)
        self.setAcceptDrops(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.textEdited.connect(self._on_text_edited)

    def wipe(self) -> None:
        """Empty the field and forget what was typed: `clear` would leave it to undo, `setText` does not."""
        self.setText("")

    def focus_ring(self) -> QRect | None:
        """Return the field when it holds a mistake: brick border inside, accent ring outside."""
        return self.rect() if is_wrong(self) else None

    def sizeHint(self) -> QSize:
        return QSize(look().px(self._width), super().sizeHint().height())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _STAYS:
            self.left.emit()

    @Slot()
    def _on_text_edited(self) -> None:
        self.edited.emit()


class DateEditor(TextEditor):
    """A date as typed: whole, or only a month or a year. It keeps what was typed, also when it is no date.

    Where `expect` said what day it is now, what names a day near it (``25-11``, ``ma``, ``gisteren``) becomes that
    whole date in `settle`: on leaving the field, and before a form is recorded.
    """

    def __init__(self, parent: QWidget | None = None, *, width: int = DATE_WIDTH) -> None:
        super().__init__(parent, width=width)
        self._today: date | None = None
        self._ahead = False
        self.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers)

    def expect(self, today: date, *, ahead: bool = False) -> None:
        """Read a date without a year as one of the past, or with ``ahead`` as one that comes."""
        self._today, self._ahead = today, ahead

    def typed(self) -> str:
        """Return what stands in the field, without white space around it."""
        return self.text().strip()

    def settle(self) -> None:
        """Show the whole date that what was typed names."""
        day = dates.parse_near_day(self.typed(), self._today, ahead=self._ahead) if self._today else None
        if day is not None and self.text() != dates.display_day(day):
            self.setText(dates.display_day(day))
            self.edited.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in _STAYS:
            self.settle()
        super().focusOutEvent(event)


class PassphraseEditor(TextEditor):
    """A passphrase, hidden unless ``toggle`` is pressed (Alt+T).

    A `Field` puts the toggle beside its label.
    """

    def __init__(self, parent: QWidget | None = None, *, width: int = 360) -> None:
        super().__init__(parent, width=width)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.toggle = QuietButton(self.tr("Show"), keys="Alt+T", small=True)
        self.toggle.clicked.connect(self._on_toggle_clicked)

    def passphrase(self) -> str:
        """Return what was typed, unchanged."""
        return self.text()

    def wipe(self) -> None:
        super().wipe()
        self._show(False)

    def _show(self, visible: bool) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Normal if visible else QLineEdit.EchoMode.Password)
        self.toggle.setText(self.tr("Hide") if visible else self.tr("Show"))

    @Slot()
    def _on_toggle_clicked(self) -> None:
        self._show(self.echoMode() == QLineEdit.EchoMode.Password)
        self.setFocus()


class LongTextEditor(QPlainTextEdit):
    """Several lines of plain text; grows with what is typed from three lines to twelve.

    What it stands in scrolls along with the line that is typed in.
    """

    edited = QtSignal()
    left = QtSignal()

    def __init__(self, parent: QWidget | None = None, *, width: int = 624, placeholder: str = "") -> None:
        super().__init__(parent)
        self._width = width
        self._quiet = False
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._following = QTimer(self)  # without delay, but after what it stands in has grown too
        self._following.setSingleShot(True)
        self._following.timeout.connect(self._follow)
        self.textChanged.connect(self._on_text_changed)
        self.cursorPositionChanged.connect(self._following.start)
        self.document().documentLayout().documentSizeChanged.connect(self._on_document_size_changed)

    def text(self) -> str:
        """Return the whole text."""
        return self.toPlainText()

    def setText(self, text: str) -> None:
        """Show another text; it cannot be undone and is not an edit by the user."""
        self._quiet = True
        self.setPlainText(text)
        self._quiet = False

    def wipe(self) -> None:
        """Empty the field and forget what was typed."""
        self.setText("")
        self.document().clearUndoRedoStacks()

    def focus_ring(self) -> QRect | None:
        """Return the field when it holds a mistake."""
        return self.rect() if is_wrong(self) else None

    def sizeHint(self) -> QSize:
        lines = min(_LINES_MAX, max(_LINES_MIN, round(self.document().size().height())))
        return QSize(look().px(self._width), lines * QFontMetrics(self.font()).lineSpacing() + 2 * _FRAME)

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(120), self.sizeHint().height())

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy plain text only: rich formats would carry more than what is seen."""
        copied = QMimeData()
        copied.setText(self.textCursor().selectedText().replace("\u2029", "\n"))
        return copied

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain text only."""
        if source.hasText():
            self.insertPlainText(source.text())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Drop the selection first: Qt would start a drag from it, and there is no switch for that."""
        if event.button() == Qt.MouseButton.LeftButton and not event.modifiers():
            self.setTextCursor(self.cursorForPosition(event.position().toPoint()))
        super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._following.start()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _STAYS:
            self.left.emit()

    @Slot()
    def _follow(self) -> None:
        """Scroll everything around it so that the caret can be seen; the wheel stays free to look elsewhere."""
        place = self.parentWidget() if self.hasFocus() else None
        while place is not None:
            content = place.widget() if isinstance(place, QScrollArea) else None
            if isinstance(place, QScrollArea) and content is not None:
                caret = self.cursorRect()
                at: QPoint = self.viewport().mapTo(content, caret.center())
                place.ensureVisible(at.x(), at.y(), 0, caret.height() + sizes.S12)
            place = place.parentWidget()

    @Slot()
    def _on_text_changed(self) -> None:
        self._following.start()
        if not self._quiet:
            self.edited.emit()

    @Slot()
    def _on_document_size_changed(self) -> None:
        self.updateGeometry()
