"""Keep a quick note sealed beside the registry while somebody types."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from mhdesk.domain.quick_notes import QuickNote
from mhdesk.gui.entry import opening
from mhdesk.gui.runner import DeskRunner
from mhdesk.gui.signals.keeping import Keeper

if TYPE_CHECKING:  # see opening.py
    from mhdesk.vault import Pen


class NoteKeeper(Keeper):
    """Seal one note anew each time, under the same name; ``note`` gives it as typed."""

    def __init__(
        self, runner: DeskRunner, pen: Pen, note: Callable[[], QuickNote], parent: QObject | None = None
    ) -> None:
        from mhdesk.vault import new_uid  # is loaded by now; at the start it would delay the first paint

        super().__init__(parent)
        self._runner = runner
        self._pen = pen
        self._note = note
        self._uid = new_uid()
        self._version = 0

    def _begin_keeping(self) -> None:
        note = self._note()
        self._version += 1
        draft = None if note.is_blank() else note.draft()
        work = partial(opening.seal_note, self._pen, self._uid, self._version, draft)
        self._runner.run(work, self._on_kept, self._on_refused)
