"""Correct and complete what a signal says: its story, or all around it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from mhdesk.domain import amending, dates
from mhdesk.domain.change import Change
from mhdesk.domain.problems import Problem
from mhdesk.domain.signals import SignalDraft
from mhdesk.domain.views import SignalDetails
from mhdesk.gui.look import sizes
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals.amend_dialog import AmendDialog, Compared
from mhdesk.gui.signals.content_part import ContentPart
from mhdesk.gui.signals.payloads import AmendDraft
from mhdesk.gui.signals.receipt_part import ReceiptPart
from mhdesk.gui.widgets.fields import LongTextEditor

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk

STORY: Final = "story"
RECEIPT: Final = "receipt"
_OF_STORY: Final = frozenset({"narrative"})


def _amend_signal(signal_id: int, version: int, draft: SignalDraft, desk: Desk) -> Change:
    from mhdesk.desk import amending

    return amending.amend_signal(desk, signal_id, version, draft)


def _compare_signal(signal_id: int, version: int, draft: SignalDraft, desk: Desk) -> Compared:
    from mhdesk.desk import amending as work
    from mhdesk.desk import signals

    details = signals.details(desk, signal_id)  # logged: it shows what somebody else recorded
    return work.signal_conflict(desk, signal_id, version, draft), amending.signal_draft(details)


class AmendSignalDialog(AmendDialog):
    """Let a signal say something else: its story, or all around it.

    ``before`` is what it said when this began, or what a colleague made of it since.
    """

    WIDTH = sizes.FORM_DIALOG_WIDTH

    def __init__(
        self,
        context: PageContext,
        details: SignalDetails,
        today: date,
        parent: QWidget,
        *,
        block: str,
        draft: AmendDraft | None = None,
    ) -> None:
        question = self.tr("What is {reference} to say?").format(reference=details.reference)
        explanation = self.tr("What it says now stays readable under Changed.")
        super().__init__(context, question, explanation, self.tr("Record the change"), parent)
        self.before = amending.signal_draft(details)
        self._details, self._today, self._block = details, today, block
        self.version = draft.version if draft else details.version
        self._receipt = ReceiptPart()
        self._receipt.expect(today)
        self._content = ContentPart((*context.info.municipalities, details.municipality))
        self._lay_out_parts()
        self.fill_in(draft.told if draft else self.before)

    def _lay_out_parts(self) -> None:
        part = self.part
        for inner in (self._receipt, self._content):
            part.column.addWidget(inner)
            part.fields |= inner.fields
            inner.edited.connect(part.edited)
            inner.left.connect(part.left)
        self._receipt.set_asked(self._block == RECEIPT)
        others = self._content.fields.keys() - _OF_STORY
        self._content.show_only(_OF_STORY if self._block == STORY else others)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin where the story ends, and give it its height once it knows its width."""
        super().showEvent(event)
        editor = self._content.fields["narrative"].editor
        if isinstance(editor, LongTextEditor):
            editor.moveCursor(QTextCursor.MoveOperation.End)
            QTimer.singleShot(0, editor, editor.updateGeometry)

    def fill_in(self, draft: SignalDraft) -> None:
        self._receipt.show_draft(draft)
        self._content.offer_municipalities(dates.parse_day(draft.received_on) or self._details.received_on)
        self._content.show_draft(draft)

    def draft(self) -> SignalDraft:
        """Return the signal as filled in."""
        draft = SignalDraft(kind=self.before.kind)
        self._receipt.read(draft)
        self._content.read(draft)
        return draft

    def typed(self) -> AmendDraft:
        """Return everything that is kept while somebody types."""
        return AmendDraft(self.version, self._block, self.draft())

    def problems(self) -> list[Problem]:
        """Return what is wrong with what is asked here; the desk says what is wrong with the rest."""
        roles = [one.role for one in self._details.involvements]
        leads = [amending.lead_draft(one) for one in self._details.leads]
        recorded = amending.with_persons(self.draft(), roles, leads, self._details.status)
        found = recorded.validate(self._today)
        return [one for one in found if one.field in self.part.fields]

    def work(self) -> Callable[[Desk], Change]:
        """Return the correction as work for the desk."""
        return partial(_amend_signal, self._details.id, self.version, self.draft())

    def comparison(self) -> Callable[[Desk], Compared]:
        """Return the comparison with the signal as it is now."""
        return partial(_compare_signal, self._details.id, self.version, self.draft())
