"""The page that takes a spreadsheet in: choose, look, record, and what came of it."""

from __future__ import annotations

from dataclasses import replace
from enum import Enum, auto
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mhdesk.domain.views import SignalFilter
from mhdesk.errors import KnownError
from mhdesk.exchange.mail import is_mail
from mhdesk.gui import faults, file_dialogs
from mhdesk.gui.imports import sentences, work
from mhdesk.gui.imports.parts import ColumnsPart, DropZone, ReadPart, WaitingPart
from mhdesk.gui.imports.work import Looked
from mhdesk.gui.look import sizes
from mhdesk.gui.look.roles import Role
from mhdesk.gui.progress import Progress, StoppedError
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.widgets.bars import ActionBar, KeyHint
from mhdesk.gui.widgets.buttons import PrimaryButton, QuietButton
from mhdesk.gui.widgets.labels import Paragraph, Section
from mhdesk.gui.widgets.messages import Kind
from mhdesk.gui.widgets.page import FORM, Page

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.imports import ImportResult

_SHAPE: Final = replace(FORM, line=False)


class Step(Enum):
    """How far the page is."""

    CHOOSE = auto()
    READ = auto()
    LOOK = auto()
    RECORD = auto()
    DONE = auto()


class ImportPage(Page):
    """Take in a spreadsheet: nothing is written before the user saw what was read and said so."""

    def __init__(self, context: PageContext) -> None:
        super().__init__("", shape=_SHAPE, scrolls=False)
        self._context = context
        self._looked: Looked | None = None
        self._progress: Progress | None = None
        self.step = Step.CHOOSE
        self.zone = DropZone()
        self.waiting = WaitingPart()
        self.read = ReadPart()
        self.columns = ColumnsPart()
        self.about = self._about()
        self.choose = PrimaryButton(self.tr("Choose a file…"), keys="Ctrl+O")
        self.record = PrimaryButton("", keys="Ctrl+Return")
        self.review = PrimaryButton(self.tr("To the list to look through"), keys="Ctrl+Return")
        self.another = QuietButton(self.tr("Another file…"))
        self.stop = QuietButton(self.tr("Stop"), keys="Esc")
        self._fill()
        self._connect()
        self._show(Step.CHOOSE)

    def _about(self) -> QWidget:
        about = QWidget()
        column = QVBoxLayout(about)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.S8)
        column.addWidget(Section(self.tr("What happens"), small=True))
        for sentence in (
            self.tr("First you see what mhdesk reads. Nothing is recorded until you say so."),
            self.tr("A cell that cannot be understood is listed and stays as a note with its signal."),
            self.tr(
                "What is read is history: no term starts. What is still open comes on one list to look through."
            ),
            self.tr("Reading the same rows again adds nothing."),
        ):
            column.addWidget(Paragraph(sentence, role=Role.SECOND))
        column.addStretch(1)
        return about

    def _fill(self) -> None:
        self.set_title(self.tr("Take in a spreadsheet"))
        self.main.add(self.zone)
        self.main.add(self.waiting)
        self.main.add(self.read, stretch=1)
        self.main.addStretch()
        self.side.add(self.about)
        self.side.add(self.columns, stretch=1)
        self.side.addStretch()
        self.set_action_bar(ActionBar(self.choose, self.record, self.review, self.another, self.stop))

    def _connect(self) -> None:
        self.zone.dropped.connect(self._on_zone_dropped)
        self.zone.clicked.connect(self._on_choose_clicked)
        self.choose.clicked.connect(self._on_choose_clicked)
        self.another.clicked.connect(self._on_choose_clicked)
        self.record.clicked.connect(self._on_record_clicked)
        self.review.clicked.connect(self._on_review_clicked)
        self.stop.clicked.connect(self._on_stop_clicked)

    def entered(self) -> None:
        """Put the focus on what comes next."""
        target = {Step.CHOOSE: self.choose, Step.LOOK: self.record, Step.DONE: self.review}.get(self.step)
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def drops_itself(self, path: Path) -> bool:
        """Say whether a dropped file is for the place on this page: any but a mail."""
        return self.step is Step.CHOOSE and not is_mail(path)

    def _show(self, step: Step) -> None:
        """Show what belongs to a step, and only that."""
        self.step = step
        busy, read = step in {Step.READ, Step.RECORD}, step in {Step.LOOK, Step.DONE}
        new = bool(self._looked and self._looked.expected.signals_created)
        self.zone.setVisible(step is Step.CHOOSE)
        self.about.setVisible(step is Step.CHOOSE)
        self.waiting.setVisible(busy)
        self.read.setVisible(read)
        self.columns.setVisible(read)
        self.choose.setVisible(step is Step.CHOOSE)
        self.record.setVisible(step is Step.LOOK and new)
        self.review.setVisible(step is Step.DONE)
        self.another.setVisible(read)
        self.stop.setVisible(step is Step.RECORD)
        self._show_summary()
        self.entered()

    def _show_summary(self) -> None:
        read_it = self._looked and self.step is not Step.CHOOSE
        self.set_summary(sentences.source(self._looked) if self._looked and read_it else "")
        hints = [KeyHint("Ctrl+O", self.tr("choose a file"))] if self.step is Step.CHOOSE else []
        if self.step in {Step.LOOK, Step.DONE}:
            hints = [KeyHint("↑ ↓", self.tr("walk through the cells"))]
        self.set_keyhints(*hints)

    def look_at(self, path: Path) -> None:
        """Read a file and show what is in it; nothing is written."""
        if self.step in {Step.READ, Step.RECORD}:
            return
        self.messages.hide()
        self.waiting.show_reading(path)
        self._show(Step.READ)
        self._context.runner.ask(partial(work.look, path), self._on_looked, self._on_look_failed)

    def _on_looked(self, looked: Looked) -> None:
        self._looked = looked
        self.read.show_looked(looked)
        self.columns.show_columns(looked)
        self.record.setText(sentences.record(looked.expected.signals_created))
        self._show(Step.LOOK)

    def _on_look_failed(self, error: KnownError) -> None:
        self._looked = None
        self._show(Step.CHOOSE)
        self.messages.show_message(Kind.ERROR, faults.sentence(error))

    @Slot()
    def _on_record_clicked(self) -> None:
        if self._looked is None or self.step is not Step.LOOK:
            return
        self.messages.hide()
        self._progress = Progress("imports.stopped")
        self._progress.moved.connect(self.waiting.show_progress)
        self.waiting.show_recording(self._looked.expected.signals_created)
        self._show(Step.RECORD)
        task = partial(work.take_in, self._looked.sheet, self._progress)
        self._context.runner.ask(task, self._on_taken_in, self._on_take_in_failed)

    def _on_taken_in(self, result: ImportResult) -> None:
        self._progress = None
        self.read.show_done(result)
        self._show(Step.DONE)
        self.messages.show_message(Kind.DONE, sentences.done(result))
        if result.change is not None:
            self._context.bus.changed.emit(result.change)

    def _on_take_in_failed(self, error: KnownError) -> None:
        self._progress = None
        self._show(Step.LOOK)
        kind = Kind.WARNING if isinstance(error, StoppedError) else Kind.ERROR
        self.messages.show_message(kind, faults.sentence(error))

    @Slot()
    def _on_stop_clicked(self) -> None:
        if self._progress is not None:
            self._progress.stop()

    @Slot()
    def _on_review_clicked(self) -> None:
        self._context.navigator.show_signals(SignalFilter(to_review=True))

    @Slot()
    def _on_choose_clicked(self) -> None:
        kinds = self.tr("Spreadsheets (*.xlsx *.xlsm *.ods *.csv *.tsv)")
        file_dialogs.open_file(self, self.tr("Choose a spreadsheet"), kinds, self.look_at)

    @Slot(object)
    def _on_zone_dropped(self, path: object) -> None:
        if isinstance(path, Path):
            self.look_at(path)
