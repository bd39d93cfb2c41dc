"""Close a signal, hand it over or open it again, and say why."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from mhdesk.domain.change import Change
from mhdesk.domain.problems import Problem
from mhdesk.domain.signals import Status
from mhdesk.domain.text import clean
from mhdesk.domain.views import SignalDetails
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals.form_dialog import FormDialog
from mhdesk.gui.signals.payloads import StatusDraft
from mhdesk.gui.widgets.fields import LongTextEditor

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk

_WIDTH: Final = 356


def _change(signal_id: int, status: Status, reason: str, desk: Desk) -> Change:
    from mhdesk.desk import signals

    return signals.change_status(desk, signal_id, status, reason)


class ChangeStatusDialog(FormDialog):
    """Ask why the signal gets another status; ``draft`` is what was typed before."""

    def __init__(
        self,
        context: PageContext,
        details: SignalDetails,
        status: Status,
        parent: QWidget,
        *,
        draft: StatusDraft | None = None,
    ) -> None:
        question, verb = self._question(status)
        explanation = "" if status is Status.OPEN else self._open_duties(details)
        super().__init__(context, question.format(reference=details.reference), explanation, verb, parent)
        self._signal_id = details.id
        self._status = status
        self._reason = LongTextEditor(width=_WIDTH)
        reason = self.part.ask("reason", self.tr("Why"), self._reason)
        self.part.column.addWidget(reason)
        self._reason.setText(draft.reason if draft else "")

    def _question(self, status: Status) -> tuple[str, str]:
        return {
            Status.OPEN: (self.tr("Open {reference} again?"), self.tr("Open again")),
            Status.HANDED_OVER: (self.tr("Mark {reference} as handed over?"), self.tr("Mark as handed over")),
            Status.CLOSED: (self.tr("Close {reference}?"), self.tr("Close")),
        }[status]

    def _open_duties(self, details: SignalDetails) -> str:
        if not any(one.duty_on for one in details.involvements):
            return ""
        return self.tr("Decisions on informing that are still open stay on Today.")

    def typed(self) -> StatusDraft:
        """Return the reason as typed, with the status that it is for."""
        return StatusDraft(self._status, self._reason.text())

    def problems(self) -> list[Problem]:
        """Return what is missing: without a reason nobody could follow this later."""
        return [] if clean(self._reason.text()) else [Problem("reason", "desk.reason_missing")]

    def work(self) -> Callable[[Desk], Change]:
        """Return the new status as work for the desk."""
        return partial(_change, self._signal_id, self._status, self._reason.text())
