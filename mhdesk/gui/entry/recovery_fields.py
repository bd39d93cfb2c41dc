"""Eight fields in which the printed recovery key is typed back, or pasted from a scanned page."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from mhdesk.errors import InputError, KnownError
from mhdesk.gui import faults
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.widgets.editors import TextEditor, mark_wrong
from mhdesk.gui.widgets.labels import IconMark, Label, Paragraph

GROUPS: Final = 8
LENGTH: Final = 5
_COLUMNS: Final = 4
_WIDTH: Final = 104
_WRONG_GROUP: Final = "vault.recovery_group"


class RecoveryFields(QWidget):
    """Take the groups of the recovery key one by one; each is checked as soon as it is whole.

    ``submitted`` follows Enter. What is wrong stands in one sentence under the fields, the wrong group is marked.
    """

    submitted = QtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editors = [self._editor(number) for number in range(1, GROUPS + 1)]
        self._error = Paragraph("", Type.CAPTION_STRONG, Role.LATE)
        self._error_row = QWidget()
        self._lay_out()
        self._say("")

    def _editor(self, number: int) -> TextEditor:
        editor = TextEditor(width=_WIDTH)
        editor.setAccessibleName(self.tr("Group {number} of {count}").format(number=number, count=GROUPS))
        editor.setInputMethodHints(
            Qt.InputMethodHint.ImhNoPredictiveText | Qt.InputMethodHint.ImhPreferUppercase
        )
        editor.edited.connect(self._on_editor_edited)
        editor.returnPressed.connect(self.submitted)
        editor.installEventFilter(self)
        return editor

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(sizes.S16)
        grid.setVerticalSpacing(sizes.S12)
        for place, editor in enumerate(self._editors):
            row, column = divmod(place, _COLUMNS)
            cell = QVBoxLayout()
            cell.setSpacing(2)
            label = Label(str(place + 1), Type.CAPTION, Role.SECOND)
            label.setBuddy(editor)
            cell.addWidget(label)
            cell.addWidget(editor)
            grid.addLayout(cell, row, column)
        grid.setColumnStretch(_COLUMNS, 1)
        wrong = QHBoxLayout(self._error_row)
        wrong.setContentsMargins(0, sizes.S8, 0, 0)
        wrong.setSpacing(sizes.S8)
        wrong.addWidget(IconMark("warning", Role.LATE, size=sizes.S16), 0, Qt.AlignmentFlag.AlignTop)
        wrong.addWidget(self._error, 10)
        wrong.addStretch(1)
        column_layout = QVBoxLayout(self)
        column_layout.setContentsMargins(0, 0, 0, 0)
        column_layout.addLayout(grid)
        column_layout.addWidget(self._error_row)

    def typed(self) -> str:
        """Return everything typed, groups separated by a space."""
        return " ".join(editor.text().strip() for editor in self._editors).strip()

    def take_focus(self) -> None:
        """Put the focus into the first group that is not whole."""
        waiting = [editor for editor in self._editors if len(editor.text().strip()) < LENGTH]
        (waiting or self._editors)[0].setFocus()

    def wipe(self) -> None:
        """Empty every group without a trace."""
        for editor in self._editors:
            editor.wipe()
        self.show_error(None)

    def set_read_only(self, resting: bool) -> None:
        """Let nobody type while the key is tried."""
        for editor in self._editors:
            editor.setReadOnly(resting)

    def error(self) -> str:
        """Return what is said to be wrong, or an empty text."""
        return self._error.plain()

    def show_error(self, error: KnownError | None) -> None:
        """Say what is wrong and mark the group, if the error names one."""
        group = error.params.get("group") if error is not None and error.code == _WRONG_GROUP else None
        for place, editor in enumerate(self._editors):
            mark_wrong(editor, place + 1 == group)
        self._say("" if error is None else faults.sentence(error))
        if isinstance(group, int):
            self._editors[group - 1].setFocus()
            self._editors[group - 1].selectAll()

    def check(self) -> bool:
        """Check what is typed, say what is wrong with it, and return whether it can be a recovery key."""
        error = _problem(self.typed())
        self.show_error(error)
        return error is None

    def _say(self, sentence: str) -> None:
        self._error.set_plain(sentence)
        self._error_row.setVisible(bool(sentence))
        for editor in self._editors:
            editor.setAccessibleDescription(sentence)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Backspace in an empty group go back to the one before."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            pairs = zip(self._editors, self._editors[1:], strict=False)
            before = next((first for first, second in pairs if second is watched and not second.text()), None)
            if before is not None and event.key() == Qt.Key.Key_Backspace:
                before.setFocus()
                return True
        return super().eventFilter(watched, event)

    @Slot()
    def _on_editor_edited(self) -> None:
        """Spread what was pasted; check the groups up to this one when it is whole, and go on to the next."""
        editor = self.sender()
        if editor not in self._editors:
            return
        place = self._editors.index(editor)
        typed = "".join(character for character in editor.text() if character.isalnum())
        if len(typed) > LENGTH + 1:
            self._spread(place, typed)
            self.check()
            return
        if len(typed) > LENGTH:
            editor.setText(typed[:LENGTH])
        if len(typed) >= LENGTH:
            self._go_on(place)

    def _spread(self, place: int, pasted: str) -> None:
        for editor in self._editors[place:]:
            editor.setText(pasted[:LENGTH])
            pasted = pasted[LENGTH:]

    def _go_on(self, place: int) -> None:
        error = _problem(" ".join(one.text().strip() for one in self._editors[: place + 1]))
        wrong = error is not None and error.code == _WRONG_GROUP
        self.show_error(error if wrong else None)
        if not wrong and place + 1 < GROUPS:
            self._editors[place + 1].setFocus()


def _problem(typed: str) -> InputError | None:
    from mhdesk.vault import parse_recovery  # brings the encryption along: not before the first paint

    try:
        parse_recovery(typed)
    except InputError as error:
        return error
    return None
