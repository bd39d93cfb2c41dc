"""The page of one organisation: how to reach it, what it offers, what was agreed, how it went."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from mhdesk.domain.change import Change
from mhdesk.domain.network_views import OrganisationDetails
from mhdesk.domain.people import Permission
from mhdesk.domain.views import DraftView
from mhdesk.errors import KnownError
from mhdesk.gui import faults, words
from mhdesk.gui.look import sizes
from mhdesk.gui.look.roles import Role
from mhdesk.gui.network import blocks, work
from mhdesk.gui.network.acts import OrganisationActs, begun_words
from mhdesk.gui.network.history import history_block
from mhdesk.gui.network.work import Shown
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals import options
from mhdesk.gui.signals.begun_bars import BegunBars
from mhdesk.gui.signals.blocks import column, empty_out, facts
from mhdesk.gui.widgets.bars import KeyHint
from mhdesk.gui.widgets.buttons import QuietButton
from mhdesk.gui.widgets.labels import Hairline, Paragraph, Section
from mhdesk.gui.widgets.messages import Kind
from mhdesk.gui.widgets.page import CASE, Page


class OrganisationPage(Page):
    """Show one organisation. The page asks again when somebody wrote about it."""

    def __init__(self, context: PageContext, organisation_id: int) -> None:
        super().__init__("", shape=CASE)
        self._context = context
        self._number = organisation_id
        self.shown: Shown | None = None
        self._offered: Callable[[], None] | None = None
        self._may_write = context.user.may(Permission.WRITE)
        self._resumed: int | None = None
        self.acts = OrganisationActs(context, self)
        self.begun = BegunBars(self._go_on, self.acts.throw_away)
        self._blocks, self._aside = QWidget(), QWidget()
        self._block_lines, self._aside_lines = column(self._blocks, 0), column(self._aside, 0)
        self.amend_button = QuietButton(self.tr("Amend"), keys="A", small=True)
        self.end_button = QuietButton(self.tr("End…"), small=True)
        self._fill()
        self._connect()
        self._ask()

    def _fill(self) -> None:
        self.amend_button.setAccessibleName(self.tr("Amend what is known of this organisation"))
        self.end_button.setAccessibleName(self.tr("End this organisation"))
        for action in (self.amend_button, self.end_button):
            self.add_title_action(action)
            action.hide()
        self.main.add(self.begun)
        self.main.add(self._blocks)
        self.main.fill()
        self.side.add(self._aside)
        self.side.fill()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _connect(self) -> None:
        self.amend_button.clicked.connect(self._on_amend_button_clicked)
        self.end_button.clicked.connect(self._on_end_button_clicked)
        self.acts.done.connect(self._on_acts_done)
        self.acts.undoable.connect(self._on_acts_undoable)
        self.acts.failed.connect(self._on_failed)
        self.acts.kept_or_not.connect(self.keyhints_changed)
        self.acts.dialog_closed.connect(self._on_acts_dialog_closed)
        self.messages.action_chosen.connect(self._on_messages_action_chosen)
        self._context.bus.changed.connect(self._on_bus_changed)

    def entered(self) -> None:
        """Take the focus, so that the keys of the page work."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def status(self) -> str:
        """Return whether what is typed in a dialog is kept; without one nothing."""
        return self.acts.status()

    def resume(self, draft_id: int) -> None:
        """Go on with a form that somebody left, once the page is filled."""
        self._resumed = draft_id
        if self.shown is not None:
            self._go_on_where_left(self.shown.drafts)

    # --- showing ----------------------------------------------------------------------------------

    def _ask(self) -> None:
        self._context.runner.ask(partial(work.shown, self._number), self._on_shown, self._on_failed)

    def _on_shown(self, shown: Shown) -> None:
        lost = self.isAncestorOf(self.window().focusWidget())
        self.shown = shown
        self._show_head(shown)
        self._show_blocks(shown)
        self._show_beside(shown)
        if self._may_write:
            self.set_keyhints(KeyHint("A", self.tr("amend")), KeyHint("W", self.tr("add an offer")))
        if lost:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_begun(shown.drafts)
        self._go_on_where_left(shown.drafts)

    def _show_begun(self, drafts: Sequence[DraftView]) -> None:
        self.acts.begun = drafts
        self.begun.show_drafts(drafts, begun_words)

    def _go_on_where_left(self, drafts: Sequence[DraftView]) -> None:
        kept = next((one for one in drafts if one.id == self._resumed), None)
        self._resumed = None
        if kept is not None:
            self._go_on(kept)

    def _show_head(self, shown: Shown) -> None:
        one = shown.one
        self.set_title(one.name, over=options.label("organisation_groups", one.group))
        self.setAccessibleName(one.name)
        summary = one.phone or self.tr("No telephone number recorded")
        if one.ended_on is not None:
            told = self.tr("Ended on {day}: it is no choice any more.")
            summary = told.format(day=words.short_day(one.ended_on, shown.today))
        self.set_summary(summary)
        self.end_button.setText(self.tr("Take the end back") if one.ended_on else self.tr("End…"))
        for action in (self.amend_button, self.end_button):
            action.setVisible(self._may_write)

    def _show_blocks(self, shown: Shown) -> None:
        empty_out(self._block_lines)
        for number, make in enumerate((blocks.offers_block, blocks.contacts_block, blocks.experiences_block)):
            if number:
                self._block_lines.addSpacing(sizes.S24)
                self._block_lines.addWidget(Hairline())
                self._block_lines.addSpacing(sizes.S16)
            self._block_lines.addWidget(make(shown, self.acts, may_write=self._may_write))
        if (before := history_block(shown.one, shown.today)) is not None:
            self._block_lines.addSpacing(sizes.S24)
            self._block_lines.addWidget(Hairline())
            self._block_lines.addSpacing(sizes.S16)
            self._block_lines.addWidget(before)

    def _show_beside(self, shown: Shown) -> None:
        empty_out(self._aside_lines)
        one = shown.one
        self._aside_lines.addWidget(Section(self.tr("How to reach it"), small=True))
        self._aside_lines.addSpacing(sizes.S8)
        self._aside_lines.addLayout(facts(self._facts(one)))
        if one.note:
            self._aside_lines.addSpacing(sizes.S12)
            self._aside_lines.addWidget(Paragraph(one.note))
        self._aside_lines.addSpacing(sizes.S32)
        self._aside_lines.addWidget(blocks.covenants_block(shown, self.acts, may_write=self._may_write))
        self._aside_lines.addSpacing(sizes.S32)
        self._aside_lines.addWidget(Section(self.tr("Referrals"), small=True))
        self._aside_lines.addSpacing(sizes.S8)
        states = [
            (options.label("referral_states", state), words.locale().toString(count))
            for state, count in one.referrals
        ]
        self._aside_lines.addLayout(facts(states))
        if not states:
            nobody = self.tr("Nobody was referred here yet.")
            self._aside_lines.addWidget(Paragraph(nobody, role=Role.SECOND))

    def _facts(self, one: OrganisationDetails) -> list[tuple[str, str]]:
        side = options.label("organisation_sides", one.side) if one.side else self.tr("as its group")
        return [
            (self.tr("Phone"), one.phone),
            (self.tr("E-mail"), one.email),
            (self.tr("Address"), one.address),
            (self.tr("Side of the wall"), side),
        ]

    # --- what happens -----------------------------------------------------------------------------

    @Slot()
    def _on_amend_button_clicked(self) -> None:
        if self.shown is not None:
            self.acts.amend(self.shown)

    @Slot()
    def _on_end_button_clicked(self) -> None:
        if self.shown is None:
            return
        if self.shown.one.ended_on is None:
            self.acts.end(self.shown, "organisation", self._number, self.shown.one.name)
        else:
            self.acts.resume("organisation", self._number)

    @Slot(str)
    def _on_acts_done(self, sentence: str) -> None:
        self._offered = None
        self.messages.show_message(Kind.DONE, sentence)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_acts_dialog_closed(self) -> None:
        self._ask_begun()

    def _ask_begun(self) -> None:
        self._context.runner.ask(partial(work.begun, self._number), self._show_begun, self._on_failed)

    def _go_on(self, kept: DraftView) -> None:
        if self.shown is not None and self._may_write:
            self.acts.go_on(self.shown, kept)

    @Slot(str, object)
    def _on_acts_undoable(self, sentence: str, undo: object) -> None:
        self._offered = undo if callable(undo) else None
        self.messages.show_message(Kind.DONE, sentence, action=self.tr("Undo"), undoes=True)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_messages_action_chosen(self) -> None:
        offered, self._offered = self._offered, None
        if offered is not None:
            offered()

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        if isinstance(error, KnownError):
            self.messages.show_message(Kind.ERROR, faults.sentence(error))

    @Slot(object)
    def _on_bus_changed(self, change: object) -> None:
        if not isinstance(change, Change):
            return
        if self._number in change.organisations or change.referrals:
            self._ask()
        elif change.verb.startswith("draft.") and self.acts.dialog() is None:
            self._ask_begun()
