"""The page with the list of cases."""

from __future__ import annotations

from array import array
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut

from mhdesk.domain.case_list import CaseFilter, CaseRow
from mhdesk.domain.change import Change
from mhdesk.domain.people import User
from mhdesk.errors import KnownError
from mhdesk.gui import faults, words
from mhdesk.gui.cases.list_filters import CaseFilters
from mhdesk.gui.cases.list_model import CaseTableModel
from mhdesk.gui.look import sizes
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.widgets.bars import KeyHint
from mhdesk.gui.widgets.buttons import QuietButton
from mhdesk.gui.widgets.long_list import LongListView
from mhdesk.gui.widgets.messages import Kind
from mhdesk.gui.widgets.page import Page
from mhdesk.gui.widgets.summary import EmptyState

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk


def _ids(wanted: CaseFilter, desk: Desk) -> array[int]:
    from mhdesk.desk import case_list

    return case_list.ids(desk, wanted)


def _row(case_id: int, desk: Desk) -> list[CaseRow]:
    from mhdesk.desk import case_list

    return case_list.rows(desk, [case_id])


def _coordinators(desk: Desk) -> tuple[User, ...]:
    from mhdesk.desk import cases

    return cases.coordinators(desk)


class CasesPage(Page):
    """List cases, open ones first; Enter opens the person."""

    def __init__(self, context: PageContext) -> None:
        super().__init__("", scrolls=False)
        self._context = context
        self._stale = True
        self.filters = CaseFilters(context.user)
        self.model = CaseTableModel(context.runner, self._on_runner_failed, self)
        self.list = LongListView(name=self.tr("Cases"))
        self.list.setModel(self.model)
        self.empty = EmptyState("")
        self.set_title(self.tr("Cases"))
        self.add_title_action(self.filters.clear)
        self.comensha = QuietButton(self.tr("CoMensha: list of the year"))
        self.comensha.clicked.connect(context.navigator.show_comensha)
        self.add_title_action(self.comensha)
        self.main.add(self.filters)
        self.main.add(self.empty, before=sizes.S12)
        self.main.add(self.list, stretch=1)
        self.empty.hide()
        self.main.addStretch()
        self._connect()

    def _connect(self) -> None:
        self.filters.changed.connect(self._ask)
        self.filters.finished.connect(self._on_filters_finished)
        self.list.row_opened.connect(self._on_list_row_opened)
        self._context.bus.changed.connect(self._on_bus_changed)
        find = QShortcut(QKeySequence("Ctrl+F"), self)
        find.activated.connect(self._on_find_activated)
        self.set_keyhints(KeyHint("Enter", self.tr("open")), KeyHint("Ctrl+F", self.tr("filter")))

    def entered(self) -> None:
        """Ask again if something was written since, and let the arrows walk through the list."""
        if self._stale:
            self._context.runner.ask(_coordinators, self.filters.offer_coordinators, self._on_runner_failed)
            self._ask()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _ask(self) -> None:
        self._stale = False
        wanted = self.filters.chosen()
        then = partial(self._on_ids_arrived, wanted)
        self._context.runner.ask(partial(_ids, wanted), then, self._on_runner_failed)

    def _on_ids_arrived(self, wanted: CaseFilter, ids: array[int]) -> None:
        """Show the ids, unless another question was asked since; the cursor stays on its case."""
        if wanted != self.filters.chosen():
            return
        chosen = self.list.current_id()
        if self.model.set_ids(ids) and ids:
            row = self.model.row_of(chosen) if chosen is not None else -1
            self.list.choose_row(max(row, 0))
        self._show_count(len(ids))

    def _show_count(self, count: int) -> None:
        self.set_summary(words.sentence_case(words.count("case", count)) if count else self.tr("No cases"))
        if count == 0 and self.list.hasFocus():
            self.filters.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.list.setVisible(count > 0)
        self.empty.setVisible(count == 0)
        if count:
            return
        if self.filters.is_narrowing():
            self.empty.set_words(
                self.tr("No case fits this choice."), self.tr("Clear the filters to see all.")
            )
        else:
            more = self.tr(
                "Open one on the page of a person: open a signal there, then the person, then Case."
            )
            self.empty.set_words(self.tr("No case is open now."), more)

    @Slot()
    def _on_filters_finished(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_find_activated(self) -> None:
        self.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.search.selectAll()

    @Slot(int)
    def _on_list_row_opened(self, case_id: int) -> None:
        self._context.runner.ask(partial(_row, case_id), self._on_row_arrived, self._on_runner_failed)

    def _on_row_arrived(self, found: list[CaseRow]) -> None:
        for one in found:
            self._context.navigator.open_person(one.person_id)

    def _on_runner_failed(self, error: KnownError) -> None:
        self.messages.show_message(Kind.ERROR, faults.sentence(error))

    @Slot(object)
    def _on_bus_changed(self, change: object) -> None:
        """Fetch what was touched anew, and ask for the list again."""
        if not isinstance(change, Change) or not (change.cases or change.persons):
            return
        self.model.forget(change.cases or None)
        self._stale = True
        if self.isVisible():
            self._ask()
