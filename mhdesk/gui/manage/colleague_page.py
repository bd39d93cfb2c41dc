"""Add a colleague: who types a passphrase here, or who is invited."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Signal as QtSignal
from PySide6.QtCore import Slot
from PySide6.QtGui import QHideEvent

from mhdesk.domain.change import Change
from mhdesk.domain.colleagues import ColleagueDraft
from mhdesk.domain.people import Role
from mhdesk.errors import KnownError
from mhdesk.gui import faults
from mhdesk.gui.entry.mending import clear_when_edited
from mhdesk.gui.entry.new_passphrase import NewPassphrase
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role as Ink
from mhdesk.gui.manage import words, work
from mhdesk.gui.manage.faults_at import at_fields
from mhdesk.gui.manage.work import Invited
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.widgets.bars import ActionBar
from mhdesk.gui.widgets.buttons import PrimaryButton, QuietButton
from mhdesk.gui.widgets.choices import Choice, RadioCards
from mhdesk.gui.widgets.editors import TextEditor
from mhdesk.gui.widgets.fields import Field
from mhdesk.gui.widgets.labels import Paragraph, Section
from mhdesk.gui.widgets.messages import Kind
from mhdesk.gui.widgets.page import FORM, Page

_HERE: Final = "here"
_INVITED: Final = "invited"


class ColleaguePage(Page):
    """Ask name, role and how the colleague gets a passphrase; ``added`` carries the name or the `Invited`.

    It goes back before it says so.
    """

    added = QtSignal(object)

    def __init__(self, context: PageContext, name: str = "") -> None:
        super().__init__(self.tr("Add a colleague"), shape=FORM)
        self._context = context
        self._busy = False
        self.name = TextEditor()
        self.name.setText(name)
        self.role = Choice()
        self.how = RadioCards()
        self.new = NewPassphrase(self.tr("Passphrase of your colleague"))
        self.hand_over = Paragraph("", Type.STRONG)
        self.fields = {
            "name": Field(self.tr("Name"), self.name, hint=self.tr("as colleagues know them")),
            "role": Field(self.tr("Role"), self.role),
            "how": Field(self.tr("How does your colleague get a passphrase?"), self.how),
            **self.new.fields,
        }
        self.add = PrimaryButton("", keys="Ctrl+Return")
        self.cancel = QuietButton(self.tr("Cancel"))
        self._bar = ActionBar(self.add, self.cancel)
        self._connect()
        self._build()
        self._adapt()

    def _connect(self) -> None:
        self.role.set_options(words.roles())
        self.role.set_code(Role.CARE_COORDINATOR)
        here = self.tr("You hand the keyboard over. It opens from today on.")
        invited = self.tr("You hand over six words. They work once, then a passphrase is chosen.")
        self.how.set_options(
            ((_HERE, self.tr("Types one here"), here), (_INVITED, self.tr("Is invited"), invited))
        )
        self.how.set_code(_HERE)
        self.how.edited.connect(self._adapt)
        self.name.edited.connect(self._adapt)
        clear_when_edited(self.fields, self._bar)
        self.new.submitted.connect(self._on_add_clicked)
        self.add.clicked.connect(self._on_add_clicked)
        self.cancel.clicked.connect(self.back_wanted)

    def _build(self) -> None:
        self.set_summary(self.tr("Everybody has a key of their own, so that the log knows who did what."))
        self.main.add_equal(self.fields["name"], self.fields["role"])
        self.main.add(self.fields["how"], before=sizes.S24)
        self.main.add(self.hand_over, before=sizes.S24)
        self.main.add(self.new, before=sizes.S8)
        self.main.fill()
        self.side.add(Section(self.tr("Good to know"), small=True), before=sizes.S4)
        notes = (
            self.tr("A role decides what mhdesk offers. It is no wall: whoever unlocks holds the key."),
            self.tr("Nobody can look a passphrase up, you neither. Only the recovery page replaces one."),
            self.tr("Somebody who left and comes back gets the same name: then the log stays one."),
        )
        for sentence in notes:
            self.side.add(Paragraph(sentence, Type.CAPTION, Ink.SECOND), before=sizes.S8)
        self.side.fill()
        self.set_action_bar(self._bar)

    def entered(self) -> None:
        """Begin with what is not known yet."""
        (self.fields["how"] if self.name.text() else self.fields["name"]).take_focus()

    def forget(self) -> None:
        """Empty both passphrases."""
        self.new.forget()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.forget()

    @Slot()
    def _adapt(self) -> None:
        """Ask for a passphrase only from who sits here, and say whose turn it is."""
        here, name = self.how.code() == _HERE, self.name.text().strip()
        self.new.setVisible(here)
        self.hand_over.setVisible(here)
        self.new.set_names(name, self._context.info.name, self._context.info.organisation)
        turn = self.tr("Now let {name} sit here. Look away while the passphrase is typed.")
        whose = self.tr("Now let your colleague sit here. Look away while the passphrase is typed.")
        self.hand_over.set_plain(turn.format(name=name) if name else whose)
        self._show_verb()

    def _show_verb(self) -> None:
        if self._busy:
            self.add.setText(self.tr("Making the key…"))
        else:
            here = self.how.code() == _HERE
            self.add.setText(self.tr("Add") if here else self.tr("Make the invitation"))

    def _draft(self) -> ColleagueDraft:
        return ColleagueDraft(self.name.text(), self.role.code())

    def _show_problems(self, sentences: dict[str, str]) -> None:
        for name, field in self.fields.items():
            field.set_error(sentences.get(name))
        wrong = [field for name, field in self.fields.items() if name in sentences]
        self._bar.set_wrong(len(wrong))
        if wrong:
            wrong[0].take_focus()

    @Slot()
    def _on_add_clicked(self) -> None:
        if self._busy:
            return
        here, draft = self.how.code() == _HERE, self._draft()
        problems = {problem.field: problem.sentence() for problem in draft.validate()}
        self._show_problems({**problems, **(self.new.problems() if here else {})})
        if any(field.error() for field in self.fields.values()):
            return
        self.messages.hide()
        self._rest(busy=True)
        if here:
            add = partial(work.add, draft, self.new.passphrase())
            self._context.runner.ask(add, partial(self._on_added, draft.name), self._on_refused)
        else:
            self._context.runner.ask(partial(work.invite, draft), self._on_invited, self._on_refused)

    def _on_added(self, name: str, _change: Change) -> None:
        self._end(name.strip())

    def _on_invited(self, invited: Invited) -> None:
        self._end(invited)

    def _end(self, told: str | Invited) -> None:
        self._rest(busy=False)
        self.forget()
        self.back_wanted.emit()
        self.added.emit(told)

    def _on_refused(self, error: KnownError) -> None:
        self._rest(busy=False)
        sentences = at_fields(error)
        self._show_problems(sentences)
        if not sentences:
            self.messages.show_message(Kind.ERROR, faults.sentence(error))

    def _rest(self, *, busy: bool) -> None:
        """Let nobody type while the key is made."""
        self._busy = busy
        self.name.setReadOnly(busy)
        self.new.set_read_only(busy)
        for choice in (self.role, self.how):
            choice.setEnabled(not busy)
        self.cancel.setVisible(not busy)
        self._show_verb()
