"""What lists and tables share: which key opens a row, which is the page's, and the id of a row."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from mhdesk.gui.widgets.rows import ROW_ID, Index

_OPEN_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def opens_row(event: QKeyEvent) -> bool:
    """Return whether a key opens the row: either Enter, with nothing else held down."""
    return event.key() in _OPEN_KEYS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier


def is_for_page(event: QKeyEvent) -> bool:
    """Return whether a key is left to the page: letters are its keys, no search in the rows."""
    words = event.text()
    return bool(words.strip()) and words.isprintable()


def id_at(index: Index) -> int | None:
    """Return the id of a row, None for a group and for no row at all."""
    row_id = index.data(ROW_ID)
    return row_id if isinstance(row_id, int) else None
