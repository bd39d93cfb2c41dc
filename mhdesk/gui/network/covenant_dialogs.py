"""Add and amend a covenant with an organisation, and note how working with it went."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from mhdesk.domain import dates
from mhdesk.domain.change import Change
from mhdesk.domain.network import CovenantDraft, ExperienceDraft
from mhdesk.domain.network_views import CovenantView, OrganisationDetails
from mhdesk.domain.problems import Problem
from mhdesk.domain.vocabulary import UNKNOWN
from mhdesk.gui.network import work
from mhdesk.gui.network.guard import ClientGuard
from mhdesk.gui.network.organisation_dialogs import DIALOG_WIDTH, HALF, WIDTH
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals import options
from mhdesk.gui.signals.form_dialog import FormDialog
from mhdesk.gui.widgets.fields import CheckGroup, Choice, DateEditor, LongTextEditor, TextEditor

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk


class CovenantDialog(FormDialog):
    """Ask what was agreed, until when and for what; ``one`` is what is amended, None for a new covenant."""

    WIDTH = DIALOG_WIDTH

    def __init__(
        self,
        context: PageContext,
        owner: OrganisationDetails,
        one: CovenantView | None,
        today: date,
        parent: QWidget,
    ) -> None:
        question = self.tr("What was agreed with {name}?").format(name=owner.name)
        rule = self.tr("60 days before the last day it comes up on Today.")
        super().__init__(context, question, rule, self.tr("Record the covenant"), parent)
        self._owner, self._one, self._today = owner.id, one, today
        self._kind, self._title = Choice(width=HALF), TextEditor(width=HALF)
        self._kind.set_options(options.options("covenant_kinds"))
        self._starts, self._ends = DateEditor(), DateEditor()
        self._starts.expect(today)
        self._ends.expect(today, ahead=True)
        self._purposes = CheckGroup(column_width=HALF - 30)
        self._purposes.set_options(options.options("referral_purposes", without=(UNKNOWN,)))
        self._covers, self._note = LongTextEditor(width=WIDTH), TextEditor(width=WIDTH)
        self._ask()
        if one is not None:
            self._show(one)

    def _ask(self) -> None:
        part = self.part
        kind = part.ask("kind", self.tr("Kind"), self._kind)
        part.add_pair(kind, part.ask("title", self.tr("How it is called"), self._title))
        starts = part.ask("starts_on", self.tr("First day"), self._starts)
        part.add_pair(starts, part.ask("ends_on", self.tr("Last day"), self._ends, optional=True))
        what = part.ask("covers", self.tr("What may be shared under it"), self._covers, optional=True)
        part.column.addWidget(what)
        purposes = part.ask("purposes", self.tr("Only for"), self._purposes, optional=True)
        part.column.addWidget(purposes)
        note = part.ask("note", self.tr("Where it lies, and who signed"), self._note, optional=True)
        part.column.addWidget(note)

    def _show(self, one: CovenantView) -> None:
        self._kind.set_code(one.kind)
        self._title.setText(one.title)
        self._starts.setText(dates.display_day(one.starts_on))
        self._ends.setText(dates.display_day(one.ends_on) if one.ends_on else "")
        self._purposes.set_codes(one.purposes)
        self._covers.setText(one.covers)
        self._note.setText(one.note)

    def draft(self) -> CovenantDraft:
        """Return the covenant as filled in."""
        return CovenantDraft(
            kind=self._kind.code(),
            title=self._title.text(),
            purposes=[*self._purposes.codes()],
            covers=self._covers.text(),
            starts_on=self._starts.typed(),
            ends_on=self._ends.typed(),
            note=self._note.text(),
        )

    def problems(self) -> list[Problem]:
        """Return what is wrong with what is filled in."""
        return self.draft().validate(self._today)

    def work(self) -> Callable[[Desk], Change]:
        """Return the covenant as work for the desk."""
        number, version = (self._one.id, self._one.version) if self._one else (0, 0)
        return partial(work.record_covenant, self._owner, number, version, self.draft())


class ExperienceDialog(FormDialog):
    """Ask how working with an organisation went."""

    WIDTH = DIALOG_WIDTH

    def __init__(
        self, context: PageContext, owner: OrganisationDetails, today: date, parent: QWidget
    ) -> None:
        question = self.tr("How did working with {name} go?").format(name=owner.name)
        rule = self.tr("Write what a colleague should know next time. Never about a client.")
        super().__init__(context, question, rule, self.tr("Record the experience"), parent)
        self._owner, self._today = owner.id, today
        self._day, self._text = DateEditor(), LongTextEditor(width=WIDTH)
        self._day.expect(today)
        self._day.setText(dates.display_day(today))
        self._guard = ClientGuard(self._text, today)
        part = self.part
        part.column.addWidget(part.ask("happened_on", self.tr("When"), self._day))
        part.column.addWidget(part.ask("text", self.tr("What happened"), self._text))
        part.column.addWidget(self._guard)

    def draft(self) -> ExperienceDraft:
        """Return the experience as filled in."""
        return ExperienceDraft(self._day.typed(), self._text.text())

    def problems(self) -> list[Problem]:
        """Return what is wrong with what is filled in."""
        return self.draft().validate(self._today)

    def work(self) -> Callable[[Desk], Change]:
        """Return the experience as work for the desk."""
        return partial(work.record_experience, self._owner, self.draft())
