"""What the signal is about: where, which form, and what was seen or heard."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import Final

from PySide6.QtWidgets import QWidget

from mhdesk.domain import traces
from mhdesk.domain.signals import SignalDraft
from mhdesk.domain.traces import Found, Trace
from mhdesk.domain.vocabulary import UNKNOWN
from mhdesk.gui.signals import options
from mhdesk.gui.signals.part import Part
from mhdesk.gui.widgets.fields import CheckGroup, Choice, LongTextEditor
from mhdesk.gui.widgets.labels import Section
from mhdesk.gui.widgets.messages import announce

_LONGEST_QUOTE: Final = 32


class ContentPart(Part):
    """Municipality, form, the narrative and other forms. ``counted`` are the registry's municipalities."""

    def __init__(self, counted: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counted = tuple(counted)
        self._question = ""
        self._municipality = Choice()
        self._form = Choice()
        self._form.set_options(options.options("exploitation_forms"))
        self._others = CheckGroup()
        self._others.set_options(options.options("exploitation_forms", without=(UNKNOWN,)))
        self._narrative = LongTextEditor()
        self._head = Section(self.tr("What and where"))
        self.column.addWidget(self._head)
        self.add_pair(
            self.ask("municipality", self.tr("Municipality"), self._municipality),
            self.ask("form", self.tr("Form of exploitation"), self._form),
        )
        also = self.ask("other_forms", self.tr("Also a matter of"), self._others, optional=True)
        told = self.ask("narrative", self.tr("What was seen or heard"), self._narrative)
        self.column.addWidget(also)
        self.column.addWidget(told)

    def show_only(self, names: Collection[str]) -> None:
        """Ask only these fields; the narrative alone needs no heading."""
        for name, field in self.fields.items():
            field.setVisible(name in names)
        self._head.setVisible("municipality" in names)

    def offer_municipalities(self, on: date) -> None:
        """Offer the municipalities that existed on the day of the signal."""
        chosen = self._municipality.code()
        self._municipality.set_options(options.municipalities(self._counted, on))
        self._municipality.set_code(chosen)

    def look_for_names(self, year: int | None) -> None:
        """Ask, where nobody may be named, whether something is a name; ``year`` is the present one, None: not asked."""
        text = self._narrative.text()
        found = traces.traces(text, year) if year is not None else ()
        question = self._ask_about(text, found[0]) if found else ""
        if question != self._question:
            self._question = question
            self.fields["narrative"].set_hint(question)
            announce(self, question)

    def _ask_about(self, text: str, found: Found) -> str:
        question = {
            Trace.NAME: self.tr("Is “{words}” a name? Advice names nobody."),
            Trace.PHONE: self.tr("Is “{words}” a phone number? Advice names nobody."),
            Trace.BIRTH: self.tr("Is “{words}” a birth date? Advice names nobody."),
            Trace.MAIL: self.tr("“{words}” is an e-mail address. Advice names nobody."),
            Trace.NUMBER: self.tr("Is “{words}” a citizen service number? Advice names nobody."),
        }[found.kind]
        return question.format(words=text[found.start : found.end][:_LONGEST_QUOTE])

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
