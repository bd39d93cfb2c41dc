"""The dialogs of a page: one at a time, with what was typed in them and not recorded."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QWidget

from mhdesk.domain.change import Change
from mhdesk.domain.views import DraftView
from mhdesk.errors import KnownError
from mhdesk.gui import words
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals.form_dialog import FormDialog

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk


def _discarded(draft_id: int, desk: Desk) -> Change:
    from mhdesk.desk import drafts

    return drafts.discard(desk, draft_id)


class OneDialog(QObject):
    """Open the dialogs of a page, one at a time, and tell everybody what was recorded.

    ``done`` carries a sentence, ``failed`` a KnownError; ``dialog_closed`` follows a dialog that went away,
    ``kept_or_not`` whatever `status` says otherwise then. ``begun`` is what was typed and not recorded: a dialog
    goes on with it.
    """

    done = QtSignal(str)
    failed = QtSignal(object)
    dialog_closed = QtSignal()
    kept_or_not = QtSignal()

    def __init__(self, context: PageContext, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._dialog: FormDialog | None = None
        self._status = ""
        self.begun: Sequence[DraftView] = ()

    def dialog(self) -> FormDialog | None:
        """Return the dialog that is open."""
        return self._dialog

    def status(self) -> str:
        """Return when the draft of the dialog was kept last, or that something is not kept yet; else nothing."""
        if self._dialog is None:
            return ""
        return self.tr("Not kept yet") if self._dialog.has_unkept() else self._status

    def throw_away(self, kept: DraftView) -> None:
        """Forget what somebody began."""
        work = partial(_discarded, kept.id)
        self._context.runner.ask(work, self._context.bus.changed.emit, self._on_failed)

    def kept(self, form: str, is_it: Callable[[str], bool] = lambda _payload: True) -> DraftView | None:
        """Return the newest draft of a form that is about the same; ``is_it`` says so of its payload."""
        return next((kept for kept in self.begun if kept.form == form and is_it(kept.payload)), None)

    def show_form(self, dialog: FormDialog, sentence: str) -> None:
        """Open a dialog unless one is open, and say ``sentence`` once its Change is there."""
        self.show(dialog, partial(self.tell, sentence))

    def show(self, dialog: FormDialog, recorded: Callable[[object], None]) -> None:
        """Open a dialog unless one is open; ``recorded`` gets its Change."""
        if self._dialog is not None:
            dialog.deleteLater()
            return
        self._dialog = dialog
        dialog.recorded.connect(recorded)
        dialog.finished.connect(self._on_dialog_finished)
        self._watch(dialog)
        dialog.open()

    def tell(self, sentence: str, change: object) -> None:
        """Tell every open page of a Change, and say what was done."""
        if isinstance(change, Change):
            self._context.bus.changed.emit(change)
            self.done.emit(sentence)

    def _watch(self, dialog: FormDialog) -> None:
        self._status = ""
        if dialog.keeper is not None:
            dialog.keeper.unkept.connect(self.kept_or_not)
            dialog.keeper.kept.connect(self._on_keeper_kept)

    @Slot(object)
    def _on_keeper_kept(self, moment: object) -> None:
        if isinstance(moment, datetime):
            self._status = self.tr("Draft kept at {time}").format(time=words.time_of(moment))
            self.kept_or_not.emit()

    def _on_failed(self, error: KnownError) -> None:
        self.failed.emit(error)

    @Slot()
    def _on_dialog_finished(self) -> None:
        self._dialog = None
        self.kept_or_not.emit()
        self.dialog_closed.emit()
