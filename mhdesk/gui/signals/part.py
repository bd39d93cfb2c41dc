"""A group of fields in a form: it knows its fields by the names that the draft gives them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mhdesk.gui.look import sizes
from mhdesk.gui.widgets.fields import (
    CheckGroup,
    Choice,
    DateEditor,
    Field,
    LongTextEditor,
    RadioCards,
    TextEditor,
)
from mhdesk.gui.widgets.statements import Statements

Editor = TextEditor | LongTextEditor | DateEditor | Choice | CheckGroup | RadioCards | Statements


class Part(QWidget):
    """Fields under each other or in pairs. ``edited`` and ``left`` carry the `Field`."""

    edited = QtSignal(object)
    left = QtSignal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[str, Field] = {}
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(sizes.S12)

    def ask(self, name: str, label: str, editor: Editor, *, optional: bool = False, hint: str = "") -> Field:
        """Return a new field for the draft's attribute ``name``; the part watches it."""
        field = Field(label, editor, optional=optional, hint=hint)
        self.fields[name] = field
        editor.edited.connect(partial(self.edited.emit, field))
        editor.left.connect(partial(self.left.emit, field))
        return field

    def add_pair(
        self, left: QWidget, right: QWidget | QHBoxLayout, *, shares: tuple[int, int] = (1, 1)
    ) -> None:
        """Put two columns beside each other, their tops in line; ``shares`` divide the width."""
        row = QHBoxLayout()
        row.setSpacing(sizes.S24)
        row.addWidget(left, shares[0], Qt.AlignmentFlag.AlignTop)
        if isinstance(right, QWidget):
            row.addWidget(right, shares[1], Qt.AlignmentFlag.AlignTop)
        else:
            row.addLayout(right, shares[1])
        self.column.addLayout(row)


def is_empty(field: Field) -> bool:
    """Say whether nothing was filled in."""
    editor = field.editor
    if isinstance(editor, TextEditor | LongTextEditor):
        return not editor.text().strip()
    return isinstance(editor, Choice | RadioCards) and not editor.code()
