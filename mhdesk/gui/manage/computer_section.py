"""What this computer may do: whether its keyring may open the registry, and what runs on it."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QWidget

from mhdesk.domain.change import Change
from mhdesk.errors import KnownError
from mhdesk.gui import faults
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.painting import Mark
from mhdesk.gui.look.roles import Role
from mhdesk.gui.manage import work
from mhdesk.gui.manage.faults_at import show_at, tell
from mhdesk.gui.manage.section import ManageSection
from mhdesk.gui.manage.state_line import StateLine
from mhdesk.gui.manage.work import Remembering
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.widgets.buttons import SecondaryButton
from mhdesk.gui.widgets.editors import PassphraseEditor
from mhdesk.gui.widgets.fields import Field
from mhdesk.gui.widgets.labels import Paragraph, Section
from mhdesk.gui.widgets.messages import Kind
from mhdesk.wording import say

_WIDTH: Final = 420


class ComputerSection(ManageSection):
    """Let the keyring of this computer open the registry, or no longer; say which versions run here."""

    key, icon = "computer", "computer"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._busy = False
        self.state = StateLine()
        self.proof = PassphraseEditor(width=sizes.FIELD_WIDTH)
        self.fields = {"old": Field(self.tr("Your passphrase"), self.proof)}
        self.remember = SecondaryButton(self.tr("Let this computer remember the registry"))
        self.forget_it = SecondaryButton(self.tr("Do not remember it any more"))
        self.versions = Paragraph("", Type.CAPTION, Role.SECOND)
        self._offer: tuple[QWidget, ...] = (self.fields["old"], self.remember)
        self._fill()
        self._show(())
        self.remember.clicked.connect(self._on_remember_clicked)
        self.proof.returnPressed.connect(self._on_remember_clicked)
        self.proof.edited.connect(partial(self.fields["old"].set_error, None))
        self.forget_it.clicked.connect(self._on_forget_it_clicked)

    @staticmethod
    def word() -> str:
        return QCoreApplication.translate("ComputerSection", "This computer")

    def _fill(self) -> None:
        self.main.add(Section(self.tr("Keyring")))
        why = self.tr(
            "The keyring of this computer can open the registry for you, once after you log in to the computer and"
            " within twelve hours of your passphrase. After every lock mhdesk asks the passphrase all the same."
        )
        self.main.add(Paragraph(why, Type.TEXT, Role.SECOND), before=sizes.S4)
        self.main.add(self.state, before=sizes.S16)
        self.fields["old"].setMaximumWidth(_WIDTH)
        self.main.add(self.fields["old"], before=sizes.S16)
        self.main.add(self.remember, before=sizes.S16)
        self.main.add(self.forget_it, before=sizes.S16)
        self.main.fill()
        self.side.add(Section(self.tr("Versions"), small=True), before=sizes.S4)
        self.side.add(self.versions, before=sizes.S8)
        self.side.add_hairline()
        self.side.add(Section(self.tr("Manual"), small=True), before=sizes.S16)
        where = self.tr(
            "In Dutch, in the folder docs/handleiding that comes with mhdesk. Ctrl+/ lists all keys."
        )
        self.side.add(Paragraph(where, Type.CAPTION, Role.SECOND), before=sizes.S8)
        self.side.fill()

    def entered(self) -> None:
        if self._busy:
            return
        self._ask()
        if not self.versions.plain():
            found = work.versions()
            self.versions.set_plain("\n".join(f"{name} {number}" for name, number in found.items()))

    def forget(self) -> None:
        """Empty the passphrase."""
        self.fields["old"].wipe()

    def _ask(self) -> None:
        self.context.runner.ask(work.remembering, self._on_remembering_arrived, self._on_failed)

    def _on_remembering_arrived(self, found: Remembering) -> None:
        if found.remembered:
            words = self.tr("This computer remembers the registry.")
            self.state.show_state(Mark.DONE, words)
            self._show((self.forget_it,))
        elif found.refusal is not None:
            words = self.tr("This computer cannot remember the registry.")
            self.state.show_state(Mark.NOT_INFORMED, words, faults.sentence(found.refusal))
            self._show(())
        else:
            self.state.show_state(Mark.NOT_INFORMED, self.tr("This computer does not remember the registry."))
            self._show(self._offer)
        self._take_focus()

    def _show(self, offered: tuple[QWidget, ...]) -> None:
        for widget in (*self._offer, self.forget_it):
            widget.setVisible(widget in offered)

    def _take_focus(self) -> None:
        for widget in (self.proof, self.forget_it):
            if widget.isVisible():
                widget.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_remember_clicked(self) -> None:
        if self._busy:
            return
        self.messages.hide()
        problems = {} if self.proof.text() else {"old": say("vault.passphrase_empty")}
        show_at(self.fields, problems)
        if not problems:
            self._rest(busy=True)
            task = partial(work.remember, self.proof.passphrase())
            done = partial(
                self._on_done, self.tr("From the next time you log in, this computer opens the registry.")
            )
            self.context.runner.ask(task, done, self._on_failed)

    @Slot()
    def _on_forget_it_clicked(self) -> None:
        if not self._busy:
            self._rest(busy=True)
            done = partial(self._on_done, self.tr("This computer asks the passphrase each time."))
            self.context.runner.ask(work.forget, done, self._on_failed)

    def _on_done(self, told: str, change: Change) -> None:
        self._rest(busy=False)
        self.forget()
        self.context.bus.changed.emit(change)
        self.messages.show_message(Kind.DONE, told)
        self._ask()

    def _on_failed(self, error: KnownError) -> None:
        self._rest(busy=False)
        tell(error, self.fields, self.messages)

    def _rest(self, *, busy: bool) -> None:
        self._busy = busy
        self.proof.setReadOnly(busy)
        self.remember.setText(
            self.tr("One moment…") if busy else self.tr("Let this computer remember the registry")
        )
