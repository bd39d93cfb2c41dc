"""Look along with a colleague's decision not to inform somebody: agree, or say why not."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mhdesk.domain import four_eyes
from mhdesk.domain.change import Change
from mhdesk.domain.four_eyes import Agreement
from mhdesk.domain.problems import Problem
from mhdesk.domain.views import DecisionView, InvolvementView
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals import decision_words
from mhdesk.gui.signals.form_dialog import FormDialog
from mhdesk.gui.signals.naming import name_words, role_words
from mhdesk.gui.signals.payloads import AgreeDraft
from mhdesk.gui.widgets.fields import LongTextEditor, RadioCards
from mhdesk.gui.widgets.labels import Paragraph

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk

_WIDTH: Final = 452


def _agree(draft: AgreeDraft, desk: Desk) -> Change:
    from mhdesk.desk import informing

    return informing.agree(desk, draft.decision_id, draft.answer, draft.reason)


class AgreeDialog(FormDialog):
    """Ask a second person whether somebody stays uninformed; ``draft`` is what was typed before."""

    WIDTH = _WIDTH + 2 * sizes.S24

    def __init__(
        self, context: PageContext, one: InvolvementView, parent: QWidget, *, draft: AgreeDraft | None = None
    ) -> None:
        decision = one.decisions[0]
        question = self.tr("Do you agree that {name} is not informed?").format(name=name_words(one))
        explanation = self.tr("{role}. Decided by {who}.").format(
            role=role_words(one).capitalize(), who=decision.decided_by
        )
        super().__init__(context, question, explanation, self.tr("Record the answer"), parent)
        self._decision_id = decision.id
        self.body.insertLayout(0, self._what_was_decided(decision))
        self._answer = RadioCards()
        self._answer.set_options(
            [
                (Agreement.AGREED, self.tr("I agree"), self.tr("The decision stands.")),
                (Agreement.DISAGREED, self.tr("I do not agree"), self.tr("A new decision is due.")),
            ]
        )
        self._reason = LongTextEditor(width=_WIDTH)
        self.part.column.addWidget(self.part.ask("answer", self.tr("Your answer"), self._answer))
        why = self.part.ask("reason", self.tr("Why"), self._reason)
        self.part.column.addWidget(why)
        typed = draft or AgreeDraft()
        self._answer.set_code(typed.answer)
        self._reason.setText(typed.reason)
        self.adapt()

    def _what_was_decided(self, decision: DecisionView) -> QVBoxLayout:
        """Return the reasons with everything that was recorded with them, for whoever is to agree."""
        lines = QVBoxLayout()
        lines.setSpacing(sizes.S4)
        lines.setContentsMargins(sizes.S4, 0, sizes.S4, 0)
        lines.addWidget(Paragraph(decision_words.reasons(decision)))
        for line in decision_words.details(decision):
            lines.addWidget(Paragraph(line, Type.CAPTION, Role.SECOND))
        return lines

    def adapt(self) -> None:
        """Ask why once there is an answer; only who agrees may leave that open."""
        self.part.fields["reason"].setVisible(bool(self._answer.code()))
        agrees = self._answer.code() == Agreement.AGREED
        self.part.fields["reason"].set_hint(self.tr("may stay empty") if agrees else "")

    def typed(self) -> AgreeDraft:
        """Return everything that was filled in."""
        return AgreeDraft(self._decision_id, self._answer.code(), self._reason.text())

    def problems(self) -> list[Problem]:
        """Return what is wrong with the answer."""
        return four_eyes.answer_problems(self._answer.code(), self._reason.text())

    def work(self) -> Callable[[Desk], Change]:
        """Return the answer as work for the desk."""
        return partial(_agree, self.typed())
