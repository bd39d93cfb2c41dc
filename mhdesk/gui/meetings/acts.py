"""What can be done in a meeting: one dialog at a time, each goes on with what was typed and not recorded."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QWidget

from mhdesk.domain.agreements import AgreementDraft, CaseAgreement
from mhdesk.domain.change import Change
from mhdesk.domain.meeting_views import CaseChoice, ItemView, ParticipantView
from mhdesk.domain.meetings import (
    FollowUpDraft,
    HeldDraft,
    ItemDraft,
    MeetingKind,
    MeetingState,
    ShareDraft,
    moved,
)
from mhdesk.domain.views import DraftView
from mhdesk.gui.meetings import loading
from mhdesk.gui.meetings.item_dialogs import (
    AddCasesDialog,
    AgreeDialog,
    FollowUpDialog,
    ReportDialog,
    ShareDialog,
)
from mhdesk.gui.meetings.loading import Loaded, choices, pack
from mhdesk.gui.meetings.plan_dialogs import AmendMeetingDialog, CancelDialog, HoldDialog
from mhdesk.gui.meetings.table_dialogs import MeetingPaperDialog, ParticipantDialog
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals import payloads
from mhdesk.gui.signals.form_dialog import FormDialog
from mhdesk.gui.signals.one_dialog import OneDialog

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from _typeshed import DataclassInstance

    from mhdesk.desk.desk import Desk


def _reopen(meeting_id: int, desk: Desk) -> Change:
    from mhdesk.desk import meetings

    return meetings.reopen(desk, meeting_id)


def _order(meeting_id: int, order: Sequence[int], desk: Desk) -> Change:
    from mhdesk.desk import agenda

    return agenda.order(desk, meeting_id, order)


def _remove_case(item_id: int, desk: Desk) -> Change:
    from mhdesk.desk import agenda

    return agenda.remove_case(desk, item_id)


def _put_on(meeting_id: int, case_id: int, desk: Desk) -> Change:
    from mhdesk.desk import agenda

    return agenda.add_case(desk, meeting_id, [case_id])


def _remove_participant(participant_id: int, desk: Desk) -> Change:
    from mhdesk.desk import participants

    return participants.remove_participant(desk, participant_id)


class MeetingActs(OneDialog):
    """Open the dialogs of one meeting; see `OneDialog`.

    ``undoable`` carries a sentence and the work that takes back what was done.
    """

    undoable = QtSignal(str, object)

    def __init__(self, context: PageContext, page: QWidget) -> None:
        super().__init__(context, page)

    # --- the meeting --------------------------------------------------------------------------------

    def amend(self, loaded: Loaded) -> None:
        """Ask when and where the meeting is."""
        kept, details = self.kept(loading.FORM_AMEND), loaded.details
        if kept is not None:  # what a colleague changed since is not written over
            details = replace(details, version=payloads.number_of(kept.payload, "version"))
        dialog = AmendMeetingDialog(self._context, details, loaded.today, self._page)
        self._keep_told(dialog, loading.FORM_AMEND, loaded, {"version": details.version}, kept)
        self._ask(dialog, self.tr("The change is recorded."))

    def cancel(self, loaded: Loaded) -> None:
        """Ask why the meeting is called off."""
        dialog = CancelDialog(self._context, loaded.details.id, self._page)
        self._keep_told(dialog, loading.FORM_CANCEL, loaded, {}, self.kept(loading.FORM_CANCEL))
        undo = partial(_reopen, loaded.details.id)
        self.show(dialog, partial(self._tell_undoable, self.tr("The meeting is called off."), undo))

    def hold(self, loaded: Loaded) -> None:
        """Ask who was there."""
        kept = self.kept(loading.FORM_HOLD)
        draft = payloads.fill(HeldDraft, kept.payload) if kept else None
        dialog = HoldDialog(self._context, loaded.details, loaded.today, self._page, draft=draft)
        about = next(iter(loaded.details.items), None) if loaded.details.kind == MeetingKind.CARE else None
        self._keep(dialog, loading.FORM_HOLD, loaded, about, dialog.draft, kept)
        self._ask(dialog, self.tr("Recorded: the meeting was held."))

    def reopen(self, loaded: Loaded) -> None:
        """Let the meeting count as planned again."""
        self._do(partial(_reopen, loaded.details.id), self.tr("The meeting is planned again."))

    def print(self, loaded: Loaded) -> None:
        """Ask what goes on paper."""
        dialog = MeetingPaperDialog(self._context, loaded, self._page)
        self._keep_told(dialog, loading.FORM_PAPER, loaded, {}, self.kept(loading.FORM_PAPER))
        self._ask(dialog, self.tr("The paper is saved. Remove the file once it is where it belongs."))

    def participant(self, loaded: Loaded, one: ParticipantView | None) -> None:
        """Ask who sits at the table; None for somebody new."""
        number = one.id if one is not None else 0
        kept = self.kept(
            loading.FORM_PARTICIPANT, lambda payload: payloads.number_of(payload, "participant_id") == number
        )
        dialog = ParticipantDialog(self._context, loaded, one, self._page)
        self._keep_told(dialog, loading.FORM_PARTICIPANT, loaded, {"participant_id": number}, kept)
        self._ask(dialog, self.tr("The participant is recorded."))

    def remove_participant(self, one: ParticipantView) -> None:
        """Take somebody off the list."""
        self._do(partial(_remove_participant, one.id), self.tr("The participant is off the list."))

    # --- the agenda -----------------------------------------------------------------------------------

    def add_cases(self, loaded: Loaded) -> None:
        """Ask which cases come on the agenda."""
        there = {item.case_id for item in loaded.details.items}
        ask = partial(choices, loaded.details.kind, loaded.details.held_on)
        then = partial(self._on_choices_arrived, loaded.details.id, there)
        self._context.runner.ask(ask, then, self._on_failed, owner=self)

    def _on_choices_arrived(self, meeting_id: int, there: set[int], cases: Sequence[CaseChoice]) -> None:
        left = [one for one in cases if one.case_id not in there]
        if left:
            dialog = AddCasesDialog(self._context, meeting_id, left, self._page)
            self._ask(dialog, self.tr("The agenda is longer."))
        else:
            self.done.emit(self.tr("Every open case stands on the agenda."))

    def move(self, loaded: Loaded, item: ItemView, step: int) -> None:
        """Move a case up or down the agenda."""
        before = [one.id for one in loaded.details.items]
        if loaded.details.state == MeetingState.PLANNED and (after := moved(before, item.id, step)) != before:
            self._do(partial(_order, loaded.details.id, after), "")

    def remove_case(self, loaded: Loaded, item: ItemView) -> None:
        """Take a case off the agenda; that can be taken back."""
        undo = partial(_put_on, loaded.details.id, item.case_id)
        told = self.tr("{reference} is off the agenda.").format(reference=item.reference)
        work, then = partial(_remove_case, item.id), partial(self._tell_undoable, told, undo)
        self._context.runner.ask(work, then, self._on_failed)

    # --- one case -------------------------------------------------------------------------------------

    def report(self, loaded: Loaded, item: ItemView) -> None:
        """Ask what was said about a case."""
        kept = self._begun(loading.FORM_REPORT, item)
        draft = payloads.fill(ItemDraft, kept.payload) if kept else None
        dialog = ReportDialog(self._context, item, loaded.today, self._page, draft=draft)
        self._keep(dialog, loading.FORM_REPORT, loaded, item, dialog.draft, kept)
        self._ask(dialog, self.tr("The report is recorded."))

    def share(self, loaded: Loaded, item: ItemView) -> None:
        """Ask who was told what."""
        kept = self._begun(loading.FORM_SHARE, item)
        draft = payloads.fill(ShareDraft, kept.payload) if kept else None
        dialog = ShareDialog(self._context, loaded, item, self._page, draft=draft)
        self._keep(dialog, loading.FORM_SHARE, loaded, item, dialog.draft, kept)
        self._ask(dialog, self.tr("Recorded who was told what."))

    def agree(self, loaded: Loaded, item: ItemView) -> None:
        """Ask who does what by when."""
        kept = self._begun(loading.FORM_AGREE, item)
        draft = payloads.fill(AgreementDraft, kept.payload) if kept else None
        dialog = AgreeDialog(self._context, loaded, item, self._page, draft=draft)
        self._keep(dialog, loading.FORM_AGREE, loaded, item, dialog.draft, kept)
        self._ask(dialog, self.tr("The agreement is recorded."))

    def follow_up(self, loaded: Loaded, item: ItemView, one: CaseAgreement) -> None:
        """Ask what became of an agreement of last time."""
        kept = self.kept(
            loading.FORM_FOLLOW,
            lambda payload: payloads.fill(FollowUpDraft, payload).agreement_id == one.id,
        )
        draft = payloads.fill(FollowUpDraft, kept.payload) if kept else FollowUpDraft(one.id, item.id)
        dialog = FollowUpDialog(self._context, one, loaded.today, self._page, draft=draft)
        self._keep(dialog, loading.FORM_FOLLOW, loaded, item, dialog.draft, kept)
        self._ask(dialog, self.tr("Recorded what became of it."))

    def go_on(self, loaded: Loaded, kept: DraftView) -> None:
        """Open what somebody began and did not record; what cannot be done any more is said."""
        self.begun = [kept, *(other for other in self.begun if other.id != kept.id)]
        whole = {loading.FORM_HOLD: self.hold, loading.FORM_CANCEL: self.cancel}
        if kept.form in whole:
            if loaded.details.state == MeetingState.PLANNED:
                whole[kept.form](loaded)
            else:
                self._say_too_late()
        elif kept.form == loading.FORM_AMEND:
            self.amend(loaded)
        elif kept.form == loading.FORM_PAPER:
            self.print(loaded)
        elif kept.form == loading.FORM_PARTICIPANT:
            self._go_on_with_participant(loaded, payloads.number_of(kept.payload, "participant_id"))
        else:
            self._go_on_with_case(loaded, kept)

    def _say_too_late(self) -> None:
        self.done.emit(
            self.tr("This cannot be recorded any more: it was done or taken away meanwhile. Throw it away.")
        )

    def _go_on_with_participant(self, loaded: Loaded, number: int) -> None:
        one = next((one for one in loaded.details.participants if one.id == number), None)
        if number and one is None:
            self._say_too_late()
        else:
            self.participant(loaded, one)

    def _go_on_with_case(self, loaded: Loaded, kept: DraftView) -> None:
        item = next((one for one in loaded.details.items if one.id == loading.item_of(kept.payload)), None)
        if item is None:
            self._say_too_late()
            return
        if kept.form == loading.FORM_FOLLOW:
            number = payloads.fill(FollowUpDraft, kept.payload).agreement_id
            waiting = [one for one in item.before if one.id == number and one.done_on is None]
            for one in waiting:
                self.follow_up(loaded, item, one)
            if not waiting:
                self._say_too_late()
            return
        opens = {
            loading.FORM_REPORT: self.report,
            loading.FORM_SHARE: self.share,
            loading.FORM_AGREE: self.agree,
        }
        opens[kept.form](loaded, item)

    def _ask(self, dialog: FormDialog, sentence: str) -> None:
        self.show(dialog, partial(self.tell, sentence))

    def _begun(self, form: str, item: ItemView) -> DraftView | None:
        return self.kept(form, lambda payload: loading.item_of(payload) == item.id)

    def _keep(
        self,
        dialog: FormDialog,
        form: str,
        loaded: Loaded,
        item: ItemView | None,
        typed: Callable[[], DataclassInstance],
        kept: DraftView | None,
    ) -> None:
        payload = partial(pack, loaded.details.id, item, typed)
        dialog.keep_as(form, payload, kept.id if kept else None)

    def _keep_told(
        self, dialog: FormDialog, form: str, loaded: Loaded, about: dict[str, int], kept: DraftView | None
    ) -> None:
        dialog.keep_told(form, {"meeting_id": loaded.details.id, **about}, kept)

    def _do(self, work: Callable[[Desk], Change], sentence: str) -> None:
        self._context.runner.ask(work, partial(self._on_done, sentence), self._on_failed)

    def take_back(self, undo: Callable[[Desk], Change]) -> None:
        """Undo what was done."""
        self._do(undo, self.tr("Taken back."))

    def _on_done(self, sentence: str, change: Change) -> None:
        self._context.bus.changed.emit(change)
        if sentence:
            self.done.emit(sentence)

    def _tell_undoable(self, sentence: str, undo: Callable[[Desk], Change], change: object) -> None:
        if isinstance(change, Change):
            self._context.bus.changed.emit(change)
            self.undoable.emit(sentence, undo)
