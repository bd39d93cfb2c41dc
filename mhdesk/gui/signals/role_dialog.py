"""Correct in which role somebody is concerned, and say what that starts or ends."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from mhdesk.domain import roles
from mhdesk.domain.change import Change
from mhdesk.domain.problems import Problem
from mhdesk.domain.roles import RoleDraft
from mhdesk.domain.signals import ROLES_TO_INFORM
from mhdesk.domain.signals import Kind as Record
from mhdesk.domain.views import InvolvementView, SignalDetails
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals import options
from mhdesk.gui.signals.form_dialog import FormDialog
from mhdesk.gui.signals.naming import name_words, role_words
from mhdesk.gui.widgets.fields import Choice, LongTextEditor
from mhdesk.gui.widgets.labels import Paragraph

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk

_WIDTH: Final = 452


def change_role(draft: RoleDraft, desk: Desk) -> Change:
    """Correct a role."""
    from mhdesk.desk import roles as work

    return work.change_role(desk, draft)


class RoleDialog(FormDialog):
    """Ask in which role somebody is concerned; ``draft`` is what was typed before."""

    WIDTH = _WIDTH + 2 * sizes.S24

    def __init__(
        self,
        context: PageContext,
        details: SignalDetails,
        one: InvolvementView,
        parent: QWidget,
        *,
        draft: RoleDraft | None = None,
    ) -> None:
        question = self.tr("In which role is {name} concerned?").format(name=name_words(one))
        now = self.tr("Now: {role}. What it says now stays readable under Changed.")
        explanation = now.format(role=role_words(one))
        super().__init__(context, question, explanation, self.tr("Record the role"), parent)
        self._details, self._one = details, one
        self._role, self._reason = Choice(width=_WIDTH), LongTextEditor(width=_WIDTH)
        self._role.set_options(options.options("involvement_roles"))
        self._consequence = Paragraph("", Type.CAPTION, Role.SECOND)
        self.part.column.addWidget(self.part.ask("role", self.tr("Role"), self._role))
        self.part.column.addWidget(self._consequence)
        self.part.column.addWidget(self.part.ask("reason", self.tr("Why"), self._reason))
        self._role.set_code(draft.role if draft else one.role)
        self._reason.setText(draft.reason if draft else "")
        self.adapt()

    def adapt(self) -> None:
        """Say what another role starts or ends, and ask why where something ends."""
        sentence = self._what_follows()
        self._consequence.set_plain(sentence)
        self._consequence.setVisible(bool(sentence))
        self.part.fields["reason"].set_hint("" if self._closes() else self.tr("may stay empty"))

    def _what_follows(self) -> str:
        before, after = self._one.role in ROLES_TO_INFORM, self._role.code() in ROLES_TO_INFORM
        if after and not before and self._details.kind == Record.NOTIFICATION:
            return self.tr("A decision on informing is then due; its term counts from today.")
        if before and not after:
            return self.tr("No decision on informing is needed then; what was decided stays readable.")
        return ""

    def _closes(self) -> bool:
        return self._one.duty_on is not None and self._role.code() not in ROLES_TO_INFORM

    def typed(self) -> RoleDraft:
        """Return everything that was filled in."""
        return RoleDraft(self._one.id, self._role.code(), self._reason.text())

    def problems(self) -> list[Problem]:
        """Return what is wrong with the role."""
        others = [other.role for other in self._details.involvements if other.id != self._one.id]
        notifies = self._details.kind == Record.NOTIFICATION
        return roles.problems(self.typed(), others, notifies=notifies, closes=self._closes())

    def work(self) -> Callable[[Desk], Change]:
        """Return the role as work for the desk."""
        return partial(change_role, self.typed())
