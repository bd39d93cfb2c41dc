"""Put a backup back from inside an open registry."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal as QtSignal
from PySide6.QtCore import Slot
from PySide6.QtGui import QHideEvent

from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.restoring.form import RestoreForm
from mhdesk.gui.restoring.work import AtTheDesk
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.widgets.buttons import PrimaryButton
from mhdesk.gui.widgets.labels import Paragraph, Section
from mhdesk.gui.widgets.page import FORM, Page


class RestorePage(Page):
    """Ask the passphrase, show what is in the backup, put it back; ``opening_wanted`` follows the end of it."""

    opening_wanted = QtSignal()

    def __init__(self, context: PageContext, backup: Path) -> None:
        super().__init__(self.tr("Put a backup back"), shape=FORM)
        self.form = RestoreForm(AtTheDesk(context.runner), backup=backup, user_name=context.user.name)
        self.done = Paragraph("", Type.TEXT)
        self.open = PrimaryButton(self.tr("Open the registry again"))
        self.set_summary(backup.name)
        for widget in (self.done, self.open):
            self.main.add(widget, before=sizes.S16)
            widget.hide()
        self.main.add(self.form, before=sizes.S8)
        self.main.fill()
        self.side.add(Section(self.tr("What happens"), small=True), before=sizes.S4)
        notes = (
            self.tr("mhdesk proves the backup in a place of its own first. Nothing changes by looking."),
            self.tr(
                "Then it takes the place of the registry, which is put aside in the folder of the backups."
            ),
            self.tr(
                "As long as the registry of now can be read: the keys of now stay, whoever may no longer open it"
                " does not come back, nor does what was destroyed."
            ),
        )
        for sentence in notes:
            self.side.add(Paragraph(sentence, Type.CAPTION, Role.SECOND), before=sizes.S8)
        self.side.fill()
        self.form.restored.connect(self._on_form_restored)
        self.form.lost.connect(self._on_form_lost)
        self.open.clicked.connect(self.opening_wanted)

    def entered(self) -> None:
        """Begin with the passphrase."""
        self.form.take_focus()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.form.forget()

    @Slot(list)
    def _on_form_restored(self, told: list[str]) -> None:
        self.form.hide()
        self.done.set_plain("\n".join(told))
        self.done.show()
        self.open.show()
        self.open.setFocus()
        self.show_back(False)

    @Slot()
    def _on_form_lost(self) -> None:
        """Offer the opening that does the rest."""
        self.open.show()
        self.open.setFocus()
        self.show_back(False)
