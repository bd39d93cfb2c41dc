"""Choose field by field what a receiver is told: the minimum is ticked, the wall says what is not there and why."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mhdesk.domain import shared_fields
from mhdesk.domain.referral_letter import concerned, record_lines, signal_lines, typed_fields
from mhdesk.domain.shared_fields import FIELDS, Side
from mhdesk.domain.sources import Source, may_be_named
from mhdesk.domain.views import SignalDetails
from mhdesk.domain.vocabulary import vocabulary
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.signals.part import Part
from mhdesk.gui.widgets.fields import CheckGroup, LongTextEditor
from mhdesk.gui.widgets.labels import Label, Paragraph
from mhdesk.wording import say

_COLUMN: Final = 165


class SharedPart(QWidget):
    """The fields ``shared`` and ``wall_reason`` of a part, what cannot be chosen and why, and what the receiver reads.

    ``changed`` follows every choice.
    """

    changed = QtSignal()

    def __init__(self, part: Part, details: SignalDetails, *, width: int) -> None:
        super().__init__()
        self._details = details
        self._side = Side.NEITHER
        self._by_hand = False
        self._checks = CheckGroup(column_width=_COLUMN)
        self._reason = LongTextEditor(width=width)
        self._refused = Paragraph("", Type.CAPTION, Role.SECOND)
        self.preview = Paragraph("", Type.CAPTION)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.S8)
        shared = part.ask("shared", self.tr("What is shared"), self._checks)
        self._reason_field = part.ask("wall_reason", self.tr("Why care and safety together"), self._reason)
        column.addWidget(shared)
        column.addWidget(self._refused)
        column.addWidget(self._reason_field)
        column.addWidget(Label(self.tr("This is what the receiver gets"), Type.CAPTION_STRONG, Role.SECOND))
        column.addWidget(self.preview, 0, Qt.AlignmentFlag.AlignTop)
        self._checks.edited.connect(self._on_checks_edited)
        self._offer()

    def reporter_named(self) -> bool:
        """Say whether the source of the signal may be told outside the team."""
        return may_be_named(Source.of(self._details))

    def side(self) -> Side:
        """Return on which side the receiver stands."""
        return self._side

    def set_receiver(self, side: Side, purpose: str) -> None:
        """Offer what this side may have; tick the minimum for the purpose until somebody chose by hand."""
        if side != self._side:
            chosen = self.codes()
            self._side = side
            self._offer()
            self._checks.set_codes(chosen)
        if not self._by_hand:
            self._checks.set_codes(shared_fields.minimum(purpose, side))
        self._adapt()

    def show_chosen(self, chosen: Collection[str], reason: str) -> None:
        """Show what was chosen before: it stays, whatever the purpose is."""
        self._by_hand = bool(chosen)
        self._checks.set_codes(chosen)
        self._reason.setText(reason)
        self._adapt()

    def codes(self) -> list[str]:
        """Return the codes that are ticked."""
        return list(self._checks.codes())

    def reason(self) -> str:
        """Return why care and safety go together, "" where that is not asked."""
        return self._reason.text() if shared_fields.asks_reason(self.codes(), self._side) else ""

    def preview_of(self, involvement_id: int | None) -> None:
        """Show what the receiver reads of the registry, and what is typed in the letter."""
        chosen = self.codes()
        lines = []
        for one in concerned(self._details, involvement_id):
            lines += [f"{label}: {text}" for label, text in record_lines(chosen, one)]
        lines += [f"{label}: {text}" for label, text in signal_lines(chosen, self._details)]
        typed = [vocabulary(FIELDS).label(code) for code in typed_fields(chosen)]
        if typed:
            lines.append(self.tr("You write in the letter: {fields}.").format(fields=", ".join(typed)))
        self.preview.set_plain("\n".join(lines) or self.tr("Nothing."))

    def _offer(self) -> None:
        named = self.reporter_named()
        fields = vocabulary(FIELDS)
        open_to = shared_fields.allowed(self._side, reporter_named=named)
        self._checks.set_options((code, fields.label(code)) for code in open_to)
        refused = [
            (code, shared_fields.refusal(code, self._side, reporter_named=named)) for code in fields.codes()
        ]
        self._refused.set_plain(self._why_not([one for one in refused if one[1]]))

    def _why_not(self, refused: Sequence[tuple[str, str]]) -> str:
        """Return by reason what this receiver never gets."""
        label = vocabulary(FIELDS).label
        lines = []
        for why in dict.fromkeys(reason for _, reason in refused):
            names = ", ".join(label(code) for code, reason in refused if reason == why)
            lines.append(self.tr("Not to be chosen: {fields}. {why}").format(fields=names, why=say(why)))
        return "\n".join(lines)

    def _adapt(self) -> None:
        self._reason_field.setVisible(shared_fields.asks_reason(self.codes(), self._side))

    def _on_checks_edited(self) -> None:
        self._by_hand = True
        self._checks.set_codes(shared_fields.with_companions(self.codes()))
        self._adapt()
        self.changed.emit()
