"""Record what an organisation answered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QSizePolicy, QWidget

from mhdesk.domain import dates
from mhdesk.domain.change import Change
from mhdesk.domain.problems import Problem
from mhdesk.domain.referrals import AnswerDraft, ReferralState, Standing
from mhdesk.domain.views import ReferralView
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals import options
from mhdesk.gui.signals.form_dialog import FormDialog
from mhdesk.gui.widgets.fields import Choice, DateEditor, LongTextEditor

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk

_WIDTH: Final = 356


def _answer(draft: AnswerDraft, desk: Desk) -> Change:
    from mhdesk.desk import referring

    return referring.answer(desk, draft)


class AnswerReferralDialog(FormDialog):
    """Ask what the answer was, when it came, and its words; ``draft`` is what was typed before."""

    def __init__(
        self,
        context: PageContext,
        one: ReferralView,
        today: date,
        parent: QWidget,
        *,
        draft: AnswerDraft | None = None,
    ) -> None:
        question = self.tr("What did {name} answer?").format(name=one.organisation)
        super().__init__(context, question, "", self.tr("Record the answer"), parent)
        self._today = today
        self._referral = one
        self._state = Choice(width=_WIDTH)
        self._state.set_options(options.options("referral_states", without=(ReferralState.SENT,)))
        self._day = DateEditor()
        self._day.expect(today)
        self._day.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._text = LongTextEditor(width=_WIDTH)
        part = self.part
        part.column.addWidget(part.ask("state", self.tr("Answer"), self._state))
        part.column.addWidget(part.ask("answered_on", self.tr("Answered on"), self._day))
        part.column.addWidget(part.ask("answer", self.tr("What was answered"), self._text))
        self._show(draft or AnswerDraft(one.id, answered_on=dates.display_day(today)))

    def _show(self, draft: AnswerDraft) -> None:
        self._state.set_code(draft.state)
        self._day.setText(draft.answered_on)
        self._text.setText(draft.answer)

    def draft(self) -> AnswerDraft:
        """Return the answer as filled in."""
        return AnswerDraft(self._referral.id, self._state.code(), self._day.typed(), self._text.text())

    def problems(self) -> list[Problem]:
        """Return what is wrong with the answer."""
        one = self._referral
        return self.draft().validate(self._today, Standing(one.state, one.referred_on, one.started_on))

    def work(self) -> Callable[[Desk], Change]:
        """Return the answer as work for the desk."""
        return partial(_answer, self.draft())
