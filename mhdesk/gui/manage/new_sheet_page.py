"""A new recovery page in two steps: print it, and type it back. The old one works until that is done."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal as QtSignal
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from mhdesk.domain.change import Change
from mhdesk.gui.entry.prove_page import ProvePage
from mhdesk.gui.entry.sheet_step import SheetStep
from mhdesk.gui.manage import work
from mhdesk.gui.runner import Runner
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.widgets.messages import MessageBar
from mhdesk.gui.widgets.page import Page

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk


class _Sheet(SheetStep):
    """The key of a page that opens nothing yet."""

    def __init__(self, runner: Runner) -> None:
        super().__init__(runner)
        self.set_title(self.tr("New recovery page"), over=self.tr("Step 1 of 2"))
        self.set_summary(self.tr("The page you have keeps working until this one is typed back."))


class _TypeBack(ProvePage):
    """Typing the new key back lets it open the registry."""

    def __init__(self, runner: Runner) -> None:
        super().__init__(runner)
        self.groups_shown: tuple[str, ...] = ()
        self.set_title(self.title, over=self.tr("Step 2 of 2"))
        self._later.setText(self.tr("Keep the old page"))
        self.set_summary(self.tr("From the print, not from the screen. Then the new page takes its place."))

    def about_later(self) -> str:
        return self.tr("If you leave now the old page stays the one that works: tear up the new print.")

    def work(self, typed: str) -> Callable[[Desk], Change]:
        return partial(work.renew_recovery, self.groups_shown, typed)


class NewSheetPage(Page):
    """Lead through both steps; ``renewed`` carries the Change and where the page lies as a file (a Path or None)."""

    renewed = QtSignal(object, object)

    def __init__(self, context: PageContext) -> None:
        self._context = context
        super().__init__("")
        self.sheet.finished.connect(self._on_sheet_finished)
        self.prove.proven.connect(self._on_proven)
        self.prove.later_wanted.connect(self.back_wanted)
        self.prove.sheet_wanted.connect(self._on_sheet_wanted)
        for page in (self.sheet, self.prove):
            page.back_wanted.connect(self.back_wanted)
        context.runner.ask(work.new_recovery_groups, self._on_groups_made)

    def _lay_out(self) -> None:
        """Leave out the head and the columns of a page: those of the step take their place."""
        self.sheet, self.prove = _Sheet(self._context.runner), _TypeBack(self._context.runner)
        self._steps = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._steps)
        for page in (self.sheet, self.prove):
            self._steps.addWidget(page)

    @property
    def title(self) -> str:
        """Return the title of the step."""
        return self._step().title

    @property
    def messages(self) -> MessageBar:
        """Return the message bar of the step."""
        return self._step().messages

    def show_back(self, shown: bool) -> None:
        """Offer the way back in both steps."""
        for page in (self.sheet, self.prove):
            page.show_back(shown)

    def entered(self) -> None:
        """Put the focus where the step goes on."""
        step = self._step()
        if step is not None:
            step.entered()

    def _step(self) -> SheetStep | ProvePage:
        return self.sheet if self._steps.currentWidget() is self.sheet else self.prove

    def _on_groups_made(self, groups: tuple[str, ...]) -> None:
        self.prove.groups_shown = groups
        self.sheet.show_key(groups)

    def _go_to(self, page: SheetStep | ProvePage) -> None:
        self._steps.setCurrentWidget(page)
        page.entered()

    @Slot()
    def _on_sheet_finished(self) -> None:
        self.prove.offer_sheet(saved=self.sheet.saved is not None)
        self._go_to(self.prove)

    @Slot()
    def _on_sheet_wanted(self) -> None:
        self._go_to(self.sheet)

    @Slot(object)
    def _on_proven(self, change: object) -> None:
        saved: Path | None = self.sheet.saved
        self.prove.groups_shown = ()
        self.sheet.forget()
        self.back_wanted.emit()
        self.renewed.emit(change, saved)
