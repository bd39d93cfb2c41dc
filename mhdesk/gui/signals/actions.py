"""What can be done with one signal: decide, triage, refer, record an answer, close, look through."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from mhdesk.domain import sources
from mhdesk.domain.change import Change
from mhdesk.domain.signals import Status
from mhdesk.domain.terms import WorkTerm
from mhdesk.domain.views import DraftView
from mhdesk.gui.referrals.acts import ReferralActs
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals import payloads
from mhdesk.gui.signals.answer_dialog import AnswerReferralDialog
from mhdesk.gui.signals.assessing import Assessing
from mhdesk.gui.signals.correcting import Correcting
from mhdesk.gui.signals.decide_dialog import DecideInformingDialog
from mhdesk.gui.signals.file_acts import FileActs
from mhdesk.gui.signals.lead_dialog import LeadActs
from mhdesk.gui.signals.loading import Loaded
from mhdesk.gui.signals.one_dialog import OneDialog
from mhdesk.gui.signals.persons_acts import PersonsActs
from mhdesk.gui.signals.printing import Printing
from mhdesk.gui.signals.refer_dialog import ReferDialog
from mhdesk.gui.signals.routing import Routing
from mhdesk.gui.signals.status_dialog import ChangeStatusDialog
from mhdesk.gui.signals.task_dialogs import FinishTaskDialog, SnoozeTaskDialog
from mhdesk.gui.signals.triage_dialog import TriageDialog

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from _typeshed import DataclassInstance

    from mhdesk.desk.desk import Desk


def _packed(signal_id: int, typed: Callable[[], DataclassInstance]) -> str:
    return payloads.pack_for(signal_id, typed())


def _reviewed(signal_id: int, desk: Desk) -> Change:
    from mhdesk.desk import signals

    return signals.reviewed(desk, signal_id)


class SignalActions(OneDialog):
    """Open the dialogs of one signal, one at a time, and tell everybody what was recorded."""

    def __init__(self, context: PageContext, page: QWidget) -> None:
        super().__init__(context, page)
        self.correct = Correcting(context, page, self)
        self.leads = LeadActs(context, page, self)
        self.leads.corrected.connect(self.correct.corrected)
        self.leads.failed.connect(self.correct.failed)
        self.signs = Assessing(context, page, self)
        self.signs.done.connect(self.done)
        self.route = Routing(context, page, self)
        self.route.chosen.connect(self.done)
        self.papers = Printing(context, page, self)
        self.papers.saved.connect(self.done)
        self.files = FileActs(context, page)
        self.files.done.connect(self.done)
        self.files.failed.connect(self.failed)
        self.persons = PersonsActs(context, page, self)
        self.referrals = ReferralActs(context, page, self)
        self.referrals.done.connect(self.done)
        self.referrals.failed.connect(self.failed)

    def decide(self, loaded: Loaded, number: int) -> None:
        """Ask whether somebody is informed."""
        one = loaded.involvement(number)
        kept = self.kept(
            payloads.FORM_INFORM, lambda payload: payloads.unpack_inform(payload).involvement_id == number
        )
        draft = payloads.unpack_inform(kept.payload) if kept else None
        dialog = DecideInformingDialog(self._context, loaded, one, self._page, draft=draft)
        pack = partial(_packed, loaded.details.id, dialog.typed)
        dialog.keep_as(payloads.FORM_INFORM, pack, kept.id if kept else None)
        self.show_form(dialog, self.tr("The decision is recorded."))

    def refer(self, loaded: Loaded) -> None:
        """Ask to whom the signal or a person in it is referred."""
        kept = self.kept(
            payloads.FORM_REFERRAL, lambda payload: payloads.unpack_referral(payload).referral_id is None
        )
        draft = payloads.unpack_referral(kept.payload) if kept else None
        known = loaded.organisations
        dialog = ReferDialog(
            self._context,
            loaded.details,
            known,
            loaded.today,
            self._page,
            draft=draft,
            receivers=loaded.receivers,
        )
        pack = partial(_packed, loaded.details.id, dialog.typed)
        dialog.keep_as(payloads.FORM_REFERRAL, pack, kept.id if kept else None)
        self.show_form(dialog, self.tr("The referral is recorded."))

    def answer(self, loaded: Loaded, number: int) -> None:
        """Ask what an organisation answered."""
        one = loaded.referral(number)
        kept = self.kept(
            payloads.FORM_ANSWER, lambda payload: payloads.unpack_answer(payload).referral_id == number
        )
        draft = payloads.unpack_answer(kept.payload) if kept else None
        dialog = AnswerReferralDialog(self._context, one, loaded.today, self._page, draft=draft)
        pack = partial(_packed, loaded.details.id, dialog.draft)
        dialog.keep_as(payloads.FORM_ANSWER, pack, kept.id if kept else None)
        self.show(dialog, partial(self.referrals.on_step_taken, loaded, one, dialog.state))

    def change_status(self, loaded: Loaded, status: Status) -> None:
        """Ask why the signal gets another status."""
        kept = self.kept(
            payloads.FORM_STATUS, lambda payload: payloads.unpack_status(payload).status == status
        )
        draft = payloads.unpack_status(kept.payload) if kept else None
        dialog = ChangeStatusDialog(self._context, loaded.details, status, self._page, draft=draft)
        pack = partial(_packed, loaded.details.id, dialog.typed)
        dialog.keep_as(payloads.FORM_STATUS, pack, kept.id if kept else None)
        self.show_form(dialog, self.tr("The new status is recorded; the reason stands under Notes."))

    def triage(self, loaded: Loaded) -> None:
        """Ask what was found at a triage."""
        kept = self.kept(payloads.FORM_TRIAGE)
        draft = payloads.unpack_triage(kept.payload) if kept else None
        dialog = TriageDialog(self._context, loaded.details, loaded.today, self._page, draft=draft)
        pack = partial(_packed, loaded.details.id, dialog.draft)
        dialog.keep_as(payloads.FORM_TRIAGE, pack, kept.id if kept else None)
        self.show_form(dialog, self.tr("The triage is recorded."))

    def finish_task(self, loaded: Loaded, number: int) -> None:
        """Ask what was done."""
        kept = self._begun_task(payloads.FORM_TASK_DONE, number)
        draft = payloads.unpack_task(kept.payload) if kept else None
        one = loaded.task(number)
        reports = one.kind == WorkTerm.REPORTER_FEEDBACK
        told = sources.feedback(loaded.details.source_capacity) if reports else ""
        dialog = FinishTaskDialog(self._context, one, self._page, may_tell=told, draft=draft)
        pack = partial(_packed, loaded.details.id, dialog.typed)
        dialog.keep_as(payloads.FORM_TASK_DONE, pack, kept.id if kept else None)
        self.show_form(dialog, self.tr("Recorded: it is done."))

    def snooze_task(self, loaded: Loaded, number: int) -> None:
        """Ask until when a task may wait."""
        kept = self._begun_task(payloads.FORM_TASK_LATER, number)
        draft = payloads.unpack_task(kept.payload) if kept else None
        one = loaded.task(number)
        dialog = SnoozeTaskDialog(self._context, one, loaded.today, self._page, draft=draft)
        pack = partial(_packed, loaded.details.id, dialog.typed)
        dialog.keep_as(payloads.FORM_TASK_LATER, pack, kept.id if kept else None)
        self.show_form(dialog, self.tr("Recorded: it comes back on Today."))

    def _begun_task(self, form: str, number: int) -> DraftView | None:
        return self.kept(form, lambda payload: payloads.unpack_task(payload).task_id == number)

    def go_on(self, loaded: Loaded, kept: DraftView) -> None:
        """Open what somebody began and did not record."""
        parts = (self.signs, self.correct, self.leads, self.persons, self.papers, self.referrals)
        if any(part.go_on(loaded, kept) for part in parts):
            return
        if kept.form == payloads.FORM_REFERRAL:
            self.refer(loaded)
        elif kept.form == payloads.FORM_TRIAGE:
            self.triage(loaded)
        elif kept.form == payloads.FORM_ROUTE:
            self.route.choose(loaded)
        elif kept.form == payloads.FORM_TASK_DONE:
            self.finish_task(loaded, payloads.unpack_task(kept.payload).task_id)
        elif kept.form == payloads.FORM_TASK_LATER:
            self.snooze_task(loaded, payloads.unpack_task(kept.payload).task_id)
        elif kept.form == payloads.FORM_ANSWER:
            self.answer(loaded, payloads.unpack_answer(kept.payload).referral_id)
        elif kept.form == payloads.FORM_STATUS:
            self.change_status(loaded, Status(payloads.unpack_status(kept.payload).status))
        else:
            self.decide(loaded, payloads.unpack_inform(kept.payload).involvement_id)

    def review(self, signal_id: int) -> None:
        """Take an imported signal off the list of signals to look through."""
        then = partial(self.tell, self.tr("Looked through."))
        self._context.runner.ask(partial(_reviewed, signal_id), then, self._on_failed)
