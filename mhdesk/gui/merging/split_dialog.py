"""Somebody who was recorded as one and is two: which signals are about the other, and who that is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from mhdesk.domain import dates, phones
from mhdesk.domain.change import Change
from mhdesk.domain.persons import PersonDetails, RoleView
from mhdesk.domain.problems import Problem
from mhdesk.domain.signals import PersonDraft, person_draft_problems
from mhdesk.domain.vocabulary import vocabulary
from mhdesk.gui import words
from mhdesk.gui.look import sizes
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals import options
from mhdesk.gui.signals.form_dialog import FormDialog
from mhdesk.gui.signals.naming import DOT
from mhdesk.gui.widgets.fields import CheckGroup, Choice, DateEditor, LongTextEditor, TextEditor

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk

FORM_SPLIT: Final = "person.split"
_WIDTH: Final = 452
_HALF: Final = 218


def split_off(person_id: int, involvement_ids: Sequence[int], draft: PersonDraft, desk: Desk) -> Change:
    """Let some of a person's signals be about somebody else."""
    from mhdesk.desk import merging

    return merging.split_off(desk, person_id, involvement_ids, draft)


class SplitDialog(FormDialog):
    """Ask which signals are about somebody else, and what is known of that person."""

    WIDTH = _WIDTH + 2 * sizes.S24

    def __init__(self, context: PageContext, details: PersonDetails, today: date, parent: QWidget) -> None:
        question = self.tr("Which signals are about somebody else?")
        explanation = self.tr(
            "Decisions, terms and referrals go along with them. A case stays with the person it is about now."
        )
        super().__init__(context, question, explanation, self.tr("Make this two persons"), parent)
        self._details = details
        self._chosen = CheckGroup(column_width=_WIDTH)
        self._lines = {name: TextEditor(width=_HALF) for name in ("first_names", "last_name", "phone")}
        self._birth, self._safe = DateEditor(width=_HALF), LongTextEditor(width=_WIDTH)
        self._sex, self._nationality = Choice(width=_HALF), Choice(width=_HALF)
        self._sex.set_options(options.options("sexes"))
        self._nationality.set_options(options.options("nationalities"))
        self._chosen.set_options((str(one.involvement_id), _role(one, today)) for one in details.roles)
        self._ask()
        self._fill_in(details)

    def _ask(self) -> None:
        part, lines = self.part, self._lines
        part.column.addWidget(part.ask("involvement_ids", self.tr("About somebody else"), self._chosen))
        first = part.ask("first_names", self.tr("First name"), lines["first_names"], optional=True)
        part.add_pair(first, part.ask("last_name", self.tr("Last name"), lines["last_name"], optional=True))
        birth = part.ask("birth", self.tr("Date of birth"), self._birth, optional=True)
        part.add_pair(birth, part.ask("phone", self.tr("Phone"), lines["phone"], optional=True))
        sex = part.ask("sex", self.tr("Sex"), self._sex)
        part.add_pair(sex, part.ask("nationality", self.tr("Nationality"), self._nationality))
        hint = self.tr("when and how to call")
        safe = part.ask("safe_contact", self.tr("Safe contact"), self._safe, optional=True, hint=hint)
        part.column.addWidget(safe)

    def _fill_in(self, details: PersonDetails) -> None:
        """Begin with what is known of both: a rule for safe contact that goes along is one too many, never too few."""
        self._lines["first_names"].setText(details.first_names)
        self._lines["last_name"].setText(details.last_name)
        self._lines["phone"].setText(phones.display(details.phone) if details.phone else "")
        self._birth.setText(dates.display_birth(details.birth) if details.birth else "")
        self._sex.set_code(details.sex)
        self._nationality.set_code(details.nationality)
        self._safe.setText(details.safe_contact)

    def chosen(self) -> list[int]:
        """Return the involvements that are about somebody else."""
        return [int(code) for code in self._chosen.codes()]

    def draft(self) -> PersonDraft:
        """Return who that is, as filled in."""
        return PersonDraft(
            first_names=self._lines["first_names"].text(),
            last_name=self._lines["last_name"].text(),
            sex=self._sex.code(),
            birth=self._birth.text(),
            nationality=self._nationality.code(),
            phone=self._lines["phone"].text(),
            safe_contact=self._safe.text(),
        )

    def problems(self) -> list[Problem]:
        """Return what is wrong with the choice and with the person as filled in."""
        chosen = {one.involvement_id: one.received_on for one in self._details.roles}
        seen = [day for number, day in chosen.items() if number in self.chosen()]
        found = person_draft_problems(self.draft(), min(seen, default=max(chosen.values())))
        if len(seen) in {0, len(chosen)}:
            code = "merge.split_all" if seen else "merge.split_none"
            found.insert(0, Problem("involvement_ids", code))
        return found

    def work(self) -> Callable[[Desk], Change]:
        """Return the parting as work for the desk."""
        return partial(split_off, self._details.id, self.chosen(), self.draft())


def _role(one: RoleView, today: date) -> str:
    role = vocabulary("involvement_roles").label(one.role)
    return DOT.join((one.reference, words.weekday_day(one.received_on, today), role))
