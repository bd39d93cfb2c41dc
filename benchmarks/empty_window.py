"""Show an empty PySide6 window, tell when it was painted, and end."""

from __future__ import annotations

import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget


class EmptyWindow(QWidget):
    """A window without anything in it."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        QTimer.singleShot(0, self.end)

    def end(self) -> None:
        print(time.monotonic())
        QApplication.quit()


app = QApplication(sys.argv[:1])
window = EmptyWindow()
window.resize(1366, 768)
window.show()
app.exec()
