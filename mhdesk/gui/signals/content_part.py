"""What the signal is about: where, which form, and what was seen or heard."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from mhdesk.domain import traces
from mhdesk.domain.signals import SignalDraft
from mhdesk.domain.traces import Found, Trace
from mhdesk.domain.vocabulary import UNKNOWN
from mhdesk.gui.signals import options
from mhdesk.gui.signals.part import Part
from mhdesk.gui.widgets.fields import CheckGroup, Choice, LongTextEditor
from mhdesk.gui.widgets.labels import Section
from mhdesk.gui.widgets.messages import Kind, MessageBar
from mhdesk.gui.widgets.summary import bring_to

_LONGEST_QUOTE: Final = 32
_MOST_QUOTES: Final = 3


def _quoted(text: str, found: Sequence[Found]) -> str:
    """Return the words of these traces, each once; of many the first ones."""
    words = dict.fromkeys(" ".join(text[one.start : one.end].split())[:_LONGEST_QUOTE] for one in found)
    shown = ", ".join(f"“{one}”" for one in [*words][:_MOST_QUOTES])
    return f"{shown}, …" if len(words) > _MOST_QUOTES else shown


class ContentPart(Part):
    """Municipality, form, the narrative and other forms. ``counted`` are the registry's municipalities.

    ``guard`` asks under the narrative of advice whether it names somebody; its action records all the same.
    """

    def __init__(self, counted: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counted = tuple(counted)
        self._found: tuple[Found, ...] = ()
        self._municipality = Choice()
        self._form = Choice()
        self._form.set_options(options.options("exploitation_forms"))
        self._others = CheckGroup()
        self._others.set_options(options.options("exploitation_forms", without=(UNKNOWN,)))
        self._narrative = LongTextEditor()
        self.guard = MessageBar()
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
        self.column.addWidget(self.guard)
        self._form.edited.connect(self._offer_others)

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

    @Slot()
    def _offer_others(self) -> None:
        """Offer every form but the main one, as what it is a matter of besides."""
        self._others.leave_out(self._form.code())

    def names_somebody(self) -> bool:
        """Say whether advice may hold a name, and asks about it."""
        return bool(self._found)

    def look_for_names(self, year: int | None) -> None:
        """Ask, where nobody may be named, whether something is a name; ``year`` is the present one, None: not asked."""
        text = self._narrative.text()
        self._found = traces.traces(text, year) if year is not None else ()
        question = self._ask_about(text)
        if question == self.guard.sentence() and question:
            return
        self.fields["narrative"].set_help_text(question)
        if question:
            self.guard.show_message(Kind.WARNING, question, closable=False)
        else:
            self.guard.hide()

    def hold_back(self) -> bool:
        """Ask once more before recording, at the words that it is about; return whether there was something to ask."""
        if not self._found:
            return False
        cursor = self._narrative.textCursor()
        cursor.setPosition(self._found[0].start)
        cursor.setPosition(self._found[0].end, QTextCursor.MoveMode.KeepAnchor)
        self._narrative.setTextCursor(cursor)
        anyway = self.tr("Record all the same")
        self.guard.show_message(Kind.WARNING, self.guard.sentence(), closable=False, action=anyway)
        bring_to(self.guard)
        bring_to(self.fields["narrative"])
        return True

    def _ask_about(self, text: str) -> str:
        """Return one sentence for each kind of trace, and that advice has none of it."""
        if not self._found:
            return ""
        asked = {
            Trace.NAME: self.tr("Is this a name: {words}?"),
            Trace.PHONE: self.tr("Is this a phone number: {words}?"),
            Trace.BIRTH: self.tr("Is this a birth date: {words}?"),
            Trace.MAIL: self.tr("This is an e-mail address: {words}."),
            Trace.NUMBER: self.tr("Is this a citizen service number: {words}?"),
        }
        told = [
            sentence.format(words=_quoted(text, [one for one in self._found if one.kind is kind]))
            for kind, sentence in asked.items()
            if any(one.kind is kind for one in self._found)
        ]
        return " ".join([*told, self.tr("Advice names nobody.")])

    def show_draft(self, draft: SignalDraft) -> None:
        """Fill the fields in."""
        self._municipality.set_code(draft.municipality)
        self._form.set_code(draft.form)
        self._offer_others()
        self._others.set_codes(draft.other_forms)
        self._narrative.setText(draft.narrative)

    def read(self, draft: SignalDraft) -> None:
        """Write what was filled in into a draft."""
        draft.municipality = self._municipality.code()
        draft.form = self._form.code()
        draft.other_forms = list(self._others.codes())
        draft.narrative = self._narrative.text()
