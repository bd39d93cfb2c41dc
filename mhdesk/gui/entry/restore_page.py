"""Put a backup back where the registry does not open any more."""

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
    """Choose a backup of one registry, look what is in it, and put it back.

    ``opened`` is there because every page beside the unlock page has it; nothing opens here. ``back_wanted`` follows
    the way back, also when all is done.
    """

    opened = QtSignal(object)
    back_wanted = QtSignal()

    def __init__(
        self, runner: DeskRunner, folder: Path, user_name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, width=_WIDTH)
        self.form = RestoreForm(BeforeUnlocking(runner, folder))
        self.form.offer(found_beside(folder))
        self.form.fill_in(user_name)
        self.done = Paragraph("")
        self.back = QuietButton(self.tr("Back to unlocking"))
        why = self.tr("The registry that lies there is put aside, not thrown away.")
        self.column.addWidget(Label(self.tr("Put a backup back"), Type.TITLE))
        self.column.addSpacing(sizes.S8)
        self.column.addWidget(Paragraph(why, Type.TEXT, Role.SECOND))
        self.column.addSpacing(sizes.S16)
        self.column.addWidget(self.done)
        self.column.addWidget(self.form)
        self.column.addSpacing(sizes.S8)
        self.column.addWidget(self.back)
        self.done.hide()
        self.name_registry(folder)
        self.back.clicked.connect(self.back_wanted)
        self.form.restored.connect(self._on_form_restored)

    def entered(self) -> None:
        """Put the focus where typing begins."""
        self.form.take_focus()

    def tell(self, kind: Kind, sentence: str) -> None:
        """Say something above the form."""
        self.form.messages.show_message(kind, sentence, closable=False)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.form.forget()

    @Slot(list)
    def _on_form_restored(self, told: list[str]) -> None:
        self.form.hide()
        self.done.set_plain("\n".join(told))
        self.done.show()
        self.back.setText(self.tr("Open the registry"))
        self.back.setFocus()
