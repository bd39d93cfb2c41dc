"""The page of one meeting: its agenda at the left, the chosen case beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mhdesk.domain.change import Change
from mhdesk.domain.meeting_views import ItemView, MeetingDetails, ParticipantView
from mhdesk.domain.meetings import MeetingKind, MeetingState
from mhdesk.domain.people import Permission
from mhdesk.domain.views import DraftView, TodayItem
from mhdesk.errors import KnownError
from mhdesk.gui import faults, words
from mhdesk.gui.look import sizes
from mhdesk.gui.look.painting import Mark
from mhdesk.gui.look.theme import look
from mhdesk.gui.meetings.acts import MeetingActs
from mhdesk.gui.meetings.item_view import ItemPart
from mhdesk.gui.meetings.loading import Loaded, begun, load
from mhdesk.gui.meetings.table_view import TablePart
from mhdesk.gui.meetings.words import client_words, kind_words, when
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals import options
from mhdesk.gui.signals.begun_bars import BegunBars
from mhdesk.gui.signals.blocks import column, empty_out
from mhdesk.gui.signals.naming import DOT
from mhdesk.gui.widgets.bars import KeyHint
from mhdesk.gui.widgets.buttons import PrimaryButton, QuietButton
from mhdesk.gui.widgets.column import ScrollColumn
from mhdesk.gui.widgets.list_view import ListView
from mhdesk.gui.widgets.messages import Kind
from mhdesk.gui.widgets.page import Page
from mhdesk.gui.widgets.rows import Group, Item, Line, LinesModel

_TABLE: Final = 0
"""The row of the meeting itself; cases have the id of their item."""
_AGENDA_WIDTH: Final = 340
_GAP: Final = 32


class MeetingPage(Page):
    """Show one meeting and let it be held. The page asks again when somebody wrote to it."""

    def __init__(self, context: PageContext, meeting_id: int) -> None:
        super().__init__("", scrolls=False)
        self.context = context
        self._meeting_id = meeting_id
        self._loaded: Loaded | None = None
        self._offered: Callable[[], None] | None = None
        self._resumed: int | None = None
        self.may_write = context.user.may(Permission.WRITE)
        self.acts = MeetingActs(context, self)
        self.model = LinesModel(self)
        self.list = ListView(name=self.tr("Agenda"))
        self.list.setModel(self.model)
        self._notices, self._shown = BegunBars(self._go_on, self.acts.throw_away), QWidget()
        self._shown_lines = column(self._shown, 0)
        self._actions = QWidget()
        self._action_row = QHBoxLayout(self._actions)
        self._fill()
        self._connect()
        self._ask()

    def _fill(self) -> None:
        self._action_row.setContentsMargins(0, 0, 0, 0)
        self._action_row.setSpacing(sizes.S16)
        self.add_title_action(self._actions)
        self.main.add(self._notices)
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        self.list.setFixedWidth(look().px(_AGENDA_WIDTH))
        row.addWidget(self.list)
        area = ScrollColumn(self._shown, self.tr("The chosen case"))
        row.addWidget(area, 1)
        self.main.add(body, stretch=1)

    def _connect(self) -> None:
        self.list.row_chosen.connect(self._on_list_row_chosen)
        self.list.row_opened.connect(self._on_list_row_opened)
        self.acts.done.connect(self._on_acts_done)
        self.acts.undoable.connect(self._on_acts_undoable)
        self.acts.failed.connect(self._on_acts_failed)
        self.acts.dialog_closed.connect(self._on_acts_dialog_closed)
        self.acts.kept_or_not.connect(self.keyhints_changed)
        self.messages.action_chosen.connect(self._on_messages_action_chosen)
        self.context.bus.changed.connect(self._on_bus_changed)
        for keys, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            QShortcut(QKeySequence(keys), self).activated.connect(partial(self._move, step))

    def entered(self) -> None:
        """Let the arrows walk through the agenda."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def status(self) -> str:
        """Return whether what is typed in a dialog is kept; without one nothing."""
        return self.acts.status()

    def resume(self, draft_id: int) -> None:
        """Go on with a form that somebody left, once the page is filled."""
        self._resumed = draft_id
        if self._loaded is not None:
            self._go_on_where_left(self._loaded)

    def act_on(self, _item: TodayItem) -> None:
        """Stay at the agenda: what waits of a meeting is the meeting itself."""
        self.entered()

    # --- showing ---------------------------------------------------------------------------------------

    def _ask(self) -> None:
        self.context.runner.ask(partial(load, self._meeting_id), self._on_loaded, self._on_failed)

    def _on_loaded(self, loaded: Loaded) -> None:
        first = self._loaded is None
        chosen = self.list.current_id()
        self._loaded = loaded
        self.acts.begun = loaded.drafts
        self._show_head(loaded)
        self._show_notices(loaded)
        self.model.set_items(self._lines(loaded))
        wanted = loaded.details.items[0].id if first and loaded.details.items else chosen
        row = self.model.row_of(wanted) if wanted is not None else 0
        self.list.choose_row(max(row, 0))
        self._go_on_where_left(loaded)

    def _show_head(self, loaded: Loaded) -> None:
        details = loaded.details
        self.set_title(kind_words(details.kind), options.label("meeting_states", details.state).lower())
        people = words.count("participant", len(details.participants))
        told = (when(details.held_on, details.starts_at, loaded.today), details.place, people)
        self.set_summary(DOT.join(filter(None, told)))
        empty_out(self._action_row)
        for button, work in self._buttons(details):
            button.clicked.connect(partial(work, loaded))
            self._action_row.addWidget(button)

    def _buttons(
        self, details: MeetingDetails
    ) -> list[tuple[QuietButton | PrimaryButton, Callable[[Loaded], None]]]:
        if not self.may_write:
            return []
        paper = QuietButton(self.tr("On paper…"), keys="F", small=True)
        amend = QuietButton(self.tr("Day and place…"), small=True)
        if details.state != MeetingState.PLANNED:
            again = QuietButton(self.tr("Back to planned"), small=True)
            found = [(amend, self.acts.amend), (again, self.acts.reopen)]
            return [(paper, self.acts.print), *found] if details.state == MeetingState.HELD else [*found[1:]]
        away, held = QuietButton(self.tr("Call off…"), small=True), PrimaryButton(self.tr("Held…"), keys="H")
        more = QuietButton(self.tr("Add cases…"), keys="C", small=True)
        add = [(more, self.acts.add_cases)] if details.kind == MeetingKind.CASES else []
        return [
            *add,
            (paper, self.acts.print),
            (amend, self.acts.amend),
            (away, self.acts.cancel),
            (held, self.acts.hold),
        ]

    def _show_notices(self, loaded: Loaded) -> None:
        """Show what somebody began here and did not record."""
        self._notices.show_drafts(loaded.drafts, self._begun_words)

    def _begun_words(self, kept: DraftView) -> str:
        return {
            "meeting.report": self.tr("A report was begun and not recorded."),
            "meeting.share": self.tr("Who was told what was begun and not recorded."),
            "meeting.hold": self.tr("The end of the meeting was begun and not recorded."),
            "meeting.agree": self.tr("An agreement was begun and not recorded."),
            "meeting.amend": self.tr("Another day or place was begun and not recorded."),
            "meeting.cancel": self.tr("Why the meeting is called off was begun and not recorded."),
            "meeting.participant": self.tr("A participant was begun and not recorded."),
            "meeting.paper": self.tr("A paper was begun and not saved."),
        }.get(kept.form, self.tr("What became of an agreement was begun and not recorded."))

    def _lines(self, loaded: Loaded) -> list[tuple[int | None, Item]]:
        details = loaded.details
        people = words.count("participant", len(details.participants))
        about = Line(self.tr("The meeting"), DOT.join(filter(None, (people, details.chair))))
        cases: list[tuple[int | None, Item]] = [(one.id, self._line(one)) for one in details.items]
        title = self.tr("Agenda") if cases else self.tr("No case on the agenda yet")
        return [(_TABLE, about), (None, Group(title)), *cases]

    def _line(self, one: ItemView) -> Line:
        waiting = sum(before.done_on is None for before in one.before)
        told = self.tr("{count} to follow up").format(count=waiting) if waiting else one.question
        made = self.tr("{count} agreed").format(count=len(one.agreements)) if one.agreements else ""
        reason = DOT.join(filter(None, (one.reference, " ".join(told.split()), made)))
        mark = Mark.DONE if one.discussed else Mark.TASK
        clock = self.tr("discussed") if one.discussed else ""
        return Line(client_words(one), reason, clock, "", mark)

    def _show_chosen(self, row_id: int) -> None:
        empty_out(self._shown_lines)
        loaded = self._loaded
        if loaded is None:
            return
        item = next((one for one in loaded.details.items if one.id == row_id), None)
        self._show_keys(loaded.details, item)
        self._shown_lines.addWidget(self._table(loaded) if item is None else self._item(loaded, item))

    def _table(self, loaded: Loaded) -> TablePart:
        part = TablePart(loaded, may_write=self.may_write)
        part.invitation_wanted.connect(partial(self.acts.participant, loaded, None))
        part.amending_wanted.connect(partial(self.acts.participant, loaded))
        part.removal_wanted.connect(self._on_part_removal_wanted)
        return part

    def _item(self, loaded: Loaded, item: ItemView) -> ItemPart:
        part = ItemPart(loaded, item, may_write=self.may_write)
        part.report_wanted.connect(partial(self.acts.report, loaded, item))
        part.share_wanted.connect(partial(self.acts.share, loaded, item))
        part.agree_wanted.connect(partial(self.acts.agree, loaded, item))
        part.follow_wanted.connect(partial(self.acts.follow_up, loaded, item))
        part.removal_wanted.connect(partial(self.acts.remove_case, loaded, item))
        part.person_wanted.connect(partial(self.context.navigator.open_person, item.person_id))
        return part

    def _show_keys(self, details: MeetingDetails, item: ItemView | None) -> None:
        """Show the keys that work here: those of a case, or that of the table."""
        hints = [KeyHint("↑ ↓", self.tr("walk through the agenda"))]
        may_add = self.may_write and details.state != MeetingState.CANCELLED
        if may_add and item is None:
            hints.append(KeyHint("P", self.tr("add a participant")))
        if may_add and item is not None:
            hints += [
                KeyHint("V", self.tr("report")),
                KeyHint("D", self.tr("told to")),
                KeyHint("A", self.tr("agree")),
            ]
        if may_add and item is not None and details.state == MeetingState.PLANNED and len(details.items) > 1:
            hints.append(KeyHint("Alt+↑ ↓", self.tr("move")))
        self.set_keyhints(*hints)

    # --- what happens ----------------------------------------------------------------------------------

    def _go_on_where_left(self, loaded: Loaded) -> None:
        kept = next((draft for draft in loaded.drafts if draft.id == self._resumed), None)
        self._resumed = None
        if kept is not None and self.may_write:
            self.acts.go_on(loaded, kept)

    def _move(self, step: int) -> None:
        loaded, chosen = self._loaded, self.list.current_id()
        if loaded is not None and chosen and self.may_write:
            self.acts.move(loaded, loaded.details.item(chosen), step)

    @Slot(int)
    def _on_list_row_chosen(self, row_id: int) -> None:
        self._show_chosen(row_id)

    @Slot(int)
    def _on_list_row_opened(self, row_id: int) -> None:
        loaded = self._loaded
        if loaded is None or not self.may_write or loaded.details.state == MeetingState.CANCELLED:
            return
        if row_id == _TABLE:
            self.acts.amend(loaded)
        else:
            self.acts.report(loaded, loaded.details.item(row_id))

    @Slot(object)
    def _on_part_removal_wanted(self, one: object) -> None:
        if isinstance(one, ParticipantView):
            self.acts.remove_participant(one)

    def _go_on(self, kept: DraftView) -> None:
        if self._loaded is not None:
            self.acts.go_on(self._loaded, kept)

    @Slot()
    def _on_acts_dialog_closed(self) -> None:
        if self._loaded is not None:
            ask = partial(begun, self._meeting_id)
            self.context.runner.ask(ask, self._on_begun_arrived, self._on_failed)

    def _on_begun_arrived(self, drafts: Sequence[DraftView]) -> None:
        self.acts.begun = drafts
        if self._loaded is not None and list(drafts) != list(self._loaded.drafts):
            self._loaded = replace(self._loaded, drafts=drafts)
            self._show_notices(self._loaded)

    @Slot(str)
    def _on_acts_done(self, sentence: str) -> None:
        self._say_done(sentence)

    @Slot(str, object)
    def _on_acts_undoable(self, sentence: str, undo: object) -> None:
        if callable(undo):
            self._say_done(sentence, self.tr("Undo"), partial(self.acts.take_back, undo))

    def _say_done(self, sentence: str, action: str = "", offered: Callable[[], None] | None = None) -> None:
        self._offered = offered
        self.messages.show_message(Kind.DONE, sentence, action=action, undoes=bool(action))
        self.entered()

    @Slot()
    def _on_messages_action_chosen(self) -> None:
        offered, self._offered = self._offered, None
        if offered is not None:
            offered()

    @Slot(object)
    def _on_acts_failed(self, error: object) -> None:
        if isinstance(error, KnownError):
            self._on_failed(error)

    def _on_failed(self, error: KnownError) -> None:
        self.messages.show_message(Kind.ERROR, faults.sentence(error))

    @Slot(object)
    def _on_bus_changed(self, change: object) -> None:
        if not isinstance(change, Change) or self._loaded is None:
            return
        cases = {one.case_id for one in self._loaded.details.items}
        people = {one.person_id for one in self._loaded.details.items}
        if self._meeting_id in change.meetings or cases & change.cases or people & change.persons:
            self._ask()
