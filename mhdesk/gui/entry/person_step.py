"""Step 2 of a new registry: who will work in it first, and the passphrase that opens it."""

from __future__ import annotations

from PySide6.QtCore import Signal as QtSignal
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from mhdesk.domain.people import PERMISSIONS, Permission, Role
from mhdesk.domain.registries import RegistryDraft
from mhdesk.domain.vocabulary import vocabulary
from mhdesk.gui.entry.mending import clear_when_edited
from mhdesk.gui.entry.new_passphrase import NewPassphrase
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role as Ink
from mhdesk.gui.widgets.bars import ActionBar
from mhdesk.gui.widgets.buttons import PrimaryButton, QuietButton
from mhdesk.gui.widgets.choices import Choice
from mhdesk.gui.widgets.editors import TextEditor
from mhdesk.gui.widgets.fields import Field
from mhdesk.gui.widgets.labels import Paragraph, Section
from mhdesk.gui.widgets.page import FORM, Page


def founder_roles() -> list[Role]:
    """Return the roles of which somebody can begin a registry: they may administer it and work in it."""
    wanted = {Permission.ADMINISTER, Permission.WRITE}
    return [role for role in Role if wanted <= PERMISSIONS[role]]


class PersonStep(Page):
    """Ask for the first user; ``finished`` follows when what is asked here stands."""

    finished = QtSignal()
    back_wanted = QtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("You"), parent, shape=FORM)
        self._name = TextEditor()
        self._role = Choice()
        self.new = NewPassphrase(self.tr("Passphrase"))
        self._names: tuple[str, ...] = ()
        self._busy = False
        self.fields = {
            "user_name": Field(self.tr("Your name"), self._name, hint=self.tr("as colleagues know you")),
            "role": Field(self.tr("Role"), self._role),
            **self.new.fields,
        }
        self._make = PrimaryButton(self.tr("Make the registry"))
        self._back = QuietButton(self.tr("Back"))
        self._bar = ActionBar(self._make, self._back)
        self._connect()
        self._build()

    def _connect(self) -> None:
        labels = vocabulary("user_roles")
        self._role.set_options((role, labels.label(role)) for role in founder_roles())
        self._role.set_code(RegistryDraft().role)
        self._name.edited.connect(self._on_name_edited)
        clear_when_edited(self.fields, self._bar)
        self.new.submitted.connect(self._on_make_clicked)
        self._make.clicked.connect(self._on_make_clicked)
        self._back.clicked.connect(self.back_wanted)

    def _build(self) -> None:
        self.set_summary(self.tr("Your name stands beside everything you record."))
        self.main.add_equal(self.fields["user_name"], self.fields["role"])
        self.main.add(self.new, before=sizes.S24)
        self.main.fill()
        self.side.add(Section(self.tr("A good passphrase"), small=True), before=sizes.S4)
        advice = (
            self.tr("No names, no saying, no line of a song, nothing about your work."),
            self.tr("Spaces and capitals may be in it, they need not."),
            self.tr("Do not write it down beside this computer. Nobody can look it up for you."),
        )
        for sentence in advice:
            self.side.add(Paragraph(sentence, Type.CAPTION, Ink.SECOND), before=sizes.S8)
        self.side.fill()
        self.set_action_bar(self._bar)

    def enter(self, *names: str) -> None:
        """Begin; ``names`` belong to the registry and so are easy to guess."""
        self._names = names
        self._on_name_edited()
        self.fields["passphrase" if self._name.text() else "user_name"].take_focus()

    def fill(self, draft: RegistryDraft) -> None:
        """Put who it is into the draft."""
        draft.user_name = self._name.text()
        draft.role = self._role.code()

    def passphrase(self) -> str:
        """Return the passphrase as typed."""
        return self.new.passphrase()

    def forget(self) -> None:
        """Empty both passphrases."""
        self.new.forget()

    def set_busy(self, busy: bool) -> None:
        """Rest while the registry is made."""
        self._busy = busy
        self._make.setText(self.tr("Making the keys…") if busy else self.tr("Make the registry"))
        self._name.setReadOnly(busy)
        self.new.set_read_only(busy)
        self._role.setEnabled(not busy)
        self._back.setVisible(not busy)

    def show_problems(self, sentences: dict[str, str]) -> int:
        """Say what is wrong at the fields of this step; return how many of these problems stand here."""
        found = {name: sentence for name, sentence in sentences.items() if name in self.fields}
        for name, field in self.fields.items():
            field.set_error(found.get(name))
        self._bar.set_wrong(len(found))
        if found:
            next(field for name, field in self.fields.items() if name in found).take_focus()
        return len(found)

    @Slot()
    def _on_make_clicked(self) -> None:
        if self._busy:
            return
        draft = RegistryDraft()
        self.fill(draft)
        sentences = {problem.field: problem.sentence() for problem in draft.validate()}
        if not self.show_problems(sentences | self.new.problems()):
            self.finished.emit()

    @Slot()
    def _on_name_edited(self) -> None:
        self.new.set_names(*self._names, self._name.text())
