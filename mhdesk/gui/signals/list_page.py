"""The page with the list of signals."""

from __future__ import annotations

from array import array
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut

from mhdesk.domain.change import Change
from mhdesk.domain.people import Permission
from mhdesk.domain.views import SignalFilter
from mhdesk.errors import KnownError
from mhdesk.gui import faults, words
from mhdesk.gui.look import sizes
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals.filters import SignalFilters
from mhdesk.gui.signals.table_model import SignalTableModel
from mhdesk.gui.widgets.bars import KeyHint
from mhdesk.gui.widgets.buttons import QuietButton, SecondaryButton
from mhdesk.gui.widgets.long_list import LongListView
from mhdesk.gui.widgets.messages import Kind
from mhdesk.gui.widgets.page import Page
from mhdesk.gui.widgets.summary import EmptyState

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk

# These change how a line reads, never which lines there are.
_LINES_ONLY: Final = frozenset({"inform.decided", "inform.agreed", "referral.answered"})


_AT_FIRST: Final = 200
"""Signals that are shown before all of them are counted: more than any screen holds."""
_BLANK: Final = "\N{NO-BREAK SPACE}"


def _ids(wanted: SignalFilter, most: int | None, desk: Desk) -> array[int]:
    from mhdesk.desk import signals

    return signals.ids(desk, wanted, most)


class SignalsPage(Page):
    """List signals, newest first, narrowed down by the filters on top."""

    def __init__(self, context: PageContext) -> None:
        super().__init__("", scrolls=False)
        self._context = context
        self._wanted = SignalFilter()
        self._stale = True
        self.filters = SignalFilters(context.info)
        self.model = SignalTableModel(context.runner, self._on_runner_failed, self)
        self.list = LongListView(name=self.tr("Signals"))
        self.list.setModel(self.model)
        self.new_button = SecondaryButton(self.tr("New signal"))
        self.empty = EmptyState("", action=self.new_button)
        self.set_title(self.tr("Signals"))
        self.add_title_action(self.filters.clear)
        self.doubles_button = QuietButton(self.tr("Possibly the same persons"))
        self.add_title_action(self.doubles_button)
        self.mail_button = QuietButton(self.tr("Take in a mail…"))
        self.add_title_action(self.mail_button)
        self.mail_button.setVisible(context.user.may(Permission.WRITE))
        self.import_button = QuietButton(self.tr("Take in a spreadsheet"))
        self.add_title_action(self.import_button)
        self.import_button.setVisible(context.user.may(Permission.IMPORT))
        self.add_title_action(self.filters.order)
        self.main.add(self.filters, before=0)
        self.main.add(self.empty, before=sizes.S12)
        self.main.add(self.list, stretch=1)
        self.empty.hide()
        self.main.addStretch()
        self._connect()

    def _connect(self) -> None:
        self.filters.changed.connect(self._on_filters_changed)
        self.filters.finished.connect(self._on_filters_finished)
        self.list.row_opened.connect(self._on_list_row_opened)
        self.new_button.clicked.connect(self._on_new_button_clicked)
        self.mail_button.clicked.connect(self._context.navigator.take_in_mail)
        self.import_button.clicked.connect(self._on_import_button_clicked)
        self.doubles_button.clicked.connect(self._context.navigator.show_doubles)
        self._context.bus.changed.connect(self._on_bus_changed)
        find = QShortcut(QKeySequence("Ctrl+F"), self)
        find.activated.connect(self._on_find_activated)
        self.set_keyhints(
            KeyHint("Enter", self.tr("open")),
            KeyHint("Ctrl+F", self.tr("filter")),
            KeyHint("Ctrl+N", self.tr("new signal")),
        )

    def entered(self) -> None:
        """Ask again if something was written since, and let the arrows walk through the list."""
        if self._stale:
            self._ask()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_filter(self, wanted: SignalFilter) -> None:
        """List what the filter lets through."""
        self.filters.show_filter(wanted)
        self._ask()

    def _ask(self) -> None:
        """Ask for the first of another list, and then for all of it; a list that is shown is asked for at once."""
        self._stale = False
        wanted = self.filters.chosen()
        shown = wanted == self._wanted and self.model.rowCount() > 0
        self._ask_for(wanted, None if shown else _AT_FIRST)

    def _ask_for(self, wanted: SignalFilter, most: int | None) -> None:
        then = partial(self._on_ids_arrived, wanted, most)
        self._context.runner.ask(partial(_ids, wanted, most), then, self._on_runner_failed)

    def _on_ids_arrived(self, wanted: SignalFilter, most: int | None, ids: array[int]) -> None:
        """Show the ids, unless another question was asked since; the cursor stays on its signal."""
        if wanted != self.filters.chosen():
            return
        same_question = wanted == self._wanted
        self._wanted = wanted
        chosen, scrolled = self.list.current_id(), self.list.verticalScrollBar().value()
        if self.model.set_ids(ids) and ids:
            row = self.model.row_of(chosen) if chosen is not None else -1
            self.list.setCurrentIndex(self.model.index(max(row, 0)))
            if same_question and row >= 0:
                self.list.verticalScrollBar().setValue(scrolled)
        more = len(ids) == most
        self._show_count(len(ids), more=more)
        if more:
            self._ask_for(wanted, None)

    def _show_count(self, count: int, *, more: bool) -> None:
        """Say how many there are, once all are counted, and what to do where there is none."""
        self.set_summary(_BLANK if more else self._count_words(count))
        if count == 0 and self.list.hasFocus():
            self.filters.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.list.setVisible(count > 0)
        self.empty.setVisible(count == 0)
        if count:
            return
        narrowed = self.filters.is_narrowing()
        self.new_button.setVisible(not narrowed)
        if narrowed:
            self.empty.set_words(self.tr("No signal fits this choice."), self._nothing_found())
        else:
            sentence = self.tr("There is no signal in this registry yet.")
            self.empty.set_words(sentence, self.tr("Record the first one, or take in a spreadsheet."))

    def _count_words(self, count: int) -> str:
        number = words.locale().toString(count)
        if self._wanted.to_review:
            one, more = self.tr("1 signal to look through"), self.tr("{count} signals to look through")
        elif self.filters.is_narrowing():
            one, more = self.tr("1 signal found"), self.tr("{count} signals found")
        else:
            one, more = self.tr("1 signal"), self.tr("{count} signals")
        if count == 0:
            return self.tr("No signals")
        return one if count == 1 else more.format(count=number)

    def _nothing_found(self) -> str:
        if self._wanted.search:
            return self.tr(
                "Searched names, numbers, organisations and what was told, also without accents or spaces. "
                "Clear the filters to see every signal."
            )
        return self.tr("Clear the filters to see every signal.")

    @Slot()
    def _on_filters_changed(self) -> None:
        self._ask()

    @Slot()
    def _on_filters_finished(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_find_activated(self) -> None:
        self.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.search.selectAll()

    @Slot(int)
    def _on_list_row_opened(self, signal_id: int) -> None:
        self._context.navigator.open_signal(signal_id)

    @Slot()
    def _on_new_button_clicked(self) -> None:
        self._context.navigator.new_signal()

    @Slot()
    def _on_import_button_clicked(self) -> None:
        self._context.navigator.import_sheet()

    def _on_runner_failed(self, error: KnownError) -> None:
        self.messages.show_message(Kind.ERROR, faults.sentence(error))

    @Slot(object)
    def _on_bus_changed(self, change: object) -> None:
        """Fetch what was touched anew; ask for the list again when it may have become another one."""
        if not isinstance(change, Change) or not change.signals:
            return
        self.model.forget(change.signals)
        if change.verb in _LINES_ONLY:
            return
        self._stale = True
        if self.isVisible():
            self._ask()
