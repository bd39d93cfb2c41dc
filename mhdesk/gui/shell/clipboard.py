"""What is copied here: plain text only, marked as not to be kept, and off the clipboard after 20 seconds.

Copying in any field reaches the clipboard by Qt's own ways, so the guard looks at the clipboard itself. It
remembers a keyed hash of what was copied, never the words. What somebody copied elsewhere is left alone.
"""

from __future__ import annotations

import hashlib
import secrets
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QMimeData, QObject, QTimer, Slot
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QClipboard, QGuiApplication

KEPT_MS: Final = 20_000
Mode = QClipboard.Mode

# What programs that keep a history of the clipboard read, by platform; Windows wants a DWORD 0 for "no".
# Only Linux is tested.
_NO: Final = bytes(4)
_WINDOWS: Final = 'application/x-qt-windows-mime;value="{}"'
_HINTS: Final = {
    "win32": {
        _WINDOWS.format("ExcludeClipboardContentFromMonitorProcessing"): b"1",
        _WINDOWS.format("CanIncludeInClipboardHistory"): _NO,
        _WINDOWS.format("CanUploadToCloudClipboard"): _NO,
    },
    "darwin": {"application/x-nspasteboard-concealed-type": b"1"},
}
_ELSEWHERE: Final = {"x-kde-passwordManagerHint": b"secret"}


def do_not_keep() -> dict[str, bytes]:
    """Return the formats that tell this platform not to keep a copy."""
    return _HINTS.get(sys.platform, _ELSEWHERE)


def owned_here(mode: Mode) -> bool:
    """Say whether what is on the clipboard was put there by this process."""
    clipboard = QGuiApplication.clipboard()
    return clipboard.ownsSelection() if mode is Mode.Selection else clipboard.ownsClipboard()


@dataclass(frozen=True, slots=True)
class _Copied:
    """Something of ours on the clipboard, and the timer that takes it off."""

    digest: bytes
    timer: QTimer


class ClipboardGuard(QObject):
    """Guard the clipboard, and on X11 the selection, while it lives.

    ``owned`` says whether a clipboard holds what this process put there. ``copied`` follows what
    somebody copies, not the mere selecting of text; ``cleared`` follows taking something off.
    """

    copied = QtSignal()
    cleared = QtSignal()

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        owned: Callable[[Mode], bool] = owned_here,
        kept_ms: int = KEPT_MS,
    ) -> None:
        super().__init__(parent)
        self.owned = owned
        self._kept_ms = kept_ms
        self._key = secrets.token_bytes(32)
        self._copied: dict[Mode, _Copied] = {}
        self._board = QGuiApplication.clipboard()
        self._board.changed.connect(self._on_clipboard_changed)

    def clear(self) -> None:
        """Take off now whatever is still ours."""
        for mode in tuple(self._copied):
            self._take_off(mode)

    @Slot("QClipboard::Mode")
    def _on_clipboard_changed(self, mode: Mode) -> None:
        if not self.owned(mode) or not self._board.text(mode):
            self._forget(mode)
            return
        before = self._copied.get(mode)
        self._remember(mode)
        if mode is Mode.Clipboard and (before is None or before.digest != self._copied[mode].digest):
            self.copied.emit()
        if mode is Mode.Clipboard and not _is_marked(self._board.mimeData(mode)):
            self._board.setMimeData(_plain(self._board.text(mode)), mode)

    def _remember(self, mode: Mode) -> None:
        self._forget(mode)
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(partial(self._take_off, mode))
        timer.start(self._kept_ms)
        self._copied[mode] = _Copied(self._digest(mode), timer)

    def _take_off(self, mode: Mode) -> None:
        copied = self._forget(mode)
        if copied is not None and copied.digest == self._digest(mode):
            self._board.clear(mode)
            self.cleared.emit()

    def _forget(self, mode: Mode) -> _Copied | None:
        copied = self._copied.pop(mode, None)
        if copied is not None:
            copied.timer.stop()
            copied.timer.deleteLater()
        return copied

    def _digest(self, mode: Mode) -> bytes:
        return hashlib.blake2b(self._board.text(mode).encode(errors="replace"), key=self._key).digest()


def _is_marked(copied: QMimeData) -> bool:
    return set(copied.formats()) <= {"text/plain", *do_not_keep()} and all(
        map(copied.hasFormat, do_not_keep())
    )


def _plain(words: str) -> QMimeData:
    plain = QMimeData()
    plain.setText(words)
    for name, value in do_not_keep().items():
        plain.setData(name, value)
    return plain
