"""Let another process read a picture or PDF, and take its pages from it: see `reading_process`."""

from __future__ import annotations

import atexit
import sys
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QProcess, QTimer, Slot
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QImage
from shiboken6 import isValid

import mhdesk
from mhdesk.domain.viewing import MOST_PAGES, Form, Shown, Trouble
from mhdesk.gui.viewer.protocol import Head, Incoming, packed

_LARGEST_ANSWER: Final = 4 * 4_100 * 4_100
_PROGRAM: Final = "mhdesk.gui.viewer.reading_process"
_ENDING_MS: Final = 3_000
"""How long a process that is killed may take to go: a few milliseconds, unless the disk hangs."""
_DEEPEST_COLOUR: Final = 4
"""Bytes of a pixel."""
_MOST_COUNTED: Final = 1_000_000
"""Pages of a file; PDFium counts no further than a few hundred thousand."""


_running: Final[set[QProcess]] = set()


def _end(process: QProcess, _gone: QObject | None = None) -> None:
    _running.discard(process)
    if isValid(process):
        process.blockSignals(True)
        process.kill()
        process.waitForFinished(_ENDING_MS)


@atexit.register
def _end_all() -> None:
    """End what still runs when the app goes, however it goes."""
    for process in [*_running]:
        _end(process)


class Reading(QObject):
    """One file that is read elsewhere.

    ``opened`` carries how many pages it has and how many are shown, ``page_arrived`` a `QImage` and the text of that
    page, ``troubled`` a :class:`Trouble`; nothing follows that. The process ends with `close` or with this object.
    """

    PATIENCE_MS = 20_000
    """How long one answer may take."""

    opened = QtSignal(int, int)
    page_arrived = QtSignal(QImage, str)
    troubled = QtSignal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._incoming = Incoming(_LARGEST_ANSWER)
        self._process = process = QProcess()  # without a parent: it must be ended before it goes
        self.destroyed.connect(partial(_end, process))
        # Where mhdesk lies, and nowhere else: a folder of the user may hold anything.
        self._process.setWorkingDirectory(str(Path(mhdesk.__file__).parent.parent))
        self._process.setProgram(sys.executable)
        self._process.setArguments(["-m", _PROGRAM])
        self._process.setStandardErrorFile(QProcess.nullDevice())
        self._process.readyReadStandardOutput.connect(self._on_process_ready_read)
        self._process.finished.connect(self._on_process_finished)
        self._process.errorOccurred.connect(self._on_process_finished)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._on_patience_timeout)
        self._over = False
        self._awaited = 0
        self._is_open = False

    def begin(self, shown: Shown) -> None:
        """Hand over a picture or PDF; `opened` or `troubled` follows."""
        _running.add(self._process)
        self._process.start()
        self._send({"format": shown.format if shown.form is Form.PICTURE else ""}, shown.content)

    def ask(self, page: int, width: int) -> None:
        """Ask for a page, counted from 0, so many pixels wide; `page_arrived` or `troubled` follows."""
        if not self._over:
            self._send({"page": page, "width": width})

    def close(self) -> None:
        """End the process; nothing is told any more."""
        self._over = True
        self._patience.stop()
        _end(self._process)

    def is_running(self) -> bool:
        """Say whether there is a process that answers."""
        return self._process.state() != QProcess.ProcessState.NotRunning

    def _send(self, head: Head, body: bytes = b"") -> None:
        self._process.write(packed(head, body))
        self._awaited += 1
        self._patience.start(self.PATIENCE_MS)

    @Slot()
    def _on_process_ready_read(self) -> None:
        if self._over:
            return
        try:
            answers = self._incoming.feed(bytes(self._process.readAllStandardOutput().data()))
            for head, body in answers:
                if not self._over:
                    self._take(head, body)
        except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
            self._give_up(Trouble.BROKE_OFF)

    def _take(self, head: Head, body: bytes) -> None:
        """Take one answer, if one was asked for."""
        if not self._awaited:
            raise ValueError("nobody asked")
        self._awaited -= 1
        if not self._awaited:
            self._patience.stop()
        self._tell(head, body)

    def _tell(self, head: Head, body: bytes) -> None:
        """Pass an answer on. It comes from where a hostile file was read, and is believed in nothing."""
        if "trouble" in head:
            self._give_up(Trouble(head["trouble"]))
        elif not self._is_open:
            pages, shown = int(head["pages"]), int(head["shown"])
            if not 1 <= shown <= min(pages, MOST_PAGES) or pages > _MOST_COUNTED:
                raise ValueError("no file has so many pages")
            self._is_open = True
            self.opened.emit(pages, shown)
        else:
            width, height, stride = (int(head[name]) for name in ("width", "height", "stride"))
            if min(width, height) < 1 or stride < _DEEPEST_COLOUR * width or len(body) < stride * height:
                raise ValueError("these pixels do not fill the page")
            image = QImage(body, width, height, stride, QImage.Format.Format_ARGB32)
            self.page_arrived.emit(image.copy(), str(head.get("text", "")))

    def _give_up(self, why: Trouble) -> None:
        if not self._over and isValid(self._process):
            self.close()
            self.troubled.emit(why)

    @Slot()
    def _on_patience_timeout(self) -> None:
        self._give_up(Trouble.TOO_SLOW)

    @Slot()
    def _on_process_finished(self) -> None:
        self._give_up(Trouble.BROKE_OFF)
