"""The page with the list of meetings: what comes, and what was."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Slot

from mhdesk.domain.change import Change
from mhdesk.domain.meeting_views import CaseChoice, MeetingRow
from mhdesk.domain.meetings import MeetingDraft, MeetingKind, MeetingState
from mhdesk.domain.people import Permission
from mhdesk.domain.views import DraftView
from mhdesk.errors import KnownError
from mhdesk.gui import faults, words
from mhdesk.gui.look import sizes
from mhdesk.gui.meetings.loading import FORM_PLAN, PLACE, choices, rows
from mhdesk.gui.meetings.plan_dialogs import PlanDialog
from mhdesk.gui.meetings.words import kind_words, state_mark, when
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals import options
from mhdesk.gui.signals.begun_bars import BegunBars
from mhdesk.gui.signals.loading import begun_at
from mhdesk.gui.signals.naming import DOT
from mhdesk.gui.signals.one_dialog import OneDialog
from mhdesk.gui.widgets.bars import KeyHint
from mhdesk.gui.widgets.buttons import SecondaryButton
from mhdesk.gui.widgets.list_view import ListView
from mhdesk.gui.widgets.messages import Kind
from mhdesk.gui.widgets.page import Page
from mhdesk.gui.widgets.rows import Group, Item, Line, LinesModel
from mhdesk.gui.widgets.summary import EmptyState


class MeetingsPage(Page):
    """List meetings, those to come first, and plan one."""

    def __init__(self, context: PageContext) -> None:
        super().__init__("", scrolls=False)
        self._context = context
        self._today = date.min
        self.acts = OneDialog(context, self)
        self.may_write = context.user.may(Permission.WRITE)
        self.model = LinesModel(self)
        self.list = ListView(name=self.tr("Meetings"))
        self.list.setModel(self.model)
        self.plan_button = SecondaryButton(self.tr("Plan a meeting"), keys="O")
        self.plan_button.setVisible(self.may_write)
        self.empty = EmptyState(self.tr("There is no meeting yet."), self._about_kinds())
        self.begun = BegunBars(self._go_on, self.acts.throw_away)
        self._resumed: int | None = None
        self.set_title(self.tr("Meetings"))
        self.add_title_action(self.plan_button)
        self.main.add(self.begun)
        self.main.add(self.empty, before=sizes.S12)
        self.main.add(self.list, stretch=1)
        self.main.addStretch()
        self.empty.hide()
        self._connect()
        self._ask()

    def _about_kinds(self) -> str:
        return self.tr(
            "A casusoverleg is about several cases with all partners; a zorgoverleg is about the care for one victim."
        )

    def _connect(self) -> None:
        self.list.row_opened.connect(self._context.navigator.open_meeting)
        self.plan_button.clicked.connect(self._on_plan_button_clicked)
        self.acts.failed.connect(self._on_acts_failed)
        self.acts.kept_or_not.connect(self.keyhints_changed)
        self.acts.dialog_closed.connect(self._on_acts_dialog_closed)
        self._context.bus.changed.connect(self._on_bus_changed)
        self.set_keyhints(KeyHint("Enter", self.tr("open")), KeyHint("O", self.tr("plan a meeting")))

    def entered(self) -> None:
        """Let the arrows walk through the list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def status(self) -> str:
        """Return whether what is typed in a dialog is kept; without one nothing."""
        return self.acts.status()

    def resume(self, draft_id: int) -> None:
        """Go on with a meeting that somebody began to plan."""
        self._resumed = draft_id
        self._ask_begun()

    # --- showing ---------------------------------------------------------------------------------------

    def _ask(self) -> None:
        self._context.runner.ask(rows, self._on_rows_arrived, self._on_failed)
        self._ask_begun()

    def _ask_begun(self) -> None:
        self._context.runner.ask(partial(begun_at, PLACE), self._show_begun, self._on_failed, owner=self)

    def _show_begun(self, drafts: Sequence[DraftView]) -> None:
        """Show what was begun here, and go on with what somebody was led to."""
        self.acts.begun = drafts
        self.begun.show_drafts(drafts, self._begun_words)
        kept = next((one for one in drafts if one.id == self._resumed), None)
        self._resumed = None
        if kept is not None:
            self._go_on(kept)

    def _begun_words(self, _kept: DraftView) -> str:
        return self.tr("A meeting was begun to be planned, and is not recorded.")

    def _on_rows_arrived(self, answer: tuple[list[MeetingRow], date]) -> None:
        found, self._today = answer
        chosen = self.list.current_id()
        coming = [one for one in reversed(found) if one.state == MeetingState.PLANNED]
        past = [one for one in found if one.state != MeetingState.PLANNED]
        self.model.set_items([*self._group(self.tr("To come"), coming), *self._group(self.tr("Past"), past)])
        if found:
            row = self.model.row_of(chosen) if chosen is not None else -1
            self.list.choose_row(row if row >= 0 else 1)
        self.list.setVisible(bool(found))
        self.empty.setVisible(not found)
        self.set_summary(self._sum_up(coming))

    def _group(self, title: str, some: Sequence[MeetingRow]) -> list[tuple[int | None, Item]]:
        lines: list[tuple[int | None, Item]] = [(one.id, self._line(one)) for one in some]
        return [(None, Group(title)), *lines] if lines else []

    def _line(self, one: MeetingRow) -> Line:
        title = DOT.join((kind_words(one.kind), when(one.held_on, one.starts_at, self._today)))
        cases = words.count("case", one.cases)
        if one.state == MeetingState.HELD:
            cases = self.tr("{done} of {all} cases discussed").format(done=one.discussed, all=one.cases)
        people = words.count("participant", one.participants)
        mark = state_mark(one.state, one.held_on, self._today)
        return Line(title, DOT.join(filter(None, (cases, people, one.place))), self._clock(one), "", mark)

    def _clock(self, one: MeetingRow) -> str:
        if one.state != MeetingState.PLANNED:
            return options.label("meeting_states", one.state).lower()
        if one.held_on < self._today:
            return self.tr("no report yet")
        return words.distance(one.held_on, self._today)

    def _sum_up(self, coming: Sequence[MeetingRow]) -> str:
        if not coming:
            return self.tr("No meeting is planned")
        first = coming[0]
        told = self.tr("The next one: {kind}, {day}")
        return told.format(kind=kind_words(first.kind).lower(), day=when(first.held_on, "", self._today))

    # --- what happens ----------------------------------------------------------------------------------

    @Slot()
    def _on_plan_button_clicked(self) -> None:
        self.plan(MeetingDraft(MeetingKind.CASES))

    def plan(self, draft: MeetingDraft, kept: DraftView | None = None) -> None:
        """Ask which meeting is planned, going on with what was kept."""
        then = partial(self._on_choices_arrived, draft, kept or self.acts.kept(FORM_PLAN))
        self._context.runner.ask(partial(choices, draft.kind, None), then, self._on_failed, owner=self)

    def _go_on(self, kept: DraftView) -> None:
        if self.may_write:
            self.plan(MeetingDraft(MeetingKind.CASES), kept)

    @Slot()
    def _on_acts_dialog_closed(self) -> None:
        self._ask_begun()

    def _on_choices_arrived(
        self, draft: MeetingDraft, kept: DraftView | None, cases: Sequence[CaseChoice]
    ) -> None:
        dialog = PlanDialog(self._context, cases, self._today, self, draft=draft)
        dialog.keep_told(FORM_PLAN, {}, kept)
        self.acts.show(dialog, self._on_planned)

    def _on_planned(self, change: object) -> None:
        if isinstance(change, Change):
            self._context.bus.changed.emit(change)
            if change.created is not None:
                self._context.navigator.open_meeting(change.created)

    @Slot(object)
    def _on_acts_failed(self, error: object) -> None:
        if isinstance(error, KnownError):
            self._on_failed(error)

    def _on_failed(self, error: KnownError) -> None:
        self.messages.show_message(Kind.ERROR, faults.sentence(error))

    @Slot(object)
    def _on_bus_changed(self, change: object) -> None:
        if not isinstance(change, Change):
            return
        if change.meetings or change.verb == "records.destroyed":
            self._ask()
        elif change.verb.startswith("draft.") and self.acts.dialog() is None:
            self._ask_begun()
