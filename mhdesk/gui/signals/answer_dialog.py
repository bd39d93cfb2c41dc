"""Record the next step of a referral: what an organisation answered, that help began or ended, that it is withdrawn."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QSizePolicy, QWidget

from mhdesk.domain import dates
from mhdesk.domain.change import Change
from mhdesk.domain.problems import Problem
from mhdesk.domain.referral_steps import OUTCOMES, next_steps
from mhdesk.domain.referrals import AnswerDraft, ReferralState, Standing
from mhdesk.domain.views import ReferralView
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals import options
from mhdesk.gui.signals.form_dialog import FormDialog
from mhdesk.gui.widgets.fields import Choice, DateEditor, LongTextEditor, TextEditor

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk

_WIDTH: Final = 356


def _answer(draft: AnswerDraft, desk: Desk) -> Change:
    from mhdesk.desk import referring

    return referring.answer(desk, draft)


class AnswerReferralDialog(FormDialog):
    """Ask which step was taken, when, and its words; only what can follow is there. ``draft`` is what was typed."""

    def __init__(
        self,
        context: PageContext,
        one: ReferralView,
        today: date,
        parent: QWidget,
        *,
        draft: AnswerDraft | None = None,
    ) -> None:
        question = self.tr("What became of the referral to {name}?").format(name=one.organisation)
        super().__init__(context, question, "", self.tr("Record the answer"), parent)
        self._today = today
        self._referral = one
        self._state = Choice(width=_WIDTH)
        follow = next_steps(one.state)
        self._state.set_options(
            (code, label) for code, label in options.options("referral_states") if code in follow
        )
        self._day, self._until = DateEditor(), DateEditor()
        for editor, ahead in ((self._day, False), (self._until, True)):
            editor.expect(today, ahead=ahead)
            editor.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._place = TextEditor(width=_WIDTH)
        self._outcome = Choice(width=_WIDTH)
        self._outcome.set_options(options.options(OUTCOMES))
        self._text = LongTextEditor(width=_WIDTH)
        self._ask()
        self._show(draft or AnswerDraft(one.id, answered_on=dates.display_day(today)))
        self.adapt()

    def _ask(self) -> None:
        part = self.part
        part.column.addWidget(part.ask("state", self.tr("Answer"), self._state))
        part.column.addWidget(part.ask("answered_on", self.tr("On which day"), self._day))
        part.column.addWidget(part.ask("place", self.tr("Which list, and where"), self._place, optional=True))
        part.column.addWidget(part.ask("outcome", self.tr("How it ended"), self._outcome))
        part.column.addWidget(part.ask("answer", self.tr("What was answered"), self._text))
        part.column.addWidget(part.ask("answer_by", self.tr("Ask again on"), self._until, optional=True))

    def _show(self, draft: AnswerDraft) -> None:
        self._state.set_code(draft.state)
        self._day.setText(draft.answered_on)
        self._place.setText(draft.place)
        self._outcome.set_code(draft.outcome)
        self._text.setText(draft.answer)
        self._until.setText(draft.answer_by)

    def adapt(self) -> None:
        """Ask only what belongs to the step that was chosen."""
        fields, draft = self.part.fields, self.draft()
        fields["place"].setVisible(draft.state == ReferralState.WAITING_LIST)
        fields["outcome"].setVisible(draft.state == ReferralState.ENDED)
        fields["answer_by"].setVisible(draft.waits())

    def choose(self, state: str) -> None:
        """Choose a step, as somebody would from the list."""
        self._state.set_code(state)
        self.adapt()

    def state(self) -> str:
        """Return the step that was chosen."""
        return self._state.code()

    def draft(self) -> AnswerDraft:
        """Return the step as filled in."""
        return AnswerDraft(
            self._referral.id,
            self._state.code(),
            self._day.typed(),
            self._text.text(),
            self._place.text(),
            self._outcome.code(),
            self._until.typed(),
            self._referral.version,
        )

    def problems(self) -> list[Problem]:
        """Return what is wrong with the step."""
        one = self._referral
        return self.draft().validate(self._today, Standing(one.state, one.referred_on, one.started_on))

    def work(self) -> Callable[[Desk], Change]:
        """Return the step as work for the desk."""
        return partial(_answer, self.draft())
