"""The decisions about a colleague that need a field or a reason: role, name, and taking the key away."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QWidget

from mhdesk.domain.change import Change
from mhdesk.domain.colleagues import Colleague
from mhdesk.errors import KnownError
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.manage import words, work
from mhdesk.gui.manage.faults_at import show_at, tell
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.widgets.dialog import Decision
from mhdesk.gui.widgets.editors import PassphraseEditor, TextEditor
from mhdesk.gui.widgets.fields import Choice, Field
from mhdesk.gui.widgets.labels import Paragraph
from mhdesk.wording import say

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk

_WIDTH: Final = sizes.DIALOG_WIDTH - 2 * sizes.S24


def named_and_proven(name: str, passphrase: str) -> dict[str, str]:
    """Return what is missing of a name and the passphrase that proves who gives it."""
    found = {} if name.strip() else {"name": say("vault.name_empty")}
    return found if passphrase else {**found, "old": say("vault.passphrase_empty")}


class ColleagueDialog(Decision):
    """Ask for a field or two and let the desk act; the dialog closes once that is done.

    ``recorded`` carries the Change. What was typed is gone however the dialog ends.
    """

    recorded = QtSignal(object)

    def __init__(
        self, context: PageContext, question: str, explanation: str, verb: str, parent: QWidget
    ) -> None:
        super().__init__(question, explanation, verb, parent)
        self._context = context
        self._verb = verb
        self._busy = False
        self.fields: dict[str, Field] = {}

    def ask_for(self, name: str, field: Field) -> None:
        """Put a field under the others."""
        self.fields[name] = field
        self.body.addWidget(field)

    def problems(self) -> dict[str, str]:
        """Return what is missing, by field."""
        return {}

    def work(self) -> Callable[[Desk], Change]:
        """Return what the desk is asked to do."""
        raise NotImplementedError

    def decide(self) -> bool:
        """Let the desk act; the answer closes the dialog."""
        problems = self.problems()
        show_at(self.fields, problems)
        if not problems and not self._busy:
            self._rest(busy=True)
            self._context.runner.ask(self.work(), self._on_recorded, self._on_refused)
        return False

    def reject(self) -> None:
        """Stay while the desk is at it: what it does cannot be called back."""
        if not self._busy:
            super().reject()

    def done(self, result: int) -> None:
        """Close, and leave nothing of what was typed."""
        for field in self.fields.values():
            field.wipe()
        super().done(result)

    def _rest(self, *, busy: bool) -> None:
        self._busy = busy
        self.primary.setText(self.tr("One moment…") if busy else self._verb)

    def _on_recorded(self, change: Change) -> None:
        self._rest(busy=False)
        self.recorded.emit(change)
        self.accept()

    def _on_refused(self, error: KnownError) -> None:
        self._rest(busy=False)
        tell(error, self.fields, self.messages)


class RoleDialog(ColleagueDialog):
    """Ask for another role."""

    def __init__(self, context: PageContext, one: Colleague, parent: QWidget) -> None:
        question = QCoreApplication.translate("RoleDialog", "Which role does {name} get?")
        why = QCoreApplication.translate(
            "RoleDialog", "The role decides what mhdesk offers. It holds from the next time {name} unlocks."
        )
        verb = QCoreApplication.translate("RoleDialog", "Change the role")
        super().__init__(context, question.format(name=one.name), why.format(name=one.name), verb, parent)
        self._user_id = one.id
        self.role = Choice(width=_WIDTH)
        self.role.set_options(words.roles())
        self.role.set_code(one.role)
        self.ask_for("role", Field(self.tr("Role"), self.role))
        self.role.setFocus()

    def work(self) -> Callable[[Desk], Change]:
        return partial(work.change_role, self._user_id, self.role.code())


class RenameDialog(ColleagueDialog):
    """Ask for another name, and for the passphrase of whose name it is."""

    def __init__(self, context: PageContext, one: Colleague, parent: QWidget) -> None:
        question = QCoreApplication.translate("RenameDialog", "What is {name} called from now on?")
        why = QCoreApplication.translate(
            "RenameDialog",
            "Let {name} type the passphrase here: the key belongs to the name. Computers that remember it forget it.",
        )
        verb = QCoreApplication.translate("RenameDialog", "Change the name")
        super().__init__(context, question.format(name=one.name), why.format(name=one.name), verb, parent)
        self._user_id = one.id
        self.name = TextEditor(width=_WIDTH)
        self.name.setText(one.name)
        self.passphrase = PassphraseEditor(width=_WIDTH)
        self.ask_for("name", Field(self.tr("New name"), self.name))
        self.ask_for("old", Field(self.tr("Passphrase of that colleague"), self.passphrase))
        self.name.setFocus()
        self.name.selectAll()

    def problems(self) -> dict[str, str]:
        return named_and_proven(self.name.text(), self.passphrase.text())

    def work(self) -> Callable[[Desk], Change]:
        return partial(work.rename, self._user_id, self.name.text(), self.passphrase.passphrase())


class OwnNameDialog(ColleagueDialog):
    """Ask under which name one unlocks from now on; the passphrase proves who asks."""

    def __init__(self, context: PageContext, name: str, parent: QWidget) -> None:
        question = QCoreApplication.translate("OwnNameDialog", "What are you called from now on?")
        why = QCoreApplication.translate(
            "OwnNameDialog",
            "You unlock by the new name. Computers that remember the registry for you forget it.",
        )
        verb = QCoreApplication.translate("OwnNameDialog", "Change the name")
        super().__init__(context, question, why, verb, parent)
        self.name = TextEditor(width=_WIDTH)
        self.name.setText(name)
        self.passphrase = PassphraseEditor(width=_WIDTH)
        self.ask_for("name", Field(self.tr("New name"), self.name))
        self.ask_for("old", Field(self.tr("Your passphrase"), self.passphrase))
        self.name.setFocus()
        self.name.selectAll()

    def problems(self) -> dict[str, str]:
        return named_and_proven(self.name.text(), self.passphrase.text())

    def work(self) -> Callable[[Desk], Change]:
        return partial(work.rename_myself, self.name.text(), self.passphrase.passphrase())


class RevokeDialog(ColleagueDialog):
    """Explain what taking a key away means, in plain words, before it is done."""

    def __init__(self, context: PageContext, one: Colleague, parent: QWidget) -> None:
        question = QCoreApplication.translate("RevokeDialog", "Take the key of {name} away?")
        verb = QCoreApplication.translate("RevokeDialog", "Take the key away")
        super().__init__(context, question.format(name=one.name), "", verb, parent)
        self._user_id = one.id
        for sentence in self._consequences(one):
            self.body.addWidget(Paragraph(sentence, Type.TEXT, Role.SECOND))
        self.cancel.setText(self.tr("Leave it as it is"))
        self.cancel.setFocus()

    def _consequences(self, one: Colleague) -> tuple[str, ...]:
        return (
            self.tr("{name} and the computers that remember the registry for {name} get in no more.").format(
                name=one.name
            ),
            self.tr(
                "The registry gets a new key, so that old copies of the key files open it no more. That takes a few"
                " seconds and may be stopped and finished later. Computers that remember the registry ask everybody for"
                " the passphrase once."
            ),
            self.tr(
                "Older backups keep the old key: who has one and the old key files can still read it. What {name}"
                " recorded stays."
            ).format(name=one.name),
            self.tr("Only for a while? Then suspend the access: that can be taken back."),
        )

    def work(self) -> Callable[[Desk], Change]:
        return partial(work.take_key, self._user_id)
