"""What Tab comes to in a window, and whether a screen reader has a name for it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QScrollArea, QWidget

from tests.gui.widgets.screen import name_of


def reachable(window: QWidget) -> list[QWidget]:
    """Return what Tab can come to."""
    by_tab = Qt.FocusPolicy.TabFocus.value
    inner = [widget for widget in window.findChildren(QWidget) if widget.isVisible() and widget.isEnabled()]
    return [
        widget
        for widget in inner
        if widget.focusPolicy().value & by_tab
        and widget.focusProxy() is None
        and not isinstance(widget, QScrollArea)
    ]


def nameless(window: QWidget) -> list[QWidget]:
    """Return what can be reached and has neither a name nor a label."""
    return [widget for widget in reachable(window) if not _labelled(widget)]


def _labelled(widget: QWidget) -> bool:
    told = QAccessible.queryAccessibleInterface(widget)
    return bool(name_of(widget)) or bool(told.relations(QAccessible.RelationFlag.Label))
