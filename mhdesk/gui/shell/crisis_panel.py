"""Whom to call now: a panel under its button, so that the form stays usable during the call."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from mhdesk.gui.bus import Bus
from mhdesk.gui.crisis import OwnNumbers
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.runner import Runner
from mhdesk.gui.shell.panel import Panel
from mhdesk.gui.widgets.buttons import SecondaryButton
from mhdesk.gui.widgets.labels import Label, Paragraph


class CrisisPanel(Panel):
    """The numbers, and with ``card`` the way to a crisis card about the signal that is open."""

    def __init__(
        self, runner: Runner, bus: Bus, parent: QWidget, card: Callable[[], None] | None = None
    ) -> None:
        title = self.tr("Immediate danger")
        super().__init__(title, parent)
        first = self.tr("Call first, record later. What you were typing stays as it is.")
        self.column.addWidget(Label(title, Type.SECTION))
        self.column.addWidget(Paragraph(first, Type.CAPTION, Role.SECOND))
        self.column.addSpacing(sizes.S4)
        self.column.addWidget(OwnNumbers(runner, bus))
        self._card = card
        if card is not None:
            self.column.addSpacing(sizes.S4)
            self.card = SecondaryButton(self.tr("Crisis card of this signal…"))
            self.card.clicked.connect(self._on_card_clicked)
            self.column.addWidget(self.card)

    @Slot()
    def _on_card_clicked(self) -> None:
        self.close()
        if self._card is not None:
            self._card()
