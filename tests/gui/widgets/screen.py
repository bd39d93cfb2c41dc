"""Use widgets as a user does, and ask what a screen reader would say."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

_NO_MODIFIER = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


class Screen:
    """Windows that stay open during a test."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self._windows: list[QWidget] = []

    def show(self, *widgets: QWidget, width: int = 700, height: int = 500) -> QWidget:
        """Return an active window that holds the widgets under each other."""
        window = QWidget()
        column = QVBoxLayout(window)
        for widget in widgets:
            column.addWidget(widget)
        window.resize(width, height)
        self.open(window)
        return window

    def open(self, window: QWidget) -> None:
        """Show a window and wait until it is active: shortcuts need that."""
        self._qtbot.addWidget(window)
        self._windows.append(window)
        window.show()
        window.activateWindow()
        self._qtbot.waitUntil(window.isActiveWindow)


def press(widget: QWidget | None, key: Qt.Key, modifier: Qt.KeyboardModifier = _NO_MODIFIER) -> None:
    """Press a key while ``widget`` has the focus."""
    assert widget is not None
    QTest.keyClick(widget, key, modifier)


def type_in(widget: QWidget, words: str) -> None:
    """Type words into a widget."""
    QTest.keyClicks(widget, words)


def click(widget: QWidget, place: QPoint | None = None) -> None:
    """Click on a widget, in the middle or at a place."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, _NO_MODIFIER, place or widget.rect().center())


def name_of(widget: QWidget) -> str:
    """Return the name that a screen reader says."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def description_of(widget: QWidget) -> str:
    """Return what a screen reader adds to the name."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Description)
