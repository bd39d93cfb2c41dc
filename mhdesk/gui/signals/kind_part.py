"""Which of the three kinds it is, and what follows from that."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mhdesk.domain.clocks import inform_term
from mhdesk.domain.signals import Kind
from mhdesk.gui import words
from mhdesk.gui.look import sizes
from mhdesk.gui.look.fonts import Type
from mhdesk.gui.look.roles import Role
from mhdesk.gui.signals import options
from mhdesk.gui.widgets.fields import RadioCards
from mhdesk.gui.widgets.labels import Paragraph


class KindPart(QWidget):
    """Three circles side by side and one sentence under them. ``edited`` follows another choice."""

    edited = QtSignal()

    def __init__(self, organisation_type: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._term = inform_term(organisation_type)
        self.cards = RadioCards()
        self.cards.setAccessibleName(self.tr("Kind"))
        captions = {
            Kind.ADVICE: self.tr("without data of persons"),
            Kind.SIGNAL: self.tr("with or without a person"),
            Kind.NOTIFICATION: self.tr("persons are named"),
        }
        kinds = options.options("signal_kinds")
        self.cards.set_options((code, label, captions[Kind(code)]) for code, label in kinds)
        self.consequence = Paragraph("", Type.CAPTION, Role.SECOND)
        self.cards.edited.connect(self.edited)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.S8)
        column.addWidget(self.cards)
        column.addWidget(self.consequence)

    def kind(self) -> Kind:
        """Return the chosen kind."""
        return Kind(self.cards.code())

    def show_kind(self, kind: str) -> None:
        """Choose a kind."""
        self.cards.set_code(kind)

    def title(self) -> str:
        """Return what a new record of this kind is called."""
        return {
            Kind.ADVICE: self.tr("New advice"),
            Kind.SIGNAL: self.tr("New signal"),
            Kind.NOTIFICATION: self.tr("New notification"),
        }[self.kind()]

    def due(self, today: date) -> date:
        """Return the last day for a decision on informing, were a notification recorded today."""
        return self._term.due(today)

    def show_consequence(self, today: date) -> None:
        """Say what recording this kind today leads to."""
        self.consequence.set_plain(self._consequence(today))

    def _consequence(self, today: date) -> str:
        kind = self.kind()
        if kind is Kind.ADVICE:
            return self.tr("You record the question and the advice, no data of the persons concerned.")
        if kind is Kind.SIGNAL:
            return self.tr("No term starts. You can still decide on informing somebody.")
        sentence = self.tr(
            "Recording this asks for a decision on informing, for each victim and each aggressor, by {day}."
        )
        day = words.weekday_day(self.due(today), today).replace(" ", "\N{NO-BREAK SPACE}")
        return sentence.format(day=day)
