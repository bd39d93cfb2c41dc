"""What can be done with one signal: decide, refer, record an answer, close, look through."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QWidget

from mhdesk.domain.change import Change
from mhdesk.domain.signals import Status
from mhdesk.domain.views import DraftView
from mhdesk.errors import KnownError
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals import payloads
from mhdesk.gui.signals.answer_dialog import AnswerReferralDialog
from mhdesk.gui.signals.decide_dialog import DecideInformingDialog
from mhdesk.gui.signals.form_dialog import FormDialog
from mhdesk.gui.signals.loading import Loaded
from mhdesk.gui.signals.refer_dialog import ReferDialog
from mhdesk.gui.signals.status_dialog import ChangeStatusDialog

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk


def _reviewed(signal_id: int, desk: Desk) -> Change:
    from mhdesk.desk import signals

    return signals.reviewed(desk, signal_id)


def _discarded(draft_id: int, desk: Desk) -> Change:
    from mhdesk.desk import drafts

    return drafts.discard(desk, draft_id)


class SignalActions(QObject):
    """Open the dialogs of one signal, one at a time, and tell everybody what was recorded.

    ``done`` carries a sentence, ``failed`` a KnownError; ``dialog_closed`` follows a dialog that went away.
    ``begun`` is what was typed and not recorded: a dialog goes on with it.
    """

    done = QtSignal(str)
    failed = QtSignal(object)
    dialog_closed = QtSignal()

    def __init__(self, context: PageContext, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._dialog: FormDialog | None = None
        self.begun: Sequence[DraftView] = ()

    def dialog(self) -> FormDialog | None:
        """Return the dialog that is open."""
        return self._dialog

    def decide(self, loaded: Loaded, number: int) -> None:
        """Ask whether somebody is informed."""
        one = loaded.involvement(number)
        kept = self._begun(payloads.FORM_INFORM, number)
        draft = payloads.unpack_inform(kept.payload) if kept else None
        dialog = DecideInformingDialog(self._context, one, loaded.today, self._page, draft=draft)
        pack = partial(self._pack_decision, loaded.details.id, dialog)
        dialog.keep_as(payloads.FORM_INFORM, pack, kept.id if kept else None)
        self._open(dialog, self.tr("The decision is recorded."))

    def refer(self, loaded: Loaded) -> None:
        """Ask to whom the signal or a person in it is referred."""
        kept = self._begun(payloads.FORM_REFERRAL)
        draft = payloads.unpack_referral(kept.payload) if kept else None
        known = loaded.organisations
        dialog = ReferDialog(self._context, loaded.details, known, loaded.today, self._page, draft=draft)
        pack = partial(self._pack_referral, loaded.details.id, dialog)
        dialog.keep_as(payloads.FORM_REFERRAL, pack, kept.id if kept else None)
        self._open(dialog, self.tr("The referral is recorded."))

    def answer(self, loaded: Loaded, number: int) -> None:
        """Ask what an organisation answered."""
        one = loaded.referral(number)
        dialog = AnswerReferralDialog(self._context, one, loaded.today, self._page)
        self._open(dialog, self.tr("The answer is recorded."))

    def change_status(self, loaded: Loaded, status: Status) -> None:
        """Ask why the signal gets another status."""
        dialog = ChangeStatusDialog(self._context, loaded.details, status, self._page)
        self._open(dialog, self.tr("The new status is recorded; the reason stands under Notes."))

    def go_on(self, loaded: Loaded, kept: DraftView) -> None:
        """Open what somebody began and did not record."""
        if kept.form == payloads.FORM_REFERRAL:
            self.refer(loaded)
        else:
            self.decide(loaded, payloads.unpack_inform(kept.payload).involvement_id)

    def throw_away(self, kept: DraftView) -> None:
        """Forget what somebody began."""
        work = partial(_discarded, kept.id)
        self._context.runner.ask(work, self._context.bus.changed.emit, self._on_failed)

    def review(self, signal_id: int) -> None:
        """Take an imported signal off the list of signals to look through."""
        then = partial(self._on_recorded, self.tr("Looked through."))
        self._context.runner.ask(partial(_reviewed, signal_id), then, self._on_failed)

    def _begun(self, form: str, number: int = 0) -> DraftView | None:
        """Return the newest draft of a form; ``number`` is whom a decision is about."""
        for kept in self.begun:
            about = payloads.unpack_inform(kept.payload).involvement_id if number else 0
            if kept.form == form and about == number:
                return kept
        return None

    def _open(self, dialog: FormDialog, sentence: str) -> None:
        if self._dialog is not None:
            dialog.deleteLater()
            return
        self._dialog = dialog
        dialog.recorded.connect(partial(self._on_recorded, sentence))
        dialog.finished.connect(self._on_dialog_finished)
        dialog.open()

    def _pack_decision(self, signal_id: int, dialog: DecideInformingDialog) -> str:
        return payloads.pack_for(signal_id, dialog.typed())

    def _pack_referral(self, signal_id: int, dialog: ReferDialog) -> str:
        return payloads.pack_for(signal_id, dialog.typed())

    def _on_recorded(self, sentence: str, change: object) -> None:
        if isinstance(change, Change):
            self._context.bus.changed.emit(change)
            self.done.emit(sentence)

    def _on_failed(self, error: KnownError) -> None:
        self.failed.emit(error)

    @Slot()
    def _on_dialog_finished(self) -> None:
        self._dialog = None
        self.dialog_closed.emit()
