"""Type the recovery key back from inside the window, when that was left for later."""

from __future__ import annotations

from PySide6.QtCore import Slot

from mhdesk.gui.entry.prove_page import ProvePage
from mhdesk.gui.shell.context import PageContext


class RecoveryPage(ProvePage):
    """The page of step 4, as a page of the window."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context.runner)
        self._context = context
        self.proven.connect(self._on_proven_here)
        self.later_wanted.connect(self._on_later_wanted)

    @Slot(object)
    def _on_proven_here(self, change: object) -> None:
        self._context.navigator.back()
        self._context.bus.changed.emit(change)

    @Slot()
    def _on_later_wanted(self) -> None:
        self._context.navigator.back()
