"""Add and amend an organisation and who works there; end one of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from mhdesk.domain import dates
from mhdesk.domain.change import Change
from mhdesk.domain.network import ContactDraft, OrganisationDraft, ended_problems
from mhdesk.domain.network_views import ContactView, OrganisationDetails
from mhdesk.domain.problems import Problem
from mhdesk.gui.look import sizes
from mhdesk.gui.network import work
from mhdesk.gui.network.guard import ClientGuard
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals import options
from mhdesk.gui.signals.form_dialog import FormDialog
from mhdesk.gui.widgets.fields import Choice, DateEditor, LongTextEditor, TextEditor

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk

WIDTH: Final = 452
HALF: Final = 214
DIALOG_WIDTH: Final = WIDTH + 2 * sizes.S24


class OrganisationDialog(FormDialog):
    """Ask who an organisation is and how it is reached; ``one`` is what is amended, None for a new one."""

    WIDTH = DIALOG_WIDTH

    def __init__(
        self, context: PageContext, one: OrganisationDetails | None, today: date, parent: QWidget
    ) -> None:
        question = self.tr("Which organisation?") if one is None else self.tr("What is to be known?")
        super().__init__(context, question, "", self.tr("Record the organisation"), parent)
        self._one = one
        self._name, self._address = TextEditor(width=WIDTH), TextEditor(width=WIDTH)
        self._group, self._side = Choice(width=HALF), Choice(width=HALF)
        self._group.set_options(options.options("organisation_groups"))
        self._side.set_options(options.options("organisation_sides"), blank=self.tr("As its group"))
        self._phone, self._email = TextEditor(width=HALF), TextEditor(width=HALF)
        self._note = LongTextEditor(width=WIDTH)
        self._guard = ClientGuard(self._note, today)
        self._ask()
        if one is not None:
            self._show(one)

    def _ask(self) -> None:
        part = self.part
        part.column.addWidget(part.ask("name", self.tr("Name"), self._name))
        side = part.ask("side", self.tr("Side"), self._side, hint=self.tr("of the wall"))
        part.add_pair(part.ask("group", self.tr("Group"), self._group), side)
        phone = part.ask("phone", self.tr("Phone"), self._phone, optional=True)
        part.add_pair(phone, part.ask("email", self.tr("E-mail"), self._email, optional=True))
        part.column.addWidget(part.ask("address", self.tr("Address"), self._address, optional=True))
        about = part.ask("note", self.tr("What to know of it"), self._note, optional=True)
        part.column.addWidget(about)
        part.column.addWidget(self._guard)

    def _show(self, one: OrganisationDetails) -> None:
        for editor, text in (
            (self._name, one.name),
            (self._phone, one.phone),
            (self._email, one.email),
            (self._address, one.address),
        ):
            editor.setText(text)
        self._note.setText(one.note)
        self._group.set_code(one.group)
        self._side.setCurrentIndex(max(0, self._side.findData(one.side)))

    def draft(self) -> OrganisationDraft:
        """Return the organisation as filled in."""
        return OrganisationDraft(
            name=self._name.text(),
            group=self._group.code(),
            side=self._side.code(),
            phone=self._phone.text(),
            email=self._email.text(),
            address=self._address.text(),
            note=self._note.text(),
        )

    def problems(self) -> list[Problem]:
        """Return what is wrong with what is filled in."""
        return self.draft().validate()

    def work(self) -> Callable[[Desk], Change]:
        """Return the organisation as work for the desk."""
        number, version = (self._one.id, self._one.version) if self._one else (0, 0)
        return partial(work.record_organisation, number, version, self.draft())


class ContactDialog(FormDialog):
    """Ask who works at an organisation; ``one`` is whom it is amended of, None for somebody new."""

    WIDTH = DIALOG_WIDTH

    def __init__(
        self, context: PageContext, owner: OrganisationDetails, one: ContactView | None, parent: QWidget
    ) -> None:
        question = self.tr("Who at {name}?").format(name=owner.name)
        rule = self.tr("Somebody who works there, never a client.")
        super().__init__(context, question, rule, self.tr("Record the contact"), parent)
        self._owner, self._one = owner.id, one
        self._name, self._function = TextEditor(width=HALF), TextEditor(width=HALF)
        self._phone, self._email = TextEditor(width=HALF), TextEditor(width=HALF)
        self._note = TextEditor(width=WIDTH)
        part = self.part
        name = part.ask("name", self.tr("Name"), self._name)
        part.add_pair(name, part.ask("function", self.tr("What they do"), self._function, optional=True))
        phone = part.ask("phone", self.tr("Phone"), self._phone, optional=True)
        part.add_pair(phone, part.ask("email", self.tr("E-mail"), self._email, optional=True))
        note = part.ask("note", self.tr("When to reach them, and what for"), self._note, optional=True)
        part.column.addWidget(note)
        if one is not None:
            self._show(one)

    def _show(self, one: ContactView) -> None:
        self._name.setText(one.name)
        self._function.setText(one.function)
        self._phone.setText(one.phone)
        self._email.setText(one.email)
        self._note.setText(one.note)

    def draft(self) -> ContactDraft:
        """Return the contact as filled in."""
        return ContactDraft(
            self._name.text(),
            self._function.text(),
            self._phone.text(),
            self._email.text(),
            self._note.text(),
        )

    def problems(self) -> list[Problem]:
        """Return what is wrong with what is filled in."""
        return self.draft().validate()

    def work(self) -> Callable[[Desk], Change]:
        """Return the contact as work for the desk."""
        number, version = (self._one.id, self._one.version) if self._one else (0, 0)
        return partial(work.record_contact, self._owner, number, version, self.draft())


class EndDialog(FormDialog):
    """Ask for the last day of an ``organisation``, a ``contact`` or an ``offer``."""

    def __init__(
        self, context: PageContext, record: str, number: int, name: str, today: date, parent: QWidget
    ) -> None:
        question = self.tr("End {name}?").format(name=name)
        rule = self.tr("It stays to be read, and is no choice any more. You can take this back.")
        super().__init__(context, question, rule, self.tr("End"), parent)
        self._record, self._number, self._today = record, number, today
        self._day = DateEditor()
        self._day.expect(today)
        self._day.setText(dates.display_day(today))
        self.part.column.addWidget(self.part.ask("ended_on", self.tr("Last day"), self._day))

    def problems(self) -> list[Problem]:
        """Return what is wrong with the day."""
        return ended_problems(self._day.typed(), self._today)

    def work(self) -> Callable[[Desk], Change]:
        """Return the end as work for the desk."""
        return partial(work.end, self._record, self._number, self._day.typed())
