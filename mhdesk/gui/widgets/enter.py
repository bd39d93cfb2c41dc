"""Enter presses the button that has the focus, as Space does."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton

_ENTERS: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


def pressed(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Press ``button`` if the key is an Enter by itself, and return whether it was.

    Qt does this for a button of a dialog only. The one that has the focus goes before the default button:
    Enter does what somebody looks at. Holding the key down presses once.
    """
    bare = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.key() not in _ENTERS or not bare:
        return False
    if not event.isAutoRepeat():
        button.click()
    return True
