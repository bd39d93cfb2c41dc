"""Write the letter of a referral: at the left what is typed for this receiver, at the right the letter itself."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mhdesk.domain import shared_fields
from mhdesk.domain.change import Change
from mhdesk.domain.letters import Sender
from mhdesk.domain.problems import Problem
from mhdesk.domain.referral_letter import ReferralLetterDraft, compose, typed_fields
from mhdesk.domain.referrals import Receiver
from mhdesk.domain.signals import AGGRESSOR
from mhdesk.domain.views import ReferralView
from mhdesk.domain.vocabulary import vocabulary
from mhdesk.errors import KnownError
from mhdesk.gui import faults
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.shell.context import PageContext
from mhdesk.gui.signals.form_dialog import FormDialog
from mhdesk.gui.signals.loading import Loaded
from mhdesk.gui.widgets.fields import LongTextEditor, TextEditor
from mhdesk.gui.widgets.labels import Label, Paragraph
from mhdesk.gui.widgets.messages import Kind, MessageBar
from mhdesk.gui.words import sentence_case

if TYPE_CHECKING:  # see runner.py: the desk brings the database along
    from mhdesk.desk.desk import Desk

_WIDTH: Final = 452
_PREVIEW: Final = 380


def _sender(desk: Desk) -> Sender:
    from mhdesk.desk import letters

    return letters.sender(desk)


def _make(draft: ReferralLetterDraft, desk: Desk) -> Change:
    from mhdesk.desk import referral_letters

    return referral_letters.make(desk, draft)


class ReferralLetterDialog(FormDialog):
    """Make the letter of one referral; ``draft`` is what was typed before."""

    WIDTH = _WIDTH + _PREVIEW + sizes.S24 + 2 * sizes.S24

    def __init__(
        self,
        context: PageContext,
        loaded: Loaded,
        one: ReferralView,
        parent: QWidget,
        *,
        draft: ReferralLetterDraft | None = None,
    ) -> None:
        question = self.tr("Letter to {name}").format(name=one.organisation)
        explanation = self.tr(
            "Only what you chose to share is in it. It is kept with the referral; after that you can save it as PDF."
        )
        super().__init__(context, question, explanation, self.tr("Make the letter"), parent)
        self._loaded, self._referral = loaded, one
        self._sender: Sender | None = None
        self._texts = {code: LongTextEditor(width=_WIDTH) for code in typed_fields(one.shared)}
        self._message = LongTextEditor(width=_WIDTH)
        self._caller, self._phone = TextEditor(width=_WIDTH // 2), TextEditor(width=_WIDTH // 2)
        self._hint = MessageBar()
        self.preview = Paragraph("", Type.CAPTION)
        self._ask()
        self._show(draft or ReferralLetterDraft(one.id, caller=context.user.name))
        context.runner.ask(_sender, self._on_sender_arrived, self._on_unanswered)

    def _ask(self) -> None:
        part, left, right = self.part, QVBoxLayout(), QVBoxLayout()
        left.setSpacing(sizes.S12)
        right.setSpacing(sizes.S8)
        for code, editor in self._texts.items():
            label = sentence_case(vocabulary(shared_fields.FIELDS).label(code))
            left.addWidget(part.ask(code, label, editor, optional=True))
        told = self.tr("Explanation and question")
        left.addWidget(part.ask("message", told, self._message, optional=True))
        row = QHBoxLayout()
        row.setSpacing(sizes.S16)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(part.ask("caller", self.tr("Who can be called"), self._caller), 1, top)
        row.addWidget(part.ask("phone", self.tr("Phone"), self._phone), 1, top)
        left.addLayout(row)
        left.addStretch()
        right.addWidget(self._hint)
        right.addWidget(Label(self.tr("This is what the letter says"), Type.CAPTION_STRONG, Role.SECOND))
        right.addWidget(self.preview)
        right.addStretch()
        both = QHBoxLayout()
        both.setSpacing(sizes.S24)
        both.addLayout(left, _WIDTH)
        both.addLayout(right, _PREVIEW)
        part.column.addLayout(both)

    def _show(self, draft: ReferralLetterDraft) -> None:
        for code, editor in self._texts.items():
            editor.setText(draft.texts.get(code, ""))
        self._message.setText(draft.message)
        self._caller.setText(draft.caller)
        self._phone.setText(draft.phone)

    def _on_sender_arrived(self, sender: Sender) -> None:
        self._sender = sender
        if not self._phone.text():
            self._phone.setText(sender.contact.phone)
        self.adapt()

    def _on_unanswered(self, error: KnownError) -> None:
        self.messages.show_message(Kind.ERROR, faults.sentence(error))

    def adapt(self) -> None:
        """Show the letter as it would be now, and say where a text seems to speak of the other side."""
        if self._sender is not None:
            letter = compose(
                self.draft(), self._referral, self._loaded.details, self._sender, self._loaded.today
            )
            self.preview.set_plain(letter.plain())
        self._show_hint()

    def _show_hint(self) -> None:
        side = self._loaded.receivers.get(self._referral.organisation_id, Receiver()).side
        names = [one.name for one in self._loaded.details.involvements if one.role == AGGRESSOR]
        draft = self.draft()
        spoken = shared_fields.speaks_of("\n".join([*draft.texts.values(), draft.message]), side, names)
        if not spoken:
            self._hint.hide()
            return
        fields = ", ".join(vocabulary(shared_fields.FIELDS).label(code) for code in spoken)
        said = self.tr(
            "This seems to tell of: {fields}. This receiver does not get that; look at the text again."
        )
        if self._hint.isHidden() or self._hint.sentence() != said.format(fields=fields):
            self._hint.show_message(Kind.WARNING, said.format(fields=fields), closable=False)

    def draft(self) -> ReferralLetterDraft:
        """Return the letter as filled in."""
        texts = {code: editor.text() for code, editor in self._texts.items()}
        return ReferralLetterDraft(
            self._referral.id, texts, self._message.text(), self._caller.text(), self._phone.text()
        )

    def problems(self) -> list[Problem]:
        """Return what is wrong with the letter."""
        return self.draft().validate()

    def work(self) -> Callable[[Desk], Change]:
        """Return the letter as work for the desk."""
        return partial(_make, self.draft())
