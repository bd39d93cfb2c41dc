"""Ask whether somebody is informed, and only what that answer needs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from mhdesk.domain import dates
from mhdesk.domain.change import Change
from mhdesk.domain.informing import Choice as Decided
from mhdesk.domain.informing import InformDraft
from mhdesk.domain.problems import Problem
from mhdesk.domain.views import InvolvementView
from mhdesk.gui import words
from mhdesk.gui.look import sizes
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals import options
from mhdesk.gui.signals.form_dialog import FormDialog
from mhdesk.gui.signals.naming import name_words
from mhdesk.gui.widgets.fields import Choice, DateEditor, LongTextEditor, RadioCards, TextEditor

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk

_WIDTH: Final = 452
_HALF: Final = 214
_BY_WHOM: Final = frozenset({"choice", "reasoning", "decided_by", "decided_on"})
_WAITING: Final = _BY_WHOM | {"ground", "legal_ground", "review_on"}
_ASKED: Final = {
    "": frozenset({"choice"}),
    Decided.INFORM: _BY_WHOM | {"informed_on", "informed_how"},
    Decided.NOT_YET: _WAITING,
    Decided.NOT: _WAITING | {"agreed_by"},
}


def _decide(draft: InformDraft, desk: Desk) -> Change:
    from mhdesk.desk import informing

    return informing.decide(desk, draft)


class _Answers(RadioCards):
    """Three short answers beside each other in the width of a dialog."""

    def __init__(self) -> None:
        super().__init__()
        self._width = 124
        self._grid.setHorizontalSpacing(0)


class DecideInformingDialog(FormDialog):
    """Take a decision on informing one person; ``draft`` is what was typed before."""

    WIDTH = _WIDTH + 2 * sizes.S24

    def __init__(
        self,
        context: PageContext,
        one: InvolvementView,
        today: date,
        parent: QWidget,
        *,
        draft: InformDraft | None = None,
    ) -> None:
        question = self.tr("Is {name} informed?").format(name=name_words(one))
        rule = self.tr("Both victim and aggressor are informed, unless something weighs against it.")
        super().__init__(context, question, rule, self.tr("Record the decision"), parent)
        self._today = today
        self._involvement_id = one.id
        self._choice = _Answers()
        self._choice.set_options((code, label, "") for code, label in options.options("inform_choices"))
        self._ground = Choice(width=_WIDTH)
        self._ground.set_options(options.options("inform_grounds"))
        self._legal_ground = Choice(width=_WIDTH)
        self._legal_ground.set_options(options.legal_grounds(context.info.organisation_type))
        self._reasoning = LongTextEditor(width=_WIDTH)
        self._lines = {name: TextEditor(width=_HALF) for name in ("decided_by", "agreed_by", "informed_how")}
        self._days = {name: DateEditor() for name in ("decided_on", "review_on", "informed_on")}
        for name, day in self._days.items():
            day.expect(today, ahead=name == "review_on")
        self._ask()
        self._show(draft or self._fresh())

    def _fresh(self) -> InformDraft:
        return InformDraft(decided_by=self._context.user.name, decided_on=dates.display_day(self._today))

    def _ask(self) -> None:
        part, lines, days = self.part, self._lines, self._days
        part.column.addWidget(part.ask("choice", self.tr("Decision"), self._choice))
        part.column.addWidget(part.ask("ground", self.tr("Why wait"), self._ground))
        part.column.addWidget(part.ask("legal_ground", self.tr("Legal ground"), self._legal_ground))
        part.column.addWidget(part.ask("reasoning", self.tr("What was weighed"), self._reasoning))
        by = part.ask("decided_by", self.tr("Decided by"), lines["decided_by"])
        self._row(part.ask("decided_on", self.tr("Decided on"), days["decided_on"]), by)
        how = part.ask("informed_how", self.tr("How it was told"), lines["informed_how"], optional=True)
        self._row(part.ask("informed_on", self.tr("Told on"), days["informed_on"], optional=True), how)
        agreed = part.ask("agreed_by", self.tr("Agreed by"), lines["agreed_by"], optional=True)
        self._row(part.ask("review_on", self.tr("Review on"), days["review_on"]), agreed)

    def _row(self, day: QWidget, beside: QWidget) -> None:
        row = QHBoxLayout()
        row.setSpacing(sizes.S16)
        row.addWidget(day, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(beside, 1, Qt.AlignmentFlag.AlignTop)
        self.part.column.addLayout(row)

    def _show(self, draft: InformDraft) -> None:
        self._choice.set_code(draft.choice)
        self._ground.set_code(draft.ground)
        self._legal_ground.set_code(draft.legal_ground)
        self._reasoning.setText(draft.reasoning)
        for name, editor in (*self._lines.items(), *self._days.items()):
            editor.setText(getattr(draft, name))
        for day in self._days.values():
            day.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.adapt()

    def adapt(self) -> None:
        """Ask only what the choice needs, and say until when waiting may last."""
        asked = _ASKED[self._choice.code()]
        for name, field in self.part.fields.items():
            field.setVisible(name in asked)
        self.part.fields["review_on"].set_hint(self._latest())

    def _latest(self) -> str:
        """Return until when this ground lets somebody wait: only "not yet" has such a day."""
        draft = self.draft()
        last = draft.latest_review()
        if draft.choice != Decided.NOT_YET or last is None:
            return ""
        return self.tr("by {day}").format(day=words.weekday_day(last, self._today))

    def draft(self) -> InformDraft:
        """Return the decision as filled in; what this choice does not ask stays empty."""
        return self._asked_only(self.typed())

    def typed(self) -> InformDraft:
        """Return everything that was filled in, also for another choice."""
        draft = InformDraft(
            involvement_id=self._involvement_id,
            choice=self._choice.code(),
            ground=self._ground.code(),
            legal_ground=self._legal_ground.code(),
            reasoning=self._reasoning.text(),
        )
        for name, editor in (*self._lines.items(), *self._days.items()):
            setattr(draft, name, editor.text())
        return draft

    def _asked_only(self, draft: InformDraft) -> InformDraft:
        for name in self.part.fields.keys() - _ASKED[draft.choice]:
            setattr(draft, name, "")
        return draft

    def problems(self) -> list[Problem]:
        """Return what is wrong with the decision."""
        return self.draft().validate(self._today)

    def work(self) -> Callable[[Desk], Change]:
        """Return the decision as work for the desk."""
        return partial(_decide, self.draft())
