"""A label above, an editor, and under it what is wrong and how to mend it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.widgets.choices import CheckGroup, Choice, RadioCards
from mhdesk.gui.widgets.editors import (
    DateEditor,
    LongTextEditor,
    PassphraseEditor,
    TextEditor,
    is_wrong,
    mark_wrong,
)
from mhdesk.gui.widgets.labels import IconMark, Label, Paragraph
from mhdesk.gui.widgets.toggles import Check

__all__ = [
    "Check",
    "CheckGroup",
    "Choice",
    "DateEditor",
    "Field",
    "LongTextEditor",
    "PassphraseEditor",
    "RadioCards",
    "TextEditor",
]

_LABEL_GAP = 2
_ERROR_ICON = 16


class Field(QWidget):
    """One question of a form.

    ``optional`` writes "(optional)" out; ``hint`` is a caption beside the label ("or only the year");
    ``help_text`` is a longer explanation for F1. A screen reader gets the label as the name of the editor,
    and the hint and the mistake as its description.
    """

    def __init__(
        self,
        label: str,
        editor: QWidget,
        parent: QWidget | None = None,
        *,
        optional: bool = False,
        hint: str = "",
        help_text: str = "",
    ) -> None:
        super().__init__(parent)
        self.editor = editor
        self.help_text = help_text
        self._hint = hint
        self._optional = optional
        self.label = Label(label, Type.STRONG)
        self.label.setBuddy(editor)
        self._beside = Label("", Type.CAPTION, Role.THIRD)
        self._beside.setMinimumWidth(1)
        self._under = False
        self._column, self._top = QVBoxLayout(self), QHBoxLayout()
        self._error = Paragraph("", Type.CAPTION_STRONG, Role.LATE)
        self._error_row = QWidget()
        self._lay_out()
        self.set_label(label)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def _lay_out(self) -> None:
        top, column = self._top, self._column
        top.setSpacing(sizes.S8)
        top.addWidget(self.label)
        top.addWidget(self._beside, 0, Qt.AlignmentFlag.AlignBottom)
        top.addStretch(1)
        if isinstance(self.editor, PassphraseEditor):
            top.addWidget(self.editor.toggle)
        wrong = QHBoxLayout(self._error_row)
        wrong.setContentsMargins(0, sizes.S4, 0, 0)
        wrong.setSpacing(sizes.S8)
        wrong.addWidget(
            IconMark("warning", Role.LATE, size=_ERROR_ICON, drop=2), 0, Qt.AlignmentFlag.AlignTop
        )
        wrong.addWidget(self._error, 1)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_LABEL_GAP)
        column.addLayout(top)
        narrow = bool(getattr(self.editor, "narrow", False))
        column.addWidget(self.editor, 0, Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag(0))
        column.addWidget(self._error_row)
        self._error_row.hide()

    def showEvent(self, event: QShowEvent) -> None:
        """Let Tab come to the passphrase first: the window takes these widgets in with the toggle in front."""
        super().showEvent(event)
        self._place_beside()
        if isinstance(self.editor, PassphraseEditor):
            QWidget.setTabOrder(self.editor, self.editor.toggle)

    def set_label(self, label: str) -> None:
        """Ask another question, e.g. when the kind of signal changes."""
        self.label.setText(label)
        aside = self.tr("(optional)") if self._optional else ""
        beside = "  ".join(part for part in (aside, self._hint) if part)
        self._beside.setText(beside)
        self._beside.setVisible(bool(beside))
        self._place_beside()
        self.editor.setAccessibleName(f"{label} {aside}".strip())
        self._describe()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_beside()

    def _place_beside(self) -> None:
        """Put the caption under the label where it does not fit beside it: it is never cut off, and widens nothing."""
        caption = self._beside.fontMetrics().horizontalAdvance(self._beside.text())
        wanted = self.label.sizeHint().width() + sizes.S8 + caption
        if isinstance(self.editor, PassphraseEditor):
            wanted += sizes.S8 + self.editor.toggle.sizeHint().width()
        under = bool(self._beside.text()) and self.isVisible() and wanted > self.width()
        if under == self._under:
            return
        self._under = under
        self._beside.setWordWrap(under)
        if under:
            self._column.insertWidget(1, self._beside)
        else:
            self._top.insertWidget(1, self._beside, 0, Qt.AlignmentFlag.AlignBottom)

    def set_hint(self, hint: str) -> None:
        """Show another caption beside the label."""
        self._hint = hint
        self.set_label(self.label.text())

    def set_optional(self, *, optional: bool) -> None:
        """Say from now on whether this may be left empty."""
        if optional != self._optional:
            self._optional = optional
            self.set_label(self.label.text())

    def set_help_text(self, help_text: str) -> None:
        """Tell a screen reader what stands about this field elsewhere."""
        self.help_text = help_text
        self._describe()

    def error(self) -> str:
        """Return the sentence about the mistake, or an empty string."""
        return self._error.plain()

    def set_error(self, sentence: str | None) -> None:
        """Say what is wrong and how to mend it, or with None that nothing is."""
        sentence = sentence or ""
        if sentence == self.error() and is_wrong(self.editor) == bool(sentence):
            return
        self._error.set_plain(sentence)
        self._error_row.setVisible(bool(sentence))
        mark_wrong(self.editor, bool(sentence))
        self._describe()

    def _describe(self) -> None:
        parts = (self._hint, self._error.plain(), self.help_text)
        self.editor.setAccessibleDescription(" ".join(part for part in parts if part))

    def settle(self) -> None:
        """Let the editor show what it understood, as it does when it is left."""
        if isinstance(self.editor, DateEditor):
            self.editor.settle()

    def wipe(self) -> None:
        """Empty the editor without a trace and take the mistake away."""
        wipe = getattr(self.editor, "wipe", None)
        if wipe is not None:
            wipe()
        self.set_error(None)

    def take_focus(self) -> None:
        """Give the editor the focus, as the error summary does."""
        self.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
