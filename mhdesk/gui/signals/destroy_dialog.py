"""Destroy a signal: on what ground, on whose decision, and its number typed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from mhdesk.domain.change import Change
from mhdesk.domain.destroying import DestroyDraft, confirmation_problems
from mhdesk.domain.problems import Problem, ProblemsError
from mhdesk.domain.views import SignalDetails
from mhdesk.errors import KnownError
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals import options
from mhdesk.gui.signals.form_dialog import FormDialog
from mhdesk.gui.widgets.fields import Choice, TextEditor

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from datetime import date

    from mhdesk.desk.desk import Desk

_WIDTH: Final = 356


def _destroy(signal_id: int, draft: DestroyDraft, desk: Desk) -> Change:
    from mhdesk.desk import destroying

    return destroying.destroy(desk, [signal_id], draft)


class DestroyDialog(FormDialog):
    """Ask what makes destroying lawful. No key presses the button: only a click, or Tab and the space bar."""

    def __init__(self, context: PageContext, details: SignalDetails, today: date, parent: QWidget) -> None:
        question = self.tr("Destroy {reference}?").format(reference=details.reference)
        explanation = self.tr(
            "Everything about it goes for good: the story, decisions, referrals, notes, and persons whom no other"
            " signal knows. The log keeps the numbers only. It cannot be undone."
        )
        super().__init__(context, question, explanation, self.tr("Destroy"), parent)
        self._details, self._today = details, today
        self._refused: tuple[DestroyDraft, list[Problem]] | None = None
        self._ground = Choice(width=_WIDTH)
        self._ground.set_options(options.options("destruction_grounds"))
        self._by = TextEditor(width=_WIDTH)
        self._reference = TextEditor(width=_WIDTH)
        part = self.part
        part.column.addWidget(part.ask("ground", self.tr("Ground"), self._ground))
        part.column.addWidget(part.ask("decided_by", self.tr("Decided by"), self._by))
        number = part.ask("reference", self.tr("Number of the signal"), self._reference)
        number.set_hint(self.tr("type {reference}").format(reference=details.reference))
        part.column.addWidget(number)
        self.primary.setDefault(False)
        self.cancel.setDefault(True)

    def _bind(self) -> None:
        """Bind no key: what cannot be undone asks for a choice of its own."""

    def draft(self) -> DestroyDraft:
        """Return the decision as filled in."""
        return DestroyDraft(self._ground.code(), self._by.text())

    def problems(self) -> list[Problem]:
        """Return what is missing; whether the term is over the desk knows."""
        found = self.draft().validate([], 0, self._today)
        if self._refused is not None and self._refused[0] == self.draft():
            found += self._refused[1]
        return [*found, *confirmation_problems(self._reference.text(), self._details.reference)]

    def _on_refused(self, error: KnownError) -> None:
        """Say at its field what only the registry knows: whether the term is over."""
        if isinstance(error, ProblemsError):
            self._refused = self.draft(), error.problems
        super()._on_refused(error)

    def work(self) -> Callable[[Desk], Change]:
        """Return the destruction as work for the desk."""
        return partial(_destroy, self._details.id, self.draft())
