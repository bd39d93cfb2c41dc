"""The page of the network: who can help on top, and every organisation under it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mhdesk.domain.change import Change
from mhdesk.domain.finding_help import Match, Verdict, Wanted
from mhdesk.domain.network_views import NeedView
from mhdesk.domain.people import Permission
from mhdesk.domain.unmet import UnmetNeedDraft
from mhdesk.domain.views import DraftView
from mhdesk.errors import KnownError
from mhdesk.gui import faults
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.network import lines, work
from mhdesk.gui.network.aside import Aside
from mhdesk.gui.network.finder import Finder
from mhdesk.gui.network.lines import Subject
from mhdesk.gui.network.need_dialogs import (
    FORM_MET_OF_NOBODY,
    FORM_NEED_OF_NOBODY,
    MetDialog,
    MetTyped,
    NeedDialog,
    need_of,
)
from mhdesk.gui.network.organisation_dialogs import OrganisationDialog
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals.begun_bars import BegunBars
from mhdesk.gui.signals.blocks import column, empty_out
from mhdesk.gui.signals.loading import begun_at
from mhdesk.gui.signals.one_dialog import OneDialog
from mhdesk.gui.signals.payloads import fill, number_of
from mhdesk.gui.widgets.bars import KeyHint
from mhdesk.gui.widgets.buttons import QuietButton, SecondaryButton
from mhdesk.gui.widgets.fields import Check, TextEditor
from mhdesk.gui.widgets.labels import Label
from mhdesk.gui.widgets.list_view import ListView
from mhdesk.gui.widgets.messages import Kind
from mhdesk.gui.widgets.page import Page, Shape
from mhdesk.gui.widgets.rows import LinesModel
from mhdesk.gui.widgets.summary import EmptyState

_SHAPE = Shape(side=330, side_least=260, least=480, gap=48, line=True)
_FILTER_WIDTH = 220
FORM_NEW: Final = "network.organisation"


class NetworkPage(Page):
    """List organisations, or who can help with what the finder asks; ``wanted`` and ``person_id`` fill that in."""

    def __init__(
        self, context: PageContext, wanted: Wanted | None = None, person_id: int | None = None
    ) -> None:
        super().__init__("", shape=_SHAPE, scrolls=False)
        self._context = context
        self._person_id = person_id
        self._may_write = context.user.may(Permission.WRITE)
        self._listed: work.Listed | None = None
        self._found: work.Found | None = None
        self._subjects: list[Subject] = []
        self._stale = True
        self.acts = OneDialog(context, self)
        self.finder = Finder(context.info.municipalities)
        self.search = TextEditor(width=_FILTER_WIDTH, placeholder=self.tr("Name of an organisation"))
        self.missing_button = QuietButton(self.tr("What is missing"))
        self.ended = Check(self.tr("Also those that ended"))
        self.new_button = SecondaryButton(self.tr("Add an organisation"), keys="Ctrl+Shift+O")
        self.outcome = Label("", Type.STRONG)
        self.clear_button = QuietButton(self.tr("Look for nothing"), small=True)
        self.need_button = QuietButton(self.tr("Nobody found: record the unmet need"), keys="Ctrl+M")
        self.model = LinesModel(self)
        self.list = ListView(name=self.tr("Organisations"))
        self.empty = EmptyState("")
        self.begun = BegunBars(self._go_on, self.acts.throw_away)
        self._resumed: int | None = None
        self._aside = QWidget()
        self._aside_lines = column(self._aside, 0)
        self._fill()
        self._connect()
        self.finder.show_wanted(wanted)

    def _fill(self) -> None:
        self.set_title(self.tr("Network"))
        self.list.setModel(self.model)
        self.search.setAccessibleName(self.tr("Show only organisations with this in their name"))
        self.missing_button.setVisible(self._context.user.may(Permission.COUNT))
        for action in (self.missing_button, self.search, self.ended, self.new_button):
            self.add_title_action(action)
        self._head.summary_row.setAlignment(self.ended, Qt.AlignmentFlag.AlignVCenter)
        self.new_button.setVisible(self._may_write)
        outcome = QHBoxLayout()
        outcome.setSpacing(sizes.S24)
        outcome.addWidget(self.outcome)
        outcome.addWidget(self.clear_button)
        outcome.addStretch(1)
        outcome.addWidget(self.need_button)
        head = self._head.layout()
        if isinstance(head, QVBoxLayout):
            head.addSpacing(sizes.S8)
            head.addWidget(self.begun)
            head.addWidget(self.finder)
            head.addLayout(outcome)
        self.main.add(self.empty, before=sizes.S12)
        self.main.add(self.list, stretch=1)
        self.main.addStretch()
        self.side.add(self._aside)
        self.side.fill()
        self.empty.hide()

    def _connect(self) -> None:
        self.finder.changed.connect(self._on_finder_changed)
        self.search.edited.connect(self._show)
        self.ended.edited.connect(self._ask)
        self.new_button.clicked.connect(self._on_new_button_clicked)
        self.missing_button.clicked.connect(self._context.navigator.show_needs)
        self.clear_button.clicked.connect(self.finder.wipe)
        self.need_button.clicked.connect(self._on_need_button_clicked)
        self.list.row_opened.connect(self._on_list_row_opened)
        self.list.row_chosen.connect(self._on_list_row_chosen)
        self.acts.done.connect(self._on_acts_done)
        self.acts.failed.connect(self._on_failed)
        self.acts.kept_or_not.connect(self.keyhints_changed)
        self.acts.dialog_closed.connect(self._on_acts_dialog_closed)
        self._context.bus.changed.connect(self._on_bus_changed)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self._on_find_activated)
        self.set_keyhints(
            KeyHint("Enter", self.tr("open")),
            KeyHint("Ctrl+F", self.tr("find help")),
        )

    def entered(self) -> None:
        """Ask again if something was written since, and let the arrows walk through the list."""
        if self._stale:
            self._ask()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def status(self) -> str:
        """Return whether what is typed in a dialog is kept; without one nothing."""
        return self.acts.status()

    def resume(self, draft_id: int) -> None:
        """Go on with a form that somebody left, once the page is filled."""
        self._resumed = draft_id
        self._ask_begun()

    # --- asking and showing -------------------------------------------------------------------

    @Slot()
    def _ask(self) -> None:
        self._stale = False
        wanted, ask = self.finder.wanted(), self._context.runner.ask
        if wanted is None:
            self._found = None
        else:
            ask(partial(work.found, wanted), self._on_found, self._on_failed)
        ask(partial(work.listed, self.ended.isChecked()), self._on_listed, self._on_failed)

    def _on_listed(self, listed: work.Listed) -> None:
        self._listed = listed
        self._show()
        self._show_begun(listed.drafts)

    def _ask_begun(self) -> None:
        self._context.runner.ask(partial(begun_at, work.PLACE), self._show_begun, self._on_failed, owner=self)

    def _show_begun(self, drafts: Sequence[DraftView]) -> None:
        """Show what was begun here, and go on with what somebody was led to."""
        self.acts.begun = drafts
        self.begun.show_drafts(drafts, _begun_words)
        kept = next((one for one in drafts if one.id == self._resumed), None)
        if kept is not None and self._listed is not None:
            self._resumed = None
            self._go_on(kept)

    def _on_found(self, found: work.Found) -> None:
        if found.wanted == self.finder.wanted():
            self._found = found
            self._show()

    @Slot()
    def _show(self) -> None:
        """Show who can help, or the organisations while nothing is looked for; the cursor stays on its line."""
        if self._listed is None:
            return
        here = self._chosen()
        if self._found is not None:
            rows, self._subjects = lines.match_rows(self._found.matches, self._found.today)
        else:
            one = self._listed
            rows, self._subjects = lines.organisation_rows(one.rows, one.needs, self.search.text(), one.today)
        self.model.set_items(rows)
        keys = [lines.key_of(subject) for subject in self._subjects]
        place = keys.index(lines.key_of(here)) if here is not None and lines.key_of(here) in keys else 0
        if self._subjects:
            self.list.choose_row(self.model.row_of(place))
        self._show_words()
        if not self._subjects:
            empty_out(self._aside_lines)

    def _chosen(self) -> Subject | None:
        place = self.list.current_id()
        return self._subjects[place] if place is not None and place < len(self._subjects) else None

    def _show_words(self) -> None:
        """Say how many there are, and what to do where there is none."""
        looking = self._found is not None
        self.search.setEnabled(not looking)
        for widget in (self.outcome, self.clear_button):
            widget.setVisible(looking)
        self.need_button.setVisible(looking and self._may_write)
        self.list.setVisible(bool(self._subjects))
        self.empty.setVisible(not self._subjects)
        if self._found is not None:
            self.outcome.setText(self._outcome_words(self._found.matches))
            self.list.setAccessibleName(self.tr("Who can help"))
            self.empty.set_words(
                self.tr("No organisation has this on offer yet."),
                self.tr("Record what organisations offer on their page, or record that nothing was found."),
            )
        else:
            self.list.setAccessibleName(self.tr("Organisations"))
            self.empty.set_words(
                self.tr("No organisation of this name."), self.tr("Clear the name, or add the organisation.")
            )
        self.set_summary(self._count_words())

    def _count_words(self) -> str:
        count = len(self._listed.rows) if self._listed else 0
        one, more = self.tr("1 organisation"), self.tr("{count} organisations")
        return one if count == 1 else more.format(count=count)

    def _outcome_words(self, matches: tuple[Match, ...]) -> str:
        numbers = {verdict: sum(one.verdict is verdict for one in matches) for verdict in Verdict}
        told = self.tr("Fits: {fits} · ask: {ask} · does not fit: {unfit}")
        return told.format(fits=numbers[Verdict.FITS], ask=numbers[Verdict.ASK], unfit=numbers[Verdict.UNFIT])

    # --- what happens ---------------------------------------------------------------------------

    @Slot(int)
    def _on_list_row_chosen(self, place: int) -> None:
        empty_out(self._aside_lines)
        if self._listed is None or not 0 <= place < len(self._subjects):
            return
        aside = Aside(self._subjects[place], self._listed.today, may_write=self._may_write)
        aside.opened.connect(partial(self._on_list_row_opened, place))
        aside.met.connect(self._on_aside_met)
        self._aside_lines.addWidget(aside)

    @Slot(int)
    def _on_list_row_opened(self, place: int) -> None:
        subject = self._subjects[place]
        navigator = self._context.navigator
        if isinstance(subject, Match):
            navigator.open_organisation(subject.offer.organisation_id)
        elif not isinstance(subject, NeedView):
            navigator.open_organisation(subject.id)
        elif subject.person_id is not None:
            navigator.open_person(subject.person_id)
        elif self._may_write:
            self._on_aside_met()

    @Slot()
    def _on_aside_met(self) -> None:
        need = self._chosen()
        if isinstance(need, NeedView):
            self._ask_how_met(need)

    def _ask_how_met(self, need: NeedView) -> None:
        if self._listed is None:
            return
        kept = self.acts.kept(FORM_MET_OF_NOBODY, lambda payload: number_of(payload, "need_id") == need.id)
        typed, number = (fill(MetTyped, kept.payload), kept.id) if kept else (None, None)
        today = self._listed.today
        dialog = MetDialog(self._context, need, today, self, typed=typed, draft_id=number)
        self.acts.show_form(dialog, self.tr("Recorded that it was found."))

    @Slot()
    def _on_acts_dialog_closed(self) -> None:
        self._ask_begun()

    def _go_on(self, kept: DraftView) -> None:
        if self._listed is None or not self._may_write:
            return
        if kept.form == FORM_NEW:
            self._ask_new(self._listed.today, kept)
        elif kept.form == FORM_NEED_OF_NOBODY:
            self._ask_need(fill(UnmetNeedDraft, kept.payload), self._listed.today, kept)
        elif kept.form == FORM_MET_OF_NOBODY:
            self._go_on_met(number_of(kept.payload, "need_id"))

    def _go_on_met(self, number: int) -> None:
        needs = self._listed.needs if self._listed is not None else ()
        need = next((one for one in needs if one.id == number), None)
        if need is not None:
            self._ask_how_met(need)
        else:
            gone = self.tr("This was found after all already. What was typed about it can be thrown away.")
            self.messages.show_message(Kind.QUESTION, gone)

    @Slot()
    def _on_finder_changed(self) -> None:
        self._ask()

    @Slot()
    def _on_find_activated(self) -> None:
        self.finder.purpose.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _on_new_button_clicked(self) -> None:
        if self._listed is not None:
            self._ask_new(self._listed.today, self.acts.kept(FORM_NEW))

    def _ask_new(self, today: date, kept: DraftView | None) -> None:
        dialog = OrganisationDialog(self._context, None, today, self)
        dialog.keep_told(FORM_NEW, {}, kept)
        self.acts.show(dialog, self._on_organisation_added)

    def _on_organisation_added(self, change: object) -> None:
        self.acts.tell(self.tr("The organisation is recorded."), change)
        if isinstance(change, Change) and change.created is not None:
            number = change.created
            QTimer.singleShot(0, self, partial(self._context.navigator.open_organisation, number))

    @Slot()
    def _on_need_button_clicked(self) -> None:
        wanted = self.finder.wanted()
        if self._listed is None or wanted is None:
            return
        draft: UnmetNeedDraft = need_of(wanted, self._person_id, self._listed.today)
        self._ask_need(draft, self._listed.today, None)

    def _ask_need(self, draft: UnmetNeedDraft, today: date, kept: DraftView | None) -> None:
        dialog = NeedDialog(self._context, draft, today, self, draft_id=kept.id if kept else None)
        self.acts.show_form(dialog, self.tr("The unmet need is recorded. It counts in what is missing."))

    @Slot(str)
    def _on_acts_done(self, sentence: str) -> None:
        self.messages.show_message(Kind.DONE, sentence)

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        if isinstance(error, KnownError):
            self.messages.show_message(Kind.ERROR, faults.sentence(error))

    @Slot(object)
    def _on_bus_changed(self, change: object) -> None:
        """Ask again when the network changed, or somebody's need."""
        if not isinstance(change, Change):
            return
        if change.organisations or change.verb.startswith("need."):
            self._stale = True
            if self.isVisible():
                self._ask()
        elif change.verb.startswith("draft.") and self.acts.dialog() is None and self.isVisible():
            self._ask_begun()


def _begun_words(kept: DraftView) -> str:
    return {
        FORM_NEW: QCoreApplication.translate("NetworkPage", "A new organisation is kept as a draft."),
        FORM_NEED_OF_NOBODY: QCoreApplication.translate(
            "NetworkPage", "Help that was not found is kept as a draft."
        ),
    }.get(
        kept.form,
        QCoreApplication.translate("NetworkPage", "Help that was found after all is kept as a draft."),
    )
