"""Note, correct and take off a lead of a signal, and take that back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QWidget

from mhdesk.domain import amending
from mhdesk.domain.change import Change
from mhdesk.domain.leads import LeadDraft, LeadView
from mhdesk.domain.problems import Problem
from mhdesk.domain.signals import lead_problems
from mhdesk.domain.views import DraftView, SignalDetails
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals import options, payloads
from mhdesk.gui.signals.correcting import Dialogs, Outcome, Work
from mhdesk.gui.signals.form_dialog import FormDialog
from mhdesk.gui.signals.loading import Loaded
from mhdesk.gui.widgets.fields import Choice, TextEditor

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk


def _add(signal_id: int, draft: LeadDraft, desk: Desk) -> Change:
    from mhdesk.desk import leads

    return leads.add(desk, signal_id, draft)


def _amend(lead_id: int, version: int, draft: LeadDraft, desk: Desk) -> Change:
    from mhdesk.desk import leads

    return leads.amend(desk, lead_id, version, draft)


def _remove(lead_id: int, desk: Desk) -> Change:
    from mhdesk.desk import leads

    return leads.remove(desk, lead_id)


class LeadDialog(FormDialog):
    """Ask what a lead says; ``one`` is the lead that is corrected, None for a new one."""

    def __init__(
        self, context: PageContext, details: SignalDetails, one: LeadView | None, parent: QWidget
    ) -> None:
        question = self.tr("What is known?") if one is None else self.tr("What is this lead to say?")
        rule = self.tr("Note it as it was told. It is found again in any notation.")
        super().__init__(context, question, rule, self.tr("Record the lead"), parent)
        self._details, self._one = details, one
        self._kind = Choice()
        self._kind.set_options(options.options("lead_kinds"))
        self._text, self._note = TextEditor(), TextEditor()
        part = self.part
        part.column.addWidget(part.ask("kind", self.tr("Lead"), self._kind))
        part.column.addWidget(part.ask("text", self.tr("As it was told"), self._text))
        part.column.addWidget(
            part.ask("note", self.tr("What else is known of it"), self._note, optional=True)
        )
        shown = amending.lead_draft(one) if one else LeadDraft()
        self._kind.set_code(shown.kind)
        self._text.setText(shown.text)
        self._note.setText(shown.note)

    def draft(self) -> LeadDraft:
        """Return the lead as filled in."""
        return LeadDraft(self._kind.code(), self._text.text(), self._note.text())

    def problems(self) -> list[Problem]:
        """Return what is wrong with the lead."""
        return lead_problems(self.draft(), self._details.kind)

    def work(self) -> Callable[[Desk], Change]:
        """Return the lead as work for the desk."""
        if self._one is None:
            return partial(_add, self._details.id, self.draft())
        return partial(_amend, self._one.id, self._one.version, self.draft())


class LeadActs(QObject):
    """Open the form of a lead, take leads off, and offer to take either back.

    ``corrected`` carries an `Outcome`, ``failed`` a KnownError.
    """

    corrected = QtSignal(object)
    failed = QtSignal(object)

    def __init__(self, context: PageContext, page: QWidget, dialogs: Dialogs) -> None:
        super().__init__(page)
        self._context, self._page, self._dialogs = context, page, dialogs

    def ask(self, loaded: Loaded, number: int) -> None:
        """Ask what a lead says; 0 asks for a new one."""
        one = next((lead for lead in loaded.details.leads if lead.id == number), None)
        about = {"signal_id": loaded.details.id, "lead_id": number, "version": one.version if one else 0}
        kept = self._dialogs.kept(
            payloads.FORM_LEAD, lambda payload: payloads.number_of(payload, "lead_id") == number
        )
        if one is not None and kept is not None:  # what a colleague changed since is not written over
            about["version"] = payloads.number_of(kept.payload, "version")
            one = replace(one, version=about["version"])
        dialog = LeadDialog(self._context, loaded.details, one, self._page)
        dialog.keep_told(payloads.FORM_LEAD, about, kept)
        self._dialogs.show(dialog, partial(self._on_recorded, one))

    def go_on(self, loaded: Loaded, kept: DraftView) -> bool:
        """Open what somebody began, also of a lead that was taken off since; say whether it was this form."""
        if kept.form != payloads.FORM_LEAD:
            return False
        number = payloads.number_of(kept.payload, "lead_id")
        if not number or any(lead.id == number for lead in loaded.details.leads):
            self.ask(loaded, number)
        else:
            gone = self.tr("This lead was taken off. What was typed about it can be thrown away.")
            self.corrected.emit(Outcome(gone))
        return True

    def remove(self, loaded: Loaded, number: int) -> None:
        """Take a lead off."""
        one = next(lead for lead in loaded.details.leads if lead.id == number)
        again = partial(_add, loaded.details.id, amending.lead_draft(one))
        then = partial(self._tell, self.tr("The lead is taken off."), again)
        self._context.runner.ask(partial(_remove, number), then, self.failed.emit)

    def _on_recorded(self, one: LeadView | None, change: object) -> None:
        if not isinstance(change, Change) or change.created is None:
            return
        undo: Work = partial(_remove, change.created)
        if one is not None:
            undo = partial(_amend, one.id, one.version + 1, amending.lead_draft(one))
        self._tell(self.tr("The lead is recorded."), undo, change)

    def _tell(self, sentence: str, undo: Work, change: Change) -> None:
        self.corrected.emit(Outcome(sentence, undo))
        self._context.bus.changed.emit(change)
