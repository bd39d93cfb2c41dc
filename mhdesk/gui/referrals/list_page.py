"""The page with the list of referrals."""

from __future__ import annotations

from array import array
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut

from mhdesk.domain.change import Change
from mhdesk.domain.referral_list import ReferralFilter, ReferralRow
from mhdesk.domain.views import OrganisationView
from mhdesk.errors import KnownError
from mhdesk.gui import faults, words
from mhdesk.gui.look import sizes
from mhdesk.gui.referrals.list_filters import ReferralFilters
from mhdesk.gui.referrals.list_model import ReferralTableModel
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.widgets.bars import KeyHint
from mhdesk.gui.widgets.long_list import LongListView
from mhdesk.gui.widgets.messages import Kind
from mhdesk.gui.widgets.page import Page
from mhdesk.gui.widgets.summary import EmptyState

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk


def _ids(wanted: ReferralFilter, desk: Desk) -> array[int]:
    from mhdesk.desk import referral_list

    return referral_list.ids(desk, wanted)


def _row(referral_id: int, desk: Desk) -> list[ReferralRow]:
    from mhdesk.desk import referral_list

    return referral_list.rows(desk, [referral_id])


def _organisations(desk: Desk) -> list[OrganisationView]:
    from mhdesk.desk import referring

    return referring.all_organisations(desk)


class ReferralsPage(Page):
    """List referrals, those that wait first; Enter opens the signal in which it was made."""

    def __init__(self, context: PageContext) -> None:
        super().__init__("", scrolls=False)
        self._context = context
        self._stale = True
        self.filters = ReferralFilters()
        self.model = ReferralTableModel(context.runner, self._on_runner_failed, self)
        self.list = LongListView(name=self.tr("Referrals"))
        self.list.setModel(self.model)
        self.empty = EmptyState("")
        self.set_title(self.tr("Referrals"))
        self.add_title_action(self.filters.clear)
        self.main.add(self.filters)
        self.main.add(self.empty, before=sizes.S12)
        self.main.add(self.list, stretch=1)
        self.empty.hide()
        self.main.addStretch()
        self._connect()

    def _connect(self) -> None:
        self.filters.changed.connect(self._ask)
        self.list.row_opened.connect(self._on_list_row_opened)
        self._context.bus.changed.connect(self._on_bus_changed)
        find = QShortcut(QKeySequence("Ctrl+F"), self)
        find.activated.connect(self._on_find_activated)
        self.set_keyhints(KeyHint("Enter", self.tr("open")), KeyHint("Ctrl+F", self.tr("filter")))

    def entered(self) -> None:
        """Ask again if something was written since, and let the arrows walk through the list."""
        if self._stale:
            offer = self.filters.offer_organisations
            self._context.runner.ask(_organisations, offer, self._on_runner_failed)
            self._ask()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _ask(self) -> None:
        self._stale = False
        wanted = self.filters.chosen()
        then = partial(self._on_ids_arrived, wanted)
        self._context.runner.ask(partial(_ids, wanted), then, self._on_runner_failed)

    def _on_ids_arrived(self, wanted: ReferralFilter, ids: array[int]) -> None:
        """Show the ids, unless another question was asked since; the cursor stays on its referral."""
        if wanted != self.filters.chosen():
            return
        chosen = self.list.current_id()
        if self.model.set_ids(ids) and ids:
            row = self.model.row_of(chosen) if chosen is not None else -1
            self.list.choose_row(max(row, 0))
        self._show_count(len(ids))

    def _show_count(self, count: int) -> None:
        told = words.sentence_case(words.count("referral", count)) if count else self.tr("No referrals")
        self.set_summary(told)
        if count == 0 and self.list.hasFocus():
            self.filters.shown.setFocus(Qt.FocusReason.OtherFocusReason)
        self.list.setVisible(count > 0)
        self.empty.setVisible(count == 0)
        if count:
            return
        if self.filters.is_narrowing():
            told = self.tr("No referral fits this choice.")
            self.empty.set_words(told, self.tr("Clear the filters to see what is open."))
        else:
            more = self.tr("Refer somebody on the page of a signal with the key D.")
            self.empty.set_words(self.tr("No referral is open now."), more)

    @Slot()
    def _on_find_activated(self) -> None:
        self.filters.shown.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot(int)
    def _on_list_row_opened(self, referral_id: int) -> None:
        self._context.runner.ask(partial(_row, referral_id), self._on_row_arrived, self._on_runner_failed)

    def _on_row_arrived(self, found: list[ReferralRow]) -> None:
        for one in found:
            self._context.navigator.open_signal(one.signal_id)

    def _on_runner_failed(self, error: KnownError) -> None:
        self.messages.show_message(Kind.ERROR, faults.sentence(error))

    @Slot(object)
    def _on_bus_changed(self, change: object) -> None:
        """Fetch what was touched anew, and ask for the list again."""
        touched = isinstance(change, Change) and (change.referrals or change.persons or change.organisations)
        if not isinstance(change, Change) or not (touched or change.verb == "records.destroyed"):
            return
        self.model.forget(change.referrals or None)
        self._stale = True
        if self.isVisible():
            self._ask()
