"""Record a triage: who took part, how safe and how severe it is, and what follows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QSizePolicy, QWidget

from mhdesk.domain import dates, triage
from mhdesk.domain.change import Change
from mhdesk.domain.problems import Problem
from mhdesk.domain.triage import TriageDraft
from mhdesk.domain.views import SignalDetails
from mhdesk.gui.look import sizes
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals import options
from mhdesk.gui.signals.form_dialog import FormDialog
from mhdesk.gui.signals.indicators_view import signs_beside
from mhdesk.gui.widgets.fields import CheckGroup, Choice, DateEditor, Field, LongTextEditor
from mhdesk.wording import say

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk

_WIDTH: Final = 512
_COLUMN: Final = 240
_HALF: Final = 240


def _triage(draft: TriageDraft, desk: Desk) -> Change:
    from mhdesk.desk import triaging

    return triaging.triage(desk, draft)


class TriageDialog(FormDialog):
    """Ask what was found at a triage; ``draft`` is what was typed before. What is not known yet is never forced."""

    WIDTH = _WIDTH + 2 * sizes.S24

    def __init__(
        self,
        context: PageContext,
        details: SignalDetails,
        today: date,
        parent: QWidget,
        *,
        draft: TriageDraft | None = None,
    ) -> None:
        question = self.tr("Triage of {reference}").format(reference=details.reference)
        rule = self.tr("Name everybody who took part. What cannot be told yet may stay open.")
        super().__init__(context, question, rule, self.tr("Record the triage"), parent)
        self._today = today
        self._signal_id = details.id
        self._signs = signs_beside(details, today)
        self._day = DateEditor()
        self._day.expect(today)
        self._day.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._who = CheckGroup(column_width=_COLUMN)
        self._who.set_options(options.options("triage_disciplines"))
        words = ("direct_safety", "structural_safety", "children_at_home", "severities")
        names = ("direct_safety", "structural_safety", "children", "severity")
        self._found = {name: Choice(width=_HALF) for name in names}
        for name, vocabulary in zip(names, words, strict=True):
            self._found[name].set_options(options.options(vocabulary))
        self._outcome = Choice(width=_WIDTH)
        self._outcome.set_options(options.options("triage_outcomes"))
        self._reasoning = LongTextEditor(width=_WIDTH)
        self._ask()
        self._show(draft or TriageDraft(held_on=dates.display_day(today)))

    def _ask(self) -> None:
        part, found = self.part, self._found
        part.column.addWidget(part.ask("held_on", self.tr("Held on"), self._day))
        part.column.addWidget(part.ask("disciplines", self.tr("Who took part"), self._who))
        part.add_pair(
            self._half(part.ask("direct_safety", self.tr("Safety now"), found["direct_safety"])),
            self._half(part.ask("structural_safety", self.tr("In the long run"), found["structural_safety"])),
        )
        if self._signs is not None:
            part.column.addWidget(self._signs)
        part.add_pair(
            self._half(part.ask("severity", self.tr("How severe"), found["severity"])),
            self._half(part.ask("children", self.tr("Children in the household"), found["children"])),
        )
        part.column.addWidget(part.ask("outcome", self.tr("What follows"), self._outcome))
        part.column.addWidget(part.ask("reasoning", self.tr("Why"), self._reasoning))

    def _half(self, field: Field) -> Field:
        """Let a field take half of the width, whatever its words are."""
        policy = field.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
        field.setSizePolicy(policy)
        return field

    def _show(self, draft: TriageDraft) -> None:
        self._day.setText(draft.held_on)
        self._who.set_codes(draft.disciplines)
        for name, editor in self._found.items():
            editor.set_code(getattr(draft, name))
        self._outcome.set_code(draft.outcome)
        self._reasoning.setText(draft.reasoning)
        self.adapt()

    def adapt(self) -> None:
        """Say whom to call where there is danger at this moment."""
        code = triage.hint(self._found["direct_safety"].code(), self._outcome.code())
        self.part.fields["direct_safety"].set_hint(say(code) if code else "")

    def draft(self) -> TriageDraft:
        """Return the triage as filled in."""
        found = {name: editor.code() for name, editor in self._found.items()}
        return TriageDraft(
            signal_id=self._signal_id,
            held_on=self._day.typed(),
            disciplines=list(self._who.codes()),
            direct_safety=found["direct_safety"],
            structural_safety=found["structural_safety"],
            children=found["children"],
            severity=found["severity"],
            outcome=self._outcome.code(),
            reasoning=self._reasoning.text(),
        )

    def problems(self) -> list[Problem]:
        """Return what is wrong with the triage."""
        return self.draft().validate(self._today)

    def work(self) -> Callable[[Desk], Change]:
        """Return the triage as work for the desk."""
        return partial(_triage, self.draft())
