"""Who reports, and what that makes of the source: asked only as far as the capacity asks for it."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from mhdesk.domain import sources
from mhdesk.domain.signals import SignalDraft
from mhdesk.domain.sources import Source
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.signals import options
from mhdesk.gui.signals.blocks import column
from mhdesk.gui.signals.part import Part
from mhdesk.gui.widgets.fields import Choice, TextEditor
from mhdesk.gui.widgets.labels import Label, Paragraph

_ANSWERS = ("source_capacity", "source_consent", "source_ground")


class SourcePart(Part):
    """Capacity, consent or ground where they matter, discipline and organisation.

    A capacity that nobody chose follows the way in and the discipline. A secrecy that was asked for in an older record
    stays as long as nobody answers anew.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked = True
        self._chosen = False
        self._channel = ""
        self._shown = SignalDraft()
        self._capacity, self._consent, self._ground = Choice(), Choice(), Choice()
        self._capacity.set_options(options.options("source_capacities"))
        self._consent.set_options(options.options("source_consents"))
        self._ground.set_options(options.options("source_grounds"), blank=self.tr("No: may be named"))
        self._discipline = Choice()
        self._discipline.set_options(options.options("disciplines"))
        self._organisation, self._note = TextEditor(), TextEditor()
        self._why = Paragraph("", Type.CAPTION, Role.SECOND)
        self._gap = Label(" ", Type.STRONG)
        self._lay_out()
        self._capacity.edited.connect(self._on_capacity_edited)
        for editor in (self._consent, self._ground):
            editor.edited.connect(self._adapt)
        self._discipline.edited.connect(self._propose)

    def _lay_out(self) -> None:
        capacity = self.ask("source_capacity", self.tr("Who reports"), self._capacity)
        consent = self.ask("source_consent", self.tr("May be named?"), self._consent)
        ground = self.ask("source_ground", self.tr("Ground to keep it secret"), self._ground)
        aside = QWidget()
        answers = column(aside)
        for widget in (self._gap, consent, ground, self._why):
            answers.addWidget(widget)
        self.add_pair(capacity, aside)
        self.add_pair(
            self.ask("discipline", self.tr("Reporter: discipline"), self._discipline),
            self.ask("organisation", self.tr("Organisation"), self._organisation, optional=True),
        )
        hint = self.tr("what was agreed")
        note = self.ask("source_note", self.tr("About the reporter"), self._note, optional=True, hint=hint)
        self.column.addWidget(note)

    def show_draft(self, draft: SignalDraft) -> None:
        """Fill the fields in."""
        self._shown = draft
        self._channel = draft.channel
        self._capacity.set_code(draft.source_capacity)
        self._consent.set_code(draft.source_consent)
        self._ground.setCurrentIndex(max(0, self._ground.findData(draft.source_ground)))
        self._discipline.set_code(draft.discipline)
        self._organisation.setText(draft.organisation)
        self._note.setText(draft.source_note)
        self._chosen = draft.source_capacity != sources.Capacity.UNKNOWN or draft.source_confidential
        self._adapt()

    def set_asked(self, asked: bool) -> None:
        """Ask these questions, or none of them."""
        self._asked = asked
        for field in self.fields.values():
            field.setVisible(asked)
        self._adapt()

    def propose(self, channel: str) -> None:
        """Follow another way in."""
        self._channel = channel
        self._propose()

    def read(self, draft: SignalDraft) -> None:
        """Write what was filled in into a draft."""
        draft.source_capacity = self._capacity.code()
        draft.source_consent = self._consent.code()
        draft.source_ground = self._ground.code()
        draft.source_note = self._note.text()
        draft.discipline = self._discipline.code()
        draft.organisation = self._organisation.text()
        same = all(getattr(draft, name) == getattr(self._shown, name) for name in _ANSWERS)
        draft.source_confidential = self._shown.source_confidential and same

    @Slot()
    def _on_capacity_edited(self) -> None:
        self._chosen = True
        self._adapt()

    @Slot()
    def _propose(self) -> None:
        if not self._chosen:
            self._capacity.set_code(sources.proposed(self._channel, self._discipline.code()))
            self._adapt()

    @Slot()
    def _adapt(self) -> None:
        """Ask for consent or for a ground where it matters, and say what follows."""
        draft = SignalDraft()
        self.read(draft)
        private = draft.source_capacity == sources.Capacity.PRIVATE
        matters = {"source_consent": private, "source_ground": sources.ground_matters(draft.source_capacity)}
        matters["source_note"] = private or bool(draft.source_ground or draft.source_note)
        for name, needed in matters.items():
            self.fields[name].setVisible(needed and self._asked)
        self._gap.setVisible(not (matters["source_consent"] or matters["source_ground"]))
        self._why.set_plain(sources.why(Source.of(draft)))
