"""Put a backup back where the registry does not open any more, or is not on this computer."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal as QtSignal
from PySide6.QtCore import Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from mhdesk.gui.entry.frame import EntryFrame
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.restoring.form import RestoreForm
from mhdesk.gui.restoring.work import BeforeUnlocking, found_beside
from mhdesk.gui.runner import DeskRunner
from mhdesk.gui.widgets.buttons import QuietButton
from mhdesk.gui.widgets.labels import Label, Paragraph
from mhdesk.gui.widgets.messages import Kind

_WIDTH: Final = 464


class EntryRestorePage(EntryFrame):
    """Choose a backup, look what is in it, and put it back.

    ``folder`` is the registry that it replaces; without it the page also asks where the registry comes, and after that
    it is there. ``opened`` is there because every page beside the unlock page has it; nothing opens here.
    ``back_wanted`` follows the way back, also when all is done; without a registry to go back to ``left`` does, with
    the folder of the one that was put back or None.
    """

    opened = QtSignal(object)
    back_wanted = QtSignal()
    left = QtSignal(object)

    def __init__(
        self, runner: DeskRunner, folder: Path | None, user_name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, width=_WIDTH)
        self.folder = folder
        self._elsewhere = folder is None
        self.done = Paragraph("")
        self.back = QuietButton(self.tr("Back to unlocking") if folder else self.tr("Back"))
        if folder:
            self.form = RestoreForm(BeforeUnlocking(runner, folder))
            self.form.offer(found_beside(folder))
            self.name_registry(folder)
        else:
            self.form = RestoreForm(BeforeUnlocking(runner), place=_proposal(self.tr("registry")))
        self.form.fill_in(user_name)
        self._lay_out()
        self.back.clicked.connect(self._on_back_clicked)
        self.form.restored.connect(self._on_form_restored)

    def _lay_out(self) -> None:
        why = self.tr("The registry that lies there is put aside, not thrown away.")
        if not self.folder:
            why = self.tr(
                "For a registry that is not on this computer any more. Put in the stick with the backup."
            )
        self.column.addWidget(Label(self.tr("Put a backup back"), Type.TITLE))
        self.column.addSpacing(sizes.S8)
        self.column.addWidget(Paragraph(why, Type.TEXT, Role.SECOND))
        self.column.addSpacing(sizes.S16)
        self.column.addWidget(self.done)
        self.column.addWidget(self.form)
        self.column.addSpacing(sizes.S8)
        self.column.addWidget(self.back)
        self.done.hide()

    def entered(self) -> None:
        """Put the focus where typing begins."""
        self.form.take_focus()

    def tell(self, kind: Kind, sentence: str) -> None:
        """Say something above the form."""
        self.form.messages.show_message(kind, sentence, closable=False)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.form.forget()

    @Slot()
    def _on_back_clicked(self) -> None:
        if self._elsewhere:
            self.left.emit(self.folder)
        else:
            self.back_wanted.emit()

    @Slot(list)
    def _on_form_restored(self, told: list[str]) -> None:
        self.folder = self.form.folder() or self.folder
        self.form.hide()
        self.done.set_plain("\n".join(told))
        self.done.show()
        self.back.setText(self.tr("Open the registry"))
        self.back.setFocus()


def _proposal(name: str) -> Path:
    """Return a folder for a registry that is not there yet."""
    home = Path.home() / "mhdesk"
    names = (name, *(f"{name} {number}" for number in range(2, 100)))
    return next((home / one for one in names if not (home / one).exists()), home / name)
