"""The page of one person: everything over all signals and years, the case, and what can be done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mhdesk.domain.change import Change
from mhdesk.domain.data_requests import Asked, restricted_since
from mhdesk.domain.people import Permission
from mhdesk.domain.persons import PersonDetails
from mhdesk.domain.timeline import Event
from mhdesk.domain.views import DraftView, TodayItem
from mhdesk.errors import KnownError
from mhdesk.gui import faults, words
from mhdesk.gui.look import sizes
from mhdesk.gui.persons import opening
from mhdesk.gui.persons.acts import PersonActs
from mhdesk.gui.persons.leading import lead_to
from mhdesk.gui.persons.loading import Loaded, begun, complete, first
from mhdesk.gui.persons.naming import aside_words, name_words
from mhdesk.gui.persons.person_parts import Tab, parts_beside, parts_of
from mhdesk.gui.persons.timeline_view import TimelineView
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals.blocks import column, empty_out
from mhdesk.gui.signals.correcting import Outcome
from mhdesk.gui.signals.naming import DOT
from mhdesk.gui.widgets.bars import KeyHint
from mhdesk.gui.widgets.buttons import QuietButton
from mhdesk.gui.widgets.labels import Hairline
from mhdesk.gui.widgets.messages import Kind, MessageBar
from mhdesk.gui.widgets.page import CASE, Page
from mhdesk.gui.widgets.tabs import Tabs

_TABS: Final = tuple(Tab)


class PersonPage(Page):
    """Show one person. The page asks again when somebody wrote about her or him.

    What stands in the tabs and beside them are blocks, see `person_parts`; their dialogs are opened by `acts`.
    """

    def __init__(self, context: PageContext, person_id: int) -> None:
        super().__init__("", shape=CASE, scrolls=False)
        self.context = context
        self.person_id = person_id
        self._loaded: Loaded | None = None
        self._resumed: int | None = None
        self._waits: TodayItem | None = None
        self._offered: Callable[[], None] | None = None
        self.may_write = context.user.may(Permission.WRITE)
        self.may_decide = context.user.may(Permission.DECIDE)
        self.acts = PersonActs(context, self)
        self.tabs = Tabs(self.tr("Parts of this page"))
        self.timeline = TimelineView()
        self._notices, self._blocks, self._aside = QWidget(), QWidget(), QWidget()
        self._notice_lines = column(self._notices, sizes.S8)
        self._block_lines = column(self._blocks, 0)
        self._aside_lines = column(self._aside, 0)
        self.amend_button = QuietButton(self.tr("Amend"), keys="A", small=True)
        self._fill()
        self._connect()
        self._ask()

    def _fill(self) -> None:
        self.amend_button.setAccessibleName(self.tr("Amend what is known of this person"))
        self.add_title_action(self.amend_button)
        self.amend_button.hide()
        for word in self._tab_words():
            self.tabs.addTab(word)
        head = self._head.layout()
        if isinstance(head, QVBoxLayout):
            head.addWidget(self._notices)
            head.addSpacing(sizes.S8)
            head.addWidget(self.tabs)
        self._notices.hide()
        # The bar of a long tab takes the room that is kept at the right, and nothing of the text.
        self._main_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.main.add(self.timeline, stretch=1)
        self.main.add(self._blocks)
        self._blocks.hide()
        self.main.addStretch()
        self.side.add(self._aside)
        self.side.fill()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _tab_words(self) -> tuple[str, ...]:
        return self.tr("Course"), self.tr("Case"), self.tr("Help"), self.tr("Person")

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._on_tabs_current_changed)
        self.timeline.opened.connect(self._on_timeline_opened)
        self.amend_button.clicked.connect(self._on_amend_button_clicked)
        self.acts.done.connect(self._on_acts_done)
        self.acts.failed.connect(self._on_acts_failed)
        self.acts.dialog_closed.connect(self._on_acts_dialog_closed)
        self.acts.kept_or_not.connect(self.keyhints_changed)
        self.acts.correct.corrected.connect(self._on_correct_corrected)
        self.acts.correct.failed.connect(self._on_acts_failed)
        self.messages.action_chosen.connect(self._on_messages_action_chosen)
        self.context.bus.changed.connect(self._on_bus_changed)
        for keys, step in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            QShortcut(QKeySequence(keys), self).activated.connect(partial(self._step, step))

    def entered(self) -> None:
        """Let the arrows walk through what happened."""
        self.timeline.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def status(self) -> str:
        """Return whether what is typed in a dialog is kept; without one nothing."""
        return self.acts.status()

    def resume(self, draft_id: int) -> None:
        """Go on with a form that somebody left, once the page is filled."""
        self._resumed = draft_id
        if self._loaded is not None and self._loaded.whole:
            self._go_on_where_left(self._loaded)

    def act_on(self, item: TodayItem) -> None:
        """Open the form that does what waits, once the page is filled."""
        self._waits = item
        if self._loaded is not None and self._loaded.whole:
            self._go_on_where_left(self._loaded)

    def _go_on_where_left(self, loaded: Loaded) -> None:
        waits, self._waits = self._waits, None
        if waits is not None:
            opening.act_on(self, loaded, waits)
        kept = next((draft for draft in loaded.drafts if draft.id == self._resumed), None)
        self._resumed = None
        if kept is not None:
            opening.go_on(self, loaded, kept)

    # --- showing --------------------------------------------------------------------------------

    def show_tab(self, tab: Tab) -> None:
        """Show one of the tabs."""
        self.tabs.setCurrentIndex(_TABS.index(tab))

    def _tab(self) -> Tab:
        return _TABS[self.tabs.currentIndex()]

    def _step(self, step: int) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + step) % self.tabs.count())

    def _ask(self) -> None:
        self.context.runner.ask(partial(first, self.person_id), self._on_first_arrived, self._on_load_failed)

    def _on_first_arrived(self, loaded: Loaded) -> None:
        """Show who this is and what happened, and only then ask for what the blocks show."""
        lost = self.isAncestorOf(self.window().focusWidget())
        self._loaded = loaded
        self.person_id = loaded.details.id
        self.acts.begun = loaded.drafts
        self._show_head(loaded.details, loaded)
        self._show_notices(loaded)
        self.timeline.show_person(loaded.details, loaded.today)
        _show_under_each_other(self._aside_lines, parts_beside(self, loaded))
        self.set_keyhints(*self._hints_here())
        if lost:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.context.runner.ask(partial(complete, loaded), self._on_rest_arrived, self._on_failed)

    def _on_rest_arrived(self, loaded: Loaded) -> None:
        """Show the blocks, unless the person was asked for anew meanwhile."""
        if self._loaded is None or self._loaded.details is not loaded.details:
            return
        lost = self._blocks.isAncestorOf(self.window().focusWidget())
        self._loaded = replace(self._loaded, more=loaded.more, whole=True)
        self._show_blocks(self._loaded)
        if _restricted(self._loaded):
            self._show_notices(self._loaded)
        if lost:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._go_on_where_left(self._loaded)

    def _show_head(self, details: PersonDetails, loaded: Loaded) -> None:
        self.set_title(name_words(details), aside_words(details), self._over(details, loaded))
        self.setAccessibleName(name_words(details))
        self.set_summary(self._sum_up(details, loaded))
        self.amend_button.setVisible(self.may_write and bool(details.roles))

    def _over(self, details: PersonDetails, loaded: Loaded) -> str:
        """Return the line above the name: the case, who coordinates, since when."""
        case = details.case
        if case is None:
            return self.tr("No case")
        if case.closed_on is not None:
            day = words.short_day(case.closed_on, loaded.today)
            return DOT.join((case.reference, self.tr("closed on {day}").format(day=day)))
        who = self.tr("care coordinator {name}").format(name=case.coordinator)
        since = self.tr("since {day}").format(day=words.short_day(case.opened_on, loaded.today))
        return DOT.join((case.reference, who, since))

    def _sum_up(self, details: PersonDetails, loaded: Loaded) -> str:
        if not details.roles:
            return self.tr("Concerned in no signal")
        signals = words.sentence_case(words.count("signal", len(details.signal_ids())))
        newest = words.weekday_day(details.roles[0].received_on, loaded.today)
        return DOT.join((signals, self.tr("the newest of {day}").format(day=newest)))

    def _show_notices(self, loaded: Loaded) -> None:
        """Show how to call safely above everything with a phone number, then what somebody began."""
        empty_out(self._notice_lines)
        if loaded.details.safe_contact:
            bar = MessageBar()
            self._notice_lines.addWidget(bar)
            rule, lead = loaded.details.safe_contact, self.tr("Safe contact")
            bar.show_message(Kind.SAFETY, rule, lead=lead, closable=False)
        if since := _restricted(loaded):
            told = self.tr(
                "Processing is restricted since {day} (AVG art. 18). Keep these data, and do nothing else with them"
                " without consent or a weighty reason."
            )
            self._add_warning(told.format(day=words.weekday_day(since, loaded.today)))
        if loaded.details.in_both_roles():
            self._add_warning(
                self.tr("Victim and aggressor at once. What is meant for one role says nothing of the other.")
            )
        for kept in loaded.drafts:
            self._add_begun(kept)
        self._notices.setVisible(self._notice_lines.count() > 0)

    def _add_warning(self, sentence: str) -> None:
        bar = MessageBar()
        self._notice_lines.addWidget(bar)
        bar.show_message(Kind.WARNING, sentence, closable=False)

    def _add_begun(self, kept: DraftView) -> None:
        bar, away = MessageBar(), QuietButton(self.tr("Throw away"), small=True)
        bar.show_message(Kind.QUESTION, opening.begun_words(kept), action=self.tr("Go on"), closable=False)
        bar.action_chosen.connect(partial(self._go_on, kept))
        away.clicked.connect(partial(self.acts.throw_away, kept))
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.S16)
        row.addWidget(bar, 1)
        row.addWidget(away)
        self._notice_lines.addWidget(line)

    def _show_blocks(self, loaded: Loaded) -> None:
        """Show the blocks of the chosen tab; those of the others are made when they are asked for."""
        course = self._tab() is Tab.COURSE
        self.timeline.setVisible(course)
        self._blocks.setVisible(not course)
        for place, grows in ((0, course), (self.main.count() - 1, not course)):
            self.main.setStretch(place, int(grows))
        _show_under_each_other(self._block_lines, parts_of(self._tab(), self, loaded) if loaded.whole else [])

    def _hints_here(self) -> list[KeyHint]:
        hints = [KeyHint("Ctrl+PgDown", self.tr("next part"))]
        if self.may_write:
            hints.insert(0, KeyHint("A", self.tr("amend")))
        return hints

    # --- what happens ---------------------------------------------------------------------------

    @Slot(int)
    def _on_tabs_current_changed(self, _index: int) -> None:
        """Show the other blocks; the focus must not stay on what is gone."""
        if self._loaded is not None:
            self.tabs.setFocus(Qt.FocusReason.OtherFocusReason)
            self._show_blocks(self._loaded)

    @Slot(object)
    def _on_timeline_opened(self, event: object) -> None:
        if isinstance(event, Event):
            lead_to(self, event)

    @Slot()
    def _on_amend_button_clicked(self) -> None:
        if self._loaded is not None:
            self.acts.amend(self._loaded)

    def _go_on(self, kept: DraftView) -> None:
        if self._loaded is not None and self._loaded.whole:
            opening.go_on(self, self._loaded, kept)

    @Slot()
    def _on_acts_dialog_closed(self) -> None:
        self._ask_begun()

    def _ask_begun(self) -> None:
        if self._loaded is not None:
            self.context.runner.ask(partial(begun, self.person_id), self._on_begun_arrived, self._on_failed)

    def _on_begun_arrived(self, drafts: Sequence[DraftView]) -> None:
        self.acts.begun = drafts
        if self._loaded is not None and list(drafts) != list(self._loaded.drafts):
            self._loaded = replace(self._loaded, drafts=drafts)
            self._show_notices(self._loaded)

    def say_done(self, sentence: str, undo: Callable[[], None] | None = None) -> None:
        """Say what was done, and offer to undo it where that is known."""
        self._offered = undo
        action = self.tr("Undo") if undo is not None else ""
        self.messages.show_message(Kind.DONE, sentence, action=action, undoes=undo is not None)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_failed(self, error: KnownError) -> None:
        self.messages.show_message(Kind.ERROR, faults.sentence(error))

    def _on_load_failed(self, error: KnownError) -> None:
        """Show nothing any more of somebody who is gone."""
        self._loaded = None
        for lines in (self._notice_lines, self._block_lines, self._aside_lines):
            empty_out(lines)
        self.timeline.wipe()
        self._notices.hide()
        self.amend_button.hide()
        self.set_title(self.title if not self._is_gone(error) else "")
        self.set_summary("")
        self.set_keyhints()
        self._on_failed(error)

    @staticmethod
    def _is_gone(error: KnownError) -> bool:
        return error.code == "person.not_here"

    @Slot(str)
    def _on_acts_done(self, sentence: str) -> None:
        self.say_done(sentence)

    @Slot(object)
    def _on_acts_failed(self, error: object) -> None:
        if isinstance(error, KnownError):
            self._on_failed(error)

    @Slot(object)
    def _on_correct_corrected(self, outcome: object) -> None:
        if isinstance(outcome, Outcome):
            undo = partial(self.acts.correct.take_back, outcome.undo) if outcome.undo else None
            self.say_done(outcome.sentence, undo)

    @Slot()
    def _on_messages_action_chosen(self) -> None:
        offered, self._offered = self._offered, None
        if offered is not None:
            offered()

    @Slot(object)
    def _on_bus_changed(self, change: object) -> None:
        if not isinstance(change, Change) or self._loaded is None:
            return
        if change.verb.startswith("draft."):
            if self.acts.dialog() is None:  # while somebody types, nothing is said behind the dialog
                self._ask_begun()
        elif self._concerns(change, self._loaded.details):
            self._ask()

    def _concerns(self, change: Change, details: PersonDetails) -> bool:
        case = details.case
        return (
            self.person_id in change.persons
            or bool(change.signals & details.signal_ids())
            or (case is not None and case.id in change.cases)
        )


def _restricted(loaded: Loaded) -> date | None:
    """Return since when the data of this person may only be kept; None also while that is still read."""
    asked = loaded.of(Asked)
    return restricted_since(asked.requests) if asked else None


def _show_under_each_other(lines: QVBoxLayout, parts: Sequence[QWidget]) -> None:
    empty_out(lines)
    for number, part in enumerate(parts):
        if number:
            lines.addSpacing(sizes.S24)
            lines.addWidget(Hairline())
            lines.addSpacing(sizes.S16)
        lines.addWidget(part)
