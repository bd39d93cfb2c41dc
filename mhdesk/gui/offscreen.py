"""Qt without a screen: chosen before Qt is loaded, and quiet about what it cannot do."""

from __future__ import annotations

import logging
import os
import sys
from typing import Final

# Read when the application is made: whoever imports this module first has no screen to show.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

log = logging.getLogger("mhdesk.qt")
_LEVELS: Final = {QtMsgType.QtWarningMsg: logging.WARNING, QtMsgType.QtCriticalMsg: logging.ERROR}
# Said of windows and menus on this platform, whatever the program does.
_KNOWN: Final = frozenset(
    {
        "This plugin does not support propagateSizeHints()",
        "This plugin does not support raise()",
        "This plugin does not support grabbing the keyboard",
    }
)


def application() -> QApplication:
    """Return the one application of this process, made now if need be."""
    present = QCoreApplication.instance()
    return present if isinstance(present, QApplication) else QApplication(sys.argv[:1])


def quieten() -> None:
    """Send what Qt says to the log, without what is said of every window."""
    qInstallMessageHandler(_on_message)


def _on_message(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    if text not in _KNOWN:
        log.log(_LEVELS.get(kind, logging.DEBUG), text)
