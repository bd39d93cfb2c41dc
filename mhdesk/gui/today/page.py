"""The page with what waits now."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mhdesk.domain.change import Change
from mhdesk.domain.people import Permission
from mhdesk.domain.views import SignalFilter, TodayItem, TodayKind
from mhdesk.errors import KnownError
from mhdesk.gui import faults
from mhdesk.gui.crisis import OwnNumbers
from mhdesk.gui.look import sizes
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals import payloads
from mhdesk.gui.today import drafts, lines
from mhdesk.gui.today.lines import Waiting
from mhdesk.gui.today.load_line import LoadLine
from mhdesk.gui.widgets.bars import KeyHint
from mhdesk.gui.widgets.buttons import QuietButton
from mhdesk.gui.widgets.labels import Section
from mhdesk.gui.widgets.list_view import ListView
from mhdesk.gui.widgets.messages import Kind, MessageBar
from mhdesk.gui.widgets.page import LIST, Page
from mhdesk.gui.widgets.rows import LinesModel
from mhdesk.gui.widgets.summary import EmptyState

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk

# The page names the time, and at midnight every clock moves on.
_MINUTE_MS: Final = 60_000

_Key = tuple[TodayKind, int | None, int | None, int | None, int | None]


def _fetch(desk: Desk) -> Waiting:
    from mhdesk.desk import drafts as kept
    from mhdesk.desk import quick_notes, signals, today

    items = tuple(today.items(desk))
    kinds = {item.kind for item in items}
    begun = kept.to_finish(desk) if TodayKind.DRAFT in kinds else []
    noted = quick_notes.open_notes(desk) if TodayKind.QUICK_NOTE in kinds else []
    behind = sorted({payloads.signal_of(draft.payload) for draft in begun} - {0})
    return Waiting(
        now=desk.now(),
        items=items,
        drafts={draft.id: draft for draft in begun},
        references={row.id: row.reference for row in signals.rows(desk, behind)},
        notes={one.draft.id: one.draft for one in noted},
        unreadable=tuple(faults.sentence(error) for error in quick_notes.unreadable(desk)),
        open_terms=today.count_open(desk),
        signals=desk.info().signals,
    )


def _take_in(after: str, desk: Desk) -> tuple[list[Change], str]:
    from mhdesk.desk import quick_notes

    return quick_notes.take_in_some(desk, after)


def _key(item: TodayItem) -> _Key:
    return item.kind, item.signal_id, item.involvement_id, item.draft_id, item.record_id


class TodayPage(Page):
    """List what waits in order of harm; Enter opens where it is done."""

    def __init__(self, context: PageContext) -> None:
        super().__init__("", shape=LIST, scrolls=False, side_gives_way=True)  # the numbers: also on top
        self._context = context
        self._waiting: Waiting | None = None
        self._rows: lines.Rows = []
        self._entering = False
        self._taking_in = False
        self._offered: int | None = None
        self.model = LinesModel(self)
        self.list = ListView(name=self.tr("Today"))
        self.list.setModel(self.model)
        self.unread = MessageBar()
        self._unread_place = QWidget()
        below = QVBoxLayout(self._unread_place)
        below.setContentsMargins(0, 0, 0, sizes.S16)
        below.addWidget(self.unread)
        self._unread_place.hide()
        self.import_button = QuietButton(self.tr("Take in a spreadsheet"))
        self.empty = EmptyState("", action=self.import_button)
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE_MS)
        self._fill()
        self._connect()

    def _fill(self) -> None:
        self.set_title(self.tr("Today"))
        self.main.add(self._unread_place)
        self.main.add(self.empty)
        self.main.add(self.list, stretch=1)
        self.empty.hide()
        self.main.addStretch()
        self.main.add(LoadLine(self._context))
        self.side.add(Section(self.tr("Call now"), small=True))
        self.side.add(OwnNumbers(self._context.runner, self._context.bus), before=sizes.S8)
        self.side.fill()

    def _connect(self) -> None:
        self.list.row_opened.connect(self._on_list_row_opened)
        self.messages.action_chosen.connect(self._on_messages_action_chosen)
        self.import_button.clicked.connect(self._on_import_button_clicked)
        self._minute.timeout.connect(self._on_minute_timeout)
        self._context.bus.changed.connect(self._on_bus_changed)

    def entered(self) -> None:
        """Ask again and let the arrows walk through the list."""
        self._entering = True
        self._ask()
        self._take_in()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._minute.start()
        self._enter_list()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._minute.stop()

    def _ask(self) -> None:
        self._context.runner.ask(_fetch, self._on_waiting_arrived, self._on_runner_failed)

    def _take_in(self, after: str = "") -> None:
        """Take in what colleagues noted quickly since the registry was opened, a few notes between other questions."""
        if after or not self._taking_in:
            self._taking_in = True
            work = partial(_take_in, after)
            self._context.runner.ask(work, self._on_notes_taken_in, self._on_notes_failed)

    def _on_notes_taken_in(self, taken: tuple[list[Change], str]) -> None:
        changes, after = taken
        self._taking_in = bool(after)
        if changes:
            self._context.bus.changed.emit(changes[-1])
        if after:
            self._take_in(after)

    def _on_notes_failed(self, error: KnownError) -> None:
        self._taking_in = False
        self._on_runner_failed(error)

    def _on_waiting_arrived(self, waiting: Waiting) -> None:
        self.set_summary(lines.summary_of(waiting))
        rows = lines.rows_of(waiting)
        chosen = self._chosen()
        first, self._waiting = self._waiting is None, waiting
        if rows != self._rows:
            self._show_rows(rows, chosen)
        self._show_empty(waiting)
        self._show_unreadable(waiting)
        self._offer_begun(waiting, first=first)
        self._enter_list()

    def _enter_list(self) -> None:
        """Focus the list once it is there: a list without rows, or not shown yet, loses the focus again."""
        if self._entering and self._rows and self.isVisible():
            self._entering = False
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer_begun(self, waiting: Waiting, *, first: bool) -> None:
        """Say after unlocking what somebody was doing, until that is done."""
        newest = next((one for one in waiting.drafts.values() if not one.begun_by), None)
        if first and newest is not None:
            self._offered = newest.id
            sentence = drafts.begun(newest, waiting.now)
            self.messages.show_message(Kind.QUESTION, sentence, action=self.tr("Go on"))
        elif self._offered is not None and self._offered not in waiting.drafts:
            self._offered = None
            self.messages.hide()

    def _show_unreadable(self, waiting: Waiting) -> None:
        """Say that somebody noted something that nobody has read yet, for as long as that is so."""
        sentence = next(iter(waiting.unreadable), "")
        self._unread_place.setVisible(bool(sentence))
        if sentence and self.unread.sentence() != sentence:
            self.unread.show_message(Kind.WARNING, sentence, closable=False)

    def _show_rows(self, rows: lines.Rows, chosen: TodayItem | None) -> None:
        """Show other rows; the cursor and what is in sight stay where they are."""
        scrolled = self.list.verticalScrollBar().value()
        self._rows = rows
        self.model.set_items(rows)
        row = self._row_of(chosen) if chosen else -1
        if row >= 0:
            self.list.choose_row(row)
            self.list.verticalScrollBar().setValue(scrolled)
        elif len(rows) > 1:
            self.list.choose_row(1)
            self.list.scrollToTop()

    def _chosen(self) -> TodayItem | None:
        place = self.list.current_id()
        return self._waiting.items[place] if self._waiting and place is not None else None

    def _row_of(self, wanted: TodayItem) -> int:
        items = self._waiting.items if self._waiting else ()
        places = (place for place, item in enumerate(items) if _key(item) == _key(wanted))
        return next((self.model.row_of(place) for place in places), -1)

    def _show_empty(self, waiting: Waiting) -> None:
        nothing = not self._rows
        self.list.setVisible(not nothing)
        self.empty.setVisible(nothing)
        self._show_keys(nothing)
        if not nothing:
            return
        first = waiting.signals == 0
        self.import_button.setVisible(first and self._context.user.may(Permission.IMPORT))
        if first:
            sentence = self.tr("There is no signal in this registry yet.")
            self.empty.set_words(sentence, self.tr("Record the first one with Ctrl+N."))
        else:
            more = self.tr("A term begins when somebody who must be informed is recorded.")
            self.empty.set_words(self.tr("Nothing waits for you now."), more)

    def _show_keys(self, nothing: bool) -> None:
        new = KeyHint("Ctrl+N", self.tr("new signal"))
        walk = (KeyHint("Enter", self.tr("open")), KeyHint("↑ ↓", self.tr("choose")))
        self.set_keyhints(*(() if nothing else walk), new)

    @Slot(int)
    def _on_list_row_opened(self, place: int) -> None:
        if self._waiting is not None:
            self._open(self._waiting, self._waiting.items[place])

    def _open(self, waiting: Waiting, item: TodayItem) -> None:
        navigator = self._context.navigator
        if item.kind is TodayKind.REVIEW_IMPORTED:
            navigator.show_signals(SignalFilter(to_review=True))
        elif item.kind in (TodayKind.DRAFT, TodayKind.QUICK_NOTE):
            self._open_draft(waiting, item.draft_id)
        elif item.signal_id is not None or item.person_id is not None or item.record_id is not None:
            navigator.act_on(item)

    def _open_draft(self, waiting: Waiting, draft_id: int | None) -> None:
        """Open the form of a new signal, or the signal or person on whose page the form goes on."""
        draft, navigator = waiting.drafts.get(draft_id or 0), self._context.navigator
        if draft is not None and payloads.belongs_to_person(draft.form):
            navigator.open_person(payloads.person_of(draft.payload))
        elif draft is not None and payloads.belongs_to_meeting(draft.form):
            navigator.open_meeting(payloads.meeting_of(draft.payload))
        elif draft is not None and payloads.belongs_to_organisation(draft.form):
            navigator.open_organisation(payloads.number_of(draft.payload, "organisation_id"))
        elif draft is not None and payloads.place_of(draft.form):
            navigator.resume(draft.id)
        elif draft is not None and payloads.belongs_to_signal(draft.form):
            navigator.open_signal(payloads.signal_of(draft.payload))
        else:
            navigator.new_signal(draft_id)

    @Slot()
    def _on_messages_action_chosen(self) -> None:
        if self._waiting is not None:
            self._open_draft(self._waiting, self._offered)

    @Slot()
    def _on_import_button_clicked(self) -> None:
        self._context.navigator.import_sheet()

    @Slot()
    def _on_minute_timeout(self) -> None:
        self._ask()
        self._take_in()

    @Slot(object)
    def _on_bus_changed(self, _change: object) -> None:
        if self.isVisible():
            self._ask()

    def _on_runner_failed(self, error: KnownError) -> None:
        self.messages.show_message(Kind.ERROR, faults.sentence(error))
