"""One person concerned in the form."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Slot
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mhdesk.domain import dates
from mhdesk.domain.signals import PersonDraft
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.runner import Runner
from mhdesk.gui.signals import options
from mhdesk.gui.signals.known_part import KnownPart
from mhdesk.gui.signals.matching import COMPARED
from mhdesk.gui.signals.part import Part
from mhdesk.gui.widgets.buttons import QuietButton
from mhdesk.gui.widgets.fields import Choice, DateEditor, TextEditor
from mhdesk.gui.widgets.labels import Label

_ROLE_WIDTH = 248
_SEX_WIDTH = 124
_NATIONALITY_WIDTH = 164
_PHONE_WIDTH = 192
_LINES = ("first_names", "last_name", "birth", "phone", "safe_contact")


class PersonPart(Part):
    """Role, names, birth, sex, nationality, phone and how to call safely.

    ``known`` proposes who that may be; whoever holds the part gives it a place beside the form.
    ``role_edited`` follows a choice of role, ``removed`` the button that takes this person off the form.
    """

    role_edited = QtSignal()
    removed = QtSignal()

    def __init__(self, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = PersonDraft()
        self.heading = Label("", Type.SECTION)
        self.role = Choice(width=_ROLE_WIDTH)
        self.role.set_options(options.options("involvement_roles"))
        self.remove = QuietButton(self.tr("Take off"), small=True)
        self._lines = {name: TextEditor() for name in _LINES if name != "birth"}
        self._lines["birth"] = DateEditor(width=sizes.FIELD_WIDTH)
        self._lines["phone"] = TextEditor(width=_PHONE_WIDTH)
        self._sex = Choice(width=_SEX_WIDTH)
        self._sex.set_options(options.options("sexes"))
        self._nationality = Choice(width=_NATIONALITY_WIDTH)
        self._nationality.set_options(options.options("nationalities"))
        self.known = KnownPart(runner, self.person, self._lines["first_names"], opens=True)
        self._lay_out()
        self.role.edited.connect(self.role_edited)
        self.remove.clicked.connect(self.removed)
        self.edited.connect(self._on_edited)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(sizes.S12)
        head.addWidget(self.heading)
        head.addWidget(self.role)
        head.addStretch(1)
        self.column.addLayout(head)
        lines = self._lines
        self.add_pair(
            self.ask("first_names", self.tr("First name"), lines["first_names"], optional=True),
            self.ask("last_name", self.tr("Last name"), lines["last_name"], optional=True),
        )
        birth = self.ask("birth", self.tr("Date of birth"), lines["birth"], hint=self._birth_hint())
        described = QHBoxLayout()
        described.setSpacing(sizes.S12)
        top = Qt.AlignmentFlag.AlignTop
        described.addWidget(self.ask("sex", self.tr("Sex"), self._sex), 0, top)
        described.addWidget(self.ask("nationality", self.tr("Nationality"), self._nationality), 1, top)
        self.add_pair(birth, described)
        hint = self.tr("when and how to call")
        phone = self.ask("phone", self.tr("Phone"), lines["phone"], optional=True)
        safe = self.ask(
            "safe_contact", self.tr("Safe contact"), lines["safe_contact"], optional=True, hint=hint
        )
        self.add_pair(phone, safe, shares=(1, 2))
        self.column.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)

    def _birth_hint(self) -> str:
        return self.tr("or the year, or “about 24”")

    def set_number(self, number: int, *, alone: bool) -> None:
        """Name this block; the only one cannot be taken off."""
        self.heading.setText(self.tr("Person {number}").format(number=number))
        self.known.set_heading(self.heading.text())
        self.role.setAccessibleName(self.tr("Role of person {number}").format(number=number))
        self.remove.setAccessibleName(self.tr("Take person {number} off").format(number=number))
        self.remove.setVisible(not alone)

    def focus_chain(self) -> list[QWidget]:
        """Return what Tab visits, in order: taking off comes last, so that a name is never typed into it."""
        editors = (field.editor for field in self.fields.values())
        return [self.role, *editors, self.remove, *self.known.focus_chain()]

    def show_person(self, person: PersonDraft) -> None:
        """Fill the fields in."""
        self._kept = person
        self.role.set_code(person.role)
        self._sex.set_code(person.sex)
        self._nationality.set_code(person.nationality)
        for name, editor in self._lines.items():
            editor.setText(getattr(person, name))
        self.known.show_person(person)

    def person(self) -> PersonDraft:
        """Return the person as filled in."""
        person = PersonDraft(
            role=self.role.code(),
            sex=self._sex.code(),
            nationality=self._nationality.code(),
            person_id=self.known.person_id,
            apart_from=[*self.known.apart_from],
            involvement_id=self._kept.involvement_id,
        )
        for name, editor in self._lines.items():
            setattr(person, name, editor.text())
        return person

    @Slot(object)
    def _on_edited(self, field: object) -> None:
        for name in COMPARED:
            if field is self.fields[name]:
                self.known.home = self.fields[name].editor
                self.known.typed()

    def read_birth(self, seen_on: date) -> None:
        """Show beside the label how an age or a year was understood."""
        birth = dates.parse_birth(self._lines["birth"].text(), seen_on)
        understood = self.tr("born {birth}")
        guessed = birth is not None and birth.estimated
        shown = understood.format(birth=dates.display_birth(birth)) if birth and guessed else ""
        self.fields["birth"].set_hint(shown or self._birth_hint())
