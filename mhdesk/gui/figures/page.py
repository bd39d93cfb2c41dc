"""The page with figures: what was counted, what may leave, and why."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout

from mhdesk.domain.change import Change
from mhdesk.domain.figures import Unit
from mhdesk.domain.people import Permission
from mhdesk.domain.periods import Period
from mhdesk.errors import KnownError
from mhdesk.gui import faults, file_dialogs
from mhdesk.gui.figures import unit_words, work
from mhdesk.gui.figures.board import FiguresBoard
from mhdesk.gui.figures.parts import ChecksPart, ChosenPart
from mhdesk.gui.figures.period_bar import PeriodBar
from mhdesk.gui.figures.publish_dialog import PublishFiguresDialog
from mhdesk.gui.figures.work import Counted, Order
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.widgets.bars import KeyHint
from mhdesk.gui.widgets.labels import Paragraph
from mhdesk.gui.widgets.messages import Kind
from mhdesk.gui.widgets.page import LIST, Page
from mhdesk.gui.widgets.tabs import Tabs

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.figures import Published


class FiguresPage(Page):
    """What is counted over a period by what it is, one unit a tab: for inside, and as it may leave."""

    def __init__(self, context: PageContext) -> None:
        super().__init__("", shape=LIST)
        self._context = context
        self._counted: Counted | None = None
        self._period: Period | None = None
        self._stale = True
        self._busy = False
        self.periods = PeriodBar()
        self.units = Tabs(self.tr("What is counted"))
        self.board = FiguresBoard()
        self.unit = Paragraph("", Type.CAPTION, Role.SECOND)
        self.chosen = ChosenPart()
        self.checks = ChecksPart(may_publish=context.user.may(Permission.PUBLISH))
        self._fill()
        self._connect()
        self._show_parts(False)

    def _fill(self) -> None:
        self.set_title(self.tr("Figures"))
        self.add_title_action(self.periods)
        for unit in Unit:
            self.units.addTab(unit_words.tab(unit))
        head = self._head.layout()
        if isinstance(head, QVBoxLayout):
            head.addSpacing(sizes.S4)
            head.addWidget(self.units)
        self.main.add(self.board)
        self.main.add(self.unit, before=sizes.S16)
        self.main.fill()
        self.side.add(self.chosen)
        self.side.add_hairline()
        self.side.add(self.checks, before=sizes.S16)
        self.side.fill()
        self.set_keyhints(KeyHint("← ↑ ↓ →", self.tr("choose a cell")))
        self.list_keys(
            KeyHint("Ctrl+PgDown", self.tr("count something else")),
            KeyHint("Ctrl+PgUp", self.tr("the same, back")),
        )

    def _connect(self) -> None:
        self.periods.chosen.connect(self._on_periods_chosen)
        self.periods.refused.connect(self._on_periods_refused)
        self.units.currentChanged.connect(self._on_units_current_changed)
        for keys, step in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            QShortcut(QKeySequence(keys), self).activated.connect(partial(self._step, step))
        self.board.cell_chosen.connect(self._on_board_cell_chosen)
        self.checks.publish.clicked.connect(self._on_publish_clicked)
        self._context.bus.changed.connect(self._on_bus_changed)

    # --- what the window asks -------------------------------------------------------------------

    def entered(self) -> None:
        """Count if anything was written since, and let the arrows walk through the figures."""
        if self._period is None:
            self._context.runner.ask(work.today_of, self._on_today_arrived, self._on_runner_failed)
        elif self._stale:
            self._ask(self._period)
        self.board.take_focus()

    def status(self) -> str:
        """Say that looking leaves a trace."""
        return self.tr("Looking inside is noted in the log")

    # --- counting -------------------------------------------------------------------------------

    def show_period(self, period: Period) -> None:
        """Count another period."""
        self.periods.show_period(period)
        self._ask(period)

    @property
    def unit_shown(self) -> Unit:
        """Return what is counted."""
        return tuple(Unit)[self.units.currentIndex()]

    def _ask(self, period: Period) -> None:
        self._period = period
        self._stale = False
        self.set_summary(self.tr("Counting {period}…").format(period=period.title()))
        self._context.runner.ask(
            partial(work.count, period, self.unit_shown), self._on_counted, self._on_runner_failed
        )

    def _on_today_arrived(self, today: date) -> None:
        self.periods.set_today(today)
        self.show_period(work.last_year(today))

    def _on_counted(self, counted: Counted) -> None:
        preview, before = counted.preview, self._counted
        if (preview.period, counted.unit) != (self._period, self.unit_shown):
            return
        stay = before is not None and (before.preview.period, before.unit) == (preview.period, counted.unit)
        self._counted = counted
        self._show_summary()
        self.board.show_preview(preview, stay=stay)
        self.checks.show_counted(counted)
        self.unit.set_plain(self.tr("Counted: {unit}.").format(unit="; ".join(preview.units)))
        self._show_parts(True)
        if told := preview.blocked or preview.remarks:
            self.messages.show_message(Kind.WARNING, told)
        elif self.messages.kind is Kind.QUESTION:
            self.messages.hide()
        if preview.empty and not told and not stay:
            nothing = unit_words.nothing(counted.unit)
            self.messages.show_message(Kind.QUESTION, nothing.format(period=preview.period.title()))

    def _show_summary(self) -> None:
        if self._counted is not None:
            summary = unit_words.summary(self._counted.unit)
            self.set_summary(summary.format(period=self._counted.preview.period.title()))

    def _show_parts(self, shown: bool) -> None:
        for part in (self.board, self.unit, self.chosen, self.checks):
            part.setVisible(shown)

    def _on_runner_failed(self, error: KnownError) -> None:
        self._stale = True
        self.set_summary("")
        self.messages.show_message(Kind.ERROR, faults.sentence(error))

    @Slot(object)
    def _on_periods_chosen(self, period: object) -> None:
        if isinstance(period, Period):
            self.messages.hide()
            self._ask(period)

    @Slot(object)
    def _on_periods_refused(self, error: object) -> None:
        if isinstance(error, KnownError):
            self.messages.show_message(Kind.ERROR, faults.sentence(error))

    @Slot()
    def _on_board_cell_chosen(self) -> None:
        cell = self.board.chosen()
        if cell is not None and self._counted is not None:
            self.chosen.show_cell(cell, self._counted.preview.blocked)

    @Slot(int)
    def _on_units_current_changed(self, _index: int) -> None:
        """Count the other unit; the focus must not stay on a table that is gone."""
        self.messages.hide()
        self.units.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._period is not None:
            self._ask(self._period)

    def _step(self, step: int) -> None:
        self.units.setCurrentIndex((self.units.currentIndex() + step) % self.units.count())

    # --- publishing -----------------------------------------------------------------------------

    @Slot()
    def _on_publish_clicked(self) -> None:
        if self._counted is None or self._counted.preview.blocked:
            return
        preview = self._counted.preview
        dialog = PublishFiguresDialog(preview.period, self, unit=self._counted.unit, empty=preview.empty)
        dialog.decided.connect(self._on_publish_decided)
        dialog.open()

    @Slot(object)
    def _on_publish_decided(self, order: object) -> None:
        if isinstance(order, Order):
            chosen = partial(self.publish, order)
            file_dialogs.choose_folder(self, self.tr("Where should the files go?"), chosen)

    def publish(self, order: Order, folder: Path) -> None:
        """Publish into a folder and say under which number."""
        if self._busy:
            return
        self._busy = True
        self.messages.hide()
        self.set_summary(self.tr("Making the publication…"))
        task = partial(work.publish, order, folder)
        self._context.runner.ask(task, partial(self._on_published, folder), self._on_publish_failed)

    def _on_published(self, folder: Path, published: Published) -> None:
        self._busy = False
        told = self.tr("Published as {release}. In {folder}: {files}.")
        names = ", ".join(path.name for path in published.files)
        sentence = told.format(release=published.release, folder=folder, files=names)
        self._context.bus.changed.emit(published.change)
        if self._period is not None:
            self._ask(self._period)
        self.messages.show_message(Kind.DONE, sentence)

    def _on_publish_failed(self, error: KnownError) -> None:
        self._busy = False
        self._show_summary()
        self.messages.show_message(Kind.ERROR, faults.sentence(error))

    @Slot(object)
    def _on_bus_changed(self, change: object) -> None:
        """Count again when what is counted changed: now if somebody looks, else at the next look."""
        if not isinstance(change, Change) or self._period is None or not self._may_count(change):
            return
        self._stale = True
        if self.isVisible():
            self._ask(self._period)

    def _may_count(self, change: Change) -> bool:
        others = change.persons or change.cases or change.referrals or change.verb.startswith("need.")
        return bool(change.signals or (others and self.unit_shown is not Unit.SIGNALS))
