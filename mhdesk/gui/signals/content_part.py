"""What the signal is about: where, which form, and what was seen or heard."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtWidgets import QWidget

from mhdesk.domain.signals import SignalDraft
from mhdesk.domain.vocabulary import UNKNOWN
from mhdesk.gui.signals import options
from mhdesk.gui.signals.part import Part
from mhdesk.gui.widgets.fields import CheckGroup, Choice, LongTextEditor
from mhdesk.gui.widgets.labels import Section


class ContentPart(Part):
    """Municipality, form, the narrative and other forms. ``counted`` are the registry's municipalities."""

    def __init__(self, counted: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counted = tuple(counted)
        self._municipality = Choice()
        self._form = Choice()
        self._form.set_options(options.options("exploitation_forms"))
        self._others = CheckGroup()
        self._others.set_options(options.options("exploitation_forms", without=(UNKNOWN,)))
        self._narrative = LongTextEditor()
        self.column.addWidget(Section(self.tr("What and where")))
        self.add_pair(
            self.ask("municipality", self.tr("Municipality"), self._municipality),
            self.ask("form", self.tr("Form of exploitation"), self._form),
        )
        also = self.ask("other_forms", self.tr("Also a matter of"), self._others, optional=True)
        told = self.ask("narrative", self.tr("What was seen or heard"), self._narrative)
        self.column.addWidget(also)
        self.column.addWidget(told)

    def offer_municipalities(self, on: date) -> None:
        """Offer the municipalities that existed on the day of the signal."""
        chosen = self._municipality.code()
        self._municipality.set_options(options.municipalities(self._counted, on))
        self._municipality.set_code(chosen)

    def show_draft(self, draft: SignalDraft) -> None:
        """Fill the fields in."""
        self._municipality.set_code(draft.municipality)
        self._form.set_code(draft.form)
        self._others.set_codes(draft.other_forms)
        self._narrative.setText(draft.narrative)

    def read(self, draft: SignalDraft) -> None:
        """Write what was filled in into a draft."""
        draft.municipality = self._municipality.code()
        draft.form = self._form.code()
        draft.other_forms = list(self._others.codes())
        draft.narrative = self._narrative.text()
