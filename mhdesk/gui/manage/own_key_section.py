"""One's own key: another passphrase, another name."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QLineEdit

from mhdesk.domain.change import Change
from mhdesk.errors import KnownError
from mhdesk.gui.entry.new_passphrase import NewPassphrase
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.manage import work
from mhdesk.gui.manage.dialogs import OwnNameDialog
from mhdesk.gui.manage.faults_at import show_at, tell
from mhdesk.gui.manage.section import ManageSection
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.widgets.buttons import PrimaryButton, SecondaryButton
from mhdesk.gui.widgets.editors import TextEditor
from mhdesk.gui.widgets.fields import Field
from mhdesk.gui.widgets.labels import Paragraph, Section
from mhdesk.gui.widgets.messages import Kind
from mhdesk.wording import say

_WIDTH: Final = 420


class OwnKeySection(ManageSection):
    """Change one's passphrase or name; both ask the present passphrase, for the desk may stand open."""

    key, icon = "key", "key"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._busy = False
        self._name_now = context.user.name
        self.old = TextEditor()
        self.old.setEchoMode(QLineEdit.EchoMode.Password)
        self.new = NewPassphrase(self.tr("New passphrase"))
        self.change = PrimaryButton("")
        self.fields = {"old": Field(self.tr("Present passphrase"), self.old), **self.new.fields}
        self.named = Paragraph("", Type.TEXT, Role.SECOND)
        self.rename = SecondaryButton(self.tr("Change the name…"))
        self._connect()
        self._fill()
        self._rest(busy=False)

    @staticmethod
    def word() -> str:
        return QCoreApplication.translate("OwnKeySection", "My key")

    def _connect(self) -> None:
        self.new.submitted.connect(self._on_change_clicked)
        self.change.clicked.connect(self._on_change_clicked)
        self.rename.clicked.connect(self._on_rename_clicked)
        self.old.returnPressed.connect(self.new.fields["passphrase"].take_focus)
        self.old.edited.connect(partial(self.fields["old"].set_error, None))

    def _fill(self) -> None:
        self.set_summary(self.tr("Your passphrase opens your key, and your key opens the registry."))
        for widget in (self.fields["old"], self.new):
            widget.setMaximumWidth(_WIDTH)
        self.main.add(Section(self.tr("Another passphrase")))
        self.main.add(self.fields["old"], before=sizes.S12)
        self.main.add(self.new, before=sizes.S12)
        self.main.add(self.change, before=sizes.S16)
        self.main.add(Section(self.tr("Another name")), before=sizes.S32)
        self.main.add(self.named, before=sizes.S4)
        self.main.add(self.rename, before=sizes.S16)
        self.main.fill()
        self.side.add(Section(self.tr("Good to know"), small=True), before=sizes.S4)
        notes = (
            self.tr(
                "The registry opens with the new passphrase only. Old backups still ask for the old one."
            ),
            self.tr("Does somebody know your passphrase? Change it now, and tell who manages the registry."),
            self.tr("With another name you unlock by that name. What you recorded goes along."),
        )
        for sentence in notes:
            self.side.add(Paragraph(sentence, Type.CAPTION, Role.SECOND), before=sizes.S8)
        self.side.fill()

    def entered(self) -> None:
        if not self._busy:
            self._show_name()
            self.old.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Empty every passphrase."""
        self.fields["old"].wipe()
        self.new.forget()

    def _show_name(self) -> None:
        told = self.tr("You unlock as {name}, and that name stands beside what you record.")
        self.named.set_plain(told.format(name=self._name_now))
        info = self.context.info
        self.new.set_names(self._name_now, info.name, info.organisation)

    # --- passphrase ---------------------------------------------------------------------------------

    @Slot()
    def _on_change_clicked(self) -> None:
        if self._busy:
            return
        self.messages.hide()
        problems = self.new.problems()
        if not self.old.text():
            problems = {"old": say("vault.passphrase_empty"), **problems}
        show_at(self.fields, problems)
        if not problems:
            self._rest(busy=True)
            task = partial(work.change_passphrase, self.old.text(), self.new.passphrase())
            self.context.runner.ask(task, self._on_changed, self._on_refused)

    def _on_changed(self, change: Change) -> None:
        self._rest(busy=False)
        self.forget()
        self.context.bus.changed.emit(change)
        told = self.tr("Your passphrase is changed. The new one opens from now on.")
        self.messages.show_message(Kind.DONE, told)

    def _on_refused(self, error: KnownError) -> None:
        self._rest(busy=False)
        tell(error, self.fields, self.messages)

    def _rest(self, *, busy: bool) -> None:
        """Let nobody type while the key is sealed anew."""
        self._busy = busy
        self.change.setText(self.tr("One moment…") if busy else self.tr("Change the passphrase"))
        self.new.set_read_only(busy)
        self.old.setReadOnly(busy)

    # --- name ----------------------------------------------------------------------------------------

    @Slot()
    def _on_rename_clicked(self) -> None:
        self.messages.hide()
        dialog = OwnNameDialog(self.context, self._name_now, self)
        dialog.recorded.connect(self._on_renamed)
        dialog.open()

    @Slot(object)
    def _on_renamed(self, change: object) -> None:
        self.context.bus.changed.emit(change)
        self.context.runner.ask(work.own_name, self._on_own_name_arrived)

    def _on_own_name_arrived(self, name: str) -> None:
        self._name_now = name
        self._show_name()
        self.messages.show_message(Kind.DONE, self.tr("From now on you unlock as {name}.").format(name=name))
