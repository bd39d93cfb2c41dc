"""A dialog that ends in a paper: what goes on it, then where it goes; the file appears once the log knows of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from mhdesk.domain.change import Change
from mhdesk.domain.views import InvolvementView
from mhdesk.gui import file_dialogs
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals.form_dialog import FormDialog
from mhdesk.gui.widgets.messages import Kind, MessageBar

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk


class PaperDialog(FormDialog):
    """Ask what goes on a paper and save it as PDF.

    ``file_name`` is what is proposed: it tells neither whom nor which signal the paper is about. A dialog says in
    `write` what the desk writes to the place that was chosen.
    """

    def __init__(
        self, context: PageContext, question: str, explanation: str, file_name: str, parent: QWidget
    ) -> None:
        verb = QCoreApplication.translate("PaperDialog", "Save as PDF…")
        super().__init__(context, question, explanation, verb, parent)
        self._file_name = file_name
        self._out = Path()
        self.place: QFileDialog | None = None

    def show_safe_contact(self, one: InvolvementView) -> None:
        """Say before anything else how this person is reached safely, or that nobody knows."""
        bar = MessageBar()
        self.put_first(bar)  # before it shows itself: it would come up as a window
        if one.safe_contact:
            bar.show_message(Kind.SAFETY, one.safe_contact, lead=self.tr("Safe contact"), closable=False)
        else:
            unknown = self.tr("Nobody wrote down how this person is reached safely. Find that out first.")
            bar.show_message(Kind.WARNING, unknown, closable=False)

    def write(self, out: Path) -> Callable[[Desk], Change]:
        """Return what the desk is asked to write to ``out``."""
        raise NotImplementedError

    def work(self) -> Callable[[Desk], Change]:
        """Return the paper at the place that was chosen as work for the desk."""
        return self.write(self._out)

    def act(self) -> None:
        """Ask where the paper goes; it is written once that is known."""
        if self.place is None:
            title, kind = self.tr("Where should the paper go?"), self.tr("PDF (*.pdf)")
            proposal = Path.home() / self._file_name
            self.place = file_dialogs.save_file(self, title, kind, proposal, self._on_place_chosen)
            self.place.finished.connect(self._on_place_finished)

    def _on_place_chosen(self, out: Path) -> None:
        self._out = out
        super().act()

    @Slot()
    def _on_place_finished(self) -> None:
        self.place = None
