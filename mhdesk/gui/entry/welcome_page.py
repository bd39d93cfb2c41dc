"""What stands there when this computer knows no registry: four ways to begin."""

from __future__ import annotations

from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QSizePolicy, QWidget

from mhdesk.gui.entry.frame import EntryFrame
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.widgets.buttons import Button, PlainButton, PrimaryButton
from mhdesk.gui.widgets.labels import Label, Paragraph
from mhdesk.gui.widgets.messages import Kind, MessageBar


class WelcomePage(EntryFrame):
    """Offer a new registry, one that exists, a backup of one that is lost, and a fictitious one to look around in."""

    new_wanted = QtSignal()
    other_wanted = QtSignal()
    restore_wanted = QtSignal()
    demo_wanted = QtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.messages = MessageBar()
        self._new = PrimaryButton(self.tr("Make a new registry"))
        self._other = PlainButton(self.tr("Open a registry"))
        self.restore = PlainButton(self.tr("Put a backup back"))
        self._demo = PlainButton(self.tr("Look around with made-up data"))
        self._new.clicked.connect(self.new_wanted)
        self._other.clicked.connect(self.other_wanted)
        self.restore.clicked.connect(self.restore_wanted)
        self._demo.clicked.connect(self.demo_wanted)
        self._lay_out()

    def _lay_out(self) -> None:
        self.column.addWidget(Label(self.tr("Welcome to mhdesk"), Type.TITLE))
        self.column.addSpacing(sizes.S8)
        about = self.tr(
            "A registry is an encrypted folder on this computer. Only who has a name and a passphrase in it can"
            " read it."
        )
        self.column.addWidget(Paragraph(about, Type.TEXT, Role.SECOND))
        self.column.addSpacing(sizes.S8)
        self.column.addWidget(self.messages)
        self._offer(self._new, self.tr("You need a printer for the recovery page."))
        self._offer(self._other, self.tr("Choose the folder in which registry.db and the folder keys stand."))
        self._offer(
            self.restore, self.tr("When the computer with the registry is lost or does not work any more.")
        )
        self._offer(self._demo, self.tr("Nobody in it exists. You can try everything and throw it away."))

    def _offer(self, button: Button, consequence: str) -> None:
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setAccessibleDescription(consequence)
        self.column.addSpacing(sizes.S16)
        self.column.addWidget(button)
        self.column.addSpacing(sizes.S4)
        self.column.addWidget(Paragraph(consequence, Type.CAPTION, Role.SECOND))

    def entered(self) -> None:
        """Put the focus where most people begin."""
        self._new.setFocus()

    def set_busy(self, busy: bool) -> None:
        """Say that the fictitious registry is being made; nothing else can be begun meanwhile."""
        for button in (self._new, self._other, self.restore, self._demo):
            button.setEnabled(not busy)
        if busy:
            self.messages.show_message(
                Kind.QUESTION, self.tr("Making the registry. This takes a few seconds."), closable=False
            )
        else:
            self.messages.hide()

    def tell(self, sentence: str) -> None:
        """Say what went wrong."""
        self.messages.show_message(Kind.ERROR, sentence)
