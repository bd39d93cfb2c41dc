"""The page of one signal: what it tells, who is concerned, where informing stands, and what can be done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mhdesk.domain.change import Change
from mhdesk.domain.people import Permission
from mhdesk.domain.signals import Kind as SignalKind
from mhdesk.domain.signals import Status
from mhdesk.domain.views import DraftView, SignalDetails, TodayItem
from mhdesk.errors import KnownError
from mhdesk.gui import faults, words
from mhdesk.gui.look import sizes
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals import options
from mhdesk.gui.signals.acting import act_on
from mhdesk.gui.signals.actions import SignalActions
from mhdesk.gui.signals.begun import begun_words
from mhdesk.gui.signals.blocks import column, empty_out
from mhdesk.gui.signals.convert_dialog import way_words
from mhdesk.gui.signals.correcting import Outcome
from mhdesk.gui.signals.files_view import has_files
from mhdesk.gui.signals.informing_view import InformingView, is_asked, to_inform
from mhdesk.gui.signals.lines import form_words, municipality_words
from mhdesk.gui.signals.loading import Loaded, begun, load
from mhdesk.gui.signals.matching import alike, tell_alike, tell_apart
from mhdesk.gui.signals.naming import DOT, name_words
from mhdesk.gui.signals.people_view import PeopleView
from mhdesk.gui.signals.record_parts import record_parts
from mhdesk.gui.signals.triage_view import has_triage
from mhdesk.gui.widgets.bars import KeyHint
from mhdesk.gui.widgets.buttons import QuietButton
from mhdesk.gui.widgets.labels import Hairline
from mhdesk.gui.widgets.messages import Kind, MessageBar
from mhdesk.gui.widgets.page import CASE, Page


class SignalPage(Page):
    """Show one signal and let decisions be taken. The page asks again when somebody wrote to its signal."""

    def __init__(self, context: PageContext, signal_id: int) -> None:
        super().__init__("", shape=CASE)
        self.context = context
        self._signal_id = signal_id
        self._loaded: Loaded | None = None
        self._resumed: int | None = None
        self._waits: TodayItem | None = None
        self._offered: Callable[[], None] | None = None
        self.may_write = context.user.may(Permission.WRITE)
        self.may_decide = context.user.may(Permission.DECIDE)
        self.acts = SignalActions(context, self)
        self._notices, self._record, self._informing = QWidget(), QWidget(), QWidget()
        self._notice_lines = column(self._notices, sizes.S8)
        self._record_lines = column(self._record, 0)
        self._informing_lines = column(self._informing, 0)
        self._status_buttons = QWidget()
        self._status_row = QHBoxLayout(self._status_buttons)
        self._fill()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.acts.done.connect(self._on_actsdone)
        self.acts.failed.connect(self._on_actsfailed)
        self.acts.dialog_closed.connect(self._on_acts_dialog_closed)
        self.acts.kept_or_not.connect(self.keyhints_changed)
        self.acts.files.removed.connect(self._on_files_removed)
        self.acts.referrals.offered.connect(self._on_referrals_offered)
        self.acts.correct.corrected.connect(self._on_correct_corrected)
        self.acts.persons.corrected.connect(self._on_correct_corrected)
        self.acts.persons.failed.connect(self._on_actsfailed)
        self.acts.correct.gone.connect(self._on_correct_gone)
        self.acts.correct.declared.connect(self._on_actsdone)
        self.acts.correct.failed.connect(self._on_actsfailed)
        self.messages.action_chosen.connect(self._on_messages_action_chosen)
        context.bus.changed.connect(self._on_bus_changed)
        self._ask()

    def _fill(self) -> None:
        self._status_row.setContentsMargins(0, 0, 0, 0)
        self._status_row.setSpacing(sizes.S24)
        self.add_title_action(self._status_buttons)
        head = self._head.layout()
        if isinstance(head, QVBoxLayout):
            head.addWidget(self._notices)
        self._notices.hide()
        self.main.add(self._record)
        self.main.fill()
        self.side.add(self._informing)
        self.side.fill()

    def entered(self) -> None:
        """Take the focus, so that the keys of the page work."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def status(self) -> str:
        """Return whether what is typed in a dialog is kept; without one nothing."""
        return self.acts.status()

    def files_go_to(self) -> str:
        """Return the reference of the signal with which dropped files would be kept, "" where none can be."""
        details = self._loaded.details if self._loaded is not None else None
        takes = details is not None and details.kind != SignalKind.ADVICE and self.may_write
        return details.reference if details is not None and takes else ""

    def take_files(self, paths: Sequence[Path]) -> None:
        """Keep files with the signal."""
        self.acts.files.take(self._signal_id, paths)

    def resume(self, draft_id: int) -> None:
        """Go on with a form that somebody left, once the page is filled."""
        self._resumed = draft_id
        if self._loaded is not None:
            self._go_on_where_left(self._loaded)

    def act_on(self, item: TodayItem) -> None:
        """Open the form that does what waits, once the page is filled."""
        self._waits = item
        if self._loaded is not None:
            self._go_on_where_left(self._loaded)

    def crisis_card(self) -> Callable[[], None] | None:
        """Return what asks for a crisis card about somebody here, None where nobody is or it may not be made."""
        loaded = self._loaded
        if loaded is None or not self.may_write or not loaded.details.involvements:
            return None
        return partial(self.acts.papers.card, loaded)

    def _go_on_where_left(self, loaded: Loaded) -> None:
        waits, self._waits = self._waits, None
        if waits is not None:
            act_on(self, loaded, waits)
        kept = next((draft for draft in loaded.drafts if draft.id == self._resumed), None)
        self._resumed = None
        if kept is not None:
            self.acts.go_on(loaded, kept)

    # --- showing --------------------------------------------------------------------------------

    def _ask(self) -> None:
        self.context.runner.ask(partial(load, self._signal_id), self._on_loaded, self._on_failed)

    def _on_loaded(self, loaded: Loaded) -> None:
        lost = self.isAncestorOf(self.window().focusWidget())
        self._loaded = loaded
        self.acts.begun = loaded.drafts
        self._show_head(loaded)
        self._show_notices(loaded)
        self._show_record(loaded)
        self._show_informing(loaded)
        self._show_keys(loaded.details)
        if lost:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._go_on_where_left(loaded)

    def _show_head(self, loaded: Loaded) -> None:
        details = loaded.details
        kind = options.label("signal_kinds", details.kind)
        self.set_title(details.reference, kind.lower())
        self.setAccessibleName(f"{kind} {details.reference}")
        parts = [
            words.sentence_case(form_words(details.form)),
            municipality_words(details.municipality),
            self.tr("received {day}").format(day=words.weekday_day(details.received_on, loaded.today)),
            options.label("signal_states", details.status).lower(),
        ]
        self.set_summary(DOT.join(parts))
        self._show_status_buttons(loaded)

    def _show_status_buttons(self, loaded: Loaded) -> None:
        again = [(self.tr("Open again"), Status.OPEN)]
        away = [(self.tr("Hand over"), Status.HANDED_OVER), (self.tr("Close"), Status.CLOSED)]
        empty_out(self._status_row)
        if self.may_write:
            way = QuietButton(way_words(loaded.details.kind), small=True)
            way.clicked.connect(partial(self.acts.persons.convert, loaded))
            self._status_row.addWidget(way)
        if self.may_write and loaded.details.involvements:
            card = QuietButton(self.tr("Crisis card…"), keys="C", small=True)
            card.clicked.connect(partial(self.acts.papers.card, loaded))
            self._status_row.addWidget(card)
        for word, target in away if loaded.details.status == Status.OPEN else again:
            button = QuietButton(word, small=True)
            button.clicked.connect(partial(self.acts.change_status, loaded, target))
            self._status_row.addWidget(button)
            button.setVisible(self.may_write)

    def _show_notices(self, loaded: Loaded) -> None:
        """Show how to call safely above everything with a phone number, then what still asks something."""
        empty_out(self._notice_lines)
        for lead, sentence in self._safe_contacts(loaded.details):
            bar = self._add_notice()
            bar.show_message(Kind.SAFETY, sentence, lead=lead, closable=False)
        if loaded.details.to_review and self.may_write:
            bar = self._add_notice()
            sentence = self.tr("Taken in from a spreadsheet. Look whether everything is right.")
            action = self.tr("Is looked through")
            bar.show_message(Kind.QUESTION, sentence, action=action, closable=False)
            bar.action_chosen.connect(partial(self.acts.review, self._signal_id))
        for kept in loaded.drafts:
            self._add_begun(kept, loaded.details)
        self._notices.setVisible(self._notice_lines.count() > 0)

    def _add_notice(self) -> MessageBar:
        bar = MessageBar()
        self._notice_lines.addWidget(bar)
        return bar

    def _add_begun(self, kept: DraftView, details: SignalDetails) -> None:
        bar, away = MessageBar(), QuietButton(self.tr("Throw away"), small=True)
        sentence = begun_words(kept, details)
        bar.show_message(Kind.QUESTION, sentence, action=self.tr("Go on"), closable=False)
        bar.action_chosen.connect(partial(self._go_on, kept))
        away.clicked.connect(partial(self.acts.throw_away, kept))
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.S16)
        row.addWidget(bar, 1)
        row.addWidget(away)
        self._notice_lines.addWidget(line)

    def _safe_contacts(self, details: SignalDetails) -> list[tuple[str, str]]:
        rules = [(one, one.safe_contact) for one in details.involvements if one.safe_contact]
        named = self.tr("Safe contact, {name}")
        return [(named.format(name=name_words(one)), rule) for one, rule in rules]

    def _show_record(self, loaded: Loaded) -> None:
        empty_out(self._record_lines)
        for number, part in enumerate(record_parts(self, loaded)):
            if number:
                self._record_lines.addSpacing(sizes.S24)
                self._record_lines.addWidget(Hairline())
                self._record_lines.addSpacing(sizes.S16)
            self._record_lines.addWidget(part)
        if self.context.user.may(Permission.DESTROY):
            self._add_destroy(loaded)

    def ask_alike(self, people: PeopleView, details: SignalDetails) -> None:
        """Ask who of the registry may be the same as somebody here; the page is there before the answer."""
        if here := list(dict.fromkeys(one.person_id for one in details.involvements if one.person_id)):
            self.context.runner.ask(partial(alike, here), people.show_alike, self._on_failed)

    @Slot(int, int, str)
    def on_people_apart_wanted(self, person_id: int, other: int, name: str) -> None:
        then = partial(self._on_told_apart, person_id, other, name)
        self.context.runner.ask(partial(tell_apart, person_id, other), then, self._on_failed)

    def _on_told_apart(self, person_id: int, other: int, name: str, change: Change) -> None:
        self.context.bus.changed.emit(change)
        sentence = self.tr("Kept: not the same person as {name}.").format(name=name)
        self._say_done(sentence, self.tr("Undo"), partial(self._tell_alike, person_id, other))

    def _tell_alike(self, person_id: int, other: int) -> None:
        work = partial(tell_alike, person_id, other)
        self.context.runner.ask(work, self.context.bus.changed.emit, self._on_failed, owner=self)

    def _add_destroy(self, loaded: Loaded) -> None:
        """Offer at the very end, away from everything that is done every day, what cannot be undone."""
        destroy = QuietButton(self.tr("Destroy…"), small=True)
        destroy.setAccessibleName(self.tr("Destroy {reference}").format(reference=loaded.details.reference))
        destroy.clicked.connect(partial(self.acts.correct.destroy, loaded))
        self._record_lines.addSpacing(sizes.S48)
        self._record_lines.addWidget(destroy, 0, Qt.AlignmentFlag.AlignLeft)

    def _show_informing(self, loaded: Loaded) -> None:
        empty_out(self._informing_lines)
        user = self.context.user if self.may_decide else None
        informing = InformingView(loaded.details, loaded.today, user=user)
        informing.decision_wanted.connect(partial(self.acts.decide, loaded))
        informing.agreement_wanted.connect(partial(self.acts.persons.agree, loaded))
        informing.letter_wanted.connect(partial(self.acts.papers.letter, loaded))
        informing.story_wanted.connect(partial(self.acts.papers.story, loaded))
        self._informing_lines.addWidget(informing)

    def _show_keys(self, details: SignalDetails) -> None:
        hints = []
        if self.may_decide and to_inform(details):
            hints.append(KeyHint("B", self.tr("decide on informing")))
        if self.may_decide and any(is_asked(one, self.context.user) for one in to_inform(details)):
            hints.append(KeyHint("K", self.tr("look along")))
        if self.may_decide and has_triage(details):
            hints.append(KeyHint("T", self.tr("record a triage")))
            hints.append(KeyHint("R", self.tr("choose a route")))
        if self.may_write:
            hints.append(KeyHint("I", self.tr("go through the signs")))
            hints.append(KeyHint("D", self.tr("refer")))
            if has_files(details, may_write=True):
                hints.append(KeyHint("F", self.tr("add a file")))
            hints.append(KeyHint("V", self.tr("amend the story")))
        self.set_keyhints(*hints)

    # --- what happens ---------------------------------------------------------------------------

    def _go_on(self, kept: DraftView) -> None:
        if self._loaded is not None:
            self.acts.go_on(self._loaded, kept)

    def _ask_begun(self) -> None:
        if self._loaded is not None:
            self.context.runner.ask(partial(begun, self._signal_id), self._on_begun_arrived, self._on_failed)

    def _on_begun_arrived(self, drafts: Sequence[DraftView]) -> None:
        self.acts.begun = drafts
        if self._loaded is not None and list(drafts) != list(self._loaded.drafts):
            self._loaded = replace(self._loaded, drafts=drafts)
            self._show_notices(self._loaded)

    @Slot()
    def _on_acts_dialog_closed(self) -> None:
        self._ask_begun()

    def _on_failed(self, error: KnownError) -> None:
        self.messages.show_message(Kind.ERROR, faults.sentence(error))

    @Slot(str)
    def _on_actsdone(self, sentence: str) -> None:
        self._say_done(sentence)

    def _say_done(self, sentence: str, action: str = "", offered: Callable[[], None] | None = None) -> None:
        """Say what was done, and offer what can be done about it."""
        self._offered = offered
        undoes = action == self.tr("Undo")
        self.messages.show_message(Kind.DONE, sentence, action=action, undoes=undoes)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_messages_action_chosen(self) -> None:
        offered, self._offered = self._offered, None
        if offered is not None:
            offered()

    @Slot(str, object)
    def _on_files_removed(self, sentence: str, put_back: object) -> None:
        offered = put_back if callable(put_back) else None
        self._say_done(sentence, self.tr("Undo") if offered else "", offered)

    @Slot(str, str, object)
    def _on_referrals_offered(self, sentence: str, action: str, offered: object) -> None:
        self._say_done(sentence, action, offered if callable(offered) else None)

    @Slot(object)
    def _on_correct_corrected(self, outcome: object) -> None:
        if isinstance(outcome, Outcome):
            offered = partial(self.acts.correct.take_back, outcome.undo) if outcome.undo else None
            self._say_done(outcome.sentence, self.tr("Undo") if offered else "", offered)

    @Slot(str)
    def _on_correct_gone(self, number: str) -> None:
        """Leave nothing of the signal on the page; what is left to do is to save the declaration."""
        sentence = self.tr("Destroyed. The declaration of destruction has number {number}.")
        save = partial(self.acts.correct.save_declaration, number)
        self._say_done(sentence.format(number=number), self.tr("Save the declaration"), save)

    def _forget(self) -> None:
        """Show nothing any more of a signal that is gone."""
        self._loaded = None
        for lines in (self._notice_lines, self._record_lines, self._informing_lines, self._status_row):
            empty_out(lines)
        self._notices.hide()
        self.set_summary(self.tr("This signal was destroyed."))
        self.set_keyhints()

    @Slot(object)
    def _on_actsfailed(self, error: object) -> None:
        if isinstance(error, KnownError):
            self._on_failed(error)

    @Slot(object)
    def _on_bus_changed(self, change: object) -> None:
        if not isinstance(change, Change) or self._loaded is None:
            return
        if change.verb == "records.destroyed" and self._signal_id in change.signals:
            self._forget()
            return
        here = {one.person_id for one in self._loaded.details.involvements} - {None}
        if change.verb.startswith("draft."):
            if self.acts.dialog() is None:  # while somebody types, nothing is said behind the dialog
                self._ask_begun()
        elif self._signal_id in change.signals or here & change.persons:
            self._ask()
