"""Make another kind of record of a signal, and say what that starts or ends."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from mhdesk.domain import conversions
from mhdesk.domain.change import Change
from mhdesk.domain.problems import Problem
from mhdesk.domain.signals import Kind
from mhdesk.domain.views import SignalDetails
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals import options
from mhdesk.gui.signals.form_dialog import FormDialog
from mhdesk.gui.signals.payloads import ConvertDraft
from mhdesk.gui.widgets.fields import LongTextEditor, RadioCards
from mhdesk.gui.widgets.labels import Paragraph

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk

_WIDTH: Final = 452


def _convert(signal_id: int, draft: ConvertDraft, desk: Desk) -> Change:
    from mhdesk.desk import kinds

    return kinds.convert(desk, signal_id, draft.kind, draft.reason)


def way_words(kind: str) -> str:
    """Return on a button what a record of this kind most often becomes."""
    return {
        Kind.ADVICE: QCoreApplication.translate("ConvertDialog", "Make a signal of it"),
        Kind.SIGNAL: QCoreApplication.translate("ConvertDialog", "Make a notification of it"),
        Kind.NOTIFICATION: QCoreApplication.translate("ConvertDialog", "No notification after all"),
    }[Kind(kind)]


class ConvertDialog(FormDialog):
    """Ask of which kind this is from now on; ``draft`` is what was typed before."""

    WIDTH = _WIDTH + 2 * sizes.S24

    def __init__(
        self,
        context: PageContext,
        details: SignalDetails,
        parent: QWidget,
        *,
        draft: ConvertDraft | None = None,
    ) -> None:
        question = self.tr("What is {reference} from now on?").format(reference=details.reference)
        now = self.tr("Now: {kind}. What it says now stays readable under Changed.")
        explanation = now.format(kind=options.label("signal_kinds", details.kind).lower())
        super().__init__(context, question, explanation, self.tr("Record the kind"), parent)
        self._details = details
        self._kind, self._reason = RadioCards(), LongTextEditor(width=_WIDTH)
        kinds = options.options("signal_kinds", without=(details.kind,))
        self._kind.set_options((code, label, "") for code, label in kinds)
        self._consequence = Paragraph("", Type.CAPTION, Role.SECOND)
        self.part.column.addWidget(self.part.ask("kind", self.tr("Kind"), self._kind))
        self.part.column.addWidget(self._consequence)
        self.part.column.addWidget(self.part.ask("reason", self.tr("Why"), self._reason))
        if details.kind != Kind.NOTIFICATION:
            self.part.fields["reason"].set_hint(self.tr("may stay empty"))
        self._kind.set_code(draft.kind if draft else conversions.next_kind(details.kind))
        self._reason.setText(draft.reason if draft else "")
        self.adapt()

    def adapt(self) -> None:
        """Say what another kind starts and ends."""
        kind, sentence = self._kind.code(), ""
        if kind == Kind.NOTIFICATION:
            sentence = self.tr(
                "From today the terms for informing run for every victim and aggressor, and that for triage."
            )
        elif self._details.kind == Kind.NOTIFICATION:
            sentence = self.tr(
                "The terms for triage and for telling the reporter end. Terms for informing that began before today "
                "go on: the data of these persons are still here."
            )
        self._consequence.set_plain(sentence)
        self._consequence.setVisible(bool(sentence))

    def typed(self) -> ConvertDraft:
        """Return everything that was filled in."""
        return ConvertDraft(self._kind.code(), self._reason.text())

    def problems(self) -> list[Problem]:
        """Return what stands in the way."""
        roles = [one.role for one in self._details.involvements]
        typed = self.typed()
        return conversions.problems(self._details.kind, typed.kind, roles, typed.reason)

    def work(self) -> Callable[[Desk], Change]:
        """Return the kind as work for the desk."""
        return partial(_convert, self._details.id, self.typed())
