"""The log: who did what and when, narrowed down by filters; everything about one event beside it; a way to export."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut

from mhdesk.domain.people import Permission
from mhdesk.errors import KnownError
from mhdesk.gui import faults, file_dialogs, words
from mhdesk.gui.fetched_model import FetchedModel, Source
from mhdesk.gui.look import sizes
from mhdesk.gui.manage import log_words, log_work
from mhdesk.gui.manage.log_export_dialog import ExportLogDialog
from mhdesk.gui.manage.log_filters import LogFilters
from mhdesk.gui.manage.log_part import LogPart
from mhdesk.gui.manage.log_work import Events, Lines, LogQuestion
from mhdesk.gui.manage.section import ManageSection
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.widgets.bars import KeyHint
from mhdesk.gui.widgets.buttons import QuietButton
from mhdesk.gui.widgets.long_list import LongListView
from mhdesk.gui.widgets.messages import Kind
from mhdesk.gui.widgets.summary import EmptyState, bring_to

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.log_export import ExportedLog


class LogSection(ManageSection):
    """List the events of the log, newest first; reading them is an event itself."""

    key, icon, permission = "log", "history", Permission.READ_LOG

    def __init__(self, context: PageContext) -> None:
        super().__init__(context, scrolls=False)
        self._events = Events((), LogQuestion().wanted)
        self._exporting = False
        self.filters = LogFilters()
        source = Source(log_work.rows, log_words.lines, log_words.gone)
        self.model = FetchedModel(source, context.runner, self._on_failed, self)
        self.list = LongListView(name=self.tr("Events, newest first"))
        self.list.setModel(self.model)
        self.empty = EmptyState("")
        self.part = LogPart()
        self.export = QuietButton(self.tr("Export…"), icon="export")
        self._fill()
        self._connect()

    @staticmethod
    def word() -> str:
        return QCoreApplication.translate("LogSection", "Log")

    def status(self) -> str:
        """Say that nobody reads unseen, not even here."""
        return self.tr("The log notes that you read it")

    def _fill(self) -> None:
        self.add_title_action(self.filters.clear)
        self.add_title_action(self.export)
        self.main.add(self.filters)
        self.main.add(self.empty, before=sizes.S12)
        self.main.add(self.list, stretch=1)
        self.empty.hide()
        self.main.addStretch()
        self.side.add(self.part)
        self.side.fill()
        self.part.hide()
        self.set_keyhints(
            KeyHint("↑ ↓", self.tr("choose a line")),
            KeyHint("Enter", self.tr("all about it")),
            KeyHint("Ctrl+F", self.tr("filter")),
        )

    def _connect(self) -> None:
        self.filters.changed.connect(self._ask)
        self.filters.finished.connect(self._on_filters_finished)
        self.list.row_chosen.connect(self._on_list_row_chosen)
        self.list.row_opened.connect(self._on_list_row_opened)
        self.part.about_wanted.connect(self._on_part_about_wanted)
        self.export.clicked.connect(self._on_export_clicked)
        find = QShortcut(QKeySequence("Ctrl+F"), self)
        find.activated.connect(self._on_find_activated)

    def entered(self) -> None:
        self.context.runner.ask(log_work.who, self._on_names_arrived, self._on_failed)
        self._ask()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_names_arrived(self, names: Mapping[int, str]) -> None:
        self.filters.set_users(names)

    # --- the list ----------------------------------------------------------------------------------

    @Slot()
    def _ask(self) -> None:
        question = self.filters.chosen()
        then = partial(self._on_found, question)
        self.context.runner.ask(partial(log_work.find, question), then, self._on_failed)

    def _on_found(self, question: LogQuestion, found: Events) -> None:
        """Show the events, unless another question was asked since; the cursor stays on its event."""
        if question != self.filters.chosen():
            return
        self._events = found
        chosen, count = self.list.current_id(), len(found.ids)
        if self.model.set_ids(found.ids) and count:
            self.list.choose_row(max(0, self.model.row_of(chosen) if chosen is not None else 0))
        self.set_summary(log_words.found(count, narrowed=question.is_narrowing()))
        if not count and self.list.hasFocus():
            self.filters.about.setFocus(Qt.FocusReason.OtherFocusReason)
        for widget in (self.list, self.part, self.export):
            widget.setVisible(count > 0)
        self.empty.setVisible(not count)
        if not count:
            self._say_nothing_found(question.reference, known=found.record_known)

    def _say_nothing_found(self, reference: str, *, known: bool) -> None:
        if known:
            self.empty.set_words(
                self.tr("Nothing in the log fits this choice."),
                self.tr("Clear the filters to see every line."),
            )
        else:
            unknown = self.tr("There is no signal or case {reference}.").format(reference=reference)
            self.empty.set_words(
                unknown, self.tr("Type the number in full, such as GV-2026-0042, or person 12.")
            )

    @Slot()
    def _on_filters_finished(self) -> None:
        if self.list.isVisible():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_find_activated(self) -> None:
        self.filters.about.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.about.selectAll()

    # --- one event -----------------------------------------------------------------------------------

    @Slot(int)
    def _on_list_row_chosen(self, seq: int) -> None:
        if seq >= 0:
            then = partial(self._on_event_arrived, seq)
            self.context.runner.ask(partial(log_work.rows, [seq]), then, self._on_failed)

    def _on_event_arrived(self, seq: int, found: Lines) -> None:
        if seq == self.list.current_id():
            self.part.setVisible(bool(found.rows))
            for row in found.rows:
                self.part.show_event(row)

    @Slot(int)
    def _on_list_row_opened(self, _seq: int) -> None:
        """Go on to everything about the event; Tab goes further, to other events about the same."""
        bring_to(self.part)

    @Slot(str)
    def _on_part_about_wanted(self, called: str) -> None:
        self.filters.show_about(called)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- handing it over -------------------------------------------------------------------------------

    @Slot()
    def _on_export_clicked(self) -> None:
        if not self._exporting:
            dialog = ExportLogDialog(self, narrowed=self._events.wanted != LogQuestion().wanted)
            dialog.decided.connect(self._on_dialog_decided)
            dialog.open()

    @Slot(str)
    def _on_dialog_decided(self, form: str) -> None:
        title = self.tr("Where should the log go?")
        file_dialogs.choose_folder(self, title, partial(self.export_into, form))

    def export_into(self, form: str, folder: Path) -> None:
        """Write the events that are listed into a folder, as "csv" or "json"."""
        self._exporting = True
        self.messages.show_message(Kind.QUESTION, self.tr("The log is being written."), closable=False)
        task = partial(log_work.export, self._events.wanted, folder, form)
        self.context.runner.ask(task, self._on_exported, self._on_export_failed)

    def _on_exported(self, made: ExportedLog) -> None:
        self._exporting = False
        self.context.bus.changed.emit(made.change)
        one = self.tr("1 line is in {path}. Only you can open that file.")
        more = self.tr("{count} lines are in {path}. Only you can open that file.")
        told = one if made.events == 1 else more
        count = words.locale().toString(made.events)
        self.messages.show_message(Kind.DONE, told.format(count=count, path=made.path))

    def _on_export_failed(self, error: KnownError) -> None:
        self._exporting = False
        self._on_failed(error)

    def _on_failed(self, error: KnownError) -> None:
        self.messages.show_message(Kind.ERROR, faults.sentence(error))
