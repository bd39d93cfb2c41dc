"""The form for a new signal, in the order of a phone call."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from mhdesk.domain import dates
from mhdesk.domain.change import Change
from mhdesk.domain.problems import ProblemsError
from mhdesk.domain.signals import ROLES_TO_INFORM, Kind, SignalDraft
from mhdesk.domain.views import DraftView
from mhdesk.errors import KnownError
from mhdesk.gui import faults, words
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.mail.waiting_part import WaitingFilesPart
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals import payloads
from mhdesk.gui.signals.content_part import ContentPart
from mhdesk.gui.signals.discard_dialog import DiscardDraftDialog
from mhdesk.gui.signals.form_check import FormCheck
from mhdesk.gui.signals.form_problems import Trouble, trouble
from mhdesk.gui.signals.keeping import DraftKeeper
from mhdesk.gui.signals.kind_part import KindPart
from mhdesk.gui.signals.known_part import LINK_KEYS
from mhdesk.gui.signals.leads_part import LeadsPart
from mhdesk.gui.signals.persons_part import PersonsPart
from mhdesk.gui.signals.receipt_part import ReceiptPart
from mhdesk.gui.widgets import messages
from mhdesk.gui.widgets.bars import ActionBar, KeyHint
from mhdesk.gui.widgets.buttons import PrimaryButton, QuietButton
from mhdesk.gui.widgets.fields import Field
from mhdesk.gui.widgets.labels import Paragraph
from mhdesk.gui.widgets.page import FORM, Page
from mhdesk.gui.widgets.summary import SummaryList

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk


def _now(desk: Desk) -> datetime:
    return desk.now()


def _load(draft_id: int, desk: Desk) -> DraftView:
    from mhdesk.desk import drafts

    return drafts.load(desk, draft_id)


def _register(draft: SignalDraft, draft_id: int | None, desk: Desk) -> Change:
    from mhdesk.desk import signals

    return signals.register(desk, draft, from_draft=draft_id)


class SignalFormPage(Page):
    """Ask what a caller tells and record it as a signal.

    A field is checked when it is left; what is empty is no mistake until recording. What is typed is kept as
    a draft by itself; ``draft_id`` opens one again.
    """

    def __init__(self, context: PageContext, draft_id: int | None = None) -> None:
        super().__init__("", shape=FORM)
        self._context = context
        self._now = datetime.now().astimezone()
        self._busy = False
        self._status = ""
        self._listed: list[tuple[str, QWidget]] | None = None
        self.kind = KindPart(context.info.organisation_type)
        self.receipt = ReceiptPart()
        self.content = ContentPart(context.info.municipalities)
        self.persons = PersonsPart(context.runner)
        self.leads = LeadsPart(context.runner, self.persons)
        self.files = WaitingFilesPart(context.runner, context.bus)
        self.hidden = messages.MessageBar()
        self.needed = SummaryList(self.tr("Still needed to record"))
        self.ready = Paragraph("", Type.CAPTION, Role.SECOND)
        self.submit = PrimaryButton(self.tr("Record"), keys="Ctrl+Return")
        self.later = QuietButton(self.tr("Finish later"))
        self.discard = QuietButton(self.tr("Throw the draft away"), small=True)
        self._keep_room(self.discard)
        self.discard.hide()
        self.bar = ActionBar(self.submit, self.later)
        self.keeper = DraftKeeper(context.runner, context.bus, payloads.FORM_SIGNAL, self._payload, self)
        self.check = FormCheck(self._fields, self._troubles, self)
        self._fill()
        self._connect()
        self._show_draft(SignalDraft())
        self._context.runner.ask(_now, self._on_now_arrived)
        if draft_id is not None:
            self._context.runner.ask(partial(_load, draft_id), self._on_draft_arrived, self._on_runner_failed)

    def _fill(self) -> None:
        self.main.add(self.kind)
        self.main.add(self.hidden)
        self.main.add_hairline(before=sizes.S12)
        self.main.add(self.receipt, before=sizes.S12)
        self.main.add_hairline(before=sizes.S12)
        self.main.add(self.content, before=sizes.S12)
        self.main.add_hairline(before=sizes.S16)
        self.main.add(self.persons, before=sizes.S12)
        self.main.add(self.leads, before=sizes.S12)
        self.main.addStretch(1)
        self.side.add(self.needed)
        self.side.add(self.ready)
        self.side.add_row(self.discard, before=sizes.S24)
        for aside in (self.files, self.persons.known, self.leads.known):
            self.side.add(aside, before=sizes.S24)
        self.side.addStretch(1)
        self.set_action_bar(self.bar)

    def _keep_room(self, widget: QWidget) -> None:
        """Let nothing under a widget move when it comes or goes."""
        policy = widget.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        widget.setSizePolicy(policy)

    def _connect(self) -> None:
        self.kind.edited.connect(self._on_kind_edited)
        for part in (self.receipt, self.content, self.persons, self.leads):
            part.edited.connect(self._on_field_edited)
            part.left.connect(self._on_field_left)
        for shaped in (self.persons, self.leads):
            shaped.shape_changed.connect(self._on_persons_shape_changed)
            shaped.signal_wanted.connect(self._context.navigator.open_signal)
        self.persons.person_removed.connect(self._on_person_removed)
        self.persons.hinted.connect(self._show_keyhints)
        self.messages.action_chosen.connect(self.persons.put_back)
        self.content.guard.action_chosen.connect(self._on_guard_action_chosen)
        self.check.checked.connect(self._on_check_checked)
        self.submit.clicked.connect(self._on_submit_clicked)
        self.later.clicked.connect(self._on_later_clicked)
        self.discard.clicked.connect(self._on_discard_clicked)
        self.bar.wrong_chosen.connect(self._on_wrong_chosen)
        self.keeper.unkept.connect(self.keyhints_changed)
        self.keeper.kept.connect(self._on_keeper_kept)
        self.keeper.failed.connect(self._on_keeper_failed)
        QShortcut(QKeySequence("F8"), self).activated.connect(self.needed.bring_to_next)
        self.list_keys(
            KeyHint(LINK_KEYS, self.tr("the same person")), KeyHint("F8", self.tr("next thing needed"))
        )

    # --- what the window asks -------------------------------------------------------------------

    def entered(self) -> None:
        """Put the cursor where the call begins: at the kind."""
        self.kind.cards.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep_draft(self) -> None:
        """Keep what is typed and not kept yet."""
        self.keeper.keep()

    def has_unkept(self) -> bool:
        """Say whether something typed is not in the registry yet."""
        return self.keeper.is_dirty()

    def draft_number(self) -> int | None:
        """Return the id of the draft, None before the first keeping."""
        return self.keeper.draft_id

    def status(self) -> str:
        """Return when the draft was kept last, or that something is not kept yet."""
        return self.tr("Not kept yet") if self.keeper.is_dirty() else self._status

    # --- the draft ------------------------------------------------------------------------------

    def draft(self) -> SignalDraft:
        """Return the signal as it would be recorded: advice without persons, untouched blocks left out."""
        draft = self._typed()
        told = [block.person() for block in self.persons.told()]
        draft.persons = [] if draft.kind == Kind.ADVICE else told
        return draft

    def _typed(self) -> SignalDraft:
        draft = SignalDraft(kind=self.kind.kind())
        for part in (self.receipt, self.content, self.leads):
            part.read(draft)
        draft.persons = self.persons.persons()
        return draft

    def _payload(self) -> str:
        return payloads.pack(self._typed())

    def _show_draft(self, draft: SignalDraft) -> None:
        self.kind.show_kind(draft.kind)
        self.receipt.show_draft(draft)
        self.content.offer_municipalities(self._received())
        self.content.show_draft(draft)
        self.persons.show_persons(draft.persons)
        self.leads.show_draft(draft)
        self._show_kind()

    def _received(self) -> date:
        return dates.parse_day(self._typed().received_on) or self._now.date()

    def _on_now_arrived(self, now: datetime) -> None:
        self._now = now
        self.receipt.suggest(now)
        self._show_kind()

    def _on_draft_arrived(self, view: DraftView) -> None:
        """Fill the form in; a decision or referral that was begun waits on the page of its signal."""
        if payloads.belongs_to_signal(view.form):
            signal_id = payloads.signal_of(view.payload)
            QTimer.singleShot(0, self, partial(self._context.navigator.open_signal, signal_id))
            return
        self.keeper.draft_id = view.id
        self._show_draft(payloads.unpack_signal(view.payload))
        self.files.show_of(view.id)
        self._on_keeper_kept(view.saved_at)

    # --- what is wrong --------------------------------------------------------------------------

    def _by_name(self) -> dict[str, Field]:
        return {**self.receipt.fields, **self.content.fields, **self.leads.fields}

    def _fields(self) -> list[Field]:
        of_persons = (field for block in self.persons.blocks for field in block.fields.values())
        return [*self._by_name().values(), *of_persons]

    def _troubles(self) -> list[Trouble]:
        problems = self.draft().validate(self._now.date())
        return [trouble(problem, self._by_name(), self.persons) for problem in problems]

    @Slot(list, int)
    def _on_check_checked(self, listed: list[Trouble], wrong: int) -> None:
        nobody = next((one.sentence for one in listed if one.field is None), "")
        self.persons.set_error(nobody if self.check.shows_all() else "")
        lines: list[tuple[str, QWidget]] = [(one.short, one.target) for one in listed]
        if lines != self._listed:
            self._listed = lines
            self.needed.set_problems(lines)
        asks = bool(lines) or self.content.names_somebody()
        self.ready.set_plain("" if asks else self.tr("Everything needed to record is here."))
        self.bar.set_wrong(wrong)
        self._show_keyhints()

    @Slot()
    def _show_keyhints(self) -> None:
        hints = [] if self.persons.isHidden() else [KeyHint("Alt+B", self.tr("another person"))]
        if hints and self.persons.proposes():
            hints.append(KeyHint(LINK_KEYS, self.tr("the same person")))
        if self._listed:
            hints.append(KeyHint("F8", self.tr("next thing needed")))
        if tuple(hints) != self.keyhints():
            self.set_keyhints(*hints)

    # --- what happens ---------------------------------------------------------------------------

    def _show_kind(self) -> None:
        """Ask for persons only where they are recorded; what was typed about them stays."""
        advice = self.kind.kind() is Kind.ADVICE
        for part in (self.persons, self.persons.known):
            part.setVisible(not advice)
        self.leads.set_advice(advice)
        waiting = sum(not person.is_blank() for person in self.persons.persons())
        self._show_hidden(advice and waiting > 0)
        self.files.set_advice(advice)
        self.set_title(self.kind.title())
        self.kind.show_consequence(self._now.date())
        self._look_for_names()
        self.check.look()

    def _look_for_names(self) -> None:
        """Ask whether advice names somebody: nobody's data belong in it."""
        self.content.look_for_names(self._now.year if self.kind.kind() is Kind.ADVICE else None)

    def _show_hidden(self, hidden: bool) -> None:
        if not hidden:
            self.hidden.hide()
        elif self.hidden.isHidden():
            sentence = self.tr(
                "Advice is recorded without the persons concerned. They are still in the draft."
            )
            self.hidden.show_message(messages.Kind.WARNING, sentence, closable=False)

    @Slot()
    def _on_kind_edited(self) -> None:
        self.keeper.mark_changed()
        self._show_kind()

    @Slot(object)
    def _on_field_edited(self, field: object) -> None:
        self.keeper.mark_changed()
        if field is self.content.fields["narrative"]:
            self._look_for_names()
        if isinstance(field, Field):
            self.check.edited(field)

    @Slot(object)
    def _on_field_left(self, field: object) -> None:
        if field is self.receipt.fields["received_on"]:
            self.content.offer_municipalities(self._received())
        if isinstance(field, Field):
            self.persons.read_births(self._received())
            self.check.left(field)

    @Slot()
    def _on_persons_shape_changed(self) -> None:
        self.keeper.mark_changed()
        self.check.look()

    @Slot(int)
    def _on_person_removed(self, number: int) -> None:
        sentence = self.tr("Person {number} was taken off the form.").format(number=number)
        self.messages.show_message(messages.Kind.DONE, sentence, action=self.tr("Undo"), undoes=True)

    @Slot()
    def _on_wrong_chosen(self) -> None:
        self.needed.bring_to_first()

    @Slot()
    def _on_submit_clicked(self) -> None:
        if self._is_complete() and not self.content.hold_back():
            self._record()

    @Slot()
    def _on_guard_action_chosen(self) -> None:
        """Record advice whose words were looked at once more."""
        if self._is_complete():
            self._record()

    def _is_complete(self) -> bool:
        """Say whether it can be recorded now; what is needed for that has the focus."""
        if self._busy:
            return False
        self.check.reveal_all()
        if self._listed:
            self.needed.take_focus()
        return not self._listed

    def _record(self) -> None:
        self._busy = True
        self.keeper.settle(self._register, keep=False)

    def _register(self) -> None:
        draft = self.draft()
        work = partial(_register, draft, self.keeper.draft_id)
        self._context.runner.ask(work, partial(self._on_registered, draft), self._on_runner_failed)

    def _on_registered(self, draft: SignalDraft, change: Change) -> None:
        self.keeper.finish()
        self._context.bus.changed.emit(change)
        if change.created is not None:
            self._context.navigator.open_signal(change.created, self._done(draft, change))

    def _done(self, draft: SignalDraft, change: Change) -> str:
        done = self.tr("Recorded as {reference}.").format(reference=change.reference)
        if draft.kind != Kind.NOTIFICATION or not any(p.role in ROLES_TO_INFORM for p in draft.persons):
            return done
        today = self._now.date()
        day = words.weekday_day(self.kind.due(today), today)
        term = self.tr("Informing: by {day}.").format(day=day)
        return f"{done} {term}"

    def _on_runner_failed(self, error: KnownError) -> None:
        """Say why; what was typed stays, and is kept as a draft where that is still possible."""
        self._busy = False
        self.keeper.mark_changed()
        self.messages.show_message(messages.Kind.ERROR, faults.sentence(error))
        if isinstance(error, ProblemsError):
            self.check.reveal_all()
            self.needed.take_focus()

    @Slot()
    def _on_later_clicked(self) -> None:
        self.keeper.settle(self._context.navigator.back, keep=True)

    @Slot()
    def _on_discard_clicked(self) -> None:
        dialog = DiscardDraftDialog(self)
        dialog.accepted.connect(self._on_dialog_accepted)
        dialog.open()

    @Slot()
    def _on_dialog_accepted(self) -> None:
        self.keeper.discard()
        self._context.navigator.back()

    @Slot(object)
    def _on_keeper_kept(self, moment: object) -> None:
        if isinstance(moment, datetime):
            self.discard.show()
            self._status = self.tr("Draft kept at {time}").format(time=words.time_of(moment))
            self.keyhints_changed.emit()

    @Slot(object)
    def _on_keeper_failed(self, error: object) -> None:
        self._busy = False
        if isinstance(error, KnownError):
            self.messages.show_message(messages.Kind.ERROR, faults.sentence(error))
